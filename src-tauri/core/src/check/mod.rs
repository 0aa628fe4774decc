//! Checks of wording: what deserves a second look, why, and what would mend it.
//!
//! A finding is a hint with a reason, never a gate. Rules run only where they mean something, a card
//! that is one thing's matter gets one finding for it, and nobody is named. What a finding says is in
//! the catalogue; here it is data.
//!
//! | rules | where |
//! |---|---|
//! | technical task posing as a PBI | [`technical`], on words from `check/en/` |
//! | role and means, one action, nothing beside the point, nothing vague | `wording` |
//! | the same twice | `twins` |
//! | too large | `size` |
//! | goals, Sprints, the backbone | `plan` |
//!
//! Beside the rules: slices cut by layer (`layers`), and what a backlog consists of (`transparency`).

mod form;
mod layers;
mod plan;
mod signs;
mod size;
pub mod technical;
mod transparency;
mod twins;
mod wish;
mod wording;
mod words;

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

pub use crate::board::About;
use crate::board::{Board, Guesses, Item, ItemId, Kind, SliceId};
pub(crate) use layers::layer_of;
pub use layers::{Layer, only_layer};
pub use signs::is_technical_word;
use technical::{Guess, Listed};
pub use technical::{Product, Titles};
pub use transparency::{Of, Serves, Shares, Transparency, transparency};
pub use wish::wish;
pub(crate) use words::{Word, words};

/// What was noticed, by a name that stays.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// A technical task posing as a PBI.
    TechnicalTask,
    /// A role, and nothing that is wanted.
    NoMeans,
    /// A benefit that says nothing beyond the wish.
    EmptyBenefit,
    /// Two actions in one story.
    SeveralActions,
    /// Remarks and examples that belong in the notes.
    NotesInTitle,
    /// A word that everyone reads differently.
    Vague,
    /// Two PBIs that ask for the same.
    Twins,
    /// Too large for one PBI.
    TooLarge,
    /// An active Product Goal without a measure.
    GoalWithoutMeasure,
    /// A second active Product Goal.
    SeveralActiveGoals,
    /// A planned Sprint without a Sprint Goal.
    SprintWithoutGoal,
    /// A Sprint Goal that is a list of tickets.
    SprintGoalIsAList,
    /// A backbone named after layers of the software.
    BackboneOfLayers,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 13] = [
        Self::TechnicalTask,
        Self::NoMeans,
        Self::EmptyBenefit,
        Self::SeveralActions,
        Self::NotesInTitle,
        Self::Vague,
        Self::Twins,
        Self::TooLarge,
        Self::GoalWithoutMeasure,
        Self::SeveralActiveGoals,
        Self::SprintWithoutGoal,
        Self::SprintGoalIsAList,
        Self::BackboneOfLayers,
    ];

    /// Its name that stays, the same as in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TechnicalTask => "technical-task",
            Self::NoMeans => "no-means",
            Self::EmptyBenefit => "empty-benefit",
            Self::SeveralActions => "several-actions",
            Self::NotesInTitle => "notes-in-title",
            Self::Vague => "vague",
            Self::Twins => "twins",
            Self::TooLarge => "too-large",
            Self::GoalWithoutMeasure => "goal-without-measure",
            Self::SeveralActiveGoals => "several-active-goals",
            Self::SprintWithoutGoal => "sprint-without-goal",
            Self::SprintGoalIsAList => "sprint-goal-is-a-list",
            Self::BackboneOfLayers => "backbone-of-layers",
        }
    }
}

/// How much may be made of a finding.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
// Another `Level` crosses to the window too: that of a card.
#[serde(rename = "FindingLevel", rename_all = "kebab-case")]
pub enum Level {
    /// A technical task, likely: it may be said, and counts in a verdict.
    Likely,
    /// A technical task, maybe: it only orders lists.
    Maybe,
    /// Any other rule: worth a look.
    Hint,
}

