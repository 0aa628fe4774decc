//! Every Increment with its evidence and what was said of it, by Sprint; Sprints that brought none are
//! named too.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use serde::Serialize;
use specta::Type;

use super::evidence::Evidence;
use super::proposal::is_running;
use super::said::FeedbackLine;
use super::{Days, LedgerRow, OfPeriod, compare, last_day, ledger, two_periods};
use crate::board::{
    Board, Guesses, Increment, IncrementId, ItemId, Named, PeriodId, Sprint, SprintId, Usable,
    Value,
};
use crate::slicing::Fact;

/// The whole book.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct Book {
    /// How many Increments are recorded.
    pub recorded: u32,
    /// The day of the first one (ISO 8601).
    pub since: Option<String>,
    /// By Sprint, the newest first; last what is of no Sprint.
    pub chapters: Vec<Chapter>,
    /// Figures by Sprint, the oldest first: those that have begun.
    pub trend: Vec<LedgerRow>,
    /// The periods that can be compared, in order.
    pub periods: Vec<PeriodLine>,
    /// The first two of them side by side.
    pub compared: Option<(OfPeriod, OfPeriod)>,
    /// Days that are offered for two periods.
    pub offered: Option<(Days, Days)>,
}

/// A period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PeriodLine {
    /// It.
    pub id: PeriodId,
    /// Its name.
    pub name: String,
    /// Its days.
    pub days: Days,
}

/// One Sprint in the book.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Chapter {
    /// The Sprint; `None`: what is of no Sprint.
    pub sprint: Option<Named>,
    /// Its first day (ISO 8601).
    pub starts_on: Option<String>,
    /// Its last day (ISO 8601).
    pub ends_on: Option<String>,
    /// Whether it has begun and is not over.
    pub running: bool,
    /// Whether its last day has passed and nobody said yet what came of it.
    pub is_due: bool,
    /// What is so.
    pub fact: Option<Fact>,
    /// Of how many PBIs tasks were pulled alone.
    pub pulled: u32,
    /// How many PBIs went back to the Product Backlog.
    pub returned: u32,
    /// Its Increments, the newest first.
    pub increments: Vec<IncrementLine>,
    /// What was said in its days, of no Increment.
    pub feedback: Vec<FeedbackLine>,
}

/// One Increment in the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IncrementLine {
    /// It.
    pub id: IncrementId,
    /// The how many-th of the map it is.
    pub number: u32,
    /// What it lets people do.
    pub title: String,
    /// The day on which it was made (ISO 8601).
    pub made_on: String,
    /// The day on which it was released (ISO 8601).
    pub released_on: Option<String>,
    /// Its PBIs, in the map's order.
    pub items: Vec<Named>,
    /// How many rules of the Definition of Done all of them meet.
    pub rules_met: u32,
    /// How many rules there are.
    pub rules: u32,
    /// Whether it was found usable.
    pub usable: Usable,
    /// What became of its value.
    pub value: Value,
    /// What it taught.
    pub learned: String,
    /// What was said of it.
    pub feedback: Vec<FeedbackLine>,
}

/// The whole book, as of a day.
#[must_use]
pub fn book(board: &Board, guesses: &Guesses, today: Date) -> Book {
    let ledger = ledger(board, guesses, today);
    let binder = Binder::new(board);
    let periods: Vec<PeriodLine> = board
        .periods
        .iter()
        .map(|row| PeriodLine {
            id: row.id,
            name: row.name.to_string(),
            days: Days { starts_on: row.starts_on.clone(), ends_on: row.ends_on.clone() },
        })
        .collect();
    let compared = match periods.as_slice() {
        [first, second, ..] => compare(board, guesses, (first.id, second.id), today),
        _ => None,
    };
    let begun = |sprint: &Sprint| {
        let first = sprint.starts_on.as_deref();
        first.is_none_or(|day| day <= today.to_string().as_str()) || sprint.is_over(today)
    };
    let rows: Vec<(&Sprint, &LedgerRow)> = board.sprints.iter().zip(&ledger).collect();
    let chapters = rows.iter().rev().map(|(sprint, row)| Chapter {
        sprint: Some(Named::of(sprint.id.0, &sprint.name)),
        starts_on: sprint.starts_on.clone(),
        ends_on: last_day(sprint).map(str::to_owned),
        running: is_running(sprint, today),
        is_due: row.over && sprint.ended_on.is_none(),
        fact: Some(row.fact),
        pulled: binder.pulled(sprint.id),
        returned: binder.returned(sprint.id),
        increments: binder.increments(Some(sprint.id)),
        feedback: binder.feedback(Some(sprint.id)),
    });
    let of_none = Chapter {
        sprint: None,
        starts_on: None,
        ends_on: None,
        running: false,
        is_due: false,
        fact: None,
        pulled: 0,
        returned: 0,
        increments: binder.increments(None),
        feedback: binder.feedback(None),
    };
    let ahead: HashSet<SprintId> =
        board.sprints.iter().filter(|row| !begun(row)).map(|row| row.id).collect();
    let says_something = |chapter: &Chapter| {
        let to_come = chapter.sprint.as_ref().is_none_or(|row| ahead.contains(&row.id.into()));
        !to_come || !chapter.increments.is_empty() || !chapter.feedback.is_empty()
    };
    Book {
        recorded: count(board.increments.len()),
        since: board.increments.iter().map(|row| row.made_on.clone()).min(),
        chapters: chapters.chain([of_none]).filter(says_something).collect(),
        trend: rows
            .iter()
            .filter(|(sprint, _)| !ahead.contains(&sprint.id))
            .map(|(_, row)| (*row).clone())
            .collect(),
        periods,
        compared,
        offered: two_periods(board, guesses, today),
    }
}

