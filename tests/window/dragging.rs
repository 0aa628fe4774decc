//! What the pointer moves: it selects, drags, hints at what would come, and lets go.

use throughline_core::board::{Board, GoalState, Place, SliceId, StepId, Task};
use throughline_core::document::Document;
use throughline_core::edit::Edit;
use throughline_tests::TestResult;

use crate::corner::{Corner, card, item, slice, wait_for_verdict};
use crate::harness::{Desk, Point, Result, Window};

/// The titles of the selected cards, in the order of the page.
fn selected(window: &Window<'_>) -> Result<Vec<String>> {
    let titles = window.script(
        "return [...document.querySelectorAll('[data-card].selected')]
            .map((card) => [...card.querySelectorAll('.line')].map((line) => line.textContent.trim()).join(' ')).sort()",
        &[],
    )?;
    Ok(serde_json::from_value(titles)?)
}

fn wait_for_selected(window: &Window<'_>, titles: &[&str]) -> Result<()> {
    window.wait_for(&format!("selected: {titles:?}"), |window| {
        Ok((selected(window)? == titles).then_some(()))
    })
}

#[test]
fn cards_are_picked_with_a_rectangle_with_shift_with_ctrl_and_all_of_a_cell_by_key() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    wait_for_verdict(&window, slice(&board, "Regulars")?, "gaps")?;
    let pin = card(&window, item(&board, "Pin a favourite café")?)?.centre()?;
    let near = card(&window, item(&board, "See which cafés serve my usual")?)?.centre()?;

    // From the gap left above the first card into the second one.
    window.press_at(pin.offset(-74.0, -50.0))?;
    window.move_to(pin.offset(-74.0, -50.0), near)?;
    window.find("[data-marquee]")?;
    wait_for_selected(&window, &["Pin a favourite café", "See which cafés serve my usual"])?;
    window.release()?;
    window.wait_for("no rectangle", |window| {
        Ok(window.find_all("[data-marquee]")?.is_empty().then_some(()))
    })?;
    wait_for_selected(&window, &["Pin a favourite café", "See which cafés serve my usual"])?;

    window.hold_key("Control")?;
    window.click_at(pin)?;
    window.release_key("Control")?;
    wait_for_selected(&window, &["See which cafés serve my usual"])?;

    // Elsewhere in between, or the second press on the same card would be a double one.
    window.click_at(near)?;
    window.click_at(pin)?;
    window.hold_key("Shift")?;
    window.click_at(near)?;
    window.release_key("Shift")?;
    wait_for_selected(&window, &["Pin a favourite café", "See which cafés serve my usual"])?;

    // Empty ground lets go of all, and Esc in the middle of a rectangle brings back what was selected.
    window.click_at(pin)?;
    let ground: Point = pin.offset(-74.0, -50.0);
    window.press_at(ground)?;
    window.move_to(ground, near)?;
    wait_for_selected(&window, &["Pin a favourite café", "See which cafés serve my usual"])?;
    window.keys("Escape")?;
    wait_for_selected(&window, &["Pin a favourite café"])?;
    window.release()?;
    window.click_at(ground)?;
    wait_for_selected(&window, &[])?;

    window.click_at(near)?;
    window.keys("Control+a")?;
    window.keys("Control+a")?;
    window.wait_for("the band is selected", |window| {
        Ok(Some(selected(window)?).filter(|titles| titles.len() > 4))
    })?;
    Ok(())
}

#[test]
fn cards_held_over_a_slice_show_what_would_come_and_esc_leaves_nothing_of_it() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let regulars = slice(&board, "Regulars")?;
    wait_for_verdict(&window, regulars, "gaps")?;
    let later = item(&board, "Order the same again")?;
    window.wheel(4000, 250)?;

    let cell = format!("[data-spot=\"cell {}/{}\"]", regulars.id, later.step.ok_or("a step")?);
    let (from, to) = (card(&window, later)?.centre()?, window.find(&cell)?.centre()?);
    window.press_at(from)?;
    window.move_to(from, to)?;
    let head = format!("[data-spot=\"head {}\"]", regulars.id);
    let plan = format!("{head}[data-verdict=gaps][data-plan=end-to-end] .pill[data-from=gaps]");
    let pill = window.find(&plan)?.script("return arguments[0].textContent")?;
    let words = pill.as_str().map(|pill| pill.split_whitespace().collect::<Vec<_>>().join(" "));
    assert_eq!(words.as_deref(), Some("Gaps End to end"));
    window.keys("Escape")?;
    window.find(&format!("{head}[data-plan=gaps]"))?;
    window.release()?;
    assert!(window.find_all(".pill[data-from]")?.is_empty());
    assert_eq!(map.board()?, board, "nothing was changed, and the history has nothing of it");
    Ok(())
}

