//! Imports that were read and wait for a person's yes: the UI holds a token, never a path or a draft.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use serde::Serialize;
use specta::Type;
use tauri::ipc::Channel;
use throughline_core::edit::Edit;
use throughline_core::edit::import::{Draft, DraftItem};
use throughline_core::import::{
    self, Backlog, Choices, ColumnUse, Epic, ImportError, Offer, ReadOutcome, Reading, Skipped,
};
use throughline_core::layout::Silhouette;
use throughline_core::open_map::Coming;
use throughline_core::speech::Speech;

use crate::refusal::Refusal;

/// How many problems a preview lists; how many more there are is said.
const PROBLEMS_SHOWN: usize = 500;

/// An import that was read and not decided yet.
#[derive(Debug, Clone)]
pub(crate) struct Waiting {
    /// Which one: a later read has another.
    pub token: u32,
    /// The file as it was read.
    pub backlog: Arc<Backlog>,
    /// The file's name.
    pub name: String,
    /// What came of it.
    pub outcome: Arc<ReadOutcome>,
}

/// What an import would bring, for a person to say yes or no.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ImportPreview {
    /// Names this import in the commands that follow.
    pub token: u32,
    /// The file's name.
    pub file: String,
    /// How its levels were read.
    pub reading: Reading,
    /// What would come of either reading, the one offered first in front; none where there is one only.
    pub offers: Vec<Offer>,
    /// The epics, in order.
    pub epics: Vec<Epic>,
    /// The columns of a table; none of an outline.
    pub columns: Vec<ColumnUse>,
    /// The tool that the file comes from, such as `jira`; else what it is, such as `table`.
    pub system: String,
    /// Rows that were Done long ago.
    pub old: u32,
    /// How many of the rows that would be PBIs look technical, in per cent.
    pub technical: u32,
    /// Rows of the file: `items + tasks + structure + skipped`.
    pub rows: u32,
    /// Rows that are PBIs.
    pub items: u32,
    /// Rows that are tasks.
    pub tasks: u32,
    /// Rows that are goals, activities or steps.
    pub structure: u32,
    /// Rows that are nothing of their own.
    pub skipped: u32,
    /// Why.
    pub skipped_as: Skipped,
    /// Rows that are in the map already.
    pub updated: u32,
    /// How many of those would be different.
    pub changed: u32,
    /// Whether anything of the map would be different.
    pub changes: bool,
    /// The map that would come, in small.
    pub silhouette: Silhouette,
    /// Product Goals that come, by name.
    pub goals: Vec<String>,
    /// Named steps that come.
    pub steps: u32,
    /// PBIs that come into a step.
    pub items_in_steps: u32,
    /// PBIs that come into the tray.
    pub items_in_tray: u32,
    /// Tasks that come into the tray.
    pub tasks_in_tray: u32,
    /// Tags that PBIs get, by name.
    pub tags: Vec<String>,
    /// Activities that come, by name; empty for an untitled one.
    pub activities: Vec<String>,
    /// Slices that PBIs go into.
    pub slices: Vec<String>,
    /// Sprints that PBIs go into.
    pub sprints: Vec<String>,
    /// What was not as it should be, the first [`PROBLEMS_SHOWN`].
    pub problems: Vec<ProblemLine>,
    /// How many more problems there are.
    pub problems_left_out: u32,
}

/// One problem, in words.
#[derive(Debug, Clone, Serialize, Type)]
pub(crate) struct ProblemLine {
    /// The line of the file.
    pub line: u32,
    /// The column's heading; empty where it is about the whole row.
    pub column: String,
    /// What it is.
    pub what: String,
    /// What was done.
    pub done: String,
}

