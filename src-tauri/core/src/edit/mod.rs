//! The ways to change a map. [`Edit`] is the one vocabulary: the window, the command line, the tests
//! and a replay all speak it, and [`Document::edit`](crate::document::Document::edit) is the one gate.
//!
//! An edit is a function from a transaction and typed input to what the history will say. It knows
//! nothing of undo, screens or other edits. To add one: a variant here, a line in [`apply`], and a
//! function in the file named after its noun.

mod backbone;
mod error;
mod goals;
pub mod import;
mod items;
mod label;
mod map;
mod rows;
mod slices;
mod sprints;
mod tags;
mod tasks;

pub use error::{EditError, Noun};
pub use label::Label;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

use crate::board::{
    ActivityId, GoalId, GoalState, ItemId, Kind, Left, Place, SliceId, SprintId, StepId, TaskId,
};
use import::{Draft, Imported};

/// One change to a map, as people would say it. Ids are made by the core; `before: None` is the end
/// of an order, and an `Option` that is `None` in a `Change…` edit leaves that field as it is.
#[allow(missing_docs, reason = "the fields are named as the nouns that they mean")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Edit {
    /// Names the map.
    RenameMap { title: String },

    /// Makes a Product Goal over some activities.
    AddGoal {
        title: String,
        #[serde(default)]
        outcome: String,
        #[serde(default)]
        measure: String,
        #[serde(default = "next")]
        state: GoalState,
        #[serde(default)]
        activities: Vec<ActivityId>,
        #[serde(default)]
        before: Option<GoalId>,
    },
    /// Changes fields of a Product Goal.
    ChangeGoal {
        goal: GoalId,
        #[serde(default)]
        title: Option<String>,
        #[serde(default)]
        outcome: Option<String>,
        #[serde(default)]
        measure: Option<String>,
        #[serde(default)]
        state: Option<GoalState>,
    },
    /// Says which activities a Product Goal concerns; those named before are forgotten.
    SetGoalActivities { goal: GoalId, activities: Vec<ActivityId> },
    /// Moves a Product Goal in the order of goals.
    MoveGoal { goal: GoalId, before: Option<GoalId> },
    /// Removes a Product Goal; its activities stay.
    RemoveGoal { goal: GoalId },

    /// Makes an activity with one untitled step. `title: None` or empty: untitled.
    AddActivity {
        #[serde(default)]
        title: Option<String>,
        #[serde(default)]
        before: Option<ActivityId>,
    },
    /// Names an activity; empty: untitled again.
    RenameActivity { activity: ActivityId, title: String },
    /// Moves an activity with all that is in it.
    MoveActivity { activity: ActivityId, before: Option<ActivityId> },
    /// Removes an activity with its steps; their PBIs go Across where they have a slice or a Sprint,
    /// else to the tray.
    RemoveActivity { activity: ActivityId },

    /// Makes a step in an activity. `title: None` or empty: untitled.
    AddStep {
        activity: ActivityId,
        #[serde(default)]
        title: Option<String>,
        #[serde(default)]
        before: Option<StepId>,
    },
    /// Names a step; empty: untitled again.
    RenameStep { step: StepId, title: String },
    /// Moves a step with its PBIs, also into another activity. The last step of an activity takes the
    /// activity's place with it: an activity left without steps goes.
    MoveStep { step: StepId, activity: ActivityId, before: Option<StepId> },
    /// Removes a step; its PBIs go Across where they have a slice or a Sprint, else to the tray. The
    /// last step of an activity takes the activity along.
    RemoveStep { step: StepId },

    /// Makes a slice.
    AddSlice {
        name: String,
        #[serde(default)]
        outcome: String,
        #[serde(default)]
        before: Option<SliceId>,
    },
    /// Changes fields of a slice. For `part_on_purpose` and `closed_on`, an empty text takes the
    /// value away.
    ChangeSlice {
        slice: SliceId,
        #[serde(default)]
        name: Option<String>,
        #[serde(default)]
        outcome: Option<String>,
        #[serde(default)]
        part_on_purpose: Option<String>,
        #[serde(default)]
        closed_on: Option<String>,
    },
    /// Says which Product Goal a slice serves.
    SetSliceGoal { slice: SliceId, goal: Option<GoalId> },
    /// Moves a slice among the bands.
    MoveSlice { slice: SliceId, before: Option<SliceId> },
    /// Removes a slice; its PBIs go to Later, those without a step to the tray.
    RemoveSlice { slice: SliceId },

    /// Makes a Sprint.
    AddSprint {
        name: String,
        #[serde(default)]
        goal: String,
        #[serde(default)]
        starts_on: Option<String>,
        #[serde(default)]
        ends_on: Option<String>,
        #[serde(default)]
        before: Option<SprintId>,
    },
    /// Changes fields of a Sprint. For the dates, an empty text takes the value away.
    ChangeSprint {
        sprint: SprintId,
        #[serde(default)]
        name: Option<String>,
        #[serde(default)]
        goal: Option<String>,
        #[serde(default)]
        starts_on: Option<String>,
        #[serde(default)]
        ends_on: Option<String>,
    },
    /// Moves a Sprint in the order of Sprints.
    MoveSprint { sprint: SprintId, before: Option<SprintId> },
    /// Removes a Sprint; its PBIs stay where they are.
    RemoveSprint { sprint: SprintId },
    /// Selects PBIs for a Sprint, at the end of its plan.
    SelectForSprint { sprint: SprintId, items: Vec<ItemId> },
    /// Says how PBIs left a Sprint; `None`: they are in it still.
    LeaveSprint { sprint: SprintId, items: Vec<ItemId>, left_as: Option<Left> },
    /// Takes PBIs out of a Sprint's plan, as if they had never been selected.
    DropFromSprint { sprint: SprintId, items: Vec<ItemId> },

    /// Makes a PBI.
    AddItem { title: String, to: Place },
    /// Changes texts of a PBI.
    ChangeItem {
        item: ItemId,
        #[serde(default)]
        title: Option<String>,
        #[serde(default)]
        story: Option<String>,
        #[serde(default)]
        notes: Option<String>,
    },
    /// Moves PBIs into one cell, in the order given.
    MoveItems { items: Vec<ItemId>, to: Place },
    /// Declares what PBIs are; `None`: undeclared again.
    SetKind { items: Vec<ItemId>, kind: Option<Kind> },
    /// Estimates PBIs in points, not negative; `None`: not estimated.
    SetEstimate { items: Vec<ItemId>, estimate: Option<f64> },
    /// Says that PBIs are Done, or not. `done_on` is a day (ISO 8601), where it is known.
    SetDone {
        items: Vec<ItemId>,
        done: bool,
        #[serde(default)]
        done_on: Option<String>,
    },
    /// Removes PBIs with their tasks.
    RemoveItems { items: Vec<ItemId> },
    /// Puts a tag on PBIs; the tag is made if there is none of that name.
    TagItems { items: Vec<ItemId>, tag: String },
    /// Takes a tag off PBIs; a tag that is on no PBI any more goes.
    UntagItems { items: Vec<ItemId>, tag: String },

    /// Makes a task below a PBI, or a loose one in the tray.
    AddTask {
        title: String,
        item: Option<ItemId>,
        #[serde(default)]
        before: Option<TaskId>,
    },
    /// Names a task.
    RenameTask { task: TaskId, title: String },
    /// Moves tasks below a PBI, or into the tray; where they had been pulled alone, they come back.
    MoveTasks {
        tasks: Vec<TaskId>,
        item: Option<ItemId>,
        #[serde(default)]
        before: Option<TaskId>,
    },
    /// Pulls tasks alone into a slice, away from their PBIs; `None`: they go with their PBIs again.
    PullTasks { tasks: Vec<TaskId>, slice: Option<SliceId> },
    /// Pulls tasks alone into a Sprint; `None`: they go with their PBIs again.
    PullTasksIntoSprint { tasks: Vec<TaskId>, sprint: Option<SprintId> },
    /// Says that tasks are finished, or not.
    SetTasksDone {
        tasks: Vec<TaskId>,
        done: bool,
        #[serde(default)]
        done_on: Option<String>,
    },
    /// Removes tasks.
    RemoveTasks { tasks: Vec<TaskId> },

    /// Brings a draft in: new rows are made, rows with a known key are updated, and what people
    /// changed since the last import stays.
    Import { draft: Draft },
}

