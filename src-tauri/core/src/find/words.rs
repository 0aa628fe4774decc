//! Words against a name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Part;

/// How well a name fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    /// How many words are only inside words of the name.
    inside: usize,
    /// Whether the name begins with none of them.
    elsewhere: bool,
    /// How long the name is: a short one is nearer to what was asked.
    length: usize,
}

/// Words that are asked for, as they are compared.
#[derive(Debug)]
pub(super) struct Words(Vec<Vec<char>>);

impl Words {
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self(words.into_iter().map(|word| word.chars().flat_map(plainly).collect()).collect())
    }

    /// How well a name fits, and the name cut where the words begin and end; `None`: it lacks one.
    pub fn fit(&self, name: &str) -> Option<(Fit, Vec<Part>)> {
        let Plain { characters, places } = Plain::of(name);
        let mut asked = vec![false; name.chars().count()];
        let mut fit = Fit { inside: 0, elsewhere: true, length: characters.len() };
        for word in &self.0 {
            let (at, begins) = place_of(word, &characters)?;
            fit.inside += usize::from(!begins);
            fit.elsewhere &= at > 0;
            for place in places.iter().skip(at).take(word.len()) {
                asked.get_mut(*place).into_iter().for_each(|asked| *asked = true);
            }
        }
        Some((fit, parts(name, &asked)))
    }
}

/// A name as it is compared, each character with its place in the name.
struct Plain {
    characters: Vec<char>,
    places: Vec<usize>,
}

impl Plain {
    fn of(name: &str) -> Self {
        let all = (0..).zip(name.chars());
        let pairs =
            all.flat_map(|(place, character)| plainly(character).map(move |it| (it, place)));
        let (characters, places) = pairs.unzip();
        Self { characters, places }
    }
}

/// A character without case and accents; nothing is left of an accent that stands alone.
fn plainly(character: char) -> impl Iterator<Item = char> {
    std::iter::once(character)
        .nfd()
        .filter(|part| !is_combining_mark(*part))
        .flat_map(char::to_lowercase)
}

/// Where a word is, and whether a word of the name begins there: the first such place, else the first.
fn place_of(word: &[char], name: &[char]) -> Option<(usize, bool)> {
    if word.is_empty() {
        return None;
    }
    let begins = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| name.get(before));
        !before.is_some_and(|before| before.is_alphanumeric())
    };
    let mut places = (0..).zip(name.windows(word.len())).filter(|(_, part)| *part == word);
    let (first, _) = places.next()?;
    let beginning = std::iter::once(first).chain(places.map(|(at, _)| at)).find(|at| begins(*at));
    Some(beginning.map_or((first, false), |at| (at, true)))
}

/// A name cut where `asked` changes; an accent that stands alone goes with its letter.
fn parts(name: &str, asked: &[bool]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (character, asked) in name.chars().zip(asked) {
        let same = |part: &&mut Part| part.asked == *asked || is_combining_mark(character);
        match parts.last_mut().filter(same) {
            Some(part) => part.text.push(character),
            None => parts.push(Part { text: character.into(), asked: *asked }),
        }
    }
    parts
}
