//! Two ways to pull the same cards through a Sprint: by layer, and by whole PBI. When is there something
//! to show?
//!
//! No forecast, a picture: each task takes an equal part of the Sprint's days, and a PBI without tasks is
//! one task. By layer, the data of all PBIs come first, then what works behind, then the interface, then
//! what names no layer, and the tests last; within a layer, the first tasks of all PBIs come before the
//! second ones. By whole PBI, one PBI after the other, in the order of the Sprint's plan. A PBI is Done
//! with its last task.

use std::collections::HashSet;

use serde::Serialize;
use specta::Type;

use crate::board::{Board, Item, ItemId, Named, SprintId, working_days};
use crate::check::{Layer, layer_of};

/// So many working days has a Sprint whose days nobody gave.
const DAYS: u32 = 10;

/// The same cards pulled in two ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Pulling {
    /// The Sprint.
    pub sprint: Named,
    /// Its working days.
    pub days: u32,
    /// The PBIs, in the order of its plan.
    pub items: Vec<Named>,
    /// How many tasks they have; a PBI without any counts as one.
    pub tasks: u32,
    /// By layer.
    pub by_layer: Pulled,
    /// By whole PBI.
    pub by_whole: Pulled,
}

/// One way to pull them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Pulled {
    /// The tasks, in the order in which they are worked on.
    pub stretches: Vec<Stretch>,
    /// How many PBIs are Done at the end of each day.
    pub done: Vec<u32>,
    /// The first day on whose end there is something to show, from 1; `None`: there is no PBI.
    pub first_day: Option<u32>,
}

/// One task over the days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Stretch {
    /// Its title; that of its PBI, where that has no tasks.
    pub title: String,
    /// Which of the PBIs it belongs to, from 0.
    pub item: u32,
    /// The layer that it names.
    pub layer: Option<Layer>,
    /// Where it begins, in thousandths of the Sprint.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// Whether its PBI is Done with it.
    pub completes: bool,
}

/// One task before it has its place in time.
#[derive(Clone)]
struct Unit {
    title: String,
    item: usize,
    /// Which task of its PBI it is.
    place: usize,
    layer: Option<Layer>,
}

/// The same cards of a Sprint pulled in two ways; `None`: there is no such Sprint.
#[must_use]
pub fn pulling(board: &Board, sprint: SprintId) -> Option<Pulling> {
    let row = board.sprints.get(sprint)?;
    let day = |text: &Option<String>| text.as_ref()?.parse().ok();
    let days = day(&row.starts_on).zip(day(&row.ends_on));
    let days = days.map(|(start, end)| working_days(start, end)).filter(|days| *days > 0);
    let days = days.unwrap_or(DAYS);
    let items = items(board, sprint);
    let by_whole = units(board, &items);
    let mut by_layer = by_whole.clone();
    by_layer.sort_by_key(|unit| (turn(unit.layer), unit.place, unit.item));
    Some(Pulling {
        sprint: Named::of(row.id.0, &row.name),
        days,
        items: items.iter().map(|item| Named::of(item.id.0, &item.title)).collect(),
        tasks: count(by_whole.len()),
        by_layer: Pulled::of(by_layer, days),
        by_whole: Pulled::of(by_whole, days),
    })
}

/// The PBIs of a Sprint: those that were selected for it, then those of which tasks were pulled alone.
fn items(board: &Board, sprint: SprintId) -> Vec<&Item> {
    let stays = board.sprint_items.iter().filter(|stay| stay.sprint == sprint);
    let pulled = board.tasks.iter().filter(|task| task.sprint == Some(sprint));
    let ids = stays.map(|stay| stay.item).chain(pulled.filter_map(|task| task.item));
    let mut seen: HashSet<ItemId> = HashSet::new();
    ids.filter(|id| seen.insert(*id)).filter_map(|id| board.items.get(id)).collect()
}

/// All tasks, PBI after PBI.
fn units(board: &Board, items: &[&Item]) -> Vec<Unit> {
    let tasks = board.tasks_by_item();
    let mut units = Vec::new();
    for (item, row) in items.iter().enumerate() {
        let own = tasks.get(&Some(row.id)).map(Vec::as_slice).unwrap_or_default();
        let titles: Vec<&str> = match own {
            [] => vec![&row.title],
            own => own.iter().map(|task| task.title.as_str()).collect(),
        };
        units.extend(titles.into_iter().enumerate().map(|(place, title)| Unit {
            title: title.to_owned(),
            item,
            place,
            layer: layer_of(title),
        }));
    }
    units
}

