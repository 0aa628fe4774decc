//! A repair tried on a copy of the board: the same change as its edit makes, without a file. The edits
//! come from here too, so that what is promised and what is done stand side by side.

use std::borrow::Cow;

use uuid::Uuid;

use super::candidates::Candidate;
use crate::board::{
    ActivityId, Board, Cover, CoveredBy, Item, ItemId, Left, Rank, SliceId, SprintId, SprintItem,
    StepId, Task, TaskId, Title,
};
use crate::edit::Edit;
use crate::slicing::Piece;

/// A board as it would be.
pub(super) struct Trial<'a>(Cow<'a, Board>);

impl<'a> Trial<'a> {
    pub fn of(board: &'a Board) -> Self {
        Self(Cow::Borrowed(board))
    }

    pub fn board(&self) -> &Board {
        &self.0
    }

    /// Brings PBIs into a slice, each with what of it is elsewhere.
    pub fn bring(&mut self, slice: SliceId, candidates: &[&Candidate]) -> Vec<Edit> {
        let comes = candidates.iter().filter(|candidate| candidate.comes);
        let items: Vec<ItemId> = comes.map(|candidate| candidate.item).collect();
        let tasks: Vec<TaskId> = candidates
            .iter()
            .flat_map(|candidate| candidate.late.iter().chain(&candidate.here).copied())
            .collect();
        self.items(&items, |row| Item { slice: Some(slice), ..row });
        self.tasks(&tasks, |row| Task { slice: None, ..row });
        let mut edits = Vec::new();
        if !items.is_empty() {
            edits.push(Edit::MoveItemsToSlice { items, slice: Some(slice) });
        }
        if !tasks.is_empty() {
            edits.push(Edit::PullTasks { tasks, slice: None });
        }
        edits
    }

    /// Selects a PBI in pieces for a Sprint, and brings its tasks back to it.
    pub fn bring_into_sprint(&mut self, sprint: SprintId, piece: &Piece) -> Vec<Edit> {
        let items = vec![piece.item];
        let stands_in = self.0.sprint_of_items().get(&piece.item).copied();
        let mut edits = Vec::new();
        if stands_in != Some(sprint) {
            // In two Sprints at once it would stand in the later one.
            if let Some(other) = stands_in {
                self.stays(piece.item, other, |row| SprintItem {
                    left_as: Some(Left::Returned),
                    ..row
                });
                let (items, left_as) = (items.clone(), Some(Left::Returned));
                edits.push(Edit::LeaveSprint { sprint: other, items, left_as });
            }
            self.select(piece.item, sprint);
            edits.push(Edit::SelectForSprint { sprint, items });
        }
        let pulled =
            self.0.tasks.iter().filter(|task| {
                task.item == Some(piece.item) && task.sprint.is_some() && !task.done
            });
        let tasks: Vec<TaskId> = pulled.map(|task| task.id).collect();
        self.tasks(&tasks, |row| Task { sprint: None, ..row });
        if !tasks.is_empty() {
            edits.push(Edit::PullTasksIntoSprint { tasks, sprint: None });
        }
        edits
    }

    /// Says that an activity needs no PBI in a slice.
    pub fn mark(&mut self, activity: ActivityId, slice: SliceId, how: CoveredBy) {
        let covers = &mut self.0.to_mut().covers;
        let of_slice = |row: &Cover| row.activity == activity && row.slice == Some(slice);
        covers.retain(|_, row| !of_slice(row));
        let row =
            Cover { id: Uuid::now_v7(), activity, slice: Some(slice), how, reason: String::new() };
        covers.insert(row.id, row);
    }

    /// Says that the holes of a slice are meant.
    pub fn part_on_purpose(&mut self, slice: SliceId) {
        if let Some(row) = self.0.slices.get(slice).cloned() {
            let part_on_purpose = Some(String::new());
            self.0.to_mut().slices.put(crate::board::Slice { part_on_purpose, ..row });
        }
    }

    /// Writes a new PBI in the first step of an activity; answers that step.
    pub fn new_pbi(&mut self, activity: ActivityId, slice: SliceId) -> Option<StepId> {
        let step = self.0.steps.iter().find(|step| step.activity == activity)?.id;
        // Nobody reads this title: it is there because every PBI has one.
        let title = Title::new("?").ok()?;
        self.0.to_mut().items.put(Item {
            id: ItemId::make(),
            rank: Rank::between(None, None),
            step: Some(step),
            slice: Some(slice),
            kind: Some(crate::board::Kind::Outcome),
            title,
            story: String::new(),
            notes: String::new(),
            estimate: None,
            status: String::new(),
            done: false,
            done_on: None,
            source: None,
        });
        Some(step)
    }

    fn items(&mut self, ids: &[ItemId], change: impl Fn(Item) -> Item) {
        for id in ids {
            if let Some(row) = self.0.items.get(*id).cloned() {
                self.0.to_mut().items.put(change(row));
            }
        }
    }

    fn tasks(&mut self, ids: &[TaskId], change: impl Fn(Task) -> Task) {
        for id in ids {
            if let Some(row) = self.0.tasks.get(*id).cloned() {
                self.0.to_mut().tasks.put(change(row));
            }
        }
    }

    fn stays(&mut self, item: ItemId, sprint: SprintId, change: impl Fn(SprintItem) -> SprintItem) {
        let there: Vec<SprintItem> = self
            .0
            .sprint_items
            .iter()
            .filter(|stay| stay.item == item && stay.sprint == sprint)
            .cloned()
            .collect();
        for row in there {
            self.0.to_mut().sprint_items.put(change(row));
        }
    }

    fn select(&mut self, item: ItemId, sprint: SprintId) {
        let there = self.0.sprint_items.iter().any(|row| row.item == item && row.sprint == sprint);
        if there {
            self.stays(item, sprint, |row| SprintItem { left_as: None, ..row });
            return;
        }
        let (id, rank) = (Uuid::now_v7(), Rank::between(None, None));
        let row = SprintItem { id, rank, sprint, item, left_as: None };
        self.0.to_mut().sprint_items.put(row);
    }
}
