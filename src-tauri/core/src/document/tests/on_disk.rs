//! The file and its disk: gone, replaced, full, held by others; copies.

use std::fs;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;

use super::*;

const RENAME: fn(&str) -> Edit = |title| Edit::RenameMap { title: title.into() };

#[test]
fn a_map_is_one_file_in_delete_mode_with_every_guard_up() {
    let folder = TempDir::new().unwrap();
    let map = Document::create(&folder.path().join("corner.storymap"), "Corner").unwrap();
    let pragma = |name: &str| -> String {
        let value: Value = map.db.pragma_query_value(None, name, |row| row.get(0)).unwrap();
        match value {
            Value::Text(text) => text,
            Value::Integer(number) => number.to_string(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(pragma("journal_mode"), "delete");
    assert_eq!(pragma("synchronous"), "3", "EXTRA");
    assert_eq!(pragma("foreign_keys"), "1");
    assert_eq!(pragma("busy_timeout"), "5000");
    assert_eq!(pragma("cell_size_check"), "1");
    assert_eq!(pragma("trusted_schema"), "0");
    let config = |config| map.db.db_config(config).unwrap();
    assert!(config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE));
    assert!(!config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER));
    assert!(!config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW));
    assert_eq!(map.db.limit(Limit::SQLITE_LIMIT_LENGTH).unwrap(), 512 << 20);
}

#[test]
fn a_map_is_not_made_where_it_cannot_be_and_leaves_nothing_behind() {
    let folder = TempDir::new().unwrap();
    let made = |path: &str, title: &str| Document::create(&folder.path().join(path), title);
    assert!(matches!(made("no/corner.storymap", "Corner"), Err(OpenError::Missing)));
    assert!(matches!(made("corner.storymap", "  "), Err(OpenError::Title(_))));
    assert!(matches!(made("corner.storymap", &"x".repeat(301)), Err(OpenError::Title(_))));
    fs::write(folder.path().join("taken"), "mine").unwrap();
    assert!(matches!(made("taken", "Corner"), Err(OpenError::Exists)));
    assert!(matches!(made("", "Corner"), Err(OpenError::Exists)));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere", folder.path().join("link")).unwrap();
        assert!(matches!(made("link", "Corner"), Err(OpenError::Exists)));
        fs::remove_file(folder.path().join("link")).unwrap();
    }
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1);
    assert_eq!(fs::read_to_string(folder.path().join("taken")).unwrap(), "mine");
}

#[test]
fn a_file_that_is_replaced_moved_or_deleted_is_left_alone_and_what_was_seen_can_be_saved() {
    let replaced = |path: &PathBuf| {
        let other = path.with_extension("other");
        Document::create(&other, "Somebody else's").unwrap();
        fs::rename(&other, path).unwrap();
    };
    let moved = |path: &PathBuf| fs::rename(path, path.with_extension("moved")).unwrap();
    let deleted = |path: &PathBuf| fs::remove_file(path).unwrap();
    let in_a_folders_place = |path: &PathBuf| {
        fs::remove_file(path).unwrap();
        fs::create_dir(path).unwrap();
    };
    let ways: [&dyn Fn(&PathBuf); 4] = [&replaced, &moved, &deleted, &in_a_folders_place];
    for gone in ways {
        let mut desk = Desk::new();
        add_item(&mut desk.map, "Choose a drink", None);
        let seen = dump(&desk.map);
        let path = desk.path();
        gone(&path);
        let there = fs::read(&path).ok();

        assert!(desk.map.moved_on().unwrap());
        assert!(matches!(desk.map.edit(&RENAME("Ours")), Err(EditError::FileReplaced)));
        assert_eq!(desk.map.read_only(), Some(ReadOnly::FileReplaced));
        assert!(matches!(desk.map.undo(), Err(HistoryError::Edit(EditError::FileReplaced))));
        assert!(!desk.map.moved_on().unwrap());
        assert_eq!(fs::read(&path).ok(), there);
        assert_eq!(dump(&desk.map), seen);

        let copy = desk.folder.path().join("copy.storymap");
        desk.map.save_copy(&copy).unwrap();
        let mut copy = Document::open(&copy).unwrap();
        assert_eq!(dump(&copy), seen);
        copy.undo().unwrap().unwrap();
    }
}

#[test]
fn catching_up_notices_that_the_file_is_gone() {
    let mut desk = Desk::new();
    fs::remove_file(desk.path()).unwrap();
    desk.map.catch_up().unwrap();
    assert_eq!(desk.map.read_only(), Some(ReadOnly::FileReplaced));
    assert_eq!(desk.map.read_board().unwrap().title, "Corner");
}

