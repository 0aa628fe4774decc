//! What windows are told, and by whom it was made.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::sync::atomic::{AtomicU32, Ordering};

use tempfile::TempDir;

use super::*;
use crate::board::Place;

const TRAY: Place = Place { step: None, slice: None, before: None };

fn open() -> (TempDir, OpenMap) {
    let folder = TempDir::new().unwrap();
    let document = Document::create(&folder.path().join("corner.storymap"), "Corner").unwrap();
    (folder, OpenMap::of(document).unwrap())
}

fn add_item(title: &str) -> Edit {
    Edit::AddItem { title: title.into(), to: TRAY, sprint: None }
}

fn titles(update: &SceneUpdate) -> Vec<String> {
    let faces: Vec<_> = match update {
        SceneUpdate::Whole { scene } => scene.faces.values().collect(),
        SceneUpdate::Patch { faces, .. } => faces.values().collect(),
    };
    faces.iter().map(|face| face.title.to_string()).collect()
}

#[test]
fn every_window_that_watches_hears_of_an_edit_once_and_only_of_what_is_new() {
    let (_folder, mut map) = open();
    map.edit(&add_item("Pay by card")).unwrap();
    for watcher in [1, 2] {
        let first = map.watch(watcher, &View::default());
        assert_eq!((first.revision, titles(&first.scene)), (1, vec!["Pay by card".to_owned()]));
    }
    assert!(map.updates().is_empty(), "nothing happened since");

    map.edit(&add_item("Pay by phone")).unwrap();
    let updates = map.updates();
    assert_eq!(updates.iter().map(|(watcher, _)| *watcher).collect::<Vec<_>>(), [1, 2]);
    for (_, update) in updates {
        assert_eq!(update.revision, 2);
        assert_eq!(titles(&update.scene), ["Pay by phone"]);
    }

    map.forget(1);
    map.undo().unwrap();
    let updates = map.updates();
    assert_eq!(updates.len(), 1, "a window that was closed hears nothing");
    assert_eq!((updates[0].0, updates[0].1.revision), (2, 3));
}

#[test]
fn looking_at_a_file_that_nobody_changed_gives_no_cause_to_lay_it_out() {
    let (_folder, mut map) = open();
    map.watch(1, &View::default());
    map.edit(&add_item("Pay by card")).unwrap();
    assert_eq!((map.stirred, map.updates().len(), map.stirred), (true, 1, false));
    map.catch_up().unwrap();
    assert!(!map.stirred);
}

#[cfg(unix)]
#[test]
fn a_window_hears_that_its_file_went_away_also_from_a_refused_edit() {
    let (_folder, mut map) = open();
    map.watch(1, &View::default());
    std::fs::remove_file(map.document().path()).unwrap();
    assert!(matches!(map.edit(&add_item("Late")), Err(Refused::Edit(EditError::FileReplaced))));
    let updates = map.updates();
    assert_eq!(updates.first().unwrap().1.read_only, Some(ReadOnly::FileReplaced));
}

#[test]
fn undo_and_redo_are_offered_in_words() {
    let (_folder, mut map) = open();
    let first = map.watch(1, &View::default());
    assert_eq!((first.undo, first.redo), (None, None));
    map.edit(&add_item("Pay by card")).unwrap();
    map.undo().unwrap();
    let updates = map.updates();
    let (_, update) = updates.first().unwrap();
    assert_eq!(update.undo, None);
    assert!(update.redo.as_ref().unwrap().contains("“Pay by card”"), "{:?}", update.redo);
}

#[test]
fn what_another_program_changed_appears() {
    let (_folder, mut map) = open();
    map.watch(1, &View::default());
    let mut other = Document::open(map.document().path()).unwrap();
    other.edit(&add_item("From the command line")).unwrap();
    map.catch_up().unwrap();
    let updates = map.updates();
    assert_eq!(titles(&updates.first().unwrap().1.scene), ["From the command line"]);
    other.edit(&Edit::RenameMap { title: "Corner again".into() }).unwrap();
    map.edit(&add_item("From this window")).unwrap();
    let updates = map.updates();
    let (_, update) = updates.first().unwrap();
    assert_eq!(update.title, "Corner again");
    assert_eq!(titles(&update.scene), ["From this window"]);
    assert_eq!(*map.board(), other.read_board().unwrap());
}

