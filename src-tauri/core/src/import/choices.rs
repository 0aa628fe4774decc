//! What a person may decide about a backlog before any of it is on the map.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use super::headings::Holds;

/// How a file's levels become the map's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// Epics with children are activities, issues PBIs, sub-tasks tasks.
    #[default]
    EpicsAsActivities,
    /// Epics are PBIs, their issues tasks: for a backlog whose issues are sub-work.
    EpicsAsItems,
}

impl Reading {
    /// The way that this one is not.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::EpicsAsActivities => Self::EpicsAsItems,
            Self::EpicsAsItems => Self::EpicsAsActivities,
        }
    }
}

/// What one epic becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// An activity; its issues are PBIs in its first step.
    Activity,
    /// A step of the activity that it is below, or else of the one above it in the list.
    Step,
    /// A Product Goal over the activities below it; its issues are PBIs in the tray.
    Goal,
    /// A PBI; everything below it is a task.
    Item,
    /// A tag on its issues, which are PBIs in the tray.
    Tag,
    /// Nothing, with everything below it.
    Leave,
}

/// Which rows come in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Rows {
    /// All of them.
    #[default]
    All,
    /// What is not Done, or was Done not long before the file's newest day.
    OpenAndRecent,
}

/// Everything that a person decided about one file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Choices {
    /// How the levels are read; `None`: the way that fits this file best.
    pub reading: Option<Reading>,
    /// What single epics become, by key; all others as the reading has it.
    pub epics: BTreeMap<String, Role>,
    /// Which rows come in.
    pub rows: Rows,
    /// Fix versions make no slices.
    pub no_slices: bool,
    /// Sprints are left out.
    pub no_sprints: bool,
    /// What columns hold, by their place from the left, where that is not what their headings say;
    /// `None`: nothing for the map.
    pub columns: Vec<(u32, Option<Holds>)>,
}

impl From<Reading> for Choices {
    fn from(reading: Reading) -> Self {
        Self { reading: Some(reading), ..Self::default() }
    }
}
