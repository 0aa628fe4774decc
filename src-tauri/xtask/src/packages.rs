//! The system's packages: which are missing, and how they get here.
//!
//! What is missing is found by looking for the thing itself (a program, a library), so it does not
//! matter by whom it was installed. Only Debian and its children are installed for you.

use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::Command;

use crate::process::{Outcome, answer, is_installed, run};
use crate::steps::remark;

/// What the packages are for; each includes the one before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum For {
    /// The core and the command line.
    CommandLine,
    /// The window.
    Window,
    /// The tests in the real window.
    WindowTests,
}

/// How to see that something is there.
enum Sign {
    Program(&'static str),
    /// A name that `pkg-config` knows.
    PkgConfig(&'static str),
    /// The library through which bindgen reads C headers, with the headers of its compiler.
    LibClang,
}

struct Package {
    needed: For,
    sign: Sign,
    debian: &'static str,
    fedora: &'static str,
    arch: &'static str,
}

#[rustfmt::skip]
const PACKAGES: [Package; 9] = [
    Package { needed: For::CommandLine, sign: Sign::Program("cc"), debian: "build-essential", fedora: "gcc", arch: "base-devel" },
    Package { needed: For::CommandLine, sign: Sign::LibClang, debian: "libclang-dev", fedora: "clang-devel", arch: "clang" },
    Package { needed: For::Window, sign: Sign::Program("pkg-config"), debian: "pkg-config", fedora: "pkgconf-pkg-config", arch: "pkgconf" },
    Package { needed: For::Window, sign: Sign::PkgConfig("webkit2gtk-4.1"), debian: "libwebkit2gtk-4.1-dev", fedora: "webkit2gtk4.1-devel", arch: "webkit2gtk-4.1" },
    Package { needed: For::WindowTests, sign: Sign::Program("WebKitWebDriver"), debian: "webkit2gtk-driver", fedora: "webkitgtk6.0", arch: "webkitgtk-6.0" },
    Package { needed: For::WindowTests, sign: Sign::Program("Xvfb"), debian: "xvfb", fedora: "xorg-x11-server-Xvfb", arch: "xorg-server-xvfb" },
    Package { needed: For::WindowTests, sign: Sign::Program("xdotool"), debian: "xdotool", fedora: "xdotool", arch: "xdotool" },
    Package { needed: For::WindowTests, sign: Sign::Program("dbus-daemon"), debian: "dbus", fedora: "dbus-daemon", arch: "dbus" },
    Package { needed: For::WindowTests, sign: Sign::Program("xclip"), debian: "xclip", fedora: "xclip", arch: "xclip" },
];

/// Installs what is missing, where this program knows how and may; says so otherwise.
///
/// # Errors
/// The list for every system, if the packages are somebody else's to install.
pub fn install(purpose: For) -> Outcome {
    let missing = missing(purpose);
    if missing.is_empty() {
        remark("all here");
        return Ok(());
    }
    let names: Vec<_> = missing.iter().map(|package| package.debian).collect();
    if !is_debian() {
        return Err(list(&missing).into());
    }
    if is_root() {
        remark(&format!("installing {}", names.join(" ")));
        return apt(&[], &names);
    }
    if !is_installed("sudo") || !std::io::stdin().is_terminal() {
        return Err(list(&missing).into());
    }
    eprint!("        Install {} with sudo apt-get? [Y/n] ", names.join(" "));
    std::io::stderr().flush()?;
    let mut wish = String::new();
    std::io::stdin().read_line(&mut wish)?;
    match wish.trim().to_lowercase().as_str() {
        "" | "y" | "yes" => apt(&["sudo"], &names),
        _ => Err(list(&missing).into()),
    }
}

fn apt(before: &[&str], names: &[&str]) -> Outcome {
    let apt = |words: &[&str]| {
        let mut all =
            before.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).chain(words);
        let mut command = Command::new(all.next().copied().unwrap_or("apt-get"));
        command.args(all);
        run(&mut command)
    };
    apt(&["update", "--quiet"])?;
    apt(&[&["install", "--quiet", "--yes", "--no-install-recommends"], names].concat())
}

fn missing(purpose: For) -> Vec<&'static Package> {
    // Elsewhere the window is the system's own web view, and only libclang can be missing.
    let here =
        |package: &&Package| cfg!(target_os = "linux") || matches!(package.sign, Sign::LibClang);
    PACKAGES
        .iter()
        .filter(|package| package.needed <= purpose)
        .filter(here)
        .filter(|package| !package.sign.is_there())
        .collect()
}

/// What to install on each system, as commands to copy.
fn list(missing: &[&Package]) -> String {
    let names = |name: fn(&&&Package) -> &'static str| {
        missing.iter().map(|package| name(&package)).collect::<Vec<_>>().join(" ")
    };
    format!(
        "Packages of your system are missing. Install them, then give the same command again:
  Debian, Ubuntu   sudo apt-get install {}
  Fedora           sudo dnf install {}
  Arch             sudo pacman -S --needed {}
  macOS            xcode-select --install
  Windows          winget install Microsoft.VisualStudio.2022.BuildTools LLVM.LLVM Microsoft.EdgeWebView2Runtime",
        names(|package| package.debian),
        names(|package| package.fedora),
        names(|package| package.arch),
    )
}

impl Sign {
    fn is_there(&self) -> bool {
        match self {
            Sign::Program(name) => is_installed(name),
            Sign::PkgConfig(name) => {
                answer(Command::new("pkg-config").args(["--exists", name])).is_some()
            }
            Sign::LibClang => libclang_is_there(),
        }
    }
}

fn libclang_is_there() -> bool {
    let own = std::env::var("LIBCLANG_PATH").unwrap_or_default();
    let usual = [
        own.as_str(),
        "/usr/lib",
        "/usr/lib64",
        "/usr/local/lib",
        "/Library/Developer/CommandLineTools/usr/lib",
        "/Applications/Xcode.app/Contents/Developer/Toolchains/XcodeDefault.xctoolchain/usr/lib",
        "C:\\Program Files\\LLVM\\bin",
    ];
    let holds = |folder: &Path| {
        // The name without a version comes with the headers; the bare library alone does not do.
        ["libclang.so", "libclang.dylib", "libclang.dll"]
            .iter()
            .any(|name| folder.join(name).exists())
    };
    let by_version = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    usual.iter().any(|folder| holds(Path::new(folder)))
        || by_version.into_iter().any(|entry| holds(&entry.path().join("lib")))
}

fn is_debian() -> bool {
    std::fs::read_to_string("/etc/os-release").is_ok_and(|text| names_debian(&text))
        && is_installed("apt-get")
}

fn names_debian(os_release: &str) -> bool {
    let ids = os_release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or(line.strip_prefix("ID_LIKE=")));
    ids.flat_map(|ids| ids.trim_matches('"').split(' ')).any(|id| id == "debian" || id == "ubuntu")
}

fn is_root() -> bool {
    answer(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_and_its_children_are_known() {
        assert!(names_debian("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        assert!(names_debian("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!names_debian("ID=fedora\nPLATFORM_ID=\"platform:f43\"\n"));
    }

    #[test]
    fn the_command_line_asks_for_nothing_of_webkit() {
        let few: Vec<_> =
            PACKAGES.iter().filter(|package| package.needed <= For::CommandLine).collect();
        assert!(!list(&few).contains("webkit"));
        assert!(list(&few).contains("sudo dnf install gcc clang-devel\n"));
    }
}
