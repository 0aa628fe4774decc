//! Says on stderr what is being done and how far it is.

use std::time::Instant;

/// A row of steps whose number is known from the start.
pub struct Steps {
    all: usize,
    begun: usize,
    since: Instant,
}

impl Steps {
    /// So many steps, none begun.
    pub fn new(all: usize) -> Self {
        Self { all, begun: 0, since: Instant::now() }
    }

    /// Begins the next step: `2 of 5  System packages`.
    pub fn next(&mut self, what: &str) {
        self.begun += 1;
        let seconds = self.since.elapsed().as_secs();
        let clock = match seconds {
            0..10 => String::new(),
            _ => format!("   [{}:{:02}]", seconds / 60, seconds % 60),
        };
        eprintln!("{} of {}  {what}{clock}", self.begun, self.all);
    }
}

/// A remark under the step that is going on.
pub fn remark(what: &str) {
    eprintln!("        {what}");
}
