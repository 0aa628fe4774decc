//! What is said of a slice or a Sprint, as JSON: plan and fact, and what to change.

use jiff::civil::Date;
use serde::Serialize;
use throughline_core::board::{
    ActivityId, Band, Board, CoveredBy, Guesses, ItemId, PersonaId, SliceId, SprintId, TaskId,
};
use throughline_core::check::{self, Layer};
use throughline_core::edit::Edit;
use throughline_core::repair::{self, Asks, Repair};
use throughline_core::slicing::{
    self, Fact, Piece, Reason, SliceReport, SprintReport, Stop, Verdict,
};
use throughline_core::speech::{Say, Speech};
use uuid::Uuid;

/// One slice or one Sprint.
#[derive(Debug, Serialize)]
pub struct BandJson<'a> {
    band: Uuid,
    pub name: &'a str,
    /// The plan; none for a Sprint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    pub fact: Said<Fact>,
    pub reasons: Vec<ReasonJson>,
    pub whole: usize,
    pub pieces: usize,
    technical: usize,
    groundwork: usize,
    tasks: usize,
    pub holes: Vec<ActivityJson<'a>>,
    items: ItemsJson<'a>,
    /// Each persona's way through the map, or everyone's; none for a Sprint.
    journeys: Vec<JourneyJson<'a>>,
    marked: Vec<MarkedJson<'a>>,
    leans_on: Vec<&'a str>,
    /// The one layer to which all parts belong.
    pub horizontal: Option<Layer>,
    pub repairs: Vec<RepairJson>,
}

/// Something with its sentence.
#[derive(Debug, Serialize)]
pub struct Said<T> {
    #[serde(flatten)]
    of: T,
    pub text: String,
}

#[derive(Debug, Serialize)]
pub struct ReasonJson {
    pub code: String,
    pub text: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct ActivityJson<'a> {
    activity: ActivityId,
    pub title: &'a str,
}

/// The cards behind the counts.
#[derive(Debug, Default, Serialize)]
struct ItemsJson<'a> {
    whole: Vec<ItemJson<'a>>,
    pieces: Vec<PieceJson<'a>>,
    technical: Vec<ItemJson<'a>>,
    groundwork: Vec<ItemJson<'a>>,
    tasks: Vec<TaskJson<'a>>,
    /// What went back, of a Sprint.
    returned: Vec<ItemJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ItemJson<'a> {
    item: ItemId,
    title: &'a str,
    done: bool,
}

#[derive(Debug, Serialize)]
struct TaskJson<'a> {
    task: TaskId,
    title: &'a str,
}

#[derive(Debug, Serialize)]
struct PieceJson<'a> {
    item: ItemId,
    title: &'a str,
    stands_here: bool,
    here: u32,
    total: u32,
    missing: Vec<TaskJson<'a>>,
    /// The band that delivers it; none: nobody plans the rest.
    delivered: Option<Band>,
}

#[derive(Debug, Serialize)]
struct JourneyJson<'a> {
    persona: Option<PersonaId>,
    name: Option<&'a str>,
    stops: Vec<StopJson<'a>>,
}

#[derive(Debug, Serialize)]
struct StopJson<'a> {
    #[serde(flatten)]
    activity: ActivityJson<'a>,
    stop: Stop,
}

#[derive(Debug, Serialize)]
struct MarkedJson<'a> {
    #[serde(flatten)]
    activity: ActivityJson<'a>,
    how: CoveredBy,
    reason: &'a str,
}

#[derive(Debug, Serialize)]
pub struct RepairJson {
    pub text: String,
    pub cheapest: bool,
    pub verdict: Option<Verdict>,
    makes_whole: u32,
    moves: u32,
    asks: Option<Asks>,
    edit: Edit,
}

/// All slices, from above.
pub fn slices<'a>(board: &'a Board, guesses: &Guesses, speech: &Speech) -> Vec<BandJson<'a>> {
    let of = Of { board, speech };
    // A report in a row of its own lives as long as it is read.
    slicing::report(board, guesses).iter().filter_map(|report| of.slice(guesses, report)).collect()
}

/// All Sprints, in order.
pub fn sprints<'a>(
    board: &'a Board,
    guesses: &Guesses,
    today: Date,
    speech: &Speech,
) -> Vec<BandJson<'a>> {
    let of = Of { board, speech };
    let reports = slicing::report_sprints(board, guesses, today);
    reports.iter().filter_map(|report| of.sprint(guesses, today, report)).collect()
}

struct Of<'a, 's> {
    board: &'a Board,
    speech: &'s Speech,
}