/// When a layer has its turn.
fn turn(layer: Option<Layer>) -> u32 {
    match layer {
        Some(Layer::Data) => 0,
        Some(Layer::Server) => 1,
        Some(Layer::Interface) => 2,
        None => 3,
        Some(Layer::Tests) => 4,
    }
}

impl Pulled {
    fn of(units: Vec<Unit>, days: u32) -> Self {
        let all = count(units.len()).max(1);
        let mut open: Vec<u32> = Vec::new();
        for unit in &units {
            if open.len() <= unit.item {
                open.resize(unit.item + 1, 0);
            }
            open[unit.item] += 1;
        }
        // After how many tasks each PBI is Done.
        let mut ends: Vec<u32> = Vec::new();
        let stretches = (0..).zip(units).map(|(at, unit)| {
            open[unit.item] -= 1;
            let completes = open[unit.item] == 0;
            if completes {
                ends.push(at + 1);
            }
            let (title, item, layer) = (unit.title, count(unit.item), unit.layer);
            let (from, to) = (at * 1000 / all, (at + 1) * 1000 / all);
            Stretch { title, item, layer, from, to, completes }
        });
        let stretches: Vec<Stretch> = stretches.collect();
        let by = |day: u32| ends.iter().filter(|end| **end * days <= day * all).count();
        let done: Vec<u32> = (1..=days).map(|day| count(by(day))).collect();
        let first_day = (1..).zip(&done).find(|(_, done)| **done > 0).map(|(day, _)| day);
        Self { stretches, done, first_day }
    }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "for tests alone")]

    use super::*;
    use crate::sketch::{sketch, sprint};

    fn of(map: &str) -> Pulling {
        let board = sketch(map);
        pulling(&board, sprint(&board, "One")).unwrap()
    }

    fn titles(way: &Pulled) -> Vec<&str> {
        way.stretches.iter().map(|stretch| stretch.title.as_str()).collect()
    }

    const FOUR: &str = "      | Search                        | Pay
         MVP   | Find {form, api, schema}, Sort {form, api, schema} | Card {form, api, schema}, Cash {form, api, schema}
         Sprint One: Find, Sort, Card, Cash";

    #[test]
    fn by_layer_there_is_nothing_to_show_until_the_last_layer_and_by_whole_pbi_one_after_the_other()
    {
        let pulling = of(FOUR);
        assert_eq!((pulling.days, pulling.tasks, pulling.items.len()), (10, 12, 4));
        assert_eq!(pulling.by_layer.done, [0, 0, 0, 0, 0, 0, 0, 1, 2, 4]);
        assert_eq!(pulling.by_whole.done, [0, 0, 1, 1, 2, 2, 2, 3, 3, 4]);
        assert_eq!((pulling.by_layer.first_day, pulling.by_whole.first_day), (Some(8), Some(3)));
        assert_eq!(titles(&pulling.by_layer)[..4], ["schema"; 4]);
        assert_eq!(titles(&pulling.by_whole)[..3], ["form", "api", "schema"]);
        assert!(
            pulling.by_whole.stretches[2].completes && !pulling.by_whole.stretches[1].completes
        );
        let last = pulling.by_layer.stretches.last().unwrap();
        assert_eq!(last.to, 1000, "all of the Sprint, not more");
    }

    #[test]
    fn tasks_of_no_layer_come_in_turns_and_tests_last() {
        let pulling = of("      | Search
             MVP   | Find {unit tests, wording, hours}, Sort {unit tests, wording}
             Sprint One: Find, Sort");
        assert_eq!(
            titles(&pulling.by_layer),
            ["wording", "wording", "hours", "unit tests", "unit tests"]
        );
    }

    #[test]
    fn a_pbi_without_tasks_is_one_and_tasks_pulled_alone_bring_their_pbi() {
        let pulling = of("      | Search
             MVP   | Find
             Later | Sort {list, api}
             Sprint One: Find, [api of Sort]");
        assert_eq!(titles(&pulling.by_whole), ["Find", "list", "api"]);
        assert_eq!(pulling.by_whole.done.last(), Some(&2));
    }

    #[test]
    fn a_sprint_without_cards_shows_nothing() {
        let pulling = of("   | Search\n MVP | Find\n Sprint One:");
        assert_eq!((pulling.by_whole.first_day, pulling.tasks), (None, 0));
        assert_eq!(pulling.by_layer.done, [0; 10]);
        assert_eq!(super::pulling(&Board::default(), SprintId::make()), None);
    }
}
