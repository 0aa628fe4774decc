use proptest::prelude::*;

use super::*;
use crate::board::TaskId;
use sample::{Sample, any_map};

fn scene(sample: &Sample) -> Scene {
    lay_out(&sample.board, &Guesses::new(), &View::default())
}

fn item(card: ItemId) -> CardId {
    CardId(card.0)
}

fn task(card: TaskId) -> CardId {
    CardId(card.0)
}

fn cell(band: Band, step: Option<StepId>) -> ListKey {
    ListKey::Cell { band, step }
}

#[test]
fn an_empty_map_is_later_alone() {
    let scene = scene(&Sample::default());
    assert_eq!(scene.bands.iter().map(|band| band.band).collect::<Vec<_>>(), [Band::Later]);
    assert!(scene.backbone.columns.is_empty() && scene.lists.is_empty());
    assert_eq!(scene.totals, Totals::default());
}

#[test]
fn what_has_neither_step_nor_slice_nor_sprint_is_in_the_tray_by_its_noun() {
    let mut map = Sample::default();
    let idea = map.item("Choose a language", None, None);
    let note = map.item("Who owns the photos?", None, None);
    map.kind(note, Kind::Note);
    let planned = map.item("Backups", None, None);
    map.sprint("Sprint 1", &[planned]);
    let loose = map.task("Add index", None, None);
    let scene = scene(&map);
    let lists: Vec<_> = scene.lists.clone().into_iter().collect();
    assert_eq!(
        lists,
        [
            (cell(Band::Later, None), vec![item(planned)]),
            (ListKey::TrayItems, vec![item(idea)]),
            (ListKey::TrayTasks, vec![task(loose)]),
            (ListKey::TrayNotes, vec![item(note)]),
        ]
    );
    assert_eq!(scene.backbone.columns.len(), 1, "Across, because a planned PBI has no step");
    assert_eq!(scene.totals, Totals { items: 2, activities: 0, tasks: 1 });
}

#[test]
fn a_task_pulled_away_from_its_pbi_stands_alone_in_its_pbis_column_and_says_of_what_it_is() {
    let mut map = Sample::default();
    let activity = map.activity("Pay");
    let step = map.step(activity, "");
    let (first, second) = (map.slice("First", ""), map.slice("Second", ""));
    let pay = map.item("Pay by card", Some(step), Some(first));
    let with_it = map.task("Form", Some(pay), Some(first));
    let alone = map.task("Write tests", Some(pay), Some(second));
    let scene = scene(&map);
    assert_eq!(scene.lists[&cell(Band::Slice(first), Some(step))], [item(pay)]);
    assert_eq!(scene.lists[&cell(Band::Slice(second), Some(step))], [task(alone)]);
    assert!(!scene.faces.contains_key(&task(with_it)), "it is where its PBI is");
    assert_eq!(scene.faces[&task(alone)].of.as_deref(), Some("Pay by card"));
    assert_eq!(scene.faces[&item(pay)].tasks, Some(Count { some: 0, all: 2 }));
}

#[test]
fn earlier_is_folded_above_until_it_is_opened() {
    let mut map = Sample::default();
    let activity = map.activity("Pay");
    let step = map.step(activity, "");
    map.slice("First", "");
    let paid = map.item("Pay in cash", Some(step), None);
    map.done(paid);
    let folded = scene(&map);
    assert_eq!(folded.bands[0].band, Band::Earlier);
    assert!(folded.bands[0].folded && folded.lists.is_empty());
    assert_eq!(folded.bands[0].items, 1);
    let view = View { earlier_open: true, ..View::default() };
    let open = lay_out(&map.board, &Guesses::new(), &view);
    assert!(!open.bands[0].folded);
    assert_eq!(open.lists[&cell(Band::Earlier, Some(step))], [item(paid)]);
}

