//! The report of a band: what is planned and why, and changes that say what comes of them.

use serde_json::Value;
use throughline_core::board::{CoveredBy, Place};
use throughline_core::document::Document;
use throughline_core::edit::Edit;
use throughline_tests::TestResult;

use crate::corner::{Corner, slice, wait_for_verdict};
use crate::harness::{Desk, Result, Window};

const REPORT: &str = "[data-panel=report]";

/// Opens the report of a slice by keys.
fn open(window: &Window<'_>, spot: &str) -> Result<()> {
    window.find(&format!("[data-spot=\"{spot}\"]"))?.script("arguments[0].focus()")?;
    window.keys("Enter")?;
    window.find("[data-panel=report]")?;
    Ok(())
}

fn press(window: &Window<'_>, change: &str) -> Result<()> {
    let css = format!("[data-change*=\"{change}\"] button");
    window.find(&css)?.script("arguments[0].click()")?;
    Ok(())
}

#[test]
fn a_slice_in_pieces_says_which_pbis_and_one_key_takes_the_cheapest_way_end_to_end() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    window.resize(1440, 900)?;
    let before = map.board()?;
    let rush = slice(&before, "Rush hour")?;
    wait_for_verdict(&window, rush, "pieces")?;

    open(&window, &format!("head {}", rush.id))?;
    let said = window.says(REPORT, "PBIs in pieces")?;
    assert!(said.contains("Pieces") && said.contains("Journey"), "{said}");
    assert!(said.contains("Cheapest:") && said.contains("End to end"), "{said}");
    let numbers = window.wait_for("numbers on the cards that would move", |window| {
        let numbers = window.script(
            "return [...document.querySelectorAll('[data-repair]')].map((it) => it.textContent)",
            &[],
        )?;
        Ok(numbers.as_array().filter(|found| !found.is_empty()).cloned())
    })?;
    assert!(numbers.contains(&Value::from("1")), "{numbers:?}");
    assert!(window.axe()?.is_empty(), "{:?}", window.axe()?);

    window.keys("r")?;
    wait_for_verdict(&window, rush, "end-to-end")?;
    window.says(REPORT, "End to end")?;
    window.wait_for("no numbers any more", |window| {
        Ok(window.find_all("[data-repair]")?.is_empty().then_some(()))
    })?;
    window.keys("Control+z")?;
    window.wait_for("the map as it was", |_| Ok((map.board()? == before).then_some(())))?;

    window.keys("Escape")?;
    window.wait_for("the focus on the head", |window| {
        let spot = window.script("return document.activeElement.dataset.spot ?? ''", &[])?;
        Ok((spot == format!("head {}", rush.id)).then_some(()))
    })?;
    Ok(())
}

#[test]
fn bringing_the_rest_of_a_pbi_makes_it_whole() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    window.resize(1440, 900)?;
    let before = map.board()?;
    let rush = slice(&before, "Rush hour")?;
    wait_for_verdict(&window, rush, "pieces")?;
    let pill = format!("[data-spot=\"head {}\"] [data-pill]", rush.id);
    window.click_at(window.find(&pill)?.centre()?)?;
    window.says(REPORT, "Bring the rest of")?;
    press(&window, "Bring the rest of")?;
    window.says(REPORT, "1 of ")?;
    window.wait_for("the focus in the panel", |window| {
        let there =
            window.script("return !!document.activeElement.closest('[data-region=panel]')", &[])?;
        Ok(there.as_bool().filter(|there| *there))
    })?;
    window.keys("Control+z")?;
    window.wait_for("the map as it was", |_| Ok((map.board()? == before).then_some(())))?;
    Ok(())
}

#[test]
fn a_hole_is_marked_as_not_needed_with_a_reason_and_needed_again() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    window.resize(1440, 900)?;
    let board = map.board()?;
    let regulars = slice(&board, "Regulars")?;
    wait_for_verdict(&window, regulars, "gaps")?;
    open(&window, &format!("head {}", regulars.id))?;
    window.says(REPORT, "Nothing for")?;
    // What leaves a hole comes after what closes it.
    if let Some(more) = window.find_all("[data-panel=report] button.more")?.first() {
        more.script("arguments[0].click()")?;
    }
    press(&window, "as not needed")?;
    window.find("[data-change*=\"as not needed\"] textarea")?;
    window.type_text("They come back by themselves")?;
    window.keys("Enter")?;
    wait_for_verdict(&window, regulars, "end-to-end")?;
    window.says(REPORT, "They come back by themselves")?;
    let marked = map.board()?;
    let cover = marked.covers.values().next().ok_or("no mark")?;
    assert_eq!((cover.how, cover.slice), (CoveredBy::NotNeeded, Some(regulars.id)));

    let back = window.by_role("button", "It needs one after all")?;
    back.script("arguments[0].click()")?;
    wait_for_verdict(&window, regulars, "gaps")?;
    Ok(())
}

#[test]
fn a_sprint_has_a_report_without_a_verdict_and_what_looks_technical_is_a_question() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    window.resize(1440, 900)?;
    let board = map.board()?;
    let rush = slice(&board, "Rush hour")?;
    wait_for_verdict(&window, rush, "pieces")?;
    let step = board.steps.iter().next().map(|step| step.id);
    let to = Place { step, slice: Some(rush.id), before: None };
    let title = "Implement API endpoint".to_owned();
    Document::open(&map.path)?.edit(&Edit::AddItem { title, to, sprint: None })?;
    open(&window, &format!("head {}", rush.id))?;
    window.says(REPORT, "Right?")?;
    let guessed = "Implement API endpoint";
    window.by_role("button", &format!("{guessed} is: enabler"))?.script("arguments[0].click()")?;
    window.wait_for("it is declared", |_| {
        let board = map.board()?;
        let item = board.items.iter().find(|item| item.title.as_str() == guessed);
        Ok(item.filter(|item| item.kind.is_some()).map(|_| ()))
    })?;
    window.keys("Escape")?;

    window.keys("b")?;
    window.told("Bands are Sprints")?;
    let head = window.find(".head[data-drop-band] [data-pill]")?;
    head.script("arguments[0].closest('[data-spot]').focus()")?;
    window.keys("Enter")?;
    let said = window.says(REPORT, "PBI")?;
    assert!(!said.contains("Journey"), "{said}");
    Ok(())
}
