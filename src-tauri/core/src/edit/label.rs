//! What the history says of a change: data, turned into a sentence by `speech` in the reader's language.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Level, Noun};

/// What a change did. Stored with it as JSON, so variants and fields are only ever added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Label {
    /// "Add step “Pay”".
    Add {
        /// What was made.
        what: Noun,
        /// Its name; empty if untitled.
        name: String,
    },
    /// "Rename step “Pay”".
    Rename {
        /// What was renamed.
        what: Noun,
        /// Its new name; empty if untitled.
        name: String,
    },
    /// "Change goal “Regulars skip the queue”".
    Change {
        /// What was changed.
        what: Noun,
        /// Its name; empty if untitled, or if there are several.
        name: String,
        /// How many.
        count: u32,
    },
    /// "Move 3 PBIs".
    Move {
        /// What was moved.
        what: Noun,
        /// The name of the one; empty if untitled, or if there are several.
        name: String,
        /// How many.
        count: u32,
    },
    /// "Remove slice “Rush hour”, whose 4 PBIs went on to Later or the tray".
    Remove {
        /// What was removed.
        what: Noun,
        /// The name of the one; empty if untitled, or if there are several.
        name: String,
        /// How many.
        count: u32,
        /// How many PBIs were in it and stay on the map.
        kept_items: u32,
    },
    /// "Make “Pay” a step".
    Become {
        /// What it is now.
        to: Level,
        /// The name of the one; empty if untitled, or if there are several.
        name: String,
        /// How many.
        count: u32,
    },
    /// "Leave PBI “Pay” as it is".
    Dismiss {
        /// What a finding was about.
        what: Noun,
        /// Its name; empty if untitled.
        name: String,
    },
    /// "End Sprint “Sprint 14”".
    EndSprint {
        /// Its name.
        name: String,
    },
    /// "Import 192 rows from jira.csv".
    Import {
        /// The file's name.
        name: String,
        /// How many PBIs and tasks came or were updated.
        count: u32,
    },
    /// "Add the example map".
    Example,
    /// "Undo: Move 3 PBIs".
    Undo {
        /// What was undone.
        of: Box<Label>,
    },
    /// "Redo: Move 3 PBIs".
    Redo {
        /// What was done again.
        of: Box<Label>,
    },
}
