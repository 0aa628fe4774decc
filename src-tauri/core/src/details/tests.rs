use uuid::Uuid;

use super::*;
use crate::board::{Criterion, CriterionId, DoneCheck, DoneRule, DoneRuleId, Item, Rank, Source};
use crate::sketch::{item, sketch};

fn of(board: &Board, title: &str) -> ItemDetails {
    let subject = Subject::Item(item(board, title));
    let guesses = crate::check::likely_technical(board);
    match details(board, &guesses, &mut Titles::default(), &Speech::english(), subject) {
        Some(Details::Item(details)) => *details,
        other => unreachable!("{other:?}"),
    }
}

fn change(board: &mut Board, title: &str, change: impl FnOnce(&mut Item)) {
    let mut row = board.items.get(item(board, title)).cloned().unwrap_or_else(|| unreachable!());
    change(&mut row);
    board.items.put(row);
}

#[test]
fn a_pbi_says_where_it_stands_and_what_is_in_it() {
    let mut board = sketch(
        "Goal Skip the queue: Pay
             | Pay: Card @Guest | Invoice
         MVP (goal: Skip the queue) | Pay by card @Guest →Invoice {form, ✓terms} |
         2   | [form of Pay by card] |",
    );
    let id = item(&board, "Pay by card");
    change(&mut board, "Pay by card", |item| {
        item.story = "As a guest, I want to pay by card.".into();
        item.notes = "**Soon**".into();
    });
    let rank = Rank::between(None, None);
    let criterion = CriterionId::make();
    board.criteria.put(Criterion {
        id: criterion,
        rank: rank.clone(),
        item: id,
        text: "A receipt comes".into(),
        met: true,
    });
    let rule = DoneRuleId::make();
    board.done_rules.put(DoneRule { id: rule, rank, text: "In the shop".into() });
    let check = DoneCheck { id: Uuid::from_u128(9), item: id, rule };
    board.done_checks.insert(check.id, check);

    let details = of(&board, "Pay by card");
    let path = &details.path;
    let path = [&path.goal, &path.activity, &path.step, &path.slice, &path.sprint];
    let path = path.map(|part| part.as_deref().unwrap_or("-"));
    assert_eq!(path, ["Skip the queue", "Pay", "Card", "MVP", "-"]);
    assert_eq!((&*details.story.persona, &*details.story.want), ("guest", "to pay by card"));
    assert_eq!(details.notes.blocks.len(), 1);
    assert_eq!(
        details.criteria.iter().map(|it| (&*it.text, it.met)).collect::<Vec<_>>(),
        [("A receipt comes", true)]
    );
    assert_eq!(
        details.rules.iter().map(|it| (&*it.text, it.met)).collect::<Vec<_>>(),
        [("In the shop", true)]
    );
    assert_eq!(details.references.iter().map(|it| &*it.name).collect::<Vec<_>>(), ["Invoice"]);
    assert_eq!(details.personas.len(), 1);
    let mut tasks: Vec<_> = details
        .tasks
        .iter()
        .map(|task| {
            (&*task.title, task.slice.as_ref().map(|slice| &*slice.name), task.alone, task.done)
        })
        .collect();
    tasks.sort_unstable();
    assert!(tasks.contains(&("terms", Some("MVP"), false, true)), "{tasks:?}");
    assert!(tasks.contains(&("form", Some("2"), true, false)), "{tasks:?}");
    assert_eq!(details.pieces, Some(item::InPieces { with: Some("2".into()) }));
}

#[test]
fn what_a_pbi_is_told_of_is_what_the_checks_of_the_whole_map_say() {
    let board = sketch(
        "         | Find                    | Pay
         MVP      | Search and filter cafés | Update the form layout
         Later    | Search, Search          | Pay quickly",
    );
    let all = crate::check::check_map(&board, &crate::check::product(&board)).findings;
    let mut seen = 0;
    for row in board.items.iter() {
        let about = crate::check::About::Item { id: row.id };
        let own: Vec<_> = all.iter().filter(|finding| finding.about == about).collect();
        let details = details(
            &board,
            &Guesses::new(),
            &mut Titles::default(),
            &Speech::english(),
            Subject::Item(row.id),
        );
        let Some(Details::Item(details)) = details else { unreachable!("{}", row.title) };
        assert_eq!(details.findings.iter().map(|it| &it.finding).collect::<Vec<_>>(), own);
        seen += own.len();
    }
    assert!(seen > 1, "{seen}");
}

#[test]
fn an_address_from_a_strangers_file_is_a_link_only_where_it_may_be_opened() {
    let mut board = sketch("| Pay\nMVP | Pay by card");
    for (url, link) in [("https://corner.example/7", true), ("javascript:x", false), ("", false)] {
        change(&mut board, "Pay by card", |item| {
            item.source = Some(Source {
                system: "jira".into(),
                key: "COR-7".into(),
                url: url.into(),
                kind: String::new(),
                created: String::new(),
                updated: String::new(),
            });
        });
        let source = of(&board, "Pay by card").source;
        assert_eq!(source.and_then(|source| source.url).is_some(), link, "{url}");
    }
}

#[test]
fn a_task_leads_to_its_pbi_and_what_is_gone_to_nothing() {
    let board = sketch("| Pay\nMVP | Pay by card {form}\nTray | [loose]");
    let speech = Speech::english();
    let ask = |subject| details(&board, &Guesses::new(), &mut Titles::default(), &speech, subject);
    for task in board.tasks.iter() {
        let found = ask(Subject::Task(task.id));
        assert_eq!(found.is_some(), task.item.is_some(), "{}", task.title);
    }
    assert!(ask(Subject::Item(ItemId::make())).is_none());
    for step in board.steps.iter() {
        assert!(matches!(ask(Subject::Step(step.id)), Some(Details::Step(_))));
        assert!(matches!(ask(Subject::Activity(step.activity)), Some(Details::Activity(_))));
    }
    assert_eq!(ask(Subject::Personas), Some(Details::Personas(Vec::new())));
}
