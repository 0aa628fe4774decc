use super::*;
use crate::board::{Band, ItemTag, Rank, Tag, TagId};
use crate::sketch::{item, sketch, slice};
use uuid::Uuid;

/// The names of what is found, with what was asked for in brackets.
fn names(board: &Board, words: &str) -> Vec<String> {
    let hits = find(board, BandsBy::Slices, words, 50).hits;
    hits.iter()
        .map(|hit| {
            let parts = hit.name.iter();
            parts
                .map(|Part { text, asked }| if *asked { format!("[{text}]") } else { text.clone() })
                .collect()
        })
        .collect()
}

fn cafe() -> Board {
    sketch(
        "Goal Skip the queue: Find
                  | Find: Choose a café   | Pay
         Rush hour | See the closest cafés | Pay by card {card form}, Repay a friend
         Later     |                       | Pay by phone wallet
         Tray      | Ask for payment, [pay the printer]",
    )
}

#[test]
fn the_beginning_of_a_word_goes_before_its_inside_and_the_short_name_before_the_long() {
    assert_eq!(
        names(&cafe(), "pay"),
        [
            "[Pay]",
            "[Pay] by card",
            "[pay] the printer",
            "[Pay] by phone wallet",
            "Ask for [pay]ment",
            "Re[pay] a friend",
        ]
    );
}

#[test]
fn every_word_must_be_there_in_any_order() {
    assert_eq!(names(&cafe(), "card pay"), ["[Pay] by [card]"]);
    assert_eq!(names(&cafe(), "pay tea"), [""; 0]);
    assert_eq!(names(&cafe(), "  "), [""; 0], "no word finds nothing");
}

#[test]
fn case_and_accents_make_no_difference_on_either_side() {
    let with = ["Choose a [café]", "See the closest [café]s"];
    for words in ["cafe", "CAFÉ", "cafè"] {
        assert_eq!(names(&cafe(), words), with, "{words}");
    }
    let apart = sketch("| Cafe\u{301}s");
    assert_eq!(
        names(&apart, "cafes"),
        ["[Cafe\u{301}s]"],
        "an accent may be a character of its own"
    );
}

#[test]
fn a_hit_says_where_its_card_stands_and_a_task_goes_with_its_pbi() {
    let board = cafe();
    let stands = |words: &str| find(&board, BandsBy::Slices, words, 1).hits.remove(0).stands;
    let card = CardId(item(&board, "Pay by card").0);
    let band = Band::Slice { slice: slice(&board, "Rush hour") };
    let step = item_step(&board, "Pay by card");
    let list = ListKey::Cell { band, step };
    assert_eq!(stands("pay by card"), Some(Stands { card, list }));
    assert_eq!(stands("card form"), Some(Stands { card, list }));
    assert_eq!(stands("ask for").map(|stands| stands.list), Some(ListKey::TrayItems));
    assert_eq!(stands("printer").map(|stands| stands.list), Some(ListKey::TrayTasks));
    assert_eq!(stands("skip the queue"), None, "a goal has no card");
}

fn item_step(board: &Board, title: &str) -> Option<StepId> {
    board.items.get(item(board, title)).and_then(|item| item.step)
}

#[test]
fn a_step_names_its_activity_and_a_task_its_pbi() {
    let board = cafe();
    let within = |words: &str| find(&board, BandsBy::Slices, words, 1).hits.remove(0).within;
    assert_eq!(within("choose").as_deref(), Some("Find"));
    assert_eq!(within("card form").as_deref(), Some("Pay by card"));
    assert_eq!(within("rush"), None);
}

#[test]
fn a_limit_cuts_the_list_and_not_the_count() {
    let found = find(&cafe(), BandsBy::Slices, "pay", 2);
    assert_eq!((found.hits.len(), found.total), (2, 6));
}

#[test]
fn a_tag_or_a_persona_narrows_it_to_pbis() {
    let mut board = sketch(
        "      | Pay
         Later | Pay by card @Commuter, Pay by phone, Pay in cash @Barista",
    );
    let tag = Tag {
        id: TagId(Uuid::from_u128(900)),
        rank: Rank::between(None, None),
        name: Title::new("Beta").unwrap_or_else(|_| unreachable!("it has a name")),
        source: None,
    };
    let tagged = ItemTag {
        id: Uuid::from_u128(901),
        rank: Rank::between(None, None),
        item: item(&board, "Pay by phone"),
        tag: tag.id,
    };
    board.tags.put(tag);
    board.item_tags.put(tagged);
    assert_eq!(names(&board, "#beta"), ["Pay by phone"]);
    assert_eq!(names(&board, "pay @commu"), ["[Pay] by card"]);
    assert_eq!(names(&board, "@barista #beta"), [""; 0]);
    assert_eq!(names(&board, "#"), [""; 0]);
}

#[test]
fn an_imported_card_is_found_by_its_key() {
    let mut board = cafe();
    let id = item(&board, "Pay by card");
    let mut keyed = board.items.get(id).cloned().unwrap_or_else(|| unreachable!("it is there"));
    keyed.source = Some(Source {
        system: "jira".into(),
        key: "COR-12".into(),
        url: String::new(),
        kind: "Story".into(),
        created: String::new(),
        updated: String::new(),
    });
    board.items.put(keyed);
    assert_eq!(names(&board, "cor-12"), ["Pay by card"]);
}
