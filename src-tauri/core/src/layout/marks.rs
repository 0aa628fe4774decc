//! The track of a Sprint: one mark per PBI above its own column. Nothing joins them, because a Sprint
//! promises no journey.

use std::collections::{HashMap, HashSet};

use super::line::{self, Mark};
use super::scene::{CardId, Line};
use crate::board::{Board, ItemId};
use crate::slicing::SprintReport;

/// From a card's left edge to the middle of the first mark over it.
const FIRST: u32 = 7;
/// From one mark to the next.
const PITCH: u32 = 20;
/// As many as fit over a card; a column of more is told by its cards.
const MOST: usize = 7;

/// The marks over cells, each given by the left edge of its cards and its cards.
pub(super) fn marks<'a>(
    board: &Board,
    report: &SprintReport,
    cells: impl Iterator<Item = (u32, &'a [CardId])>,
) -> Line {
    let mut classes: HashMap<ItemId, Mark> = HashMap::new();
    for item in &report.whole {
        let done = board.items.get(*item).is_some_and(|item| item.done);
        classes.insert(*item, if done { Mark::WholeDone } else { Mark::Whole });
    }
    classes.extend(report.pieces.iter().map(|piece| (piece.item, Mark::Piece)));
    classes.extend(report.groundwork.iter().map(|item| (*item, Mark::Groundwork)));

    let mut placed = Vec::new();
    for (left, cards) in cells {
        let mut seen = HashSet::new();
        let items = cards.iter().filter_map(|card| pbi(board, *card)).filter(|id| seen.insert(*id));
        let marks = items.filter_map(|item| classes.get(&item).copied()).take(MOST);
        placed.extend(marks.zip(0..).map(|(mark, at)| (left + FIRST + at * PITCH, mark)));
    }
    line::loose(&placed)
}

/// The PBI that a card is, or of which it is a task.
fn pbi(board: &Board, card: CardId) -> Option<ItemId> {
    match board.tasks.get(card.0.into()) {
        Some(task) => task.item,
        None => Some(ItemId(card.0)),
    }
}

#[cfg(test)]
mod tests {
    use crate::board::{Guesses, Kind};
    use crate::layout::sample::Sample;
    use crate::layout::scene::{Pen, Scene};
    use crate::layout::{BandsBy, View, lay_out};

    fn in_sprints(map: &Sample) -> Scene {
        let view = View { bands_by: BandsBy::Sprints, ..View::default() };
        lay_out(&map.board, &Guesses::new(), &view)
    }

    #[test]
    fn every_pbi_of_a_sprint_has_one_mark_above_its_own_column() {
        let mut map = Sample::default();
        let activity = map.activity("Pay");
        let [first, second] = ["Choose", "Pay"].map(|name| map.step(activity, name));
        let whole = map.item("Pay by card", Some(first), None);
        let done = map.item("Pay in cash", Some(first), None);
        map.done(done);
        let enabler = map.item("Upgrade", Some(second), None);
        map.kind(enabler, Kind::Enabler);
        map.sprint("Sprint 1", &[whole, done, enabler]);
        let scene = in_sprints(&map);
        let line = scene.bands[0].line.as_ref().map(|line| &line.strokes);
        let begins: Vec<(Pen, &str)> = line
            .into_iter()
            .flatten()
            .map(|stroke| (stroke.pen, stroke.path.split(['A', 'L']).next().unwrap_or("")))
            .collect();
        assert_eq!(begins, [(Pen::Hatch, "M160 9"), (Pen::Dots, "M2 12")]);
    }

    #[test]
    fn two_tasks_of_one_pbi_are_one_broken_mark() {
        let mut map = Sample::default();
        let activity = map.activity("Pay");
        let step = map.step(activity, "");
        let pay = map.item("Pay by card", Some(step), None);
        let sprint = map.sprint("Sprint 1", &[]);
        for name in ["Form", "Tests"] {
            let id = map.task(name, Some(pay), None);
            if let Some(mut task) = map.board.tasks.get(id).cloned() {
                task.sprint = Some(sprint);
                map.board.tasks.put(task);
            }
        }
        let scene = in_sprints(&map);
        let head = scene.bands[0].sprint.as_ref();
        assert_eq!(head.map(|head| (head.pieces, head.touched)), Some((1, 1)));
        let strokes = scene.bands[0].line.as_ref().map(|line| line.strokes.clone());
        let strokes = strokes.unwrap_or_default();
        assert_eq!(strokes.len(), 1);
        assert_eq!(strokes[0].path.matches('M').count(), 2, "two dashes, askew");
    }
}
