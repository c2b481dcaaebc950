//! `cargo xtask emulate`: a firmware image in the emulated board. The emulator is a Node package; this finds or builds
//! the image, installs what the package needs, and starts one of its programs.

use std::path::Path;

use crate::Outcome;
use crate::firmware::{self, Image};
use crate::process::Run;
use crate::workspace;

pub(crate) const HELP: &str = "\
  emulate terminal|serve|run|bench|profile|test [arguments]
      Starts a program of the board emulator (emulator/README.md): a prompt, the serial port over TCP for mpremote,
      scripts, their cycles, where those go, or the emulator's own tests. Takes the image from --image FILE or from
      FERROPY_IMAGE; without, builds firmware/rp. Needs Node 20 and npm.";

/// The oldest Node whose test runner and option parser the emulator can use.
const NODE: u32 = 20;

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let Some((program, rest)) = arguments.split_first() else {
        return Err(format!("which program?\n{HELP}"));
    };
    let folder = workspace::root().join("emulator");
    let script = folder.join("bin").join(format!("{program}.js"));
    if program != "test" && !script.is_file() {
        return Err(format!("the emulator has no program {program}\n{HELP}"));
    }
    install(&folder)?;
    let mut start = if program == "test" {
        Run::program("npm").folder(&folder).arguments(["test"])
    } else {
        Run::program("node").arguments([script.as_os_str()]).arguments(rest)
    };
    if let Some(Image { elf, flash_mib, .. }) = image(rest)? {
        start = start.environment("FERROPY_IMAGE", elf).environment("FERROPY_FLASH_MIB", flash_mib.to_string());
    }
    let status = start.into_command().status().map_err(|error| format!("{program}: {error}"))?;
    if status.success() { Ok(None) } else { Err(format!("{program} ended with {status}")) }
}

/// Checks Node's age, and fetches the one package that the emulator stands on.
pub(crate) fn install(folder: &Path) -> Result<(), String> {
    let version = Run::program("node").arguments(["--version"]).capture()?.stdout;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|number| number.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        return Err(format!("the emulator needs Node {NODE} or later, this is {}", version.trim()));
    }
    if folder.join("node_modules/rp2040js").is_dir() {
        return Ok(());
    }
    let installed = Run::program("npm").arguments(["ci", "--no-audit", "--no-fund"]).folder(folder).capture()?;
    if installed.success() { Ok(()) } else { Err(format!("npm ci failed\n{}", installed.stderr)) }
}

/// The image to run, unless the arguments name it.
fn image(arguments: &[String]) -> Result<Option<Image>, String> {
    let is_named = arguments.iter().any(|argument| argument == "--image" || argument.starts_with("--image="));
    if is_named || std::env::var_os("FERROPY_IMAGE").is_some() || arguments.iter().any(|argument| argument == "--help")
    {
        return Ok(None);
    }
    firmware::build_usual().map(Some)
}
