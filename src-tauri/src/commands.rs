//! Every command of the UI, a few lines each: find the window's map, hand the job to the core.

#![allow(clippy::needless_pass_by_value, reason = "Tauri hands a command its arguments by value")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use tauri::ipc::Channel;
use tauri::{AppHandle, Manager, State, WebviewWindow};
use throughline_core::board::{Board, Guesses, ItemId};
use throughline_core::borne::Borne;
use throughline_core::details::notes::is_link;
use throughline_core::details::{Details, Subject};
use throughline_core::document::{Document, OpenError};
use throughline_core::edit::{Answer, Edit};
use throughline_core::example;
use throughline_core::export::{self, ExportOptions};
use throughline_core::find::Found;
use throughline_core::import::Choices;
use throughline_core::layout::View;
use throughline_core::open_map::{Coming, OpenMap, Preview, Update};
use throughline_core::speech::Speech;

use crate::drops::{Drag, Dropped};
use crate::files::OpenFile;
use crate::imports::{ImportPreview, Waiting};
use crate::picks::{self, Shown};
use crate::pictures::{Pasteboard, PictureFormat, PictureGlance};
use crate::recents::{RecentMap, Recents};
use crate::refusal::Refusal;
use crate::windows::{self, Windows};

/// Starts this window's updates; the first one on the channel is the whole scene. `false`: this window
/// shows no map.
#[tauri::command]
#[specta::specta]
pub(crate) async fn watch(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    view: View,
    updates: Channel<Update>,
) -> Result<bool, Refusal> {
    if let Some(named) = windows.with(&window, |state| state.named.take()) {
        windows::show(&window, &named)?;
    }
    let (watcher, file) = windows.with(&window, |state| (state.watcher, state.file.clone()));
    let Some(file) = file else { return Ok(false) };
    file.watch(watcher, view, updates).await?;
    Ok(true)
}

/// Gives this window another view of its map; a whole scene follows on the channel.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    view: View,
) -> Result<(), Refusal> {
    let watcher = windows.with(&window, |state| state.watcher);
    windows.file(&window)?.look(watcher, view).await
}

/// One edit of this window's map.
#[tauri::command]
#[specta::specta]
pub(crate) async fn edit(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    edit: Edit,
) -> Result<Answer, Refusal> {
    windows.file(&window)?.run(move |map| map.edit(&edit)).await
}

/// What an edit would make of this window's bands, without making it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn preview(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    edit: Edit,
) -> Result<Preview, Refusal> {
    let watcher = windows.with(&window, |state| state.watcher);
    windows.file(&window)?.run(move |map| map.preview(watcher, &edit)).await
}

/// What on this window's map has some words, the best `limit` of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn find(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    words: String,
    limit: u32,
) -> Result<Found, Refusal> {
    let watcher = windows.with(&window, |state| state.watcher);
    let find =
        move |map: &mut OpenMap| Ok::<_, OpenError>(map.find(watcher, &words, limit as usize));
    windows.file(&window)?.run(find).await
}

/// What a panel shows of something on this window's map; `None`: it is not there any more.
#[tauri::command]
#[specta::specta]
pub(crate) async fn details(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    subject: Subject,
) -> Result<Option<Details>, Refusal> {
    windows.file(&window)?.run(move |map| Ok::<_, OpenError>(map.details(subject))).await
}

/// Opens a page or a mail address with the system's own program, because a person asked for it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_link(url: String) -> Result<(), Refusal> {
    if !is_link(&url) {
        return Err(Refusal::no_link());
    }
    on_a_thread(move || open::that_detached(url).map_err(|error| Refusal::not_opened(&error))).await
}

/// What some PBIs of this window's map bear: their tags, and which rules of the Definition of Done are open.
#[tauri::command]
#[specta::specta]
pub(crate) async fn borne(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    items: Vec<ItemId>,
) -> Result<Borne, Refusal> {
    windows.file(&window)?.run(move |map| Ok::<_, OpenError>(map.borne(&items))).await
}

