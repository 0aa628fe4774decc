//! `export`

use throughline_tests::TestResult;

use crate::desk::Desk;

#[test]
fn the_ending_says_the_format_and_the_same_map_gives_the_same_bytes() -> TestResult {
    let desk = Desk::with_corner()?;
    for (ending, magic) in [("svg", b"<svg".as_slice()), ("png", b"\x89PNG")] {
        let [one, two] = [format!("one.{ending}"), format!("two.{ending}")];
        for name in [&one, &two] {
            let ran = desk.run(["export", "corner.storymap", "-o", name])?;
            assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{ran:?}");
            assert_eq!(ran.err, format!("Wrote {name}.\n"));
        }
        let bytes = std::fs::read(desk.path(&one))?;
        assert!(bytes.windows(magic.len()).take(200).any(|window| window == magic), "{ending}");
        assert!(bytes == std::fs::read(desk.path(&two))?, "{ending} differs from run to run");
    }
    Ok(())
}

#[test]
fn only_the_slices_asked_for_are_drawn() -> TestResult {
    let desk = Desk::with_corner()?;
    desk.run(["export", "corner.storymap", "-o", "one.svg", "--slice", "Walking skeleton"])?;
    let svg = std::fs::read_to_string(desk.path("one.svg"))?;
    assert!(svg.contains("See the menu") && !svg.contains("Gift cards"), "{}", svg.len());
    assert!(!svg.contains("Hand over"), "a card of another slice");
    Ok(())
}

#[test]
fn what_cannot_be_drawn_is_refused_and_writes_nothing() -> TestResult {
    let desk = Desk::with_corner()?;
    for (line, part) in [
        ("export corner.storymap -o map.docx", "docx"),
        ("export corner.storymap -o map", ""),
        ("export corner.storymap -o map.svg --slice MVP", "“Regulars”"),
        ("export corner.storymap -o map.svg --scale 90", ""),
        ("export corner.storymap -o map.svg --date soon", "“soon”"),
        ("export corner.storymap -o gone/map.svg", ""),
    ] {
        let ran = desk.run(line.split_whitespace())?;
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{line}: {ran:?}");
        assert!(ran.err.lines().count() == 1 && ran.err.len() > 20, "{line}: {}", ran.err);
        assert!(ran.err.contains(part), "{line}: {}", ran.err);
    }
    assert_eq!(std::fs::read_dir(desk.path("."))?.count(), 1, "the map alone");
    Ok(())
}

#[test]
fn lens_theme_title_and_date_change_the_picture_and_no_more() -> TestResult {
    let desk = Desk::with_corner()?;
    let drawn = |more: &str| -> Result<String, Box<dyn std::error::Error>> {
        let line = format!("export corner.storymap -o one.svg {more}");
        let ran = desk.run(line.split_whitespace())?;
        assert_eq!(ran.code, 0, "{line}: {ran:?}");
        Ok(std::fs::read_to_string(desk.path("one.svg"))?)
    };
    let plain = drawn("")?;
    assert_eq!(
        plain,
        drawn("--lens team --theme light")?,
        "what holds unless it is said otherwise"
    );
    assert!(drawn("--theme dark")?.contains("#151618") && !plain.contains("#151618"));
    assert!(drawn("--lens workshop")?.contains("font-size:28px"));
    let named = drawn("--title Spring --date 2026-03-01")?;
    assert!(named.contains(">Spring<") && named.contains(">1 March 2026<"), "{}", named.len());
    assert!(drawn("--sprints")?.contains(">In no Sprint<"));
    for wrong in ["--lens everybody", "--theme pink", "--sprints --slice Regulars"] {
        let line = format!("export corner.storymap -o one.svg {wrong}");
        assert_eq!(desk.run(line.split_whitespace())?.code, 2, "{wrong}");
    }
    Ok(())
}
