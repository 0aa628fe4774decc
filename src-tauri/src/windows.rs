//! Which map a start means, and the windows that show maps.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use tauri::{AppHandle, WebviewUrl, WebviewWindowBuilder};

/// Windows opened so far; a label is never used twice while the program runs.
static OPENED: AtomicUsize = AtomicUsize::new(0);

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

/// Opens a window on `map`, or the empty state where there is none.
///
/// Its label starts with `map-`, which is what gives it the rights of `capabilities/map.json`.
///
/// # Errors
/// Whatever keeps the system from making a window.
pub(crate) fn open(app: &AppHandle, map: Option<PathBuf>) -> tauri::Result<()> {
    let label = format!("map-{}", OPENED.fetch_add(1, Ordering::Relaxed) + 1);
    let title = match map.as_deref().and_then(Path::file_stem) {
        Some(name) => format!("{} – Throughline", name.to_string_lossy()),
        None => "Throughline".to_owned(),
    };
    WebviewWindowBuilder::new(app, label, WebviewUrl::App("index.html".into()))
        .title(title)
        .inner_size(1440.0, 900.0)
        .min_inner_size(1024.0, 640.0)
        .build()?;
    Ok(())
}

/// As [`open`], where nobody waits for the answer.
pub(crate) fn open_or_say_why(app: &AppHandle, map: Option<PathBuf>) {
    if let Err(error) = open(app, map) {
        eprintln!("No window could be opened: {error}");
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
