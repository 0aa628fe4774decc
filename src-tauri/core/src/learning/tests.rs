//! The second team's story in figures: tasks pulled from many PBIs, then whole PBIs.

#![allow(clippy::unwrap_used, reason = "for tests alone")]

use super::*;
use crate::board::{FeedbackId, GoalId, Named, Period, Rank, Title};
use crate::sketch::{item, sketch, slice, sprint};
use crate::speech::Speech;
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
    assert_eq!((before.technical_percent, after.technical_percent), (Some(100), Some(0)));
    assert_eq!((before.weeks_nothing, after.weeks_nothing), (4, 0));
    assert_eq!((before.finished_a_sprint, after.finished_a_sprint), (Some(0.0), Some(1.5)));
    assert_eq!(before.from_to, Some(("One".to_owned(), "Two".to_owned())));
    let page = crate::export::comparison::page(&(before, after), &Speech::english());
    assert!(page.contains("No Increment in 2 Sprints, then 3 in 2."), "{page}");
    assert!(page.contains("| Weeks with nothing to show | 4 | 0 |"), "{page}");
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
    assert_eq!(names(&over.delivered), ["Find"]);
    let left: Vec<_> = over.left_over.iter().map(|it| (it.title.as_str(), &it.slice)).collect();
    assert_eq!(left, [("Sort", &Some("MVP".to_owned()))]);
    assert_eq!(over.increments.iter().map(|it| it.id).collect::<Vec<_>>(), [first]);
    assert_eq!(over.unanswered.len(), 1);
    assert!(over.next.is_empty());
    assert_eq!(handover(&board, GoalId::make()), None);
}

fn names(rows: &[Named]) -> Vec<&str> {
    rows.iter().map(|row| row.name.as_str()).collect()
}

#[test]
fn the_book_has_a_chapter_for_each_sprint_the_newest_first_and_says_which_brought_nothing() {
    let mut board = second_team();
    said(&mut board, "2026-02-20", None, true);
    said(&mut board, "2026-01-20", Some("2026-01-26"), false);
    said(&mut board, "2025-12-24", None, false);
    let book = book::book(&board, &Guesses::new(), date(2026, 3, 2));
    assert_eq!((book.recorded, book.since.as_deref()), (2, Some("2026-03-06")));
    let chapter = |at: usize| {
        let chapter = &book.chapters[at];
        let titles: Vec<&str> = chapter.increments.iter().map(|line| line.title.as_str()).collect();
        (chapter.sprint.as_ref().map(|row| row.name.as_str()), titles, chapter.feedback.len())
    };
    assert_eq!(chapter(0), (Some("Four"), vec![], 0));
    assert_eq!(chapter(1), (Some("Three"), vec!["Paying", "Finding"], 0));
    assert_eq!(chapter(2), (Some("Two"), vec![], 1));
    assert_eq!(chapter(3), (Some("One"), vec![], 0));
    assert_eq!(chapter(4), (None, vec![], 1), "what was said in no Sprint stands last");
    assert_eq!(book.chapters[2].fact, Some(Fact::NothingDone));
    assert_eq!((book.chapters[3].pulled, book.chapters[3].returned), (2, 1));
    let [paying, finding] = book.chapters[1].increments.as_slice() else { unreachable!() };
    assert_eq!((finding.number, paying.number), (1, 2), "in the order of recording");
    assert_eq!(names(&finding.items), ["Find"]);
    assert_eq!(finding.feedback[0].reply, None);
    let answered = book.chapters[2].feedback[0].reply.as_ref().unwrap();
    assert_eq!((answered.reason.as_str(), answered.days), ("Yes", Some(6)));
    let trend: Vec<&str> = book.trend.iter().map(|row| row.short.as_str()).collect();
    assert_eq!(trend, ["One", "Two", "Three", "Four"]);
    assert_eq!(
        (short("Sprint 12"), short("Sprint #7"), short("Alpha")),
        ("12".into(), "7".into(), "Alpha".into())
    );
}

#[test]
fn a_sprint_that_has_not_begun_has_no_chapter() {
    let mut board = second_team();
    let row = board.sprints.get(sprint(&board, "Four")).unwrap().clone();
    board.sprints.put(Sprint { ended_on: None, ..row });
    let book = book::book(&board, &Guesses::new(), date(2026, 2, 15));
    assert_eq!(book.chapters[0].sprint.as_ref().unwrap().name, "Three");
    assert_eq!(book.trend.len(), 3);
    let book = book::book(&board, &Guesses::new(), date(2026, 2, 17));
    assert!(book.chapters[0].running && !book.chapters[0].is_due);
    let book = book::book(&board, &Guesses::new(), date(2026, 3, 1));
    assert!(book.chapters[0].is_due, "its last day has passed and nobody said what came of it");
}

