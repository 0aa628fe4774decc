//! `sprint`: a Sprint Backlog as Markdown.

use std::fs;
use std::path::{Path, PathBuf};

use throughline_core::board::{Board, Sprint, SprintId};
use throughline_core::check;
use throughline_core::document::Document;
use throughline_core::export::markdown;

use crate::refused::Refused;
use crate::slices::today;
use crate::terminal::Terminal;

/// Writes a Sprint Backlog on a page of Markdown: Sprint Goal, PBIs with their tasks, Definition of Done.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  throughline-cli sprint corner.storymap --sprint \"Sprint 14\" -o sprint.md
  throughline-cli sprint corner.storymap --sprint \"Sprint 14\" | less

What of a PBI in pieces is not in the Sprint is marked.")]
pub struct Arguments {
    /// The map.
    file: PathBuf,
    /// The Sprint, by name.
    #[arg(long, value_name = "NAME")]
    sprint: String,
    /// The page to write; one of that name is replaced. Without it: standard output.
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    let Arguments { file, sprint, output } = arguments;
    let board = Document::open_to_read(file)?.read_board()?;
    let sprint = named(&board, sprint)?;
    let guesses = check::likely_technical(&board);
    let page = markdown::sprint_backlog(&board, &guesses, sprint, today(), &terminal.speech);
    write(&page.unwrap_or_default(), output.as_deref(), terminal)
}

/// Writes a page into a file, or to standard output.
pub fn write(page: &str, output: Option<&Path>, terminal: &mut Terminal) -> Result<(), Refused> {
    let Some(output) = output else { return terminal.result(page) };
    fs::write(output, page).map_err(|error| {
        let args = [("file", output.display().to_string()), ("why", error.to_string())];
        Refused::message("cli-file-not-written", &args)
    })?;
    terminal.say("cli-exported", &[("file", output.display().to_string())]);
    Ok(())
}

/// The Sprint of this name. A name that differs only in case is meant, where just one does.
pub fn named(board: &Board, name: &str) -> Result<SprintId, Refused> {
    let exact = board.sprints.iter().find(|sprint| sprint.name.as_str() == name.trim());
    let is_alike = |sprint: &&Sprint| sprint.name.to_lowercase() == name.trim().to_lowercase();
    let alike: Vec<&Sprint> = board.sprints.iter().filter(is_alike).collect();
    match (exact, alike.as_slice()) {
        (Some(sprint), _) => Ok(sprint.id),
        (None, [sprint]) => Ok(sprint.id),
        _ => {
            let names = board.sprints.iter().map(|sprint| format!("“{}”", sprint.name));
            let names: Vec<String> = names.collect();
            let id = if names.is_empty() { "cli-no-sprint-at-all" } else { "cli-no-sprint" };
            let args = [("name", name.to_owned()), ("names", names.join(", "))];
            Err(Refused::message(id, &args))
        }
    }
}
