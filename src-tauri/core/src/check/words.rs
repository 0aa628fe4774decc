//! A title as words: lower case, with their stems and where they stand.

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it stands there, in lower case.
    pub text: String,
    /// What it shares with its other forms: `caching`, `cached` and `caches` are all `cach`.
    pub stem: String,
}

/// The words of a text, in order. What is neither letter nor digit parts them.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .map(|word| word.trim_matches(['\'', '’']))
        .filter(|word| !word.is_empty())
        .map(|word| {
            let text = word.to_lowercase();
            Word { stem: stem(&text), text }
        })
        .collect()
}

/// Shortest stem that an ending is taken off to leave, in characters: `sing` is no form of `s`.
const SHORTEST: usize = 3;

/// A word without its English endings. Coarse on purpose: word lists are read through the same sieve.
#[must_use]
pub fn stem(word: &str) -> String {
    let mut stem = word.replace('’', "'");
    let cut = |stem: &mut String, ending: &str, instead: &str| {
        let Some(rest) = stem.strip_suffix(ending) else { return false };
        if rest.chars().count() < SHORTEST {
            return false;
        }
        *stem = format!("{rest}{instead}");
        true
    };
    cut(&mut stem, "'s", "");
    if !["ss", "us", "is"].iter().any(|ending| stem.ends_with(ending)) {
        let _ = cut(&mut stem, "ies", "y") || cut(&mut stem, "s", "");
    }
    if cut(&mut stem, "ing", "") || cut(&mut stem, "ed", "") {
        undouble(&mut stem);
    }
    cut(&mut stem, "e", "");
    stem
}

/// `mapp` (of `mapping`) is `map`.
fn undouble(stem: &mut String) {
    let mut ends = stem.chars().rev();
    if let (Some(last), Some(before)) = (ends.next(), ends.next())
        && last == before
        && !"aeiouls".contains(last)
    {
        stem.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_its_stem() {
        for (forms, stem_of_all) in [
            (["cache", "caching", "cached", "caches"], "cach"),
            (["map", "maps", "mapping", "mapped"], "map"),
            (["query", "queries", "query", "query's"], "query"),
            (["class", "class", "class", "class"], "class"),
        ] {
            for form in forms {
                assert_eq!(stem(form), stem_of_all, "{form}");
            }
        }
    }

    #[test]
    fn marks_part_words_and_apostrophes_do_not() {
        let texts: Vec<String> =
            words("Front-end: the barista’s “menu”").into_iter().map(|word| word.text).collect();
        assert_eq!(texts, ["front", "end", "the", "barista’s", "menu"]);
    }
}
