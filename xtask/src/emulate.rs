//! `cargo xtask emulate`: a firmware image in the emulated board. The emulator is a Node package; this finds or builds
//! the image, installs what the package needs, and starts one of its programs.

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::process::Run;
use crate::test::install_target;
use crate::workspace;

pub(crate) const HELP: &str = "\
  emulate terminal|serve|run|bench|profile|test [arguments]
      Starts a program of the board emulator (emulator/README.md): a prompt, the serial port over TCP for mpremote,
      scripts, their cycles, where those go, or the emulator's own tests. Takes the image from --image FILE or from
      FERROPY_IMAGE; without, builds firmware/rp. Needs Node 20 and npm.";

const TARGET: &str = "thumbv6m-none-eabi";

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
    if let Some(Image { path, flash_mib }) = image(rest)? {
        start = start.environment("FERROPY_IMAGE", path);
        if let Some(mib) = flash_mib {
            start = start.environment("FERROPY_FLASH_MIB", mib);
        }
    }
    let status = start.into_command().status().map_err(|error| format!("{program}: {error}"))?;
    if status.success() { Ok(None) } else { Err(format!("{program} ended with {status}")) }
}

/// Checks Node's age, and fetches the one package that the emulator stands on.
fn install(folder: &Path) -> Result<(), String> {
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

/// A firmware file, and how much flash it needs, if that is known.
struct Image {
    path: PathBuf,
    flash_mib: Option<String>,
}

/// The image to run, unless the arguments name it.
fn image(arguments: &[String]) -> Result<Option<Image>, String> {
    let is_named = arguments.iter().any(|argument| argument == "--image" || argument.starts_with("--image="));
    if is_named || std::env::var_os("FERROPY_IMAGE").is_some() || arguments.iter().any(|argument| argument == "--help")
    {
        return Ok(None);
    }
    let folder = workspace::root().join("firmware/rp");
    install_target(TARGET)?;
    let build = Run::cargo(&["build", "--release", "--quiet"]).folder(&folder).capture()?;
    if !build.success() {
        return Err(format!("firmware/rp does not build\n{}", build.stderr));
    }
    let output = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| folder.join("target"), Into::into);
    let path = output.join(TARGET).join("release/ferropy-rp");
    Ok(Some(Image { path, flash_mib: Some(flash_mib(&folder)?) }))
}

/// The size of the flash, which the board's file has in KiB. `FERROPY_BOARD` names the board, as for the build.
fn flash_mib(folder: &Path) -> Result<String, String> {
    let name = std::env::var("FERROPY_BOARD").unwrap_or_else(|_| "pico".to_owned());
    let file = folder.join("boards").join(format!("{name}.toml"));
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let value =
        text.lines().find_map(|line| line.strip_prefix("flash = ")).and_then(|value| value.trim().parse::<u32>().ok());
    let kib = value.ok_or_else(|| format!("{} has no number `flash`", file.display()))?;
    Ok((kib / 1024).to_string())
}
