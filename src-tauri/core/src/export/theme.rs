//! The colours of a picture (look: `tokens.css`; every pair of them was checked for contrast there).

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::layout::Lens;
use crate::slicing::Verdict;

/// A colour with its opacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Color {
    /// `0xRRGGBB`.
    pub rgb: u32,
    /// Opacity in hundredths.
    pub percent: u8,
}

const fn opaque(rgb: u32) -> Color {
    Color { rgb, percent: 100 }
}

/// The colours of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum PictureTheme {
    /// For screens and projectors.
    Light,
    /// For screens in the dark.
    Dark,
    /// Black on white, with outlines.
    HighContrast,
    /// For paper: a white ground, hairlines, no shadows.
    Print,
}

/// What a picture is painted with; the names are those of the tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Theme {
    pub ground: Color,
    pub well: Color,
    pub card: Color,
    pub ink: Color,
    pub ink_2: Color,
    pub ink_3: Color,
    pub line: Color,
    pub line_strong: Color,
    pub card_edge: Color,
    pub card_shadow: Color,
    /// How wide a card's edge is, in tenths of a pixel.
    pub edge_tenths: u8,
    pub pieces: Plan,
    pub gaps: Plan,
    pub base: Plan,
    pub whole: Plan,
    pub part: Plan,
    pub empty: Plan,
    /// The chip of Increments, and what is written in it.
    pub increment: Color,
    pub increment_ink: Color,
    pub increment_text: Color,
}

/// The colours of one verdict: word, mark and line, pill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Plan {
    pub ink: Color,
    pub mark: Color,
    pub tint: Color,
}

const fn plan(ink: u32, mark: u32, tint: u32) -> Plan {
    Plan { ink: opaque(ink), mark: opaque(mark), tint: opaque(tint) }
}

