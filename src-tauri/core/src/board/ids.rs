//! Ids of rows: UUIDv7, one type per noun, so that a step can never stand where a slice is meant.

use std::fmt;

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

/// An id type per noun: a UUIDv7, 16 bytes in the file, hyphenated text everywhere else.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id, later in order than every id made before on this computer.
            #[must_use]
            pub fn make() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Uuid::column_result(value).map(Self)
            }
        }
    )*};
}

ids! {
    /// A Product Goal.
    GoalId
    /// An activity of the backbone.
    ActivityId
    /// A step: one column of the map.
    StepId
    /// A slice: one band of the map.
    SliceId
    /// A Sprint.
    SprintId
    /// A PBI.
    ItemId
    /// A task.
    TaskId
    /// A tag.
    TagId
    /// A persona.
    PersonaId
    /// An acceptance criterion.
    CriterionId
    /// A rule of the Definition of Done.
    DoneRuleId
    /// An Increment.
    IncrementId
    /// Feedback.
    FeedbackId
    /// A period.
    PeriodId
    /// A word of the glossary.
    TermId
}

/// A map by ids. They come from files of strangers, so the hash is seeded.
pub type ById<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;
