//! Any sequence of edits, undone, gives the first map again; redone, the last. And a board that reads
//! touched rows back is the board that is read whole.

use proptest::prelude::*;

use super::*;
use crate::board::{About, CoveredBy, GoalState, Kind, Left, Row, Table, Usable, Value};
use crate::edit::import::{DraftActivity, DraftItem, DraftSource, DraftStep, DraftTask};
use crate::edit::{Level, NotesOf};
use crate::story::StoryPart;

/// A gesture: which edit, and four numbers that choose among the rows that there are.
type Gesture = (u8, [u8; 4]);

fn one<R: Row>(rows: &Table<R>, at: u8) -> Option<R::Id> {
    rows.iter().nth(usize::from(at) % rows.len().max(1)).map(Row::id)
}

/// Up to three rows.
fn some<R: Row>(rows: &Table<R>, at: u8, count: u8) -> Option<Vec<R::Id>> {
    let ids: Vec<_> = (0..=count % 3).filter_map(|step| one(rows, at.wrapping_add(step))).collect();
    if ids.is_empty() { None } else { Some(ids) }
}

/// One row, or none where the number is small.
fn maybe<R: Row>(rows: &Table<R>, at: u8) -> Option<R::Id> {
    if at < 100 { None } else { one(rows, at) }
}

