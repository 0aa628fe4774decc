//! Files that people drag over a window and drop there. Their paths stay here: the UI is told that
//! something hovers, and when it was dropped, a token for it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use serde::Serialize;
use specta::Type;
use tauri::{DragDropEvent, WebviewWindow};

use crate::windows::Windows;

/// What happens to files that are dragged over a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase", tag = "type")]
pub(crate) enum Drag {
    /// They are over it.
    Over,
    /// They left it again, or the drag was cancelled.
    Left,
    /// They were dropped.
    Dropped {
        /// Names them in the command that reads them.
        token: u32,
    },
}

/// Files that were dropped and not asked for yet.
#[derive(Debug)]
pub(crate) struct Dropped {
    /// Which ones: a later drop has another.
    pub token: u32,
    /// Where they are.
    pub paths: Vec<PathBuf>,
}

/// Tells a window's UI what happens to the files over it; keeps what was dropped.
pub(crate) fn follow(windows: &Windows, window: &WebviewWindow, event: &DragDropEvent) {
    static DROPPED: AtomicU32 = AtomicU32::new(0);
    let drag = match event {
        DragDropEvent::Enter { .. } => Drag::Over,
        DragDropEvent::Leave => Drag::Left,
        DragDropEvent::Drop { paths, .. } => {
            let token = DROPPED.fetch_add(1, Ordering::Relaxed) + 1;
            let dropped = Dropped { token, paths: paths.clone() };
            windows.with(window, |state| state.dropped = Some(dropped));
            Drag::Dropped { token }
        }
        _ => return,
    };
    // A UI that does not listen yet has nothing to bring the files into either.
    if let Some(drags) = windows.with(window, |state| state.drags.clone()) {
        let _ = drags.send(drag);
    }
}