/// One thing that the checks noticed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// What.
    pub rule: Rule,
    /// How much may be made of it.
    pub level: Level,
    /// What it is about.
    pub about: About,
    /// The words that led to it; may be none.
    pub words: Vec<String>,
}

/// A PBI, as far as it is checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Card<'a> {
    /// Its id.
    pub id: ItemId,
    /// Its title.
    pub title: &'a str,
    /// What people declared it to be.
    pub kind: Option<Kind>,
    /// Its story sentence; empty where the title says it all.
    pub story: &'a str,
    /// What it stands below, if anything: cards with the same number are siblings.
    pub parent: Option<u128>,
    /// Its slice.
    pub slice: Option<SliceId>,
    /// Its estimate, in the team's own points.
    pub estimate: Option<f64>,
    /// How many tasks it has.
    pub tasks: usize,
    /// How many acceptance criteria it has.
    pub criteria: usize,
    /// Whether it is Done.
    pub done: bool,
}

impl<'a> Card<'a> {
    /// A card of which only the title is known.
    #[must_use]
    pub fn titled(id: ItemId, title: &'a str) -> Self {
        Self {
            id,
            title,
            kind: None,
            story: "",
            parent: None,
            slice: None,
            estimate: None,
            tasks: 0,
            criteria: 0,
            done: false,
        }
    }
}

/// The PBIs of a map, in the order in which they came into it: there it stays, wherever they are moved.
#[must_use]
pub fn cards(board: &Board) -> Vec<Card<'_>> {
    let tasks = board.tasks_by_item();
    let mut criteria: HashMap<ItemId, usize> = HashMap::new();
    for criterion in board.criteria.iter() {
        *criteria.entry(criterion.item).or_default() += 1;
    }
    let mut cards: Vec<Card<'_>> = board
        .items
        .iter()
        .map(|item| Card {
            id: item.id,
            title: &item.title,
            kind: item.kind,
            story: &item.story,
            parent: parent(item),
            slice: item.slice,
            estimate: item.estimate,
            tasks: tasks.get(&Some(item.id)).map_or(0, Vec::len),
            criteria: criteria.get(&item.id).copied().unwrap_or_default(),
            done: item.done,
        })
        .collect();
    cards.sort_by_key(|card| card.id);
    cards
}

/// What a map says to the checks: its personas, its glossary, and whether its users are developers.
#[must_use]
pub fn product(board: &Board) -> Product {
    Product {
        personas: board.personas.iter().map(|persona| persona.name.to_string()).collect(),
        glossary: board.glossary.iter().map(|term| term.word.to_string()).collect(),
        users_are_developers: board.users_are_developers,
    }
}

/// Everything noticed.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// PBIs in the order of the list, then what is about the map.
    pub findings: Vec<Finding>,
    /// Which part of the PBIs is technical, declared or by the look of it, from 0 to 1; 0 for no PBIs.
    pub technical_share: f64,
    /// How many PBIs were looked at. Notes are none.
    pub checked: usize,
}

/// Checks a map: its PBIs, goals, Sprints and backbone. What people set aside is not said again as long
/// as its text stays.
#[must_use]
pub fn check_map(board: &Board, product: &Product) -> Checked {
    check_map_knowing(board, &mut Titles::of(product.clone()))
}

/// The same, and quick where most titles were judged before.
#[must_use]
pub fn check_map_knowing(board: &Board, titles: &mut Titles) -> Checked {
    let mut checked = check_knowing(&cards(board), titles);
    checked.findings.extend(plan::of_map(board, jiff::Zoned::now().date()));
    let aside = set_aside(board);
    checked.findings.retain(|found| !aside.contains(&(found.rule.name(), found.about.row())));
    checked
}

/// What people said is fine as it is, and still reads so: the names of rules, and what they are about.
#[must_use]
pub fn fine(board: &Board) -> Vec<(String, About)> {
    let aside = set_aside(board);
    let mut fine: Vec<(String, About)> = Vec::new();
    for about in abouts(board) {
        let of_row = aside.iter().filter(|(_, row)| *row == about.row());
        fine.extend(of_row.map(|(rule, _)| ((*rule).to_owned(), about)));
    }
    fine.sort_by(|one, other| one.0.cmp(&other.0));
    fine
}

