//! What to change, so that a band delivers more: a ranked list, each with the edit that does it and
//! what it would come to.
//!
//! Nothing is written: each repair is tried on a copy of the board ([`trial`]) and reported by
//! [`slicing`]. The cheapest way to a slice that goes end to end is searched in [`cheapest`].

mod candidates;
mod cheapest;
mod trial;

use std::collections::HashSet;

use jiff::civil::Date;
use serde::Serialize;
use specta::Type;
use uuid::Uuid;

use crate::board::{ActivityId, Board, CoveredBy, Guesses, ItemId, Place, SliceId, SprintId};
use crate::edit::Edit;
use crate::slicing::{self, Piece, Reason, SliceReport, Stop, Verdict};
use candidates::{Candidate, Candidates};
use trial::Trial;

/// How many repairs of one sort are offered: a list that nobody reads mends nothing.
const MOST_PIECES: usize = 12;
/// How many PBIs are offered for one hole.
const MOST_PER_HOLE: usize = 2;

/// One way to make a band deliver more.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Repair {
    /// What is done.
    pub what: What,
    /// The edit that does it.
    pub edit: Edit,
    /// What a person must still say in that edit; `None`: it can be taken as it is.
    pub asks: Option<Asks>,
    /// The PBIs and tasks that move, in the order in which they are named.
    pub cards: Vec<Uuid>,
    /// How many cards move, or are new.
    pub moves: u32,
    /// How many PBIs more would be whole.
    pub makes_whole: u32,
    /// What it would come to.
    pub coming: Coming,
    /// Whether this is the cheapest way to a slice that goes end to end.
    pub cheapest: bool,
}

/// What a repair does. Titles are empty where there are none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum What {
    /// Brings the rest of a PBI in pieces here.
    BringRest {
        /// Which.
        item: ItemId,
        /// Its title.
        title: String,
    },
    /// Closes a hole with a PBI of Later, or of a slice below.
    CloseHole {
        /// The hole.
        activity: ActivityId,
        /// Its title.
        of: String,
        /// The PBI.
        item: ItemId,
        /// Its title.
        title: String,
    },
    /// Moves several cards, after which the slice goes end to end.
    GoThrough {
        /// How many PBIs come.
        items: u32,
    },
    /// Closes a hole with a PBI that nobody has written yet.
    NewPbi {
        /// The hole.
        activity: ActivityId,
        /// Its title.
        of: String,
    },
    /// Says that an activity needs no PBI here.
    Mark {
        /// Which.
        activity: ActivityId,
        /// Its title.
        of: String,
        /// Why none.
        how: CoveredBy,
    },
    /// Says that the holes are meant.
    PartOnPurpose,
}

/// What a person must still say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Asks {
    /// The title of a PBI.
    Title,
    /// A reason.
    Reason,
}

/// What a band would be after a repair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Coming {
    /// The plan in one word; `None` for a Sprint.
    pub verdict: Option<Verdict>,
    /// How many PBIs would be whole.
    pub whole: u32,
    /// How many would still be in pieces.
    pub pieces: u32,
    /// Why, as data.
    pub reasons: Vec<Reason>,
}

/// What to change in a slice, the best first; nothing in one that is closed.
#[must_use]
pub fn of_slice(board: &Board, guesses: &Guesses, slice: SliceId) -> Vec<Repair> {
    let reports = slicing::report(board, guesses);
    let Some(report) = reports.iter().find(|report| report.slice == slice) else {
        return Vec::new();
    };
    let open = board.slices.get(slice).is_some_and(|row| row.closed_on.is_none());
    if !open {
        return Vec::new();
    }
    let repairing = Repairing { board, guesses, slice, report };
    let candidates = Candidates::new(board, guesses, report);
    let mut repairs = repairing.bring_rest(&candidates);
    if matches!(report.verdict, Verdict::Pieces | Verdict::Gaps | Verdict::PartOnPurpose) {
        let holes = holes(board, report);
        repairs.extend(repairing.close_holes(&candidates, &holes));
        repairs.extend(repairing.leave_holes(&holes));
    }
    rank(&mut repairs);
    if report.verdict != Verdict::EndToEnd {
        repairing.mark_cheapest(&candidates, &mut repairs);
    }
    repairs
}

