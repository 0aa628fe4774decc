//! Edits, the way back, and two programs on one file.

use super::*;
use crate::edit::import::{DraftItem, DraftSource};

#[test]
fn a_new_map_has_a_title_and_no_history_and_never_takes_the_place_of_a_file() {
    let desk = Desk::new();
    assert_eq!(desk.map.read_board().unwrap().title, "Corner");
    assert_eq!(desk.map.history().unwrap(), []);
    assert_eq!(desk.map.read_only(), None);
    let before = desk.bytes();
    assert!(matches!(Document::create(&desk.path(), "Other"), Err(OpenError::Exists)));
    assert_eq!(desk.bytes(), before);
    assert_eq!(desk.names(), ["corner.storymap"], "one file whenever no edit is under way");
}

#[test]
fn what_was_edited_is_there_after_reopening_and_so_is_the_way_back() {
    let mut desk = Desk::new();
    let empty = dump(&desk.map);
    let (_, step) = add_activity(&mut desk.map, "Order");
    add_item(&mut desk.map, "Choose a drink", Some(step));
    let last = dump(&desk.map);

    let mut map = desk.again();
    assert_eq!(dump(&map), last);
    assert_eq!(titles(&map), ["Choose a drink"]);
    assert_eq!(map.undo().unwrap().unwrap().seq, 3);
    map.undo().unwrap().unwrap();
    assert_eq!(dump(&map), empty);
    assert_eq!(map.undo().unwrap(), None);

    let mut map = desk.again();
    map.redo().unwrap().unwrap();
    map.redo().unwrap().unwrap();
    assert_eq!(dump(&map), last);
    assert_eq!(map.redo().unwrap(), None);
    assert_eq!(map.history().unwrap().len(), 6, "the log only grows");
}

#[test]
fn a_slice_removed_and_brought_back_has_its_cards_again() {
    let mut desk = Desk::new();
    let (_, step) = add_activity(&mut desk.map, "Pay");
    let slice = add_slice(&mut desk.map, "Rush hour");
    let item = add_item(&mut desk.map, "Pay by card", Some(step));
    let to = Place { step: Some(step), slice: Some(slice), before: None };
    desk.map.edit(&Edit::MoveItems { items: vec![item], to }).unwrap();
    let with_slice = dump(&desk.map);
    desk.map.edit(&Edit::RemoveSlice { slice }).unwrap();
    assert_eq!(desk.map.read_board().unwrap().items.get(item).unwrap().slice, None);
    let without = dump(&desk.map);
    for _ in 0..2 {
        desk.map.undo().unwrap().unwrap();
        assert_eq!(dump(&desk.map), with_slice);
        desk.map.redo().unwrap().unwrap();
        assert_eq!(dump(&desk.map), without);
    }
}

#[test]
fn an_edit_that_changes_nothing_leaves_no_history() {
    let mut desk = Desk::new();
    let edit = Edit::RenameMap { title: "Corner".into() };
    assert_eq!(desk.map.edit(&edit).unwrap().change, None);
    assert_eq!(desk.map.history().unwrap(), []);
}

#[test]
fn two_programs_on_one_file_both_edit_it_and_see_each_others_edits() {
    let mut desk = Desk::new();
    let mut other = desk.again();
    let mut board = desk.map.read_board().unwrap();
    assert!(!desk.map.moved_on().unwrap());

    add_item(&mut other, "Ask for oat milk", None);
    assert!(desk.map.moved_on().unwrap());
    desk.map.catch_up().unwrap();
    assert!(!desk.map.moved_on().unwrap());
    let touched = desk.map.take_touched();
    assert_eq!(touched.rows.len(), 1);
    desk.map.refresh(&mut board, &touched).unwrap();
    assert_eq!(board, desk.map.read_board().unwrap());

    add_item(&mut other, "Pick a table", None);
    add_item(&mut desk.map, "Leave a tip", None);
    let touched = desk.map.take_touched();
    assert_eq!(touched.rows.len(), 2, "an edit catches up first");
    desk.map.refresh(&mut board, &touched).unwrap();
    assert_eq!(titles(&other), titles(&desk.map));
    assert_eq!(board, other.read_board().unwrap());

    other.undo().unwrap().unwrap();
    assert_eq!(titles(&other).len(), 2, "undo takes the newest change back, whoever made it");
    desk.map.redo().unwrap().unwrap();
    assert_eq!(titles(&desk.map).len(), 3);
}

fn draft() -> Draft {
    let source = DraftSource { line: 2, key: Some("COR-1".into()), ..DraftSource::default() };
    let item = DraftItem { title: "Choose a drink".into(), source, ..DraftItem::default() };
    Draft {
        name: "corner.csv".into(),
        system: "jira".into(),
        items: vec![item],
        ..Draft::default()
    }
}

#[test]
fn an_import_is_one_change_and_one_of_nothing_new_is_none() {
    let mut desk = Desk::new();
    let empty = dump(&desk.map);
    let import = Edit::Import { draft: draft() };
    assert_eq!(desk.map.edit(&import).unwrap().change, Some(1));
    let answer = desk.map.edit(&import).unwrap();
    assert_eq!(answer.change, None);
    assert_eq!(answer.import.unwrap().updated, 1);
    assert_eq!(desk.map.history().unwrap().len(), 1);
    desk.map.undo().unwrap().unwrap();
    assert_eq!(dump(&desk.map), empty);
}

#[test]
fn a_preview_says_what_an_import_would_do_and_touches_nothing() {
    let mut desk = Desk::new();
    let bytes = desk.bytes();
    let (preview, coming) = desk.map.preview_import(&draft()).unwrap();
    assert_eq!((preview.change, preview.created.len()), (Some(1), 1));
    assert_eq!(coming.read_board().unwrap().items.len(), 1);
    assert!(desk.bytes() == bytes);
    assert_eq!(desk.map.take_touched(), Touched::default());

    desk.map.edit(&Edit::Import { draft: draft() }).unwrap();
    let (preview, _) = desk.map.preview_import(&draft()).unwrap();
    assert_eq!((preview.change, preview.import.unwrap().updated), (None, 1));
}

#[test]
fn the_example_is_one_change_that_one_undo_takes_back() {
    let mut desk = Desk::new();
    let empty = dump(&desk.map);
    let answer = desk
        .map
        .add_example(
            &draft(),
            r#"{"type":"addSlice","name":"Rush hour"}
               {"type":"moveItems","items":["@COR-1"],"to":{"slice":"@slice:Rush hour","step":null,"before":null}}"#,
        )
        .unwrap();
    assert_eq!((answer.change, answer.created.len()), (Some(1), 2));
    let board = desk.map.read_board().unwrap();
    assert!(board.items.iter().all(|item| item.slice.is_some()));
    assert_eq!(desk.map.history().unwrap()[0].label, Label::Example);
    desk.map.undo().unwrap().unwrap();
    assert_eq!(dump(&desk.map), empty);

    let refused = desk.map.add_example(&draft(), "\n{}");
    assert!(matches!(refused, Err(EditError::Line { line: 2 })));
    assert_eq!(dump(&desk.map), empty, "a wrong line leaves nothing of the draft");
}
