//! A folder to work in, and the program.

use std::collections::HashMap;
use std::error::Error;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// The program under test: `THROUGHLINE_CLI`, else the one of this workspace, built anew if its
/// sources changed.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| match std::env::var_os("THROUGHLINE_CLI") {
        Some(program) => program.into(),
        None => build().unwrap_or_else(|error| panic!("throughline-cli does not build: {error}")),
    })
}

fn build() -> Outcome<PathBuf> {
    let test = std::env::current_exe()?;
    let profile = test.parent().and_then(Path::parent).ok_or("a test runs in target/*/deps")?;
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--quiet", "--package", "throughline-cli"]);
    if profile.ends_with("release") {
        cargo.arg("--release");
    }
    cargo.env("CARGO_TARGET_DIR", profile.parent().ok_or("target is a folder")?);
    let built = cargo.current_dir(throughline_tests::source_folder()).output()?;
    if !built.status.success() {
        return Err(String::from_utf8_lossy(&built.stderr).into());
    }
    throughline_tests::program("throughline-cli")
}

/// What one run of the program gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ran {
    /// Exit code; -1 where a signal ended it.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ran {
    /// Standard output as JSON, where nothing was refused.
    pub fn json(&self) -> Outcome<Value> {
        if self.code != 0 {
            return Err(format!("{self:?}").into());
        }
        Ok(serde_json::from_str(&self.out)?)
    }
}

/// A folder of its own, gone at the end.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Outcome<Self> {
        Ok(Self { folder: TempDir::new()? })
    }

    /// A desk with an empty map, `corner.storymap`.
    pub fn with_map() -> Outcome<Self> {
        let desk = Self::new()?;
        let ran = desk.run(["new", "corner.storymap"])?;
        if ran.code != 0 {
            return Err(ran.err.into());
        }
        Ok(desk)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Lays a file on the desk.
    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) -> Outcome<PathBuf> {
        let path = self.path(name);
        std::fs::write(&path, content)?;
        Ok(path)
    }

    pub fn command<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = Command::new(program());
        command.args(arguments).current_dir(self.folder.path()).env("RUST_BACKTRACE", "0");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the program with nothing on standard input.
    pub fn run<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Outcome<Ran> {
        self.run_with(arguments, "")
    }

    /// Runs the program with this on standard input.
    pub fn run_with<'a>(
        &self,
        arguments: impl IntoIterator<Item = &'a str>,
        input: &str,
    ) -> Outcome<Ran> {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn()?;
        let mut stdin = child.stdin.take().ok_or("standard input is piped")?;
        let input = input.to_owned();
        // A thread, because both pipes can be full; a program that ends early does not read it all.
        let writing = thread::spawn(move || stdin.write_all(input.as_bytes()));
        let output = child.wait_with_output()?;
        let _ = writing.join();
        Ok(Ran {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout)?,
            err: String::from_utf8(output.stderr)?,
        })
    }

    /// A session: each command line (parted at blanks, `"…"` holds together) and what came of it.
    pub fn session(&self, lines: &[&str]) -> Outcome<String> {
        let mut transcript = String::new();
        for line in lines {
            let (typed, input) = line.split_once(" <<< ").unwrap_or((*line, ""));
            let words = words(typed);
            let ran = self.run_with(words.iter().map(String::as_str), input)?;
            transcript += &format!("$ {line}\n{}", ran.out);
            for line in ran.err.lines() {
                transcript += &format!("! {line}\n");
            }
            if ran.code != 0 {
                transcript += &format!("[exit {}]\n", ran.code);
            }
        }
        Ok(settled(&transcript))
    }

    /// Applies edits to `corner.storymap`, and gives the ids that each made.
    pub fn edit(&self, edits: &[Value]) -> Outcome<Vec<Vec<String>>> {
        let input: String = edits.iter().map(|edit| format!("{edit}\n")).collect();
        let ran = self.run_with(["edit", "corner.storymap"], &input)?;
        if ran.code != 0 {
            return Err(ran.err.into());
        }
        ran.out
            .lines()
            .map(|line| {
                let answer: Value = serde_json::from_str(line)?;
                Ok(serde_json::from_value(answer["created"].clone())?)
            })
            .collect()
    }

    /// The id of a row of `corner.storymap`, by its title or name.
    pub fn id(&self, list: &str, title: &str) -> Outcome<String> {
        let map = self.run(["print", "corner.storymap", "--format", "json"])?.json()?;
        map[list]
            .as_array()
            .into_iter()
            .flatten()
            .find(|row| row["title"] == title || row["name"] == title)
            .and_then(|row| row["id"].as_str().map(str::to_owned))
            .ok_or_else(|| format!("no {title:?} among {list}").into())
    }

    /// A small map: two activities, two slices, a PBI with a task pulled away, one in the tray.
    pub fn with_corner() -> Outcome<Self> {
        use serde_json::json;
        let desk = Self::with_map()?;
        let made = desk.edit(&[
            json!({"type": "addActivity", "title": "Order ahead"}),
            json!({"type": "addActivity", "title": "Collect"}),
            json!({"type": "addSlice", "name": "Walking skeleton"}),
            json!({"type": "addSlice", "name": "Regulars"}),
        ])?;
        let [order, collect, first, second] = made.as_slice() else { return Err("four".into()) };
        let place = |step: &[String], slice: &[String]| json!({"step": step.get(1), "slice": slice.first(), "before": null});
        let made = desk.edit(&[
            json!({"type": "renameStep", "step": order[1], "title": "Choose"}),
            json!({"type": "addItem", "title": "See the menu", "to": place(order, first)}),
            json!({"type": "addItem", "title": "Pay by card", "to": place(order, second)}),
            json!({"type": "addItem", "title": "Hand over at the counter", "to": place(collect, second)}),
            json!({"type": "addItem", "title": "Gift cards", "to": place(&[], &[])}),
        ])?;
        let (menu, pay) = (&made[1][0], &made[2][0]);
        let tasks = desk.edit(&[
            json!({"type": "addTask", "title": "choose a provider", "item": pay}),
            json!({"type": "addTask", "title": "card form", "item": pay}),
        ])?;
        desk.edit(&[
            json!({"type": "pullTasks", "tasks": tasks[1], "slice": first[0]}),
            json!({"type": "setTasksDone", "tasks": tasks[0], "done": true}),
            json!({"type": "setKind", "items": [pay], "kind": "outcome"}),
            json!({"type": "setEstimate", "items": [pay], "estimate": 3.0}),
            json!({"type": "tagItems", "items": [menu], "tag": "hungry"}),
        ])?;
        Ok(desk)
    }
}

