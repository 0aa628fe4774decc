//! `import`: brings a backlog or an outline into a map.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use serde::Serialize;
use throughline_core::document::Document;
use throughline_core::edit::Edit;
use throughline_core::edit::import::{Imported, Kept};
use throughline_core::import::{self, Counts, ImportError, MAX_BYTES, Problem, Reading};
use throughline_core::speech::Speech;

use crate::Format;
use crate::refused::Refused;
use crate::terminal::{Progress, Terminal};

/// Brings a Jira CSV, an indented outline or a Markdown list into a map, as one change.
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Brings a Jira CSV, an indented outline or a Markdown list into a map, as one change.

Rows with a key that the map has already are updated, and nothing is doubled; what people changed \
on the map since stays, and the report says so. One `undo` takes all of it back.",
    after_help = "Examples:
  throughline-cli import backlog.csv --into corner.storymap
  throughline-cli import backlog.csv --into corner.storymap --report json > report.json
  pbpaste | throughline-cli import - --into corner.storymap

An outline is indented: activity, step, PBI, tasks. Two levels are steps and PBIs, and a flat list
goes to the tray:
  Order ahead
      Choose a drink
          See today's menu
          Find what I had last time
              remember the last order"
)]
pub struct Arguments {
    /// The file to read; - is standard input.
    #[arg(value_name = "SRC")]
    source: PathBuf,
    /// The map that it goes into.
    #[arg(long, value_name = "FILE")]
    into: PathBuf,
    /// How the report is written.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    report: Format,
}

/// What came of an import.
#[derive(Debug, Serialize)]
struct Report {
    #[serde(flatten)]
    counts: Counts,
    updated: u32,
    problems: Vec<ReportLine>,
}

#[derive(Debug, Serialize)]
struct ReportLine {
    line: u32,
    column: String,
    what: String,
    done: String,
    rows: u32,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    let Arguments { source, into, report } = arguments;
    let mut document = Document::open(into)?;
    let (bytes, name) = read(source)?;
    let mut progress = Progress::new();
    let outcome =
        import::read(&bytes, &name, &Reading::default().into(), &mut |part| progress.at(part))?;
    drop(bytes);
    let answer = document.edit(&Edit::Import { draft: outcome.draft })?;
    let Imported { updated, kept, .. } = answer.import.unwrap_or_default();

    let speech = &terminal.speech;
    let mut problems: Vec<ReportLine> =
        outcome.problems.iter().map(|problem| of_problem(problem, speech)).collect();
    problems.extend(kept.iter().map(|kept| of_kept(kept, speech)));
    problems.sort_by_key(|problem| problem.line);
    let result = Report { counts: outcome.counts, updated, problems };
    match report {
        Format::Json => terminal.json(&result)?,
        Format::Text => write(&result, terminal)?,
    }
    let file = ("file", into.display().to_string());
    match answer.change {
        Some(_) => terminal.say("cli-imported", &[file]),
        None => terminal.say("cli-imported-nothing-new", &[file]),
    }
    Ok(())
}

/// The bytes of a file or of standard input, never more than an import takes, and its name.
pub fn read(source: &Path) -> Result<(Vec<u8>, String), Refused> {
    let mut bytes = Vec::new();
    if source == Path::new("-") {
        io::stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes)
    } else {
        File::open(source).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes))
    }
    .map_err(|error| {
        let file = source.display().to_string();
        let id = match error.kind() {
            io::ErrorKind::NotFound => "cli-source-missing",
            _ => "cli-source-unreadable",
        };
        Refused::message(id, &[("file", file), ("why", error.to_string())])
    })?;
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if length > MAX_BYTES {
        // Only so much was read; how large it is stands in the folder, if it is a file.
        let bytes = source.metadata().map_or(length, |file| file.len().max(length));
        return Err(ImportError::TooLarge { bytes }.into());
    }
    let name = source.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok((bytes, name))
}

fn of_problem(problem: &Problem, speech: &Speech) -> ReportLine {
    ReportLine {
        line: problem.line,
        column: problem.column.clone(),
        what: speech.say(&problem.what),
        done: speech.say(&problem.done),
        rows: problem.rows,
    }
}

fn of_kept(kept: &Kept, speech: &Speech) -> ReportLine {
    ReportLine {
        line: kept.line,
        column: serde_json::to_value(kept.field)
            .ok()
            .and_then(|field| field.as_str().map(str::to_owned))
            .unwrap_or_default(),
        what: speech.say(kept),
        done: speech.sentence("import-done-kept", []),
        rows: 1,
    }
}

fn write(report: &Report, terminal: &mut Terminal) -> Result<(), Refused> {
    let Counts { rows, items, tasks, structure, skipped } = report.counts;
    for (word, count) in [
        ("cli-import-rows", rows),
        ("noun-items", items),
        ("noun-tasks", tasks),
        ("cli-import-structure", structure),
        ("cli-import-skipped", skipped),
        ("cli-import-updated", report.updated),
    ] {
        terminal.count(usize::try_from(count).unwrap_or(usize::MAX), word)?;
    }
    for problem in &report.problems {
        let id = match (problem.column.is_empty(), problem.rows) {
            (true, 0 | 1) => "cli-problem",
            (false, 0 | 1) => "cli-problem-in-column",
            (true, _) => "cli-problem-in-rows",
            (false, _) => "cli-problem-in-rows-of-column",
        };
        let line = terminal.speech.sentence(
            id,
            [
                ("line", problem.line.into()),
                ("column", problem.column.clone().into()),
                ("what", problem.what.clone().into()),
                ("done", problem.done.clone().into()),
                ("more", problem.rows.saturating_sub(1).into()),
            ],
        );
        terminal.line(&line)?;
    }
    Ok(())
}
