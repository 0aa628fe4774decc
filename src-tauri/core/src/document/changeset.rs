//! Changesets: what SQLite's session extension wrote down about one change. Recording, walking,
//! checking, inverting and applying them.
//!
//! The rules here each answer a way in which sessions surprise: see the comments and their tests.

use std::io::Read;

use rusqlite::Connection;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter, ConflictAction, Session, invert_strm};
use rusqlite::types::ValueRef;
use uuid::Uuid;

/// Tables whose changes are recorded, **children before parents**. In this order a changeset and its
/// inverse apply cleanly over ON DELETE CASCADE and SET NULL; parents first, a redo would meet rows
/// that the foreign key action had removed already, and stop.
pub(super) const RECORDED: [&str; 27] = [
    "feedback",
    "increment_item",
    "increment",
    "cover",
    "item_tag",
    "item_persona",
    "item_reference",
    "criterion",
    "done_check",
    "task",
    "sprint_item",
    "item",
    "step_persona",
    "step",
    "slice_persona",
    "slice",
    "goal_activity",
    "tag",
    "sprint",
    "activity",
    "goal",
    "persona",
    "done_rule",
    "dismissal",
    "period",
    "glossary",
    "map",
];

/// A changeset that is not one, or that speaks of other tables than a map's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Malformed;

/// Runs `work` and answers with the changeset of what it changed; empty if nothing is different.
///
/// # Errors
/// Those of `work`, and SQLite's.
pub(super) fn recorded<T, E: From<rusqlite::Error>>(
    db: &Connection,
    work: impl FnOnce() -> Result<T, E>,
) -> Result<(T, Vec<u8>), E> {
    let mut session = Session::new(db)?;
    // By name, never all: derived tables must stay out of the history.
    for table in RECORDED {
        session.attach(Some(table))?;
    }
    let done = work()?;
    // Not `session.is_empty()`: that is false as soon as a row was rewritten with equal values.
    let mut changeset = Vec::new();
    session.changeset_strm(&mut changeset)?;
    Ok((done, changeset))
}

/// The checksum that guards a stored changeset against accidents (CRC-32; it stops no forger).
pub(super) fn checksum(changeset: &[u8]) -> u32 {
    crc32fast::hash(changeset)
}

/// The rows that a changeset names.
///
/// # Errors
/// [`Malformed`].
pub(super) fn touched(changeset: &[u8]) -> Result<Vec<(String, Uuid)>, Malformed> {
    let mut rows = Vec::new();
    walk(changeset, |record| {
        let id = match record.op {
            Action::SQLITE_INSERT => record.item.new_value(0),
            _ => record.item.old_value(0),
        };
        let id = id.ok().and_then(|id| id.as_blob().ok()).and_then(|id| Uuid::from_slice(id).ok());
        rows.push((record.table.to_owned(), id.ok_or(Malformed)?));
        Ok(())
    })?;
    Ok(rows)
}

/// Whether each of a changeset's tables has the columns that it speaks of. SQLite applies a changeset
/// of a renamed or narrowed table by doing nothing, and calls that a success.
///
/// # Errors
/// [`Malformed`], or SQLite's.
pub(super) fn fits(db: &Connection, changeset: &[u8]) -> rusqlite::Result<Result<bool, Malformed>> {
    let mut widths = std::collections::BTreeMap::new();
    let walked = walk(changeset, |record| {
        widths.insert(record.table.to_owned(), record.columns);
        Ok(())
    });
    if let Err(malformed) = walked {
        return Ok(Err(malformed));
    }
    for (table, columns) in widths {
        let there: i32 = db
            .prepare_cached("SELECT count(*) FROM pragma_table_info(?1)")?
            .query_row([table], |row| row.get(0))?;
        // More columns than recorded are fine: they were added since, at the end.
        if there < columns {
            return Ok(Ok(false));
        }
    }
    Ok(Ok(true))
}

/// The changeset that takes `changeset` back.
///
/// # Errors
/// [`Malformed`].
pub(super) fn inverse(changeset: &[u8]) -> Result<Vec<u8>, Malformed> {
    // Inverting bytes that are no changeset is undefined, so they are walked first.
    walk(changeset, |_| Ok(()))?;
    let mut inverse = Vec::with_capacity(changeset.len());
    let mut bytes = changeset;
    invert_strm(&mut bytes, &mut inverse).map_err(|_| Malformed)?;
    Ok(inverse)
}

