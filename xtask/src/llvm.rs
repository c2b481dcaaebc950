//! The tools of the compiler's own LLVM: rustup's component llvm-tools.

use std::path::{Path, PathBuf};

use crate::process::Run;
use crate::test::install_component;
use crate::workspace;

/// The platform that the compiler runs on.
///
/// # Errors
/// Where there is no Rust.
pub(crate) fn host() -> Result<String, String> {
    let version = rustc(&["-vV"])?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc -vV names no host".to_owned())
}

/// The path of a tool, after it was installed, if need be.
///
/// # Errors
/// Where it can't be installed.
pub(crate) fn tool(name: &str) -> Result<PathBuf, String> {
    let sysroot = rustc(&["--print", "sysroot"])?;
    let folder = Path::new(sysroot.trim()).join("lib").join("rustlib").join(host()?).join("bin");
    let path = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if !path.is_file() {
        install_component("llvm-tools")?;
    }
    if path.is_file() { Ok(path) } else { Err(format!("rustup's component llvm-tools has no {name}")) }
}

fn rustc(arguments: &[&str]) -> Result<String, String> {
    Ok(Run::program("rustc").folder(workspace::root()).arguments(arguments).capture()?.stdout)
}
