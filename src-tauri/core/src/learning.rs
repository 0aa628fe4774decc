//! What Sprints brought, and what people learned of it.
//!
//! | question | where |
//! |---|---|
//! | every Increment with what was said of it, by Sprint | [`book`] |
//! | figures by Sprint, two periods side by side | here |
//! | which PBIs could be an Increment now, and how a Sprint ends | [`proposal`], [`sprint_end`] |
//! | what was said of a PBI, and what it answers | [`said`] |
//! | what a Product Goal hands over to the next | [`handover()`] |
//! | the same cards pulled by layer and by whole PBI | [`pulling()`] |
//!
//! Figures of Sprints, never of people. Nothing here is stored.

pub mod book;
mod evidence;
mod handover;
mod periods;
pub mod proposal;
mod pulling;
pub mod said;
pub mod sprint_end;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use jiff::civil::Date;
use serde::Serialize;
use specta::Type;

use crate::board::{
    Board, Feedback, Guesses, Increment, Item, ItemId, Kind, PeriodId, Sprint, SprintId,
};
use crate::slicing::{self, Fact, SprintReport};
pub use handover::{Handover, LeftOver, Lesson, handover};
pub use periods::{Days, two_periods};
pub use pulling::{Pulled, Pulling, Stretch, pulling};

/// The day by the clock of this computer.
#[must_use]
pub fn today() -> Date {
    jiff::Zoned::now().date()
}

/// One Sprint in the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LedgerRow {
    /// The Sprint.
    pub sprint: SprintId,
    /// Its name.
    pub name: String,
    /// The number at the end of its name, where there is one; else its name.
    pub short: String,
    /// Whether it is over.
    pub over: bool,
    /// What is so.
    pub fact: Fact,
    /// Its figures.
    pub figures: Figures,
    /// How many of a hundred cards are technical; `None`: there are no cards.
    pub technical_percent: Option<u32>,
}

/// Figures of one Sprint, or of several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// Increments that were recorded; 1 for a Sprint whose PBIs meet the Definition of Done unrecorded.
    pub increments: u32,
    /// PBIs that were finished whole.
    pub finished: u32,
    /// Cards that were planned: PBIs, and tasks that were pulled without theirs.
    pub cards: u32,
    /// Those of them that are technical: tasks pulled alone, enablers and spikes, and PBIs that look it.
    pub technical: u32,
    /// Feedback on what it brought, or given in its days.
    pub feedback: u32,
    /// How much of that was answered.
    pub answered: u32,
    /// Days until an answer, the middle one; `None`: nothing was answered.
    pub days_until_answered: Option<u32>,
}

impl Figures {
    /// Which part of the cards is technical, from 0 to 1; `None`: there are no cards.
    #[must_use]
    pub fn technical_share(self) -> Option<f64> {
        (self.cards > 0).then(|| f64::from(self.technical) / f64::from(self.cards))
    }

    /// The same in whole percent.
    #[must_use]
    pub fn technical_percent(self) -> Option<u32> {
        let (technical, cards) = (u64::from(self.technical), u64::from(self.cards));
        let percent = (technical * 200 + cards).checked_div(cards * 2)?;
        u32::try_from(percent).ok()
    }
}

/// The ledger: every Sprint in order.
#[must_use]
pub fn ledger(board: &Board, guesses: &Guesses, today: Date) -> Vec<LedgerRow> {
    let reports = slicing::report_sprints(board, guesses, today);
    let books = Books::new(board, guesses);
    let rows = board.sprints.iter().zip(&reports).map(|(sprint, report)| {
        let figures = books.of_sprint(sprint, report);
        LedgerRow {
            sprint: sprint.id,
            name: sprint.name.to_string(),
            short: short(&sprint.name),
            over: report.over,
            fact: report.fact,
            figures,
            technical_percent: figures.technical_percent(),
        }
    });
    rows.collect()
}

/// The number at the end of a name, where there is one; else the name.
fn short(name: &str) -> String {
    let last = name.split_whitespace().next_back().unwrap_or(name);
    let number = last.trim_start_matches('#');
    let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    if is_number { number } else { name }.to_owned()
}

/// What one period brought.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OfPeriod {
    /// The period.
    pub period: PeriodId,
    /// Its name.
    pub name: String,
    /// Its first day (ISO 8601).
    pub starts_on: String,
    /// Its last day (ISO 8601).
    pub ends_on: String,
    /// Sprints that ended in it.
    pub sprints: u32,
    /// The first and the last of them; `None`: there is none.
    pub from_to: Option<(String, String)>,
    /// Those of them with Nothing Done.
    pub nothing_done: u32,
    /// How many weeks those took, as far as their days are known.
    pub weeks_nothing: u32,
    /// PBIs that were finished whole, of each Sprint; `None`: there is no Sprint.
    pub finished_a_sprint: Option<f64>,
    /// How many of a hundred cards were technical; `None`: there were no cards.
    pub technical_percent: Option<u32>,
    /// Figures of these Sprints together.
    pub figures: Figures,
}

