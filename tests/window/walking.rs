//! A slice walked through as one of its personas, by keys alone.

use throughline_core::board::Board;
use throughline_tests::TestResult;

use crate::corner::{Corner, slice, wait_for_verdict};
use crate::harness::{Desk, Result, Window};

const SHEET: &str = "[data-region=sheet]";

/// Walks to the right until the sheet says this.
fn walk_to(window: &Window<'_>, part: &str) -> Result<()> {
    for _ in 0..12 {
        let said = window
            .script("return document.querySelector('[data-region=sheet]')?.innerText ?? ''", &[])?;
        if said.as_str().is_some_and(|said| said.contains(part)) {
            return Ok(());
        }
        window.keys("ArrowRight")?;
    }
    window.says(SHEET, part)?;
    Ok(())
}

fn open<'desk>(desk: &'desk Desk, map: &Corner, name: &str) -> Result<Window<'desk>> {
    let window = desk.open([&map.path])?;
    window.resize(1440, 900)?;
    let board = map.board()?;
    let slice = slice(&board, name)?.id;
    window.find(&format!("[data-spot=\"head {slice}\"]"))?.script("arguments[0].focus()")?;
    window.keys("w")?;
    window.says(SHEET, &format!("Walk through {name}"))?;
    Ok(window)
}

#[test]
fn the_hole_of_a_slice_is_found_on_the_way_and_closed_by_a_key_and_undone() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let before = map.board()?;
    let regulars = slice(&before, "Regulars")?;
    let window = open(&desk, &map, "Regulars")?;
    window.says(SHEET, "step 1 of")?;
    walk_to(&window, "meets nothing")?;
    window.says(SHEET, "End to end")?;
    assert!(window.axe()?.is_empty(), "{:?}", window.axe()?);

    window.keys("1")?;
    wait_for_verdict(&window, regulars, "end-to-end")?;
    window.wait_for("something is met now", |window| {
        let said =
            window.script("return document.querySelector('[data-region=sheet]').innerText", &[])?;
        Ok(said.as_str().is_some_and(|said| !said.contains("meets nothing.")).then_some(()))
    })?;
    window.keys("Control+z")?;
    window.wait_for("the map as it was", |_| Ok((map.board()? == before).then_some(())))?;

    // By hand for now, with a word on who does it.
    walk_to(&window, "meets nothing")?;
    window.says(SHEET, "Done by hand for now")?;
    window.keys("h")?;
    window.find("[data-region=sheet] main textarea")?;
    window.type_text("the barista remembers")?;
    window.keys("Enter")?;
    wait_for_verdict(&window, regulars, "end-to-end")?;
    let marked = map.board()?;
    assert!(marked.covers.values().any(|cover| cover.reason == "the barista remembers"));

    window.keys("Escape")?;
    window.wait_for("the focus on the head", |window| {
        let spot = window.script("return document.activeElement.dataset.spot ?? ''", &[])?;
        Ok((spot == format!("head {}", regulars.id)).then_some(()))
    })?;
    Ok(())
}

#[test]
fn what_is_noticed_on_the_way_becomes_a_card_or_feedback() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = open(&desk, &map, "Walking skeleton")?;
    let seen = |holds: &dyn Fn(&Board) -> bool| -> Result<()> {
        window.wait_for("it is in the file", |_| Ok(holds(&map.board()?).then_some(())))
    };
    window.keys("Enter")?;
    window.find("[data-note=card] input:focus")?;
    window.type_text("What if the café closes early?")?;
    window.keys("Enter")?;
    seen(&|board| {
        let card =
            board.items.iter().find(|row| row.title.as_str() == "What if the café closes early?");
        card.is_some_and(|card| card.step.is_some() && card.slice.is_none())
    })?;
    window.keys("Escape")?;
    window.keys("f")?;
    window.find("[data-note=feedback] input:focus")?;
    window.type_text("I would come every day")?;
    window.keys("Enter")?;
    seen(&|board| {
        let said = board.feedback.iter().find(|row| row.text == "I would come every day");
        said.is_some_and(|said| said.item.is_some())
    })?;
    window.says(SHEET, "Noted on the way")?;
    Ok(())
}
