//! The decision table, and why.

use super::classes::Classes;
use super::coverage::{Journey, Journeys};
use super::{Reason, Verdict};
use crate::board::{Board, Slice};

/// How many activities the map has, and how many that a slice needs nothing covers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Need {
    pub activities: usize,
    pub holes: usize,
}

/// The plan of a slice in one word: the first row that fits.
///
/// | `whole` | `parts` | `groundwork` | `need` | verdict |
/// |---|---|---|---|---|
/// | 0 | 0 | 0 | | Empty |
/// | 0 | 0 | > 0 | | Groundwork |
/// | 0 | > 0 | any | | Pieces |
/// | > 0 | any | any | activities, no hole | End to end |
/// | > 0 | any | any | holes, meant | Part on purpose |
/// | > 0 | any | any | holes | Gaps |
///
/// `parts` are PBIs in pieces, what looks technical, and tasks alone. A map without activities needs
/// nothing, and still no slice of it goes end to end: where no journey is drawn, none is crossed. It
/// has Gaps, and the reason says that the backbone is missing.
pub(super) fn verdict(
    whole: usize,
    parts: usize,
    groundwork: usize,
    need: Need,
    part_on_purpose: bool,
) -> Verdict {
    match (whole, parts, groundwork) {
        (0, 0, 0) => Verdict::Empty,
        (0, 0, _) => Verdict::Groundwork,
        (0, _, _) => Verdict::Pieces,
        _ if need.activities > 0 && need.holes == 0 => Verdict::EndToEnd,
        _ if part_on_purpose => Verdict::PartOnPurpose,
        _ => Verdict::Gaps,
    }
}

/// Why, the weightiest first, and what stands beside it.
pub(super) fn reasons(
    board: &Board,
    slice: &Slice,
    verdict: Verdict,
    classes: &Classes,
    journey: &Journey,
    journeys: &Journeys,
) -> Vec<Reason> {
    let whole = count(classes.whole.len());
    let pieces = count(classes.pieces.len());
    let technical = count(classes.technical.len());
    let groundwork = count(classes.groundwork.len());
    let in_pieces = Reason::InPieces { pieces, of: whole + pieces + technical + groundwork };

    let mut reasons = Vec::new();
    match verdict {
        Verdict::Empty => reasons.push(Reason::NothingPlanned),
        Verdict::Groundwork => reasons.push(Reason::OnlyGroundwork { count: groundwork }),
        Verdict::Pieces => {
            if pieces > 0 {
                reasons.push(in_pieces.clone());
            }
            if technical > 0 {
                reasons.push(Reason::LooksTechnical { count: technical });
            }
        }
        Verdict::EndToEnd => {
            reasons.push(Reason::EveryActivityCovered { count: count(journeys.needed.len()) });
            reasons.extend(
                journeys.reach.iter().filter(|reach| !reach.holes.is_empty()).filter_map(|reach| {
                    let persona = board.personas.get(reach.persona)?.name.to_string();
                    Some(Reason::GapsFor { persona, count: count(reach.holes.len()) })
                }),
            );
            reasons.extend(journey.leans_on.iter().filter_map(|above| {
                Some(Reason::IfShips { slice: board.slices.get(*above)?.name.to_string() })
            }));
        }
        Verdict::PartOnPurpose => reasons.extend(
            slice.part_on_purpose.iter().map(|reason| Reason::OnPurpose { reason: reason.clone() }),
        ),
        Verdict::Gaps => {
            if board.activities.is_empty() {
                reasons.push(Reason::NoJourney);
            }
            reasons.extend(journey.holes.iter().map(|activity| {
                Reason::Hole {
                    activity: *activity,
                    title: board
                        .activities
                        .get(*activity)
                        .and_then(|row| row.title.as_ref())
                        .map(ToString::to_string)
                        .unwrap_or_default(),
                }
            }));
            if journey.holes_above > 0 {
                reasons.push(Reason::HolesAbove { count: count(journey.holes_above) });
            }
        }
    }
    if whole > 0 && pieces > whole {
        reasons.push(in_pieces);
    }
    if !classes.loose_tasks.is_empty() {
        reasons.push(Reason::TasksAlone { count: count(classes.loose_tasks.len()) });
    }
    reasons
}

/// The same of a Sprint, which promises no journey.
pub(super) fn reasons_of_sprint(classes: &Classes) -> Vec<Reason> {
    let [whole, pieces, technical, groundwork, alone] = [
        classes.whole.len(),
        classes.pieces.len(),
        classes.technical.len(),
        classes.groundwork.len(),
        classes.loose_tasks.len(),
    ]
    .map(count);
    let mut reasons = Vec::new();
    if whole + pieces + technical + groundwork + alone == 0 {
        reasons.push(Reason::NothingPlanned);
    }
    if pieces > 0 {
        reasons.push(Reason::InPieces { pieces, of: whole + pieces + technical + groundwork });
    }
    if technical > 0 {
        reasons.push(Reason::LooksTechnical { count: technical });
    }
    if whole + pieces + technical == 0 && groundwork > 0 {
        reasons.push(Reason::OnlyGroundwork { count: groundwork });
    }
    if alone > 0 {
        reasons.push(Reason::TasksAlone { count: alone });
    }
    reasons
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
