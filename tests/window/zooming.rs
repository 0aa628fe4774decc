//! Larger, smaller, and the map moved under the window. Nothing of it is in the file, and the page itself
//! is never magnified.

use throughline_tests::TestResult;

use crate::corner::{Corner, card, item};
use crate::harness::{Desk, Element, Result, Window};

/// The zoom that the line of hints says, in percent.
fn zoom(window: &Window<'_>) -> Result<u32> {
    let says = window.find(".zoom .now")?.text()?;
    Ok(says.trim_end_matches(['%', ' ', '\u{a0}']).parse()?)
}

fn wait_for_zoom(window: &Window<'_>, percent: u32) -> TestResult {
    window
        .wait_for(&format!("{percent} %"), |window| Ok((zoom(window)? == percent).then_some(())))?;
    Ok(())
}

/// Left, top, width and height.
fn area(element: &Element<'_>) -> Result<[f64; 4]> {
    let area = element.script(
        "const { x, y, width, height } = arguments[0].getBoundingClientRect(); return [x, y, width, height]",
    )?;
    Ok(serde_json::from_value(area)?)
}

/// Turns the wheel over a point: up is negative.
fn wheel(window: &Window<'_>, (x, y): (f64, f64), down: f64, more: &str) -> TestResult {
    let source = format!(
        "const [clientX, clientY, deltaY] = arguments;
         document.elementFromPoint(clientX, clientY).dispatchEvent(
           new WheelEvent('wheel', {{ clientX, clientY, deltaY, bubbles: true, cancelable: true, {more} }}))"
    );
    window.script(&source, &[x.into(), y.into(), down.into()])?;
    Ok(())
}

#[test]
fn the_wheel_with_control_zooms_at_the_pointer_and_the_type_of_the_heads_keeps_its_size()
-> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let held = item(&board, "Pin a favourite café")?;
    let [x, y, width, height] = area(&card(&window, held)?)?;
    let at = (x + width / 4.0, y + height / 4.0);
    let head = |window: &Window<'_>| -> Result<[f64; 4]> { area(&window.find(".head .pill")?) };
    let pill = head(&window)?;

    wheel(&window, at, -120.0, "ctrlKey: true")?;
    window.wait_for("a larger zoom", |window| Ok((zoom(window)? > 100).then_some(())))?;
    let part = f64::from(zoom(&window)?) / 100.0;
    let [left, top, wide, high] = area(&card(&window, held)?)?;
    assert!((wide / width - part).abs() < 0.01 && (high / height - part).abs() < 0.01);
    assert!(((at.0 - left) / wide - 0.25).abs() < 0.03, "what is under the pointer stays there");
    assert!(((at.1 - top) / high - 0.25).abs() < 0.03, "what is under the pointer stays there");
    let [_, _, pill_wide, pill_high] = head(&window)?;
    assert_eq!([pill_wide, pill_high], [pill[2], pill[3]], "heads keep their size");
    assert_eq!(
        window.script("return visualViewport.scale", &[])?,
        1.0,
        "the page is not magnified"
    );

    window.keys("Control+0")?;
    wait_for_zoom(&window, 100)?;
    assert_eq!(area(&card(&window, held)?)?[2..], [width, height]);
    Ok(())
}

#[test]
fn the_map_is_moved_by_the_wheel_and_by_arrows_where_nothing_has_the_focus_and_casts_no_shadow_then()
-> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    window.resize(1024, 640)?;
    let board = map.board()?;
    let held = card(&window, item(&board, "Pin a favourite café")?)?;
    let [x, y, width, height] = area(&held)?;
    let at = (x + width / 2.0, y.min(400.0) + height / 2.0);
    let shadow = "return getComputedStyle(arguments[0]).boxShadow";
    assert_ne!(held.script(shadow)?, "none");

    wheel(&window, at, 60.0, "shiftKey: true")?;
    let sideways = area(&held)?[0];
    assert_eq!(held.script(shadow)?, "none", "nothing casts a shadow while it moves");
    assert_eq!(sideways, x - 60.0, "the wheel with Shift moves it sideways");
    wheel(&window, at, 40.0, "")?;
    assert_eq!(area(&held)?[1], y - 40.0);
    window.wait_for("shadows again", |_| Ok((held.script(shadow)? != "none").then_some(())))?;

    window.script("document.activeElement.blur()", &[])?;
    window.keys("ArrowLeft")?;
    window.wait_for("the map further left", |_| Ok((area(&held)?[0] > sideways).then_some(())))?;
    Ok(())
}

#[test]
fn while_the_wheel_zooms_cards_are_painted_and_at_rest_they_are_there_to_be_taken() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let held = item(&board, "Pin a favourite café")?;
    card(&window, held)?.script("arguments[0].focus()")?;
    // In one go with the turn: a slow machine may come to rest before it is asked.
    let seen = window.script_async(
        "const done = arguments[0], card = document.activeElement, box = card.getBoundingClientRect();
         const [clientX, clientY] = [box.x + box.width / 2, box.y + box.height / 2];
         card.dispatchEvent(
           new WheelEvent('wheel', { clientX, clientY, deltaY: 60, ctrlKey: true, bubbles: true, cancelable: true }));
         setTimeout(() => done([
           document.querySelectorAll('.map .card').length,
           document.querySelectorAll('canvas.blocks').length,
           document.activeElement.dataset.card ?? '',
         ]), 0)",
    )?;
    assert_eq!(seen, serde_json::json!([0, 1, held.id.to_string()]));
    window.wait_for("paper again, with the focus on it", |window| {
        let there = window.script(
            "return document.activeElement.matches('.card') && document.activeElement.dataset.card === arguments[0]
               && !document.querySelector('canvas.blocks')",
            &[held.id.to_string().into()],
        )?;
        Ok(there.as_bool().filter(|there| *there))
    })?;
    Ok(())
}

#[test]
fn keys_zoom_in_steps_to_the_whole_map_and_to_the_selection() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let held = item(&board, "Pin a favourite café")?;
    card(&window, held)?.click()?;

    window.keys("Control++")?;
    wait_for_zoom(&window, 125)?;
    window.keys("Control+-")?;
    window.keys("Control+-")?;
    wait_for_zoom(&window, 90)?;
    window.keys("Shift+1")?;
    window.wait_for("the whole map", |window| {
        let seen = window.script(
            "const clip = document.querySelector('[data-map-clip]').getBoundingClientRect();
             const bands = [...document.querySelectorAll('[role=row].band')];
             const last = bands.at(-1)?.getBoundingClientRect();
             return !!last && last.right <= clip.right && last.bottom <= clip.bottom + 1",
            &[],
        )?;
        Ok(seen.as_bool().filter(|seen| *seen))
    })?;
    assert!(zoom(&window)? < 90);
    window.keys("Shift+2")?;
    wait_for_zoom(&window, 100)?;
    let [x, y, width, height] = area(&card(&window, held)?)?;
    let [left, top, wide, high] = area(&window.find("[data-map-clip]")?)?;
    assert!(left <= x && x + width <= left + wide, "it is in the window");
    assert!((y + height / 2.0 - top - high / 2.0).abs() < 2.0, "and in the middle of it");
    assert_eq!(map.board()?, board, "looking changes nothing");
    Ok(())
}
