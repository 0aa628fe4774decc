//! The two pages of a Sprint for a wall: what people can do at its end, and its Sprint Backlog.

use jiff::civil::Date;
use serde::Serialize;
use specta::Type;

use crate::board::{Board, Guesses, ItemId, Left, SprintId, TaskId};
use crate::demo::{self, Shown};
use crate::slicing::{self, Fact};

/// What people can do at a Sprint's end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct DemoPage {
    /// The Sprint's name.
    pub name: String,
    /// The day of the demo (ISO 8601), where it is known.
    pub on: Option<String>,
    /// By persona, those with nothing too.
    pub shown: Vec<DemoFor>,
    /// Bugs that people meet no longer.
    pub mended: Vec<Shown>,
    /// PBIs in pieces: nothing to show yet.
    pub pieces: Vec<NotYet>,
    /// Undeclared PBIs that look technical.
    pub technical: Vec<String>,
    /// Enablers and spikes.
    pub groundwork: Vec<String>,
}

/// What one persona can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct DemoFor {
    /// Who; empty: everyone.
    pub who: String,
    /// What they can do; empty: nothing this time.
    pub can: Vec<Shown>,
}

/// A PBI of which there is nothing to show yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct NotYet {
    /// Its title.
    pub title: String,
    /// How many of its tasks are here, or Done.
    pub here: u32,
    /// How many it has.
    pub total: u32,
}

/// The Sprint Backlog: the Sprint Goal, the PBIs selected and their tasks (Scrum Guide 2020, "Sprint
/// Backlog").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SprintBacklog {
    /// The Sprint's name.
    pub name: String,
    /// The Sprint Goal; may be empty.
    pub goal: String,
    /// Its first day (ISO 8601), where it is known.
    pub starts_on: Option<String>,
    /// Its last day (ISO 8601), where it is known.
    pub ends_on: Option<String>,
    /// What is so.
    pub fact: Fact,
    /// The PBIs selected, in the order of the plan.
    pub items: Vec<Selected>,
    /// Tasks that were pulled into it without their PBI.
    pub alone: Vec<SprintTask>,
    /// The Definition of Done.
    pub rules: Vec<String>,
}

/// A PBI of a Sprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Selected {
    /// Which.
    pub item: ItemId,
    /// Its title.
    pub title: String,
    /// Its estimate, as people write it; empty: none.
    pub estimate: String,
    /// Whether it is Done.
    pub done: bool,
    /// Whether it went back to the Product Backlog.
    pub returned: bool,
    /// Its tasks.
    pub tasks: Vec<SprintTask>,
}

/// A task of a Sprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SprintTask {
    /// Which.
    pub task: TaskId,
    /// Its title.
    pub title: String,
    /// Whether it is finished.
    pub done: bool,
    /// The title of its PBI, where it was pulled alone; empty: it has none, or stands below it.
    pub of: String,
}

/// What people can do at a Sprint's end; `None`: there is no such Sprint.
#[must_use]
pub fn demo_page(
    board: &Board,
    guesses: &Guesses,
    sprint: SprintId,
    today: Date,
) -> Option<DemoPage> {
    let name = board.sprints.get(sprint)?.name.to_string();
    let demo = demo::demo(board, guesses, sprint, today)?;
    let title = |id: &ItemId| board.items.get(*id).map(|row| row.title.to_string());
    let who = |persona| board.personas.get(persona).map(|row| row.name.to_string());
    let shown = demo.shown.into_iter().map(|shown| DemoFor {
        who: shown.persona.and_then(who).unwrap_or_default(),
        can: shown.can,
    });
    let pieces = demo.pieces.iter().filter_map(|piece| {
        Some(NotYet { title: title(&piece.item)?, here: piece.here, total: piece.total })
    });
    Some(DemoPage {
        name,
        on: demo.on,
        shown: shown.collect(),
        mended: demo.mended,
        pieces: pieces.collect(),
        technical: demo.technical.iter().filter_map(title).collect(),
        groundwork: demo.groundwork.iter().filter_map(title).collect(),
    })
}

/// The Sprint Backlog; `None`: there is no such Sprint.
#[must_use]
pub fn sprint_backlog(
    board: &Board,
    guesses: &Guesses,
    sprint: SprintId,
    today: Date,
) -> Option<SprintBacklog> {
    let row = board.sprints.get(sprint)?;
    let reports = slicing::report_sprints(board, guesses, today);
    let report = reports.into_iter().find(|report| report.sprint == sprint)?;
    let tasks = board.tasks_by_item();
    let line = |task: &crate::board::Task, of: String| SprintTask {
        task: task.id,
        title: task.title.to_string(),
        done: task.done,
        of,
    };
    let stays = board.sprint_items.iter().filter(|stay| stay.sprint == sprint);
    let items = stays.filter_map(|stay| {
        let item = board.items.get(stay.item)?;
        let below = tasks.get(&Some(item.id)).map(Vec::as_slice).unwrap_or_default();
        Some(Selected {
            item: item.id,
            title: item.title.to_string(),
            estimate: item.estimate.map(|points| points.to_string()).unwrap_or_default(),
            done: item.done,
            returned: stay.left_as == Some(Left::Returned),
            tasks: below.iter().map(|task| line(task, String::new())).collect(),
        })
    });
    let items: Vec<Selected> = items.collect();
    let alone = board.tasks.iter().filter(|task| {
        let here = |item| items.iter().any(|selected: &Selected| selected.item == item);
        task.sprint == Some(sprint) && !task.item.is_some_and(here)
    });
    let alone = alone.map(|task| {
        let of = task.item.and_then(|item| board.items.get(item));
        line(task, of.map(|item| item.title.to_string()).unwrap_or_default())
    });
    Some(SprintBacklog {
        name: row.name.to_string(),
        goal: row.goal.clone(),
        starts_on: row.starts_on.clone(),
        ends_on: row.ends_on.clone(),
        fact: report.fact,
        alone: alone.collect(),
        items,
        rules: board.done_rules.iter().map(|rule| rule.text.clone()).collect(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "for tests alone")]

    use super::*;
    use crate::sketch::{sketch, sprint};

    const MAP: &str = "      | Pay
         MVP   | ✓Card {✓form}, Cash {api}
         Later | Map {pin, tile}
         Rule Reviewed: Card
         Sprint One: Card, ↩Cash, [pin of Map]";

    #[test]
    fn a_sprint_backlog_has_the_plan_with_its_tasks_and_what_was_pulled_alone() {
        let board = sketch(MAP);
        let today = jiff::civil::date(2026, 3, 10);
        let page = sprint_backlog(&board, &Guesses::new(), sprint(&board, "One"), today).unwrap();
        let items: Vec<_> = page
            .items
            .iter()
            .map(|item| (item.title.as_str(), item.done, item.returned, item.tasks.len()))
            .collect();
        assert_eq!(items, [("Card", true, false, 1), ("Cash", false, true, 1)]);
        assert_eq!((page.alone[0].title.as_str(), page.alone[0].of.as_str()), ("pin", "Map"));
        assert_eq!(page.rules, ["Reviewed"]);
    }

    #[test]
    fn a_demo_names_whole_pbis_and_says_of_the_others_that_there_is_nothing_yet() {
        let board = sketch(MAP);
        let today = jiff::civil::date(2026, 3, 10);
        let page = demo_page(&board, &Guesses::new(), sprint(&board, "One"), today).unwrap();
        let can: Vec<_> = page.shown[0].can.iter().map(|shown| shown.words.as_str()).collect();
        assert_eq!(can, ["Card"]);
        assert_eq!(page.pieces[0].title, "Map");
    }
}
