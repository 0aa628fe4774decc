//! What speaks for an outcome: words that are its own, words of the tasks that people dealt to it, and
//! what stands beside such a task in the list.
//!
//! A word counts only where it speaks for one outcome alone and stands in no more than 15 % of the list.
//! Two signs that do not hang together make a guess sure: a neighbour in the list that was dealt there
//! and a word, or two words of which one is the outcome's own and a dealt task says it too.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use uuid::Uuid;

use super::{Row, SharedWord, count};
use crate::board::{Board, Item, ItemId};
use crate::check::{Word, is_technical_word, words};

/// Words that are in more than this part of the list are no evidence …
const COMMON: f64 = 0.15;
/// … unless they are as few as this.
const FEW: usize = 2;
/// Shorter words say nothing.
const SHORTEST: usize = 3;
/// So many words are shown beside an outcome.
const SHOWN: usize = 3;

/// What speaks for an outcome in one row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    pub likely: Option<ItemId>,
    pub sure: bool,
    pub words: Vec<String>,
}

/// Everything that the list and what was dealt say.
#[derive(Debug)]
pub(super) struct Sitting {
    /// The words of each row of the list and of each task that was dealt, without what says nothing.
    of_rows: HashMap<Uuid, Vec<Word>>,
    /// How many of them have a stem.
    rows_with: HashMap<String, usize>,
    all: usize,
    /// For each stem the outcomes that it speaks for: by their own title, or by a dealt task.
    speaks_for: HashMap<String, BTreeMap<ItemId, Voice>>,
    /// Rows of the list and dealt tasks in the order in which they came, and where the latter went.
    order: Vec<(Uuid, Option<ItemId>)>,
}

/// How a word speaks for an outcome.
#[derive(Debug, Clone, Copy, Default)]
struct Voice {
    /// Its own title has the word.
    own: bool,
    /// So many tasks that were dealt to it do.
    dealt: usize,
}

static EVERYDAY: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../../check/en/everyday.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines.flat_map(words).map(|word| word.stem).collect()
});

impl Sitting {
    pub fn new(board: &Board, rows: &[Row], outcomes: &[&Item]) -> Self {
        let tasks = board.tasks_by_item();
        let people: HashSet<String> = board
            .personas
            .iter()
            .flat_map(|persona| words(&persona.name))
            .map(|word| word.stem)
            .collect();
        let telling = |title: &str| -> Vec<Word> {
            let all = words(title).into_iter();
            let says = |word: &Word| {
                word.text.chars().count() >= SHORTEST
                    && !EVERYDAY.contains(&word.stem)
                    && !people.contains(&word.stem)
            };
            all.filter(says).collect()
        };
        let dealt = outcomes.iter().flat_map(|outcome| {
            let below = tasks.get(&Some(outcome.id)).map(Vec::as_slice).unwrap_or_default();
            below.iter().map(|task| (task.id.0, task.title.as_str(), Some(outcome.id)))
        });
        let listed = rows.iter().map(|row| (row.id, row.title.as_str(), None));
        let mut sitting = Self {
            of_rows: HashMap::new(),
            rows_with: HashMap::new(),
            all: 0,
            speaks_for: HashMap::new(),
            order: Vec::new(),
        };
        for (id, title, to) in listed.chain(dealt) {
            let words = telling(title);
            let stems: BTreeSet<&str> = words.iter().map(|word| word.stem.as_str()).collect();
            for stem in stems {
                *sitting.rows_with.entry(stem.to_owned()).or_default() += 1;
                if let Some(outcome) = to {
                    let voices = sitting.speaks_for.entry(stem.to_owned()).or_default();
                    voices.entry(outcome).or_default().dealt += 1;
                }
            }
            sitting.of_rows.insert(id, words);
            sitting.order.push((id, to));
        }
        sitting.all = sitting.order.len();
        sitting.order.sort_unstable_by_key(|(id, _)| *id);
        for outcome in outcomes {
            for word in telling(&outcome.title) {
                let voices = sitting.speaks_for.entry(word.stem).or_default();
                voices.entry(outcome.id).or_default().own = true;
            }
        }
        sitting
    }

    /// Whether a word says little because so many rows have it.
    fn is_common(&self, stem: &str) -> bool {
        let rows = self.rows_with.get(stem).copied().unwrap_or_default();
        rows > FEW && rows as f64 > COMMON * self.all as f64
    }

    /// The one outcome that a word speaks for.
    fn voice(&self, stem: &str) -> Option<(ItemId, Voice)> {
        let voices = self.speaks_for.get(stem).filter(|_| !self.is_common(stem))?;
        match voices.iter().collect::<Vec<_>>().as_slice() {
            [(outcome, voice)] => Some((**outcome, **voice)),
            _ => None,
        }
    }

