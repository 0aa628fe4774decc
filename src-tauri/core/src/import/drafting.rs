//! Issues and their levels → a draft.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::choices::Choices;
use super::dates::{self, Order};
use super::headings::Holds;
use super::issues::{Issue, Reader};
use super::levels::{Class, Left, Levels, Place};
use super::table::Record;
use super::words::{natural, short};
use super::{Counts, Done, ImportError, Progress, Skipped, What, share};
use crate::board::{Kind, Title};
use crate::edit::import::{Draft, DraftItem, DraftTask, Field};

/// Makes the draft of issues in the order given.
pub(super) fn draft<'a>(
    reader: &mut Reader<'a, '_>,
    issues: &[Issue<'a>],
    levels: &Levels,
    order: &[usize],
    choices: &Choices,
    progress: &mut Progress<'_>,
) -> Result<(Draft, Counts, Skipped), ImportError> {
    let days = reader.table.records.iter().map(|row| reader.first(row, Holds::Resolved));
    let mut drafter = Drafter {
        choices,
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
    let by_headings = if drafter.reader.columns.of_jira { "jira" } else { "table" };
    drafter.draft.system = drafter.reader.table.system.unwrap_or(by_headings).to_owned();
    drafter.draft.lacks = drafter.lacks();
    let places: Vec<(usize, Place)> =
        order.iter().filter_map(|at| Some((*at, *levels.places.get(*at)?))).collect();
    drafter.plan(&places);
    drafter.structure(&places);
    // Tasks after all PBIs, because they refer to them.
    let tasks = places.iter().filter(|(_, place)| matches!(place, Place::Task { .. }));
    let items = places.iter().filter(|(_, place)| matches!(place, Place::Item { .. }));
    for (count, (at, place)) in items.chain(tasks).enumerate() {
        if count % 1000 == 999 && !progress(0.4 + 0.6 * share(count, places.len())) {
            return Err(ImportError::Cancelled);
        }
        match place {
            Place::Item { home, raised, tag } => drafter.item(*at, *home, *raised, *tag),
            Place::Task { item } => drafter.task(*at, *item),
            _ => {}
        }
    }
    let mut counts = drafter.counts;
    counts.rows = index(drafter.reader.table.records.len());
    counts.skipped = counts.rows.saturating_sub(counts.items + counts.tasks + counts.structure);
    let rows = |which: fn(&Place) -> bool| {
        let with_row = |at: &usize| issues.get(*at).is_some_and(|issue| issue.row.is_some());
        index(places.iter().filter(|(at, place)| which(place) && with_row(at)).count())
    };
    let mut skipped = Skipped {
        tags: rows(|place| matches!(place, Place::Tag)),
        left: rows(|place| matches!(place, Place::Left(Left::Chosen))),
        old: rows(|place| matches!(place, Place::Left(Left::Old))),
        unread: 0,
    };
    skipped.unread = counts.skipped.saturating_sub(skipped.tags + skipped.left + skipped.old);
    Ok((drafter.draft, counts, skipped))
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
    choices: &'r Choices,
    pub(super) issues: &'r [Issue<'a>],
    /// What the column of resolved days proves of their order.
    pub(super) days: Order,
    pub(super) draft: Draft,
    pub(super) counts: Counts,
    slices: HashMap<String, u32>,
    sprints: HashMap<String, u32>,
    /// By the index of an issue.
    plans: HashMap<usize, Plan>,
    /// By the index of an activity's or step's issue: the step of the draft for what is in it.
    pub(super) steps: HashMap<usize, u32>,
    /// By the index of an issue: its PBI of the draft.
    items: HashMap<usize, u32>,
}

impl<'a> Drafter<'_, 'a, '_> {
    /// The fields of which the table says nothing.
    fn lacks(&self) -> Vec<Field> {
        let columns = &self.reader.columns;
        [
            (Field::Notes, [Holds::Description].as_slice()),
            (Field::Kind, &[Holds::Type]),
            (Field::Estimate, &[Holds::Estimate]),
            (
                Field::Status,
                &[Holds::Status, Holds::StatusCategory, Holds::Resolution, Holds::Resolved],
            ),
            (Field::Parent, &[Holds::Parent, Holds::ParentKey, Holds::EpicLink]),
            (Field::Slice, &[Holds::FixVersion]),
            (Field::Sprint, &[Holds::Sprint]),
            (Field::Tags, &[Holds::Labels, Holds::Component]),
        ]
        .into_iter()
        .filter(|(_, says)| !says.iter().any(|column| columns.has(*column)))
        .map(|(field, _)| field)
        // What a person did not want is as if the file said nothing of it.
        .chain(self.choices.no_slices.then_some(Field::Slice))
        .chain(self.choices.no_sprints.then_some(Field::Sprint))
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
            let mut versions = match self.choices.no_slices {
                true => Vec::new(),
                false => self.names(issue.line, row, Holds::FixVersion),
            };
            let slice = versions.pop();
            versions.retain(|version| Some(version) != slice.as_ref());
            if !versions.is_empty() {
                let others = versions.iter().map(|version| short(version)).collect();
                let what = What::SeveralVersions { others };
                self.reader.say(issue.line, Holds::FixVersion, what, Done::LastCounts);
            }
            let mut in_sprints = match self.choices.no_sprints {
                true => Vec::new(),
                false => self.names(issue.line, row, Holds::Sprint),
            };
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
    fn names(&mut self, line: u32, row: &'a Record, column: Holds) -> Vec<String> {
        let mut names = Vec::new();
        let mut too_long = None;
        for cell in self.reader.all(row, column) {
            let name = if column == Holds::Sprint { sprint_name(cell) } else { cell };
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

    /// The title of a row that has no notes for a longer one.
    pub(super) fn title(&mut self, issue: &Issue<'_>) -> String {
        if let Some(whole) = issue.whole {
            let what = What::TitleTooLong { chars: index(whole.chars().count()) };
            self.reader.say(issue.line, Holds::Title, what, Done::CutWholeInRow);
        }
        issue.title.to_string()
    }

    pub(super) fn say_raised(&mut self, issue: &Issue<'_>) {
        let parent = issue.parent.and_then(|parent| self.issues.get(parent));
        let key = parent.map_or("", |parent| parent.key.as_str());
        let what = What::Nested { key: short(key) };
        self.reader.say(issue.line, Holds::Parent, what, Done::Beside);
    }

    fn item(&mut self, at: usize, home: Option<usize>, raised: bool, tag: Option<usize>) {
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
        if let Some(tag) = tag.and_then(|tag| self.issues.get(tag)) {
            let name = tag.title.to_string();
            if !item.tags.contains(&name) {
                item.tags.push(name);
            }
        }
        self.items.insert(at, index(self.draft.items.len()));
        self.draft.items.push(item);
    }

    fn task(&mut self, at: usize, of: Option<usize>) {
        let Some(issue) = self.issues.get(at) else { return };
        if of.is_none() && issue.parent.is_some() {
            let parent = issue.parent.and_then(|parent| self.issues.get(parent));
            let what = What::Nested { key: parent.map_or("", |p| p.key.as_str()).to_owned() };
            self.reader.say(issue.line, Holds::Parent, what, Done::NoParent);
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
