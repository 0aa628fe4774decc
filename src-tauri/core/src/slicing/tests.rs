#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use super::*;
use crate::sketch::{item, persona, sketch, slice};

mod facts;
mod marks;
mod sprints;
mod stories;
mod walking;

/// What one slice of a map delivers, in one line: the verdict and what is in each class.
fn plan(map: &str, name: &str) -> String {
    plan_with(map, name, &[])
}

/// The same, where these PBIs are likely technical.
fn plan_with(map: &str, name: &str, technical: &[&str]) -> String {
    let board = sketch(map);
    let guesses = technical.iter().map(|title| item(&board, title)).collect();
    let report = one(&board, &guesses, name);
    let titles = |ids: &[ItemId]| {
        ids.iter().map(|id| board.items.get(*id).unwrap().title.to_string()).collect::<Vec<_>>()
    };
    let pieces = report.pieces.iter().map(|piece| {
        let title = &board.items.get(piece.item).unwrap().title;
        format!("{title} {}/{}", piece.here, piece.total)
    });
    let tasks = report.loose_tasks.iter().map(|id| board.tasks.get(*id).unwrap().title.to_string());
    let mut line = format!("{:?}", report.verdict);
    for (class, titles) in [
        ("whole", titles(&report.whole)),
        ("pieces", pieces.collect()),
        ("technical", titles(&report.technical)),
        ("groundwork", titles(&report.groundwork)),
        ("tasks", tasks.collect()),
    ] {
        if !titles.is_empty() {
            line += &format!("; {class}: {}", titles.join(", "));
        }
    }
    line
}

/// The stops of one slice, a sign each: `●` whole, `✓` whole and Done, `o` covered if a slice above
/// ships, `0` covered and Done, `?` a hole, `^` a hole named above, `=` groundwork, `.` nothing, `l` live,
/// `h` by hand, `n` not needed.
fn line(map: &str, name: &str) -> String {
    signs(&one(&sketch(map), &Guesses::new(), name).stops)
}

fn signs(stops: &[Stop]) -> String {
    stops
        .iter()
        .map(|stop| match stop {
            Stop::Whole => '●',
            Stop::WholeDone => '✓',
            Stop::Covered => 'o',
            Stop::CoveredDone => '0',
            Stop::Hole => '?',
            Stop::HoleAbove => '^',
            Stop::Live => 'l',
            Stop::ByHand => 'h',
            Stop::NotNeeded => 'n',
            Stop::Groundwork => '=',
            Stop::Nothing => '.',
        })
        .collect()
}

fn one(board: &Board, guesses: &Guesses, name: &str) -> SliceReport {
    let id = slice(board, name);
    report(board, guesses).into_iter().find(|report| report.slice == id).unwrap()
}

fn reasons(map: &str, name: &str) -> Vec<Reason> {
    one(&sketch(map), &Guesses::new(), name).reasons
}

mod the_decision_table {
    use super::*;

    #[test]
    fn a_slice_without_cards_is_empty() {
        let map = "      | Search | Pay
                   MVP   |        |
                   Later | Find   | Card";
        assert_eq!(plan(map, "MVP"), "Empty");
        assert_eq!(reasons(map, "MVP"), [Reason::NothingPlanned]);
        assert_eq!(line(map, "MVP"), "..");
    }

    #[test]
    fn enablers_and_spikes_alone_are_groundwork() {
        let map = "      | Search          | Pay           | Collect
                   MVP   | Index (enabler) | Fees (spike)  |";
        assert_eq!(plan(map, "MVP"), "Groundwork; groundwork: Index, Fees");
        assert_eq!(reasons(map, "MVP"), [Reason::OnlyGroundwork { count: 2 }]);
        assert_eq!(line(map, "MVP"), "==.");
    }

    #[test]
    fn parts_of_many_pbis_and_none_whole_are_pieces() {
        let map = "      | Search         | Pay
                   MVP   | [form of Find] | [api of Card], Index (enabler)
                   Later | Find {list}    | Card";
        assert_eq!(plan(map, "MVP"), "Pieces; pieces: Find 1/2, Card 1/1; groundwork: Index");
        assert_eq!(reasons(map, "MVP"), [Reason::InPieces { pieces: 2, of: 3 }]);
        assert_eq!(line(map, "MVP"), "..", "pieces promise no journey, so no hole is named");
    }

