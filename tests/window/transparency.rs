//! The backlog on a page, and the pass over it by keys.

use throughline_core::board::{Board, ItemId};
use throughline_tests::TestResult;

use crate::corner::Corner;
use crate::harness::{Desk, Result};

const SHEET: &str = "[data-region=sheet]";

fn tagged(board: &Board, tag: &str) -> Vec<ItemId> {
    let tags: Vec<_> = board.tags.iter().filter(|row| row.name.as_str() == tag).collect();
    let ties = board.item_tags.iter().filter(|tie| tags.iter().any(|row| row.id == tie.tag));
    ties.map(|tie| tie.item).collect()
}

#[test]
fn the_counts_are_those_of_the_map_after_each_edit_and_lead_to_what_hangs_in_the_air() -> TestResult
{
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    window.resize(1440, 900)?;
    window.find("[data-card]")?;
    window.keys("Control+Shift+b")?;
    window.says(SHEET, "By Product Goal")?;
    let count = |sort: usize| -> Result<u64> {
        let cell = format!("[data-part=\"The whole backlog\"] td:nth-of-type({})", sort + 1);
        Ok(window.find(&cell)?.text()?.trim().parse()?)
    };
    let board = map.board()?;
    let outcomes = board.items.iter();
    let outcomes = outcomes.filter(|row| row.kind == Some(throughline_core::board::Kind::Outcome));
    assert_eq!(count(1)?, outcomes.count() as u64);
    assert!(window.axe()?.is_empty(), "{:?}", window.axe()?);
    window.find("aside section:last-child li button")?.script("arguments[0].click()")?;
    window.wait_for("the task in hand", |window| {
        let spot = window.script("return document.activeElement.dataset.spot ?? ''", &[])?;
        Ok(spot.as_str().is_some_and(|spot| spot.starts_with("card ")).then_some(()))
    })?;
    Ok(())
}

#[test]
fn keep_let_go_and_ask_are_keys_all_undone_and_go_to_the_tracker_as_a_list() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let before = map.board()?;
    let window = desk.open([&map.path])?;
    window.resize(1440, 900)?;
    window.find("[data-card]")?;
    window.keys("Control+Shift+b")?;
    window.says(SHEET, "By Product Goal")?;
    window.find("[data-region=sheet] .pages button:last-child, [data-region=sheet] .pages [role=radio]:last-child")?.script("arguments[0].click()")?;
    window.says(SHEET, "decided")?;
    assert!(window.axe()?.is_empty(), "{:?}", window.axe()?);
    window.find("[data-region=sheet] [role=listbox]")?.script("arguments[0].focus()")?;
    for (key, tag) in [("k", "kept"), ("l", "not needed"), ("a", "ask the team")] {
        window.keys(key)?;
        window.wait_for(tag, |_| Ok((tagged(&map.board()?, tag).len() == 1).then_some(())))?;
    }
    window.says(SHEET, "3 of ")?;
    let list = desk.home().join("decisions.csv");
    desk.pick(&list)?;
    window.by_role("button", "Save decisions as CSV")?.script("arguments[0].click()")?;
    window.wait_for("the list", |_| {
        let list = std::fs::read_to_string(&list).unwrap_or_default();
        Ok((list.lines().count() == 4 && list.contains("let go")).then_some(()))
    })?;
    for _ in 0..3 {
        window.keys("Control+z")?;
    }
    window.wait_for("the map as it was", |_| Ok((map.board()? == before).then_some(())))?;
    Ok(())
}
