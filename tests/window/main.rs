//! The real window: one file per promise made to users. Linux only: it is driven through WebKitGTK.
//!
//! A test gets a [`Desk`](harness::Desk) of its own (a screen, a message bus, a home folder) and
//! opens windows of the built program on it. Nothing is simulated but the hand.
//!
//! ```ignore
//! #[test]
//! fn a_card_dropped_into_a_slice_lies_there() -> TestResult {
//!     let desk = Desk::new()?;
//!     let window = desk.open([map])?;
//!     let card = window.by_role("listitem", "Pay by card")?;
//!     window.drag(card.centre()?, window.find("[data-band=mvp]")?.centre()?)?;
//!     window.wait_for("the slice is whole", |window| Ok(window.find_all(".end-to-end")?.pop()))?;
//!     Ok(())
//! }
//! ```
//!
//! A test never sleeps: `find`, `by_role` and `wait_for` ask again until the thing is there, and after
//! twenty seconds say what was missing and where the picture of the window lies. Build before:
//! `cargo xtask test window` does, a plain `cargo test` takes the program as it lies in `target`.
//! `THROUGHLINE_APP` names another program; with `THROUGHLINE_SHOW=1` the windows come up on your
//! own screen.

#![cfg(target_os = "linux")]

mod acting;
mod afar;
mod building;
mod by_hand;
mod corner;
mod details;
mod dragging;
mod exporting;
mod files;
mod finding;
mod findings;
mod first_start;
mod gallery;
mod grown;
mod hand;
mod harness;
mod importing;
mod learning;
mod looks;
mod panning;
mod personas;
mod report;
mod second_team;
mod showing;
mod sorting;
mod speed;
mod states;
mod transparency;
mod walking;
mod zooming;