#[test]
fn selected_cards_are_dragged_together_counted_and_taken_back_by_one_undo() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    let regulars = slice(&before, "Regulars")?;
    wait_for_verdict(&window, regulars, "gaps")?;
    let [pin, near] =
        [item(&before, "Pin a favourite café")?, item(&before, "See which cafés serve my usual")?];
    let skeleton = slice(&before, "Walking skeleton")?;
    let step = near.step.ok_or("a step")?;
    let there: Vec<_> = cell(&before, step, skeleton.id);

    window.click_at(card(&window, near)?.centre()?)?;
    window.hold_key("Control")?;
    window.click_at(card(&window, pin)?.centre()?)?;
    window.release_key("Control")?;
    let from = card(&window, pin)?.centre()?;
    let to = window.find(&format!("[data-spot=\"cell {}/{step}\"]", skeleton.id))?.centre()?;
    window.press_at(from)?;
    window.move_to(from, to)?;
    assert_eq!(window.find(".ghost .count")?.text()?, "2");
    window.release()?;
    let moved = window.wait_for("both in one cell", |_| {
        let cards = cell(&map.board()?, step, skeleton.id);
        Ok((cards.len() == there.len() + 2).then_some(cards))
    })?;
    assert_eq!(
        moved[there.len()..],
        [pin.title.to_string(), near.title.to_string()],
        "in the order in which they lay, whichever was picked first"
    );
    window.wait_for("an empty hand", |window| {
        Ok(window.find_all(".ghost, [data-moving]")?.is_empty().then_some(()))
    })?;

    window.keys("Control+z")?;
    window.wait_for("both back", |_| Ok((map.board()? == before).then_some(())))?;
    Ok(())
}

/// The titles of the PBIs in a cell, from above.
fn cell(board: &Board, step: StepId, slice: SliceId) -> Vec<String> {
    let mut items: Vec<_> = board
        .items
        .iter()
        .filter(|item| item.step == Some(step) && item.slice == Some(slice))
        .collect();
    items.sort_by_key(|item| (item.rank.clone(), item.id));
    items.iter().map(|item| item.title.to_string()).collect()
}

#[test]
fn steps_activities_slices_and_goals_are_dragged_with_all_in_them_and_each_by_one_undo_back()
-> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    let regulars = slice(&before, "Regulars")?;
    wait_for_verdict(&window, regulars, "gaps")?;
    let columns: Vec<_> = before.columns().into_iter().map(|step| step.id).collect();
    let undone = || -> TestResult {
        window.keys("Control+z")?;
        window.wait_for("the map as it was", |_| Ok((map.board()? == before).then_some(())))?;
        Ok(())
    };

    // The second step in front of the first.
    let [first, second] = [columns[0], columns[1]];
    let from = spot(&window, &format!("step {second}"))?;
    let to = spot(&window, &format!("step {first}"))?.offset(-40.0, 0.0);
    window.press_at(from)?;
    window.move_to(from, to)?;
    window.find("[data-carry-line]")?;
    window.release()?;
    window.wait_for("the steps the other way round", |_| {
        let board = map.board()?;
        let now: Vec<_> = board.columns().into_iter().map(|step| step.id).collect();
        Ok((now[..2] == [second, first]).then_some(()))
    })?;
    undone()?;

    // The first activity behind the second.
    let activities: Vec<_> = before.activities.iter().map(|row| row.id).collect();
    let from = spot(&window, &format!("activity {}", activities[0]))?;
    let to = spot(&window, &format!("activity {}", activities[1]))?.offset(60.0, 0.0);
    window.drag(from, to)?;
    window.wait_for("the activities the other way round", |_| {
        let board = map.board()?;
        let mut rows: Vec<_> = board.activities.iter().collect();
        rows.sort_by_key(|row| (row.rank.clone(), row.id));
        Ok((rows[0].id == activities[1] && rows[1].id == activities[0]).then_some(()))
    })?;
    undone()?;

    // Regulars above the slice over it.
    let from = spot(&window, &format!("head {}", regulars.id))?;
    let rush = slice(&before, "Rush hour")?;
    let to = spot(&window, &format!("head {}", rush.id))?.offset(0.0, -40.0);
    window.drag(from, to)?;
    window.wait_for("Regulars above Rush hour", |_| {
        let board = map.board()?;
        let [regulars, rush] = [slice(&board, "Regulars")?, slice(&board, "Rush hour")?];
        Ok((regulars.rank < rush.rank).then_some(()))
    })?;
    undone()?;

    // Esc puts all of it back.
    window.press_at(from)?;
    window.move_to(from, to)?;
    window.find("[data-carry-line]")?;
    window.keys("Escape")?;
    window.release()?;
    window.wait_for("an empty hand", |window| {
        Ok(window.find_all("[data-dragging], [data-carry-line]")?.is_empty().then_some(()))
    })?;
    assert_eq!(map.board()?, before);

    // The active goal begins one activity later.
    let goal = before.goals.iter().find(|goal| goal.state == GoalState::Active).ok_or("a goal")?;
    let end = format!("[data-goal=\"{}\"] [data-goal-end=first]", goal.id);
    let from = window.find(&end)?.centre()?;
    let to = spot(&window, &format!("activity {}", activities[1]))?;
    window.drag(from, Point { x: to.x, y: from.y })?;
    window.wait_for("the goal without the first activity", |_| {
        let board = map.board()?;
        let named: Vec<_> = board
            .goal_activities
            .values()
            .filter(|link| link.goal == goal.id)
            .map(|link| link.activity)
            .collect();
        Ok((!named.is_empty() && !named.contains(&activities[0])).then_some(()))
    })?;
    undone()
}

