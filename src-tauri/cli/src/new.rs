//! `new`: makes a map.

use std::path::PathBuf;

use throughline_core::document::Document;

use crate::refused::Refused;
use crate::terminal::Terminal;

/// Makes a new map in a file that is not there yet.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  throughline-cli new corner.storymap
  throughline-cli new corner.storymap --title \"Corner, the coffee app\"")]
pub struct Arguments {
    /// The file to make; by custom it ends in .storymap.
    file: PathBuf,
    /// The map's name; without it, the file's.
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    let Arguments { file, title } = arguments;
    let of_file = || file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Document::create(file, &title.clone().unwrap_or_else(of_file))?;
    terminal.say("cli-made", &[("file", file.display().to_string())]);
    Ok(())
}
