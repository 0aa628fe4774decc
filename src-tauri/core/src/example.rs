//! The example map.

use crate::edit::import::Draft;

/// Its backlog.
#[must_use]
pub fn draft() -> Draft {
    unimplemented!()
}

/// The edits that follow.
pub const THEN: &str = "";
