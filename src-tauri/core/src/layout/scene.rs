//! What is drawn: a map laid out for one view. Cards have no coordinates: a place is arithmetic
//! (`grid`). Everything is a whole pixel at 100 % zoom; words that are not people's own are enums.

use std::collections::{BTreeMap, HashMap};
use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

use super::{Metrics, View};
use crate::board::{
    ActivityId, Band, ById, GoalId, GoalState, ItemId, Kind, PersonaId, SliceId, StepId,
};
use crate::slicing::{Fact, Reason, SliceReport, Verdict};

/// A card: an item, a task, or a reference to an item in a further step, by its id.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
pub struct CardId(pub Uuid);

/// A map laid out for one view.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Scene {
    /// The view that it was laid out for.
    pub view: View,
    /// The sizes of its lens.
    pub metrics: Metrics,
    /// The backbone.
    pub backbone: Backbone,
    /// The map's personas, in their order.
    pub personas: Vec<PersonaDisc>,
    /// Bands from above: Earlier where there is any, the slices or the Sprints, Later.
    pub bands: Vec<BandScene>,
    /// The cards of every cell and of the tray's parts that have any; none of folded bands.
    #[serde(serialize_with = "lists_as_pairs")]
    #[specta(type = Vec<List>)]
    pub lists: BTreeMap<ListKey, Cards>,
    /// The faces of all cards in the lists.
    #[specta(type = HashMap<CardId, Face>)]
    pub faces: ById<CardId, Face>,
    /// Counts for the status line.
    pub totals: Totals,
}

/// A persona as cards and pills show it: a disc with a letter or two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PersonaDisc {
    /// Who.
    pub id: PersonaId,
    /// Its whole name.
    pub name: String,
    /// As few of its first letters as tell it apart, two at most.
    pub initial: String,
}

/// The frozen top of the map.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Backbone {
    /// Columns from the left; Across first, where there is any.
    pub columns: Vec<Column>,
    /// Activities from the left.
    pub activities: Vec<ActivityBlock>,
    /// Goals, as bars over the columns of their activities.
    pub goals: Vec<GoalBar>,
    /// How many rows the goals take: 0, 1 or 2.
    pub goal_rows: u32,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Its step; `None` is Across.
    pub step: Option<StepId>,
    /// Its title, whole; `None` is untitled (or Across).
    pub title: Option<String>,
    /// Its title broken into two lines at most.
    pub lines: Vec<String>,
    /// Whether it is the last of its activity that is seen, so that an activity gap follows.
    pub ends_activity: bool,
    /// How much of it is seen.
    pub fold: Fold,
}

/// How much of a column is seen. Of a collapsed activity the first column is shut, the others hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Fold {
    /// Cards.
    Open,
    /// A narrow column with a count per band.
    Shut,
    /// Nothing: it has no width.
    Hidden,
}

/// One activity over its columns.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ActivityBlock {
    /// The activity.
    pub activity: ActivityId,
    /// `None`: nobody has named it yet.
    pub title: Option<String>,
    /// Its title cut to its width, where it is too long.
    pub line: String,
    /// Index of its first column in [`Backbone::columns`].
    pub first: u32,
    /// How many columns it has.
    pub count: u32,
    /// Whether it is folded to its first column, which is shut.
    pub collapsed: bool,
}

/// One goal over a run of columns.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GoalBar {
    /// The goal.
    pub goal: GoalId,
    /// Its title.
    pub title: String,
    /// Its measure; may be empty.
    pub measure: String,
    /// Where it stands.
    pub state: GoalState,
    /// The activities that it names, from the left; empty: it concerns all.
    pub activities: Vec<ActivityId>,
    /// Index of the first column under it.
    pub first: u32,
    /// How many columns are under it.
    pub count: u32,
    /// Its row, from above.
    pub row: u32,
    /// How many further goals are folded into it, because a third row is not there.
    pub more: u32,
}

/// One band.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BandScene {
    /// Which one.
    pub band: Band,
    /// Its name; empty for Later and Earlier.
    pub name: String,
    /// The name broken to the head's width, two lines at most.
    pub name_lines: Vec<String>,
    /// Its outcome, broken to the head's width: two lines at most, one where the name has two.
    pub outcome_lines: Vec<String>,
    /// Rows of its fullest cell, of columns that are open; a list that is cut short takes one more.
    pub rows: u32,
    /// PBIs in it.
    pub items: u32,
    /// Whether it is folded to one row with its count.
    pub folded: bool,
    /// What the report says of it; `None` for Later, Earlier and Sprints, and where the view does not
    /// show the plan.
    pub report: Option<BandReport>,
    /// What is said of it as a Sprint; `None` for every other band.
    pub sprint: Option<SprintHead>,
    /// Its line, or a Sprint's loose marks; `None` for Later and Earlier.
    pub line: Option<Line>,
}

