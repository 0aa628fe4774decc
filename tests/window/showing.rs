//! The pages of a Sprint: what people can do at its end, and its Sprint Backlog.

use throughline_core::board::Board;
use throughline_tests::TestResult;

use crate::corner::Corner;
use crate::harness::{Desk, Result, Window};

const SHEET: &str = "[data-region=sheet]";

/// Opens the menu of a Sprint's head and chooses an entry.
fn choose(window: &Window<'_>, board: &Board, sprint: &str, entry: &str) -> Result<()> {
    let row = board.sprints.iter().find(|row| row.name.as_str() == sprint).ok_or("no Sprint")?;
    window.keys("b")?;
    window.find(&format!("[data-spot=\"head {}\"]", row.id))?.script("arguments[0].focus()")?;
    window.keys("Shift+F10")?;
    window.wait_for(entry, |window| {
        let pressed = window.script(
            "const entry = [...document.querySelectorAll('[role=menuitem]')].find((it) => it.innerText.includes(arguments[0]));
             entry?.click(); return !!entry",
            &[entry.into()],
        )?;
        Ok(pressed.as_bool().filter(|pressed| *pressed))
    })?;
    Ok(())
}

#[test]
fn the_demo_list_names_whole_pbis_and_of_the_others_that_there_is_nothing_to_show() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    window.resize(1440, 900)?;
    window.find("[data-card]")?;
    choose(&window, &map.board()?, "Sprint 14", "Demo list")?;
    let said = window.says(SHEET, "Nothing to show yet")?;
    let (can, not_yet) = said.split_once("Nothing to show yet").ok_or("two parts")?;
    assert!(can.contains("can …"), "{said}");
    assert!(not_yet.contains("here"), "what is in pieces is named there: {said}");
    assert!(window.axe()?.is_empty(), "{:?}", window.axe()?);
    let page = desk.home().join("demo.md");
    desk.pick(&page)?;
    window.by_role("button", "Save as Markdown")?.script("arguments[0].click()")?;
    window.wait_for("the page", |_| Ok(page.is_file().then_some(())))?;
    window.keys("Escape")?;
    window.wait_for("the map", |window| {
        Ok(window.find_all("[data-region=sheet]")?.is_empty().then_some(()))
    })?;
    Ok(())
}

#[test]
fn the_sprint_backlog_has_its_goal_and_ticks_what_is_finished() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let before = map.board()?;
    let window = desk.open([&map.path])?;
    window.resize(1440, 900)?;
    window.find("[data-card]")?;
    choose(&window, &before, "Sprint 14", "Sprint Backlog")?;
    window.says(SHEET, "Regulars try slots for a week.")?;
    assert!(window.axe()?.is_empty(), "{:?}", window.axe()?);
    window
        .find("[data-region=sheet] .tasks [role=checkbox][aria-checked=false]")?
        .script("arguments[0].click()")?;
    let finished = |board: &Board| board.tasks.iter().filter(|task| task.done).count();
    window.wait_for("one task more is finished", |_| {
        Ok((finished(&map.board()?) == finished(&before) + 1).then_some(()))
    })?;
    window.keys("Control+z")?;
    window.wait_for("the map as it was", |_| Ok((map.board()? == before).then_some(())))?;
    Ok(())
}
