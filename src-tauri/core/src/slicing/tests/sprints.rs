//! Sprints: classes and facts, and no journey.

use super::*;
use crate::sketch::sprint;
use jiff::civil::date;

fn of_sprint(board: &Board, guesses: &Guesses, name: &str) -> SprintReport {
    let id = sprint(board, name);
    let reports = report_sprints(board, guesses, date(2026, 3, 10));
    reports.into_iter().find(|report| report.sprint == id).unwrap()
}

#[test]
fn a_sprint_says_how_many_pbis_are_whole_and_in_pieces_and_asks_no_journey() {
    let board = sketch(
        "      | Search       | Pay
         MVP   | Find {form}  | Card {api, form}
         Sprint One: Find, [api of Card]",
    );
    let report = of_sprint(&board, &Guesses::new(), "One");
    assert_eq!(report.whole, [item(&board, "Find")]);
    assert_eq!(report.pieces.len(), 1);
    assert_eq!(report.reasons, [Reason::InPieces { pieces: 1, of: 2 }]);
    assert_eq!(report.fact, Fact::NotStarted);
}

#[test]
fn a_sprint_that_is_over_with_tasks_from_many_pbis_has_nothing_done() {
    let board = sketch(
        "      | Search               | Pay
         Later | Find {✓form, api}    | Card {✓layout, api}, Cash {✓table, api}
         Sprint One (over): ↩Find, [✓form of Find], [✓layout of Card], [✓table of Cash]",
    );
    let report = of_sprint(&board, &Guesses::new(), "One");
    assert_eq!(report.fact, Fact::NothingDone);
    assert_eq!((report.whole.len(), report.pieces.len()), (0, 3));
    assert_eq!(report.returned, [item(&board, "Find")]);
    assert!(report.over);
}

#[test]
fn two_increments_in_one_sprint_are_two() {
    let board = sketch(
        "      | Search | Pay
         MVP   | ✓Find  | ✓Card, Cash
         Sprint One (over): Find, Card, ↩Cash
         Increment Finding (One): Find; usable; confirmed
         Increment Paying (One): Card",
    );
    let report = of_sprint(&board, &Guesses::new(), "One");
    let Fact::Increments(increments) = report.fact else { panic!("{:?}", report.fact) };
    assert_eq!((increments.count, increments.usable, increments.confirmed), (2, 1, 1));
    assert_eq!(report.returned, [item(&board, "Cash")]);
}

#[test]
fn a_sprint_of_guesses_says_so() {
    let board = sketch(
        "      | Search
         MVP   | Form layout, Write tests
         Sprint One: Form layout, Write tests
         Sprint Two:",
    );
    let guesses = ["Form layout", "Write tests"].map(|title| item(&board, title)).into();
    assert_eq!(of_sprint(&board, &guesses, "One").reasons, [Reason::LooksTechnical { count: 2 }]);
    assert_eq!(of_sprint(&board, &guesses, "Two").reasons, [Reason::NothingPlanned]);
}

#[test]
fn a_slice_over_three_sprints_is_one_plan_and_each_sprint_has_its_own_fact() {
    let board = sketch(
        "      | Search | Pay   | Collect
         MVP   | ✓Find  | ✓Card | Counter
         Sprint One (over): Find
         Sprint Two (over): ↩Card
         Sprint Three: Card, Counter",
    );
    assert_eq!(one(&board, &Guesses::new(), "MVP").verdict, Verdict::EndToEnd);
    let fact = |name: &str| of_sprint(&board, &Guesses::new(), name).fact;
    assert!(matches!(fact("One"), Fact::Increments(_)));
    assert_eq!(fact("Two"), Fact::NothingDone);
    assert!(matches!(fact("Three"), Fact::Increments(_)), "Card was finished there");
}