/// Takes the newest change back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn undo(
    window: WebviewWindow,
    windows: State<'_, Windows>,
) -> Result<(), Refusal> {
    windows.file(&window)?.run(|map| map.undo()).await
}

/// Brings the newest undone change back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn redo(
    window: WebviewWindow,
    windows: State<'_, Windows>,
) -> Result<(), Refusal> {
    windows.file(&window)?.run(|map| map.redo()).await
}

/// Asks where a new map should be, and shows it. `false`: the dialog was closed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_map(window: WebviewWindow) -> Result<bool, Refusal> {
    let Some(path) = picks::place(&window, Shown::Maps, "Map.storymap").await else {
        return Ok(false);
    };
    Document::create(&path, &title_for(&path))?;
    windows::show(&window, &path)?;
    Ok(true)
}

/// Asks for a map, and shows it. `false`: the dialog was closed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_map(window: WebviewWindow) -> Result<bool, Refusal> {
    let Some(path) = picks::file(&window, Shown::Maps).await else { return Ok(false) };
    windows::show(&window, &path)?;
    Ok(true)
}

/// Makes a map in the folder of maps, without asking where, and shows it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn start_map(window: WebviewWindow) -> Result<bool, Refusal> {
    let name = Speech::english().sentence("window-untitled-map", []);
    let (path, document) = new_in_maps_folder(&window, &name)?;
    drop(document);
    windows::show(&window, &path)?;
    Ok(true)
}

/// The maps that were shown last, newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn recent_maps(app: AppHandle) -> Result<Vec<RecentMap>, Refusal> {
    // A file on a disk that sleeps may take its time to say that it is there.
    on_a_thread(move || Ok(app.state::<Recents>().list())).await
}

/// Shows one of the maps that were shown last. `true`: a window has it now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_recent(
    window: WebviewWindow,
    recents: State<'_, Recents>,
    token: u32,
) -> Result<bool, Refusal> {
    let path = recents.path(token).ok_or(OpenError::Missing)?;
    windows::show(&window, &path)?;
    Ok(true)
}

/// Takes a map off the list of those shown last; its file stays.
#[tauri::command]
#[specta::specta]
pub(crate) fn forget_recent(recents: State<'_, Recents>, token: u32) {
    recents.forget(token);
}

/// Makes a copy of the example map of one's own, and shows it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_example(window: WebviewWindow) -> Result<bool, Refusal> {
    let (path, mut document) = new_in_maps_folder(&window, example::TITLE)?;
    document.add_example(&example::draft(), example::THEN)?;
    drop(document);
    windows::show(&window, &path)?;
    Ok(true)
}

/// Asks for a backlog and reads it; it waits for a yes. `None`: the dialog was closed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn pick_import(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    progress: Channel<f32>,
) -> Result<Option<ImportPreview>, Refusal> {
    let Some(path) = picks::file(&window, Shown::Backlogs).await else { return Ok(None) };
    let cancelled = windows.start_job(&window);
    let waiting = on_a_thread(move || Waiting::read_file(&path, &progress, &cancelled)).await?;
    preview_import(&window, &windows, waiting).await.map(Some)
}

/// Reads text that was pasted; it waits for a yes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_pasted(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    text: String,
    progress: Channel<f32>,
) -> Result<ImportPreview, Refusal> {
    let cancelled = windows.start_job(&window);
    let waiting =
        on_a_thread(move || Ok(Waiting::read_text(&text, &progress, &cancelled)?)).await?;
    preview_import(&window, &windows, waiting).await
}

/// From now on this window's UI is told of files that are dragged over it.
#[tauri::command]
#[specta::specta]
pub(crate) fn watch_drags(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    drags: Channel<Drag>,
) {
    windows.with(&window, |state| state.drags = Some(drags));
}

