//! Slices that are cut by layer: all interface, all database. They are named as such, because a slice
//! goes through the layers, and a layer alone shows nothing.

use serde::Serialize;
use specta::Type;

use super::signs::{Family, Signs};
use super::words::{Word, words};
use crate::board::Board;
use crate::slicing::SliceReport;

/// A layer of software.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// What is seen.
    Interface,
    /// What works behind it.
    Server,
    /// Where data lie.
    Data,
    /// What shows that it works.
    Tests,
}

/// Words of the list of layers that mean the interface.
const IN_FRONT: [&str; 5] = ["fe", "frontend", "front", "client", "dom"];

/// Fewer parts than this are too few to speak of.
const FEWEST: usize = 3;

/// The layer to which all parts of a slice belong; `None`: a PBI is whole in it, its parts are few or
/// of several layers, or too many of them name none.
#[must_use]
pub fn only_layer(board: &Board, report: &SliceReport) -> Option<Layer> {
    if !report.whole.is_empty() {
        return None;
    }
    let mut titles: Vec<&str> = Vec::new();
    let tasks = board.tasks_by_item();
    for piece in &report.pieces {
        let of_item = tasks.get(&Some(piece.item)).map(Vec::as_slice).unwrap_or_default();
        let here = |task: &&&crate::board::Task| {
            task.slice == Some(report.slice) || (piece.stands_here && task.slice.is_none())
        };
        titles.extend(of_item.iter().filter(here).map(|task| task.title.as_str()));
    }
    titles.extend(
        report.technical.iter().filter_map(|id| Some(board.items.get(*id)?.title.as_str())),
    );
    titles.extend(
        report.loose_tasks.iter().filter_map(|id| Some(board.tasks.get(*id)?.title.as_str())),
    );
    let layers: Vec<Layer> = titles.iter().filter_map(|title| layer_of(title)).collect();
    let first = *layers.first()?;
    let most = layers.len() * 3 >= titles.len() * 2;
    let one = layers.iter().all(|layer| *layer == first);
    (titles.len() >= FEWEST && most && one).then_some(first)
}

/// The layer that a title names; `None`: none, or several.
pub(crate) fn layer_of(title: &str) -> Option<Layer> {
    let words = words(title);
    let signs = Signs::english().find(&words);
    let mut layers = signs.iter().filter_map(|sign| {
        let layer = |family: &Family| match family {
            Family::Interface => Some(Layer::Interface),
            Family::Layer if is_in_front(words.get(sign.at)) => Some(Layer::Interface),
            Family::Layer => Some(Layer::Server),
            Family::Data => Some(Layer::Data),
            Family::Quality => Some(Layer::Tests),
            _ => None,
        };
        sign.families.iter().find_map(layer)
    });
    let first = layers.next()?;
    layers.all(|layer| layer == first).then_some(first)
}

fn is_in_front(word: Option<&Word>) -> bool {
    word.is_some_and(|word| IN_FRONT.contains(&word.text.as_str()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "for tests alone")]

    use super::*;
    use crate::board::Guesses;
    use crate::sketch::{item, sketch};

    fn layer(map: &str) -> Option<Layer> {
        let board = sketch(map);
        only_layer(&board, &crate::slicing::report(&board, &Guesses::new())[0])
    }

    #[test]
    fn a_slice_of_interface_tasks_alone_is_all_interface() {
        let map = "      | Search           | Pay
                   1     | [form layout of Find], [FE: list of Sort] | [update form of Card]
                   Later | Find, Sort       | Card {api}";
        assert_eq!(layer(map), Some(Layer::Interface));
        let mixed = map.replace("update form", "add fields to database");
        assert_eq!(layer(&mixed), None);
        let whole = map.replace("[form layout of Find]", "[form layout of Find], Map");
        assert_eq!(layer(&whole), None, "something whole is in it");
        assert_eq!(layer(&map.replace(", [FE: list of Sort]", "")), None, "two are too few");
    }

    #[test]
    fn guesses_and_loose_tasks_count_and_words_of_no_layer_weaken_it() {
        let map = "      | Search
                   1     | Add fields to database, [seed data], [schema]";
        let board = sketch(map);
        let guesses = [item(&board, "Add fields to database")].into();
        let report = &crate::slicing::report(&board, &guesses)[0];
        assert_eq!(only_layer(&board, report), Some(Layer::Data));
        assert_eq!(layer("   | Search\n 1 | [schema], [seed data], [call Anna], [tidy up]"), None);
    }
}
