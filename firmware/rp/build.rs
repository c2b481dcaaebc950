//! Reads the board's file and writes what follows from it: the linker's memory map, and constants for the program.
//!
//! `FERROPY_BOARD` names the board: a file of `boards/` without its ending.

use std::path::PathBuf;
use std::{env, fs};

/// KiB of RAM for the machine's stack. It lies below everything else, so that a stack that grows too deep leaves the RAM,
/// which is a fault, and overwrites nothing.
const STACK: u64 = 27;

const RAM_START: u64 = 0x2000_0000;
const RAM: u64 = 264;
const FLASH_START: u64 = 0x1000_0000;

fn main() {
    println!("cargo::rerun-if-env-changed=FERROPY_BOARD");
    println!("cargo::rerun-if-changed=boards");
    let name = env::var("FERROPY_BOARD").unwrap_or_else(|_| "pico".to_owned());
    let path = format!("boards/{name}.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let board: toml::Table = text.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
    let number = |key: &str| -> u64 {
        let value = board.get(key).and_then(toml::Value::as_integer);
        value.and_then(|value| value.try_into().ok()).unwrap_or_else(|| panic!("{path}: no number {key}"))
    };
    let string = |key: &str| -> &str {
        board.get(key).and_then(toml::Value::as_str).unwrap_or_else(|| panic!("{path}: no text {key}"))
    };
    let (flash, files) = (number("flash") * 1024, number("files") * 1024);
    let stack = STACK * 1024;
    let memory = format!(
        "MEMORY {{\n  BOOT2 : ORIGIN = {FLASH_START:#x}, LENGTH = 0x100\n  FLASH : ORIGIN = {:#x}, LENGTH = {:#x}\n  \
         RAM : ORIGIN = {:#x}, LENGTH = {:#x}\n}}\n_stack_start = ORIGIN(RAM);\n_stack_end = {RAM_START:#x};\n",
        FLASH_START + 0x100,
        flash - files - 0x100,
        RAM_START + stack,
        RAM * 1024 - stack,
    );
    let machine = string("machine");
    let banner = format!(
        "Ferropy {} (Python 3.14); {machine}\nMicroPython tools and programs are welcome. Type \"help()\" for more information.\n",
        env!("CARGO_PKG_VERSION")
    );
    let led = number("led");
    let pins: String = (0..=28)
        .filter(|&pin| !(23..=25).contains(&pin) || pin == led)
        .map(|pin| format!("(\"GP{pin}\", {pin}), "))
        .chain([format!("(\"LED\", {led})")])
        .collect();
    let constants = format!(
        "/// What the board calls itself.\npub(crate) const MACHINE: &str = {machine:?};\n\
         /// What stands above the prompt.\npub(crate) const BANNER: &str = {banner:?};\n\
         /// The pins that the board brings out, by its names for them.\n\
         pub(crate) const PINS: &[(&str, u8)] = &[{pins}];\n\
         /// Bytes of flash.\npub(crate) const FLASH_BYTES: usize = {flash};\n\
         /// Bytes at the end of the flash that hold the files.\npub(crate) const FILES_BYTES: usize = {files};\n",
    );
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("memory.x"), memory).expect("the output folder can be written");
    fs::write(out.join("board.rs"), constants).expect("the output folder can be written");
    println!("cargo::rustc-link-search={}", out.display());
}
