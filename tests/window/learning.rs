//! What Sprints brought: Increments recorded, a Sprint's end answered, feedback answered, two periods
//! compared, a goal handed over. All of it by keys, and all of it taken back.

use throughline_core::board::{Board, GoalState, Item, Usable};
use throughline_tests::TestResult;

use crate::corner::{Corner, card, item};
use crate::harness::{Desk, Result, Window};
use crate::second_team;

/// A file with the second team's map.
fn second_team(desk: &Desk) -> Result<Corner> {
    let path = desk.home().join("corner.storymap");
    second_team::on(&path)?;
    Ok(Corner { path })
}

/// Opens it, with the sheet of Increments.
fn open<'desk>(desk: &'desk Desk, map: &Corner) -> Result<Window<'desk>> {
    let window = desk.open([&map.path])?;
    window.find("[data-card]")?.script("arguments[0].focus()")?;
    window.keys("i")?;
    wait_for_text(&window, ".sheet h2", "Increments")?;
    wait_for(&window, "the book", |window| Ok(!window.find_all("[data-increment]")?.is_empty()))?;
    Ok(window)
}

fn wait_for(
    window: &Window<'_>,
    what: &str,
    mut holds: impl FnMut(&Window<'_>) -> Result<bool>,
) -> TestResult {
    window.wait_for(what, |window| Ok(holds(window)?.then_some(())))?;
    Ok(())
}

/// Waits until something that matches says this.
fn wait_for_text(window: &Window<'_>, css: &str, words: &str) -> TestResult {
    wait_for(window, &format!("“{words}” in {css}"), |window| {
        let there = window.script(
            "const [css, words] = arguments;
             const read = (it) => [it.innerText, it.value, it.ariaLabel].join(' ');
             return [...document.querySelectorAll(css)].some((it) => read(it).includes(words))",
            &[css.into(), words.into()],
        )?;
        Ok(there.as_bool() == Some(true))
    })
}

fn wait_for_board(
    window: &Window<'_>,
    map: &Corner,
    what: &str,
    holds: impl Fn(&Board) -> bool,
) -> Result<Board> {
    window.wait_for(what, |_| Ok(Some(map.board()?).filter(|board| holds(board))))
}

/// Waits for a dialog, and for what has the focus in it.
fn dialog(window: &Window<'_>) -> TestResult {
    wait_for(window, "the dialog", |window| {
        let there = window.script("return !!document.activeElement?.closest('dialog')", &[])?;
        Ok(there.as_bool() == Some(true))
    })
}

/// Presses a button by its words, wherever it is in front.
fn press(window: &Window<'_>, within: &str, words: &str) -> TestResult {
    wait_for(window, &format!("the button {words}"), |window| {
        let pressed = window.script(
            "const [within, words] = arguments;
             const named = (it) => (it.ariaLabel ?? it.innerText).trim().startsWith(words);
             const found = [...document.querySelectorAll(`${within} :is(button, [role=radio])`)].find(named);
             found?.focus(); found?.click(); return !!found",
            &[within.into(), words.into()],
        )?;
        Ok(pressed.as_bool() == Some(true))
    })
}

/// Takes changes back until the map is as it was.
fn undone(window: &Window<'_>, map: &Corner, before: &Board) -> TestResult {
    window.keys("Control+z")?;
    wait_for_board(window, map, "the map as it was", |board| board == before)?;
    Ok(())
}

#[test]
fn an_increment_is_recorded_of_what_meets_the_definition_of_done_and_told_in_place() -> TestResult {
    let desk = Desk::new()?;
    let map = second_team(&desk)?;
    let window = open(&desk, &map)?;
    let before = map.board()?;
    window.keys("i")?;
    dialog(&window)?;
    wait_for_text(&window, "dialog input", "A favourite at hand")?;
    window.keys("Enter")?;
    let made =
        wait_for_board(&window, &map, "a fourth Increment", |board| board.increments.len() == 4)?;
    let row = made.increments.iter().next_back().ok_or("none")?;
    let sprint = row.sprint.and_then(|id| made.sprints.get(id)).ok_or("no Sprint")?;
    assert_eq!((row.title.as_str(), sprint.name.as_str()), ("A favourite at hand", "Sprint 14"));
    assert_eq!(made.increment_items.values().filter(|tie| tie.increment == row.id).count(), 2);
    let article = format!("[data-increment=\"{}\"]", row.id);
    wait_for_text(&window, &article, "2 PBIs, Definition of Done 2 of 2, not released")?;
    wait_for_text(&window, ".bar button", "4 Increments")?;

    press(&window, &article, "Value not known yet")?;
    window.find("[role=menu]")?;
    press(&window, "[role=menu]", "Value confirmed")?;
    wait_for_board(&window, &map, "its value", |board| board != &made)?;
    wait_for_text(&window, &article, "Value confirmed")?;
    undone(&window, &map, &made)?;
    undone(&window, &map, &before)?;
    window.keys("Escape")?;
    wait_for(&window, "the map", |window| Ok(window.find_all(".sheet")?.is_empty()))?;
    let focus = window.script("return document.activeElement.dataset.card ?? ''", &[])?;
    assert_ne!(focus.as_str(), Some(""), "the focus is where it was");
    Ok(())
}

/// Goes to a card by its name, wherever it is.
fn go_to(window: &Window<'_>, item: &Item) -> TestResult {
    window.keys("Control+k")?;
    window.find("[role=combobox]")?;
    window.type_text(&item.title)?;
    window.find("[role=option] b")?;
    window.keys("Enter")?;
    wait_for(window, "the card", |window| {
        let focus = window.script("return document.activeElement.dataset.card ?? ''", &[])?;
        Ok(focus.as_str() == Some(&item.id.to_string()))
    })
}

#[test]
fn two_increments_in_one_sprint_are_two_and_a_card_says_of_which() -> TestResult {
    let desk = Desk::new()?;
    let map = second_team(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    window.find("[data-card]")?;
    for (title, count) in [("A favourite at hand", 4), ("See opening hours", 5)] {
        go_to(&window, item(&before, title)?)?;
        window.keys("Shift+i")?;
        dialog(&window)?;
        wait_for_text(&window, "dialog input", title)?;
        window.keys("Enter")?;
        wait_for_board(&window, &map, title, |board| board.increments.len() == count)?;
        wait_for(&window, "no dialog", |window| Ok(window.find_all("dialog")?.is_empty()))?;
    }
    window.keys("i")?;
    wait_for_text(&window, "section[aria-label='Sprint 14']", "4")?;
    wait_for(&window, "two in one Sprint", |window| {
        Ok(window.find_all("section[aria-label='Sprint 14'] [data-increment]")?.len() == 2)
    })?;
    wait_for_text(&window, ".trend", "2")?;
    Ok(())
}

/// Turns the bands and asks how Sprint 14 ends, from the menu of its head.
fn end_sprint(window: &Window<'_>, map: &Corner) -> TestResult {
    let board = map.board()?;
    let sprint = board.sprints.iter().next_back().ok_or("no Sprint")?.id;
    let head = format!("[data-spot=\"head {sprint}\"]");
    if window.find_all(&head)?.is_empty() {
        window.find("[data-card]")?.script("arguments[0].focus()")?;
        window.keys("b")?;
    }
    window.find(&head)?.script("arguments[0].scrollIntoView(); arguments[0].focus()")?;
    window.keys("Shift+F10")?;
    window.find("[role=menu]")?;
    window.type_text("end")?;
    window.keys("Enter")?;
    dialog(window)?;
    wait_for_text(window, "dialog", "Did we create a usable, valuable Increment?")
}

#[test]
fn a_sprint_that_ends_with_yes_records_its_increment_in_the_same_change() -> TestResult {
    let desk = Desk::new()?;
    let map = second_team(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    end_sprint(&window, &map)?;
    wait_for_text(&window, "dialog", "Goes back to the Product Backlog: “Choose the milk”.")?;
    press(&window, "dialog", "Yes")?;
    press(&window, "dialog", "End the Sprint")?;
    let after = wait_for_board(&window, &map, "the end", |board| board.increments.len() == 4)?;
    let row = after.increments.iter().next_back().ok_or("none")?;
    assert_eq!(row.usable, Usable::Yes);
    let ended = after.sprints.iter().next_back().and_then(|sprint| sprint.ended_on.clone());
    assert_eq!(ended, Some(second_team::day_before(0)?));
    wait_for(&window, "no dialog", |window| Ok(window.find_all("dialog")?.is_empty()))?;
    undone(&window, &map, &before)
}

#[test]
fn a_sprint_that_ends_with_no_says_which_rule_would_have_caught_it_or_what_stopped_it() -> TestResult
{
    let desk = Desk::new()?;
    let map = second_team(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    end_sprint(&window, &map)?;
    press(&window, "dialog", "No")?;
    window.find("dialog input[type=radio]")?.click()?;
    window.find("dialog textarea")?.script("arguments[0].focus()")?;
    window.type_text("Nobody tried it outside")?;
    press(&window, "dialog", "End the Sprint")?;
    let after = wait_for_board(&window, &map, "the end", |board| board.increments.len() == 4)?;
    let row = after.increments.iter().next_back().ok_or("none")?;
    assert_eq!(row.usable, Usable::No);
    assert!(row.learned.contains("Ordered for real in a café"), "{}", row.learned);
    assert!(row.learned.contains("Nobody tried it outside"), "{}", row.learned);
    wait_for_text(&window, ".head", "Done, not usable")?;
    undone(&window, &map, &before)?;

    // With nothing Done, what stopped it is said in the Sprint, to be answered by a card or a reason.
    let mut file = throughline_core::document::Document::open(&map.path)?;
    let done: Vec<_> = ["A favourite at hand", "See opening hours"]
        .iter()
        .map(|title| item(&before, title).map(|row| row.id))
        .collect::<Result<_>>()?;
    file.edit(&throughline_core::edit::Edit::SetDone { items: done, done: false, done_on: None })?;
    drop(file);
    let before = map.board()?;
    wait_for_text(&window, ".head", "Under way")?;
    end_sprint(&window, &map)?;
    press(&window, "dialog", "Yes")?;
    wait_for_text(&window, "dialog", "No PBI of this Sprint meets the Definition of Done")?;
    assert!(window.find_all("dialog .primary")?.is_empty(), "yes is no answer here");
    press(&window, "dialog", "No")?;
    window.find("dialog textarea")?.script("arguments[0].focus()")?;
    window.type_text("Tasks of four PBIs at once")?;
    press(&window, "dialog", "End the Sprint")?;
    let after = wait_for_board(&window, &map, "the end", |board| board.feedback.len() == 4)?;
    assert_eq!(after.increments.len(), 3, "no is no Increment");
    wait_for_text(&window, ".head", "Nothing Done")?;
    undone(&window, &map, &before)
}

#[test]
fn feedback_is_noted_on_a_card_and_answered_by_a_card_a_new_one_or_a_reason() -> TestResult {
    let desk = Desk::new()?;
    let map = second_team(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    let milk = item(&before, "Choose the milk")?;
    card(&window, milk)?.script("arguments[0].focus()")?;
    window.keys("Shift+f")?;
    dialog(&window)?;
    window.type_text("Oat, please")?;
    window.keys("Tab")?;
    window.type_text("a regular")?;
    window.keys("Enter")?;
    let noted = wait_for_board(&window, &map, "the feedback", |board| board.feedback.len() == 4)?;
    let said = noted.feedback.iter().next_back().ok_or("none")?.clone();
    assert_eq!((said.who.as_str(), said.item), ("a regular", Some(milk.id)));
    wait_for(&window, "no dialog", |window| Ok(window.find_all("dialog")?.is_empty()))?;

    // In its panel: unanswered, and one button answers it.
    card(&window, milk)?.script("arguments[0].focus()")?;
    window.keys("Enter")?;
    wait_for_text(&window, "[data-region=panel] [data-said]", "Oat, please")?;
    let answer = |with: &str| -> TestResult {
        press(&window, "[data-region=panel] [data-said]", "unanswered")?;
        dialog(&window)?;
        window.type_text(with)?;
        Ok(())
    };
    answer("Order for")?;
    wait_for_text(&window, "[aria-selected=true]", "Order for two")?;
    window.keys("Enter")?;
    let two = item(&before, "Order for two")?.id;
    let replied = |board: &Board| board.feedback.get(said.id).cloned();
    wait_for_board(&window, &map, "its card", |board| {
        replied(board).is_some_and(|row| row.answer_item == Some(two))
    })?;
    wait_for_text(&window, "[data-region=panel] [data-said]", "Order for two")?;
    undone(&window, &map, &noted)?;

    answer("Milk of oats")?;
    wait_for_text(&window, "[role=option]", "New PBI “Milk of oats”")?;
    window.keys("Enter")?;
    let made = wait_for_board(&window, &map, "a new card", |board| {
        board.items.len() == before.items.len() + 1
    })?;
    let oats = item(&made, "Milk of oats")?;
    assert_eq!(replied(&made).and_then(|row| row.answer_item), Some(oats.id));
    assert_eq!(oats.step, milk.step, "beside what it answers");
    undone(&window, &map, &noted)?;

    answer("The bar has none")?;
    wait_for_text(&window, "[role=option]", "Reason: “The bar has none”")?;
    window.keys("ArrowUp")?;
    window.keys("Enter")?;
    wait_for_board(&window, &map, "its reason", |board| {
        replied(board).is_some_and(|row| row.answer == "The bar has none")
    })?;
    undone(&window, &map, &noted)?;
    undone(&window, &map, &before)
}

#[test]
fn two_periods_side_by_side_show_the_turn_and_fit_on_one_page() -> TestResult {
    let desk = Desk::new()?;
    let map = second_team(&desk)?;
    let window = open(&desk, &map)?;
    let before = map.board()?;
    wait_for_text(&window, "section[aria-label='Sprint 11']", "Nothing Done")?;
    wait_for_text(&window, "section[aria-label='Sprint 11']", "Tasks of 4 PBIs were pulled")?;
    press(&window, ".sheet aside", "Compare two periods")?;
    dialog(&window)?;
    wait_for_text(&window, "dialog input", "Pulled whole PBIs")?;
    window.keys("Enter")?;
    let named = wait_for_board(&window, &map, "two periods", |board| board.periods.len() == 2)?;
    for (measure, figure) in [
        ("before-increments", "0"),
        ("after-increments", "3"),
        ("before-weeks", "6"),
        ("after-weeks", "2"),
        ("before-technical", "100 %"),
        ("before-finished", "0"),
        ("after-finished", "2"),
    ] {
        wait_for_text(&window, &format!("[data-measure={measure}]"), figure)?;
    }
    wait_for_text(&window, ".turn", "No Increment in 3 Sprints, then 3 in 2.")?;

    press(&window, ".sheet aside", "One page to show")?;
    wait_for_text(&window, ".turn.wall", "No Increment in 3 Sprints, then 3 in 2.")?;
    let page = desk.home().join("turn.md");
    desk.pick(&page)?;
    press(&window, ".sheet header", "Save as Markdown")?;
    let text = window.wait_for("the page", |_| Ok(std::fs::read_to_string(&page).ok()))?;
    assert!(text.contains("| Increments | 0 | 3 |"), "{text}");
    window.keys("Escape")?;
    wait_for(&window, "the book", |window| Ok(!window.find_all("[data-increment]")?.is_empty()))?;
    assert_eq!(map.board()?, named, "a page changes nothing");
    undone(&window, &map, &before)
}

#[test]
fn a_goal_is_handed_over_card_by_card_and_the_next_one_starts() -> TestResult {
    let desk = Desk::new()?;
    let map = second_team(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    let goal = before.goals.iter().next().ok_or("no goal")?.id;
    window.find(&format!("[data-spot=\"goal {goal}\"]"))?.script("arguments[0].focus()")?;
    window.keys("Shift+F10")?;
    window.find("[role=menu]")?;
    window.type_text("where")?;
    window.keys("ArrowRight")?;
    window.find("[data-entry=goalReached]")?;
    window.type_text("reached")?;
    window.keys("Enter")?;
    wait_for_text(&window, ".sheet h2", "Goal handover")?;
    wait_for_text(&window, ".sheet .was", "Collect by name")?;
    let rows = |window: &Window<'_>, is: &str| -> Result<usize> {
        Ok(window.find_all(&format!("[data-left-over][data-is={is}]"))?.len())
    };
    wait_for(&window, "what is left over", |window| Ok(rows(window, "open")? == 7))?;
    window.find("[data-left-over]")?.script("arguments[0].focus()")?;
    window.keys("k")?;
    wait_for(&window, "one that is kept", |window| Ok(rows(window, "kept")? == 1))?;
    let second = window.script("return document.activeElement.dataset.leftOver", &[])?;
    let second = second.as_str().ok_or("no focus")?.to_owned();
    window.keys("x")?;
    wait_for(&window, "one that is let go", |window| Ok(rows(window, "gone")? == 1))?;
    let one = wait_for_board(&window, &map, "a card in the tray", |board| board != &before)?;
    let gone = one.items.iter().find(|row| row.id.to_string() == second).ok_or("it is lost")?;
    assert_eq!((gone.step, gone.slice), (None, None));
    assert_eq!(one.items.len(), before.items.len(), "nothing is lost");
    let tag = one.tags.iter().next().map(|tag| tag.name.to_string());
    assert_eq!(tag.as_deref(), Some("not needed"), "as in the pass over the backlog");
    undone(&window, &map, &before)?;
    wait_for(&window, "it is open again", |window| Ok(rows(window, "gone")? == 0))?;

    window.find(".sheet aside textarea")?.script("arguments[0].focus()")?;
    window.type_text("Names beat numbers")?;
    press(&window, ".finish", "End it, start “A first coffee becomes a habit”")?;
    let after = wait_for_board(&window, &map, "the next goal", |board| {
        board.goals.iter().nth(1).is_some_and(|row| row.state == GoalState::Active)
    })?;
    let reached = after.goals.get(goal).ok_or("no goal")?;
    assert_eq!(reached.state, GoalState::Reached);
    assert_eq!(reached.learned, "Names beat numbers");
    undone(&window, &map, &before)
}

#[test]
fn the_same_cards_pulled_in_two_ways_say_when_there_is_something_to_show() -> TestResult {
    let desk = Desk::new()?;
    let map = second_team(&desk)?;
    let window = desk.open([&map.path])?;
    window.find("[data-card]")?.script("arguments[0].focus()")?;
    window.keys("Control+k")?;
    window.find("[role=combobox]")?;
    window.type_text(">Two ways")?;
    window.find("[role=option] b")?;
    window.keys("Enter")?;
    dialog(&window)?;
    wait_for_text(&window, "dialog [role=option]", "Sprint 12")?;
    window.type_text("12")?;
    wait_for_text(&window, "dialog [aria-selected=true]", "Sprint 12")?;
    window.keys("Enter")?;
    wait_for_text(&window, ".sheet h2", "Two ways to pull")?;
    window.find("canvas[data-painted]")?;
    let firsts = window.script(
        "return [...document.querySelectorAll('.table tbody tr')].map((row) =>
           [...row.querySelectorAll('td')].findIndex((cell) => cell.innerText !== '0') + 1)",
        &[],
    )?;
    let firsts: Vec<u64> =
        firsts.as_array().into_iter().flatten().filter_map(|it| it.as_u64()).collect();
    let [by_layer, by_whole] = firsts.as_slice() else { return Err("two rows".into()) };
    assert!(by_whole < by_layer, "whole PBIs show something sooner: {by_whole}, {by_layer}");
    let picture = desk.home().join("pull.png");
    desk.pick(&picture)?;
    press(&window, ".sheet header", "Save picture")?;
    let bytes = window.wait_for("the picture", |_| {
        Ok(std::fs::read(&picture).ok().filter(|bytes| !bytes.is_empty()))
    })?;
    assert!(bytes.starts_with(b"\x89PNG"), "it is a picture");
    Ok(())
}
