//! The closing list of a pass over the backlog, as CSV for the tracker that the PBIs came from.

use crate::backlog::{PassRow, Said};

use super::ExportError;

/// Key, title and decision of every PBI of which something was said (RFC 4180).
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe.
///
/// # Errors
/// [`ExportError::Write`]; writing into memory does not fail.
pub fn closing_list(pass: &[PassRow]) -> Result<String, ExportError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let written = |error: csv::Error| ExportError::Write(std::io::Error::other(error));
    table.write_record(["Key", "Title", "Decision"]).map_err(written)?;
    for row in pass {
        let decision = match row.said {
            Some(Said::Keep) => "keep",
            Some(Said::LetGo) => "let go",
            Some(Said::Ask) => "ask",
            None => continue,
        };
        let record = [plain(&row.key), plain(&row.title), decision.to_owned()];
        table.write_record(record).map_err(written)?;
    }
    let bytes = table.into_inner().map_err(|error| ExportError::Write(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A cell as text, whatever it begins with.
fn plain(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::ItemId;

    fn row(key: &str, title: &str, said: Option<Said>) -> PassRow {
        PassRow {
            item: ItemId(uuid::Uuid::nil()),
            title: title.into(),
            key: key.into(),
            created: String::new(),
            twin: String::new(),
            goals: String::new(),
            technical: false,
            said,
        }
    }

    #[test]
    fn only_what_was_decided_is_listed_and_no_cell_is_a_formula() -> Result<(), ExportError> {
        let list = closing_list(&[
            row("COR-1", "Pay, by card", Some(Said::Keep)),
            row("COR-2", "=HYPERLINK(1)", Some(Said::LetGo)),
            row("", "Find \"it\"", Some(Said::Ask)),
            row("COR-4", "Map", None),
        ])?;
        assert_eq!(
            list,
            "Key,Title,Decision\nCOR-1,\"Pay, by card\",keep\nCOR-2,'=HYPERLINK(1),let go\n,\"Find \"\"it\"\"\",ask\n"
        );
        Ok(())
    }
}
