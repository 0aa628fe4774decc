//! Epics that are goals, activities and steps → the backbone of a draft.

use std::collections::{HashMap, HashSet};

use super::drafting::{Drafter, index};
use super::levels::Place;
use crate::edit::import::{DraftActivity, DraftGoal, DraftSource, DraftStep};

/// The key of the activity that nobody has named, for steps below none: no title's key is this.
const UNNAMED: &str = "=";

impl Drafter<'_, '_, '_> {
    /// Goals, activities and steps.
    pub(super) fn structure(&mut self, places: &[(usize, Place)]) {
        let activities = self.activities(places);
        self.named_steps(places, &activities);
        self.goals(places, &activities);
        let rows = places.iter().filter(|(at, place)| {
            matches!(place, Place::Goal | Place::Activity { .. } | Place::Step { .. })
                && self.issues.get(*at).is_some_and(|issue| issue.row.is_some())
        });
        self.counts.structure = index(rows.count());
    }

    /// Activities, each with an untitled step where it holds PBIs of its own or nothing: by the index
    /// of their issue, `None` for the one that nobody has named.
    fn activities(&mut self, places: &[(usize, Place)]) -> HashMap<Option<usize>, u32> {
        let mut with_steps = HashSet::new();
        let mut with_items = HashSet::new();
        for (_, place) in places {
            match place {
                Place::Step { activity, .. } => drop(with_steps.insert(*activity)),
                Place::Item { home: Some(home), .. } => drop(with_items.insert(*home)),
                _ => {}
            }
        }
        let mut activities = HashMap::new();
        if with_steps.contains(&None) {
            activities.insert(None, 0);
            let key = Some(UNNAMED.to_owned());
            let source = DraftSource { line: 1, key, made: true, ..DraftSource::default() };
            self.draft.activities.push(DraftActivity { title: None, source });
        }
        for (at, place) in places {
            let (Place::Activity { .. }, Some(issue)) = (place, self.issues.get(*at)) else {
                continue;
            };
            let activity = index(self.draft.activities.len());
            let source = self.source(issue);
            let title = self.title(issue);
            self.draft.activities.push(DraftActivity { title: Some(title), source });
            activities.insert(Some(*at), activity);
            if with_items.contains(at) || !with_steps.contains(&Some(*at)) {
                self.steps.insert(*at, index(self.draft.steps.len()));
                let source = DraftSource { line: issue.line, ..DraftSource::default() };
                self.draft.steps.push(DraftStep { activity, title: None, source });
            }
        }
        activities
    }

    fn named_steps(&mut self, places: &[(usize, Place)], activities: &HashMap<Option<usize>, u32>) {
        for (at, place) in places {
            let (Place::Step { activity, raised }, Some(issue)) = (place, self.issues.get(*at))
            else {
                continue;
            };
            let Some(activity) = activities.get(activity).copied() else { continue };
            if *raised {
                self.say_raised(issue);
            }
            let source = self.source(issue);
            let title = self.title(issue);
            self.steps.insert(*at, index(self.draft.steps.len()));
            self.draft.steps.push(DraftStep { activity, title: Some(title), source });
        }
    }

    fn goals(&mut self, places: &[(usize, Place)], activities: &HashMap<Option<usize>, u32>) {
        for (at, place) in places {
            let (Place::Goal, Some(issue)) = (place, self.issues.get(*at)) else { continue };
            let below = places.iter().filter_map(|(below, place)| match place {
                Place::Activity { goal } if goal.as_ref() == Some(at) => {
                    activities.get(&Some(*below)).copied()
                }
                _ => None,
            });
            let activities = below.collect();
            let notes = issue.row.map(|row| self.notes(issue, row)).unwrap_or_default();
            let (title, source) = (issue.title.to_string(), self.source(issue));
            self.draft.goals.push(DraftGoal { title, notes, activities, source });
        }
    }
}