/// The edit that a gesture is on this board; `None` where there is nothing for it to take hold of.
fn edit(board: &Board, (which, [a, b, c, d]): Gesture) -> Option<Edit> {
    let name = || format!("Name {a} {b}");
    let text = |at: u8| if at < 128 { String::new() } else { format!("text {at}") };
    let day = |at: u8| format!("2026-03-{:02}", at % 28 + 1);
    let place = || {
        let (step, slice) = (maybe(&board.steps, b), maybe(&board.slices, c));
        let cell: Vec<_> = board
            .items
            .iter()
            .filter(|item| item.step == step && item.slice == slice)
            .map(|item| item.id)
            .collect();
        let before = cell.get(usize::from(d) % (cell.len() + 1)).copied();
        Place { step, slice, before }
    };
    Some(match which % 96 {
        0 => Edit::RenameMap { title: name() },
        1 => Edit::AddGoal {
            title: name(),
            outcome: text(c),
            measure: String::new(),
            state: GoalState::Active,
            activities: maybe(&board.activities, d).into_iter().collect(),
            before: maybe(&board.goals, a),
        },
        2 => Edit::ChangeGoal {
            goal: one(&board.goals, a)?,
            title: None,
            outcome: Some(text(b)),
            measure: Some(text(c)),
            state: Some(GoalState::Reached),
            notes: Some(text(d)),
        },
        3 => Edit::SetGoalActivities {
            goal: one(&board.goals, a)?,
            activities: some(&board.activities, b, c)?,
        },
        4 => Edit::MoveGoal { goal: one(&board.goals, a)?, before: maybe(&board.goals, b) },
        5 => Edit::RemoveGoal { goal: one(&board.goals, a)? },
        6 => Edit::AddActivity { title: Some(text(a)), before: maybe(&board.activities, b) },
        7 => Edit::RenameActivity { activity: one(&board.activities, a)?, title: text(b) },
        8 => Edit::MoveActivity {
            activity: one(&board.activities, a)?,
            before: maybe(&board.activities, b),
        },
        9 => Edit::RemoveActivity { activity: one(&board.activities, a)? },
        10 => Edit::AddStep { activity: one(&board.activities, a)?, title: None, before: None },
        11 => Edit::RenameStep { step: one(&board.steps, a)?, title: text(b) },
        12 => Edit::MoveStep {
            step: one(&board.steps, a)?,
            activity: one(&board.activities, b)?,
            before: None,
        },
        13 => Edit::RemoveStep { step: one(&board.steps, a)? },
        14 => Edit::AddSlice { name: name(), outcome: text(c), before: maybe(&board.slices, d) },
        15 => Edit::ChangeSlice {
            slice: one(&board.slices, a)?,
            name: None,
            outcome: Some(text(b)),
            part_on_purpose: Some(text(c)),
            closed_on: Some(day(d)),
        },
        16 => Edit::SetSliceGoal { slice: one(&board.slices, a)?, goal: maybe(&board.goals, b) },
        17 => Edit::MoveSlice { slice: one(&board.slices, a)?, before: maybe(&board.slices, b) },
        18 => Edit::RemoveSlice { slice: one(&board.slices, a)? },
        19 => Edit::AddSprint {
            name: name(),
            goal: text(c),
            starts_on: Some(day(d)),
            ends_on: None,
            before: maybe(&board.sprints, d),
        },
        20 => Edit::ChangeSprint {
            sprint: one(&board.sprints, a)?,
            name: None,
            goal: Some(text(b)),
            starts_on: None,
            ends_on: Some(day(c)),
        },
        21 => {
            Edit::MoveSprint { sprint: one(&board.sprints, a)?, before: maybe(&board.sprints, b) }
        }
        22 => Edit::RemoveSprint { sprint: one(&board.sprints, a)? },
        23 | 49 | 50 => Edit::SelectForSprint {
            sprint: one(&board.sprints, a)?,
            items: some(&board.items, b, c)?,
        },
        24 => Edit::LeaveSprint {
            sprint: one(&board.sprints, a)?,
            items: some(&board.items, b, c)?,
            left_as: if d < 128 { None } else { Some(Left::Returned) },
        },
        25 => Edit::DropFromSprint {
            sprint: one(&board.sprints, a)?,
            items: some(&board.items, b, c)?,
        },
        58..=59 => Edit::MoveItemsInSprint {
            items: some(&board.items, a, b)?,
            step: one(&board.steps, c),
            sprint: one(&board.sprints, a),
            before: None,
        },
        // What makes rows and ties them together comes more often than what takes them away.
        26 | 40..=44 => Edit::AddItem { title: name(), to: place(), sprint: None },
        45 => Edit::AddOutcome {
            title: name(),
            persona: one(&board.personas, a),
            rows: some(&board.items, b, c)?.into_iter().map(|id| id.0).collect(),
        },
        46 => Edit::Serve {
            rows: some(&board.items, a, b)?.into_iter().map(|id| id.0).collect(),
            item: one(&board.items, c)?,
        },
        27 => Edit::ChangeItem {
            item: one(&board.items, a)?,
            title: Some(name()),
            story: Some(text(c)),
            notes: Some(text(d)),
        },
        53 => Edit::TellStory {
            item: one(&board.items, a)?,
            part: [StoryPart::Persona, StoryPart::Want, StoryPart::Benefit][usize::from(b) % 3],
            text: text(c),
        },
        28 | 51..=52 => Edit::MoveItems { items: some(&board.items, a, d)?, to: place() },
        29 => Edit::SetKind { items: some(&board.items, a, b)?, kind: Some(Kind::Enabler) },
        30 => Edit::SetEstimate {
            items: some(&board.items, a, b)?,
            estimate: if c < 60 { None } else { Some(f64::from(c) / 2.0) },
        },
        31 => {
            Edit::SetDone { items: some(&board.items, a, b)?, done: c < 128, done_on: Some(day(d)) }
        }
        32 if d > 200 => Edit::LetGo { items: some(&board.items, a, b)? },
        32 => Edit::RemoveItems { items: some(&board.items, a, b)? },
        33 | 54 | 55 => {
            Edit::TagItems { items: some(&board.items, a, b)?, tag: format!("tag {}", c % 4) }
        }
        34 => Edit::UntagItems { items: some(&board.items, a, b)?, tag: format!("tag {}", c % 4) },
        35 | 47..=48 => Edit::AddTask { title: name(), item: maybe(&board.items, c), before: None },
        36 => Edit::MoveTasks {
            tasks: some(&board.tasks, a, b)?,
            item: maybe(&board.items, c),
            before: None,
        },
        37 | 56 | 57 => match (d % 3, some(&board.tasks, a, b)?) {
            (0, tasks) => Edit::PullTasks { tasks, slice: maybe(&board.slices, c) },
            (1, tasks) => Edit::PullTasksIntoSprint { tasks, sprint: maybe(&board.sprints, c) },
            (_, tasks) => Edit::SetTasksDone { tasks, done: c < 128, done_on: None },
        },
        38 => Edit::RemoveTasks { tasks: some(&board.tasks, a, b)? },
        39 => Edit::Import { draft: draft([a, b, c, d]) },
        60 => Edit::AddPersona { name: name(), about: text(c), before: maybe(&board.personas, d) },
        61 => Edit::ChangePersona {
            persona: one(&board.personas, a)?,
            name: None,
            about: Some(text(b)),
        },
        62 => Edit::MovePersona {
            persona: one(&board.personas, a)?,
            before: maybe(&board.personas, b),
        },
        63 => Edit::RemovePersona { persona: one(&board.personas, a)? },
        64 => Edit::GivePersona {
            items: some(&board.items, a, b)?,
            persona: one(&board.personas, c)?,
        },
        65 => Edit::TakePersona {
            items: some(&board.items, a, b)?,
            persona: one(&board.personas, c)?,
        },
        66 => Edit::SetStepPersonas {
            step: one(&board.steps, a)?,
            personas: some(&board.personas, b, c)?,
        },
        67 => Edit::SetSlicePersonas {
            slice: one(&board.slices, a)?,
            personas: some(&board.personas, b, c)?,
        },
        68 => Edit::AddCriterion { item: one(&board.items, a)?, text: name(), before: None },
        69 => match (d % 3, one(&board.criteria, a)?) {
            (0, criterion) => {
                Edit::ChangeCriterion { criterion, text: Some(name()), met: Some(c < 128) }
            }
            (1, criterion) => Edit::MoveCriterion { criterion, before: None },
            (_, criterion) => Edit::RemoveCriterion { criterion },
        },
        70 => Edit::AddDoneRule { text: name(), before: maybe(&board.done_rules, c) },
        71 => match (d % 3, one(&board.done_rules, a)?) {
            (0, rule) => Edit::ChangeDoneRule { rule, text: name() },
            (1, rule) => Edit::MoveDoneRule { rule, before: maybe(&board.done_rules, b) },
            (_, rule) => Edit::RemoveDoneRule { rule },
        },
        72 => Edit::CheckDoneRule {
            items: some(&board.items, a, b)?,
            rule: one(&board.done_rules, c)?,
            met: d < 200,
        },
        73 => Edit::AddReference { items: some(&board.items, a, b)?, step: one(&board.steps, c)? },
        74 => {
            Edit::RemoveReference { items: some(&board.items, a, b)?, step: one(&board.steps, c)? }
        }
        75 => Edit::GroupSteps { steps: some(&board.steps, a, b)?, title: Some(text(c)) },
        76 => match d % 3 {
            0 => Edit::BringTogether { items: some(&board.items, a, b)? },
            1 => Edit::MoveItemsToSlice {
                items: some(&board.items, a, b)?,
                slice: maybe(&board.slices, c),
            },
            _ => Edit::SetNotes { row: NotesOf::Step(one(&board.steps, a)?), notes: text(b) },
        },
        77 => Edit::Together {
            edits: vec![
                Edit::RemoveItems { items: vec![one(&board.items, a)?] },
                Edit::AddItem {
                    title: name(),
                    to: Place { step: None, slice: None, before: None },
                    sprint: None,
                },
            ],
        },
        78 => Edit::SetUsersAreDevelopers { yes: a < 128 },
        79 => Edit::EndGoal {
            goal: one(&board.goals, a)?,
            state: (b < 128).then_some(GoalState::Abandoned),
            ended_on: Some(if c < 60 { String::new() } else { day(c) }),
            learned: Some(text(d)),
        },
        80 => Edit::SetSliceHypothesis {
            slice: one(&board.slices, a)?,
            hypothesis: Some(text(b)),
            measure: Some(text(c)),
            measure_by: Some(if d < 60 { String::new() } else { day(d) }),
        },
        81 | 82 => Edit::SetCover {
            activity: one(&board.activities, a)?,
            slice: maybe(&board.slices, b),
            how: if c < 60 { None } else { Some(CoveredBy::ByHand) },
            reason: text(d),
        },
        83 => Edit::EndSprint { sprint: one(&board.sprints, a)?, ended_on: day(b) },
        84 | 85 => Edit::AddIncrement {
            title: name(),
            items: some(&board.items, a, b)?,
            slice: maybe(&board.slices, c),
            sprint: maybe(&board.sprints, d),
            made_on: day(c),
            usable: (b < 60).then_some(Usable::Yes),
            learned: text(a),
        },
        86 => Edit::ChangeIncrement {
            increment: one(&board.increments, a)?,
            title: (b < 60).then(name),
            made_on: None,
            released_on: Some(if c < 60 { String::new() } else { day(c) }),
            usable: Some(Usable::No),
            value: (d < 128).then_some(Value::Confirmed),
            learned: Some(text(d)),
        },
        87 => match (d % 2, one(&board.increments, a)?) {
            (0, increment) => Edit::RemoveIncrement { increment },
            (_, increment) => {
                Edit::SetIncrementItems { increment, items: some(&board.items, b, c)? }
            }
        },
        88 | 89 => Edit::AddFeedback {
            text: name(),
            who: text(c),
            increment: maybe(&board.increments, a),
            item: maybe(&board.items, b),
            given_on: day(d),
        },
        90 => match (d % 3, one(&board.feedback, a)?) {
            (0, feedback) => Edit::RemoveFeedback { feedback },
            (1, feedback) => Edit::AnswerFeedback {
                feedback,
                item: maybe(&board.items, b),
                title: (a > 200).then(name),
                reason: text(c),
                on: day(c),
            },
            (_, feedback) => {
                Edit::ChangeFeedback { feedback, text: Some(name()), who: None, given_on: None }
            }
        },
        91 => Edit::AddPeriod { name: name(), starts_on: day(c), ends_on: day(d) },
        92 => match (d % 2, one(&board.periods, a)?) {
            (0, period) => Edit::RemovePeriod { period },
            (_, period) => Edit::ChangePeriod {
                period,
                name: Some(name()),
                starts_on: None,
                ends_on: Some(day(b)),
            },
        },
        93 => {
            let about = About::Item { id: one(&board.items, a)? };
            match c % 3 {
                0 => Edit::TakeUp { rule: "vague".into(), about },
                _ => Edit::Dismiss { rule: "vague".into(), about, reason: text(b) },
            }
        }
        94 => match (d % 3, one(&board.glossary, a)) {
            (0, Some(term)) => Edit::RemoveTerm { term },
            (1, Some(term)) => {
                Edit::ChangeTerm { term, word: Some(name()), meaning: Some(text(c)) }
            }
            _ => Edit::AddTerm { word: name(), meaning: text(c) },
        },
        _ => Edit::Convert {
            rows: vec![match d % 5 {
                0 => one(&board.goals, a)?.0,
                1 => one(&board.activities, a)?.0,
                2 => one(&board.steps, a)?.0,
                3 => one(&board.tasks, a)?.0,
                _ => one(&board.items, a)?.0,
            }],
            to: LEVELS[usize::from(b) % LEVELS.len()],
            item: maybe(&board.items, c),
        },
    })
}