/// What the head of a Sprint says. A Sprint promises no journey, so it has no verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SprintHead {
    /// Its first day (ISO 8601), where that is known.
    pub starts_on: Option<String>,
    /// Its last day (ISO 8601), where that is known.
    pub ends_on: Option<String>,
    /// Where it stands today; `None`: a day is not known.
    pub phase: Option<SprintPhase>,
    /// What is so.
    pub fact: Fact,
    /// Whether it has a Sprint Goal, which stands in the outcome lines.
    pub has_goal: bool,
    /// How many PBIs are whole here.
    pub whole: u32,
    /// How many are in pieces.
    pub pieces: u32,
    /// How many PBIs it touches, of every class.
    pub touched: u32,
}

/// Where a Sprint stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case", tag = "type")]
pub enum SprintPhase {
    /// It has not begun.
    Ahead,
    /// It runs. Days count from Monday to Friday.
    Running {
        /// Which day it is.
        day: u32,
        /// How many it has.
        of: u32,
    },
    /// It is over.
    Ended,
}

/// What a head says of its slice's report. The ids behind the counts stay in the core: a slice of
/// thousands of PBIs would make every patch that touches its band large.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BandReport {
    /// The plan in one word.
    pub verdict: Verdict,
    /// What is so, beside it.
    pub fact: Fact,
    /// Why, as data.
    pub reasons: Vec<Reason>,
    /// How many PBIs are whole here.
    pub whole: u32,
    /// How many are in pieces.
    pub pieces: u32,
    /// How many undeclared PBIs look technical.
    pub technical: u32,
    /// Declared enablers and spikes.
    pub groundwork: u32,
    /// Tasks without a PBI.
    pub loose_tasks: u32,
    /// Needed activities that nothing covers.
    pub holes: Vec<ActivityId>,
    /// The personas whom it serves, and whether it takes each end to end; empty: everyone alike.
    pub serves: Vec<Serves>,
    /// The slices above on which the coverage leans.
    pub leans_on: Vec<SliceId>,
}

/// A persona whom a slice serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Serves {
    /// Who.
    pub persona: PersonaId,
    /// Whether nothing that this persona needs is missing.
    pub end_to_end: bool,
}

impl From<&SliceReport> for BandReport {
    fn from(report: &SliceReport) -> Self {
        Self {
            verdict: report.verdict,
            fact: report.fact,
            reasons: report.reasons.clone(),
            whole: count(&report.whole),
            pieces: count(&report.pieces),
            technical: count(&report.technical),
            groundwork: count(&report.groundwork),
            loose_tasks: count(&report.loose_tasks),
            holes: report.holes.clone(),
            serves: report
                .reach
                .iter()
                .map(|reach| Serves { persona: reach.persona, end_to_end: reach.holes.is_empty() })
                .collect(),
            leans_on: report.leans_on.clone(),
        }
    }
}

/// How many, as the scene counts.
pub(super) fn count<T>(of: &[T]) -> u32 {
    u32::try_from(of.len()).unwrap_or(u32::MAX)
}

/// The line of a band, ready to be drawn: x from the map's left edge (where the first column begins;
/// the head's pill ends 8 px further left), y from the band's top. Strokes are drawn in their order.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// Paths in SVG path syntax, one per way of drawing.
    pub strokes: Vec<Stroke>,
    /// Words on the line.
    pub words: Vec<LineWord>,
}

/// One path of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Stroke {
    /// How it is drawn.
    pub pen: Pen,
    /// SVG path data (M, L, A, C and Z, absolute).
    pub path: String,
}

/// How a path of a line is drawn. The colour is the verdict's mark, unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Pen {
    /// A stroke of 3 px, round ends: whole here.
    Thick,
    /// A stroke of 1.5 px: covered from above.
    Thin,
    /// Filled, even-odd, so that ticks are cut out: dots, and the upright ends of a part on purpose.
    Dots,
    /// A ring filled with the ground under a stroke of 1.5 px: covered from above; and Empty's rings.
    Rings,
    /// Strokes of 1.5 px, round ends: ticks in rings.
    Ticks,
    /// A dashed ring, 1.5 px, dashes of 3 with gaps of 2: a hole.
    Hole,
    /// A stroke of 2 px, square ends, in grey (`line-strong`): not needed, outside a part on purpose.
    Grey,
    /// A stroke of 2 px: the hatching of groundwork.
    Hatch,
}

