//! `print`: the map as text or as rows.

use std::path::PathBuf;

use throughline_core::document::Document;
use throughline_core::export::{json, text};

use crate::Format;
use crate::refused::Refused;
use crate::slices::named;
use crate::terminal::Terminal;

/// Prints a map: goals, backbone, Sprints, each band with its cards, and the tray.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  throughline-cli print corner.storymap | less
  throughline-cli print corner.storymap --slice \"Walking skeleton\"
  throughline-cli print corner.storymap --format json | jq '.items[] | {id, title}'

In text, [x] is Done, “→ Regulars” is a task pulled alone into that slice, “#ui” a tag and
“@Sprint 3” a Sprint (↩ returned from it, ✓ Done in it). In JSON every row has its id, as edits
name it, and its place.")]
pub struct Arguments {
    /// The map.
    file: PathBuf,
    /// A slice to print alone, by name; may be given several times.
    #[arg(long = "slice", value_name = "NAME")]
    slices: Vec<String>,
    /// How it is printed.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    let Arguments { file, slices, format } = arguments;
    let board = Document::open_to_read(file)?.read_board()?;
    let slices = named(&board, slices)?;
    match format {
        Format::Json => terminal.json(&json::rows(&board, &slices)),
        Format::Text => {
            let text = text::print(&board, &slices, &terminal.speech);
            terminal.result(&text)
        }
    }
}
