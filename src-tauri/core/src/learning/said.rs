//! Feedback as it is read: who said what of what, and what answers it.

use serde::Serialize;
use specta::Type;

use super::days_until;
use crate::board::{Board, Feedback, FeedbackId, ItemId, Named};

/// What somebody said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FeedbackLine {
    /// Its id.
    pub id: FeedbackId,
    /// What was said.
    pub text: String,
    /// Who said it; may be empty.
    pub who: String,
    /// The day (ISO 8601).
    pub given_on: String,
    /// The Increment that it speaks of, if any.
    pub increment: Option<Named>,
    /// The PBI that it speaks of, if any.
    pub item: Option<Named>,
    /// What answers it; `None`: nothing yet.
    pub reply: Option<Reply>,
}

/// What answers feedback: a PBI, a reason, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Reply {
    /// The PBI.
    pub item: Option<Named>,
    /// The reason; empty: none.
    pub reason: String,
    /// The day (ISO 8601).
    pub on: Option<String>,
    /// How many days it took.
    pub days: Option<u32>,
}

impl FeedbackLine {
    pub(super) fn of(board: &Board, row: &Feedback) -> Self {
        let item = |id: Option<ItemId>| {
            let item = board.items.get(id?)?;
            Some(Named::of(item.id.0, &item.title))
        };
        let increment = row.increment.and_then(|id| board.increments.get(id));
        Self {
            id: row.id,
            text: row.text.clone(),
            who: row.who.clone(),
            given_on: row.given_on.clone(),
            increment: increment.map(|it| Named::of(it.id.0, &it.title)),
            item: item(row.item),
            reply: row.is_answered().then(|| Reply {
                item: item(row.answer_item),
                reason: row.answer.clone(),
                on: row.answered_on.clone(),
                days: days_until(row),
            }),
        }
    }
}

/// Feedback around one PBI.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
pub struct Around {
    /// What was said of it.
    pub about: Vec<FeedbackLine>,
    /// What it answers.
    pub answers: Vec<FeedbackLine>,
}

/// What was said of a PBI, and what it answers.
#[must_use]
pub fn around(board: &Board, item: ItemId) -> Around {
    let said = |holds: &dyn Fn(&Feedback) -> bool| {
        let rows = board.feedback.iter().filter(|row| holds(row));
        rows.map(|row| FeedbackLine::of(board, row)).collect()
    };
    Around {
        about: said(&|row| row.item == Some(item)),
        answers: said(&|row| row.answer_item == Some(item)),
    }
}