/// Applies a changeset to the recorded tables, whole or not at all: any conflict ends it with an
/// error. That no conflict was met does not make the outcome exact (foreign key actions give none):
/// the caller compares what happened with [`same`].
///
/// # Errors
/// SQLite's; `OperationAborted` and `ConstraintViolation` are conflicts.
pub(super) fn apply(db: &Connection, changeset: &[u8]) -> rusqlite::Result<()> {
    let mut bytes = changeset;
    // Without the filter, a stranger's file could have its own log rewritten.
    let recorded_only = |table: &str| RECORDED.contains(&table);
    db.apply_strm(&mut bytes, Some(recorded_only), |_, _| ConflictAction::SQLITE_CHANGESET_ABORT)
}

/// Whether two changesets hold the same records, in whatever order. One that was recorded before a
/// table got trailing columns says nothing of those: they must then hold their default in the other,
/// which is empty (see `migration`).
///
/// # Errors
/// [`Malformed`].
pub(super) fn same(one: &[u8], other: &[u8]) -> Result<bool, Malformed> {
    Ok(records(one)? == records(other)?)
}

/// Every record as bytes, sorted: which table, what was done, and each value before and after, without
/// what is empty at its end. That a foreign key action did it is left out: the inverse does by itself
/// what the action did.
fn records(changeset: &[u8]) -> Result<Vec<Vec<u8>>, Malformed> {
    let mut records = Vec::new();
    walk(changeset, |record| {
        let mut bytes = Vec::with_capacity(128);
        write_bytes(&mut bytes, record.table.as_bytes());
        bytes.push(match record.op {
            Action::SQLITE_INSERT => b'+',
            Action::SQLITE_DELETE => b'-',
            _ => b'~',
        });
        let mut said = bytes.len();
        for column in 0..usize::try_from(record.columns).map_err(|_| Malformed)? {
            let old =
                record.item.old_value(column).ok().filter(|_| record.op != Action::SQLITE_INSERT);
            let new =
                record.item.new_value(column).ok().filter(|_| record.op != Action::SQLITE_DELETE);
            write_value(&mut bytes, old);
            write_value(&mut bytes, new);
            if says_something(old) || says_something(new) {
                said = bytes.len();
            }
        }
        bytes.truncate(said);
        records.push(bytes);
        Ok(())
    })?;
    records.sort_unstable();
    Ok(records)
}

/// Whether a value is more than the default of a trailing column.
fn says_something(value: Option<ValueRef<'_>>) -> bool {
    !matches!(value, None | Some(ValueRef::Null | ValueRef::Text(b"")))
}

/// `None`: the value did not change and is not recorded.
fn write_value(bytes: &mut Vec<u8>, value: Option<ValueRef<'_>>) {
    match value {
        None => bytes.push(b'.'),
        Some(ValueRef::Null) => bytes.push(b'0'),
        Some(ValueRef::Integer(number)) => {
            bytes.push(b'i');
            bytes.extend_from_slice(&number.to_be_bytes());
        }
        Some(ValueRef::Real(number)) => {
            bytes.push(b'r');
            bytes.extend_from_slice(&number.to_bits().to_be_bytes());
        }
        Some(ValueRef::Text(text)) => {
            bytes.push(b't');
            write_bytes(bytes, text);
        }
        Some(ValueRef::Blob(blob)) => {
            bytes.push(b'b');
            write_bytes(bytes, blob);
        }
    }
}

fn write_bytes(bytes: &mut Vec<u8>, more: &[u8]) {
    bytes.extend_from_slice(&more.len().to_be_bytes());
    bytes.extend_from_slice(more);
}

struct Record<'a> {
    table: &'a str,
    columns: i32,
    op: Action,
    item: &'a ChangesetItem,
}

fn walk(
    changeset: &[u8],
    mut each: impl FnMut(&Record<'_>) -> Result<(), Malformed>,
) -> Result<(), Malformed> {
    let mut bytes = changeset;
    let input: &mut dyn Read = &mut bytes;
    let mut items = ChangesetIter::start_strm(&input).map_err(|_| Malformed)?;
    while let Some(item) = items.next().map_err(|_| Malformed)? {
        let op = item.op().map_err(|_| Malformed)?;
        // Every recorded table's key is its first column, `id`.
        let key = item.pk().map_err(|_| Malformed)?;
        let keyed_by_id =
            key.first().is_some_and(|part| *part != 0) && key.iter().skip(1).all(|part| *part == 0);
        if !RECORDED.contains(&op.table_name()) || !keyed_by_id {
            return Err(Malformed);
        }
        each(&Record {
            table: op.table_name(),
            columns: op.number_of_columns(),
            op: op.code(),
            item,
        })?;
    }
    Ok(())
}
