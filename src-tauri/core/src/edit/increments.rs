//! Edits of Increments.

use rusqlite::Connection;

use super::rows::{body, day, gone_unless, known_day, name_of, rank_at, title};
use super::ties::INCREMENT_ITEMS;
use super::{Done, EditError, Label, Noun};
use crate::board::{IncrementId, ItemId, SliceId, SprintId, Usable, Value};

/// What a new Increment says.
pub(super) struct NewIncrement<'a> {
    pub title: &'a str,
    pub items: &'a [ItemId],
    pub slice: Option<SliceId>,
    pub sprint: Option<SprintId>,
    pub made_on: &'a str,
    pub usable: Usable,
    pub learned: &'a str,
}

/// Records an Increment.
///
/// # Errors
/// [`EditError::Title`], [`EditError::NoDay`], [`EditError::TextTooLong`], [`EditError::Gone`].
pub(super) fn add_increment(db: &Connection, new: &NewIncrement<'_>) -> Result<Done, EditError> {
    let title = title(Noun::Increment, new.title)?;
    if let Some(slice) = new.slice {
        name_of(db, Noun::Slice, slice.0)?;
    }
    if let Some(sprint) = new.sprint {
        name_of(db, Noun::Sprint, sprint.0)?;
    }
    let increment = IncrementId::make();
    let rank = rank_at(db, Noun::Increment, None, &[])?;
    db.prepare_cached(
        "INSERT INTO increment (id, rank, title, slice, sprint, made_on, usable, learned)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((
        increment,
        rank,
        &title,
        new.slice,
        new.sprint,
        known_day(new.made_on)?,
        new.usable,
        body(new.learned)?,
    ))?;
    INCREMENT_ITEMS.set(db, increment.0, new.items.iter().map(|item| item.0))?;
    Ok(Done::made(Label::add(Noun::Increment, &title), [increment.0]))
}

/// Fields of an Increment that are to be different; `None` stays.
pub(super) struct IncrementChange<'a> {
    pub title: Option<&'a str>,
    pub made_on: Option<&'a str>,
    pub released_on: Option<&'a str>,
    pub usable: Option<Usable>,
    pub value: Option<Value>,
    pub learned: Option<&'a str>,
}

/// Changes fields of an Increment; an empty `released_on` takes the day away.
///
/// # Errors
/// [`EditError::Title`], [`EditError::NoDay`], [`EditError::TextTooLong`], [`EditError::Gone`].
pub(super) fn change_increment(
    db: &Connection,
    increment: IncrementId,
    change: &IncrementChange<'_>,
) -> Result<Done, EditError> {
    let new_title = change.title.map(|text| title(Noun::Increment, text)).transpose()?;
    let rows = db
        .prepare_cached(
            "UPDATE increment SET title = coalesce(?2, title), made_on = coalesce(?3, made_on),
             usable = coalesce(?4, usable), value = coalesce(?5, value),
             learned = coalesce(?6, learned) WHERE id = ?1",
        )?
        .execute((
            increment,
            &new_title,
            change.made_on.map(known_day).transpose()?,
            change.usable,
            change.value,
            change.learned.map(body).transpose()?,
        ))?;
    gone_unless(Noun::Increment, rows)?;
    if let Some(released_on) = change.released_on {
        db.prepare_cached("UPDATE increment SET released_on = ?2 WHERE id = ?1")?
            .execute((increment, day(released_on)?))?;
    }
    let name = name_of(db, Noun::Increment, increment.0)?;
    Ok(Done::of(Label::changed(Noun::Increment, name, 1)))
}

/// Says of which PBIs an Increment consists; those named before are forgotten.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn set_items(
    db: &Connection,
    increment: IncrementId,
    items: &[ItemId],
) -> Result<Done, EditError> {
    let name = name_of(db, Noun::Increment, increment.0)?;
    INCREMENT_ITEMS.set(db, increment.0, items.iter().map(|item| item.0))?;
    Ok(Done::of(Label::changed(Noun::Increment, name, 1)))
}
