//! The frozen top of a map: columns, activity blocks, goal bars.

use std::collections::{HashMap, HashSet};

use super::Metrics;
use super::grid::columns_at;
use super::scene::{ActivityBlock, Backbone, Column, Fold, GoalBar};
use super::text::Typesetter;
use super::typography::Typography;
use super::view::{Lens, View};
use crate::board::{ActivityId, Board, Goal, GoalState, StepId};

/// How many rows of goals there are room for.
const GOAL_ROWS: u32 = 2;

/// The backbone of a map as a view folds it; `across` says whether there is an Across column, `steps`
/// which steps are shown (`None`: all).
pub(super) fn backbone(
    board: &Board,
    view: &View,
    steps: Option<&HashSet<StepId>>,
    across: bool,
    metrics: &Metrics,
    type_: &mut Typesetter,
) -> Backbone {
    let styles = Typography::of(view.lens);
    let mut columns = Vec::new();
    if across {
        let fold = if view.across_open { Fold::Open } else { Fold::Shut };
        columns.push(Column {
            step: None,
            title: None,
            lines: Vec::new(),
            ends_activity: false,
            fold,
        });
    }
    let mut activities: Vec<ActivityBlock> = Vec::new();
    let shows = |step: StepId| steps.is_none_or(|steps| steps.contains(&step));
    for step in board.columns().into_iter().filter(|step| shows(step.id)) {
        let begins = activities.last().is_none_or(|block| block.activity != step.activity);
        if begins {
            let title = board.activities.get(step.activity).and_then(|row| row.title.as_ref());
            activities.push(ActivityBlock {
                activity: step.activity,
                title: title.map(ToString::to_string),
                line: String::new(),
                first: u32::try_from(columns.len()).unwrap_or(u32::MAX),
                count: 0,
                collapsed: view.collapsed_activities.contains(&step.activity),
            });
        }
        let Some(block) = activities.last_mut() else { continue };
        block.count += 1;
        let fold = match block.collapsed {
            true if begins => Fold::Shut,
            true => Fold::Hidden,
            false if view.collapsed_steps.contains(&step.id) => Fold::Shut,
            false => Fold::Open,
        };
        let title = step.title.as_ref().map(ToString::to_string);
        // The name of a shut step stands upright.
        let (width, most) = match fold {
            Fold::Open => (metrics.card_w - 2 * metrics.card_inset, 2),
            Fold::Shut | Fold::Hidden => (metrics.step_row, 1),
        };
        let lines = title.as_deref().map_or_else(Vec::new, |title| {
            let lines = type_.lines(title, styles.step, width, most);
            lines.iter().map(ToString::to_string).collect()
        });
        columns.push(Column { step: Some(step.id), title, lines, ends_activity: false, fold });
    }
    let at = columns_at(metrics, &columns);
    for block in &mut activities {
        let (first, end) = (block.first as usize, (block.first + block.count) as usize);
        if let Some(last) =
            columns[first..end].iter_mut().rev().find(|column| column.fold != Fold::Hidden)
        {
            last.ends_activity = true;
        }
        let width = if block.collapsed {
            metrics.activity_row + metrics.step_row
        } else {
            at[end - 1].x + at[end - 1].width - at[first].x
        };
        let room = width.saturating_sub(2 * metrics.card_inset);
        block.line = block
            .title
            .as_deref()
            .map_or_else(String::new, |title| type_.line(title, styles.activity, room));
    }
    // A workshop looks at one journey; the goals over it are talked of elsewhere.
    let goals = match view.lens {
        Lens::Team => goal_bars(board, &activities),
        Lens::Workshop => Vec::new(),
    };
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
                activities: match concerns.contains_key(&goal.id) {
                    true => activities.iter().filter(concerned).map(|it| it.activity).collect(),
                    false => Vec::new(),
                },
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
