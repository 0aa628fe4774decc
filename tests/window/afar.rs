//! The map from afar: below 40 % cards are blocks on one canvas, and everything that a hand or the
//! keyboard does with a card it still does with a block. Below 60 % the whole map is drawn beside it.

use throughline_core::board::Item;
use throughline_tests::TestResult;

use crate::corner::{Corner, card, item, slice};
use crate::harness::{Desk, Element, Point, Result, Window};

/// How many of the usual zooms lie between 100 % and 30 %.
const TO_30: usize = 6;

fn zoom_out(window: &Window<'_>, times: usize) -> Result<()> {
    for _ in 0..times {
        window.keys("Control+-")?;
    }
    Ok(())
}

/// Puts the focus on a card, and goes so far away that it is a block.
fn afar<'desk>(window: &'desk Window<'desk>, item: &Item) -> Result<Element<'desk>> {
    card(window, item)?.script("arguments[0].focus()")?;
    zoom_out(window, TO_30)?;
    window.find("canvas.blocks[data-painted]")?;
    block(window, item)
}

/// The block that has the focus, once it is that of an item.
fn block<'desk>(window: &'desk Window<'desk>, item: &Item) -> Result<Element<'desk>> {
    window.find(&format!(".block:focus[data-card=\"{}\"]", item.id))
}

fn number(window: &Window<'_>, source: &str) -> Result<f64> {
    Ok(window.script(&format!("return {source}"), &[])?.as_f64().ok_or("no number")?)
}

/// The colour of the canvas at a point of the window, as `rgb` in hex.
fn colour(window: &Window<'_>, at: Point) -> Result<String> {
    let told = window.script(
        "const canvas = document.querySelector('canvas.blocks');
         const { left, top, width } = canvas.getBoundingClientRect();
         const scale = canvas.width / width;
         const [x, y] = [...arguments].map((at, axis) => Math.round((at - (axis ? top : left)) * scale));
         const [r, g, b] = canvas.getContext('2d').getImageData(x, y, 1, 1).data;
         return '#' + [r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')",
        &[at.x.into(), at.y.into()],
    )?;
    Ok(told.as_str().unwrap_or_default().to_owned())
}

fn token(window: &Window<'_>, name: &str) -> Result<String> {
    let told = window.script(
        "return getComputedStyle(document.documentElement).getPropertyValue(arguments[0])",
        &[name.into()],
    )?;
    Ok(told.as_str().unwrap_or_default().trim().to_lowercase())
}

#[test]
fn below_40_percent_cards_are_blocks_on_one_canvas_no_larger_than_the_window() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let held = map.board()?;
    let held = item(&held, "Pin a favourite café")?;
    window.find(".head .pill")?;
    let pill = number(&window, "document.querySelector('.head .pill').offsetHeight")?;
    afar(&window, held)?;

    assert_eq!(
        window.find_all("[data-map-clip] [data-card]")?.len(),
        1,
        "the one that has the focus, and no other card is in the page"
    );
    let within = window.script(
        "const { width, height } = document.querySelector('canvas.blocks');
         return width <= innerWidth * devicePixelRatio && height <= innerHeight * devicePixelRatio",
        &[],
    )?;
    assert_eq!(within, true);
    assert!(window.find_all("[data-spot^='step ']")?.is_empty(), "steps vanish");
    assert_eq!(
        number(&window, "document.querySelector('.head .pill').offsetHeight")?,
        pill,
        "pills keep their size"
    );
    assert_eq!(
        window
            .script("return getComputedStyle(document.querySelector('.activity')).fontSize", &[])?,
        "11px"
    );
    zoom_out(&window, 3)?;
    window.keys("Control+0")?;
    let near = card(&window, held)?;
    window.wait_for("the focus on the card again", |_| {
        Ok(near
            .script("return document.activeElement === arguments[0]")?
            .as_bool()
            .filter(|it| *it))
    })?;
    Ok(())
}

#[test]
fn a_block_is_walked_to_by_arrows_picked_by_a_click_and_opened_by_two() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let held = item(&board, "Pin a favourite café")?;
    let here = afar(&window, held)?.centre()?;
    let name = block(&window, held)?.attribute("aria-label")?.unwrap_or_default();
    assert!(name.starts_with("Pin a favourite café, step "), "it is spoken as a card is: {name}");

    window.keys("ArrowRight")?;
    window.find(&format!(".block:focus:not([data-card=\"{}\"])", held.id))?;
    window.click_at(here)?;
    block(&window, held)?;
    let accent = token(&window, "--accent")?;
    window.wait_for("the block in the colour of the hand", |window| {
        Ok((colour(window, here.offset(0.0, 6.0))? == accent).then_some(()))
    })?;

    window.click_at(here)?;
    window.click_at(here)?;
    let near = card(&window, held)?;
    window.wait_for("the card as large as it is meant to be", |_| {
        let wide = near.script("return arguments[0].getBoundingClientRect().width")?;
        Ok((wide.as_f64() == Some(152.0)).then_some(()))
    })?;
    let centre = near.centre()?;
    let seen = window.script(
        "return document.elementFromPoint(...arguments)?.closest('[data-card]')?.dataset.card",
        &[centre.x.into(), centre.y.into()],
    )?;
    assert_eq!(seen.as_str(), Some(held.id.to_string().as_str()), "it is in the window");
    Ok(())
}

