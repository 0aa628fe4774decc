//! What a backlog consists of: how much of it is for somebody, by goal, slice and Sprint, and what
//! hangs in the air. Counts, no score.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use specta::Type;

use crate::board::{
    ActivityId, Board, GoalId, GoalState, Guesses, Item, ItemId, Kind, SliceId, SprintId, StepId,
    TaskId,
};

/// What some PBIs are. Notes are none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Shares {
    /// Declared outcomes.
    pub outcomes: u32,
    /// Declared enablers and spikes.
    pub groundwork: u32,
    /// Declared bugs.
    pub bugs: u32,
    /// Undeclared, and nothing speaks against an outcome.
    pub undeclared: u32,
    /// Undeclared, and likely technical.
    pub likely_technical: u32,
}

impl Shares {
    fn count(&mut self, item: &Item, guesses: &Guesses) {
        *match item.kind {
            Some(Kind::Outcome) => &mut self.outcomes,
            Some(Kind::Enabler | Kind::Spike) => &mut self.groundwork,
            Some(Kind::Bug) => &mut self.bugs,
            Some(Kind::Note) => return,
            None if guesses.contains(&item.id) => &mut self.likely_technical,
            None => &mut self.undeclared,
        } += 1;
    }

    /// How many PBIs there are.
    #[must_use]
    pub fn all(self) -> u32 {
        self.outcomes + self.groundwork + self.bugs + self.undeclared + self.likely_technical
    }
}

/// The PBIs of one row, and what they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Of<Id> {
    /// The goal, slice or Sprint; `None`: those of none.
    pub id: Option<Id>,
    /// What they are.
    pub shares: Shares,
}

/// What a map's backlog consists of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Transparency {
    /// All of it.
    pub all: Shares,
    /// By Product Goal, in their order; a PBI may serve several. Last those of no goal.
    pub goals: Vec<Of<GoalId>>,
    /// By slice, from above. Last those of no slice.
    pub slices: Vec<Of<SliceId>>,
    /// By the Sprint in which they stand, in order. Last those of no Sprint.
    pub sprints: Vec<Of<SprintId>>,
    /// Product Goals, next or active, that no PBI serves.
    pub goals_without_items: Vec<GoalId>,
    /// PBIs still to do whose activity and slice have no Product Goal.
    pub items_without_goal: Vec<ItemId>,
    /// Tasks still to do without a PBI.
    pub tasks_without_item: Vec<TaskId>,
}

/// Counts a map's backlog.
#[must_use]
pub fn transparency(board: &Board, guesses: &Guesses) -> Transparency {
    let serves = Serves::new(board);
    let sprint_of = board.sprint_of_items();
    let mut all = Shares::default();
    let mut by_goal: HashMap<Option<GoalId>, Shares> = HashMap::new();
    let mut by_slice: HashMap<Option<SliceId>, Shares> = HashMap::new();
    let mut by_sprint: HashMap<Option<SprintId>, Shares> = HashMap::new();
    let mut served: HashSet<GoalId> = HashSet::new();
    let mut items_without_goal = Vec::new();
    for item in board.items.iter().filter(|item| item.kind != Some(Kind::Note)) {
        all.count(item, guesses);
        let goals = serves.goals(item);
        served.extend(&goals);
        if goals.is_empty() {
            by_goal.entry(None).or_default().count(item, guesses);
            items_without_goal.extend((!item.done).then_some(item.id));
        }
        for goal in goals {
            by_goal.entry(Some(goal)).or_default().count(item, guesses);
        }
        by_slice.entry(item.slice).or_default().count(item, guesses);
        by_sprint.entry(sprint_of.get(&item.id).copied()).or_default().count(item, guesses);
    }
    let open = |state| matches!(state, GoalState::Next | GoalState::Active);
    let goals_without_items = board.goals.iter().filter(|goal| open(goal.state));
    let goals_without_items = goals_without_items.map(|goal| goal.id);
    let tasks_without_item = board.tasks.iter().filter(|task| task.item.is_none() && !task.done);
    Transparency {
        all,
        goals: in_order(board.goals.iter().map(|row| row.id), by_goal),
        slices: in_order(board.slices.iter().map(|row| row.id), by_slice),
        sprints: in_order(board.sprints.iter().map(|row| row.id), by_sprint),
        goals_without_items: goals_without_items.filter(|goal| !served.contains(goal)).collect(),
        items_without_goal,
        tasks_without_item: tasks_without_item.map(|task| task.id).collect(),
    }
}

fn in_order<Id: Copy + Eq + std::hash::Hash>(
    order: impl Iterator<Item = Id>,
    mut of: HashMap<Option<Id>, Shares>,
) -> Vec<Of<Id>> {
    let ids = order.map(Some).chain([None]);
    ids.map(|id| Of { id, shares: of.remove(&id).unwrap_or_default() }).collect()
}

