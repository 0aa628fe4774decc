//! Wrong usage, help, and files that are not there.

use throughline_tests::TestResult;

use crate::desk::Desk;

const COMMANDS: [&str; 13] = [
    "new", "import", "export", "print", "info", "slices", "sprint", "demo", "check", "edit",
    "undo", "redo", "history",
];

#[test]
fn every_command_has_help_with_an_example() -> TestResult {
    let desk = Desk::new()?;
    for command in COMMANDS {
        let ran = desk.run([command, "--help"])?;
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{command}");
        assert!(
            ran.out.contains(&format!("\n  throughline-cli {command}"))
                || ran.out.contains("| throughline-cli edit"),
            "{}",
            ran.out
        );
    }
    let all = desk.run(["--help"])?;
    assert!(
        COMMANDS.iter().all(|command| all.out.contains(&format!("\n  {command} "))),
        "{}",
        all.out
    );
    Ok(())
}

#[test]
fn wrong_usage_ends_with_2_and_says_how_it_is_meant() -> TestResult {
    let desk = Desk::with_map()?;
    for line in [
        "",
        "fly",
        "new",
        "new a b",
        "print",
        "print corner.storymap --format yaml",
        "print corner.storymap --colour",
        "import corner.storymap",
        "import x.csv --into corner.storymap --report xml",
        "export corner.storymap",
        "export corner.storymap -o x.svg --scale big",
        "slices corner.storymap --bands personas",
        "sprint corner.storymap",
        "demo corner.storymap -o x.md",
        "undo",
        "check",
        "check corner.storymap --format xml",
        "history corner.storymap --slice MVP",
    ] {
        let ran = desk.run(line.split_whitespace())?;
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}");
        assert!(ran.err.contains("--help") || ran.err.contains("Usage"), "{line}: {}", ran.err);
    }
    Ok(())
}

#[test]
fn a_map_that_is_not_there_is_refused_with_a_sentence_by_every_command() -> TestResult {
    let desk = Desk::new()?;
    desk.put("outline.txt", "Order\n\tPay\n")?;
    for line in [
        "import outline.txt --into gone.storymap",
        "export gone.storymap -o x.svg",
        "print gone.storymap",
        "info gone.storymap",
        "slices gone.storymap",
        "sprint gone.storymap --sprint x",
        "demo gone.storymap --sprint x",
        "check gone.storymap",
        "check gone.csv --format json",
        "edit gone.storymap",
        "undo gone.storymap",
        "redo gone.storymap",
        "history gone.storymap",
        // A folder is no map either.
        "print .",
    ] {
        let ran = desk.run(line.split_whitespace())?;
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{line}: {ran:?}");
        assert!(ran.err.lines().count() == 1 && ran.err.len() > 20, "{line}: {}", ran.err);
    }
    assert!(!desk.path("gone.storymap").exists() && !desk.path("x.svg").exists());
    Ok(())
}

#[test]
fn reading_commands_change_no_byte() -> TestResult {
    let desk = Desk::with_corner()?;
    let path = desk.path("corner.storymap");
    let (bytes, moment) = (std::fs::read(&path)?, path.metadata()?.modified()?);
    for line in [
        "print corner.storymap",
        "info corner.storymap",
        "slices corner.storymap",
        "check corner.storymap",
        "history corner.storymap",
    ] {
        assert_eq!(desk.run(line.split_whitespace())?.code, 0);
    }
    assert!(std::fs::read(&path)? == bytes && path.metadata()?.modified()? == moment);
    assert_eq!(std::fs::read_dir(desk.path("."))?.count(), 1, "no journal, no copy");
    Ok(())
}
