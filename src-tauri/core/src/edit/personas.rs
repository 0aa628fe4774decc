//! Edits of personas, and of whom steps, slices and PBIs are for.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::rows::{body, gone_unless, name_of, name_of_all, rank_at, title};
use super::ties::{ITEM_PERSONAS, Ties};
use super::{Done, EditError, Label, Noun};
use crate::board::{ItemId, PersonaId, Title};

/// Makes a persona.
///
/// # Errors
/// [`EditError::Title`], [`EditError::NameTaken`], [`EditError::TextTooLong`], [`EditError::Gone`].
pub(super) fn add_persona(
    db: &Connection,
    name: &str,
    about: &str,
    before: Option<PersonaId>,
) -> Result<Done, EditError> {
    let name = free_name(db, name, None)?;
    let persona = PersonaId::make();
    let rank = rank_at(db, Noun::Persona, before.map(|id| id.0), &[])?;
    db.prepare_cached("INSERT INTO persona (id, rank, name, about) VALUES (?1, ?2, ?3, ?4)")?
        .execute((persona, rank, &name, body(about)?))?;
    Ok(Done::made(Label::add(Noun::Persona, &name), [persona.0]))
}

/// Two personas of one name could not be told apart, in whatever case they are written.
fn free_name(db: &Connection, name: &str, own: Option<PersonaId>) -> Result<Title, EditError> {
    let name = title(Noun::Persona, name)?;
    let taken = db
        .prepare_cached(
            "SELECT 1 FROM persona WHERE lower(name) = lower(?1) AND id IS NOT ?2 LIMIT 1",
        )?
        .query_row((&name, own), |_| Ok(()))
        .optional()?
        .is_some();
    if taken {
        return Err(EditError::NameTaken { what: Noun::Persona, name: name.to_string() });
    }
    Ok(name)
}

/// Changes a persona.
///
/// # Errors
/// As [`add_persona`].
pub(super) fn change_persona(
    db: &Connection,
    persona: PersonaId,
    new_name: Option<&str>,
    about: Option<&str>,
) -> Result<Done, EditError> {
    let new_name = new_name.map(|name| free_name(db, name, Some(persona))).transpose()?;
    let rows = db
        .prepare_cached(
            "UPDATE persona SET name = coalesce(?2, name), about = coalesce(?3, about)
             WHERE id = ?1",
        )?
        .execute((persona, &new_name, about.map(body).transpose()?))?;
    gone_unless(Noun::Persona, rows)?;
    let name = name_of(db, Noun::Persona, persona.0)?;
    Ok(Done::of(match (new_name, about) {
        (Some(_), None) => Label::Rename { what: Noun::Persona, name },
        _ => Label::changed(Noun::Persona, name, 1),
    }))
}

/// Removes a persona; what was for it stays.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn remove_persona(db: &Connection, persona: PersonaId) -> Result<Done, EditError> {
    let name = name_of(db, Noun::Persona, persona.0)?;
    db.prepare_cached("DELETE FROM persona WHERE id = ?1")?.execute([persona])?;
    Ok(Done::of(Label::removed(Noun::Persona, name, 0)))
}

/// Says that PBIs are for a persona, or (`is_for: false`) are not.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn set_for_persona(
    db: &Connection,
    items: &[ItemId],
    persona: PersonaId,
    is_for: bool,
) -> Result<Done, EditError> {
    let name = name_of_all(db, Noun::Item, items.iter().map(|id| id.0))?;
    for item in items {
        if is_for {
            ITEM_PERSONAS.tie(db, item.0, persona.0)?;
        } else {
            ITEM_PERSONAS.untie(db, item.0, persona.0)?;
        }
    }
    Ok(Done::of(Label::changed(Noun::Item, name, items.len())))
}

/// Says for whom exactly a step or a slice is; nobody named: for everyone.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn set_personas(
    db: &Connection,
    ties: &Ties,
    (what, id): (Noun, Uuid),
    personas: &[PersonaId],
) -> Result<Done, EditError> {
    let name = name_of(db, what, id)?;
    ties.set(db, id, personas.iter().map(|persona| persona.0))?;
    Ok(Done::of(Label::changed(what, name, 1)))
}
