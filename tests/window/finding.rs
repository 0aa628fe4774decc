//! The first start and what comes after it: the ways in, the maps of before, and what is on the map and
//! can be done, by words.

use throughline_core::board::{GoalState, Item};
use throughline_core::document::Document;
use throughline_tests::TestResult;

use crate::corner::{Corner, card, item};
use crate::harness::{Desk, Result, Window};

/// Opens “Find or do” and asks for words.
fn ask(window: &Window<'_>, words: &str) -> TestResult {
    window.keys("Control+k")?;
    window.by_role("combobox", "Find or do")?;
    window.type_text(words)?;
    Ok(())
}

/// Waits until the line that Enter would take says this.
fn wait_for_first(window: &Window<'_>, words: &str) -> TestResult {
    window.wait_for(&format!("“{words}” is chosen"), |window| {
        let chosen = window.find("[role=option][aria-selected=true]")?.text()?;
        Ok(chosen.contains(words).then_some(()))
    })?;
    Ok(())
}

/// Waits until the keyboard is on a card that can be seen.
fn wait_for_focus(window: &Window<'_>, item: &Item) -> TestResult {
    window.wait_for("the focus on the card, in the window", |window| {
        let seen = window.script(
            "const card = document.activeElement, box = card.getBoundingClientRect();
             return card.dataset.spot === `card ${arguments[0]}` &&
               box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight",
            &[item.id.to_string().into()],
        )?;
        Ok(seen.as_bool().filter(|seen| *seen))
    })?;
    Ok(())
}

fn is_shown(window: &Window<'_>, item: &Item) -> Result<bool> {
    Ok(!window.find_all(&format!("[data-card=\"{}\"]", item.id))?.is_empty())
}

#[test]
fn words_lead_to_a_card_that_is_folded_away_and_to_what_can_be_done() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let far = item(&board, "Pin a favourite café")?;
    let band = far.slice.map_or("later".to_owned(), |slice| slice.to_string());
    card(&window, far)?;
    window.script(
        "document.querySelector(`[data-spot=\"head ${arguments[0]}\"]`).focus()",
        &[band.into()],
    )?;
    window.keys("-")?;
    window.wait_for("the band folded", |window| Ok((!is_shown(window, far)?).then_some(())))?;

    ask(&window, "cafe PIN")?;
    wait_for_first(&window, "Pin a favourite café")?;
    assert_eq!(window.axe()?, Vec::<String>::new(), "every rule of axe holds");
    window.keys("Enter")?;
    wait_for_focus(&window, far)?;

    ask(&window, "workshop")?;
    wait_for_first(&window, "Look as in a workshop")?;
    window.keys("Enter")?;
    window.find("[data-lens=workshop] .foot")?;
    Ok(())
}

#[test]
fn a_start_from_a_goal_asks_for_no_file_and_the_map_is_a_click_away_at_the_next_start() -> TestResult
{
    let desk = Desk::new()?;
    let window = desk.open::<&str>([])?;
    window.find("main.empty")?;
    window.keys("g")?;
    window.by_role("textbox", "Product Goal")?;
    window.type_text("Regulars skip the queue")?;
    window.keys("Enter")?;
    window.by_role("textbox", "Measure of the Product Goal")?;
    window.type_text("Order to cup: 4 min")?;
    window.keys("Enter")?;
    window.by_role("textbox", "New activity")?;
    window.type_text("Find a café")?;
    window.keys("Enter")?;
    let path = desk.home().join("Throughline/Untitled map.storymap");
    let board = window.wait_for("the activity in the file", |_| {
        let board = Document::open_to_read(&path)?.read_board()?;
        Ok(Some(board).filter(|board| !board.activities.is_empty()))
    })?;
    let goal = board.goals.iter().next().ok_or("the goal")?;
    assert_eq!((goal.measure.as_str(), goal.state), ("Order to cup: 4 min", GoalState::Active));
    window.end()?;

    let window = desk.open::<&str>([])?;
    window.by_role("heading", "Recent maps")?;
    assert_eq!(window.axe()?, Vec::<String>::new(), "every rule of axe holds");
    window.find("main li button.map")?.click()?;
    window.find("[data-spot^=\"activity \"]")?;

    // Where it is gone, the list says so and lets it go.
    window.end()?;
    std::fs::remove_file(&path)?;
    let window = desk.open::<&str>([])?;
    window.by_role("button", "Take Untitled map off this list")?.click()?;
    window.wait_for("an empty list", |window| {
        Ok(window.find_all("main li")?.is_empty().then_some(()))
    })?;
    Ok(())
}

#[test]
fn high_contrast_and_dark_are_chosen_by_words_and_there_at_the_next_start() -> TestResult {
    let desk = Desk::new()?;
    let window = desk.open::<&str>([])?;
    window.find("main.empty")?;
    for words in ["high contrast", "dark"] {
        ask(&window, words)?;
        window.find("[role=option][aria-selected=true] b")?;
        window.keys("Enter")?;
    }
    window.find("[data-theme=dark][data-contrast=high]")?;
    window.end()?;
    let window = desk.open::<&str>([])?;
    window.find("[data-theme=dark][data-contrast=high] main.empty")?;

    // Every key is on one sheet, which Esc closes.
    window.keys("F1")?;
    window.by_role("dialog", "Keys")?;
    window.keys("Escape")?;
    window.wait_for("the sheet gone", |window| {
        Ok(window.find_all("dialog")?.is_empty().then_some(()))
    })?;
    Ok(())
}
