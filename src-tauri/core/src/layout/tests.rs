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
    let lists: Vec<_> =
        scene.lists.iter().map(|(key, cards)| (*key, cards.shown.clone())).collect();
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
    assert_eq!(
        scene.totals,
        Totals { items: 2, activities: 0, tasks: 1, increments: 0, technical: 0 }
    );
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
    assert_eq!(scene.lists[&cell(Band::Slice { slice: first }, Some(step))].shown, [item(pay)]);
    assert_eq!(scene.lists[&cell(Band::Slice { slice: second }, Some(step))].shown, [task(alone)]);
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
    assert_eq!(open.lists[&cell(Band::Earlier, Some(step))].shown, [item(paid)]);
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

fn seen(map: &Sample, view: &View) -> Scene {
    lay_out(&map.board, &Guesses::new(), view)
}

#[test]
fn bands_by_sprints_are_the_sprints_then_what_is_in_none() {
    let mut map = Sample::default();
    let activity = map.activity("Pay");
    let step = map.step(activity, "");
    let slice = map.slice("First", "");
    let card = map.item("Pay by card", Some(step), Some(slice));
    let cash = map.item("Pay in cash", Some(step), Some(slice));
    let before = map.item("Pay at all", Some(step), None);
    map.done(before);
    let first = map.sprint("Sprint 1", &[card]);
    let second = map.sprint("Sprint 2", &[card]);
    let scene = seen(&map, &View { bands_by: BandsBy::Sprints, ..View::default() });
    let bands: Vec<_> = scene.bands.iter().map(|band| (band.band, band.items)).collect();
    let (one, two) = (Band::Sprint { sprint: first }, Band::Sprint { sprint: second });
    assert_eq!(bands, [(Band::Earlier, 1), (one, 0), (two, 1), (Band::Later, 1)]);
    assert_eq!(scene.lists[&cell(two, Some(step))].shown, [item(card)], "in the last one");
    assert_eq!(scene.lists[&cell(Band::Later, Some(step))].shown, [item(cash)]);
    assert!(scene.bands.iter().all(|band| band.report.is_none()), "no Sprint has a verdict");
    assert_eq!(scene.bands[2].sprint.as_ref().map(|head| (head.whole, head.touched)), Some((1, 1)));
}

#[test]
fn a_pbi_that_returned_from_a_sprint_is_in_it_no_more() {
    let mut map = Sample::default();
    let activity = map.activity("Pay");
    let step = map.step(activity, "");
    let card = map.item("Pay by card", Some(step), None);
    map.sprint("Sprint 1", &[card]);
    let stay = map.board.sprint_items.iter().next().cloned();
    if let Some(mut stay) = stay {
        stay.left_as = Some(crate::board::Left::Returned);
        map.board.sprint_items.put(stay);
    }
    let scene = seen(&map, &View { bands_by: BandsBy::Sprints, ..View::default() });
    assert_eq!(scene.lists[&cell(Band::Later, Some(step))].shown, [item(card)]);
}

#[test]
fn later_shows_five_cards_of_a_cell_and_says_how_many_more_there_are() {
    let mut map = Sample::default();
    let activity = map.activity("Pay");
    let step = map.step(activity, "");
    let cards: Vec<_> = (0..8).map(|_| map.item("Pay", Some(step), None)).collect();
    let key = cell(Band::Later, Some(step));
    let short = scene(&map);
    assert_eq!(short.lists[&key].shown.len(), 5);
    assert_eq!(short.lists[&key].rest, Some(Rest { count: 3, first: item(cards[5]) }));
    assert_eq!(short.bands[0].rows, 6, "one row more, for those words");
    assert!(!short.faces.contains_key(&item(cards[5])), "what is not shown is not sent");
    let open = seen(&map, &View { later_open: true, ..View::default() });
    assert_eq!((open.lists[&key].len(), open.lists[&key].rest), (8, None));
    map.board.items.remove(cards[0]);
    map.board.items.remove(cards[1]);
    map.board.items.remove(cards[2]);
    assert_eq!(scene(&map).lists[&key].rest, None, "five are all");
}

