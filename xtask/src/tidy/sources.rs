//! Rules about source files.

use std::path::{Path, PathBuf};

use super::Complaint;
use super::rust_source::{blank, find, functions};
use crate::workspace::{self, display, files_below, root};

/// Lines of a file, tests included, beyond which it has a second idea in it.
const FILE_LINES: usize = 600;
/// Lines of a function's body.
const FUNCTION_LINES: usize = 80;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "common", "misc", "manager", "base", "data"];

fn rust_files() -> Vec<PathBuf> {
    files_below(root(), &[".rs"])
}

fn text_of(path: &Path) -> String {
    workspace::read(path).unwrap_or_default()
}

/// Files are short enough to be read in one go.
pub(super) fn file_length() -> Vec<Complaint> {
    let too_long = |path: &PathBuf| {
        let lines = text_of(path).lines().count();
        let text = format!("{lines} lines, more than {FILE_LINES}");
        (lines > FILE_LINES).then(|| Complaint { place: display(path), text })
    };
    rust_files().iter().filter_map(too_long).collect()
}

/// Functions do one thing.
pub(super) fn function_length() -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for path in rust_files() {
        for function in functions(&blank(&text_of(&path))) {
            if function.lines > FUNCTION_LINES {
                let text = format!("{} lines from line {}, more than {FUNCTION_LINES}", function.lines, function.line);
                complaints.push(Complaint { place: format!("{}::{}", display(&path), function.name), text });
            }
        }
    }
    complaints
}

/// Every file says first what it is for.
pub(super) fn header() -> Vec<Complaint> {
    let lacks = |path: &PathBuf| {
        let text = "does not start with a `//!` paragraph".to_owned();
        (!text_of(path).starts_with("//!")).then(|| Complaint { place: display(path), text })
    };
    rust_files().iter().filter_map(lacks).collect()
}

/// Files and folders are named for what is in them.
pub(super) fn names() -> Vec<Complaint> {
    let empty = |path: &PathBuf| {
        let shown = display(path);
        let parts = shown.split('/').map(|part| part.strip_suffix(".rs").unwrap_or(part));
        let name = parts.into_iter().find(|part| EMPTY_NAMES.contains(part))?.to_owned();
        Some(Complaint { place: shown, text: format!("`{name}` names nothing") })
    };
    rust_files().iter().filter_map(empty).collect()
}

/// Language crates switch whole modules, never parts of a function.
pub(super) fn cfg_in_bodies() -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for name in workspace::language_crates() {
        for path in files_below(&root().join("crates").join(name).join("src"), &[".rs"]) {
            let code = blank(&text_of(&path));
            for function in functions(&code) {
                let body = &code[function.body.clone()];
                if find(body, 0, b"#[cfg(").is_some() || find(body, 0, b"cfg!(").is_some() {
                    let text = format!("a `cfg` inside the function at line {}", function.line);
                    complaints.push(Complaint { place: format!("{}::{}", display(&path), function.name), text });
                }
            }
        }
    }
    complaints
}

/// Nothing is left for later in the code.
pub(super) fn unfinished() -> Vec<Complaint> {
    // In two pieces, so that this file does not complain about itself.
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["XX", "X:"].concat()];
    let mut complaints = Vec::new();
    for path in rust_files() {
        for (at, line) in text_of(&path).lines().enumerate() {
            if let Some(mark) = marks.iter().find(|mark| line.contains(mark.as_str())) {
                complaints.push(Complaint { place: display(&path), text: format!("{mark} in line {}", at + 1) });
            }
        }
    }
    complaints
}
