//! The words under which small choices stand in the file; the same as in JSON.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use super::{CoveredBy, GoalState, Kind, Left, Usable, Value};

macro_rules! words {
    ($($choice:ident { $($variant:ident = $word:literal),* $(,)? })*) => {$(
        impl $choice {
            /// Its word in the file.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl ToSql for $choice {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.word().into())
            }
        }

        impl FromSql for $choice {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                match value.as_str()? {
                    $($word => Ok(Self::$variant),)*
                    other => Err(FromSqlError::Other(format!("{other:?} is no such word").into())),
                }
            }
        }
    )*};
}

words! {
    GoalState { Next = "next", Active = "active", Reached = "reached", Abandoned = "abandoned" }
    Kind { Outcome = "outcome", Bug = "bug", Enabler = "enabler", Spike = "spike", Note = "note" }
    Left { Done = "done", Returned = "returned" }
    CoveredBy { Live = "live", ByHand = "by-hand", NotNeeded = "not-needed" }
    Usable { Unknown = "unknown", Yes = "yes", No = "no" }
    Value { Unknown = "unknown", Confirmed = "confirmed", Refuted = "refuted" }
}
