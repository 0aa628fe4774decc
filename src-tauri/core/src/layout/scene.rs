//! What is drawn: a map laid out for one view. Cards have no coordinates: a place is arithmetic
//! (`grid`). Everything is a whole pixel at 100 % zoom; words that are not people's own are enums.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

use crate::board::{ActivityId, Band, GoalId, GoalState, Kind, SliceId, StepId};
use crate::slicing::{Reason, SliceReport, Verdict};

/// A way to look at the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Lens {
    /// The team's: everything.
    Team,
}

/// What one window wants to see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct View {
    /// The lens.
    pub lens: Lens,
    /// Whether the Across column is open (where there is any).
    pub across_open: bool,
    /// Whether the Earlier band is open (where there is any).
    pub earlier_open: bool,
}

impl Default for View {
    fn default() -> Self {
        Self { lens: Lens::Team, across_open: false, earlier_open: false }
    }
}

/// A card: an item or a task, by its id.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
pub struct CardId(pub Uuid);

/// The sizes of a lens, in pixels at 100 % zoom (look: "Places by arithmetic").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Metrics {
    /// A card's width.
    pub card_w: u32,
    /// A card's height.
    pub card_h: u32,
    /// Between cards, both ways.
    pub gap: u32,
    /// After each activity, beside the gap.
    pub activity_gap: u32,
    /// From a band's top to its first row.
    pub track: u32,
    /// The same for Later, which has no line.
    pub track_later: u32,
    /// The middle of the line below a band's top, in tenths of a pixel.
    pub line_y_tenths: u32,
    /// Below the last row of a band.
    pub band_end: u32,
    /// The least height of a band.
    pub band_min: u32,
    /// The height of a folded band.
    pub band_folded: u32,
    /// Across, open; a gap of `across_gap` follows.
    pub across_open: u32,
    /// Across, shut.
    pub across_shut: u32,
    /// After Across.
    pub across_gap: u32,
    /// A goal row of the backbone.
    pub goal_row: u32,
    /// The activity row.
    pub activity_row: u32,
    /// The step row.
    pub step_row: u32,
    /// The heads at left.
    pub slice_head: u32,
}

impl Metrics {
    /// The Team lens.
    pub const TEAM: Self = Self {
        card_w: 152,
        card_h: 84,
        gap: 8,
        activity_gap: 16,
        track: 36,
        track_later: 12,
        line_y_tenths: 175,
        band_end: 12,
        band_min: 152,
        band_folded: 28,
        across_open: 164,
        across_shut: 28,
        across_gap: 16,
        goal_row: 28,
        activity_row: 36,
        step_row: 40,
        slice_head: 208,
    };

    /// The sizes of a lens.
    #[must_use]
    pub const fn of(lens: Lens) -> Self {
        match lens {
            Lens::Team => Self::TEAM,
        }
    }
}

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
    /// Bands from above: Earlier where there is any, the slices, Later.
    pub bands: Vec<BandScene>,
    /// The cards of every cell and of the tray's parts that have any.
    #[serde(serialize_with = "lists_as_pairs")]
    #[specta(type = Vec<List>)]
    pub lists: BTreeMap<ListKey, Vec<CardId>>,
    /// The faces of all cards in the lists.
    pub faces: HashMap<CardId, Face>,
    /// Counts for the status line.
    pub totals: Totals,
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
    /// Whether it is the last of its activity, so that an activity gap follows.
    pub ends_activity: bool,
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
    /// Cards in its fullest cell (of those shown; an Across that is shut does not count).
    pub rows: u32,
    /// PBIs in it.
    pub items: u32,
    /// Whether it is folded to one row with its count.
    pub folded: bool,
    /// What the report says of it; `None` for Later and Earlier.
    pub report: Option<BandReport>,
    /// Its line; `None` for Later and Earlier.
    pub line: Option<Line>,
}

/// What a head says of its slice's report. The ids behind the counts stay in the core: a slice of
/// thousands of PBIs would make every patch that touches its band large.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BandReport {
    /// The plan in one word.
    pub verdict: Verdict,
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
    /// The slices above on which the coverage leans.
    pub leans_on: Vec<SliceId>,
    /// How many of the PBIs that stand here are Done.
    pub done: u32,
    /// PBIs that stand here, of every class.
    pub items: u32,
    /// Whether anything is finished already, a task at least.
    pub under_way: bool,
}

impl From<&SliceReport> for BandReport {
    fn from(report: &SliceReport) -> Self {
        Self {
            verdict: report.verdict,
            reasons: report.reasons.clone(),
            whole: count(&report.whole),
            pieces: count(&report.pieces),
            technical: count(&report.technical),
            groundwork: count(&report.groundwork),
            loose_tasks: count(&report.loose_tasks),
            holes: report.holes.clone(),
            leans_on: report.leans_on.clone(),
            done: report.done,
            items: report.items,
            under_way: report.under_way,
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

/// One list of cards, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct List {
    /// Which one.
    pub key: ListKey,
    /// Its cards from above.
    pub cards: Vec<CardId>,
}

/// What stands on a card.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Face {
    /// Whether it is a task on its own (else a PBI).
    pub is_task: bool,
    /// Its whole title.
    pub title: String,
    /// Its title in lines that fit the card; the last ends in "…" where it was cut.
    pub lines: Vec<String>,
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
}

fn lists_as_pairs<S: serde::Serializer>(
    lists: &BTreeMap<ListKey, Vec<CardId>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer
        .collect_seq(lists.iter().map(|(key, cards)| List { key: *key, cards: cards.clone() }))
}
