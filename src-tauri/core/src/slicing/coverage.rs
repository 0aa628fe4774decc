//! Which activities of the journey are covered once a slice ships. Coverage goes by activity: Patton
//! asks of a slice that it crosses the backbone, not that it fills every step.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::classes::{Classes, Outcome, When};
use super::served::Served;
use super::{Marked, Reach, Stop, Verdict, Walk};
use crate::board::{ActivityId, Board, Cover, CoveredBy, PersonaId, Slice, SliceId};

/// What covers each activity, by its index from the left.
pub(super) struct Coverage {
    activities: Vec<ActivityId>,
    slices: Vec<SliceId>,
    /// Whether something there is Done, in whatever band.
    done: Vec<bool>,
    /// The first band that delivers something there which is not Done yet.
    first: Vec<When>,
    /// For each slice the activities in which it delivers something, and whether any of it is Done.
    here: Vec<BTreeMap<usize, bool>>,
    /// What stands for an activity in the whole map, and in single slices.
    marks: HashMap<(usize, Option<SliceId>), Cover>,
    /// Holes that a slice above has named.
    named: HashSet<usize>,
}

/// What the personas whom a slice serves need, by index of the activity from the left.
pub(super) struct Journeys {
    /// What those need whom it takes end to end; where it takes nobody so, what any of them needs.
    /// What is marked is not needed.
    pub needed: Vec<usize>,
    /// What of that nothing covers.
    pub uncovered: Vec<usize>,
    pub reach: Vec<Reach>,
    /// Whose way through the map is asked, and which activities it leads through, marked ones too.
    pub ways: Vec<(Option<PersonaId>, Vec<usize>)>,
}

/// The journey of one slice.
pub(super) struct Journey {
    /// Whether its verdict promises one.
    pub promised: bool,
    pub stops: Vec<Stop>,
    pub holes: Vec<ActivityId>,
    /// Holes that a slice above names already.
    pub holes_above: usize,
    pub leans_on: Vec<SliceId>,
    pub walks: Vec<Walk>,
    pub marked: Vec<Marked>,
}

impl Coverage {
    pub fn new(board: &Board, outcomes: &[Outcome]) -> Self {
        let activities: Vec<ActivityId> = board.activities.iter().map(|row| row.id).collect();
        let slices: Vec<SliceId> = board.slices.iter().map(|row| row.id).collect();
        let index: HashMap<ActivityId, usize> =
            activities.iter().enumerate().map(|(index, id)| (*id, index)).collect();
        let mut done = vec![false; activities.len()];
        let mut first = vec![When::Never; activities.len()];
        let mut here = vec![BTreeMap::new(); slices.len()];
        for outcome in outcomes {
            let Some(&activity) = index.get(&outcome.activity) else { continue };
            if outcome.done {
                done[activity] = true;
            } else {
                first[activity] = first[activity].min(outcome.delivered);
            }
            if let When::Slice(slice) = outcome.delivered {
                *here[slice].entry(activity).or_default() |= outcome.done;
            }
        }
        let marks = board
            .covers
            .values()
            .filter_map(|cover| Some(((*index.get(&cover.activity)?, cover.slice), cover.clone())));
        let marks = marks.collect();
        Self { activities, slices, done, first, here, marks, named: HashSet::new() }
    }

    /// What a slice must have covered for its personas, and what of it is not. One who is taken end to
    /// end is enough for the slice; what the others miss is said beside it.
    pub fn journeys(
        &self,
        board: &Board,
        (index, slice): (usize, &Slice),
        personas: &[PersonaId],
        served: &Served,
    ) -> Journeys {
        let all = self.needed(board, slice);
        let of = |persona: &PersonaId| -> Vec<usize> {
            let takes = |activity: &usize| served.takes(*persona, self.activities[*activity]);
            all.iter().copied().filter(takes).collect()
        };
        let unmarked = |way: &[usize]| -> Vec<usize> {
            way.iter().copied().filter(|at| self.mark(*at, slice.id).is_none()).collect()
        };
        // Who takes no step here has no journey in this goal, and nothing can be missing for them.
        let ways: Vec<(PersonaId, Vec<usize>)> = personas
            .iter()
            .map(|persona| (*persona, of(persona)))
            .filter(|(_, way)| !way.is_empty())
            .collect();
        if ways.is_empty() {
            let needed = unmarked(&all);
            let uncovered = self.uncovered(index, &needed);
            return Journeys { needed, uncovered, reach: Vec::new(), ways: vec![(None, all)] };
        }
        let needs: Vec<(PersonaId, Vec<usize>)> =
            ways.iter().map(|(persona, way)| (*persona, unmarked(way))).collect();
        let holes: Vec<Vec<usize>> =
            needs.iter().map(|(_, needed)| self.uncovered(index, needed)).collect();
        let somebody = holes.iter().any(Vec::is_empty);
        let counts = |at: &usize| !somebody || holes[*at].is_empty();
        let asked = || (0..needs.len()).filter(counts);
        let union = |sets: Vec<&Vec<usize>>| -> Vec<usize> {
            sets.into_iter().flatten().copied().collect::<BTreeSet<_>>().into_iter().collect()
        };
        let reach = needs.iter().zip(&holes).map(|((persona, _), holes)| Reach {
            persona: *persona,
            holes: holes.iter().map(|activity| self.activities[*activity]).collect(),
        });
        Journeys {
            needed: union(asked().map(|at| &needs[at].1).collect()),
            uncovered: union(asked().map(|at| &holes[at]).collect()),
            reach: reach.collect(),
            ways: ways.into_iter().map(|(persona, way)| (Some(persona), way)).collect(),
        }
    }

