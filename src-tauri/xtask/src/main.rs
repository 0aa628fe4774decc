//! `cargo xtask …`: what one does with this source, one word each.
//!
//! - [`run`]: from a fresh clone to an open window, or to pictures where there is no display
//! - [`test`]: everything that can fail; [`check`]: the quick part of it
//! - [`rust`], [`ui`]: the steps of which both are made
//! - [`gallery`]: pictures of every state, for people to look at
//! - [`tools`], [`packages`]: what must be on the machine
//! - [`report`], [`count`]: `N passed, N failed`, read from the runners' own words
//! - [`process`], [`steps`]: starting programs, and saying what is going on

mod check;
mod count;
mod gallery;
mod packages;
mod process;
mod report;
mod run;
mod rust;
mod steps;
mod test;
mod tools;
mod ui;

use std::process::ExitCode;

use process::{Outcome, cargo, run as start};

const HELP: &str = "\
cargo xtask run [FILE]       build what is not built, and open the window on FILE or the example map
cargo xtask test [PART]      test everything, or one part: rust, ui, window
cargo xtask test window NAME only the window tests whose name contains NAME
cargo xtask check            the quick tests, for before a commit: no window, no WebKit
cargo xtask bench            how fast it is: tests/benches
cargo xtask bench window     how fast the real window is, against a page with a plain canvas
cargo xtask train            learn the weights of the checks anew, and measure them by project
cargo xtask gallery [STATE]  a picture of every state in every theme and size: target/gallery
cargo xtask bindings         write ui/src/bindings.ts anew, after a change to a command

A `--` before FILE, PART or NAME is allowed. Progress is on stderr, results are on stdout.";

fn main() -> ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--").collect();
    let command = if words.is_empty() { String::new() } else { words.remove(0) };
    let outcome = match (command.as_str(), words.as_slice()) {
        ("run", []) => run::run(None),
        ("run", [file]) => run::run(Some(file.into())),
        ("test", words) => test::test(words),
        ("check", []) => check::check(),
        ("bench", []) => bench(),
        ("bench", [part]) if part == "window" => bench_window(),
        ("train", []) => train(),
        ("gallery", []) => gallery::gallery(None),
        ("gallery", [state]) => gallery::gallery(Some(state)),
        ("bindings", []) => bindings(),
        ("help" | "--help" | "-h", []) => {
            eprintln!("{HELP}");
            Ok(())
        }
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn bench() -> Outcome {
    packages::install(packages::For::CommandLine)?;
    start(cargo().args(["bench", "--package", "throughline-tests"]))
}

fn bench_window() -> Outcome {
    packages::install(packages::For::WindowTests)?;
    ui::packages()?;
    ui::build()?;
    start(cargo().args(["build", "--release", "--package", "throughline"]))?;
    // One after the other: they measure. The tests are ignored by whoever only tests.
    let words = ["test", "--workspace", "--test=window", "--", "--ignored", "speed::"];
    let program = process::built_for_release("throughline");
    let mut measure = cargo();
    measure.args(words).args(["--nocapture", "--test-threads=1"]);
    start(measure.env("THROUGHLINE_APP", program))
}

fn train() -> Outcome {
    packages::install(packages::For::CommandLine)?;
    let named = std::env::var_os("THROUGHLINE_BACKLOGS").is_some();
    if !named {
        return Err("Set THROUGHLINE_BACKLOGS to the folder in which labels.tsv is.".into());
    }
    // Tests, because they need what no program should have; see core/src/check/technical/tests.rs.
    let test = ["test", "--package=throughline-core", "--lib", "check::", "--"];
    start(cargo().args(test).arg("--show-output").env("THROUGHLINE_TRAIN", "1"))?;
    eprintln!("src-tauri/core/check/en/weights.tsv is what the titles teach.");
    Ok(())
}

fn bindings() -> Outcome {
    packages::install(packages::For::Window)?;
    // The test that compares the file writes it when told so; see src-tauri/src/bindings.rs.
    let test = ["test", "--workspace", "--lib", "bindings::"];
    start(cargo().args(test).env("THROUGHLINE_WRITE_BINDINGS", "1"))?;
    eprintln!("ui/src/bindings.ts is as the commands are.");
    Ok(())
}
