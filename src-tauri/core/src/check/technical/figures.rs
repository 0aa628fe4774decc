//! How good the guess is, by project: each judged by weights that never saw a title of it.

use std::collections::BTreeMap;
use std::fmt;

use super::super::Level;
use super::training::{Known, TEACH, learn, own};
use super::weights::Weights;
use super::{Guess, Listed, Product, Titles, technical_count};

/// What came of one project, or of several together.
#[derive(Debug, Clone, Copy, Default)]
pub struct Figures {
    titles: usize,
    tasks: usize,
    /// Flags on plain titles: right and wrong, *likely* and either.
    likely: [usize; 2],
    either: [usize; 2],
    plain_tasks: usize,
    /// Outcomes in story form, and how many of them were called likely.
    stories: usize,
    stories_likely: usize,
    /// The share of technical titles, as it was guessed.
    guessed: f64,
}

impl Figures {
    fn add(&mut self, known: &Known, guess: &Guess) {
        self.titles += 1;
        self.tasks += usize::from(known.task);
        let likely = guess.level == Some(Level::Likely);
        if known.story {
            self.stories += usize::from(!known.task);
            self.stories_likely += usize::from(!known.task && likely);
            return;
        }
        self.plain_tasks += usize::from(known.task);
        self.likely[usize::from(!known.task)] += usize::from(likely);
        self.either[usize::from(!known.task)] += usize::from(guess.level.is_some());
    }

    fn join(&mut self, other: &Self) {
        self.titles += other.titles;
        self.tasks += other.tasks;
        self.plain_tasks += other.plain_tasks;
        self.stories += other.stories;
        self.stories_likely += other.stories_likely;
        for at in 0..2 {
            self.likely[at] += other.likely[at];
            self.either[at] += other.either[at];
        }
    }

    /// The share of tasks that the labels say.
    fn share(&self) -> f64 {
        part(self.tasks, self.titles)
    }

    /// Whether the guessed share is within ten points of it.
    fn share_is_near(&self) -> bool {
        (self.guessed - self.share()).abs() <= 0.10
    }

    /// Precision and recall of *likely* on plain titles.
    pub fn likely(&self) -> (f64, f64) {
        (part(self.likely[0], self.likely.iter().sum()), part(self.likely[0], self.plain_tasks))
    }

    /// Precision and recall of *likely* and *maybe* together.
    pub fn either(&self) -> (f64, f64) {
        (part(self.either[0], self.either.iter().sum()), part(self.either[0], self.plain_tasks))
    }

    /// The part of user stories that was called likely.
    pub fn stories_flagged(&self) -> f64 {
        part(self.stories_likely, self.stories)
    }
}

fn part(some: usize, of: usize) -> f64 {
    some as f64 / of.max(1) as f64
}

/// A share means little over fewer titles than this.
const FEW: usize = 15;

/// The figures of all projects.
pub struct ByProject {
    projects: BTreeMap<String, Figures>,
    /// All together.
    pub all: Figures,
    /// In how many projects with plain titles the guessed share is near, and of how many.
    pub shares_near: (usize, usize),
}

/// Measures every project. `knowing_developers`: whether it is told which products are for developers,
/// as a map would be.
pub fn measure(labels: &[Known], knowing_developers: bool) -> ByProject {
    let own = own();
    let without = |project: &str| -> &'static Weights {
        // Two sets of titles of one product leave together.
        let family = project.trim_end_matches("-stories");
        let teach = labels.iter().filter(|known| {
            TEACH.contains(&known.project.as_str())
                && known.project.trim_end_matches("-stories") != family
        });
        Box::leak(Box::new(learn(&own.iter().chain(teach).collect::<Vec<_>>())))
    };
    // A project that taught nothing needs no weights of its own.
    let of_all = without("");
    let mut by_project: BTreeMap<String, Vec<&Known>> = BTreeMap::new();
    for known in labels {
        by_project.entry(known.project.clone()).or_default().push(known);
    }
    let mut all = Figures::default();
    let mut shares_near = (0, 0);
    let projects = by_project
        .into_iter()
        .map(|(project, titles)| {
            let taught = TEACH.contains(&project.as_str());
            let weights = if taught { without(&project) } else { of_all };
            let users_are_developers = knowing_developers && titles[0].of_developers;
            let product = Product { users_are_developers, ..Product::default() };
            let list: Vec<Listed<'_>> =
                titles.iter().map(|known| Listed { title: &known.title, parent: None }).collect();
            let guesses = Titles::weighing(weights, product).guess(&list);
            let mut figures = Figures::default();
            titles.iter().zip(&guesses).for_each(|(known, guess)| figures.add(known, guess));
            figures.guessed = technical_count(&guesses) / guesses.len().max(1) as f64;
            all.join(&figures);
            if figures.titles >= FEW && titles.iter().any(|known| !known.story) {
                shares_near.0 += usize::from(figures.share_is_near());
                shares_near.1 += 1;
            }
            (project, figures)
        })
        .collect();
    ByProject { projects, all, shares_near }
}

impl fmt::Display for ByProject {
    /// The table of `tests/benches/README.md`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "| project | titles | tasks | likely: precision / recall | with maybe | stories likely | share: labels / guessed |"
        )?;
        writeln!(f, "|---|---:|---:|---|---|---|---|")?;
        let pair = |(precision, recall): (f64, f64), tasks: usize| {
            if tasks == 0 { "–".to_owned() } else { format!("{precision:.2} / {recall:.2}") }
        };
        let line = |f: &mut fmt::Formatter<'_>, name: &str, of: &Figures, shares: String| {
            let stories = match of.stories {
                0 => "–".to_owned(),
                stories => format!("{} of {stories}", of.stories_likely),
            };
            writeln!(
                f,
                "| {name} | {} | {} | {} | {} | {stories} | {shares} |",
                of.titles,
                of.tasks,
                pair(of.likely(), of.plain_tasks),
                pair(of.either(), of.plain_tasks),
            )
        };
        for (project, of) in &self.projects {
            let far = if of.share_is_near() { "" } else { " (far)" };
            line(f, project, of, format!("{:.2} / {:.2}{far}", of.share(), of.guessed))?;
        }
        let (near, of) = self.shares_near;
        line(f, "**all**", &self.all, format!("near in {near} of {of}"))
    }
}
