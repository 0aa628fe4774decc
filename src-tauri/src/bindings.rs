//! The commands that the UI may call, and their TypeScript in `ui/src/bindings.ts`.
//!
//! That file is committed and never edited. After a change to a command or to a type that crosses,
//! write it anew with `cargo xtask bindings`; until then the test below fails.

use tauri_specta::{Builder, collect_commands};

use crate::{commands, learning, sheets};

/// Every command, once: for the handler and for TypeScript.
pub(crate) fn builder() -> Builder<tauri::Wry> {
    // One TypeScript type per Rust type: what is written and what is read have the same shape.
    Builder::new().disable_serde_phases().commands(collect_commands![
        commands::watch,
        commands::look,
        commands::edit,
        commands::preview,
        commands::find,
        commands::details,
        sheets::walk_through,
        sheets::sorting,
        sheets::save_questions,
        sheets::demo,
        sheets::sprint_backlog,
        sheets::save_sprint_page,
        sheets::backlog,
        sheets::save_closing_list,
        commands::open_link,
        commands::borne,
        learning::increments,
        learning::propose_increment,
        learning::sprint_end,
        learning::feedback_around,
        learning::handover,
        learning::pulling,
        learning::export_comparison,
        learning::save_painted,
        commands::undo,
        commands::redo,
        commands::new_map,
        commands::open_map,
        commands::start_map,
        commands::recent_maps,
        commands::open_recent,
        commands::forget_recent,
        commands::open_example,
        commands::pick_import,
        commands::read_pasted,
        commands::watch_drags,
        commands::read_dropped,
        commands::choose_import,
        commands::take_import,
        commands::drop_import,
        commands::cancel_job,
        commands::export_picture,
        commands::glance_at_picture,
        commands::copy_picture,
        commands::save_copy,
    ])
}

#[cfg(test)]
mod tests {
    use std::error::Error;
    use std::path::Path;

    use specta_typescript::Typescript;

    /// Set by `cargo xtask bindings`: the file is written instead of compared.
    const WRITE: &str = "THROUGHLINE_WRITE_BINDINGS";

    #[test]
    fn the_bindings_of_the_ui_are_those_of_these_commands() -> Result<(), Box<dyn Error>> {
        let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/bindings.ts");
        if std::env::var_os(WRITE).is_some() {
            super::builder().export(Typescript::default(), committed)?;
            return Ok(());
        }
        let folder = tempfile::tempdir()?;
        let fresh = folder.path().join("bindings.ts");
        super::builder().export(Typescript::default(), &fresh)?;
        assert!(
            std::fs::read_to_string(fresh)? == std::fs::read_to_string(committed)?,
            "ui/src/bindings.ts is older than the commands: run `cargo xtask bindings`"
        );
        Ok(())
    }
}
