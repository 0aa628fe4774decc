//! What every noun's edits ask of the rows: is it there, what is it called, which rank is its new place.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{Done, EditError, Label, NotesOf, Noun};
use crate::board::{MAX_TEXT_CHARS, Rank, Title};

impl Noun {
    /// The table of the noun's rows.
    pub(super) fn table(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Goal => "goal",
            Self::Activity => "activity",
            Self::Step => "step",
            Self::Slice => "slice",
            Self::Sprint => "sprint",
            Self::Item => "item",
            Self::Task => "task",
            Self::Tag => "tag",
            Self::Persona => "persona",
            Self::Criterion => "criterion",
            Self::DoneRule => "done_rule",
            Self::Increment => "increment",
            Self::Feedback => "feedback",
            Self::Period => "period",
            Self::Term => "glossary",
        }
    }

    /// The column that holds the noun's name.
    pub(super) fn name_column(self) -> &'static str {
        match self {
            Self::Slice | Self::Sprint | Self::Tag | Self::Persona | Self::Period => "name",
            Self::Criterion | Self::DoneRule | Self::Feedback => "text",
            Self::Term => "word",
            _ => "title",
        }
    }
}

/// [`EditError::Gone`] unless a row was touched.
pub(super) fn gone_unless(what: Noun, rows: usize) -> Result<(), EditError> {
    if rows == 0 { Err(EditError::Gone { what }) } else { Ok(()) }
}

/// The name of a row; empty if it is untitled.
///
/// # Errors
/// [`EditError::Gone`] if there is no such row.
pub(super) fn name_of(db: &Connection, what: Noun, id: Uuid) -> Result<String, EditError> {
    let sql = format!("SELECT {} FROM {} WHERE id = ?1", what.name_column(), what.table());
    db.prepare_cached(&sql)?
        .query_row([id], |row| row.get::<_, Option<String>>(0))
        .optional()?
        .map(Option::unwrap_or_default)
        .ok_or(EditError::Gone { what })
}

/// The name of the one row, empty if there are several; all of them must be there.
///
/// # Errors
/// [`EditError::Gone`] if one is not there.
pub(super) fn name_of_all(
    db: &Connection,
    what: Noun,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<String, EditError> {
    let names = ids.into_iter().map(|id| name_of(db, what, id)).collect::<Result<Vec<_>, _>>()?;
    match <[String; 1]>::try_from(names) {
        Ok([name]) => Ok(name),
        Err(_) => Ok(String::new()),
    }
}

/// A checked title.
pub(super) fn title(what: Noun, text: &str) -> Result<Title, EditError> {
    Title::new(text).map_err(|why| EditError::Title { what, why })
}

/// A checked title, or `None` where the text is missing or blank: untitled.
pub(super) fn optional_title(what: Noun, text: Option<&str>) -> Result<Option<Title>, EditError> {
    text.filter(|text| !text.trim().is_empty()).map(|text| title(what, text)).transpose()
}

/// A body text within its limit.
pub(super) fn body(text: &str) -> Result<&str, EditError> {
    match text.chars().count() {
        chars if chars > MAX_TEXT_CHARS => Err(EditError::TextTooLong { chars }),
        _ => Ok(text),
    }
}

/// A day of the calendar; blank is none.
pub(super) fn day(text: &str) -> Result<Option<&str>, EditError> {
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse::<jiff::civil::Date>() {
        Ok(date) if date.to_string() == text => Ok(Some(text)),
        _ => Err(EditError::NoDay { text: text.to_owned() }),
    }
}

/// A day of the calendar that must be there.
pub(super) fn known_day(text: &str) -> Result<&str, EditError> {
    day(text)?.ok_or_else(|| EditError::NoDay { text: text.to_owned() })
}

/// A short text that may be empty, such as a name of somebody.
pub(super) fn word(text: &str) -> Result<&str, EditError> {
    match text.trim() {
        text if text.chars().count() > Title::MAX_CHARS => {
            Err(EditError::TextTooLong { chars: text.chars().count() })
        }
        text => Ok(text),
    }
}

/// Removes a row below which nothing stands.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn remove(db: &Connection, what: Noun, id: Uuid) -> Result<Done, EditError> {
    let name = name_of(db, what, id)?;
    let sql = format!("DELETE FROM {} WHERE id = ?1", what.table());
    db.prepare_cached(&sql)?.execute([id])?;
    Ok(Done::of(Label::removed(what, name, 0)))
}

/// The rank in front of `before`, or at the end, among all rows of a noun; `moved` rows, which are on
/// their way there, do not count as neighbours.
///
/// # Errors
/// [`EditError::Gone`] if `before` is not there.
pub(super) fn rank_at(
    db: &Connection,
    what: Noun,
    before: Option<Uuid>,
    moved: &[Uuid],
) -> Result<Rank, EditError> {
    rank_at_within(db, what, ("?1 IS NULL", None), before, moved)
}