/// Which Product Goals PBIs serve.
#[derive(Debug)]
pub struct Serves {
    of_slices: HashMap<SliceId, GoalId>,
    of_activities: HashMap<ActivityId, Vec<GoalId>>,
    activity_of: HashMap<StepId, ActivityId>,
    /// The active goals that name no activity: they concern all.
    over_all: Vec<GoalId>,
}

impl Serves {
    /// Those of a map.
    #[must_use]
    pub fn new(board: &Board) -> Self {
        let mut of_activities: HashMap<ActivityId, Vec<GoalId>> = HashMap::new();
        for tie in board.goal_activities.values() {
            of_activities.entry(tie.activity).or_default().push(tie.goal);
        }
        let named: HashSet<GoalId> = of_activities.values().flatten().copied().collect();
        let active = board.goals.iter().filter(|goal| goal.state == GoalState::Active);
        Self {
            of_slices: board.slices.iter().filter_map(|row| Some((row.id, row.goal?))).collect(),
            of_activities,
            activity_of: board.steps.iter().map(|step| (step.id, step.activity)).collect(),
            over_all: active.map(|goal| goal.id).filter(|id| !named.contains(id)).collect(),
        }
    }

    /// The goal of a PBI's slice; where that has none, those over its activity.
    #[must_use]
    pub fn goals(&self, item: &Item) -> Vec<GoalId> {
        if let Some(goal) = item.slice.and_then(|slice| self.of_slices.get(&slice)) {
            return vec![*goal];
        }
        let activity = item.step.and_then(|step| self.activity_of.get(&step));
        let over = activity.and_then(|activity| self.of_activities.get(activity));
        match over {
            Some(goals) => goals.clone(),
            None if activity.is_some() => self.over_all.clone(),
            None => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "for tests alone")]

    use super::*;
    use crate::sketch::{item, sketch, slice, sprint};

    fn shares(counts: [u32; 5]) -> Shares {
        let [outcomes, groundwork, bugs, undeclared, likely_technical] = counts;
        Shares { outcomes, groundwork, bugs, undeclared, likely_technical }
    }

    #[test]
    fn a_backlog_is_counted_by_kind_goal_slice_and_sprint() {
        let board = sketch(
            "Goal Faster: Search
             Goal Wider: Rate
                   | Search                           | Pay              | Rate
             1 (goal: Wider) | Find (outcome), Typo (bug) |             |
             2     | Form layout                      | Ledger (enabler) |
             Later | Idea (note), Map                 | Card, ✓Cash      |
             Tray  | [loose], [✓gone]
             Sprint One: Find, Card",
        );
        let guesses = [item(&board, "Form layout")].into();
        let seen = transparency(&board, &guesses);
        assert_eq!(seen.all, shares([1, 1, 1, 3, 1]));
        let titles: Vec<_> = board.goals.iter().map(|goal| goal.title.as_str()).collect();
        assert_eq!(titles, ["Faster", "Wider"]);
        let of_goals: Vec<_> = seen.goals.iter().map(|of| of.shares).collect();
        assert_eq!(
            of_goals,
            [shares([0, 0, 0, 1, 1]), shares([1, 0, 1, 0, 0]), shares([0, 1, 0, 2, 0])],
            "the goal of a slice goes before those of the activity"
        );
        let of_slices: Vec<_> = seen.slices.iter().map(|of| of.shares.all()).collect();
        assert_eq!((seen.slices[0].id, of_slices), (Some(slice(&board, "1")), vec![2, 2, 3]));
        assert_eq!(seen.sprints[0].id, Some(sprint(&board, "One")));
        assert_eq!(seen.sprints[0].shares, shares([1, 0, 0, 1, 0]));
        assert_eq!(seen.goals_without_items, []);
        assert_eq!(
            seen.items_without_goal,
            ["Ledger", "Card"].map(|title| item(&board, title)),
            "Done is done"
        );
        assert_eq!(seen.tasks_without_item.len(), 1);
    }

    #[test]
    fn a_goal_that_nobody_serves_is_named_and_one_without_activities_is_over_all() {
        let board = sketch(
            "Goal Wider: Rate
                   | Search | Rate
             1     | Find   |",
        );
        let seen = transparency(&board, &Guesses::new());
        assert_eq!(seen.goals_without_items, [board.goals.iter().next().unwrap().id]);
        assert_eq!(seen.items_without_goal, [item(&board, "Find")]);
        let board = sketch("Goal All:\n   | Search\n 1 | Find\n Tray | Parked");
        let seen = transparency(&board, &Guesses::new());
        assert_eq!(seen.items_without_goal, [item(&board, "Parked")]);
    }
}
