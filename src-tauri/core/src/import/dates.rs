//! Days as exports write them: `14/Jul/25 3:42 PM`, `10/nov/25`, `19/févr./26`, `02-May-24`,
//! `07 May 2024`, `2026-03-01T09:30`, `22/02/2024 11:41`.
//!
//! A day that can be read in two ways is not read at all: `11/01/2023` is the 11th of January or the
//! 1st of November. Only where its whole column says which (another row has `22/02/2024`) it is known.

use jiff::civil::Date;

use super::words::fold;

/// What a text says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// This one, for certain.
    Certain(Date),
    /// The first if the day stands first, the second if the month does.
    Either {
        /// Read with the day first.
        day_first: Date,
        /// Read with the month first.
        month_first: Date,
    },
    /// No day that is known for certain.
    Unclear,
}

/// Which number stands first in the days of a column, as far as its values prove it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The day.
    DayFirst,
    /// The month.
    MonthFirst,
    /// Nothing proves it, or some values prove one and some the other.
    Unknown,
}

/// Beginnings of the names of the months, in English, Spanish, French, Portuguese, German, Dutch and
/// Italian.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen"],
    &["feb", "fev"],
    &["mar", "maa", "mrt", "mrz"],
    &["apr", "abr", "avr"],
    &["may", "mai", "mei", "mag"],
    &["jun", "juin", "giu"],
    &["jul", "juil", "lug"],
    &["aug", "ago", "aou"],
    &["sep", "set"],
    &["oct", "okt", "out", "ott"],
    &["nov"],
    &["dec", "dic", "dez"],
];

/// Beginnings of the names of weekdays, which say nothing more.
const WEEKDAYS: [&str; 28] = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mie", "jue", "vie", "sab", "dom",
    "mer", "jeu", "ven", "sam", "dim", "seg", "ter", "qua", "qui", "sex", "die", "mit", "don",
    "fre", "son",
];

/// Whether a word may stand in a day without saying anything of it.
fn fills(word: &str) -> bool {
    matches!(word, "de" | "of") || WEEKDAYS.iter().any(|name| word.starts_with(name))
}

fn month_of(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
    i8::try_from(at + 1).ok()
}

/// Reads a day; a time behind it does not count.
pub(super) fn read(text: &str) -> Day {
    let mut numbers: Vec<&str> = Vec::new();
    // The month by its name, and how many numbers stand in front of it.
    let mut month: Option<(i8, usize)> = None;
    let (day, dotted) = day_part(text);
    for part in day.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        if part.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers.push(part);
            continue;
        }
        let word = fold(part);
        match month_of(&word) {
            Some(number) if month.is_none() => month = Some((number, numbers.len())),
            _ if fills(&word) => {}
            // 3rd, 1st, 2nd, 4th, 1er
            _ => match word.trim_end_matches(|c: char| c.is_ascii_alphabetic()) {
                digits if !digits.is_empty() && digits.len() <= 2 => {
                    numbers.push(part.get(..digits.len()).unwrap_or_default());
                }
                _ => return Day::Unclear,
            },
        }
    }
    match (numbers.as_slice(), month) {
        // 14/Jul/25, 14 July 2025, Jul 14 2025; 2025-Jul-14.
        ([a, b], Some((month, before))) => match (a.len(), before) {
            (4, 1..) => certain(year(a), Some(month), number(b)),
            _ => certain(year(b), Some(month), number(a)),
        },
        ([y, m, d], None) if y.len() == 4 => certain(year(y), number(m), number(d)),
        ([a, b, y], None) if y.len() == 4 => either(number(a), number(b), year(y), dotted),
        ([all], None) if all.len() == 8 => {
            let part = |from, to| all.get(from..to).unwrap_or_default();
            certain(year(part(0, 4)), number(part(4, 6)), number(part(6, 8)))
        }
        // Three numbers of two digits can be read in three ways.
        _ => Day::Unclear,
    }
}

/// The part in front of the time, and whether its numbers are parted by dots, which only puts the day
/// first (German and its neighbours).
fn day_part(text: &str) -> (&str, bool) {
    let text = text.trim();
    let end = text.find(':').map_or(text.len(), |colon| {
        text.get(..colon)
            .unwrap_or_default()
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .trim_end_matches(|c: char| c == 'T' || c == ',' || c.is_whitespace())
            .len()
    });
    let day = text.get(..end).unwrap_or_default();
    let dotted = day.matches('.').count() >= 2 && !day.contains(['/', '-']);
    (day, dotted)
}

fn number(digits: &str) -> Option<i8> {
    digits.parse().ok()
}

