//! The maps that were shown last, newest first: a small JSON file in the program's data folder.
//!
//! The UI sees names and tokens. A token means one path as long as the program runs, and no path ever
//! comes back from the UI.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use specta::Type;

/// So many maps are kept.
const KEPT: usize = 10;

/// One of the maps that were shown last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub(crate) struct RecentMap {
    /// Names it in the commands that follow.
    pub token: u32,
    /// Its file's name, without the ending.
    pub name: String,
    /// The name of the folder that it is in.
    pub folder: String,
    /// Whether there is no such file any more, or not now.
    pub missing: bool,
}

/// The list of this program, and the file that keeps it.
#[derive(Debug)]
pub(crate) struct Recents {
    /// `None`: the system names no folder for data, so the list ends with the program.
    file: Option<PathBuf>,
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// Newest first, each with its token.
    paths: Vec<(u32, PathBuf)>,
    given: u32,
}

impl Recents {
    /// The list that `file` keeps. One that is not there, or cannot be read, is an empty list: it can
    /// be lost without harm.
    pub(crate) fn of(file: Option<PathBuf>) -> Self {
        let read = file.as_ref().and_then(|file| std::fs::read(file).ok());
        let paths: Vec<PathBuf> =
            read.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        let mut known = Known::default();
        for path in paths.into_iter().take(KEPT) {
            known.given += 1;
            known.paths.push((known.given, path));
        }
        Self { file, known: Mutex::new(known) }
    }

    /// Notes that a map is shown now.
    pub(crate) fn note(&self, path: &Path) {
        let mut known = self.lock();
        let at = known.paths.iter().position(|(_, kept)| kept == path);
        let entry = at.map(|at| known.paths.remove(at)).unwrap_or_else(|| {
            known.given += 1;
            (known.given, path.to_owned())
        });
        known.paths.insert(0, entry);
        known.paths.truncate(KEPT);
        self.keep(&known);
    }

    /// Takes a map off the list; its file stays.
    pub(crate) fn forget(&self, token: u32) {
        let mut known = self.lock();
        known.paths.retain(|(kept, _)| *kept != token);
        self.keep(&known);
    }

    /// The path that a token means; `None`: it is not on the list any more.
    pub(crate) fn path(&self, token: u32) -> Option<PathBuf> {
        let known = self.lock();
        known.paths.iter().find(|(kept, _)| *kept == token).map(|(_, path)| path.clone())
    }

    /// The list, newest first. It asks the disk whether each file is there.
    pub(crate) fn list(&self) -> Vec<RecentMap> {
        let paths = self.lock().paths.clone();
        let name = |part: Option<&std::ffi::OsStr>| {
            part.unwrap_or_default().to_string_lossy().into_owned()
        };
        paths
            .into_iter()
            .map(|(token, path)| RecentMap {
                token,
                name: name(path.file_stem()),
                folder: name(path.parent().and_then(Path::file_name)),
                missing: !path.is_file(),
            })
            .collect()
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes the list. Where that fails nothing is said: nobody asked for it, and nothing is lost but
    /// a convenience.
    fn keep(&self, known: &Known) {
        let Some((file, folder)) = self.file.as_ref().and_then(|file| Some((file, file.parent()?)))
        else {
            return;
        };
        let paths: Vec<&PathBuf> = known.paths.iter().map(|(_, path)| path).collect();
        let _ = std::fs::create_dir_all(folder).and_then(|()| {
            let written = tempfile::NamedTempFile::new_in(folder)?;
            serde_json::to_writer(&written, &paths)?;
            written.persist(file)?;
            Ok(())
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(recents: &Recents) -> Vec<String> {
        recents.list().into_iter().map(|map| map.name).collect()
    }

    #[test]
    fn the_newest_is_first_once_and_ten_are_kept_over_the_end_of_the_program() -> std::io::Result<()>
    {
        let folder = tempfile::tempdir()?;
        let file = Some(folder.path().join("data/recent.json"));
        let recents = Recents::of(file.clone());
        for map in 1..=12 {
            recents.note(&folder.path().join(format!("{map}.storymap")));
        }
        recents.note(&folder.path().join("7.storymap"));
        let kept = ["7", "12", "11", "10", "9", "8", "6", "5", "4", "3"];
        assert_eq!(names(&recents), kept);
        assert_eq!(names(&Recents::of(file)), kept);
        Ok(())
    }

    #[test]
    fn a_token_goes_on_meaning_its_map_and_a_forgotten_one_means_none() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let recents = Recents::of(None);
        let (first, second) = (folder.path().join("a.storymap"), folder.path().join("b.storymap"));
        std::fs::write(&first, "")?;
        recents.note(&first);
        let token = recents.list()[0].token;
        recents.note(&second);
        assert_eq!(recents.path(token), Some(first));
        assert_eq!(
            recents.list().iter().map(|map| map.missing).collect::<Vec<_>>(),
            [true, false],
            "a file that is not there is said"
        );
        recents.forget(token);
        assert_eq!(recents.path(token), None);
        assert_eq!(names(&recents), ["b"]);
        Ok(())
    }

    #[test]
    fn a_list_that_cannot_be_read_is_empty() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("recent.json");
        std::fs::write(&file, "{ not a list")?;
        assert_eq!(names(&Recents::of(Some(file))), [""; 0]);
        Ok(())
    }
}
