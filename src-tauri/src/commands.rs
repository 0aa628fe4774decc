//! Every command of the UI, a few lines each.

/// The version of the program, as in `Cargo.toml`.
#[tauri::command]
#[specta::specta]
pub(crate) fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}
