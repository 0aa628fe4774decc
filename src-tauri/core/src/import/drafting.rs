//! Issues and their levels → a draft.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::dates::{self, Order};
use super::headings::Column;
use super::issues::{Issue, Reader};
use super::levels::{Class, Levels, Place};
use super::table::Record;
use super::words::{natural, short};
use super::{Counts, Done, ImportError, Progress, What, share};
use crate::board::{Kind, Title};
use crate::edit::import::{
    Draft, DraftActivity, DraftItem, DraftSource, DraftStep, DraftTask, Field,
};

/// Makes the draft of issues in the order given.
pub(super) fn draft<'a>(
    reader: &mut Reader<'a, '_>,
    issues: &[Issue<'a>],
    levels: &Levels,
    order: &[usize],
    progress: &mut Progress<'_>,
) -> Result<(Draft, Counts), ImportError> {
    let days = reader.table.records.iter().map(|row| reader.first(row, Column::Resolved));
    let mut drafter = Drafter {
        days: dates::order(days),
        reader,
        issues,
        draft: Draft::default(),
        counts: Counts::default(),
        slices: HashMap::new(),
        sprints: HashMap::new(),
        plans: HashMap::new(),
        steps: HashMap::new(),
        items: HashMap::new(),
    };
    drafter.draft.system = if drafter.reader.columns.of_jira { "jira" } else { "table" }.to_owned();
    drafter.draft.lacks = drafter.lacks();
    let places: Vec<(usize, Place)> =
        order.iter().filter_map(|at| Some((*at, *levels.places.get(*at)?))).collect();
    drafter.plan(&places);
    drafter.structure(&places);
    // Tasks after all PBIs, because they refer to them.
    let tasks = places.iter().filter(|(_, place)| matches!(place, Place::Task { .. }));
    let items = places.iter().filter(|(_, place)| matches!(place, Place::Item { .. }));
    for (count, (at, place)) in items.chain(tasks).enumerate() {
        if count % 1000 == 999 && !progress(0.7 + 0.3 * share(count, places.len())) {
            return Err(ImportError::Cancelled);
        }
        match place {
            Place::Item { home, raised } => drafter.item(*at, *home, *raised),
            Place::Task { item } => drafter.task(*at, *item),
            Place::Activity | Place::Step { .. } => {}
        }
    }
    let mut counts = drafter.counts;
    counts.rows = index(drafter.reader.table.records.len());
    counts.skipped = counts.rows.saturating_sub(counts.items + counts.tasks + counts.structure);
    Ok((drafter.draft, counts))
}

/// A place in a list of the draft.
pub(super) fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The slice and the Sprints that an issue names.
#[derive(Default)]
struct Plan {
    slice: Option<String>,
    sprints: Vec<String>,
}

/// Makes a draft, row by row.
pub(super) struct Drafter<'r, 'a, 'p> {
    pub(super) reader: &'r mut Reader<'a, 'p>,
    issues: &'r [Issue<'a>],
    /// What the column of resolved days proves of their order.
    pub(super) days: Order,
    draft: Draft,
    counts: Counts,
    slices: HashMap<String, u32>,
    sprints: HashMap<String, u32>,
    /// By the index of an issue.
    plans: HashMap<usize, Plan>,
    /// By the index of an activity's or step's issue: the step of the draft for what is in it.
    steps: HashMap<usize, u32>,
    /// By the index of an issue: its PBI of the draft.
    items: HashMap<usize, u32>,
}

impl<'a> Drafter<'_, 'a, '_> {
    /// The fields of which the table says nothing.
    fn lacks(&self) -> Vec<Field> {
        let columns = &self.reader.columns;
        [
            (Field::Notes, [Column::Description].as_slice()),
            (Field::Kind, &[Column::Type]),
            (Field::Estimate, &[Column::Estimate]),
            (
                Field::Status,
                &[Column::Status, Column::StatusCategory, Column::Resolution, Column::Resolved],
            ),
            (Field::Parent, &[Column::Parent, Column::ParentKey, Column::EpicLink]),
            (Field::Slice, &[Column::FixVersion]),
            (Field::Sprint, &[Column::Sprint]),
            (Field::Tags, &[Column::Labels, Column::Component]),
        ]
        .into_iter()
        .filter(|(_, says)| !says.iter().any(|column| columns.has(*column)))
        .map(|(field, _)| field)
        .collect()
    }