/// Everything that a finding can be about.
fn abouts(board: &Board) -> impl Iterator<Item = About> {
    let items = board.items.iter().map(|row| About::Item { id: row.id });
    items
        .chain(board.goals.iter().map(|row| About::Goal { id: row.id }))
        .chain(board.sprints.iter().map(|row| About::Sprint { id: row.id }))
        .chain(board.activities.iter().map(|row| About::Activity { id: row.id }))
}

/// What people set aside, and what reads still as it did then: by rule and row.
fn set_aside(board: &Board) -> HashSet<(&str, Uuid)> {
    let mut aside = HashSet::new();
    if board.dismissals.is_empty() {
        return aside;
    }
    let by_row: HashMap<Uuid, About> = abouts(board).map(|about| (about.row(), about)).collect();
    for dismissal in board.dismissals.values() {
        let text = by_row.get(&dismissal.about).and_then(|about| about.text(board));
        if text.is_some_and(|text| text == dismissal.text) {
            aside.insert((dismissal.rule.as_str(), dismissal.about));
        }
    }
    aside
}

/// The PBIs that ask for the same as an earlier one, and the title of that; what people said is fine
/// is left out.
#[must_use]
pub fn twins_of(board: &Board) -> HashMap<ItemId, String> {
    let cards = cards(board);
    let work: Vec<&Card<'_>> = cards.iter().filter(|card| card.kind != Some(Kind::Note)).collect();
    let aside = set_aside(board);
    let twins = twins::twins(&work).into_iter().map(|(at, twin)| (work[at].id, work[twin].title));
    let said = twins.filter(|(id, _)| !aside.contains(&(Rule::Twins.name(), id.0)));
    said.map(|(id, twin)| (id, twin.to_owned())).collect()
}

