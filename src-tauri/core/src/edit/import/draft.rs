//! What an importer hands over.
//!
//! A draft is complete before anything is written: rows refer to each other by their index in the
//! draft's own lists.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::board::Kind;

/// What an importer read from one file, ready to be brought into a map.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Draft {
    /// The file's name, for the history.
    pub name: String,
    /// The tool that it came from, such as `jira`; with a row's key it says which row of the map is
    /// meant by the next import.
    pub system: String,
    /// Product Goals, in order.
    #[serde(default)]
    pub goals: Vec<DraftGoal>,
    /// Activities, left to right.
    pub activities: Vec<DraftActivity>,
    /// Steps, in order inside their activity. Each activity has at least one.
    pub steps: Vec<DraftStep>,
    /// Slices by name, in order. One whose name the map has already is that slice.
    pub slices: Vec<String>,
    /// Sprints by name, in order. One whose name the map has already is that Sprint.
    pub sprints: Vec<String>,
    /// PBIs, in order.
    pub items: Vec<DraftItem>,
    /// Tasks, in order inside their PBI.
    pub tasks: Vec<DraftTask>,
    /// Fields of which the file says nothing (it has no such column): rows that the map has already
    /// keep them as they are.
    #[serde(default)]
    pub lacks: Vec<Field>,
}

impl Draft {
    /// How many rows it makes where all of it is new, ties among them.
    #[must_use]
    pub fn rows(&self) -> usize {
        let ties = |item: &DraftItem| item.tags.len() + item.sprints.len();
        [
            self.goals.len(),
            self.activities.len(),
            self.steps.len(),
            self.slices.len(),
            self.sprints.len(),
            self.items.len(),
            self.items.iter().map(ties).sum(),
            self.tasks.len(),
        ]
        .iter()
        .sum()
    }
}

/// Where one drafted row comes from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DraftSource {
    /// Line of the file, counted from 1, on which its record begins.
    pub line: u32,
    /// Its key there; `None`: new each time.
    pub key: Option<String>,
    /// Another name that it has there, such as the number by which parents are named: a row that was
    /// made from such a mention is found again by it.
    #[serde(default)]
    pub id: Option<String>,
    /// Its address there; empty if unknown.
    pub url: String,
    /// What it is called there, such as `Story`.
    pub kind: String,
    /// When it was created there, as the file says it.
    pub created: String,
    /// When it was last changed there, as the file says it.
    pub updated: String,
    /// The row itself: heading and cell, those with something in them.
    pub cells: Vec<(String, String)>,
    /// No row of the file, but made from what another row says of its parent: only its title is known.
    #[serde(default)]
    pub made: bool,
}

/// A Product Goal to be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DraftGoal {
    /// Its name, within the limit of a title.
    pub title: String,
    /// Notes in Markdown.
    pub notes: String,
    /// Indices in [`Draft::activities`] of those it concerns.
    pub activities: Vec<u32>,
    /// Where it comes from.
    pub source: DraftSource,
}

/// An activity to be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DraftActivity {
    /// `None`: untitled.
    pub title: Option<String>,
    /// Where it comes from.
    pub source: DraftSource,
}

/// A step to be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DraftStep {
    /// Index in [`Draft::activities`].
    pub activity: u32,
    /// `None`: untitled.
    pub title: Option<String>,
    /// Where it comes from.
    pub source: DraftSource,
}

/// A PBI to be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DraftItem {
    /// Index in [`Draft::steps`]; `None`: no step.
    pub step: Option<u32>,
    /// Index in [`Draft::slices`]; `None`: no slice.
    pub slice: Option<u32>,
    /// Indices in [`Draft::sprints`], in order: it is in the last, and was returned from the others.
    pub sprints: Vec<u32>,
    /// Declared kind.
    pub kind: Option<Kind>,
    /// Its name, within the limit of a title.
    pub title: String,
    /// Notes in Markdown.
    pub notes: String,
    /// Points.
    pub estimate: Option<f64>,
    /// The source's word for its state.
    pub status: String,
    /// Whether it is Done.
    pub done: bool,
    /// The day it was Done (ISO 8601), where that is certain.
    pub done_on: Option<String>,
    /// Tags, by name.
    pub tags: Vec<String>,
    /// Where it comes from.
    pub source: DraftSource,
}

/// A task to be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DraftTask {
    /// Index in [`Draft::items`]; `None`: a loose task.
    pub item: Option<u32>,
    /// Index in [`Draft::slices`] where it is pulled alone; `None`: it goes with its PBI.
    pub slice: Option<u32>,
    /// Index in [`Draft::sprints`] where it is pulled alone; `None`: it goes with its PBI.
    pub sprint: Option<u32>,
    /// Its name, within the limit of a title.
    pub title: String,
    /// The source's word for its state.
    pub status: String,
    /// Whether it is finished.
    pub done: bool,
    /// The day it was finished (ISO 8601), where that is certain.
    pub done_on: Option<String>,
    /// Where it comes from.
    pub source: DraftSource,
}

/// What bringing a draft in did beside making rows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Imported {
    /// How many rows of the draft were in the map before (changed now or not).
    pub updated: u32,
    /// How many of those are different now.
    pub changed: u32,
    /// Fields that stayed because people changed them since the last import.
    pub kept: Vec<Kept>,
}

/// A field that stayed because people changed it since the last import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Kept {
    /// Line of the file on which the row's record begins.
    pub line: u32,
    /// Which field.
    pub field: Field,
    /// What the file would have put there, shortened for a report.
    pub value: String,
}

/// The fields that an import fills.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The title.
    Title,
    /// The notes.
    Notes,
    /// The declared kind.
    Kind,
    /// The estimate.
    Estimate,
    /// The status with Done.
    Status,
    /// The step, or the PBI of a task.
    Parent,
    /// The slice.
    Slice,
    /// The Sprint.
    Sprint,
    /// The tags.
    Tags,
    /// What it is: activity, step, PBI or task. The row stays what it was on the map.
    Level,
}
