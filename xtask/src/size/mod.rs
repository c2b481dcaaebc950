//! `cargo xtask size`: how much flash and RAM the language takes on the smallest board.
//!
//! `firmware/size` is an image that does nothing but run a program with every language crate linked; `elf` reads its
//! section headers and symbols.

mod modules;

use std::collections::BTreeMap;

use crate::Outcome;
use crate::elf;
use crate::process::Run;
use crate::test::install_target;
use crate::workspace;

pub(crate) const HELP: &str = "\
  size
      Builds firmware/size, an image with all language crates and no driver, for thumbv6m-none-eabi, and prints what
      it takes in flash and RAM, by section and by crate, and the largest functions and tables.
  size modules
      Builds the firmware of the usual board, or of the one that FERROPY_BOARD names, and prints what each module of the
      library takes: its Python code, names that no other module has, its machine code with that of crates that it alone
      needs, and the RAM that the emulated board lacks after importing it. Rows of builtins (28 bytes each), texts and
      outlined code have no symbol of a module and count for nobody.";

/// Largest symbols shown.
const SHOWN: usize = 15;

const TARGET: &str = "thumbv6m-none-eabi";

pub(crate) fn run(arguments: &[String]) -> Outcome {
    match arguments {
        [] => language(),
        [what] if what == "modules" => modules::run(),
        _ => Err(format!("what of?\n{HELP}")),
    }
}

fn language() -> Outcome {
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
    print_symbols(&bytes, &sections);
    println!("flash {flash} bytes, static RAM {ram} bytes");
    Ok(None)
}

/// What each crate and the largest symbols take. Constants without a name, such as texts, belong to nobody.
fn print_symbols(file: &[u8], sections: &[elf::Section]) {
    let mut symbols = elf::symbols(file).unwrap_or_default();
    symbols.retain(|symbol| sections.get(symbol.section).is_some_and(|section| section.in_file));
    symbols.sort_by_key(|symbol| std::cmp::Reverse(symbol.size));
    let mut crates: BTreeMap<String, u32> = BTreeMap::new();
    for symbol in &symbols {
        *crates.entry(crate_of(&symbol.name)).or_default() += symbol.size;
    }
    let mut crates: Vec<(String, u32)> = crates.into_iter().collect();
    let total: u32 =
        sections.iter().filter(|section| section.loaded && section.in_file).map(|section| section.size).sum();
    let named: u32 = symbols.iter().map(|symbol| symbol.size).sum();
    crates.push(("(constants without a name)".to_owned(), total.saturating_sub(named)));
    crates.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    println!("\nby crate:");
    for (name, size) in crates.iter().take(SHOWN) {
        println!("  {size:>9} {name}");
    }
    println!("largest:");
    for symbol in symbols.iter().take(SHOWN) {
        println!("  {:>9} {}", symbol.size, readable(&symbol.name));
    }
    println!();
}

/// The crate that a mangled name begins with: `_ZN15ferropy_runtime5types…`, or within the first `<…>`.
fn crate_of(name: &str) -> String {
    // The standard library comes compiled, with names of the newer form.
    if name.starts_with("_R") {
        return "core".to_owned();
    }
    let path = readable(name);
    let start = path.trim_start_matches(|character: char| !character.is_ascii_alphanumeric());
    start.chars().take_while(|character| character.is_ascii_alphanumeric() || *character == '_').collect()
}

/// A mangled name as a path, without the hash; names of another form stay as they are.
fn readable(name: &str) -> String {
    let Some(mut rest) = name.strip_prefix("_ZN") else { return name.to_owned() };
    let mut parts = Vec::new();
    while let Some(digits) = rest.find(|character: char| !character.is_ascii_digit()).filter(|digits| *digits > 0) {
        let Ok(length) = rest[..digits].parse::<usize>() else { break };
        let Some(part) = rest.get(digits..digits + length) else { break };
        parts.push(
            part.trim_start_matches('_')
                .replace("$LT$", "<")
                .replace("$GT$", ">")
                .replace("$u20$", " ")
                .replace("..", "::"),
        );
        rest = &rest[digits + length..];
    }
    parts.pop();
    parts.join("::")
}

#[cfg(test)]
mod tests {
    use super::{crate_of, readable};

    #[test]
    fn names_are_read_as_paths() {
        let name = "_ZN6crates5types33_$LT$impl$u20$crates..Isolate$GT$3new17h0123456789abcdefE";
        assert_eq!(readable(name), "crates::types::<impl crates::Isolate>::new");
        assert_eq!((crate_of(name), crate_of("memcpy")), ("crates".to_owned(), "memcpy".to_owned()));
    }
}
