//! Shared ground of the whole-program tests.

use std::error::Error;
use std::path::{Path, PathBuf};

/// What a test gives back: any error fails it with its sentence.
pub type TestResult = Result<(), Box<dyn Error>>;

/// The folder that holds the whole source, whatever folder the test was started from.
#[must_use]
pub fn source_folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".."))
}

/// A program of this workspace, where Cargo put it: beside the folder of the running test.
///
/// # Errors
/// A sentence if it was not built yet.
pub fn program(name: &str) -> Result<PathBuf, Box<dyn Error>> {
    let test = std::env::current_exe()?;
    let folder =
        test.parent().and_then(Path::parent).ok_or("a test runs in target/<profile>/deps")?;
    let path = folder.join(name).with_extension(std::env::consts::EXE_EXTENSION);
    if path.is_file() {
        return Ok(path);
    }
    Err(format!("{} is not built: `cargo xtask test` does that", path.display()).into())
}
