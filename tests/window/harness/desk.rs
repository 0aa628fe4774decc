//! One user's desk: a screen, a message bus, a home folder, and a driver for the windows on it.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::driver::Driver;
use super::{Result, Window};

/// The file in the home folder that holds the path picked; see `src-tauri/src/picks.rs`.
const PICK: &str = ".pick";

/// The file in the home folder in which the newest program says its process id.
const PID: &str = ".pid";

/// Everything a test shares with no other test, so that they can run side by side.
///
/// The home folder outlives a window: close one, open the next, and it is the same user again.
pub struct Desk {
    // Fields are dropped in this order: the driver first, then what it runs on.
    _driver: Process,
    port: u16,
    environment: Vec<(&'static str, OsString)>,
    home: TempDir,
    _bus: Process,
    _screen: Option<Process>,
}

/// A screen, in its own pixels, and how many of them a pixel of the page is wide.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    pub width: u32,
    pub height: u32,
    pub scale: u32,
}

impl Desk {
    /// Starts the screen (`Xvfb`), the bus and the driver.
    pub fn new() -> Result<Self> {
        Self::with(Screen { width: 1600, height: 1000, scale: 1 })
    }

    /// As [`Self::new`], with another screen.
    pub fn with(screen: Screen) -> Result<Self> {
        let home = tempfile::Builder::new().prefix("throughline-desk-").tempdir()?;
        let scale = screen.scale.to_string();
        let (screen, display) = start(screen)?;
        let (bus, bus_address) = bus(home.path())?;
        let mut environment = vec![
            ("DISPLAY", display),
            ("GDK_SCALE", scale.into()),
            ("DBUS_SESSION_BUS_ADDRESS", bus_address.into()),
            ("HOME", home.path().into()),
            // A program that a test puts there goes before the system's own.
            ("PATH", programs(&home.path().join("bin"))?),
            // The same words and numbers whoever runs the test; and xdotool reads titles as UTF-8.
            ("LC_ALL", "C.UTF-8".into()),
            ("THROUGHLINE_PICK", home.path().join(PICK).into()),
            // Without these two, WebKit refuses to be driven.
            ("TAURI_AUTOMATION", "true".into()),
            ("TAURI_WEBVIEW_AUTOMATION", "true".into()),
        ];
        for (variable, folder) in
            [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")]
        {
            let folder = home.path().join(folder);
            std::fs::create_dir(&folder)?;
            environment.push((variable, folder.into()));
        }
        let port = free_port()?;
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .envs(environment.iter().map(|(name, value)| (name, value)));
        let mut driver = Process::start(&mut command)?;
        driver.wait_until_it_answers(port)?;
        Ok(Self { _driver: driver, port, environment, home, _bus: bus, _screen: screen })
    }

    /// Opens the program with these arguments: usually one map, or none.
    pub fn open<A: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = A>,
    ) -> Result<Window<'_>> {
        let app = match std::env::var_os("THROUGHLINE_APP") {
            Some(path) => path.into(),
            None => throughline_tests::program("throughline")?,
        };
        let arguments: Vec<_> = arguments
            .into_iter()
            .map(|argument| argument.as_ref().to_string_lossy().into_owned())
            .collect();
        let pid = self.home().join(PID);
        let driver = Driver::open(self.port, &app, &arguments, &pid)?;
        let process = std::fs::read_to_string(pid)?.trim().parse()?;
        Ok(Window::new(self, driver, process))
    }

    /// What this user chooses from now on wherever the program asks for a file, without a dialog.
    ///
    /// Before the first call the system's own dialog comes up, which only `xdotool` can press.
    pub fn pick(&self, path: &Path) -> Result<()> {
        Ok(std::fs::write(self.home().join(PICK), path.to_string_lossy().as_bytes())?)
    }

    /// The user's home folder, empty at first and removed with the desk.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Another program on this screen and bus, for instance `xdotool` in a native dialog.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// A screen of the test's own, or the developer's where `THROUGHLINE_SHOW` is set.
fn start(screen: Screen) -> Result<(Option<Process>, OsString)> {
    if std::env::var_os("THROUGHLINE_SHOW").is_some() {
        let display =
            std::env::var_os("DISPLAY").ok_or("THROUGHLINE_SHOW needs a DISPLAY to show on")?;
        return Ok((None, display));
    }
    let size = format!("{}x{}x24", screen.width, screen.height);
    let (screen, number) = Process::start_and_read_line(Command::new("Xvfb").args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        &size,
        "-nolisten",
        "tcp",
    ]))?;
    Ok((Some(screen), format!(":{number}").into()))
}

/// A bus that starts no services: no portal or accessibility daemon is of use here, and without
/// them a window opens faster and looks the same on every machine.
fn bus(folder: &Path) -> Result<(Process, String)> {
    let config = folder.join("bus.conf");
    std::fs::write(
        &config,
        r#"<busconfig>
             <type>session</type>
             <listen>unix:tmpdir=/tmp</listen>
             <policy context="default">
               <allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/>
             </policy>
           </busconfig>"#,
    )?;
    let mut command = Command::new("dbus-daemon");
    command.args(["--nofork", "--nopidfile", "--print-address=1", "--config-file"]).arg(config);
    Process::start_and_read_line(&mut command)
}

/// Where programs are looked for: in `first`, then wherever the system has them.
fn programs(first: &Path) -> Result<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(first.to_owned()).chain(std::env::split_paths(&path));
    Ok(std::env::join_paths(folders)?)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// A program that this test started, and that ends with it.
struct Process {
    name: String,
    child: Child,
}

impl Process {
    fn start(command: &mut Command) -> Result<Self> {
        // A stream left open would keep the test runner waiting for its end.
        Self::start_with(command.stdout(Stdio::null()))
    }

    /// Starts a program that prints one line when it is ready.
    fn start_and_read_line(command: &mut Command) -> Result<(Self, String)> {
        let mut process = Self::start_with(command.stdout(Stdio::piped()))?;
        let mut line = String::new();
        if let Some(output) = process.child.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        match line.trim() {
            "" => Err(format!("{} ended before it was ready", process.name).into()),
            ready => Ok((process, ready.to_owned())),
        }
    }

    fn start_with(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child =
            command.stdin(Stdio::null()).stderr(Stdio::null()).spawn().map_err(|error| {
                format!("{name}, which a window test needs, did not start: {error}")
            })?;
        Ok(Self { name, child })
    }

    fn wait_until_it_answers(&mut self, port: u16) -> Result<()> {
        let deadline = Instant::now() + Duration::from_secs(20);
        while !Driver::answers(port) {
            if let Some(status) = self.child.try_wait()? {
                return Err(format!("{} ended at once: {status}", self.name).into());
            }
            if Instant::now() > deadline {
                return Err(format!("{} does not answer on port {port}", self.name).into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to do.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
