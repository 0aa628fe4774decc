//! What was Done long ago, as the file itself has it: counted from its newest day, never from today.

use jiff::ToSpan;
use jiff::civil::Date;

use super::dates::{self, Order};
use super::drafting::index;
use super::headings::Holds;
use super::issues::{Issue, Reader};
use super::levels::{Left, Levels, Place};
use super::status::{State, Verdict};
use super::table::Record;

/// How long something counts as recent, in days. The limit is ours: about a quarter.
const RECENT_DAYS: i32 = 90;

/// How many rows were Done long ago and hold nothing else; with `leave` they come in no more.
///
/// A task goes with its PBI, and an epic with the last of what is below it.
pub(super) fn old(
    reader: &mut Reader<'_, '_>,
    issues: &[Issue<'_>],
    levels: &mut Levels,
    leave: bool,
) -> u32 {
    let ages = Ages::of(reader);
    let own: Vec<bool> =
        issues.iter().map(|issue| issue.row.is_some_and(|row| ages.is_old(reader, row))).collect();
    let is = |flags: &[bool], at: usize| flags.get(at) == Some(&true);
    let mut old: Vec<bool> = levels
        .places
        .iter()
        .enumerate()
        .map(|(at, place)| match place {
            Place::Item { .. } | Place::Task { item: None } => is(&own, at),
            Place::Task { item: Some(item) } => is(&own, *item),
            _ => false,
        })
        .collect();
    // What holds something young is young, up to the top.
    let mut holds_young = vec![false; issues.len()];
    let mut holds_any = vec![false; issues.len()];
    for (at, place) in levels.places.iter().enumerate() {
        if !matches!(place, Place::Item { .. } | Place::Task { .. }) {
            continue;
        }
        let mut above = issues.get(at).and_then(|issue| issue.parent);
        while let Some(parent) = above {
            let young = !is(&old, at);
            let seen = is(&holds_any, parent) && (!young || is(&holds_young, parent));
            for (flags, value) in [(&mut holds_any, true), (&mut holds_young, young)] {
                if let Some(flag) = flags.get_mut(parent) {
                    *flag |= value;
                }
            }
            above = if seen { None } else { issues.get(parent).and_then(|issue| issue.parent) };
        }
    }
    for (at, place) in levels.places.iter().enumerate() {
        if matches!(place, Place::Goal | Place::Activity { .. } | Place::Step { .. } | Place::Tag)
            && is(&holds_any, at)
            && !is(&holds_young, at)
            && let Some(flag) = old.get_mut(at)
        {
            *flag = true;
        }
    }
    let mut count = 0;
    for (at, old) in old.iter().enumerate().filter(|(_, old)| **old) {
        count += usize::from(*old && issues.get(at).is_some_and(|issue| issue.row.is_some()));
        if leave && let Some(place) = levels.places.get_mut(at) {
            *place = Place::Left(Left::Old);
        }
    }
    index(count)
}

/// When rows of a table were Done or changed last.
struct Ages {
    resolved: Order,
    updated: Order,
    /// The first day that counts as recent; `None`: the table has no days.
    since: Option<Date>,
}

impl Ages {
    fn of(reader: &Reader<'_, '_>) -> Self {
        let order =
            |column| dates::order(reader.table.records.iter().map(|row| reader.first(row, column)));
        let mut ages =
            Self { resolved: order(Holds::Resolved), updated: order(Holds::Updated), since: None };
        let newest = reader.table.records.iter().filter_map(|row| ages.day(reader, row)).max();
        ages.since = newest.and_then(|day| day.checked_sub(RECENT_DAYS.days()).ok());
        ages
    }

    fn day(&self, reader: &Reader<'_, '_>, row: &Record) -> Option<Date> {
        let known = |column, order| dates::read(reader.first(row, column)).known(order);
        known(Holds::Resolved, self.resolved).or_else(|| known(Holds::Updated, self.updated))
    }

    /// Whether a row is Done, and not known to be so since recently.
    fn is_old(&self, reader: &Reader<'_, '_>, row: &Record) -> bool {
        let state = State {
            resolution: reader.first(row, Holds::Resolution),
            resolved: reader.first(row, Holds::Resolved),
            status: reader.first(row, Holds::Status),
            category: reader.first(row, Holds::StatusCategory),
        };
        matches!(state.judge(), Verdict::Done | Verdict::Undelivered(_))
            && self.since.is_none_or(|since| self.day(reader, row).is_none_or(|day| day < since))
    }
}
