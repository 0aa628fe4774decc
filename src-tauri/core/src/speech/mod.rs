//! Errors, labels, problems and verdicts → sentences in a language.
//!
//! Everything a person reads is in one catalogue per language (`text/*.ftl`), which the UI reads too.
//! What speaks is an enum with data; here each says its message and arguments, one file per module
//! that speaks.

mod check;
mod edit;
mod export;
mod fact;
mod history;
mod import;
mod open;
mod repair;
mod slicing;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// A message of the catalogue, with its arguments.
#[derive(Debug)]
pub struct Message {
    /// Its id in `text/*.ftl`.
    pub id: &'static str,
    /// Name and value of each argument.
    pub args: Vec<(&'static str, FluentValue<'static>)>,
    /// Name of each argument that is a word or a sentence of the catalogue itself, and its message.
    pub said: Vec<(&'static str, Message)>,
}

impl Message {
    /// A message without arguments.
    #[must_use]
    pub fn plain(id: &'static str) -> Self {
        Self { id, args: Vec::new(), said: Vec::new() }
    }

    /// The same with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<FluentValue<'static>>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The same with one more argument that is a word of the catalogue: `id` names it.
    #[must_use]
    pub fn with_word(self, name: &'static str, id: &'static str) -> Self {
        self.with_message(name, Self::plain(id))
    }

    /// The same with one more argument that is a message of its own.
    #[must_use]
    pub fn with_message(mut self, name: &'static str, message: Self) -> Self {
        self.said.push((name, message));
        self
    }
}

/// Something that can be said in every language of the catalogue.
pub trait Say {
    /// The message that says it.
    fn message(&self) -> Message;
}

/// The catalogue in one language.
pub struct Speech {
    bundle: FluentBundle<FluentResource>,
}

impl Speech {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        let mut bundle =
            FluentBundle::new_concurrent(vec![unic_langid::LanguageIdentifier::default()]);
        // Marks around arguments would be stray characters in a terminal.
        bundle.set_use_isolating(false);
        // What the parser could not read is left out; a test finds every message.
        let resource = match FluentResource::try_new(include_str!("../../text/en.ftl").to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// The sentence for something.
    #[must_use]
    pub fn say(&self, what: &impl Say) -> String {
        self.say_message(what.message())
    }

    fn say_message(&self, Message { id, args, said }: Message) -> String {
        let said = said.into_iter().map(|(name, message)| (name, self.say_message(message).into()));
        self.sentence(id, args.into_iter().chain(said))
    }

    /// The sentence of a message by its id; the id itself where the catalogue lacks it.
    #[must_use]
    pub fn sentence(
        &self,
        id: &str,
        args: impl IntoIterator<Item = (&'static str, FluentValue<'static>)>,
    ) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let args: FluentArgs<'static> = args.into_iter().collect();
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

impl std::fmt::Debug for Speech {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Speech")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lists of variants in the tests beside this one could miss a new variant; its id cannot be
    /// missed here, because the match that says it must name one.
    #[test]
    fn every_message_that_is_said_is_in_the_catalogue() -> std::io::Result<()> {
        let speech = Speech::english();
        let mut said = 0;
        for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/speech"))? {
            let code = std::fs::read_to_string(file?.path())?;
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            let is_id = |text: &&str| {
                text.contains('-') && text.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            };
            for id in code.split('"').skip(1).step_by(2).filter(is_id) {
                said += 1;
                assert!(speech.bundle.has_message(id), "“{id}” is not in the catalogue");
            }
        }
        assert!(said > 100, "{said}");
        Ok(())
    }
}
