//! The backbone: Product Goals, activities and steps.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{ActivityId, GoalId, Rank, Source, StepId, Title};

/// Where a Product Goal stands. One is active at a time (Scrum Guide 2020, "Product Goal": the team
/// must fulfil or abandon one objective before taking on the next); the map says so as a hint, no gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum GoalState {
    /// Planned after the active one.
    Next,
    /// The one that the team works toward now.
    Active,
    /// Reached.
    Reached,
    /// Given up.
    Abandoned,
}

/// A Product Goal: the long-term objective, drawn as a bar over the activities it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// Its place among the goals.
    pub rank: Rank,
    /// Its name.
    pub title: Title,
    /// What will be different for whom; may be empty.
    pub outcome: String,
    /// How people will see that it is reached; may be empty.
    pub measure: String,
    /// Where it stands.
    pub state: GoalState,
    /// Notes in Markdown; may be empty.
    pub notes: String,
    /// The day on which it was reached or abandoned (ISO 8601), where that is known.
    pub ended_on: Option<String>,
    /// What it taught, in Markdown; may be empty.
    pub learned: String,
    /// Where it was imported from.
    pub source: Option<Source>,
}

/// An activity: a large thing that users do. It always has at least one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Its id.
    pub id: ActivityId,
    /// Its place in the backbone.
    pub rank: Rank,
    /// `None` until people name it.
    pub title: Option<Title>,
    /// Notes in Markdown; may be empty.
    pub notes: String,
    /// Where it was imported from.
    pub source: Option<Source>,
}

/// A step (a user task, Patton): one column of the map, inside an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// Its place inside its activity.
    pub rank: Rank,
    /// The activity it is part of.
    pub activity: ActivityId,
    /// `None` until people name it.
    pub title: Option<Title>,
    /// Notes in Markdown; may be empty.
    pub notes: String,
    /// Where it was imported from.
    pub source: Option<Source>,
}
