//! Product Goals on their way in.

use rusqlite::params;
use serde_json::json;
use uuid::Uuid;

use super::known::{Claim, Level, Stored};
use super::last::Last;
use super::{DraftGoal, Field, Run};
use crate::board::{GoalState, Rank};
use crate::edit::rows::title;
use crate::edit::ties::GOAL_ACTIVITIES;
use crate::edit::{EditError, Noun};

impl Run<'_> {
    /// Brings Product Goals in, when the activities are there.
    pub(super) fn bring_goals(&mut self) -> Result<(), EditError> {
        let draft = self.draft;
        let mut ranks = self.ranks("goal", draft.goals.len())?;
        for (at, goal) in draft.goals.iter().enumerate() {
            match self.claims.goals.get(at).copied().unwrap_or(Claim::Keyless) {
                Claim::Known(Level::Goal, id) => self.update_goal(id, goal)?,
                Claim::Known(Level::Activity | Level::Step, _) => {
                    self.keep(&goal.source, Field::Level, &goal.title);
                }
                Claim::Known(Level::Item | Level::Task, _) if self.levels_unknown() => {}
                claim => {
                    let rank = ranks.next().unwrap_or_else(|| Rank::between(None, None));
                    self.insert_goal(claim, goal, &rank)?;
                }
            }
        }
        Ok(())
    }

    fn insert_goal(
        &mut self,
        claim: Claim,
        goal: &DraftGoal,
        rank: &Rank,
    ) -> Result<(), EditError> {
        let theirs = title(Noun::Goal, &goal.title)?.to_string();
        let ours = match claim {
            Claim::Known(_, card) => self.title_of_card(card, Some(&theirs), &goal.source),
            Claim::Keyless | Claim::New => None,
        };
        let last = Last::from([(Field::Title, json!(theirs))]);
        let (system, stored) = self.source_columns(&last, &goal.source, claim, None);
        let Stored { key, url, kind, created, updated, row } = stored;
        let title = ours.unwrap_or(theirs);
        let id = Uuid::now_v7();
        self.db
            .prepare_cached(
                "INSERT INTO goal (id, rank, title, state, notes, source_system, source_key, source_url,
                 source_kind, source_created, source_updated, source_row)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            )?
            .execute(params![
                id,
                rank,
                title,
                GoalState::Next.word(),
                goal.notes,
                system,
                key,
                url,
                kind,
                created,
                updated,
                row
            ])?;
        self.created.push(id);
        let activity = |at: &u32| self.activities.get(*at as usize).copied().flatten();
        GOAL_ACTIVITIES.set(self.db, id, goal.activities.iter().filter_map(activity))?;
        if let Claim::Known(level, card) = claim {
            self.replace_card(level, card, &goal.source, &title)?;
        }
        Ok(())
    }

    /// Only its title follows: which activities it concerns is for people to say.
    fn update_goal(&mut self, id: Uuid, theirs: &DraftGoal) -> Result<(), EditError> {
        let draft = self.draft;
        let Some(known) = self.known.goals.get(&id).cloned() else { return Ok(()) };
        let title = title(Noun::Goal, &theirs.title)?;
        let mut merge = self.merge(id, &theirs.source, &draft.lacks);
        let takes = merge.takes_title(known.title.as_deref(), Some(&title));
        let last = merge.last;
        self.changed += u32::from(takes);
        let title = if takes { Some(&*title) } else { known.title.as_deref() };
        self.write_title("goal", id, &known, title, &last, &theirs.source)
    }
}