    #[test]
    fn tasks_without_a_pbi_are_pieces_too_and_are_said_apart() {
        let map = "      | Search   | Pay
                   MVP   | [rack]   | [✓cables]";
        assert_eq!(plan(map, "MVP"), "Pieces; tasks: rack, cables");
        assert_eq!(reasons(map, "MVP"), [Reason::TasksAlone { count: 2 }]);
    }

    #[test]
    fn undeclared_pbis_that_look_technical_are_pieces_with_a_question() {
        let map = "      | Search     | Pay
                   MVP   | Form layout | Write tests";
        let technical = ["Form layout", "Write tests"];
        assert_eq!(
            plan_with(map, "MVP", &technical),
            "Pieces; technical: Form layout, Write tests"
        );
        let board = sketch(map);
        let guesses = technical.iter().map(|title| item(&board, title)).collect();
        assert_eq!(one(&board, &guesses, "MVP").reasons, [Reason::LooksTechnical { count: 2 }]);
    }

    #[test]
    fn whole_pbis_in_every_activity_go_end_to_end() {
        let map = "      | Search: Name | Filter | Pay: Card
                   MVP   | Find         |        | Pay (outcome), Receipt (bug)
                   Later |              | Sort   |";
        assert_eq!(plan(map, "MVP"), "EndToEnd; whole: Find, Pay, Receipt");
        assert_eq!(reasons(map, "MVP"), [Reason::EveryActivityCovered { count: 2 }]);
        assert_eq!(line(map, "MVP"), "●●", "an empty step in a covered activity is no hole");
    }

    #[test]
    fn whole_pbis_with_holes_that_are_meant_are_a_part_on_purpose() {
        let map = "      | Search | Pay
                   Pilot (part: only the search is on trial) | Find |
                   2     | Sort   |";
        assert_eq!(plan(map, "Pilot"), "PartOnPurpose; whole: Find");
        assert_eq!(
            reasons(map, "Pilot"),
            [Reason::OnPurpose { reason: "only the search is on trial".into() }]
        );
        assert_eq!(line(map, "2"), "●?", "what was left out on purpose was not named as a hole");
    }

    #[test]
    fn whole_pbis_with_holes_have_gaps() {
        let map = "      | Search | Pay     | Collect
                   MVP   | Find   |         |
                   Later |        | Card    |";
        assert_eq!(plan(map, "MVP"), "Gaps; whole: Find");
        assert_eq!(line(map, "MVP"), "●??");
        let board = sketch(map);
        let hole = |title: &str| Reason::Hole {
            activity: crate::sketch::activity(&board, title),
            title: title.into(),
        };
        assert_eq!(reasons(map, "MVP"), [hole("Pay"), hole("Collect")]);
    }

    #[test]
    fn without_activities_no_slice_goes_end_to_end() {
        let map = "      | Across
                   MVP   | Find, Pay";
        assert_eq!(plan(map, "MVP"), "Gaps; whole: Find, Pay");
        assert_eq!(reasons(map, "MVP"), [Reason::NoJourney]);
    }

    #[test]
    fn a_part_on_purpose_that_covers_all_goes_end_to_end() {
        let map = "      | Search
                   MVP (part: small) | Find";
        assert_eq!(plan(map, "MVP"), "EndToEnd; whole: Find");
    }

    #[test]
    fn one_whole_pbi_among_pieces_decides_for_the_journey_and_the_pieces_stand_beside() {
        let map = "      | Search
                   MVP   | Find, [form of Sort], [api of Map]
                   Later | Sort, Map";
        assert_eq!(plan(map, "MVP"), "EndToEnd; whole: Find; pieces: Sort 1/1, Map 1/1");
        assert_eq!(
            reasons(map, "MVP"),
            [Reason::EveryActivityCovered { count: 1 }, Reason::InPieces { pieces: 2, of: 3 }]
        );
        let as_many = map.replace(", [api of Map]", "");
        assert_eq!(
            reasons(&as_many, "MVP"),
            [Reason::EveryActivityCovered { count: 1 }],
            "said only where more are in pieces than whole"
        );
    }
}

mod when_a_pbi_is_delivered {
    use super::*;

    #[test]
    fn the_slice_that_takes_the_last_open_task_makes_it_whole_and_the_others_have_a_piece() {
        let map = "      | Pay
                   1     | Card {form, ✓terms}
                   2     | [api of Card]
                   3     | [tests of Card], [docs of Card]
                   4     |";
        assert_eq!(plan(map, "1"), "Pieces; pieces: Card 2/5");
        assert_eq!(plan(map, "2"), "Pieces; pieces: Card 2/5");
        assert_eq!(plan(map, "3"), "EndToEnd; whole: Card", "two tasks, one PBI");
        assert_eq!(plan(map, "4"), "Empty");
    }

