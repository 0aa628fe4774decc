//! `cargo xtask test`: everything that can fail, and one line that says how much did.

use crate::packages::{self, For};
use crate::process::Outcome;
use crate::report::{Step, report};
use crate::{rust, ui};

/// Tests all or one part: `[]`, `["ui"]`, `["window", "drag"]`.
pub fn test(words: &[String]) -> Outcome {
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let plan = match words.as_slice() {
        [] => all(),
        ["rust"] => only_rust(),
        ["ui"] => only_ui(),
        ["window"] => only_window(None),
        ["window", name] => only_window(Some(name)),
        _ => return Err("cargo xtask test [rust | ui | window [NAME]]".into()),
    };
    report(plan)
}

fn all() -> Vec<Step> {
    let mut plan = vec![system_packages(), ui::packages_step(), rust::format()];
    plan.extend(ui::checks());
    plan.extend([ui::tests(), rust::clippy(rust::ALL), ui::build_step(), rust::build()]);
    plan.extend(rust::tests(rust::ALL));
    plan
}

fn only_rust() -> Vec<Step> {
    let mut plan = vec![system_packages(), rust::format(), rust::clippy(rust::ALL), rust::build()];
    plan.extend(rust::tests(rust::ALL));
    plan
}

fn only_ui() -> Vec<Step> {
    let mut plan = vec![ui::packages_step()];
    plan.extend(ui::checks());
    plan.push(ui::tests());
    plan
}

fn only_window(name: Option<&str>) -> Vec<Step> {
    let mut plan = vec![system_packages(), ui::packages_step(), ui::build_step(), rust::build()];
    plan.extend(rust::window_tests(name));
    plan
}

fn system_packages() -> Step {
    Step::prepare("System packages", || packages::install(For::WindowTests)).vital()
}
