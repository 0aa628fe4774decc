//! The fact table, row by row.

use super::*;

fn fact(map: &str, name: &str) -> Fact {
    one(&sketch(map), &Guesses::new(), name).fact
}

fn increments(count: u32) -> Increments {
    Increments {
        count,
        usable: 0,
        not_usable: 0,
        value: ValueSeen::Open,
        confirmed: 0,
        refuted: 0,
        rules_open: 0,
    }
}

#[test]
fn nothing_finished_is_not_started() {
    let map = "      | Pay
               MVP   | Card {form}
               Later | Map";
    assert_eq!(fact(map, "MVP"), Fact::NotStarted);
}

#[test]
fn a_task_an_enabler_or_a_likely_task_that_is_finished_is_under_way() {
    for card in ["Card {✓form}", "Card, ✓Ledger (enabler)", "[✓rack]"] {
        let map = format!("      | Pay\n MVP   | {card}");
        assert_eq!(fact(&map, "MVP"), Fact::UnderWay, "{card}");
    }
    let board = sketch("    | Pay\n MVP | ✓Form layout");
    let technical = [item(&board, "Form layout")].into();
    assert_eq!(one(&board, &technical, "MVP").fact, Fact::UnderWay, "it is no whole PBI");
}

#[test]
fn a_slice_closed_without_a_done_pbi_has_nothing_done() {
    let map = "      | Pay
               MVP (closed) | Card {✓form}, ✓Ledger (enabler)";
    assert_eq!(fact(map, "MVP"), Fact::NothingDone);
    assert_eq!(fact("  | Pay\n MVP (closed) |", "MVP"), Fact::NothingDone);
}

#[test]
fn finished_with_a_rule_of_the_definition_of_done_open_is_no_increment_yet() {
    let map = "      | Pay
               MVP   | ✓Card, ✓Apple, Cash
               Rule Reviewed: Card, Apple
               Rule Tried by a stranger: Cash";
    assert_eq!(fact(map, "MVP"), Fact::RulesOpen { finished: 2 });
    let recorded = format!("{map}\n Increment Paying (MVP): Card, Apple");
    assert_eq!(fact(&recorded, "MVP"), Fact::RulesOpen { finished: 2 }, "recorded or not");
}

#[test]
fn a_done_pbi_that_meets_every_rule_is_an_increment_whether_it_is_recorded_or_not() {
    let map = "      | Pay
               MVP   | ✓Card, ✓Apple, Cash
               Rule Reviewed: Card, Apple
               Rule Tried by a stranger: Card";
    let with_one_open = Increments { rules_open: 1, ..increments(1) };
    assert_eq!(fact(map, "MVP"), Fact::Increments(with_one_open));
    let without_rules = "      | Pay
               MVP (closed) | ✓Card, Cash";
    assert_eq!(fact(without_rules, "MVP"), Fact::Increments(increments(1)), "closed or not");
}

#[test]
fn increments_are_counted_as_recorded_with_what_became_of_them() {
    let map = "      | Pay
               MVP   | ✓Card, ✓Apple, ✓Cash
               Next  | ✓Map
               Increment By card (MVP): Card; usable; confirmed
               Increment By phone: Apple; usable; refuted
               Increment Cash (MVP): Cash
               Increment Maps (Next): Map; usable; confirmed";
    let known =
        Increments { usable: 2, value: ValueSeen::Some, confirmed: 1, refuted: 1, ..increments(3) };
    assert_eq!(fact(map, "MVP"), Fact::Increments(known));
}

#[test]
fn done_and_found_not_usable_says_so() {
    let map = "      | Pay
               MVP   | ✓Card, ✓Apple
               Increment Paying (MVP): Card, Apple; not usable";
    assert_eq!(fact(map, "MVP"), Fact::NotUsable { finished: 2 });
    let mended = format!("{map}\n Increment Paying again (MVP): Card; usable");
    let known = Increments { usable: 1, not_usable: 1, ..increments(2) };
    assert_eq!(fact(&mended, "MVP"), Fact::Increments(known), "the next one was");
}

#[test]
fn plan_and_fact_are_told_apart() {
    let map = "      | Pay   | Collect
               MVP   | ✓Card |";
    let report = one(&sketch(map), &Guesses::new(), "MVP");
    assert_eq!(report.verdict, Verdict::Gaps);
    assert_eq!(report.fact, Fact::Increments(increments(1)));
}

#[test]
fn the_value_of_increments_is_one_word_where_one_fits() {
    let value = |said: &str| {
        let map = format!("      | Pay\n MVP   | ✓Card, ✓Apple\n{said}");
        match fact(&map, "MVP") {
            Fact::Increments(of) => of.value,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(value(""), ValueSeen::Open);
    assert_eq!(value("Increment A: Card; confirmed"), ValueSeen::Confirmed);
    assert_eq!(value("Increment A: Card; refuted"), ValueSeen::Refuted);
    let two = "Increment A: Card; confirmed\nIncrement B: Apple";
    assert_eq!(value(two), ValueSeen::Some, "of one it is open");
}