    /// The activities that a slice must have covered, from the left: those of its Product Goal, or
    /// all, where it serves none or one that names no activities.
    fn needed(&self, board: &Board, slice: &Slice) -> Vec<usize> {
        let of_goal: HashSet<ActivityId> = board
            .goal_activities
            .values()
            .filter(|row| Some(row.goal) == slice.goal)
            .map(|row| row.activity)
            .collect();
        (0..self.activities.len())
            .filter(|index| of_goal.is_empty() || of_goal.contains(&self.activities[*index]))
            .collect()
    }

    /// Those of `needed` that nothing covers once this slice and all above it have shipped.
    fn uncovered(&self, slice: usize, needed: &[usize]) -> Vec<usize> {
        let covered =
            |activity: &usize| self.done[*activity] || self.first[*activity] <= When::Slice(slice);
        needed.iter().copied().filter(|activity| !covered(activity)).collect()
    }

    /// What stands for an activity in a slice: its own mark, else the map's.
    fn mark(&self, activity: usize, slice: SliceId) -> Option<&Cover> {
        let of = |slice| self.marks.get(&(activity, slice));
        of(Some(slice)).or_else(|| of(None))
    }

    /// How an activity stands in a slice, holes apart.
    fn stop(&self, activity: usize, slice: usize) -> Stop {
        match self.here[slice].get(&activity) {
            Some(true) => return Stop::WholeDone,
            Some(false) => return Stop::Whole,
            None if self.done[activity] => return Stop::CoveredDone,
            None if self.first[activity] < When::Slice(slice) => return Stop::Covered,
            None => {}
        }
        match self.mark(activity, self.slices[slice]).map(|mark| mark.how) {
            Some(CoveredBy::Live) => Stop::Live,
            Some(CoveredBy::ByHand) => Stop::ByHand,
            Some(CoveredBy::NotNeeded) => Stop::NotNeeded,
            None => Stop::Nothing,
        }
    }

    /// The way of one persona through a slice, holes named whatever the verdict is.
    fn walk(&self, slice: usize, persona: Option<PersonaId>, way: &[usize]) -> Walk {
        let stops = (0..self.activities.len()).map(|activity| {
            if !way.contains(&activity) {
                return Stop::Nothing;
            }
            match self.stop(activity, slice) {
                Stop::Nothing if self.named.contains(&activity) => Stop::HoleAbove,
                Stop::Nothing => Stop::Hole,
                stop => stop,
            }
        });
        Walk { persona, stops: stops.collect() }
    }

    /// The stops of a slice, and what they say. Slices are asked from above, because a hole that was
    /// named is not named again below.
    pub fn journey(
        &mut self,
        slice: usize,
        verdict: Verdict,
        journeys: &Journeys,
        classes: &Classes,
    ) -> Journey {
        let Journeys { needed, uncovered, ways, .. } = journeys;
        let promises =
            matches!(verdict, Verdict::EndToEnd | Verdict::PartOnPurpose | Verdict::Gaps);
        let uncovered: BTreeSet<usize> =
            if promises { uncovered.iter().copied().collect() } else { BTreeSet::new() };
        let stops: Vec<Stop> = (0..self.activities.len())
            .map(|activity| {
                let groundwork = verdict == Verdict::Groundwork
                    && classes.groundwork_in.contains(&self.activities[activity]);
                match self.stop(activity, slice) {
                    _ if groundwork => Stop::Groundwork,
                    Stop::Nothing if !uncovered.contains(&activity) => Stop::Nothing,
                    Stop::Nothing if self.named.contains(&activity) => Stop::HoleAbove,
                    Stop::Nothing => Stop::Hole,
                    stop => stop,
                }
            })
            .collect();
        let walks = ways.iter().map(|(persona, way)| self.walk(slice, *persona, way)).collect();
        let marked = (0..self.activities.len()).filter_map(|activity| {
            let mark = self.mark(activity, self.slices[slice])?;
            let (activity, reason) = (self.activities[activity], mark.reason.clone());
            Some(Marked { activity, how: mark.how, reason })
        });
        let marked = marked.collect();

        let (above, new): (Vec<usize>, Vec<usize>) =
            uncovered.iter().partition(|activity| self.named.contains(*activity));
        // What is left out on purpose is not named on the map: the next slice below may name it.
        if verdict == Verdict::Gaps {
            self.named.extend(&new);
        }
        let leans_on: BTreeSet<usize> = needed
            .iter()
            .filter(|activity| promises && stops[**activity] == Stop::Covered)
            .filter_map(|activity| match self.first[*activity] {
                When::Slice(above) => Some(above),
                When::Earlier | When::Never => None,
            })
            .collect();
        Journey {
            promised: promises,
            stops,
            holes: new.into_iter().map(|activity| self.activities[activity]).collect(),
            holes_above: above.len(),
            leans_on: leans_on.into_iter().map(|above| self.slices[above]).collect(),
            walks,
            marked,
        }
    }
}
