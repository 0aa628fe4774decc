//! Killed at any moment of an import: all of it is there afterwards, or nothing.

use std::io::Read as _;
use std::process::Child;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;
use throughline_tests::TestResult;

use crate::desk::{Desk, Editing, Outcome};
use crate::killed::{count, kill};

/// How many PBIs are brought in.
const ITEMS: u64 = 2_000;

/// An outline of that many PBIs.
fn outline(items: u64) -> String {
    let mut text = String::new();
    for number in 0..items {
        if number % 250 == 0 {
            text += &format!("Activity {number}\n    Step {number}\n");
        }
        text += &format!("        See what is on the menu today, in order {number}\n");
    }
    text
}

/// Waits until the program ends, at most that long; whether it has ended.
fn ends_within(child: &mut Child, at_most: Duration) -> Outcome<bool> {
    let (ended, wait) = mpsc::channel();
    let mut err = child.stderr.take().ok_or("piped")?;
    // Standard error closes when the program ends: a wait that needs no asking again.
    thread::spawn(move || {
        let _ = err.read_to_end(&mut Vec::new());
        let _ = ended.send(());
    });
    Ok(wait.recv_timeout(at_most).is_ok())
}

#[test]
fn killed_at_25_moments_of_an_import_all_of_it_is_there_or_nothing() -> TestResult {
    let desk = Desk::new()?;
    desk.put("backlog.txt", outline(ITEMS))?;
    let import = |file: &str| desk.command(["import", "backlog.txt", "--into", file]).spawn();

    desk.run(["new", "whole.storymap"])?;
    let began = Instant::now();
    assert!(import("whole.storymap")?.wait()?.success());
    let takes = began.elapsed();
    assert_eq!(count(&desk, "whole.storymap", "items")?, ITEMS);

    let (mut nothing, mut all) = (0, 0);
    for moment in 1..=25 {
        let file = format!("killed{moment}.storymap");
        desk.run(["new", &file])?;
        let mut child = import(&file)?;
        ends_within(&mut child, takes * moment / 25)?;
        kill(&mut child)?;
        match (count(&desk, &file, "items")?, count(&desk, &file, "changes")?) {
            (0, 0) => nothing += 1,
            (ITEMS, 1) => all += 1,
            half => return Err(format!("killed at {moment}/25 of {takes:?}: {half:?}").into()),
        }
        let map = desk.run(["print", &file])?;
        assert_eq!((map.code, map.err.as_str()), (0, ""), "{moment}");
        // And it can be brought in again.
        if nothing == 1 {
            assert!(import(&file)?.wait()?.success());
            assert_eq!(count(&desk, &file, "items")?, ITEMS);
        }
    }
    assert!(nothing > 0, "at least the early kills came before the end ({all} whole)");
    Ok(())
}

#[test]
fn killed_while_the_journal_lies_beside_the_file_the_map_is_as_it_was() -> TestResult {
    let desk = Desk::with_map()?;
    desk.edit(&[json!({"type": "addSlice", "name": "MVP"})])?;
    desk.put("backlog.txt", outline(ITEMS))?;
    let journal = desk.path("corner.storymap-journal");
    let mut child = desk.command(["import", "backlog.txt", "--into", "corner.storymap"]).spawn()?;
    while !journal.exists() {
        assert!(child.try_wait()?.is_none(), "the import ended before its journal was seen");
        thread::yield_now();
    }
    kill(&mut child)?;
    // The reader may roll back what was under way; it must find either all or nothing of it.
    let (items, slices) =
        (count(&desk, "corner.storymap", "items")?, count(&desk, "corner.storymap", "slices")?);
    assert_eq!(slices, 1);
    assert!(items == 0 || items == ITEMS, "{items} of {ITEMS}");
    let mut editing = Editing::start(&desk, "corner.storymap")?;
    assert!(editing.edit(&json!({"type": "addSlice", "name": "Next"}))?["change"].is_u64());
    assert_eq!(editing.end()?, 0);
    assert!(!journal.exists(), "one file again");
    Ok(())
}

#[test]
fn killed_while_its_pages_are_written_all_of_it_is_there_or_nothing() -> TestResult {
    let desk = Desk::new()?;
    desk.put("backlog.txt", outline(ITEMS))?;
    let import = |file: &str| desk.command(["import", "backlog.txt", "--into", file]).spawn();
    let length = |file: &str| desk.path(file).metadata().map(|file| file.len());

    desk.run(["new", "whole.storymap"])?;
    let empty = length("whole.storymap")?;
    assert!(import("whole.storymap")?.wait()?.success());
    let full = length("whole.storymap")?;

    let mut caught = 0;
    for part in 1..=10 {
        let file = format!("killed{part}.storymap");
        desk.run(["new", &file])?;
        let mut child = import(&file)?;
        // The file grows only while pages of the change are written into it.
        while length(&file)? < empty + (full - empty) * part / 11 && child.try_wait()?.is_none() {
            std::hint::spin_loop();
        }
        caught += u32::from(child.try_wait()?.is_none());
        kill(&mut child)?;
        match (count(&desk, &file, "items")?, count(&desk, &file, "changes")?) {
            (0, 0) | (ITEMS, 1) => {}
            half => return Err(format!("killed at {part}/11 of the pages: {half:?}").into()),
        }
        let map = desk.run(["print", &file])?;
        assert_eq!((map.code, map.err.as_str()), (0, ""), "{part}");
    }
    assert!(caught > 0, "every import ended before it could be killed");
    Ok(())
}