#[test]
fn a_collapsed_activity_is_one_shut_column_and_keeps_its_cards_out_of_the_heights() {
    let mut map = Sample::default();
    let (find, pay) = (map.activity("Find"), map.activity("Pay"));
    let steps = [map.step(find, "See"), map.step(find, "Choose"), map.step(pay, "")];
    let slice = map.slice("First", "");
    let chosen: Vec<_> = (0..3).map(|_| map.item("Choose", Some(steps[1]), Some(slice))).collect();
    let view = View { collapsed_activities: vec![find], ..View::default() };
    let scene = seen(&map, &view);
    let folds: Vec<_> =
        scene.backbone.columns.iter().map(|column| (column.fold, column.ends_activity)).collect();
    assert_eq!(folds, [(Fold::Shut, true), (Fold::Hidden, false), (Fold::Open, true)]);
    assert!(scene.backbone.activities[0].collapsed && !scene.backbone.activities[1].collapsed);
    assert_eq!(scene.bands[0].rows, 0);
    let key = cell(Band::Slice { slice }, Some(steps[1]));
    assert_eq!(scene.lists[&key].len(), chosen.len(), "they are there to be counted");
    let step_shut = seen(&map, &View { collapsed_steps: vec![steps[1]], ..View::default() });
    let folds: Vec<_> = step_shut.backbone.columns.iter().map(|column| column.fold).collect();
    assert_eq!(folds, [Fold::Open, Fold::Shut, Fold::Open]);
}

#[test]
fn a_folded_band_keeps_its_report_and_its_count_and_sends_no_cards() {
    let mut map = Sample::default();
    let activity = map.activity("Pay");
    let step = map.step(activity, "");
    let slice = map.slice("First", "");
    map.item("Pay by card", Some(step), Some(slice));
    let band = Band::Slice { slice };
    let scene = seen(&map, &View { folded_bands: vec![band], ..View::default() });
    assert!(scene.bands[0].folded && scene.bands[0].report.is_some());
    assert_eq!((scene.bands[0].items, scene.lists.len(), scene.faces.len()), (1, 0, 0));
}

#[test]
fn a_workshop_sees_no_plan_and_no_finding_until_it_asks() {
    let mut map = Sample::default();
    let activity = map.activity("Pay");
    let step = map.step(activity, "");
    let slice = map.slice("First", "");
    let pay = map.item("Pay by card", Some(step), Some(slice));
    let add = map.item("Add an index", Some(step), Some(slice));
    map.task("Form", Some(pay), None);
    let guesses = Guesses::from([add]);
    let workshop = View { lens: Lens::Workshop, ..View::default() };
    let quiet = lay_out(&map.board, &guesses, &workshop);
    assert!(quiet.bands.iter().all(|band| band.report.is_none() && band.line.is_none()));
    assert!(!quiet.faces[&item(add)].maybe_task);
    assert_eq!(quiet.metrics, Metrics { step_row: 0, ..Metrics::WORKSHOP }, "no step has a name");
    let asked = lay_out(&map.board, &guesses, &View { plan_shown: true, ..workshop });
    assert!(asked.bands[0].report.is_some() && asked.bands[0].line.is_some());
    assert!(asked.faces[&item(add)].maybe_task);
}

#[test]
fn a_card_that_promises_nothing_to_anybody_has_a_light_title() {
    let mut map = Sample::default();
    let cards = ["Outcome", "Done", "Enabler", "Guess"].map(|name| map.item(name, None, None));
    map.done(cards[1]);
    map.kind(cards[2], Kind::Enabler);
    let scene = lay_out(&map.board, &Guesses::from([cards[3]]), &View::default());
    let styles = cards.map(|card| scene.faces[&item(card)].title_style(&Typography::TEAM).weight);
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
        let view = View::whole(Lens::Team);
        let scene = lay_out(&map.board, &Guesses::new(), &view);
        let mut cards: Vec<_> = scene.lists.values().flat_map(|cards| cards.iter()).copied().collect();
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
