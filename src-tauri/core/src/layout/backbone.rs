//! The frozen top of a map: columns, activity blocks, goal bars.

use std::collections::{HashMap, HashSet};

use super::scene::{ActivityBlock, Backbone, Column, GoalBar, Metrics};
use super::text::{TextStyle, Typesetter};
use crate::board::{ActivityId, Board, Goal, GoalState};

/// From an activity's, a step's or a goal's left edge to its text, and from its text to its right edge.
const INSET: u32 = 10;
/// How many rows of goals there are room for.
const GOAL_ROWS: u32 = 2;

/// The backbone of a map; `across` says whether there is an Across column.
pub(super) fn backbone(
    board: &Board,
    across: bool,
    metrics: &Metrics,
    type_: &mut Typesetter,
) -> Backbone {
    let mut columns = Vec::new();
    if across {
        columns.push(Column { step: None, title: None, lines: Vec::new(), ends_activity: false });
    }
    let mut activities: Vec<ActivityBlock> = Vec::new();
    for step in board.columns() {
        let begins = activities.last().is_none_or(|block| block.activity != step.activity);
        if begins {
            if let Some(before) =
                columns.last_mut().filter(|column: &&mut Column| column.step.is_some())
            {
                before.ends_activity = true;
            }
            let title =
                board.activities.get(step.activity).and_then(|activity| activity.title.clone());
            activities.push(ActivityBlock {
                activity: step.activity,
                title: title.map(|title| title.to_string()),
                line: String::new(),
                first: u32::try_from(columns.len()).unwrap_or(u32::MAX),
                count: 0,
            });
        }
        if let Some(block) = activities.last_mut() {
            block.count += 1;
        }
        let title = step.title.as_ref().map(ToString::to_string);
        let lines = title.as_deref().map_or_else(Vec::new, |title| {
            type_
                .lines(title, TextStyle::STEP, metrics.card_w - 2 * INSET, 2)
                .iter()
                .map(ToString::to_string)
                .collect()
        });
        columns.push(Column { step: Some(step.id), title, lines, ends_activity: false });
    }
    if let Some(last) = columns.last_mut().filter(|column| column.step.is_some()) {
        last.ends_activity = true;
    }
    for block in &mut activities {
        let width = block.count * (metrics.card_w + metrics.gap) - metrics.gap;
        block.line = block.title.as_deref().map_or_else(String::new, |title| {
            type_.line(title, TextStyle::ACTIVITY, width - 2 * INSET)
        });
    }
    let goals = goal_bars(board, &activities);
    let goal_rows = goals.iter().map(|bar| bar.row + 1).max().unwrap_or(0);
    Backbone { columns, activities, goals, goal_rows }
}

/// Goals as bars from their first activity to their last; one that names no activity concerns them
/// all. The active goal has the upper row to itself as far as it reaches, the others take the first
/// row where they fit, and what fits in none folds into the lowest bar in its way. A goal that was
/// given up is not drawn.
fn goal_bars(board: &Board, activities: &[ActivityBlock]) -> Vec<GoalBar> {
    let mut concerns: HashMap<_, HashSet<ActivityId>> = HashMap::new();
    for link in board.goal_activities.values() {
        concerns.entry(link.goal).or_default().insert(link.activity);
    }
    let (active, others): (Vec<&Goal>, Vec<&Goal>) = board
        .goals
        .iter()
        .filter(|goal| goal.state != GoalState::Abandoned)
        .partition(|goal| goal.state == GoalState::Active);
    let mut bars: Vec<GoalBar> = Vec::new();
    for goal in active.into_iter().chain(others) {
        let concerned = |block: &&ActivityBlock| {
            concerns.get(&goal.id).is_none_or(|activities| activities.contains(&block.activity))
        };
        let (Some(first), Some(last)) =
            (activities.iter().find(concerned), activities.iter().rev().find(concerned))
        else {
            continue;
        };
        let (start, end) = (first.first, last.first + last.count);
        let in_the_way =
            |bar: &GoalBar, row| bar.row == row && bar.first < end && start < bar.first + bar.count;
        let free = (0..GOAL_ROWS).find(|row| !bars.iter().any(|bar| in_the_way(bar, *row)));
        if let Some(row) = free {
            bars.push(GoalBar {
                goal: goal.id,
                title: goal.title.to_string(),
                measure: goal.measure.clone(),
                state: goal.state,
                first: start,
                count: end - start,
                row,
                more: 0,
            });
        } else if let Some(bar) = bars.iter_mut().find(|bar| in_the_way(bar, GOAL_ROWS - 1)) {
            bar.more += 1;
        }
    }
    bars
}

#[cfg(test)]
mod tests;
