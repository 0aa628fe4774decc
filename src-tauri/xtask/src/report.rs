//! Does steps one after the other and says at the end how much passed and failed.

use std::io::Write;
use std::process::Command;

use crate::count::Count;
use crate::process::{Outcome, succeeds, watch};
use crate::steps::Steps;

/// One step: what it is called, and how it is done.
pub struct Step {
    what: &'static str,
    work: Box<dyn FnOnce() -> Outcome<Ran>>,
    is_vital: bool,
}

/// What came of a step that could be started.
pub struct Ran {
    /// Tests counted one by one.
    pub count: Count,
    /// Did the program itself say that all is well?
    pub fine: bool,
}

impl Step {
    /// A step that works as it likes.
    pub fn new(what: &'static str, work: impl FnOnce() -> Outcome<Ran> + 'static) -> Self {
        Self { what, work: Box::new(work), is_vital: false }
    }

    /// A step that is one check: it holds, or it does not.
    pub fn check(what: &'static str, mut command: Command) -> Self {
        Self::new(what, move || {
            let fine = succeeds(&mut command)?;
            Ok(Ran { count: Count { passed: usize::from(fine), failed: 0 }, fine })
        })
    }

    /// A step that only others need: counted when it fails, for then they did not run.
    pub fn prepare(what: &'static str, work: impl FnOnce() -> Outcome + 'static) -> Self {
        Self::new(what, || work().map(|()| Ran { count: Count::default(), fine: true }))
    }

    /// A step that runs tests; `count` reads them from each line of their runner.
    pub fn tests(what: &'static str, command: Command, count: fn(&str) -> Count) -> Self {
        Self::new(what, move || run_tests(command, count))
    }

    /// As [`Self::tests`], where there may be none.
    pub fn tests_if_any(what: &'static str, command: Command, count: fn(&str) -> Count) -> Self {
        Self::new(what, move || run_and_count(command, count))
    }

    /// Nothing after this step makes sense if it fails.
    pub fn vital(mut self) -> Self {
        self.is_vital = true;
        self
    }
}

/// Runs a test runner and counts.
///
/// # Errors
/// If it could not be started, or is content although no test was counted.
pub fn run_tests(command: Command, count: fn(&str) -> Count) -> Outcome<Ran> {
    let ran = run_and_count(command, count)?;
    if ran.fine && ran.count == Count::default() {
        return Err("The runner is content, but no test was counted.".into());
    }
    Ok(ran)
}

fn run_and_count(mut command: Command, count: fn(&str) -> Count) -> Outcome<Ran> {
    let mut sum = Count::default();
    let fine = watch(&mut command, |line| sum += count(line))?;
    Ok(Ran { count: sum, fine })
}

/// Does every step, whatever failed before it, and says the sum: the one line on stdout, and the last.
///
/// # Errors
/// If anything failed; the names of the steps that did.
pub fn report(plan: Vec<Step>) -> Outcome {
    let (sum, failed) = work_through(plan);
    for what in &failed {
        eprintln!("failed: {what}");
    }
    writeln!(std::io::stdout(), "{} passed, {} failed", sum.passed, sum.failed)?;
    if failed.is_empty() {
        return Ok(());
    }
    // Not an error with a sentence of its own: the sum stays the last line.
    std::process::exit(1)
}

fn work_through(plan: Vec<Step>) -> (Count, Vec<&'static str>) {
    let mut steps = Steps::new(plan.len());
    let mut sum = Count::default();
    let mut failed = Vec::new();
    for step in plan {
        steps.next(step.what);
        let Ran { mut count, fine } = (step.work)().unwrap_or_else(|why| {
            eprintln!("{why}");
            Ran { count: Count::default(), fine: false }
        });
        // A runner may fail without a failed test: it did not compile, or crashed.
        if !fine && count.failed == 0 {
            count.failed = 1;
        }
        sum += count;
        if count.failed > 0 {
            failed.push(step.what);
            if step.is_vital {
                break;
            }
        }
    }
    (sum, failed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::count::libtest;
    use crate::process::cargo;

    fn cargo_says(word: &str) -> Command {
        let mut command = cargo();
        command.arg(word);
        command
    }

    #[test]
    fn a_failure_without_a_count_is_one_and_hides_nothing_after_it() {
        let (sum, failed) = work_through(vec![
            Step::check("no such command", cargo_says("no-such-command")),
            Step::tests("no such program", Command::new("no-such-program"), libtest),
            Step::tests("not a runner", cargo_says("--version"), libtest),
            Step::prepare("packages", || Err("none".into())),
            Step::check("version", cargo_says("--version")),
        ]);
        assert_eq!((sum.passed, sum.failed), (1, 4));
        assert_eq!(failed, ["no such command", "no such program", "not a runner", "packages"]);
    }

    #[test]
    fn after_a_vital_step_that_failed_nothing_is_done() {
        let (sum, failed) = work_through(vec![
            Step::prepare("packages", || Err("none".into())).vital(),
            Step::check("version", cargo_says("--version")),
        ]);
        assert_eq!((sum.passed, sum.failed), (0, 1));
        assert_eq!(failed, ["packages"]);
    }
}
