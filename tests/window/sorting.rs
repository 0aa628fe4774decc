//! The first team's list: sixty technical tasks become outcomes that a customer would recognise, by keys.

use std::path::{Path, PathBuf};

use throughline_core::board::{Board, Kind};
use throughline_core::document::Document;
use throughline_core::edit::Edit;
use throughline_tests::{TestResult, source_folder};

use crate::corner::{slice, wait_for_verdict};
use crate::harness::{Desk, Result, Window};

const SHEET: &str = "[data-region=sheet]";

/// What people will be able to do, and the words of its tasks; what is none of these has a key of its own.
const OUTCOMES: [(&str, &[&str]); 6] = [
    (
        "pay by card",
        &["payment", "card token", "card number", "card form", "card details", "receipt"],
    ),
    ("pick a time slot", &["slot"]),
    ("search the menu", &["menu", "search", "allergen"]),
    ("see how long the queue is", &["queue length", "waiting"]),
    ("hear that the order is ready", &["push", "ready", "device", "order"]),
    ("come back for a favourite", &["favourite", "loyalty"]),
];

/// The key that a person who knows the product presses for a task.
fn key_for(task: &str) -> &'static str {
    let task = task.to_lowercase();
    match task.as_str() {
        "write tests" | "create unit tests" => return "a",
        "rotate secrets" => return "x",
        "clean up feature flags" => return "?",
        "receipt mail queue" => return "1",
        _ => {}
    }
    let own = OUTCOMES.iter().position(|(_, words)| words.iter().any(|word| task.contains(word)));
    match own {
        Some(at) => ["1", "2", "3", "4", "5", "6"][at],
        None => "e",
    }
}

/// The task in hand, and the titles of those that would go with it and to which outcome; `None`: none is left.
fn in_hand(window: &Window<'_>) -> Result<Option<(String, Option<u64>)>> {
    let seen = window.script(
        "const task = document.querySelector('[data-region=sheet] article')?.ariaLabel ?? null;
         const likely = document.querySelector('[data-outcome].likely')?.dataset.outcome;
         return [task, document.querySelector('[data-bundle]') ? Number(likely) : null]",
        &[],
    )?;
    let (task, bundle): (Option<String>, Option<u64>) = serde_json::from_value(seen)?;
    Ok(task.map(|task| (task, bundle)))
}

/// Deals until so many are left, and says how many keys that took.
fn deal(window: &Window<'_>, until: usize, left: impl Fn() -> Result<usize>) -> Result<usize> {
    let mut keys = 0;
    while left()? > until {
        let before = left()?;
        let Some((task, bundle)) = in_hand(window)? else { break };
        let key = key_for(&task);
        // Whoever knows the product takes a bundle that goes where the task in hand goes.
        let key = if bundle.map(|at| at.to_string()).as_deref() == Some(key) { "Tab" } else { key };
        window.keys(key)?;
        keys += 1;
        if key == "x" {
            window.find("[data-region=sheet] .asks textarea")?;
            window.type_text("Nobody would notice")?;
            window.keys("Enter")?;
            keys += 1;
        }
        window.wait_for("the next task in hand", |window| {
            let moved = left()? < before;
            let other = in_hand(window)?.is_none_or(|(other, _)| other != task);
            Ok((moved && other).then_some(()))
        })?;
    }
    Ok(keys)
}

/// What is left to sort of a list in the tray: undeclared PBIs without a tag.
fn left_of(board: &Board) -> usize {
    let tagged = |item| board.item_tags.iter().any(|tie| tie.item == item);
    board.items.iter().filter(|item| item.kind.is_none() && !tagged(item.id)).count()
}

fn list() -> Result<String> {
    Ok(std::fs::read_to_string(source_folder().join("tests/fixtures/backlogs/first-team.txt"))?)
}

