//! `export`: draws a map as a picture.

use std::path::PathBuf;

use clap::ValueEnum;
use throughline_core::check;
use throughline_core::document::Document;
use throughline_core::export::{self, ExportOptions, PictureTheme, What};
use throughline_core::layout::Lens;

use crate::refused::Refused;
use crate::slices::named;
use crate::terminal::{Progress, Terminal};

/// Draws a map, or some of its slices, as a picture.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  throughline-cli export corner.storymap -o corner.svg
  throughline-cli export corner.storymap -o wall.png --scale 2
  throughline-cli export corner.storymap -o next.png --slice \"Walking skeleton\" --slice Regulars
  throughline-cli export corner.storymap -o room.png --lens workshop --theme dark
  throughline-cli export corner.storymap -o paper.svg --theme print --title \"Corner, spring\" --date 2026-03-01
  throughline-cli export corner.storymap -o sprints.png --sprints

The ending says the format: .svg or .png. The same map gives the same bytes; by Sprints, on the same
day. What lies in the tray stays out of pictures.")]
pub struct Arguments {
    /// The map.
    file: PathBuf,
    /// The picture to write; one of that name is replaced.
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// A slice to draw, by name; may be given several times. Without it: the whole map.
    #[arg(long = "slice", value_name = "NAME")]
    slices: Vec<String>,
    /// The whole map by Sprints, as they stand today.
    #[arg(long, conflicts_with = "slices")]
    sprints: bool,
    /// For whom: the team sees everything, a workshop large cards.
    #[arg(long, value_name = "L", value_enum, default_value_t = LensName::Team)]
    lens: LensName,
    /// Its colours.
    #[arg(long, value_name = "T", value_enum, default_value_t = ThemeName::Light)]
    theme: ThemeName,
    /// What stands in its corner; "" for nothing. Without it: the map's name.
    #[arg(long)]
    title: Option<String>,
    /// A day below the title, as year, month and day. Without it: none.
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
    /// How large: 2 is twice the size at 100 % zoom; from 0.1 to 8.
    #[arg(long, value_name = "S", default_value_t = 1.0)]
    scale: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LensName {
    Team,
    Workshop,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ThemeName {
    Light,
    Dark,
    HighContrast,
    Print,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    let Arguments { file, output, slices, sprints, lens, theme, title, date, scale } = arguments;
    let board = Document::open_to_read(file)?.read_board()?;
    let what = match slices.as_slice() {
        [] if *sprints => What::Sprints,
        [] => What::Map,
        names => What::Slices { slices: named(&board, names)? },
    };
    let options = ExportOptions {
        what,
        lens: match lens {
            LensName::Team => Lens::Team,
            LensName::Workshop => Lens::Workshop,
        },
        theme: match theme {
            ThemeName::Light => PictureTheme::Light,
            ThemeName::Dark => PictureTheme::Dark,
            ThemeName::HighContrast => PictureTheme::HighContrast,
            ThemeName::Print => PictureTheme::Print,
        },
        scale: *scale,
        title: title.clone(),
        date: date.clone(),
    };
    let mut progress = Progress::new();
    export::export(&board, &check::likely_technical(&board), &options, output, &mut |part| {
        progress.at(part)
    })?;
    terminal.say("cli-exported", &[("file", output.display().to_string())]);
    Ok(())
}
