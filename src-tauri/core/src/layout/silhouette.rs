//! A map in small: how many cards lie where, and no word of them. For what a map would become.

use std::collections::HashSet;

use serde::Serialize;
use specta::Type;
use uuid::Uuid;

use super::scene::{CardId, ListKey};
use super::{Lens, View, lay_out};
use crate::board::{Band, Board, Guesses};

/// A map in small.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Silhouette {
    /// For each column from the left, whether an activity ends with it.
    pub ends_activity: Vec<bool>,
    /// Bands from above.
    pub bands: Vec<SilhouetteBand>,
    /// The tray.
    pub tray: Heap,
}

/// One band in small.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SilhouetteBand {
    /// Its name; empty for Later and Earlier.
    pub name: String,
    /// Whether it is Earlier.
    pub earlier: bool,
    /// Its cells from the left.
    pub cells: Vec<Heap>,
}

/// The cards of one place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Type)]
pub struct Heap {
    /// How many.
    pub cards: u32,
    /// How many of them are new.
    pub new: u32,
}

impl Silhouette {
    /// A map in small; `new` are ids of rows that were just made.
    #[must_use]
    pub fn of(board: &Board, guesses: &Guesses, new: &HashSet<Uuid>) -> Self {
        let scene = lay_out(board, guesses, &View::whole(Lens::Team));
        let heap = |key: ListKey| {
            let cards = scene.lists.get(&key).map(|list| list.as_slice()).unwrap_or_default();
            let is_new = |card: &&CardId| new.contains(&card.0);
            Heap { cards: count(cards.len()), new: count(cards.iter().filter(is_new).count()) }
        };
        let bands = scene
            .bands
            .iter()
            .map(|band| SilhouetteBand {
                name: band.name.clone(),
                earlier: band.band == Band::Earlier,
                cells: scene
                    .backbone
                    .columns
                    .iter()
                    .map(|column| heap(ListKey::Cell { band: band.band, step: column.step }))
                    .collect(),
            })
            .collect();
        let trays = [ListKey::TrayItems, ListKey::TrayTasks, ListKey::TrayNotes].map(heap);
        Self {
            ends_activity: scene.backbone.columns.iter().map(|c| c.ends_activity).collect(),
            bands,
            tray: Heap {
                cards: trays.iter().map(|heap| heap.cards).sum(),
                new: trays.iter().map(|heap| heap.new).sum(),
            },
        }
    }
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sketch::{item, sketch};

    #[test]
    fn cards_are_counted_where_they_lie_and_new_ones_apart() {
        let board = sketch(
            "          | Search: Find  | List   | Pay: Till
             MVP       | Name, Town    |        | Card
             Later     |               | Sort   |
             Tray      | Parked",
        );
        let new = [item(&board, "Town"), item(&board, "Parked")].map(|item| item.0).into();
        let Silhouette { ends_activity, bands, tray } =
            Silhouette::of(&board, &Guesses::new(), &new);
        assert_eq!(ends_activity, [false, true, true]);
        let cards = |band: &SilhouetteBand| -> Vec<_> {
            band.cells.iter().map(|heap| (heap.cards, heap.new)).collect()
        };
        assert_eq!(bands[0].name, "MVP");
        assert_eq!(cards(&bands[0]), [(2, 1), (0, 0), (1, 0)]);
        assert_eq!(cards(&bands[1]), [(0, 0), (1, 0), (0, 0)]);
        assert_eq!(tray, Heap { cards: 1, new: 1 });
    }
}
