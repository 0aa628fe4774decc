//! Stretches of time that people compare.

use super::{PeriodId, Rank, Title};

/// A named stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// Its id.
    pub id: PeriodId,
    /// Its place among the periods.
    pub rank: Rank,
    /// Its name.
    pub name: Title,
    /// Its first day (ISO 8601).
    pub starts_on: String,
    /// Its last day (ISO 8601).
    pub ends_on: String,
}
