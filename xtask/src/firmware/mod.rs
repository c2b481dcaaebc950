//! `cargo xtask firmware`: the image of a board, ready to be copied onto it.

mod uf2;

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::elf;
use crate::process::Run;
use crate::test::install_target;
use crate::workspace;

pub(crate) const HELP: &str = "\
  firmware [board]
      Builds the firmware of a board, a file in firmware/rp/boards without its ending (pico), and writes
      target/firmware/ferropy-<board>.uf2, .elf and .bin. Copy the .uf2 onto the drive that the board shows when it is
      plugged in with BOOTSEL held.";

const TARGET: &str = "thumbv6m-none-eabi";
/// The board that most people have.
const USUAL: &str = "pico";

/// What was built for a board.
pub(crate) struct Image {
    /// The image with its symbols.
    pub(crate) elf: PathBuf,
    /// MiB of flash that the board has.
    pub(crate) flash_mib: u32,
}

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let board = match arguments {
        [] => USUAL,
        [board] => board,
        _ => return Err(format!("one board at a time\n{HELP}")),
    };
    let image = build(board)?;
    let size = std::fs::metadata(image.elf.with_extension("bin")).map_err(|error| error.to_string())?.len();
    println!("{}: {size} bytes of flash", workspace::display(&image.elf.with_extension("uf2")));
    Ok(None)
}

/// Builds the firmware of the usual board, or of the one that `FERROPY_BOARD` names.
pub(crate) fn build_usual() -> Result<Image, String> {
    build(&std::env::var("FERROPY_BOARD").unwrap_or_else(|_| USUAL.to_owned()))
}

/// Builds the firmware of a board, and writes the files that go onto it.
fn build(board: &str) -> Result<Image, String> {
    let folder = workspace::root().join("firmware/rp");
    let flash_mib = flash_mib(&folder, board)?;
    install_target(TARGET)?;
    let run = Run::cargo(&["build", "--release", "--quiet"]).folder(&folder).environment("FERROPY_BOARD", board);
    let run = run.capture()?;
    if !run.success() {
        return Err(format!("firmware/rp does not build for {board}\n{}", run.stderr));
    }
    let built = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| folder.join("target"), Into::into);
    let path = built.join(TARGET).join("release/ferropy-rp");
    let file = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let pieces = elf::loaded(&file).ok_or("the firmware is no 32-bit little-endian ELF file")?;

    let output = workspace::target_dir().join("firmware");
    let elf = output.join(format!("ferropy-{board}.elf"));
    let write =
        |path: &Path, bytes: &[u8]| std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()));
    std::fs::create_dir_all(&output).map_err(|error| format!("{}: {error}", output.display()))?;
    write(&elf, &file)?;
    write(&elf.with_extension("uf2"), &uf2::from_pieces(&pieces, uf2::RP2040))?;
    write(&elf.with_extension("bin"), &flat(&pieces))?;
    Ok(Image { elf, flash_mib })
}

/// The pieces as they lie in the flash, from the first to the last.
fn flat(pieces: &[(u32, &[u8])]) -> Vec<u8> {
    let start = pieces.iter().map(|piece| piece.0).min().unwrap_or(0);
    let mut bytes = Vec::new();
    for &(address, piece) in pieces {
        let at = (address - start) as usize;
        bytes.resize(bytes.len().max(at + piece.len()), 0);
        bytes[at..at + piece.len()].copy_from_slice(piece);
    }
    bytes
}

/// The size of the flash, which the board's file has in KiB.
fn flash_mib(folder: &Path, board: &str) -> Result<u32, String> {
    let file = folder.join("boards").join(format!("{board}.toml"));
    let text =
        std::fs::read_to_string(&file).map_err(|_| format!("there is no board {board}: no {}", file.display()))?;
    let value = text.lines().find_map(|line| line.strip_prefix("flash = "));
    let kib: Option<u32> = value.and_then(|value| value.trim().parse().ok());
    Ok(kib.ok_or_else(|| format!("{} has no number `flash`", file.display()))? / 1024)
}
