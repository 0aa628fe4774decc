//! What a second import of a file does to the map that people worked on since.

use super::*;

#[test]
fn the_same_file_again_writes_nothing() {
    let map = Map::of(BACKLOG);
    let written = map.written();
    let imported = map.bring(BACKLOG);
    assert_eq!(map.written(), written);
    assert_eq!(imported.updated, 8);
    assert_eq!(imported.kept, []);
}

#[test]
fn what_changed_in_the_source_follows_and_what_people_changed_stays() {
    let map = Map::of(BACKLOG);
    map.run("UPDATE item SET title = 'See what there is' WHERE source_key = 'COR-2'");
    map.run("UPDATE item SET estimate = 8 WHERE source_key = 'COR-5'");
    map.run("UPDATE activity SET title = 'Before coming' WHERE source_key = 'COR-1'");
    map.run("UPDATE item SET notes = 'For the blind too' WHERE source_key = 'COR-2'");
    let changed = BACKLOG
        .replace("With prices", "With prices and sizes")
        .replace("Order ahead", "Order early")
        .replace("Browse the menu", "Browse all menus")
        .replace("Slot after closing time", "A slot after closing time")
        .replace(",1001,0.5,", ",1001,2,")
        .replace(
            "Will people pay ahead?,COR-6,1006,Spike,To Do,,",
            "Will people pay ahead?,COR-6,1006,Spike,Done,Done,",
        );
    let imported = map.bring(&changed);
    assert_eq!(map.backbone(), ["Before coming: –"]);
    assert_eq!(
        map.items()[..3],
        [
            "See what there is · 3 · Done 2025-07-14 in Before coming | R1 @ Sprint 1 returned, Sprint 2 done # App, menu",
            "A slot after closing time · bug · 8 in Before coming | R10",
            "Will people pay ahead? · spike · Done | R2",
        ]
    );
    assert_eq!(
        kept(&imported),
        [
            (2, Field::Title, "Order early"),
            (3, Field::Title, "Browse all menus"),
            (3, Field::Notes, "With prices and sizes"),
            (6, Field::Estimate, "2")
        ]
    );
    assert_eq!(imported.changed, 2);
    let again = map.bring(&changed);
    assert_eq!((kept(&again), again.changed), (vec![], 0), "what was said once is not said again");
}

#[test]
fn a_card_that_people_moved_stays_where_it_is() {
    let map = Map::of(BACKLOG);
    map.run("UPDATE item SET slice = (SELECT id FROM slice WHERE name = 'R2') WHERE source_key = 'COR-2'");
    // Into another step of the same activity: no quarrel with the source.
    map.run("INSERT INTO step SELECT randomblob(16), 'ff80', activity, 'Browse', NULL, NULL, '', '', '', '', '', '' FROM step");
    map.run("UPDATE item SET step = (SELECT id FROM step WHERE title = 'Browse') WHERE source_key = 'COR-2'");
    map.run("UPDATE item SET step = NULL WHERE source_key = 'COR-5'");
    map.run("UPDATE task SET slice = NULL, sprint = NULL WHERE source_key = 'COR-4'");
    let written = map.written();
    let imported = map.bring(BACKLOG);
    assert_eq!(map.written(), written);
    assert_eq!(kept(&imported), [], "the source says what it said before");
    let moved = BACKLOG.replace("R1,,Sprint 1,Sprint 2", "R10,,Sprint 1,Sprint 2");
    assert_eq!(kept(&map.bring(&moved)), [(3, Field::Slice, "R10")]);
    assert_eq!(kept(&map.bring(&moved)), []);
}

#[test]
fn a_slice_that_people_renamed_is_the_same_slice() {
    let map = Map::of(BACKLOG);
    map.run("UPDATE slice SET name = 'Walking skeleton' WHERE name = 'R1'");
    map.run("UPDATE sprint SET name = 'Beans' WHERE name = 'Sprint 2'");
    let written = map.written();
    let imported = map.bring(BACKLOG);
    assert_eq!(map.written(), written);
    assert_eq!(kept(&imported), []);
    map.bring(&format!("{BACKLOG}Pay,COR-9,1009,Story,To Do,,,R1,,,,,,,,\n"));
    assert_eq!(map.slices(), ["Walking skeleton", "R2", "R10"]);
    assert_eq!(map.items().last().unwrap(), "Pay | Walking skeleton");
}

