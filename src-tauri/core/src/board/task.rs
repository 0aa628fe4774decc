//! Tasks: technical work of Developers, below the PBI that it serves.

use super::{ItemId, Rank, SliceId, Source, SprintId, TaskId, Title};

/// A task. It goes with its item, unless it was pulled alone into a slice or a Sprint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// Its place in its item's list, or in the tray.
    pub rank: Rank,
    /// The PBI that it serves; `None` for a loose task.
    pub item: Option<ItemId>,
    /// The slice into which it was pulled alone; `None`: it goes with its item.
    pub slice: Option<SliceId>,
    /// The Sprint into which it was pulled alone; `None`: it goes with its item.
    pub sprint: Option<SprintId>,
    /// Its name.
    pub title: Title,
    /// Notes in Markdown; may be empty.
    pub notes: String,
    /// The source's own word for its state; empty if it has none.
    pub status: String,
    /// Whether it is finished.
    pub done: bool,
    /// The day on which it was finished (ISO 8601), where that is known.
    pub done_on: Option<String>,
    /// Where it was imported from.
    pub source: Option<Source>,
}
