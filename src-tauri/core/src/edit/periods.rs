//! Edits of the periods that people compare.

use rusqlite::Connection;

use super::rows::{gone_unless, known_day, name_of, rank_at, title};
use super::{Done, EditError, Label, Noun};
use crate::board::PeriodId;

/// Names a stretch of time.
///
/// # Errors
/// [`EditError::Title`], [`EditError::NoDay`], [`EditError::EndsBeforeItStarts`].
pub(super) fn add_period(
    db: &Connection,
    name: &str,
    starts_on: &str,
    ends_on: &str,
) -> Result<Done, EditError> {
    let name = title(Noun::Period, name)?;
    let period = PeriodId::make();
    let rank = rank_at(db, Noun::Period, None, &[])?;
    db.prepare_cached(
        "INSERT INTO period (id, rank, name, starts_on, ends_on) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((period, rank, &name, known_day(starts_on)?, known_day(ends_on)?))?;
    in_order(db, period)?;
    Ok(Done::made(Label::add(Noun::Period, &name), [period.0]))
}

/// Changes a period; `None` stays.
///
/// # Errors
/// As [`add_period`], and [`EditError::Gone`].
pub(super) fn change_period(
    db: &Connection,
    period: PeriodId,
    name: Option<&str>,
    starts_on: Option<&str>,
    ends_on: Option<&str>,
) -> Result<Done, EditError> {
    let name = name.map(|name| title(Noun::Period, name)).transpose()?;
    let rows = db
        .prepare_cached(
            "UPDATE period SET name = coalesce(?2, name), starts_on = coalesce(?3, starts_on),
             ends_on = coalesce(?4, ends_on) WHERE id = ?1",
        )?
        .execute((
            period,
            &name,
            starts_on.map(known_day).transpose()?,
            ends_on.map(known_day).transpose()?,
        ))?;
    gone_unless(Noun::Period, rows)?;
    in_order(db, period)?;
    Ok(Done::of(Label::changed(Noun::Period, name_of(db, Noun::Period, period.0)?, 1)))
}

fn in_order(db: &Connection, period: PeriodId) -> Result<(), EditError> {
    // Days in ISO 8601 are in order as texts.
    let sql = "SELECT starts_on <= ends_on FROM period WHERE id = ?1";
    match db.prepare_cached(sql)?.query_row([period], |row| row.get(0))? {
        true => Ok(()),
        false => Err(EditError::EndsBeforeItStarts),
    }
}
