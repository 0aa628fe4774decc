//! The weights of the marks, learned from titles by `cargo xtask train`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::title::Mark;

/// What each mark weighs. A sum above zero speaks for a technical task, below zero for an outcome.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    /// Where a title starts before anything was noticed.
    pub start: f64,
    /// By the name of the mark.
    pub of: HashMap<String, f64>,
}

impl Weights {
    /// English.
    #[must_use]
    pub fn english() -> &'static Self {
        static WEIGHTS: LazyLock<Weights> =
            LazyLock::new(|| Weights::read(include_str!("../../../check/en/weights.tsv")));
        &WEIGHTS
    }

    /// Reads the file: a mark and its weight, parted by a tab; `#` begins a remark.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut weights = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, weight)) = line.split_once('\t')
                && let Ok(weight) = weight.parse()
            {
                match name {
                    "start" => weights.start = weight,
                    _ => {
                        weights.of.insert(name.to_owned(), weight);
                    }
                }
            }
        }
        weights
    }

    /// What the marks of a title add up to, as the logarithm of odds.
    #[must_use]
    pub fn sum(&self, marks: &[Mark]) -> f64 {
        self.start + marks.iter().filter_map(|mark| self.of.get(&mark.name)).sum::<f64>()
    }

    /// The words that speak most for a technical task, heaviest first, each once.
    #[must_use]
    pub fn heaviest(&self, marks: &[Mark], count: usize) -> Vec<String> {
        let mut by_words: HashMap<&str, f64> = HashMap::new();
        for mark in marks.iter().filter(|mark| !mark.words.is_empty()) {
            *by_words.entry(&mark.words).or_default() += self.of.get(&mark.name).unwrap_or(&0.0);
        }
        let mut heavy: Vec<(&str, f64)> = by_words.into_iter().filter(|(_, w)| *w > 0.3).collect();
        heavy.sort_by(|(a, x), (b, y)| y.total_cmp(x).then_with(|| a.cmp(b)));
        let mut words: Vec<String> = Vec::new();
        for (word, _) in heavy {
            if words.len() < count && !words.iter().any(|have| overlap(have, word)) {
                words.push(word.to_owned());
            }
        }
        words
    }
}

/// Whether one is part of the other.
fn overlap(one: &str, other: &str) -> bool {
    one.split(' ').any(|word| other.split(' ').any(|part| part == word))
}
