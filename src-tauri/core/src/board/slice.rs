//! Slices: the bands of the map.

use super::{GoalId, Rank, SliceId, Title};

/// A slice: an outcome to reach together, often a release (Patton).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice {
    /// Its id.
    pub id: SliceId,
    /// Its place among the bands, from above.
    pub rank: Rank,
    /// Its name.
    pub name: Title,
    /// What will be different for whom when it ships; may be empty.
    pub outcome: String,
    /// The Product Goal that it serves.
    pub goal: Option<GoalId>,
    /// Why it is a part on purpose and not a whole journey; `None`: it is not.
    pub part_on_purpose: Option<String>,
    /// The day on which it was closed (ISO 8601); `None`: it is open.
    pub closed_on: Option<String>,
    /// What people think will come of it; may be empty.
    pub hypothesis: String,
    /// How they will see that; may be empty.
    pub measure: String,
    /// The day by which they will have looked (ISO 8601).
    pub measure_by: Option<String>,
}
