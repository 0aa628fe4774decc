//! How right the bundles are, on the tasks of teams whose parents are known.

#![allow(clippy::print_stdout, reason = "the figures, and what was left out")]

use std::path::PathBuf;

use uuid::Uuid;

use super::super::evidence::Sitting;
use super::*;
use crate::board::{ById, Rank, Task, TaskId, Title};
use crate::sketch::sketch;

/// One project: its outcomes by their titles, and its tasks in the order of the source.
struct Project {
    name: String,
    outcomes: Vec<String>,
    tasks: Vec<(String, usize)>,
}

/// `project`, `parent`, `title`, parted by tabs, under a heading.
fn projects(text: &str) -> Vec<Project> {
    let mut projects: Vec<Project> = Vec::new();
    for line in text.lines().skip(1) {
        let [name, parent, title] = line.split('\t').collect::<Vec<_>>()[..] else { continue };
        if projects.last().is_none_or(|last| last.name != name) {
            projects.push(Project { name: name.into(), outcomes: Vec::new(), tasks: Vec::new() });
        }
        let Some(project) = projects.last_mut() else { continue };
        let known = project.outcomes.iter().position(|title| title == parent);
        let outcome = known.unwrap_or_else(|| {
            project.outcomes.push(parent.to_owned());
            project.outcomes.len() - 1
        });
        project.tasks.push((title.to_owned(), outcome));
    }
    projects
}

/// What was offered as sure in bundles, and how much of it was right.
#[derive(Debug, Default, Clone, Copy)]
struct Offered {
    tasks: usize,
    offered: usize,
    right: usize,
}

/// Deals the tasks in their order. Where the one in hand is sure, all that are sure of the same outcome
/// are taken with it; a person puts right what was wrong. Else the person deals the one.
fn deal(project: &Project) -> Offered {
    let outcome_id = |at: usize| ItemId(Uuid::from_u128(1_000_000 + at as u128));
    let any = sketch("     | Pay\n MVP | Card (outcome)").items.iter().next().cloned().unwrap();
    let outcomes: Vec<Item> = project
        .outcomes
        .iter()
        .enumerate()
        .map(|(at, title)| Item { id: outcome_id(at), title: cut(title), ..any.clone() })
        .collect();
    let outcomes: Vec<&Item> = outcomes.iter().collect();
    let mut board = Board::default();
    let mut rows: Vec<Row> = project
        .tasks
        .iter()
        .enumerate()
        .map(|(at, (title, _))| Row {
            id: Uuid::from_u128(at as u128 + 1),
            is_task: true,
            title: title.clone(),
            key: String::new(),
            looks_technical: true,
        })
        .collect();
    let truth: ById<Uuid, ItemId> =
        rows.iter().zip(&project.tasks).map(|(row, (_, of))| (row.id, outcome_id(*of))).collect();
    let mut offered = Offered { tasks: rows.len(), ..Offered::default() };
    while let Some(first) = rows.first().map(|row| row.id) {
        let sitting = Sitting::new(&board, &rows, &outcomes);
        let sure = |row: &Row| {
            let evidence = sitting.evidence(row.id);
            evidence.likely.filter(|_| evidence.sure)
        };
        let bundle: Vec<Uuid> = match sure(&rows[0]) {
            Some(outcome) => {
                let bundle = rows.iter().filter(|row| sure(row) == Some(outcome));
                let bundle: Vec<Uuid> = bundle.map(|row| row.id).collect();
                offered.offered += bundle.len();
                offered.right += bundle.iter().filter(|row| truth[*row] == outcome).count();
                bundle
            }
            None => vec![first],
        };
        let (dealt, left): (Vec<Row>, Vec<Row>) =
            rows.into_iter().partition(|row| bundle.contains(&row.id));
        rows = left;
        for row in dealt {
            board.tasks.put(Task {
                id: TaskId(row.id),
                rank: Rank::between(None, None),
                item: Some(truth[&row.id]),
                slice: None,
                sprint: None,
                title: cut(&row.title),
                status: String::new(),
                done: false,
                done_on: None,
                notes: String::new(),
                source: None,
            });
        }
    }
    offered
}

fn cut(text: &str) -> Title {
    Title::cut(text).unwrap().0
}

/// Bundles that are offered as sure are right in 9 of 10 tasks, and reach a fifth of all. The rule has no
/// number that was learned from these projects but the two of `evidence.rs`.
#[test]
fn bundles_of_known_teams_are_right_and_reach_far_enough() {
    let Ok(folder) = std::env::var("THROUGHLINE_BACKLOGS") else {
        println!("left out: THROUGHLINE_BACKLOGS names no folder of backlogs");
        return;
    };
    let Ok(text) = std::fs::read_to_string(PathBuf::from(folder).join("groups.tsv")) else {
        println!("left out: there is no groups.tsv in the folder of backlogs");
        return;
    };
    let mut all = Offered::default();
    println!("| project | tasks | offered as sure | of them right |\n|---|---:|---:|---:|");
    for project in projects(&text) {
        let Offered { tasks, offered, right } = deal(&project);
        println!("| {} | {tasks} | {offered} | {right} |", project.name);
        all = Offered {
            tasks: all.tasks + tasks,
            offered: all.offered + offered,
            right: all.right + right,
        };
    }
    let right = all.right as f64 / all.offered.max(1) as f64;
    let reach = all.offered as f64 / all.tasks.max(1) as f64;
    println!(
        "| **all** | {} | {} ({reach:.2}) | {} ({right:.2}) |",
        all.tasks, all.offered, all.right
    );
    assert!(right >= 0.90, "right: {right:.2}");
    assert!(reach >= 0.20, "reach: {reach:.2}");
}
