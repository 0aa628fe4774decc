//! Places on the map: bands and cells.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{ItemId, SliceId, SprintId, StepId};

/// A horizontal band of the map, in the order in which bands lie: Earlier, the slices or the Sprints,
/// Later. A map shows its slices or its Sprints, never both.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum Band {
    /// Done, in no slice.
    Earlier,
    /// One slice.
    Slice {
        /// It.
        slice: SliceId,
    },
    /// One Sprint.
    Sprint {
        /// It.
        sprint: SprintId,
    },
    /// Not Done, in no slice. Among Sprints: in no Sprint, Done or not.
    Later,
}

/// Where cards are dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The column; `None` is Across (with a slice), or the tray (without).
    pub step: Option<StepId>,
    /// The band; `None` is Later, or the tray where there is no step either.
    pub slice: Option<SliceId>,
    /// The card in front of which they lie; `None` is the end of the cell.
    pub before: Option<ItemId>,
}