/// Reads the file that was dropped; it waits for a yes. `None`: it was a map, and is shown.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_dropped(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    token: u32,
    progress: Channel<f32>,
) -> Result<Option<ImportPreview>, Refusal> {
    let dropped = windows.with(&window, |state| state.dropped.take());
    let paths = match dropped {
        Some(Dropped { token: of, paths }) if of == token => paths,
        _ => return Err(Refusal::no_import()),
    };
    let [path] = paths.as_slice() else { return Err(Refusal::not_one_file()) };
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("storymap")) {
        windows::show(&window, path)?;
        return Ok(None);
    }
    let path = path.clone();
    let cancelled = windows.start_job(&window);
    let waiting = on_a_thread(move || Waiting::read_file(&path, &progress, &cancelled)).await?;
    preview_import(&window, &windows, waiting).await.map(Some)
}

/// Reads the waiting import as the person decided.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_import(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    token: u32,
    choices: Choices,
    progress: Channel<f32>,
) -> Result<ImportPreview, Refusal> {
    let waiting = waiting(&window, &windows, token)?;
    let cancelled = windows.start_job(&window);
    let waiting = on_a_thread(move || Ok(waiting.choose(&choices, &progress, &cancelled)?)).await?;
    preview_import(&window, &windows, waiting).await
}

/// Brings the waiting import in, as one change. In a window without a map, a new one named after the
/// file is made first. `true`: this window has another map than before.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_import(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    token: u32,
    progress: Channel<f32>,
) -> Result<bool, Refusal> {
    let waiting = waiting(&window, &windows, token)?;
    let edit = waiting.edit();
    let goes_on = waiting.tell_written(progress, windows.start_job(&window));
    let made = if let Ok(file) = windows.file(&window) {
        file.run(move |map| map.edit_while(goes_on, &edit)).await?;
        false
    } else {
        let name = title_for(Path::new(&waiting.name));
        let (path, mut document) = new_in_maps_folder(&window, &name)?;
        if let Err(refusal) = on_a_thread(move || Ok(document.edit_while(goes_on, &edit)?)).await {
            // The map was made for this import alone: without it nothing should be left.
            let _ = std::fs::remove_file(&path);
            return Err(refusal);
        }
        windows::show(&window, &path)?;
        true
    };
    windows.with(&window, |state| state.import = None);
    Ok(made)
}

/// Forgets the waiting import.
#[tauri::command]
#[specta::specta]
pub(crate) fn drop_import(window: WebviewWindow, windows: State<'_, Windows>, token: u32) {
    windows.with(&window, |state| state.import.take_if(|import| import.token == token));
}

/// Cancels the long work of this window; its command then answers that it was cancelled.
#[tauri::command]
#[specta::specta]
pub(crate) fn cancel_job(window: WebviewWindow, windows: State<'_, Windows>) {
    windows.with(&window, |state| state.cancelled.store(true, Ordering::Relaxed));
}

/// Asks where a picture should be, and draws it there: its file name. `None`: the dialog was closed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_picture(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    options: ExportOptions,
    format: PictureFormat,
    progress: Channel<f32>,
) -> Result<Option<String>, Refusal> {
    let file = windows.file(&window)?;
    let offered = format!("{}.{}", title_for(file.path()), format.ending());
    let Some(path) = picks::place(&window, Shown::Pictures(format), &offered).await else {
        return Ok(None);
    };
    let cancelled = windows.start_job(&window);
    let (board, guesses) = drawn_from(&file).await?;
    on_a_thread(move || {
        export::export(&board, &guesses, &options, &path, &mut |part| {
            progress.send(part).is_ok() && !cancelled.load(Ordering::Relaxed)
        })?;
        Ok(path.file_name().map(|name| name.to_string_lossy().into_owned()))
    })
    .await
}

