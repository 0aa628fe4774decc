//! What a PBI must be to be accepted, and to be Done.

use uuid::Uuid;

use super::{CriterionId, DoneRuleId, ItemId, Rank};

/// The most characters of a criterion and of a rule.
pub const MAX_RULE_CHARS: usize = 2_000;

/// An acceptance criterion of one PBI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Its id.
    pub id: CriterionId,
    /// Its place in the PBI's list.
    pub rank: Rank,
    /// The PBI.
    pub item: ItemId,
    /// What is accepted, in at most [`MAX_RULE_CHARS`] characters.
    pub text: String,
    /// Whether it is met.
    pub met: bool,
}

/// One rule of the Definition of Done (Scrum Guide 2020, "Commitment: Definition of Done").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoneRule {
    /// Its id.
    pub id: DoneRuleId,
    /// Its place in the Definition of Done.
    pub rank: Rank,
    /// What must be so, in at most [`MAX_RULE_CHARS`] characters.
    pub text: String,
}

/// One rule that one PBI meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoneCheck {
    /// Its own id.
    pub id: Uuid,
    /// The PBI.
    pub item: ItemId,
    /// The rule.
    pub rule: DoneRuleId,
}