/// A word on the line, in small type, its left end at `x` and its middle on the line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LineWord {
    /// Pixels from the map's left edge.
    pub x: u32,
    /// Which word.
    pub word: LineWordKind,
}

/// The words of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum LineWordKind {
    /// "No PBI here yet": a hole.
    NoPbiYet,
    /// "Not needed".
    NotNeeded,
}

/// Which list of cards is meant: a cell, or a part of the tray.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum ListKey {
    /// A cell of the map; `step: None` is Across.
    Cell {
        /// The band.
        band: Band,
        /// The column.
        step: Option<StepId>,
    },
    /// PBIs in the tray.
    TrayItems,
    /// Tasks without a PBI.
    TrayTasks,
    /// Notes in the tray: the parking lot.
    TrayNotes,
}

/// The cards of one list from above, as many of them as are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cards {
    /// Those shown.
    pub shown: Vec<CardId>,
    /// What is behind them; `None`: these are all.
    pub rest: Option<Rest>,
}

impl Deref for Cards {
    type Target = Vec<CardId>;

    fn deref(&self) -> &Vec<CardId> {
        &self.shown
    }
}

/// The cards of a list that are not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct Rest {
    /// How many.
    pub count: u32,
    /// The first of them: a card that is dropped behind those shown comes to lie in front of it.
    pub first: CardId,
}

/// One list of cards, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct List {
    /// Which one.
    pub key: ListKey,
    /// Its cards from above.
    pub cards: Vec<CardId>,
    /// What is behind them; `None`: these are all.
    pub rest: Option<Rest>,
}

/// What stands on a card.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Face {
    /// Whether it is a task on its own (else a PBI).
    pub is_task: bool,
    /// Its whole title.
    #[serde(serialize_with = "text")]
    #[specta(type = String)]
    pub title: Arc<str>,
    /// Its title in lines that fit the card; the last ends in "…" where it was cut.
    #[serde(serialize_with = "texts")]
    #[specta(type = Vec<String>)]
    pub lines: Arc<[Box<str>]>,
    /// Declared kind.
    pub kind: Option<Kind>,
    /// Undeclared, and likely technical.
    pub maybe_task: bool,
    /// Done.
    pub done: bool,
    /// Its tasks: finished, and how many there are; `None` if it has none.
    pub tasks: Option<Count>,
    /// In pieces: how many of its tasks are here, and how many there are; `None` if it is whole.
    pub pieces: Option<Count>,
    /// Its first tag.
    pub tag: Option<String>,
    /// Its estimate, as it is written.
    pub estimate: Option<String>,
    /// For a task alone: the title of its PBI.
    pub of: Option<String>,
    /// Whom it is for, in the order of the personas.
    pub personas: Vec<PersonaId>,
    /// For a reference: the PBI, and where that stands itself.
    pub reference: Option<Reference>,
}

/// What a reference points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Reference {
    /// The PBI.
    pub item: ItemId,
    /// The step in which the reference stands.
    #[serde(rename = "in")]
    pub in_step: StepId,
    /// The title of its own step; empty where that has none, or there is no step.
    pub step: String,
}

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct Count {
    /// So many.
    pub some: u32,
    /// Of so many.
    pub all: u32,
}

/// Counts for the status line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// PBIs on the map and in the tray, notes left out.
    pub items: u32,
    /// Activities.
    pub activities: u32,
    /// Tasks.
    pub tasks: u32,
    /// Increments that are recorded.
    pub increments: u32,
    /// Undeclared PBIs that look technical; none is counted where the view shows no plan.
    pub technical: u32,
}

// What is shared is written as if it were not.
fn text<S: serde::Serializer>(text: &Arc<str>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text)
}

fn texts<S: serde::Serializer>(texts: &Arc<[Box<str>]>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(texts.iter())
}

fn lists_as_pairs<S: serde::Serializer>(
    lists: &BTreeMap<ListKey, Cards>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(lists.iter().map(|(key, cards)| List {
        key: *key,
        cards: cards.shown.clone(),
        rest: cards.rest,
    }))
}
