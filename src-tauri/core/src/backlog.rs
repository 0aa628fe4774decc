//! The backlog on a page: what it consists of, what hangs in the air, and the pass over what is old.
//!
//! In the pass people keep, let go or ask about one PBI after the other. What they say is a tag:
//! [`KEPT`], [`NOT_NEEDED`] or [`ASK`]; nothing leaves the map. The closing list says it to the tracker
//! that the PBIs came from.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use specta::Type;
use uuid::Uuid;

use crate::board::{Board, GoalId, Guesses, Item, ItemId, Kind, TagId};
use crate::check::{self, Of, Serves, Shares};
use crate::sorting::{ASK, NOT_NEEDED};

/// The tag of what people looked at and kept.
pub const KEPT: &str = "kept";
/// So many of what hangs in the air are named; the rest are counted.
const NAMED: usize = 100;

/// The backlog of a map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Backlog {
    /// All of it.
    pub all: Shares,
    /// By Product Goal; the last row is of none.
    pub goals: Vec<BacklogPart>,
    /// By slice.
    pub slices: Vec<BacklogPart>,
    /// By Sprint.
    pub sprints: Vec<BacklogPart>,
    /// Product Goals, next or active, that no PBI serves.
    pub goals_without_items: Loose,
    /// PBIs still to do whose activity and slice have no Product Goal.
    pub items_without_goal: Loose,
    /// Tasks still to do without a PBI.
    pub tasks_without_item: Loose,
    /// PBIs still to do, in the order in which they came: the oldest first.
    pub pass: Vec<PassRow>,
    /// The tags of the pass: kept, let go, ask.
    pub tags: [String; 3],
}

/// One row: a goal, a slice or a Sprint and what its PBIs are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BacklogPart {
    /// Which; `None`: none.
    pub id: Option<Uuid>,
    /// Its name; empty for none.
    pub name: String,
    /// What its PBIs are.
    pub shares: Shares,
}

/// What hangs in the air.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Loose {
    /// How many.
    pub count: u32,
    /// The first of them.
    pub rows: Vec<LooseRow>,
}

/// One of what hangs in the air.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct LooseRow {
    /// Which.
    pub id: Uuid,
    /// Its title.
    pub title: String,
}

/// A PBI in the pass.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PassRow {
    /// Which.
    pub item: ItemId,
    /// Its title.
    pub title: String,
    /// Its key in the tracker it came from; may be empty.
    pub key: String,
    /// When it was created there, as the file said it; may be empty.
    pub created: String,
    /// The title of the PBI that asks for the same; empty: none does.
    pub twin: String,
    /// The Product Goals that it serves; empty: none.
    pub goals: String,
    /// Whether it is likely technical.
    pub technical: bool,
    /// What people said.
    pub said: Option<Said>,
}

/// What people said of a PBI in the pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// It stays.
    Keep,
    /// Nobody needs it any more.
    LetGo,
    /// The team is to be asked.
    Ask,
}

/// The backlog of a map.
#[must_use]
pub fn backlog(board: &Board, guesses: &Guesses) -> Backlog {
    let seen = check::transparency(board, guesses);
    let goal = |id: GoalId| board.goals.get(id).map(|row| row.title.to_string());
    let slice = |id| board.slices.get(id).map(|row| row.name.to_string());
    let sprint = |id| board.sprints.get(id).map(|row| row.name.to_string());
    let goals = seen.goals_without_items.iter().filter_map(|id| Some((id.0, goal(*id)?)));
    let items = seen.items_without_goal.iter();
    let items = items.filter_map(|id| Some((id.0, board.items.get(*id)?.title.to_string())));
    let tasks = seen.tasks_without_item.iter();
    let tasks = tasks.filter_map(|id| Some((id.0, board.tasks.get(*id)?.title.to_string())));
    Backlog {
        all: seen.all,
        goals_without_items: loose(goals),
        items_without_goal: loose(items),
        tasks_without_item: loose(tasks),
        goals: parts(&seen.goals, |id| (id.0, goal(id))),
        slices: parts(&seen.slices, |id| (id.0, slice(id))),
        sprints: parts(&seen.sprints, |id| (id.0, sprint(id))),
        pass: pass(board, guesses),
        tags: [KEPT, NOT_NEEDED, ASK].map(str::to_owned),
    }
}

