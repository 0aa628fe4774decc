use proptest::prelude::*;

use super::*;

fn parts(text: &str) -> [String; 3] {
    let story = Story::of(text);
    [story.persona, story.want, story.benefit]
}

#[test]
fn a_story_is_understood_in_the_words_that_people_use() {
    let same = ["commuter", "to order ahead", "I never queue"];
    for text in [
        "As a commuter, I want to order ahead, so that I never queue.",
        "as a commuter i want to order ahead so that I never queue",
        "As a commuter I want to order ahead, so I never queue",
        "**As a** commuter, **I want** to order ahead **so that** I never queue.",
        "As a commuter,\nI want to order ahead\nso that I never queue.",
        "As a commuter, I would like to order ahead because I never queue",
        "So that I never queue, as a commuter, I want to order ahead",
    ] {
        assert_eq!(parts(text), same, "{text}");
    }
    assert_eq!(
        parts("In order to close early, as an owner I need the takings"),
        ["owner", "the takings", "close early"]
    );
    assert_eq!(
        parts("When I travel, I want to see maps, so I can find my hotel"),
        ["I travel", "to see maps", "I can find my hotel"]
    );
    assert_eq!(parts("As a guest, pay at the table"), ["guest", "pay at the table", ""]);
    assert_eq!(parts("As a guest"), ["guest", "", ""]);
    assert_eq!(parts("I want to pay, so that I can go"), ["", "to pay", "I can go"]);
    assert_eq!(parts("So that I can go"), ["", "", "I can go"]);
}

#[test]
fn what_is_no_story_is_what_is_wanted_and_stays_as_it_is() {
    for text in [
        "Pay by card.",
        "As soon as it rains, close the roof",
        "When it rains, the roof closes",
        "Choose size so that the barista sees it",
        "Whether I can pay here is not clear yet. Ask Ana, she knows…",
        "",
    ] {
        assert_eq!(parts(text), ["", text, ""]);
        assert_eq!(Story::of(text).sentence(), text);
    }
}

#[test]
fn the_words_between_the_parts_stay_as_people_wrote_them() {
    for text in [
        "As Maria, I can see my list, in order to plan the week.",
        "As the owner, we need one bill.",
        "As an eager guest, pay at the table.",
        "When I travel, I want to see maps, so I can find my hotel.",
        "I don't want to log in.",
        "As a commuter, I want it now!",
    ] {
        assert_eq!(Story::of(text).sentence(), text);
    }
}

#[test]
fn a_part_is_written_alone_and_the_rest_stays() {
    use StoryPart::{Benefit, Persona, Want};
    let story = Story::default().with(Want, "to order ahead");
    assert_eq!(story.sentence(), "I want to order ahead.");
    let story = story.with(Persona, "owner").with(Benefit, "so that the till is right");
    assert_eq!(story.sentence(), "As an owner, I want to order ahead, so that the till is right.");
    let story = story.with(Persona, "Commuter").with(Want, "I can order ahead.");
    assert_eq!(story.sentence(), "As a Commuter, I can order ahead, so that the till is right.");
    let story = story.with(Persona, "the owner").with(Benefit, "");
    assert_eq!(story.sentence(), "As the owner, I can order ahead.");
    assert_eq!(story.with(Persona, "").sentence(), "I can order ahead.");
    let plain = Story::of("Pay by card").with(Persona, "guest");
    assert_eq!(plain.sentence(), "As a guest, I want Pay by card.");
}

#[test]
fn a_whole_sentence_is_dealt_to_the_parts_wherever_it_is_written() {
    use StoryPart::{Benefit, Persona, Want};
    let sentence = "As a barista, I need the names, so that I call them out.";
    for part in [Persona, Want, Benefit] {
        let before = Story::of("As a guest, I want a cup, so that I wake up.");
        assert_eq!(before.with(part, sentence).sentence(), sentence);
    }
    // What only looks like one in its own field is a part.
    let story = Story::default().with(Benefit, "I can go, because I need to");
    assert_eq!(story.benefit, "I can go, because I need to");
}

fn words() -> impl Strategy<Value = String> {
    // Longer than every word that means something in a story.
    "([b-h]{9}[é .’(0-9-]{0,1}){0,3}"
}

proptest! {
    #[test]
    fn what_is_written_as_a_sentence_reads_back_the_same(
        persona in words(), want in words(), benefit in words(),
    ) {
        use StoryPart::{Benefit, Persona, Want};
        let told = Story::default().with(Persona, &persona).with(Want, &want).with(Benefit, &benefit);
        let sentence = told.sentence();
        prop_assert_eq!(Story::of(&sentence).sentence(), sentence);
    }

    #[test]
    fn any_text_is_read_without_harm(text in "\\PC{0,60}") {
        let sentence = Story::of(&text).sentence();
        prop_assert_eq!(Story::of(&sentence).sentence(), sentence);
    }
}
