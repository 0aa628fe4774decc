//! Edits of Product Goals.

use rusqlite::Connection;

use super::rows::{body, day, gone_unless, name_of, rank_at, title};
use super::ties::GOAL_ACTIVITIES;
use super::{Done, EditError, Label, Noun};
use crate::board::{ActivityId, GoalId, GoalState};

/// What a new Product Goal says.
pub(super) struct NewGoal<'a> {
    pub title: &'a str,
    pub outcome: &'a str,
    pub measure: &'a str,
    pub state: GoalState,
    pub activities: &'a [ActivityId],
    pub before: Option<GoalId>,
}

/// Makes a Product Goal over some activities.
///
/// # Errors
/// [`EditError::Title`], [`EditError::TextTooLong`], [`EditError::Gone`].
pub(super) fn add_goal(db: &Connection, new: &NewGoal<'_>) -> Result<Done, EditError> {
    let title = title(Noun::Goal, new.title)?;
    let goal = GoalId::make();
    let rank = rank_at(db, Noun::Goal, new.before.map(|id| id.0), &[])?;
    db.prepare_cached(
        "INSERT INTO goal (id, rank, title, outcome, measure, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((goal, rank, &title, body(new.outcome)?, body(new.measure)?, new.state.word()))?;
    GOAL_ACTIVITIES.set(db, goal.0, new.activities.iter().map(|activity| activity.0))?;
    Ok(Done::made(Label::add(Noun::Goal, &title), [goal.0]))
}

/// Fields of a Product Goal that are to be different; `None` stays.
pub(super) struct GoalChange<'a> {
    pub title: Option<&'a str>,
    pub outcome: Option<&'a str>,
    pub measure: Option<&'a str>,
    pub state: Option<GoalState>,
    pub notes: Option<&'a str>,
}

/// Changes fields of a Product Goal.
///
/// # Errors
/// [`EditError::Title`], [`EditError::TextTooLong`], [`EditError::Gone`].
pub(super) fn change_goal(
    db: &Connection,
    goal: GoalId,
    change: &GoalChange<'_>,
) -> Result<Done, EditError> {
    let new_title = change.title.map(|text| title(Noun::Goal, text)).transpose()?;
    let rows = db
        .prepare_cached(
            "UPDATE goal SET title = coalesce(?2, title), outcome = coalesce(?3, outcome),
             measure = coalesce(?4, measure), state = coalesce(?5, state),
             notes = coalesce(?6, notes) WHERE id = ?1",
        )?
        .execute((
            goal,
            &new_title,
            change.outcome.map(body).transpose()?,
            change.measure.map(body).transpose()?,
            change.state.map(GoalState::word),
            change.notes.map(body).transpose()?,
        ))?;
    gone_unless(Noun::Goal, rows)?;
    Ok(Done::of(Label::changed(Noun::Goal, name_of(db, Noun::Goal, goal.0)?, 1)))
}

/// Says when a Product Goal was reached or abandoned, and what it taught; `None` stays, and an empty
/// `ended_on` takes the day away.
///
/// # Errors
/// [`EditError::TextTooLong`], [`EditError::NoDay`], [`EditError::Gone`].
pub(super) fn end_goal(
    db: &Connection,
    goal: GoalId,
    state: Option<GoalState>,
    ended_on: Option<&str>,
    learned: Option<&str>,
) -> Result<Done, EditError> {
    let rows = db
        .prepare_cached(
            "UPDATE goal SET state = coalesce(?2, state), learned = coalesce(?3, learned)
             WHERE id = ?1",
        )?
        .execute((goal, state, learned.map(body).transpose()?))?;
    gone_unless(Noun::Goal, rows)?;
    if let Some(ended_on) = ended_on {
        db.prepare_cached("UPDATE goal SET ended_on = ?2 WHERE id = ?1")?
            .execute((goal, day(ended_on)?))?;
    }
    Ok(Done::of(Label::changed(Noun::Goal, name_of(db, Noun::Goal, goal.0)?, 1)))
}

/// Says which activities a Product Goal concerns.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn set_activities(
    db: &Connection,
    goal: GoalId,
    activities: &[ActivityId],
) -> Result<Done, EditError> {
    let name = name_of(db, Noun::Goal, goal.0)?;
    GOAL_ACTIVITIES.set(db, goal.0, activities.iter().map(|activity| activity.0))?;
    Ok(Done::of(Label::changed(Noun::Goal, name, 1)))
}

/// Removes a Product Goal; its activities and slices stay.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn remove_goal(db: &Connection, goal: GoalId) -> Result<Done, EditError> {
    let name = name_of(db, Noun::Goal, goal.0)?;
    db.prepare_cached("DELETE FROM goal WHERE id = ?1")?.execute([goal])?;
    Ok(Done::of(Label::removed(Noun::Goal, name, 0)))
}
