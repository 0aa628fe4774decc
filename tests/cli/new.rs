//! `new`

use throughline_tests::TestResult;

use crate::desk::Desk;

#[test]
fn a_new_map_is_empty_and_named_after_its_file() -> TestResult {
    let desk = Desk::new()?;
    let session = desk.session(&[
        "new corner.storymap",
        "new other.storymap --title \"The other corner\"",
        "print corner.storymap",
        "print other.storymap",
        "history corner.storymap",
    ])?;
    assert_eq!(
        session,
        "\
$ new corner.storymap
! Made corner.storymap.
$ new other.storymap --title \"The other corner\"
! Made other.storymap.
$ print corner.storymap
corner
$ print other.storymap
The other corner
$ history corner.storymap
"
    );
    Ok(())
}

#[test]
fn nothing_that_exists_is_written_over() -> TestResult {
    let desk = Desk::new()?;
    let path = desk.put("notes.txt", "mine")?;
    let ran = desk.run(["new", "notes.txt"])?;
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("already"), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(path)?, "mine");
    Ok(())
}

#[test]
fn a_map_that_cannot_be_made_leaves_nothing_behind() -> TestResult {
    let desk = Desk::new()?;
    for arguments in
        [["new", "gone/corner.storymap"].as_slice(), &["new", "m.storymap", "--title", " "]]
    {
        let ran = desk.run(arguments.iter().copied())?;
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{arguments:?}");
        assert!(!ran.err.trim().is_empty(), "{arguments:?} is refused with a sentence");
    }
    assert!(!desk.path("m.storymap").exists());
    Ok(())
}

#[test]
fn the_example_is_one_change_with_three_slices_of_different_verdicts() -> TestResult {
    let desk = Desk::new()?;
    let ran = desk.run(["new", "try.storymap", "--example"])?;
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", "Made try.storymap.\n"));
    let slices = desk.run(["slices", "try.storymap", "--format", "json"])?.json()?;
    let verdicts: Vec<_> =
        slices.as_array().into_iter().flatten().map(|slice| &slice["verdict"]).collect();
    assert_eq!(verdicts, ["end-to-end", "pieces", "gaps"]);
    let info = desk.run(["info", "try.storymap", "--format", "json"])?.json()?;
    assert_eq!(info["changes"], 1);
    assert_eq!(desk.run(["undo", "try.storymap"])?.code, 0);
    assert_eq!(desk.run(["print", "try.storymap"])?.out, "Corner\n", "an empty map of that name");
    Ok(())
}
