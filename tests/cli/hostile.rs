//! Files that are no maps, damaged maps, and maps with something planted in them: a sentence and
//! exit code 1, or opened safely. Never a panic, never a changed byte by reading.

use rusqlite::Connection;
use throughline_tests::TestResult;

use crate::desk::{Desk, Outcome};

/// Numbers that look random and are the same in every run.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> usize {
        // Knuth's MMIX generator; the upper bits are the good ones.
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize
    }

    fn byte(&mut self) -> u8 {
        (self.next() & 0xff) as u8
    }
}

/// Reads the file by every reading command, then edits and undoes in a copy.
fn survives(desk: &Desk, name: &str) -> Outcome<()> {
    let before = std::fs::read(desk.path(name))?;
    let check = |line: &str, input: &str| -> Outcome<()> {
        let ran = desk.run_with(line.split_whitespace(), input)?;
        assert!(ran.code == 0 || ran.code == 1, "{line}: exit {}, {}", ran.code, ran.err);
        assert!(!ran.err.contains("panicked"), "{line}: {}", ran.err);
        assert!(ran.code == 0 || ran.err.len() > 20, "{line} is refused without a sentence");
        assert!(ran.code == 0 || ran.out.is_empty(), "{line}: half a result: {}", ran.out);
        let commands_a_terminal = |c: char| c.is_control() && c != '\n';
        assert!(!ran.out.contains(commands_a_terminal) && !ran.err.contains(commands_a_terminal));
        Ok(())
    };
    for command in ["info", "print", "slices", "history"] {
        check(&format!("{command} {name}"), "")?;
    }
    check(&format!("export {name} -o picture.svg"), "")?;
    assert!(before == std::fs::read(desk.path(name))?, "reading changed {name}");
    for (line, input) in [
        ("undo copy.storymap", ""),
        ("edit copy.storymap", "{\"type\":\"addSlice\",\"name\":\"Planted?\"}\n"),
    ] {
        std::fs::copy(desk.path(name), desk.path("copy.storymap"))?;
        check(line, input)?;
    }
    Ok(())
}

#[test]
fn what_is_no_map_is_refused_by_every_command() -> TestResult {
    let desk = Desk::with_corner()?;
    let mut noise = Noise(1);
    desk.put("random.storymap", (0..40_000).map(|_| noise.byte()).collect::<Vec<u8>>())?;
    desk.put("empty.storymap", "")?;
    desk.put("magic.storymap", "SQLite format 3\0")?;
    desk.put("text.storymap", "Order ahead\n\tPay by card\n")?;
    Connection::open(desk.path("other.storymap"))?.execute_batch("CREATE TABLE t (a)")?;
    for name in ["random", "empty", "magic", "text", "other"] {
        let file = format!("{name}.storymap");
        survives(&desk, &file)?;
        assert_eq!(desk.run(["print", &file])?.code, 1, "{name} is no map");
    }
    Ok(())
}

#[test]
fn a_map_that_was_cut_off_or_has_wrong_bytes_does_no_harm() -> TestResult {
    let desk = Desk::with_corner()?;
    let whole = std::fs::read(desk.path("corner.storymap"))?;
    for percent in [1, 20, 50, 90, 99] {
        let name = format!("cut{percent}.storymap");
        desk.put(&name, &whole[..whole.len() * percent / 100])?;
        survives(&desk, &name)?;
    }
    let mut noise = Noise(7);
    for round in 0..24 {
        let mut bytes = whole.clone();
        for _ in 0..[1, 8, 200][round % 3] {
            let at = 100 + noise.next() % (bytes.len() - 100);
            bytes[at] = noise.byte();
        }
        let name = format!("flip{round}.storymap");
        desk.put(&name, bytes)?;
        survives(&desk, &name)?;
    }
    Ok(())
}

/// A copy of a good map into which something was planted.
fn plant(desk: &Desk, name: &str, sql: &str) -> Outcome<()> {
    std::fs::copy(desk.path("corner.storymap"), desk.path(name))?;
    Connection::open(desk.path(name))?.execute_batch(sql)?;
    Ok(())
}

#[test]
fn what_was_planted_never_runs() -> TestResult {
    let desk = Desk::with_corner()?;
    let good = desk.run(["print", "corner.storymap"])?.out;
    for (number, sql) in [
        "CREATE TRIGGER planted AFTER INSERT ON slice BEGIN DELETE FROM item; END",
        "CREATE TRIGGER planted AFTER INSERT ON change BEGIN DELETE FROM item; END",
        "CREATE VIEW planted AS SELECT * FROM item",
        "CREATE TABLE planted (x)",
        "ALTER TABLE item ADD COLUMN planted TEXT",
        "CREATE INDEX planted ON item (title)",
        "DROP INDEX item_step",
        "PRAGMA foreign_keys = OFF; DROP TABLE task",
        "DROP TABLE change",
    ]
    .iter()
    .enumerate()
    {
        let name = format!("planted{number}.storymap");
        plant(&desk, &name, sql)?;
        survives(&desk, &name)?;
        let ran = desk.run_with(["edit", &name], "{\"type\":\"addSlice\",\"name\":\"New\"}\n")?;
        assert_eq!(ran.code, 1, "never edited: {sql}");
    }
    assert_eq!(desk.run(["print", "corner.storymap"])?.out, good);
    Ok(())
}

#[test]
fn rows_and_changesets_that_no_program_of_ours_wrote_do_no_harm() -> TestResult {
    let desk = Desk::with_corner()?;
    for (number, sql) in [
        "PRAGMA user_version = 9999",
        "UPDATE change SET changeset = randomblob(300)",
        "UPDATE change SET changeset = x''",
        "UPDATE change SET changeset = zeroblob(1000000)",
        "UPDATE change SET label = '{}'",
        "UPDATE change SET reverts = randomblob(16)",
        "UPDATE change SET made_at = 'yesterday'",
        "DELETE FROM change WHERE seq > 3",
        "PRAGMA ignore_check_constraints = ON; UPDATE item SET title = ''",
        "PRAGMA ignore_check_constraints = ON; UPDATE item SET title = hex(zeroblob(3000000))",
        "PRAGMA ignore_check_constraints = ON; UPDATE item SET kind = 'dragon'",
        "PRAGMA ignore_check_constraints = ON; UPDATE item SET rank = 'zz'",
        "PRAGMA ignore_check_constraints = ON; UPDATE item SET estimate = -1e308",
        "UPDATE item SET title = char(27) || '[2J' || char(8)",
        "PRAGMA foreign_keys = OFF; DELETE FROM step; DELETE FROM slice",
        "PRAGMA foreign_keys = OFF; UPDATE task SET item = randomblob(16)",
        "PRAGMA foreign_keys = OFF; DELETE FROM activity",
        "UPDATE slice SET outcome = char(27) || '[2J', part_on_purpose = char(27) || ']0;x' || char(7)",
        "DELETE FROM map",
        "INSERT INTO map (id, title) VALUES (randomblob(16), 'second')",
    ]
    .iter()
    .enumerate()
    {
        let name = format!("rows{number}.storymap");
        plant(&desk, &name, sql)?;
        survives(&desk, &name).map_err(|error| format!("{sql}: {error}"))?;
    }
    Ok(())
}
