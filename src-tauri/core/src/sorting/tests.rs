#![allow(clippy::unwrap_used, reason = "for tests alone")]

mod figures;

use super::*;
use crate::sketch::sketch;

/// What the sheet has of a map, with titles instead of ids: `left`, then `likely` of each.
fn seen(map: &str) -> (Vec<String>, Sorting) {
    let board = sketch(map);
    let technical = |row: &&Item| row.kind.is_none() && row.title.contains("endpoint");
    let guesses = board.items.iter().filter(technical).map(|row| row.id).collect();
    let sorting = sorting(&board, &guesses);
    let title = |id: ItemId| board.items.get(id).unwrap().title.to_string();
    let line = |row: &ToSort| {
        let likely = row.likely.map(title).unwrap_or_else(|| "?".into());
        let sure = if row.sure { "!" } else { "" };
        format!("{} → {likely}{sure}", row.title)
    };
    (sorting.left.iter().map(line).collect(), sorting)
}

#[test]
fn undeclared_pbis_and_loose_tasks_of_the_tray_are_sorted_and_what_looks_technical_anywhere() {
    let (left, sorting) = seen(
        "     | Pay
         MVP  | Payment endpoint, Pay by card
         Tray | Form layout, [write tests], Idea (note), Ledger (enabler), ✓Old form, [✓gone]",
    );
    assert_eq!(left, ["Payment endpoint → ?", "Form layout → ?", "write tests → ?"]);
    assert_eq!(sorting.dealt, 1, "the enabler was declared");
    assert!(!sorting.mostly_tasks, "three are no list");
}

#[test]
fn a_word_that_speaks_for_one_outcome_alone_makes_it_likely() {
    let (left, sorting) = seen(
        "     | Pay
         MVP  | Customer can pay by card (outcome), Customer can pick a slot (outcome)
         Tray | Card form, Slot query, Update form",
    );
    assert_eq!(
        left,
        [
            "Card form → Customer can pay by card",
            "Slot query → Customer can pick a slot",
            "Update form → ?"
        ],
        "“form” speaks for nobody"
    );
    assert_eq!(sorting.left[0].words, ["card"]);
}

#[test]
fn what_was_dealt_teaches_and_two_signs_make_a_guess_sure() {
    // “reschedule” is no word of the outcome: the dealt task brings it.
    let others: Vec<String> = (0..30).map(|at| format!("Part{at}")).collect();
    let (left, sorting) = seen(&format!(
        "     | Pay
         MVP  | Customer can pay (outcome), Customer can move an order (outcome) {{reschedule endpoint}}
         Tray | Reschedule mail, Mail template, Reschedule form, {}, Order reschedule screen",
        others.join(", ")
    ));
    assert_eq!(left[0], "Reschedule mail → Customer can move an order!", "a word, and beside it");
    assert_eq!(left[1], "Mail template → ?");
    assert_eq!(left[2], "Reschedule form → Customer can move an order", "one sign is no more");
    let last = left.last().unwrap();
    assert_eq!(
        last, "Order reschedule screen → Customer can move an order",
        "two words, none of both"
    );
    assert_eq!(sorting.outcomes[1].words, ["reschedule"]);
    assert_eq!(sorting.outcomes[1].tasks, 1);
}

#[test]
fn a_word_of_two_outcomes_and_a_word_of_the_whole_list_are_no_evidence() {
    let many: Vec<String> = (0..20).map(|at| format!("Order part{at}")).collect();
    let map = format!(
        "     | Pay
         MVP  | Customer can order (outcome), Customer can pay (outcome) {{menu form}}, Guest can rate (outcome) {{menu list}}
         Tray | Menu badge, {}",
        many.join(", ")
    );
    let (left, _) = seen(&map);
    assert!(left.iter().all(|line| line.ends_with('?')), "{left:?}");
}

#[test]
fn what_the_team_is_asked_and_what_nobody_needs_is_set_aside() {
    let board = sketch(&format!(
        "     | Pay\n Tray | Form, Old form, Layout\n Tag {ASK}: Form\n Tag {NOT_NEEDED}: Old form"
    ));
    let sorting = sorting(&board, &Guesses::new());
    let titles = |rows: &[ToSort]| rows.iter().map(|row| row.title.clone()).collect::<Vec<_>>();
    assert_eq!(titles(&sorting.left), ["Layout"]);
    assert_eq!(titles(&sorting.asked), ["Form"]);
    assert_eq!(sorting.dealt, 1);
}

#[test]
fn nouns_that_several_tasks_share_are_offered_and_layers_are_not() {
    let (_, sorting) = seen(
        "     | Pay
         Tray | Slot query, Slot table, Slots form, Card form, Card endpoint, Menu form, Receipt, Mail, Push",
    );
    let shared: Vec<_> = sorting.shared.iter().map(|at| (at.word.as_str(), at.rows)).collect();
    assert_eq!(shared, [("slot", 3), ("card", 2)], "“form” is a layer's word");
}
