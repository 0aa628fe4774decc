//! PBIs.

use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

use super::{ItemId, Rank, SliceId, Source, StepId, Title};

/// What a PBI is, once somebody declared it. Undeclared is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Something that somebody outside the team will be able to do.
    Outcome,
    /// Something that does not work as it should.
    Bug,
    /// Technical work that makes later outcomes possible.
    Enabler,
    /// A question to answer within a limit of time.
    Spike,
    /// A remark on the wall; no work.
    Note,
}

/// A PBI (Product Backlog item; Scrum Guide 2020, "Product Backlog").
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// Its place in its cell.
    pub rank: Rank,
    /// Its column; `None`: Across where it is planned, else the tray.
    pub step: Option<StepId>,
    /// Its band; `None`: Later, Earlier where it is done, or the tray.
    pub slice: Option<SliceId>,
    /// What people declared it to be.
    pub kind: Option<Kind>,
    /// Its name.
    pub title: Title,
    /// Its story sentence; may be empty.
    pub story: String,
    /// Notes in Markdown; may be empty.
    pub notes: String,
    /// Estimate in the team's own points, not negative.
    pub estimate: Option<f64>,
    /// The source's own word for its state, such as `In Review`; empty if it has none.
    pub status: String,
    /// Whether it is Done.
    pub done: bool,
    /// The day on which it was Done (ISO 8601, `2026-03-01`), where that is known.
    pub done_on: Option<String>,
    /// Where it was imported from.
    pub source: Option<Source>,
}

/// A reference: one further step in which one PBI stands too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemReference {
    /// Its own id.
    pub id: Uuid,
    /// The PBI.
    pub item: ItemId,
    /// The step.
    pub step: StepId,
}
