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

/// Only the keyboard: no pointer touches the window.
#[test]
fn by_keyboard_alone_a_whole_map_is_built_from_an_empty_window() -> TestResult {
    let desk = Desk::new()?;
    let path = desk.home().join("Throughline/Untitled map.storymap");
    let window = desk.open::<&str>([])?;
    let board = || -> Result<Board> { Ok(Document::open_to_read(&path)?.read_board()?) };
    window.find("button.way")?;
    window.keys("g")?;
    write(&window, "More people buy")?;
    write(&window, "Orders a day")?;
    for (activity, _) in JOURNEY {
        write(&window, activity)?;
    }
    wait_for(&window, "five activities", || Ok(board()?.activities.iter().count() == 5))?;
    let activities: Vec<_> = board()?.activities.iter().map(|row| row.id).collect();
    leave(&window)?;
    focus_is(&window, &format!("activity {}", activities[4]))?;
    window.keys("Home")?;

    for ((_, titles), activity) in JOURNEY.iter().zip(&activities) {
        focus_is(&window, &format!("activity {activity}"))?;
        for title in *titles {
            window.keys("+")?;
            write(&window, title)?;
            let step = window.wait_for(title, |_| {
                let board = board()?;
                let named = board.steps.iter().find(|step| {
                    step.activity == *activity
                        && step.title.as_ref().is_some_and(|name| name.as_str() == *title)
                });
                Ok(named.map(|step| step.id))
            })?;
            focus_is(&window, &format!("step {step}"))?;
        }
        window.keys("ArrowUp")?;
        focus_is(&window, &format!("activity {activity}"))?;
        window.keys("ArrowRight")?;
    }

    // Back to the left edge, and down to the heads.
    focus_is(&window, "add-activity")?;
    window.keys("Home")?;
    window.keys("ArrowLeft")?;
    focus_is(&window, "add-goal")?;
    window.keys("ArrowDown")?;
    focus_is(&window, "head later")?;
    for (count, name) in SLICES.iter().enumerate() {
        window.keys("+")?;
        write(&window, name)?;
        wait_for(&window, name, || Ok(board()?.slices.iter().count() == count + 1))?;
        let made = board()?.slices.iter().last().ok_or("a slice")?.id;
        focus_is(&window, &format!("head {made}"))?;
    }

    // A card in each step of each slice, and a second one in four steps of the first.
    let slices: Vec<_> = board()?.slices.iter().map(|slice| slice.id).collect();
    let steps: Vec<_> = board()?.columns().into_iter().map(|step| step.id).collect();
    window.keys("ArrowUp")?;
    window.keys("ArrowUp")?;
    focus_is(&window, &format!("head {}", slices[0]))?;
    window.keys("ArrowRight")?;
    let mut written = 0;
    for (band, slice) in slices.iter().enumerate() {
        for (at, step) in steps.iter().enumerate() {
            focus_is(&window, &format!("cell {slice}/{step}"))?;
            // The first letter opens the field.
            window.type_text("C")?;
            window.wait_for("a field with the letter", |window| {
                let field = "return document.activeElement.tagName + document.activeElement.value";
                Ok((window.script(field, &[])? == "TEXTAREAC").then_some(()))
            })?;
            written += 1;
            window.type_text(&format!("an {written}"))?;
            window.keys("Enter")?;
            if band == 0 && at < 4 {
                written += 1;
                write(&window, &format!("Can {written}"))?;
            }
            wait_for(&window, "the card", || Ok(board()?.items.iter().count() == written))?;
            leave(&window)?;
            window.keys("ArrowRight")?;
        }
        // At the right edge the focus stays; the next slice begins at the left.
        let Some(next) = slices.get(band + 1) else { continue };
        window.keys("Home")?;
        let below = format!("cell {next}/{}", steps[0]);
        window.wait_for(&below, |window| {
            if focused(window)? == below {
                return Ok(Some(()));
            }
            window.keys("ArrowDown")?;
            Ok(None)
        })?;
    }
    assert_eq!(written, 40);
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

/// Leaves the empty field that is open.
fn leave(window: &Window<'_>) -> Result<()> {
    window.wait_for("an empty field", |window| {
        let field = "return document.activeElement.tagName + document.activeElement.value";
        Ok((window.script(field, &[])? == "TEXTAREA").then_some(()))
    })?;
    window.keys("Escape")?;
    window
        .wait_for("the focus on the map", |window| Ok((!focused(window)?.is_empty()).then_some(())))
}

/// What has the focus, by its `data-spot`.
fn focused(window: &Window<'_>) -> Result<String> {
    let spot = window.script("return document.activeElement.dataset.spot ?? ''", &[])?;
    Ok(spot.as_str().unwrap_or_default().to_owned())
}

fn focus_is(window: &Window<'_>, spot: &str) -> Result<()> {
    window.wait_for(&format!("the focus on {spot}"), |window| {
        Ok((focused(window)? == spot).then_some(()))
    })
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
