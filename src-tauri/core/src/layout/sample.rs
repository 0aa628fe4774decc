//! Maps for tests, built row by row.

#![allow(clippy::unwrap_used, reason = "a test that cannot build its map has failed")]

use proptest::prelude::*;
use uuid::Uuid;

use crate::board::{
    Activity, ActivityId, Board, Goal, GoalActivity, GoalId, GoalState, Item, ItemId, ItemTag,
    Kind, Rank, Slice, SliceId, Sprint, SprintId, SprintItem, Step, StepId, Tag, TagId, Task,
    TaskId, Title,
};

/// A map under construction; ids count up, and every row comes after those before it.
#[derive(Default)]
pub(crate) struct Sample {
    pub board: Board,
    next: u128,
    last: Option<Rank>,
}

pub(crate) fn title(text: &str) -> Title {
    Title::new(text).unwrap()
}

impl Sample {
    pub fn named(title: &str) -> Self {
        let mut sample = Self::default();
        sample.board.title = title.to_owned();
        sample
    }

    fn id<Id: From<Uuid>>(&mut self) -> Id {
        self.next += 1;
        Uuid::from_u128(self.next).into()
    }

    fn rank(&mut self) -> Rank {
        let rank = Rank::between(self.last.as_ref(), None);
        self.last = Some(rank.clone());
        rank
    }

    pub fn activity(&mut self, name: &str) -> ActivityId {
        let (id, rank) = (self.id(), self.rank());
        let title = (!name.is_empty()).then(|| title(name));
        self.board.activities.put(Activity { id, rank, title, notes: String::new(), source: None });
        id
    }

    pub fn step(&mut self, activity: ActivityId, name: &str) -> StepId {
        let (id, rank) = (self.id(), self.rank());
        let title = (!name.is_empty()).then(|| title(name));
        self.board.steps.put(Step {
            id,
            rank,
            activity,
            title,
            notes: String::new(),
            source: None,
        });
        id
    }

    pub fn slice(&mut self, name: &str, outcome: &str) -> SliceId {
        let (id, rank) = (self.id(), self.rank());
        self.board.slices.put(Slice {
            id,
            rank,
            name: title(name),
            outcome: outcome.to_owned(),
            goal: None,
            part_on_purpose: None,
            closed_on: None,
            hypothesis: String::new(),
            measure: String::new(),
            measure_by: None,
        });
        id
    }

    pub fn goal(
        &mut self,
        name: &str,
        measure: &str,
        state: GoalState,
        over: &[ActivityId],
    ) -> GoalId {
        let (id, rank) = (self.id(), self.rank());
        self.board.goals.put(Goal {
            id,
            rank,
            title: title(name),
            outcome: String::new(),
            measure: measure.to_owned(),
            state,
            notes: String::new(),
            ended_on: None,
            learned: String::new(),
            source: None,
        });
        for &activity in over {
            let link = self.id();
            self.board.goal_activities.insert(link, GoalActivity { id: link, goal: id, activity });
        }
        id
    }

    pub fn item(&mut self, name: &str, step: Option<StepId>, slice: Option<SliceId>) -> ItemId {
        let (id, rank) = (self.id(), self.rank());
        self.board.items.put(Item {
            id,
            rank,
            step,
            slice,
            kind: None,
            title: title(name),
            story: String::new(),
            notes: String::new(),
            estimate: None,
            status: String::new(),
            done: false,
            done_on: None,
            source: None,
        });
        id
    }

    /// Changes a PBI.
    pub fn with(&mut self, item: ItemId, change: impl FnOnce(&mut Item)) -> ItemId {
        let mut row = self.board.items.get(item).unwrap().clone();
        change(&mut row);
        self.board.items.put(row);
        item
    }

    pub fn done(&mut self, item: ItemId) -> ItemId {
        self.with(item, |item| item.done = true)
    }

    pub fn kind(&mut self, item: ItemId, kind: Kind) -> ItemId {
        self.with(item, |item| item.kind = Some(kind))
    }

    pub fn points(&mut self, item: ItemId, points: f64) -> ItemId {
        self.with(item, |item| item.estimate = Some(points))
    }

