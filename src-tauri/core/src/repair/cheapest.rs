//! The fewest card moves after which a slice goes end to end.
//!
//! A hole is closed by any PBI that covers its activity, and one PBI may close several: the cheapest
//! set of PBIs is found over all sets of holes that are closed so far. Of PBIs that close the same
//! holes only the best can be in it, so few are ever looked at, however large the map is.

use std::collections::HashMap;

use super::candidates::{Candidate, Candidates};
use crate::board::ActivityId;

/// Above this many holes each is closed by itself: nobody mends such a slice by a few moves.
const MOST_HOLES: usize = 12;

/// What a choice costs: moves, then what slices below would lose, then PBIs that are not here yet.
type Cost = (u32, u32, u32);

/// The cheapest choice for each way through the map, the cheapest of these first. `ways`: the holes of
/// each persona. `needs_one`: the slice has no whole PBI yet, so one is needed even without a hole.
pub(super) fn ways(
    candidates: &Candidates,
    ways: impl Iterator<Item = Vec<ActivityId>>,
    needs_one: bool,
) -> Vec<Vec<&Candidate>> {
    let ways: Vec<Vec<ActivityId>> = ways.collect();
    // What closes the holes of all is right whoever is served.
    let mut all: Vec<ActivityId> = ways.iter().flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    let mut choices: Vec<(Cost, Vec<&Candidate>)> = Vec::new();
    for holes in ways.iter().chain([&all]) {
        choices.extend(choice(candidates, holes, needs_one));
    }
    choices.sort_by_key(|(cost, _)| *cost);
    choices.into_iter().map(|(_, picked)| picked).collect()
}

fn choice<'a>(
    candidates: &'a Candidates,
    holes: &[ActivityId],
    needs_one: bool,
) -> Option<(Cost, Vec<&'a Candidate>)> {
    if holes.is_empty() {
        // Without a hole and with a whole PBI it would go end to end already.
        let best =
            candidates.all().min_by_key(|candidate| cost(candidate)).filter(|_| needs_one)?;
        return Some((cost(best), vec![best]));
    }
    if holes.len() > MOST_HOLES {
        return one_by_one(candidates, holes);
    }
    let mut best: HashMap<u32, &Candidate> = HashMap::new();
    for candidate in candidates.all() {
        let closes = mask(candidate, holes);
        if closes == 0 {
            continue;
        }
        let known = best.entry(closes).or_insert(candidate);
        if cost(candidate) < cost(known) {
            *known = candidate;
        }
    }
    let mut best: Vec<(u32, &Candidate)> = best.into_iter().collect();
    best.sort_unstable_by_key(|(closes, _)| *closes);
    let all = (1_u32 << holes.len()) - 1;
    let mut reached: Vec<Option<(Cost, Vec<&Candidate>)>> = vec![None; 1 << holes.len()];
    reached[0] = Some(((0, 0, 0), Vec::new()));
    // Sets only grow, so each is final before it is left.
    for closed in 0..all {
        let Some((so_far, picked)) = reached[closed as usize].clone() else { continue };
        for (closes, candidate) in &best {
            let then = closed | closes;
            let price = sum(so_far, cost(candidate));
            let better = |known: &(Cost, Vec<&Candidate>)| price < known.0;
            if then != closed && reached[then as usize].as_ref().is_none_or(better) {
                let picked = picked.iter().copied().chain([*candidate]).collect();
                reached[then as usize] = Some((price, picked));
            }
        }
    }
    reached.pop().flatten()
}

/// The best candidate for each hole that is still open.
fn one_by_one<'a>(
    candidates: &'a Candidates,
    holes: &[ActivityId],
) -> Option<(Cost, Vec<&'a Candidate>)> {
    let mut picked: Vec<&Candidate> = Vec::new();
    for hole in holes {
        if picked.iter().any(|candidate| candidate.covers.contains(hole)) {
            continue;
        }
        let closing = candidates.all().filter(|candidate| candidate.covers.contains(hole));
        picked.push(closing.min_by_key(|candidate| cost(candidate))?);
    }
    let price = picked.iter().fold((0, 0, 0), |so_far, candidate| sum(so_far, cost(candidate)));
    Some((price, picked))
}

fn cost(candidate: &Candidate) -> Cost {
    (candidate.moves, u32::from(candidate.is_below), u32::from(!candidate.is_piece))
}

fn sum(one: Cost, other: Cost) -> Cost {
    (one.0 + other.0, one.1 + other.1, one.2 + other.2)
}

/// The holes that a candidate closes, a bit each.
fn mask(candidate: &Candidate, holes: &[ActivityId]) -> u32 {
    let closes = holes.iter().zip(0..).filter(|(hole, _)| candidate.covers.contains(hole));
    closes.fold(0, |mask, (_, bit)| mask | 1 << bit)
}
