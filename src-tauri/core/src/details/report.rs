//! The report of one band: what is planned and why, what is so, whom it takes how far, what is in
//! pieces, and what to change, each change with what would come of it.

use jiff::civil::Date;
use serde::Serialize;
use specta::Type;
use uuid::Uuid;

use super::Named;
use crate::board::{ActivityId, Band, Board, CoveredBy, Guesses, ItemId, SliceId, SprintId};
use crate::check;
use crate::edit::Edit;
use crate::repair::{self, Asks, Repair, What};
use crate::slicing::{self, Fact, Piece, SliceReport, SprintReport, Verdict, Walk};
use crate::speech::Speech;

/// The report of a slice or a Sprint.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReportDetails {
    /// The slice or the Sprint.
    pub band: Band,
    /// Its name.
    pub name: String,
    /// The plan in one word; `None` for a Sprint, which promises no journey.
    pub verdict: Option<Verdict>,
    /// How many PBIs are whole here.
    pub whole: u32,
    /// How many could be: those whole, in pieces, and undeclared ones that look technical; of a
    /// Sprint also its groundwork, as its head counts.
    pub touched: u32,
    /// Why, a sentence each; the holes are one.
    pub reasons: Vec<String>,
    /// What is so.
    pub fact: Fact,
    /// How many of the PBIs that stand here are Done.
    pub done: u32,
    /// How many PBIs stand here; notes are none.
    pub items: u32,
    /// All activities, left to right; an empty name is an untitled one.
    pub activities: Vec<Named>,
    /// The ways through them, one stop each; none of a Sprint.
    pub walks: Vec<Walk>,
    /// What to change, the best first.
    pub changes: Vec<Change>,
    /// PBIs in pieces.
    pub pieces: Vec<PieceLine>,
    /// Undeclared PBIs that look technical.
    pub technical: Vec<Named>,
    /// Activities that need no PBI here.
    pub marked: Vec<MarkedLine>,
}

/// One way to make the band deliver more.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// What is done, as a sentence.
    pub words: String,
    /// The edit that does it.
    pub edit: Edit,
    /// What a person must still say in it.
    pub asks: Option<Asks>,
    /// The hole that it closes, if it is one.
    pub activity: Option<ActivityId>,
    /// The cards that move, in the order in which they are named.
    pub cards: Vec<Uuid>,
    /// How many cards move, or are new.
    pub moves: u32,
    /// The plan that would come; `None` for a Sprint.
    pub verdict: Option<Verdict>,
    /// How many PBIs would be whole.
    pub whole: u32,
    /// How many would still be in pieces.
    pub pieces: u32,
    /// Whether it is the cheapest way to a slice that goes end to end.
    pub cheapest: bool,
}

/// A PBI in pieces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PieceLine {
    /// Which.
    pub item: ItemId,
    /// Its title.
    pub title: String,
    /// How many of its tasks are here, or Done.
    pub here: u32,
    /// How many tasks it has.
    pub total: u32,
    /// The name of the band with which the rest comes; empty: Later.
    pub rest: String,
}

/// An activity that needs no PBI here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MarkedLine {
    /// Which.
    pub activity: ActivityId,
    /// Its title; may be empty.
    pub title: String,
    /// Why none is needed, in a word.
    pub how: CoveredBy,
    /// The reason that people gave; may be empty.
    pub reason: String,
}