impl Theme {
    /// The colours that a picture of a lens has. A wall is of high contrast, whatever its theme.
    pub const fn of(theme: PictureTheme, lens: Lens) -> &'static Self {
        match (theme, lens) {
            (PictureTheme::Print, _) => &Self::PRINT,
            (PictureTheme::Light, Lens::Team) => &Self::LIGHT,
            (PictureTheme::Dark, Lens::Team) => &Self::DARK,
            (PictureTheme::HighContrast, Lens::Team) => &Self::HIGH_CONTRAST,
            (PictureTheme::Dark, Lens::Workshop) => &Self::WALL_DARK,
            (PictureTheme::Light | PictureTheme::HighContrast, Lens::Workshop) => &Self::WALL,
        }
    }

    /// For screens and projectors.
    pub const LIGHT: Self = Self {
        ground: opaque(0x00F5_F4F0),
        well: opaque(0x00EC_EAE4),
        card: opaque(0x00FF_FFFF),
        ink: opaque(0x001A_1B1E),
        ink_2: opaque(0x004C_4E54),
        ink_3: opaque(0x005F_6167),
        line: opaque(0x00DC_D9D0),
        line_strong: opaque(0x0085_827A),
        card_edge: Color { rgb: 0x001A_1B1E, percent: 7 },
        card_shadow: Color { rgb: 0x001A_1B1E, percent: 6 },
        edge_tenths: 5,
        pieces: plan(0x00A8_321A, 0x00D3_452A, 0x00FB_E4DD),
        gaps: plan(0x007A_4D00, 0x00B8_7700, 0x00FA_EBC8),
        base: plan(0x0046_4B57, 0x0064_6A78, 0x00E3_E4E8),
        whole: plan(0x000B_5F6B, 0x000E_8391, 0x00D6_EEF0),
        part: plan(0x000B_5F6B, 0x000E_8391, 0x00F5_F4F0),
        empty: plan(0x005F_6167, 0x0085_827A, 0x00F5_F4F0),
        increment: opaque(0x001C_7443),
        increment_ink: opaque(0x00FF_FFFF),
        increment_text: opaque(0x0018_653A),
    };

    /// For screens in the dark.
    pub const DARK: Self = Self {
        ground: opaque(0x0015_1618),
        well: opaque(0x0020_2225),
        card: opaque(0x002C_2E33),
        ink: opaque(0x00ED_ECE8),
        ink_2: opaque(0x00B6_B7BB),
        ink_3: opaque(0x009C_9EA3),
        line: opaque(0x0030_3236),
        line_strong: opaque(0x007B_7D83),
        card_edge: Color { rgb: 0x0000_0000, percent: 50 },
        card_shadow: Color { rgb: 0x0000_0000, percent: 0 },
        edge_tenths: 5,
        pieces: plan(0x00FF_9D85, 0x00F0_6B4D, 0x0040_211A),
        gaps: plan(0x00F2_C05C, 0x00D9_9A1F, 0x003A_2C10),
        base: plan(0x00B9_BFCC, 0x0086_8D9C, 0x002B_2E36),
        whole: plan(0x0074_D3DC, 0x002F_A9B6, 0x0012_363B),
        part: plan(0x0074_D3DC, 0x002F_A9B6, 0x0015_1618),
        empty: plan(0x009C_9EA3, 0x007B_7D83, 0x0015_1618),
        increment: opaque(0x005D_BB84),
        increment_ink: opaque(0x000C_2416),
        increment_text: opaque(0x007F_D3A1),
    };

    /// Black on white, cards with outlines.
    pub const HIGH_CONTRAST: Self = Self {
        ground: opaque(0x00FF_FFFF),
        well: opaque(0x00F1_F0EC),
        card: opaque(0x00FF_FFFF),
        ink: opaque(0x0000_0000),
        ink_2: opaque(0x0026_272A),
        ink_3: opaque(0x003C_3E42),
        line: opaque(0x008D_8A82),
        line_strong: opaque(0x004C_4E54),
        card_edge: Color { rgb: 0x004C_4E54, percent: 100 },
        card_shadow: Color { rgb: 0x0000_0000, percent: 0 },
        edge_tenths: 15,
        pieces: plan(0x007F_1F0C, 0x00BC_3318, 0x00FB_E4DD),
        gaps: plan(0x005C_3900, 0x008F_5B00, 0x00FA_EBC8),
        base: plan(0x002C_313C, 0x004E_5463, 0x00E3_E4E8),
        whole: plan(0x0006_434C, 0x000B_6C78, 0x00D6_EEF0),
        part: plan(0x0006_434C, 0x000B_6C78, 0x00FF_FFFF),
        empty: plan(0x003C_3E42, 0x0064_666C, 0x00FF_FFFF),
        increment: opaque(0x000F_5730),
        increment_ink: opaque(0x00FF_FFFF),
        increment_text: opaque(0x000C_4C2A),
    };

    /// For paper.
    pub const PRINT: Self = Self {
        well: opaque(0x00F4_F3F0),
        line: opaque(0x00BD_B9AE),
        line_strong: opaque(0x0085_827A),
        card_edge: Color { rgb: 0x0085_827A, percent: 100 },
        edge_tenths: 8,
        ..Self::HIGH_CONTRAST
    };

    /// A workshop's wall: cards of paper, told from the ground by light.
    pub const WALL: Self = Self {
        ground: opaque(0x00EC_EAE3),
        well: opaque(0x00DF_DCD2),
        card: opaque(0x00FF_FFFF),
        ink: opaque(0x0000_0000),
        ink_2: opaque(0x0026_272A),
        ink_3: opaque(0x0035_363A),
        line: opaque(0x00B5_B1A6),
        line_strong: opaque(0x004C_4E54),
        card_edge: Color { rgb: 0x001A_1B1E, percent: 10 },
        card_shadow: Color { rgb: 0x001A_1B1E, percent: 18 },
        edge_tenths: 5,
        pieces: plan(0x0074_1B0A, 0x00BC_3318, 0x00FB_E4DD),
        gaps: plan(0x0054_3400, 0x008F_5B00, 0x00FA_EBC8),
        base: plan(0x002C_313C, 0x004E_5463, 0x00E3_E4E8),
        whole: plan(0x0006_434C, 0x000B_6C78, 0x00D6_EEF0),
        part: plan(0x0006_434C, 0x000B_6C78, 0x00EC_EAE3),
        empty: plan(0x003C_3E42, 0x0064_666C, 0x00EC_EAE3),
        increment: opaque(0x000F_5730),
        increment_ink: opaque(0x00FF_FFFF),
        increment_text: opaque(0x000A_4726),
    };

    /// The same in the dark, told by outlines.
    pub const WALL_DARK: Self = Self {
        ground: opaque(0x0000_0000),
        well: opaque(0x0010_1113),
        card: opaque(0x000B_0C0D),
        ink: opaque(0x00FF_FFFF),
        ink_2: opaque(0x00E4_E4E2),
        ink_3: opaque(0x00CF_CFCC),
        line: opaque(0x0074_767C),
        line_strong: opaque(0x00B6_B7BB),
        card_edge: Color { rgb: 0x00B6_B7BB, percent: 100 },
        card_shadow: Color { rgb: 0x0000_0000, percent: 0 },
        edge_tenths: 15,
        pieces: plan(0x00FF_C0B0, 0x00FF_8A6E, 0x0033_140D),
        gaps: plan(0x00FF_DC94, 0x00F2_B63D, 0x002E_2209),
        base: plan(0x00D6_DAE4, 0x00A9_B0BF, 0x001B_1E25),
        whole: plan(0x00A6_ECF2, 0x005C_CBD6, 0x000A_2A2E),
        part: plan(0x00A6_ECF2, 0x005C_CBD6, 0x0000_0000),
        empty: plan(0x00CF_CFCC, 0x00B6_B7BB, 0x0000_0000),
        increment: opaque(0x0086_E0AB),
        increment_ink: opaque(0x0000_140A),
        increment_text: opaque(0x00A3_EBC0),
    };

    /// All colours that areas and text have, as `0xRRGGBB`.
    pub fn solid(&self) -> Vec<u32> {
        let plans = [self.pieces, self.gaps, self.base, self.whole, self.part, self.empty];
        [
            self.card,
            self.ground,
            self.well,
            self.ink,
            self.ink_2,
            self.ink_3,
            self.line,
            self.line_strong,
            self.increment,
            self.increment_ink,
            self.increment_text,
        ]
        .into_iter()
        .chain(plans.into_iter().flat_map(|plan| [plan.ink, plan.mark, plan.tint]))
        .map(|color| color.rgb)
        .collect()
    }

    pub fn plan(&self, verdict: Verdict) -> Plan {
        match verdict {
            Verdict::Empty => self.empty,
            Verdict::Groundwork => self.base,
            Verdict::Pieces => self.pieces,
            Verdict::Gaps => self.gaps,
            Verdict::PartOnPurpose => self.part,
            Verdict::EndToEnd => self.whole,
        }
    }
}
