//! `undo`: takes the newest change back.

use std::path::PathBuf;

use throughline_core::document::Document;

use crate::refused::Refused;
use crate::terminal::Terminal;

/// Takes the newest change that still stands back. Can be repeated to the very first one.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  throughline-cli undo corner.storymap
  throughline-cli history corner.storymap    what there is to undo

Exit code 1 where nothing is left to undo.")]
pub struct Arguments {
    /// The map.
    file: PathBuf,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    match Document::open(&arguments.file)?.undo()? {
        Some(change) => {
            let label = terminal.speech.say(&change.label);
            terminal.tell(&label);
            Ok(())
        }
        None => Err(Refused::message("cli-nothing-to-undo", &[])),
    }
}
