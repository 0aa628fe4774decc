//! `edit`: edits from standard input, one JSON object per line.

use std::io::{self, BufRead as _};
use std::path::PathBuf;

use throughline_core::document::Document;
use throughline_core::edit::Edit;

use crate::refused::Refused;
use crate::terminal::Terminal;

/// Reads edits from standard input, one JSON object per line, and applies them in order.
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Reads edits from standard input, one JSON object per line, and applies them in order.

Each is one change with one undo, and is answered by a line on standard output once it is safely \
stored: {\"change\":7,\"created\":[\"…\"]}, with the ids of the rows that it made. “change” is null \
where nothing was different. The first line that is refused ends the command with exit code 1 and its \
number on standard error; the edits above it stay.",
    after_help = "Examples:
  echo '{\"type\":\"addActivity\",\"title\":\"Order ahead\"}' | throughline-cli edit corner.storymap
  echo '{\"type\":\"addSlice\",\"name\":\"Walking skeleton\"}' | throughline-cli edit corner.storymap
  echo '{\"type\":\"addItem\",\"title\":\"See the menu\",\"to\":{\"step\":null,\"slice\":null,\"before\":null}}' \\
    | throughline-cli edit corner.storymap
  throughline-cli edit corner.storymap < edits.jsonl

`print --format json` gives the ids that edits name. README.md lists every edit."
)]
pub struct Arguments {
    /// The map.
    file: PathBuf,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    let mut document = Document::open(&arguments.file)?;
    let mut lines = io::stdin().lock();
    let mut line = Vec::new();
    for number in 1_u32.. {
        line.clear();
        let read = lines.read_until(b'\n', &mut line).map_err(|error| {
            at(number, &Refused::message("cli-stdin-unreadable", &[("why", error.to_string())]))
        })?;
        if read == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let edit: Edit = serde_json::from_slice(&line).map_err(|error| {
            at(number, &Refused::message("cli-no-edit", &[("why", why(&error))]))
        })?;
        let answer = document.edit(&edit).map_err(|error| at(number, &error.into()))?;
        // An edit is stored and nobody hears of it: the rest must not be applied unseen.
        terminal.json_line(&answer).map_err(|refused| match refused {
            Refused::NobodyReads => {
                Refused::message("cli-nobody-reads", &[("line", number.to_string())])
            }
            other @ Refused::Because(_) => other,
        })?;
    }
    Ok(())
}

/// The same, said of a line.
fn at(line: u32, why: &Refused) -> Refused {
    let why = match why {
        Refused::Because(why) => why.clone(),
        Refused::NobodyReads => String::new(),
    };
    Refused::message("cli-refused-line", &[("line", line.to_string()), ("why", why)])
}

/// What is wrong with the JSON, and where in its line.
fn why(error: &serde_json::Error) -> String {
    let (what, column) = (error.to_string(), error.column());
    let place = format!(" at line {} column {column}", error.line());
    match what.strip_suffix(&place) {
        Some(what) => format!("{what}, column {column}"),
        None => what,
    }
}
