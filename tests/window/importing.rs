//! Backlogs on their way in: how they come to the window, and what is decided before anything changes.

use std::path::{Path, PathBuf};

use throughline_core::document::Document;
use throughline_tests::TestResult;

use crate::harness::{Desk, Window};

/// Puts text on the clipboard as a person does: writes it somewhere, and copies it there.
fn copy(window: &Window<'_>, text: &str) -> TestResult {
    window.script(
        "const field = document.createElement('textarea');
         field.id = 'elsewhere'; field.value = arguments[0];
         document.body.append(field); field.focus(); field.select();",
        &[text.into()],
    )?;
    window.keys("Control+c")?;
    window.script("document.getElementById('elsewhere').remove()", &[])?;
    Ok(())
}

/// The map that lies somewhere in a folder.
fn map_below(folder: &Path) -> Option<PathBuf> {
    let entries = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    entries.filter(|path| !path.is_symlink()).find_map(|path| match path.extension() {
        Some(ending) if ending == "storymap" => Some(path),
        _ if path.is_dir() => map_below(&path),
        _ => None,
    })
}

#[test]
fn a_list_pasted_on_the_empty_window_is_shown_first_and_becomes_a_map() -> TestResult {
    let desk = Desk::new()?;
    let window = desk.open::<&str>([])?;
    window.find("main.empty")?;
    copy(&window, "Find a café\n  Look around\n    See what is near\n    See opening hours\n")?;
    window.find("main.empty button")?.script("arguments[0].focus()")?;
    window.keys("Control+v")?;
    window.by_role("dialog", "Import Pasted list")?;
    let equation = window.find("dialog footer p")?.text()?;
    assert!(equation.starts_with("4 rows"), "{equation}");
    window.keys("Control+Enter")?;
    let map = window.wait_for("the new map with its PBIs", |_| {
        let Some(map) = map_below(desk.home()) else { return Ok(None) };
        let items = Document::open_to_read(&map)?.read_board()?.items.len();
        Ok((items == 2).then_some(map))
    })?;
    assert_eq!(map.file_name(), Some("Pasted list.storymap".as_ref()));
    assert_eq!(Document::open_to_read(&map)?.history()?.len(), 1, "one change");
    Ok(())
}

#[test]
fn a_list_is_written_in_a_field_of_its_own_and_read_by_the_same_desk() -> TestResult {
    let desk = Desk::new()?;
    let window = desk.open::<&str>([])?;
    window.find("main.empty .way:nth-child(2)")?.click()?;
    window.by_role("textbox", "The list")?;
    window.type_text("Pay")?;
    window.keys("Escape")?;
    window.wait_for("the field to be gone", |window| {
        Ok(window.all_by_role("textbox", "The list")?.is_empty().then_some(()))
    })?;
    assert_eq!(map_below(desk.home()), None, "nothing was made of what was left");

    window.find("main.empty .way:nth-child(2)")?.click()?;
    window.by_role("textbox", "The list")?;
    window.type_text("Pay")?;
    window.keys("Enter")?;
    window.type_text("  Pay by card")?;
    window.keys("Control+Enter")?;
    window.by_role("dialog", "Import Pasted list")?;
    let equation = window.find("dialog footer p")?.text()?;
    assert!(equation.starts_with("2 rows"), "{equation}");
    Ok(())
}

const BACKLOG: &str = "\
Summary,Issue key,Issue Type,Parent,Fix Version/s,Status,Resolved,Area
Order ahead,C-1,Epic,,,To Do,,
Browse the menu,C-2,Story,C-1,R1,To Do,,shop
Menu endpoint,C-3,Sub-task,C-2,,To Do,,
Pay,C-4,Epic,,,To Do,,
Pay by card,C-5,Story,C-4,R1,Done,2024-01-10,till
Tech debt,C-6,Epic,,,To Do,,
Old logs,C-7,Story,C-6,,Done,2025-06-30,till
,C-8,Story,C-6,,To Do,,
";

