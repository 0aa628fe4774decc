//! Imports that were read and wait for a person's yes: the UI holds a token, never a path or a draft.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use serde::Serialize;
use specta::Type;
use tauri::ipc::Channel;
use throughline_core::edit::Edit;
use throughline_core::edit::import::{Draft, Imported};
use throughline_core::import::{self, ImportError, ReadOutcome, Reading};
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
    pub bytes: Arc<Vec<u8>>,
    /// The file's name.
    pub name: String,
    /// How its levels were read.
    pub reading: Reading,
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
    /// Whether most of its issues look like sub-work of epics.
    pub offers_epics_as_items: bool,
    /// Rows of the file: `items + tasks + structure + skipped`.
    pub rows: u32,
    /// Rows that are PBIs.
    pub items: u32,
    /// Rows that are tasks.
    pub tasks: u32,
    /// Rows that are goals, activities, steps or tags.
    pub structure: u32,
    /// Rows that are nothing.
    pub skipped: u32,
    /// Rows that are in the map already.
    pub updated: u32,
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
        Ok(Self::read(Arc::new(bytes), name, Reading::default(), progress, cancelled)?)
    }

    /// Reads the same bytes another way.
    ///
    /// # Errors
    /// [`ImportError`].
    pub(crate) fn read(
        bytes: Arc<Vec<u8>>,
        name: String,
        reading: Reading,
        progress: &Channel<f32>,
        cancelled: &AtomicBool,
    ) -> Result<Self, ImportError> {
        static READ: AtomicU32 = AtomicU32::new(0);
        let outcome = import::read(&bytes, &name, reading, &mut |part| {
            // A window that was closed meanwhile needs no progress, and no import either.
            progress.send(part).is_ok() && !cancelled.load(Ordering::Relaxed)
        })?;
        let token = READ.fetch_add(1, Ordering::Relaxed) + 1;
        Ok(Self { token, bytes, name, reading, outcome: Arc::new(outcome) })
    }

    /// The draft.
    pub(crate) fn draft(&self) -> &Draft {
        &self.outcome.draft
    }

    /// The edit that brings it in.
    pub(crate) fn edit(&self) -> Edit {
        Edit::Import { draft: self.outcome.draft.clone() }
    }

    /// What it would bring; `imported` is what the window's map says of it.
    pub(crate) fn preview(&self, imported: &Imported) -> ImportPreview {
        let speech = Speech::english();
        let ReadOutcome { draft, counts, problems, offers_epics_as_items } = &*self.outcome;
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
        ImportPreview {
            token: self.token,
            file: self.name.clone(),
            reading: self.reading,
            offers_epics_as_items: *offers_epics_as_items,
            rows: counts.rows,
            items: counts.items,
            tasks: counts.tasks,
            structure: counts.structure,
            skipped: counts.skipped,
            updated: imported.updated,
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
