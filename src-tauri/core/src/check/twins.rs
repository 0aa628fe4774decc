//! Unique: PBIs that ask for the same, in nearly the same words.

use std::collections::{BTreeSet, HashMap};

use super::Card;
use super::form::Form;
use super::technical::names_a_layer;
use super::words::words;

/// From this part of words in common on, two titles are nearly the same (Jaccard index).
const ALIKE: f64 = 0.8;

/// Pairs of cards that ask for the same: the later one, and the first that it is like.
///
/// A thin and a thick version of one story in two slices are meant, and so are titles that differ in a
/// number, a "not" or a layer.
pub fn twins(cards: &[&Card<'_>]) -> Vec<(usize, usize)> {
    let asked: Vec<BTreeSet<String>> = cards.iter().map(|card| asks(card.title)).collect();
    let mut common: HashMap<&str, usize> = HashMap::new();
    for word in asked.iter().flatten() {
        *common.entry(word).or_default() += 1;
    }
    // Two sets that are alike share one of their rarest words: only cards that do are compared.
    let mut seen: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut pairs = Vec::new();
    for (at, words) in asked.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
        let mut rarest: Vec<&str> = words.iter().map(String::as_str).collect();
        rarest.sort_by_key(|word| (common.get(word).copied(), *word));
        let may_differ = ((1.0 - ALIKE) * words.len() as f64) as usize;
        rarest.truncate(may_differ + 1);
        let mut earlier: Vec<usize> =
            rarest.iter().filter_map(|word| seen.get(word)).flatten().copied().collect();
        earlier.sort_unstable();
        let twin = earlier
            .into_iter()
            .find(|other| alike(words, &asked[*other]) && !meant(cards[at], cards[*other]));
        pairs.extend(twin.map(|twin| (at, twin)));
        for word in rarest {
            seen.entry(word).or_default().push(at);
        }
    }
    pairs
}

/// The words of what a title asks for: role and means of a story, all of a plain title.
fn asks(title: &str) -> BTreeSet<String> {
    let grammar = ["a", "an", "the", "to", "of", "for", "in", "on", "i", "my", "able", "and"];
    let text = match Form::of(title) {
        Form::Story { role, means, .. } => format!("{role} {means}"),
        _ => title.to_owned(),
    };
    words(&text).into_iter().filter(|w| !grammar.contains(&&*w.text)).map(|w| w.stem).collect()
}

fn alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let shared = one.intersection(other).count();
    let all = one.union(other).count();
    shared as f64 >= ALIKE * all as f64
        && !one.symmetric_difference(other).any(|word| tells_apart(word))
}

fn tells_apart(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit()) || ["not", "no"].contains(&word) || names_a_layer(word)
}

fn meant(one: &Card<'_>, other: &Card<'_>) -> bool {
    one.slice.is_some() && other.slice.is_some() && one.slice != other.slice
}
