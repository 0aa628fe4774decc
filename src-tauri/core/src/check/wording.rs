//! Story quality: role and means, one action, nothing beside the point, nothing vague.
//!
//! The criteria are those of QUS that a rule can check (Lucassen et al., Requirements Engineering 2016).
//! Plain titles and job stories are as good as stories: no form is asked for.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Rule;
use super::form::Form;
use super::words::{Word, words};

/// What a rule noticed in a text, with the words that led to it.
pub type Noticed = (Rule, Vec<String>);

/// Everything noticed in the wording of a title.
pub fn of_title(title: &str) -> Vec<Noticed> {
    let form = Form::of(title);
    let mut noticed = Vec::new();
    noticed.extend(well_formed(&form));
    if let Some(means) = form.means() {
        noticed.extend(atomic(means));
        noticed.extend(vague(means));
    }
    noticed.extend(minimal(title));
    noticed
}

/// Words of a list: a file with words or phrases parted by commas, in sections.
fn section<'a>(file: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let mut here = name.is_empty();
    let mut phrases = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(heading) => here = heading == name,
            None if here => phrases.extend(line.split(',').map(str::trim)),
            None => {}
        }
    }
    phrases.into_iter().filter(|phrase| !phrase.is_empty())
}

const ACTIONS: &str = include_str!("../../check/en/actions.txt");

fn well_formed(form: &Form) -> Option<Noticed> {
    static EMPTY: LazyLock<HashSet<&str>> =
        LazyLock::new(|| section(include_str!("../../check/en/empty.txt"), "").collect());
    match form {
        Form::RoleOnly => Some((Rule::NoMeans, Vec::new())),
        Form::Story { means, .. } if words(means).is_empty() => Some((Rule::NoMeans, Vec::new())),
        Form::Story { benefit: Some(benefit), .. } if EMPTY.contains(benefit.as_str()) => {
            Some((Rule::EmptyBenefit, vec![benefit.clone()]))
        }
        _ => None,
    }
}

/// Two verbs of users joined by "and" or "or", or one that stands for several.
fn atomic(means: &str) -> Option<Noticed> {
    static SINGLE: LazyLock<HashSet<&str>> = LazyLock::new(|| section(ACTIONS, "").collect());
    static SEVERAL: LazyLock<HashSet<&str>> =
        LazyLock::new(|| section(ACTIONS, "several").collect());
    static ONE: LazyLock<HashSet<&str>> = LazyLock::new(|| section(ACTIONS, "one").collect());
    let of_means = words(means);
    // "to be able to", "to": what is wanted begins behind it.
    let lead = ["to", "be", "able", "have", "the", "ability", "possibility", "option"];
    let start = of_means.iter().position(|word| !lead.contains(&&*word.text))?;
    let first = &of_means[start].text;
    if SEVERAL.contains(&**first) {
        return Some((Rule::SeveralActions, vec![first.clone()]));
    }
    if !SINGLE.contains(&**first) {
        return None;
    }
    let join = |word: &Word| word.text == "and" || word.text == "or";
    let second = of_means.windows(3).skip(start).find_map(|three| {
        let next = if three[1].text == "to" { &three[2] } else { &three[1] };
        (join(&three[0]) && SINGLE.contains(&*next.text)).then_some(&next.text)
    });
    let last = || {
        let [.., and, verb] = &of_means[start..] else { return None };
        (join(and) && SINGLE.contains(&*verb.text)).then_some(&verb.text)
    };
    let second = second.or_else(last)?;
    if second == first || ONE.contains(&*format!("{first} {second}")) {
        return None;
    }
    Some((Rule::SeveralActions, vec![first.clone(), second.clone()]))
}

/// What belongs in the notes: remarks in brackets, examples.
fn minimal(title: &str) -> Option<Noticed> {
    let lower = title.to_lowercase();
    let example = ["e.g.", "(eg ", "i.e.", " etc.", "for example", "note:", "n.b."]
        .into_iter()
        .find(|part| lower.contains(part));
    if let Some(example) = example {
        return Some((Rule::NotesInTitle, vec![example.trim_matches([' ', '(']).to_owned()]));
    }
    let (_, behind) = title.split_once('(')?;
    let (inner, _) = behind.split_once(')')?;
    // An abbreviation, a version, a key of a ticket, a link, an "(s)" are part of the name.
    let remark = words(inner).len() >= REMARK_WORDS && !inner.contains("://");
    remark.then(|| (Rule::NotesInTitle, vec![format!("({inner})")]))
}

/// So many words in brackets are a remark. The limit is ours.
const REMARK_WORDS: usize = 4;

/// Words that everyone reads differently.
pub fn vague(text: &str) -> Option<Noticed> {
    static VAGUE: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
        let texts = |phrase| words(phrase).into_iter().map(|word| word.text).collect();
        section(include_str!("../../check/en/vague.txt"), "").map(texts).collect()
    });
    let of_text = words(text);
    let found = VAGUE.iter().find(|phrase| {
        of_text
            .windows(phrase.len())
            .any(|here| here.iter().zip(*phrase).all(|(w, p)| w.text == *p))
    })?;
    Some((Rule::Vague, vec![found.join(" ")]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(title: &str) -> Vec<Rule> {
        of_title(title).into_iter().map(|(rule, _)| rule).collect()
    }

    #[test]
    fn plain_titles_and_job_stories_are_fine_as_they_are() {
        for title in [
            "Pay by card",
            "Search and filter orders",
            "Easy returns",
            "When it rains, I want to be told, so I can close the roof",
            "As a guest, I want to pay at the table",
            "As a guest, I want to drag and drop photos",
            "As a guest, I want to see the name and price of a drink",
        ] {
            assert_eq!(rules(title), [], "{title}");
        }
    }

    #[test]
    fn a_role_without_a_wish_and_a_benefit_that_says_nothing_are_noticed() {
        assert_eq!(rules("As a guest, pay at the table"), [Rule::NoMeans]);
        assert_eq!(
            rules("As a guest, I want to pay by card so that I can use it"),
            [Rule::EmptyBenefit]
        );
    }

    #[test]
    fn two_actions_in_one_story_are_noticed_with_their_verbs() {
        let noticed = of_title("As a guest, I want to order a drink and rate the barista");
        assert_eq!(noticed, [(Rule::SeveralActions, vec!["order".into(), "rate".into()])]);
        assert_eq!(rules("As an owner, I want to manage drinks"), [Rule::SeveralActions]);
        assert_eq!(rules("As an owner, I want to edit and delete"), [Rule::SeveralActions]);
    }

    #[test]
    fn remarks_belong_in_the_notes_and_names_do_not() {
        assert_eq!(rules("Pay by card (not on Sundays yet)"), [Rule::NotesInTitle]);
        assert_eq!(rules("Filter drinks, e.g. by milk"), [Rule::NotesInTitle]);
        for title in ["Privacy (GDPR)", "Guest(s) list", "Import (CSV)", "Price list (v2.1)"] {
            assert_eq!(rules(title), [], "{title}");
        }
    }

    #[test]
    fn vague_words_are_noticed_in_what_is_wanted_alone() {
        assert_eq!(rules("As a guest, I want to pay easily"), [Rule::Vague]);
        assert_eq!(rules("As a guest, I want to pay by card so that it is quick"), []);
    }
}