    /// The slices and Sprints that PBIs and tasks are in, in the natural order of their names.
    fn plan(&mut self, places: &[(usize, Place)]) {
        let (mut slices, mut sprints) = (BTreeSet::new(), BTreeSet::new());
        for (at, place) in places {
            let Some(issue) = self.issues.get(*at) else { continue };
            let (Place::Item { .. } | Place::Task { .. }, Some(row)) = (place, issue.row) else {
                continue;
            };
            let mut versions = self.names(issue.line, row, Column::FixVersion);
            let slice = versions.pop();
            versions.retain(|version| Some(version) != slice.as_ref());
            if !versions.is_empty() {
                let others = versions.iter().map(|version| short(version)).collect();
                let what = What::SeveralVersions { others };
                self.reader.say(issue.line, Column::FixVersion, what, Done::LastCounts);
            }
            let mut in_sprints = self.names(issue.line, row, Column::Sprint);
            // One that stands twice is in the later place.
            let mut seen = HashSet::new();
            in_sprints.reverse();
            in_sprints.retain(|sprint| seen.insert(sprint.clone()));
            in_sprints.reverse();
            slices.extend(slice.clone());
            sprints.extend(in_sprints.iter().cloned());
            self.plans.insert(*at, Plan { slice, sprints: in_sprints });
        }
        (self.draft.slices, self.slices) = numbered(slices);
        (self.draft.sprints, self.sprints) = numbered(sprints);
    }

    /// The names in a column's cells, within the limit of a title.
    fn names(&mut self, line: u32, row: &'a Record, column: Column) -> Vec<String> {
        let mut names = Vec::new();
        let mut too_long = None;
        for cell in self.reader.all(row, column) {
            let name = if column == Column::Sprint { sprint_name(cell) } else { cell };
            if let Some((title, was_cut)) = Title::cut(name) {
                names.push(title.to_string());
                too_long = too_long.or(was_cut.then(|| index(name.chars().count())));
            }
        }
        if let Some(chars) = too_long {
            self.reader.say(line, column, What::TitleTooLong { chars }, Done::CutWholeInRow);
        }
        names
    }

    /// Activities and steps.
    fn structure(&mut self, places: &[(usize, Place)]) {
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
        for (at, place) in places {
            let (Place::Activity, Some(issue)) = (place, self.issues.get(*at)) else { continue };
            let activity = index(self.draft.activities.len());
            let source = self.source(issue);
            let title = self.title(issue);
            self.draft.activities.push(DraftActivity { title: Some(title), source });
            activities.insert(*at, activity);
            if with_items.contains(at) || !with_steps.contains(at) {
                self.steps.insert(*at, index(self.draft.steps.len()));
                let source = DraftSource { line: issue.line, ..DraftSource::default() };
                self.draft.steps.push(DraftStep { activity, title: None, source });
            }
        }
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
        let rows = places.iter().filter(|(at, place)| {
            matches!(place, Place::Activity | Place::Step { .. })
                && self.issues.get(*at).is_some_and(|issue| issue.row.is_some())
        });
        self.counts.structure = index(rows.count());
    }

    /// The title of a row that has no notes for a longer one.
    fn title(&mut self, issue: &Issue<'_>) -> String {
        if let Some(whole) = issue.whole {
            let what = What::TitleTooLong { chars: index(whole.chars().count()) };
            self.reader.say(issue.line, Column::Title, what, Done::CutWholeInRow);
        }
        issue.title.to_string()
    }