    /// What speaks for an outcome in a row of the list.
    pub fn evidence(&self, row: Uuid) -> Evidence {
        let mut found: BTreeMap<ItemId, Vec<(&Word, Voice)>> = BTreeMap::new();
        for word in self.of_rows.get(&row).map(Vec::as_slice).unwrap_or_default() {
            if let Some((outcome, voice)) = self.voice(&word.stem) {
                let heard = found.entry(outcome).or_default();
                if heard.iter().all(|(known, _)| known.stem != word.stem) {
                    heard.push((word, voice));
                }
            }
        }
        let beside = self.beside(row);
        let is_sure = |(outcome, heard): &(&ItemId, &Vec<(&Word, Voice)>)| {
            let near = beside.contains(*outcome);
            let both = heard.iter().any(|(_, voice)| voice.own && voice.dealt > 0);
            near || (heard.len() >= 2 && both)
        };
        let sure: Vec<ItemId> = found.iter().filter(is_sure).map(|(outcome, _)| *outcome).collect();
        let most = found.values().map(Vec::len).max().unwrap_or_default();
        let likely: Vec<ItemId> = found
            .iter()
            .filter(|(_, heard)| heard.len() == most)
            .map(|(outcome, _)| *outcome)
            .collect();
        let (outcome, sure) = match (sure.as_slice(), likely.as_slice()) {
            ([outcome], _) => (*outcome, true),
            ([], [outcome]) => (*outcome, false),
            _ => return Evidence::default(),
        };
        let words = found.get(&outcome).map(Vec::as_slice).unwrap_or_default();
        let words = words.iter().map(|(word, _)| word.text.clone()).collect();
        Evidence { likely: Some(outcome), sure, words }
    }

    /// Where the rows before and after one in the list were dealt, if they were.
    fn beside(&self, row: Uuid) -> Vec<ItemId> {
        let Ok(at) = self.order.binary_search_by_key(&row, |(id, _)| *id) else {
            return Vec::new();
        };
        let before = at.checked_sub(1).and_then(|before| self.order.get(before));
        let beside = [before, self.order.get(at + 1)];
        beside.into_iter().flatten().filter_map(|(_, to)| *to).collect()
    }

    /// Words that speak for an outcome alone, those of most dealt tasks first; words of layers say
    /// nothing to a reader.
    pub fn words_of(&self, outcome: ItemId) -> Vec<String> {
        let mut words: Vec<(usize, &String)> = self
            .speaks_for
            .keys()
            .filter_map(|stem| match self.voice(stem) {
                Some((of, voice))
                    if of == outcome && voice.dealt > 0 && !is_technical_word(stem) =>
                {
                    Some((voice.dealt, stem))
                }
                _ => None,
            })
            .collect();
        words.sort_by_key(|(dealt, stem)| (std::cmp::Reverse(*dealt), *stem));
        words.into_iter().take(SHOWN).map(|(_, stem)| self.written(stem)).collect()
    }

    /// Words that several of these rows have, most first.
    pub fn shared<'a>(&self, rows: impl Iterator<Item = &'a Row>, most: usize) -> Vec<SharedWord> {
        let mut with: BTreeMap<&str, usize> = BTreeMap::new();
        let mut all = 0;
        for row in rows {
            all += 1;
            let words = self.of_rows.get(&row.id).map(Vec::as_slice).unwrap_or_default();
            let stems: BTreeSet<&str> = words.iter().map(|word| word.stem.as_str()).collect();
            for stem in stems {
                *with.entry(stem).or_default() += 1;
            }
        }
        // What most of the list has is what the product is about.
        let tells = |rows: usize| rows >= 2 && rows * 3 <= all.max(6);
        let mut shared: Vec<(usize, &str)> = with
            .into_iter()
            .filter(|(stem, rows)| tells(*rows) && !is_technical_word(stem))
            .map(|(stem, rows)| (rows, stem))
            .collect();
        shared.sort_by_key(|(rows, stem)| (std::cmp::Reverse(*rows), *stem));
        shared
            .into_iter()
            .take(most)
            .map(|(rows, stem)| SharedWord { word: self.written(stem), rows: count(rows) })
            .collect()
    }

    /// A stem as it is written in the first row that has it.
    fn written(&self, stem: &str) -> String {
        let rows = self.order.iter().filter_map(|(id, _)| self.of_rows.get(id));
        let word = rows.flatten().find(|word| word.stem == stem);
        word.map_or_else(|| stem.to_owned(), |word| word.text.clone())
    }
}
