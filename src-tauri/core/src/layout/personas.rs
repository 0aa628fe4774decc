//! Personas on cards and pills: discs with a letter or two.

use super::scene::PersonaDisc;
use crate::board::{Board, ById, ItemId, PersonaId};

/// The discs of all personas, in their order.
pub(super) fn discs(board: &Board) -> Vec<PersonaDisc> {
    let first = |name: &str, letters: usize| -> String {
        name.chars().filter(|letter| letter.is_alphanumeric()).take(letters).collect()
    };
    let alone = |name: &str| {
        let same = |other: &str| first(other, 1).to_uppercase() == first(name, 1).to_uppercase();
        board.personas.iter().filter(|other| same(&other.name)).count() < 2
    };
    let discs = board.personas.iter().map(|persona| PersonaDisc {
        id: persona.id,
        name: persona.name.to_string(),
        initial: if alone(&persona.name) {
            first(&persona.name, 1).to_uppercase()
        } else {
            capital(&first(&persona.name, 2))
        },
    });
    discs.collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect()
    })
}

/// Whom each PBI is for, in the order of the personas.
pub(super) fn of_items(board: &Board) -> ById<ItemId, Vec<PersonaId>> {
    let mut personas: ById<ItemId, Vec<PersonaId>> = ById::default();
    for tie in board.item_personas.values() {
        personas.entry(tie.item).or_default().push(tie.persona);
    }
    let order: ById<PersonaId, usize> =
        board.personas.iter().map(|persona| persona.id).zip(0..).collect();
    for list in personas.values_mut() {
        list.sort_by_key(|persona| order.get(persona).copied());
    }
    personas
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sketch::sketch;

    fn initials(map: &str) -> Vec<String> {
        discs(&sketch(map)).into_iter().map(|disc| disc.initial).collect()
    }

    #[test]
    fn one_letter_where_it_tells_personas_apart_else_two() {
        let map = "     | Order: Choose @Commuter @barista @Clerk
                   MVP  |";
        assert_eq!(initials(map), ["Co", "B", "Cl"]);
    }

    #[test]
    fn a_name_without_letters_has_an_empty_disc() {
        let map = "     | Order: Choose @☕
                   MVP  |";
        assert_eq!(initials(map), [""]);
    }
}
