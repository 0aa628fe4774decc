//! `slices`: what each slice delivers.

use std::path::PathBuf;

use serde::Serialize;
use throughline_core::board::{ActivityId, Board, Slice, SliceId};
use throughline_core::check;
use throughline_core::document::Document;
use throughline_core::slicing::{self, Reason, SliceReport, Verdict};
use throughline_core::speech::Speech;

use crate::Format;
use crate::refused::Refused;
use crate::terminal::Terminal;

/// Says of each slice what it delivers, and why.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  throughline-cli slices corner.storymap
  throughline-cli slices corner.storymap --format json | jq '.[] | {name, verdict}'

The verdict is one of
  empty             nothing is planned
  groundwork        only enablers and spikes: nothing to show
  pieces            no PBI is whole: parts of some, tasks alone, or what looks like tasks
  end-to-end        whole PBIs, and every activity that is needed is covered
  part-on-purpose   whole PBIs and holes, and somebody said that this is meant
  gaps              whole PBIs, and holes in the journey")]
pub struct Arguments {
    /// The map.
    file: PathBuf,
    /// How it is written.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Debug, Serialize)]
struct BandJson<'a> {
    band: SliceId,
    name: &'a str,
    verdict: Verdict,
    reasons: Vec<ReasonJson>,
    whole: usize,
    pieces: usize,
    technical: usize,
    groundwork: usize,
    tasks: usize,
    holes: Vec<HoleJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ReasonJson {
    code: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct HoleJson<'a> {
    activity: ActivityId,
    title: &'a str,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    let board = Document::open_to_read(&arguments.file)?.read_board()?;
    let reports = slicing::report(&board, &check::likely_technical(&board));
    let bands: Vec<BandJson<'_>> = reports
        .iter()
        .filter_map(|report| {
            let slice = board.slices.get(report.slice)?;
            Some(band(&board, slice, report, &terminal.speech))
        })
        .collect();
    match arguments.format {
        Format::Json => terminal.json(&bands),
        Format::Text if bands.is_empty() => {
            terminal.say("cli-no-slices", &[]);
            Ok(())
        }
        Format::Text => {
            for band in &bands {
                let verdict = terminal.speech.say(&band.verdict);
                terminal.line(&format!("{}: {verdict}", band.name))?;
                for line in lines(band, &terminal.speech) {
                    terminal.line(&format!("  {line}"))?;
                }
            }
            Ok(())
        }
    }
}

fn band<'a>(
    board: &'a Board,
    slice: &'a Slice,
    report: &SliceReport,
    speech: &Speech,
) -> BandJson<'a> {
    BandJson {
        band: slice.id,
        name: &slice.name,
        verdict: report.verdict,
        reasons: report
            .reasons
            .iter()
            .map(|reason| ReasonJson { code: code(reason), text: speech.say(reason) })
            .collect(),
        whole: report.whole.len(),
        pieces: report.pieces.len(),
        technical: report.technical.len(),
        groundwork: report.groundwork.len(),
        tasks: report.loose_tasks.len(),
        holes: report
            .holes
            .iter()
            .map(|activity| HoleJson {
                activity: *activity,
                title: board
                    .activities
                    .get(*activity)
                    .and_then(|row| row.title.as_deref())
                    .unwrap_or_default(),
            })
            .collect(),
    }
}

/// The reasons, a line each; several holes are one line, because their way out is the same.
fn lines(band: &BandJson<'_>, speech: &Speech) -> Vec<String> {
    let (holes, others): (Vec<_>, Vec<_>) =
        band.reasons.iter().partition(|reason| reason.code == "hole");
    let mut lines: Vec<String> = match holes.as_slice() {
        [] => Vec::new(),
        [hole] => vec![hole.text.clone()],
        _ => {
            let untitled = speech.sentence("print-untitled", []);
            let titles: Vec<String> = band
                .holes
                .iter()
                .map(|hole| if hole.title.is_empty() { &untitled } else { hole.title })
                .map(|title| format!("“{title}”"))
                .collect();
            vec![speech.sentence("cli-holes", [("activities", titles.join(", ").into())])]
        }
    };
    lines.extend(others.into_iter().map(|reason| reason.text.clone()));
    lines
}

/// The code of a reason, as the core names it in JSON.
fn code(reason: &Reason) -> String {
    serde_json::to_value(reason)
        .ok()
        .and_then(|value| value.get("code")?.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// The slices of these names. A name that differs only in case is meant, where just one does.
pub fn named(board: &Board, names: &[String]) -> Result<Vec<SliceId>, Refused> {
    names
        .iter()
        .map(|name| {
            let exact = board.slices.iter().find(|slice| slice.name.as_str() == name.trim());
            let alike: Vec<&Slice> = board
                .slices
                .iter()
                .filter(|slice| slice.name.to_lowercase() == name.trim().to_lowercase())
                .collect();
            match (exact, alike.as_slice()) {
                (Some(slice), _) => Ok(slice.id),
                (None, [slice]) => Ok(slice.id),
                _ => Err(no_slice(board, name)),
            }
        })
        .collect()
}

fn no_slice(board: &Board, name: &str) -> Refused {
    let names: Vec<String> = board.slices.iter().map(|slice| format!("“{}”", slice.name)).collect();
    let id = if names.is_empty() { "cli-no-slice-at-all" } else { "cli-no-slice" };
    Refused::message(id, &[("name", name.to_owned()), ("names", names.join(", "))])
}
