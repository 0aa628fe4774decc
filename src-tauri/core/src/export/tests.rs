#![allow(clippy::unwrap_used, reason = "what a test cannot read is a failed test")]

mod facts;

use std::path::PathBuf;

use super::*;
use crate::board::{Band, GoalState, Kind};
use crate::layout::sample::Sample;
use crate::layout::scene::CardId;
use crate::layout::{BandsBy, Lens, Part, View};

/// A small café: one slice of each kind that matters, every kind of card.
fn corner() -> Sample {
    let mut map = Sample::named("Corner");
    let find = map.activity("Find a café");
    let (near, choose) = (map.step(find, "See what is near"), map.step(find, "Choose a café"));
    let order = map.activity("Order ahead");
    let browse = map.step(order, "Browse the menu");
    let (mine, time) = (map.step(order, "Make it mine"), map.step(order, "Pick a time"));
    let pay = map.activity("Pay");
    let paying = map.step(pay, "Pay for the order");
    let collect = map.activity("Collect");
    let collecting = map.step(collect, "Hear that it is ready");
    let back = map.activity("");
    let coming = map.step(back, "");
    map.goal(
        "Regulars skip the queue",
        "order to cup 9 → 4 min",
        GoalState::Active,
        &[find, order, pay],
    );
    map.goal("Baristas lose no order", "", GoalState::Next, &[order]);
    map.goal("Guests become regulars", "return 22 → 40 %", GoalState::Reached, &[collect, back]);

    let skeleton = map.slice("Walking skeleton", "Ten commuters order and collect one coffee.");
    let rush = map.slice("Rush hour", "At 8 am the cup is paid and waiting.");
    let regulars = map.slice("Regulars", "A regular orders the usual in ten seconds.");
    map.slice("One day", "");
    let base =
        map.slice("Ready for winter, when everybody wants cocoa", "The machine room stays warm.");

    for (name, step, points) in [
        ("See the three closest cafés in a list", near, 2.0),
        ("See whether a café is open now", choose, 1.0),
        ("Browse the menu with prices", browse, 3.0),
        ("Choose size and milk", mine, 3.0),
        ("Order for as soon as possible", time, 2.0),
        ("Pay at the counter with an order number", paying, 2.0),
        ("Collect by name", collecting, 1.0),
        ("Get a receipt", coming, 0.5),
    ] {
        let item = map.item(name, Some(step), Some(skeleton));
        map.points(item, points);
        map.tasks(item, 3, 3);
        map.done(item);
    }
    let wait = map.item("See how long the wait is right now", Some(choose), Some(rush));
    map.points(wait, 3.0);
    for (name, slice) in [("Queue length", None), ("Badge", None), ("Clock", Some(regulars))] {
        map.task(name, Some(wait), slice);
    }
    let slot = map.item("Pick a time slot to collect", Some(time), Some(regulars));
    map.task("Update form", Some(slot), Some(rush));
    map.item("Implement API endpoint", Some(near), Some(rush));
    let upgrade = map.item("Upgrade to Postgres 17", None, Some(rush));
    map.kind(upgrade, Kind::Enabler);
    map.points(upgrade, 3.0);
    map.tasks(upgrade, 1, 3);
    let push = map.item("How fast is push on old phones?", None, Some(rush));
    map.kind(push, Kind::Spike);
    map.task("Renew certificate", None, Some(rush));

    let pin = map.item("Pin a favourite café", Some(near), Some(regulars));
    map.done(pin);
    let allergens =
        map.item("Be warned about allergens and see calories", Some(mine), Some(regulars));
    map.tag(allergens, "legal");
    map.points(allergens, 5.0);
    let slot_bug = map.item("A slot is offered after closing time", Some(time), Some(regulars));
    map.kind(slot_bug, Kind::Bug);
    map.item("Pay with one tap as a regular", Some(paying), Some(regulars));
    map.item(
        "Order for the whole office every weekday and let everybody change theirs",
        Some(collecting),
        Some(regulars),
    );
    let heat = map.item("Heat the machine room", Some(mine), Some(base));
    map.kind(heat, Kind::Enabler);

    map.item("Show cafés on a map 🗺", Some(near), None);
    map.item("Send a drink to a friend <3 & more", Some(mine), None);
    let note = map.item("Who owns the photos?", Some(choose), None);
    map.kind(note, Kind::Note);
    let cash = map.item("Pay in cash", Some(paying), None);
    map.done(cash);
    map
}

