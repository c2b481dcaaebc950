//! The order of functions in the file: a script for the linker with those that a start runs.
//!
//! Functions are named as the compiler mangles them, without the hashes in it, which are others with each compiler and
//! source. So a name may mean several functions, one for each type they are made for; they come along if they are small.
//! A name that means none any more does no harm.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::llvm;
use crate::process::Run;
use crate::workspace;

const FILE: &str = "crates/ferropy/start.ld";

const HEAD: &str = "\
/* What lies together in the command-line tool, as each start needs it; the rest comes behind. See `cargo xtask start`, which
   writes this. */
";

/// The most bytes that functions of one name may have in all. For a single one there is no limit.
const MOST: u64 = 12 << 10;

/// What is started, with nothing on its input. What the second runs beside the first comes behind.
const PROGRAMS: [&str; 2] = ["pass", super::PROGRAM];

/// Writes the script, from what starts of the tool run.
pub(super) fn write(binary: &Path) -> Result<(), String> {
    let sizes = sizes(binary)?;
    let mut text = format!("{HEAD}SECTIONS\n{{\n  .text :\n  {{\n");
    let mut before = BTreeSet::new();
    for program in PROGRAMS {
        let functions = run_functions(binary, program)?;
        for name in functions.difference(&before) {
            if let Some(sizes) = sizes.get(name)
                && (sizes.len() == 1 || sizes.iter().sum::<u64>() <= MOST)
            {
                // Profiles and `#[cold]` put a word between.
                text += &format!("    *(.text*.{name})\n");
            }
        }
        before.extend(functions);
    }
    text += "  }\n}\nINSERT BEFORE .fini;\n\n";
    // Rust's `main` reads the first byte of it, for which it need not lie by itself.
    text += "SECTIONS\n{\n  .debug_gdb_scripts :\n  {\n    *(.debug_gdb_scripts)\n  }\n}\nINSERT BEFORE .rodata;\n";
    let path = workspace::root().join(FILE);
    std::fs::write(&path, text).map_err(|error| format!("{FILE}: {error}"))
}

/// The functions of the tool that a program runs from start to end, as patterns.
fn run_functions(binary: &Path, program: &str) -> Result<BTreeSet<String>, String> {
    let profile = workspace::target_dir().join("start.callgrind");
    let run = Run::program("valgrind")
        .arguments(["--tool=callgrind", "--demangle=no", "--compress-strings=no"])
        .arguments([&format!("--callgrind-out-file={}", profile.display())])
        .arguments([binary])
        .arguments(["-c", program])
        .capture()?;
    if !run.success() {
        return Err(format!("valgrind: {}", run.stderr.trim()));
    }
    let text = workspace::read(&profile)?;
    let functions = text.lines().filter_map(|line| line.strip_prefix("fn="));
    // A function that calls itself is shown as several, with numbers behind their names.
    Ok(functions.map(|name| pattern(name.split('\'').next().unwrap_or(name))).collect())
}

/// The sizes of functions in the tool, by pattern.
fn sizes(binary: &Path) -> Result<BTreeMap<String, Vec<u64>>, String> {
    let run = Run::program(llvm::tool("llvm-nm")?).arguments(["--print-size", "--defined-only"]).arguments([binary]);
    let mut sizes: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for line in run.capture()?.stdout.lines() {
        if let [_, size, kind, name] = line.split_whitespace().collect::<Vec<_>>()[..]
            && matches!(kind, "t" | "T" | "w" | "W")
            && let Ok(size) = u64::from_str_radix(size, 16)
        {
            sizes.entry(pattern(name)).or_default().push(size);
        }
    }
    Ok(sizes)
}

/// A mangled name with `*` for what is not the same in each build: `17h…E` at the end of one kind of names, `Cs…_` within
/// those of the other.
fn pattern(name: &str) -> String {
    const HASH: usize = "17h0123456789abcdefE".len();
    if name.starts_with("_ZN")
        && let Some(at) = name.find("17h")
    {
        let (head, tail) = name.split_at(at);
        return format!("{head}17h*E{}", tail.get(HASH..).unwrap_or_default());
    }
    if !name.starts_with("_R") {
        return name.to_owned();
    }
    let mut pattern = String::new();
    let mut rest = name;
    while let Some((head, tail)) = rest.split_once("Cs") {
        pattern += head;
        pattern += "Cs";
        rest = tail;
        if let Some((hash, after)) = tail.split_once('_')
            && hash.len() > 6
            && hash.bytes().all(|byte| byte.is_ascii_alphanumeric())
        {
            pattern += "*_";
            rest = after;
        }
    }
    pattern + rest
}
