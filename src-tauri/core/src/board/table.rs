//! Rows of one noun: by id, and in order.

use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Arc;

use super::{
    Activity, ActivityId, ById, Criterion, CriterionId, DoneRule, DoneRuleId, Feedback, FeedbackId,
    Goal, GoalId, Increment, IncrementId, Item, ItemId, ItemTag, Period, PeriodId, Persona,
    PersonaId, Rank, Slice, SliceId, Sprint, SprintId, SprintItem, Step, StepId, Tag, TagId, Task,
    TaskId, Term, TermId,
};
use uuid::Uuid;

/// What every ordered row has.
pub trait Row {
    /// Its id type.
    type Id: Copy + Eq + Ord + Hash + From<Uuid>;

    /// Its id.
    fn id(&self) -> Self::Id;

    /// Its place in the order.
    fn rank(&self) -> &Rank;
}

macro_rules! rows {
    ($($row:ident $id:ident)*) => {$(
        impl Row for $row {
            type Id = $id;

            fn id(&self) -> $id {
                self.id
            }

            fn rank(&self) -> &Rank {
                &self.rank
            }
        }
    )*};
}

rows! {
    Goal GoalId
    Activity ActivityId
    Step StepId
    Slice SliceId
    Sprint SprintId
    SprintItem Uuid
    Item ItemId
    Task TaskId
    Tag TagId
    ItemTag Uuid
    Persona PersonaId
    Criterion CriterionId
    DoneRule DoneRuleId
    Increment IncrementId
    Feedback FeedbackId
    Period PeriodId
    Term TermId
}

/// The rows of one noun, found by id and walked in order: by rank, then id.
///
/// A row is never changed in its place, so copies of a table share their rows: a board of thousands is
/// copied and walked in a moment.
#[derive(Debug, Clone)]
pub struct Table<R: Row> {
    rows: ById<R::Id, Arc<R>>,
    order: BTreeMap<(Rank, R::Id), Arc<R>>,
}

impl<R: Row> Table<R> {
    /// The row with this id.
    #[must_use]
    pub fn get(&self, id: R::Id) -> Option<&R> {
        self.rows.get(&id).map(AsRef::as_ref)
    }

    /// Whether there is a row with this id.
    #[must_use]
    pub fn contains(&self, id: R::Id) -> bool {
        self.rows.contains_key(&id)
    }

    /// All rows in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &R> {
        self.order.values().map(AsRef::as_ref)
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Puts a row in, in place of the one with its id.
    pub fn put(&mut self, row: R) {
        self.remove(row.id());
        let row = Arc::new(row);
        self.order.insert((row.rank().clone(), row.id()), Arc::clone(&row));
        self.rows.insert(row.id(), row);
    }

    /// Takes a row out, if it is there.
    pub fn remove(&mut self, id: R::Id) {
        if let Some(row) = self.rows.remove(&id) {
            self.order.remove(&(row.rank().clone(), id));
        }
    }
}

impl<R: Row> Default for Table<R> {
    fn default() -> Self {
        Self { rows: ById::default(), order: BTreeMap::new() }
    }
}

impl<R: Row + PartialEq> PartialEq for Table<R> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}
