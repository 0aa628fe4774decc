//! The map in memory: plain rows by id, in order. No SQL, no pixels.
//!
//! Everything that asks something of a map (layout, slicing, exports, the command line) reads a
//! [`Board`]. It changes in one way only: the rows that a change names are read back from the file
//! into its [`Table`]s (see `document::rows`).

mod about;
mod backbone;
mod cover;
mod done;
mod ids;
mod increment;
mod item;
mod named;
mod period;
mod persona;
mod place;
mod rank;
mod slice;
mod source;
mod sprint;
mod table;
mod tag;
mod task;
mod term;
mod title;
mod word;

pub use about::{About, Dismissal, text_of};
pub use backbone::{Activity, Goal, GoalState, Step};
pub use cover::{Cover, CoveredBy};
pub use done::{Criterion, DoneCheck, DoneRule, MAX_RULE_CHARS};
pub use ids::{
    ActivityId, ById, CriterionId, DoneRuleId, FeedbackId, GoalId, IncrementId, ItemId, PeriodId,
    PersonaId, SliceId, SprintId, StepId, TagId, TaskId, TermId,
};
pub use increment::{Feedback, Increment, IncrementItem, Usable, Value};
pub use item::{Item, ItemReference, Kind};
pub use named::Named;
pub use period::Period;
pub use persona::{ItemPersona, Persona, SlicePersona, StepPersona};
pub use place::{Band, Place};
pub use rank::Rank;
pub use slice::Slice;
pub use source::{MADE_KEY, Source};
pub use sprint::{Left, Sprint, SprintItem, working_days};
pub use table::{Row, Table};
pub use tag::{ItemTag, Tag};
pub use task::Task;
pub use term::Term;
pub use title::{MAX_TEXT_CHARS, Title, TitleError};

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

/// One goal over one activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalActivity {
    /// Its own id.
    pub id: Uuid,
    /// The goal.
    pub goal: GoalId,
    /// The activity.
    pub activity: ActivityId,
}

/// A whole map in memory.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Board {
    /// The map's name.
    pub title: String,
    /// Whether the product's users are developers: then an endpoint is a feature to them.
    pub users_are_developers: bool,
    /// Product Goals, in order.
    pub goals: Table<Goal>,
    /// Which goal concerns which activity.
    pub goal_activities: HashMap<Uuid, GoalActivity>,
    /// Activities, left to right.
    pub activities: Table<Activity>,
    /// Steps; their order counts inside their activity.
    pub steps: Table<Step>,
    /// Slices, from above.
    pub slices: Table<Slice>,
    /// Sprints, in order.
    pub sprints: Table<Sprint>,
    /// Stays of PBIs in Sprints.
    pub sprint_items: Table<SprintItem>,
    /// PBIs; their order counts inside their cell.
    pub items: Table<Item>,
    /// Tasks; their order counts inside their PBI.
    pub tasks: Table<Task>,
    /// Tags, in order.
    pub tags: Table<Tag>,
    /// Tags on PBIs.
    pub item_tags: Table<ItemTag>,
    /// Personas, in order.
    pub personas: Table<Persona>,
    /// Who takes which step.
    pub step_personas: HashMap<Uuid, StepPersona>,
    /// Whom which slice serves.
    pub slice_personas: HashMap<Uuid, SlicePersona>,
    /// Whom which PBI is for.
    pub item_personas: HashMap<Uuid, ItemPersona>,
    /// References: further steps of PBIs.
    pub item_references: HashMap<Uuid, ItemReference>,
    /// Acceptance criteria; their order counts inside their PBI.
    pub criteria: Table<Criterion>,
    /// The Definition of Done, in order.
    pub done_rules: Table<DoneRule>,
    /// Which PBI meets which of its rules.
    pub done_checks: HashMap<Uuid, DoneCheck>,
    /// What stands for activities without a PBI.
    pub covers: HashMap<Uuid, Cover>,
    /// Increments, in the order in which they were recorded.
    pub increments: Table<Increment>,
    /// Which PBIs Increments consist of.
    pub increment_items: HashMap<Uuid, IncrementItem>,
    /// Feedback, in the order in which it was noted.
    pub feedback: Table<Feedback>,
    /// Findings that people set aside.
    pub dismissals: HashMap<Uuid, Dismissal>,
    /// Periods to compare, in order.
    pub periods: Table<Period>,
    /// The glossary, in order.
    pub glossary: Table<Term>,
}

/// Which undeclared PBIs look like technical tasks (design: *likely*). Handed in by whoever ran the
/// checks; empty where nothing was checked.
pub type Guesses = HashSet<ItemId>;

impl Board {
    /// Steps in the order in which they stand as columns: by activity, then inside it.
    #[must_use]
    pub fn columns(&self) -> Vec<&Step> {
        let mut by_activity: HashMap<ActivityId, Vec<&Step>> = HashMap::new();
        for step in self.steps.iter() {
            by_activity.entry(step.activity).or_default().push(step);
        }
        self.activities
            .iter()
            .flat_map(|activity| by_activity.remove(&activity.id).unwrap_or_default())
            .collect()
    }

    /// The tasks of each PBI, in order; loose tasks under `None`.
    #[must_use]
    pub fn tasks_by_item(&self) -> HashMap<Option<ItemId>, Vec<&Task>> {
        let mut tasks: HashMap<_, Vec<_>> = HashMap::new();
        for task in self.tasks.iter() {
            tasks.entry(task.item).or_default().push(task);
        }
        tasks
    }

    /// PBIs that are, or were, in a Sprint.
    #[must_use]
    pub fn planned_in_sprints(&self) -> HashSet<ItemId> {
        self.sprint_items.iter().map(|stay| stay.item).collect()
    }

    /// The Sprint in which each PBI stands: the last one in the order of Sprints that it did not leave
    /// for the Product Backlog or another Sprint.
    #[must_use]
    pub fn sprint_of_items(&self) -> HashMap<ItemId, SprintId> {
        let order: HashMap<SprintId, usize> =
            self.sprints.iter().map(|sprint| sprint.id).zip(0..).collect();
        let mut found: HashMap<ItemId, SprintId> = HashMap::new();
        for stay in self.sprint_items.iter().filter(|stay| stay.left_as != Some(Left::Returned)) {
            let sprint = found.entry(stay.item).or_insert(stay.sprint);
            if order.get(&stay.sprint) > order.get(sprint) {
                *sprint = stay.sprint;
            }
        }
        found
    }

    /// The band in which an item stands: its slice; without one Earlier if it is Done, else Later.
    #[must_use]
    pub fn band_of(item: &Item) -> Band {
        match (item.slice, item.done) {
            (Some(slice), _) => Band::Slice { slice },
            (None, true) => Band::Earlier,
            (None, false) => Band::Later,
        }
    }

    /// Whether an item is in the tray: it has neither step nor slice, and no Sprint
    /// (`in_sprints` is [`Self::planned_in_sprints`]). What has one of them never hides there.
    #[must_use]
    pub fn in_tray(item: &Item, in_sprints: &HashSet<ItemId>) -> bool {
        item.step.is_none() && item.slice.is_none() && !in_sprints.contains(&item.id)
    }
}