#[test]
fn the_journal_of_a_file_that_came_in_the_place_of_ours_is_left_alone() {
    let mut desk = Desk::new();
    fs::remove_file(desk.path()).unwrap();
    let (_desk, cut, _) = super::strangers::interrupted();
    let ours = disk::beside(&desk.path())[0].clone();
    fs::copy(&cut, desk.path()).unwrap();
    fs::copy(&disk::beside(&cut)[0], &ours).unwrap();
    let journal = fs::read(&ours).unwrap();
    for _ in 0..2 {
        assert!(matches!(desk.map.edit(&RENAME("Ours")), Err(EditError::FileReplaced)));
        assert!(desk.map.moved_on().unwrap());
        desk.map.catch_up().unwrap();
        assert!(fs::read(&ours).unwrap() == journal);
    }
    fs::remove_file(&ours).unwrap();
    desk.map.catch_up().unwrap();
    assert!(!desk.map.moved_on().unwrap());
    assert_eq!(desk.map.read_board().unwrap().title, "Corner");
}

#[test]
fn on_a_full_disk_an_edit_is_refused_the_map_is_unchanged_and_the_next_one_works() {
    let mut desk = Desk::new();
    let item = add_item(&mut desk.map, "Choose a drink", None);
    let before = dump(&desk.map);
    let pages: u32 = desk.map.db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    let full = |map: &Document, at: u32| {
        map.db.query_row(&format!("PRAGMA max_page_count = {at}"), [], |_| Ok(())).unwrap();
    };
    full(&desk.map, pages);
    let notes = Some("x".repeat(90_000));
    let edit = Edit::ChangeItem { item, title: None, story: None, notes };
    assert!(matches!(desk.map.edit(&edit), Err(EditError::DiskFull)));
    assert_eq!(dump(&desk.map), before);
    assert_eq!(desk.names(), ["corner.storymap"]);
    assert_eq!(desk.map.read_only(), None);

    full(&desk.map, pages + 1_000);
    desk.map.edit(&edit).unwrap();
    desk.map.undo().unwrap().unwrap();
    assert_eq!(dump(&desk.map), before);
}

#[test]
fn a_file_that_another_program_holds_is_busy_and_free_again_afterwards() {
    let mut desk = Desk::new();
    desk.map.db.busy_timeout(Duration::from_millis(20)).unwrap();
    let other = Connection::open(desk.path()).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert!(matches!(desk.map.edit(&RENAME("Corner café")), Err(EditError::Busy)));
    other.execute_batch("ROLLBACK").unwrap();
    desk.map.edit(&RENAME("Corner café")).unwrap();
}

#[test]
fn two_programs_that_edit_at_once_both_keep_all_their_edits() {
    let desk = Desk::new();
    let editors: Vec<_> = [desk.again(), desk.again()]
        .into_iter()
        .enumerate()
        .map(|(editor, mut map)| {
            map.db.pragma_update(None, "synchronous", "OFF").unwrap();
            std::thread::spawn(move || {
                for n in 0..40 {
                    add_item(&mut map, &format!("Card {editor}.{n}"), None);
                }
                map
            })
        })
        .collect();
    let mut maps: Vec<_> = editors.into_iter().map(|editor| editor.join().unwrap()).collect();
    assert_eq!(titles(&desk.map).len(), 80);
    assert_eq!(desk.map.history().unwrap().len(), 80);
    for map in &mut maps {
        let mut board = Board::default();
        map.catch_up().unwrap();
        let touched = map.take_touched();
        map.refresh(&mut board, &touched).unwrap();
        assert_eq!(board.items.len(), 80, "each has heard of every card, its own and the other's");
    }
}

#[test]
fn a_tool_that_writes_without_a_change_has_the_whole_map_read_again() {
    let mut desk = Desk::new();
    let mut board = desk.map.read_board().unwrap();
    let other = Connection::open(desk.path()).unwrap();
    other.execute("UPDATE map SET title = 'By hand'", []).unwrap();
    assert!(desk.map.moved_on().unwrap());
    desk.map.catch_up().unwrap();
    let touched = desk.map.take_touched();
    assert!(touched.everything);
    desk.map.refresh(&mut board, &touched).unwrap();
    assert_eq!(board.title, "By hand");

    // A log that is not the one that was seen is read again, too.
    add_item(&mut desk.map, "Choose a drink", None);
    desk.map.take_touched();
    other.execute("DELETE FROM change", []).unwrap();
    add_item(&mut desk.again(), "Pay by card", None);
    desk.map.catch_up().unwrap();
    assert!(desk.map.take_touched().everything);
    desk.map.undo().unwrap().unwrap();
    assert_eq!(desk.map.undo().unwrap(), None);
}

#[test]
fn a_board_is_read_back_as_one_state_even_if_another_program_edits_meanwhile() {
    let mut desk = Desk::new();
    let mut other = desk.again();
    let item = add_item(&mut desk.map, "Choose a drink", None);
    let mut board = desk.map.read_board().unwrap();
    desk.map.edit(&Edit::SetEstimate { items: vec![item], estimate: Some(3.0) }).unwrap();
    let touched = desk.map.take_touched();
    let slice = add_slice(&mut other, "Rush hour");
    let to = Place { step: None, slice: Some(slice), before: None };
    other.edit(&Edit::MoveItems { items: vec![item], to }).unwrap();

    desk.map.refresh(&mut board, &touched).unwrap();
    assert_eq!(board.items.get(item).unwrap().slice, Some(slice));
    assert!(board.slices.contains(slice), "no card in a slice that is not there");
    assert!(desk.map.moved_on().unwrap(), "and still it will be caught up with");
}

