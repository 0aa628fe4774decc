//! The compilers and interpreters that must be there before anything else.

use std::process::Command;

use crate::process::{Outcome, answer};

/// Oldest Node that the UI's tools run on (Vite 8's own floor).
const NODE: (u32, u32) = (20, 19);

/// The Rust that compiled this program; Cargo has checked it against `rust-version` already.
pub fn rust() -> String {
    answer(Command::new("rustc").arg("--version")).unwrap_or_else(|| "Rust".to_owned())
}

/// The version of Node.
///
/// # Errors
/// A sentence with the way out if Node is missing or too old.
pub fn node() -> Outcome<String> {
    let (major, minor) = NODE;
    let wanted = format!(
        "Node {major}.{minor} or newer is needed to build the window's UI: https://nodejs.org, or your \
         system's package if it is new enough"
    );
    let Some(version) = answer(Command::new("node").arg("--version")) else {
        return Err(format!("Node is not here. {wanted}.").into());
    };
    match major_and_minor(&version) {
        Some(found) if found >= NODE => Ok(format!("Node {version}")),
        _ => Err(format!("Node {version} is too old. {wanted}.").into()),
    }
}

/// `v20.19.4` → `(20, 19)`
fn major_and_minor(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim_start_matches('v').split('.').map(|part| part.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

#[test]
fn versions_compare_by_number_not_by_letter() {
    assert!(major_and_minor("v20.19.0") >= Some(NODE));
    assert!(major_and_minor("v22.2.0") >= Some(NODE));
    assert!(major_and_minor("v20.9.1") < Some(NODE));
    assert!(major_and_minor("v9.30.0") < Some(NODE));
    assert_eq!(major_and_minor("nightly"), None);
}
