//! The system's own dialog, which no driver of web pages can press: driven by the X server's keys.

use throughline_tests::TestResult;

use crate::corner::{Corner, card, item};
use crate::harness::{Desk, Result};

#[test]
fn a_map_is_opened_by_the_systems_own_dialog() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open::<&str>([])?;
    window.find("main.empty")?;
    let xdotool = |words: &[&str]| -> Result<String> {
        let out = desk.command("xdotool").args(words).output()?;
        Ok(String::from_utf8(out.stdout)?.trim().to_owned())
    };
    window.keys("Control+o")?;
    let dialog = window.wait_for("the dialog", |_| {
        let found = xdotool(&["search", "--onlyvisible", "--name", "^Open File$"])?;
        Ok(found.lines().next().map(str::to_owned))
    })?;
    // A path that begins at the root opens the dialog's own field for it.
    xdotool(&["windowfocus", "--sync", &dialog])?;
    xdotool(&["type", "--delay", "20", &map.path.to_string_lossy()])?;
    xdotool(&["key", "Return"])?;
    let board = map.board()?;
    card(&window, item(&board, "Pin a favourite café")?)?;
    Ok(())
}
