//! What could be changed, as sentences.

use super::{Message, Say};
use crate::board::CoveredBy;
use crate::repair::What;

impl Say for What {
    fn message(&self) -> Message {
        match self {
            Self::BringRest { title, .. } => {
                Message::plain("repair-bring-rest").with("item", title.clone())
            }
            Self::CloseHole { of, title, .. } => {
                let id = if of.is_empty() { "repair-bring" } else { "repair-close-hole" };
                Message::plain(id).with("item", title.clone()).with("activity", of.clone())
            }
            Self::GoThrough { items } => Message::plain("repair-go-through").with("count", *items),
            Self::NewPbi { of, .. } if of.is_empty() => Message::plain("repair-new-untitled"),
            Self::NewPbi { of, .. } => Message::plain("repair-new").with("activity", of.clone()),
            Self::Mark { of, how, .. } => {
                let id = if of.is_empty() { "repair-mark-untitled" } else { "repair-mark" };
                Message::plain(id).with("activity", of.clone()).with_message("how", how.message())
            }
            Self::PartOnPurpose => Message::plain("repair-part-on-purpose"),
        }
    }
}

impl Say for CoveredBy {
    fn message(&self) -> Message {
        Message::plain(match self {
            Self::Live => "covered-live",
            Self::ByHand => "covered-by-hand",
            Self::NotNeeded => "covered-not-needed",
        })
    }
}
