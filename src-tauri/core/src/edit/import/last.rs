//! What was imported last, and the three ways: it, the map, and the draft.
//!
//! `source_row` is one JSON object: `last` has the fields as they were imported, `cells` the row
//! itself. A field that no import ever spoke of is not in `last`. Of notes only their length and CRC-32
//! are in it: they stand in the row already, and most of a backlog's bytes are its descriptions.

use std::collections::BTreeMap;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{DraftSource, Field, Kept};

/// Fields as they were imported last. A slice is `[name, id]`, Sprints are such a list.
pub(super) type Last = BTreeMap<Field, Value>;

/// The most that the schema allows for `source_row`, in characters.
const MAX_ROW_CHARS: usize = 4_000_000;

#[derive(Serialize)]
struct Written<'a> {
    last: &'a Last,
    cells: &'a [(String, String)],
}

#[derive(Deserialize)]
struct Fields {
    last: Last,
    #[serde(rename = "cells")]
    _cells: IgnoredAny,
}

#[derive(Deserialize)]
struct Cells {
    cells: Vec<(String, String)>,
}

/// The fields in a `source_row`; empty if it is none of ours, so that everything that differs counts
/// as changed by people.
pub(super) fn read(row: &str) -> Last {
    serde_json::from_str::<Fields>(row).map(|row| row.last).unwrap_or_default()
}

/// A `source_row`. What was made from another row's mention keeps the cells that it had.
pub(super) fn write(last: &Last, source: &DraftSource, before: Option<&str>) -> String {
    let had = match before {
        Some(row) if source.made => serde_json::from_str::<Cells>(row).ok(),
        _ => None,
    };
    let cells = had.as_ref().map_or(source.cells.as_slice(), |had| had.cells.as_slice());
    let json = |cells| serde_json::to_string(&Written { last, cells }).unwrap_or_default();
    let row = json(cells);
    // Bytes are no fewer than characters.
    if row.len() > MAX_ROW_CHARS { json(&[]) } else { row }
}

/// A value as a report shows it: one line, shortened.
pub(super) fn short(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(80) {
        None => line,
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(&line).trim_end()),
    }
}

/// One row of the draft against the row of the map that it is.
pub(super) struct Merge<'a> {
    pub source: &'a DraftSource,
    /// Fields of which the file says nothing.
    pub lacks: &'a [Field],
    /// What was imported last; afterwards what is imported now.
    pub last: Last,
    pub kept: &'a mut Vec<Kept>,
}

impl Merge<'_> {
    /// Whether the draft says anything of a field.
    pub fn speaks_of(&self, field: Field) -> bool {
        let only_title = self.source.made && field != Field::Title;
        !only_title && !self.lacks.contains(&field)
    }

    /// Whether the title is to follow the draft.
    pub fn takes_title(&mut self, ours: Option<&str>, theirs: Option<&str>) -> bool {
        let shown = theirs.unwrap_or_default();
        self.takes(Field::Title, &serde_json::json!(ours), serde_json::json!(theirs), shown)
    }

    /// Whether the map's field is to follow the draft.
    pub fn takes(&mut self, field: Field, ours: &Value, theirs: Value, shown: &str) -> bool {
        self.takes_if(field, ours, theirs, shown, |a, b| a == b)
    }

    /// The same for a slice or a Sprint, which are the same by their id, whatever they are called.
    pub fn takes_place(&mut self, field: Field, ours: &Value, theirs: Value, shown: &str) -> bool {
        self.takes_if(field, ours, theirs, shown, |a, b| match (a.get(1), b.get(1)) {
            (Some(a), Some(b)) => a == b && !a.is_null(),
            (None, None) => a.is_null() && b.is_null(),
            _ => false,
        })
    }

    fn takes_if(
        &mut self,
        field: Field,
        ours: &Value,
        theirs: Value,
        shown: &str,
        same: impl Fn(&Value, &Value) -> bool,
    ) -> bool {
        if !self.speaks_of(field) {
            return false;
        }
        let last = self.last.get(&field);
        let as_imported = last.is_some_and(|last| same(last, ours));
        let as_before = last.is_some_and(|last| same(last, &theirs) || *last == theirs);
        let takes = !same(ours, &theirs) && as_imported;
        if !same(ours, &theirs) && !as_imported && !as_before {
            self.keep(field, shown);
        }
        self.last.insert(field, theirs);
        takes
    }

    /// Reports that a field stays as people made it.
    pub fn keep(&mut self, field: Field, shown: &str) {
        self.kept.push(Kept { line: self.source.line, field, value: short(shown) });
    }
}

/// Notes as they are kept in [`Last`]: enough to see that people changed them.
pub(super) fn notes(text: &str) -> Value {
    serde_json::json!([text.chars().count(), crc32fast::hash(text.as_bytes())])
}

/// A slice or a Sprint as it is kept in [`Last`].
pub(super) fn place(name: &str, id: Option<uuid::Uuid>) -> Value {
    serde_json::json!([name, id])
}

/// The name and the id of such a value.
pub(super) fn name_and_id(place: &Value) -> Option<(&str, uuid::Uuid)> {
    let id = place.get(1)?.as_str()?.parse().ok()?;
    Some((place.get(0)?.as_str()?, id))
}