#[test]
fn what_people_removed_is_made_again_only_for_a_new_row() {
    let map = Map::of(BACKLOG);
    map.run("DELETE FROM slice WHERE name = 'R2'");
    map.run("DELETE FROM sprint WHERE name = 'Sprint 3'");
    map.run("DELETE FROM activity");
    let written = map.written();
    map.bring(BACKLOG);
    assert_eq!(map.written(), written);
    assert_eq!((map.slices(), map.backbone()), (vec!["R1".into(), "R10".into()], vec![]));
    map.bring(&format!("{BACKLOG}Pay,COR-9,1009,Story,To Do,,,R2,,,,,,1001,,\n"));
    assert_eq!(map.slices(), ["R1", "R10", "R2"]);
    assert_eq!(map.backbone(), ["Order ahead: –"]);
    assert_eq!(map.items().last().unwrap(), "Pay in Order ahead | R2");
}

#[test]
fn new_slices_come_behind_those_that_are_there_in_natural_order() {
    let map = Map::of("Issue key,Summary,Fix Version/s\nC-1,One,R9\n");
    map.bring("Issue key,Summary,Fix Version/s\nC-1,One,R9\nC-2,Two,R10\nC-3,Three,R2\n");
    assert_eq!(map.slices(), ["R9", "R2", "R10"]);
}

#[test]
fn a_file_without_a_column_says_nothing_of_that_field() {
    let map = Map::of(BACKLOG);
    let before = (map.items(), map.tasks(), map.backbone());
    let few = "Issue key,Summary,Status\nCOR-2,Browse the menu,Done\nCOR-4,Menu cache,To Do\nCOR-1,Order ahead,\n";
    let imported = map.bring(few);
    assert_eq!((map.items(), map.tasks(), map.backbone()), before);
    assert_eq!(kept(&imported), []);
}

#[test]
fn a_file_without_types_updates_titles_and_states_of_rows_whatever_they_are() {
    let map = Map::of(BACKLOG);
    map.bring("Issue key,Summary,Status\nCOR-1,Order early,\nCOR-2,Browse,Done\nCOR-4,Cache the menu,Done\n");
    assert_eq!(map.backbone(), ["Order early: –"]);
    assert!(
        map.items()[0].starts_with("Browse · 3 · Done 2025-07-14 in Order early"),
        "{:?}",
        map.items()
    );
    assert_eq!(map.tasks()[1], "Cache the menu · Done of Browse | R2 @ Sprint 3");
}

#[test]
fn tags_are_merged_one_by_one() {
    let csv = "Issue key,Summary,Labels,Labels\nC-1,One,menu,legal\n";
    let map = Map::of(csv);
    map.run("DELETE FROM item_tag WHERE tag = (SELECT id FROM tag WHERE name = 'legal')");
    map.run("INSERT INTO tag (id, rank, name) VALUES (randomblob(16), 'ff80', 'ours')");
    map.run("INSERT INTO item_tag SELECT randomblob(16), 'ff80', i.id, t.id FROM item i, tag t WHERE t.name = 'ours'");
    let imported = map.bring("Issue key,Summary,Labels,Labels\nC-1,One,legal,new\n");
    assert_eq!(map.items(), ["One # new, ours"]);
    assert_eq!(kept(&imported), [], "what people took off stays off");
}

#[test]
fn sprints_move_on_with_the_source_unless_people_planned() {
    let csv = "Issue key,Summary,Sprint,Sprint\nC-1,One,S 1,\nC-2,Two,S 1,\n";
    let map = Map::of(csv);
    map.run(
        "UPDATE sprint_item SET left_as = 'returned'
         WHERE item = (SELECT id FROM item WHERE source_key = 'C-2')",
    );
    let imported = map.bring("Issue key,Summary,Sprint,Sprint\nC-1,One,S 1,S 2\nC-2,Two,S 1,S 2\n");
    assert_eq!(map.items(), ["One @ S 1 returned, S 2", "Two @ S 1 returned"]);
    assert_eq!(kept(&imported), [(3, Field::Sprint, "S 2")]);
}

