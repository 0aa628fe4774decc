//! When a Product Goal is reached or abandoned: what was delivered, what it taught, what is left.

use serde::Serialize;
use specta::Type;

use crate::board::{Board, FeedbackId, GoalId, IncrementId, ItemId, Kind};
use crate::check::Serves;

/// What is handed over from a goal to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Handover {
    /// The goal.
    pub goal: GoalId,
    /// PBIs that serve it and are Done, in the map's order.
    pub delivered: Vec<ItemId>,
    /// Increments with such PBIs, as they were recorded.
    pub increments: Vec<IncrementId>,
    /// PBIs that serve it and are not Done: card by card, to be kept or let go.
    pub left_over: Vec<ItemId>,
    /// Feedback on all that, which nobody has answered.
    pub unanswered: Vec<FeedbackId>,
}

/// What a goal hands over; `None`: there is no such goal.
#[must_use]
pub fn handover(board: &Board, goal: GoalId) -> Option<Handover> {
    board.goals.get(goal)?;
    let serves = Serves::new(board);
    let work = board.items.iter().filter(|item| item.kind != Some(Kind::Note));
    let (delivered, left_over): (Vec<_>, Vec<_>) =
        work.filter(|item| serves.goals(item).contains(&goal)).partition(|item| item.done);
    let delivered: Vec<ItemId> = delivered.into_iter().map(|item| item.id).collect();
    let left_over: Vec<ItemId> = left_over.into_iter().map(|item| item.id).collect();
    let of_goal = |increment: IncrementId| {
        let ties = board.increment_items.values().filter(|tie| tie.increment == increment);
        ties.into_iter().any(|tie| delivered.contains(&tie.item))
    };
    let increments = board.increments.iter().map(|row| row.id).filter(|id| of_goal(*id));
    let increments: Vec<IncrementId> = increments.collect();
    let unanswered = board.feedback.iter().filter(|row| {
        let on_increment = row.increment.is_some_and(|id| increments.contains(&id));
        let on_item = row.item.is_some_and(|id| delivered.contains(&id) || left_over.contains(&id));
        !row.is_answered() && (on_increment || on_item)
    });
    let unanswered = unanswered.map(|row| row.id).collect();
    Some(Handover { goal, delivered, increments, left_over, unanswered })
}
