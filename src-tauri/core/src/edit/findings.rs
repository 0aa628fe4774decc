//! Edits of what the checks may say: findings set aside, the glossary, and who the users are.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::rows::{body, gone_unless, name_of, rank_at, title};
use super::{Done, EditError, Label, Noun};
use crate::board::{About, TermId, Title, text_of};

/// The longest name of a rule.
const MAX_RULE_NAME_CHARS: usize = 100;

/// "Fine as it is": a rule says nothing of a row any more, until the row's text is another.
///
/// # Errors
/// [`EditError::NoRule`], [`EditError::TextTooLong`], [`EditError::Gone`].
pub(super) fn dismiss(
    db: &Connection,
    rule: &str,
    about: About,
    reason: &str,
) -> Result<Done, EditError> {
    if rule.is_empty() || rule.chars().count() > MAX_RULE_NAME_CHARS {
        return Err(EditError::NoRule);
    }
    let (what, columns) = checked(about);
    let sql = format!("SELECT {columns} FROM {} WHERE id = ?1", what.table());
    let (name, rest): (Option<String>, String) = db
        .prepare_cached(&sql)?
        .query_row([about.row()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or(EditError::Gone { what })?;
    let name = name.unwrap_or_default();
    let (text, reason) = (text_of(&name, &rest), body(reason)?);
    let label = Label::Dismiss { what, name };
    let there: Option<Uuid> = db
        .prepare_cached(
            "SELECT id FROM dismissal WHERE rule = ?1 AND about = ?2 ORDER BY id LIMIT 1",
        )?
        .query_row((rule, about.row()), |row| row.get(0))
        .optional()?;
    if let Some(id) = there {
        db.prepare_cached("UPDATE dismissal SET text = ?2, reason = ?3 WHERE id = ?1")?
            .execute((id, text, reason))?;
        return Ok(Done::of(label));
    }
    let id = Uuid::now_v7();
    db.prepare_cached(
        "INSERT INTO dismissal (id, rule, about, text, reason) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((id, rule, about.row(), text, reason))?;
    Ok(Done::made(label, [id]))
}

/// Lets a rule speak of a row again.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn take_up(db: &Connection, rule: &str, about: About) -> Result<Done, EditError> {
    let (what, _) = checked(about);
    let name = name_of(db, what, about.row())?;
    db.prepare_cached("DELETE FROM dismissal WHERE rule = ?1 AND about = ?2")?
        .execute((rule, about.row()))?;
    Ok(Done::of(Label::changed(what, name, 1)))
}

/// The noun of a row that findings are about, and what is checked there: the columns of [`text_of`],
/// as [`About::text`] reads them.
fn checked(about: About) -> (Noun, &'static str) {
    match about {
        About::Item { .. } => (Noun::Item, "title, story"),
        About::Goal { .. } => (Noun::Goal, "title, measure"),
        About::Sprint { .. } => (Noun::Sprint, "name, goal"),
        About::Activity { .. } => (Noun::Activity, "title, ''"),
    }
}

/// Says whether the product's users are developers.
///
/// # Errors
/// SQLite's.
pub(super) fn set_users_are_developers(db: &Connection, yes: bool) -> Result<Done, EditError> {
    db.prepare_cached("UPDATE map SET users_are_developers = ?1")?.execute([yes])?;
    let name = db.query_row("SELECT title FROM map ORDER BY id LIMIT 1", [], |row| row.get(0))?;
    Ok(Done::of(Label::changed(Noun::Map, name, 1)))
}

/// Adds a word to the glossary.
///
/// # Errors
/// [`EditError::Title`], [`EditError::NameTaken`], [`EditError::TextTooLong`].
pub(super) fn add_term(db: &Connection, word: &str, meaning: &str) -> Result<Done, EditError> {
    let word = free_word(db, word, None)?;
    let term = TermId::make();
    let rank = rank_at(db, Noun::Term, None, &[])?;
    db.prepare_cached("INSERT INTO glossary (id, rank, word, meaning) VALUES (?1, ?2, ?3, ?4)")?
        .execute((term, rank, &word, body(meaning)?))?;
    Ok(Done::made(Label::add(Noun::Term, &word), [term.0]))
}

/// A word stands once, in whatever case it is written.
fn free_word(db: &Connection, word: &str, own: Option<TermId>) -> Result<Title, EditError> {
    let word = title(Noun::Term, word)?;
    let taken = db
        .prepare_cached(
            "SELECT 1 FROM glossary WHERE lower(word) = lower(?1) AND id IS NOT ?2 LIMIT 1",
        )?
        .query_row((&word, own), |_| Ok(()))
        .optional()?
        .is_some();
    if taken {
        return Err(EditError::NameTaken { what: Noun::Term, name: word.to_string() });
    }
    Ok(word)
}

/// Changes a word of the glossary, or what it means; `None` stays.
///
/// # Errors
/// As [`add_term`], and [`EditError::Gone`].
pub(super) fn change_term(
    db: &Connection,
    term: TermId,
    word: Option<&str>,
    meaning: Option<&str>,
) -> Result<Done, EditError> {
    let word = word.map(|word| free_word(db, word, Some(term))).transpose()?;
    let rows = db
        .prepare_cached(
            "UPDATE glossary SET word = coalesce(?2, word), meaning = coalesce(?3, meaning)
             WHERE id = ?1",
        )?
        .execute((term, &word, meaning.map(body).transpose()?))?;
    gone_unless(Noun::Term, rows)?;
    Ok(Done::of(Label::changed(Noun::Term, name_of(db, Noun::Term, term.0)?, 1)))
}