#[test]
fn a_plain_copy_of_the_file_between_two_edits_holds_every_confirmed_edit() {
    let mut desk = Desk::new();
    let copy = desk.folder.path().join("copy.storymap");
    for n in 1..=5 {
        add_item(&mut desk.map, &format!("Card {n}"), None);
        fs::copy(desk.path(), &copy).unwrap();
        let mut copied = Document::open(&copy).unwrap();
        assert_eq!(dump(&copied), dump(&desk.map));
        copied.undo().unwrap().unwrap();
        assert_eq!(titles(&copied).len(), n - 1);
        drop(copied);
        fs::remove_file(&copy).unwrap();
    }
}

#[test]
fn a_saved_copy_has_the_history_and_never_takes_the_place_of_a_file() {
    let mut desk = Desk::new();
    add_item(&mut desk.map, "Choose a drink", None);
    let path = desk.folder.path().join("copy.storymap");
    desk.map.save_copy(&path).unwrap();
    let mut copy = Document::open(&path).unwrap();
    assert_eq!(copy.history().unwrap(), desk.map.history().unwrap());
    copy.undo().unwrap().unwrap();
    assert_eq!(titles(&desk.map).len(), 1, "the copy is a map of its own");
    assert!(matches!(desk.map.save_copy(&path), Err(OpenError::Exists)));
    assert_eq!(desk.names(), ["copy.storymap", "corner.storymap"]);
}

#[test]
fn a_map_opened_to_read_cannot_be_edited_and_can_be_saved_as_a_copy() {
    let mut desk = Desk::new();
    add_item(&mut desk.map, "Choose a drink", None);
    let bytes = desk.bytes();
    let mut reader = Document::open_to_read(&desk.path()).unwrap();
    assert_eq!(reader.read_only(), Some(ReadOnly::Asked));
    assert!(matches!(reader.edit(&RENAME("x")), Err(EditError::ReadOnly)));
    assert!(matches!(reader.undo(), Err(HistoryError::Edit(EditError::ReadOnly))));
    assert_eq!(reader.next_steps().unwrap().1, None);
    assert_eq!(titles(&reader), ["Choose a drink"]);
    assert!(!reader.moved_on().unwrap());
    assert!(desk.bytes() == bytes);
    reader.save_copy(&desk.folder.path().join("copy.storymap")).unwrap();
}

/// Left out where permissions bind nobody, as for root.
#[cfg(unix)]
#[test]
fn in_a_folder_that_cannot_be_written_a_map_opens_to_read_and_says_why() {
    use std::os::unix::fs::PermissionsExt;

    let mut desk = Desk::new();
    add_item(&mut desk.map, "Choose a drink", None);
    let path = desk.path();
    let allow = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    for (what, mode) in [(desk.folder.path().to_owned(), 0o555), (path.clone(), 0o444)] {
        allow(&what, mode);
        let binds = if what.is_dir() {
            fs::write(what.join("probe"), "").is_err()
        } else {
            fs::OpenOptions::new().append(true).open(&what).is_err()
        };
        if binds {
            let bytes = fs::read(&path).unwrap();
            let mut map = Document::open(&path).unwrap();
            assert_eq!(map.read_only(), Some(ReadOnly::Folder));
            assert_eq!(titles(&map), ["Choose a drink"]);
            assert!(matches!(map.edit(&RENAME("x")), Err(EditError::ReadOnly)));
            assert!(fs::read(&path).unwrap() == bytes);
        } else {
            eprintln!("left out: this user may write everywhere");
            let _ = fs::remove_file(what.join("probe"));
        }
        allow(&what, 0o755);
    }

    // What an interrupted edit left there is rolled back in a copy.
    let (_desk, cut, before) = super::strangers::interrupted();
    let [journal, _] = disk::beside(&cut);
    let folder = cut.parent().unwrap();
    for (what, mode) in [(journal.as_path(), 0o444), (&cut, 0o444), (folder, 0o555)] {
        allow(what, mode);
    }
    if fs::write(folder.join("probe"), "").is_err() {
        let map = Document::open(&cut).unwrap();
        assert_eq!((map.read_only(), dump(&map)), (Some(ReadOnly::Folder), before));
    }
    allow(folder, 0o755);

    allow(&path, 0o000);
    if fs::read(&path).is_err() {
        assert!(matches!(Document::open(&path), Err(OpenError::NoPermission)));
        assert!(matches!(Document::open_to_read(&path), Err(OpenError::NoPermission)));
    }
}