/// What the chapters are bound from, looked up once.
struct Binder<'a> {
    board: &'a Board,
    evidence: Evidence<'a>,
    items: HashMap<IncrementId, Vec<ItemId>>,
    sprint_of: HashMap<ItemId, SprintId>,
    /// In the order in which they were made.
    order: Vec<&'a Increment>,
}

impl<'a> Binder<'a> {
    fn new(board: &'a Board) -> Self {
        let mut items: HashMap<IncrementId, Vec<ItemId>> = HashMap::new();
        for tie in board.increment_items.values() {
            items.entry(tie.increment).or_default().push(tie.item);
        }
        let place: HashMap<ItemId, usize> =
            board.items.iter().map(|item| item.id).zip(0..).collect();
        for of in items.values_mut() {
            of.sort_by_key(|item| place.get(item).copied());
        }
        let mut order: Vec<&Increment> = board.increments.iter().collect();
        order.sort_by(|one, other| one.made_on.cmp(&other.made_on));
        let (evidence, sprint_of) = (Evidence::new(board), board.sprint_of_items());
        Self { board, evidence, items, sprint_of, order }
    }

    fn items(&self, increment: IncrementId) -> &[ItemId] {
        self.items.get(&increment).map(Vec::as_slice).unwrap_or_default()
    }

    /// The Sprint that it names; else that of its first PBI in one.
    fn sprint(&self, increment: &Increment) -> Option<SprintId> {
        let of_items = || self.items(increment.id).iter().find_map(|id| self.sprint_of.get(id));
        increment.sprint.or_else(|| of_items().copied())
    }

    fn increments(&self, sprint: Option<SprintId>) -> Vec<IncrementLine> {
        let own = (1..).zip(&self.order).filter(|(_, row)| self.sprint(row) == sprint);
        let mut lines: Vec<IncrementLine> =
            own.map(|(number, row)| self.line(number, row)).collect();
        lines.reverse();
        lines
    }

    fn line(&self, number: u32, row: &Increment) -> IncrementLine {
        let items = self.items(row.id);
        let named = items.iter().filter_map(|id| self.board.items.get(*id));
        let said = self.board.feedback.iter().filter(|said| said.increment == Some(row.id));
        IncrementLine {
            id: row.id,
            number,
            title: row.title.to_string(),
            made_on: row.made_on.clone(),
            released_on: row.released_on.clone(),
            items: named.map(|item| Named::of(item.id.0, &item.title)).collect(),
            rules_met: count(self.evidence.met_by_all(items)),
            rules: count(self.board.done_rules.len()),
            usable: row.usable,
            value: row.value,
            learned: row.learned.clone(),
            feedback: said.map(|said| FeedbackLine::of(self.board, said)).collect(),
        }
    }

    /// What was said of no Increment, in the days of a Sprint; `None`: in those of none.
    fn feedback(&self, sprint: Option<SprintId>) -> Vec<FeedbackLine> {
        let within = |sprint: &Sprint, day: &str| {
            let begun = sprint.starts_on.as_deref().is_some_and(|start| start <= day);
            begun && last_day(sprint).is_some_and(|end| day <= end)
        };
        let of =
            |day: &str| self.board.sprints.iter().find(|row| within(row, day)).map(|row| row.id);
        let said = self.board.feedback.iter().filter(|row| row.increment.is_none());
        let own = said.filter(|row| of(&row.given_on) == sprint);
        own.map(|row| FeedbackLine::of(self.board, row)).collect()
    }

    /// Of how many PBIs tasks were pulled alone into a Sprint.
    fn pulled(&self, sprint: SprintId) -> u32 {
        let tasks = self.board.tasks.iter().filter(|task| task.sprint == Some(sprint));
        count(tasks.filter_map(|task| task.item).collect::<HashSet<_>>().len())
    }

    fn returned(&self, sprint: SprintId) -> u32 {
        let stays = self.board.sprint_items.iter().filter(|stay| stay.sprint == sprint);
        count(stays.filter(|stay| stay.left_as == Some(crate::board::Left::Returned)).count())
    }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
