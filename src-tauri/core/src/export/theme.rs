//! The colours of a picture (look: `tokens.css`; every pair of them was checked for contrast there).

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
    /// For paper and projectors.
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
        pieces: plan(0x00A8_321A, 0x00D3_452A, 0x00FB_E4DD),
        gaps: plan(0x007A_4D00, 0x00B8_7700, 0x00FA_EBC8),
        base: plan(0x0046_4B57, 0x0064_6A78, 0x00E3_E4E8),
        whole: plan(0x000B_5F6B, 0x000E_8391, 0x00D6_EEF0),
        part: plan(0x000B_5F6B, 0x000E_8391, 0x00F5_F4F0),
        empty: plan(0x005F_6167, 0x0085_827A, 0x00F5_F4F0),
        increment_text: opaque(0x0018_653A),
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
