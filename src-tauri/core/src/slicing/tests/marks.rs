//! Activities that are live, done by hand or not needed; and the ways of personas through a slice.

use super::*;

#[test]
fn an_activity_that_is_marked_is_no_hole() {
    for (how, sign) in [("live", 'l'), ("by hand", 'h'), ("not needed", 'n')] {
        let map = format!(
            "      | Search | Pay
             MVP   | Find   |
             Cover Pay: {how}"
        );
        assert_eq!(plan(&map, "MVP"), "EndToEnd; whole: Find", "{how}");
        assert_eq!(line(&map, "MVP"), format!("●{sign}"));
        assert_eq!(reasons(&map, "MVP"), [Reason::EveryActivityCovered { count: 1 }]);
    }
}

#[test]
fn a_mark_of_one_slice_says_nothing_of_another_and_outweighs_the_maps() {
    let map = "      | Search | Pay
               1     | Find   |
               2     | Sort   |
               Cover Pay (1): by hand";
    assert_eq!((line(map, "1").as_str(), line(map, "2").as_str()), ("●h", "●?"));
    let both = format!("{map}\n Cover Pay: live");
    assert_eq!((line(&both, "1").as_str(), line(&both, "2").as_str()), ("●h", "●l"));
}

#[test]
fn a_pbi_counts_more_than_a_mark() {
    let map = "      | Search | Pay
               MVP   | Find   | ✓Card
               Cover Pay: not needed";
    assert_eq!(line(map, "MVP"), "●✓");
}

#[test]
fn where_all_is_marked_a_whole_pbi_goes_end_to_end_and_pieces_stay_pieces() {
    let map = "      | Search | Pay
               MVP   | Find   |
               Next  | [form of Sort] |
               Later | Sort |
               Cover Search: live
               Cover Pay: live";
    assert_eq!(plan(map, "MVP"), "EndToEnd; whole: Find");
    assert_eq!(reasons(map, "MVP"), [Reason::EveryActivityCovered { count: 0 }]);
    assert_eq!(plan(map, "Next"), "Pieces; pieces: Sort 1/1");
}

/// The ways through a slice: `Barista ●.?`, or `everyone ●?`.
fn walks(map: &str, name: &str) -> Vec<String> {
    let board = sketch(map);
    let walks = one(&board, &Guesses::new(), name).walks;
    let said = walks.into_iter().map(|walk| {
        let who = walk.persona.map(|persona| board.personas.get(persona).unwrap().name.to_string());
        format!("{} {}", who.unwrap_or_else(|| "everyone".into()), signs(&walk.stops))
    });
    said.collect()
}

#[test]
fn each_persona_has_a_way_of_its_own_with_its_holes() {
    let map = "                       | Order: Choose @Commuter | Brew: Make @Barista | Hand over: Pick up
               MVP @Commuter @Barista | Choose size             |                     | Collect";
    assert_eq!(walks(map, "MVP"), ["Commuter ●.●", "Barista .?●"]);
}

#[test]
fn a_slice_in_pieces_shows_on_its_way_what_is_covered_and_what_is_not() {
    let map = "      | Search | Pay   | Collect
               1     | Find   |       |
               2     | [form of Sort] | |
               Later | Sort   |       |";
    assert_eq!(line(map, "2"), "o..", "the line promises nothing");
    assert_eq!(walks(map, "2"), ["everyone o^^"]);
    assert_eq!(walks(map, "1"), ["everyone ●??"]);
}

#[test]
fn a_persona_for_whom_nothing_is_needed_is_through() {
    let map = "              | Order: Choose @Commuter | Brew: Make @Barista
               MVP @Barista  | Choose size             |
               Cover Brew: not needed";
    assert!(plan(map, "MVP").starts_with("EndToEnd"));
    assert_eq!(walks(map, "MVP"), ["Barista .n"]);
}

#[test]
fn a_pbi_in_pieces_says_what_is_missing_and_where_it_is_delivered() {
    let map = "      | Pay
               1     | Card {form, ✓terms}
               2     | [api of Card]
               3     | [tests of Card]
               Later | Map
               4     | [list of Map]";
    let board = sketch(map);
    let missing = |name: &str| -> Vec<String> {
        let piece = &one(&board, &Guesses::new(), name).pieces[0];
        piece.missing.iter().map(|id| board.tasks.get(*id).unwrap().title.to_string()).collect()
    };
    assert_eq!(missing("1"), ["api", "tests"]);
    assert_eq!(missing("2"), ["form", "tests"]);
    let delivered = |name: &str| one(&board, &Guesses::new(), name).pieces[0].delivered;
    assert_eq!(delivered("1"), Some(Band::Slice { slice: slice(&board, "3") }));
    assert_eq!(delivered("4"), None, "nobody plans the rest of it");
}
