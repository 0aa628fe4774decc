//! Throughline's core: the story map, its file, its edits and their history, its layout, its pictures
//! and its importers. It knows no window.
//!
//! | module | what is in it | uses |
//! |---|---|---|
//! | [`board`] | the map in memory: rows by id, in order | nothing of ours |
//! | [`edit`] | the ways to change a map: [`edit::Edit`] | board |
//! | [`document`] | the file: one edit is one transaction and one change of the history | edit, board |
//! | [`slicing`] | what a slice delivers | board |
//! | [`layout`] | board and view → scene | board, slicing |
//! | [`export`] | scene → SVG and PNG, board → text | layout, board, slicing, speech |
//! | [`import`] | bytes → draft | edit::import, board |
//! | [`speech`] | enums → sentences | every module whose enums it says |
//! | [`open_map`] | document, board, layout and slicing together: what windows watch | all but import, export |

pub mod board;
pub mod document;
pub mod edit;
pub mod example;
pub mod export;
pub mod import;
pub mod layout;
pub mod open_map;
#[cfg(test)]
pub(crate) mod sketch;
pub mod slicing;
pub mod speech;
