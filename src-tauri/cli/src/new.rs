//! `new`: makes a map.

use std::path::PathBuf;

use throughline_core::document::Document;
use throughline_core::example;

use crate::refused::Refused;
use crate::terminal::Terminal;

/// Makes a new map in a file that is not there yet.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  throughline-cli new corner.storymap
  throughline-cli new corner.storymap --title \"Corner, the coffee app\"
  throughline-cli new try.storymap --example    a map to look at and to play with; undo empties it")]
pub struct Arguments {
    /// The file to make; by custom it ends in .storymap.
    file: PathBuf,
    /// The map's name; without it, the example's or the file's.
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// Adds the example map, as one change.
    #[arg(long)]
    example: bool,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    let Arguments { file, title, example: with_example } = arguments;
    let otherwise = || match with_example {
        true => example::TITLE.to_owned(),
        false => file.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
    };
    let mut document = Document::create(file, &title.clone().unwrap_or_else(otherwise))?;
    if *with_example && let Err(error) = document.add_example(&example::draft(), example::THEN) {
        drop(document);
        // Half of what was asked for is not what was asked for.
        let _ = std::fs::remove_file(file);
        return Err(error.into());
    }
    terminal.say("cli-made", &[("file", file.display().to_string())]);
    Ok(())
}
