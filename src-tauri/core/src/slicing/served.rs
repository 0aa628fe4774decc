//! Whom a slice serves, and what each of them needs of the journey.
//!
//! Served are the slice's own personas; where it names none, those of its whole PBIs; else those of
//! the steps in which these stand; else everyone. A persona needs the activities in which it takes a
//! step, and a step that names nobody is everyone's.

use std::collections::{HashMap, HashSet};

use crate::board::{ActivityId, Board, ItemId, PersonaId, SliceId, StepId};

/// Who is tied to what, looked up once per report.
pub(super) struct Served {
    of_slices: HashMap<SliceId, HashSet<PersonaId>>,
    of_items: HashMap<ItemId, HashSet<PersonaId>>,
    of_steps: HashMap<StepId, HashSet<PersonaId>>,
    /// For each activity whose steps all name somebody: whom. Others are everyone's.
    of_activities: HashMap<ActivityId, HashSet<PersonaId>>,
    /// Personas in their order.
    order: Vec<PersonaId>,
}

impl Served {
    pub fn new(board: &Board) -> Self {
        let mut served = Self {
            of_slices: HashMap::new(),
            of_items: HashMap::new(),
            of_steps: HashMap::new(),
            of_activities: HashMap::new(),
            order: board.personas.iter().map(|persona| persona.id).collect(),
        };
        for tie in board.slice_personas.values() {
            served.of_slices.entry(tie.slice).or_default().insert(tie.persona);
        }
        for tie in board.item_personas.values() {
            served.of_items.entry(tie.item).or_default().insert(tie.persona);
        }
        for tie in board.step_personas.values() {
            served.of_steps.entry(tie.step).or_default().insert(tie.persona);
        }
        let mut open = HashSet::new();
        for step in board.steps.iter() {
            match served.of_steps.get(&step.id) {
                Some(personas) => {
                    served.of_activities.entry(step.activity).or_default().extend(personas);
                }
                None => {
                    open.insert(step.activity);
                }
            }
        }
        served.of_activities.retain(|activity, _| !open.contains(activity));
        served
    }

    /// The personas whom a slice serves, in their order; empty: everyone alike.
    pub fn by(&self, board: &Board, slice: SliceId, whole: &[ItemId]) -> Vec<PersonaId> {
        let of_items = || all(whole.iter().filter_map(|item| self.of_items.get(item)));
        let of_steps = || {
            let steps = whole.iter().filter_map(|item| board.items.get(*item)?.step);
            let steps: Vec<StepId> = steps.collect();
            all(steps.iter().filter_map(|step| self.of_steps.get(step)))
        };
        let served = self
            .of_slices
            .get(&slice)
            .cloned()
            .or_else(|| Some(of_items()).filter(|personas| !personas.is_empty()))
            .unwrap_or_else(of_steps);
        self.order.iter().copied().filter(|persona| served.contains(persona)).collect()
    }

    /// Whether a persona takes a step of an activity.
    pub fn takes(&self, persona: PersonaId, activity: ActivityId) -> bool {
        self.of_activities.get(&activity).is_none_or(|personas| personas.contains(&persona))
    }
}

fn all<'a>(sets: impl Iterator<Item = &'a HashSet<PersonaId>>) -> HashSet<PersonaId> {
    sets.flatten().copied().collect()
}