    pub fn task(&mut self, name: &str, item: Option<ItemId>, slice: Option<SliceId>) -> TaskId {
        let (id, rank) = (self.id(), self.rank());
        self.board.tasks.put(Task {
            id,
            rank,
            item,
            slice,
            sprint: None,
            title: title(name),
            status: String::new(),
            done: false,
            done_on: None,
            notes: String::new(),
            source: None,
        });
        id
    }

    /// Gives a PBI tasks, the first `done` of them finished.
    pub fn tasks(&mut self, item: ItemId, done: usize, all: usize) {
        for at in 0..all {
            let id = self.task("Task", Some(item), None);
            let mut row = self.board.tasks.get(id).unwrap().clone();
            row.done = at < done;
            self.board.tasks.put(row);
        }
    }

    pub fn sprint(&mut self, name: &str, items: &[ItemId]) -> SprintId {
        let (id, rank) = (self.id(), self.rank());
        self.board.sprints.put(Sprint {
            id,
            rank,
            name: title(name),
            goal: String::new(),
            starts_on: None,
            ends_on: None,
            ended_on: None,
        });
        for &item in items {
            let (stay, rank) = (self.id(), self.rank());
            self.board.sprint_items.put(SprintItem {
                id: stay,
                rank,
                sprint: id,
                item,
                left_as: None,
            });
        }
        id
    }

    pub fn tag(&mut self, item: ItemId, name: &str) -> TagId {
        let (id, rank) = (self.id(), self.rank());
        self.board.tags.put(Tag { id, rank: rank.clone(), name: title(name), source: None });
        let link = self.id();
        self.board.item_tags.put(ItemTag { id: link, rank, item, tag: id });
        id
    }
}

/// Any map: up to five activities, eight steps, four slices, forty PBIs and twenty tasks, of every
/// kind of place. The ids of two maps are of one range, so that one can be changed into another.
pub(crate) fn any_map() -> impl Strategy<Value = Sample> {
    let items = proptest::collection::vec(
        (any::<[prop::sample::Index; 3]>(), any::<[bool; 4]>(), "[a-z]{1,9}( [a-z]{1,9}){0,9}"),
        0..40,
    );
    let tasks =
        proptest::collection::vec((any::<[prop::sample::Index; 3]>(), any::<[bool; 4]>()), 0..20);
    (0..5_usize, 0..8_usize, 0..4_usize, items, tasks).prop_map(
        |(activities, steps, slices, items, tasks)| {
            let mut map = Sample::default();
            let activities: Vec<_> =
                (0..activities).map(|at| map.activity(["", "Find", "Order"][at % 3])).collect();
            let mut columns: Vec<_> = activities.iter().map(|&each| map.step(each, "")).collect();
            if !activities.is_empty() {
                columns.extend(
                    (0..steps).map(|at| map.step(activities[at % activities.len()], "See")),
                );
            }
            let slices: Vec<_> = (0..slices).map(|_| map.slice("Slice", "An outcome")).collect();
            let pick = |from: &[StepId], at: prop::sample::Index, any: bool| {
                (any && !from.is_empty()).then(|| from[at.index(from.len())])
            };
            let mut made = Vec::new();
            for ([step, slice, kind], [has_step, has_slice, done, planned], title) in items {
                let slice =
                    (has_slice && !slices.is_empty()).then(|| slices[slice.index(slices.len())]);
                let item = map.item(&title, pick(&columns, step, has_step), slice);
                map.with(item, |item| {
                    item.done = done;
                    item.kind = [None, Some(Kind::Outcome), Some(Kind::Note), Some(Kind::Spike)]
                        [kind.index(4)];
                });
                if planned && kind.index(3) == 0 {
                    map.sprint("Sprint", &[item]);
                }
                made.push(item);
            }
            for ([item, slice, _], [has_item, has_slice, done, in_sprint]) in tasks {
                let slice =
                    (has_slice && !slices.is_empty()).then(|| slices[slice.index(slices.len())]);
                let item = (has_item && !made.is_empty()).then(|| made[item.index(made.len())]);
                let task = map.task("Write it", item, slice);
                let sprint = in_sprint.then(|| map.sprint("Sprint", &[]));
                let mut row = map.board.tasks.get(task).unwrap().clone();
                (row.done, row.sprint) = (done, sprint);
                map.board.tasks.put(row);
            }
            map
        },
    )
}

impl std::fmt::Debug for Sample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.board.fmt(f)
    }
}