const LEVELS: [Level; 6] =
    [Level::Goal, Level::Activity, Level::Step, Level::Item, Level::Task, Level::Note];

/// A small backlog whose rows have keys, so that another import meets rows that are there.
fn draft([a, b, c, d]: [u8; 4]) -> Draft {
    let source = |key: String| DraftSource { key: Some(key), ..DraftSource::default() };
    let activity = |n: u8| DraftActivity {
        title: Some(format!("Epic {}", n.wrapping_add(a) % 3)),
        source: source(format!("E{n}")),
    };
    let step = |n| DraftStep { activity: n, title: None, source: DraftSource::default() };
    let item = |n: u8| DraftItem {
        step: (b % 4 > 0).then(|| u32::from(n ^ b) % 2),
        slice: (c % 3 > 0).then_some(0),
        sprints: if d % 2 == 0 { vec![0] } else { vec![] },
        title: format!("Story {} of {n}", d % 5),
        done: c % 5 == 0,
        tags: if d % 3 == 0 { vec!["tag 1".into()] } else { vec![] },
        source: source(format!("S{n}")),
        ..DraftItem::default()
    };
    let task = |n: u8| DraftTask {
        item: (a % 3 > 0).then(|| u32::from(n)),
        title: format!("Task {n}"),
        source: source(format!("T{n}")),
        ..DraftTask::default()
    };
    Draft {
        name: "jira.csv".into(),
        system: "jira".into(),
        activities: (0..2).map(activity).collect(),
        steps: (0..2).map(step).collect(),
        slices: vec![format!("Name {} {}", c % 3, c % 2)],
        sprints: vec![format!("Name {} {}", d % 3, d % 2)],
        items: (0..1 + b % 4).map(item).collect(),
        tasks: (0..=b % 4).map(task).collect(),
        ..Draft::default()
    }
}

