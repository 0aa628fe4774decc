//! Edits of feedback.

use rusqlite::Connection;

use super::rows::{body, gone_unless, known_day, name_of, rank_at, word};
use super::{Done, EditError, Label, Noun, items};
use crate::board::{FeedbackId, IncrementId, ItemId, Place, StepId, Title, TitleError};

/// What new feedback says.
pub(super) struct NewFeedback<'a> {
    pub text: &'a str,
    pub who: &'a str,
    pub increment: Option<IncrementId>,
    pub item: Option<ItemId>,
    pub given_on: &'a str,
}

/// Notes what somebody said.
///
/// # Errors
/// [`EditError::Title`] if nothing was said, [`EditError::TextTooLong`], [`EditError::NoDay`],
/// [`EditError::Gone`].
pub(super) fn add_feedback(db: &Connection, new: &NewFeedback<'_>) -> Result<Done, EditError> {
    if let Some(increment) = new.increment {
        name_of(db, Noun::Increment, increment.0)?;
    }
    if let Some(item) = new.item {
        name_of(db, Noun::Item, item.0)?;
    }
    let text = said(new.text)?;
    let feedback = FeedbackId::make();
    let rank = rank_at(db, Noun::Feedback, None, &[])?;
    db.prepare_cached(
        "INSERT INTO feedback (id, rank, increment, item, who, text, given_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        feedback,
        rank,
        new.increment,
        new.item,
        word(new.who)?,
        text,
        known_day(new.given_on)?,
    ))?;
    Ok(Done::made(Label::add(Noun::Feedback, &short(text)), [feedback.0]))
}

/// What was said: something, and within its limit.
fn said(text: &str) -> Result<&str, EditError> {
    match body(text.trim())? {
        "" => Err(EditError::Title { what: Noun::Feedback, why: TitleError::Empty }),
        text => Ok(text),
    }
}

/// What the history says of a text of any length.
fn short(text: &str) -> String {
    Title::cut(text).map(|(title, _)| title.to_string()).unwrap_or_default()
}

/// Changes what was said, by whom and when; `None` stays.
///
/// # Errors
/// As [`add_feedback`].
pub(super) fn change_feedback(
    db: &Connection,
    feedback: FeedbackId,
    text: Option<&str>,
    who: Option<&str>,
    given_on: Option<&str>,
) -> Result<Done, EditError> {
    let rows = db
        .prepare_cached(
            "UPDATE feedback SET text = coalesce(?2, text), who = coalesce(?3, who),
             given_on = coalesce(?4, given_on) WHERE id = ?1",
        )?
        .execute((
            feedback,
            text.map(said).transpose()?,
            who.map(word).transpose()?,
            given_on.map(known_day).transpose()?,
        ))?;
    gone_unless(Noun::Feedback, rows)?;
    Ok(Done::of(Label::changed(Noun::Feedback, name(db, feedback)?, 1)))
}

/// What answers feedback.
pub(super) struct Answer<'a> {
    pub item: Option<ItemId>,
    /// A PBI that is made for it.
    pub title: Option<&'a str>,
    pub reason: &'a str,
    pub on: &'a str,
}

/// Answers feedback with a PBI, one that is there or a new one, or with a reason; without all of these
/// it is open again. A new PBI stands in Later, in the step of the PBI of which the feedback speaks;
/// where there is none, in the tray.
///
/// # Errors
/// [`EditError::NoDay`], [`EditError::Title`], [`EditError::TextTooLong`], [`EditError::Gone`].
pub(super) fn answer_feedback(
    db: &Connection,
    feedback: FeedbackId,
    answer: &Answer<'_>,
) -> Result<Done, EditError> {
    name_of(db, Noun::Feedback, feedback.0)?;
    let made = answer.title.map(|title| add_answer(db, feedback, title)).transpose()?;
    let item = match &made {
        Some(made) => made.created.first().copied().map(ItemId),
        None => answer.item,
    };
    if let Some(item) = item {
        name_of(db, Noun::Item, item.0)?;
    }
    let reason = body(answer.reason.trim())?;
    let is_open = item.is_none() && reason.is_empty();
    let on = if is_open { None } else { Some(known_day(answer.on)?) };
    let rows = db
        .prepare_cached(
            "UPDATE feedback SET answer_item = ?2, answer = ?3, answered_on = ?4 WHERE id = ?1",
        )?
        .execute((feedback, item, reason, on))?;
    gone_unless(Noun::Feedback, rows)?;
    let label = Label::changed(Noun::Feedback, name(db, feedback)?, 1);
    Ok(match made {
        Some(made) => Done { label, ..made },
        None => Done::of(label),
    })
}

/// Makes the PBI that answers feedback.
fn add_answer(db: &Connection, feedback: FeedbackId, title: &str) -> Result<Done, EditError> {
    let step: Option<StepId> = db
        .prepare_cached(
            "SELECT coalesce(
               (SELECT item.step FROM item WHERE item.id = feedback.item),
               (SELECT item.step FROM increment_item JOIN item ON item.id = increment_item.item
                WHERE increment_item.increment = feedback.increment AND item.step IS NOT NULL
                ORDER BY item.rank, item.id LIMIT 1))
             FROM feedback WHERE id = ?1",
        )?
        .query_row([feedback], |row| row.get(0))?;
    items::add_item(db, title, Place { step, slice: None, before: None }, None)
}

/// Removes feedback.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn remove_feedback(db: &Connection, feedback: FeedbackId) -> Result<Done, EditError> {
    let name = name(db, feedback)?;
    db.prepare_cached("DELETE FROM feedback WHERE id = ?1")?.execute([feedback])?;
    Ok(Done::of(Label::removed(Noun::Feedback, name, 0)))
}

fn name(db: &Connection, feedback: FeedbackId) -> Result<String, EditError> {
    Ok(short(&name_of(db, Noun::Feedback, feedback.0)?))
}
