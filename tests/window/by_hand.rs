//! Cards are made, named and dragged, and every step can be taken back.

use throughline_core::slicing::Verdict;
use throughline_tests::TestResult;

use crate::corner::{Corner, card, item, slice, wait_for_verdict};
use crate::harness::Desk;

#[test]
fn a_card_is_written_into_a_cell_renamed_and_taken_back_by_keys_alone() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let neighbour = item(&board, "Pin a favourite café")?;
    card(&window, neighbour)?.click()?;

    window.keys("+")?;
    window.find("textarea, input")?;
    window.type_text("See who makes the best flat white")?;
    window.keys("Enter")?;
    window.keys("Escape")?;
    let written = window.wait_for("the card in the file", |_| {
        Ok(item(&map.board()?, "See who makes the best flat white").ok().cloned())
    })?;
    assert_eq!((written.step, written.slice), (neighbour.step, neighbour.slice));

    card(&window, &written)?.click()?;
    window.keys("F2")?;
    window.find("textarea, input")?;
    window.keys("Control+a")?;
    window.type_text("See who pours the best flat white")?;
    window.keys("Enter")?;
    window.wait_for("the new name in the file", |_| {
        Ok(item(&map.board()?, "See who pours the best flat white").ok().map(|item| item.id))
    })?;

    window.keys("Control+z")?;
    window.wait_for("the old name", |_| {
        Ok(item(&map.board()?, "See who makes the best flat white").ok().map(|item| item.id))
    })?;
    window.keys("Control+z")?;
    window.wait_for("the map as it was", |_| Ok((map.board()? == board).then_some(())))?;
    window.keys("Control+Shift+z")?;
    window.wait_for("the card again", |_| {
        Ok(item(&map.board()?, "See who makes the best flat white").ok().map(|item| item.id))
    })?;
    Ok(())
}

#[test]
fn a_card_dragged_into_the_hole_of_a_slice_closes_it_and_undo_works_after_a_restart() -> TestResult
{
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    let regulars = slice(&before, "Regulars")?;
    let later = item(&before, "Order the same again")?;
    wait_for_verdict(&window, regulars, "gaps")?;

    // To the right end of the map, where both the card and the hole are.
    window.script(
        "const wheel = new WheelEvent('wheel', { deltaX: 4000, deltaY: 250, bubbles: true, cancelable: true });
         document.querySelector('[role=grid]').dispatchEvent(wheel);",
        &[],
    )?;
    let step = later.step.ok_or("the card stands in a step")?;
    let cell = window.find(&format!("[data-spot=\"cell {}/{step}\"]", regulars.id))?;
    window.drag(card(&window, later)?.centre()?, cell.centre()?)?;

    wait_for_verdict(&window, regulars, "end-to-end")?;
    let moved = map.board()?;
    let moved = item(&moved, "Order the same again")?;
    assert_eq!((moved.step, moved.slice), (later.step, Some(regulars.id)), "seen in the file");
    assert_eq!(map.verdict("Regulars")?, Verdict::EndToEnd);

    window.end()?;
    let again = desk.open([&map.path])?;
    wait_for_verdict(&again, regulars, "end-to-end")?;
    again.keys("Control+z")?;
    wait_for_verdict(&again, regulars, "gaps")?;
    assert_eq!(map.board()?, before, "the map is what it was");
    Ok(())
}

#[test]
fn escape_lets_go_of_a_card_in_the_hand_and_nothing_happened() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    let held = card(&window, item(&before, "Pin a favourite café")?)?;
    let from = held.centre()?;
    window.press_at(from)?;
    window.move_to(from, from.offset(160.0, 0.0))?;
    window.find("[data-dragging]")?;
    window.keys("Escape")?;
    window.wait_for("an empty hand", |window| {
        Ok(window
            .script("return !document.querySelector('[data-dragging]')", &[])?
            .as_bool()
            .filter(|gone| *gone))
    })?;
    window.release()?;
    assert_eq!(map.board()?, before);
    Ok(())
}
