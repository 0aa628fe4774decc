//! What windows are told, and by whom it was made.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::sync::atomic::{AtomicBool, Ordering};

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
    Edit::AddItem { title: title.into(), to: TRAY }
}

fn titles(update: &SceneUpdate) -> Vec<String> {
    let faces: Vec<_> = match update {
        SceneUpdate::Whole { scene } => scene.faces.values().collect(),
        SceneUpdate::Patch { faces, .. } => faces.values().collect(),
    };
    faces.iter().map(|face| face.title.clone()).collect()
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
fn an_import_that_is_cancelled_leaves_nothing() {
    let (_folder, mut map) = open();
    let items = (0..50_000).map(|n| crate::edit::import::DraftItem {
        title: format!("Card {n}"),
        ..Default::default()
    });
    let draft = Draft { system: "outline".into(), items: items.collect(), ..Draft::default() };
    let journal = map.document().path().with_extension("storymap-journal");
    let (cancel, cancelled) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
    let (cancelling, ended) = (Arc::clone(&cancel), Arc::clone(&cancelled));
    let person = std::thread::spawn(move || {
        // The journal lies beside the file once rows are written; by then there is far to go.
        while !journal.exists() && !ended.load(Ordering::Relaxed) {
            std::thread::yield_now();
        }
        cancelling.store(true, Ordering::Relaxed);
    });
    let outcome = map.edit_unless(cancel, &Edit::Import { draft }).map(|answer| answer.change);
    cancelled.store(true, Ordering::Relaxed);
    person.join().unwrap();
    assert!(matches!(outcome, Err(Refused::Edit(EditError::Cancelled))), "{outcome:?}");
    assert!(map.document().read_board().unwrap().items.is_empty());
    assert!(map.document().history().unwrap().is_empty());
    map.edit(&add_item("Still there")).unwrap();
}
