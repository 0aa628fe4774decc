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