    #[test]
    fn a_finished_task_keeps_its_pbi_from_nothing() {
        let map = "      | Pay
                   1     | Card
                   2     | [✓api of Card]";
        assert_eq!(plan(map, "1"), "EndToEnd; whole: Card");
        assert_eq!(plan(map, "2"), "Pieces; pieces: Card 1/1");
    }

    #[test]
    fn a_task_pulled_ahead_leaves_its_pbi_whole_where_it_stands() {
        let map = "      | Pay
                   1     | [api of Card]
                   2     | Card {form}";
        assert_eq!(plan(map, "1"), "Pieces; pieces: Card 1/2");
        assert_eq!(plan(map, "2"), "EndToEnd; whole: Card");
    }

    #[test]
    fn later_and_the_tray_never_deliver() {
        let map = "      | Pay
                   1     | [api of Card], [form of Parked]
                   Later | Card
                   Tray  | Parked";
        assert_eq!(plan(map, "1"), "Pieces; pieces: Parked 1/1, Card 1/1");
    }

    #[test]
    fn a_done_pbi_is_delivered_where_it_stands_whatever_tasks_are_left() {
        let map = "      | Pay
                   1     | ✓Card {form}
                   2     | [polish of Card]";
        assert_eq!(plan(map, "1"), "EndToEnd; whole: Card");
        assert_eq!(plan(map, "2"), "Pieces; tasks: polish");
    }

    #[test]
    fn a_closed_slice_keeps_only_what_is_done() {
        let map = "      | Search         | Pay
                   1 (closed) | ✓Find, Sort | Card, [api of Map]
                   2     | Map            |";
        assert_eq!(plan(map, "1"), "Gaps; whole: Find; pieces: Sort 0/0, Map 1/1, Card 0/0");
        assert_eq!(plan(map, "2"), "Pieces; pieces: Map 0/1", "its task was left behind");
        let report = one(&sketch(map), &Guesses::new(), "1");
        assert_eq!((report.done, report.items), (1, 3));
    }

    #[test]
    fn a_slice_is_under_way_as_soon_as_anything_of_it_is_finished() {
        let under_way = |map: &str, name: &str| one(&sketch(map), &Guesses::new(), name).under_way;
        let map = "      | Pay
                   1     | Card {form}
                   2     | Apple {form, ✓terms}
                   3     | ✓Cash
                   4     | [✓api of Map]
                   5     |
                   Later | Map";
        assert!(!under_way(map, "1"), "a PBI and its task, both still to do");
        assert!(under_way(map, "2"), "a task of a PBI");
        assert!(under_way(map, "3"), "a PBI");
        assert!(under_way(map, "4"), "a task pulled here");
        assert!(!under_way(map, "5"), "nothing");
    }

    #[test]
    fn a_task_pulled_into_the_slice_of_its_pbi_counts_once_with_it() {
        let map = "      | Pay
                   1     | Card, [api of Card], ✓Apple, [logo of Apple]";
        assert_eq!(plan(map, "1"), "EndToEnd; whole: Card, Apple");
    }

    #[test]
    fn groundwork_in_pieces_is_a_piece() {
        let map = "      | Pay
                   1     | Ledger (enabler)
                   2     | [migration of Ledger]";
        assert_eq!(plan(map, "1"), "Pieces; pieces: Ledger 0/1");
        assert_eq!(plan(map, "2"), "Groundwork; groundwork: Ledger");
    }

    #[test]
    fn notes_are_no_work() {
        let map = "      | Pay
                   1     | Ask the bank (note) {call}
                   2     | [call of Think]
                   Later | Think (note)";
        assert_eq!(plan(map, "1"), "Empty");
        assert_eq!(one(&sketch(map), &Guesses::new(), "1").items, 0);
        assert_eq!(plan(map, "2"), "Pieces; tasks: call");
    }

    #[test]
    fn a_declared_kind_outweighs_the_guess() {
        let map = "      | Pay
                   1     | Update form (outcome)";
        assert_eq!(plan_with(map, "1", &["Update form"]), "EndToEnd; whole: Update form");
    }
}

mod coverage {
    use super::*;

