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
        ground: opaque(0x00F5F4_F0),
        well: opaque(0x00ECEA_E4),
        card: opaque(0x00FFFF_FF),
        ink: opaque(0x001A1B_1E),
        ink_2: opaque(0x004C4E_54),
        ink_3: opaque(0x005F61_67),
        line: opaque(0x00DCD9_D0),
        line_strong: opaque(0x008582_7A),
        card_edge: Color { rgb: 0x001A1B_1E, percent: 7 },
        card_shadow: Color { rgb: 0x001A1B_1E, percent: 6 },
        edge_tenths: 5,
        pieces: plan(0x00A832_1A, 0x00D345_2A, 0x00FBE4_DD),
        gaps: plan(0x007A4D_00, 0x00B877_00, 0x00FAEB_C8),
        base: plan(0x00464B_57, 0x00646A_78, 0x00E3E4_E8),
        whole: plan(0x000B5F_6B, 0x000E83_91, 0x00D6EE_F0),
        part: plan(0x000B5F_6B, 0x000E83_91, 0x00F5F4_F0),
        empty: plan(0x005F61_67, 0x008582_7A, 0x00F5F4_F0),
        increment_text: opaque(0x001865_3A),
    };

    /// For screens in the dark.
    pub const DARK: Self = Self {
        ground: opaque(0x001516_18),
        well: opaque(0x002022_25),
        card: opaque(0x002C2E_33),
        ink: opaque(0x00EDEC_E8),
        ink_2: opaque(0x00B6B7_BB),
        ink_3: opaque(0x009C9E_A3),
        line: opaque(0x003032_36),
        line_strong: opaque(0x007B7D_83),
        card_edge: Color { rgb: 0x000000_00, percent: 50 },
        card_shadow: Color { rgb: 0x000000_00, percent: 0 },
        edge_tenths: 5,
        pieces: plan(0x00FF9D_85, 0x00F06B_4D, 0x004021_1A),
        gaps: plan(0x00F2C0_5C, 0x00D99A_1F, 0x003A2C_10),
        base: plan(0x00B9BF_CC, 0x00868D_9C, 0x002B2E_36),
        whole: plan(0x0074D3_DC, 0x002FA9_B6, 0x001236_3B),
        part: plan(0x0074D3_DC, 0x002FA9_B6, 0x001516_18),
        empty: plan(0x009C9E_A3, 0x007B7D_83, 0x001516_18),
        increment_text: opaque(0x007FD3_A1),
    };

    /// Black on white, cards with outlines.
    pub const HIGH_CONTRAST: Self = Self {
        ground: opaque(0x00FFFF_FF),
        well: opaque(0x00F1F0_EC),
        card: opaque(0x00FFFF_FF),
        ink: opaque(0x000000_00),
        ink_2: opaque(0x002627_2A),
        ink_3: opaque(0x003C3E_42),
        line: opaque(0x008D8A_82),
        line_strong: opaque(0x004C4E_54),
        card_edge: Color { rgb: 0x004C4E_54, percent: 100 },
        card_shadow: Color { rgb: 0x000000_00, percent: 0 },
        edge_tenths: 15,
        pieces: plan(0x007F1F_0C, 0x00BC33_18, 0x00FBE4_DD),
        gaps: plan(0x005C39_00, 0x008F5B_00, 0x00FAEB_C8),
        base: plan(0x002C31_3C, 0x004E54_63, 0x00E3E4_E8),
        whole: plan(0x000643_4C, 0x000B6C_78, 0x00D6EE_F0),
        part: plan(0x000643_4C, 0x000B6C_78, 0x00FFFF_FF),
        empty: plan(0x003C3E_42, 0x006466_6C, 0x00FFFF_FF),
        increment_text: opaque(0x000C4C_2A),
    };

    /// For paper.
    pub const PRINT: Self = Self {
        ground: opaque(0x00FFFF_FF),
        well: opaque(0x00F4F3_F0),
        card: opaque(0x00FFFF_FF),
        ink: opaque(0x000000_00),
        ink_2: opaque(0x002627_2A),
        ink_3: opaque(0x003C3E_42),
        line: opaque(0x00BDB9_AE),
        line_strong: opaque(0x008582_7A),
        card_edge: Color { rgb: 0x008582_7A, percent: 100 },
        card_shadow: Color { rgb: 0x000000_00, percent: 0 },
        edge_tenths: 8,
        pieces: plan(0x007F1F_0C, 0x00BC33_18, 0x00FBE4_DD),
        gaps: plan(0x005C39_00, 0x008F5B_00, 0x00FAEB_C8),
        base: plan(0x002C31_3C, 0x004E54_63, 0x00E3E4_E8),
        whole: plan(0x000643_4C, 0x000B6C_78, 0x00D6EE_F0),
        part: plan(0x000643_4C, 0x000B6C_78, 0x00FFFF_FF),
        empty: plan(0x003C3E_42, 0x006466_6C, 0x00FFFF_FF),
        increment_text: opaque(0x000C4C_2A),
    };

    /// A workshop's wall: cards of paper, told from the ground by light.
    pub const WALL: Self = Self {
        ground: opaque(0x00ECEA_E3),
        well: opaque(0x00DFDC_D2),
        card: opaque(0x00FFFF_FF),
        ink: opaque(0x000000_00),
        ink_2: opaque(0x002627_2A),
        ink_3: opaque(0x003536_3A),
        line: opaque(0x00B5B1_A6),
        line_strong: opaque(0x004C4E_54),
        card_edge: Color { rgb: 0x001A1B_1E, percent: 10 },
        card_shadow: Color { rgb: 0x001A1B_1E, percent: 18 },
        edge_tenths: 5,
        pieces: plan(0x00741B_0A, 0x00BC33_18, 0x00FBE4_DD),
        gaps: plan(0x005434_00, 0x008F5B_00, 0x00FAEB_C8),
        base: plan(0x002C31_3C, 0x004E54_63, 0x00E3E4_E8),
        whole: plan(0x000643_4C, 0x000B6C_78, 0x00D6EE_F0),
        part: plan(0x000643_4C, 0x000B6C_78, 0x00ECEA_E3),
        empty: plan(0x003C3E_42, 0x006466_6C, 0x00ECEA_E3),
        increment_text: opaque(0x000A47_26),
    };

    /// The same in the dark, told by outlines.
    pub const WALL_DARK: Self = Self {
        ground: opaque(0x000000_00),
        well: opaque(0x001011_13),
        card: opaque(0x000B0C_0D),
        ink: opaque(0x00FFFF_FF),
        ink_2: opaque(0x00E4E4_E2),
        ink_3: opaque(0x00CFCF_CC),
        line: opaque(0x007476_7C),
        line_strong: opaque(0x00B6B7_BB),
        card_edge: Color { rgb: 0x00B6B7_BB, percent: 100 },
        card_shadow: Color { rgb: 0x000000_00, percent: 0 },
        edge_tenths: 15,
        pieces: plan(0x00FFC0_B0, 0x00FF8A_6E, 0x003314_0D),
        gaps: plan(0x00FFDC_94, 0x00F2B6_3D, 0x002E22_09),
        base: plan(0x00D6DA_E4, 0x00A9B0_BF, 0x001B1E_25),
        whole: plan(0x00A6EC_F2, 0x005CCB_D6, 0x000A2A_2E),
        part: plan(0x00A6EC_F2, 0x005CCB_D6, 0x000000_00),
        empty: plan(0x00CFCF_CC, 0x00B6B7_BB, 0x000000_00),
        increment_text: opaque(0x00A3EB_C0),
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
