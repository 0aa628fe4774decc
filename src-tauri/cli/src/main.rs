//! Throughline's maps from the command line, without a window: one file per command.
//!
//! Results go to standard output, sentences and progress to standard error. A refused job ends with
//! exit code 1 and a sentence, wrong usage with 2. What a report says of a map (problems, verdicts)
//! is no failure.

mod bands;
mod check;
mod demo;
mod edit;
mod export;
mod history;
mod import;
mod info;
mod new;
mod print;
mod redo;
mod refused;
mod slices;
mod sprint;
mod terminal;
mod undo;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use refused::Refused;
use terminal::Terminal;

/// Story maps from the command line.
///
/// A map is one file, such as corner.storymap. Every edit is saved when its command ends, and every
/// edit can be undone, also tomorrow.
#[derive(Debug, Parser)]
#[command(
    name = "throughline-cli",
    version,
    after_help = "A first map in four commands:
  throughline-cli new corner.storymap
  throughline-cli import backlog.csv --into corner.storymap
  throughline-cli slices corner.storymap
  throughline-cli export corner.storymap -o corner.svg

Results go to standard output, sentences to standard error. Exit code 1: the job was refused,
and nothing was changed; 2: wrong usage."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    New(new::Arguments),
    Import(import::Arguments),
    Export(export::Arguments),
    Print(print::Arguments),
    Info(info::Arguments),
    Slices(slices::Arguments),
    Sprint(sprint::Arguments),
    Demo(demo::Arguments),
    Check(check::Arguments),
    Edit(edit::Arguments),
    Undo(undo::Arguments),
    Redo(redo::Arguments),
    History(history::Arguments),
}

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs: JSON alone.
    Json,
}

fn main() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    let mut terminal = Terminal::new();
    let outcome = match command {
        Command::New(arguments) => new::run(&arguments, &mut terminal),
        Command::Import(arguments) => import::run(&arguments, &mut terminal),
        Command::Export(arguments) => export::run(&arguments, &mut terminal),
        Command::Print(arguments) => print::run(&arguments, &mut terminal),
        Command::Info(arguments) => info::run(&arguments, &mut terminal),
        Command::Slices(arguments) => slices::run(&arguments, &mut terminal),
        Command::Sprint(arguments) => sprint::run(&arguments, &mut terminal),
        Command::Demo(arguments) => demo::run(&arguments, &mut terminal),
        Command::Check(arguments) => check::run(&arguments, &mut terminal),
        Command::Edit(arguments) => edit::run(&arguments, &mut terminal),
        Command::Undo(arguments) => undo::run(&arguments, &mut terminal),
        Command::Redo(arguments) => redo::run(&arguments, &mut terminal),
        Command::History(arguments) => history::run(&arguments, &mut terminal),
    };
    match outcome.and_then(|()| terminal.flush()) {
        // Whoever read the results has enough of them, as in `print … | head`.
        Ok(()) | Err(Refused::NobodyReads) => ExitCode::SUCCESS,
        Err(Refused::Because(sentence)) => {
            terminal.tell(&sentence);
            ExitCode::FAILURE
        }
    }
}
