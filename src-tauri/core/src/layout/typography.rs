//! How the texts of a lens are set.

use super::text::TextStyle;
use super::view::Lens;

/// The styles of a lens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typography {
    /// A card's title.
    pub card: TextStyle,
    /// The title of a card that is done, technical or a task.
    pub card_light: TextStyle,
    /// Lines that a title may have on a card.
    pub card_lines: usize,
    /// A step's title.
    pub step: TextStyle,
    /// An activity's title.
    pub activity: TextStyle,
    /// A band's name.
    pub name: TextStyle,
    /// Secondary lines, such as an outcome.
    pub small: TextStyle,
    /// The width of the texts in a band's head, in pixels.
    pub head_text: u32,
}

impl Typography {
    /// The Team lens.
    pub const TEAM: Self = Self {
        card: TextStyle::CARD,
        card_light: TextStyle::CARD_LIGHT,
        card_lines: 3,
        step: TextStyle::STEP,
        activity: TextStyle::ACTIVITY,
        name: TextStyle::NAME,
        small: TextStyle::SMALL,
        head_text: 180,
    };

    /// The Workshop lens: to be read from the other end of a room.
    pub const WORKSHOP: Self = Self {
        card: TextStyle::new(28, 600),
        card_light: TextStyle::new(28, 600),
        card_lines: 2,
        step: TextStyle::new(24, 500),
        activity: TextStyle::new(28, 600),
        name: TextStyle::new(32, 600),
        small: TextStyle::new(22, 500),
        head_text: 296,
    };

    /// The styles of a lens.
    #[must_use]
    pub const fn of(lens: Lens) -> Self {
        match lens {
            Lens::Team => Self::TEAM,
            Lens::Workshop => Self::WORKSHOP,
        }
    }
}
