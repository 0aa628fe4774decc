//! The commands for what is written in Rust.
//!
//! Whatever involves the window names the whole workspace and then picks targets: Cargo chooses the
//! features of shared packages by what is named, and with another choice it would compile them all
//! once more.

use std::process::Command;

use crate::count::{self, Count};
use crate::process::{built, cargo, is_installed, run};
use crate::report::{Step, run_tests};
use crate::steps::remark;

/// Everything, the window too.
pub const ALL: &[&str] = &["--workspace"];

/// What compiles without WebKit: what a plain `cargo build` takes, and this program.
pub const WITHOUT_WINDOW: &[&str] =
    &["--package=throughline-core", "--package=throughline-cli", "--package=xtask"];

/// Is the code laid out as rustfmt does it?
pub fn format() -> Step {
    Step::check("Format", with(cargo(), &["fmt", "--all", "--check"]))
}

/// Every warning is an error.
pub fn clippy(packages: &[&str]) -> Step {
    let command = with(with(cargo(), &["clippy", "--all-targets"]), packages);
    Step::check("Clippy", with(command, &["--", "--deny=warnings"]))
}

/// Compiles every program, and every test.
pub fn build() -> Step {
    Step::prepare("The programs and their tests, compiled", || run(&mut build_for_the_window()))
}

/// Every program and every test, as the window's tests need them.
pub fn build_for_the_window() -> Command {
    with(cargo(), &["build", "--workspace", "--bins", "--tests"])
}

/// Every test of `packages`, in steps: without nextest it is one, the window's tests among them.
pub fn tests(packages: &'static [&'static str]) -> Vec<Step> {
    if !is_nextest_here() {
        let runner = |packages: &[&str]| {
            on_what_is_built(with(with(cargo(), &["test", "--no-fail-fast"]), packages))
        };
        return vec![tests_of_what_compiles("Tests", packages, runner, count::libtest)];
    }
    let runner =
        |packages: &[&str]| with(with(nextest(), packages), &["--filterset=not binary(window)"]);
    let what = "Tests of the core, the command line and the tools";
    // nextest does not run these.
    let examples = with(with(cargo(), &["test", "--doc", "--no-fail-fast"]), packages);
    let mut steps = vec![
        tests_of_what_compiles(what, packages, runner, count::nextest),
        Step::tests_if_any("Examples in docs", examples, count::libtest),
    ];
    if packages == ALL {
        steps.extend(window_tests(None));
    }
    steps
}

/// A mistake in the window must not hide what the core's tests say: without the window they run all
/// the same, and that it did not compile counts as one more failure.
fn tests_of_what_compiles(
    what: &'static str,
    packages: &'static [&'static str],
    runner: fn(&[&str]) -> Command,
    count: fn(&str) -> Count,
) -> Step {
    Step::new(what, move || {
        let ran = run_tests(runner(packages), count)?;
        if ran.count != Count::default() || packages == WITHOUT_WINDOW {
            return Ok(ran);
        }
        remark("Nothing was tested. Once more, without the window:");
        let mut less = run_tests(runner(WITHOUT_WINDOW), count)?;
        less.count.failed += 1;
        Ok(less)
    })
}

/// The tests in the real window, or those whose name contains `name`.
///
/// None on other systems than Linux: they drive WebKitGTK, and nothing like it is there.
pub fn window_tests(name: Option<&str>) -> Option<Step> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let (command, count): (_, fn(&str) -> Count) = if is_nextest_here() {
        (with(with(nextest(), ALL), &["--filterset=binary(window)"]), count::nextest)
    } else {
        (with(cargo(), &["test", "--workspace", "--test=window"]), count::libtest)
    };
    Some(Step::tests("Tests in the real window", with(command, name.as_slice()), count))
}

fn nextest() -> Command {
    on_what_is_built(with(cargo(), &["nextest", "run", "--no-fail-fast", "--color=never"]))
}

/// The tests of the command line take the program that [`build`] made; alone they would build it
/// themselves, with other features, and so with all that it needs.
fn on_what_is_built(mut tests: Command) -> Command {
    tests.env("THROUGHLINE_CLI", built("throughline-cli"));
    tests
}

fn is_nextest_here() -> bool {
    is_installed("cargo-nextest")
}

fn with(mut command: Command, words: &[&str]) -> Command {
    command.args(words);
    command
}
