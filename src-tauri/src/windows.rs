//! The windows that show maps: which map each one means, and what it waits for.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tauri::ipc::Channel;
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};
use throughline_core::open_map::Watcher;

use crate::drops::{self, Drag, Dropped};
use crate::files::{Files, OpenFile};
use crate::imports::Waiting;
use crate::pinch;
use crate::recents::Recents;
use crate::refusal::Refusal;

/// Windows opened so far; a number is never used twice while the program runs.
static OPENED: AtomicU32 = AtomicU32::new(0);

/// What one window shows and waits for.
#[derive(Default)]
pub(crate) struct Window {
    /// Its number among the watchers of a map.
    pub watcher: Watcher,
    /// The map that it was started with and has not opened yet.
    pub named: Option<PathBuf>,
    /// The map that it shows.
    pub file: Option<Arc<OpenFile>>,
    /// An import that was read and not decided yet.
    pub import: Option<Waiting>,
    /// Files that were dropped on it and not asked for yet.
    pub dropped: Option<Dropped>,
    /// Where its UI is told of files that are dragged over it.
    pub drags: Option<Channel<Drag>>,
    /// Set when the person cancels the long work that runs now.
    pub cancelled: Arc<AtomicBool>,
    /// Set when the picture that is drawn for a look is not wanted any more.
    pub glance_over: Arc<AtomicBool>,
}

/// All windows by their label.
#[derive(Default)]
pub(crate) struct Windows {
    windows: Mutex<HashMap<String, Window>>,
}

impl Windows {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, Window>> {
        self.windows.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads or changes what a window shows and waits for.
    pub(crate) fn with<T>(&self, window: &WebviewWindow, read: impl FnOnce(&mut Window) -> T) -> T {
        read(self.lock().entry(window.label().to_owned()).or_default())
    }

    /// The map that a window shows.
    ///
    /// # Errors
    /// [`Refusal::no_map`].
    pub(crate) fn file(&self, window: &WebviewWindow) -> Result<Arc<OpenFile>, Refusal> {
        self.with(window, |state| state.file.clone()).ok_or_else(Refusal::no_map)
    }

    /// Starts long work in a window: the flag that says when the person cancels it.
    pub(crate) fn start_job(&self, window: &WebviewWindow) -> Arc<AtomicBool> {
        self.with(window, |state| {
            state.cancelled = Arc::default();
            Arc::clone(&state.cancelled)
        })
    }

    /// Starts to draw a picture for a look; the one before is not wanted any more.
    pub(crate) fn start_glance(&self, window: &WebviewWindow) -> Arc<AtomicBool> {
        self.with(window, |state| {
            state.glance_over.store(true, Ordering::Relaxed);
            state.glance_over = Arc::default();
            Arc::clone(&state.glance_over)
        })
    }

    fn close(&self, label: &str) {
        if let Some(Window { watcher, file: Some(file), .. }) = self.lock().remove(label) {
            file.forget(watcher);
        }
    }
}

/// The map that the arguments of a start name: the first one after the program's own name.
///
/// `None`: no map was named. A relative path counts from `folder`, where the start happened.
pub(crate) fn map_named(
    arguments: impl IntoIterator<Item = String>,
    folder: &Path,
) -> Option<PathBuf> {
    let named = arguments.into_iter().nth(1)?;
    Some(folder.join(named))
}

/// Opens a window on `map`, or the empty state where there is none. The map itself is opened when the
/// window asks for it, so that a map that cannot be opened is said in the window.
///
/// Its label starts with `map-`, which is what gives it the rights of `capabilities/map.json`.
///
/// # Errors
/// Whatever keeps the system from making a window.
pub(crate) fn open(app: &AppHandle, map: Option<PathBuf>) -> tauri::Result<()> {
    let watcher = OPENED.fetch_add(1, Ordering::Relaxed) + 1;
    let label = format!("map-{watcher}");
    let title = title_of(map.as_deref());
    let state = Window { watcher, named: map, ..Window::default() };
    app.state::<Windows>().lock().insert(label.clone(), state);
    let window = WebviewWindowBuilder::new(app, &label, WebviewUrl::App("index.html".into()))
        .title(title)
        .inner_size(1440.0, 900.0)
        .min_inner_size(1024.0, 640.0)
        .build()?;
    pinch::give_to_map(&window);
    let told = window.clone();
    window.on_window_event(move |event| {
        let windows = told.state::<Windows>();
        match event {
            WindowEvent::Destroyed => windows.close(&label),
            WindowEvent::DragDrop(event) => drops::follow(&windows, &told, event),
            _ => {}
        }
    });
    Ok(())
}

/// As [`open`], where nobody waits for the answer.
pub(crate) fn open_or_say_why(app: &AppHandle, map: Option<PathBuf>) {
    if let Err(error) = open(app, map) {
        eprintln!("No window could be opened: {error}");
    }
}

/// Shows the map at `path`: in this window where it has none, else in a new one. A map that cannot be
/// opened is said here, and nothing else happens.
///
/// # Errors
/// Why it cannot be opened.
pub(crate) fn show(window: &WebviewWindow, path: &Path) -> Result<(), Refusal> {
    let file = window.state::<Files>().open(path)?;
    let windows = window.state::<Windows>();
    if windows.with(window, |state| state.file.is_some()) {
        return open(window.app_handle(), Some(path.to_owned()))
            .map_err(|error| Refusal::no_window(&error));
    }
    window.state::<Recents>().note(file.path());
    let title = title_of(Some(file.path()));
    windows.with(window, |state| state.file = Some(file));
    // A title that cannot be set is no reason not to show the map.
    let _ = window.set_title(&title);
    Ok(())
}

fn title_of(map: Option<&Path>) -> String {
    match map.and_then(Path::file_stem) {
        Some(name) => format!("{} – Throughline", name.to_string_lossy()),
        None => "Throughline".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(arguments: &[&str]) -> Option<PathBuf> {
        map_named(arguments.iter().map(|&argument| argument.to_owned()), Path::new("/home/ana"))
    }

    #[test]
    fn a_start_without_a_file_names_no_map() {
        assert_eq!(named(&["throughline"]), None);
    }

    #[test]
    fn a_relative_file_lies_where_the_start_happened() {
        assert_eq!(
            named(&["throughline", "maps/corner.storymap"]),
            Some("/home/ana/maps/corner.storymap".into())
        );
        assert_eq!(
            named(&["throughline", "/srv/corner.storymap"]),
            Some("/srv/corner.storymap".into())
        );
    }
}
