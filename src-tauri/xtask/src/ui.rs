//! The UI's packages and its build, each only when it is out of date.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::process::{Outcome, root, run};
use crate::report::Step;
use crate::steps::remark;
use crate::{count, tools};

/// [`packages`] as a step.
pub fn packages_step() -> Step {
    Step::prepare("Packages of the UI", || {
        tools::node()?;
        packages()
    })
}

/// [`build`] as a step.
pub fn build_step() -> Step {
    Step::prepare("The UI, for the window", build)
}

/// Lint and types.
pub fn checks() -> [Step; 2] {
    [
        Step::check("Lint of the UI", npm(&["run", "--silent", "lint"])),
        Step::check("Types of the UI", npm(&["run", "--silent", "check"])),
    ]
}

/// The components' tests.
pub fn tests() -> Step {
    Step::tests("Tests of the UI's components", npm(&["run", "--silent", "test"]), count::vitest)
}

/// npm in the folder of the UI.
fn npm(words: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    // Colours would hide the numbers that are read from its output.
    command.current_dir(root().join("ui")).env("NO_COLOR", "1").args(words);
    command
}

/// Installs what `package-lock.json` names, unless exactly that is installed.
pub fn packages() -> Outcome {
    let folder = root().join("ui");
    let wanted = fs::read(folder.join("package-lock.json"))?;
    // A copy of the lock file that was installed; written last, so that half an installation has none.
    let installed = folder.join("node_modules/.installed-package-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
        remark("as in package-lock.json");
        return Ok(());
    }
    run(&mut npm(&["ci", "--no-audit", "--no-fund"]))?;
    fs::write(installed, wanted)?;
    Ok(())
}

/// Builds the UI into `ui/dist`, unless that is newer than everything it is made of.
pub fn build() -> Outcome {
    let made_of = [
        "ui/src",
        "ui/index.html",
        "ui/vite.config.ts",
        "ui/package-lock.json",
        "src-tauri/core/text",
        "src-tauri/core/fonts",
    ];
    let newest = made_of.iter().filter_map(|path| newest_change(&root().join(path))).max();
    let built = newest_change(&root().join("ui/dist/index.html"));
    if built.is_some() && built >= newest {
        remark("as in ui/src");
        return Ok(());
    }
    run(&mut npm(&["run", "--silent", "build"]))
}

/// When a file, or anything in a folder, was last written; a removed file shows in its folder.
fn newest_change(path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path).ok()?.modified().ok()?;
    let inside = fs::read_dir(path).into_iter().flatten().flatten();
    inside
        .filter_map(|entry| newest_change(&entry.path()))
        .max()
        .map(|inside| inside.max(own))
        .or(Some(own))
}

#[test]
fn a_file_deep_in_a_folder_makes_the_folder_newer() -> Outcome {
    let folder = std::env::temp_dir().join(format!("throughline-xtask-{}", std::process::id()));
    fs::create_dir_all(folder.join("a/b"))?;
    let before = newest_change(&folder);
    let late = SystemTime::now() + std::time::Duration::from_secs(60);
    fs::File::create(folder.join("a/b/c"))?.set_modified(late)?;
    let after = newest_change(&folder);
    fs::remove_dir_all(&folder)?;
    assert!(before < Some(late) && after == Some(late));
    assert_eq!(newest_change(&folder), None);
    Ok(())
}
