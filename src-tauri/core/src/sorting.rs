//! From a list of tasks to PBIs: what is left to sort, the outcomes to which it is dealt, and what the
//! words say of which task serves which.
//!
//! Outcomes are named by people; nothing here invents one. All of it is derived: a task that was dealt
//! is a task of its PBI, one to be asked about has the tag [`ASK`], one that nobody needs [`NOT_NEEDED`].
//! Whoever closes the sheet half way finds the rest here again.
//!
//! An outcome is *likely* for a task where words speak for it alone, and *sure* where two signs that do
//! not hang together say the same ([`evidence`]): then several tasks are offered in one go. A guess never
//! leads to a guess: only what people dealt teaches.

mod evidence;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use serde::Serialize;
use specta::Type;
use uuid::Uuid;

use crate::board::{Board, GoalState, Guesses, Item, ItemId, Kind, TagId};
use evidence::{Evidence, Sitting};

/// The tag of what the team is to be asked about.
pub const ASK: &str = "ask the team";
/// The tag of what nobody needs; it stays in the map, with its reason in the notes.
pub const NOT_NEEDED: &str = "not needed";

/// So many outcomes have a digit for a key.
const OUTCOMES: usize = 9;
/// So many words that many tasks share are shown.
const SHARED: usize = 8;
/// Fewer than these are no list.
const FEWEST: usize = 6;

/// What there is to sort, and to what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Sorting {
    /// What is left, in the order in which it came into the map.
    pub left: Vec<ToSort>,
    /// What the team is to be asked about.
    pub asked: Vec<ToSort>,
    /// How much was dealt: tasks below these outcomes, and what was declared or set aside in the tray.
    pub dealt: u32,
    /// Declared outcomes that are not Done, the newest nine of them, in the order in which they came.
    pub outcomes: Vec<Outcome>,
    /// Words that many of the rows left share, most first: nouns for outcomes, never verbs.
    pub shared: Vec<SharedWord>,
    /// The active Product Goal, else the first that is still ahead.
    pub goal: Option<GoalLine>,
    /// The tag of what the team is to be asked about.
    pub ask_tag: String,
    /// The tag of what nobody needs.
    pub not_needed_tag: String,
    /// Whether most of what is left looks technical, and it is enough to be called a list.
    pub mostly_tasks: bool,
}

/// One row that is to be sorted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ToSort {
    /// The PBI or the task.
    pub row: Uuid,
    /// Whether it is a task already; else an undeclared PBI.
    pub is_task: bool,
    /// Its title.
    pub title: String,
    /// Its key in the tracker it came from; empty: it has none.
    pub key: String,
    /// The outcome that words speak for, if any does alone.
    pub likely: Option<ItemId>,
    /// Whether two signs say so, so that it may be put there together with others.
    pub sure: bool,
    /// The words of its title that speak for it, as they stand there.
    pub words: Vec<String>,
}

/// An outcome to which tasks are dealt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// The PBI.
    pub item: ItemId,
    /// Its title.
    pub title: String,
    /// How many tasks it has.
    pub tasks: u32,
    /// Words that speak for it and for no other.
    pub words: Vec<String>,
    /// Whether it has a place on the map already.
    pub placed: bool,
}

/// A word, and how many rows have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SharedWord {
    /// As it stands in the first of them, in lower case.
    pub word: String,
    /// How many.
    pub rows: u32,
}

/// A Product Goal in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct GoalLine {
    /// Its title.
    pub title: String,
    /// How people will see that it is reached; may be empty.
    pub measure: String,
}