/// A year of four digits, or of two: 70 to 99 are the last century's.
fn year(digits: &str) -> Option<i16> {
    let number: i16 = digits.parse().ok()?;
    match (digits.len(), number) {
        (4, _) => Some(number),
        (2, 70..) => Some(1900 + number),
        (2, _) => Some(2000 + number),
        _ => None,
    }
}

fn date(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Option<Date> {
    Date::new(year?, month?, day?).ok()
}

fn certain(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Day {
    date(year, month, day).map_or(Day::Unclear, Day::Certain)
}

fn either(a: Option<i8>, b: Option<i8>, year: Option<i16>, dotted: bool) -> Day {
    match (date(year, b, a), date(year, a, b)) {
        (Some(day_first), _) if dotted => Day::Certain(day_first),
        (Some(one), None) | (None, Some(one)) => Day::Certain(one),
        (Some(one), Some(other)) if one == other => Day::Certain(one),
        (Some(day_first), Some(month_first)) => Day::Either { day_first, month_first },
        (None, None) => Day::Unclear,
    }
}

/// What the values of a column prove of its order.
pub(super) fn order<'a>(values: impl Iterator<Item = &'a str>) -> Order {
    let (mut day_first, mut month_first) = (false, false);
    for value in values {
        let (day, _) = day_part(value);
        let mut parts = day.split(['/', '-', '.', ' ']);
        let Some((a, b, y)) =
            parts.next().zip(parts.next()).zip(parts.next()).map(|((a, b), y)| (a, b, y))
        else {
            continue;
        };
        if let (Some(a), Some(b), 4) = (number(a), number(b), y.len()) {
            day_first |= a > 12 && b <= 12;
            month_first |= b > 12 && a <= 12;
        }
    }
    match (day_first, month_first) {
        (true, false) => Order::DayFirst,
        (false, true) => Order::MonthFirst,
        _ => Order::Unknown,
    }
}

impl Day {
    /// The day, where it is certain by itself or by the order of its column.
    pub fn known(self, order: Order) -> Option<Date> {
        match (self, order) {
            (Self::Certain(date), _)
            | (Self::Either { day_first: date, .. }, Order::DayFirst)
            | (Self::Either { month_first: date, .. }, Order::MonthFirst) => Some(date),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> String {
        match read(text) {
            Day::Certain(date) => date.to_string(),
            Day::Either { day_first, month_first } => format!("{day_first} or {month_first}"),
            Day::Unclear => "unclear".into(),
        }
    }

    #[test]
    fn days_of_every_shape_are_read() {
        for text in [
            "14/Jul/25 3:42 PM",
            "14/jul./25",
            "14/juil./25 7:31 PM",
            "14-Jul-25",
            "14 July 2025",
            "July 14, 2025",
            "Mon Jul 14 2025 13:54:01 GMT+0000 (GMT)",
            "14 de julio de 2025",
            "14. Juli 2025",
            "14.07.2025 09:12",
            "2025-07-14",
            "2025-07-14T09:30:00.000+0000",
            "2025-07-14 08:42:42.23",
            "2025/07/14",
            "20250714",
            "14/07/2025 02:18",
            "7/14/2025 16:14",
            "July 14th, 2025",
        ] {
            assert_eq!(day(text), "2025-07-14", "{text}");
        }
        assert_eq!(day("19/févr./26 7:31 PM"), "2026-02-19");
        assert_eq!(day("01/août/24"), "2024-08-01");
        assert_eq!(day("05/05/2024"), "2024-05-05");
        assert_eq!(day("07.05.2024"), "2024-05-07", "dots put the day first");
    }

    #[test]
    fn a_day_that_can_be_two_is_not_guessed() {
        assert_eq!(day("11/01/2023 15:22"), "2023-01-11 or 2023-11-01");
        for text in ["11/01/23", "next week", "", "31/02/2024", "45419", "Cam Slatyer", "3:42 PM"] {
            assert_eq!(day(text), "unclear", "{text}");
        }
    }

    #[test]
    fn its_column_can_say_which_day_it_is() {
        let unclear = read("11/01/2023");
        assert_eq!(unclear.known(order(["11/01/2023", "02/03/2023 10:00"].into_iter())), None);
        let proven = order(["11/01/2023", "22/02/2024 11:41"].into_iter());
        assert_eq!(unclear.known(proven), Date::new(2023, 1, 11).ok());
        let american = order(["11/01/2023", "2/22/2024"].into_iter());
        assert_eq!(unclear.known(american), Date::new(2023, 11, 1).ok());
        let both = order(["22/02/2024", "2/22/2024"].into_iter());
        assert_eq!(unclear.known(both), None);
    }
}