#[test]
fn a_table_without_keys_doubles_nothing_either() {
    let csv = "Title,Sprint\nAccount,S 1\nAccount,S 1\nPay,S 2\n";
    let map = Map::of(csv);
    let written = map.written();
    map.bring(csv);
    assert_eq!(map.written(), written);
    assert_eq!(map.items().len(), 3);
}

#[test]
fn a_parent_made_by_its_number_is_found_again_by_it() {
    let map = Map::of(
        "Summary,Issue key,Issue Type,Parent,Parent summary\nBrowse,COR-2,Story,1001,Order ahead\n",
    );
    map.bring(
        "Summary,Issue key,Issue id,Issue Type,Parent,Parent summary\n\
         Browse,COR-2,1002,Story,1001,Order ahead\nOrder before you come,COR-1,1001,Epic,,\n",
    );
    assert_eq!(map.backbone(), ["Order before you come: –"]);
    assert_eq!(map.items(), ["Browse in Order before you come"]);
}

const EPIC: &str = "Summary,Issue key,Issue Type,Parent\nOrder ahead,C-1,Epic,\n";

#[test]
fn an_epic_that_gets_its_first_story_becomes_an_activity() {
    let map = Map::of(EPIC);
    assert_eq!(map.items(), ["Order ahead"]);
    map.bring(&format!("{EPIC}Browse,C-2,Story,C-1\n"));
    assert_eq!(map.backbone(), ["Order ahead: –"]);
    assert_eq!(map.items(), ["Browse in Order ahead"]);
}

#[test]
fn a_card_that_people_worked_on_stays_as_their_own_when_its_epic_becomes_an_activity() {
    let map = Map::of(EPIC);
    map.run("UPDATE item SET notes = 'Ask the baristas', title = 'Order early'");
    let imported = map.bring(&format!("{EPIC}Browse,C-2,Story,C-1\n"));
    assert_eq!(map.backbone(), ["Order early: –"]);
    assert_eq!(map.items(), ["Order early", "Browse in Order early"]);
    assert_eq!(
        kept(&imported),
        [(2, Field::Title, "Order ahead"), (2, Field::Level, "Order early")]
    );
    let written = map.written();
    map.bring(&format!("{EPIC}Browse,C-2,Story,C-1\n"));
    assert_eq!(map.written(), written);
}

#[test]
fn an_activity_stays_one_when_its_epic_lost_its_stories() {
    let map = Map::of(&format!("{EPIC}Browse,C-2,Story,C-1\n"));
    let imported = map.bring(EPIC);
    assert_eq!(
        (map.backbone(), map.items()),
        (vec!["Order ahead: –".into()], vec!["Browse in Order ahead".into()])
    );
    assert_eq!(kept(&imported), [(2, Field::Level, "Order ahead")]);
}

#[test]
fn a_sub_task_that_became_a_story_is_a_pbi_and_back() {
    let story = "Summary,Issue key,Issue Type,Parent\nPay,C-1,Story,\nCard,C-2,Story,\n";
    let sub_task = story.replace("C-2,Story,", "C-2,Sub-task,C-1");
    let map = Map::of(&sub_task);
    assert_eq!((map.items(), map.tasks()), (vec!["Pay".into()], vec!["Card of Pay".into()]));
    map.bring(story);
    assert_eq!((map.items(), map.tasks()), (vec!["Pay".into(), "Card".into()], vec![]));
    map.bring(&sub_task);
    assert_eq!((map.items(), map.tasks()), (vec!["Pay".into()], vec!["Card of Pay".into()]));
}

#[test]
fn a_pbi_with_tasks_stays_one_when_its_story_became_a_sub_task() {
    let map = Map::of(
        "Summary,Issue key,Issue Type,Parent\nPay,C-1,Story,\nCard,C-2,Story,\nForm,C-3,Sub-task,C-2\n",
    );
    let imported =
        map.bring("Summary,Issue key,Issue Type,Parent\nPay,C-1,Story,\nCard,C-2,Sub-task,C-1\n");
    assert_eq!(map.items(), ["Pay", "Card"]);
    assert_eq!(map.tasks(), ["Form of Card"]);
    assert_eq!(kept(&imported), [(3, Field::Level, "Card")]);
}
