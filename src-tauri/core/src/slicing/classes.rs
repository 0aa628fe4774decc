//! The class of each card in a slice: whole, a piece, technical by the look of it, or groundwork.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;

use super::Piece;
use crate::board::{
    ActivityId, Band, Board, ById, Guesses, Item, ItemId, Kind, SliceId, SprintId, StepId, Task,
    TaskId,
};

/// When something is delivered, in the order of bands. A slice by its index from above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum When {
    /// Before every slice: Done, in none.
    Earlier,
    /// With this slice, or this Sprint.
    Slice(usize),
    /// Later, or nowhere: nobody plans it.
    Never,
}

/// What stands in one slice, by class.
#[derive(Debug, Default)]
pub(super) struct Classes {
    pub whole: Vec<ItemId>,
    pub pieces: Vec<Piece>,
    pub technical: Vec<ItemId>,
    pub groundwork: Vec<ItemId>,
    /// The activities in which groundwork stands.
    pub groundwork_in: HashSet<ActivityId>,
    pub loose_tasks: Vec<TaskId>,
    pub done: u32,
    pub items: u32,
    /// A PBI that stands here is Done, or a task of one, or a task that was pulled here.
    pub under_way: bool,
}

/// A PBI that counts for coverage, in its activity.
#[derive(Debug)]
pub(super) struct Outcome {
    pub activity: ActivityId,
    pub delivered: When,
    pub done: bool,
}

/// What a PBI is for the verdict.
enum Class {
    /// Kind outcome or bug, or undeclared and not likely technical.
    Outcome,
    /// Undeclared, and likely technical.
    Technical,
    /// A declared enabler or spike.
    Groundwork,
    /// A note: no work.
    Nothing,
}

impl Class {
    fn of(item: &Item, guesses: &Guesses) -> Self {
        match item.kind {
            Some(Kind::Outcome | Kind::Bug) => Self::Outcome,
            Some(Kind::Enabler | Kind::Spike) => Self::Groundwork,
            Some(Kind::Note) => Self::Nothing,
            None if guesses.contains(&item.id) => Self::Technical,
            None => Self::Outcome,
        }
    }
}

/// Whether a PBI, once whole, counts as an outcome: kind outcome or bug, or undeclared and not likely
/// technical.
#[must_use]
pub fn is_outcome(item: &Item, guesses: &Guesses) -> bool {
    matches!(Class::of(item, guesses), Class::Outcome)
}

/// The tasks of one PBI, as far as its delivery asks.
#[derive(Default)]
struct Work {
    total: u32,
    done: u32,
    /// Unfinished, and not pulled away.
    open_with_item: u32,
    /// For each slice into which tasks were pulled, how many of them are unfinished.
    pulled: BTreeMap<usize, u32>,
    /// The latest band of an unfinished task that was pulled away.
    latest: Option<When>,
    /// Unfinished tasks, and the band into which each was pulled alone.
    open: Vec<(TaskId, Option<usize>)>,
}

/// The bands that are asked, slices or Sprints, by index in their order.
pub(super) struct Bands {
    by: By,
    bands: Vec<Band>,
    /// Whether it is closed or over: then it keeps only what is Done.
    closed: Vec<bool>,
}

enum By {
    Slices(ById<SliceId, usize>),
    Sprints { index: ById<SprintId, usize>, of_items: HashMap<ItemId, SprintId> },
}

impl Bands {
    /// The slices from above.
    pub fn slices(board: &Board) -> Self {
        Self {
            by: By::Slices(board.slices.iter().map(|slice| slice.id).zip(0..).collect()),
            bands: board.slices.iter().map(|row| Band::Slice { slice: row.id }).collect(),
            closed: board.slices.iter().map(|slice| slice.closed_on.is_some()).collect(),
        }
    }

    /// The Sprints in order; those that are over on `today` are closed.
    pub fn sprints(board: &Board, today: Date) -> Self {
        Self {
            by: By::Sprints {
                index: board.sprints.iter().map(|sprint| sprint.id).zip(0..).collect(),
                of_items: board.sprint_of_items(),
            },
            bands: board.sprints.iter().map(|row| Band::Sprint { sprint: row.id }).collect(),
            closed: board.sprints.iter().map(|sprint| sprint.is_over(today)).collect(),
        }
    }

    fn of_item(&self, item: &Item) -> Option<usize> {
        match &self.by {
            By::Slices(index) => item.slice.and_then(|slice| index.get(&slice)),
            By::Sprints { index, of_items } => {
                of_items.get(&item.id).and_then(|sprint| index.get(sprint))
            }
        }
        .copied()
    }

    /// The band into which a task was pulled alone.
    fn of_task(&self, task: &Task) -> Option<usize> {
        match &self.by {
            By::Slices(index) => task.slice.and_then(|slice| index.get(&slice)),
            By::Sprints { index, .. } => task.sprint.and_then(|sprint| index.get(&sprint)),
        }
        .copied()
    }

    /// The band that delivers something; `None`: none does.
    fn band(&self, when: When) -> Option<Band> {
        match when {
            When::Earlier => Some(Band::Earlier),
            When::Slice(index) => self.bands.get(index).copied(),
            When::Never => None,
        }
    }

    /// When a card in a band is delivered.
    fn when(&self, band: Option<usize>, done: bool) -> When {
        match band {
            Some(index) if done || !self.closed[index] => When::Slice(index),
            None if done => When::Earlier,
            _ => When::Never,
        }
    }
}

