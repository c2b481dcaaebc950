//! `cargo xtask tidy`: house rules that a reader would otherwise have to check.
//!
//! Each rule is a function from the repository to a list of complaints. Exceptions are lines of
//! `xtask/tidy-exceptions.txt` with their reason; an exception that excuses nothing is a complaint itself.

mod layers;
mod markdown;
mod rust_source;
mod sources;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::Outcome;
use crate::corpus;
use crate::tally::Tally;
use crate::workspace;

pub(crate) const HELP: &str = "\
  tidy
      Checks the house rules: sizes of files and functions, a `//!` paragraph on each file, names, layers,
      no `unsafe` and no `cfg` in bodies of language crates, links in Markdown files, results without a program,
      strange files at the top.";

/// A rule: its name as exceptions use it, and its check.
struct Rule {
    name: &'static str,
    check: fn() -> Vec<Complaint>,
}

/// Something that breaks a rule.
pub(crate) struct Complaint {
    /// The file, or the file and function as `path::function`: what an exception names.
    pub(crate) place: String,
    pub(crate) text: String,
}

const RULES: &[Rule] = &[
    Rule { name: "file-length", check: sources::file_length },
    Rule { name: "function-length", check: sources::function_length },
    Rule { name: "header", check: sources::header },
    Rule { name: "name", check: sources::names },
    Rule { name: "cfg", check: sources::cfg_in_bodies },
    Rule { name: "unfinished", check: sources::unfinished },
    Rule { name: "layers", check: layers::direction },
    Rule { name: "unsafe", check: layers::forbid_unsafe },
    Rule { name: "links", check: markdown::links },
    Rule { name: "orphans", check: orphans },
    Rule { name: "root", check: strangers },
];

/// What lies at the top of the repository: a newcomer's first page. Programs that are tried there leave files behind.
const TOP: &[&str] = &[
    ".cargo",
    ".ci",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "bench",
    "clippy.toml",
    "crates",
    "deny.toml",
    "docs",
    "emulator",
    "firmware",
    "fuzz",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "tests",
    "web",
    "xtask",
];

pub(crate) fn run(_: &[String]) -> Outcome {
    Ok(Some(check()))
}

/// Applies all rules, prints the complaints, and counts rules.
pub(crate) fn check() -> Tally {
    let exceptions = match Exceptions::load() {
        Ok(exceptions) => exceptions,
        Err(problem) => {
            println!("  {problem}");
            return Tally::FAILED;
        }
    };
    let mut tally = Tally::default();
    for rule in RULES {
        let complaints: Vec<Complaint> =
            (rule.check)().into_iter().filter(|complaint| !exceptions.excuse(rule.name, &complaint.place)).collect();
        for complaint in &complaints {
            println!("  {}: {}: {}", rule.name, complaint.place, complaint.text);
        }
        tally += Tally::of(complaints.is_empty());
    }
    for (rule, place) in exceptions.unused() {
        println!("  tidy-exceptions.txt: {rule} {place} excuses nothing");
        tally += Tally::FAILED;
    }
    tally
}

/// Expected outputs whose program is gone.
fn orphans() -> Vec<Complaint> {
    let complaint = |path| Complaint { place: workspace::display(path), text: "has no program beside it".to_owned() };
    corpus::orphans().iter().map(|path| complaint(path)).collect()
}

/// Files that git keeps at the top and nobody put on the list.
fn strangers() -> Vec<Complaint> {
    let git = std::process::Command::new("git").args(["ls-files"]).current_dir(workspace::root()).output();
    let listing = git.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let tops: BTreeSet<&str> = listing.lines().filter_map(|path| path.split('/').next()).collect();
    let strange = tops.into_iter().filter(|name| !TOP.contains(name));
    strange
        .map(|name| Complaint { place: name.to_owned(), text: "is no part of the repository's top".to_owned() })
        .collect()
}

/// `xtask/tidy-exceptions.txt`: rule, place, reason, and whether it was of use.
struct Exceptions {
    used: RefCell<BTreeMap<(String, String), bool>>,
}

impl Exceptions {
    fn load() -> Result<Exceptions, String> {
        let text = workspace::read(&workspace::root().join("xtask/tidy-exceptions.txt"))?;
        let mut used = BTreeMap::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let mut words = line.splitn(3, ' ');
            match (words.next(), words.next(), words.next().map(str::trim)) {
                (Some(rule), Some(place), Some(reason)) if !reason.is_empty() => {
                    used.insert((rule.to_owned(), place.to_owned()), false);
                }
                _ => return Err(format!("tidy-exceptions.txt: not `rule place reason`: {line}")),
            }
        }
        Ok(Exceptions { used: RefCell::new(used) })
    }

    fn excuse(&self, rule: &str, place: &str) -> bool {
        match self.used.borrow_mut().get_mut(&(rule.to_owned(), place.to_owned())) {
            Some(used) => {
                *used = true;
                true
            }
            None => false,
        }
    }

    fn unused(&self) -> Vec<(String, String)> {
        self.used.borrow().iter().filter(|(_, used)| !**used).map(|(key, _)| key.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_repository_is_tidy() {
        assert_eq!(super::check().failed, 0, "the complaints are printed above");
    }
}