/// A picture as it would be, in at most so many pixels. A newer wish ends an older one, which then
/// answers that it was cancelled.
#[tauri::command]
#[specta::specta]
pub(crate) async fn glance_at_picture(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    options: ExportOptions,
    most_wide: u32,
    most_high: u32,
) -> Result<PictureGlance, Refusal> {
    let file = windows.file(&window)?;
    let over = windows.start_glance(&window);
    let (board, guesses) = drawn_from(&file).await?;
    on_a_thread(move || {
        let most = (most_wide.clamp(16, 2048), most_high.clamp(16, 2048));
        let glance = export::glance(&board, &guesses, &options, most, &mut |_| {
            !over.load(Ordering::Relaxed)
        })?;
        Ok(glance.into())
    })
    .await
}

/// Puts a picture on the clipboard.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy_picture(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    options: ExportOptions,
    progress: Channel<f32>,
) -> Result<(), Refusal> {
    let file = windows.file(&window)?;
    let cancelled = windows.start_job(&window);
    let (board, guesses) = drawn_from(&file).await?;
    on_a_thread(move || {
        let pixels = export::pixels(&board, &guesses, &options, &mut |part| {
            progress.send(part).is_ok() && !cancelled.load(Ordering::Relaxed)
        })?;
        window.state::<Pasteboard>().put(pixels)
    })
    .await
}

/// Asks where a copy of the map, with its history, should be, and shows it. `false`: the dialog was
/// closed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_copy(
    window: WebviewWindow,
    windows: State<'_, Windows>,
) -> Result<bool, Refusal> {
    let file = windows.file(&window)?;
    let offered = format!("{} copy.storymap", title_for(file.path()));
    let Some(path) = picks::place(&window, Shown::Maps, &offered).await else {
        return Ok(false);
    };
    let copy = path.clone();
    file.run(move |map| map.document().save_copy(&copy)).await?;
    windows::show(&window, &path)?;
    Ok(true)
}

/// What a picture is drawn from, as it is now.
pub(crate) async fn drawn_from(file: &OpenFile) -> Result<(Arc<Board>, Guesses), Refusal> {
    file.run(|map| Ok::<_, OpenError>((map.board(), map.guesses().clone()))).await
}

async fn preview_import(
    window: &WebviewWindow,
    windows: &Windows,
    waiting: Waiting,
) -> Result<ImportPreview, Refusal> {
    let draft = waiting.clone();
    let coming = match windows.file(window) {
        Ok(file) => file.run(move |map| map.preview_import(draft.draft())).await?,
        Err(_) => on_a_thread(move || Ok(Coming::into_new_map(draft.draft())?)).await?,
    };
    let preview = waiting.preview(coming);
    windows.with(window, |state| state.import = Some(waiting));
    Ok(preview)
}

fn waiting(window: &WebviewWindow, windows: &Windows, token: u32) -> Result<Waiting, Refusal> {
    windows
        .with(window, |state| state.import.clone())
        .filter(|import| import.token == token)
        .ok_or_else(Refusal::no_import)
}

/// A new map in Documents/Throughline: `name`, or `name 2` and so on where that is taken.
fn new_in_maps_folder(window: &WebviewWindow, name: &str) -> Result<(PathBuf, Document), Refusal> {
    let folder = picks::maps_folder(window).map_err(|error| Refusal::unreadable(&error))?;
    let mut number = 1;
    loop {
        let stem = if number == 1 { name.to_owned() } else { format!("{name} {number}") };
        let path = folder.join(format!("{stem}.storymap"));
        match Document::create(&path, name) {
            Ok(document) => return Ok((path, document)),
            Err(OpenError::Exists) => number += 1,
            Err(error) => return Err(error.into()),
        }
    }
}

/// The title of a map that is named after a file.
pub(crate) fn title_for(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    match throughline_core::board::Title::cut(&stem) {
        Some((title, _)) => title.to_string(),
        None => "Map".to_owned(),
    }
}

pub(crate) async fn on_a_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    tauri::async_runtime::spawn_blocking(work).await.map_err(|_| Refusal::ended())?
}
