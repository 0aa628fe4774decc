//! When a Product Goal is reached or abandoned: what was delivered, what it taught, what is left.

use serde::Serialize;
use specta::Type;

use super::said::FeedbackLine;
use crate::board::{Board, GoalId, GoalState, IncrementId, Item, ItemId, Kind, Named, Value};
use crate::check::Serves;
use crate::sorting::NOT_NEEDED;

/// What is handed over from a goal to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Handover {
    /// The goal.
    pub goal: GoalId,
    /// Its title.
    pub title: String,
    /// How people see that it is reached; may be empty.
    pub measure: String,
    /// Where it stands.
    pub state: GoalState,
    /// What it taught, as far as people wrote it; may be empty.
    pub learned: String,
    /// PBIs that serve it and are Done, in the map's order.
    pub delivered: Vec<Named>,
    /// Increments with such PBIs, as they were recorded.
    pub increments: Vec<Lesson>,
    /// PBIs that serve it and are not Done: card by card, to be kept or let go.
    pub left_over: Vec<LeftOver>,
    /// Feedback on all that, which nobody has answered.
    pub unanswered: Vec<FeedbackLine>,
    /// The Product Goals that are next, in order.
    pub next: Vec<Named>,
    /// The tag of a PBI that is let go: the one that the pass over the backlog and the sorting give, too.
    pub let_go_tag: String,
}

/// An Increment, and what it taught.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Lesson {
    /// The Increment.
    pub id: IncrementId,
    /// Its title.
    pub title: String,
    /// What became of its value.
    pub value: Value,
    /// What it taught; may be empty.
    pub learned: String,
}

/// A PBI that is left over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LeftOver {
    /// It.
    pub id: ItemId,
    /// Its title.
    pub title: String,
    /// The step in which it stands; empty: it has no name, or there is none.
    pub step: String,
    /// Its slice.
    pub slice: Option<String>,
    /// How many of its tasks are finished.
    pub tasks_done: u32,
    /// How many tasks it has.
    pub tasks: u32,
}

/// What a goal hands over; `None`: there is no such goal.
#[must_use]
pub fn handover(board: &Board, goal: GoalId) -> Option<Handover> {
    let row = board.goals.get(goal)?;
    let serves = Serves::new(board);
    let work = board.items.iter().filter(|item| item.kind != Some(Kind::Note));
    let (delivered, left_over): (Vec<&Item>, Vec<&Item>) =
        work.filter(|item| serves.goals(item).contains(&goal)).partition(|item| item.done);
    let of_goal = |increment: IncrementId| {
        let mut ties = board.increment_items.values();
        ties.any(|tie| {
            tie.increment == increment && delivered.iter().any(|item| item.id == tie.item)
        })
    };
    let increments: Vec<_> = board.increments.iter().filter(|row| of_goal(row.id)).collect();
    let is_of_goal =
        |id: ItemId| delivered.iter().chain(&left_over).any(|item: &&Item| item.id == id);
    let unanswered = board.feedback.iter().filter(|row| {
        let on_increment = row.increment.is_some_and(|id| increments.iter().any(|it| it.id == id));
        !row.is_answered() && (on_increment || row.item.is_some_and(is_of_goal))
    });
    let next = board.goals.iter().filter(|it| it.state == GoalState::Next && it.id != goal);
    Some(Handover {
        goal,
        title: row.title.to_string(),
        measure: row.measure.clone(),
        state: row.state,
        learned: row.learned.clone(),
        delivered: delivered.iter().map(|item| Named::of(item.id.0, &item.title)).collect(),
        increments: increments
            .iter()
            .map(|row| Lesson {
                id: row.id,
                title: row.title.to_string(),
                value: row.value,
                learned: row.learned.clone(),
            })
            .collect(),
        left_over: left_over.iter().map(|item| LeftOver::of(board, item)).collect(),
        unanswered: unanswered.map(|row| FeedbackLine::of(board, row)).collect(),
        next: next.map(|row| Named::of(row.id.0, &row.title)).collect(),
        let_go_tag: NOT_NEEDED.to_owned(),
    })
}

impl LeftOver {
    fn of(board: &Board, item: &Item) -> Self {
        let count = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
        let tasks = || board.tasks.iter().filter(|task| task.item == Some(item.id));
        let step = item.step.and_then(|step| board.steps.get(step));
        let slice = item.slice.and_then(|slice| board.slices.get(slice));
        Self {
            id: item.id,
            title: item.title.to_string(),
            step: step.and_then(|step| step.title.as_deref()).unwrap_or_default().to_owned(),
            slice: slice.map(|slice| slice.name.to_string()),
            tasks_done: count(tasks().filter(|task| task.done).count()),
            tasks: count(tasks().count()),
        }
    }
}
