//! One program of the corpus and what its header asks for.
//!
//! The header is the block of comment lines that starts the file. A line `# key: value` with one of the keys below
//! is an instruction to the runner; other comment lines are for people.

use std::path::{Path, PathBuf};

use crate::workspace;

/// A program of the corpus.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// The program.
    pub(crate) path: PathBuf,
    /// Its name: the path below `tests/`.
    pub(crate) name: String,
    pub(crate) header: Header,
}

/// The instructions in a program's header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Header {
    /// `# requires: files threads`: abilities of the platform without which the case is skipped.
    pub(crate) requires: Vec<String>,
    /// `# stdin: one\ntwo\n`: what the program reads, with `\n`, `\t` and `\\`.
    pub(crate) stdin: String,
    /// `# args: -v name`: arguments after the program's path.
    pub(crate) args: Vec<String>,
    /// `# status: 1`: the exit code, 0 unless given.
    pub(crate) status: i32,
    /// `# python: 3.13`: the first CPython that prints the same.
    pub(crate) python: Option<(u32, u32)>,
    /// `# cpython: differs — why`: the output is not compared with CPython's.
    pub(crate) differs: Option<String>,
    /// `# stderr: yes`: standard error is compared with the `.err` file.
    pub(crate) stderr: bool,
    /// `# slow: why`: not run under the modes that make everything slow.
    pub(crate) slow: Option<String>,
}

/// The abilities that a case may require.
const ABILITIES: &[&str] = &["debugging", "files", "threads", "network", "machine", "64-bit"];

impl Case {
    fn load(path: PathBuf) -> Result<Case, String> {
        let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", workspace::display(&path)))?;
        let header = Header::parse(&String::from_utf8_lossy(&bytes))
            .map_err(|problem| format!("{}: {problem}", workspace::display(&path)))?;
        let name = path.strip_prefix(folder()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        Ok(Case { path, name, header })
    }

    /// The file with the expected standard output.
    pub(crate) fn out(&self) -> PathBuf {
        self.path.with_extension("out")
    }

    /// The file with the expected standard error.
    pub(crate) fn err(&self) -> PathBuf {
        self.path.with_extension("err")
    }
}

impl Header {
    fn parse(text: &str) -> Result<Header, String> {
        let mut header = Header::default();
        for line in text.lines().take_while(|line| line.starts_with('#')) {
            let Some((key, value)) = line[1..].trim_start().split_once(':') else { continue };
            header.take(key, value.trim())?;
        }
        Ok(header)
    }

    fn take(&mut self, key: &str, value: &str) -> Result<(), String> {
        let words = || value.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        match key {
            "requires" => self.requires = words(),
            "stdin" => self.stdin = unescape(value),
            "args" => self.args = words(),
            "status" => self.status = value.parse().map_err(|_| format!("status is not a number: {value}"))?,
            "python" => self.python = Some(parse_version(value).ok_or(format!("python is not a version: {value}"))?),
            "cpython" => match value.strip_prefix("differs").map(|reason| reason.trim_matches(['—', '-', ' '])) {
                Some(reason) if !reason.is_empty() => self.differs = Some(reason.to_owned()),
                _ => return Err(format!("cpython says neither `differs` nor why: {value}")),
            },
            "stderr" => self.stderr = value == "yes",
            "slow" => self.slow = Some(value.to_owned()),
            _ => return Ok(()),
        }
        match self.requires.iter().find(|ability| !ABILITIES.contains(&ability.as_str())) {
            Some(unknown) => Err(format!("requires an unknown ability: {unknown}")),
            None => Ok(()),
        }
    }
}

/// `3.13` as a pair of numbers.
pub(crate) fn parse_version(text: &str) -> Option<(u32, u32)> {
    let (major, minor) = text.trim().split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        match (character, if character == '\\' { rest.next() } else { None }) {
            ('\\', Some('n')) => plain.push('\n'),
            ('\\', Some('t')) => plain.push('\t'),
            ('\\', Some(other)) => plain.push(other),
            _ => plain.push(character),
        }
    }
    plain
}

/// Folders of the corpus whose programs are no cases.
const NO_CASES: [&str; 6] = ["fixtures", "differential", "clients", "exchange", "names", "packages"];

/// The corpus' folder.
pub(crate) fn folder() -> PathBuf {
    workspace::root().join("tests")
}

/// Every case whose name contains one of `filters` (all if there are none), in order of their names. Programs in
/// folders named `fixtures` belong to the cases beside them, those in `differential`, `clients` and `packages` are tools.
pub(crate) fn discover(filters: &[String]) -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    for path in workspace::files_below(&folder(), &[".py"]) {
        if path.components().any(|part| NO_CASES.iter().any(|name| part.as_os_str() == *name)) {
            continue;
        }
        let name = workspace::display(&path);
        if filters.is_empty() || filters.iter().any(|filter| name.contains(filter.as_str())) {
            cases.push(Case::load(path)?);
        }
    }
    Ok(cases)
}

/// Whether `path` is the program of a case, so that its `.out` and `.err` belong to someone.
pub(crate) fn orphans() -> Vec<PathBuf> {
    let results = workspace::files_below(&folder(), &[".out", ".err"]);
    results.into_iter().filter(|path| !Path::new(path).with_extension("py").exists()).collect()
}

#[cfg(test)]
mod tests {
    use super::Header;

    #[test]
    fn a_header_ends_with_the_first_line_that_is_no_comment() {
        let text = "# How it fails: badly.\n# status: 3\n# stdin: a\\nb\n# python: 3.12\nx = 1\n# stderr: yes\n";
        let header = Header::parse(text).expect("a good header");
        assert_eq!((header.status, header.stdin.as_str(), header.stderr), (3, "a\nb", false));
        assert_eq!(header.python, Some((3, 12)));
    }

    #[test]
    fn a_difference_needs_a_reason() {
        assert!(Header::parse("# cpython: differs —\n").is_err());
        assert!(Header::parse("# cpython: differs — it has no limit here\n").is_ok());
    }
}
