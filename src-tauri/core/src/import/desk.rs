//! What a person is shown of a backlog, so that they can decide.

use serde::Serialize;
use specta::Type;

use super::choices::{Reading, Role};
use super::drafting::index;
use super::headings::{Columns, Holds};
use super::issues::Issue;
use super::levels::{Levels, Place};
use super::table::Table;
use super::technical::Technical;
use super::words::short;

/// What would come of one reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// Which one.
    pub reading: Reading,
    /// Activities.
    pub activities: u32,
    /// PBIs.
    pub items: u32,
    /// Tasks below PBIs.
    pub tasks: u32,
    /// Tasks below none.
    pub loose: u32,
}

/// One epic, for a person to say what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Epic {
    /// Its key, by which it is chosen.
    pub key: String,
    /// Its title.
    pub title: String,
    /// How many rows are below it, at any depth.
    pub below: u32,
    /// How many of the rows right below it look technical, in per cent; `None`: there are none.
    pub technical: Option<u32>,
    /// What it becomes; `None`: a task, because what it is below is a PBI.
    pub role: Option<Role>,
}

/// One column of a table, and what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ColumnUse {
    /// Its place from the left, by which it is chosen.
    pub at: u32,
    /// Its heading; may be empty.
    pub heading: String,
    /// What it is taken for; `None`: nothing for the map.
    pub holds: Option<Holds>,
    /// The first thing in it, shortened.
    pub sample: String,
}

/// What would come of both readings, the one that is offered first in front; none where both are one.
pub(super) fn offers(
    issues: &[Issue<'_>],
    first: Reading,
    readings: &[(Reading, Levels); 2],
) -> Vec<Offer> {
    let [(_, one), (_, other)] = readings;
    if one.places == other.places {
        return Vec::new();
    }
    let mut offers: Vec<Offer> = readings
        .iter()
        .map(|(reading, levels)| {
            let count = |which: fn(&Place) -> bool| {
                let rows = issues.iter().zip(&levels.places);
                index(rows.filter(|(issue, place)| issue.row.is_some() && which(place)).count())
            };
            Offer {
                reading: *reading,
                activities: count(|place| matches!(place, Place::Activity { .. })),
                items: count(|place| matches!(place, Place::Item { .. })),
                tasks: count(|place| matches!(place, Place::Task { item: Some(_) })),
                loose: count(|place| matches!(place, Place::Task { item: None })),
            }
        })
        .collect();
    offers.sort_by_key(|offer| offer.reading != first);
    offers
}

/// The epics of a backlog, in its order.
pub(super) fn epics(
    issues: &[Issue<'_>],
    levels: &Levels,
    order: &[usize],
    technical: &Technical,
) -> Vec<Epic> {
    let mut below = vec![0_u32; issues.len()];
    for issue in issues.iter().filter(|issue| issue.row.is_some()) {
        let mut above = issue.parent;
        while let Some(parent) = above {
            if let Some(count) = below.get_mut(parent) {
                *count += 1;
            }
            above = issues.get(parent).and_then(|issue| issue.parent);
        }
    }
    let epic = |at: &usize| {
        let issue = issues.get(*at).filter(|_| levels.epics.get(*at) == Some(&true))?;
        Some(Epic {
            key: issue.key.clone(),
            title: issue.title.to_string(),
            below: below.get(*at).copied().unwrap_or_default(),
            technical: technical.below(*at),
            role: levels.places.get(*at).and_then(|place| role_of(*place)),
        })
    };
    order.iter().filter_map(epic).collect()
}

fn role_of(place: Place) -> Option<Role> {
    match place {
        Place::Goal => Some(Role::Goal),
        Place::Activity { .. } => Some(Role::Activity),
        Place::Step { .. } => Some(Role::Step),
        Place::Item { .. } => Some(Role::Item),
        Place::Tag => Some(Role::Tag),
        Place::Left(_) => Some(Role::Leave),
        Place::Task { .. } => None,
    }
}

impl ColumnUse {
    /// The columns of a table, from the left; none that is wholly empty.
    pub(super) fn all(table: &Table, columns: &Columns) -> Vec<Self> {
        let sample =
            |at| table.records.iter().map(|row| row.cell(at)).find(|cell| !cell.is_empty());
        let column = |(at, heading): (usize, &String)| {
            let sample = sample(at)?;
            Some(Self {
                at: index(at),
                heading: heading.clone(),
                holds: columns.at(at),
                sample: short(sample),
            })
        };
        table.headings.iter().enumerate().filter_map(column).collect()
    }
}
