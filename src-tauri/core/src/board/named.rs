//! Rows as they are told of elsewhere: by their names.

use serde::Serialize;
use specta::Type;
use uuid::Uuid;

/// A row by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Named {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
}

impl Named {
    pub(crate) fn of(id: impl Into<Uuid>, name: &str) -> Self {
        Self { id: id.into(), name: name.to_owned() }
    }
}
