//! The map as a plan: goals without a measure, Sprints without a goal, a backbone named after layers.

use jiff::civil::Date;

use super::technical::names_a_layer;
use super::{About, Finding, Level, Rule, wording};
use crate::board::{Board, Goal, GoalState, Sprint};

/// Everything noticed of a map beside its PBIs. `today`: Sprints that ended before it are left alone.
pub fn of_map(board: &Board, today: Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    goals(board, &mut findings);
    sprints(board, today, &mut findings);
    backbone(board, &mut findings);
    findings
}

fn hint(rule: Rule, about: About, words: Vec<String>) -> Finding {
    Finding { rule, level: Level::Hint, about, words }
}

/// Scrum Guide 2020, "The Product Goal": one at a time. How one knows that it is reached is its measure.
fn goals(board: &Board, findings: &mut Vec<Finding>) {
    let active: Vec<&Goal> =
        board.goals.iter().filter(|goal| goal.state == GoalState::Active).collect();
    for goal in &active {
        let about = About::Goal { id: goal.id };
        if goal.measure.trim().is_empty() {
            findings.push(hint(Rule::GoalWithoutMeasure, about, Vec::new()));
        }
        findings
            .extend(wording::vague(&goal.measure).map(|(rule, words)| hint(rule, about, words)));
    }
    if let [first, others @ ..] = active.as_slice() {
        let first = first.title.to_string();
        let second = |goal: &&Goal| {
            hint(Rule::SeveralActiveGoals, About::Goal { id: goal.id }, vec![first.clone()])
        };
        findings.extend(others.iter().map(second));
    }
}

fn sprints(board: &Board, today: Date, findings: &mut Vec<Finding>) {
    let over = |day: &String| day.parse::<Date>().is_ok_and(|day| day < today);
    for sprint in board.sprints.iter().filter(|sprint| !sprint.ends_on.as_ref().is_some_and(over)) {
        let about = About::Sprint { id: sprint.id };
        if sprint.goal.trim().is_empty() {
            // A Sprint in which nothing is planned yet needs no goal yet.
            if board.sprint_items.iter().any(|stay| stay.sprint == sprint.id) {
                findings.push(hint(Rule::SprintWithoutGoal, about, Vec::new()));
            }
        } else if let Some(tickets) = tickets(sprint) {
            findings.push(hint(Rule::SprintGoalIsAList, about, tickets));
        }
    }
}

/// A goal of so many parts is a list. The limit is ours.
const PARTS: usize = 3;
/// A part of so few words is an entry of a list, and no clause of a sentence.
const ENTRY_WORDS: usize = 6;

/// The tickets that a Sprint Goal lists instead of saying what the Sprint is for: keys, or entries.
fn tickets(sprint: &Sprint) -> Option<Vec<String>> {
    let is_key = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.split_once('-').is_some_and(|(project, number)| {
            project.len() > 1
                && project.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
                && !number.is_empty()
                && number.chars().all(|c| c.is_ascii_digit())
        })
    };
    let keys: Vec<String> =
        sprint.goal.split_whitespace().filter(is_key).map(str::to_owned).collect();
    if keys.len() > 1 {
        return Some(keys);
    }
    let lines = sprint.goal.lines().filter(|line| !line.trim().is_empty()).count();
    let mark = if lines >= PARTS {
        '\n'
    } else if sprint.goal.contains(';') {
        ';'
    } else {
        ','
    };
    let parts: Vec<String> = sprint
        .goal
        .split(mark)
        .map(|part| part.trim_matches([' ', '-', '*', '•', '\n']).to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    let short = parts.iter().all(|part| part.split_whitespace().count() <= ENTRY_WORDS);
    (parts.len() > PARTS && short).then_some(parts)
}

/// A backbone of "UI, API, database" is the architecture, and no user's story. One activity of that
/// name among others may be right.
fn backbone(board: &Board, findings: &mut Vec<Finding>) {
    let titled: Vec<_> = board
        .activities
        .iter()
        .filter_map(|activity| Some((activity.id, activity.title.as_ref()?)))
        .collect();
    let layers: Vec<_> = titled.iter().filter(|(_, title)| names_a_layer(title)).collect();
    if layers.len() > 1 && layers.len() * 2 >= titled.len() {
        findings.extend(layers.into_iter().map(|(id, title)| {
            hint(Rule::BackboneOfLayers, About::Activity { id: *id }, vec![title.to_string()])
        }));
    }
}