/// What there is to sort: undeclared PBIs and loose tasks of the tray, and, wherever they stand,
/// undeclared PBIs that look technical. What is Done needs no sorting.
#[must_use]
pub fn sorting(board: &Board, guesses: &Guesses) -> Sorting {
    let tagged = |name: &str| tagged(board, name);
    let (ask, not_needed) = (tagged(ASK), tagged(NOT_NEEDED));
    let rows = rows(board, guesses);
    let tasks = board.tasks_by_item();
    let outcomes = outcomes(board);
    let sitting = Sitting::new(board, &rows, &outcomes);
    let (asked, left): (Vec<&Row>, Vec<&Row>) = rows
        .iter()
        .filter(|row| !not_needed.contains(&row.id))
        .partition(|row| ask.contains(&row.id));
    let in_tray = |item: &&Item| item.step.is_none() && item.slice.is_none();
    let declared = board
        .items
        .iter()
        .filter(in_tray)
        .filter(|item| matches!(item.kind, Some(Kind::Enabler | Kind::Spike | Kind::Bug)))
        .filter(|item| !item.done && !not_needed.contains(&item.id.0))
        .count();
    let below: usize =
        outcomes.iter().map(|item| tasks.get(&Some(item.id)).map_or(0, Vec::len)).sum();
    let technical = left.iter().filter(|row| row.looks_technical).count();
    Sorting {
        mostly_tasks: left.len() >= FEWEST && technical * 2 > left.len(),
        dealt: count(below + declared + not_needed.len()),
        outcomes: outcomes
            .iter()
            .map(|item| Outcome {
                item: item.id,
                title: item.title.to_string(),
                tasks: count(tasks.get(&Some(item.id)).map_or(0, Vec::len)),
                words: sitting.words_of(item.id),
                placed: item.step.is_some() || item.slice.is_some(),
            })
            .collect(),
        shared: sitting.shared(left.iter().copied(), SHARED),
        left: left.into_iter().map(|row| to_sort(row, sitting.evidence(row.id))).collect(),
        asked: asked.into_iter().map(|row| to_sort(row, Evidence::default())).collect(),
        goal: goal(board),
        ask_tag: ASK.to_owned(),
        not_needed_tag: NOT_NEEDED.to_owned(),
    }
}

/// A row of the list.
#[derive(Debug)]
pub(super) struct Row {
    pub id: Uuid,
    pub is_task: bool,
    pub title: String,
    key: String,
    looks_technical: bool,
}

fn rows(board: &Board, guesses: &Guesses) -> Vec<Row> {
    let in_sprints = board.planned_in_sprints();
    let key = |source: &Option<crate::board::Source>| {
        source.as_ref().map(|source| source.key.clone()).unwrap_or_default()
    };
    let items = board.items.iter().filter(|item| {
        let guessed = guesses.contains(&item.id);
        item.kind.is_none() && !item.done && (guessed || Board::in_tray(item, &in_sprints))
    });
    let items = items.map(|item| Row {
        id: item.id.0,
        is_task: false,
        title: item.title.to_string(),
        key: key(&item.source),
        looks_technical: guesses.contains(&item.id),
    });
    let loose = board.tasks.iter().filter(|task| {
        task.item.is_none() && !task.done && task.slice.is_none() && task.sprint.is_none()
    });
    let loose = loose.map(|task| Row {
        id: task.id.0,
        is_task: true,
        title: task.title.to_string(),
        key: key(&task.source),
        looks_technical: true,
    });
    let mut rows: Vec<Row> = items.chain(loose).collect();
    // Ids are in the order in which the rows came into the map.
    rows.sort_unstable_by_key(|row| row.id);
    rows
}

/// The outcomes that have a key: of many, those that were named last.
fn outcomes(board: &Board) -> Vec<&Item> {
    let open = board.items.iter().filter(|item| item.kind == Some(Kind::Outcome) && !item.done);
    let mut outcomes: Vec<&Item> = open.collect();
    outcomes.sort_unstable_by_key(|item| item.id);
    outcomes.split_off(outcomes.len().saturating_sub(OUTCOMES))
}

fn tagged(board: &Board, name: &str) -> HashSet<Uuid> {
    let tags: HashSet<TagId> =
        board.tags.iter().filter(|tag| tag.name.as_str() == name).map(|tag| tag.id).collect();
    board.item_tags.iter().filter(|tie| tags.contains(&tie.tag)).map(|tie| tie.item.0).collect()
}

fn goal(board: &Board) -> Option<GoalLine> {
    let in_state = |state| board.goals.iter().find(|goal| goal.state == state);
    let goal = in_state(GoalState::Active).or_else(|| in_state(GoalState::Next))?;
    Some(GoalLine { title: goal.title.to_string(), measure: goal.measure.clone() })
}

fn to_sort(row: &Row, evidence: Evidence) -> ToSort {
    ToSort {
        row: row.id,
        is_task: row.is_task,
        title: row.title.clone(),
        key: row.key.clone(),
        likely: evidence.likely,
        sure: evidence.sure,
        words: evidence.words,
    }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