/// A map of nothing, and a backlog that waits in the desk over it.
fn desk_over<'desk>(
    desk: &'desk Desk,
    map: &Path,
    backlog: &str,
) -> Result<Window<'desk>, Box<dyn std::error::Error>> {
    drop(Document::create(map, "Map")?);
    let file = desk.home().join("backlog.csv");
    std::fs::write(&file, backlog)?;
    let window = desk.open([map])?;
    window.find("textarea, input")?;
    desk.pick(&file)?;
    window.keys("Control+i")?;
    window.by_role("dialog", "Import backlog.csv")?;
    Ok(window)
}

/// Waits for words in the desk's foot, where the counts add up.
fn wait_for_equation(window: &Window<'_>, words: &str) -> TestResult {
    window.wait_for(words, |window| {
        Ok(window.find("dialog footer p")?.text()?.contains(words).then_some(()))
    })?;
    Ok(())
}

#[test]
fn one_key_says_what_an_epic_becomes_and_the_counts_follow() -> TestResult {
    let desk = Desk::new()?;
    let map = desk.home().join("map.storymap");
    let window = desk_over(&desk, &map, BACKLOG)?;
    wait_for_equation(&window, "3 in the backbone")?;
    assert_eq!(window.axe()?, Vec::<String>::new(), "every rule of axe holds in the desk");
    // The first epic has the focus; the second becomes a step of it, the third a tag.
    window.keys("ArrowDown")?;
    window.keys("s")?;
    window.keys("ArrowDown")?;
    window.keys("t")?;
    wait_for_equation(&window, "1 became a tag")?;
    window.keys("Control+Enter")?;
    window.find("[data-card]")?;
    let document = Document::open_to_read(&map)?;
    let board = document.read_board()?;
    let titles = |titles: Vec<Option<String>>| titles.into_iter().flatten().collect::<Vec<_>>();
    let steps = board.steps.iter().map(|step| step.title.as_ref().map(ToString::to_string));
    assert_eq!((board.activities.iter().count(), titles(steps.collect())), (1, vec!["Pay".into()]));
    assert_eq!(
        board.tags.iter().map(|tag| tag.name.to_string()).collect::<Vec<_>>(),
        ["Tech debt"]
    );
    assert_eq!(document.history()?.len(), 1, "one change");
    window.keys("Control+z")?;
    window.wait_for("an empty map", |_| {
        Ok(Document::open_to_read(&map)?.read_board()?.items.is_empty().then_some(()))
    })?;
    Ok(())
}

#[test]
fn old_rows_stay_out_and_a_column_is_taken_for_what_it_is_before_anything_comes_in() -> TestResult {
    let desk = Desk::new()?;
    let map = desk.home().join("map.storymap");
    let window = desk_over(&desk, &map, BACKLOG)?;
    window.by_role("radio", "Open and recent 6")?.click()?;
    wait_for_equation(&window, "Done long ago")?;
    window.find("dialog header button[aria-pressed]")?.click()?;
    let column = window.by_role("combobox", "“Area” is taken for")?;
    column.script(
        "arguments[0].value = 'labels';
         arguments[0].dispatchEvent(new Event('change', { bubbles: true }))",
    )?;
    window.wait_for("the tags", |window| {
        Ok(window.find("dialog aside dl")?.text()?.contains("2 tags").then_some(()))
    })?;
    assert_eq!(window.axe()?, Vec::<String>::new(), "every rule of axe holds over the columns");
    window.keys("Control+Enter")?;
    window.find("[data-card]")?;
    let board = Document::open_to_read(&map)?.read_board()?;
    let mut items: Vec<_> = board.items.iter().map(|item| item.title.to_string()).collect();
    items.sort();
    assert_eq!(items, ["Browse the menu", "Old logs"]);
    Ok(())
}