/// What two periods brought, side by side; `None`: one of them is gone.
#[must_use]
pub fn compare(
    board: &Board,
    guesses: &Guesses,
    periods: (PeriodId, PeriodId),
    today: Date,
) -> Option<(OfPeriod, OfPeriod)> {
    let reports = slicing::report_sprints(board, guesses, today);
    let books = Books::new(board, guesses);
    let of = |id: PeriodId| {
        let period = board.periods.get(id)?;
        let within = |day: &str| period.starts_on.as_str() <= day && day <= period.ends_on.as_str();
        let ended: Vec<(&Sprint, &SprintReport)> = board
            .sprints
            .iter()
            .zip(&reports)
            .filter(|(sprint, report)| report.over && last_day(sprint).is_some_and(within))
            .collect();
        let nothing: Vec<&Sprint> = ended
            .iter()
            .filter(|(_, report)| report.fact == Fact::NothingDone)
            .map(|(sprint, _)| *sprint)
            .collect();
        let figures = books.of_sprints(&ended);
        let tenths = f64::from(figures.finished) * 10.0 / f64::from(count(ended.len()));
        Some(OfPeriod {
            period: id,
            name: period.name.to_string(),
            starts_on: period.starts_on.clone(),
            ends_on: period.ends_on.clone(),
            sprints: count(ended.len()),
            from_to: ended
                .first()
                .zip(ended.last())
                .map(|(first, last)| (first.0.name.to_string(), last.0.name.to_string())),
            nothing_done: count(nothing.len()),
            weeks_nothing: weeks(&nothing),
            finished_a_sprint: (!ended.is_empty()).then(|| tenths.round() / 10.0),
            technical_percent: figures.technical_percent(),
            figures,
        })
    };
    Some((of(periods.0)?, of(periods.1)?))
}

/// The day on which a Sprint ended, or is to end. Days in ISO 8601 are in order as texts.
fn last_day(sprint: &Sprint) -> Option<&str> {
    sprint.ended_on.as_deref().or(sprint.ends_on.as_deref())
}

/// How many weeks some Sprints took, begun ones counted, as far as their days are known.
fn weeks(sprints: &[&Sprint]) -> u32 {
    let days = sprints.iter().filter_map(|sprint| {
        let (start, end) = (sprint.starts_on.as_deref()?, last_day(sprint)?);
        let (start, end) = (start.parse::<Date>().ok()?, end.parse::<Date>().ok()?);
        u32::try_from(start.until(end).ok()?.get_days()).ok()
    });
    days.map(|days| days / 7 + 1).sum()
}

/// What figures are taken from, looked up once.
struct Books<'a> {
    board: &'a Board,
    guesses: &'a Guesses,
    planned: HashMap<SprintId, Vec<ItemId>>,
}

impl<'a> Books<'a> {
    fn new(board: &'a Board, guesses: &'a Guesses) -> Self {
        let mut planned: HashMap<SprintId, Vec<ItemId>> = HashMap::new();
        for stay in board.sprint_items.iter() {
            planned.entry(stay.sprint).or_default().push(stay.item);
        }
        Self { board, guesses, planned }
    }

    fn of_sprint(&self, sprint: &Sprint, report: &SprintReport) -> Figures {
        self.of_sprints(&[(sprint, report)])
    }

    fn of_sprints(&self, sprints: &[(&Sprint, &SprintReport)]) -> Figures {
        let mut figures = Figures::default();
        for (sprint, report) in sprints {
            figures.increments += match report.fact {
                Fact::Increments(of) => of.count,
                _ => 0,
            };
            let done = |item: &&ItemId| self.board.items.get(**item).is_some_and(|row| row.done);
            figures.finished += count(report.whole.iter().filter(done).count());
            let (cards, technical) = self.cards(sprint.id);
            figures.cards += cards;
            figures.technical += technical;
        }
        let said = self
            .board
            .feedback
            .iter()
            .filter(|feedback| sprints.iter().any(|(sprint, _)| self.is_of(feedback, sprint)));
        let said: Vec<&Feedback> = said.collect();
        let answered = said.iter().filter(|feedback| feedback.is_answered());
        let mut days: Vec<u32> = answered.clone().filter_map(|row| days_until(row)).collect();
        days.sort_unstable();
        figures.feedback = count(said.len());
        figures.answered = count(answered.count());
        figures.days_until_answered = days.get(days.len() / 2).copied();
        figures
    }

    /// The cards that were planned in a Sprint, also those that went back; and the technical ones.
    fn cards(&self, sprint: SprintId) -> (u32, u32) {
        let planned = self.planned.get(&sprint).map(Vec::as_slice).unwrap_or_default();
        let items = planned.iter().filter_map(|item| self.board.items.get(*item));
        let items: Vec<&Item> = items.filter(|item| item.kind != Some(Kind::Note)).collect();
        let alone = self.board.tasks.iter().filter(|task| task.sprint == Some(sprint)).count();
        let is_technical = |item: &&&Item| match item.kind {
            Some(Kind::Enabler | Kind::Spike) => true,
            Some(_) => false,
            None => self.guesses.contains(&item.id),
        };
        let technical = items.iter().filter(is_technical).count();
        (count(items.len() + alone), count(technical + alone))
    }

    /// Whether feedback is of a Sprint: on an Increment of it; where that names no Sprint, given in its
    /// days.
    fn is_of(&self, feedback: &Feedback, sprint: &Sprint) -> bool {
        let increment = feedback.increment.and_then(|id| self.board.increments.get(id));
        if let Some(Increment { sprint: Some(own), .. }) = increment {
            return *own == sprint.id;
        }
        let day = feedback.given_on.as_str();
        let begun = sprint.starts_on.as_deref().is_some_and(|start| start <= day);
        begun && last_day(sprint).is_some_and(|end| day <= end)
    }
}

fn days_until(feedback: &Feedback) -> Option<u32> {
    let day = |text: &str| text.parse::<Date>().ok();
    let (given, answered) = (day(&feedback.given_on)?, day(feedback.answered_on.as_deref()?)?);
    u32::try_from(given.until(answered).ok()?.get_days()).ok()
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
