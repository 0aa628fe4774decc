//! What is offered, that it is worth what it promises, and that the cheapest is the cheapest.

#![allow(clippy::unwrap_used, reason = "for tests alone")]

use proptest::prelude::*;

use super::*;
use crate::board::TaskId;
use crate::document::Document;
use crate::sketch::{document, item, sketch, slice, sprint};
use crate::speech::Speech;

/// What is offered for a slice, a line each: `Bring … → End to end, 2 moves, cheapest`.
fn offered(map: &str, name: &str) -> Vec<String> {
    let board = sketch(map);
    lines(&of_slice(&board, &Guesses::new(), slice(&board, name)))
}

fn lines(repairs: &[Repair]) -> Vec<String> {
    let speech = Speech::english();
    let line = |repair: &Repair| {
        let coming = repair.coming.verdict.map_or_else(
            || format!("{} whole", repair.coming.whole),
            |verdict| speech.say(&verdict),
        );
        let cheapest = if repair.cheapest { ", cheapest" } else { "" };
        format!("{} → {coming}, {}{cheapest}", speech.say(&repair.what), repair.moves)
    };
    repairs.iter().map(line).collect()
}

#[test]
fn the_rest_of_a_pbi_is_brought_here_and_the_cheapest_way_through_stands_first() {
    let map = "      | Search                | Pay
               MVP   | [form of Find], [api of Sort] | [api of Card]
               Next  | [list of Find]        |
               Later | Find, Sort {tests}    | Card {layout}";
    assert_eq!(
        offered(map, "MVP"),
        [
            "Go end to end: bring 2 PBIs here → End to end, 2, cheapest",
            "Bring the rest of “Sort” here → Gaps, 1",
            "Bring the rest of “Card” here → Gaps, 1",
            "Bring the rest of “Find” here → Gaps, 2",
            "Write a new PBI for “Search” → Gaps, 1",
            "Write a new PBI for “Pay” → Gaps, 1",
            "Mark “Search” as live already → Pieces, 0",
            "Mark “Search” as done by hand → Pieces, 0",
            "Mark “Search” as not needed → Pieces, 0",
            "Mark “Pay” as live already → Pieces, 0",
            "Mark “Pay” as done by hand → Pieces, 0",
            "Mark “Pay” as not needed → Pieces, 0",
        ]
    );
}

#[test]
fn a_hole_is_closed_by_a_pbi_of_later_before_one_of_a_slice_below() {
    let map = "      | Search | Pay
               MVP   | Find   |
               Next  |        | Apple
               Later |        | Card, Map (spike), Cash";
    assert_eq!(
        offered(map, "MVP")[..4],
        [
            "Bring “Card” here for “Pay” → End to end, 1, cheapest",
            "Bring “Cash” here for “Pay” → End to end, 1",
            "Write a new PBI for “Pay” → End to end, 1",
            "Mark “Pay” as live already → End to end, 0",
        ]
    );
    let only_below = map.replace("Card, Map (spike), Cash", "");
    assert_eq!(
        offered(&only_below, "MVP")[0],
        "Bring “Apple” here for “Pay” → End to end, 1, cheapest"
    );
}

#[test]
fn a_part_on_purpose_is_offered_where_most_of_the_journey_stays_as_it_is() {
    let wide = "      | Search | Pay  | Collect | Rate
                MVP   | Find   |      |         |";
    let last = "Say that this is a part on purpose → Part on purpose, 0";
    assert!(offered(wide, "MVP").iter().any(|line| line == last));
    assert!(!offered(wide, "MVP").iter().any(|line| line.starts_with("Mark")), "three holes");
    let nearly = "      | Search | Pay  | Collect | Rate
                  MVP   | Find   | Card | Counter |";
    assert!(!offered(nearly, "MVP").iter().any(|line| line == last));
}

#[test]
fn one_pbi_that_stands_in_two_steps_is_cheaper_than_two() {
    let map = "      | Order: Choose | Pay: Card | Collect: Pick up
               MVP   | Menu          |           |
               Later |               | Apple, Order ahead →Pick up | Counter";
    assert_eq!(
        offered(map, "MVP")[0],
        "Bring “Order ahead” here for “Pay” → End to end, 1, cheapest"
    );
}

#[test]
fn a_pbi_whose_tasks_were_pulled_far_away_is_dearer() {
    let map = "      | Search | Pay
               MVP   | Find   |
               Next  |        | [api of Card], [form of Card]
               Later |        | Card, Cash";
    assert_eq!(offered(map, "MVP")[0], "Bring “Cash” here for “Pay” → End to end, 1, cheapest");
    assert!(offered(map, "MVP").contains(&"Bring “Card” here for “Pay” → End to end, 3".into()));
}

