//! Files from elsewhere: nothing in them runs, nothing is harmed, reading changes no byte.

use std::fs;
use std::path::Path;

use super::*;

/// A sound map with a few rows and changes.
fn sound() -> Desk {
    let mut desk = Desk::new();
    let (_, step) = add_activity(&mut desk.map, "Order");
    let slice = add_slice(&mut desk.map, "Rush hour");
    for title in ["Choose a drink", "Ask for oat milk", "Pay by card"] {
        let to = Place { step: Some(step), slice: Some(slice), before: None };
        desk.map.edit(&Edit::AddItem { title: title.into(), to, sprint: None }).unwrap();
    }
    desk
}

/// The map's file, changed by a tool that knows no rules.
fn tampered(desk: &Desk, sql: &str) {
    let db = Connection::open(desk.path()).unwrap();
    db.pragma_update(None, "foreign_keys", false).unwrap();
    db.execute_batch(sql).unwrap();
}

/// What both ways of opening say; no byte and no file is different afterwards.
fn refusals(path: &Path) -> [OpenError; 2] {
    let folder = path.ancestors().skip(1).find(|folder| folder.is_dir()).unwrap();
    let everything = || -> Vec<_> {
        let mut files: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| (path.clone(), fs::read(path).ok()))
            .collect();
        files.sort();
        files
    };
    let before = everything();
    let refusals = [Document::open_to_read(path), Document::open(path)]
        .map(|opened| opened.and_then(|map| map.read_board()).unwrap_err());
    assert!(everything() == before, "{refusals:?} after a change in the folder");
    refusals
}

macro_rules! assert_refused {
    ($path:expr, $pattern:pat) => {
        for refusal in refusals(&$path) {
            assert!(matches!(refusal, $pattern), "{refusal:?}");
        }
    };
}

#[test]
fn what_is_no_map_is_told_apart() {
    let desk = sound();
    let folder = desk.folder.path();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    assert_refused!(folder.join("nothing.storymap"), OpenError::Missing);
    assert_refused!(folder.join("no/folder.storymap"), OpenError::Missing);
    assert_refused!(desk.path().join("below.storymap"), OpenError::Missing);
    fs::create_dir(folder.join("folder.storymap")).unwrap();
    assert_refused!(folder.join("folder.storymap"), OpenError::NotAFile);
    assert_refused!(file("empty.storymap", b""), OpenError::NotSqlite);
    assert_refused!(file("text.storymap", b"Order\n  Choose a drink\n"), OpenError::NotSqlite);
    assert_refused!(file("noise.storymap", &[0xa5; 10_000]), OpenError::NotSqlite);
    assert_refused!(file("head.storymap", &desk.bytes()[..60]), OpenError::NotSqlite);
    let other = folder.join("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (x); ").unwrap();
    assert_refused!(other, OpenError::OtherApplication);
}

#[test]
fn a_file_too_large_for_a_map_is_not_read() {
    let desk = sound();
    let file = fs::OpenOptions::new().write(true).open(desk.path()).unwrap();
    file.set_len(disk::MAX_FILE_BYTES + 1).unwrap();
    for opened in [Document::open(&desk.path()), Document::open_to_read(&desk.path())] {
        assert!(matches!(opened, Err(OpenError::TooLarge { .. })));
    }
}

#[test]
fn a_newer_version_is_refused_with_its_number() {
    let desk = sound();
    tampered(&desk, "PRAGMA user_version = 7");
    assert_refused!(desk.path(), OpenError::Newer { version: 7 });
}

