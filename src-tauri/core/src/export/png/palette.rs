//! Colours by number: a picture of a map has few, so one byte for each pixel is enough. That makes a
//! third of the bytes to compress and about half the file.

use std::collections::HashMap;

use super::super::theme::Theme;

/// How far a pixel may be from the colour that stands for it, in each of red, green and blue (of 255).
/// It lets the many shades at the edges of letters share their numbers; nobody sees it.
const NEAR: u8 = 6;

/// How many numbers there are.
pub(super) const COLORS: usize = 256;

/// The colours that a picture has had so far.
#[derive(Debug)]
pub(super) struct Palette {
    colors: Vec<[u8; 3]>,
    /// Every colour that was asked for, and what stands for it.
    known: HashMap<[u8; 3], u8>,
    /// The same of colours that were asked for of late, found without hashing.
    late: Vec<Option<([u8; 3], u8)>>,
}

/// How many are kept in [`Palette::late`].
const LATE: usize = 1 << 12;

impl Palette {
    /// The colours of the theme come first: areas are exactly as the theme says.
    pub fn of(theme: &Theme) -> Self {
        let mut palette =
            Self { colors: Vec::new(), known: HashMap::new(), late: vec![None; LATE] };
        for color in theme.solid() {
            let [_, red, green, blue] = color.to_be_bytes();
            palette.add([red, green, blue]);
        }
        palette
    }

    /// The number that stands for a colour; `None` if there are too many colours.
    pub fn index(&mut self, color: [u8; 3]) -> Option<u8> {
        let [red, green, blue] = color.map(usize::from);
        let at = ((red << 4) ^ (green << 2) ^ blue) % LATE;
        match self.late[at] {
            Some((late, index)) if late == color => Some(index),
            _ => {
                let index = self.find(color)?;
                self.late[at] = Some((color, index));
                Some(index)
            }
        }
    }

    fn find(&mut self, color: [u8; 3]) -> Option<u8> {
        if let Some(&index) = self.known.get(&color) {
            return Some(index);
        }
        let distance = |other: &[u8; 3]| {
            color.iter().zip(other).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or(0)
        };
        // Their count is at most COLORS, so that every number fits.
        let numbers = (0..=u8::MAX).zip(&self.colors);
        let nearest = numbers.map(|(number, other)| (distance(other), number)).min();
        match nearest {
            Some((far, number)) if far <= NEAR => {
                self.known.insert(color, number);
                Some(number)
            }
            _ => self.add(color),
        }
    }

    /// Red, green and blue of all numbers; those that nothing has are black.
    pub fn bytes(&self) -> [u8; 3 * COLORS] {
        let mut bytes = [0; 3 * COLORS];
        for (to, from) in bytes.chunks_exact_mut(3).zip(&self.colors) {
            to.copy_from_slice(from);
        }
        bytes
    }

    fn add(&mut self, color: [u8; 3]) -> Option<u8> {
        if let Some(&index) = self.known.get(&color) {
            return Some(index);
        }
        let index = u8::try_from(self.colors.len()).ok()?;
        self.colors.push(color);
        self.known.insert(color, index);
        Some(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_of_the_theme_is_exact_and_a_shade_beside_it_shares_its_number() {
        let mut palette = Palette::of(&Theme::LIGHT);
        let white = palette.index([255, 255, 255]);
        assert_eq!(palette.index([250, 251, 249]), white);
        assert_ne!(palette.index([248, 255, 255]), white);
        let bytes = palette.bytes();
        let at = usize::from(white.unwrap_or(0)) * 3;
        assert_eq!(bytes[at..at + 3], [255, 255, 255]);
    }

    #[test]
    fn more_colours_than_numbers_are_refused_and_those_before_stay_known() {
        let mut palette = Palette::of(&Theme::LIGHT);
        let steps = || (0..20_u8).map(|step| step * 12);
        let rainbow = steps().flat_map(|red| steps().map(move |green| [red, green, 128]));
        let answers: Vec<_> = rainbow.map(|color| palette.index(color)).collect();
        assert!(answers[0].is_some() && answers.contains(&None));
        assert_eq!(palette.index([0, 0, 128]), answers[0]);
    }
}