#[test]
fn two_periods_are_offered_before_and_after_the_first_increment() {
    let board = second_team();
    let (before, after) = two_periods(&board, &Guesses::new(), date(2026, 3, 2)).unwrap();
    assert_eq!((before.starts_on.as_str(), before.ends_on.as_str()), ("2026-01-05", "2026-01-30"));
    assert_eq!((after.starts_on.as_str(), after.ends_on.as_str()), ("2026-02-02", "2026-02-27"));
    let one = sketch("   | Pay\n MVP | Card\n Sprint One (over): Card");
    assert_eq!(two_periods(&one, &Guesses::new(), date(2026, 3, 2)), None);
}

fn proposed(board: &Board, wanted: &proposal::Wanted) -> Vec<(String, bool)> {
    let proposal = proposal::proposal(board, &Guesses::new(), wanted, date(2026, 3, 2));
    proposal.candidates.into_iter().map(|it| (it.name, it.proposed)).collect()
}

#[test]
fn what_is_done_meets_every_rule_and_is_in_no_increment_is_proposed() {
    let board = sketch(
        "      | Pay
         MVP   | ✓Card, ✓Cash, ✓Till (enabler), ✓Old, Apple
         2     | ✓Tip
         Rule Tried by a stranger: Card, Till, Old, Tip
         Increment Before: Old
         Sprint One: Card",
    );
    let pair = |name: &str, proposed| (name.to_owned(), proposed);
    let all = proposed(&board, &proposal::Wanted::default());
    assert_eq!(all, [pair("Card", true), pair("Tip", true), pair("Till", false)]);
    let wanted = proposal::Wanted { slice: Some(slice(&board, "2")), ..Default::default() };
    assert_eq!(proposed(&board, &wanted)[0], pair("Tip", true));
    let wanted = proposal::Wanted { sprint: Some(sprint(&board, "One")), ..Default::default() };
    assert_eq!(proposed(&board, &wanted)[..2], [pair("Card", true), pair("Till", false)]);
    let items = ["Tip", "Cash", "Apple", "Old"].map(|title| item(&board, title)).to_vec();
    let wanted = proposal::Wanted { items, ..Default::default() };
    let proposal = proposal::proposal(&board, &Guesses::new(), &wanted, date(2026, 3, 2));
    assert_eq!(names(&proposal.not_yet), ["Cash", "Apple", "Old"]);
    assert_eq!(proposal.candidates[0].name, "Tip");
}

#[test]
fn a_sprint_ends_with_what_there_is_to_show_and_what_goes_back() {
    let board = sketch(
        "      | Pay
         MVP   | ✓Card, ✓Cash, ✓Old, Apple, Gone
         Rule Tried by a stranger: Card, Old
         Rule Works offline: Card, Cash, Old
         Sprint One: Card, Cash, Old, Apple, ↩Gone
         Increment Before (One): Old",
    );
    let one = sprint(&board, "One");
    let end = sprint_end::sprint_end(&board, &Guesses::new(), one, date(2026, 3, 2)).unwrap();
    assert_eq!(end.new.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Card"]);
    assert_eq!(names(&end.recorded), ["Before"]);
    assert_eq!(end.rules_open.len(), 1);
    assert_eq!(end.rules_open[0].rules, ["Tried by a stranger"]);
    assert_eq!(names(&end.goes_back), ["Apple"]);
    assert_eq!((end.day.as_str(), end.is_due), ("2026-03-02", false));
    let gone = sprint_end::sprint_end(&board, &Guesses::new(), SprintId::make(), date(2026, 3, 2));
    assert_eq!(gone, None);
}

#[test]
fn feedback_stands_with_the_pbi_that_it_is_about_and_with_the_one_that_answers_it() {
    let mut board = second_team();
    said(&mut board, "2026-02-20", Some("2026-02-23"), false);
    let row = board.feedback.iter().next().unwrap().clone();
    let (about, answer) = (item(&board, "Find"), item(&board, "Cash"));
    board.feedback.put(Feedback { item: Some(about), answer_item: Some(answer), ..row });
    let found = said::around(&board, about);
    assert_eq!((found.about.len(), found.answers.len()), (1, 0));
    assert_eq!(found.about[0].reply.as_ref().unwrap().item.as_ref().unwrap().name, "Cash");
    let found = said::around(&board, answer);
    assert_eq!((found.about.len(), found.answers.len()), (0, 1));
}
