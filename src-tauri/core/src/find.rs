//! Finding by words: what on the map has them in its name, best first.
//!
//! Every word asked for must be there, in any order, whatever its case and its accents; at the
//! beginning of a word it counts more than inside one. `#word` keeps to PBIs with a tag of that name,
//! `@word` to those for a persona. A PBI or a task from another tool is found by its key there too.

mod words;

use std::collections::HashSet;

use serde::Serialize;
use specta::Type;

use crate::board::{
    ActivityId, Board, GoalId, Item, ItemId, SliceId, Source, SprintId, StepId, Task, TaskId, Title,
};
use crate::layout::scene::{CardId, ListKey};
use crate::layout::{Banding, BandsBy};
use words::{Fit, Words};

/// What was found for some words.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct Found {
    /// The best of them, best first.
    pub hits: Vec<Hit>,
    /// How many there are, those beyond the limit too.
    pub total: u32,
}

/// One thing that has the words in its name.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct Hit {
    /// What it is.
    pub row: Row,
    /// Its name, cut where the words begin and end.
    pub name: Vec<Part>,
    /// The name of what it is in: the activity of a step, the PBI of a task. `None`: nothing names it.
    pub within: Option<String>,
    /// Where its card stands; `None`: it has none.
    pub stands: Option<Stands>,
    /// Whether it is Done.
    pub done: bool,
}

/// A row of the map that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "of", content = "id", rename_all = "kebab-case")]
pub enum Row {
    /// A Product Goal.
    Goal(GoalId),
    /// An activity.
    Activity(ActivityId),
    /// A step.
    Step(StepId),
    /// A slice.
    Slice(SliceId),
    /// A Sprint.
    Sprint(SprintId),
    /// A PBI.
    Item(ItemId),
    /// A task.
    Task(TaskId),
}

/// A part of a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Part {
    /// Its text.
    pub text: String,
    /// Whether it was asked for.
    pub asked: bool,
}

/// The card that shows something, and its list in the scene, shown there or not.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Type)]
pub struct Stands {
    /// Its own card; that of its PBI where it goes with it.
    pub card: CardId,
    /// The list.
    pub list: ListKey,
}

/// What on `board` has `words`, the best `limit` of it; nothing where no word is asked for.
///
/// `by`: the bands among which cards stand.
#[must_use]
pub fn find(board: &Board, by: BandsBy, words: &str, limit: usize) -> Found {
    let Some(search) = Search::new(board, words) else {
        return Found { hits: Vec::new(), total: 0 };
    };
    let mut found: Vec<(Fit, Hit)> = search.structure(board);
    found.extend(search.cards(board, &Banding::new(board, by)));
    // Stable: what is alike stays in the order of the map.
    found.sort_by_key(|(fit, _)| *fit);
    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    Found { hits: found.into_iter().take(limit).map(|(_, hit)| hit).collect(), total }
}

struct Search {
    words: Words,
    /// The PBIs to which tags and personas narrow it; `None`: all, and what is no PBI.
    only: Option<HashSet<ItemId>>,
}

impl Search {
    fn new(board: &Board, words: &str) -> Option<Self> {
        let (marked, plain): (Vec<&str>, Vec<&str>) =
            words.split_whitespace().partition(|word| word.starts_with(['#', '@']));
        let marked: Vec<&str> = marked.into_iter().filter(|word| word.len() > 1).collect();
        if marked.is_empty() && plain.is_empty() {
            return None;
        }
        let mut only: Option<HashSet<ItemId>> = None;
        for word in marked {
            let marked = of_mark(board, word);
            only = Some(match only {
                Some(before) => before.intersection(&marked).copied().collect(),
                None => marked,
            });
        }
        Some(Self { words: Words::new(plain), only })
    }

    fn structure(&self, board: &Board) -> Vec<(Fit, Hit)> {
        if self.only.is_some() {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut add = |row, title: Option<&Title>, within: Option<&Title>| {
            if let Some((fit, name)) = title.and_then(|title| self.words.fit(title)) {
                let within = within.map(ToString::to_string);
                found.push((fit, Hit { row, name, within, stands: None, done: false }));
            }
        };
        for goal in board.goals.iter() {
            add(Row::Goal(goal.id), Some(&goal.title), None);
        }
        for activity in board.activities.iter() {
            add(Row::Activity(activity.id), activity.title.as_ref(), None);
        }
        for step in board.columns() {
            let activity = board.activities.get(step.activity);
            let within = activity.and_then(|activity| activity.title.as_ref());
            add(Row::Step(step.id), step.title.as_ref(), within);
        }
        for slice in board.slices.iter() {
            add(Row::Slice(slice.id), Some(&slice.name), None);
        }
        for sprint in board.sprints.iter() {
            add(Row::Sprint(sprint.id), Some(&sprint.name), None);
        }
        found
    }

    fn cards(&self, board: &Board, banding: &Banding) -> Vec<(Fit, Hit)> {
        let mut found = Vec::new();
        for item in board.items.iter() {
            if self.only.as_ref().is_some_and(|only| !only.contains(&item.id)) {
                continue;
            }
            if let Some((fit, name)) = self.look(&item.title, item.source.as_ref()) {
                let hit = Hit {
                    row: Row::Item(item.id),
                    name,
                    within: None,
                    stands: Some(of_item(item, banding)),
                    done: item.done,
                };
                found.push((fit, hit));
            }
        }
        if self.only.is_some() {
            return found;
        }
        for task in board.tasks.iter() {
            let item = task.item.and_then(|item| board.items.get(item));
            if let Some((fit, name)) = self.look(&task.title, task.source.as_ref()) {
                let hit = Hit {
                    row: Row::Task(task.id),
                    name,
                    within: item.map(|item| item.title.to_string()),
                    stands: of_task(task, item, banding),
                    done: task.done,
                };
                found.push((fit, hit));
            }
        }
        found
    }

    /// How well a title fits, or else the key that it has in another tool.
    fn look(&self, title: &Title, source: Option<&Source>) -> Option<(Fit, Vec<Part>)> {
        let whole = || vec![Part { text: title.to_string(), asked: false }];
        let by_key = || self.words.fit(&source?.key).map(|(fit, _)| (fit, whole()));
        self.words.fit(title).or_else(by_key)
    }
}

/// The PBIs with a tag (`#word`) or for a persona (`@word`).
fn of_mark(board: &Board, word: &str) -> HashSet<ItemId> {
    let wanted = Words::new(word.get(1..));
    let fits = |name: Option<&Title>| name.is_some_and(|name| wanted.fit(name).is_some());
    if word.starts_with('#') {
        let tagged = board.item_tags.iter();
        tagged
            .filter(|tagged| fits(board.tags.get(tagged.tag).map(|tag| &tag.name)))
            .map(|tagged| tagged.item)
            .collect()
    } else {
        let meant = board.item_personas.values();
        meant
            .filter(|meant| fits(board.personas.get(meant.persona).map(|persona| &persona.name)))
            .map(|meant| meant.item)
            .collect()
    }
}

fn of_item(item: &Item, banding: &Banding) -> Stands {
    Stands { card: CardId(item.id.0), list: banding.list_of_item(item) }
}

fn of_task(task: &Task, item: Option<&Item>, banding: &Banding) -> Option<Stands> {
    match banding.list_of_task(task, item) {
        Some(list) => Some(Stands { card: CardId(task.id.0), list }),
        None => item.map(|item| of_item(item, banding)),
    }
}

#[cfg(test)]
mod tests;