impl ReportDetails {
    /// The report of a slice; `None`: there is no such slice.
    pub(super) fn of_slice(
        board: &Board,
        guesses: &Guesses,
        speech: &Speech,
        slice: SliceId,
    ) -> Option<Self> {
        let name = board.slices.get(slice)?.name.to_string();
        let reports = slicing::report(board, guesses);
        let report = reports.into_iter().find(|report| report.slice == slice)?;
        let changes = repair::of_slice(board, guesses, slice);
        let reasons = reasons(board, speech, &report);
        let SliceReport { verdict, whole, pieces, technical, .. } = report;
        Some(Self {
            band: Band::Slice { slice },
            name,
            verdict: Some(verdict),
            touched: count(whole.len() + pieces.len() + technical.len()),
            whole: count(whole.len()),
            reasons,
            fact: report.fact,
            done: report.done,
            items: report.items,
            activities: activities(board),
            walks: report.walks,
            changes: lines(changes, speech),
            pieces: in_pieces(board, pieces),
            technical: titled(board, &technical),
            marked: report
                .marked
                .into_iter()
                .map(|marked| MarkedLine {
                    activity: marked.activity,
                    title: title(board, marked.activity),
                    how: marked.how,
                    reason: marked.reason,
                })
                .collect(),
        })
    }

    /// The report of a Sprint; `None`: there is no such Sprint.
    pub(super) fn of_sprint(
        board: &Board,
        guesses: &Guesses,
        speech: &Speech,
        sprint: SprintId,
        today: Date,
    ) -> Option<Self> {
        let name = board.sprints.get(sprint)?.name.to_string();
        let reports = slicing::report_sprints(board, guesses, today);
        let report = reports.into_iter().find(|report| report.sprint == sprint)?;
        let changes = repair::of_sprint(board, guesses, sprint, today);
        let SprintReport { whole, pieces, technical, groundwork, .. } = report;
        Some(Self {
            band: Band::Sprint { sprint },
            name,
            verdict: None,
            touched: count(whole.len() + pieces.len() + technical.len() + groundwork.len()),
            whole: count(whole.len()),
            reasons: report.reasons.iter().map(|reason| speech.say(reason)).collect(),
            fact: report.fact,
            done: report.done,
            items: report.items,
            activities: Vec::new(),
            walks: Vec::new(),
            changes: lines(changes, speech),
            pieces: in_pieces(board, pieces),
            technical: titled(board, &technical),
            marked: Vec::new(),
        })
    }
}

/// Why the plan is as it is. Where all parts belong to one layer, that is said first.
fn reasons(board: &Board, speech: &Speech, report: &SliceReport) -> Vec<String> {
    let layer = check::only_layer(board, report).map(|layer| {
        let args = [("layer", speech.say(&layer).into())];
        speech.sentence("report-horizontal", args)
    });
    layer.into_iter().chain(report.reasons.iter().map(|reason| speech.say(reason))).collect()
}

fn lines(changes: Vec<Repair>, speech: &Speech) -> Vec<Change> {
    let line = |change: Repair| Change {
        words: speech.say(&change.what),
        activity: hole(&change.what),
        edit: change.edit,
        asks: change.asks,
        cards: change.cards,
        moves: change.moves,
        verdict: change.coming.verdict,
        whole: change.coming.whole,
        pieces: change.coming.pieces,
        cheapest: change.cheapest,
    };
    changes.into_iter().map(line).collect()
}

/// The hole that a change closes.
fn hole(what: &What) -> Option<ActivityId> {
    match what {
        What::CloseHole { activity, .. }
        | What::NewPbi { activity, .. }
        | What::Mark { activity, .. } => Some(*activity),
        What::BringRest { .. } | What::GoThrough { .. } | What::PartOnPurpose => None,
    }
}

fn in_pieces(board: &Board, pieces: Vec<Piece>) -> Vec<PieceLine> {
    let name = |band: Band| match band {
        Band::Slice { slice } => board.slices.get(slice).map(|row| row.name.to_string()),
        Band::Sprint { sprint } => board.sprints.get(sprint).map(|row| row.name.to_string()),
        Band::Earlier | Band::Later => None,
    };
    let line = |piece: Piece| {
        Some(PieceLine {
            item: piece.item,
            title: board.items.get(piece.item)?.title.to_string(),
            here: piece.here,
            total: piece.total,
            rest: piece.delivered.and_then(name).unwrap_or_default(),
        })
    };
    pieces.into_iter().filter_map(line).collect()
}