    #[test]
    fn what_slices_above_deliver_is_covered_if_they_ship() {
        let map = "      | Search | Pay   | Collect
                   1     | Find   | Card  |
                   2     | Sort   |       | Counter
                   3     |        | Apple | Locker";
        assert_eq!(plan(map, "1"), "Gaps; whole: Find, Card");
        assert_eq!(line(map, "2"), "●o●");
        assert_eq!(
            reasons(map, "2"),
            [Reason::EveryActivityCovered { count: 3 }, Reason::IfShips { slice: "1".into() }]
        );
        assert_eq!(line(map, "3"), "o●●", "the first that covers it is the one it leans on");
        let board = sketch(map);
        assert_eq!(one(&board, &Guesses::new(), "3").leans_on, [slice(&board, "1")]);
    }

    #[test]
    fn what_is_done_anywhere_is_covered_for_all() {
        let map = "         | Search | Pay    | Collect | Rate
                   Earlier  | ✓Find  |        |         |
                   1        |        | Card   |         | Stars
                   2        |        |        | ✓Counter | ✓Smile";
        assert_eq!(line(map, "1"), "0●0●");
        assert_eq!(line(map, "2"), "0o✓✓");
        assert_eq!(reasons(map, "1"), [Reason::EveryActivityCovered { count: 4 }]);
    }

    #[test]
    fn a_piece_covers_nothing_until_the_slice_that_makes_it_whole() {
        let map = "      | Search | Pay
                   1     | Find   | Card
                   2     | Sort   | [api of Card]
                   3     | Map    |";
        assert_eq!(line(map, "1"), "●?");
        assert_eq!(line(map, "2"), "●●");
        assert_eq!(line(map, "3"), "●o");
    }

    #[test]
    fn a_hole_named_above_is_not_repeated_below() {
        let map = "      | Search | Pay   | Collect
                   1     | Find   |       |
                   2     | Sort   | Card  |
                   3     | [rack] | |
                   4     | Map    |       | Counter";
        assert_eq!(line(map, "1"), "●??");
        assert_eq!(line(map, "2"), "●●^");
        let below = one(&sketch(map), &Guesses::new(), "2");
        assert_eq!(below.verdict, Verdict::Gaps);
        assert_eq!(below.holes, []);
        assert_eq!(below.reasons, [Reason::HolesAbove { count: 1 }]);
        assert_eq!(line(map, "4"), "●o●");
    }

    #[test]
    fn a_slice_needs_the_activities_of_its_goal() {
        let map = "Goal Faster: Search, Pay
                   Goal Vague:
                         | Search | Pay   | Collect
                   1 (goal: Faster) | Find | Card |
                   2 (goal: Vague)  | Sort | Apple |";
        assert_eq!(line(map, "1"), "●●.");
        assert_eq!(reasons(map, "1"), [Reason::EveryActivityCovered { count: 2 }]);
        assert_eq!(line(map, "2"), "●●?", "a goal over nothing narrows nothing");
    }

    #[test]
    fn across_is_never_needed_and_covers_nothing() {
        let map = "      | Across | Search
                   1     | Terms  | Find
                   2     | Imprint |";
        assert_eq!(plan(map, "1"), "EndToEnd; whole: Terms, Find");
        assert_eq!(plan(map, "2"), "EndToEnd; whole: Imprint");
        assert_eq!(line(map, "2"), "o");
    }

    #[test]
    fn bugs_and_undeclared_pbis_cover_and_groundwork_does_not() {
        let map = "      | Search     | Pay  | Collect
                   1     | Typo (bug) | Card | Shelf (enabler)";
        assert_eq!(line(map, "1"), "●●?");
    }
}

#[test]
fn reports_come_from_above_and_lists_go_by_column() {
    let map = "      | Search | Pay
               2nd   | Sort, Find | Card
               1st   |        |";
    let board = sketch(map);
    let names: Vec<_> = report(&board, &Guesses::new())
        .iter()
        .map(|report| board.slices.get(report.slice).unwrap().name.to_string())
        .collect();
    assert_eq!(names, ["2nd", "1st"]);
    assert_eq!(plan(map, "2nd"), "EndToEnd; whole: Sort, Find, Card");
}

mod personas {
    use super::*;

    /// How far a slice takes each persona: `Barista: Pay`, `Commuter: end to end`.
    fn reach(map: &str, name: &str) -> Vec<String> {
        let board = sketch(map);
        let report = one(&board, &Guesses::new(), name);
        let said = report.reach.iter().map(|reach| {
            let holes = reach.holes.iter().map(|activity| {
                board.activities.get(*activity).unwrap().title.as_ref().unwrap().to_string()
            });
            let holes: Vec<_> = holes.collect();
            let holes = if holes.is_empty() { "end to end".to_owned() } else { holes.join(", ") };
            format!("{}: {holes}", board.personas.get(reach.persona).unwrap().name)
        });
        said.collect()
    }

