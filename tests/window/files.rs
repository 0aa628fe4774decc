//! Maps, backlogs and pictures as files: made, brought in, exported, broken, changed by others.

use std::io::Write;
use std::process::Stdio;

use throughline_core::document::Document;
use throughline_core::speech::Speech;
use throughline_tests::{TestResult, program, source_folder};

use crate::corner::{Corner, item};
use crate::harness::Desk;

#[test]
fn the_first_map_is_made_and_filled_from_the_empty_window_by_keys() -> TestResult {
    let desk = Desk::new()?;
    let window = desk.open::<&str>([])?;
    let path = desk.home().join("first.storymap");
    desk.pick(&path)?;
    window.by_role("heading", "Throughline")?;
    window.find("main.empty")?;
    window.keys("n")?;
    window.find("textarea, input")?;
    window.type_text("Find a café")?;
    window.keys("Enter")?;
    let titles = window.wait_for("the activity in the file", |_| {
        let board = Document::open_to_read(&path)?.read_board()?;
        let titles: Vec<_> = board
            .activities
            .iter()
            .filter_map(|row| row.title.as_ref().map(ToString::to_string))
            .collect();
        Ok((!titles.is_empty()).then_some(titles))
    })?;
    assert_eq!(titles, ["Find a café"]);
    Ok(())
}

#[test]
fn a_jira_file_is_shown_first_then_comes_in_as_one_change_and_leaves_as_a_picture() -> TestResult {
    let desk = Desk::new()?;
    let map = desk.home().join("map.storymap");
    drop(Document::create(&map, "Map")?);
    let window = desk.open([&map])?;
    // An empty map opens with the field for its first activity, which leaves Ctrl+I alone.
    window.find("textarea, input")?;
    desk.pick(&source_folder().join("tests/fixtures/backlogs/corner.csv"))?;
    window.keys("Control+i")?;
    window.by_role("dialog", "Import corner.csv")?;
    assert_eq!(window.axe()?, Vec::<String>::new(), "every rule of axe holds in the preview");
    assert!(Document::open_to_read(&map)?.read_board()?.items.is_empty(), "nothing is written yet");
    window.find("dialog button.primary")?.click()?;
    window.wait_for("the backlog in the file", |_| {
        Ok(Some(Document::open_to_read(&map)?.read_board()?.items.len())
            .filter(|items| *items > 40))
    })?;
    assert_eq!(Document::open_to_read(&map)?.history()?.len(), 1, "one change");

    let picture = desk.home().join("map.png");
    desk.pick(&picture)?;
    window.wait_for("the dialog gone", |window| {
        Ok(window
            .script("return !document.querySelector('dialog')", &[])?
            .as_bool()
            .filter(|gone| *gone))
    })?;
    window.find("header button[aria-keyshortcuts=\"Control+E\"]")?.click()?;
    window.by_role("dialog", "Export")?;
    window.find("dialog button.primary")?.click()?;
    let bytes = window.wait_for("the picture", |_| Ok(std::fs::read(&picture).ok()))?;
    assert!(bytes.starts_with(b"\x89PNG"), "a PNG");
    window.wait_for("the dialog gone", |window| {
        Ok(window.find_all("dialog")?.is_empty().then_some(()))
    })?;

    window.find("header button[aria-keyshortcuts=\"Control+Z\"]")?.click()?;
    window.wait_for("an empty map", |_| {
        Ok(Document::open_to_read(&map)?.read_board()?.items.is_empty().then_some(()))
    })?;
    Ok(())
}

#[test]
fn a_broken_file_is_said_in_the_window_and_stays_as_it_is() -> TestResult {
    let desk = Desk::new()?;
    let path = desk.home().join("broken.storymap");
    std::fs::write(&path, b"SQLite format 3\0 and then nothing of the kind")?;
    let before = std::fs::read(&path)?;
    let window = desk.open([&path])?;
    let said = window.wait_for("the sentence", |window| {
        let alert = window.find("[role=alert]")?.text()?;
        Ok(Some(alert).filter(|said| !said.is_empty()))
    })?;
    let sentence = Speech::english().say(&Document::open(&path).err().ok_or("it opened")?);
    assert!(said.contains(&sentence), "{said} says {sentence}");
    window.find("main.empty")?;
    assert_eq!(window.axe()?, Vec::<String>::new(), "every rule of axe holds");
    assert_eq!(std::fs::read(&path)?, before);
    Ok(())
}

#[test]
fn what_the_command_line_changes_appears_in_the_open_window() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let place = item(&board, "Pin a favourite café")?;
    window.find(&format!("[data-card=\"{}\"]", place.id))?;
    let mut cli = desk
        .command(program("throughline-cli")?)
        .arg("edit")
        .arg(&map.path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let edit = format!(
        "{{\"type\":\"changeItem\",\"item\":\"{}\",\"title\":\"Pin two favourite cafés\"}}\n",
        place.id
    );
    cli.stdin.take().ok_or("its input")?.write_all(edit.as_bytes())?;
    assert!(cli.wait_with_output()?.status.success());
    window.wait_for("the new title on the card", |window| {
        let card = window.find(&format!("[data-card=\"{}\"]", place.id))?;
        Ok(card.text()?.contains("Pin two").then_some(()))
    })?;
    Ok(())
}

#[test]
fn axe_finds_nothing_in_the_main_window() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    window.find("[data-card]")?;
    assert_eq!(window.axe()?, Vec::<String>::new(), "every rule of axe holds");
    Ok(())
}
