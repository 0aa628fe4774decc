//! Technical task posing as a PBI: a guess, with the words that led to it.
//!
//! In layers. A title is taken apart into marks ([`title`]): its form, its prefix, the families of its
//! words, their shapes and places. Each mark has a weight, learned from titles of both sorts and kept
//! as a readable file ([`weights`]). Then the list speaks ([`around`]): a task's siblings and
//! neighbours are tasks, and of the two halves of one thing ("FE: …", "BE: …") neither is whole.

mod around;
#[cfg(test)]
mod figures;
mod title;
#[cfg(test)]
mod training;
mod weights;

use std::collections::HashMap;
use std::sync::Arc;

pub use title::Product;

use super::Level;
use super::form::Form;
use weights::Weights;

/// What a PBI is judged by.
#[derive(Debug, Clone)]
pub struct Listed<'a> {
    /// Its title.
    pub title: &'a str,
    /// What stands above it, if anything does: cards with the same number are siblings.
    pub parent: Option<u128>,
}

/// What is guessed of a PBI.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guess {
    /// What speaks for a technical task, against what speaks for an outcome: odds, as their logarithm.
    pub sum: f64,
    /// What may be said of it; `None`: nothing.
    pub level: Option<Level>,
}

/// Above this sum a title is *likely* a technical task, above the other *maybe*. Both were set on the
/// labelled projects that teach, each left out in turn.
const LIKELY: f64 = 3.0;
const MAYBE: f64 = 0.0;
/// A title in story form must say more before it is called likely: the form itself speaks for a person.
const LIKELY_STORY: f64 = 4.0;

/// The titles that were judged before, so that a map of thousands is judged in a moment.
#[derive(Debug)]
pub struct Titles {
    weights: &'static Weights,
    product: Product,
    known: HashMap<Box<str>, Arc<Alone>>,
}

/// What a title says by itself.
#[derive(Debug)]
struct Alone {
    /// The sum of its marks: odds, as their logarithm.
    sum: f64,
    /// Whether it has the form of a story.
    story: bool,
    /// What is left without its layer, where it names one ("FE: …").
    without_layer: Option<String>,
}

impl Titles {
    /// None yet, for one product.
    #[must_use]
    pub fn of(product: Product) -> Self {
        Self { weights: Weights::english(), product, known: HashMap::new() }
    }

    /// The product that is judged for.
    #[must_use]
    pub fn product(&self) -> &Product {
        &self.product
    }

    /// The same with other weights, to measure them.
    #[cfg(test)]
    fn weighing(weights: &'static Weights, product: Product) -> Self {
        Self { weights, ..Self::of(product) }
    }

    /// Judges for this product from now on; for another one than before, every title anew.
    pub fn judge_for(&mut self, product: Product) {
        if self.product != product {
            *self = Self::of(product);
        }
    }

    fn alone(&mut self, title: &str) -> Arc<Alone> {
        if let Some(alone) = self.known.get(title) {
            return Arc::clone(alone);
        }
        let alone = Arc::new(Alone {
            sum: self.weights.sum(&title::marks(title, &self.product)),
            story: Form::of(title).is_story(),
            without_layer: title::without_layer(title),
        });
        self.known.insert(title.into(), Arc::clone(&alone));
        alone
    }

    /// Guesses for a whole list, in its order.
    pub fn guess(&mut self, list: &[Listed<'_>]) -> Vec<Guess> {
        let alone: Vec<Arc<Alone>> = list.iter().map(|card| self.alone(card.title)).collect();
        around::with_the_list(list, &alone)
            .into_iter()
            .zip(&alone)
            .map(|(sum, alone)| {
                let likely = if alone.story { LIKELY_STORY } else { LIKELY };
                let level = match sum {
                    sum if sum > likely => Some(Level::Likely),
                    sum if sum > MAYBE => Some(Level::Maybe),
                    _ => None,
                };
                Guess { sum, level }
            })
            .collect()
    }
}

impl Default for Titles {
    fn default() -> Self {
        Self::of(Product::default())
    }
}

/// The sum at which as many titles are taken for tasks wrongly as are missed, and how much more a sum
/// says of a list than of one title: both measured on the labelled projects.
const EVEN: f64 = 0.8;
const SHARPER: f64 = 2.0;

/// How many of these guesses are right, as far as can be told: about so many are technical tasks.
///
/// Each title is weighed as if half of all were tasks. Where a list says otherwise, that is put right
/// half way (Saerens, Latinne, Decaestecker 2002: the share of a class in new data by expectation and
/// maximisation); the whole way would swing a short list from one end to the other.
#[must_use]
pub fn technical_count(guesses: &[Guess]) -> f64 {
    let count = guesses.len().max(1) as f64;
    let share_if = |before: f64| {
        let shift = (before / (1.0 - before)).ln();
        let chances = guesses.iter().map(|guess| SHARPER * (guess.sum - EVEN) + shift);
        chances.map(probability).sum::<f64>() / count
    };
    let at_first = share_if(0.5);
    let settled = (0..100).fold(0.5, |share: f64, _| share_if(share.clamp(0.01, 0.99)));
    f64::midpoint(at_first, settled) * guesses.len() as f64
}

/// The words of a title that speak most for a technical task, heaviest first; none, where only the
/// list around it does.
#[must_use]
pub fn words_that_led_to_it(title: &str, product: &Product) -> Vec<String> {
    Weights::english().heaviest(&title::marks(title, product), WORDS_SAID)
}

/// Whether a name is that of a layer: technical words and nothing else.
#[must_use]
pub fn names_a_layer(name: &str) -> bool {
    title::is_layer(name)
}

/// How many words a finding names.
const WORDS_SAID: usize = 3;

/// Odds, given as their logarithm, as a chance from 0 to 1.
fn probability(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

#[cfg(test)]
mod tests;
