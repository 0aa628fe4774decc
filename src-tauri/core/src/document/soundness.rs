//! Whether what a file holds is a map of ours: its schema, statement by statement, and its pages.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rusqlite::{Connection, ErrorCode, OptionalExtension};

use super::{APPLICATION_ID, OpenError, SCHEMA, VERSION, migration};

/// Checks everything, in the caller's transaction.
///
/// # Errors
/// [`OpenError::Newer`], [`OpenError::Schema`], [`OpenError::Damaged`] and the like.
pub(super) fn check(db: &Connection) -> Result<(), OpenError> {
    schema(db)?;
    pages(db).map_err(|error| match error {
        // What SQLite calls a plain error at this point is a file that it cannot make sense of.
        OpenError::Storage(what) => OpenError::Damaged { what },
        other => other,
    })
}

/// Checks that the schema is the published one. Anything extra would run or hide something (a trigger,
/// a view), anything missing or different would make edits go elsewhere than the history says.
///
/// # Errors
/// [`OpenError::OtherApplication`], [`OpenError::Newer`], [`OpenError::Schema`].
pub(super) fn schema(db: &Connection) -> Result<(), OpenError> {
    let number = |pragma: &str| db.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    if number("application_id")? != i64::from(APPLICATION_ID) {
        return Err(OpenError::OtherApplication);
    }
    let version = number("user_version")?;
    if version > i64::from(VERSION) {
        return Err(OpenError::Newer { version: u32::try_from(version).unwrap_or(u32::MAX) });
    }
    let there = statements(db)?;
    let earlier = usize::try_from(version - 1).ok().and_then(|at| EARLIER.get(at));
    let published = earlier.unwrap_or(&*PUBLISHED);
    let object = |name: &str| OpenError::Schema { object: name.to_owned() };
    if let Some((name, _)) = there.iter().find(|(name, sql)| published.get(*name) != Some(sql)) {
        return Err(object(name));
    }
    if let Some(name) = published.keys().find(|name| !there.contains_key(*name)) {
        return Err(object(name));
    }
    // The version is compared last: a file that calls itself 0 differs in more than that, as a rule.
    if (1..=i64::from(VERSION)).contains(&version) { Ok(()) } else { Err(object("user_version")) }
}

/// The statements of `schema.sql` as SQLite keeps them, by type and name.
static PUBLISHED: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| statements_of(SCHEMA));

/// The same of the earlier versions, from version 1: each is the first one with the migrations to it.
static EARLIER: LazyLock<Vec<BTreeMap<String, String>>> = LazyLock::new(|| {
    let steps = |count| migration::TO_NEXT.iter().take(count).copied();
    let schema = |count| std::iter::once(migration::FIRST).chain(steps(count)).collect::<String>();
    (0..migration::TO_NEXT.len()).map(|count| statements_of(&schema(count))).collect()
});

fn statements_of(schema: &str) -> BTreeMap<String, String> {
    let published = || {
        let db = Connection::open_in_memory()?;
        db.execute_batch(schema)?;
        statements(&db)
    };
    // Empty where it is no SQL: then no file passes. A test creates one.
    published().unwrap_or_default()
}

fn statements(db: &Connection) -> rusqlite::Result<BTreeMap<String, String>> {
    db.prepare("SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema")?
        .query_map([], |row| {
            let sql: String = row.get(1)?;
            let words = sql.split_whitespace().collect::<Vec<_>>().join(" ");
            // A column that was added stands behind the line's end in SQLite's copy of the statement.
            Ok((row.get(0)?, words.replace(" ,", ",").replace(" )", ")")))
        })?
        .collect()
}

fn pages(db: &Connection) -> Result<(), OpenError> {
    // Also compares indices with tables and each row with the CHECKs of its table.
    let said: String = db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if said != "ok" {
        return Err(OpenError::Damaged { what: said });
    }
    let orphan: Option<String> =
        db.query_row("PRAGMA foreign_key_check", [], |row| row.get(0)).optional()?;
    if let Some(table) = orphan {
        return Err(OpenError::Damaged { what: format!("a row of {table} refers to nothing") });
    }
    // The next number must be one that we can say; SQLite would call a used-up counter a full disk.
    let counter: Option<i64> = db
        .query_row("SELECT max(seq) FROM sqlite_sequence WHERE name = 'change'", [], |row| {
            row.get(0)
        })
        .optional()?
        .flatten();
    if counter.is_some_and(|counter| !(0..i64::from(u32::MAX)).contains(&counter)) {
        return Err(OpenError::Damaged { what: "the history's counter".into() });
    }
    match db.query_row("SELECT count(*) FROM map", [], |row| row.get(0))? {
        1_i64 => Ok(()),
        maps => Err(OpenError::Damaged { what: format!("{maps} rows in map") }),
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotSqlite,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::TooBig | ErrorCode::TypeMismatch) => {
                Self::Damaged { what: error.to_string() }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::PermissionDenied | ErrorCode::CannotOpen | ErrorCode::ReadOnly) => {
                Self::NoPermission
            }
            Some(_) => Self::Storage(error.to_string()),
            // Not SQLite's but a conversion's: a cell that is not what the schema promises.
            None => Self::Damaged { what: error.to_string() },
        }
    }
}
