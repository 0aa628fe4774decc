use proptest::prelude::*;

use super::*;
use crate::board::Guesses;
use crate::layout::sample::{Sample, any_map, title};
use crate::layout::{View, lay_out};

/// Brings a scene from before an update to after it, as every window does.
fn apply(scene: &mut Scene, update: SceneUpdate) {
    match update {
        SceneUpdate::Whole { scene: whole } => *scene = *whole,
        SceneUpdate::Patch { backbone, personas, order, bands, lists, faces, gone, totals } => {
            if let Some(personas) = personas {
                scene.personas = personas;
            }
            if let Some(backbone) = backbone {
                scene.backbone = *backbone;
            }
            for band in bands {
                match scene.bands.iter_mut().find(|there| there.band == band.band) {
                    Some(there) => *there = band,
                    None => scene.bands.push(band),
                }
            }
            if let Some(order) = order {
                scene.bands.retain(|band| order.contains(&band.band));
                scene.bands.sort_by_key(|band| order.iter().position(|at| *at == band.band));
            }
            for patch in lists {
                let cards = scene.lists.entry(patch.key).or_default();
                let shown = &mut cards.shown;
                let start = (patch.at as usize).min(shown.len());
                let end = (start + patch.removed as usize).min(shown.len());
                shown.splice(start..end, patch.added);
                cards.rest = patch.rest;
                if cards.is_empty() {
                    scene.lists.remove(&patch.key);
                }
            }
            scene.faces.extend(faces);
            for card in gone {
                scene.faces.remove(&card);
            }
            scene.totals = totals;
        }
    }
}

fn scene(sample: &Sample, view: &View) -> Scene {
    lay_out(&sample.board, &Guesses::new(), view)
}

#[test]
fn one_added_card_is_a_patch_of_its_list_its_face_and_its_band() -> Result<(), serde_json::Error> {
    let mut map = Sample::default();
    let activity = map.activity("Pay");
    let step = map.step(activity, "");
    let slice = map.slice("Walking skeleton", "");
    map.slice("Rush hour", "");
    for _ in 0..9 {
        map.item("Pay by card", Some(step), Some(slice));
    }
    let before = scene(&map, &View::default());
    let added = map.item("Pay in cash", Some(step), Some(slice));
    let after = scene(&map, &View::default());
    let update = difference(&before, &after);
    let SceneUpdate::Patch { backbone: None, order: None, bands, lists, faces, gone, .. } = &update
    else {
        panic!("{update:?}");
    };
    assert_eq!(
        bands.iter().map(|band| band.name.as_str()).collect::<Vec<_>>(),
        ["Walking skeleton"]
    );
    let key = ListKey::Cell { band: Band::Slice { slice }, step: Some(step) };
    let patch = ListPatch { key, at: 9, removed: 0, added: vec![CardId(added.0)], rest: None };
    assert_eq!(*lists, [patch]);
    assert_eq!(faces.keys().copied().collect::<Vec<_>>(), [CardId(added.0)]);
    assert_eq!(*gone, []);
    assert!(serde_json::to_string(&update)?.len() < 2_000);
    Ok(())
}

#[test]
fn nothing_changed_is_an_empty_patch() {
    let mut map = Sample::default();
    map.item("Pay", None, None);
    let view = View::default();
    let SceneUpdate::Patch { backbone, order, bands, lists, faces, gone, .. } =
        difference(&scene(&map, &view), &scene(&map, &view))
    else {
        panic!("whole");
    };
    assert!(backbone.is_none() && order.is_none());
    assert!(bands.is_empty() && lists.is_empty() && faces.is_empty() && gone.is_empty());
}

#[test]
fn another_view_is_a_whole_scene() {
    let map = Sample::default();
    let open = View { earlier_open: true, ..View::default() };
    let update = difference(&scene(&map, &View::default()), &scene(&map, &open));
    assert!(matches!(update, SceneUpdate::Whole { .. }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_patch_makes_the_new_scene_out_of_the_old(old in any_map(), new in any_map(), seed in 0_u8..4) {
        let view = View { across_open: seed & 1 == 1, earlier_open: seed & 2 == 2, ..View::default() };
        let mut is = scene(&old, &view);
        let wanted = scene(&new, &view);
        let update = difference(&is, &wanted);
        apply(&mut is, update);
        prop_assert_eq!(is, wanted);
    }

    #[test]
    fn a_renamed_card_changes_its_face_alone(mut map in any_map(), at in any::<prop::sample::Index>()) {
        let items: Vec<_> = map.board.items.iter().map(|item| item.id).collect();
        prop_assume!(!items.is_empty());
        let before = scene(&map, &View::default());
        let item = items[at.index(items.len())];
        map.with(item, |item| item.title = title("Renamed"));
        let update = difference(&before, &scene(&map, &View::default()));
        let SceneUpdate::Patch { faces, lists, gone, .. } = update else { panic!("whole") };
        prop_assert!(lists.is_empty() && gone.is_empty());
        let tasks_of_it = map.board.tasks.iter().filter(|task| task.item == Some(item)).count();
        prop_assert!(faces.len() <= 1 + tasks_of_it);
    }
}
