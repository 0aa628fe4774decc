//! What trackers hand out as JSON → a table of issues, with headings that are understood like any
//! other's: GitHub's issues (of its command line and of its REST interface) and projects, Trello's
//! boards, and any list of flat objects.
//!
//! - A Trello list is an epic of its cards, so that a person can say what becomes of it; what is closed
//!   stays out.
//! - Checklist entries, and `- [ ]` lines in a GitHub issue, are sub-tasks.
//! - Pull requests are no issues.
//!
//! The line of a row is its number in the file's own list.

use serde_json::Value;

use super::headings::Columns;
use super::levels::Class;
use super::problem::Problems;
use super::table::{Record, Table};
use super::{Done, Holds, ImportError, What};

mod github;
mod trello;

/// Reads JSON.
///
/// # Errors
/// [`ImportError::Malformed`] if it is none, [`ImportError::NotText`] if nothing in it is a list of
/// issues, [`ImportError::NoRows`].
pub(super) fn read(text: &str, problems: &mut Problems) -> Result<Table, ImportError> {
    let value: Value = serde_json::from_str(text).map_err(|error| ImportError::Malformed {
        line: u32::try_from(error.line()).unwrap_or(u32::MAX),
    })?;
    let mut rows = Rows::default();
    let system = if trello::is_board(&value) {
        trello::read(&value, &mut rows);
        "trello"
    } else if let Some(issues) = github::issues(&value) {
        github::read(issues, &mut rows);
        "github"
    } else if let Some(objects) = value.as_array() {
        return flat(objects);
    } else {
        return Err(ImportError::NotText);
    };
    if rows.left_out > 0 {
        let what = What::NoIssues { count: rows.left_out };
        problems.add(1, "", what, Done::NotCounted);
    }
    rows.table(system)
}

/// One issue on its way into a table; an empty text is no cell.
#[derive(Debug, Default)]
struct Row {
    line: usize,
    title: String,
    key: String,
    kind: String,
    status: String,
    resolution: String,
    closed: String,
    updated: String,
    milestone: String,
    body: String,
    parent: String,
    url: String,
    labels: Vec<String>,
}

#[derive(Debug, Default)]
struct Rows {
    rows: Vec<Row>,
    /// Entries that are no issues.
    left_out: u32,
}

impl Rows {
    fn table(self, system: &'static str) -> Result<Table, ImportError> {
        if self.rows.is_empty() {
            return Err(ImportError::NoRows);
        }
        let labels = self.rows.iter().map(|row| row.labels.len()).max().unwrap_or_default();
        let headings = [
            "Summary",
            "Key",
            "Type",
            "Status",
            "Resolution",
            "Resolved",
            "Updated",
            "Milestone",
            "Description",
            "Parent",
            "URL",
        ];
        let headings = headings.into_iter().chain(std::iter::repeat_n("Labels", labels));
        let records = self
            .rows
            .iter()
            .map(|row| {
                let cells = [
                    &row.title,
                    &row.key,
                    &row.kind,
                    &row.status,
                    &row.resolution,
                    &row.closed,
                    &row.updated,
                    &row.milestone,
                    &row.body,
                    &row.parent,
                    &row.url,
                ];
                Record::of(row.line, cells.into_iter().chain(&row.labels).map(String::as_str))
            })
            .collect();
        Ok(Table { headings: headings.map(str::to_owned).collect(), records, system: Some(system) })
    }
}

/// A list of flat objects: their names are the headings.
fn flat(objects: &[Value]) -> Result<Table, ImportError> {
    let mut headings: Vec<String> = Vec::new();
    for name in objects.iter().filter_map(Value::as_object).flat_map(|object| object.keys()) {
        if !headings.contains(name) {
            headings.push(name.clone());
        }
    }
    if !Columns::find(&headings).has(Holds::Title) {
        return Err(ImportError::NotText);
    }
    let records = objects.iter().enumerate().filter(|(_, value)| value.is_object());
    let records = records.map(|(at, object)| {
        let cells: Vec<_> = headings.iter().map(|name| text(object, name)).collect();
        Record::of(at + 1, cells.iter().map(String::as_str))
    });
    let records: Vec<_> = records.collect();
    Ok(Table { headings, records, system: None })
}

/// What a field says, as text: of objects their name or title, of lists all of it.
fn text(object: &Value, field: &str) -> String {
    object.get(field).map(said).unwrap_or_default()
}

fn said(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        Value::Array(values) => values.iter().map(said).collect::<Vec<_>>().join("; "),
        Value::Object(_) => ["name", "title", "login"]
            .iter()
            .map(|field| text(value, field))
            .find(|name| !name.is_empty())
            .unwrap_or_default(),
        Value::Null => String::new(),
    }
}

/// The names in a list of texts or of objects with names.
fn names(object: &Value, field: &str) -> Vec<String> {
    let list = object.get(field).and_then(Value::as_array).into_iter().flatten();
    // A comma would part one label into two.
    list.map(|value| said(value).replace([',', ';'], " ")).filter(|name| !name.is_empty()).collect()
}

/// The first label that says what kind of issue it is.
fn kind_in(labels: &[String]) -> String {
    let says = |label: &&String| {
        matches!(Class::of(label), Class::Epic | Class::Bug | Class::Spike | Class::Story)
    };
    labels.iter().find(says).cloned().unwrap_or_default()
}
