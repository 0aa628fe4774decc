//! Edits of Product Goals.

use rusqlite::Connection;
use uuid::Uuid;

use super::rows::{body, gone_unless, name_of, rank_at, title};
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
    concern(db, goal, new.activities)?;
    Ok(Done::made(Label::add(Noun::Goal, &title), [goal.0]))
}

/// Fields of a Product Goal that are to be different; `None` stays.
pub(super) struct GoalChange<'a> {
    pub title: Option<&'a str>,
    pub outcome: Option<&'a str>,
    pub measure: Option<&'a str>,
    pub state: Option<GoalState>,
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
             measure = coalesce(?4, measure), state = coalesce(?5, state) WHERE id = ?1",
        )?
        .execute((
            goal,
            &new_title,
            change.outcome.map(body).transpose()?,
            change.measure.map(body).transpose()?,
            change.state.map(GoalState::word),
        ))?;
    gone_unless(Noun::Goal, rows)?;
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
    let concerned: Vec<ActivityId> = db
        .prepare_cached("SELECT activity FROM goal_activity WHERE goal = ?1")?
        .query_map([goal], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for activity in concerned.iter().filter(|activity| !activities.contains(activity)) {
        db.prepare_cached("DELETE FROM goal_activity WHERE goal = ?1 AND activity = ?2")?
            .execute((goal, activity))?;
    }
    let added: Vec<_> =
        activities.iter().copied().filter(|activity| !concerned.contains(activity)).collect();
    concern(db, goal, &added)?;
    Ok(Done::of(Label::changed(Noun::Goal, name, 1)))
}

fn concern(db: &Connection, goal: GoalId, activities: &[ActivityId]) -> Result<(), EditError> {
    for (index, activity) in activities.iter().enumerate() {
        name_of(db, Noun::Activity, activity.0)?;
        if activities[..index].contains(activity) {
            continue;
        }
        db.prepare_cached("INSERT INTO goal_activity (id, goal, activity) VALUES (?1, ?2, ?3)")?
            .execute((Uuid::now_v7(), goal, activity))?;
    }
    Ok(())
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
