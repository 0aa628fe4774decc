//! Tags.

use uuid::Uuid;

use super::{ItemId, Rank, Source, TagId, Title};

/// A word that people put on PBIs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its id.
    pub id: TagId,
    /// Its place among the tags.
    pub rank: Rank,
    /// The word.
    pub name: Title,
    /// Where it was imported from.
    pub source: Option<Source>,
}

/// One tag on one PBI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemTag {
    /// Its own id.
    pub id: Uuid,
    /// Its place among the PBI's tags.
    pub rank: Rank,
    /// The PBI.
    pub item: ItemId,
    /// The tag.
    pub tag: TagId,
}
