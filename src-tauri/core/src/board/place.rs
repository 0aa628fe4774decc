//! Places on the map: bands and cells.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{ItemId, SliceId, StepId};

/// A horizontal band of the map, in the order in which bands lie: Earlier, the slices, Later.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "camelCase", tag = "type", content = "slice")]
pub enum Band {
    /// Done, in no slice.
    Earlier,
    /// One slice.
    Slice(SliceId),
    /// Not Done, in no slice.
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
