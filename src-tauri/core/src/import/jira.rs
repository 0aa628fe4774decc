//! A table of issues → [`Draft`]: Jira's CSV as people really have it, and tables that look like it.
//!
//! What becomes what is decided without asking:
//! - Levels by type and parent: see [`super::levels`]. An activity that has PBIs of its own has one
//!   untitled step for them.
//! - The parent is what `Parent key`, `Parent` (a number or a key) or `Epic Link` (a key, or an epic's
//!   name) names, wherever it stands in the file. One that is not in the file is made from its
//!   `Parent summary`, or from its name where the column holds no key; else the row comes in without.
//! - Fix versions are slices, in the natural order of their names; of several the last counts. Sprints
//!   are Sprints, in the natural order of their names; of several the last is the current one.
//!   Only those that PBIs or tasks are in come in.
//! - A sub-task whose fix version is not its PBI's is pulled alone into that slice; one in a Sprint in
//!   which its PBI never was is pulled alone into that Sprint.
//! - Bug and Spike set the kind; all else is undeclared. Labels and components become tags.
//! - Done: see [`super::status`].
//! - The order is Jira's own (`Rank`) where every row has one, because exports come newest first; else
//!   the file's.
//! - Every row keeps its key; without one, its number; without that, `=` and its title, so that the
//!   same file brought in again doubles nothing. A key that stands twice gets a number behind it.
//! - All of its cells are kept with it, but for when somebody looked at it last. Jira's own markup in
//!   descriptions is kept as it stands.
//!
//! [`Draft`]: crate::edit::import::Draft

use std::collections::HashMap;

use super::age;
use super::choices::{Choices, Reading, Rows};
use super::desk::{self, ColumnUse};
use super::drafting::draft;
use super::headings::Holds;
use super::issues::{Issue, Reader};
use super::levels::{Levels, Node};
use super::problem::Problems;
use super::table::Table;
use super::technical::Technical;
use super::{ImportError, Progress, ReadOutcome};
use crate::check::Titles;

/// Reads a table of issues.
///
/// # Errors
/// [`ImportError::NoTitleColumn`], [`ImportError::Cancelled`].
pub(super) fn read(
    table: &Table,
    choices: &Choices,
    titles: &mut Titles,
    mut problems: Problems,
    progress: &mut Progress<'_>,
) -> Result<ReadOutcome, ImportError> {
    let mut reader = Reader::of(table, choices, &mut problems);
    if !reader.columns.has(Holds::Title) {
        let headings = table.headings.iter().filter(|heading| !heading.is_empty());
        return Err(ImportError::NoTitleColumn { headings: headings.take(8).cloned().collect() });
    }
    let mut issues = reader.issues();
    if !progress(0.2) {
        return Err(ImportError::Cancelled);
    }
    reader.find_parents(&mut issues);
    let order = in_order(&issues);
    let nodes: Vec<_> = issues
        .iter()
        .map(|issue| {
            let role = choices.epics.get(&issue.key).copied();
            Node { class: issue.class, parent: issue.parent, role }
        })
        .collect();
    let find = |reading| Levels::find(&nodes, reading, &order);
    let both = [Reading::EpicsAsActivities, Reading::EpicsAsItems].map(|way| (way, find(way)));
    let technical = {
        let unchosen: Vec<_> = nodes.iter().map(|node| Node { role: None, ..*node }).collect();
        let levels = Levels::find(&unchosen, Reading::EpicsAsActivities, &order);
        Technical::of(&issues, &levels, titles)
    };
    let offers = desk::offers(&issues, technical.offers(), &both);
    let reading = choices.reading.unwrap_or_else(|| technical.offers());
    let mut levels = find(reading);
    let epics = desk::epics(&issues, &levels, &order, &technical);
    let old = age::old(&mut reader, &issues, &mut levels, choices.rows == Rows::OpenAndRecent);
    if !progress(0.4) {
        return Err(ImportError::Cancelled);
    }
    let columns = ColumnUse::all(table, &reader.columns);
    let (draft, counts, skipped) = draft(&mut reader, &issues, &levels, &order, choices, progress)?;
    Ok(ReadOutcome {
        draft,
        counts,
        skipped,
        problems: problems.in_order(),
        reading,
        offers,
        epics,
        columns,
        old,
        technical: technical.share,
    })
}

/// Indices in the order of the backlog: by Jira's rank where every row has one, else as in the file;
/// what was made stands in front of the first row that speaks of it.
fn in_order(issues: &[Issue<'_>]) -> Vec<usize> {
    let mut first_child: HashMap<usize, usize> = HashMap::new();
    for (at, issue) in issues.iter().enumerate() {
        if let Some(parent) = issue.parent {
            first_child.entry(parent).or_insert(at);
        }
    }
    let ranked = issues.iter().all(|issue| issue.row.is_none() || !issue.rank.is_empty());
    let mut order: Vec<_> = issues
        .iter()
        .enumerate()
        .map(|(at, issue)| {
            let made = issue.row.is_none();
            let place = if made { first_child.get(&at).copied().unwrap_or(at) } else { at };
            let rank = issues.get(place).map_or("", |issue| if ranked { issue.rank } else { "" });
            (rank, place, !made, at)
        })
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(.., at)| at).collect()
}