/// What to change in a Sprint: the rest of each PBI in pieces, the best first.
#[must_use]
pub fn of_sprint(board: &Board, guesses: &Guesses, sprint: SprintId, today: Date) -> Vec<Repair> {
    let reports = slicing::report_sprints(board, guesses, today);
    let Some(report) = reports.iter().find(|report| report.sprint == sprint && !report.over) else {
        return Vec::new();
    };
    let whole_now = report.whole.len();
    let pieces = report.pieces.iter().filter(|piece| counts(board, guesses, piece.item));
    let mut repairs: Vec<Repair> = pieces
        .take(MOST_PIECES)
        .filter_map(|piece| {
            let mut trial = Trial::of(board);
            let edits = trial.bring_into_sprint(sprint, piece);
            let reports = slicing::report_sprints(trial.board(), guesses, today);
            let coming = reports.into_iter().find(|report| report.sprint == sprint)?;
            let cards = moving(piece);
            Some(Repair {
                what: bring_rest(board, piece.item),
                edit: together(edits)?,
                asks: None,
                moves: count(cards.len()),
                cards,
                makes_whole: count(coming.whole.len().saturating_sub(whole_now)),
                coming: Coming {
                    verdict: None,
                    whole: count(coming.whole.len()),
                    pieces: count(coming.pieces.len()),
                    reasons: coming.reasons,
                },
                cheapest: false,
            })
        })
        .filter(|repair| repair.makes_whole > 0)
        .collect();
    rank(&mut repairs);
    repairs
}

/// One slice, and what is known of it.
struct Repairing<'a> {
    board: &'a Board,
    guesses: &'a Guesses,
    slice: SliceId,
    report: &'a SliceReport,
}

impl Repairing<'_> {
    /// The rest of each PBI in pieces that would be whole then, the fewest moves first.
    fn bring_rest(&self, candidates: &Candidates) -> Vec<Repair> {
        let mut pieces: Vec<&Candidate> = candidates.pieces().collect();
        pieces.sort_by_key(|candidate| candidate.moves);
        let repairs = pieces.into_iter().take(MOST_PIECES).filter_map(|candidate| {
            self.bring(bring_rest(self.board, candidate.item), &[candidate])
        });
        repairs.filter(|repair| repair.makes_whole > 0).collect()
    }

    /// For each hole a PBI that is there, or a new one.
    fn close_holes(&self, candidates: &Candidates, holes: &[ActivityId]) -> Vec<Repair> {
        let mut repairs = Vec::new();
        for &activity in holes {
            let of = self.title(activity);
            let mut there: Vec<&Candidate> = candidates
                .all()
                .filter(|candidate| !candidate.is_piece && candidate.covers.contains(&activity))
                .collect();
            there.sort_by_key(|candidate| (candidate.is_below, candidate.moves));
            repairs.extend(there.into_iter().take(MOST_PER_HOLE).filter_map(|candidate| {
                let (item, of) = (candidate.item, of.clone());
                let title = item_title(self.board, item);
                self.bring(What::CloseHole { activity, of, item, title }, &[candidate])
            }));
            repairs.extend(self.new_pbi(activity, of));
        }
        repairs
    }

    /// Marks where one or two holes remain; a part on purpose where the slice touches one or two
    /// activities, or leaves most of the journey as it is.
    fn leave_holes(&self, holes: &[ActivityId]) -> Vec<Repair> {
        let mut repairs = Vec::new();
        if holes.len() <= 2 {
            for &activity in holes {
                for how in [CoveredBy::Live, CoveredBy::ByHand, CoveredBy::NotNeeded] {
                    let mut trial = Trial::of(self.board);
                    trial.mark(activity, self.slice, how);
                    let edit = Edit::SetCover {
                        activity,
                        slice: Some(self.slice),
                        how: Some(how),
                        reason: String::new(),
                    };
                    let what = What::Mark { activity, of: self.title(activity), how };
                    repairs.extend(self.tried(what, edit, Some(Asks::Reason), &[], &trial));
                }
            }
        }
        let stops = |stop: Stop| self.report.stops.iter().filter(move |own| **own == stop).count();
        let touched = stops(Stop::Whole) + stops(Stop::WholeDone);
        let needed = self.report.stops.len() - stops(Stop::Nothing);
        if self.report.verdict == Verdict::Gaps && (touched <= 2 || touched * 2 < needed) {
            let mut trial = Trial::of(self.board);
            trial.part_on_purpose(self.slice);
            let edit = Edit::ChangeSlice {
                slice: self.slice,
                name: None,
                outcome: None,
                part_on_purpose: Some(String::new()),
                closed_on: None,
            };
            let what = What::PartOnPurpose;
            repairs.extend(self.tried(what, edit, Some(Asks::Reason), &[], &trial));
        }
        repairs
    }

    fn new_pbi(&self, activity: ActivityId, of: String) -> Option<Repair> {
        let mut trial = Trial::of(self.board);
        let step = trial.new_pbi(activity, self.slice)?;
        let edit = Edit::AddItem {
            title: String::new(),
            to: Place { step: Some(step), slice: Some(self.slice), before: None },
            sprint: None,
        };
        let what = What::NewPbi { activity, of };
        let repair = self.tried(what, edit, Some(Asks::Title), &[], &trial)?;
        Some(Repair { moves: 1, ..repair })
    }

    /// Marks the cheapest way through, or puts it in front where it is none of those offered.
    fn mark_cheapest(&self, candidates: &Candidates, repairs: &mut Vec<Repair>) {
        let ways = self.report.walks.iter().map(|walk| holes_of(self.board, walk));
        for picked in cheapest::ways(candidates, ways, self.report.whole.is_empty()) {
            let items: Vec<ItemId> = picked.iter().map(|candidate| candidate.item).collect();
            let Some(way) = self.bring(What::GoThrough { items: count(items.len()) }, &picked)
            else {
                continue;
            };
            // Whom the slice serves may be others with these PBIs: what counts is what comes of it.
            if way.coming.verdict != Some(Verdict::EndToEnd) {
                continue;
            }
            match repairs.iter().position(|repair| repair.cards == way.cards) {
                Some(at) => {
                    let same = Repair { cheapest: true, ..repairs.remove(at) };
                    repairs.insert(0, same);
                }
                None => repairs.insert(0, Repair { cheapest: true, ..way }),
            }
            return;
        }
    }

    /// Brings PBIs here, each with what of it is elsewhere.
    fn bring(&self, what: What, candidates: &[&Candidate]) -> Option<Repair> {
        let mut trial = Trial::of(self.board);
        let edits = trial.bring(self.slice, candidates);
        let cards: Vec<Uuid> = candidates.iter().flat_map(|candidate| candidate.cards()).collect();
        let repair = self.tried(what, together(edits)?, None, &cards, &trial)?;
        Some(Repair { moves: candidates.iter().map(|candidate| candidate.moves).sum(), ..repair })
    }

    fn tried(
        &self,
        what: What,
        edit: Edit,
        asks: Option<Asks>,
        cards: &[Uuid],
        trial: &Trial,
    ) -> Option<Repair> {
        let reports = slicing::report(trial.board(), self.guesses);
        let coming = reports.into_iter().find(|report| report.slice == self.slice)?;
        Some(Repair {
            what,
            edit,
            asks,
            cards: cards.to_vec(),
            moves: 0,
            makes_whole: count(coming.whole.len().saturating_sub(self.report.whole.len())),
            coming: Coming {
                verdict: Some(coming.verdict),
                whole: count(coming.whole.len()),
                pieces: count(coming.pieces.len()),
                reasons: coming.reasons,
            },
            cheapest: false,
        })
    }

    fn title(&self, activity: ActivityId) -> String {
        let title = self.board.activities.get(activity).and_then(|row| row.title.as_ref());
        title.map(ToString::to_string).unwrap_or_default()
    }
}

