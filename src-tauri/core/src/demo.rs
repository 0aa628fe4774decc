//! The demo list of a Sprint: what people can do at its end, from whole PBIs only, by persona. What is
//! in pieces is nothing to show yet, and a persona for whom there is nothing is named all the same.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use serde::Serialize;
use specta::Type;

use crate::board::{Board, ById, Guesses, Item, ItemId, Kind, PersonaId, SprintId, StepId};
use crate::check::wish;
use crate::slicing::{self, Piece};

/// A PBI as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Shown {
    /// Which.
    pub item: ItemId,
    /// What it lets people do, in its own words, without "as a …" and "… can".
    pub words: String,
    /// Whether it is Done; planned, it is shown if it is Done by then.
    pub done: bool,
}

/// What one persona can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ShownTo {
    /// Who; `None`: everyone, where neither a PBI nor its step names anybody.
    pub persona: Option<PersonaId>,
    /// What they can do; empty: nothing this time.
    pub can: Vec<Shown>,
}

/// The demo list of a Sprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Demo {
    /// The Sprint.
    pub sprint: SprintId,
    /// The day of the demo (ISO 8601): its last day, where that is known.
    pub on: Option<String>,
    /// By persona in their order, those with nothing too; last what is for everyone, if there is any.
    pub shown: Vec<ShownTo>,
    /// Bugs that people meet no longer.
    pub mended: Vec<Shown>,
    /// PBIs in pieces: nothing to show yet.
    pub pieces: Vec<Piece>,
    /// Undeclared PBIs that look technical: nothing to show, unless somebody says what it is.
    pub technical: Vec<ItemId>,
    /// Enablers and spikes: what they make possible may be said.
    pub groundwork: Vec<ItemId>,
}

/// The demo list of a Sprint; `None`: there is no such Sprint.
#[must_use]
pub fn demo(board: &Board, guesses: &Guesses, sprint: SprintId, today: Date) -> Option<Demo> {
    let row = board.sprints.get(sprint)?;
    let reports = slicing::report_sprints(board, guesses, today);
    let report = reports.into_iter().find(|report| report.sprint == sprint)?;
    let people = People::new(board);
    let mut can: ById<PersonaId, Vec<Shown>> = ById::default();
    let mut everyone = Vec::new();
    let mut mended = Vec::new();
    for item in report.whole.iter().filter_map(|id| board.items.get(*id)) {
        let whom = people.of(item);
        let names = whom.iter().filter_map(|id| Some(board.personas.get(*id)?.name.as_str()));
        let names: Vec<&str> = names.collect();
        let shown = Shown { item: item.id, words: wish(&item.title, &names), done: item.done };
        if item.kind == Some(Kind::Bug) {
            mended.push(shown);
            continue;
        }
        if whom.is_empty() {
            everyone.push(shown.clone());
        }
        for persona in whom {
            can.entry(persona).or_default().push(shown.clone());
        }
    }
    let of = |id| ShownTo { persona: Some(id), can: can.remove(&id).unwrap_or_default() };
    let mut shown: Vec<ShownTo> = board.personas.iter().map(|row| row.id).map(of).collect();
    if !everyone.is_empty() || shown.is_empty() {
        shown.push(ShownTo { persona: None, can: everyone });
    }
    Some(Demo {
        sprint,
        on: row.ended_on.clone().or_else(|| row.ends_on.clone()),
        shown,
        mended,
        pieces: report.pieces,
        technical: report.technical,
        groundwork: report.groundwork,
    })
}

/// For whom PBIs are: their own personas, else those of their step.
struct People {
    of_items: HashMap<ItemId, HashSet<PersonaId>>,
    of_steps: HashMap<StepId, HashSet<PersonaId>>,
    order: Vec<PersonaId>,
}

impl People {
    fn new(board: &Board) -> Self {
        let mut people = Self {
            of_items: HashMap::new(),
            of_steps: HashMap::new(),
            order: board.personas.iter().map(|row| row.id).collect(),
        };
        for tie in board.item_personas.values() {
            people.of_items.entry(tie.item).or_default().insert(tie.persona);
        }
        for tie in board.step_personas.values() {
            people.of_steps.entry(tie.step).or_default().insert(tie.persona);
        }
        people
    }

    fn of(&self, item: &Item) -> Vec<PersonaId> {
        let of_step = || item.step.and_then(|step| self.of_steps.get(&step));
        let Some(whom) = self.of_items.get(&item.id).or_else(of_step) else { return Vec::new() };
        self.order.iter().copied().filter(|persona| whom.contains(persona)).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "for tests alone")]

    use super::*;
    use crate::sketch::{sketch, sprint};

    /// The list in lines: `Commuter: see the menu ✓, pay`.
    fn lines(map: &str) -> Vec<String> {
        let board = sketch(map);
        let today = jiff::civil::date(2026, 3, 10);
        let demo = demo(&board, &Guesses::new(), sprint(&board, "One"), today).unwrap();
        let said = |shown: &[Shown]| {
            let words = shown
                .iter()
                .map(|shown| format!("{}{}", shown.words, if shown.done { " ✓" } else { "" }));
            words.collect::<Vec<_>>().join(", ")
        };
        let mut lines: Vec<String> = demo
            .shown
            .iter()
            .map(|to| {
                let who = to.persona.map(|id| board.personas.get(id).unwrap().name.to_string());
                format!("{}: {}", who.unwrap_or_else(|| "everyone".into()), said(&to.can))
            })
            .collect();
        if !demo.mended.is_empty() {
            lines.push(format!("mended: {}", said(&demo.mended)));
        }
        let pieces = demo.pieces.iter().map(|piece| board.items.get(piece.item).unwrap());
        lines.extend(pieces.map(|item| format!("not yet: {}", item.title)));
        lines
    }

    #[test]
    fn only_what_is_whole_is_shown_and_a_persona_with_nothing_is_named() {
        let map = "      | Order: Choose @Commuter | Brew: Make @Barista | Pay
                   MVP   | ✓Commuter can see the menu, Sort {form, list} | Grind {api} | As a guest I want to pay by card, Typo (bug)
                   Next  | [form of Sort]          |                     |
                   Sprint One: Commuter can see the menu, As a guest I want to pay by card, Typo, [form of Sort], [api of Grind]";
        assert_eq!(
            lines(map),
            [
                "Commuter: see the menu ✓",
                "Barista: ",
                "everyone: pay by card",
                "mended: Typo",
                "not yet: Sort",
                "not yet: Grind"
            ]
        );
    }

    #[test]
    fn a_sprint_with_nothing_whole_shows_nothing_to_anybody() {
        let map = "      | Pay
                   Later | Card {form, api}
                   Sprint One: [form of Card]";
        assert_eq!(lines(map), ["everyone: ", "not yet: Card"]);
    }
}
