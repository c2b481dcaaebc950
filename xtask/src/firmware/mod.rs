//! `cargo xtask firmware`: the image of a board, ready to be copied onto it.

mod branches;
mod comparisons;
mod outline;
mod regenerate;
mod uf2;

use std::path::{Path, PathBuf};

pub(crate) use regenerate::link;

use crate::Outcome;
use crate::elf;
use crate::process::Run;
use crate::test::install_target;
use crate::workspace;

pub(crate) const HELP: &str = "\
  firmware [board]
      Builds the firmware of a board, a file in firmware/rp/boards without its ending (pico), and writes
      target/firmware/ferropy-<board>.uf2, .elf and .bin. Copy the .uf2 onto the drive that the board shows when it is
      plugged in with BOOTSEL held. Prints what the image takes in flash and RAM.";

const TARGET: &str = "thumbv6m-none-eabi";
/// The board that most people have.
const USUAL: &str = "pico";

/// What was built for a board.
pub(crate) struct Image {
    /// The image with its symbols.
    pub(crate) elf: PathBuf,
    /// MiB of flash that the board has.
    pub(crate) flash_mib: u32,
    /// What it takes in flash and RAM.
    size: Size,
    /// The KiB that it may take, where the board's file says so and it was made as short as it can be.
    most_kib: Option<u32>,
    /// It was made as short as it can be.
    is_short: bool,
}

impl Image {
    /// Whether it was made as short as it can be, with `llvm-tools`.
    pub(crate) fn is_short(&self) -> bool {
        self.is_short
    }

    /// What is wrong with its size: more than the board's file allows.
    pub(crate) fn excess(&self) -> Option<String> {
        let most = self.most_kib?;
        let flash = self.size.flash();
        let name = self.elf.file_stem().unwrap_or_default().to_string_lossy();
        (flash > most * 1024).then(|| {
            format!(
                "{name} takes {flash} bytes of flash, {} more than the {most} KiB that `image` in the board's file allows: \
                 make it smaller, or raise the number and say in docs/boards.md what for",
                flash - most * 1024
            )
        })
    }
}

/// What an image takes, in bytes.
struct Size {
    code: u32,
    /// Constants, and all else that is only read.
    constants: u32,
    /// What variables begin with.
    data: u32,
    /// Variables.
    ram: u32,
}

impl Size {
    fn of(sections: &[elf::Section]) -> Size {
        let sum = |chosen: &dyn Fn(&elf::Section) -> bool| -> u32 {
            sections.iter().filter(|section| section.loaded && chosen(section)).map(|section| section.size).sum()
        };
        let code = sum(&|section| section.name == ".text");
        Size {
            code,
            constants: sum(&|section| section.in_file && !section.writable) - code,
            data: sum(&|section| section.in_file && section.writable),
            ram: sum(&|section| section.writable),
        }
    }

    /// Bytes of flash.
    fn flash(&self) -> u32 {
        self.code + self.constants + self.data
    }
}

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let board = match arguments {
        [] => USUAL,
        [board] => board,
        _ => return Err(format!("one board at a time\n{HELP}")),
    };
    let image = build(board)?;
    let size = &image.size;
    println!(
        "{}: {} bytes of flash (code {}, constants {}, initial values {}), {} bytes of RAM",
        workspace::display(&image.elf.with_extension("uf2")),
        size.flash(),
        size.code,
        size.constants,
        size.data,
        size.ram
    );
    if let Some(excess) = image.excess() {
        println!("{excess}");
    }
    Ok(None)
}

/// Builds the firmware of the usual board, or of the one that `FERROPY_BOARD` names.
pub(crate) fn build_usual() -> Result<Image, String> {
    build(&std::env::var("FERROPY_BOARD").unwrap_or_else(|_| USUAL.to_owned()))
}

/// Builds the firmware of a board, and writes the files that go onto it.
fn build(board: &str) -> Result<Image, String> {
    let folder = workspace::root().join("firmware/rp");
    let flash_mib = wanted(&folder, board, "flash")? / 1024;
    install_target(TARGET)?;
    let run = Run::cargo(&["rustc", "--release", "--quiet"]).folder(&folder).environment("FERROPY_BOARD", board);
    let (run, is_short) = regenerate::prepare(run)?;
    let most_kib = number(&folder, board, "image")?.filter(|_| is_short);
    let run = run.capture()?;
    if !run.success() {
        return Err(match overflow(&run.stderr) {
            Some(bytes) => format!(
                "the firmware does not fit: {bytes} bytes more than boards/{board}.toml leaves for it, which is `flash` \
                 without `files`"
            ),
            None => format!("firmware/rp does not build for {board}\n{}", run.stderr),
        });
    }
    let built = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| folder.join("target"), Into::into);
    let path = built.join(TARGET).join("release/ferropy-rp");
    let file = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    const NO_ELF: &str = "the firmware is no 32-bit little-endian ELF file";
    let pieces = elf::loaded(&file).ok_or(NO_ELF)?;
    let size = Size::of(&elf::sections(&file).ok_or(NO_ELF)?);

    let output = workspace::target_dir().join("firmware");
    let elf = output.join(format!("ferropy-{board}.elf"));
    let write =
        |path: &Path, bytes: &[u8]| std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()));
    std::fs::create_dir_all(&output).map_err(|error| format!("{}: {error}", output.display()))?;
    write(&elf, &file)?;
    write(&elf.with_extension("uf2"), &uf2::from_pieces(&pieces, uf2::RP2040))?;
    write(&elf.with_extension("bin"), &flat(&pieces))?;
    Ok(Image { elf, flash_mib, size, most_kib, is_short })
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

/// The bytes that are too many, if the linker said so.
fn overflow(message: &str) -> Option<u64> {
    let (_, rest) = message.split_once("region 'FLASH'")?;
    rest.split_once("overflowed by ")?.1.split(' ').next()?.parse().ok()
}

/// A number of a board's file, if it has that.
fn number(folder: &Path, board: &str, key: &str) -> Result<Option<u32>, String> {
    let file = folder.join("boards").join(format!("{board}.toml"));
    let text =
        std::fs::read_to_string(&file).map_err(|_| format!("there is no board {board}: no {}", file.display()))?;
    let value = text.lines().find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('='));
    match value.map(|value| value.trim().parse()) {
        None => Ok(None),
        Some(Ok(number)) => Ok(Some(number)),
        Some(Err(_)) => Err(format!("{}: `{key}` is no number", file.display())),
    }
}

/// A number that a board's file has to have.
fn wanted(folder: &Path, board: &str, key: &str) -> Result<u32, String> {
    number(folder, board, key)?.ok_or_else(|| format!("boards/{board}.toml has no number `{key}`"))
}