    #[test]
    fn a_slice_that_takes_one_persona_through_is_end_to_end_for_that_one() {
        let map =
            "              | Order: Choose @Commuter | Brew: Make @Barista | Hand over: Pick up
                   MVP @Commuter | Choose size             |                     | Collect
                   Later         |                         | Make it             |";
        assert_eq!(plan(map, "MVP"), "EndToEnd; whole: Choose size, Collect");
        assert_eq!(reach(map, "MVP"), ["Commuter: end to end"]);
    }

    #[test]
    fn the_gaps_of_another_persona_are_said_beside_it() {
        let map = "                       | Order: Choose @Commuter | Brew: Make @Barista | Hand over: Pick up
                   MVP @Commuter @Barista | Choose size             |                     | Collect";
        assert!(plan(map, "MVP").starts_with("EndToEnd"));
        assert_eq!(reach(map, "MVP"), ["Commuter: end to end", "Barista: Brew"]);
        assert_eq!(
            reasons(map, "MVP")[1..],
            [Reason::GapsFor { persona: "Barista".into(), count: 1 }]
        );
    }

    #[test]
    fn where_nobody_gets_through_the_holes_of_all_are_named() {
        let map = "                       | Order: Choose @Commuter | Brew: Make @Barista | Hand over: Pick up
                   MVP @Commuter @Barista | Choose size             |                     |";
        assert!(plan(map, "MVP").starts_with("Gaps"));
        assert_eq!(line(map, "MVP"), "●??");
        assert_eq!(reach(map, "MVP"), ["Commuter: Hand over", "Barista: Brew, Hand over"]);
    }

    #[test]
    fn a_slice_that_names_nobody_serves_those_of_its_whole_pbis() {
        let map = "      | Order: Choose @Commuter | Brew: Make @Barista
                   MVP   |                         | Make it @Barista";
        assert!(plan(map, "MVP").starts_with("EndToEnd"));
        assert_eq!(reach(map, "MVP"), ["Barista: end to end"]);
    }

    #[test]
    fn else_those_of_the_steps_in_which_they_stand() {
        let map = "      | Order: Choose @Commuter | Brew: Make @Barista
                   MVP   | Choose size             |";
        assert!(plan(map, "MVP").starts_with("EndToEnd"));
        assert_eq!(reach(map, "MVP"), ["Commuter: end to end"]);
    }

    #[test]
    fn and_without_any_persona_everyone_alike_needs_every_activity() {
        let map = "      | Order       | Brew
                   MVP   | Choose size |";
        assert!(plan(map, "MVP").starts_with("Gaps"));
        assert!(reach(map, "MVP").is_empty());
    }

    #[test]
    fn an_activity_with_a_step_that_names_nobody_is_everyones() {
        let map = "              | Order: Choose @Commuter | Brew: Make @Barista | Wait: See
                   MVP @Commuter | Choose size             |                     |";
        assert_eq!(line(map, "MVP"), "●.?");
    }

    #[test]
    fn a_persona_of_the_sketch_is_one_row_however_often_it_is_named() {
        let board = sketch(
            "     | Order: Choose @Commuter | Pay: Pay @Commuter
                            MVP  | One                     |",
        );
        assert_eq!(board.personas.iter().count(), 1);
        assert_eq!(board.step_personas.len(), 2);
        assert!(board.step_personas.values().all(|tie| tie.persona == persona(&board, "Commuter")));
    }
}

mod references {
    use super::*;

    #[test]
    fn a_reference_covers_the_activity_of_its_step_and_is_no_second_pbi() {
        let map = "      | Order: Choose            | Brew: Make | Hand over: Pick up
                   MVP   | Follow my order →Pick up | Make it    |";
        assert_eq!(plan(map, "MVP"), "EndToEnd; whole: Follow my order, Make it");
        assert_eq!(line(map, "MVP"), "●●●");
    }

    #[test]
    fn a_reference_of_a_pbi_in_pieces_covers_nothing() {
        let map = "      | Order: Choose                     | Hand over: Pick up
                   MVP   | Follow {form} →Pick up, Choose    |
                   Next  | [map of Follow]                   |";
        assert!(plan(map, "MVP").starts_with("Gaps"));
        assert_eq!(line(map, "MVP"), "●?");
    }
}
