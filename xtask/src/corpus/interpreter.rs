//! The programs that can run a case.

use std::path::{Path, PathBuf};

use super::case::parse_version;
use crate::process::Run;

/// An interpreter under test: a program and options that go before the path of the case.
#[derive(Clone, Debug)]
pub(crate) struct Interpreter {
    pub(crate) program: PathBuf,
    pub(crate) options: Vec<String>,
}

impl Interpreter {
    pub(crate) fn new(program: &Path) -> Interpreter {
        Interpreter { program: program.to_path_buf(), options: Vec::new() }
    }

    pub(crate) fn with_options(&self, options: &[&str]) -> Interpreter {
        let mut with = self.clone();
        with.options.extend(options.iter().map(|option| (*option).to_owned()));
        with
    }

    /// Whether it runs a one-line program at all, and with these options.
    pub(crate) fn answers(&self) -> bool {
        let run = Run::program(&self.program).arguments(&self.options).arguments(["-c", "print(6 * 7)"]).capture();
        run.is_ok_and(|run| run.success() && run.stdout.trim_end() == "42")
    }
}

/// A CPython on this machine.
#[derive(Clone, Debug)]
pub(crate) struct CPython {
    pub(crate) interpreter: Interpreter,
    pub(crate) version: (u32, u32),
}

impl CPython {
    /// The newest one found: `FERROPY_PYTHON`, `python3.14` and older on the path, those of pyenv, `python3`.
    pub(crate) fn find() -> Option<CPython> {
        if let Some(chosen) = std::env::var_os("FERROPY_PYTHON") {
            return CPython::probe(Path::new(&chosen));
        }
        let mut candidates: Vec<PathBuf> = (11..=14).map(|minor| format!("python3.{minor}").into()).collect();
        candidates.push("python3".into());
        if let Some(home) = std::env::var_os("HOME") {
            let versions = Path::new(&home).join(".pyenv/versions");
            let folders = std::fs::read_dir(versions).into_iter().flatten().flatten();
            candidates.extend(folders.map(|folder| folder.path().join("bin/python3")));
        }
        candidates.iter().filter_map(|program| CPython::probe(program)).max_by_key(|python| python.version)
    }

    fn probe(program: &Path) -> Option<CPython> {
        let question = "import sys; print(sys.implementation.name, '%d.%d' % sys.version_info[:2])";
        let run = Run::program(program).arguments(["-c", question]).capture().ok()?;
        let version = parse_version(run.stdout.trim_end().strip_prefix("cpython ")?)?;
        (version >= (3, 11)).then(|| CPython { interpreter: Interpreter::new(program), version })
    }

    pub(crate) fn name(&self) -> String {
        format!("CPython {}.{}", self.version.0, self.version.1)
    }
}
