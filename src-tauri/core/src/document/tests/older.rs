//! Maps of earlier versions: opened, brought to today's format, and undone to their first change.

use std::fs;

use super::*;

/// Made by the programs of these versions, each with a history that removes rows of several tables and
/// ends with an undo.
const EARLIER: [&str; 2] = ["version-1.storymap", "version-2.storymap"];

fn a_copy_of(name: &str) -> (TempDir, PathBuf) {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/maps");
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("old.storymap");
    fs::write(&path, fs::read(std::path::Path::new(fixtures).join(name)).unwrap()).unwrap();
    (folder, path)
}

fn a_copy() -> (TempDir, PathBuf) {
    a_copy_of(EARLIER[0])
}

fn version(path: &std::path::Path) -> u32 {
    let db = Connection::open(path).unwrap();
    db.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn there_is_a_map_of_each_earlier_version() {
    for (name, number) in EARLIER.iter().zip(1..) {
        assert_eq!(version(&a_copy_of(name).1), number);
    }
    assert_eq!(EARLIER.len(), migration::TO_NEXT.len());
}

#[test]
fn a_map_of_an_earlier_version_opens_is_brought_to_todays_format_and_can_be_edited() {
    for name in EARLIER {
        let (_folder, path) = a_copy_of(name);
        let before = Document::open_to_read(&path).unwrap().read_board().unwrap();
        let mut map = Document::open(&path).unwrap();
        assert_eq!(version(&path), VERSION);
        let board = map.read_board().unwrap();
        assert_eq!(board, before);
        assert!(board.items.len() == 2 && !board.tasks.is_empty() && board.activities.len() == 1);
        let activity = board.activities.iter().next().unwrap().id;
        let how = Some(crate::board::CoveredBy::Live);
        map.edit(&Edit::SetCover { activity, slice: None, how, reason: String::new() }).unwrap();
        let edit = Edit::AddPersona { name: "Runner".into(), about: String::new(), before: None };
        map.edit(&edit).unwrap();
        let after = map.read_board().unwrap();
        assert_eq!((after.covers.len(), after.personas.len()), (1, board.personas.len() + 1));
    }
}

#[test]
fn what_was_done_in_an_earlier_version_can_be_undone_to_its_beginning_and_done_again() {
    for name in EARLIER {
        let (_folder, path) = a_copy_of(name);
        let mut map = Document::open(&path).unwrap();
        assert!(map.redo().unwrap().is_some());
        let last = map.read_board().unwrap();
        while map.undo().unwrap().is_some() {}
        let first = map.read_board().unwrap();
        assert!(first.items.is_empty() && first.activities.is_empty() && first.goals.is_empty());
        while map.redo().unwrap().is_some() {}
        assert_eq!(map.read_board().unwrap(), last);
    }
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
fn reading_a_map_of_an_earlier_version_changes_no_byte() {
    for name in EARLIER {
        let (_folder, path) = a_copy_of(name);
        let bytes = fs::read(&path).unwrap();
        Document::open_to_read(&path).unwrap().read_board().unwrap();
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
}

#[test]
fn a_map_of_an_earlier_version_with_something_planted_is_refused_as_it_is() {
    for (name, number) in EARLIER.iter().zip(1..) {
        let (_folder, path) = a_copy_of(name);
        let db = Connection::open(&path).unwrap();
        db.execute_batch("CREATE TRIGGER spy AFTER INSERT ON item BEGIN DELETE FROM slice; END")
            .unwrap();
        drop(db);
        assert!(matches!(Document::open(&path), Err(OpenError::Schema { .. })));
        assert_eq!(version(&path), number);
    }
}