/// Checks a list of PBIs.
#[must_use]
pub fn check(cards: &[Card<'_>], product: &Product) -> Checked {
    check_knowing(cards, &mut Titles::of(product.clone()))
}

fn check_knowing(cards: &[Card<'_>], titles: &mut Titles) -> Checked {
    let work: Vec<&Card<'_>> = cards.iter().filter(|card| card.kind != Some(Kind::Note)).collect();
    let guesses = guess(&work, titles);
    let product = titles.product().clone();
    let twins: HashMap<usize, usize> = twins::twins(&work).into_iter().collect();
    let usual = size::usual_estimate(&work);
    let mut findings = Vec::new();
    for (at, (card, guess)) in work.iter().zip(&guesses).enumerate() {
        let level = guess.and_then(|guess| guess.level);
        let twin = twins.get(&at).map(|twin| work[*twin].title);
        findings.extend(of_card(card, level, usual, twin, &product));
    }
    let declared = |card: &&&Card<'_>| matches!(card.kind, Some(Kind::Enabler | Kind::Spike));
    let guesses: Vec<Guess> = guesses.into_iter().flatten().collect();
    let technical =
        technical::technical_count(&guesses) + work.iter().filter(declared).count() as f64;
    Checked { findings, technical_share: technical / work.len().max(1) as f64, checked: work.len() }
}

/// What is noticed of one card: its guess, the usual estimate and its twin are those of the list.
fn of_card(
    card: &Card<'_>,
    level: Option<Level>,
    usual: Option<f64>,
    twin: Option<&str>,
    product: &Product,
) -> Vec<Finding> {
    let about = About::Item { id: card.id };
    let hint = |(rule, words)| Finding { rule, level: Level::Hint, about, words };
    let mut findings = Vec::new();
    findings.extend(level.map(|level| Finding {
        rule: Rule::TechnicalTask,
        level,
        about,
        words: technical::words_that_led_to_it(card.title, product),
    }));
    // What is to be worded anew as an outcome needs no advice on its wording besides.
    if level != Some(Level::Likely) {
        findings.extend(worded(card).into_iter().map(hint));
        findings.extend(size::of_card(card, usual).map(hint));
    }
    findings.extend(twin.map(|twin| hint((Rule::Twins, vec![twin.to_owned()]))));
    findings
}

/// What [`check_map`] notices of one PBI, without looking at the wording of the others.
pub fn about_item(board: &Board, titles: &mut Titles, id: ItemId) -> Vec<Finding> {
    let product = product(board);
    titles.judge_for(product.clone());
    let cards = cards(board);
    let work: Vec<&Card<'_>> = cards.iter().filter(|card| card.kind != Some(Kind::Note)).collect();
    let Some(at) = work.iter().position(|card| card.id == id) else { return Vec::new() };
    let guess = guess(&work, titles).get(at).copied().flatten();
    let twins = twins::twins(&work);
    let twin = twins.into_iter().find(|(own, _)| *own == at).map(|(_, twin)| work[twin].title);
    let usual = size::usual_estimate(&work);
    let level = guess.and_then(|guess| guess.level);
    let mut findings = of_card(work[at], level, usual, twin, &product);
    let aside = set_aside(board);
    findings.retain(|found| !aside.contains(&(found.rule.name(), id.0)));
    findings
}

/// What is noticed in a card's title and its story sentence, each rule once. Bugs, enablers and spikes
/// are no stories.
fn worded(card: &Card<'_>) -> Vec<wording::Noticed> {
    if !matches!(card.kind, None | Some(Kind::Outcome)) {
        return Vec::new();
    }
    let mut noticed = wording::of_title(card.title);
    // Remarks in the sentence stand where there is room for them.
    let of_story = wording::of_title(card.story).into_iter();
    for (rule, words) in of_story.filter(|(rule, _)| *rule != Rule::NotesInTitle) {
        if noticed.iter().all(|(other, _)| *other != rule) {
            noticed.push((rule, words));
        }
    }
    noticed
}

/// A guess for each card that nobody declared; `None` for the others.
fn guess(cards: &[&Card<'_>], titles: &mut Titles) -> Vec<Option<Guess>> {
    let undeclared = || cards.iter().filter(|card| card.kind.is_none());
    let list: Vec<Listed<'_>> =
        undeclared().map(|card| Listed { title: card.title, parent: card.parent }).collect();
    let mut guesses = titles.guess(&list).into_iter();
    cards.iter().map(|card| if card.kind.is_none() { guesses.next() } else { None }).collect()
}

/// The undeclared PBIs of a map that are likely technical, those left out that people said are fine.
#[must_use]
pub fn likely_technical(board: &Board) -> Guesses {
    likely_technical_knowing(board, &mut Titles::default())
}

/// The same, and quick where most titles were judged before: asked after every edit.
pub fn likely_technical_knowing(board: &Board, titles: &mut Titles) -> Guesses {
    titles.judge_for(product(board));
    let mut undeclared: Vec<&Item> =
        board.items.iter().filter(|item| item.kind.is_none()).collect();
    undeclared.sort_unstable_by_key(|item| item.id);
    let list: Vec<Listed<'_>> =
        undeclared.iter().map(|item| Listed { title: &item.title, parent: parent(item) }).collect();
    let guesses = undeclared.iter().zip(titles.guess(&list));
    let aside = set_aside(board);
    let is_aside = |item: &Item| aside.contains(&(Rule::TechnicalTask.name(), item.id.0));
    let likely = guesses.filter(|(_, guess)| guess.level == Some(Level::Likely));
    likely.map(|(item, _)| item).filter(|item| !is_aside(item)).map(|item| item.id).collect()
}

/// What a PBI of a map stands below: its step.
fn parent(item: &Item) -> Option<u128> {
    item.step.map(|step| step.0.as_u128())
}

#[cfg(test)]
mod tests;
