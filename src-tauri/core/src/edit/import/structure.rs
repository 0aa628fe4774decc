//! Activities and steps on their way in.

use std::collections::HashSet;

use rusqlite::params;
use serde_json::{Value, json};
use uuid::Uuid;

use super::known::{Claim, KnownTitle, Level, Stored};
use super::last::Last;
use super::{DraftActivity, DraftSource, DraftStep, Field, Run};
use crate::board::Rank;
use crate::edit::rows::optional_title;
use crate::edit::{EditError, Noun};

/// Where an activity of the draft is on the map.
#[derive(Clone, Copy)]
enum At {
    Activity(Uuid),
    /// People's map has it as a step.
    Step(Uuid),
    /// People removed it, and nothing new is in it.
    Nowhere,
}

/// Steps of the draft, by their index in it.
#[derive(Default)]
struct Steps {
    /// Those into which a PBI comes new.
    wanted: HashSet<usize>,
    /// Those in which the draft has any.
    with_items: HashSet<usize>,
}

impl Steps {
    /// Whether a step is to be made if it is not there: what people emptied and removed stays removed.
    fn needs(&self, step: usize) -> bool {
        self.wanted.contains(&step) || !self.with_items.contains(&step)
    }
}

/// An activity or a step that is made.
struct NewTitle<'d> {
    /// `None`: it is an activity; else the activity that a step is in.
    activity: Option<(Uuid, Value)>,
    rank: Rank,
    title: Option<&'d str>,
    claim: Claim,
    source: &'d DraftSource,
}

