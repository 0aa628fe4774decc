//! Killed at any moment of editing: every confirmed edit is there afterwards, and none is half there.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, Stdio};
use std::thread;
use std::time::Instant;

use serde_json::json;
use throughline_tests::TestResult;

use crate::desk::{Desk, Outcome};

/// How often the program is killed, each time a little later.
const MOMENTS: u32 = 25;

/// How many there are of something in a map.
pub fn count(desk: &Desk, file: &str, what: &str) -> Outcome<u64> {
    let info = desk.run(["info", file, "--format", "json"])?.json()?;
    info[what].as_u64().ok_or_else(|| format!("no {what} in {info}").into())
}

/// SIGKILL on Unix: the program gets no chance to tidy up.
pub fn kill(child: &mut Child) -> Outcome<()> {
    child.kill()?;
    child.wait()?;
    Ok(())
}

#[test]
fn killed_at_25_moments_of_editing_every_answered_edit_is_there_and_none_is_half_there()
-> TestResult {
    for moment in 0..MOMENTS {
        let desk = Desk::with_map()?;
        let step = &desk.edit(&[json!({"type": "addActivity", "title": "Order"})])?[0][1];
        let to = json!({"step": step, "slice": null, "before": null});
        let edits: String = (0..400)
            .map(|number| {
                format!(
                    "{}\n",
                    json!({"type": "addItem", "title": format!("card {number}"), "to": to})
                )
            })
            .collect();
        let mut child = desk.command(["edit", "corner.storymap"]).stdin(Stdio::piped()).spawn()?;
        let mut input = child.stdin.take().ok_or("piped")?;
        // All lines are there at once, so the program is always in the middle of an edit.
        let sending = thread::spawn(move || input.write_all(edits.as_bytes()));
        let mut answers = BufReader::new(child.stdout.take().ok_or("piped")?);
        let began = Instant::now();
        let mut answered = 0_u32;
        let mut line = String::new();
        while answered < 4 + moment && answers.read_line(&mut line)? > 0 {
            answered += 1;
        }
        // Each time at another part of an edit: as far into the next one as this measure says.
        let one_edit = began.elapsed() / answered.max(1);
        let until = Instant::now() + one_edit * moment / MOMENTS;
        while Instant::now() < until {
            std::hint::spin_loop();
        }
        kill(&mut child)?;
        let _ = sending.join();
        // What it had answered before it died counts as confirmed too.
        line.clear();
        answers.read_to_string(&mut line)?;
        answered += u32::try_from(line.lines().filter(|line| line.ends_with("]}")).count())?;
        let answered = u64::from(answered);

        let map = desk.run(["print", "corner.storymap"])?;
        assert_eq!(map.code, 0, "moment {moment}: {}", map.err);
        let (items, changes) = (
            count(&desk, "corner.storymap", "items")?,
            count(&desk, "corner.storymap", "changes")?,
        );
        assert!(answered <= items, "moment {moment}: {answered} answered, {items} there");
        assert!(items <= answered + 1, "moment {moment}: {items} there, {answered} answered");
        assert_eq!(
            changes,
            items + 1,
            "moment {moment}: a change without its rows, or rows without"
        );
        for number in 0..items {
            assert!(map.out.contains(&format!("[ ] card {number}\n")), "moment {moment}: {number}");
        }
        // And it goes on from there.
        desk.edit(&[json!({"type": "addItem", "title": "after", "to": to})])?;
        for _ in 0..2 {
            assert_eq!(desk.run(["undo", "corner.storymap"])?.code, 0, "moment {moment}");
        }
        assert_eq!(count(&desk, "corner.storymap", "items")?, items.saturating_sub(1));
    }
    Ok(())
}
