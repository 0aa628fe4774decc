//! `cargo xtask train`: learns the weights.
//!
//! Logistic regression with a penalty on large weights, by a fixed number of full steps from zero: the
//! same titles give the same weights. It learns from titles of our own (`check/en/training`), and from
//! those of labelled backlogs whose licence lets it (a folder outside the project, named by
//! `THROUGHLINE_BACKLOGS`); of those only the weights of words are kept, never a title.

use std::collections::{BTreeMap, HashMap};

use super::super::form::Form;
use super::title::{Product, marks};
use super::weights::Weights;

/// A title whose class is known.
#[derive(Debug, Clone)]
pub struct Known {
    /// The title.
    pub title: String,
    /// Whether it is a task (else an outcome).
    pub task: bool,
    /// The backlog that it is from.
    pub project: String,
    /// Whether it has the form of a story.
    pub story: bool,
    /// Whether the users of that product are developers.
    pub of_developers: bool,
}

/// Labelled projects whose licence (MIT) lets their titles teach.
pub const TEACH: [&str; 9] = [
    "appcelerator-studio",
    "clearcorrect",
    "clover",
    "clover-stories",
    "duracloud",
    "jira-software",
    "mesos",
    "moodle",
    "sapient-trading",
];

/// Our own titles.
pub fn own() -> Vec<Known> {
    let tasks = include_str!("../../../check/en/training/tasks.txt");
    let outcomes = include_str!("../../../check/en/training/outcomes.txt");
    let known = |text: &'static str, task: bool| {
        text.lines().filter(|line| !line.starts_with('#')).map(move |title| Known {
            title: title.to_owned(),
            task,
            project: String::new(),
            story: Form::of(title).is_story(),
            of_developers: false,
        })
    };
    known(tasks, true).chain(known(outcomes, false)).collect()
}

/// Reads labelled titles: title, judged, project, form, type, whether its users are developers.
pub fn read_labels(text: &str) -> Vec<Known> {
    let of_line = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [title, judged @ ("task" | "outcome"), project, form, _, developers] = cells[..] else {
            return None;
        };
        Some(Known {
            title: title.to_owned(),
            task: judged == "task",
            project: project.to_owned(),
            story: form == "story",
            of_developers: developers == "yes",
        })
    };
    text.lines().skip(1).filter_map(of_line).collect()
}

/// Steps from zero; more change nothing that a threshold would notice.
const STEPS: usize = 400;
/// How far the first step goes.
const STRIDE: f64 = 0.3;
/// How much a large weight costs, for a mark of a family and for one of a single word: few titles
/// speak for a word.
const PENALTY: (f64, f64) = (0.3, 1.0);
/// A mark that fewer titles have is not learned.
const SEEN: usize = 2;

/// Learns weights from titles.
pub fn learn(titles: &[&Known]) -> Weights {
    let of_titles: Vec<Vec<String>> = titles
        .iter()
        .map(|known| {
            let marks = marks(&known.title, &Product::default());
            marks.into_iter().map(|mark| mark.name).collect()
        })
        .collect();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for name in of_titles.iter().flatten() {
        *seen.entry(name).or_default() += 1;
    }
    let names: Vec<&str> =
        seen.iter().filter(|(_, times)| **times >= SEEN).map(|(name, _)| *name).collect();
    let index: HashMap<&str, usize> = names.iter().copied().zip(0..).collect();
    let rows: Vec<(Vec<usize>, f64)> = of_titles
        .iter()
        .zip(titles)
        .map(|(marks, known)| {
            let marks = marks.iter().filter_map(|name| index.get(name.as_str()).copied()).collect();
            (marks, f64::from(u8::from(known.task)))
        })
        .collect();
    let penalties: Vec<f64> = names.iter().map(|name| penalty(name)).collect();

    let mut weights = vec![0.0; names.len()];
    let mut start = 0.0;
    // Squares of all slopes so far: a weight that moved much moves less (AdaGrad).
    let mut squares = vec![1e-8; names.len()];
    let mut start_squares = 1e-8;
    for _ in 0..STEPS {
        let mut slopes: Vec<f64> = weights.iter().zip(&penalties).map(|(w, p)| w * p).collect();
        let mut start_slope = 0.0;
        for (marks, is) in &rows {
            let sum = start + marks.iter().map(|at| weights[*at]).sum::<f64>();
            let off = super::probability(sum) - is;
            start_slope += off;
            for at in marks {
                slopes[*at] += off;
            }
        }
        for ((weight, slope), square) in weights.iter_mut().zip(&slopes).zip(&mut squares) {
            *square += slope * slope;
            *weight -= STRIDE * slope / f64::sqrt(*square);
        }
        start_squares += start_slope * start_slope;
        start -= STRIDE * start_slope / f64::sqrt(start_squares);
    }
    Weights { start, of: names.into_iter().map(str::to_owned).zip(weights).collect() }
}

fn penalty(name: &str) -> f64 {
    let families = [
        "layer",
        "data",
        "interface",
        "technology",
        "quality",
        "operation",
        "inside",
        "artefact",
        "mechanism",
        "actor",
        "use",
        "feature",
        "maker",
        "other",
        "own",
    ];
    let of_word = name.split_once(':').is_some_and(|(kind, what)| {
        ["word", "pair", "first", "last"].contains(&kind) && !families.contains(&what)
    });
    if of_word { PENALTY.1 } else { PENALTY.0 }
}

/// Weights below this are left out of the file: hundreds of words that say next to nothing.
const WORTH_KEEPING: f64 = 0.05;

/// The weights as their file has them.
pub fn written(weights: &Weights) -> String {
    let mut lines: Vec<(&str, f64)> =
        weights.of.iter().map(|(name, weight)| (name.as_str(), *weight)).collect();
    lines.retain(|(_, weight)| weight.abs() >= WORTH_KEEPING);
    lines.sort_by_key(|(name, _)| *name);
    let mut text = format!(
        "# What each mark of a title weighs; written by `cargo xtask train`.\n\
         # Above zero it speaks for a technical task, below zero for an outcome.\n\
         start\t{:.2}\n",
        weights.start
    );
    for (name, weight) in lines {
        text += &format!("{name}\t{weight:.2}\n");
    }
    text
}
