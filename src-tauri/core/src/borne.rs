//! What some PBIs bear, so that a person can change it on all of them at once.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use specta::Type;

use crate::board::{Board, DoneRuleId, ItemId, TagId};

/// What some PBIs bear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Borne {
    /// Every tag of the map in its order, whether or not any of them has it.
    pub tags: Vec<Worn>,
    /// Rules of the Definition of Done that not all of them meet, in their order.
    pub open_rules: Vec<String>,
}

/// A tag, and how many of some PBIs have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Worn {
    /// Its name.
    pub name: String,
    /// How many have it.
    pub on: u32,
}

/// What these PBIs bear; those that are gone bear nothing.
#[must_use]
pub fn borne(board: &Board, items: &[ItemId]) -> Borne {
    let items: HashSet<ItemId> = items.iter().copied().collect();
    let mut on: HashMap<TagId, u32> = HashMap::new();
    for link in board.item_tags.iter().filter(|link| items.contains(&link.item)) {
        *on.entry(link.tag).or_default() += 1;
    }
    let mut met: HashMap<DoneRuleId, usize> = HashMap::new();
    for check in board.done_checks.values().filter(|check| items.contains(&check.item)) {
        *met.entry(check.rule).or_default() += 1;
    }
    Borne {
        tags: board
            .tags
            .iter()
            .map(|tag| Worn {
                name: tag.name.to_string(),
                on: on.get(&tag.id).copied().unwrap_or_default(),
            })
            .collect(),
        open_rules: board
            .done_rules
            .iter()
            .filter(|rule| met.get(&rule.id).copied().unwrap_or_default() < items.len())
            .map(|rule| rule.text.clone())
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::Place;
    use crate::document::Document;
    use crate::edit::Edit;

    #[test]
    fn of_every_tag_it_says_on_how_many_it_is_and_of_the_rules_which_are_open()
    -> Result<(), Box<dyn std::error::Error>> {
        let mut document = Document::without_file("Corner")?;
        let to = Place { step: None, slice: None, before: None };
        let mut items = Vec::new();
        for title in ["Pay", "Fetch"] {
            let add = Edit::AddItem { title: title.into(), to, sprint: None };
            items.push(ItemId(document.edit(&add)?.created[0]));
        }
        let both = items.clone();
        document.edit(&Edit::TagItems { items: both.clone(), tag: "till".into() })?;
        document.edit(&Edit::TagItems { items: vec![items[0]], tag: "menu".into() })?;
        let rule = |text: &str| Edit::AddDoneRule { text: text.into(), before: None };
        let tested = document.edit(&rule("Tested"))?.created[0];
        let shown = document.edit(&rule("Shown"))?.created[0];
        for (rule, items) in [(tested, both.clone()), (shown, vec![items[1]])] {
            let rule = DoneRuleId(rule);
            document.edit(&Edit::CheckDoneRule { items, rule, met: true })?;
        }

        let all = borne(&document.read_board()?, &both);
        let on: Vec<_> = all.tags.iter().map(|tag| (tag.name.as_str(), tag.on)).collect();
        assert_eq!(on, [("till", 2), ("menu", 1)]);
        assert_eq!(all.open_rules, ["Shown"]);
        Ok(())
    }
}
