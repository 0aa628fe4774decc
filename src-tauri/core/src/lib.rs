//! Throughline's core: the story map, its file, its edits and their history, its layout, its pictures
//! and its importers. It knows no window.
//!
//! | module | what is in it | may use |
//! |---|---|---|
//! | [`board`] | the map in memory: rows by id, in order | |
//! | [`story`] | a story sentence and its parts | |
//! | [`edit`] | the ways to change a map: [`edit::Edit`] | board, story |
//! | [`document`] | the file: one edit is one transaction and one change of the history | board, edit |
//! | [`slicing`] | what a slice delivers | board |
//! | [`repair`] | what to change so that a slice or a Sprint delivers more | board, edit, slicing |
//! | [`check`] | what deserves a second look: technical tasks posing as PBIs; what a backlog consists of | board, slicing |
//! | [`demo`] | what people can do at a Sprint's end, from whole PBIs only | board, check, slicing |
//! | [`sorting`] | from a list of tasks to PBIs: what is left to sort, and what speaks for which outcome | board, check |
//! | [`backlog`] | what the backlog consists of, what hangs in the air, the pass over what is old | board, check, sorting |
//! | [`learning`] | what Sprints brought and taught: Increments, feedback, two periods compared, a goal's handover, two ways to pull | board, check, slicing, sorting |
//! | [`layout`] | board and view → scene | board, slicing |
//! | [`find`] | words → what on the map has them, best first | board, layout |
//! | [`borne`] | what some PBIs bear alike: tags, open rules of the Definition of Done | board |
//! | [`import`] | bytes → draft | board, check, edit |
//! | [`example`] | the example map: its backlog, and the edits that follow | edit, import |
//! | [`speech`] | enums → sentences | board, check, document, edit, export, import, layout, repair, slicing |
//! | [`details`] | what a panel or a page shows of one thing | board, check, demo, edit, repair, slicing, speech, story |
//! | [`export`] | scene → SVG and PNG, board → text, Markdown, CSV and JSON | backlog, board, demo, layout, learning, slicing, sorting, speech |
//! | [`open_map`] | document, board, checks, layout, slicing and speech together: what windows watch | board, borne, check, details, document, edit, find, layout, slicing, speech |
//!
//! A test holds the code to this table. The trace of one edit through these modules is in the
//! project's README.

pub mod backlog;
pub mod board;
pub mod borne;
pub mod check;
pub mod demo;
pub mod details;
pub mod document;
pub mod edit;
pub mod example;
pub mod export;
pub mod find;
pub mod import;
pub mod layout;
pub mod learning;
pub mod open_map;
pub mod repair;
#[cfg(test)]
pub(crate) mod sketch;
pub mod slicing;
pub mod sorting;
pub mod speech;
pub mod story;

#[cfg(test)]
mod layers;