/// As [`rank_at`], among the rows for which a condition on `?1` holds.
///
/// # Errors
/// [`EditError::Gone`] if `before` is not among them.
pub(super) fn rank_at_within(
    db: &Connection,
    what: Noun,
    within: (&str, Option<Uuid>),
    before: Option<Uuid>,
    moved: &[Uuid],
) -> Result<Rank, EditError> {
    let (condition, value) = within;
    let table = what.table();
    let sql = format!("SELECT id, rank FROM {table} WHERE {condition} ORDER BY rank, id");
    let rows: Vec<(Uuid, Rank)> = db
        .prepare_cached(&sql)?
        .query_map([value], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let (above, below) = between(&rows, what, before, moved)?;
    Ok(Rank::between(above, below))
}

/// The neighbours of a place in an order.
///
/// # Errors
/// [`EditError::Gone`] if `before` is not in the order.
pub(super) fn between<'a>(
    rows: &'a [(Uuid, Rank)],
    what: Noun,
    before: Option<Uuid>,
    moved: &[Uuid],
) -> Result<(Option<&'a Rank>, Option<&'a Rank>), EditError> {
    let at = match before {
        None => rows.len(),
        Some(before) => {
            rows.iter().position(|(id, _)| *id == before).ok_or(EditError::Gone { what })?
        }
    };
    let stays = |row: &&(Uuid, Rank)| !moved.contains(&row.0);
    let (above, below) = rows.split_at(at);
    Ok((
        above.iter().rev().find(stays).map(|(_, rank)| rank),
        below.iter().find(stays).map(|(_, rank)| rank),
    ))
}

/// Moves one row in the order of its noun; where it lies there already, nothing is written.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn move_in_order(
    db: &Connection,
    what: Noun,
    id: Uuid,
    before: Option<Uuid>,
) -> Result<Done, EditError> {
    let label = Label::moved(what, name_of(db, what, id)?);
    let sql = format!("SELECT id FROM {} ORDER BY rank, id", what.table());
    let order: Vec<Uuid> =
        db.prepare_cached(&sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let follower =
        order.iter().position(|row| *row == id).and_then(|at| order.get(at + 1).copied());
    if before == Some(id) || follower == before {
        return Ok(Done::of(label));
    }
    let rank = rank_at(db, what, before, &[id])?;
    let sql = format!("UPDATE {} SET rank = ?2 WHERE id = ?1", what.table());
    db.prepare_cached(&sql)?.execute((id, rank))?;
    Ok(Done::of(label))
}

/// Writes the notes of a row.
///
/// # Errors
/// [`EditError::TextTooLong`], [`EditError::Gone`].
pub(super) fn set_notes(db: &Connection, row: NotesOf, notes: &str) -> Result<Done, EditError> {
    let (what, id) = match row {
        NotesOf::Activity(id) => (Noun::Activity, id.0),
        NotesOf::Step(id) => (Noun::Step, id.0),
        NotesOf::Task(id) => (Noun::Task, id.0),
    };
    let sql = format!("UPDATE {} SET notes = ?2 WHERE id = ?1", what.table());
    gone_unless(what, db.prepare_cached(&sql)?.execute((id, body(notes)?))?)?;
    Ok(Done::of(Label::changed(what, name_of(db, what, id)?, 1)))
}

impl Done {
    /// An edit that made nothing.
    pub(super) fn of(label: Label) -> Self {
        Self { label, created: Vec::new(), import: None }
    }

    /// An edit that made rows.
    pub(super) fn made(label: Label, created: impl IntoIterator<Item = Uuid>) -> Self {
        Self { label, created: created.into_iter().collect(), import: None }
    }
}

impl Label {
    pub(super) fn add(what: Noun, name: &str) -> Self {
        Self::Add { what, name: name.to_owned() }
    }

    pub(super) fn moved(what: Noun, name: String) -> Self {
        Self::Move { what, name, count: 1 }
    }

    pub(super) fn moved_all(what: Noun, name: String, count: usize) -> Self {
        Self::Move { what, name, count: clamp(count) }
    }

    pub(super) fn changed(what: Noun, name: String, count: usize) -> Self {
        Self::Change { what, name, count: clamp(count) }
    }

    pub(super) fn removed(what: Noun, name: String, kept_items: u32) -> Self {
        Self::Remove { what, name, count: 1, kept_items }
    }
}

/// A count for a label: a number too large to say is said as the largest.
pub(super) fn clamp(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