/// A map with the list in its tray, on a desk.
fn map_of_the_list(desk: &Desk) -> Result<PathBuf> {
    let path = desk.home().join("list.storymap");
    let mut document = Document::create(&path, "Lunch")?;
    for title in list()?.lines() {
        let to = throughline_core::board::Place { step: None, slice: None, before: None };
        document.edit(&Edit::AddItem { title: title.to_owned(), to, sprint: None })?;
    }
    Ok(path)
}

fn read(path: &Path) -> Result<Board> {
    Ok(Document::open_to_read(path)?.read_board()?)
}

#[test]
fn a_pasted_list_of_tasks_is_offered_to_be_sorted() -> TestResult {
    let desk = Desk::new()?;
    let window = desk.open::<&str>([])?;
    window.find("main.empty")?;
    window.script(
        "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
         window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))",
        &[list()?.into()],
    )?;
    window.by_role("dialog", "Import Pasted list")?;
    window.keys("Control+Enter")?;
    let offer = window.by_role("button", "Sort them")?;
    offer.script("arguments[0].click()")?;
    window.says(SHEET, "Sort 60 tasks")?;
    window.says(SHEET, "For whom?")?;
    assert!(window.axe()?.is_empty(), "{:?}", window.axe()?);
    Ok(())
}

#[test]
fn sixty_tasks_are_dealt_to_six_outcomes_with_few_keys_and_closing_half_way_loses_nothing()
-> TestResult {
    let desk = Desk::new()?;
    let path = map_of_the_list(&desk)?;
    let window = desk.open([&path])?;
    window.resize(1440, 900)?;
    window.find(".tray, .rail")?;
    window.keys("Control+Shift+o")?;
    window.says(SHEET, "For whom?")?;
    window.find("[data-region=sheet] textarea:focus")?;
    window.type_text("Customer")?;
    window.keys("Enter")?;
    window.wait_for("a persona", |_| Ok((read(&path)?.personas.len() == 1).then_some(())))?;
    window.keys("Tab")?;
    window.type_text("Lunch without waiting")?;
    window.keys("Enter")?;
    window.wait_for("a Product Goal", |_| Ok((read(&path)?.goals.len() == 1).then_some(())))?;
    window.keys("Control+Enter")?;
    window.says(SHEET, "What will Customer be able to do?")?;
    for (at, (outcome, _)) in OUTCOMES.iter().enumerate() {
        window.find("[data-region=sheet] .new textarea:focus")?;
        window.type_text(outcome)?;
        window.keys("Enter")?;
        window.wait_for("the outcome", |_| {
            let board = read(&path)?;
            let named = board.items.iter().filter(|item| item.kind == Some(Kind::Outcome)).count();
            Ok((named == at + 1).then_some(()))
        })?;
    }
    let board = read(&path)?;
    assert!(board.items.iter().any(|item| item.title.as_str() == "Customer can pay by card"));
    assert!(window.axe()?.is_empty(), "{:?}", window.axe()?);
    window.keys("Control+Enter")?;
    window.says(SHEET, "0 of 60 dealt")?;
    assert!(window.axe()?.is_empty(), "{:?}", window.axe()?);

    let left = || Ok(left_of(&read(&path)?));
    let mut keys = deal(&window, 30, left)?;
    // One back, and again.
    let before = left()?;
    window.keys("Control+z")?;
    window.wait_for("it is left again", |_| Ok((left()? > before).then_some(())))?;
    window.keys("Control+Shift+z")?;
    window.wait_for("it is dealt again", |_| Ok((left()? == before).then_some(())))?;
    window.end()?;

    let window = desk.open([&path])?;
    window.resize(1440, 900)?;
    window.find(".tray, .rail")?;
    window.keys("Control+Shift+o")?;
    window.says(SHEET, &format!("{} of ", read(&path)?.tasks.len()))?;
    window.find("[data-region=sheet] article")?;
    keys += deal(&window, 0, left)?;
    assert!(keys * 10 <= 60 * 13, "{keys} keys for 60 tasks");
    window.says(SHEET, "All are dealt but one")?;

    let board = read(&path)?;
    assert_eq!(board.done_rules.len(), 2, "what serves all is a rule");
    assert!(board.items.iter().any(|item| item.notes == "Nobody would notice"), "kept, with why");
    let under = |title: &str| {
        let item = board.items.iter().find(|item| item.title.as_str() == title);
        item.map_or(0, |item| board.tasks.iter().filter(|task| task.item == Some(item.id)).count())
    };
    assert!(under("Customer can pay by card") >= 10 && under("Customer can pick a time slot") >= 5);

    // The questions can be taken along.
    let page = desk.home().join("questions.md");
    desk.pick(&page)?;
    window.by_role("button", "Save as a list")?.script("arguments[0].click()")?;
    window.wait_for("the page", |_| {
        let page = std::fs::read_to_string(&page).unwrap_or_default();
        Ok(page.contains("- [ ] Clean up feature flags").then_some(()))
    })?;
    Ok(())
}

