//! The hand that takes hold of the map itself, and a system that asks for less motion.

use throughline_tests::TestResult;

use crate::corner::{Corner, card, item};
use crate::harness::{Desk, Point, Result, Window};

fn left_of(window: &Window<'_>, spot: &str) -> Result<f64> {
    let left = window.find(spot)?.script("return arguments[0].getBoundingClientRect().left")?;
    left.as_f64().ok_or_else(|| format!("no {spot}").into())
}

/// A map wider than its window, and a place on it where nothing lies.
fn open_wide<'desk>(desk: &'desk Desk, map: &Corner) -> Result<(Window<'desk>, Point)> {
    let window = desk.open([&map.path])?;
    window.resize(1024, 640)?;
    let board = map.board()?;
    let at = card(&window, item(&board, HELD)?)?.centre()?;
    Ok((window, at))
}

/// A card in the upper left of the map.
const HELD: &str = "See whether a café is open now";
const ACTIVITY: &str = "[data-spot^=\"activity \"]";

#[test]
fn the_middle_button_drags_the_map_and_picks_no_card() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let before = map.board()?;
    let (window, at) = open_wide(&desk, &map)?;
    let left = left_of(&window, ACTIVITY)?;
    window.drag_with(1, at, at.offset(-120.0, 0.0))?;
    window.wait_for("the map further right", |window| {
        Ok(((left_of(window, ACTIVITY)? - (left - 120.0)).abs() < 2.0).then_some(()))
    })?;
    assert!(window.find_all(".card.selected, .card.away")?.is_empty());
    assert_eq!(map.board()?, before);
    Ok(())
}

#[test]
fn space_and_a_drag_move_the_map_while_a_tap_of_space_shows_the_story() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let (window, at) = open_wide(&desk, &map)?;
    let board = map.board()?;
    card(&window, item(&board, HELD)?)?.script("arguments[0].focus()")?;
    let left = left_of(&window, ACTIVITY)?;
    window.hold_key("Space")?;
    window.drag(at, at.offset(-100.0, 0.0))?;
    window.release_key("Space")?;
    window.wait_for("the map further right", |window| {
        Ok(((left_of(window, ACTIVITY)? - (left - 100.0)).abs() < 2.0).then_some(()))
    })?;
    assert!(window.find_all("[data-story]")?.is_empty(), "a hand that drags asks for no story");
    assert!(window.find_all("[data-hand]")?.is_empty(), "the hand let go");
    assert_eq!(map.board()?, board);
    Ok(())
}

#[test]
fn nothing_moves_by_itself_where_the_system_asks_for_no_motion() -> TestResult {
    let desk = Desk::new()?;
    let settings = desk.home().join("config/gtk-3.0");
    std::fs::create_dir_all(&settings)?;
    std::fs::write(settings.join("settings.ini"), "[Settings]\ngtk-enable-animations=0\n")?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    window.find("[data-card]")?;
    let times = window.script(
        "const style = getComputedStyle(document.documentElement);
         return ['--t-quick', '--t-move', '--t-verdict'].map((name) => style.getPropertyValue(name).trim())",
        &[],
    )?;
    let still = |time: &serde_json::Value| {
        time.as_str().is_some_and(|time| time.trim_end_matches(['m', 's']) == "0")
    };
    assert!(times.as_array().is_some_and(|times| times.iter().all(still)), "{times}");
    let moving = window.script(
        "const seconds = (list) => list.split(',').map((each) => parseFloat(each));
         return [...document.querySelectorAll('*')].filter((it) => {
           const { transitionDuration, animationName, animationDuration } = getComputedStyle(it);
           return seconds(transitionDuration).some((each) => each > 0)
             || (animationName !== 'none' && seconds(animationDuration).some((each) => each > 0));
         }).map((it) => it.className.toString())",
        &[],
    )?;
    assert_eq!(moving, serde_json::json!([]));
    Ok(())
}
