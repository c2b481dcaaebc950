//! `cargo xtask release`: the command-line tool as users get it, laid out by the compiler for what programs do most.
//!
//! The tool is built with counters in it, runs the programs in `bench/training/`, and is built again with what they
//! counted. The programs there are none of those that are measured.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::llvm;
use crate::process::Run;
use crate::workspace;

pub(crate) const HELP: &str = "\
  release
      Builds the command-line tool as users get it, optimised by the profile of the programs in bench/training/, and
      prints where it is. Takes two builds; installs rustup's component llvm-tools where it is missing.";

/// Where the tool is linked at a fixed address, see its `build.rs`. Code that knows of that finds the interpreter's
/// instructions by one machine instruction instead of three, and has a machine register more. Only here, as the flag would hold for
/// procedural macros too where no target is named, and those are loaded anywhere.
const AT_FIXED_ADDRESS: &str =
    r#"cfg(all(target_os = "linux", target_env = "gnu", any(target_arch = "x86_64", target_arch = "aarch64")))"#;

pub(crate) fn run(arguments: &[String]) -> Outcome {
    if let Some(argument) = arguments.first() {
        return Err(format!("unknown argument {argument}\n{HELP}"));
    }
    println!("{}", workspace::display(&build()?));
    Ok(None)
}

/// Builds the tool and returns its path.
pub(crate) fn build() -> Result<PathBuf, String> {
    let host = llvm::host()?;
    let profdata = llvm::tool("llvm-profdata")?;
    let folder = workspace::target_dir().join("profile");
    let counts = folder.join("counts");
    // What an earlier build counted belongs to other code.
    std::fs::remove_dir_all(&counts).ok();
    std::fs::create_dir_all(&counts).map_err(|error| format!("{}: {error}", workspace::display(&counts)))?;

    let counting = build_with(&host, &folder, &format!("-Cprofile-generate={}", counts.display()))?;
    train(&counting, &counts)?;
    let profile = folder.join("ferropy.profdata");
    let merged = Run::program(&profdata)
        .arguments(["merge", "-o"])
        .arguments([&profile])
        .arguments(workspace::files_below(&counts, &[".profraw"]))
        .capture()?;
    if !merged.success() {
        return Err(format!("llvm-profdata: {}", merged.stderr.trim()));
    }
    let built = build_with(&host, &folder, &format!("-Cprofile-use={}", profile.display()))?;

    let place = workspace::target_dir().join("optimized").join(built.file_name().unwrap_or_default());
    let copied = std::fs::create_dir_all(place.parent().unwrap_or(&place)).and_then(|()| std::fs::copy(&built, &place));
    copied.map_err(|error| format!("{}: {error}", workspace::display(&place)))?;
    Ok(place)
}

/// A release build with one more flag for the compiler, apart from other builds.
fn build_with(host: &str, folder: &Path, flag: &str) -> Result<PathBuf, String> {
    let folder = folder.join("build");
    // Flags of several matching entries are joined: those in `.cargo/config.toml` hold as well.
    let flags = format!("target.'cfg(all())'.rustflags=['{flag}']");
    let fixed = format!("target.'{AT_FIXED_ADDRESS}'.rustflags=['-Crelocation-model=static']");
    let arguments = ["--target", host, "--config", &flags, "--config", &fixed, "--target-dir"].map(OsStr::new);
    workspace::build_ferropy_with(&[&arguments[..], &[folder.as_os_str()]].concat())?;
    Ok(folder.join(host).join("release").join(format!("ferropy{}", std::env::consts::EXE_SUFFIX)))
}

/// Runs the programs whose use of the tool is to be counted.
fn train(tool: &Path, counts: &Path) -> Result<(), String> {
    for program in workspace::files_below(&workspace::root().join("bench").join("training"), &[".py"]) {
        let counts = counts.join("%m-%p.profraw");
        let run = Run::program(tool).arguments([&program]).environment("LLVM_PROFILE_FILE", &counts).capture()?;
        if !run.success() {
            return Err(format!("{} fails: {}", workspace::display(&program), run.stderr.trim()));
        }
    }
    Ok(())
}
