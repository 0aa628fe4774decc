//! Ways to look at the map: lenses, Sprints as bands, folds, focus. None of it is in the file, and all
//! of it is said.

use throughline_core::board::SprintId;
use throughline_tests::TestResult;

use crate::corner::{Corner, card, item, slice, wait_for_verdict};
use crate::harness::{Desk, Point, Result, Window};

/// Puts the focus of the keyboard on a spot.
fn go(window: &Window<'_>, spot: &str) -> TestResult {
    window.find(&format!("[data-spot=\"{spot}\"]"))?;
    window.script(
        "document.querySelector(`[data-spot=\"${arguments[0]}\"]`).focus()",
        &[spot.into()],
    )?;
    Ok(())
}

#[test]
fn the_workshop_lens_is_worn_by_key_hides_the_plan_until_it_is_asked_and_takes_cards_and_lines()
-> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let regulars = slice(&board, "Regulars")?;
    wait_for_verdict(&window, regulars, "gaps")?;

    window.keys("Control+2")?;
    window.told("Workshop lens")?;
    window.find("[data-lens=workshop][data-contrast=high] .foot")?;
    assert!(
        window.find_all("[data-verdict]")?.is_empty(),
        "no pill and no line before it is asked"
    );
    let small = window.script(
        "return [...document.querySelectorAll('.map .card .line, .map .head .name, .map .count, .foot button')]
            .map((each) => parseFloat(getComputedStyle(each).fontSize)).filter((size) => size < 22).length",
        &[],
    )?;
    assert_eq!(small, 0, "everything on the wall is 22 px or more");

    window.keys("v")?;
    window.told("is shown")?;
    wait_for_verdict(&window, regulars, "gaps")?;
    window.keys("v")?;
    window.told("is hidden")?;

    go(&window, &format!("head {}", regulars.id))?;
    window.keys("n")?;
    window.find(".foot input")?;
    window.type_text("Pay with a smile")?;
    window.keys("Enter")?;
    window.told("Pay with a smile is in")?;
    window.type_text("Pay with a wave")?;
    window.keys("Enter")?;
    window.told("Pay with a wave is in")?;
    window.keys("Escape")?;
    let written = map.board()?;
    let smiles: Vec<_> = written
        .items
        .iter()
        .filter(|item| item.title.as_str().starts_with("Pay with a "))
        .collect();
    assert!(
        smiles.len() >= 2
            && smiles.iter().rev().take(2).all(|item| item.slice == Some(regulars.id))
    );

    go(&window, &format!("head {}", slice(&written, "Walking skeleton")?.id))?;
    window.keys("l")?;
    window.find(".head textarea, .head input")?;
    window.keys("Control+a")?;
    window.type_text("Second day")?;
    window.keys("Enter")?;
    window.wait_for("the new slice under the one in focus", |_| {
        let board = map.board()?;
        let names: Vec<_> = board.slices.iter().map(|slice| slice.name.to_string()).collect();
        Ok((names[..2] == ["Walking skeleton", "Second day"]).then_some(()))
    })?;

    window.keys("Control+1")?;
    window.told("Team lens")?;
    wait_for_verdict(&window, regulars, "gaps")?;
    Ok(())
}

#[test]
fn sprints_as_bands_are_made_named_moved_and_deleted_in_place_with_undo() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    let names = || -> Result<Vec<String>> {
        Ok(map.board()?.sprints.iter().map(|sprint| sprint.name.to_string()).collect())
    };
    let there = names()?;
    wait_for_verdict(&window, slice(&before, "Regulars")?, "gaps")?;

    window.keys("b")?;
    window.told("Bands are Sprints")?;
    go(&window, "add-slice")?;
    window.keys("Enter")?;
    window.find(".add textarea, .add input")?;
    window.type_text("Sprint 99")?;
    window.keys("Enter")?;
    let made: SprintId = window.wait_for("the Sprint in the file", |_| {
        let board = map.board()?;
        let made = board.sprints.iter().find(|sprint| sprint.name.as_str() == "Sprint 99");
        Ok(made.map(|sprint| sprint.id))
    })?;
    go(&window, &format!("head {made}"))?;
    window.keys("F2")?;
    window.find(".head textarea, .head input")?;
    window.keys("Control+a")?;
    window.type_text("Sprint 100")?;
    window.keys("Enter")?;
    window.wait_for("its new name", |_| {
        Ok(names()?.contains(&"Sprint 100".to_owned()).then_some(()))
    })?;
    window.keys("Alt+ArrowUp")?;
    window.wait_for("it is the last but one", |_| {
        let names = names()?;
        Ok((names.get(names.len() - 2).map(String::as_str) == Some("Sprint 100")).then_some(()))
    })?;
    // The hand does the same: over the head of the first one, and it is the first.
    let heads = window.find_all(".head[data-spot^=\"head \"]")?;
    let from = window.find(&format!("[data-spot=\"head {made}\"]"))?.centre()?;
    let first = heads.first().ok_or("no head")?.centre()?;
    window.drag(from, first.offset(0.0, -30.0))?;
    window.wait_for("it is the first", |_| {
        Ok((names()?.first().map(String::as_str) == Some("Sprint 100")).then_some(()))
    })?;
    window.keys("Delete")?;
    window.wait_for("it is gone", |_| Ok((names()? == there).then_some(())))?;
    for _ in 0..5 {
        window.keys("Control+z")?;
    }
    window.wait_for("the map as it was", |_| Ok((map.board()? == before).then_some(())))?;
    // In an empty cell a letter begins a card; anywhere else it is a key of the window.
    go(&window, "add-slice")?;
    window.keys("b")?;
    window.told("Bands are slices")?;
    Ok(())
}