#[test]
fn a_schema_with_something_extra_missing_or_different_is_refused_and_nothing_in_it_runs() {
    for (sql, object) in [
        ("CREATE TRIGGER spy AFTER INSERT ON item BEGIN DELETE FROM slice; END", "trigger spy"),
        ("CREATE VIEW v AS SELECT * FROM item", "view v"),
        ("CREATE TABLE extra (x)", "table extra"),
        ("CREATE INDEX extra ON item (title)", "index extra"),
        ("CREATE VIRTUAL TABLE ghost USING fts5(x)", "table ghost"),
        ("DROP INDEX item_step", "index item_step"),
        ("DROP TABLE tag", "index item_tag_tag"),
        ("ALTER TABLE item ADD COLUMN mood TEXT", "table item"),
        ("ALTER TABLE item RENAME COLUMN notes TO remarks", "table item"),
        ("ANALYZE", "table sqlite_stat1"),
        ("PRAGMA user_version = 0", "user_version"),
        (
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = replace(sql, '<= 100000', '<= 999999') WHERE name = 'goal'",
            "table goal",
        ),
    ] {
        let desk = sound();
        tampered(&desk, sql);
        for refusal in refusals(&desk.path()) {
            match refusal {
                OpenError::Schema { object: named } if sql != "DROP TABLE tag" => {
                    assert_eq!(named, object, "{sql}");
                }
                OpenError::Schema { .. } => {}
                other => panic!("{sql}: {other:?}"),
            }
        }
    }
}

#[test]
fn a_schema_that_sqlite_cannot_read_is_damage() {
    let desk = sound();
    tampered(
        &desk,
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TRIGGER x' WHERE name = 'goal'",
    );
    assert_refused!(desk.path(), OpenError::Damaged { .. });
}

#[test]
fn rows_past_the_limits_of_the_schema_are_damage() {
    let long = |length: u32| format!("printf('%.*c', {length}, 'x')");
    for sql in [
        format!("UPDATE item SET notes = {} WHERE title = 'Pay by card'", long(50_000_000)),
        format!("UPDATE item SET title = {}", long(301)),
        format!("UPDATE change SET label = {}", long(4_001)),
        format!("UPDATE map SET title = {}", long(301)),
        "UPDATE item SET title = CAST(x'ff41' AS TEXT)".into(),
        "UPDATE item SET title = ' '".into(),
        "UPDATE item SET rank = 'not a rank'".into(),
        "UPDATE item SET rank = '7F80'".into(),
        "UPDATE item SET estimate = 9e999".into(),
        "UPDATE item SET done_on = '2026-02-31'".into(),
        "UPDATE item SET kind = 'feeling'".into(),
        "UPDATE item SET id = x'01' WHERE title = 'Pay by card'".into(),
        "UPDATE item SET step = randomblob(16)".into(),
        "DELETE FROM map".into(),
        "INSERT INTO map (id, title) VALUES (randomblob(16), 'Second')".into(),
        "UPDATE sqlite_sequence SET seq = 9223372036854775807".into(),
    ] {
        let desk = sound();
        tampered(&desk, &format!("PRAGMA ignore_check_constraints = ON; {sql}"));
        for refusal in refusals(&desk.path()) {
            assert!(matches!(refusal, OpenError::Damaged { .. }), "{sql}: {refusal:?}");
        }
    }
}

#[test]
fn rows_written_past_the_limits_while_the_map_is_open_are_damage_too() {
    for sql in [
        "UPDATE item SET notes = printf('%.*c', 50000000, 'x') WHERE title = 'Pay by card'",
        "UPDATE item SET title = CAST(x'ff41' AS TEXT)",
        "UPDATE item SET source_system = 'jira', source_key = 'K', source_url = printf('%.*c', 5000, 'x')",
    ] {
        let mut desk = sound();
        let mut board = desk.map.read_board().unwrap();
        tampered(&desk, &format!("PRAGMA ignore_check_constraints = ON; {sql}"));
        desk.map.catch_up().unwrap();
        let touched = desk.map.take_touched();
        assert!(touched.everything, "nobody said what was written");
        let refreshed = desk.map.refresh(&mut board, &touched);
        assert!(matches!(refreshed, Err(OpenError::Damaged { .. })), "{sql}: {refreshed:?}");
    }
}

