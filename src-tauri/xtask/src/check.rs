//! `cargo xtask check`: what is quick enough to run before each commit.

use crate::process::Outcome;
use crate::report::report;
use crate::{rust, ui};

/// Everything that needs neither the window nor WebKit.
pub fn check() -> Outcome {
    let mut plan = vec![rust::format(), rust::clippy(rust::WITHOUT_WINDOW)];
    plan.extend(rust::tests(rust::WITHOUT_WINDOW));
    plan.push(ui::packages_step());
    plan.extend(ui::checks());
    report(plan)
}
