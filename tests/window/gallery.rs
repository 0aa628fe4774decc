//! A picture of every state in every theme and at every size, for people to look at.

use std::path::Path;

use throughline_tests::{TestResult, source_folder};

use crate::harness::{Desk, Result, Screen};
use crate::states::{STATES, State, THEMES, wear};

/// The sizes of a window, and how many pixels of the screen one of the page takes.
const SIZES: [(u32, u32, u32); 5] =
    [(1440, 900, 1), (1024, 640, 1), (1280, 800, 1), (1920, 1080, 1), (1440, 900, 2)];

/// `cargo xtask gallery` runs it; a part of it with `THROUGHLINE_GALLERY=palette,empty`.
#[test]
#[ignore = "it draws, and asserts nothing"]
fn of_every_state_at_every_size() -> TestResult {
    let folder = source_folder().join("target/gallery");
    std::fs::create_dir_all(&folder)?;
    let only = std::env::var("THROUGHLINE_GALLERY").unwrap_or_default();
    let wanted = |state: &&State| only.is_empty() || only.split(',').any(|it| it == state.name);
    for state in STATES.iter().filter(wanted) {
        for scale in [1, 2] {
            draw(state, scale, &folder)
                .map_err(|error| format!("{} at scale {scale}: {error}", state.name))?;
        }
    }
    Ok(())
}

fn draw(state: &State, scale: u32, folder: &Path) -> Result<()> {
    let desk = Desk::with(Screen { width: 2000 * scale, height: 1200 * scale, scale })?;
    let window = state.open(&desk)?;
    (state.reach)(&desk, &window)?;
    for (width, height, _) in SIZES.iter().filter(|(.., its)| *its == scale) {
        window.resize(*width, *height)?;
        for theme in THEMES {
            wear(&window, theme)?;
            let scale = if scale == 1 { String::new() } else { format!("@{scale}x") };
            let name = format!("{}-{width}x{height}{scale}-{}.png", state.name, theme.0);
            window.screenshot(&folder.join(name))?;
        }
    }
    Ok(())
}
