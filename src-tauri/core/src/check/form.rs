//! The form of a title: a user story, a job story, or plain.

/// How a title is worded as a whole. Its parts are in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// `As a …, I want … so that …`.
    Story {
        /// For whom.
        role: String,
        /// What is wanted.
        means: String,
        /// What for; `None`: it does not say.
        benefit: Option<String>,
    },
    /// `As a …`, and then nothing that is wanted.
    RoleOnly,
    /// `When …, I want …, so I can …`, and what is wanted.
    JobStory {
        /// What is wanted.
        means: String,
    },
    /// Anything else.
    Plain,
}

const WANTS: [&str; 22] = [
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
    "i like to",
    "i would love",
    "i'd love",
    "i have to",
    "i expect",
    "we want",
    "we need",
    "we can",
    "we would like",
    "we'd like",
];

const BENEFITS: [&str; 6] =
    [" so that ", ", so ", " so i ", " in order to ", " in order that ", " because "];

impl Form {
    /// The form of a title.
    #[must_use]
    pub fn of(title: &str) -> Self {
        let lower = title.to_lowercase().replace('’', "'");
        let first_of = |text: &str, of: &[&str]| {
            of.iter().filter_map(|part| Some((text.find(part)?, part.len()))).min()
        };
        let when = lower.starts_with("when ") || lower.starts_with("whenever ");
        if when && let Some((at, length)) = first_of(&lower, &WANTS) {
            return Self::JobStory { means: parted(&lower[at + length..]).0 };
        }
        let Some(rest) = lower.strip_prefix("as ") else { return Self::Plain };
        if let Some((at, length)) = first_of(rest, &WANTS) {
            let (means, benefit) = parted(&rest[at + length..]);
            let role = rest[..at].trim_matches([' ', ',']).to_owned();
            return Self::Story { role, means, benefit };
        }
        let somebody = rest.starts_with("a ") || rest.starts_with("an ");
        // Who speaks of themselves wants something, in whatever words.
        let speaks = |word: &str| ["i", "i'm", "i'd", "i'll", "we", "we're"].contains(&word);
        if somebody && !rest.split(' ').any(speaks) { Self::RoleOnly } else { Self::Plain }
    }

    /// Whether it is a story of either sort.
    #[must_use]
    pub fn is_story(&self) -> bool {
        matches!(self, Self::Story { .. } | Self::JobStory { .. })
    }

    /// What is wanted, where the form says it.
    #[must_use]
    pub fn means(&self) -> Option<&str> {
        match self {
            Self::Story { means, .. } | Self::JobStory { means } => Some(means),
            Self::RoleOnly | Self::Plain => None,
        }
    }
}

/// What is wanted, and what for.
fn parted(text: &str) -> (String, Option<String>) {
    let at = BENEFITS.iter().filter_map(|word| Some((text.find(word)?, word.len()))).min();
    let tidy = |text: &str| text.trim_matches([' ', ',', '.', '!']).to_owned();
    match at {
        Some((at, length)) => (tidy(&text[..at]), Some(tidy(&text[at + length..]))),
        None => (tidy(text), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_has_role_means_and_perhaps_a_benefit() {
        let story = Form::of("As a commuter, I want to order ahead so that I never queue.");
        let Form::Story { role, means, benefit } = story else { unreachable!("{story:?}") };
        assert_eq!((&*role, &*means), ("a commuter", "to order ahead"));
        assert_eq!(benefit.as_deref(), Some("i never queue"));
        assert_eq!(
            Form::of("As a guest, I can pay").means(),
            Some("to pay".trim_start_matches("to "))
        );
        assert_eq!(Form::of("As Maria, I want my list").means(), Some("my list"));
    }

    #[test]
    fn other_forms_are_known_too() {
        assert!(Form::of("When I travel, I want to see maps, so I can find my hotel").is_story());
        assert_eq!(Form::of("As a guest, pay at the table"), Form::RoleOnly);
        for plain in
            ["Pay by card", "As soon as it rains, close the roof", "As a guest I don't queue"]
        {
            assert_eq!(Form::of(plain), Form::Plain, "{plain}");
        }
    }
}
