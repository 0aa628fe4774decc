//! Whole files: our own in the shapes and quirks of real ones, broken ones, and people's.

use super::*;

fn fixture(path: &str) -> Vec<u8> {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/");
    std::fs::read(format!("{fixtures}{path}")).unwrap()
}

/// A fixture's problems, and the map that it becomes; brought in again it writes nothing.
fn fixture_as_map(name: &str) -> (Vec<String>, Map) {
    let read =
        read(&fixture(&format!("backlogs/{name}")), name, &Reading::default().into(), &mut |_| {
            true
        });
    let read = read.unwrap();
    let Counts { rows, items, tasks, structure, skipped } = read.counts;
    assert_eq!((rows, 0), (items + tasks + structure, skipped), "{name}");
    let map = Map::new();
    map.bring_draft(read.draft.clone());
    if read.draft.system != "outline" {
        let written = map.written();
        map.bring_draft(read.draft.clone());
        assert_eq!(map.written(), written, "{name}");
    }
    (said(&read), map)
}

#[test]
fn spanish_headings_types_states_and_days_are_understood() {
    let (said, map) = fixture_as_map("spanish.csv");
    assert_eq!(map.backbone(), ["Tostar café: –", "Entregar el café: –"]);
    assert_eq!(map.slices(), ["v1.2", "v1.10"]);
    assert_eq!(
        map.items(),
        [
            "Elegir el tueste · 3 · Done 2025-11-10 in Tostar café | v1.2 @ Sprint 1 done # app, granos",
            "El temporizador se para · bug · 0.5 in Tostar café | v1.10",
            "Avisar al terminar in Entregar el café",
        ]
    );
    assert_eq!(map.tasks(), ["Medir la temperatura of Elegir el tueste | v1.10 @ Sprint 2"]);
    assert_eq!(said, ["6 Clave principal MissingParent { key: \"TUE-90\" } MadeFromSummary ×1"]);
}

#[test]
fn windows_1252_with_semicolons_is_understood_and_its_days_by_their_column() {
    let (said, map) = fixture_as_map("windows-1252.csv");
    assert_eq!(
        map.items(),
        [
            "Régler la mouture · Done 2023-02-22",
            "Goûter à l’aveugle · Done 2023-01-11",
            "Noter l’arôme"
        ]
    );
    let notes = map.lines("SELECT notes FROM item ORDER BY rank", |row| row.get(0));
    assert_eq!(notes[0], "Ni trop fine – ni trop grosse…");
    assert_eq!(said, [""; 0]);
}

#[test]
fn of_several_sprints_the_last_is_the_current_one() {
    let (_, map) = fixture_as_map("several-sprints.csv");
    assert_eq!(
        map.items(),
        [
            "Weigh the beans · Done @ Sprint 9 returned, Sprint 10 returned, Sprint 11 done",
            "Print the weight @ Sprint 2",
            "Seal the bag @ Sprint 3",
        ]
    );
    assert_eq!(
        map.tasks(),
        [
            "Zero the scale · Done of Weigh the beans",
            "Label the bag of Weigh the beans @ Sprint 12"
        ]
    );
}

#[test]
fn parents_after_their_children_are_found_by_key_number_and_epic_name() {
    let (said, map) = fixture_as_map("parents-after-children.csv");
    assert_eq!(map.backbone(), ["Grind beans: –"]);
    assert_eq!(
        map.items(),
        [
            "Grind by the cup in Grind beans",
            "Grind for espresso in Grind beans",
            "Hear when it is full",
            "Sell grinders"
        ]
    );
    assert_eq!(map.tasks(), ["Grind for a filter of Grind by the cup", "Clean the burrs"]);
    assert_eq!(
        said,
        [
            "3 Parent id MissingParent { key: \"999\" } NoParent ×1",
            "6 Custom field (Epic Link) MissingParent { key: \"MIL-404\" } NoParent ×1",
        ]
    );
}

#[test]
fn german_headings_types_states_and_days_are_understood() {
    let (said, map) = fixture_as_map("german.csv");
    assert_eq!(map.backbone(), ["Bohnen lagern: –"]);
    assert_eq!(
        map.items(),
        [
            "Säcke nach Ernte finden · 5 · Done 2025-03-14 in Bohnen lagern | R 10 # Lager",
            "Waage zeigt Pfund · bug in Bohnen lagern"
        ]
    );
    assert_eq!(map.tasks(), ["Regal ausmessen of Säcke nach Ernte finden"]);
    assert_eq!(
        said,
        [
            "3 Lösungsversion(en) SeveralVersions { others: [\"R 2\"] } LastCounts ×1",
            "5 Lösung Undelivered { value: \"Wird nicht erledigt\" } NotDone ×1",
        ]
    );
}

