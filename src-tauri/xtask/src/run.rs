//! `cargo xtask run`: from a fresh clone to an open map.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::packages::{self, For};
use crate::process::{Outcome, built, cargo, root, run as start};
use crate::steps::{Steps, remark};
use crate::{tools, ui};

/// Opens `map`, or the example where none is named. Without a display: the same as text and pictures.
pub fn run(map: Option<PathBuf>) -> Outcome {
    if has_display() { in_a_window(map) } else { as_text_and_pictures(map) }
}

fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

fn in_a_window(map: Option<PathBuf>) -> Outcome {
    let mut steps = Steps::new(6);
    steps.next("Tools");
    let node = tools::node()?;
    remark(&format!("{}, {node}", tools::rust()));
    steps.next("System packages");
    packages::install(For::Window)?;
    steps.next("Packages of the UI");
    ui::packages()?;
    steps.next("The UI");
    ui::build()?;
    steps.next("The program (the first time takes some minutes)");
    start(cargo().args(["build", "--workspace", "--bins"]))?;
    let map = match map {
        Some(map) => map,
        None => example()?,
    };
    steps.next(&format!("The window, on {}", map.display()));
    start(Command::new(built("throughline")).arg(map))
}

/// The example map, where a person may change it: made once and kept.
fn example() -> Outcome<PathBuf> {
    let map = root().join("target/example/corner.storymap");
    if !map.exists() {
        fs::create_dir_all(root().join("target/example"))?;
        start(cli("new").arg(&map).arg("--example"))?;
    }
    Ok(map)
}

fn as_text_and_pictures(map: Option<PathBuf>) -> Outcome {
    eprintln!("There is no display here, so the map is shown as text and as pictures.");
    let mut steps = Steps::new(6);
    steps.next("Tools");
    remark(&tools::rust());
    steps.next("System packages");
    packages::install(For::CommandLine)?;
    steps.next("The command line (the first time takes some minutes)");
    // The whole workspace is named for its features only: the window's packages are not compiled.
    start(cargo().args(["build", "--workspace", "--bin", "throughline-cli"]))?;

    let folder = root().join("target/headless-example");
    fs::create_dir_all(&folder)?;
    let map = match map {
        Some(map) => map,
        None => example_anew(&folder)?,
    };
    steps.next(&format!("The map, {}", map.display()));
    result(cli("print").arg(&map))?;
    steps.next("What each slice delivers");
    result(cli("slices").arg(&map))?;
    steps.next(&format!("Pictures in {}", folder.display()));
    for picture in ["map.png", "map.svg"].map(|name| folder.join(name)) {
        start(cli("export").arg(&map).arg("-o").arg(&picture))?;
    }
    eprintln!(
        "To open the window, give the same command on a machine with a screen (or through `ssh -X`): \
         cargo xtask run{}",
        if map.starts_with(&folder) { String::new() } else { format!(" -- {}", map.display()) }
    );
    Ok(())
}

/// The example map and nothing else in `folder`: what was made by an older program is made again.
fn example_anew(folder: &Path) -> Outcome<PathBuf> {
    fs::remove_dir_all(folder)?;
    fs::create_dir_all(folder)?;
    let map = folder.join("corner.storymap");
    start(cli("new").arg(&map).arg("--example"))?;
    Ok(map)
}

fn cli(command: &str) -> Command {
    let mut cli = Command::new(built("throughline-cli"));
    cli.arg(command);
    cli
}

/// Runs a program whose words are the result, so they go to stdout.
fn result(command: &mut Command) -> Outcome {
    if command.status()?.success() { Ok(()) } else { Err("the map could not be shown".into()) }
}