#[test]
fn an_edit_that_is_refused_tells_nobody() {
    let (_folder, mut map) = open();
    map.watch(1, &View::default());
    assert!(matches!(map.edit(&add_item(" ")), Err(Refused::Edit(EditError::Title { .. }))));
    assert!(map.updates().is_empty());
}

#[test]
fn a_preview_says_what_an_edit_would_make_of_the_bands_and_changes_nothing() {
    let (_folder, mut map) = open();
    map.edit(&Edit::AddActivity { title: Some("Pay".into()), before: None }).unwrap();
    map.edit(&Edit::AddSlice { name: "First".into(), outcome: String::new(), before: None })
        .unwrap();
    map.watch(1, &View::default());
    map.updates();
    let before = map.board();
    let step = before.columns().first().unwrap().id;
    let slice = before.slices.iter().next().unwrap().id;
    let bytes = std::fs::read(map.document().path()).unwrap();
    let to = Place { step: Some(step), slice: Some(slice), before: None };
    let edit = Edit::AddItem { title: "Pay by card".into(), to, sprint: None };
    let preview = map.preview(1, &edit).unwrap();
    let verdicts: Vec<_> = preview
        .bands
        .iter()
        .map(|band| band.report.as_ref().map(|report| report.verdict))
        .collect();
    assert_eq!(verdicts, [Some(crate::slicing::Verdict::EndToEnd)], "Later stays as it is");
    assert!(map.updates().is_empty(), "no window hears of it");
    assert_eq!(map.document().history().unwrap().len(), 2, "no history");
    assert_eq!(*map.board(), *before);
    assert_eq!(map.document().read_board().unwrap(), *before);
    assert_eq!(std::fs::read(map.document().path()).unwrap(), bytes, "no byte of the file changed");
    assert!(matches!(map.preview(1, &add_item(" ")), Err(Refused::Edit(EditError::Title { .. }))));
    map.edit(&edit).unwrap();
    assert_eq!(map.updates().len(), 1, "editing goes on as before");
}

#[test]
fn a_preview_knows_what_another_program_changed_meanwhile() {
    let (_folder, mut map) = open();
    map.watch(1, &View::default());
    let mut other = Document::open(map.document().path()).unwrap();
    other
        .edit(&Edit::AddSlice { name: "Second".into(), outcome: String::new(), before: None })
        .unwrap();
    let slice = other.read_board().unwrap().slices.iter().next().unwrap().id;
    let to = Place { step: None, slice: Some(slice), before: None };
    let preview =
        map.preview(1, &Edit::AddItem { title: "Backups".into(), to, sprint: None }).unwrap();
    assert_eq!(preview.bands.iter().map(|band| band.name.as_str()).collect::<Vec<_>>(), ["Second"]);
}

#[test]
fn a_change_that_could_not_be_read_back_is_read_whole_the_next_time() {
    let (_folder, mut map) = open();
    map.watch(1, &View::default());
    for title in ["First", "Second"] {
        map.edit(&add_item(title)).unwrap();
    }
    map.updates();
    let ids: Vec<_> = map.board().items.iter().map(|item| item.id).collect();
    let other = rusqlite::Connection::open(map.document().path()).unwrap();
    other
        .execute_batch(
            "PRAGMA ignore_check_constraints = ON;
             UPDATE item SET title = '' WHERE title = 'First';
             UPDATE item SET title = 'Second, renamed' WHERE title = 'Second';",
        )
        .unwrap();
    assert!(matches!(map.catch_up(), Err(Refused::Read(_))));
    assert!(
        map.updates().is_empty(),
        "a window sees the map before, or after, and nothing between"
    );
    let mend = Edit::ChangeItem {
        item: ids[0],
        title: Some("First, mended".into()),
        story: None,
        notes: None,
    };
    map.edit(&mend).unwrap();
    assert_eq!(*map.board(), map.document().read_board().unwrap());
    let updates = map.updates();
    let mut seen = titles(&updates.first().unwrap().1.scene);
    seen.sort_unstable();
    assert_eq!(seen, ["First, mended", "Second, renamed"]);
}

