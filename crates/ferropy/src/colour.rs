//! Colour for terminals that have it, by CPython's rules for when and its colours for what.

use std::fmt::Write as _;
use std::io::IsTerminal;

const RESET: &str = "\x1b[0m";
const MAGENTA: &str = "\x1b[35m";
const BOLD_MAGENTA: &str = "\x1b[1;35m";
const BOLD_RED: &str = "\x1b[1;31m";
const RED: &str = "\x1b[31m";

/// Whether output to standard output (1) or standard error (2) shall be coloured: `PYTHON_COLORS`, `NO_COLOR`,
/// `FORCE_COLOR`, `TERM=dumb`, and whether it goes to a terminal.
pub(crate) fn wanted(stream: u32) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match std::env::var("PYTHON_COLORS").as_deref() {
        Ok("0") => return false,
        Ok("1") => return true,
        _ => {}
    }
    if set("NO_COLOR") {
        return false;
    }
    if set("FORCE_COLOR") {
        return true;
    }
    if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        return false;
    }
    if stream == 2 { std::io::stderr().is_terminal() } else { std::io::stdout().is_terminal() }
}

/// The prompt in bold magenta.
pub(crate) fn prompt(text: &str) -> String {
    format!("{BOLD_MAGENTA}{text}{RESET}")
}

/// A traceback with its places, carets and the exception's name in colour.
pub(crate) fn traceback(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for line in text.lines() {
        let written = match line.trim_start() {
            place if place.starts_with("File \"") => coloured_place(&mut out, line),
            carets if !carets.is_empty() && carets.chars().all(|letter| "~^ ".contains(letter)) => {
                write!(out, "{BOLD_RED}{line}{RESET}")
            }
            _ => coloured_message(&mut out, line),
        };
        // Writing to a string does not fail.
        let _ = written;
        out.push('\n');
    }
    out
}

/// `File "name", line 3, in function`.
fn coloured_place(out: &mut String, line: &str) -> std::fmt::Result {
    let Some((head, rest)) = line.split_once('"') else { return out.write_str(line) };
    let Some((file, rest)) = rest.split_once('"') else { return out.write_str(line) };
    write!(out, "{head}{MAGENTA}\"{file}\"{RESET}")?;
    let Some((comma, rest)) = rest.split_once("line ") else { return out.write_str(rest) };
    let (number, rest) = rest.split_at(rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len()));
    write!(out, "{comma}line {MAGENTA}{number}{RESET}")?;
    match rest.split_once(", in ") {
        Some((_, function)) => write!(out, ", in {MAGENTA}{function}{RESET}"),
        None => out.write_str(rest),
    }
}

/// `ValueError: message`; other lines stay as they are.
fn coloured_message(out: &mut String, line: &str) -> std::fmt::Result {
    let (name, message) = line.split_once(": ").unwrap_or((line, ""));
    let is_name = name.chars().next().is_some_and(char::is_alphabetic)
        && name.chars().all(|letter| letter.is_alphanumeric() || "._".contains(letter))
        && (name.ends_with("Error")
            || name.ends_with("Exception")
            || name.ends_with("Interrupt")
            || name.ends_with("Warning"));
    if !is_name {
        return out.write_str(line);
    }
    if message.is_empty() {
        return write!(out, "{BOLD_MAGENTA}{line}{RESET}");
    }
    write!(out, "{BOLD_MAGENTA}{name}{RESET}: {RED}{message}{RESET}")
}
