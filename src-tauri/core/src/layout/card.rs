//! What stands on a card.

use std::sync::Arc;

use super::Metrics;
use super::scene::{Count, Face, Reference};
use super::text::{TextStyle, Typesetter};
use super::typography::Typography;
use crate::board::{Item, Kind, PersonaId, StepId, Task};

/// How much further right a title begins where a broken rail stands: the PBI is in pieces.
const RAIL: u32 = 4;

/// The sizes and type with which faces are made.
pub(super) struct Setting<'a> {
    pub metrics: &'a Metrics,
    pub styles: Typography,
    pub type_: &'a mut Typesetter,
}

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
    /// Whom it is for.
    pub personas: &'a [PersonaId],
}

impl Face {
    /// How its title is set: text that promises somebody something stands out from the rest.
    #[must_use]
    pub fn title_style(&self, styles: &Typography) -> TextStyle {
        let technical = matches!(self.kind, Some(Kind::Enabler | Kind::Spike));
        if self.is_task || self.done || self.maybe_task || technical {
            styles.card_light
        } else {
            styles.card
        }
    }

    /// From the card's left edge to its title.
    #[must_use]
    pub fn title_inset(&self, metrics: &Metrics) -> u32 {
        metrics.card_inset + if self.pieces.is_some() { RAIL } else { 0 }
    }

    fn broken(mut self, set: &mut Setting<'_>) -> Self {
        let width = set.metrics.card_w - self.title_inset(set.metrics) - set.metrics.card_inset;
        let style = self.title_style(&set.styles);
        self.lines = set.type_.lines(&self.title, style, width, set.styles.card_lines);
        self
    }
}

pub(super) fn of_item(item: &Item, around: Around<'_>, set: &mut Setting<'_>) -> Face {
    Face {
        is_task: false,
        title: item.title.shared(),
        lines: Arc::default(),
        kind: item.kind,
        maybe_task: around.maybe_task,
        done: item.done,
        tasks: around.tasks,
        pieces: around.pieces,
        tag: around.tag.map(ToOwned::to_owned),
        estimate: item.estimate.map(points),
        of: None,
        personas: around.personas.to_vec(),
        reference: None,
    }
    .broken(set)
}

pub(super) fn of_task(task: &Task, of: Option<&Item>, set: &mut Setting<'_>) -> Face {
    Face {
        is_task: true,
        title: task.title.shared(),
        lines: Arc::default(),
        kind: None,
        maybe_task: false,
        done: task.done,
        tasks: None,
        pieces: None,
        tag: None,
        estimate: None,
        of: of.map(|item| item.title.to_string()),
        personas: Vec::new(),
        reference: None,
    }
    .broken(set)
}

/// A reference: the PBI's title, and where it stands itself.
pub(super) fn of_reference(
    item: &Item,
    in_step: StepId,
    step: String,
    set: &mut Setting<'_>,
) -> Face {
    let reference = Some(Reference { item: item.id, in_step, step });
    let around = Around::default();
    Face { estimate: None, reference, ..of_item(item, around, set) }
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
