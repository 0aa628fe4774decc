//! The document as its callers see it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use rusqlite::types::Value;
use tempfile::TempDir;

mod edits;
mod older;
mod on_disk;
mod property;
mod strangers;
mod way_back;

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

    fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.path()).unwrap()
    }

    /// Names of what is in the folder.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn again(&self) -> Document {
        Document::open(&self.path()).unwrap()
    }
}

impl Document {
    /// A map in memory that can be edited.
    fn in_memory() -> Self {
        let db = Connection::open_in_memory().unwrap();
        opening::make_map(&db, &crate::board::Title::new("Corner").unwrap()).unwrap();
        let watch = Watch::start(&db).unwrap();
        Self { db, path: PathBuf::new(), file: None, read_only: None, watch }
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
    map.edit(&Edit::AddItem { title: title.into(), to, sprint: None }).unwrap().created[0].into()
}

fn add_slice(map: &mut Document, name: &str) -> SliceId {
    let edit = Edit::AddSlice { name: name.into(), outcome: String::new(), before: None };
    map.edit(&edit).unwrap().created[0].into()
}

fn titles(map: &Document) -> Vec<String> {
    map.read_board().unwrap().items.iter().map(|item| item.title.to_string()).collect()
}