#[test]
fn across_counts_for_the_height_of_a_band_only_while_it_is_open() {
    let mut map = Sample::default();
    let slice = map.slice("First", "");
    for _ in 0..3 {
        map.item("Backups", None, Some(slice));
    }
    assert_eq!(scene(&map).bands[0].rows, 0);
    let view = View { across_open: true, ..View::default() };
    assert_eq!(lay_out(&map.board, &Guesses::new(), &view).bands[0].rows, 3);
}

#[test]
fn a_card_that_promises_nothing_to_anybody_has_a_light_title() {
    let mut map = Sample::default();
    let cards = ["Outcome", "Done", "Enabler", "Guess"].map(|name| map.item(name, None, None));
    map.done(cards[1]);
    map.kind(cards[2], Kind::Enabler);
    let scene = lay_out(&map.board, &Guesses::from([cards[3]]), &View::default());
    let styles = cards.map(|card| scene.faces[&item(card)].title_style().weight);
    assert_eq!(styles, [500, 400, 400, 400]);
    assert!(scene.faces[&item(cards[3])].maybe_task);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn bands_of_any_scene_tile_without_overlap_and_hold_their_cards(map in any_map(), open in any::<bool>()) {
        let view = View { across_open: open, earlier_open: open, ..View::default() };
        let scene = lay_out(&map.board, &Guesses::new(), &view);
        let grid = Grid::of(&scene);
        let mut below = 0;
        for band in grid.bands() {
            prop_assert_eq!(band.top, below);
            below = band.top + band.height;
        }
        prop_assert_eq!(grid.height(), below);
        for (index, column) in grid.columns().iter().enumerate().skip(1) {
            let left = grid.columns()[index - 1];
            prop_assert!(left.x + left.width < column.x);
        }
        for (key, cards) in &scene.lists {
            let ListKey::Cell { band, step } = key else { continue };
            let band = scene.bands.iter().position(|each| each.band == *band);
            let column = scene.backbone.columns.iter().position(|each| each.step == *step);
            let (Some(band), Some(column)) = (band, column) else {
                return Err(TestCaseError::fail(format!("{key:?} is not on the map")));
            };
            if step.is_none() && !open {
                continue;
            }
            let last = u32::try_from(cards.len() - 1).unwrap_or(u32::MAX);
            let Some((x, y)) = grid.card(column, band, last) else { continue };
            let at = grid.bands()[band];
            prop_assert!(y + scene.metrics.card_h <= at.top + at.height);
            prop_assert_eq!(grid.place(x as i32, y as i32), Some(grid::PlaceAt { column, band, row: last }));
        }
    }

    #[test]
    fn every_pbi_and_every_task_without_one_stands_in_exactly_one_list(map in any_map()) {
        let view = View { earlier_open: true, ..View::default() };
        let scene = lay_out(&map.board, &Guesses::new(), &view);
        let mut cards: Vec<_> = scene.lists.values().flatten().copied().collect();
        cards.sort_unstable();
        let before = cards.len();
        cards.dedup();
        prop_assert_eq!(before, cards.len(), "no card stands twice");
        prop_assert!(map.board.items.iter().all(|each| cards.binary_search(&item(each.id)).is_ok()));
        let loose = map.board.tasks.iter().filter(|each| each.item.is_none());
        prop_assert!(loose.into_iter().all(|each| cards.binary_search(&task(each.id)).is_ok()));
        prop_assert_eq!(scene.faces.len(), cards.len());
    }

    #[test]
    fn the_order_of_cards_is_that_of_their_ranks(map in any_map()) {
        let scene = scene(&map);
        for cards in scene.lists.values() {
            let order: Vec<_> = cards
                .iter()
                .map(|card| match map.board.items.get(card.0.into()) {
                    Some(item) => (false, item.rank.clone(), card),
                    None => (true, map.board.tasks.get(card.0.into()).map(|task| task.rank.clone()).unwrap_or_else(|| crate::board::Rank::between(None, None)), card),
                })
                .collect();
            prop_assert!(order.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
