//! Who may use whom: the code against the table in the crate's documentation.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

type Uses = BTreeMap<String, BTreeSet<String>>;

/// The table: each module, and those that it may use.
fn promised() -> Uses {
    let rows = include_str!("lib.rs").lines().filter_map(|line| line.strip_prefix("//! | [`"));
    rows.filter_map(|row| {
        let (module, rest) = row.split_once("`]")?;
        let uses = rest.trim_end_matches([' ', '|']).rsplit_once("| ")?.1;
        // The last cell of a row that may use nothing is its description.
        let uses = if rest.ends_with("| |") { "" } else { uses };
        let uses = uses.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect();
        Some((module.to_owned(), uses))
    })
    .collect()
}

/// Every `crate::name` in the code of a module, its tests left out.
fn used(source: &Path) -> Result<Uses, std::io::Error> {
    let mut uses = Uses::new();
    let mut files: Vec<PathBuf> = vec![source.to_owned()];
    while let Some(path) = files.pop() {
        if path.is_dir() {
            for entry in std::fs::read_dir(&path)? {
                files.push(entry?.path());
            }
            continue;
        }
        let Ok(within) = path.strip_prefix(source) else { continue };
        let module = within.iter().next().map(|name| name.to_string_lossy().into_owned());
        let module = module.unwrap_or_default().trim_end_matches(".rs").to_owned();
        let is_test = within.iter().any(|name| name == "tests.rs" || name == "tests");
        if is_test || ["lib", "layers", "sketch"].contains(&module.as_str()) {
            continue;
        }
        let text = std::fs::read_to_string(&path)?;
        let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for rest in line.split("crate::").skip(1) {
                let name: String =
                    rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                if !name.is_empty() && name != module {
                    uses.entry(module.clone()).or_default().insert(name);
                }
            }
        }
    }
    Ok(uses)
}

#[test]
fn every_module_uses_only_those_that_the_table_allows() -> Result<(), std::io::Error> {
    let promised = promised();
    assert_eq!(promised.get("layout"), Some(&BTreeSet::from(["board".into(), "slicing".into()])));
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (module, uses) in used(&source)? {
        let allowed = promised.get(&module).cloned().unwrap_or_default();
        let beyond: Vec<_> = uses.difference(&allowed).collect();
        assert!(beyond.is_empty(), "{module} uses {beyond:?}: see the table in lib.rs");
    }
    Ok(())
}
