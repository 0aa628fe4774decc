//! Which card stands in which list: the cells of the map, and the parts of the tray.

use std::collections::{BTreeMap, HashSet};

use super::scene::{CardId, ListKey};
use crate::board::{Band, Board, Item, Kind, Task};

/// The list in which a PBI stands. What has a step, a slice or a Sprint never hides in the tray.
pub(super) fn list_of_item(item: &Item, in_tray: bool) -> ListKey {
    match (in_tray, item.kind) {
        (true, Some(Kind::Note)) => ListKey::TrayNotes,
        (true, _) => ListKey::TrayItems,
        (false, _) => ListKey::Cell { band: Board::band_of(item), step: item.step },
    }
}

/// The list in which a task has a card of its own; `None`: it goes with its PBI.
///
/// Pulled into a slice it stands there, in its PBI's column. A loose one stands Across in what it was
/// pulled into; in a Sprint and no slice that is Later, or Earlier once it is finished.
pub(super) fn list_of_task(task: &Task, of: Option<&Item>) -> Option<ListKey> {
    match (task.slice, of) {
        (Some(slice), Some(item)) if item.slice == Some(slice) => None,
        (Some(slice), of) => {
            Some(ListKey::Cell { band: Band::Slice(slice), step: of.and_then(|item| item.step) })
        }
        (None, Some(_)) => None,
        (None, None) if task.sprint.is_some() => Some(ListKey::Cell {
            band: if task.done { Band::Earlier } else { Band::Later },
            step: None,
        }),
        (None, None) => Some(ListKey::TrayTasks),
    }
}

/// All lists of a map that hold any card: in each, PBIs by rank, then id; after them tasks likewise.
pub(super) fn lists(
    board: &Board,
    in_sprints: &HashSet<crate::board::ItemId>,
) -> BTreeMap<ListKey, Vec<CardId>> {
    let mut lists: BTreeMap<ListKey, Vec<CardId>> = BTreeMap::new();
    for item in board.items.iter() {
        let key = list_of_item(item, Board::in_tray(item, in_sprints));
        lists.entry(key).or_default().push(CardId(item.id.0));
    }
    for task in board.tasks.iter() {
        let of = task.item.and_then(|item| board.items.get(item));
        if let Some(key) = list_of_task(task, of) {
            lists.entry(key).or_default().push(CardId(task.id.0));
        }
    }
    lists
}