#[test]
fn a_block_dragged_into_another_slice_lies_there_and_a_rectangle_picks_blocks() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let held = item(&board, "Pin a favourite café")?;
    let regulars = slice(&board, "Regulars")?;
    let from = afar(&window, held)?.centre()?;
    let head = window.find(&format!("[data-spot=\"head {}\"]", regulars.id))?;
    let top = head.script("return arguments[0].getBoundingClientRect().top")?;
    let to = Point { x: from.x, y: top.as_f64().ok_or("no top")? + 32.0 };
    window.drag(from, to)?;
    window.wait_for("the file to say so", |_| {
        let lies = item(&map.board()?, "Pin a favourite café")?.slice == Some(regulars.id);
        Ok(lies.then_some(()))
    })?;

    window.keys("Escape")?;
    let start = Point { x: to.x - 40.0, y: to.y - 14.0 };
    window.drag(start, start.offset(160.0, 60.0))?;
    window.wait_for("what is selected to be said", |window| {
        let said = window.script("return document.querySelector('.said').textContent", &[])?;
        Ok(said.as_str().is_some_and(|said| said.contains("selected")).then_some(()))
    })?;
    Ok(())
}

#[test]
fn whoever_writes_from_afar_is_brought_near() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let held = item(&board, "Pin a favourite café")?;
    afar(&window, held)?;
    window.keys("F2")?;
    let field = window.find(".card textarea")?;
    let wide =
        field.script("return arguments[0].closest('.card').getBoundingClientRect().width")?;
    assert_eq!(wide, 152.0);
    Ok(())
}

#[test]
fn the_minimap_comes_below_60_percent_moves_the_window_and_is_hidden_by_a_key() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    window.resize(1024, 640)?;
    let board = map.board()?;
    card(&window, item(&board, "Pin a favourite café")?)?.script("arguments[0].focus()")?;
    zoom_out(&window, 3)?;
    window.wait_for("60 %", |window| {
        let says = window.find(".zoom .now")?.text()?;
        Ok(says.starts_with("60").then_some(()))
    })?;
    assert!(window.find_all("[data-minimap]")?.is_empty(), "at 60 % there is none");
    zoom_out(&window, 1)?;
    let minimap = window.find("[data-minimap]")?;
    let size = minimap.script("return [arguments[0].offsetWidth, arguments[0].offsetHeight]")?;
    assert_eq!(size, serde_json::json!([208, 136]));

    let left = "parseFloat(document.querySelector('[data-minimap] .part').style.left)";
    assert_eq!(number(&window, left)?, 0.0);
    let corner = minimap.script(
        "const { right, bottom } = arguments[0].getBoundingClientRect(); return [right, bottom]",
    )?;
    let corner: [f64; 2] = serde_json::from_value(corner)?;
    window.click_at(Point { x: corner[0] - 12.0, y: corner[1] - 12.0 })?;
    window.wait_for("the window at the far end", |window| {
        let moved = number(window, left)? > 0.0
            || number(
                window,
                "parseFloat(document.querySelector('[data-minimap] .part').style.top)",
            )? > 0.0;
        Ok(moved.then_some(()))
    })?;

    window.keys("m")?;
    window.wait_for("no minimap", |window| {
        Ok(window.find_all("[data-minimap]")?.is_empty().then_some(()))
    })?;
    assert_eq!(
        window.by_role("button", "Show the minimap")?.attribute("aria-pressed")?.as_deref(),
        Some("false")
    );
    Ok(())
}

#[test]
fn fingers_that_spread_on_a_touchpad_zoom_the_map_and_not_the_page() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let at = card(&window, item(&board, "Pin a favourite café")?)?.centre()?;
    // As the shell says it: fingers cannot be laid on a screen that is not there.
    window.script(
        "const [x, y] = arguments;
         dispatchEvent(new CustomEvent('pinch', { detail: { x, y, by: 1.2 } }))",
        &[at.x.into(), at.y.into()],
    )?;
    window.wait_for("120 %", |window| {
        Ok(window.find(".zoom .now")?.text()?.starts_with("120").then_some(()))
    })?;
    assert_eq!(window.script("return visualViewport.scale", &[])?, 1.0);
    Ok(())
}