/// Every byte of the header and a sample of the rest: whatever it says, an answer comes.
#[test]
fn flipped_bytes_and_cut_files_are_answered_and_never_crash() {
    let desk = sound();
    let whole = desk.bytes();
    let path = desk.folder.path().join("hurt.storymap");
    let mut refused = 0;
    let flips = (0..100).chain((100..whole.len()).step_by(997)).map(|at| {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x5a;
        bytes
    });
    let cuts = (0..whole.len()).step_by(4096 * 3 + 1).map(|length| whole[..length].to_vec());
    for bytes in flips.chain(cuts) {
        fs::write(&path, &bytes).unwrap();
        let answer = Document::open_to_read(&path).and_then(|map| map.read_board());
        assert!(fs::read(&path).unwrap() == bytes, "reading changed a byte");
        refused += u32::from(answer.is_err());
        // What passes (a byte in the middle of a text, say) can be edited and undone.
        if let Ok(mut map) = Document::open(&path) {
            map.db.pragma_update(None, "synchronous", "OFF").unwrap();
            let _ = map.read_board();
            let _ = map.edit(&Edit::RenameMap { title: "Edited".into() });
            for _ in 0..9 {
                let _ = map.undo();
            }
        }
    }
    assert!(refused > 50, "{refused}");
}

/// A map whose edit was interrupted: the file half written, its journal beside it.
pub(super) fn interrupted() -> (Desk, PathBuf, BTreeMap<&'static str, Vec<Vec<Value>>>) {
    let mut desk = sound();
    for n in 0..200 {
        add_item(&mut desk.map, &format!("Card {n}"), None);
    }
    let before = dump(&desk.map);
    let path = desk.folder.path().join("cut/cut.storymap");
    fs::create_dir(path.parent().unwrap()).unwrap();
    desk.map.db.pragma_update(None, "cache_size", 5).unwrap();
    let tx = desk.map.db.unchecked_transaction().unwrap();
    tx.execute("UPDATE item SET title = 'half', notes = printf('%.*c', 3000, 'x')", []).unwrap();
    fs::copy(desk.map.path(), &path).unwrap();
    let [journal, _] = disk::beside(desk.map.path());
    let [its, _] = disk::beside(&path);
    fs::copy(journal, its).unwrap();
    drop(tx);
    assert_ne!(fs::read(&path).unwrap(), desk.bytes(), "something was half written");
    (desk, path, before)
}

#[test]
fn after_an_interrupted_edit_reading_shows_what_was_confirmed_and_changes_no_byte() {
    let (_desk, path, before) = interrupted();
    let [journal, _] = disk::beside(&path);
    let bytes = (fs::read(&path).unwrap(), fs::read(&journal).unwrap());
    let map = Document::open_to_read(&path).unwrap();
    assert_eq!(dump(&map), before);
    assert!((fs::read(&path).unwrap(), fs::read(&journal).unwrap()) == bytes);
    drop(map);

    let mut map = Document::open(&path).unwrap();
    assert_eq!(dump(&map), before, "opening for editing recovers it");
    assert!(!journal.exists());
    add_item(&mut map, "After the crash", None);
}