impl Run<'_> {
    /// Brings activities and steps in.
    pub(super) fn bring_structure(&mut self) -> Result<(), EditError> {
        let draft = self.draft;
        let steps = self.steps_of_draft();
        // One without steps is needed too: nothing of it can have been removed.
        let mut needed: Vec<Option<bool>> = vec![None; draft.activities.len()];
        for (at, step) in draft.steps.iter().enumerate() {
            if let Some(flag) = needed.get_mut(step.activity as usize) {
                *flag = Some(flag.unwrap_or(false) || steps.needs(at));
            }
        }
        let mut ranks = self.ranks("activity", draft.activities.len())?;
        let mut places = Vec::with_capacity(draft.activities.len());
        for ((at, activity), needed) in draft.activities.iter().enumerate().zip(needed) {
            let claim = self.claims.activities.get(at).copied().unwrap_or(Claim::Keyless);
            places.push(match claim {
                Claim::Known(Level::Activity, id) => {
                    self.update_activity(id, activity)?;
                    At::Activity(id)
                }
                Claim::Known(Level::Goal, _) => {
                    let title = activity.title.as_deref().unwrap_or_default();
                    self.keep(&activity.source, Field::Level, title);
                    At::Nowhere
                }
                Claim::Known(Level::Step, id) => {
                    let title = activity.title.as_deref().unwrap_or_default();
                    self.keep(&activity.source, Field::Level, title);
                    At::Step(id)
                }
                // A file without types does not say that a card became an activity.
                Claim::Known(Level::Item | Level::Task, _) if self.levels_unknown() => At::Nowhere,
                Claim::New if needed == Some(false) => At::Nowhere,
                claim => At::Activity(self.insert_title(NewTitle {
                    activity: None,
                    rank: ranks.next().unwrap_or_else(|| Rank::between(None, None)),
                    title: activity.title.as_deref(),
                    claim,
                    source: &activity.source,
                })?),
            });
        }
        self.activities = places
            .iter()
            .map(|place| match place {
                At::Activity(id) => Some(*id),
                At::Step(_) | At::Nowhere => None,
            })
            .collect();
        self.bring_steps(&places, &steps)
    }

    fn bring_steps(&mut self, places: &[At], steps: &Steps) -> Result<(), EditError> {
        let draft = self.draft;
        let mut ranks = self.ranks("step", draft.steps.len() + places.len())?;
        for (at, step) in draft.steps.iter().enumerate() {
            let claim = self.claims.steps.get(at).copied().unwrap_or(Claim::Keyless);
            let place = places.get(step.activity as usize).copied().unwrap_or(At::Nowhere);
            let id = match (claim, place) {
                (Claim::Known(Level::Step, id), _) => {
                    self.update_step(id, step, place)?;
                    Some(id)
                }
                (Claim::Known(Level::Goal, _), _) => {
                    let title = step.title.as_deref().unwrap_or_default();
                    self.keep(&step.source, Field::Level, title);
                    None
                }
                (Claim::Known(Level::Activity, id), _) => {
                    let title = step.title.as_deref().unwrap_or_default();
                    self.keep(&step.source, Field::Level, title);
                    self.known.steps_of.get(&id).and_then(|steps| steps.first()).map(|(id, _)| *id)
                }
                (Claim::Known(..), _) if self.levels_unknown() => None,
                (_, At::Step(id)) => Some(id),
                (_, At::Nowhere) => None,
                (claim, At::Activity(activity)) => match self.untitled_step(activity, step) {
                    Some(id) => Some(id),
                    None if claim == Claim::New && !steps.needs(at) => None,
                    None if claim == Claim::Keyless
                        && !self.needs_untitled(activity, at, steps) =>
                    {
                        None
                    }
                    None => {
                        let theirs = draft.activities.get(step.activity as usize);
                        let key = json!(theirs.and_then(|activity| activity.source.key.as_ref()));
                        Some(self.insert_title(NewTitle {
                            activity: Some((activity, key)),
                            rank: ranks.next().unwrap_or_else(|| Rank::between(None, None)),
                            title: step.title.as_deref(),
                            claim,
                            source: &step.source,
                        })?)
                    }
                },
            };
            self.steps.push(id);
        }
        self.give_each_a_step(places, ranks)
    }

    /// Every activity has at least one step.
    fn give_each_a_step(
        &mut self,
        places: &[At],
        mut ranks: std::vec::IntoIter<Rank>,
    ) -> Result<(), EditError> {
        for place in places {
            let At::Activity(activity) = place else { continue };
            if self.known.steps_of.get(activity).is_none_or(Vec::is_empty) {
                self.insert_title(NewTitle {
                    activity: Some((*activity, Value::Null)),
                    rank: ranks.next().unwrap_or_else(|| Rank::between(None, None)),
                    title: None,
                    claim: Claim::Keyless,
                    source: &DraftSource::default(),
                })?;
            }
        }
        Ok(())
    }

    /// The step of an activity that was there before which stands for a draft's untitled one: the first
    /// without a key, whatever people call it now.
    fn untitled_step(&self, activity: Uuid, step: &DraftStep) -> Option<Uuid> {
        let untitled = step.title.is_none() && step.source.key.is_none();
        let steps = self.known.steps_of.get(&activity)?;
        let was_there = untitled && self.known.activities.contains_key(&activity);
        was_there.then(|| steps.iter().find(|(_, keyed)| !keyed))?.map(|(id, _)| *id)
    }

    /// Whether a step without a key is to be made in an activity: always in a new one.
    fn needs_untitled(&self, activity: Uuid, at: usize, steps: &Steps) -> bool {
        !self.known.activities.contains_key(&activity) || steps.needs(at)
    }

    fn steps_of_draft(&self) -> Steps {
        let mut steps = Steps::default();
        for (item, claim) in self.draft.items.iter().zip(&self.claims.items) {
            let Some(step) = item.step else { continue };
            steps.with_items.insert(step as usize);
            let was_there = match claim {
                Claim::Known(Level::Item, id) => self
                    .lasts
                    .get(id)
                    .is_some_and(|last| last.get(&Field::Parent) == Some(&self.home(Some(step)))),
                Claim::Known(Level::Goal | Level::Activity | Level::Step, _) => true,
                _ => false,
            };
            if !was_there {
                steps.wanted.insert(step as usize);
            }
        }
        steps
    }

    /// What a PBI in a step of the draft is in: the step's key, or its activity's.
    pub(super) fn home(&self, step: Option<u32>) -> Value {
        let step = step.and_then(|step| self.draft.steps.get(step as usize));
        let key = step.and_then(|step| {
            let activity = self.draft.activities.get(step.activity as usize);
            step.source.key.as_ref().or_else(|| activity.and_then(|a| a.source.key.as_ref()))
        });
        json!(key)
    }

    /// Makes an activity or a step, in place of a card where it was one.
    fn insert_title(&mut self, new: NewTitle<'_>) -> Result<Uuid, EditError> {
        let NewTitle { activity, rank, title, claim, source } = new;
        let noun = if activity.is_some() { Noun::Step } else { Noun::Activity };
        let theirs = optional_title(noun, title)?;
        let mut last = Last::from([(Field::Title, json!(theirs.as_deref()))]);
        if let Some((_, key)) = &activity {
            last.insert(Field::Parent, key.clone());
        }
        let title = match claim {
            Claim::Known(_, card) => self.title_of_card(card, theirs.as_deref(), source),
            Claim::Keyless | Claim::New => None,
        };
        let title = title.or_else(|| theirs.as_deref().map(str::to_owned));
        let id = Uuid::now_v7();
        let (system, stored) = self.source_columns(&last, source, claim, None);
        let keyed = stored.key.is_some();
        let Stored { key, url, kind, created, updated, row } = stored;
        if let Some((activity, _)) = &activity {
            self.db
                .prepare_cached(
                    "INSERT INTO step (id, rank, activity, title, source_system, source_key, source_url,
                     source_kind, source_created, source_updated, source_row)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                )?
                .execute(params![
                    id, rank, activity, title, system, key, url, kind, created, updated, row
                ])?;
            self.known.steps_of.entry(*activity).or_default().push((id, keyed));
        } else {
            self.db
                .prepare_cached(
                    "INSERT INTO activity (id, rank, title, source_system, source_key, source_url,
                     source_kind, source_created, source_updated, source_row)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                )?
                .execute(params![id, rank, title, system, key, url, kind, created, updated, row])?;
        }
        self.created.push(id);
        if let Claim::Known(level, card) = claim {
            self.replace_card(level, card, source, title.as_deref().unwrap_or_default())?;
        }
        Ok(id)
    }

    /// The title that people gave a card that is structure now; `None`: they left it as it was.
    pub(super) fn title_of_card(
        &mut self,
        card: Uuid,
        theirs: Option<&str>,
        source: &DraftSource,
    ) -> Option<String> {
        let item = self.known.items.get(&card).map(|item| &item.fields.title);
        let ours =
            item.or_else(|| self.known.tasks.get(&card).map(|task| &task.fields.title))?.clone();
        let was = self.lasts.get(&card).and_then(|last| last.get(&Field::Title));
        if was == Some(&json!(ours)) || theirs == Some(&ours) {
            return None;
        }
        self.keep(source, Field::Title, theirs.unwrap_or_default());
        Some(ours)
    }

    /// A card became structure: it goes, unless people worked on it; then it stays as their own.
    pub(super) fn replace_card(
        &mut self,
        level: Level,
        card: Uuid,
        source: &DraftSource,
        title: &str,
    ) -> Result<(), EditError> {
        if level == Level::Task || self.is_untouched(card) {
            self.removed.push((level, card));
            return Ok(());
        }
        self.keep(source, Field::Level, title);
        self.db
            .prepare_cached(
                "UPDATE item SET source_system = NULL, source_key = NULL WHERE id = ?1",
            )?
            .execute([card])?;
        Ok(())
    }

    /// Updates an activity that is known.
    pub(super) fn update_activity(
        &mut self,
        id: Uuid,
        theirs: &DraftActivity,
    ) -> Result<(), EditError> {
        let draft = self.draft;
        let Some(known) = self.known.activities.get(&id).cloned() else { return Ok(()) };
        let title = optional_title(Noun::Activity, theirs.title.as_deref())?;
        let mut merge = self.merge(id, &theirs.source, &draft.lacks);
        let takes = merge.takes_title(known.title.as_deref(), title.as_deref());
        let last = merge.last;
        self.changed += u32::from(takes);
        let title = if takes { title.as_deref() } else { known.title.as_deref() };
        self.write_title("activity", id, &known, title, &last, &theirs.source)
    }

    /// Updates a step that is known; it follows its epic into another activity, unless people moved it.
    fn update_step(&mut self, id: Uuid, theirs: &DraftStep, place: At) -> Result<(), EditError> {
        let draft = self.draft;
        let Some(known) = self.known.steps.get(&id).cloned() else { return Ok(()) };
        let title = optional_title(Noun::Step, theirs.title.as_deref())?;
        let has = |steps: &[(Uuid, bool)]| steps.iter().any(|(step, _)| *step == id);
        let now = self.known.steps_of.iter().find(|(_, steps)| has(steps)).map(|(now, _)| *now);
        let ours = now.and_then(|now| self.known.activities.get(&now));
        let ours = json!(ours.and_then(|activity| activity.stored.key.clone()));
        let activity = draft.activities.get(theirs.activity as usize);
        let key = json!(activity.and_then(|activity| activity.source.key.as_ref()));
        let shown = activity.and_then(|activity| activity.title.as_deref()).unwrap_or_default();
        let mut merge = self.merge(id, &theirs.source, &draft.lacks);
        let takes = merge.takes_title(known.title.as_deref(), title.as_deref());
        let moves = merge.takes(Field::Parent, &ours, key, shown);
        let last = merge.last;
        self.changed += u32::from(takes || moves);
        let title = if takes { title.as_deref() } else { known.title.as_deref() };
        if let (true, Some(from), At::Activity(to)) = (moves, now, place) {
            self.move_step(id, from, to)?;
        }
        self.write_title("step", id, &known, title, &last, &theirs.source)
    }

    /// Moves a step; an activity that it leaves without any, and that the draft does not have, goes.
    fn move_step(&mut self, id: Uuid, from: Uuid, to: Uuid) -> Result<(), EditError> {
        self.db.prepare_cached("UPDATE step SET activity = ?2 WHERE id = ?1")?.execute((id, to))?;
        self.known.steps_of.entry(to).or_default().push((id, true));
        let left = self.known.steps_of.entry(from).or_default();
        left.retain(|(step, _)| *step != id);
        let in_draft = self.claims.activities.contains(&Claim::Known(Level::Activity, from));
        if left.is_empty() && !in_draft {
            self.db.prepare_cached("DELETE FROM activity WHERE id = ?1")?.execute([from])?;
        }
        Ok(())
    }

    /// Writes an activity's or a step's title and source, if anything is different.
    pub(super) fn write_title(
        &self,
        table: &str,
        id: Uuid,
        known: &KnownTitle,
        title: Option<&str>,
        last: &Last,
        source: &DraftSource,
    ) -> Result<(), EditError> {
        let claim = Claim::Known(Level::Activity, id);
        let (_, stored) = self.source_columns(last, source, claim, Some(&known.stored));
        if title == known.title.as_deref() && stored == known.stored {
            return Ok(());
        }
        let sql = format!(
            "UPDATE {table} SET title = ?2, source_key = ?3, source_url = ?4, source_kind = ?5,
             source_created = ?6, source_updated = ?7, source_row = ?8 WHERE id = ?1"
        );
        let Stored { key, url, kind, created, updated, row } = stored;
        self.db
            .prepare_cached(&sql)?
            .execute(params![id, title, key, url, kind, created, updated, row])?;
        Ok(())
    }
}
