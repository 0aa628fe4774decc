//! `demo`: what people can do at a Sprint's end, as Markdown.

use std::path::PathBuf;

use throughline_core::check;
use throughline_core::document::Document;
use throughline_core::export::markdown;

use crate::refused::Refused;
use crate::slices::today;
use crate::sprint::{named, write};
use crate::terminal::Terminal;

/// Writes the demo list of a Sprint: what each persona can do, from whole PBIs only.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  throughline-cli demo corner.storymap --sprint \"Sprint 14\"
  throughline-cli demo corner.storymap --sprint \"Sprint 14\" -o demo.md

The day is the Sprint's last one. What is in pieces stands under “Nothing to show yet”; a persona
for whom nothing is whole is named all the same.")]
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
    let page = markdown::demo_list(&board, &guesses, sprint, today(), &terminal.speech);
    write(&page.unwrap_or_default(), output.as_deref(), terminal)
}
