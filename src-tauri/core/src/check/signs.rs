//! The word lists: which family a word or phrase of a title belongs to.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::{Word, words};

/// A family of words: what they say about a title. The lists are in `check/en/signs.txt`, each with a
/// remark on what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "explained where the words are")]
pub enum Family {
    Layer,
    Data,
    Interface,
    Technology,
    Quality,
    Operation,
    Inside,
    Artefact,
    Mechanism,
    Actor,
    Use,
    Feature,
    Maker,
    Other,
}

impl Family {
    const ALL: [Self; 14] = [
        Self::Layer,
        Self::Data,
        Self::Interface,
        Self::Technology,
        Self::Quality,
        Self::Operation,
        Self::Inside,
        Self::Artefact,
        Self::Mechanism,
        Self::Actor,
        Self::Use,
        Self::Feature,
        Self::Maker,
        Self::Other,
    ];

    /// Its name, as the word lists and the weights have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Layer => "layer",
            Self::Data => "data",
            Self::Interface => "interface",
            Self::Technology => "technology",
            Self::Quality => "quality",
            Self::Operation => "operation",
            Self::Inside => "inside",
            Self::Artefact => "artefact",
            Self::Mechanism => "mechanism",
            Self::Actor => "actor",
            Self::Use => "use",
            Self::Feature => "feature",
            Self::Maker => "maker",
            Self::Other => "other",
        }
    }

    /// Whether its words speak of the inside of a product.
    #[must_use]
    pub fn is_technical(self) -> bool {
        self <= Self::Mechanism
    }

    /// Whether the words of a product for developers are its users' words: an endpoint, a component.
    #[must_use]
    pub fn is_of_developers(self) -> bool {
        matches!(self, Self::Layer | Self::Data | Self::Interface | Self::Technology)
    }
}

/// A word or phrase of the lists, found in a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// Index of its first word.
    pub at: usize,
    /// How many words it has.
    pub length: usize,
    /// The families that list it, one at least.
    pub families: Vec<Family>,
}

/// The word lists of one language.
#[derive(Debug)]
pub struct Signs {
    /// By their first stem, longest first.
    phrases: HashMap<String, Vec<Phrase>>,
}

/// A word or phrase of the lists.
#[derive(Debug)]
struct Phrase {
    stems: Vec<String>,
    families: Vec<Family>,
}

impl Signs {
    /// English.
    #[must_use]
    pub fn english() -> &'static Self {
        static SIGNS: LazyLock<Signs> =
            LazyLock::new(|| Signs::read(include_str!("../../check/en/signs.txt")));
        &SIGNS
    }

    /// Reads the lists: `[family]`, then its words, parted by commas; `#` begins a remark.
    fn read(text: &str) -> Self {
        let mut families: HashMap<Vec<String>, Vec<Family>> = HashMap::new();
        let mut family = Family::Other;
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            let heading = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
            if let Some(name) = heading {
                family =
                    Family::ALL.into_iter().find(|f| f.name() == name).unwrap_or(Family::Other);
                continue;
            }
            for phrase in line.split(',') {
                let stems: Vec<String> = words(phrase).into_iter().map(|word| word.stem).collect();
                let of_phrase = families.entry(stems).or_default();
                if !of_phrase.contains(&family) {
                    of_phrase.push(family);
                }
            }
        }
        let mut phrases: HashMap<String, Vec<Phrase>> = HashMap::new();
        for (stems, families) in families {
            if let Some(first) = stems.first() {
                phrases.entry(first.clone()).or_default().push(Phrase { stems, families });
            }
        }
        for of_word in phrases.values_mut() {
            of_word.sort_by_key(|phrase| Reverse(phrase.stems.len()));
        }
        Self { phrases }
    }

    /// The signs in a title, from left to right; of two that overlap the longer one.
    #[must_use]
    pub fn find(&self, words: &[Word]) -> Vec<Sign> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let rest = &words[at..];
            let fits = |stems: &[String]| {
                stems.len() <= rest.len() && stems.iter().zip(rest).all(|(s, word)| *s == word.stem)
            };
            let phrase = self
                .phrases
                .get(&word.stem)
                .and_then(|phrases| phrases.iter().find(|phrase| fits(&phrase.stems)));
            match phrase {
                Some(Phrase { stems, families }) => {
                    found.push(Sign { at, length: stems.len(), families: families.clone() });
                    at += stems.len();
                }
                None => at += 1,
            }
        }
        found
    }
}

/// Whether a word, by its stem, is one of the inside of a program.
#[must_use]
pub fn is_technical_word(stem: &str) -> bool {
    let word = Word { text: stem.to_owned(), stem: stem.to_owned() };
    let signs = Signs::english().find(&[word]);
    signs.iter().any(|sign| sign.families.iter().any(|family| family.is_technical()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_phrase_wins_and_forms_of_a_word_are_one() {
        let found = Signs::english().find(&words("Writing unit tests"));
        let found: Vec<_> = found.iter().map(|sign| (sign.at, sign.length)).collect();
        assert_eq!(found, [(0, 1), (1, 2)]);
    }

    #[test]
    fn every_family_has_words() {
        let signs = Signs::english();
        for family in Family::ALL {
            let has =
                signs.phrases.values().flatten().any(|phrase| phrase.families.contains(&family));
            assert!(has, "{}", family.name());
        }
    }
}
