//! What the checks noticed, walked by keys; and the one line that says it once where it is most of a map.

use throughline_core::board::{Kind, Place};
use throughline_core::document::Document;
use throughline_core::edit::Edit;
use throughline_tests::TestResult;

use crate::corner::{Corner, item};
use crate::harness::{Desk, Result, Window};

const PANEL: &str = "[data-panel=findings]";

/// The rows of the list, by what they are of.
fn rows(window: &Window<'_>) -> Result<Vec<String>> {
    let rows = window.script(
        "return [...document.querySelectorAll('[data-finding] .title')].map((it) => it.textContent)",
        &[],
    )?;
    Ok(serde_json::from_value(rows)?)
}

#[test]
fn the_list_is_walked_by_keys_a_key_declares_a_kind_and_fine_holds_until_the_text_changes()
-> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let mut document = Document::open(&map.path)?;
    let to = Place { step: None, slice: None, before: None };
    for title in ["Implement API endpoint", "Add fields to database"] {
        document.edit(&Edit::AddItem { title: title.into(), to, sprint: None })?;
    }
    drop(document);
    let before = map.board()?;
    let window = desk.open([&map.path])?;
    window.resize(1440, 900)?;
    window.find("[data-card]")?;
    window.keys("Control+Shift+f")?;
    window.says(PANEL, "Technical task")?;
    assert!(window.axe()?.is_empty(), "{:?}", window.axe()?);
    let all = rows(&window)?;
    assert!(all.contains(&"Implement API endpoint".to_owned()), "{all:?}");

    // The first one by its key; the next one has the focus then.
    window.find("[data-finding]")?.script("arguments[0].focus()")?;
    let first = all.first().ok_or("no finding")?;
    window.keys("e")?;
    window.wait_for("it is an enabler", |_| {
        let board = map.board()?;
        Ok((item(&board, first)?.kind == Some(Kind::Enabler)).then_some(()))
    })?;
    window.wait_for("the next one in hand", |window| {
        let now = window.script(
            "return document.activeElement.querySelector('.title')?.textContent ?? ''",
            &[],
        )?;
        Ok((now.as_str() == all.get(1).map(String::as_str)).then_some(()))
    })?;
    let second = all.get(1).ok_or("one finding")?.clone();
    window.keys("f")?;
    window.wait_for("it is set aside", |window| {
        Ok((!rows(window)?.contains(&second)).then_some(()))
    })?;
    assert_eq!(map.board()?.dismissals.len(), 1);
    window.keys("Control+z")?;
    window
        .wait_for("it is said again", |window| Ok(rows(window)?.contains(&second).then_some(())))?;
    window.keys("Control+Shift+z")?;
    window.wait_for("it is aside again", |window| {
        Ok((!rows(window)?.contains(&second)).then_some(()))
    })?;

    // Another text is another matter.
    let board = map.board()?;
    let id = item(&board, &second)?.id;
    let title = Some(format!("{second} column"));
    Document::open(&map.path)?.edit(&Edit::ChangeItem {
        item: id,
        title,
        story: None,
        notes: None,
    })?;
    window.wait_for("its new text is looked at", |window| {
        Ok(rows(window)?.iter().any(|row| row.starts_with(&second)).then_some(()))
    })?;
    assert!(before.dismissals.is_empty());
    Ok(())
}

#[test]
fn where_most_looks_technical_one_line_says_so_and_leads_to_sorting() -> TestResult {
    let desk = Desk::new()?;
    let path = desk.home().join("list.storymap");
    let mut document = Document::create(&path, "Lunch")?;
    document.edit(&Edit::AddActivity { title: Some("Pay".into()), before: None })?;
    let to = Place { step: None, slice: None, before: None };
    for title in [
        "Implement API endpoint",
        "Write unit tests",
        "Add fields to database",
        "Set up CI pipeline",
        "Refactor payment service",
        "Database migration script",
    ] {
        document.edit(&Edit::AddItem { title: title.into(), to, sprint: None })?;
    }
    drop(document);
    let window = desk.open([&path])?;
    window.resize(1440, 900)?;
    window.says("[data-mostly-technical]", "looks like tasks")?;
    window.keys("Control+2")?;
    window.wait_for("no finding on a workshop's wall", |window| {
        Ok(window.find_all("[data-mostly-technical]")?.is_empty().then_some(()))
    })?;
    window.keys("Control+1")?;
    window.find("[data-mostly-technical] button")?.script("arguments[0].click()")?;
    window.says("[data-region=sheet]", "Sort 6 tasks")?;
    Ok(())
}
