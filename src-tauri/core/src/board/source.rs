//! Where a row came from, when it was imported.

/// The source of an imported goal, activity, step, item, task or tag. The row as last imported stays
/// in the file (`source_row`): only the next import reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The tool it came from, such as `jira`.
    pub system: String,
    /// Its key there, such as `COR-12`; unique within a system and a noun.
    pub key: String,
    /// Its address there; empty where the file names none.
    pub url: String,
    /// What it was called there, such as `Story` or `Epic`.
    pub kind: String,
    /// When it was created there, as the file says it (text, because shapes differ); empty if unknown.
    pub created: String,
    /// When it was last changed there, as the file says it; empty if unknown.
    pub updated: String,
}

/// What stands in front of a key that an import made of a title, because the source gave none.
pub const MADE_KEY: char = '=';

impl Source {
    /// The key that the source itself gave; `None`: it gave none.
    #[must_use]
    pub fn own_key(&self) -> Option<&str> {
        Some(self.key.as_str()).filter(|key| !key.starts_with(MADE_KEY) && !key.is_empty())
    }
}