#[test]
fn a_slice_without_a_whole_pbi_needs_one_even_where_no_hole_is_left() {
    let map = "      | Search         | Pay
               1     | Find           | Card
               2     | [form of Sort] |
               Later | Sort, Map      |";
    assert_eq!(offered(map, "2")[0], "Bring the rest of “Sort” here → End to end, 1, cheapest");
}

#[test]
fn an_empty_slice_is_offered_the_thinnest_journey_and_nothing_else() {
    let map = "      | Search     | Pay
               MVP   |            |
               Later | Find, Sort | Card";
    assert_eq!(offered(map, "MVP"), ["Go end to end: bring 2 PBIs here → End to end, 2, cheapest"]);
}

#[test]
fn the_nearest_persona_is_enough() {
    let map = "                       | Order: Choose @Commuter | Brew: Make @Barista | Hand over: Pick up
               MVP @Commuter @Barista | Size                    |                     |
               Later                  |                         | Make it, Grind      | Collect";
    assert_eq!(
        offered(map, "MVP")[0],
        "Bring “Collect” here for “Hand over” → End to end, 1, cheapest"
    );
}

#[test]
fn nothing_is_offered_for_what_is_closed_or_is_well() {
    let map = "      | Search | Pay
               1 (closed) | Find |
               2     | Sort   | Card
               Later | Map    | Cash";
    assert_eq!(offered(map, "1"), Vec::<String>::new());
    assert_eq!(offered(map, "2"), Vec::<String>::new());
}

#[test]
fn what_a_slice_above_delivers_is_not_taken_from_it() {
    let map = "      | Search | Pay
               1     | Find   | Card
               2     | Sort   | [✓api of Card]";
    assert_eq!(offered(map, "2"), Vec::<String>::new());
}

#[test]
fn groundwork_and_guesses_close_no_hole() {
    let map = "      | Search | Pay
               MVP   | Find   |
               Later |        | Ledger (enabler), Form layout";
    let board = sketch(map);
    let guesses = [item(&board, "Form layout")].into();
    let offers = lines(&of_slice(&board, &guesses, slice(&board, "MVP")));
    assert_eq!(offers[0], "Write a new PBI for “Pay” → End to end, 1");
    assert!(!offers.iter().any(|line| line.ends_with("cheapest")), "no card does it: {offers:?}");
}

#[test]
fn the_rest_of_a_pbi_comes_into_a_sprint() {
    let map = "      | Search               | Pay
               MVP   | Find {form, api}     | Card {api, form}
               Sprint One: [form of Find], Card
               Sprint Two: Find, [api of Card]";
    let board = sketch(map);
    let today = jiff::civil::date(2026, 3, 1);
    let offers = of_sprint(&board, &Guesses::new(), sprint(&board, "One"), today);
    assert_eq!(
        lines(&offers),
        [
            "Bring the rest of “Card” here → 1 whole, 1",
            "Bring the rest of “Find” here → 1 whole, 2"
        ]
    );
}

/// Every repair of a map, taken: the file says what was promised.
fn keeps_its_promises(map: &str) {
    let (_folder, mut document) = document(map);
    let board = document.read_board().unwrap();
    let guesses = Guesses::new();
    for row in board.slices.iter() {
        for repair in of_slice(&board, &guesses, row.id) {
            let then = after(&mut document, &board, &repair);
            let reports = slicing::report(&then, &guesses);
            let report = reports.into_iter().find(|report| report.slice == row.id).unwrap();
            assert_eq!(Some(report.verdict), repair.coming.verdict, "{repair:?}");
            assert_eq!(count(report.whole.len()), repair.coming.whole, "{repair:?}");
            assert_eq!(count(report.pieces.len()), repair.coming.pieces, "{repair:?}");
        }
    }
    let today = jiff::civil::date(2026, 3, 1);
    for row in board.sprints.iter() {
        for repair in of_sprint(&board, &guesses, row.id, today) {
            let then = after(&mut document, &board, &repair);
            let reports = slicing::report_sprints(&then, &guesses, today);
            let report = reports.into_iter().find(|report| report.sprint == row.id).unwrap();
            assert_eq!(count(report.whole.len()), repair.coming.whole, "{repair:?}");
            assert_eq!(count(report.pieces.len()), repair.coming.pieces, "{repair:?}");
        }
    }
}

/// The map after a repair, what it asks said.
fn after(document: &mut Document, board: &Board, repair: &Repair) -> Board {
    let edit = match repair.edit.clone() {
        Edit::AddItem { to, sprint, .. } => Edit::AddItem { title: "Wave".into(), to, sprint },
        Edit::ChangeSlice { slice, .. } => Edit::ChangeSlice {
            slice,
            name: None,
            outcome: None,
            part_on_purpose: Some("a trial".into()),
            closed_on: None,
        },
        edit => edit,
    };
    document.board_if(board, &edit).unwrap()
}

