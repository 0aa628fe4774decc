use proptest::prelude::*;

use super::*;

fn lines(text: &str, width_px: u32, most: usize) -> Vec<String> {
    let mut type_ = Typesetter::shared();
    let lines = type_.lines(text, TextStyle::CARD, width_px, most);
    lines.iter().map(ToString::to_string).collect()
}

#[test]
fn a_title_breaks_between_words() {
    assert_eq!(
        lines("See whether a café is open now", 132, 3),
        ["See whether a café", "is open now"]
    );
}

#[test]
fn a_title_of_too_many_lines_ends_in_an_ellipsis() {
    let cut =
        lines("Order for the whole office every weekday and let everybody change theirs", 132, 3);
    assert_eq!(cut, ["Order for the whole", "office every", "weekday and let e…"]);
}

#[test]
fn a_word_wider_than_the_box_breaks_inside() {
    let word = "Donaudampfschifffahrtsgesellschaftskapitän";
    let broken = lines(word, 132, 9);
    assert!(broken.len() > 1, "{broken:?}");
    assert_eq!(broken.concat(), word);
}

#[test]
fn white_space_and_control_characters_never_reach_a_line() {
    assert_eq!(lines("  Pay\n\tby\u{7} card ", 132, 3), ["Pay by card"]);
    assert_eq!(lines(" \n ", 132, 3), [""; 0]);
}

#[test]
fn a_broken_title_is_remembered() {
    let mut type_ = Typesetter::new();
    let once = type_.lines("Pay by card", TextStyle::CARD, 132, 3);
    assert!(Arc::ptr_eq(&once, &type_.lines("Pay by card", TextStyle::CARD, 132, 3)));
}

#[test]
fn weights_are_drawn_by_one_font_at_different_coordinates() {
    let mut type_ = Typesetter::new();
    let light = type_.glyphs("Pay", TextStyle::new(13, 400));
    let bold = type_.glyphs("Pay", TextStyle::new(13, 600));
    assert_eq!(light.len(), 1);
    assert_eq!(light[0].font.data.id(), bold[0].font.data.id());
    assert_ne!(light[0].coords, bold[0].coords);
    assert!(
        type_.width_px("Pay", TextStyle::new(13, 600))
            > type_.width_px("Pay", TextStyle::new(13, 400))
    );
}

#[test]
fn an_emoji_is_drawn_by_the_bundled_font_in_one_colour() {
    let mut type_ = Typesetter::new();
    let runs = type_.glyphs("Pay 🎉 now", TextStyle::CARD);
    assert_eq!(runs.len(), 3, "Inter, Noto Emoji, Inter");
    assert_eq!(runs[1].font.data.as_ref(), NOTO_EMOJI);
    assert!(runs.iter().flat_map(|run| &run.glyphs).all(|glyph| glyph.0 != 0));
}

/// Titles as people write them, and worse.
fn any_title() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,120}",
        "[a-zA-Z]{1,12}( [a-zA-Z]{1,40}){0,12}",
        "[WMm@]{1,80}",
        "[a-z\u{e0}-\u{ff}\u{400}-\u{44f}\u{5d0}-\u{5ea}\u{4e00}-\u{4e20} 🎉👩‍👩‍👧]{0,80}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_line_is_wider_than_its_box(text in any_title(), width in 60_u32..400, most in 1_usize..4) {
        let mut type_ = Typesetter::shared();
        let lines = type_.lines(&text, TextStyle::CARD, width, most);
        prop_assert!(lines.len() <= most);
        for line in lines.iter() {
            let is = type_.width_px(line, TextStyle::CARD);
            prop_assert!(is <= width as f32, "{line:?} is {is} px wide in a box of {width}");
        }
    }

    #[test]
    fn nothing_of_a_title_is_lost_where_it_fits(text in any_title()) {
        let lines = lines(&text, 132, usize::MAX);
        let without_space = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>();
        prop_assert_eq!(without_space(&lines.concat()), without_space(&text));
    }
}
