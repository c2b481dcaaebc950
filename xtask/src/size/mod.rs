//! `cargo xtask size`: how much flash and RAM the language takes on the smallest board.
//!
//! `firmware/size` is an image that does nothing but run a program with every language crate linked; `elf` reads its
//! section headers.

mod elf;

use crate::Outcome;
use crate::process::Run;
use crate::test::install_target;
use crate::workspace;

pub(crate) const HELP: &str = "\
  size
      Builds firmware/size, an image with all language crates and no driver, for thumbv6m-none-eabi, and prints what
      it takes in flash and RAM.";

const TARGET: &str = "thumbv6m-none-eabi";

pub(crate) fn run(_: &[String]) -> Outcome {
    let folder = workspace::root().join("firmware/size");
    if !folder.is_dir() {
        return Err("there is no firmware/size".to_owned());
    }
    install_target(TARGET)?;
    let build = Run::cargo(&["build", "--release", "--quiet"]).folder(&folder).capture()?;
    if !build.success() {
        return Err(format!("firmware/size does not build\n{}", build.stderr));
    }
    let own_target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| folder.join("target"), Into::into);
    let path = own_target.join(TARGET).join("release/ferropy-size");
    let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let sections = elf::sections(&bytes).ok_or("the image is no 32-bit little-endian ELF file")?;

    let (mut flash, mut ram) = (0, 0);
    for section in sections.iter().filter(|section| section.loaded && section.size > 0) {
        println!("{:20} {:>9} bytes at {:#010x}", section.name, section.size, section.address);
        // Initialised data lies in flash and is copied to RAM at start-up.
        flash += if section.in_file { section.size } else { 0 };
        ram += if section.writable { section.size } else { 0 };
    }
    println!("flash {flash} bytes, static RAM {ram} bytes");
    Ok(None)
}
