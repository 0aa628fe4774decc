//! `redo`: brings an undone change back.

use std::path::PathBuf;

use throughline_core::document::Document;

use crate::refused::Refused;
use crate::terminal::Terminal;

/// Brings back what the last undo took. Can be repeated until all is back.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  throughline-cli redo corner.storymap
  throughline-cli undo corner.storymap && throughline-cli redo corner.storymap

Exit code 1 where nothing is left to redo.")]
pub struct Arguments {
    /// The map.
    file: PathBuf,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    match Document::open(&arguments.file)?.redo()? {
        Some(change) => {
            let label = terminal.speech.say(&change.label);
            terminal.tell(&label);
            Ok(())
        }
        None => Err(Refused::message("cli-nothing-to-redo", &[])),
    }
}
