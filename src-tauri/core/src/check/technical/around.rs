//! What the list says of a title: its siblings, its neighbours, its other half.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Alone, Listed};

/// How many neighbours on each side have a say.
const NEIGHBOURS: usize = 5;
/// How much the neighbours count, against the title itself.
const NEIGHBOURS_COUNT: f64 = 0.25;
/// How much the siblings count.
const SIBLINGS_COUNT: f64 = 0.25;
/// What it adds that the other half of the same thing is in the list.
const OTHER_HALF: f64 = 1.5;
/// No single title speaks louder than this for those around it.
const LOUDEST: f64 = 2.0;

/// The sums of all titles, with what the list adds to each.
pub(super) fn with_the_list(list: &[Listed<'_>], alone: &[Arc<Alone>]) -> Vec<f64> {
    let voices: Vec<f64> = alone.iter().map(|one| one.sum.clamp(-LOUDEST, LOUDEST)).collect();
    let mut siblings: HashMap<u128, Voices> = HashMap::new();
    let mut halves: HashMap<&str, usize> = HashMap::new();
    for ((card, one), voice) in list.iter().zip(alone).zip(&voices) {
        if let Some(parent) = card.parent {
            siblings.entry(parent).or_default().add(*voice);
        }
        if let Some(half) = &one.without_layer {
            *halves.entry(half).or_default() += 1;
        }
    }
    list.iter()
        .zip(alone)
        .enumerate()
        .map(|(at, (card, one))| {
            let mut neighbours = Voices::default();
            let near = at.saturating_sub(NEIGHBOURS)..(at + NEIGHBOURS + 1).min(voices.len());
            voices[near].iter().for_each(|voice| neighbours.add(*voice));
            // At the ends of a list fewer neighbours have their say, and less of one.
            neighbours.count = 2 * NEIGHBOURS + 1;
            let mut sum = one.sum + NEIGHBOURS_COUNT * neighbours.without(voices[at]);
            if let Some(siblings) = card.parent.and_then(|parent| siblings.get(&parent)) {
                sum += SIBLINGS_COUNT * siblings.without(voices[at]);
            }
            let half = one.without_layer.as_deref().and_then(|half| halves.get(half));
            if half.is_some_and(|times| *times > 1) { sum + OTHER_HALF } else { sum }
        })
        .collect()
}

/// What several titles say together.
#[derive(Default)]
struct Voices {
    sum: f64,
    count: usize,
}

impl Voices {
    fn add(&mut self, voice: f64) {
        self.sum += voice;
        self.count += 1;
    }

    /// What the others say on average; 0 where there is none.
    fn without(&self, voice: f64) -> f64 {
        if self.count > 1 { (self.sum - voice) / (self.count - 1) as f64 } else { 0.0 }
    }
}
