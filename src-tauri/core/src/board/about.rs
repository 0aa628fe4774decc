//! What a finding of the checks is about, and which findings people set aside.

use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

use super::{ActivityId, Board, GoalId, ItemId, SprintId};

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum About {
    /// A PBI.
    Item {
        /// Which.
        id: ItemId,
    },
    /// A Product Goal.
    Goal {
        /// Which.
        id: GoalId,
    },
    /// A Sprint.
    Sprint {
        /// Which.
        id: SprintId,
    },
    /// An activity.
    Activity {
        /// Which.
        id: ActivityId,
    },
}

impl About {
    /// The id of the row.
    #[must_use]
    pub fn row(self) -> Uuid {
        match self {
            Self::Item { id } => id.0,
            Self::Goal { id } => id.0,
            Self::Sprint { id } => id.0,
            Self::Activity { id } => id.0,
        }
    }

    /// The text that the checks read there: once it is different, what was set aside is looked at
    /// again. `None`: there is no such row.
    #[must_use]
    pub fn text(self, board: &Board) -> Option<String> {
        let (name, body) = match self {
            Self::Item { id } => {
                let item = board.items.get(id)?;
                (item.title.as_str(), item.story.as_str())
            }
            Self::Goal { id } => {
                let goal = board.goals.get(id)?;
                (goal.title.as_str(), goal.measure.as_str())
            }
            Self::Sprint { id } => {
                let sprint = board.sprints.get(id)?;
                (sprint.name.as_str(), sprint.goal.as_str())
            }
            Self::Activity { id } => {
                let title = board.activities.get(id)?.title.as_ref();
                (title.map_or("", |title| title.as_str()), "")
            }
        };
        Some(text_of(name, body))
    }
}

/// The text of a row for [`Dismissal::text`]: its name, a line break, and what else is checked.
#[must_use]
pub fn text_of(name: &str, body: &str) -> String {
    format!("{name}\n{body}")
}

/// "Fine as it is": a rule that shall not speak of a row, as long as its text stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dismissal {
    /// Its own id.
    pub id: Uuid,
    /// The rule's stable name.
    pub rule: String,
    /// The row.
    pub about: Uuid,
    /// The row's text when it was set aside: see [`text_of`].
    pub text: String,
    /// The reason that people gave; may be empty.
    pub reason: String,
}
