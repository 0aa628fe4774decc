//! Starting other programs.

use std::error::Error;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a job gives, or the sentence that says why it could not.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The folder that holds the whole source.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new("."))
}

/// The Cargo that started this program, in the folder of the source.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command.current_dir(root());
    command
}

/// A program that this workspace builds, in the profile that every job here uses.
pub fn built(name: &str) -> PathBuf {
    in_target("debug", name)
}

/// As [`built`], as fast as people get it: for measuring only.
pub fn built_for_release(name: &str) -> PathBuf {
    in_target("release", name)
}

fn in_target(profile: &str, name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or(root().join("target"), |folder| root().join(folder));
    target.join(profile).join(name).with_extension(std::env::consts::EXE_EXTENSION)
}

/// Runs a program whose words are for the person watching: everything goes to stderr.
pub fn run(command: &mut Command) -> Outcome {
    if succeeds(command)? { Ok(()) } else { Err(format!("{} failed", shown(command)).into()) }
}

/// As [`run`], where failing is an answer.
pub fn succeeds(command: &mut Command) -> Outcome<bool> {
    Ok(command
        .stdout(Stdio::from(io::stderr()))
        .status()
        .map_err(|error| not_started(command, &error))?
        .success())
}

/// Runs a program and passes its words on line by line, to stderr and to `each`.
pub fn watch(command: &mut Command, mut each: impl FnMut(&str)) -> Outcome<bool> {
    let (reader, writer) = io::pipe()?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().map_err(|error| not_started(command, &error))?;
    // Else this program would wait for its own end of the pipe.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    for line in BufReader::new(reader).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        eprintln!("{line}");
        each(&without_colours(&line));
    }
    Ok(child.wait()?.success())
}

/// A line without the escape sequences that some programs colour it with, asked or not.
fn without_colours(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    // Each further part begins with the rest of a sequence, up to its closing letter.
    parts.fold(first, |text, part| {
        text + part
            .trim_start_matches(|sign: char| !sign.is_ascii_alphabetic())
            .get(1..)
            .unwrap_or_default()
    })
}

/// What a program says on stdout, or `None` where it is missing or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Is there a program of that name in `PATH`?
pub fn is_installed(program: &str) -> bool {
    let name = Path::new(program).with_extension(std::env::consts::EXE_EXTENSION);
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(&name).is_file())
}

fn not_started(command: &Command, error: &io::Error) -> Box<dyn Error> {
    format!("{} could not be started: {error}", command.get_program().to_string_lossy()).into()
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_streams_of_a_watched_program_are_heard() -> Outcome {
        let mut heard = Vec::new();
        let fine = watch(cargo().arg("--version"), |line| heard.push(line.to_owned()))?;
        assert!(fine && heard.iter().any(|line| line.starts_with("cargo 1.")), "{heard:?}");

        heard.clear();
        let fine = watch(cargo().arg("no-such-command"), |line| heard.push(line.to_owned()))?;
        assert!(!fine && heard.iter().any(|line| line.contains("no-such-command")), "{heard:?}");
        Ok(())
    }

    #[test]
    fn colours_do_not_hide_a_count() {
        let line = "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m2 passed\u{1b}[39m (2)";
        assert_eq!(without_colours(line), "      Tests  2 passed (2)");
        assert_eq!(without_colours("plain"), "plain");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let why = run(&mut Command::new("no-such-program")).err().map(|error| error.to_string());
        assert!(why.is_some_and(|why| why.starts_with("no-such-program could not be started")));
        assert!(!is_installed("no-such-program"));
    }
}
