//! Commands about what Sprints brought and what people learned of it.

#![allow(clippy::needless_pass_by_value, reason = "Tauri hands a command its arguments by value")]

use tauri::{State, WebviewWindow};
use throughline_core::board::{GoalId, ItemId, SprintId};
use throughline_core::document::OpenError;
use throughline_core::export::comparison;
use throughline_core::learning::book::{self, Book};
use throughline_core::learning::proposal::{self, Proposal, Wanted};
use throughline_core::learning::said::{self, Around};
use throughline_core::learning::sprint_end::{self, SprintEnd};
use throughline_core::learning::{self, Handover, Pulling};
use throughline_core::open_map::OpenMap;
use throughline_core::speech::Speech;

use crate::picks::{self, Shown};
use crate::pictures::{self, PictureFormat};
use crate::refusal::Refusal;
use crate::windows::Windows;

/// Every Increment of this window's map with what was said of it, by Sprint, and figures by Sprint.
#[tauri::command]
#[specta::specta]
pub(crate) async fn increments(
    window: WebviewWindow,
    windows: State<'_, Windows>,
) -> Result<Book, Refusal> {
    let book = |map: &mut OpenMap| {
        Ok::<_, OpenError>(book::book(&map.board(), map.guesses(), learning::today()))
    };
    windows.file(&window)?.run(book).await
}

/// What of this window's map could be recorded as an Increment today.
#[tauri::command]
#[specta::specta]
pub(crate) async fn propose_increment(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    wanted: Wanted,
) -> Result<Proposal, Refusal> {
    let propose = move |map: &mut OpenMap| {
        let today = learning::today();
        Ok::<_, OpenError>(proposal::proposal(&map.board(), map.guesses(), &wanted, today))
    };
    windows.file(&window)?.run(propose).await
}

/// What there is to show at a Sprint's end, and what goes back; `None`: there is no such Sprint.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sprint_end(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    sprint: SprintId,
) -> Result<Option<SprintEnd>, Refusal> {
    let end = move |map: &mut OpenMap| {
        let today = learning::today();
        Ok::<_, OpenError>(sprint_end::sprint_end(&map.board(), map.guesses(), sprint, today))
    };
    windows.file(&window)?.run(end).await
}

/// What was said of a PBI of this window's map, and what it answers.
#[tauri::command]
#[specta::specta]
pub(crate) async fn feedback_around(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    item: ItemId,
) -> Result<Around, Refusal> {
    let around = move |map: &mut OpenMap| Ok::<_, OpenError>(said::around(&map.board(), item));
    windows.file(&window)?.run(around).await
}

/// What a Product Goal hands over to the next; `None`: there is no such goal.
#[tauri::command]
#[specta::specta]
pub(crate) async fn handover(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    goal: GoalId,
) -> Result<Option<Handover>, Refusal> {
    let over = move |map: &mut OpenMap| Ok::<_, OpenError>(learning::handover(&map.board(), goal));
    windows.file(&window)?.run(over).await
}

/// The cards of a Sprint, pulled by layer and by whole PBI; `None`: there is no such Sprint.
#[tauri::command]
#[specta::specta]
pub(crate) async fn pulling(
    window: WebviewWindow,
    windows: State<'_, Windows>,
    sprint: SprintId,
) -> Result<Option<Pulling>, Refusal> {
    let pull = move |map: &mut OpenMap| Ok::<_, OpenError>(learning::pulling(&map.board(), sprint));
    windows.file(&window)?.run(pull).await
}

/// Asks where a page of Markdown with the first two periods side by side should be, and writes it: its
/// file name. `None`: the dialog was closed, or there are no two periods.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_comparison(
    window: WebviewWindow,
    windows: State<'_, Windows>,
) -> Result<Option<String>, Refusal> {
    let book = increments(window.clone(), windows).await?;
    let Some(compared) = book.compared else { return Ok(None) };
    let text = comparison::page(&compared, &Speech::english());
    let offered = format!("{} - {}.md", compared.0.name, compared.1.name);
    picks::write(&window, Shown::Pages, &offered, async || Ok(text)).await
}

/// Asks where a picture that the window painted should be (a PNG in base64), and writes it: its file
/// name. `None`: the dialog was closed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_painted(
    window: WebviewWindow,
    name: String,
    png: String,
) -> Result<Option<String>, Refusal> {
    let bytes = pictures::painted(&png)?;
    let shown = Shown::Pictures(PictureFormat::Png);
    picks::write(&window, shown, &format!("{name}.png"), async || Ok(bytes)).await
}
