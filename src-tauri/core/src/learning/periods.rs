//! Two stretches of time that are offered to be compared.

use jiff::civil::Date;
use serde::Serialize;
use specta::Type;

use super::{last_day, ledger};
use crate::board::{Board, Guesses};

/// First and last day of a stretch of time (ISO 8601).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Days {
    /// The first.
    pub starts_on: String,
    /// The last.
    pub ends_on: String,
}

/// The days before the first Sprint with an Increment, and those from it on; where that parts nothing,
/// the first half of the Sprints and the second. `None`: fewer than two Sprints are over and have days.
#[must_use]
pub fn two_periods(board: &Board, guesses: &Guesses, today: Date) -> Option<(Days, Days)> {
    let over = board.sprints.iter().zip(ledger(board, guesses, today)).filter_map(|(row, of)| {
        let days = (row.starts_on.as_deref()?, last_day(row)?);
        of.over.then_some((days, of.figures.increments))
    });
    let over: Vec<((&str, &str), u32)> = over.collect();
    let turn = over.iter().position(|(_, increments)| *increments > 0);
    let turn = turn.filter(|at| *at > 0).unwrap_or(over.len() / 2);
    let (before, after) = over.split_at_checked(turn)?;
    let days = |sprints: &[((&str, &str), u32)]| {
        Some(Days {
            starts_on: sprints.iter().map(|(days, _)| days.0).min()?.to_owned(),
            ends_on: sprints.iter().map(|(days, _)| days.1).max()?.to_owned(),
        })
    };
    Some((days(before)?, days(after)?))
}
