//! What a title says that somebody wants, without the form around it.

use super::form::Form;

/// What is wanted, in the title's own words: "see the menu" of "Commuter can see the menu" and of "As a
/// commuter, I want to see the menu so that …". A plain title stays as it is. No verb is made up.
#[must_use]
pub fn wish(title: &str, personas: &[&str]) -> String {
    if let Some(means) = Form::of(title).means().filter(|means| !means.is_empty()) {
        let means = means.strip_prefix("to ").unwrap_or(means);
        return means.strip_prefix("be able to ").unwrap_or(means).to_owned();
    }
    let rest = personas.iter().find_map(|name| {
        let (start, rest) = title.split_at_checked(name.len())?;
        let rest = rest.strip_prefix(" can ")?;
        (start.to_lowercase() == name.to_lowercase()).then_some(rest)
    });
    rest.unwrap_or(title).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_told_in_its_own_words() {
        let of = |title: &str| wish(title, &["Commuter", "Bärista"]);
        assert_eq!(of("Commuter can see the menu"), "see the menu");
        assert_eq!(of("commuter can pay"), "pay");
        assert_eq!(of("As a commuter, I want to order ahead so that I never queue"), "order ahead");
        assert_eq!(of("As a guest, I want to be able to pay"), "pay");
        assert_eq!(of("Gift cards"), "Gift cards");
        assert_eq!(of("Someone can pay"), "Someone can pay", "who is no persona stays");
        assert_eq!(of("Bäris"), "Bäris");
    }
}