impl<'a> Of<'a, '_> {
    fn slice(&self, guesses: &Guesses, report: &SliceReport) -> Option<BandJson<'a>> {
        let slice: SliceId = report.slice;
        let row = self.board.slices.get(slice)?;
        let journeys = report.walks.iter().map(|walk| JourneyJson {
            persona: walk.persona,
            name: walk.persona.and_then(|id| Some(self.board.personas.get(id)?.name.as_str())),
            stops: self
                .board
                .activities
                .iter()
                .zip(&walk.stops)
                .map(|(row, stop)| StopJson { activity: self.activity(row.id), stop: *stop })
                .collect(),
        });
        // A mark's reason is read from the board, which outlives the report.
        let marked = report.marked.iter().filter_map(|marked| {
            let of = |of: Option<SliceId>| {
                let mut covers = self.board.covers.values();
                covers.find(|row| row.activity == marked.activity && row.slice == of)
            };
            let cover = of(Some(slice)).or_else(|| of(None))?;
            Some(MarkedJson {
                activity: self.activity(marked.activity),
                how: cover.how,
                reason: &cover.reason,
            })
        });
        let leans_on = report.leans_on.iter();
        Some(BandJson {
            band: slice.0,
            name: &row.name,
            verdict: Some(report.verdict),
            fact: self.fact(report.fact),
            reasons: self.reasons(&report.reasons),
            whole: report.whole.len(),
            pieces: report.pieces.len(),
            technical: report.technical.len(),
            groundwork: report.groundwork.len(),
            tasks: report.loose_tasks.len(),
            holes: report.holes.iter().map(|activity| self.activity(*activity)).collect(),
            items: ItemsJson {
                whole: self.items(&report.whole),
                pieces: self.pieces(&report.pieces),
                technical: self.items(&report.technical),
                groundwork: self.items(&report.groundwork),
                tasks: self.tasks(&report.loose_tasks),
                returned: Vec::new(),
            },
            journeys: journeys.collect(),
            marked: marked.collect(),
            leans_on: leans_on
                .filter_map(|id| Some(self.board.slices.get(*id)?.name.as_str()))
                .collect(),
            horizontal: check::only_layer(self.board, report),
            repairs: self.repairs(repair::of_slice(self.board, guesses, slice)),
        })
    }

    fn sprint(
        &self,
        guesses: &Guesses,
        today: Date,
        report: &SprintReport,
    ) -> Option<BandJson<'a>> {
        let sprint: SprintId = report.sprint;
        let row = self.board.sprints.get(sprint)?;
        Some(BandJson {
            band: sprint.0,
            name: &row.name,
            verdict: None,
            fact: self.fact(report.fact),
            reasons: self.reasons(&report.reasons),
            whole: report.whole.len(),
            pieces: report.pieces.len(),
            technical: report.technical.len(),
            groundwork: report.groundwork.len(),
            tasks: report.loose_tasks.len(),
            holes: Vec::new(),
            items: ItemsJson {
                whole: self.items(&report.whole),
                pieces: self.pieces(&report.pieces),
                technical: self.items(&report.technical),
                groundwork: self.items(&report.groundwork),
                tasks: self.tasks(&report.loose_tasks),
                returned: self.items(&report.returned),
            },
            journeys: Vec::new(),
            marked: Vec::new(),
            leans_on: Vec::new(),
            horizontal: None,
            repairs: self.repairs(repair::of_sprint(self.board, guesses, sprint, today)),
        })
    }

    fn fact(&self, fact: Fact) -> Said<Fact> {
        Said { of: fact, text: self.speech.say(&fact) }
    }

    fn reasons(&self, reasons: &[Reason]) -> Vec<ReasonJson> {
        let said = |reason: &Reason| ReasonJson { code: code(reason), text: self.say(reason) };
        reasons.iter().map(said).collect()
    }

    fn say(&self, what: &impl Say) -> String {
        self.speech.say(what)
    }

    fn activity(&self, activity: ActivityId) -> ActivityJson<'a> {
        let row = self.board.activities.get(activity);
        let title = row.and_then(|row| row.title.as_deref()).unwrap_or_default();
        ActivityJson { activity, title }
    }

    fn items(&self, items: &[ItemId]) -> Vec<ItemJson<'a>> {
        let rows = items.iter().filter_map(|item| self.board.items.get(*item));
        rows.map(|row| ItemJson { item: row.id, title: &row.title, done: row.done }).collect()
    }

    fn tasks(&self, tasks: &[TaskId]) -> Vec<TaskJson<'a>> {
        let rows = tasks.iter().filter_map(|task| self.board.tasks.get(*task));
        rows.map(|row| TaskJson { task: row.id, title: &row.title }).collect()
    }

    fn pieces(&self, pieces: &[Piece]) -> Vec<PieceJson<'a>> {
        let of = |piece: &Piece| {
            Some(PieceJson {
                item: piece.item,
                title: &self.board.items.get(piece.item)?.title,
                stands_here: piece.stands_here,
                here: piece.here,
                total: piece.total,
                missing: self.tasks(&piece.missing),
                delivered: piece.delivered,
            })
        };
        pieces.iter().filter_map(of).collect()
    }

    fn repairs(&self, repairs: Vec<Repair>) -> Vec<RepairJson> {
        let of = |repair: Repair| RepairJson {
            text: self.say(&repair.what),
            cheapest: repair.cheapest,
            verdict: repair.coming.verdict,
            makes_whole: repair.makes_whole,
            moves: repair.moves,
            asks: repair.asks,
            edit: repair.edit,
        };
        repairs.into_iter().map(of).collect()
    }
}

/// The code of a reason, as the core names it in JSON.
fn code(reason: &Reason) -> String {
    serde_json::to_value(reason)
        .ok()
        .and_then(|value| value.get("code")?.as_str().map(str::to_owned))
        .unwrap_or_default()
}
