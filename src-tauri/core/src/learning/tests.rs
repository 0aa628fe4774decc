//! The second team's story in figures: tasks pulled from many PBIs, then whole PBIs.

#![allow(clippy::unwrap_used, reason = "for tests alone")]

use super::*;
use crate::board::{FeedbackId, GoalId, Period, Rank, Title};
use crate::sketch::{item, sketch, sprint};
use jiff::civil::date;

/// Two Sprints that pulled tasks, two that pulled whole PBIs.
fn second_team() -> Board {
    let mut board = sketch(
        "      | Search                       | Pay
         MVP   | ✓Find {✓form, ✓api}, Sort {✓list, api} | ✓Card {✓form}, ✓Apple, Cash
         Later | Map {✓tiles}, Ledger (enabler)  |
         Sprint One (over): [✓list of Sort], [✓tiles of Map], ↩Ledger
         Sprint Two (over): [api of Sort]
         Sprint Three (over): Find, Card
         Sprint Four (over): Apple, ↩Cash
         Increment Finding (Three): Find; usable; confirmed
         Increment Paying (Three): Card",
    );
    let days = [
        ("One", "2026-01-05", "2026-01-16"),
        ("Two", "2026-01-19", "2026-01-30"),
        ("Three", "2026-02-02", "2026-02-13"),
        ("Four", "2026-02-16", "2026-02-27"),
    ];
    for (name, starts_on, ends_on) in days {
        let row = board.sprints.get(sprint(&board, name)).unwrap().clone();
        let (starts_on, ends_on) = (Some(starts_on.into()), Some(ends_on.to_owned()));
        let ended_on = ends_on.clone();
        board.sprints.put(Sprint { starts_on, ends_on, ended_on, ..row });
    }
    board
}

fn said(board: &mut Board, given_on: &str, answered_on: Option<&str>, on_first: bool) {
    let increment = board.increments.iter().next().map(|row| row.id).filter(|_| on_first);
    let last = board.feedback.iter().next_back().map(|row| row.rank.clone());
    board.feedback.put(Feedback {
        id: FeedbackId::make(),
        rank: Rank::between(last.as_ref(), None),
        increment,
        item: None,
        who: String::new(),
        text: "Nice".into(),
        given_on: given_on.into(),
        answer_item: None,
        answer: answered_on.map(|_| "Yes".to_owned()).unwrap_or_default(),
        answered_on: answered_on.map(str::to_owned),
    });
}

fn period(board: &mut Board, name: &str, starts_on: &str, ends_on: &str) -> PeriodId {
    let id = PeriodId::make();
    board.periods.put(Period {
        id,
        rank: Rank::between(None, None),
        name: Title::new(name).unwrap(),
        starts_on: starts_on.into(),
        ends_on: ends_on.into(),
    });
    id
}

fn rows(board: &Board) -> Vec<(u32, u32, u32, u32)> {
    let rows = ledger(board, &Guesses::new(), date(2026, 3, 2));
    let of = |row: LedgerRow| {
        let figures = row.figures;
        (figures.increments, figures.finished, figures.technical, figures.cards)
    };
    rows.into_iter().map(of).collect()
}

#[test]
fn each_sprint_has_its_increments_what_it_finished_and_its_share_of_technical_cards() {
    let board = second_team();
    assert_eq!(rows(&board), [(0, 0, 3, 3), (0, 0, 1, 1), (2, 2, 0, 2), (1, 1, 0, 2)]);
    let ledger = ledger(&board, &Guesses::new(), date(2026, 3, 2));
    assert_eq!(ledger[0].fact, Fact::NothingDone);
    assert_eq!(ledger[0].figures.technical_share(), Some(1.0));
    assert_eq!(Figures::default().technical_share(), None);
}

#[test]
fn pbis_that_look_technical_count_as_technical_cards() {
    let board = second_team();
    let guesses = [item(&board, "Cash")].into();
    let ledger = ledger(&board, &guesses, date(2026, 3, 2));
    assert_eq!(ledger[3].figures.technical_share(), Some(0.5));
}

#[test]
fn feedback_belongs_to_the_sprint_of_its_increment_else_to_the_days_in_which_it_was_given() {
    let mut board = second_team();
    said(&mut board, "2026-02-20", Some("2026-02-23"), true);
    said(&mut board, "2026-02-20", Some("2026-02-21"), false);
    said(&mut board, "2026-02-27", Some("2026-03-09"), false);
    said(&mut board, "2026-02-27", None, false);
    let figures: Vec<Figures> = ledger(&board, &Guesses::new(), date(2026, 3, 2))
        .into_iter()
        .map(|row| row.figures)
        .collect();
    let of = |at: usize| {
        let Figures { feedback, answered, days_until_answered, .. } = figures[at];
        (feedback, answered, days_until_answered)
    };
    assert_eq!(of(1), (0, 0, None));
    assert_eq!(of(2), (1, 1, Some(3)));
    assert_eq!(of(3), (3, 2, Some(10)));
}

#[test]
fn two_periods_stand_side_by_side_and_show_the_turn() {
    let mut board = second_team();
    let tasks = period(&mut board, "Pulled tasks", "2026-01-01", "2026-01-31");
    let whole = period(&mut board, "Pulled whole PBIs", "2026-02-01", "2026-02-28");
    let today = date(2026, 3, 2);
    let (before, after) = compare(&board, &Guesses::new(), (tasks, whole), today).unwrap();
    assert_eq!((before.sprints, before.nothing_done, before.figures.increments), (2, 2, 0));
    assert_eq!((after.sprints, after.nothing_done, after.figures.increments), (2, 0, 3));
    assert_eq!((before.figures.finished, after.figures.finished), (0, 3));
    assert_eq!(before.figures.technical_share(), Some(1.0));
    assert_eq!(after.figures.technical_share(), Some(0.0));
    assert_eq!(compare(&board, &Guesses::new(), (tasks, PeriodId::make()), today), None);
}

#[test]
fn a_goal_hands_over_what_was_delivered_and_what_is_left() {
    let mut board = sketch(
        "Goal Faster: Search
               | Search            | Pay
         MVP   | ✓Find, Sort, Idea (note) | ✓Card
         Increment Finding: Find
         Increment Paying: Card",
    );
    let (first, goal) =
        (board.increments.iter().next().unwrap().id, board.goals.iter().next().unwrap().id);
    said(&mut board, "2026-02-20", None, true);
    said(&mut board, "2026-02-20", Some("2026-02-23"), true);
    let over = handover(&board, goal).unwrap();
    assert_eq!(over.delivered, [item(&board, "Find")]);
    assert_eq!(over.left_over, [item(&board, "Sort")]);
    assert_eq!(over.increments, [first]);
    assert_eq!(over.unanswered.len(), 1);
    assert_eq!(handover(&board, GoalId::make()), None);
}
