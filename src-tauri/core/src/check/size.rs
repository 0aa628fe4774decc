//! Too large for one Sprint, or nothing to tell when it is done.

use super::wording::Noticed;
use super::{Card, Rule};

/// More tasks or acceptance criteria than this are more than one PBI. The limits are ours.
const MANY_TASKS: usize = 8;
const MANY_CRITERIA: usize = 8;
/// An estimate so many times the usual one is too large, and what is usual needs so many estimates.
const TIMES_THE_USUAL: f64 = 3.0;
const ENOUGH: usize = 5;

/// The estimate in the middle of all, where enough PBIs have one.
pub fn usual_estimate(cards: &[&Card<'_>]) -> Option<f64> {
    let mut estimates: Vec<f64> = cards.iter().filter_map(|card| card.estimate).collect();
    estimates.retain(|estimate| *estimate > 0.0);
    estimates.sort_by(f64::total_cmp);
    (estimates.len() >= ENOUGH).then(|| estimates[estimates.len() / 2])
}

/// What is noticed of a card's size; `usual` is [`usual_estimate`]. What is Done is as large as it was.
pub fn of_card(card: &Card<'_>, usual: Option<f64>) -> Option<Noticed> {
    if card.done {
        return None;
    }
    let large = |estimate: f64| usual.is_some_and(|usual| estimate > TIMES_THE_USUAL * usual);
    if let Some(estimate) = card.estimate.filter(|estimate| large(*estimate)) {
        return Some((Rule::TooLarge, vec![estimate.to_string()]));
    }
    let many = card.tasks > MANY_TASKS || card.criteria > MANY_CRITERIA;
    many.then(|| (Rule::TooLarge, Vec::new()))
}
