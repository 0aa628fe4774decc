//! The class of each card in a slice: whole, a piece, technical by the look of it, or groundwork.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Piece;
use crate::board::{
    ActivityId, Board, Guesses, Item, ItemId, Kind, Slice, SliceId, StepId, Task, TaskId,
};

/// When something is delivered, in the order of bands. A slice by its index from above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum When {
    /// Before every slice: Done, in none.
    Earlier,
    /// With this slice.
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
}

/// The bands, asked by id.
struct Bands {
    index: HashMap<SliceId, usize>,
    closed: Vec<bool>,
}

impl Bands {
    fn new<'a>(slices: impl Iterator<Item = &'a Slice>) -> Self {
        let (mut index, mut closed) = (HashMap::new(), Vec::new());
        for (place, slice) in slices.enumerate() {
            index.insert(slice.id, place);
            closed.push(slice.closed_on.is_some());
        }
        Self { index, closed }
    }

    fn slice(&self, slice: Option<SliceId>) -> Option<usize> {
        slice.and_then(|slice| self.index.get(&slice).copied())
    }

    /// When a card in `slice` is delivered. A closed slice keeps only what is Done.
    fn when(&self, slice: Option<SliceId>, done: bool) -> When {
        match self.slice(slice) {
            Some(index) if done || !self.closed[index] => When::Slice(index),
            None if done => When::Earlier,
            _ => When::Never,
        }
    }
}

/// Sorts every card into the classes of the slices that it touches (one entry per slice, from above),
/// and gives the PBIs that count for coverage.
///
/// A PBI belongs to the slice with which it is *delivered*: the later of its own band and the bands
/// of its unfinished tasks. So the slice that takes the last task makes the PBI whole, and every
/// other one that it touches has a piece. A Done PBI is delivered where it stands: somebody found
/// that it meets the Definition of Done, and a task left open says nothing against that.
pub(super) fn sort(board: &Board, guesses: &Guesses) -> (Vec<Classes>, Vec<Outcome>) {
    let bands = Bands::new(board.slices.iter());
    let mut classes: Vec<Classes> = bands.closed.iter().map(|_| Classes::default()).collect();
    let mut outcomes = Vec::new();
    let work = work(board, &bands);
    let activity_of: HashMap<StepId, ActivityId> =
        board.steps.iter().map(|step| (step.id, step.activity)).collect();

    for item in by_column(board) {
        let class = Class::of(item, guesses);
        if matches!(class, Class::Nothing) {
            continue;
        }
        let none = Work::default();
        let work = work.get(&item.id).unwrap_or(&none);
        let stands_in = bands.slice(item.slice);
        let delivered = delivered(item, &bands, work);
        let activity = item.step.and_then(|step| activity_of.get(&step).copied());

        if let (Class::Outcome, Some(activity)) = (&class, activity) {
            outcomes.push(Outcome { activity, delivered, done: item.done });
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
                here.pieces.push(piece(item, work, index, stands_in == Some(index)));
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
        let Some(index) = bands.slice(task.slice) else { continue };
        classes[index].under_way |= task.done;
        if serves_nothing(board, task) {
            classes[index].loose_tasks.push(task.id);
        }
    }
    (classes, outcomes)
}

/// PBIs by column, Across and the tray first; inside a column by rank.
fn by_column(board: &Board) -> Vec<&Item> {
    let column: HashMap<StepId, usize> =
        board.columns().iter().enumerate().map(|(index, step)| (step.id, index)).collect();
    let mut items: Vec<&Item> = board.items.iter().collect();
    items.sort_by_cached_key(|item| item.step.and_then(|step| column.get(&step).copied()));
    items
}

fn work(board: &Board, bands: &Bands) -> HashMap<ItemId, Work> {
    let mut work: HashMap<ItemId, Work> = HashMap::new();
    for task in board.tasks.iter() {
        let Some(item) = task.item else { continue };
        let work = work.entry(item).or_default();
        work.total += 1;
        work.done += u32::from(task.done);
        match bands.slice(task.slice) {
            Some(index) => {
                *work.pulled.entry(index).or_default() += u32::from(!task.done);
                if !task.done {
                    work.latest = work.latest.max(Some(bands.when(task.slice, false)));
                }
            }
            None => work.open_with_item += u32::from(!task.done),
        }
    }
    work
}

fn delivered(item: &Item, bands: &Bands, work: &Work) -> When {
    let own = bands.when(item.slice, item.done);
    if item.done { own } else { own.max(work.latest.unwrap_or(own)) }
}

fn piece(item: &Item, work: &Work, index: usize, stands_here: bool) -> Piece {
    let pulled_here = work.pulled.get(&index).copied().unwrap_or(0);
    let with_item = if stands_here { work.open_with_item } else { 0 };
    Piece {
        item: item.id,
        stands_here,
        here: work.done + pulled_here + with_item,
        total: work.total,
    }
}

/// Whether a task pulled alone into a slice helps no PBI there: it has none, or a note, or one that
/// is Done and stands elsewhere.
fn serves_nothing(board: &Board, task: &Task) -> bool {
    match task.item.and_then(|item| board.items.get(item)) {
        None => true,
        Some(item) => item.kind == Some(Kind::Note) || (item.done && item.slice != task.slice),
    }
}
