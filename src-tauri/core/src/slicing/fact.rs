//! What is so, beside what is planned: a fact about a slice or a Sprint, never mixed with its plan.

use std::collections::HashMap;

use serde::Serialize;
use specta::Type;

use crate::board::{Board, ById, Increment, IncrementId, ItemId, SliceId, SprintId, Usable, Value};

/// What is so of a band.
///
/// | Done W | ended or closed | says |
/// |---|---|---|
/// | 0 | no | Not started, or Under way |
/// | 0 | yes | Nothing Done |
/// | ≥ 1, each with a rule of the Definition of Done open | any | finished: no Increment yet |
/// | ≥ 1, one that meets every rule | any | k Increments, as recorded, at least 1 |
/// | the same, and found not usable | any | Done, not usable |
///
/// W are whole PBIs, so what is finished of enablers, spikes and tasks is Under way at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Fact {
    /// Nothing is finished, not even a task.
    NotStarted,
    /// Something is finished, and no whole PBI is Done.
    UnderWay,
    /// It is over, and no whole PBI is Done.
    NothingDone,
    /// Whole PBIs are Done, and none meets every rule of the Definition of Done: no Increment yet.
    RulesOpen {
        /// How many are Done.
        finished: u32,
    },
    /// Increments.
    Increments(Increments),
    /// Whole PBIs are Done and meet the Definition of Done, and whoever tried could not use them.
    NotUsable {
        /// How many are Done.
        finished: u32,
    },
}

/// What is known of the Increments of a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Increments {
    /// How many there are: those that were recorded; 1 where PBIs meet the Definition of Done and
    /// nobody has recorded it.
    pub count: u32,
    /// How many were found usable.
    pub usable: u32,
    /// How many were found not usable.
    pub not_usable: u32,
    /// What became of their value, in a word.
    pub value: ValueSeen,
    /// Of how many the value came.
    pub confirmed: u32,
    /// Of how many it did not.
    pub refuted: u32,
    /// How many PBIs are Done that do not meet every rule.
    pub rules_open: u32,
}

/// What became of the value of a band's Increments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ValueSeen {
    /// Of none it is known yet.
    Open,
    /// It came, of each.
    Confirmed,
    /// It did not, of any.
    Refuted,
    /// Something else: so many of so many.
    Some,
}

impl ValueSeen {
    fn of(count: u32, confirmed: u32, refuted: u32) -> Self {
        match (confirmed, refuted) {
            (0, 0) => Self::Open,
            (confirmed, _) if confirmed == count => Self::Confirmed,
            (_, refuted) if refuted == count => Self::Refuted,
            _ => Self::Some,
        }
    }
}

/// The Definition of Done and the Increments of a map, looked up once per report.
pub(super) struct Ledger<'a> {
    board: &'a Board,
    /// How many rules each PBI meets.
    met: ById<ItemId, usize>,
    /// The Increments of each PBI.
    of_items: HashMap<ItemId, Vec<IncrementId>>,
}

/// The band of which facts are asked.
#[derive(Clone, Copy)]
pub(super) enum Of {
    Slice(SliceId),
    Sprint(SprintId),
}

impl<'a> Ledger<'a> {
    pub fn new(board: &'a Board) -> Self {
        let mut met: ById<ItemId, usize> = ById::default();
        for check in board.done_checks.values() {
            *met.entry(check.item).or_default() += 1;
        }
        let mut of_items: HashMap<ItemId, Vec<IncrementId>> = HashMap::new();
        for tie in board.increment_items.values() {
            of_items.entry(tie.item).or_default().push(tie.increment);
        }
        Self { board, met, of_items }
    }

    /// Whether a PBI meets every rule of the Definition of Done; where there are no rules, whoever
    /// called it Done has said so.
    fn meets_every_rule(&self, item: ItemId) -> bool {
        self.met.get(&item).copied().unwrap_or(0) >= self.board.done_rules.len()
    }

    /// The fact about a band with these whole PBIs.
    pub fn fact(&self, of: Of, whole: &[ItemId], over: bool, under_way: bool) -> Fact {
        let is_done = |item: &&ItemId| self.board.items.get(**item).is_some_and(|row| row.done);
        let done: Vec<ItemId> = whole.iter().filter(is_done).copied().collect();
        let finished = count(done.len());
        let rules_open = count(done.iter().filter(|item| !self.meets_every_rule(**item)).count());
        match finished {
            0 if over => return Fact::NothingDone,
            0 if under_way => return Fact::UnderWay,
            0 => return Fact::NotStarted,
            _ if rules_open == finished => return Fact::RulesOpen { finished },
            _ => {}
        }
        let recorded = self.recorded(of, &done);
        let of_usable = |usable| count(recorded.iter().filter(|row| row.usable == usable).count());
        let of_value = |value| count(recorded.iter().filter(|row| row.value == value).count());
        let (usable, not_usable) = (of_usable(Usable::Yes), of_usable(Usable::No));
        if not_usable > 0 && usable == 0 {
            return Fact::NotUsable { finished };
        }
        let made = count(recorded.len()).max(1);
        let (confirmed, refuted) = (of_value(Value::Confirmed), of_value(Value::Refuted));
        Fact::Increments(Increments {
            count: made,
            usable,
            not_usable,
            value: ValueSeen::of(made, confirmed, refuted),
            confirmed,
            refuted,
            rules_open,
        })
    }

    /// The recorded Increments of a band: those that name it, and those that name none and have one
    /// of its Done PBIs.
    fn recorded(&self, of: Of, done: &[ItemId]) -> Vec<&'a Increment> {
        let of_items = |row: &Increment| {
            done.iter().filter_map(|item| self.of_items.get(item)).flatten().any(|id| *id == row.id)
        };
        let belongs = |row: &&Increment| match of {
            Of::Slice(slice) => row.slice.map_or_else(|| of_items(row), |own| own == slice),
            Of::Sprint(sprint) => row.sprint.map_or_else(|| of_items(row), |own| own == sprint),
        };
        self.board.increments.iter().filter(belongs).collect()
    }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