impl Waiting {
    /// Reads a file. Long work: run it on a thread of its own.
    ///
    /// # Errors
    /// Why it cannot be read; [`Refusal::cancelled`].
    pub(crate) fn read_file(
        path: &Path,
        progress: &Channel<f32>,
        cancelled: &AtomicBool,
    ) -> Result<Self, Refusal> {
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(|error| Refusal::unreadable(&error))?;
        // One byte more than allowed: the reader then says that the file is too large.
        file.take(import::MAX_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| Refusal::unreadable(&error))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self::read(&bytes, name, progress, cancelled)?)
    }

    /// Reads text that was pasted.
    ///
    /// # Errors
    /// [`ImportError`].
    pub(crate) fn read_text(
        text: &str,
        progress: &Channel<f32>,
        cancelled: &AtomicBool,
    ) -> Result<Self, ImportError> {
        let name = Speech::english().sentence("window-import-pasted", []);
        Self::read(text.as_bytes(), name, progress, cancelled)
    }

    fn read(
        bytes: &[u8],
        name: String,
        progress: &Channel<f32>,
        cancelled: &AtomicBool,
    ) -> Result<Self, ImportError> {
        let backlog =
            Backlog::open(bytes, &name, &mut |part| tell(progress, cancelled, part / 2.0))?;
        let outcome = backlog
            .draft(&Choices::default(), &mut |part| tell(progress, cancelled, 0.5 + part / 2.0))?;
        Ok(Self::of(Arc::new(backlog), name, outcome))
    }

    /// The same file as a person decides about it.
    ///
    /// # Errors
    /// [`ImportError`].
    pub(crate) fn choose(
        self,
        choices: &Choices,
        progress: &Channel<f32>,
        cancelled: &AtomicBool,
    ) -> Result<Self, ImportError> {
        let Self { backlog, name, .. } = self;
        let outcome = backlog.draft(choices, &mut |part| tell(progress, cancelled, part))?;
        Ok(Self::of(backlog, name, outcome))
    }

    fn of(backlog: Arc<Backlog>, name: String, outcome: ReadOutcome) -> Self {
        static READ: AtomicU32 = AtomicU32::new(0);
        let token = READ.fetch_add(1, Ordering::Relaxed) + 1;
        Self { token, backlog, name, outcome: Arc::new(outcome) }
    }

    /// The draft.
    pub(crate) fn draft(&self) -> &Draft {
        &self.outcome.draft
    }

    /// The edit that brings it in.
    pub(crate) fn edit(&self) -> Edit {
        Edit::Import { draft: self.outcome.draft.clone() }
    }

    /// Tells the UI how much of it is written, a whole per cent at a time; answers whether to go on.
    pub(crate) fn tell_written(
        &self,
        progress: Channel<f32>,
        cancelled: Arc<AtomicBool>,
    ) -> impl FnMut(u32) -> bool + Send + 'static {
        let all = u32::try_from(self.draft().rows()).unwrap_or(u32::MAX).max(1);
        let mut told = 0;
        move |written| {
            // What was written must then be kept and drawn, which takes a while too.
            let part = u64::from(written.min(all)) * 90 / u64::from(all);
            if part > told {
                told = part;
                #[allow(clippy::cast_precision_loss, reason = "at most 90")]
                let sent = progress.send(part as f32 / 100.0);
                return sent.is_ok() && !cancelled.load(Ordering::Relaxed);
            }
            !cancelled.load(Ordering::Relaxed)
        }
    }

    /// What it would bring; `coming` is what it would make of the window's map.
    pub(crate) fn preview(&self, coming: Coming) -> ImportPreview {
        let Coming { imported, changes, silhouette } = coming;
        let speech = Speech::english();
        let ReadOutcome { draft, counts, skipped, problems, .. } = &*self.outcome;
        let lines = problems
            .iter()
            .map(|problem| ProblemLine {
                line: problem.line,
                column: problem.column.clone(),
                what: speech.say(&problem.what),
                done: speech.say(&problem.done),
            })
            .chain(imported.kept.iter().map(|kept| ProblemLine {
                line: kept.line,
                column: String::new(),
                what: speech.say(kept),
                done: speech.sentence("import-done-kept", []),
            }))
            .take(PROBLEMS_SHOWN)
            .collect::<Vec<_>>();
        let all = problems.len() + imported.kept.len();
        let in_tray = |item: &&DraftItem| {
            item.step.is_none() && item.slice.is_none() && item.sprints.is_empty()
        };
        let tags: BTreeSet<&String> = draft.items.iter().flat_map(|item| &item.tags).collect();
        ImportPreview {
            token: self.token,
            file: self.name.clone(),
            reading: self.outcome.reading,
            offers: self.outcome.offers.clone(),
            epics: self.outcome.epics.clone(),
            columns: self.outcome.columns.clone(),
            system: draft.system.clone(),
            old: self.outcome.old,
            technical: self.outcome.technical,
            rows: counts.rows,
            items: counts.items,
            tasks: counts.tasks,
            structure: counts.structure,
            skipped: counts.skipped,
            skipped_as: *skipped,
            updated: imported.updated,
            changed: imported.changed,
            changes,
            silhouette,
            goals: draft.goals.iter().map(|goal| goal.title.clone()).collect(),
            steps: count(draft.steps.iter().filter(|step| step.title.is_some())),
            items_in_steps: count(draft.items.iter().filter(|item| item.step.is_some())),
            items_in_tray: count(draft.items.iter().filter(in_tray)),
            tasks_in_tray: count(draft.tasks.iter().filter(|task| {
                task.item.is_none() && task.slice.is_none() && task.sprint.is_none()
            })),
            tags: tags.into_iter().cloned().collect(),
            activities: draft
                .activities
                .iter()
                .map(|activity| activity.title.clone().unwrap_or_default())
                .collect(),
            slices: draft.slices.clone(),
            sprints: draft.sprints.clone(),
            problems_left_out: u32::try_from(all - lines.len()).unwrap_or(u32::MAX),
            problems: lines,
        }
    }
}

/// Tells the UI how far it is; answers whether to go on. A window that was closed meanwhile needs no
/// progress, and no import either.
fn tell(progress: &Channel<f32>, cancelled: &AtomicBool, part: f32) -> bool {
    progress.send(part).is_ok() && !cancelled.load(Ordering::Relaxed)
}

fn count<T>(rows: impl Iterator<Item = T>) -> u32 {
    u32::try_from(rows.count()).unwrap_or(u32::MAX)
}