/// By the PBIs that they make whole, then by moves; those that leave the holes as they are last.
fn rank(repairs: &mut [Repair]) {
    let sort = |what: &What| match what {
        What::GoThrough { .. } | What::BringRest { .. } | What::CloseHole { .. } => 0,
        What::NewPbi { .. } => 1,
        What::Mark { .. } | What::PartOnPurpose => 2,
    };
    repairs.sort_by_key(|repair| {
        (sort(&repair.what), std::cmp::Reverse(repair.makes_whole), repair.moves)
    });
}

/// The activities in which somebody whom the slice serves meets nothing, from the left.
fn holes(board: &Board, report: &SliceReport) -> Vec<ActivityId> {
    let of_all: HashSet<ActivityId> =
        report.walks.iter().flat_map(|walk| holes_of(board, walk)).collect();
    let activities = board.activities.iter().map(|activity| activity.id);
    activities.filter(|activity| of_all.contains(activity)).collect()
}

fn holes_of(board: &Board, walk: &slicing::Walk) -> Vec<ActivityId> {
    let stops = board.activities.iter().zip(&walk.stops);
    stops.filter(|(_, stop)| stop.is_hole()).map(|(activity, _)| activity.id).collect()
}

/// Whether a PBI is one that delivers an outcome.
fn counts(board: &Board, guesses: &Guesses, item: ItemId) -> bool {
    board.items.get(item).is_some_and(|item| slicing::is_outcome(item, guesses))
}

fn bring_rest(board: &Board, item: ItemId) -> What {
    What::BringRest { item, title: item_title(board, item) }
}

fn item_title(board: &Board, item: ItemId) -> String {
    board.items.get(item).map(|row| row.title.to_string()).unwrap_or_default()
}

/// The cards of a piece that are not here.
fn moving(piece: &Piece) -> Vec<Uuid> {
    let item = (!piece.stands_here).then_some(piece.item.0);
    item.into_iter().chain(piece.missing.iter().map(|task| task.0)).collect()
}

fn together(mut edits: Vec<Edit>) -> Option<Edit> {
    match edits.len() {
        0 | 1 => edits.pop(),
        _ => Some(Edit::Together { edits }),
    }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