#[test]
fn a_sheet_in_utf_16_with_tabs_and_no_keys_becomes_a_map() {
    let (_, map) = fixture_as_map("sheet.tsv");
    assert_eq!(map.backbone(), ["Serve: –"]);
    assert_eq!(
        map.items(),
        [
            "Warm the cup in Serve | Spring # service",
            "Foam the milk · Done in Serve | Spring # milk, service",
            "Clean the wand"
        ]
    );
}

#[test]
fn outlines_in_markdown_and_with_tabs_become_maps() {
    let (_, markdown) = fixture_as_map("outline.md");
    assert_eq!(
        markdown.backbone(),
        ["Order ahead: Browse the menu, Pick a time", "Pay: Pay for the order"]
    );
    assert_eq!(
        markdown.items(),
        [
            "See the menu with prices in Browse the menu",
            "Search the menu · Done in Browse the menu",
            "Order for as soon as possible in Pick a time",
            "Pay at the counter in Pay for the order",
            "Pay by card in Pay for the order"
        ]
    );
    assert_eq!(
        markdown.tasks(),
        [
            "Menu endpoint · Done of See the menu with prices",
            "Menu screen of See the menu with prices",
            "Payment form of Pay by card"
        ]
    );
    let (_, tabs) = fixture_as_map("outline-tabs.txt");
    assert_eq!(tabs.backbone(), ["Serve: Warm the cup, Foam the milk", "Clean up: –"]);
    assert_eq!(tabs.tasks(), ["Sensor · Done of See that it is warm"]);
    let (_, two_levels) = fixture_as_map("outline-two-levels.txt");
    assert_eq!(two_levels.backbone(), ["–: Browse the menu, Pay"]);
    assert_eq!(two_levels.items().len(), 3);
}

#[test]
fn broken_files_are_refused_and_a_damaged_one_is_read_as_far_as_it_goes() {
    let reason = |name: &str| {
        let bytes = fixture(&format!("broken/{name}"));
        read(&bytes, name, &Reading::default().into(), &mut |_| true)
            .map(|read| read.counts)
            .unwrap_err()
    };
    assert_eq!(reason("garbage.csv"), ImportError::NotText);
    assert_eq!(reason("workbook.csv"), ImportError::NotText);
    assert_eq!(reason("empty.csv"), ImportError::Empty);
    assert_eq!(reason("headings-only.csv"), ImportError::NoRows);
    assert_eq!(reason("unclosed-quote.csv"), ImportError::Malformed { line: 3 });
    assert!(matches!(reason("no-titles.csv"), ImportError::NoTitleColumn { .. }));
    let name = "cut-characters.csv";
    let cut =
        read(&fixture("broken/cut-characters.csv"), name, &Reading::default().into(), &mut |_| {
            true
        })
        .unwrap();
    assert_eq!(cut.counts.items, 3);
    assert_eq!(said(&cut)[0], "4  BadBytes Replaced ×1");
    assert_eq!(cut.draft.items[2].title, "Lait d’avoine mousseux");
}

#[test]
fn peoples_files_are_read_whole_and_doubled_by_nothing() {
    let Ok(folder) = std::env::var("THROUGHLINE_BACKLOGS") else {
        println!("left out: THROUGHLINE_BACKLOGS names no folder of backlogs");
        return;
    };
    let mut files = 0;
    let folders = ["jira", "azure", "linear", "github", "trello"];
    let in_folder = |name: &str| std::fs::read_dir(std::path::Path::new(&folder).join(name));
    for entry in folders.into_iter().flat_map(|name| in_folder(name).unwrap()) {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        for reading in [Reading::EpicsAsActivities, Reading::EpicsAsItems] {
            let read = read(&bytes, &name, &reading.into(), &mut |_| true).unwrap();
            let Counts { rows, items, tasks, structure, skipped } = read.counts;
            assert_eq!(rows, items + tasks + structure + skipped, "{name}");
            assert!(skipped * 20 <= rows, "{name} skips {skipped} of {rows}");
            let map = Map::new();
            map.bring_draft(read.draft.clone());
            let written = map.written();
            let again = map.bring_draft(read.draft);
            assert_eq!(map.written(), written, "{name}");
            assert_eq!((again.updated, again.kept.len()), (rows - skipped, 0), "{name}");
        }
        files += 1;
    }
    assert!(files > 0, "no files in {folder}");
}
