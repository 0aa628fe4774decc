//! The way out: a picture is looked at before it is written, written as it was shown, or copied.

use std::process::Stdio;

use throughline_tests::TestResult;

use crate::corner::Corner;
use crate::harness::{Desk, Result, Window};

/// Opens the dialog by its key, and waits for the picture in it.
fn open_dialog<'desk>(window: &'desk Window<'desk>) -> Result<()> {
    window.find("[data-card]")?;
    window.keys("Control+e")?;
    window.by_role("dialog", "Export")?;
    shown(window, "a picture to look at").map(|_| ())
}

/// The address of the picture that is shown, once it is drawn and no newer one is on its way.
fn shown(window: &Window<'_>, what: &str) -> Result<String> {
    window.wait_for(what, |window| {
        let address = window.script(
            "const image = document.querySelector('.preview[aria-busy=false] img');
             return image && image.complete && image.naturalWidth > 300 ? image.src : null",
            &[],
        )?;
        Ok(address.as_str().map(ToOwned::to_owned))
    })
}

/// Presses the choice of that name in the dialog.
fn choose(window: &Window<'_>, name: &str) -> Result<()> {
    window.by_role("radio", name)?.click()
}

#[test]
fn what_is_chosen_is_seen_at_once_and_written_as_it_was_shown() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    open_dialog(&window)?;
    let light = shown(&window, "the light picture")?;
    choose(&window, "Dark")?;
    window.wait_for("another picture", |window| {
        Ok(Some(shown(window, "the dark picture")?).filter(|dark| *dark != light))
    })?;
    choose(&window, "SVG")?;
    let picture = desk.home().join("dark.svg");
    desk.pick(&picture)?;
    window.find("dialog button.primary")?.click()?;
    let svg = window.wait_for("the file", |_| Ok(std::fs::read_to_string(&picture).ok()))?;
    assert!(svg.contains("#151618"), "the ground of the dark theme");
    window.wait_for("the dialog gone", |window| {
        Ok(window.find_all("dialog")?.is_empty().then_some(()))
    })?;
    window.keys("Control+e")?;
    window.by_role("dialog", "Export")?;
    let chosen = window.find_all("dialog [role=radio][aria-checked=true]")?;
    let chosen: Vec<String> = chosen.iter().map(|radio| radio.text()).collect::<Result<_>>()?;
    assert!(chosen.contains(&"SVG".to_owned()) && chosen.contains(&"Dark".to_owned()));
    window.keys("Escape")?;
    window.wait_for("the dialog gone", |window| {
        Ok(window.find_all("dialog")?.is_empty().then_some(()))
    })?;
    Ok(())
}

#[test]
fn a_copied_picture_can_be_pasted_elsewhere() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    open_dialog(&window)?;
    choose(&window, "1×")?;
    let size = window.wait_for("its size", |window| {
        let said = window.find("dialog .size")?.text()?;
        Ok(said.split(" px").next().map(ToOwned::to_owned).filter(|size| size.contains('×')))
    })?;
    window.keys("Control+c")?;
    let png = window.wait_for("a picture on the clipboard", |_| {
        let pasted = desk
            .command("xclip")
            .args(["-selection", "clipboard", "-target", "image/png", "-out"])
            .stderr(Stdio::null())
            .output()?;
        Ok(Some(pasted.stdout).filter(|png| png.starts_with(b"\x89PNG")))
    })?;
    let number = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    assert!(png.len() > 10_000, "a picture with something on it: {}", png.len());
    assert!(number(16) > 1_000 && number(20) > 500, "{} × {}", number(16), number(20));
    assert!(!size.is_empty());
    Ok(())
}

#[test]
fn a_large_picture_shows_how_far_it_is_and_can_be_cancelled() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    open_dialog(&window)?;
    choose(&window, "4×")?;
    let picture = desk.home().join("large.png");
    desk.pick(&picture)?;
    window.find("dialog button.primary")?.click()?;
    window.find("dialog progress")?;
    window.keys("Escape")?;
    window.wait_for("the export dialog alone", |window| {
        let left = window.find_all("dialog")?.len() == 1;
        Ok((left && window.find_all("progress")?.is_empty()).then_some(()))
    })?;
    assert!(!picture.exists(), "nothing was written");
    Ok(())
}
