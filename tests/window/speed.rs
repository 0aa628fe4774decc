//! How fast the real window is, against a page with a plain canvas that draws the same cards: no step of
//! the program, no page but the canvas, and the same hand on both. `cargo xtask bench window` runs it.

#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use throughline_core::board::Guesses;
use throughline_core::document::Document;
use throughline_core::edit::Edit;
use throughline_core::layout::scene::{CardId, ListKey};
use throughline_core::layout::{self, Grid, View};
use throughline_tests::TestResult;

use crate::harness::{Desk, Point, Result, Window};

#[path = "../benches/backlog.rs"]
mod backlog;

/// Frames of one hand that moves the map, after some that do not count.
const FRAMES: usize = 160;
const WARM_UP: usize = 20;
const DROPS: usize = 20;
/// A busy machine draws a frame in a tenth of a second.
const PATIENCE: Duration = Duration::from_secs(180);

#[test]
#[ignore = "it measures, and asserts nothing"]
fn of_panning_and_zooming_against_a_plain_canvas() -> TestResult {
    println!("| frames, in ms | window: p50 / p95 | plain canvas: p50 / p95 | ratio |");
    println!("|---|---|---|---|");
    for items in [1_000, 10_000] {
        let desk = Desk::new()?;
        let path = desk.home().join("map.storymap");
        let cards = map_of(items, &path)?;
        let plain = desk.open::<&str>([])?.with_patience(PATIENCE);
        plain.resize(1440, 900)?;
        plain.find("#app")?;
        plain.script(PLAIN, &[cards])?;
        let canvas =
            HANDS.map(|(_, hand)| frames(&plain, hand)).into_iter().collect::<Result<Vec<_>>>()?;
        plain.end()?;

        let window = desk.open([&path])?.with_patience(PATIENCE);
        window.resize(1440, 900)?;
        window.find("[data-map-clip] [data-card]")?;
        for ((what, hand), canvas) in HANDS.into_iter().zip(canvas) {
            let ours = frames(&window, hand)?;
            line(&format!("{what}, {items} cards"), &ours, &canvas);
        }
        window.end()?;
    }
    Ok(())
}

#[test]
#[ignore = "it measures, and asserts nothing"]
fn of_200_cards_that_are_let_go() -> TestResult {
    println!("| 200 cards dropped, in ms | until painted: p50 / p95 |");
    println!("|---|---|");
    let desk = Desk::new()?;
    let path = desk.home().join("map.storymap");
    map_of(10_000, &path)?;
    let window = desk.open([&path])?.with_patience(PATIENCE);
    window.resize(1440, 900)?;
    let times = drops(&window)?;
    println!("| of 10000 | {:.0} / {:.0} |", part(&times, 0.5), part(&times, 0.95));
    window.end()?;
    Ok(())
}

/// What a hand does in each frame, as the body of a function of the frame's number and a `turn` that
/// turns the wheel.
const HANDS: [(&str, &str); 4] = [
    ("pan at 100 %", "turn(frame % 80 < 40 ? 43 : -43, frame % 120 < 60 ? 31 : -31, false)"),
    ("zoom 100 % to 50 %", "turn(0, frame % 60 < 30 ? 13 : -13, true)"),
    ("zoom to 15 % and back", "turn(0, frame % 80 < 40 ? 26 : -26, true)"),
    (
        "pan at 15 %",
        "frame < 40 ? turn(0, 26, true) : turn(frame % 80 < 40 ? 23 : -23, frame % 40 < 20 ? 11 : -11, false)",
    ),
];