#[test]
fn an_import_that_is_cancelled_leaves_nothing() {
    let (_folder, mut map) = open();
    let items = (0..50_000).map(|n| crate::edit::import::DraftItem {
        title: format!("Card {n}"),
        ..Default::default()
    });
    let draft = Draft { system: "outline".into(), items: items.collect(), ..Draft::default() };
    let most = Arc::new(AtomicU32::new(0));
    let told = Arc::clone(&most);
    let goes_on = move |written| {
        assert!(told.fetch_max(written, Ordering::Relaxed) <= written, "it only grows");
        written < 1000
    };
    let outcome = map.edit_while(goes_on, &Edit::Import { draft }).map(|answer| answer.change);
    assert!((1000..50_000).contains(&most.load(Ordering::Relaxed)), "told while it was written");
    assert!(matches!(outcome, Err(Refused::Edit(EditError::Cancelled))), "{outcome:?}");
    assert!(map.document().read_board().unwrap().items.is_empty());
    assert!(map.document().history().unwrap().is_empty());
    map.edit(&add_item("Still there")).unwrap();
}

#[test]
fn what_looks_like_a_task_makes_no_slice_whole_until_somebody_says_what_it_is() {
    use crate::slicing::Verdict;

    let (_folder, mut map) = open();
    map.edit(&Edit::AddActivity { title: Some("Pay".into()), before: None }).unwrap();
    map.edit(&Edit::AddSlice { name: "First".into(), outcome: String::new(), before: None })
        .unwrap();
    let board = map.board();
    let step = board.columns().first().unwrap().id;
    let slice = board.slices.iter().next().unwrap().id;
    let to = Place { step: Some(step), slice: Some(slice), before: None };
    map.watch(1, &View::default());
    let verdict = |map: &mut OpenMap, edit: &Edit| {
        map.edit(edit).unwrap();
        map.updates();
        let report = crate::slicing::report(&map.board(), map.guesses());
        report.first().unwrap().verdict
    };
    let task = Edit::AddItem { title: "Implement API endpoint".into(), to, sprint: None };
    assert_eq!(verdict(&mut map, &task), Verdict::Pieces);

    let items: Vec<_> = map.board().items.iter().map(|item| item.id).collect();
    let named = |title: &str| Edit::ChangeItem {
        item: items[0],
        title: Some(title.into()),
        story: None,
        notes: None,
    };
    assert_eq!(verdict(&mut map, &named("Pay by card")), Verdict::EndToEnd);
    assert_eq!(verdict(&mut map, &named("Implement API endpoint")), Verdict::Pieces);
    let declared = Edit::SetKind { items, kind: Some(crate::board::Kind::Outcome) };
    assert_eq!(verdict(&mut map, &declared), Verdict::EndToEnd, "people know better");
}

#[test]
fn a_window_hears_of_a_change_that_only_a_panel_shows() {
    use crate::details::{Details, Subject};

    let (_folder, mut map) = open();
    map.edit(&add_item("Pay by card")).unwrap();
    map.watch(1, &View::default());
    let item = map.board().items.iter().next().unwrap().id;
    for text in ["Soon", "Later"] {
        let notes = Some(text.to_owned());
        map.edit(&Edit::ChangeItem { item, title: None, story: None, notes }).unwrap();
        assert_eq!(map.updates().len(), 1, "{text}");
        let Some(Details::Item(details)) = map.details(Subject::Item(item)) else {
            unreachable!("the PBI is there")
        };
        assert_eq!(details.notes.source, text);
    }
    assert!(map.updates().is_empty(), "nothing happened since");
}