fn next() -> GoalState {
    GoalState::Next
}

impl Edit {
    /// Applies the edit to the rows, inside a transaction that the caller began.
    ///
    /// # Errors
    /// [`EditError`]; the caller then rolls back.
    pub(crate) fn apply(&self, db: &Connection) -> Result<Done, EditError> {
        match self {
            Self::RenameMap { title } => map::rename_map(db, title),

            Self::AddGoal { title, outcome, measure, state, activities, before } => {
                let (state, before) = (*state, *before);
                goals::add_goal(
                    db,
                    &goals::NewGoal { title, outcome, measure, state, activities, before },
                )
            }
            Self::ChangeGoal { goal, title, outcome, measure, state } => goals::change_goal(
                db,
                *goal,
                &goals::GoalChange {
                    title: title.as_deref(),
                    outcome: outcome.as_deref(),
                    measure: measure.as_deref(),
                    state: *state,
                },
            ),
            Self::SetGoalActivities { goal, activities } => {
                goals::set_activities(db, *goal, activities)
            }
            Self::MoveGoal { goal, before } => {
                rows::move_in_order(db, Noun::Goal, goal.0, before.map(|id| id.0))
            }
            Self::RemoveGoal { goal } => goals::remove_goal(db, *goal),

            Self::AddActivity { title, before } => {
                backbone::add_activity(db, title.as_deref(), *before)
            }
            Self::RenameActivity { activity, title } => {
                backbone::rename(db, Noun::Activity, activity.0, title)
            }
            Self::MoveActivity { activity, before } => {
                rows::move_in_order(db, Noun::Activity, activity.0, before.map(|id| id.0))
            }
            Self::RemoveActivity { activity } => backbone::remove_activity(db, *activity),

            Self::AddStep { activity, title, before } => {
                backbone::add_step(db, *activity, title.as_deref(), *before)
            }
            Self::RenameStep { step, title } => backbone::rename(db, Noun::Step, step.0, title),
            Self::MoveStep { step, activity, before } => {
                backbone::move_step(db, *step, *activity, *before)
            }
            Self::RemoveStep { step } => backbone::remove_step(db, *step),

            Self::AddSlice { name, outcome, before } => {
                slices::add_slice(db, name, outcome, *before)
            }
            Self::ChangeSlice { slice, name, outcome, part_on_purpose, closed_on } => {
                slices::change_slice(
                    db,
                    *slice,
                    &slices::SliceChange {
                        name: name.as_deref(),
                        outcome: outcome.as_deref(),
                        part_on_purpose: part_on_purpose.as_deref(),
                        closed_on: closed_on.as_deref(),
                    },
                )
            }
            Self::SetSliceGoal { slice, goal } => slices::set_goal(db, *slice, *goal),
            Self::MoveSlice { slice, before } => {
                rows::move_in_order(db, Noun::Slice, slice.0, before.map(|id| id.0))
            }
            Self::RemoveSlice { slice } => slices::remove_slice(db, *slice),

            Self::AddSprint { name, goal, starts_on, ends_on, before } => sprints::add_sprint(
                db,
                &sprints::NewSprint {
                    name,
                    goal,
                    starts_on: starts_on.as_deref(),
                    ends_on: ends_on.as_deref(),
                    before: *before,
                },
            ),
            Self::ChangeSprint { sprint, name, goal, starts_on, ends_on } => {
                sprints::change_sprint(
                    db,
                    *sprint,
                    &sprints::SprintChange {
                        name: name.as_deref(),
                        goal: goal.as_deref(),
                        starts_on: starts_on.as_deref(),
                        ends_on: ends_on.as_deref(),
                    },
                )
            }
            Self::MoveSprint { sprint, before } => {
                rows::move_in_order(db, Noun::Sprint, sprint.0, before.map(|id| id.0))
            }
            Self::RemoveSprint { sprint } => sprints::remove_sprint(db, *sprint),
            Self::SelectForSprint { sprint, items } => sprints::select(db, *sprint, items),
            Self::LeaveSprint { sprint, items, left_as } => {
                sprints::leave(db, *sprint, items, *left_as)
            }
            Self::DropFromSprint { sprint, items } => sprints::drop_items(db, *sprint, items),

            Self::AddItem { title, to } => items::add_item(db, title, *to),
            Self::ChangeItem { item, title, story, notes } => {
                items::change_item(db, *item, title.as_deref(), story.as_deref(), notes.as_deref())
            }
            Self::MoveItems { items, to } => items::move_items(db, items, *to),
            Self::SetKind { items, kind } => items::set_kind(db, items, *kind),
            Self::SetEstimate { items, estimate } => items::set_estimate(db, items, *estimate),
            Self::SetDone { items, done, done_on } => {
                let ids = items.iter().map(|id| id.0);
                items::set_done(db, Noun::Item, ids, *done, done_on.as_deref())
            }
            Self::RemoveItems { items } => {
                items::remove(db, Noun::Item, items.iter().map(|id| id.0))
            }
            Self::TagItems { items, tag } => tags::tag_items(db, items, tag),
            Self::UntagItems { items, tag } => tags::untag_items(db, items, tag),

            Self::AddTask { title, item, before } => tasks::add_task(db, title, *item, *before),
            Self::RenameTask { task, title } => tasks::rename_task(db, *task, title),
            Self::MoveTasks { tasks, item, before } => tasks::move_tasks(db, tasks, *item, *before),
            Self::PullTasks { tasks, slice } => tasks::pull_tasks(db, tasks, *slice),
            Self::PullTasksIntoSprint { tasks, sprint } => {
                tasks::pull_into_sprint(db, tasks, *sprint)
            }
            Self::SetTasksDone { tasks, done, done_on } => {
                let ids = tasks.iter().map(|id| id.0);
                items::set_done(db, Noun::Task, ids, *done, done_on.as_deref())
            }
            Self::RemoveTasks { tasks } => {
                items::remove(db, Noun::Task, tasks.iter().map(|id| id.0))
            }

            Self::Import { draft } => import::import(db, draft),
        }
    }
}

/// What applying an edit says.
#[derive(Debug)]
pub(crate) struct Done {
    /// What the history says.
    pub label: Label,
    /// Ids of the rows that were made, in the order in which the edit names them.
    pub created: Vec<Uuid>,
    /// What an import did beside making rows.
    pub import: Option<Imported>,
}

/// What an edit answers once it is safely stored.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct Answer {
    /// The number of the change in the history; `None`: nothing was different, so there is none.
    pub change: Option<u32>,
    /// Ids of the rows that were made.
    pub created: Vec<Uuid>,
    /// What an import did beside making rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<Imported>,
}

#[cfg(test)]
mod tests;
