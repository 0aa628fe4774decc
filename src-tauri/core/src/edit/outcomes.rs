//! Edits that turn a list of tasks: outcomes are named, and what serves them goes below them.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{Done, EditError, Label, Level, convert, items, personas, tasks};
use crate::board::{ItemId, Kind, PersonaId, Place, TaskId};

/// Makes a PBI in the tray that is an outcome, for a persona where one is named, with `rows` below it.
///
/// # Errors
/// [`EditError::Title`], [`EditError::Gone`].
pub(super) fn add_outcome(
    db: &Connection,
    text: &str,
    persona: Option<PersonaId>,
    rows: &[Uuid],
) -> Result<Done, EditError> {
    let tray = Place { step: None, slice: None, before: None };
    let done = items::add_item(db, text, tray, None)?;
    for item in done.created.iter().map(|id| ItemId(*id)) {
        items::set_kind(db, &[item], Some(Kind::Outcome))?;
        if let Some(persona) = persona {
            personas::set_for_persona(db, &[item], persona, true)?;
        }
        serve(db, rows, item)?;
    }
    Ok(done)
}

/// Puts rows below a PBI as its tasks: PBIs and others become tasks, tasks move.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn serve(db: &Connection, rows: &[Uuid], item: ItemId) -> Result<Done, EditError> {
    let mut label = Label::Become { to: Level::Task, name: String::new(), count: 0 };
    for row in rows.iter().filter(|row| **row != item.0) {
        let is_task = db
            .prepare_cached("SELECT 1 FROM task WHERE id = ?1")?
            .query_row([row], |_| Ok(()))
            .optional()?
            .is_some();
        let done = if is_task {
            tasks::move_tasks(db, &[TaskId(*row)], Some(item), None)?
        } else {
            convert::convert(db, &[*row], Level::Task, Some(item))?
        };
        label = done.label;
    }
    if rows.len() > 1 {
        let count = super::rows::clamp(rows.len());
        label = Label::Become { to: Level::Task, name: String::new(), count };
    }
    Ok(Done::of(label))
}