#[test]
fn a_journal_that_names_another_file_is_refused_and_that_file_stays() {
    let (desk, path, _) = interrupted();
    let victim = desk.folder.path().join("thesis.txt");
    fs::write(&victim, "ten years of work").unwrap();
    // The trailer of a journal that was written together with others: SQLite would delete the file.
    let name = victim.to_str().unwrap().as_bytes();
    let sum = name.iter().fold(0_u32, |sum, byte| sum.wrapping_add(u32::from(*byte)));
    let [journal, _] = disk::beside(&path);
    let mut bytes = fs::read(&journal).unwrap();
    // The page number of the lock byte, which SQLite writes in front of the name.
    bytes.extend_from_slice(&(0x4000_0000_u32 / 4096 + 1).to_be_bytes());
    bytes.extend_from_slice(name);
    bytes.extend_from_slice(&u32::try_from(name.len()).unwrap().to_be_bytes());
    bytes.extend_from_slice(&sum.to_be_bytes());
    bytes.extend_from_slice(&[0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);
    fs::write(&journal, bytes).unwrap();
    assert_refused!(path, OpenError::Damaged { .. });
    assert_eq!(fs::read_to_string(&victim).unwrap(), "ten years of work");
}

#[cfg(unix)]
#[test]
fn a_link_in_a_journals_place_is_refused() {
    let desk = sound();
    let victim = desk.folder.path().join("empty.txt");
    fs::write(&victim, "").unwrap();
    for beside in disk::beside(&desk.path()) {
        std::os::unix::fs::symlink(&victim, &beside).unwrap();
        assert_refused!(desk.path(), OpenError::Damaged { .. });
        fs::remove_file(beside).unwrap();
    }
    Document::open(&desk.path()).unwrap();
}

#[test]
fn a_map_that_another_tool_put_into_wal_mode_is_read_without_a_trace_and_edited_as_one_file() {
    let desk = sound();
    let before = dump(&desk.map);
    let Desk { folder, map } = desk;
    let path = map.path().to_owned();
    drop(map);
    let db = Connection::open(&path).unwrap();
    db.pragma_update(None, "journal_mode", "WAL").unwrap();
    drop(db);
    let desk = Desk { folder, map: Document::in_memory() };
    let bytes = fs::read(&path).unwrap();
    assert_eq!(dump(&Document::open_to_read(&path).unwrap()), before);
    assert_eq!(desk.names(), ["corner.storymap"]);
    assert!(fs::read(&path).unwrap() == bytes);

    // With what was not yet brought over beside it.
    let other = Connection::open(&path).unwrap();
    other.execute("UPDATE map SET title = 'Elsewhere'", []).unwrap();
    assert_eq!(Document::open_to_read(&path).unwrap().read_board().unwrap().title, "Elsewhere");
    assert!(matches!(Document::open(&path), Err(OpenError::Busy)));
    drop(other);
    let mut map = Document::open(&path).unwrap();
    add_item(&mut map, "One file again", None);
    assert_eq!(desk.names(), ["corner.storymap"]);
}

#[test]
fn a_path_that_looks_like_an_address_is_a_path() {
    let folder = TempDir::new().unwrap();
    for name in ["file:x?mode=memory", "a?b#c%20d.storymap", ":memory:", "Kölner Café ☕.storymap"]
    {
        let path = folder.path().join(name);
        let mut map = Document::create(&path, "Corner").unwrap();
        add_item(&mut map, "Choose a drink", None);
        drop(map);
        assert_eq!(titles(&Document::open(&path).unwrap()).len(), 1, "{name}");
        assert_eq!(titles(&Document::open_to_read(&path).unwrap()).len(), 1, "{name}");
        assert!(path.is_file());
    }
}

#[test]
fn triggers_and_views_planted_while_the_map_is_open_do_not_run_and_end_editing() {
    for sql in [
        "CREATE TRIGGER spy AFTER INSERT ON item BEGIN DELETE FROM slice; END",
        "CREATE TEMP TABLE t (x); CREATE VIEW v AS SELECT 1; DROP TABLE t",
    ] {
        let mut desk = sound();
        tampered(&desk, sql);
        let to = Place { step: None, slice: None, before: None };
        let edit = Edit::AddItem { title: "Innocent".into(), to, sprint: None };
        assert!(matches!(desk.map.edit(&edit), Err(EditError::FileReplaced)));
        assert_eq!(desk.map.read_only(), Some(ReadOnly::FileReplaced));
        assert_eq!(desk.map.read_board().unwrap().slices.len(), 1);
    }
    let mut desk = sound();
    tampered(&desk, "PRAGMA user_version = 4");
    assert!(matches!(
        desk.map.edit(&Edit::RenameMap { title: "x".into() }),
        Err(EditError::ReadOnly)
    ));
    assert_eq!(desk.map.read_only(), Some(ReadOnly::Newer));
}
