//! The guess by its own titles, and by project where labelled backlogs are at hand.

#![allow(clippy::print_stdout, reason = "the figures, and what was left out")]

use std::path::PathBuf;

use super::figures::measure;
use super::training::{Known, TEACH, learn, own, read_labels, written};
use super::*;

/// The labelled titles in the folder of backlogs; `None`, said so, where there is none.
fn labels() -> Option<Vec<Known>> {
    let Ok(folder) = std::env::var("THROUGHLINE_BACKLOGS") else {
        println!("left out: THROUGHLINE_BACKLOGS names no folder of backlogs");
        return None;
    };
    let text = std::fs::read_to_string(PathBuf::from(folder).join("labels.tsv"));
    if text.is_err() {
        println!("left out: there is no labels.tsv in the folder of backlogs");
    }
    text.ok().map(|text| read_labels(&text))
}

fn teaching(labels: &[Known]) -> impl Iterator<Item = &Known> {
    labels.iter().filter(|known| TEACH.contains(&known.project.as_str()))
}

/// Run by `cargo xtask train` to write the file; else it says whether the file is what was learned.
#[test]
fn the_weights_are_what_the_titles_teach() -> std::io::Result<()> {
    let Some(labels) = labels() else { return Ok(()) };
    let own = own();
    let titles: Vec<&Known> = own.iter().chain(teaching(&labels)).collect();
    let learned = written(&learn(&titles));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/check/en/weights.tsv");
    if std::env::var_os("THROUGHLINE_TRAIN").is_some() {
        return std::fs::write(path, learned);
    }
    let (file, learned) = (Weights::read(&std::fs::read_to_string(path)?), Weights::read(&learned));
    for (name, weight) in &learned.of {
        let in_file = file.of.get(name).unwrap_or(&0.0);
        assert!((in_file - weight).abs() < 0.1, "{name}: {weight}; run `cargo xtask train`");
    }
    Ok(())
}

/// Printed by `cargo xtask train`. Each project is judged by weights that never saw a title of it.
#[test]
fn on_projects_left_out_the_figures_are_those_that_are_promised() {
    let Some(labels) = labels() else { return };
    for knowing_developers in [true, false] {
        let told = if knowing_developers { "told" } else { "not told" };
        let measured = measure(&labels, knowing_developers);
        println!("\nProducts for developers are {told} as such.\n\n{measured}");
        let (likely, either) = (measured.all.likely(), measured.all.either());
        assert!(likely.0 >= 0.85 && likely.1 >= 0.50, "likely: {likely:?}");
        assert!(either.0 >= 0.65 && either.1 >= 0.80, "with maybe: {either:?}");
        assert!(measured.all.stories_flagged() <= 0.01, "{}", measured.all.stories_flagged());
        let (near, of) = measured.shares_near;
        let promised = if knowing_developers { 0.8 } else { 0.7 };
        assert!(near as f64 >= promised * of as f64, "shares near: {near} of {of}");
    }
}