/// Sorts every card into the classes of the bands that it touches (one entry per band, from above),
/// and gives the PBIs that count for coverage.
///
/// A PBI belongs to the slice with which it is *delivered*: the later of its own band and the bands
/// of its unfinished tasks. So the slice that takes the last task makes the PBI whole, and every
/// other one that it touches has a piece. A Done PBI is delivered where it stands: somebody found
/// that it meets the Definition of Done, and a task left open says nothing against that.
pub(super) fn sort(
    board: &Board,
    guesses: &Guesses,
    bands: &Bands,
) -> (Vec<Classes>, Vec<Outcome>) {
    let mut classes: Vec<Classes> = bands.closed.iter().map(|_| Classes::default()).collect();
    let mut outcomes = Vec::new();
    let work = work(board, bands);
    let activity_of: ById<StepId, ActivityId> =
        board.steps.iter().map(|step| (step.id, step.activity)).collect();

    let mut references: ById<ItemId, Vec<ActivityId>> = ById::default();
    for reference in board.item_references.values() {
        let activity = activity_of.get(&reference.step);
        references.entry(reference.item).or_default().extend(activity);
    }

    for item in by_column(board) {
        let class = Class::of(item, guesses);
        if matches!(class, Class::Nothing) {
            continue;
        }
        let none = Work::default();
        let work = work.get(&item.id).unwrap_or(&none);
        let stands_in = bands.of_item(item);
        let delivered = delivered(item, stands_in, bands, work);
        let activity = item.step.and_then(|step| activity_of.get(&step).copied());

        if let Class::Outcome = class {
            // A reference covers the activity of its step as the PBI itself does its own.
            let further = references.get(&item.id).into_iter().flatten().copied();
            for activity in activity.into_iter().chain(further) {
                outcomes.push(Outcome { activity, delivered, done: item.done });
            }
        }
        if let Some(index) = stands_in {
            classes[index].items += 1;
            classes[index].done += u32::from(item.done);
            classes[index].under_way |= item.done || work.done > 0;
        }
        let touched = work.pulled.keys().copied().filter(|_| !item.done);
        let touched = touched.filter(|index| Some(*index) != stands_in).chain(stands_in);
        for index in touched {
            let here = &mut classes[index];
            if delivered != When::Slice(index) {
                let stands_here = stands_in == Some(index);
                let delivered = bands.band(delivered);
                here.pieces.push(piece(item, work, index, stands_here, delivered));
                continue;
            }
            match class {
                Class::Outcome => here.whole.push(item.id),
                Class::Technical => here.technical.push(item.id),
                Class::Groundwork => {
                    here.groundwork.push(item.id);
                    here.groundwork_in.extend(activity);
                }
                Class::Nothing => {}
            }
        }
    }
    for task in board.tasks.iter() {
        let Some(index) = bands.of_task(task) else { continue };
        classes[index].under_way |= task.done;
        if serves_nothing(board, bands, task) {
            classes[index].loose_tasks.push(task.id);
        }
    }
    (classes, outcomes)
}

/// PBIs by column, Across and the tray first; inside a column by rank.
fn by_column(board: &Board) -> Vec<&Item> {
    let column: ById<StepId, usize> =
        board.columns().iter().enumerate().map(|(index, step)| (step.id, index)).collect();
    let mut items: Vec<&Item> = board.items.iter().collect();
    items.sort_by_cached_key(|item| item.step.and_then(|step| column.get(&step).copied()));
    items
}

fn work(board: &Board, bands: &Bands) -> ById<ItemId, Work> {
    let mut work: ById<ItemId, Work> = ById::default();
    for task in board.tasks.iter() {
        let Some(item) = task.item else { continue };
        let work = work.entry(item).or_default();
        work.total += 1;
        work.done += u32::from(task.done);
        if !task.done {
            work.open.push((task.id, bands.of_task(task)));
        }
        match bands.of_task(task) {
            Some(index) => {
                *work.pulled.entry(index).or_default() += u32::from(!task.done);
                if !task.done {
                    work.latest = work.latest.max(Some(bands.when(Some(index), false)));
                }
            }
            None => work.open_with_item += u32::from(!task.done),
        }
    }
    work
}

fn delivered(item: &Item, stands_in: Option<usize>, bands: &Bands, work: &Work) -> When {
    let own = bands.when(stands_in, item.done);
    if item.done { own } else { own.max(work.latest.unwrap_or(own)) }
}

fn piece(
    item: &Item,
    work: &Work,
    index: usize,
    stands_here: bool,
    delivered: Option<Band>,
) -> Piece {
    let pulled_here = work.pulled.get(&index).copied().unwrap_or(0);
    let with_item = if stands_here { work.open_with_item } else { 0 };
    Piece {
        item: item.id,
        stands_here,
        here: work.done + pulled_here + with_item,
        total: work.total,
        missing: work
            .open
            .iter()
            .filter(|(_, band)| band.map_or(!stands_here, |band| band != index))
            .map(|(task, _)| *task)
            .collect(),
        delivered,
    }
}

/// Whether a task pulled alone into a slice helps no PBI there: it has none, or a note, or one that
/// is Done and stands elsewhere.
fn serves_nothing(board: &Board, bands: &Bands, task: &Task) -> bool {
    match task.item.and_then(|item| board.items.get(item)) {
        None => true,
        Some(item) => {
            item.kind == Some(Kind::Note)
                || (item.done && bands.of_item(item) != bands.of_task(task))
        }
    }
}