    fn say_raised(&mut self, issue: &Issue<'_>) {
        let parent = issue.parent.and_then(|parent| self.issues.get(parent));
        let key = parent.map_or("", |parent| parent.key.as_str());
        let what = What::Nested { key: short(key) };
        self.reader.say(issue.line, Column::Parent, what, Done::Beside);
    }

    fn item(&mut self, at: usize, home: Option<usize>, raised: bool) {
        let Some(issue) = self.issues.get(at) else { return };
        if raised {
            self.say_raised(issue);
        }
        let plan = self.plans.remove(&at).unwrap_or_default();
        let mut item = DraftItem {
            step: home.and_then(|home| self.steps.get(&home).copied()),
            slice: plan.slice.as_ref().and_then(|name| self.slices.get(name).copied()),
            sprints: plan
                .sprints
                .iter()
                .filter_map(|name| self.sprints.get(name).copied())
                .collect(),
            title: issue.title.to_string(),
            source: self.source(issue),
            ..DraftItem::default()
        };
        self.plans.insert(at, plan);
        if let Some(row) = issue.row {
            self.counts.items += 1;
            item.kind = match issue.class {
                Class::Bug => Some(Kind::Bug),
                Class::Spike => Some(Kind::Spike),
                _ => None,
            };
            item.notes = self.notes(issue, row);
            item.estimate = self.estimate(issue.line, row);
            (item.status, item.done, item.done_on) = self.state(issue.line, row);
            item.tags = self.tags(issue.line, row);
        } else {
            item.notes = issue.whole.unwrap_or_default().to_owned();
        }
        self.items.insert(at, index(self.draft.items.len()));
        self.draft.items.push(item);
    }

    fn task(&mut self, at: usize, of: Option<usize>) {
        let Some(issue) = self.issues.get(at) else { return };
        if of.is_none() && issue.parent.is_some() {
            let parent = issue.parent.and_then(|parent| self.issues.get(parent));
            let what = What::Nested { key: parent.map_or("", |p| p.key.as_str()).to_owned() };
            self.reader.say(issue.line, Column::Parent, what, Done::NoParent);
        }
        let none = Plan::default();
        let plan = self.plans.get(&at).unwrap_or(&none);
        let its_item = of.and_then(|of| self.plans.get(&of)).unwrap_or(&none);
        // It goes with its PBI where it is planned with it.
        let slice = plan.slice.as_ref().filter(|slice| its_item.slice.as_ref() != Some(slice));
        let sprint = plan.sprints.last().filter(|sprint| !its_item.sprints.contains(sprint));
        let mut task = DraftTask {
            item: of.and_then(|of| self.items.get(&of).copied()),
            slice: slice.and_then(|name| self.slices.get(name).copied()),
            sprint: sprint.and_then(|name| self.sprints.get(name).copied()),
            title: self.title(issue),
            source: self.source(issue),
            ..DraftTask::default()
        };
        if let Some(row) = issue.row {
            self.counts.tasks += 1;
            (task.status, task.done, task.done_on) = self.state(issue.line, row);
        }
        self.draft.tasks.push(task);
    }
}

/// Names in natural order, each with its place.
fn numbered(names: BTreeSet<String>) -> (Vec<String>, HashMap<String, u32>) {
    let mut names: Vec<_> = names.into_iter().collect();
    names.sort_by(|a, b| natural(a, b));
    let places = names.iter().enumerate().map(|(at, name)| (name.clone(), index(at))).collect();
    (names, places)
}

/// A Sprint's name; older Jira writes the whole Sprint: `…Sprint@1f[id=7,state=CLOSED,name=Sprint 3,…]`.
fn sprint_name(cell: &str) -> &str {
    let Some((_, rest)) = cell
        .split_once("greenhopper.service.sprint.Sprint@")
        .and_then(|(_, rest)| rest.split_once("name="))
    else {
        return cell;
    };
    let end =
        [",startDate=", ",goal=", ",endDate=", "]"].iter().filter_map(|end| rest.find(end)).min();
    rest.get(..end.unwrap_or(rest.len())).unwrap_or(rest)
}
