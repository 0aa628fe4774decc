//! Which PBIs could be an Increment now: those that are Done, meet the Definition of Done, and are in
//! none yet (Scrum Guide 2020, "Increment": "the moment a Product Backlog item meets the Definition of
//! Done, an Increment is born").

use std::collections::HashSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::evidence::Evidence;
use crate::board::{Board, Guesses, Item, ItemId, Kind, Named, SliceId, Sprint, SprintId};
use crate::slicing;

/// Of what an Increment is to be recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Wanted {
    /// These PBIs; empty: whatever fits.
    pub items: Vec<ItemId>,
    /// Those of this slice.
    pub slice: Option<SliceId>,
    /// Those of this Sprint.
    pub sprint: Option<SprintId>,
}

/// A PBI that could be part of an Increment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Candidate {
    /// It.
    pub id: ItemId,
    /// Its title.
    pub name: String,
    /// Whether it belongs to what is wanted, and is an outcome or a bug.
    pub proposed: bool,
}

/// What could be recorded as an Increment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Proposal {
    /// PBIs, the proposed ones first.
    pub candidates: Vec<Candidate>,
    /// Those of the wanted PBIs that are not Done, or do not meet every rule, or are in an Increment.
    pub not_yet: Vec<Named>,
    /// The Sprint in which it is made, if one is known.
    pub sprint: Option<Named>,
    /// The slice to which it belongs, where one was named.
    pub slice: Option<Named>,
    /// Today (ISO 8601).
    pub today: String,
}

/// What could be recorded as an Increment today.
#[must_use]
pub fn proposal(board: &Board, guesses: &Guesses, wanted: &Wanted, today: Date) -> Proposal {
    let evidence = Evidence::new(board);
    let sprint_of = board.sprint_of_items();
    let running = board.sprints.iter().find(|sprint| is_running(sprint, today));
    let sprint = wanted.sprint.and_then(|id| board.sprints.get(id)).or(running);
    let named: HashSet<ItemId> = wanted.items.iter().copied().collect();
    let nothing_named = wanted.sprint.is_none() && named.is_empty() && wanted.slice.is_none();
    let belongs = |item: &Item| {
        named.contains(&item.id)
            || (wanted.slice.is_some() && item.slice == wanted.slice)
            || (wanted.sprint.is_some() && sprint_of.get(&item.id) == wanted.sprint.as_ref())
            || (nothing_named
                && sprint.is_none_or(|sprint| sprint_of.get(&item.id) == Some(&sprint.id)))
    };
    let work = board.items.iter().filter(|item| item.kind != Some(Kind::Note));
    let new = work.filter(|item| evidence.is_new(item));
    let mut candidates: Vec<Candidate> = new
        .map(|item| Candidate {
            id: item.id,
            name: item.title.to_string(),
            proposed: belongs(item) && slicing::is_outcome(item, guesses),
        })
        .collect();
    candidates.sort_by_key(|candidate| !candidate.proposed);
    let not_yet = wanted.items.iter().filter_map(|id| board.items.get(*id));
    let not_yet = not_yet.filter(|item| !evidence.is_new(item));
    Proposal {
        candidates,
        not_yet: not_yet.map(|item| Named::of(item.id.0, &item.title)).collect(),
        sprint: sprint.map(|row| Named::of(row.id.0, &row.name)),
        slice: wanted
            .slice
            .and_then(|id| board.slices.get(id))
            .map(|row| Named::of(row.id.0, &row.name)),
        today: today.to_string(),
    }
}

/// Whether a Sprint has begun and is not over; one whose first day nobody gave has not begun.
pub(super) fn is_running(sprint: &Sprint, today: Date) -> bool {
    let begun = sprint.starts_on.as_deref().and_then(|day| day.parse::<Date>().ok());
    begun.is_some_and(|day| day <= today) && !sprint.is_over(today)
}
