//! The shell around the core: windows, native dialogs and the commands that the UI may call.
//!
//! - `bindings`: which commands there are, and their TypeScript in `ui/src/bindings.ts`
//! - `commands`: every command, a few lines each
//! - `drops`: files that are dragged over a window and dropped there
//! - `files`: open files, a worker thread and a queue each
//! - `windows`: which map a window means, and what it waits for
//! - `imports`: backlogs that were read and wait for a yes
//! - `learning`: commands about what Sprints brought
//! - `pinch`: two fingers on a touchpad, which zoom the map and not the page
//! - `picks`: the system's dialogs; no path ever comes from the UI
//! - `recents`: the maps that were shown last
//! - `refusal`: what an error becomes for the UI
//!
//! **Arguments.** `throughline [FILE]` opens FILE; a relative path counts from the folder of the
//! start. A second start hands its arguments to the running program and ends.
//!
//! **The UI inside.** `ui/dist` is built into the program (feature `built-ui`, on by default), so it
//! must be built before; `cargo xtask run` does both. With `--no-default-features` the window looks
//! for `npm run dev` instead, which reloads on each save but knows no Content Security Policy.

mod bindings;
mod commands;
mod drops;
mod files;
mod imports;
mod learning;
mod picks;
mod pictures;
mod pinch;
mod recents;
mod refusal;
mod sheets;
mod windows;

use std::process::ExitCode;

use tauri::Manager;

/// Opens the first window and stays until the last one is closed.
#[must_use]
pub fn run() -> ExitCode {
    let bindings = bindings::builder();
    let outcome = tauri::Builder::default()
        // First of all plugins: a second start must end before it has done anything.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            windows::open_or_say_why(app, windows::map_named(arguments, folder.as_ref()));
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .manage(files::Files::default())
        .manage(windows::Windows::default())
        .manage(pictures::Pasteboard::default())
        .invoke_handler(bindings.invoke_handler())
        .setup(|app| {
            let data = app.path().app_data_dir().ok();
            app.manage(recents::Recents::of(data.map(|folder| folder.join("recent.json"))));
            let folder = std::env::current_dir()?;
            let arguments =
                std::env::args_os().map(|argument| argument.to_string_lossy().into_owned());
            windows::open(app.handle(), windows::map_named(arguments, &folder))?;
            Ok(())
        })
        .run(tauri::generate_context!());
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Throughline could not start: {error}");
            ExitCode::FAILURE
        }
    }
}
