//! The glossary: words that mean something of their own in this product.

use super::{Rank, TermId, Title};

/// A word of the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// Its place in the glossary.
    pub rank: Rank,
    /// The word.
    pub word: Title,
    /// What it means here; may be empty.
    pub meaning: String,
}
