//! The PBIs that could be brought into a slice, each with what it would take.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use crate::board::{ActivityId, Band, Board, Guesses, ItemId, SliceId, StepId, Task, TaskId};
use crate::slicing::{self, SliceReport};

/// A PBI that would be whole in the slice, once it and what of it is elsewhere are there.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub item: ItemId,
    /// Whether it, or a task of it, is in the slice already.
    pub is_piece: bool,
    /// Whether it stands in a slice below, which would lose it.
    pub is_below: bool,
    /// Whether the PBI itself has to move.
    pub comes: bool,
    /// Its unfinished tasks that were pulled into later bands: they move.
    pub late: Vec<TaskId>,
    /// Its tasks that were pulled into the slice alone: they go with it again, where they are.
    pub here: Vec<TaskId>,
    /// How many cards move.
    pub moves: u32,
    /// The activities that it would cover.
    pub covers: BTreeSet<ActivityId>,
}

impl Candidate {
    /// The cards that move.
    pub fn cards(&self) -> impl Iterator<Item = Uuid> {
        let item = self.comes.then_some(self.item.0);
        item.into_iter().chain(self.late.iter().map(|task| task.0))
    }
}

/// All candidates of one slice, by column as the report has its pieces, then in the map's order.
#[derive(Debug)]
pub(super) struct Candidates(Vec<Candidate>);

impl Candidates {
    pub fn new(board: &Board, guesses: &Guesses, report: &SliceReport) -> Self {
        let order: HashMap<SliceId, usize> =
            board.slices.iter().map(|slice| slice.id).zip(0..).collect();
        let here = order.get(&report.slice).copied().unwrap_or(0);
        let closed =
            |slice: SliceId| board.slices.get(slice).is_some_and(|row| row.closed_on.is_some());
        // A task pulled above is finished by then; one pulled below, or into what is closed, is not.
        let is_late = |task: &Task| {
            let pulled = task.slice.filter(|slice| *slice != report.slice);
            !task.done
                && pulled.is_some_and(|slice| order.get(&slice) > Some(&here) || closed(slice))
        };
        let tasks = board.tasks_by_item();
        let activity_of: HashMap<StepId, ActivityId> =
            board.steps.iter().map(|step| (step.id, step.activity)).collect();
        let mut covers: HashMap<ItemId, BTreeSet<ActivityId>> = HashMap::new();
        for item in board.items.iter() {
            let activity = item.step.and_then(|step| activity_of.get(&step));
            covers.entry(item.id).or_default().extend(activity);
        }
        for reference in board.item_references.values() {
            let activity = activity_of.get(&reference.step);
            covers.entry(reference.item).or_default().extend(activity);
        }
        let candidate = |id: ItemId, is_piece: bool| {
            let item = board.items.get(id)?;
            if item.done || !slicing::is_outcome(item, guesses) {
                return None;
            }
            let tasks = tasks.get(&Some(id)).map(Vec::as_slice).unwrap_or_default();
            let late: Vec<TaskId> =
                tasks.iter().filter(|task| is_late(task)).map(|task| task.id).collect();
            let pulled_here = tasks.iter().filter(|task| task.slice == Some(report.slice));
            let comes = item.slice != Some(report.slice);
            Some(Candidate {
                item: id,
                is_piece,
                is_below: item.slice.is_some_and(|slice| order.get(&slice) > Some(&here)),
                comes,
                moves: u32::from(comes) + u32::try_from(late.len()).unwrap_or(u32::MAX),
                late,
                here: pulled_here.map(|task| task.id).collect(),
                covers: covers.get(&id).cloned().unwrap_or_default(),
            })
        };
        // What a slice above delivers is only the poorer for being brought here.
        let is_above = |band: Option<Band>| match band {
            Some(Band::Slice { slice }) => order.get(&slice) < Some(&here),
            _ => false,
        };
        let missing = report.pieces.iter().filter(|piece| !is_above(piece.delivered));
        let pieces: Vec<Candidate> =
            missing.filter_map(|piece| candidate(piece.item, true)).collect();
        let known: BTreeSet<ItemId> = pieces.iter().map(|candidate| candidate.item).collect();
        // Of the others, those that stand in a column, and that no slice above promises.
        let free = board.items.iter().filter(|item| {
            let promised =
                item.slice.is_some_and(|slice| order.get(&slice) <= Some(&here) && !closed(slice));
            item.step.is_some() && !promised && !known.contains(&item.id)
        });
        let others = free.filter_map(|item| candidate(item.id, false));
        Self(pieces.iter().cloned().chain(others).collect())
    }

    pub fn all(&self) -> impl Iterator<Item = &Candidate> {
        self.0.iter()
    }

    pub fn pieces(&self) -> impl Iterator<Item = &Candidate> {
        self.all().filter(|candidate| candidate.is_piece)
    }
}