#[test]
fn activities_steps_and_bands_fold_by_a_key_and_unfold_by_it() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let pay = board
        .activities
        .iter()
        .find(|row| row.title.as_ref().is_some_and(|title| title.as_str() == "Find a café"))
        .ok_or("no such activity")?;
    go(&window, &format!("activity {}", pay.id))?;
    window.keys("-")?;
    window.told("Find a café is folded")?;
    window.find("[data-shut]")?;
    let steps: Vec<_> = board.steps.iter().filter(|step| step.activity == pay.id).collect();
    for step in &steps {
        assert!(window.find_all(&format!("[data-spot=\"step {}\"]", step.id))?.is_empty());
    }
    window.keys("-")?;
    window.told("Find a café is open")?;
    window.find(&format!("[data-spot=\"step {}\"]", steps[0].id))?;

    let regulars = slice(&board, "Regulars")?;
    go(&window, &format!("head {}", regulars.id))?;
    window.keys("-")?;
    window.told("Regulars is folded")?;
    window.wait_for("its cells to be gone", |window| {
        let cells = window.find_all(&format!("[data-spot^=\"cell {}\"]", regulars.id))?;
        Ok(cells.is_empty().then_some(()))
    })?;
    window.keys("-")?;
    window.told("Regulars is open")?;
    assert_eq!(map.board()?, board, "looking changes nothing");
    Ok(())
}

#[test]
fn focus_dims_the_rest_which_is_still_there_and_escape_leaves_it() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let regulars = slice(&map.board()?, "Regulars")?.id;
    go(&window, &format!("head {regulars}"))?;
    window.keys("f")?;
    window.told("Focus on slice Regulars")?;
    let opacity = |spot: &str| -> Result<String> {
        let css = "return getComputedStyle(document.querySelector(arguments[0])).opacity";
        Ok(window.script(css, &[spot.into()])?.as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(opacity(&format!("[data-spot=\"head {regulars}\"]"))?, "1");
    assert_eq!(opacity(".head.dim")?, "0.28");
    assert!(window.find("footer")?.text()?.contains("Focus on slice Regulars"));
    window.keys("Escape")?;
    window.told("The whole map is seen again")?;
    assert!(window.find_all(".dim")?.is_empty());
    Ok(())
}

#[test]
fn later_shows_a_few_cards_of_a_cell_and_its_button_the_others() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let step = map.board()?.columns().first().map(|step| step.id).ok_or("no column")?;
    {
        let mut document = throughline_core::document::Document::open(&map.path)?;
        for number in 1..=9 {
            document.edit(&throughline_core::edit::Edit::AddItem {
                title: format!("Waiting {number}"),
                to: throughline_core::board::Place { step: Some(step), slice: None, before: None },
                sprint: None,
            })?;
        }
    }
    let window = desk.open([&map.path])?;
    let more = format!("[data-spot=\"more {step}\"]");
    window.find("[data-spot=\"head later\"]")?;
    window.script(
        "document.querySelector('[role=grid]').dispatchEvent(new WheelEvent('wheel', { deltaY: 4000, bubbles: true, cancelable: true }))",
        &[],
    )?;
    window.find(&more)?;
    go(&window, &format!("more {step}"))?;
    window.keys("ArrowUp")?;
    window.keys("ArrowDown")?;
    let on = window.script("return document.activeElement.dataset.spot", &[])?;
    assert_eq!(on, format!("more {step}"), "the arrows come to it");
    window.keys("Enter")?;
    window.told("All cards of Later are shown")?;
    window.wait_for("no button is left", |window| {
        Ok(window.find_all(&more)?.is_empty().then_some(()))
    })?;
    Ok(())
}

#[test]
fn a_card_dropped_into_a_sprint_is_selected_for_it_and_one_undo_takes_it_out() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    wait_for_verdict(&window, slice(&before, "Regulars")?, "gaps")?;
    window.keys("b")?;
    window.told("Bands are Sprints")?;
    let stands = before.sprint_of_items();
    let first = before.sprints.iter().next().ok_or("no Sprint")?.id;
    let held = before
        .items
        .iter()
        .find(|item| item.step.is_some() && stands.get(&item.id).is_some_and(|at| *at != first))
        .ok_or("no PBI in another Sprint")?;
    let step = held.step.ok_or("it has a step")?;
    let cell = window.find(&format!("[data-spot=\"cell {first}/{step}\"]"))?;
    window.drag(card(&window, held)?.centre()?, cell.centre()?)?;
    let moved = window.wait_for("the card in the Sprint", |_| {
        let board = map.board()?;
        let there = board.sprint_of_items().get(&held.id) == Some(&first);
        Ok(there.then_some(board))
    })?;
    let row = moved.items.get(held.id).ok_or("it is gone")?;
    assert_eq!((row.slice, row.step), (held.slice, held.step), "its slice stays");
    window.keys("Control+z")?;
    window.wait_for("the map as it was", |_| Ok((map.board()? == before).then_some(())))?;
    Ok(())
}

#[test]
fn a_card_dropped_on_a_folded_band_is_in_it() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    let skeleton = slice(&before, "Walking skeleton")?;
    go(&window, &format!("head {}", skeleton.id))?;
    window.keys("-")?;
    window.told("Walking skeleton is folded")?;
    let held = item(&before, "Pin a favourite café")?;
    let head = window.find(&format!("[data-spot=\"head {}\"]", skeleton.id))?;
    let from = card(&window, held)?.centre()?;
    let to = Point { x: from.x, y: head.centre()?.y };
    window.drag(from, to)?;
    window.wait_for("the card in the folded slice", |_| {
        let board = map.board()?;
        let row = board.items.get(held.id).ok_or("it is gone")?;
        Ok((row.slice == Some(skeleton.id) && row.step == held.step).then_some(()))
    })?;
    Ok(())
}