/// The middle of a spot of the map.
fn spot(window: &Window<'_>, key: &str) -> Result<Point> {
    window.find(&format!("[data-spot=\"{key}\"]"))?.centre()
}

#[test]
fn a_task_alone_in_a_slice_comes_home_to_its_pbi_and_one_of_the_tray_finds_a_pbi_or_a_slice()
-> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    wait_for_verdict(&window, slice(&before, "Regulars")?, "gaps")?;
    let alone = task(&before, "Slot capacity query")?;
    let pick = item(&before, "Pick a time slot to collect")?;
    assert!(alone.slice.is_some() && alone.item == Some(pick.id), "the example has it so");
    window.wheel(0, 100)?;
    let pieces = format!("[data-card=\"{}\"].pieces", pick.id);
    window.find(&pieces)?;

    let from = window.find(&format!("[data-card=\"{}\"]", alone.id))?.centre()?;
    let to = card(&window, pick)?.centre()?;
    window.press_at(from)?;
    window.move_to(from, to)?;
    window.find("[data-card].over")?;
    window.release()?;
    window.wait_for("the task with its PBI", |_| {
        Ok(task(&map.board()?, "Slot capacity query")?.slice.is_none().then_some(()))
    })?;
    window
        .wait_for("a whole PBI", |window| Ok(window.find_all(&pieces)?.is_empty().then_some(())))?;
    window.keys("Control+z")?;
    window.find(&pieces)?;
    window.wait_for("the map as it was", |_| Ok((map.board()? == before).then_some(())))?;

    // From the tray onto a PBI, and into a slice over its head.
    let token = task(&before, "Register device token")?;
    let row = format!("[data-card=\"{}\"]", token.id);
    let from = window.find(&row)?.centre()?;
    window.drag(from, card(&window, pick)?.centre()?)?;
    window.wait_for("a task of the PBI", |_| {
        Ok((task(&map.board()?, "Register device token")?.item == Some(pick.id)).then_some(()))
    })?;
    window.keys("Control+z")?;
    let from = window.find(&row)?.centre()?;
    let skeleton = slice(&before, "Regulars")?;
    window.drag(from, spot(&window, &format!("head {}", skeleton.id))?)?;
    window.wait_for("a loose task in the slice", |_| {
        Ok((task(&map.board()?, "Register device token")?.slice == Some(skeleton.id)).then_some(()))
    })?;
    // And back into the tray.
    let on_map = window.wait_for("its card on the map", |window| {
        let shut = window.find_all("[data-spot=across]")?;
        Ok(shut.into_iter().next())
    })?;
    on_map.click()?;
    let from = window.find(&row)?.centre()?;
    window.drag(from, window.find("[data-drop=tray] h2")?.centre()?)?;
    window.wait_for("the task in the tray", |_| {
        Ok(task(&map.board()?, "Register device token")?.slice.is_none().then_some(()))
    })?;
    Ok(())
}

