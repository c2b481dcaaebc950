//! All code that the compiler makes survives the way through a file, and the verifier has nothing against it.

use ferropy_bytecode::{CodeObject, disassembly, file_format, verifier};
use ferropy_syntax::{Mode, Options, Source};
use std::path::{Path, PathBuf};

/// All Python programs of the corpus and the benchmarks.
fn programs() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut waiting = vec![root.join("tests"), root.join("bench"), root.join("crates/stdlib/python")];
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of programs").flatten() {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "py") {
                found.push(path);
            }
        }
    }
    found
}

/// The code of a program; nothing for the programs that are wrong on purpose.
fn compiled(path: &Path) -> Option<CodeObject> {
    optimized(path, 0)
}

/// The code of a program as `-O` makes it, `level` times.
fn optimized(path: &Path, level: u8) -> Option<CodeObject> {
    let text = String::from_utf8(std::fs::read(path).expect("a program")).ok()?;
    let source = Source::new(text);
    let parsed = ferropy_syntax::parse(&source, Mode::File, &Options::default()).ok()?;
    let options = ferropy_compiler::Options {
        filename: "program.py",
        optimize: level,
        machine: ferropy_syntax::Machine::PLENTY,
        future_annotations: false,
        knows_const: false,
    };
    Some(ferropy_compiler::compile(parsed, &source, options).ok()?.code)
}

#[test]
fn files_give_back_what_was_compiled() {
    let mut count = 0;
    for path in programs() {
        let Some(code) = compiled(&path) else { continue };
        let decoded = file_format::decode(&file_format::encode(&code));
        // Constants that are not a number equal nothing: listings are compared.
        let decoded = decoded.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(disassembly::disassemble(&decoded), disassembly::disassemble(&code), "{}", path.display());
        count += 1;
    }
    assert!(count > 200, "only {count} programs");
}

#[test]
fn the_verifier_accepts_what_the_compiler_makes() {
    for path in programs() {
        for code in (0..=2).filter_map(|level| optimized(&path, level)) {
            if let Err(error) = verifier::verify(&code) {
                panic!("{}: {error}\n{}", path.display(), disassembly::disassemble(&code));
            }
        }
    }
}

#[test]
fn damaged_files_are_refused() {
    let code = compiled(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../bench/fib.py")).expect("a program");
    let file = file_format::encode(&code);
    for length in 0..file.len() {
        assert!(file_format::decode(&file[..length]).is_err(), "cut to {length} bytes");
    }
    for place in 0..file.len() {
        let mut changed = file.clone();
        changed[place] ^= 1;
        assert!(file_format::decode(&changed).is_err(), "byte {place} changed");
        file_format::mend_checksum(&mut changed);
        // Any answer is right as long as there is one.
        if let Ok(code) = file_format::decode(&changed) {
            let _ = verifier::verify(&code);
            drop(disassembly::disassemble(&code));
        }
    }
}

#[test]
fn files_that_stand_for_too_much_are_refused() {
    let text = "x".repeat(100_000);
    let names = vec![text.into_boxed_str(); 10_000].into_boxed_slice();
    let file = file_format::encode(&CodeObject { names, ..CodeObject::default() });
    assert!(file.len() < 200_000, "{} bytes", file.len());
    assert!(file_format::decode(&file).is_err(), "a gigabyte of names");

    let mut code = compiled(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../bench/fib.py")).expect("a program");
    code.caches = u16::MAX;
    assert!(verifier::verify(&code).is_err(), "caches for nothing");
}
