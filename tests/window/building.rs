//! A map of 5 activities, 12 steps, 40 PBIs and 3 slices is built from an empty window.

use throughline_core::board::Board;
use throughline_core::document::Document;
use throughline_core::slicing::{self, Verdict};
use throughline_tests::TestResult;

use crate::harness::{Desk, Point, Result, Window};

/// How the shop is told: activities, and the steps in each.
const JOURNEY: [(&str, &[&str]); 5] = [
    ("Find", &["Search", "Filter", "Compare"]),
    ("Choose", &["Look", "Ask", "Save"]),
    ("Pay", &["Card", "Cash"]),
    ("Get", &["Ship", "Fetch"]),
    ("Return", &["Send", "Refund"]),
];
const SLICES: [&str; 3] = ["First", "Second", "Third"];

/// Only the pointer, and the keys that write: letters and Enter.
#[test]
fn by_pointer_alone_a_whole_map_is_built_from_an_empty_window() -> TestResult {
    let desk = Desk::new()?;
    let path = desk.home().join("Throughline/Untitled map.storymap");
    let window = desk.open::<&str>([])?;
    let board = || -> Result<Board> { Ok(Document::open_to_read(&path)?.read_board()?) };
    window.click_at(window.find("button.way")?.centre()?)?;
    write(&window, "More people buy")?;
    write(&window, "Orders a day")?;
    for (activity, _) in JOURNEY {
        write(&window, activity)?;
    }
    wait_for(&window, "five activities", || Ok(board()?.activities.iter().count() == 5))?;
    window.click_at(window.find("[data-region=tray] header button")?.centre()?)?;

    let activities: Vec<_> = board()?.activities.iter().map(|row| row.id).collect();
    for ((_, steps), activity) in JOURNEY.iter().zip(activities) {
        for step in *steps {
            window.click_at(reach(&window, &format!("[data-add-step=\"{activity}\"]"))?)?;
            write(&window, step)?;
            window.wait_for(step, |window| {
                let heads = "return [...document.querySelectorAll('.step')].map((it) => it.innerText.trim())";
                let heads: Vec<String> = serde_json::from_value(window.script(heads, &[])?)?;
                Ok(heads.iter().any(|head| head == step).then_some(()))
            })?;
        }
    }
    for (count, slice) in SLICES.iter().enumerate() {
        window.click_at(window.find("[data-spot=add-slice]")?.centre()?)?;
        write(&window, slice)?;
        wait_for(&window, slice, || Ok(board()?.slices.iter().count() == count + 1))?;
    }

    // Three cards in each step of the first slice, and four in the last steps.
    let steps: Vec<_> = board()?.columns().into_iter().map(|step| step.id).collect();
    let first = board()?.slices.iter().next().ok_or("a slice")?.id;
    window.wheel(-2000, 0)?;
    let mut written = 0;
    for (at, step) in steps.iter().enumerate() {
        window.click_at(reach(
            &window,
            &format!("[data-spot=\"cell {first}/{step}\"] [data-add]"),
        )?)?;
        for _ in 0..(if at < 8 { 3 } else { 4 }) {
            written += 1;
            write(&window, &format!("Can {written}"))?;
            wait_for(&window, "the card", || Ok(board()?.items.iter().count() == written))?;
        }
    }
    assert_eq!(written, 40);

    // All of it in the window, then one row of cards after the other onto the head of its slice.
    for _ in 0..5 {
        window.click_at(window.find(".zoom button:first-child")?.centre()?)?;
    }
    let slices: Vec<_> = board()?.slices.iter().map(|slice| slice.id).collect();
    let (left, right) = (steps[0], steps[11]);
    for slice in &slices[1..] {
        let row = |step| -> Result<Point> {
            let second = format!("[data-spot=\"cell {first}/{step}\"] [data-card]:nth-child(2)");
            window.find(&second)?.centre()
        };
        let (from, to) = (row(left)?, row(right)?);
        let ground = to.offset(70.0, 0.0);
        window.press_at(ground)?;
        window.move_to(ground, from)?;
        window.release()?;
        let picked = window.find_all("[data-card].selected")?.len();
        assert_eq!(picked, 12, "one card of each step");
        window.drag(from, window.find(&format!("[data-spot=\"head {slice}\"]"))?.centre()?)?;
        wait_for(&window, "twelve cards in the slice", || {
            Ok(board()?.items.iter().filter(|item| item.slice == Some(*slice)).count() == 12)
        })?;
        window.wait_for("an empty hand", |window| {
            Ok(window.find_all("[data-moving]")?.is_empty().then_some(()))
        })?;
    }

    is_the_shop(&board()?);
    Ok(())
}

/// What has to be on the map in the end, however it was built.
fn is_the_shop(board: &Board) {
    let titles = |steps: &[&str]| steps.iter().map(ToString::to_string).collect::<Vec<_>>();
    let steps: Vec<_> = board
        .columns()
        .into_iter()
        .map(|step| step.title.as_ref().map(ToString::to_string).unwrap_or_default())
        .collect();
    assert_eq!(steps, JOURNEY.iter().flat_map(|(_, steps)| titles(steps)).collect::<Vec<_>>());
    let activities: Vec<_> = board
        .activities
        .iter()
        .map(|row| row.title.as_ref().map(ToString::to_string).unwrap_or_default())
        .collect();
    assert_eq!(activities, JOURNEY.map(|(activity, _)| activity.to_owned()));
    assert_eq!(board.items.iter().count(), 40);
    let reports = slicing::report(board, &throughline_core::board::Guesses::new());
    let verdicts: Vec<_> = reports.into_iter().map(|report| report.verdict).collect();
    assert_eq!(verdicts, [Verdict::EndToEnd; 3], "each slice runs through all of the journey");
}

/// Writes into the empty field that is open, or opens now, and keeps it.
fn write(window: &Window<'_>, text: &str) -> Result<()> {
    window.wait_for("an empty field", |window| {
        let field = "return document.activeElement.tagName + document.activeElement.value";
        Ok((window.script(field, &[])? == "TEXTAREA").then_some(()))
    })?;
    window.type_text(text)?;
    window.keys("Enter")
}

fn wait_for(window: &Window<'_>, what: &str, there: impl Fn() -> Result<bool>) -> Result<()> {
    window.wait_for(what, |_| Ok(there()?.then_some(())))
}

/// The middle of an element of the map, after turning the wheel until it is in the window.
fn reach(window: &Window<'_>, css: &str) -> Result<Point> {
    window.wait_for(css, |window| {
        let Some(element) = window.find_all(css)?.into_iter().next() else {
            window.wheel(400, 0)?;
            return Ok(None);
        };
        let at = element.centre()?;
        if at.x > 1400.0 {
            window.wheel(400, 0)?;
            return Ok(None);
        }
        if at.x < 270.0 {
            window.wheel(-400, 0)?;
            return Ok(None);
        }
        Ok(Some(at))
    })
}
