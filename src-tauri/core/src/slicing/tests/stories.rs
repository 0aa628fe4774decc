//! Whole stories: what teams meet, as one map each.

use super::*;

#[test]
fn bugs_only_are_whole_and_cover_their_activities() {
    let map = "      | Search     | Pay
               MVP   | Typo (bug) | Twice charged (bug)";
    assert_eq!(plan(map, "MVP"), "EndToEnd; whole: Typo, Twice charged");
}

#[test]
fn spikes_only_are_groundwork() {
    let map = "      | Search       | Pay
               MVP   | Fees (spike) | Maps (spike)";
    assert_eq!(plan(map, "MVP"), "Groundwork; groundwork: Fees, Maps");
}

#[test]
fn a_slice_of_one_activity_on_purpose_says_why() {
    let map = "      | Search | Pay   | Collect
               Pilot (part: finding first) | Find, Sort, Filter |  |";
    assert!(plan(map, "Pilot").starts_with("PartOnPurpose"));
}

#[test]
fn a_product_for_developers_has_endpoints_as_outcomes() {
    let map = "      | Read orders          | Write orders
               MVP   | List orders endpoint | Place order endpoint";
    let board = sketch(map);
    let titles = ["List orders endpoint", "Place order endpoint"];
    let guesses: Guesses = titles.map(|title| item(&board, title)).into();
    assert_eq!(one(&board, &guesses, "MVP").verdict, Verdict::Pieces, "what others would guess");
    assert_eq!(one(&board, &Guesses::new(), "MVP").verdict, Verdict::EndToEnd);
}

#[test]
fn an_item_in_two_steps_is_one_pbi_that_covers_both() {
    let map = "      | Order: Choose  | Hand over: Pick up
               MVP   | Follow →Pick up |";
    assert_eq!(plan(map, "MVP"), "EndToEnd; whole: Follow");
    assert_eq!(one(&sketch(map), &Guesses::new(), "MVP").items, 1);
}

#[test]
fn the_first_team_pulls_tasks_of_many_pbis_and_then_whole_pbis() {
    let tasks = "      | Sign in                       | Book              | Pay
                 R1    | [API of Reset], [form of Reset] | [fields of Book it] | [layout of By card]
                 Later | Reset {tests}                 | Book it {form}      | By card {tests, API}";
    assert_eq!(plan(tasks, "R1"), "Pieces; pieces: Reset 2/3, Book it 1/2, By card 1/3");
    let whole = "      | Sign in                   | Book                  | Pay
                 R1    | Reset {API, form, tests}  | Book it {fields, form} | By card {layout, API}";
    assert_eq!(plan(whole, "R1"), "EndToEnd; whole: Reset, Book it, By card");
}
