//! Which band each card stands in, and which list of the scene that is: a cell of the map, or a part
//! of the tray.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::scene::{CardId, ListKey};
use super::view::BandsBy;
use crate::board::{Band, Board, ById, Item, ItemId, Kind, Rank, SprintId, StepId, Task};

/// The bands of a map, by slices or by Sprints: in which list each card stands.
#[derive(Debug)]
pub struct Banding {
    in_sprints: HashSet<ItemId>,
    /// The Sprint in which each PBI stands; `None`: the bands are slices.
    sprint_of: Option<HashMap<ItemId, SprintId>>,
}

impl Banding {
    /// The bands of a board.
    #[must_use]
    pub fn new(board: &Board, by: BandsBy) -> Self {
        Self {
            in_sprints: board.planned_in_sprints(),
            sprint_of: (by == BandsBy::Sprints).then(|| board.sprint_of_items()),
        }
    }

    /// The band of a PBI that is not in the tray.
    #[must_use]
    pub fn of_item(&self, item: &Item) -> Band {
        let Some(sprint_of) = &self.sprint_of else { return Board::band_of(item) };
        match sprint_of.get(&item.id) {
            Some(sprint) => Band::Sprint { sprint: *sprint },
            None if item.done => Band::Earlier,
            None => Band::Later,
        }
    }

    /// Whether a PBI is in the tray.
    #[must_use]
    pub fn in_tray(&self, item: &Item) -> bool {
        Board::in_tray(item, &self.in_sprints)
    }

    /// The list in which a PBI stands. What has a step, a slice or a Sprint never hides in the tray.
    #[must_use]
    pub fn list_of_item(&self, item: &Item) -> ListKey {
        match (self.in_tray(item), item.kind) {
            (true, Some(Kind::Note)) => ListKey::TrayNotes,
            (true, _) => ListKey::TrayItems,
            (false, _) => ListKey::Cell { band: self.of_item(item), step: item.step },
        }
    }

    /// The list in which a task has a card of its own; `None`: it goes with its PBI.
    ///
    /// Pulled into a band it stands there, in its PBI's column. A loose one stands Across in what it
    /// was pulled into; where that is no band of these, in Later, or in Earlier once it is finished.
    #[must_use]
    pub fn list_of_task(&self, task: &Task, of: Option<&Item>) -> Option<ListKey> {
        let pulled = match &self.sprint_of {
            None => task.slice.map(|slice| Band::Slice { slice }),
            Some(_) => task.sprint.map(|sprint| Band::Sprint { sprint }),
        };
        let cell = |band, step: Option<StepId>| Some(ListKey::Cell { band, step });
        match (pulled, of) {
            (Some(band), Some(item)) if self.of_item(item) == band => None,
            (Some(band), of) => cell(band, of.and_then(|item| item.step)),
            (None, Some(_)) => None,
            (None, None) if task.sprint.is_none() && task.slice.is_none() => {
                Some(ListKey::TrayTasks)
            }
            (None, None) => cell(if task.done { Band::Earlier } else { Band::Later }, None),
        }
    }

    /// All lists of a map that hold any card: in each, PBIs by rank, then id;
    /// after them references likewise, and tasks.
    #[must_use]
    pub fn lists(&self, board: &Board) -> BTreeMap<ListKey, Vec<CardId>> {
        let mut lists: ById<ListKey, Vec<CardId>> = ById::default();
        let mut references: ById<ListKey, Vec<(&Rank, CardId)>> = ById::default();
        for item in board.items.iter() {
            lists.entry(self.list_of_item(item)).or_default().push(CardId(item.id.0));
        }
        for reference in board.item_references.values() {
            let Some(item) = board.items.get(reference.item) else { continue };
            let band = self.of_item(item);
            let key = ListKey::Cell { band, step: Some(reference.step) };
            // In the step where it stands itself it needs none.
            if item.step != Some(reference.step) && !self.in_tray(item) {
                references.entry(key).or_default().push((&item.rank, CardId(reference.id)));
            }
        }
        for (key, mut cards) in references {
            cards.sort();
            lists.entry(key).or_default().extend(cards.into_iter().map(|(_, card)| card));
        }
        for task in board.tasks.iter() {
            let of = task.item.and_then(|item| board.items.get(item));
            if let Some(key) = self.list_of_task(task, of) {
                lists.entry(key).or_default().push(CardId(task.id.0));
            }
        }
        lists.into_iter().collect()
    }
}
