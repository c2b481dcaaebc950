//! `cargo xtask size modules`: what each module of the library takes in a board's image, and in RAM when it is imported.
//!
//! The build script of `ferropy-stdlib` writes what frozen code takes; the image's symbols tell what is machine code; and the
//! emulated board imports one module after the other and forgets them again.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::SystemTime;

use super::{TARGET, crate_of, readable};
use crate::process::Run;
use crate::{Outcome, elf, emulate, firmware, workspace};

/// The crate whose modules these are.
const LIBRARY: &str = "ferropy_stdlib::";
/// Crates that one of its files alone needs, and that file.
const OWN_CRATES: &[(&str, &str)] = &[
    ("aes", "cryptolib"),
    ("ferropy_regex", "re"),
    ("ferropy_storage", "volumes"),
    ("littlefs_rust_core", "volumes"),
    ("sha2", "digests"),
];
/// Imports what can be imported, one after the other, and prints what each takes, with what it imports itself.
const SCRIPT: &str = "\
import gc, sys
def measure(name):
    known = set(sys.modules)
    gc.collect()
    before = gc.mem_free()
    __import__(name)
    gc.collect()
    print(name, before - gc.mem_free())
    for other in list(sys.modules):
        if other not in known:
            del sys.modules[other]
for name in sorted(set(sys.builtin_module_names)):
    try:
        measure(name)
    except ImportError:
        pass
    gc.collect()
";

/// What one module takes, in bytes.
#[derive(Default)]
struct Size {
    python: u32,
    names: u32,
    machine_code: u32,
    ram: Option<i64>,
}

pub(super) fn run() -> Outcome {
    let image = firmware::build_usual()?;
    let mut sizes: BTreeMap<String, Size> = BTreeMap::new();
    for (name, python, names) in frozen()? {
        let size = sizes.entry(name).or_default();
        (size.python, size.names) = (python, names);
    }
    let file = std::fs::read(&image.elf).map_err(|error| format!("{}: {error}", image.elf.display()))?;
    let sections = elf::sections(&file).unwrap_or_default();
    for symbol in elf::symbols(&file).unwrap_or_default() {
        if let Some(folder) = folder(&symbol.name)
            && sections.get(symbol.section).is_some_and(|section| section.in_file)
        {
            sizes.entry(folder).or_default().machine_code += symbol.size;
        }
    }
    for (name, ram) in memory(&image)? {
        sizes.entry(name.replace('.', "_")).or_default().ram = Some(ram);
    }
    println!("{:28} {:>8} {:>8} {:>8} {:>8}", "module, or file in Rust", "Python", "names", "machine", "RAM");
    for (name, Size { python, names, machine_code, ram }) in &sizes {
        let ram = ram.map_or_else(String::new, |ram| ram.to_string());
        println!("{name:28} {python:>8} {names:>8} {machine_code:>8} {ram:>8}");
    }
    let sum = |of: fn(&Size) -> u32| sizes.values().map(of).sum::<u32>();
    let (python, names, code) = (sum(|size| size.python), sum(|size| size.names), sum(|size| size.machine_code));
    println!("{:28} {python:>8} {names:>8} {code:>8}", "in all");
    Ok(None)
}

/// The file or folder of the library that a symbol belongs to.
fn folder(symbol: &str) -> Option<String> {
    let path = readable(symbol);
    if let Some((_, rest)) = path.split_once(LIBRARY) {
        return Some(rest.split("::").next().unwrap_or(rest).to_owned());
    }
    let own = crate_of(symbol);
    OWN_CRATES.iter().find(|(name, _)| *name == own).map(|(_, folder)| (*folder).to_owned())
}

/// What the newest build for boards says of its frozen modules: name, bytes of code, bytes of names.
fn frozen() -> Result<Vec<(String, u32, u32)>, String> {
    let own = std::env::var_os("CARGO_TARGET_DIR");
    let target = own.map_or_else(|| workspace::root().join("firmware/rp/target"), PathBuf::from);
    let builds = target.join(TARGET).join("release/build");
    let show = |error: std::io::Error| format!("{}: {error}", builds.display());
    let mut newest: Option<(SystemTime, PathBuf)> = None;
    for entry in std::fs::read_dir(&builds).map_err(show)? {
        let path = entry.map_err(show)?.path().join("out/sizes.txt");
        if let Ok(time) = path.metadata().and_then(|data| data.modified())
            && newest.as_ref().is_none_or(|(before, _)| *before < time)
        {
            newest = Some((time, path));
        }
    }
    let (_, path) = newest.ok_or("no build of the library has left a sizes.txt")?;
    let line = |line: &str| {
        let mut words = line.split(' ');
        Some((words.next()?.to_owned(), words.next()?.parse().ok()?, words.next()?.parse().ok()?))
    };
    Ok(workspace::read(&path)?.lines().filter_map(line).collect())
}

/// The RAM that modules take on the emulated board.
fn memory(image: &firmware::Image) -> Result<Vec<(String, i64)>, String> {
    let root = workspace::root();
    emulate::install(&root.join("emulator"))?;
    let script = workspace::target_dir().join("firmware/measure_modules.py");
    std::fs::write(&script, SCRIPT).map_err(|error| format!("{}: {error}", script.display()))?;
    let run = Run::program("node")
        .folder(root)
        .arguments(["emulator/bin/run.js".as_ref(), script.as_os_str()])
        .environment("FERROPY_IMAGE", &image.elf)
        .environment("FERROPY_FLASH_MIB", image.flash_mib.to_string())
        .capture()?;
    if !run.success() {
        return Err(format!("the emulated board can't import all modules\n{}{}", run.stdout, run.stderr));
    }
    let line = |line: &str| Some((line.split_once(' ')?.0.to_owned(), line.split_once(' ')?.1.parse().ok()?));
    Ok(run.stdout.lines().filter_map(line).collect())
}
