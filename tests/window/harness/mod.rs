//! A desk with a screen, and windows of the real program on it.

mod axe;
mod desk;
mod driver;
mod element;
mod keys;
mod pointer;
mod window;

pub use desk::{Desk, Screen};
pub use element::Element;
pub use pointer::Point;
pub use window::Window;

/// Why a step of a test failed; the sentence is the failed test's message.
pub type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;