/// Times between frames while a hand moves the map.
fn frames<'desk>(window: &'desk Window<'desk>, hand: &str) -> Result<Vec<f64>> {
    let source = format!(
        "window.frames = [];
         const over = document.querySelector('[data-map-clip], canvas');
         const turn = (deltaX, deltaY, ctrlKey) => over.dispatchEvent(new WheelEvent('wheel', {{
           deltaX, deltaY, ctrlKey, clientX: 800, clientY: 500, bubbles: true, cancelable: true }}));
         const move = (frame) => {{ {hand} }};
         const times = [];
         let before = 0;
         const step = (now, frame) => {{
           if (frame > {WARM_UP}) times.push(now - before);
           before = now;
           if (frame === {WARM_UP} + {FRAMES}) {{
             for (let back = 0; back < 40; back++) turn(0, -120, true);
             for (let back = 0; back < 4; back++) turn(0, 77, true);
             dispatchEvent(new KeyboardEvent('keydown', {{ key: '0', code: 'Digit0', ctrlKey: true }}));
             window.frames = times;
             return;
           }}
           move(frame);
           requestAnimationFrame((now) => step(now, frame + 1));
         }};
         requestAnimationFrame((now) => step(now, 0));"
    );
    window.script(&source, &[])?;
    let told = window.wait_for("the last frame", |window| {
        let times = window.script("return window.frames.length ? window.frames : null", &[])?;
        Ok(Some(times).filter(|times| !times.is_null()))
    })?;
    let mut times: Vec<f64> = serde_json::from_value(told)?;
    times.sort_by(f64::total_cmp);
    Ok(times)
}

/// A page with nothing on it but a canvas, and the cards of a map in the window drawn anew each frame.
const PLAIN: &str = r"
    const cards = arguments[0];
    document.body.innerHTML = '<canvas></canvas>';
    const canvas = document.querySelector('canvas');
    Object.assign(canvas.style, { position: 'fixed', left: '0', top: '0', width: '100vw', height: '100vh' });
    const scale = devicePixelRatio;
    canvas.width = innerWidth * scale;
    canvas.height = innerHeight * scale;
    const pen = canvas.getContext('2d');
    let [x, y, zoom] = [0, 0, 1];
    const draw = () => {
      pen.setTransform(scale, 0, 0, scale, 0, 0);
      pen.fillStyle = '#F5F4F0';
      pen.fillRect(0, 0, innerWidth, innerHeight);
      pen.setTransform(scale * zoom, 0, 0, scale * zoom, -x * scale, -y * scale);
      const [left, top, right, bottom] = [x / zoom, y / zoom, (x + innerWidth) / zoom, (y + innerHeight) / zoom];
      pen.font = '500 13px Inter Variable';
      for (const [at, down, lines] of cards) {
        if (at + 152 < left || at > right || down + 84 < top || down > bottom) continue;
        pen.fillStyle = zoom < 0.4 ? '#BDB9AE' : '#FFFFFF';
        pen.beginPath();
        pen.roundRect(at, down, 152, 84, 6);
        pen.fill();
        if (zoom < 0.4) continue;
        pen.fillStyle = '#1A1B1E';
        lines.forEach((line, row) => pen.fillText(line, at + 10, down + 20 + row * 16));
      }
    };
    let asked = 0;
    canvas.addEventListener('wheel', (event) => {
      event.preventDefault();
      if (event.ctrlKey) {
        const next = Math.max(0.1, Math.min(zoom * Math.exp(-event.deltaY * 0.0018), 2));
        x = ((x + event.clientX) / zoom) * next - event.clientX;
        y = ((y + event.clientY) / zoom) * next - event.clientY;
        zoom = next;
      } else {
        x += event.deltaX;
        y += event.deltaY;
      }
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(draw);
    }, { passive: false });
    addEventListener('keydown', () => { [x, y, zoom] = [0, 0, 1]; });
    draw();
";

