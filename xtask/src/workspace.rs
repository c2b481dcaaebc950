//! Where things are: the repository, the build directory, the programs to run; and the layers of the crates.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::process::Run;

/// A crate under `crates/` and the crates of the workspace that it may name.
pub(crate) struct Layer {
    pub(crate) name: &'static str,
    pub(crate) may_use: &'static [&'static str],
    /// Language crates are `no_std`, contain no `unsafe` and must build for the smallest board.
    pub(crate) language: bool,
}

/// The direction of dependencies, lowest layer first. ARCHITECTURE.md explains it; `tidy` compares it with the
/// manifests.
#[rustfmt::skip]
pub(crate) const LAYERS: &[Layer] = &[
    Layer { name: "platform", may_use: &[], language: true },
    Layer { name: "numeric", may_use: &[], language: true },
    Layer { name: "unicode", may_use: &[], language: true },
    Layer { name: "protocol", may_use: &[], language: true },
    Layer { name: "regex", may_use: &["unicode"], language: true },
    Layer { name: "syntax", may_use: &["numeric", "unicode"], language: true },
    Layer { name: "bytecode", may_use: &["numeric"], language: true },
    Layer { name: "compiler", may_use: &["syntax", "bytecode", "numeric", "unicode"], language: true },
    Layer { name: "runtime", may_use: &["compiler", "syntax", "bytecode", "numeric", "unicode", "platform"], language: true },
    Layer { name: "stdlib", may_use: &["runtime", "syntax", "numeric", "unicode", "regex", "platform", "storage", "compiler", "bytecode"], language: true },
    Layer { name: "repl", may_use: &["runtime", "syntax", "platform", "protocol", "unicode"], language: true },
    Layer { name: "storage", may_use: &["platform"], language: false },
    Layer { name: "host", may_use: &["platform"], language: false },
    Layer { name: "ferropy", may_use: &["stdlib", "repl", "host", "protocol", "runtime", "compiler", "syntax", "bytecode", "platform", "numeric", "unicode"], language: false },
    Layer { name: "web", may_use: &["stdlib", "repl", "platform", "protocol", "runtime"], language: false },
];

/// The language crates that exist, as folder names under `crates/`.
pub(crate) fn language_crates() -> Vec<&'static str> {
    let crates = root().join("crates");
    LAYERS.iter().filter(|layer| layer.language && crates.join(layer.name).is_dir()).map(|layer| layer.name).collect()
}

/// The repository.
pub(crate) fn root() -> &'static Path {
    // The manifest of this crate is `<root>/xtask/Cargo.toml`.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Where cargo builds: `CARGO_TARGET_DIR`, or `target` in the repository.
pub(crate) fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// A path as it is printed: relative to the repository, with `/`.
pub(crate) fn display(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// Builds the release command-line tool and returns its path.
pub(crate) fn build_ferropy() -> Result<PathBuf, String> {
    build_ferropy_with(&[])?;
    Ok(target_dir().join("release").join(format!("ferropy{}", std::env::consts::EXE_SUFFIX)))
}

/// Builds the release command-line tool with further arguments for cargo.
pub(crate) fn build_ferropy_with(arguments: &[&OsStr]) -> Result<(), String> {
    let build = Run::cargo(&["build", "--release", "--quiet", "--package", "ferropy"]);
    let run = build.arguments(arguments).capture()?;
    if !run.success() {
        let first = run.stderr.lines().find(|line| line.starts_with("error")).unwrap_or("cargo build failed");
        return Err(format!("ferropy does not build: {first}"));
    }
    Ok(())
}

/// Every file below `folder` whose name ends in one of `endings`, sorted, without build output and version control.
pub(crate) fn files_below(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    const NOT_OURS: &[&str] = &["target", ".git", "node_modules", "__pycache__"];
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !NOT_OURS.contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Reads a text file, naming it in the error.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", display(path)))
}
