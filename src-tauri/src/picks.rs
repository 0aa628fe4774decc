//! Paths that people pick. They come from the system's own dialogs and never from the UI, which sees
//! no path at all.

use std::path::PathBuf;

use tauri::WebviewWindow;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use tokio::sync::oneshot;

use throughline_core::export;

use crate::commands::on_a_thread;
use crate::pictures::PictureFormat;
use crate::refusal::Refusal;

/// Which files a dialog shows.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shown {
    /// Maps.
    Maps,
    /// Backlogs and outlines.
    Backlogs,
    /// Tables for other programs.
    Tables,
    /// Pages of text.
    Pages,
    /// Pictures, this format first.
    Pictures(PictureFormat),
}

impl Shown {
    fn filters(self) -> &'static [(&'static str, &'static [&'static str])] {
        match self {
            Self::Maps => &[("Throughline", &["storymap"])],
            Self::Backlogs => {
                &[("CSV, JSON, Markdown, text", &["csv", "tsv", "json", "md", "txt"])]
            }
            Self::Tables => &[("CSV", &["csv"])],
            Self::Pages => &[("Markdown", &["md"])],
            Self::Pictures(PictureFormat::Png) => &[("PNG", &["png"]), ("SVG", &["svg"])],
            Self::Pictures(PictureFormat::Svg) => &[("SVG", &["svg"]), ("PNG", &["png"])],
        }
    }
}

/// Where new maps go: Documents/Throughline, made where it is not there yet.
///
/// # Errors
/// Whatever keeps the system from making the folder.
pub(crate) fn maps_folder(window: &WebviewWindow) -> std::io::Result<PathBuf> {
    use tauri::Manager;
    let paths = window.path();
    let documents = paths.document_dir().or_else(|_| paths.home_dir());
    let folder = documents.map_err(std::io::Error::other)?.join("Throughline");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Asks for a file that is there. `None`: the dialog was closed.
pub(crate) async fn file(window: &WebviewWindow, shown: Shown) -> Option<PathBuf> {
    if let Some(path) = named_by_a_test() {
        return Some(path);
    }
    ask(dialog(window, shown), FileDialogBuilder::pick_file).await
}

/// Asks where a file should be, and writes there what `make` makes of the map as it is by then: the
/// file's name. `None`: the dialog was closed.
pub(crate) async fn write<B: AsRef<[u8]>>(
    window: &WebviewWindow,
    shown: Shown,
    name: &str,
    make: impl AsyncFnOnce() -> Result<B, Refusal>,
) -> Result<Option<String>, Refusal> {
    // What no system takes in the name of a file.
    let name: String = name.chars().filter(|c| !"/\\:*?\"<>|".contains(*c)).collect();
    let Some(path) = place(window, shown, &name).await else { return Ok(None) };
    let bytes = make().await?.as_ref().to_vec();
    on_a_thread(move || {
        export::write_page(bytes, &path)?;
        Ok(path.file_name().map(|name| name.to_string_lossy().into_owned()))
    })
    .await
}

/// Asks where to write a file; `name` is offered. `None`: the dialog was closed.
pub(crate) async fn place(window: &WebviewWindow, shown: Shown, name: &str) -> Option<PathBuf> {
    if let Some(path) = named_by_a_test() {
        return Some(path);
    }
    let mut dialog = dialog(window, shown).set_file_name(name);
    if let (Shown::Maps, Ok(folder)) = (shown, maps_folder(window)) {
        dialog = dialog.set_directory(folder);
    }
    let path = ask(dialog, FileDialogBuilder::save_file).await?;
    // GTK hands back the name as it was typed.
    Some(match (path.extension(), shown.filters().first()) {
        (None, Some((_, [ending, ..]))) => path.with_extension(ending),
        _ => path,
    })
}

fn dialog(window: &WebviewWindow, shown: Shown) -> FileDialogBuilder<tauri::Wry> {
    let dialog = window.dialog().file().set_parent(window);
    shown.filters().iter().fold(dialog, |dialog, (name, endings)| dialog.add_filter(*name, endings))
}

type Answer = Box<dyn FnOnce(Option<tauri_plugin_dialog::FilePath>) + Send>;

async fn ask(
    dialog: FileDialogBuilder<tauri::Wry>,
    show: impl FnOnce(FileDialogBuilder<tauri::Wry>, Answer),
) -> Option<PathBuf> {
    let (answer, answered) = oneshot::channel();
    show(
        dialog,
        Box::new(move |path| {
            // Nobody waits any more when the window was closed meanwhile.
            let _ = answer.send(path);
        }),
    );
    answered.await.ok().flatten()?.into_path().ok()
}

/// The path in the file that `THROUGHLINE_PICK` names: a driver of windows cannot press the buttons of
/// the system's dialogs. Only in builds with debug assertions.
fn named_by_a_test() -> Option<PathBuf> {
    if !cfg!(debug_assertions) {
        return None;
    }
    let file = std::env::var_os("THROUGHLINE_PICK")?;
    let path = std::fs::read_to_string(file).ok()?;
    Some(path.trim().into())
}
