//! What a slice delivers: derived, never stored (design: the plan verdict).

use serde::Serialize;
use specta::Type;

use crate::board::{ActivityId, Band, Board, Guesses, ItemId, SliceId, TaskId};

/// The plan of a slice, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nothing is planned.
    Empty,
    /// Only enablers and spikes: it makes something possible, and shows nothing.
    Groundwork,
    /// No PBI is whole: parts of many, tasks alone, or what looks like tasks.
    Pieces,
    /// Whole PBIs, and every needed activity is covered.
    EndToEnd,
    /// Whole PBIs, holes, and people say that this is meant.
    PartOnPurpose,
    /// Whole PBIs, and holes in the journey.
    Gaps,
}

/// How one activity stands in the journey of a slice, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Stop {
    /// A whole PBI of this slice is there, and at least one is Done.
    WholeDone,
    /// A whole PBI of this slice is there.
    Whole,
    /// Covered by what is Done above or elsewhere.
    CoveredDone,
    /// Covered, if a slice above ships.
    Covered,
    /// Needed, and nothing is there: a hole that this slice is the first to name.
    Hole,
    /// Needed, and nothing is there; a slice above names it already.
    HoleAbove,
    /// Groundwork stands here, nothing whole (only said where the verdict is Groundwork).
    Groundwork,
    /// Nothing stands here, and the verdict needs nothing.
    Nothing,
}

/// A PBI in pieces: it is here, or tasks of it are, but it is not delivered here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// The PBI.
    pub item: ItemId,
    /// Whether the PBI itself stands in this slice (else only tasks of it do).
    pub stands_here: bool,
    /// How many of its tasks are in this slice or Done.
    pub here: u32,
    /// How many tasks it has.
    pub total: u32,
}

/// The core's answer for one slice.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SliceReport {
    /// The slice.
    pub slice: SliceId,
    /// The plan in one word.
    pub verdict: Verdict,
    /// Class W: whole PBIs delivered here.
    pub whole: Vec<ItemId>,
    /// Class P: PBIs in pieces.
    pub pieces: Vec<Piece>,
    /// Class T: undeclared PBIs that look technical.
    pub technical: Vec<ItemId>,
    /// Class G: declared enablers and spikes delivered here.
    pub groundwork: Vec<ItemId>,
    /// Tasks without a PBI that were pulled here.
    pub loose_tasks: Vec<TaskId>,
    /// One stop per activity of the map, left to right.
    pub stops: Vec<Stop>,
    /// Needed activities that nothing covers, and that no slice above names already.
    pub holes: Vec<ActivityId>,
    /// The slices above on which the coverage leans because they are not Done yet.
    pub leans_on: Vec<SliceId>,
    /// How many of the PBIs that stand here are Done, and how many there are.
    pub done: u32,
    /// PBIs that stand here, of every class.
    pub items: u32,
    /// Why, as data.
    pub reasons: Vec<Reason>,
}

/// Why a verdict is as it is, or what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Reason {
    /// Nothing stands in the slice.
    NothingPlanned,
    /// Only enablers and spikes.
    OnlyGroundwork {
        /// How many.
        count: u32,
    },
    /// PBIs in pieces.
    InPieces {
        /// How many.
        pieces: u32,
        /// Of how many PBIs that the slice touches.
        of: u32,
    },
    /// Tasks that were pulled here without their PBI.
    TasksAlone {
        /// How many.
        count: u32,
    },
    /// Undeclared PBIs that look technical.
    LooksTechnical {
        /// How many.
        count: u32,
    },
    /// Every needed activity is covered.
    EveryActivityCovered {
        /// How many are needed.
        count: u32,
    },
    /// A hole that this slice is the first to name.
    Hole {
        /// Where.
        activity: ActivityId,
        /// Its title; empty if untitled.
        title: String,
    },
    /// The coverage leans on a slice above that is not Done yet.
    IfShips {
        /// That slice's name.
        slice: String,
    },
    /// The holes are meant.
    OnPurpose {
        /// The reason that people gave.
        reason: String,
    },
}

/// The reports of all slices, from above. `guesses`: undeclared PBIs that are *likely* technical.
#[must_use]
pub fn report(board: &Board, guesses: &Guesses) -> Vec<SliceReport> {
    let _ = (board, guesses, Band::Later);
    Vec::new()
}
