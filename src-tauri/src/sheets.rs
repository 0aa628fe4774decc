//! What the sheets of the window ask, and the pages that they save: a few lines each, as in
//! [`crate::commands`].

#![allow(clippy::needless_pass_by_value, reason = "Tauri hands a command its arguments by value")]

use tauri::{State, WebviewWindow};
use throughline_core::backlog::{self, Backlog};
use throughline_core::board::{SliceId, SprintId};
use throughline_core::details::sprint_pages::{self, DemoPage, SprintBacklog};
use throughline_core::document::OpenError;
use throughline_core::export;
use throughline_core::learning;
use throughline_core::open_map::OpenMap;
use throughline_core::slicing::{self, WalkThrough};
use throughline_core::sorting::{self, Sorting};
use throughline_core::speech::Speech;

use crate::commands::{drawn_from, title_for};
use crate::picks::{self, Shown};
use crate::refusal::Refusal;
use crate::windows::Windows;

/// A slice of this window's map as its personas walk through it; `None`: it is not there any more.
#[tauri::command]
#[specta::specta]
pub(crate) async fn walk_through(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    slice: SliceId,
) -> Result<Option<WalkThrough>, Refusal> {
    let walk = move |map: &mut OpenMap| {
        Ok::<_, OpenError>(slicing::walk_through(&map.board(), map.guesses(), slice))
    };
    windows.file(&window)?.run(walk).await
}

/// What there is to sort on this window's map, and to which outcomes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sorting(
    window: WebviewWindow,
    windows: State<'_, Windows>,
) -> Result<Sorting, Refusal> {
    let sorting =
        |map: &mut OpenMap| Ok::<_, OpenError>(sorting::sorting(&map.board(), map.guesses()));
    windows.file(&window)?.run(sorting).await
}

/// What the backlog of this window's map consists of.
#[tauri::command]
#[specta::specta]
pub(crate) async fn backlog(
    window: WebviewWindow,
    windows: State<'_, Windows>,
) -> Result<Backlog, Refusal> {
    let backlog =
        |map: &mut OpenMap| Ok::<_, OpenError>(backlog::backlog(&map.board(), map.guesses()));
    windows.file(&window)?.run(backlog).await
}

/// Asks where the closing list of the pass should be, and writes it there: the file's name. `None`: the
/// dialog was closed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_closing_list(
    window: WebviewWindow,
    windows: State<'_, Windows>,
) -> Result<Option<String>, Refusal> {
    let file = windows.file(&window)?;
    let offered = format!("{} decisions.csv", title_for(file.path()));
    let list = async || {
        let (board, guesses) = drawn_from(&file).await?;
        Ok(export::closing_list(&backlog::pass(&board, &guesses))?)
    };
    picks::write(&window, Shown::Tables, &offered, list).await
}

/// What people can do at the end of a Sprint of this window's map; `None`: it is not there any more.
#[tauri::command]
#[specta::specta]
pub(crate) async fn demo(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    sprint: SprintId,
) -> Result<Option<DemoPage>, Refusal> {
    let page = move |map: &mut OpenMap| {
        let (board, today) = (map.board(), learning::today());
        Ok::<_, OpenError>(sprint_pages::demo_page(&board, map.guesses(), sprint, today))
    };
    windows.file(&window)?.run(page).await
}

/// The Sprint Backlog of a Sprint of this window's map; `None`: it is not there any more.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sprint_backlog(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    sprint: SprintId,
) -> Result<Option<SprintBacklog>, Refusal> {
    let page = move |map: &mut OpenMap| {
        let (board, today) = (map.board(), learning::today());
        Ok::<_, OpenError>(sprint_pages::sprint_backlog(&board, map.guesses(), sprint, today))
    };
    windows.file(&window)?.run(page).await
}

/// Asks where a page of a Sprint should be, and writes it there as Markdown: the file's name. `None`:
/// the dialog was closed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_sprint_page(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    sprint: SprintId,
    is_demo: bool,
) -> Result<Option<String>, Refusal> {
    let file = windows.file(&window)?;
    let what = if is_demo { "demo" } else { "Sprint Backlog" };
    let offered = format!("{} {what}.md", title_for(file.path()));
    let page = async || {
        let (board, guesses) = drawn_from(&file).await?;
        let (today, speech) = (learning::today(), Speech::english());
        let page =
            if is_demo { export::markdown::demo_list } else { export::markdown::sprint_backlog };
        Ok(page(&board, &guesses, sprint, today, &speech).unwrap_or_default())
    };
    picks::write(&window, Shown::Pages, &offered, page).await
}

/// Asks where the questions to the team should be, and writes them there: the file's name. `None`: the
/// dialog was closed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_questions(
    window: WebviewWindow,
    windows: State<'_, Windows>,
) -> Result<Option<String>, Refusal> {
    let file = windows.file(&window)?;
    let offered = format!("{} questions.md", title_for(file.path()));
    let page = async || {
        let (board, guesses) = drawn_from(&file).await?;
        Ok(export::markdown::questions(&board, &guesses, &Speech::english()))
    };
    picks::write(&window, Shown::Pages, &offered, page).await
}