/// A running `edit`, one line at a time.
pub struct Editing {
    child: Child,
    /// `None` once it was ended.
    input: Option<ChildStdin>,
    answers: Receiver<String>,
}

impl Editing {
    pub fn start(desk: &Desk, file: &str) -> Outcome<Self> {
        let mut child = desk.command(["edit", file]).stdin(Stdio::piped()).spawn()?;
        let input = child.stdin.take();
        let out = BufReader::new(child.stdout.take().ok_or("standard output is piped")?);
        let (answer, answers) = mpsc::channel();
        // A thread, so that an answer that never comes fails the test instead of stopping it.
        thread::spawn(move || {
            out.lines().map_while(Result::ok).try_for_each(|line| answer.send(line))
        });
        Ok(Self { child, input, answers })
    }

    /// Sends an edit and reads its answer, while the program goes on running.
    pub fn edit(&mut self, edit: &Value) -> Outcome<Value> {
        let input = self.input.as_mut().ok_or("standard input is piped")?;
        writeln!(input, "{edit}")?;
        input.flush()?;
        let answer = self.answers.recv_timeout(Duration::from_secs(60));
        Ok(serde_json::from_str(&answer.map_err(|_| format!("no answer to {edit}"))?)?)
    }

    /// Ends standard input and waits.
    pub fn end(mut self) -> Outcome<i32> {
        drop(self.input.take());
        Ok(self.child.wait()?.code().unwrap_or(-1))
    }
}

impl Drop for Editing {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().into_iter().for_each(|word| word.push(c)),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The same with each id replaced by its number of first appearance, and each moment by a word.
pub fn settled(text: &str) -> String {
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut settled = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(id) = rest.get(..36).filter(|id| is_id(id)) {
            let next = known.len() + 1;
            let number = known.entry(id.to_owned()).or_insert(next);
            settled += &format!("<id {number}>");
            rest = &rest[36..];
        } else if let Some(length) = moment_at_start(rest) {
            settled += "<moment>";
            rest = &rest[length..];
        } else {
            settled.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    settled
}

fn is_id(text: &str) -> bool {
    text.chars().enumerate().all(|(at, c)| match at {
        8 | 13 | 18 | 23 => c == '-',
        _ => c.is_ascii_hexdigit(),
    })
}

/// How long the moment is with which a text begins: `2026-03-01T10:00:00.05Z`, or
/// `2026-03-01 10:00:00 UTC`.
fn moment_at_start(text: &str) -> Option<usize> {
    let shape = |(at, c): (usize, char)| match at {
        4 | 7 => c == '-',
        10 => c == 'T' || c == ' ',
        13 | 16 => c == ':',
        _ => c.is_ascii_digit(),
    };
    let whole = text.get(..19)?.chars().enumerate().all(shape);
    let rest = text.get(19..)?;
    let fraction = rest.find(|c: char| c != '.' && !c.is_ascii_digit())?;
    let zone = ["Z", " UTC"].into_iter().find(|zone| rest[fraction..].starts_with(zone))?;
    whole.then_some(19 + fraction + zone.len())
}
