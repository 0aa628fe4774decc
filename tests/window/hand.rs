//! What the hand of the harness does reaches the page: else no other test here would mean anything.

use std::time::Duration;

use throughline_tests::TestResult;

use crate::harness::{Desk, Point};

/// Writes down what happens to it, in `document.title`.
const SHEET: &str = r#"
    document.body.innerHTML = `
      <main><input aria-label="Title"><button type="button">Save</button>
      <div id="card"></div></main>`;
    const told = [];
    const tell = (what) => { told.push(what); document.title = told.join(' '); };
    const card = document.getElementById('card');
    // One by one: the Content Security Policy forbids a style attribute.
    Object.assign(card.style, { position: 'absolute', left: '100px', top: '200px', width: '80px', height: '40px' });
    card.onpointerdown = (event) => { card.setPointerCapture(event.pointerId); tell('down'); };
    let moves = 0;
    card.onpointermove = () => { moves += 1; };
    card.onpointerup = (event) => tell(`up ${event.clientX},${event.clientY} after ${moves > 3 ? 'moves' : 'a jump'}`);
    document.querySelector('button').onclick = () => tell('saved');
    document.onkeydown = (event) => { if (event.ctrlKey && event.shiftKey && event.key === 'Z') tell('redo'); };
"#;

#[test]
fn a_drag_a_click_a_chord_and_typing_reach_the_page() -> TestResult {
    let desk = Desk::new()?;
    let window = desk.open::<&str>([])?;
    window.script(SHEET, &[])?;
    let card = window.find("#card")?;
    assert_eq!(card.attribute("id")?.as_deref(), Some("card"));
    assert_eq!(card.centre()?, Point { x: 140.0, y: 220.0 });

    window.drag(card.centre()?, card.centre()?.offset(160.0, 30.0))?;
    window.by_role("button", "Save")?.click()?;
    window.click_at(window.by_role("button", "Save")?.centre()?)?;
    window.keys("Control+Shift+Z")?;
    let title = window.by_role("textbox", "Title")?;
    title.click()?;
    window.type_text("Pay by")?;
    title.type_text(" card")?;
    assert_eq!(window.by_role("button", "Save")?.text()?, "Save");

    let told = window.wait_for("the chord", |window| {
        Ok(Some(window.title()?).filter(|told| told.ends_with("redo")))
    })?;
    assert_eq!(told, "down up 300,250 after moves saved saved redo");
    assert_eq!(title.script("return arguments[0].value")?, "Pay by card");
    Ok(())
}

#[test]
fn a_program_that_ended_can_be_started_again_by_the_same_user() -> TestResult {
    let desk = Desk::new()?;
    let map = desk.home().join("corner.storymap");
    let window = desk.open([&map])?;
    window.find("#app")?;
    let names =
        desk.command("xdotool").args(["search", "--name", "corner – Throughline"]).output()?;
    assert!(!names.stdout.is_empty(), "the frame names the map");
    window.end()?;

    let again = desk.open([&map])?;
    again.find("#app")?;
    again.screenshot(&desk.home().join("again.png"))?;
    Ok(())
}

#[test]
fn a_picked_place_is_where_a_new_map_goes() -> TestResult {
    let desk = Desk::new()?;
    let map = desk.home().join("Ours.storymap");
    desk.pick(&map)?;
    let window = desk.open::<&str>([])?;
    window.find("#app")?;
    let opened = window.script_async(
        "const done = arguments[arguments.length - 1];
         window.__TAURI_INTERNALS__.invoke('new_map').then(done, (why) => done(why.message));",
    )?;
    assert_eq!((opened, map.is_file()), (true.into(), true));
    Ok(())
}

#[test]
fn what_is_missing_is_named_and_pictured() -> TestResult {
    let desk = Desk::new()?;
    let window = desk.open::<&str>([])?.with_patience(Duration::from_millis(100));
    let missing =
        window.find("#no-such-thing").err().map(|error| error.to_string()).unwrap_or_default();
    let (what, picture) = missing.split_once(". Seen instead: ").ok_or("no picture is named")?;
    assert_eq!(what, "not there after 100ms: #no-such-thing");
    std::fs::remove_file(picture)?;
    Ok(())
}
