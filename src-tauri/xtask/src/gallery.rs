//! `cargo xtask gallery`: a picture of every state in every theme and at every size.

use crate::packages::{self, For};
use crate::process::{Outcome, cargo, run};
use crate::{rust, ui};

/// Draws all states or one into `target/gallery`, from the program as it is now.
pub fn gallery(state: Option<&str>) -> Outcome {
    packages::install(For::WindowTests)?;
    ui::packages()?;
    ui::build()?;
    run(&mut rust::build_for_the_window())?;
    // The test that draws is ignored by whoever only tests; see tests/window/gallery.rs.
    let words = ["test", "--workspace", "--test=window", "--", "--ignored", "gallery::"];
    let mut draw = cargo();
    draw.args(words);
    if let Some(state) = state {
        draw.env("THROUGHLINE_GALLERY", state);
    }
    run(&mut draw)?;
    eprintln!("The pictures are in target/gallery.");
    Ok(())
}
