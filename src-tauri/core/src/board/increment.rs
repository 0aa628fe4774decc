//! Increments, and what people said of them.

use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

use super::{FeedbackId, IncrementId, ItemId, Rank, SliceId, SprintId, Title};

/// Whether an Increment was found usable (Scrum Guide 2020, "Increment": "each Increment … must be
/// usable").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Usable {
    /// Nobody has found out yet.
    #[default]
    Unknown,
    /// Somebody used it.
    Yes,
    /// Somebody tried, and could not.
    No,
}

/// What became of the value that people hoped for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// Nobody knows yet.
    #[default]
    Unknown,
    /// It came.
    Confirmed,
    /// It did not.
    Refuted,
}

/// An Increment: a usable stepping stone to the Product Goal. It is born whenever PBIs meet the
/// Definition of Done, several times in a Sprint if need be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Increment {
    /// Its id.
    pub id: IncrementId,
    /// Its place in the order in which they were recorded.
    pub rank: Rank,
    /// What it lets people do.
    pub title: Title,
    /// The slice that it belongs to, if any.
    pub slice: Option<SliceId>,
    /// The Sprint in which it was made, if any.
    pub sprint: Option<SprintId>,
    /// The day on which it was made (ISO 8601).
    pub made_on: String,
    /// The day on which it was released (ISO 8601); `None`: it was not.
    pub released_on: Option<String>,
    /// Whether it was found usable.
    pub usable: Usable,
    /// What became of its value.
    pub value: Value,
    /// What it taught, in Markdown; may be empty.
    pub learned: String,
}

/// One PBI of one Increment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncrementItem {
    /// Its own id.
    pub id: Uuid,
    /// The Increment.
    pub increment: IncrementId,
    /// The PBI.
    pub item: ItemId,
}

/// What somebody said, of an Increment or of a PBI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Its id.
    pub id: FeedbackId,
    /// Its place in the order in which it was noted.
    pub rank: Rank,
    /// The Increment that it speaks of, if any.
    pub increment: Option<IncrementId>,
    /// The PBI that it speaks of, if any.
    pub item: Option<ItemId>,
    /// Who said it; may be empty.
    pub who: String,
    /// What was said.
    pub text: String,
    /// The day on which it was said (ISO 8601).
    pub given_on: String,
    /// The PBI that answers it.
    pub answer_item: Option<ItemId>,
    /// The reason that answers it; empty: none.
    pub answer: String,
    /// The day of the answer (ISO 8601).
    pub answered_on: Option<String>,
}

impl Feedback {
    /// Whether a PBI or a reason answers it.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.answer_item.is_some() || !self.answer.is_empty()
    }
}
