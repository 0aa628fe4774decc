//! A slice walked through, step by step, as one of the personas whom it serves: what they meet.
//!
//! Coverage goes by activity; the walk goes by step, so it may come through a step of a covered activity
//! in which nothing is met. That is shown, and is no hole.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use specta::Type;

use super::{SliceReport, Stop, is_outcome, report};
use crate::board::{ActivityId, Board, Guesses, Item, ItemId, PersonaId, SliceId, StepId};

/// A slice, as it can be walked through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WalkThrough {
    /// The slice.
    pub slice: SliceId,
    /// Its name.
    pub name: String,
    /// One way per persona whom it serves, in their order, or that of everyone.
    pub ways: Vec<Way>,
}

/// The way of one persona.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Way {
    /// Who; `None`: everyone alike.
    pub persona: Option<PersonaId>,
    /// The steps that they take, left to right.
    pub steps: Vec<WayStep>,
}

/// One step of a way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WayStep {
    /// Which.
    pub step: StepId,
    /// Its title; may be empty.
    pub title: String,
    /// Its activity.
    pub activity: ActivityId,
    /// The title of that; may be empty.
    pub of: String,
    /// How it stands: a hole where its whole activity is one, nothing where only this step is empty.
    pub stop: Stop,
    /// What is met there once the slice ships, as it lies from above.
    pub meets: Vec<Met>,
    /// PBIs that stand there in this slice and are in pieces: not met yet.
    pub pieces: Vec<Met>,
}

/// A PBI that is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Met {
    /// Which.
    pub item: ItemId,
    /// Its title.
    pub title: String,
    /// Whether it is Done.
    pub done: bool,
    /// The slice above that delivers it; empty: this one, or it is Done in none.
    pub from: String,
}

/// A slice as its personas walk through it; `None`: there is no such slice.
#[must_use]
pub fn walk_through(board: &Board, guesses: &Guesses, slice: SliceId) -> Option<WalkThrough> {
    let name = board.slices.get(slice)?.name.to_string();
    let reports = report(board, guesses);
    let at = reports.iter().position(|report| report.slice == slice)?;
    let ground = Ground::new(board, guesses, reports.get(..=at)?);
    let report = &reports[at];
    let ways = report
        .walks
        .iter()
        .map(|walk| Way { persona: walk.persona, steps: ground.steps(walk.persona, &walk.stops) });
    Some(WalkThrough { slice, name, ways: ways.collect() })
}

/// What stands in each step, and who takes it.
struct Ground<'a> {
    board: &'a Board,
    /// Which slice, up to the one that is walked through, delivers a PBI whole; its index.
    whole: HashMap<ItemId, usize>,
    reports: &'a [SliceReport],
    pieces: HashSet<ItemId>,
    /// PBIs that are met or could be, by step, references too.
    there: HashMap<StepId, Vec<&'a Item>>,
    of_steps: HashMap<StepId, HashSet<PersonaId>>,
    of_items: HashMap<ItemId, HashSet<PersonaId>>,
}

impl<'a> Ground<'a> {
    fn new(board: &'a Board, guesses: &Guesses, reports: &'a [SliceReport]) -> Self {
        let mut ground = Self {
            board,
            whole: HashMap::new(),
            reports,
            pieces: HashSet::new(),
            there: HashMap::new(),
            of_steps: HashMap::new(),
            of_items: HashMap::new(),
        };
        for (index, report) in reports.iter().enumerate() {
            ground.whole.extend(report.whole.iter().map(|item| (*item, index)));
        }
        let here = reports.last().map(|report| report.pieces.as_slice()).unwrap_or_default();
        ground.pieces.extend(here.iter().filter(|piece| piece.stands_here).map(|piece| piece.item));
        let references = board.item_references.values().map(|row| (row.step, row.item));
        let placed = board.items.iter().filter_map(|item| Some((item.step?, item.id)));
        for (step, id) in placed.chain(references) {
            let Some(item) = board.items.get(id) else { continue };
            let met = ground.whole.contains_key(&id) || item.done && is_outcome(item, guesses);
            if met || ground.pieces.contains(&id) {
                ground.there.entry(step).or_default().push(item);
            }
        }
        for tie in board.step_personas.values() {
            ground.of_steps.entry(tie.step).or_default().insert(tie.persona);
        }
        for tie in board.item_personas.values() {
            ground.of_items.entry(tie.item).or_default().insert(tie.persona);
        }
        ground
    }

    fn steps(&self, persona: Option<PersonaId>, stops: &[Stop]) -> Vec<WayStep> {
        let stop_of: HashMap<ActivityId, Stop> =
            self.board.activities.iter().map(|row| row.id).zip(stops.iter().copied()).collect();
        let takes = |named: Option<&HashSet<PersonaId>>| match (persona, named) {
            (Some(persona), Some(named)) => named.contains(&persona),
            _ => true,
        };
        let mut steps = Vec::new();
        for step in self.board.columns() {
            let stop = stop_of.get(&step.activity).copied().unwrap_or(Stop::Nothing);
            // The way does not lead through an activity in which nothing is asked of it.
            if stop == Stop::Nothing || !takes(self.of_steps.get(&step.id)) {
                continue;
            }
            let there = self.there.get(&step.id).map(Vec::as_slice).unwrap_or_default();
            let for_them = there.iter().filter(|item| takes(self.of_items.get(&item.id)));
            let (pieces, meets): (Vec<&Item>, Vec<&Item>) =
                for_them.copied().partition(|item| self.pieces.contains(&item.id));
            let activity = self.board.activities.get(step.activity);
            let of = activity.and_then(|row| row.title.as_ref());
            steps.push(WayStep {
                step: step.id,
                title: step.title.as_ref().map(ToString::to_string).unwrap_or_default(),
                activity: step.activity,
                of: of.map(ToString::to_string).unwrap_or_default(),
                stop: self.stop(stop, &meets),
                meets: meets.into_iter().map(|item| self.met(item)).collect(),
                pieces: pieces.into_iter().map(|item| self.met(item)).collect(),
            });
        }
        steps
    }

    /// How one step of an activity stands.
    fn stop(&self, of_activity: Stop, meets: &[&Item]) -> Stop {
        let here = Some(self.reports.len() - 1);
        let own: Vec<&&Item> =
            meets.iter().filter(|item| self.whole.get(&item.id).copied() == here).collect();
        match (own.as_slice(), meets) {
            ([], []) => match of_activity {
                // What stands elsewhere in the activity is not met here.
                Stop::Whole | Stop::WholeDone | Stop::Covered | Stop::CoveredDone => Stop::Nothing,
                stop => stop,
            },
            ([], met) if met.iter().any(|item| item.done) => Stop::CoveredDone,
            ([], _) => Stop::Covered,
            (own, _) if own.iter().any(|item| item.done) => Stop::WholeDone,
            _ => Stop::Whole,
        }
    }

    fn met(&self, item: &Item) -> Met {
        let above = self.whole.get(&item.id).filter(|index| **index + 1 < self.reports.len());
        let from = above.and_then(|index| self.board.slices.get(self.reports[*index].slice));
        Met {
            item: item.id,
            title: item.title.to_string(),
            done: item.done,
            from: from.map(|row| row.name.to_string()).unwrap_or_default(),
        }
    }
}
