//! Story sentences: “As a commuter, I want to order ahead, so that I never queue.”
//!
//! One text in the file, three parts for people: who, what they want, and what for. The words that join
//! the parts are people's own (“I can”, “in order to”) and stay as they were written. A text that is no
//! such sentence is what is wanted, whole.
//!
//! ```
//! use throughline_core::story::Story;
//! let story = Story::of("As an owner I need the day's takings so that the books are right.");
//! assert_eq!((&*story.persona, &*story.want), ("owner", "the day's takings"));
//! assert_eq!(
//!     story.sentence(),
//!     "As an owner, I need the day's takings, so that the books are right."
//! );
//! ```

mod words;

use serde::{Deserialize, Serialize};
use specta::Type;

use words::{Found, bare, first, starts_with};

/// A story in its parts. A part that nobody wrote is empty; the words in front of it are not, but for
/// the want of a text that is no sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Story {
    /// What stands in front of the persona: “As a”, “As an”, “As”, “When”.
    pub lead: String,
    /// Who wants it, or in which situation.
    pub persona: String,
    /// What stands in front of the want: “I want”, “I can”, …; empty in a text that is no sentence.
    pub verb: String,
    /// What is wanted.
    pub want: String,
    /// What stands in front of the benefit: “so that”, “in order to”, …
    pub joint: String,
    /// What they gain by it.
    pub benefit: String,
}

/// One of the parts that people write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum StoryPart {
    /// Who.
    Persona,
    /// What they want.
    Want,
    /// What for.
    Benefit,
}

const LEADS: [&str; 9] =
    ["as an", "as a", "as the", "as our", "as any", "as every", "whenever", "when", "as"];

/// After “as” these make something else of it.
const NOT_A_LEAD: [&str; 8] = ["soon", "long", "well", "far", "much", "many", "if", "of"];

const VERBS: [&str; 36] = [
    "i want",
    "i can",
    "i need",
    "i'd like",
    "i would like",
    "i should",
    "i wish",
    "i am able",
    "i must",
    "i will",
    "i may",
    "i could",
    "i like",
    "i would love",
    "i'd love",
    "i have to",
    "i expect",
    "i want to be able",
    "we want",
    "we need",
    "we can",
    "we would like",
    "we'd like",
    "we should",
    "we must",
    "they want",
    "they need",
    "they can",
    "i’d like",
    "i’d love",
    "we’d like",
    "i do not want",
    "i don't want",
    "i don’t want",
    "we don't want",
    "we don’t want",
];

const JOINTS: [&str; 5] = ["so that", "in order to", "in order that", "because", "so"];

/// “So” joins only where somebody goes on after it.
const AFTER_SO: [&str; 6] = ["i", "we", "they", "my", "our", "it"];

impl Default for Story {
    fn default() -> Self {
        Self {
            lead: "As a".to_owned(),
            persona: String::new(),
            verb: "I want".to_owned(),
            want: String::new(),
            joint: "so that".to_owned(),
            benefit: String::new(),
        }
    }
}

