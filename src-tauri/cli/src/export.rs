//! `export`: draws a map as a picture.

use std::path::PathBuf;

use throughline_core::check;
use throughline_core::document::Document;
use throughline_core::export::{self, ExportOptions};

use crate::refused::Refused;
use crate::slices::named;
use crate::terminal::{Progress, Terminal};

/// Draws a map, or some of its slices, as a picture.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  throughline-cli export corner.storymap -o corner.svg
  throughline-cli export corner.storymap -o wall.png --scale 2
  throughline-cli export corner.storymap -o next.png --slice \"Walking skeleton\" --slice Regulars

The ending says the format: .svg or .png. The same map gives the same bytes.")]
pub struct Arguments {
    /// The map.
    file: PathBuf,
    /// The picture to write; one of that name is replaced.
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// A slice to draw, by name; may be given several times. Without it: the whole map.
    #[arg(long = "slice", value_name = "NAME")]
    slices: Vec<String>,
    /// How large: 2 is twice the size at 100 % zoom; from 0.1 to 8.
    #[arg(long, value_name = "S", default_value_t = 1.0)]
    scale: f32,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    let Arguments { file, output, slices, scale } = arguments;
    let board = Document::open_to_read(file)?.read_board()?;
    let options = ExportOptions { slices: named(&board, slices)?, scale: *scale };
    let mut progress = Progress::new();
    export::export(&board, &check::likely_technical(&board), &options, output, &mut |part| {
        progress.at(part)
    })?;
    terminal.say("cli-exported", &[("file", output.display().to_string())]);
    Ok(())
}