/// Writes a map of so many PBIs, and says where its cards lie: x, y, lines.
fn map_of(items: u32, path: &Path) -> Result<Value> {
    let mut document = Document::create(path, "Bench")?;
    document.edit(&Edit::Import { draft: backlog::of(items) })?;
    let scene = layout::lay_out(&document.read_board()?, &Guesses::new(), &View::default());
    let grid = Grid::of(&scene);
    let mut cards = Vec::new();
    for (key, list) in &scene.lists {
        let ListKey::Cell { band, step } = key else { continue };
        let column = scene.backbone.columns.iter().position(|column| column.step == *step);
        let band = scene.bands.iter().position(|scene| scene.band == *band);
        let (Some(column), Some(band)) = (column, band) else { continue };
        for (row, card) in (0..).zip(&list.shown) {
            if let (Some((x, y)), Some(face)) = (grid.card(column, band, row), face(&scene, *card))
            {
                cards.push(json!([x, y, face]));
            }
        }
    }
    Ok(Value::Array(cards))
}

fn face(scene: &layout::Scene, card: CardId) -> Option<Vec<String>> {
    scene.faces.get(&card).map(|face| face.lines.iter().map(ToString::to_string).collect())
}

/// From afar 200 blocks are picked, five rows over all 40 columns, and carried to the next slice and
/// back, where each keeps its step: times until they are painted there.
fn drops<'desk>(window: &'desk Window<'desk>) -> Result<Vec<f64>> {
    window.find("[data-map-clip] [data-card]")?.script("arguments[0].focus()")?;
    for _ in 0..9 {
        window.keys("Control+-")?;
    }
    let first = window.find(".block[data-card]")?;
    let from = first.centre()?;
    // Columns lie 16 px apart there, activities 11 px more, rows 9.2 px.
    window.drag(from.offset(-7.0, -9.0), from.offset(39.0 * 16.0 + 7.0 * 11.0, 4.0 * 9.2))?;
    window.wait_for("200 cards to be selected", |window| {
        let said = window.script("return document.querySelector('.said').textContent", &[])?;
        Ok(said.as_str().is_some_and(|said| said.contains("200")).then_some(()))
    })?;
    window.script(WATCH, &[])?;
    for drop in 0..DROPS {
        let heads = window.find_all(".head[data-drop-band]")?;
        let head = heads.get(1 - drop % 2).ok_or("no head")?.centre()?;
        let block = window.find(".block[data-card]")?.centre()?;
        window.drag(block, Point { y: head.y - 12.0, ..head })?;
        window.wait_for("the drop to be painted", |window| {
            let count = window.script("return window.drops.length", &[])?;
            Ok((count.as_u64() > u64::try_from(drop).ok()).then_some(()))
        })?;
    }
    let mut times: Vec<f64> = serde_json::from_value(window.script("return window.drops", &[])?)?;
    times.sort_by(f64::total_cmp);
    Ok(times)
}

/// Notes how long it takes from letting go until the block in focus lies elsewhere and was painted.
const WATCH: &str = r"
    window.drops = [];
    const top = () => document.querySelector('.block[data-card]')?.getBoundingClientRect().top ?? 0;
    addEventListener('pointerup', () => {
      const [start, before] = [performance.now(), top()];
      const look = () => {
        if (Math.abs(top() - before) < 9) requestAnimationFrame(look);
        else requestAnimationFrame(() => requestAnimationFrame(() => window.drops.push(performance.now() - start)));
      };
      look();
    }, { capture: true });
";

fn line(what: &str, ours: &[f64], canvas: &[f64]) {
    let [p50, p95] = [0.5, 0.95].map(|share| part(ours, share));
    let [plain50, plain95] = [0.5, 0.95].map(|share| part(canvas, share));
    println!(
        "| {what} | {p50:.1} / {p95:.1} | {plain50:.1} / {plain95:.1} | {:.2} / {:.2} |",
        p50 / plain50,
        p95 / plain95
    );
}

/// The time under which this share of sorted times stays.
fn part(times: &[f64], share: f64) -> f64 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a position in a short list"
    )]
    let at = (times.len() as f64 * share) as usize;
    times.get(at.min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}
