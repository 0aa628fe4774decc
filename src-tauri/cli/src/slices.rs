//! `slices`: what each slice delivers, or each Sprint.

use std::path::PathBuf;

use clap::ValueEnum;
use throughline_core::board::{Board, Slice, SliceId};
use throughline_core::check;
use throughline_core::document::Document;
use throughline_core::speech::Speech;

use crate::Format;
use crate::bands::{self, BandJson};
use crate::refused::Refused;
use crate::terminal::Terminal;

/// Says of each slice, or each Sprint, what it delivers and why, what is so, and what to change.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  throughline-cli slices corner.storymap
  throughline-cli slices corner.storymap --bands sprints
  throughline-cli slices corner.storymap --format json | jq '.[] | {name, verdict}'
  throughline-cli slices corner.storymap --format json |
    jq -c '.[0].repairs[] | select(.cheapest) | .edit' | throughline-cli edit corner.storymap

The verdict is one of
  empty             nothing is planned
  groundwork        only enablers and spikes: nothing to show
  pieces            no PBI is whole: parts of some, tasks alone, or what looks like tasks
  end-to-end        whole PBIs, and every activity that is needed is covered
  part-on-purpose   whole PBIs and holes, and somebody said that this is meant
  gaps              whole PBIs, and holes in the journey
A Sprint promises no journey and has none. The fact beside it is what is so already, by the
Definition of Done and the Increments recorded. In JSON each repair has the edit that makes it;
“asks” names what is still to be said in it.")]
pub struct Arguments {
    /// The map.
    file: PathBuf,
    /// How it is written.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Which bands of the map.
    #[arg(long, value_enum, value_name = "BANDS", default_value = "slices")]
    bands: Bands,
}

/// Which bands of the map are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Bands {
    /// Slices, from above.
    Slices,
    /// Sprints, in order.
    Sprints,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    let board = Document::open_to_read(&arguments.file)?.read_board()?;
    let guesses = check::likely_technical(&board);
    let all = match arguments.bands {
        Bands::Slices => bands::slices(&board, &guesses, &terminal.speech),
        Bands::Sprints => bands::sprints(&board, &guesses, today(), &terminal.speech),
    };
    match arguments.format {
        Format::Json => terminal.json(&all),
        Format::Text if all.is_empty() => {
            let none = match arguments.bands {
                Bands::Slices => "cli-no-slices",
                Bands::Sprints => "cli-no-sprints",
            };
            terminal.say(none, &[]);
            Ok(())
        }
        Format::Text => {
            for band in &all {
                terminal.line(&headline(band, &terminal.speech))?;
                for line in lines(band, &terminal.speech) {
                    terminal.line(&format!("  {line}"))?;
                }
            }
            Ok(())
        }
    }
}

/// The day on which the question is asked: a Sprint whose last day has passed is over.
pub fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}

/// The name and the plan; of a Sprint, how many PBIs are whole, or in pieces.
fn headline(band: &BandJson<'_>, speech: &Speech) -> String {
    let plan = match band.verdict {
        Some(verdict) => speech.say(&verdict),
        None => speech.sentence("sprint-whole", [("whole", band.whole.into())]),
    };
    format!("{}: {plan}", band.name)
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
                .map(|hole| if hole.title.is_empty() { untitled.as_str() } else { hole.title })
                .map(|title| format!("“{title}”"))
                .collect();
            vec![speech.sentence("cli-holes", [("activities", titles.join(", ").into())])]
        }
    };
    lines.extend(others.into_iter().map(|reason| reason.text.clone()));
    if let Some(layer) = &band.horizontal {
        let layer = speech.say(layer);
        lines.push(speech.sentence("report-horizontal", [("layer", layer.into())]));
    }
    let cheapest = band.repairs.iter().find(|repair| repair.cheapest);
    if let Some((repair, verdict)) = cheapest.and_then(|repair| Some((repair, repair.verdict?))) {
        let (what, verdict) = (repair.text.clone(), speech.say(&verdict));
        let args = [("what", what.into()), ("verdict", verdict.into())];
        lines.push(speech.sentence("cli-cheapest", args));
    }
    lines.push(speech.sentence("cli-fact", [("fact", band.fact.text.clone().into())]));
    lines
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
