//! Words as they are compared, and names as people sort them.

use std::cmp::Ordering;

/// A text as it is compared: case, accents and punctuation do not count, and white space is one
/// space. `Version(s) corrigée(s)` is `version s corrigee s`.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match plain(c) {
            Some("") => {}
            Some(letters) => folded.push_str(letters),
            None if c.is_alphanumeric() => folded.push(c),
            None if folded.ends_with(' ') || folded.is_empty() => {}
            None => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A Latin letter without its accent; `None` for a character that has none.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'ł' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' => "s",
        'ß' => "ss",
        'ť' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        // Accents that follow their letter, as macOS writes them.
        '\u{300}'..='\u{36f}' => "",
        _ => return None,
    })
}

/// The order of names as people sort them: runs of digits count as numbers, so that `v1.2` comes
/// before `v1.10` and `R2` before `R10`; case does not count.
pub(super) fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    loop {
        match (left.chars().next(), right.chars().next()) {
            (None, None) => return a.cmp(b),
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(l), Some(r)) if l.is_ascii_digit() && r.is_ascii_digit() => {
                let (number, rest) = take_number(left);
                let (other, other_rest) = take_number(right);
                // Numbers may be longer than any integer type: the longer one is larger.
                let order = number.len().cmp(&other.len()).then_with(|| number.cmp(other));
                if order.is_ne() {
                    return order;
                }
                (left, right) = (rest, other_rest);
            }
            (Some(l), Some(r)) => {
                let order = l.to_lowercase().cmp(r.to_lowercase());
                if order.is_ne() {
                    return order;
                }
                left = left.get(l.len_utf8()..).unwrap_or_default();
                right = right.get(r.len_utf8()..).unwrap_or_default();
            }
        }
    }
}

/// The digits at the beginning without leading zeros, and what follows them.
fn take_number(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    (digits.trim_start_matches('0'), rest)
}

/// A value as a report shows it: one line, shortened.
pub(super) fn short(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(60) {
        None => line,
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(&line).trim_end()),
    }
}

/// The first `limit` characters.
pub(super) fn cut(text: &str, limit: usize) -> &str {
    text.char_indices().nth(limit).map_or(text, |(end, _)| text.get(..end).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_punctuation_do_not_count() {
        assert_eq!(fold("Version(s) corrigée(s)"), "version s corrigee s");
        assert_eq!(fold("  Catégorie  d'état "), "categorie d etat");
        assert_eq!(fold("Sub-task"), fold("SUB TASK"));
        assert_eq!(fold("Lo\u{308}sung"), fold("Lösung"));
    }

    #[test]
    fn names_with_numbers_sort_as_people_count() {
        let mut names =
            ["R10", "v1.10", "R2", "v1.2", "r2.1", "Beta", "v1.2.1", "2024-10", "2024-9"];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(
            names,
            ["2024-9", "2024-10", "Beta", "R2", "r2.1", "R10", "v1.2", "v1.2.1", "v1.10"]
        );
    }
}
