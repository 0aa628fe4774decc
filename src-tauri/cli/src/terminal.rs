//! Standard output for results, standard error for sentences and progress.

use std::io::{self, BufWriter, IsTerminal as _, StdoutLock, Write as _};
use std::time::{Duration, Instant};

use serde::Serialize;
use throughline_core::speech::Speech;

use crate::refused::Refused;

/// Where results and sentences go.
pub struct Terminal {
    /// The language of all sentences.
    pub speech: Speech,
    out: BufWriter<StdoutLock<'static>>,
}

impl Terminal {
    pub fn new() -> Self {
        Self { speech: Speech::english(), out: BufWriter::new(io::stdout().lock()) }
    }

    /// Writes results.
    pub fn result(&mut self, text: &str) -> Result<(), Refused> {
        self.out.write_all(text.as_bytes()).map_err(|error| Refused::writing(&error))
    }

    /// Writes a line of results. What could command a terminal (a map may come from a stranger)
    /// becomes a space.
    pub fn line(&mut self, text: &str) -> Result<(), Refused> {
        self.result(&(quiet(text) + "\n"))
    }

    /// Writes how many there are of something; `word` is in the catalogue.
    pub fn count(&mut self, count: usize, word: &str) -> Result<(), Refused> {
        let word = self.speech.sentence(word, []);
        self.line(&format!("{count:>8}  {word}"))
    }

    /// Writes a result as JSON, laid out for reading.
    pub fn json(&mut self, value: &impl Serialize) -> Result<(), Refused> {
        serde_json::to_writer_pretty(&mut self.out, value)
            .map_err(|error| Refused::writing(&error.into()))?;
        self.result("\n")
    }

    /// Writes a result as one line of JSON, and sends it off at once.
    pub fn json_line(&mut self, value: &impl Serialize) -> Result<(), Refused> {
        serde_json::to_writer(&mut self.out, value)
            .map_err(|error| Refused::writing(&error.into()))?;
        self.result("\n")?;
        self.flush()
    }

    /// Sends off what was written.
    pub fn flush(&mut self) -> Result<(), Refused> {
        self.out.flush().map_err(|error| Refused::writing(&error))
    }

    /// Tells a sentence on standard error. Where that is closed, nobody listens, and that is fine.
    pub fn tell(&self, sentence: &str) {
        let _ = writeln!(io::stderr(), "{}", quiet(sentence));
    }

    /// Tells a sentence of the catalogue.
    pub fn say(&self, id: &str, args: &[(&'static str, String)]) {
        let args = args.iter().map(|(name, value)| (*name, value.clone().into()));
        self.tell(&self.speech.sentence(id, args));
    }
}

fn quiet(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
}

/// Progress of a long job on standard error: nothing in the first second, then each further step of
/// ten per cent; in a terminal in one place.
pub struct Progress {
    began: Instant,
    told: u8,
    in_place: bool,
}

impl Progress {
    pub fn new() -> Self {
        Self { began: Instant::now(), told: 0, in_place: io::stderr().is_terminal() }
    }

    /// The job is so far (0 to 1). The answer is to go on: Ctrl+C ends the program, and a job that
    /// was not finished has changed nothing.
    pub fn at(&mut self, part: f32) -> bool {
        // From 0 to 10, so the cast cuts nothing off.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let tenths = (part.clamp(0.0, 1.0) * 10.0) as u8;
        if tenths > self.told && self.began.elapsed() > Duration::from_secs(1) {
            self.told = tenths;
            let end = if self.in_place { "\r" } else { "\n" };
            let _ = write!(io::stderr(), "{:>3} %{end}", u32::from(tenths) * 10);
        }
        true
    }
}
