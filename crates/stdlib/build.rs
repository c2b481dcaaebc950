//! Compiles the modules of the library that are written in Python: `python/<name>.py` becomes `<name>.fpy` in the
//! build's output folder, where `include_bytes!` finds it.

use std::path::PathBuf;
use std::{env, fs};

/// Modules whose functions are written in C in CPython: tracebacks don't show how they work inside.
const AS_BUILTIN: &[&str] = &[
    "io",
    "_iobase",
    "_iobuffered",
    "_iofile",
    "_iomemory",
    "_iotext",
    "_structseq",
    "_sysinfo",
    "atexit",
    "_lru_cache",
    "_warnings",
    "_encodings",
];

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=python");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    let folder = fs::read_dir("python").map_err(|error| format!("python: {error}"))?;
    for entry in folder {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.extension().is_some_and(|extension| extension == "py") {
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let kind = if AS_BUILTIN.contains(&&*stem) { "builtin" } else { "frozen" };
            let compiled = ferropy_compiler::compile_file(&text, &format!("<{kind} {stem}>"))?;
            fs::write(out.join(format!("{stem}.fpy")), compiled).map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}
