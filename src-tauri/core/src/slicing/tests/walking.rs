//! What a persona meets, step by step.

use super::*;

/// A way in lines: `Search › Find: whole (Look up, Filter from MVP)`.
fn way(map: &str, name: &str, who: &str) -> Vec<String> {
    let board = sketch(map);
    let walk = walk_through(&board, &Guesses::new(), slice(&board, name)).unwrap();
    let persona = board.personas.iter().find(|row| row.name.as_str() == who).map(|row| row.id);
    let way = walk.ways.into_iter().find(|way| way.persona == persona).unwrap();
    let line = |step: WayStep| {
        let met = |met: Met| match met.from.as_str() {
            "" => met.title,
            from => format!("{} from {from}", met.title),
        };
        let mut meets: Vec<String> = step.meets.into_iter().map(met).collect();
        meets.extend(step.pieces.into_iter().map(|piece| format!("{} in pieces", piece.title)));
        let title = if step.title.is_empty() { step.of } else { step.title };
        format!("{title}: {:?} ({})", step.stop, meets.join(", "))
    };
    way.steps.into_iter().map(line).collect()
}

#[test]
fn a_way_goes_by_step_and_an_empty_step_of_a_covered_activity_is_no_hole() {
    let map = "      | Search: Look | Filter | Pay: Pay | Rate: Rate
               MVP   | Find         |        | Card |
               Later |              | By age |      | Stars";
    assert_eq!(
        way(map, "MVP", ""),
        ["Look: Whole (Find)", "Filter: Nothing ()", "Pay: Whole (Card)", "Rate: Hole ()"]
    );
}

#[test]
fn what_a_slice_above_delivers_is_met_and_so_is_what_is_done_anywhere() {
    let map = "      | Search | Pay   | Rate
               MVP   | Find   |       |
               Next  |        | Card  |
               Later |        |       | ✓Stars";
    assert_eq!(
        way(map, "Next", ""),
        ["Search: Covered (Find from MVP)", "Pay: Whole (Card)", "Rate: CoveredDone (Stars)"]
    );
}

#[test]
fn a_persona_meets_what_is_for_them_in_the_steps_that_they_take() {
    let map = "      | Order: Choose @Guest | Brew: Make @Barista | Pay
               MVP   | Menu @Guest          | Grind               | Card, Till @Barista";
    assert_eq!(way(map, "MVP", "Guest"), ["Choose: Whole (Menu)", "Pay: Whole (Card)"]);
    assert_eq!(way(map, "MVP", "Barista"), ["Make: Whole (Grind)", "Pay: Whole (Card, Till)"]);
}

#[test]
fn what_is_in_pieces_is_not_met_yet() {
    let map = "      | Search     | Pay
               MVP   | Find       | Cash, Card
               Next  | [api of Card] |";
    assert_eq!(way(map, "MVP", "").last().unwrap(), "Pay: Whole (Cash, Card in pieces)");
}
