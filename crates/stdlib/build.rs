//! Compiles the modules of the library that are written in Python and writes them as static data: `image.rs` in the build's
//! output folder, and files with texts and bytes that it includes.

use ferropy_bytecode::image::{ModuleTables, TextTables, Texts};
use ferropy_bytecode::{CodeObject, verifier};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Modules whose functions are written in C in CPython: tracebacks don't show how they work inside.
const AS_BUILTIN: &[&str] = &[
    "_ast",
    "io",
    "_iobase",
    "_ioboth",
    "_iobuffered",
    "_iofile",
    "_iomemory",
    "_iotext",
    "_csv",
    "_structseq",
    "marshal",
    "zlib",
    "decimal",
    "_decimal_arithmetic",
    "_decimal_contexts",
    "_decimal_core",
    "_decimal_current",
    "_decimal_format",
    "_decimal_functions",
    "_decimal_more",
    "_decimal_operations",
    "_decimal_tuple",
    "_pickle_buffer",
    "_pickle_opcodes",
    "_pickle_reading",
    "_pickle_savers",
    "_pickle_writing",
    "_sqlite_blob",
    "_sqlite_calls",
    "_sqlite_connection",
    "_sqlite_cursor",
    "_sqlite_methods",
    "_sqlite_row",
    "_sqlite_values",
    "datetime",
    "_datetime_spans",
    "_datetime_text",
    "_datetime_times",
    "_sysinfo",
    "atexit",
    "_lru_cache",
    "_warnings",
    "_encodings",
    "_thread",
];

/// Modules that are partly written in Python, and the features that they need.
const PARTS: &[(&str, Option<&str>)] = &[
    ("struct", None),
    ("importlib", None),
    ("micropython", None),
    ("_ast", Some("ast")),
    ("_csv", Some("csv")),
    ("binascii", Some("binascii")),
    ("machine", Some("machine")),
    ("marshal", Some("marshal")),
    ("_thread", Some("threads")),
    ("uctypes", Some("uctypes")),
];

/// The list of the other modules.
const LIST: &str = "src/frozen.rs";

/// Where the tables of rows are whose names shall be static texts.
const TABLES: &[&str] = &[SOURCES, "../runtime/src"];
const SOURCES: &str = "src";

/// The modules that each start imports.
const AT_START: &[&str] = &["_site"];

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=python");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    let modules = compile_all(Path::new("python"))?;
    let mut texts = Texts::new(!has("large-tables"));
    let left_out = modules_left_out()?;
    for folder in TABLES {
        println!("cargo::rerun-if-changed={folder}");
        want_literals(Path::new(folder), &mut texts, &left_out)?;
    }
    AT_START.iter().filter_map(|&name| modules.get(name)).for_each(|code| texts.want_all(code));
    texts.begin_rest();
    modules.values().for_each(|code| texts.want_all(code));
    let tables = texts.number()?;
    let mut source = String::new();
    write_texts(&mut source, &tables, &out)?;
    let own_texts = own_texts(&modules);
    let mut sizes = String::new();
    for (name, code) in &modules {
        let tables = ModuleTables::of(code, &texts).map_err(|error| format!("{name}: {error}"))?;
        write_module(&mut source, name, &tables, &out)?;
        let own = own_texts.get(name).copied().unwrap_or(0);
        // Writing to a string does not fail.
        let _ = writeln!(sizes, "{name} {} {own}", tables.size());
    }
    // For `cargo xtask size modules`.
    write_file(&out.join("sizes.txt"), sizes.as_bytes())?;
    write_file(&out.join("image.rs"), source.as_bytes())
}

/// The bytes of the texts that only one of the modules wants, for each of them; each text has two bytes more for its end.
fn own_texts(modules: &BTreeMap<String, CodeObject>) -> BTreeMap<String, usize> {
    let mut owners: BTreeMap<String, BTreeSet<&String>> = BTreeMap::new();
    for (name, code) in modules {
        let mut texts = Texts::new(!has("large-tables"));
        texts.want_all(code);
        for text in texts.wanted() {
            owners.entry(text.to_owned()).or_default().insert(name);
        }
    }
    let mut sizes = BTreeMap::new();
    for (text, names) in owners {
        if let (Some(&name), 1) = (names.first(), names.len()) {
            *sizes.entry(name.clone()).or_default() += text.len() + 2;
        }
    }
    sizes
}

/// Whether a feature is on.
fn has(feature: &str) -> bool {
    env::var_os(format!("CARGO_FEATURE_{}", feature.to_uppercase().replace('-', "_"))).is_some()
}

/// The names of the files that are built.
fn wanted_files() -> Result<BTreeMap<String, String>, String> {
    let parts = PARTS.iter().filter(|(_, feature)| feature.is_none_or(has));
    let mut wanted: BTreeMap<String, String> = parts.map(|&(name, _)| (name.into(), name.into())).collect();
    for (is_built, line) in built_lines_of(&read_file(Path::new(LIST))?) {
        if let Some((name, file)) = line.split_once(" = \"").and_then(|(_, rest)| rest.split_once("\", "))
            && let Some((file, _)) = file.split_once(", \"")
            && is_built
        {
            wanted.insert(file.to_lowercase(), name.into());
        }
    }
    Ok(wanted)
}

