//! What a Sprint holds: the classes of its PBIs. A Sprint promises no journey, so nothing is asked of
//! coverage and there is no verdict.

use jiff::civil::Date;
use serde::Serialize;
use specta::Type;

use super::classes::{self, Bands, Classes};
use super::fact::{Ledger, Of};
use super::{Fact, Piece, Reason, verdict};
use crate::board::{Board, Guesses, ItemId, Left, SprintId, TaskId};

/// The core's answer for one Sprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SprintReport {
    /// The Sprint.
    pub sprint: SprintId,
    /// What is so.
    pub fact: Fact,
    /// Whether it is over.
    pub over: bool,
    /// Whole PBIs delivered in it.
    pub whole: Vec<ItemId>,
    /// PBIs in pieces.
    pub pieces: Vec<Piece>,
    /// Undeclared PBIs that look technical.
    pub technical: Vec<ItemId>,
    /// Declared enablers and spikes delivered in it.
    pub groundwork: Vec<ItemId>,
    /// Tasks that were pulled into it and serve no PBI still to come.
    pub loose_tasks: Vec<TaskId>,
    /// PBIs that went back to the Product Backlog, or on into a later Sprint, in the order of its plan.
    pub returned: Vec<ItemId>,
    /// How many of the PBIs that stand here are Done.
    pub done: u32,
    /// PBIs that stand here, of every class (notes are none).
    pub items: u32,
    /// Whether anything is finished already.
    pub under_way: bool,
    /// Why it stands so, as data.
    pub reasons: Vec<Reason>,
}

/// The reports of all Sprints, in order. One that ended before `today` keeps only what is Done.
#[must_use]
pub fn report_sprints(board: &Board, guesses: &Guesses, today: Date) -> Vec<SprintReport> {
    let (classes, _) = classes::sort(board, guesses, &Bands::sprints(board, today));
    let ledger = Ledger::new(board);
    let reports = board.sprints.iter().zip(classes).map(|(sprint, classes)| {
        let (of, over) = (Of::Sprint(sprint.id), sprint.is_over(today));
        let fact = ledger.fact(of, &classes.whole, over, classes.under_way);
        let reasons = verdict::reasons_of_sprint(&classes);
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
        let went = board.sprint_items.iter().filter(|stay| stay.sprint == sprint.id);
        let went = went.filter(|stay| stay.left_as == Some(Left::Returned));
        SprintReport {
            sprint: sprint.id,
            fact,
            over,
            whole,
            pieces,
            technical,
            groundwork,
            loose_tasks,
            returned: went.map(|stay| stay.item).collect(),
            done,
            items,
            under_way,
            reasons,
        }
    });
    reports.collect()
}
