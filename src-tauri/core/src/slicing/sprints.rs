//! What a Sprint holds: the classes of its PBIs. A Sprint promises no journey, so nothing is asked of
//! coverage and there is no verdict.

use jiff::civil::Date;

use super::Piece;
use super::classes::{self, Bands, Classes};
use crate::board::{Board, Guesses, ItemId, SprintId};

/// The core's answer for one Sprint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SprintReport {
    /// The Sprint.
    pub sprint: SprintId,
    /// Whole PBIs delivered in it.
    pub whole: Vec<ItemId>,
    /// PBIs in pieces.
    pub pieces: Vec<Piece>,
    /// Undeclared PBIs that look technical.
    pub technical: Vec<ItemId>,
    /// Declared enablers and spikes delivered in it.
    pub groundwork: Vec<ItemId>,
    /// How many of the PBIs that stand here are Done.
    pub done: u32,
    /// PBIs that stand here, of every class (notes are none).
    pub items: u32,
    /// Whether anything is finished already.
    pub under_way: bool,
}

/// The reports of all Sprints, in order. One that ended before `today` keeps only what is Done.
#[must_use]
pub fn report_sprints(board: &Board, guesses: &Guesses, today: Date) -> Vec<SprintReport> {
    let (classes, _) = classes::sort(board, guesses, &Bands::sprints(board, today));
    let reports = board.sprints.iter().zip(classes).map(|(sprint, classes)| {
        let Classes { whole, pieces, technical, groundwork, done, items, under_way, .. } = classes;
        SprintReport {
            sprint: sprint.id,
            whole,
            pieces,
            technical,
            groundwork,
            done,
            items,
            under_way,
        }
    });
    reports.collect()
}
