//! Maps of earlier versions: opened, brought to today's format, and undone to their first change.

use std::fs;

use super::*;

/// Made by the program of version 1, with a history that removes rows of several tables.
const VERSION_1: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/maps/version-1.storymap");

fn a_copy() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("old.storymap");
    fs::write(&path, fs::read(VERSION_1).unwrap()).unwrap();
    (folder, path)
}

fn version(path: &std::path::Path) -> u32 {
    let db = Connection::open(path).unwrap();
    db.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn a_map_of_version_1_opens_is_brought_to_todays_format_and_can_be_edited() {
    let (_folder, path) = a_copy();
    let before = Document::open_to_read(&path).unwrap().read_board().unwrap();
    let mut map = Document::open(&path).unwrap();
    assert_eq!(version(&path), VERSION);
    let board = map.read_board().unwrap();
    assert_eq!(board, before);
    assert_eq!((board.items.len(), board.tasks.len(), board.activities.len()), (2, 2, 1));
    let edit = Edit::AddPersona { name: "Commuter".into(), about: String::new(), before: None };
    map.edit(&edit).unwrap();
    assert_eq!(map.read_board().unwrap().personas.len(), 1);
}

#[test]
fn what_was_done_in_version_1_can_be_undone_to_its_beginning_and_done_again() {
    let (_folder, path) = a_copy();
    let mut map = Document::open(&path).unwrap();
    // The newest step there is an undo.
    assert!(map.redo().unwrap().is_some());
    let last = map.read_board().unwrap();
    while map.undo().unwrap().is_some() {}
    let first = map.read_board().unwrap();
    assert!(first.items.is_empty() && first.activities.is_empty() && first.goals.is_empty());
    while map.redo().unwrap().is_some() {}
    assert_eq!(map.read_board().unwrap(), last);
}

#[test]
fn an_old_row_that_got_notes_since_is_not_taken_back_with_them() {
    let (_folder, path) = a_copy();
    let mut map = Document::open(&path).unwrap();
    let made = map.history().unwrap();
    let step = map.read_board().unwrap().steps.iter().next().unwrap().id;
    let row = crate::edit::NotesOf::Step(step);
    map.edit(&Edit::SetNotes { row, notes: "Not without milk".into() }).unwrap();
    let activity = made
        .iter()
        .find(|change| matches!(&change.label, Label::Add { name, .. } if name == "Order"));
    let undone = map.undo_change(activity.unwrap().seq);
    assert!(matches!(undone, Err(HistoryError::InTheWay)), "{undone:?}");
}

#[test]
fn reading_a_map_of_version_1_changes_no_byte() {
    let (_folder, path) = a_copy();
    let bytes = fs::read(&path).unwrap();
    Document::open_to_read(&path).unwrap().read_board().unwrap();
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(version(&path), 1);
}

#[test]
fn a_map_of_version_1_with_something_planted_is_refused_as_it_is() {
    let (_folder, path) = a_copy();
    let db = Connection::open(&path).unwrap();
    db.execute_batch("CREATE TRIGGER spy AFTER INSERT ON item BEGIN DELETE FROM slice; END")
        .unwrap();
    drop(db);
    assert!(matches!(Document::open(&path), Err(OpenError::Schema { .. })));
    assert_eq!(version(&path), 1);
}
