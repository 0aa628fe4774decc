//! Which PBIs meet the Definition of Done, and which are in an Increment.

use std::collections::{HashMap, HashSet};

use crate::board::{Board, DoneRule, DoneRuleId, Item, ItemId};

/// Looked up once.
pub(super) struct Evidence<'a> {
    board: &'a Board,
    met: HashMap<ItemId, HashSet<DoneRuleId>>,
    recorded: HashSet<ItemId>,
}

impl<'a> Evidence<'a> {
    pub fn new(board: &'a Board) -> Self {
        let mut met: HashMap<ItemId, HashSet<DoneRuleId>> = HashMap::new();
        for check in board.done_checks.values() {
            met.entry(check.item).or_default().insert(check.rule);
        }
        let recorded = board.increment_items.values().map(|tie| tie.item).collect();
        Self { board, met, recorded }
    }

    fn meets(&self, item: ItemId, rule: DoneRuleId) -> bool {
        self.met.get(&item).is_some_and(|met| met.contains(&rule))
    }

    /// The rules that a PBI does not meet, in their order.
    pub fn open_rules(&self, item: ItemId) -> Vec<&'a DoneRule> {
        self.board.done_rules.iter().filter(|rule| !self.meets(item, rule.id)).collect()
    }

    /// How many rules all of these meet.
    pub fn met_by_all(&self, items: &[ItemId]) -> usize {
        let by_all = |rule: &&DoneRule| items.iter().all(|item| self.meets(*item, rule.id));
        self.board.done_rules.iter().filter(by_all).count()
    }

    /// Done, every rule met, and in no Increment yet.
    pub fn is_new(&self, item: &Item) -> bool {
        item.done && !self.recorded.contains(&item.id) && self.open_rules(item.id).is_empty()
    }
}