fn titled(board: &Board, items: &[ItemId]) -> Vec<Named> {
    let named = |id: &ItemId| Some(Named::of(id.0, &board.items.get(*id)?.title));
    items.iter().filter_map(named).collect()
}

fn activities(board: &Board) -> Vec<Named> {
    board.activities.iter().map(|row| Named::of(row.id.0, &title(board, row.id))).collect()
}

fn title(board: &Board, activity: ActivityId) -> String {
    let title = board.activities.get(activity).and_then(|row| row.title.as_ref());
    title.map(ToString::to_string).unwrap_or_default()
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "for tests alone")]

    use super::*;
    use crate::sketch::{item, sketch, slice, sprint};

    /// Two PBIs in pieces, and one that looks technical.
    const PIECES: &str = "      | Search             | Pay
         MVP   | Form layout        | [form of Card]
         Later | Find {list, ✓api}  | Card {terms}";

    fn of_slice(board: &Board, name: &str) -> ReportDetails {
        let guesses = board
            .items
            .iter()
            .filter(|row| row.title.as_str() == "Form layout")
            .map(|row| row.id)
            .collect();
        let speech = Speech::english();
        ReportDetails::of_slice(board, &guesses, &speech, slice(board, name)).unwrap()
    }

    #[test]
    fn a_slice_says_what_is_in_pieces_where_the_rest_is_and_what_looks_technical() {
        let board = sketch(PIECES);
        let report = of_slice(&board, "MVP");
        assert_eq!(report.verdict, Some(Verdict::Pieces));
        assert_eq!((report.whole, report.touched), (0, 2));
        let pieces: Vec<_> = report
            .pieces
            .iter()
            .map(|piece| (piece.title.as_str(), piece.here, piece.total, piece.rest.as_str()))
            .collect();
        assert_eq!(pieces, [("Card", 1, 2, "")]);
        assert_eq!(report.technical, [Named::of(item(&board, "Form layout").0, "Form layout")]);
        assert!(report.reasons.iter().any(|reason| reason.contains("Right?")), "{report:?}");
    }

    #[test]
    fn each_change_says_what_would_come_of_it_and_the_cheapest_is_marked() {
        let board = sketch(PIECES);
        let changes = of_slice(&board, "MVP").changes;
        let bring = changes.iter().find(|change| change.words.contains("rest of “Card”")).unwrap();
        assert_eq!((bring.whole, bring.asks), (1, None));
        let cheapest: Vec<_> = changes.iter().filter(|change| change.cheapest).collect();
        assert_eq!(cheapest.len(), 1);
        assert_eq!(cheapest[0].verdict, Some(Verdict::EndToEnd));
        assert_eq!(cheapest[0].cards.len(), 2, "Find and Card come");
    }

    #[test]
    fn a_slice_of_one_layer_is_named_as_such_before_anything_else() {
        let board = sketch(
            "      | Search           | Pay
             MVP   | [form layout of Find], [FE: list of Sort] | [update form of Card]
             Later | Find, Sort       | Card {api}",
        );
        assert!(of_slice(&board, "MVP").reasons[0].contains("interface"));
    }

    #[test]
    fn a_sprint_has_no_verdict_and_no_journey_and_says_which_pbis_are_in_pieces() {
        let board = sketch(
            "      | Search | Pay
             Later | Find   | Card {api}
             Sprint One: Find, [form of Card]",
        );
        let (speech, today) = (Speech::english(), jiff::civil::date(2026, 3, 10));
        let id = sprint(&board, "One");
        let report = ReportDetails::of_sprint(&board, &Guesses::new(), &speech, id, today).unwrap();
        assert_eq!((report.verdict, report.walks.len(), report.whole), (None, 0, 1));
        assert_eq!(report.pieces[0].title, "Card");
        assert_eq!(report.changes.len(), 1);
    }
}