/// The same rows in the same order.
fn assert_same(one: &Board, other: &Board) {
    assert_eq!(one, other);
    assert!(one.goals.iter().eq(other.goals.iter()));
    assert!(one.activities.iter().eq(other.activities.iter()));
    assert!(one.steps.iter().eq(other.steps.iter()));
    assert!(one.slices.iter().eq(other.slices.iter()));
    assert!(one.sprints.iter().eq(other.sprints.iter()));
    assert!(one.sprint_items.iter().eq(other.sprint_items.iter()));
    assert!(one.items.iter().eq(other.items.iter()));
    assert!(one.tasks.iter().eq(other.tasks.iter()));
    assert!(one.tags.iter().eq(other.tags.iter()));
    assert!(one.item_tags.iter().eq(other.item_tags.iter()));
    assert!(one.increments.iter().eq(other.increments.iter()));
    assert!(one.feedback.iter().eq(other.feedback.iter()));
    assert!(one.periods.iter().eq(other.periods.iter()));
    assert!(one.glossary.iter().eq(other.glossary.iter()));
}

fn refreshed(map: &mut Document, board: &mut Board) {
    let touched = map.take_touched();
    assert!(!touched.everything);
    map.refresh(board, &touched).unwrap();
    assert_same(board, &map.read_board().unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn any_edits_undone_give_the_first_map_again_and_redone_the_last(
        gestures in prop::collection::vec(any::<Gesture>(), 1..60),
    ) {
        let mut map = Document::in_memory();
        // Something to take hold of.
        for (which, at) in [(6, 200), (6, 201), (10, 1), (14, 7), (19, 9), (26, 150), (26, 151), (35, 120)] {
            let board = map.read_board().unwrap();
            map.edit(&edit(&board, (which, [at, 250, 30, 130])).unwrap()).unwrap();
        }
        let mut board = map.read_board().unwrap();
        map.take_touched();
        let mut states = vec![dump(&map)];
        for gesture in gestures {
            let Some(edit) = edit(&board, gesture) else { continue };
            match map.edit(&edit) {
                Ok(Answer { change: Some(_), .. }) => states.push(dump(&map)),
                // Nothing was different, or it was refused: then nothing is.
                // An untitled step can become no PBI.
                Ok(_)
                | Err(
                    EditError::Gone { .. }
                    | EditError::NameTaken { .. }
                    | EditError::EndsBeforeItStarts
                    | EditError::Title { .. },
                ) => {
                    prop_assert_eq!(&dump(&map), states.last().unwrap());
                }
                Err(error) => return Err(TestCaseError::fail(format!("{edit:?}: {error}"))),
            }
            refreshed(&mut map, &mut board);
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(map.undo().unwrap().is_some());
            prop_assert_eq!(&dump(&map), state);
            refreshed(&mut map, &mut board);
        }
        for state in states.iter().skip(1) {
            prop_assert!(map.redo().unwrap().is_some());
            prop_assert_eq!(&dump(&map), state);
            refreshed(&mut map, &mut board);
        }
        prop_assert_eq!(map.redo().unwrap(), None);
    }
}
