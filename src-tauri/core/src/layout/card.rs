//! What stands on a card.

use super::scene::{Count, Face, Metrics};
use super::text::{TextStyle, Typesetter};
use crate::board::{Item, Kind, Task};

/// From a card's edge to its title at both sides (look: "Card").
pub(crate) const INSET: u32 = 10;
/// The same at the left where a broken rail stands: the PBI is in pieces.
pub(crate) const INSET_IN_PIECES: u32 = 14;
/// Lines that a title may have on a card.
const TITLE_LINES: usize = 3;

/// What a PBI's face needs beside the PBI.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around<'a> {
    /// Undeclared and likely technical.
    pub maybe_task: bool,
    /// Its tasks.
    pub tasks: Option<Count>,
    /// How many of its tasks are here, where it is in pieces.
    pub pieces: Option<Count>,
    /// Its first tag.
    pub tag: Option<&'a str>,
}

impl Face {
    /// How its title is set: text that promises somebody something stands out from the rest.
    #[must_use]
    pub fn title_style(&self) -> TextStyle {
        let technical = matches!(self.kind, Some(Kind::Enabler | Kind::Spike));
        if self.is_task || self.done || self.maybe_task || technical {
            TextStyle::CARD_LIGHT
        } else {
            TextStyle::CARD
        }
    }

    /// From the card's left edge to its title.
    #[must_use]
    pub fn title_inset(&self) -> u32 {
        if self.pieces.is_some() { INSET_IN_PIECES } else { INSET }
    }

    fn broken(mut self, metrics: &Metrics, type_: &mut Typesetter) -> Self {
        let width = metrics.card_w - self.title_inset() - INSET;
        let lines = type_.lines(&self.title, self.title_style(), width, TITLE_LINES);
        self.lines = lines.iter().map(ToString::to_string).collect();
        self
    }
}

pub(super) fn of_item(
    item: &Item,
    around: Around<'_>,
    metrics: &Metrics,
    type_: &mut Typesetter,
) -> Face {
    Face {
        is_task: false,
        title: item.title.to_string(),
        lines: Vec::new(),
        kind: item.kind,
        maybe_task: around.maybe_task,
        done: item.done,
        tasks: around.tasks,
        pieces: around.pieces,
        tag: around.tag.map(ToOwned::to_owned),
        estimate: item.estimate.map(points),
        of: None,
    }
    .broken(metrics, type_)
}

pub(super) fn of_task(
    task: &Task,
    of: Option<&Item>,
    metrics: &Metrics,
    type_: &mut Typesetter,
) -> Face {
    Face {
        is_task: true,
        title: task.title.to_string(),
        lines: Vec::new(),
        kind: None,
        maybe_task: false,
        done: task.done,
        tasks: None,
        pieces: None,
        tag: None,
        estimate: None,
        of: of.map(|item| item.title.to_string()),
    }
    .broken(metrics, type_)
}

/// An estimate as people write it: `3`, `0.5`; hundredths at most.
fn points(estimate: f64) -> String {
    format!("{}", (estimate * 100.0).round() / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_estimate_is_written_as_people_write_it() {
        assert_eq!([3.0, 0.5, 2.499, 13.0].map(points), ["3", "0.5", "2.5", "13"]);
    }
}