#[test]
fn outcomes_are_tried_placed_and_make_a_first_slice_that_goes_end_to_end() -> TestResult {
    let desk = Desk::new()?;
    let path = desk.home().join("list.storymap");
    let mut document = Document::create(&path, "Lunch")?;
    document.edit(&Edit::AddPersona {
        name: "Customer".into(),
        about: String::new(),
        before: None,
    })?;
    for outcome in ["Customer can search the menu", "Customer can pay by card"] {
        let title = outcome.to_owned();
        let made = document.edit(&Edit::AddOutcome { title, persona: None, rows: Vec::new() })?;
        let item = made.created.first().map(|id| (*id).into());
        for task in ["Endpoint", "Form layout"] {
            document.edit(&Edit::AddTask { title: task.into(), item, before: None })?;
        }
    }
    // As the team did it: one task of each is pulled into what is next.
    for title in ["Choose", "Pay"] {
        document.edit(&Edit::AddActivity { title: Some(title.into()), before: None })?;
    }
    document.edit(&Edit::AddSlice { name: "Next".into(), outcome: String::new(), before: None })?;
    let board = document.read_board()?;
    let next = slice(&board, "Next")?.id;
    let tasks = board.tasks.iter().filter(|task| task.title.as_str() == "Endpoint");
    let tasks = tasks.map(|task| task.id).collect();
    document.edit(&Edit::PullTasks { tasks, slice: Some(next) })?;
    drop(document);

    let window = desk.open([&path])?;
    window.resize(1440, 900)?;
    wait_for_verdict(&window, slice(&board, "Next")?, "pieces")?;
    window.keys("Control+Shift+o")?;
    window.find("[data-region=sheet] nav button:nth-child(4)")?.script("arguments[0].click()")?;
    window.says(SHEET, "Could someone outside the team try this alone?")?;
    window.keys("y")?;
    window.keys("y")?;
    window.says(SHEET, "Every outcome was looked at")?;
    window.by_role("button", "Place them")?.script("arguments[0].click()")?;
    for (at, step) in ["Choose", "Pay"].iter().enumerate() {
        let row = format!("[data-place]:nth-child({})", at + 1);
        window.find(&format!("{row} textarea"))?.script("arguments[0].focus()")?;
        window.type_text(step)?;
        window.keys("Enter")?;
        window.wait_for("its step", |_| {
            let placed = read(&path)?.items.iter().filter(|item| item.step.is_some()).count();
            Ok((placed == at + 1).then_some(()))
        })?;
        window
            .find(&format!(
                "{row} [role=checkbox], {row} input[type=checkbox], {row} .first button"
            ))?
            .script("arguments[0].click()")?;
        window.wait_for("it is in the slice", |_| {
            let board = read(&path)?;
            let here = board.items.iter().filter(|item| item.slice == Some(next)).count();
            Ok((here == at + 1).then_some(()))
        })?;
    }
    window.says(SHEET, "End to end")?;
    assert!(window.axe()?.is_empty(), "{:?}", window.axe()?);
    window.keys("Escape")?;
    wait_for_verdict(&window, slice(&board, "Next")?, "end-to-end")?;
    Ok(())
}
