//! Sprints, and the stays of PBIs in them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

use super::{ItemId, Rank, SprintId, Title};

/// A Sprint (Scrum Guide 2020, "The Sprint"): a fixed stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sprint {
    /// Its id.
    pub id: SprintId,
    /// Its place among the Sprints.
    pub rank: Rank,
    /// Its name.
    pub name: Title,
    /// Its Sprint Goal; may be empty.
    pub goal: String,
    /// Its first day (ISO 8601), where that is known.
    pub starts_on: Option<String>,
    /// Its last day (ISO 8601), where that is known.
    pub ends_on: Option<String>,
    /// The day on which people said that it is over (ISO 8601); `None`: nobody did.
    pub ended_on: Option<String>,
}

impl Sprint {
    /// Whether it is over on a day: people said so, or its last day has passed.
    #[must_use]
    pub fn is_over(&self, today: Date) -> bool {
        let past = |day: &String| day.parse::<Date>().is_ok_and(|day| day < today);
        self.ended_on.is_some() || self.ends_on.as_ref().is_some_and(past)
    }
}

/// Days from Monday to Friday between two days, both of them counted.
#[must_use]
pub fn working_days(from: Date, to: Date) -> u32 {
    let days = from.series(jiff::Span::new().days(1)).take_while(|day| *day <= to);
    // Nobody plans a Sprint of years; a slip of the pen must not count for long.
    let working = days.take(1_000).filter(|day| day.weekday().to_monday_zero_offset() < 5);
    u32::try_from(working.count()).unwrap_or(u32::MAX)
}

/// How a PBI left a Sprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Left {
    /// It met the Definition of Done.
    Done,
    /// It went back to the Product Backlog, or on into a later Sprint.
    Returned,
}

/// One stay of a PBI in a Sprint's plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SprintItem {
    /// Its own id.
    pub id: Uuid,
    /// Its place in the Sprint's plan.
    pub rank: Rank,
    /// The Sprint.
    pub sprint: SprintId,
    /// The PBI.
    pub item: ItemId,
    /// How it left; `None`: it is in the Sprint still.
    pub left_as: Option<Left>,
}
