//! How many tests passed and failed, in the words of the runners.

use std::ops::AddAssign;

/// Tests of one runner, or of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// A line of `cargo test`, one per test program:
/// `test result: FAILED. 3 passed; 1 failed; 0 ignored; …`
pub fn libtest(line: &str) -> Count {
    match line.trim().strip_prefix("test result: ") {
        Some(numbers) => count(numbers.split(['.', ';']), &["failed"]),
        None => Count::default(),
    }
}

/// The last line of cargo-nextest:
/// `Summary [   2.1s] 12 tests run: 9 passed (1 slow), 2 failed, 1 timed out, 3 skipped`
pub fn nextest(line: &str) -> Count {
    match line.trim().strip_prefix("Summary [").and_then(|rest| rest.split_once("run: ")) {
        Some((_, numbers)) => count(numbers.split(','), &["failed", "timed out", "exec failed"]),
        None => Count::default(),
    }
}

/// A line near the end of Vitest: `Tests  1 failed | 12 passed | 2 skipped (15)`
pub fn vitest(line: &str) -> Count {
    match line.trim().strip_prefix("Tests ") {
        Some(numbers) => count(numbers.split('|'), &["failed"]),
        None => Count::default(),
    }
}

/// Adds up parts such as `2 failed` or `9 passed (1 slow)`.
fn count<'line>(parts: impl Iterator<Item = &'line str>, failures: &[&str]) -> Count {
    let mut sum = Count::default();
    for part in parts {
        let Some((number, what)) = part.trim().split_once(' ') else {
            continue;
        };
        let Ok(number) = number.parse::<usize>() else {
            continue;
        };
        let what = what.split('(').next().unwrap_or_default().trim();
        if what == "passed" {
            sum.passed += number;
        } else if failures.contains(&what) {
            sum.failed += number;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(passed: usize, failed: usize) -> Count {
        Count { passed, failed }
    }

    #[test]
    fn cargo_test_says_one_line_per_program() {
        let line = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(libtest(line), counted(12, 0));
        assert_eq!(
            libtest("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured"),
            counted(3, 2)
        );
        assert_eq!(libtest("test board::ids::order ... ok"), counted(0, 0));
    }

    #[test]
    fn nextest_tells_failures_of_several_kinds_apart() {
        assert_eq!(
            nextest("     Summary [   0.005s] 2 tests run: 2 passed, 0 skipped"),
            counted(2, 0)
        );
        let line = "     Summary [  10.0s] 9/12 tests run: 4 passed (1 slow, 1 leaky), 2 failed, 2 timed out, 1 exec failed, 3 skipped";
        assert_eq!(nextest(line), counted(4, 5));
        assert_eq!(
            nextest("     Summary [   0.1s] 1 test run: 0 passed, 1 failed, 0 skipped"),
            counted(0, 1)
        );
        assert_eq!(
            nextest("        PASS [   0.004s] throughline-core board::order"),
            counted(0, 0)
        );
    }

    #[test]
    fn vitest_counts_tests_and_not_files() {
        assert_eq!(vitest("      Tests  2 passed (2)"), counted(2, 0));
        assert_eq!(vitest("      Tests  1 failed | 12 passed | 2 skipped (15)"), counted(12, 1));
        assert_eq!(vitest(" Test Files  2 passed (2)"), counted(0, 0));
    }
}