fn parts<Id: Copy>(
    of: &[Of<Id>],
    named: impl Fn(Id) -> (Uuid, Option<String>),
) -> Vec<BacklogPart> {
    let part = |of: &Of<Id>| {
        let row = of.id.map(&named);
        let (id, name) = row.map_or((None, None), |(id, name)| (Some(id), name));
        BacklogPart { id, name: name.unwrap_or_default(), shares: of.shares }
    };
    of.iter().map(part).collect()
}

fn loose(rows: impl Iterator<Item = (Uuid, String)>) -> Loose {
    let mut rows: Vec<LooseRow> = rows.map(|(id, title)| LooseRow { id, title }).collect();
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    rows.truncate(NAMED);
    Loose { count, rows }
}

/// The PBIs of the pass, with what was said of them.
#[must_use]
pub fn pass(board: &Board, guesses: &Guesses) -> Vec<PassRow> {
    let twins = check::twins_of(board);
    let serves = Serves::new(board);
    let said = said(board);
    let mut open: Vec<&Item> =
        board.items.iter().filter(|item| !item.done && item.kind != Some(Kind::Note)).collect();
    open.sort_unstable_by_key(|item| item.id);
    open.into_iter()
        .map(|item| {
            let goals = serves.goals(item);
            let goals =
                goals.iter().filter_map(|goal| Some(board.goals.get(*goal)?.title.as_str()));
            let source = item.source.as_ref();
            PassRow {
                item: item.id,
                title: item.title.to_string(),
                key: source.map(|source| source.key.clone()).unwrap_or_default(),
                created: source.map(|source| source.created.clone()).unwrap_or_default(),
                twin: twins.get(&item.id).cloned().unwrap_or_default(),
                goals: goals.collect::<Vec<_>>().join(", "),
                technical: guesses.contains(&item.id),
                said: said.get(&item.id).copied(),
            }
        })
        .collect()
}

/// What people said of PBIs. Of several the last of keep, let go, ask counts.
fn said(board: &Board) -> HashMap<ItemId, Said> {
    let mut said = HashMap::new();
    for (name, what) in [(KEPT, Said::Keep), (NOT_NEEDED, Said::LetGo), (ASK, Said::Ask)] {
        let tags: HashSet<TagId> =
            board.tags.iter().filter(|tag| tag.name.as_str() == name).map(|tag| tag.id).collect();
        let tied = board.item_tags.iter().filter(|tie| tags.contains(&tie.tag));
        said.extend(tied.map(|tie| (tie.item, what)));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sketch::sketch;

    fn seen(map: &str) -> Backlog {
        backlog(&sketch(map), &Guesses::new())
    }

    #[test]
    fn parts_have_names_and_the_last_row_is_of_none() {
        let seen = seen("     | Pay\n MVP | Card, Cash\n Later | Map\n Sprint One: Card");
        let named: Vec<_> =
            seen.slices.iter().map(|part| (part.name.as_str(), part.shares.all())).collect();
        assert_eq!(named, [("MVP", 2), ("", 1)]);
        assert_eq!(seen.sprints[0].name, "One");
        assert_eq!(seen.items_without_goal.count, 3);
    }

    #[test]
    fn the_pass_goes_over_what_is_still_to_do_and_knows_what_was_said() {
        let seen = seen(&format!(
            "      | Pay
             Later | Pay by card, Pay with a card, ✓Cash, Idea (note), Map
             Tag {KEPT}: Pay by card
             Tag {NOT_NEEDED}: Pay with a card"
        ));
        let rows: Vec<_> = seen.pass.iter().map(|row| (row.title.as_str(), row.said)).collect();
        assert_eq!(
            rows,
            [
                ("Pay by card", Some(Said::Keep)),
                ("Pay with a card", Some(Said::LetGo)),
                ("Map", None)
            ]
        );
    }
}
