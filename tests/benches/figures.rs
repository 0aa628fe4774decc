//! Times of one thing done many times, and the table that the README keeps.

use std::time::{Duration, Instant};

/// Times, sorted.
pub struct Times(Vec<Duration>);

impl Times {
    /// Times what `run` does, `rounds` times, after a few that do not count.
    pub fn of(rounds: usize, mut run: impl FnMut(usize)) -> Self {
        let warm_up = rounds / 10 + 1;
        let mut times: Vec<Duration> = (0..warm_up + rounds)
            .map(|round| {
                let start = Instant::now();
                run(round);
                start.elapsed()
            })
            .skip(warm_up)
            .collect();
        times.sort_unstable();
        Self(times)
    }

    /// The time under which this share of the runs stayed, in milliseconds.
    pub fn under(&self, share: f64) -> f64 {
        let last = self.0.len().saturating_sub(1);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a position in a short list"
        )]
        let at = ((self.0.len() as f64 * share) as usize).min(last);
        self.0.get(at).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    }
}

/// Prints one line of the table: what, ours and the floor (median and p99, ms), and the ratio of both.
pub fn line(what: &str, ours: &Times, floor: &Times) {
    let (median, p99) = (ours.under(0.5), ours.under(0.99));
    let (floor_median, floor_p99) = (floor.under(0.5), floor.under(0.99));
    println!(
        "| {what} | {median:.3} / {p99:.3} | {floor_median:.3} / {floor_p99:.3} | {:.2} / {:.2} |",
        median / floor_median,
        p99 / floor_p99
    );
}
