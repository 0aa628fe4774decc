//! What stands for an activity without a PBI of this map.

use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

use super::{ActivityId, SliceId};

/// Why an activity needs no PBI here.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum CoveredBy {
    /// It works already, for instance in the product as it is.
    Live,
    /// People do it by hand until there is something.
    ByHand,
    /// These people need nothing there.
    NotNeeded,
}

/// An activity that needs no PBI, in one slice or in the whole map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Its own id.
    pub id: Uuid,
    /// The activity.
    pub activity: ActivityId,
    /// The slice for which this holds; `None`: the whole map.
    pub slice: Option<SliceId>,
    /// Why nothing is needed.
    pub how: CoveredBy,
    /// The reason that people gave; may be empty.
    pub reason: String,
}
