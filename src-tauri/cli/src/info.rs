//! `info`: how much is in a map.

use std::path::PathBuf;

use serde::Serialize;
use throughline_core::board::Board;
use throughline_core::document::Document;

use crate::Format;
use crate::refused::Refused;
use crate::terminal::Terminal;

/// Counts what is in a map.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  throughline-cli info corner.storymap
  throughline-cli info corner.storymap --format json | jq .items

“tray” is how many of the PBIs and tasks have neither step nor slice nor Sprint, “changes” how
many edits, undos and redos the history holds.")]
pub struct Arguments {
    /// The map.
    file: PathBuf,
    /// How it is written.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Debug, Serialize)]
struct Info<'a> {
    title: &'a str,
    goals: usize,
    activities: usize,
    steps: usize,
    slices: usize,
    sprints: usize,
    items: usize,
    tasks: usize,
    tags: usize,
    tray: usize,
    changes: usize,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    let document = Document::open_to_read(&arguments.file)?;
    let board = document.read_board()?;
    let info = Info {
        title: &board.title,
        goals: board.goals.len(),
        activities: board.activities.len(),
        steps: board.steps.len(),
        slices: board.slices.len(),
        sprints: board.sprints.len(),
        items: board.items.len(),
        tasks: board.tasks.len(),
        tags: board.tags.len(),
        tray: tray(&board),
        changes: document.history()?.len(),
    };
    match arguments.format {
        Format::Json => terminal.json(&info),
        Format::Text => {
            terminal.line(info.title)?;
            for (word, count) in [
                ("noun-goals", info.goals),
                ("noun-activities", info.activities),
                ("noun-steps", info.steps),
                ("noun-slices", info.slices),
                ("noun-sprints", info.sprints),
                ("noun-items", info.items),
                ("noun-tasks", info.tasks),
                ("noun-tags", info.tags),
                ("cli-info-tray", info.tray),
                ("cli-info-changes", info.changes),
            ] {
                terminal.count(count, word)?;
            }
            Ok(())
        }
    }
}

/// PBIs and loose tasks that stand nowhere on the map.
fn tray(board: &Board) -> usize {
    let planned = board.planned_in_sprints();
    let items = board.items.iter().filter(|item| Board::in_tray(item, &planned)).count();
    let tasks = board
        .tasks
        .iter()
        .filter(|task| task.item.is_none() && task.slice.is_none() && task.sprint.is_none());
    items + tasks.count()
}