fn guesses(map: &Sample) -> Guesses {
    let technical = map.board.items.iter().filter(|item| item.title.starts_with("Implement"));
    technical.map(|item| item.id).collect()
}

fn written(map: &Sample, options: &ExportOptions, name: &str) -> Result<Vec<u8>, ExportError> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(name);
    export(&map.board, &guesses(map), options, &path, &mut |_| true)?;
    Ok(std::fs::read(path)?)
}

fn svg(map: &Sample, options: &ExportOptions) -> Result<String, ExportError> {
    Ok(String::from_utf8_lossy(&written(map, options, "map.svg")?).into_owned())
}

/// Width, height and pixels (red, green, blue).
struct Pixels {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

fn decoded(png: &[u8]) -> Pixels {
    let mut decoder = ::png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(::png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut rgb).unwrap();
    assert_eq!(info.color_type, ::png::ColorType::Rgb);
    rgb.truncate(info.buffer_size());
    Pixels { width: info.width, height: info.height, rgb }
}

/// What another renderer makes of the SVG, with the bundled fonts at hand.
fn rendered(svg: &str) -> Pixels {
    use resvg::{tiny_skia, usvg};
    let mut options = usvg::Options::default();
    let fonts = options.fontdb_mut();
    fonts.load_font_data(crate::layout::text::INTER.to_vec());
    fonts.load_font_data(crate::layout::text::NOTO_EMOJI.to_vec());
    let tree = usvg::Tree::from_str(svg, &options).unwrap();
    let size = tree.size().to_int_size();
    let mut pixels = tiny_skia::Pixmap::new(size.width(), size.height()).unwrap();
    resvg::render(&tree, tiny_skia::Transform::default(), &mut pixels.as_mut());
    let rgb = pixels.data().chunks_exact(4).flat_map(|pixel| pixel[..3].to_vec()).collect();
    Pixels { width: size.width(), height: size.height(), rgb }
}

#[test]
fn the_same_map_gives_the_same_bytes() -> Result<(), ExportError> {
    for name in ["map.svg", "map.png"] {
        let options = ExportOptions { scale: 0.5, ..ExportOptions::default() };
        assert!(
            written(&corner(), &options, name)? == written(&corner(), &options, name)?,
            "{name}"
        );
    }
    Ok(())
}

#[test]
fn two_renderers_draw_one_picture() -> Result<(), ExportError> {
    let options = ExportOptions::default();
    let ours = decoded(&written(&corner(), &options, "map.png")?);
    let theirs = rendered(&svg(&corner(), &options)?);
    assert_eq!((ours.width, ours.height), (theirs.width, theirs.height));
    let differences = ours.rgb.iter().zip(&theirs.rgb).map(|(a, b)| a.abs_diff(*b));
    let far = differences.clone().filter(|difference| *difference > 40).count();
    let total: u64 = differences.map(u64::from).sum();
    let mean = total as f64 / ours.rgb.len() as f64;
    let far = far as f64 / ours.rgb.len() as f64;
    // Edges of glyphs are smoothed in two ways; nothing else differs.
    assert!(mean < 0.4 && far < 0.001, "mean {mean}, {far} of all channels differ by more than 40");
    Ok(())
}

#[test]
fn a_picture_in_strips_is_the_picture_in_one_piece() {
    let map = corner();
    let mut type_ = Typesetter::new();
    let view = View { across_open: true, ..View::default() };
    let scene = lay_out_part(&map.board, &Guesses::new(), &view, &Part::Whole, &mut type_);
    let speech = Speech::english();
    let mut painter =
        Painter::new(&scene, Heading { title: "Corner", day: None }, &Theme::LIGHT, &speech, type_);
    let mut easel = png::Easel::new(1.0);
    let whole = easel.strip(&mut painter, 1_700, 100, 400);
    let strips: Vec<u8> =
        (100..500).step_by(80).flat_map(|top| easel.strip(&mut painter, 1_700, top, 80)).collect();
    let furthest = whole.iter().zip(&strips).map(|(a, b)| a.abs_diff(*b)).max();
    let differing = whole.iter().zip(&strips).filter(|(a, b)| a != b).count();
    assert_eq!(whole.len(), strips.len());
    assert!(furthest <= Some(3), "{furthest:?}, {differing} of {}", whole.len());
}

#[test]
fn every_title_stands_whole_in_the_svg() -> Result<(), ExportError> {
    let svg = svg(&corner(), &ExportOptions::default())?;
    for item in corner().board.items.iter() {
        let title = item.title.replace('&', "&amp;").replace('<', "&lt;");
        assert!(svg.contains(&format!("<title>{title}</title>")), "{title}");
    }
    assert!(svg.contains(">weekday and let e…</text>"), "the card shows what fits");
    Ok(())
}

#[test]
fn an_svg_brings_the_characters_it_needs_and_no_more() -> Result<(), ExportError> {
    let with_emoji = svg(&corner(), &ExportOptions::default())?;
    assert_eq!(with_emoji.matches("@font-face").count(), 2);
    let mut plain = Sample::named("Plain");
    let activity = plain.activity("Pay");
    plain.step(activity, "Pay by card");
    let plain = svg(&plain, &ExportOptions::default())?;
    assert_eq!(plain.matches("@font-face").count(), 1);
    assert!(plain.len() < 60_000, "{} bytes", plain.len());
    Ok(())
}

#[test]
fn text_that_looks_like_markup_or_cannot_stand_in_xml_stays_text() -> Result<(), ExportError> {
    let mut map = Sample::named("</svg><script>alert(\"1\")</script>");
    map.slice("A & B <i>", "one\u{0}two\u{1b}[31m\u{ffff} three\nfour");
    let svg = svg(&map, &ExportOptions::default())?;
    assert!(!svg.contains("<script") && !svg.contains("<i>"));
    assert!(svg.contains("A &amp; B &lt;i&gt;"));
    assert!(svg.chars().all(|c| c == '\n' || (!c.is_control() && c != '\u{ffff}')));
    rendered(&svg);
    Ok(())
}

#[test]
fn a_selection_is_drawn_with_its_columns_and_bands_alone() -> Result<(), ExportError> {
    let map = corner();
    let mut cards = map.board.items.iter().filter(|item| item.title.contains("Pay with one tap"));
    let cards = cards.by_ref().map(|item| CardId(item.id.0)).collect();
    let what = What::Cards { cards, by: BandsBy::Slices };
    let svg = svg(&map, &ExportOptions { what, ..ExportOptions::default() })?;
    assert!(svg.contains("Pay with one tap") && svg.contains(">Regulars<"));
    for other in [">Rush hour<", ">Later<", ">Collect<", "Browse the menu", ">Pay in cash<"] {
        assert!(!svg.contains(other), "{other}");
    }
    Ok(())
}

#[test]
fn what_has_no_place_on_the_map_is_refused() {
    let mut map = corner();
    let idea = map.item("An idea in the tray", None, None);
    let what = What::Cards { cards: vec![CardId(idea.0)], by: BandsBy::Slices };
    let refused = svg(&map, &ExportOptions { what, ..ExportOptions::default() });
    assert!(matches!(refused, Err(ExportError::Nothing)));
}

#[test]
fn a_picture_of_the_current_view_folds_as_the_window_does() -> Result<(), ExportError> {
    let map = corner();
    let pay = map
        .board
        .activities
        .iter()
        .find(|row| row.title.as_ref().is_some_and(|title| title.starts_with("Pay")));
    let rush = map.board.slices.iter().find(|slice| slice.name.starts_with("Rush"));
    let view = View {
        collapsed_activities: pay.map(|row| row.id).into_iter().collect(),
        folded_bands: rush.map(|slice| Band::Slice { slice: slice.id }).into_iter().collect(),
        ..View::default()
    };
    let what = What::View { view, focus: None };
    let svg = svg(&map, &ExportOptions { what, ..ExportOptions::default() })?;
    for gone in ["Pay with one tap", "How fast is push", "Upgrade to Postgres"] {
        assert!(!svg.contains(gone), "{gone}");
    }
    assert!(svg.contains("rotate(-90") && svg.contains(">Rush hour<"));
    Ok(())
}

#[test]
fn every_theme_and_lens_has_its_own_ground_and_both_renderers_agree() -> Result<(), ExportError> {
    use PictureTheme::{Dark, HighContrast, Light, Print};
    for (theme, lens, ground) in [
        (Dark, Lens::Team, [0x15, 0x16, 0x18]),
        (HighContrast, Lens::Team, [0xff; 3]),
        (Print, Lens::Team, [0xff; 3]),
        (Light, Lens::Workshop, [0xec, 0xea, 0xe3]),
        (Dark, Lens::Workshop, [0; 3]),
    ] {
        let options = ExportOptions { theme, lens, ..ExportOptions::default() };
        let ours = decoded(&written(&corner(), &options, "map.png")?);
        let theirs = rendered(&svg(&corner(), &options)?);
        assert_eq!(ours.rgb[..3], ground, "{theme:?} {lens:?}");
        let far = ours.rgb.iter().zip(&theirs.rgb).filter(|(a, b)| a.abs_diff(**b) > 60).count();
        let share = far as f64 / ours.rgb.len() as f64;
        assert!(share < 0.002, "{theme:?} {lens:?}: {share}");
    }
    Ok(())
}

#[test]
fn title_and_date_stand_in_the_corner_as_they_were_given() -> Result<(), ExportError> {
    let plain = svg(&corner(), &ExportOptions::default())?;
    assert!(plain.contains(">Corner<") && !plain.contains("2026"));
    let named = ExportOptions {
        title: Some("Spring".into()),
        date: Some("2026-03-01".into()),
        ..ExportOptions::default()
    };
    let named = svg(&corner(), &named)?;
    assert!(named.contains(">Spring<") && named.contains(">1 March 2026<"));
    assert!(!named.contains(">Corner<"));
    let soon = ExportOptions { date: Some("soon".into()), ..ExportOptions::default() };
    assert!(matches!(svg(&corner(), &soon), Err(ExportError::NoDay { text }) if text == "soon"));
    Ok(())
}

#[test]
fn a_glance_is_the_same_picture_in_few_pixels() -> Result<(), ExportError> {
    let map = corner();
    let options = ExportOptions { scale: 2.0, ..ExportOptions::default() };
    let glance = glance(&map.board, &guesses(&map), &options, (400, 300), &mut |_| true)?;
    let small = decoded(&glance.png);
    let full = decoded(&written(&map, &options, "map.png")?);
    assert_eq!((glance.width, glance.height), (full.width.into(), full.height.into()));
    assert!(small.width <= 400 && small.height <= 301 && small.width > 100, "{}", small.width);
    Ok(())
}

#[test]
fn copied_pixels_are_those_of_the_file_and_have_a_limit() -> Result<(), ExportError> {
    let map = corner();
    let options = ExportOptions::default();
    let copied = pixels(&map.board, &guesses(&map), &options, &mut |_| true)?;
    let file = decoded(&written(&map, &options, "map.png")?);
    assert_eq!((copied.width, copied.height), (file.width, file.height));
    let rgb = copied.rgba.chunks_exact(4).flat_map(|pixel| &pixel[..3]);
    // A file rounds shades that nobody can tell apart.
    assert!(rgb.zip(&file.rgb).all(|(a, b)| a.abs_diff(*b) <= 6));
    let huge = ExportOptions { scale: 8.0, ..options };
    let refused = pixels(&map.board, &guesses(&map), &huge, &mut |_| true);
    assert!(matches!(refused, Err(ExportError::TooLarge { limit: MAX_COPIED, .. })));
    Ok(())
}

#[test]
fn some_slices_are_drawn_without_the_rest() -> Result<(), ExportError> {
    let map = corner();
    let slices: Vec<_> = map.board.slices.iter().map(|slice| slice.id).collect();
    let options = ExportOptions {
        what: What::Slices { slices: vec![slices[0]] },
        ..ExportOptions::default()
    };
    let svg = svg(&map, &options)?;
    assert!(svg.contains("Walking skeleton") && svg.contains("Browse the menu with prices"));
    for other in ["Rush hour", "Later", "Earlier", "Across", "Pay in cash", "Show cafés on a map"]
    {
        assert!(!svg.contains(other), "{other}");
    }
    Ok(())
}

#[test]
fn scale_makes_the_picture_larger_and_has_limits() -> Result<(), ExportError> {
    let size = |scale| -> Result<_, ExportError> {
        let options = ExportOptions { scale, ..ExportOptions::default() };
        let pixels = decoded(&written(&corner(), &options, "map.png")?);
        Ok((pixels.width, pixels.height))
    };
    let (width, height) = size(0.5)?;
    assert_eq!(size(1.0)?, (2 * width, 2 * height));
    for scale in [0.0, 0.05, 8.5, -1.0, f32::NAN, f32::INFINITY] {
        assert!(matches!(size(scale), Err(ExportError::Scale)), "{scale}");
    }
    Ok(())
}

#[test]
fn a_png_over_the_limit_is_refused_before_a_pixel_is_drawn() {
    let mut map = Sample::default();
    for _ in 0..300 {
        let activity = map.activity("");
        map.step(activity, "");
        map.slice("Slice", "");
    }
    let options = ExportOptions { scale: 8.0, ..ExportOptions::default() };
    let refused = written(&map, &options, "map.png");
    assert!(matches!(
        refused,
        Err(ExportError::TooLarge { width: 422_000.., height: 360_000.., .. })
    ));
}

#[test]
fn the_ending_names_the_format_in_whatever_case() -> Result<(), ExportError> {
    let small = ExportOptions { scale: 0.1, ..ExportOptions::default() };
    let map = Sample::default();
    assert!(written(&map, &small, "map.PNG")?.starts_with(b"\x89PNG"));
    assert!(written(&map, &small, "map.Svg")?.starts_with(b"<svg"));
    for (name, ending) in [("map.gif", "gif"), ("map", "")] {
        let refused = written(&map, &small, name);
        assert!(matches!(refused, Err(ExportError::UnknownEnding { ending: it }) if it == ending));
    }
    Ok(())
}

#[test]
fn a_cancelled_or_failed_export_leaves_what_was_there() -> Result<(), ExportError> {
    let folder = tempfile::tempdir()?;
    for name in ["map.png", "map.svg"] {
        let path = folder.path().join(name);
        std::fs::write(&path, "before")?;
        let mut steps = 0;
        let cancelled =
            export(&corner().board, &Guesses::new(), &ExportOptions::default(), &path, &mut |_| {
                steps += 1;
                steps < 2
            });
        assert!(matches!(cancelled, Err(ExportError::Cancelled)));
        assert_eq!(std::fs::read_to_string(&path)?, "before");
    }
    assert_eq!(std::fs::read_dir(folder.path())?.count(), 2, "no temporary file stays");
    let nowhere = folder.path().join("not there").join("map.svg");
    let failed =
        export(&corner().board, &Guesses::new(), &ExportOptions::default(), &nowhere, &mut |_| {
            true
        });
    assert!(
        matches!(failed, Err(ExportError::Write(error)) if error.kind() == std::io::ErrorKind::NotFound)
    );
    Ok(())
}

#[test]
fn progress_grows_to_the_end() -> Result<(), ExportError> {
    let folder = tempfile::tempdir()?;
    let mut told = Vec::new();
    let options = ExportOptions { scale: 2.0, ..ExportOptions::default() };
    export(
        &corner().board,
        &Guesses::new(),
        &options,
        &folder.path().join("map.png"),
        &mut |part| {
            told.push(part);
            true
        },
    )?;
    assert!(told.len() > 3 && told.windows(2).all(|pair| pair[0] < pair[1]), "{told:?}");
    assert_eq!(told.last(), Some(&1.0));
    Ok(())
}

/// A picture small enough to be read: where it changes, this file shows what changed.
#[test]
fn a_small_map_is_drawn_as_before() -> Result<(), ExportError> {
    let mut map = Sample::named("Small");
    let (find, pay) = (map.activity("Find"), map.activity("Pay"));
    let (near, card) = (map.step(find, "See what is near"), map.step(pay, ""));
    map.goal("Skip the queue", "9 → 4 min", GoalState::Active, &[find]);
    let slice = map.slice("Walking skeleton", "One coffee is collected.");
    let done = map.item("See the closest cafés", Some(near), Some(slice));
    map.done(done);
    map.item("Pay by card", Some(card), None);
    let drawn: String = svg(&map, &ExportOptions::default())?
        .lines()
        .filter(|line| !line.starts_with("@font-face"))
        .map(|line| format!("{line}\n"))
        .collect();
    let golden =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/golden/small.svg");
    if std::env::var_os("THROUGHLINE_BLESS").is_some() {
        std::fs::write(&golden, &drawn)?;
    }
    assert_eq!(drawn, std::fs::read_to_string(golden)?);
    Ok(())
}
