//! The command line as people and scripts meet it: the built program, run on files of its own.
//!
//! Most tests are a session in a folder of their own, compared whole with what a terminal would show:
//!
//! ```text
//! $ new corner.storymap            what was typed
//! ! Made corner.storymap.          standard error
//! $ print corner.storymap
//! corner                           standard output
//! [exit 1]                         where it is not 0
//! ```
//!
//! Ids and moments differ from run to run: in a session they stand as `<id 1>` and `<moment>`.

mod check;
mod copied;
mod desk;
mod edit;
mod export;
mod history;
mod hostile;
mod import;
mod info;
mod killed;
mod killed_import;
mod new;
mod print;
mod slices;
mod sprint;
mod undo;
mod usage;

/// A file that nobody names is a file whose tests never run.
#[test]
fn every_file_of_this_folder_is_a_part_of_it() -> throughline_tests::TestResult {
    let folder = throughline_tests::source_folder().join("tests/cli");
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let named = include_str!("main.rs").contains(&format!("\nmod {name};\n"));
        assert!(named || name == "main", "main.rs does not name {name}.rs");
    }
    Ok(())
}