#[test]
fn the_edit_of_every_repair_does_what_it_promises() {
    keeps_its_promises(
        "      | Search: Find           | Filter | Pay: Card | Collect: Pick up
         MVP   | [form of Name], Map    |        | [api of Visa] |
         Next  | [list of Name]         | Sort   | Apple {form}  |
         Then  | [tests of Apple]       |        | [✓look of Visa] |
         Later | Name, Place →Pick up   |        | Visa {layout} | Counter
         Cover Collect (Next): by hand
         Sprint One: Map, [api of Visa], [form of Apple]
         Sprint Two: Visa, Apple",
    );
}

/// A small map: for each PBI its activity, its band, and where its tasks were pulled.
fn small_map(pbis: &[(u8, u8, u8, u8)]) -> String {
    const BANDS: [&str; 3] = ["1", "2", "Later"];
    let mut cells = vec![vec![Vec::new(); 2]; 3];
    for (at, (activity, band, pulled, further)) in pbis.iter().enumerate() {
        cells[usize::from(band % 3)][usize::from(activity % 2)].push(format!("P{at}"));
        for (task, band) in [("a", pulled % 4), ("b", further % 5)] {
            // Two numbers of four and of five mean a slice: most tasks go with their PBI.
            if band < 2 {
                cells[usize::from(band)][usize::from(activity % 2)]
                    .push(format!("[{task} of P{at}]"));
            }
        }
    }
    let rows = BANDS.iter().zip(cells).map(|(band, cells)| {
        let cells: Vec<String> = cells.into_iter().map(|cards| cards.join(", ")).collect();
        format!("{band} | {}", cells.join(" | "))
    });
    format!("| A | B\n{}", rows.collect::<Vec<_>>().join("\n"))
}

/// One card that moves: a PBI into the slice, or a task back to its PBI.
#[derive(Clone, Copy)]
enum Step {
    Item(ItemId),
    Task(TaskId),
}

/// The fewest moves after which the slice goes end to end, by trying all of up to three.
fn fewest(board: &Board, slice: SliceId) -> Option<u32> {
    let items = board.items.iter().filter(|item| item.slice != Some(slice));
    let tasks = board.tasks.iter().filter(|task| task.slice.is_some_and(|own| own != slice));
    let steps: Vec<Step> = items
        .map(|item| Step::Item(item.id))
        .chain(tasks.map(|task| Step::Task(task.id)))
        .collect();
    let through = |chosen: &[Step]| {
        let mut then = board.clone();
        for step in chosen {
            match *step {
                Step::Item(id) => {
                    let row = board.items.get(id).unwrap().clone();
                    then.items.put(crate::board::Item { slice: Some(slice), ..row });
                }
                Step::Task(id) => {
                    let row = board.tasks.get(id).unwrap().clone();
                    then.tasks.put(crate::board::Task { slice: None, ..row });
                }
            }
        }
        let reports = slicing::report(&then, &Guesses::new());
        reports.iter().any(|r| r.slice == slice && r.verdict == Verdict::EndToEnd)
    };
    let at = |one: usize| steps[one];
    let all = 0..steps.len();
    if through(&[]) {
        return Some(0);
    }
    if all.clone().any(|a| through(&[at(a)])) {
        return Some(1);
    }
    if all.clone().any(|a| (a + 1..steps.len()).any(|b| through(&[at(a), at(b)]))) {
        return Some(2);
    }
    let three = all.into_iter().any(|a| {
        (a + 1..steps.len()).any(|b| (b + 1..steps.len()).any(|c| through(&[at(a), at(b), at(c)])))
    });
    three.then_some(3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_fewer_moves_than_those_of_the_cheapest_repair_make_a_slice_go_end_to_end(
        pbis in prop::collection::vec(any::<(u8, u8, u8, u8)>(), 2..8),
    ) {
        let board = sketch(&small_map(&pbis));
        let first = slice(&board, "1");
        let repairs = of_slice(&board, &Guesses::new(), first);
        let cheapest = repairs.iter().find(|repair| repair.cheapest).map(|repair| repair.moves);
        match fewest(&board, first) {
            Some(0) => prop_assert_eq!(cheapest, None),
            Some(fewest) => prop_assert_eq!(cheapest, Some(fewest)),
            None => prop_assert!(cheapest.is_none_or(|moves| moves > 3)),
        }
    }

    #[test]
    fn every_repair_of_a_small_map_keeps_its_promises(
        pbis in prop::collection::vec(any::<(u8, u8, u8, u8)>(), 1..6),
    ) {
        keeps_its_promises(&small_map(&pbis));
    }
}
