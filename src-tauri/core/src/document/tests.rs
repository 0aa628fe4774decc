//! The document as its callers see it: edits, the way back, two programs on one file.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use rusqlite::types::Value;
use tempfile::TempDir;

use super::*;
use crate::board::{ActivityId, ItemId, Place, SliceId, StepId};

/// A map in a folder that goes with it.
struct Desk {
    folder: TempDir,
    map: Document,
}

impl Desk {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let map = Document::create(&folder.path().join("corner.storymap"), "Corner").unwrap();
        // Nothing here is about a loss of power.
        map.db.pragma_update(None, "synchronous", "OFF").unwrap();
        Self { folder, map }
    }

    fn path(&self) -> PathBuf {
        self.map.path().to_owned()
    }

    fn again(&self) -> Document {
        Document::open(&self.path()).unwrap()
    }
}

/// Every recorded table, row by row, in the order of ids: what "the same map" means here.
pub(super) fn dump(map: &Document) -> BTreeMap<&'static str, Vec<Vec<Value>>> {
    let rows = |table: &&'static str| {
        let mut all = map.db.prepare(&format!("SELECT * FROM {table} ORDER BY id")).unwrap();
        let columns = all.column_count();
        let rows = all
            .query_map([], |row| (0..columns).map(|column| row.get(column)).collect())
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        (*table, rows)
    };
    changeset::RECORDED.iter().map(rows).collect()
}

fn add_activity(map: &mut Document, title: &str) -> (ActivityId, StepId) {
    let edit = Edit::AddActivity { title: Some(title.into()), before: None };
    let created = map.edit(&edit).unwrap().created;
    (created[0].into(), created[1].into())
}

fn add_item(map: &mut Document, title: &str, step: Option<StepId>) -> ItemId {
    let to = Place { step, slice: None, before: None };
    map.edit(&Edit::AddItem { title: title.into(), to }).unwrap().created[0].into()
}

fn add_slice(map: &mut Document, name: &str) -> SliceId {
    let edit = Edit::AddSlice { name: name.into(), outcome: String::new(), before: None };
    map.edit(&edit).unwrap().created[0].into()
}

fn titles(map: &Document) -> Vec<String> {
    map.read_board().unwrap().items.iter().map(|item| item.title.to_string()).collect()
}

#[test]
fn a_new_map_has_a_title_and_no_history_and_never_takes_the_place_of_a_file() {
    let desk = Desk::new();
    assert_eq!(desk.map.read_board().unwrap().title, "Corner");
    assert_eq!(desk.map.history().unwrap(), []);
    assert_eq!(desk.map.read_only(), None);
    let before = std::fs::read(desk.path()).unwrap();
    assert!(matches!(Document::create(&desk.path(), "Other"), Err(OpenError::Exists)));
    assert_eq!(std::fs::read(desk.path()).unwrap(), before);
    let names: Vec<_> = std::fs::read_dir(desk.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names, ["corner.storymap"], "one file whenever no edit is under way");
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