impl Story {
    /// What a text says.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self::sentence_of(&one_line(&text.replace("**", "")))
            .unwrap_or_else(|| Self::plain(text.trim()))
    }

    fn plain(text: &str) -> Self {
        let verb = if text.is_empty() { "I want" } else { "" };
        Self { verb: verb.to_owned(), want: text.to_owned(), ..Self::default() }
    }

    /// The parts of a text that is a story sentence.
    fn sentence_of(text: &str) -> Option<Self> {
        let text = text.strip_suffix('.').filter(|rest| !rest.ends_with('.')).unwrap_or(text);
        let mut story = Self::default();
        // “In order to pass the queue, as a commuter, I want …”: the benefit comes first.
        let text = match benefit_in_front(text) {
            Some((joint, benefit, rest)) => {
                story.joint = lower_first(joint);
                benefit.clone_into(&mut story.benefit);
                rest
            }
            None => text,
        };
        let led = lead_of(text);
        let rest = led.map_or(text, |lead| lead.behind);
        let joint = first(rest, &JOINTS, joins);
        let before_joint = joint.map_or(rest, |joint| joint.before);
        let verb = first(before_joint, &VERBS, |_| true);
        match (led, verb) {
            (Some(lead), Some(verb)) => {
                lead.word.clone_into(&mut story.lead);
                bare(verb.before).clone_into(&mut story.persona);
                verb.word.clone_into(&mut story.verb);
                bare(verb.behind).clone_into(&mut story.want);
            }
            // “As a guest, pay at the table”: after the comma comes what is wanted.
            (Some(lead), None) if lead.word.len() > 2 && !lead.word.starts_with('W') => {
                let (persona, want) = before_joint.split_once(',').unwrap_or((before_joint, ""));
                lead.word.clone_into(&mut story.lead);
                bare(persona).clone_into(&mut story.persona);
                bare(want).clone_into(&mut story.want);
                if !story.want.is_empty() {
                    story.verb.clear();
                }
            }
            (None, Some(verb)) if bare(verb.before).is_empty() => {
                verb.word.clone_into(&mut story.verb);
                bare(verb.behind).clone_into(&mut story.want);
            }
            // “So that I never queue”, and nothing else yet.
            (None, None) if joint.is_some_and(|joint| joint.before.is_empty()) => {}
            // A benefit in front of nothing that is a story is no benefit.
            _ => return None,
        }
        if let Some(joint) = joint {
            if !story.benefit.is_empty() {
                return None;
            }
            story.joint = lower_first(joint.word);
            bare(joint.behind).clone_into(&mut story.benefit);
        }
        Some(story)
    }

    /// The story as one sentence; empty where nothing is said yet.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Self { lead, persona, verb, want, joint, benefit } = self;
        if persona.is_empty() && benefit.is_empty() && verb.is_empty() {
            return want.clone();
        }
        let pair = |words: &str, part: &str| match (words, part) {
            (_, "") => None,
            ("", part) => Some(part.to_owned()),
            (words, part) => Some(format!("{words} {part}")),
        };
        let parts = [pair(lead, persona), pair(verb, want), pair(joint, benefit)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let mut sentence = upper_first(&parts.join(", "));
        if !sentence.is_empty() && !sentence.ends_with(['.', '!', '?', '…']) {
            sentence.push('.');
        }
        sentence
    }

    /// The story with one part as a person wrote it. A whole sentence, wherever it was written, is dealt
    /// to the parts; the words in front of a part may be written with it.
    #[must_use]
    pub fn with(mut self, part: StoryPart, text: &str) -> Self {
        let written = text.trim();
        let text = one_line(text);
        let told = Self::sentence_of(&text);
        if let Some(told) = told.as_ref().filter(|told| told.is_whole()) {
            return told.clone();
        }
        let own = lead_of(&text);
        match part {
            StoryPart::Persona => {
                let (lead, persona) = match (own, article_of(&text)) {
                    (Some(lead), _) => (Some(upper_first(lead.word)), lead.behind),
                    (None, Some((article, rest))) => {
                        (Some(format!("As {}", article.to_ascii_lowercase())), rest)
                    }
                    (None, None) => (None, &*text),
                };
                bare(persona).clone_into(&mut self.persona);
                self.lead = lead.unwrap_or_else(|| self.lead_for(persona));
                if self.verb.is_empty() && !self.want.is_empty() {
                    "I want".clone_into(&mut self.verb);
                }
            }
            StoryPart::Want => match told.filter(|told| !told.want.is_empty()) {
                Some(told) if !told.verb.is_empty() => {
                    (self.verb, self.want) = (told.verb, told.want);
                }
                // A text that is no sentence keeps its lines.
                _ if self.verb.is_empty() => return Self::plain(written),
                _ => bare(&text).clone_into(&mut self.want),
            },
            StoryPart::Benefit => match first(&text, &JOINTS, joins) {
                Some(joint) if joint.before.is_empty() => {
                    self.joint = lower_first(joint.word);
                    bare(joint.behind).clone_into(&mut self.benefit);
                }
                _ => bare(&text).clone_into(&mut self.benefit),
            },
        }
        self
    }

    /// Whether it says who and what, each in the words of a story.
    fn is_whole(&self) -> bool {
        !self.persona.is_empty() && !self.want.is_empty()
    }

    /// “As a” or “As an”, where one of them stands; any other words stay.
    fn lead_for(&self, persona: &str) -> String {
        match &*self.lead {
            "As a" | "As an" if sounds_open(persona) => "As an".to_owned(),
            "As a" | "As an" => "As a".to_owned(),
            lead => lead.to_owned(),
        }
    }
}

/// The words with which a story begins, and what comes after them.
fn lead_of(text: &str) -> Option<Found<'_>> {
    let lead = LEADS.iter().find_map(|lead| starts_with(text, lead))?;
    let as_alone = lead.word.eq_ignore_ascii_case("as");
    let other = NOT_A_LEAD.iter().any(|word| starts_with(lead.behind, word).is_some());
    let begins = !bare(lead.behind).is_empty();
    if begins && !(as_alone && other) { Some(lead) } else { None }
}

/// “In order to pass the queue” in front of the rest of a story.
fn benefit_in_front(text: &str) -> Option<(&str, &str, &str)> {
    let joint = JOINTS[..3].iter().find_map(|joint| starts_with(text, joint))?;
    let lead = first(joint.behind, &LEADS, |found| found.before.ends_with([',', ' ']))?;
    let at = lead.before.len();
    let benefit = lead.before.trim_end().strip_suffix(',')?;
    Some((joint.word, bare(benefit), &joint.behind[at..]))
}

/// “So” is many things; the other joints are clear.
fn joins(found: &Found<'_>) -> bool {
    let so = found.word.eq_ignore_ascii_case("so");
    !so || AFTER_SO.iter().any(|word| starts_with(found.behind, word).is_some())
}

fn article_of(text: &str) -> Option<(&str, &str)> {
    let article = ["an", "a", "the", "our"].iter().find_map(|word| starts_with(text, word))?;
    Some((article.word, article.behind))
}

/// Whether a word is spoken with a vowel first, as far as its letters tell.
fn sounds_open(word: &str) -> bool {
    let word = word.to_lowercase();
    let closed = ["uni", "use", "usu", "eu", "one", "once"].iter().any(|it| word.starts_with(it));
    let open = ["hour", "honest", "heir"].iter().any(|it| word.starts_with(it));
    open || (word.starts_with(['a', 'e', 'i', 'o', 'u']) && !closed)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests;