#[test]
fn with_alt_a_card_keeps_its_step_and_with_ctrl_it_stands_in_one_more() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    wait_for_verdict(&window, slice(&before, "Regulars")?, "gaps")?;
    let sells = item(&before, "See what sells out early today")?;
    let rush = slice(&before, "Rush hour")?;
    let other = before.columns()[1].id;
    let from = card(&window, sells)?.centre()?;

    let to = spot(&window, &format!("cell {}/{other}", rush.id))?;
    window.press_at(from)?;
    window.move_to(from, to)?;
    window.hold_key("Alt")?;
    window.release()?;
    window.release_key("Alt")?;
    let moved = window.wait_for("the card in the other slice", |_| {
        let board = map.board()?;
        let moved = item(&board, "See what sells out early today")?;
        Ok((moved.slice == Some(rush.id)).then_some(moved.step))
    })?;
    assert_eq!(moved, sells.step);
    window.keys("Control+z")?;
    window.wait_for("the map as it was", |_| Ok((map.board()? == before).then_some(())))?;

    window.press_at(from)?;
    window.move_to(from, to)?;
    window.hold_key("Control")?;
    window.release()?;
    window.release_key("Control")?;
    window.find(".card.reference")?;
    let board = map.board()?;
    let now = item(&board, "See what sells out early today")?;
    assert_eq!((now.step, now.slice), (sells.step, sells.slice), "it stays where it was");
    window.keys("Control+z")?;
    window.wait_for("the map as it was", |_| Ok((map.board()? == before).then_some(())))?;
    Ok(())
}

#[test]
fn where_nothing_is_across_a_slot_for_it_opens_while_a_card_is_dragged() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    let regulars = slice(&before, "Regulars")?;
    wait_for_verdict(&window, regulars, "gaps")?;
    let pin = item(&before, "Pin a favourite café")?;
    let from = card(&window, pin)?.centre()?;
    assert!(window.find_all("[data-across-slot]")?.is_empty());
    window.press_at(from)?;
    window.move_to(from, from.offset(-40.0, 0.0))?;
    window.wait_for("the slot has opened", |window| {
        let moves = "return document.querySelector('[data-slot] .layer').getAnimations().length";
        Ok((window.script(moves, &[])? == 0).then_some(()))
    })?;
    let slot = window.find("[data-across-slot]")?.centre()?;
    window.move_to(from.offset(-40.0, 0.0), Point { x: slot.x, y: from.y })?;
    window.find("[data-across-slot] .over")?;
    window.release()?;
    window.wait_for("the card Across in its slice", |_| {
        let board = map.board()?;
        let now = item(&board, "Pin a favourite café")?;
        Ok((now.step.is_none() && now.slice == pin.slice).then_some(()))
    })?;
    window.find("[data-spot=across]")?;
    assert!(window.find_all("[data-across-slot]")?.is_empty());
    Ok(())
}

/// The task of that title.
fn task<'board>(board: &'board Board, title: &str) -> Result<&'board Task> {
    let named = board.tasks.iter().find(|task| task.title.as_str() == title);
    Ok(named.ok_or_else(|| format!("no task {title}"))?)
}

#[test]
fn across_opens_under_a_card_that_rests_over_it() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let board = map.board()?;
    let regulars = slice(&board, "Regulars")?;
    let near = item(&board, "See which cafés serve my usual")?;
    let to = Place { step: None, slice: Some(regulars.id), before: None };
    Document::open(&map.path)?.edit(&Edit::MoveItems { items: vec![near.id], to })?;
    let window = desk.open([&map.path])?;
    wait_for_verdict(&window, regulars, "gaps")?;

    let from = card(&window, item(&board, "Pin a favourite café")?)?.centre()?;
    let shut = window.find(&format!("[data-spot=\"cell {}/across\"]", regulars.id))?.centre()?;
    window.press_at(from)?;
    window.move_to(from, Point { x: shut.x, y: from.y })?;
    // Its cards are in the page only while it is open.
    card(&window, near)?;
    window.keys("Escape")?;
    window.release()?;
    Ok(())
}
