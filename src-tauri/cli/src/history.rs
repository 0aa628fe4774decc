//! `history`: the changes of a map.

use std::path::PathBuf;

use serde::Serialize;
use throughline_core::document::Document;

use crate::Format;
use crate::refused::Refused;
use crate::terminal::Terminal;

/// Lists the changes of a map, the newest first.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  throughline-cli history corner.storymap | head
  throughline-cli history corner.storymap --format json | jq '.[0].label'

An undo is a change of its own; in JSON, “reverts” is the id of the change that it takes back.")]
pub struct Arguments {
    /// The map.
    file: PathBuf,
    /// How it is written.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ChangeJson<'a> {
    change: u32,
    id: String,
    label: String,
    made_at: &'a str,
    author: &'a str,
    reverts: Option<String>,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    let changes = Document::open_to_read(&arguments.file)?.history()?;
    let newest_first: Vec<ChangeJson<'_>> = changes
        .iter()
        .rev()
        .map(|change| ChangeJson {
            change: change.seq,
            id: change.id.to_string(),
            label: terminal.speech.say(&change.label),
            made_at: &change.made_at,
            author: &change.author,
            reverts: change.reverts.map(|id| id.to_string()),
        })
        .collect();
    match arguments.format {
        Format::Json => terminal.json(&newest_first),
        Format::Text => {
            for ChangeJson { change, made_at, label, .. } in &newest_first {
                terminal.line(&format!("{change:>6}  {}  {label}", to_the_second(made_at)))?;
            }
            Ok(())
        }
    }
}

/// 2026-03-01T10:00:00.123Z as people read it; what is no such moment stays as it is.
fn to_the_second(moment: &str) -> String {
    match (moment.get(..10), moment.get(11..19), moment.ends_with('Z')) {
        (Some(day), Some(time), true) => format!("{day} {time} UTC"),
        _ => moment.to_owned(),
    }
}