/// The source without the lines that end in `# feature: NAME`, where that is off. The others keep their numbers.
fn built_lines(source: &str) -> String {
    let is_built = |line: &str| line.rsplit_once("  # feature: ").is_none_or(|(_, feature)| has(feature));
    source.lines().map(|line| if is_built(line) { line } else { "" }).collect::<Vec<_>>().join("\n") + "\n"
}

fn compile_all(folder: &Path) -> Result<BTreeMap<String, CodeObject>, String> {
    let mut modules = BTreeMap::new();
    for (stem, name) in wanted_files()? {
        let path = folder.join(format!("{stem}.py"));
        let kind = if AS_BUILTIN.contains(&&*stem) { "builtin" } else { "frozen" };
        let code = ferropy_compiler::compile_file(
            &built_lines(&read_file(&path)?),
            &format!("<{kind} {name}>"),
            has("documentation"),
        )?;
        // Nobody looks at it again.
        verifier::verify(&code).map_err(|error| format!("{stem}: {error}"))?;
        modules.insert(stem, code);
    }
    Ok(modules)
}

/// The modules in Rust that are left out, by what their file or folder is called.
fn modules_left_out() -> Result<BTreeSet<String>, String> {
    let text = read_file(Path::new("src/lib.rs"))?;
    let declared =
        |line: &str| Some(line.trim_start_matches("pub(crate) ").strip_prefix("mod ")?.strip_suffix(';')?.to_owned());
    let lines: Vec<(bool, &str)> = built_lines_of(&text).collect();
    Ok(lines.iter().filter(|(is_built, _)| !is_built).filter_map(|(_, line)| declared(line)).collect())
}

/// The lines of Rust that stand behind attributes or alone, and whether their feature is on.
fn built_lines_of(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let mut is_built = true;
    text.lines().map(str::trim).filter_map(move |line| {
        if let Some(feature) = line.strip_prefix("#[cfg(feature = \"").and_then(|rest| rest.strip_suffix("\")]")) {
            is_built = has(feature);
            return None;
        }
        Some((std::mem::replace(&mut is_built, true), line))
    })
}

/// Wants the texts in double quotes that may be names, or the documentation of modules. Those that aren't cost a few bytes
/// of flash, one that is overlooked costs RAM.
fn want_literals(folder: &Path, texts: &mut Texts, left_out: &BTreeSet<String>) -> Result<(), String> {
    for path in files(folder)? {
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        if folder == Path::new(SOURCES) && left_out.contains(name) {
            continue;
        }
        if path.is_dir() {
            want_literals(&path, texts, left_out)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = read_file(&path)?;
            let is_list = path == Path::new(LIST);
            let lines = built_lines_of(&text).filter(|(is_built, _)| *is_built).map(|(_, line)| line);
            for literal in lines.flat_map(|line| line.split('"').skip(1).step_by(2)) {
                let is_name = literal.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
                if is_list || (is_name && literal.len() > 1) {
                    texts.want(literal);
                }
            }
        }
    }
    Ok(())
}

fn write_texts(source: &mut String, tables: &TextTables, out: &Path) -> Result<(), String> {
    write_file(&out.join("texts.bin"), &tables.bytes)?;
    let is_wide = env::var("CARGO_CFG_TARGET_POINTER_WIDTH").is_ok_and(|width| width == "64");
    let (ends, wraps) = if is_wide {
        (list(&tables.ends), list::<u16>(&[]))
    } else {
        (list(&tables.ends.iter().map(|&end| end as u16).collect::<Vec<_>>()), list(&tables.wraps))
    };
    let buckets = list(&tables.buckets);
    let bytes = r#"include_bytes!(concat!(env!("OUT_DIR"), "/texts.bin"))"#;
    let text = format!(
        "static TEXTS: StaticTexts = StaticTexts {{ bytes: {bytes}, ends: {ends}, wraps: {wraps}, buckets: {buckets} }};\n"
    );
    source.push_str(&text);
    Ok(())
}

fn write_module(source: &mut String, name: &str, tables: &ModuleTables, out: &Path) -> Result<(), String> {
    write_file(&out.join(format!("{name}.bin")), &tables.bytes)?;
    let constant = name.to_uppercase();
    let codes: Vec<String> = tables.codes.iter().map(|row| format!("FrozenCode::new(&{constant}, {row:?})")).collect();
    let text = format!(
        "pub(crate) static {constant}: FrozenModule = FrozenModule {{ filename: {}, words: {}, numbers: {}, \
         bytes: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.bin\")), codes: {}, handlers: &{:?}, \
         scoped_names: &{:?}, texts: &TEXTS }};\n",
        tables.filename,
        list(&tables.words),
        list(&tables.numbers),
        list(&codes),
        tables.handlers,
        tables.scoped_names,
    );
    source.push_str(&text);
    Ok(())
}

/// A Rust slice.
fn list<T: Display>(items: &[T]) -> String {
    let mut text = String::from("&[");
    for item in items {
        // Writing to a string does not fail.
        let _ = write!(text, "{item},");
    }
    text.push(']');
    text
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let show = |error| format!("{}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(show)? {
        paths.push(entry.map_err(show)?.path());
    }
    paths.sort();
    Ok(paths)
}

fn read_file(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write_file(path: &Path, content: &[u8]) -> Result<(), String> {
    fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
}
