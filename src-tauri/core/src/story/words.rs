//! Phrases in a text, whole words only, in whatever case.

/// Where a phrase stands.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// What stands in front of it.
    pub before: &'a str,
    /// The phrase as it is written there.
    pub word: &'a str,
    /// What stands after it.
    pub behind: &'a str,
}

/// The first of some phrases that is `meant`; of two at one place the longer.
pub fn first<'a>(
    text: &'a str,
    phrases: &[&str],
    meant: impl Fn(&Found<'a>) -> bool,
) -> Option<Found<'a>> {
    let begins = |at: &usize| *at == 0 || !text[..*at].ends_with(char::is_alphanumeric);
    text.char_indices().map(|(at, _)| at).filter(begins).find_map(|at| {
        let here = phrases.iter().filter_map(|phrase| at_place(text, at, phrase));
        here.filter(&meant).max_by_key(|found| found.word.len())
    })
}

/// The phrase at the beginning of a text.
pub fn starts_with<'a>(text: &'a str, phrase: &str) -> Option<Found<'a>> {
    at_place(text, 0, phrase)
}

fn at_place<'a>(text: &'a str, at: usize, phrase: &str) -> Option<Found<'a>> {
    let end = at + phrase.len();
    let word = text.get(at..end)?;
    let behind = text.get(end..)?;
    let ends = !behind.starts_with(char::is_alphanumeric);
    (ends && word.eq_ignore_ascii_case(phrase)).then(|| Found {
        before: &text[..at],
        word,
        behind: behind.trim_start(),
    })
}

/// A part without the spaces and commas around it.
pub fn bare(text: &str) -> &str {
    text.trim_matches([' ', ',', ':'])
}
