//! What a slice delivers: derived, never stored.
//!
//! Three questions, one file each: which PBIs does it deliver whole and which only touch it
//! ([`classes`]), which activities of the journey are covered once it ships ([`coverage`]), and what
//! is that in one word, with reasons ([`verdict`]). All of it is one pass over the rows. What is so
//! already stands beside that plan ([`fact`]) and is never mixed with it. [`walking`] goes through a slice
//! step by step.

mod classes;
mod coverage;
mod fact;
mod served;
mod sprints;
#[cfg(test)]
mod tests;
mod verdict;
mod walking;

use serde::Serialize;
use specta::Type;

use crate::board::{
    ActivityId, Band, Board, CoveredBy, Guesses, ItemId, PersonaId, SliceId, TaskId,
};
pub use classes::is_outcome;
use classes::{Bands, Classes};
use coverage::Coverage;
pub use fact::{Fact, Increments, ValueSeen};
use fact::{Ledger, Of};
use served::Served;
pub use sprints::{SprintReport, report_sprints};
pub use walking::{Met, WalkThrough, Way, WayStep, walk_through};

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

/// How one activity stands in the journey of a slice, strongest first. Holes are named only where
/// whole PBIs are (End to end, Part on purpose, Gaps): anything less promises no journey.
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
    /// Nothing is there, and it is live already.
    Live,
    /// Nothing is there, and people do it by hand.
    ByHand,
    /// Nothing is there, and people say that nothing is needed.
    NotNeeded,
    /// Groundwork stands here (said only where the verdict is Groundwork, and there before all else).
    Groundwork,
    /// Nothing stands here, and the verdict needs nothing.
    Nothing,
}

impl Stop {
    /// Whether something is needed there and nothing is.
    #[must_use]
    pub fn is_hole(self) -> bool {
        matches!(self, Self::Hole | Self::HoleAbove)
    }
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
    /// How many tasks it has; 0 for a PBI that was left over, not Done, in a closed slice.
    pub total: u32,
    /// Its unfinished tasks that are not here, in their order.
    pub missing: Vec<TaskId>,
    /// The band that delivers it as things are planned; `None`: none does.
    pub delivered: Option<Band>,
}

/// How far a slice takes one of the personas whom it serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Reach {
    /// Who.
    pub persona: PersonaId,
    /// The activities that this persona needs and nothing covers; none: end to end for them.
    pub holes: Vec<ActivityId>,
}

/// The way of one persona through the map, once a slice ships. Holes are named here whatever the
/// verdict is: it is asked for, and promises nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Walk {
    /// Who; `None`: everyone alike.
    pub persona: Option<PersonaId>,
    /// One stop per activity of the map, left to right; nothing where the way does not lead through.
    pub stops: Vec<Stop>,
}

/// An activity for which something stands in place of a PBI.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Marked {
    /// Which.
    pub activity: ActivityId,
    /// What.
    pub how: CoveredBy,
    /// Why; may be empty.
    pub reason: String,
}

/// The core's answer for one slice.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SliceReport {
    /// The slice.
    pub slice: SliceId,
    /// The plan in one word.
    pub verdict: Verdict,
    /// What is so.
    pub fact: Fact,
    /// Class W: whole PBIs delivered here, by column (as all lists of PBIs here).
    pub whole: Vec<ItemId>,
    /// Class P: PBIs in pieces.
    pub pieces: Vec<Piece>,
    /// Class T: undeclared PBIs that look technical.
    pub technical: Vec<ItemId>,
    /// Class G: declared enablers and spikes delivered here.
    pub groundwork: Vec<ItemId>,
    /// Tasks that were pulled here and serve no PBI still to come: loose ones, those of a note, and
    /// what is left over of a PBI that is Done.
    pub loose_tasks: Vec<TaskId>,
    /// One stop per activity of the map, left to right.
    pub stops: Vec<Stop>,
    /// Needed activities that nothing covers, and that no slice above names already.
    pub holes: Vec<ActivityId>,
    /// How far it takes each persona whom it serves, in their order; empty where it serves everyone
    /// alike, or promises no journey.
    pub reach: Vec<Reach>,
    /// The ways of those personas, or of everyone, through the map.
    pub walks: Vec<Walk>,
    /// Activities that need no PBI here, from the left.
    pub marked: Vec<Marked>,
    /// The slices above on which the coverage leans because they are not Done yet: for each needed
    /// activity the first that would cover it.
    pub leans_on: Vec<SliceId>,
    /// How many of the PBIs that stand here are Done.
    pub done: u32,
    /// How many PBIs stand here, of every class (notes are none).
    pub items: u32,
    /// Whether anything is finished already: a PBI that stands here, a task of one, or a task that was
    /// pulled here.
    pub under_way: bool,
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
    /// End to end for others, and not for this persona.
    GapsFor {
        /// Its name.
        persona: String,
        /// How many activities that it needs nothing covers.
        count: u32,
    },
    /// Holes that a slice above names already.
    HolesAbove {
        /// How many.
        count: u32,
    },
    /// The map has no activities yet, so nobody can say whether anything crosses the journey.
    NoJourney,
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
    let (classes, outcomes) = classes::sort(board, guesses, &Bands::slices(board));
    let mut coverage = Coverage::new(board, &outcomes);
    let served = Served::new(board);
    let ledger = Ledger::new(board);
    board
        .slices
        .iter()
        .zip(classes)
        .enumerate()
        .map(|(index, (slice, classes))| {
            let personas = served.by(board, slice.id, &classes.whole);
            let journeys = coverage.journeys(board, (index, slice), &personas, &served);
            let verdict = verdict::verdict(
                classes.whole.len(),
                classes.pieces.len() + classes.technical.len() + classes.loose_tasks.len(),
                classes.groundwork.len(),
                verdict::Need {
                    activities: board.activities.len(),
                    holes: journeys.uncovered.len(),
                },
                slice.part_on_purpose.is_some(),
            );
            let journey = coverage.journey(index, verdict, &journeys, &classes);
            let reasons = verdict::reasons(board, slice, verdict, &classes, &journey, &journeys);
            let (of, over) = (Of::Slice(slice.id), slice.closed_on.is_some());
            let fact = ledger.fact(of, &classes.whole, over, classes.under_way);
            let Classes {
                whole,
                pieces,
                technical,
                groundwork,
                loose_tasks,
                done,
                items,
                under_way,
                ..
            } = classes;
            SliceReport {
                slice: slice.id,
                verdict,
                fact,
                whole,
                pieces,
                technical,
                groundwork,
                loose_tasks,
                stops: journey.stops,
                holes: journey.holes,
                reach: if journey.promised { journeys.reach } else { Vec::new() },
                walks: journey.walks,
                marked: journey.marked,
                leans_on: journey.leans_on,
                done,
                items,
                under_way,
                reasons,
            }
        })
        .collect()
}
