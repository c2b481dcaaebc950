//! What is fuzzed. A target gets any bytes and must come back; an `Err` says which promise was broken.

use ferropy_bytecode::file_format;
use ferropy_numeric::float;
use ferropy_runtime::{Isolate, Limits, Outcome};
use ferropy_syntax::{Options, Source};

use crate::platform::Quiet;
use crate::random::Random;
use crate::worker::Run;

pub(crate) struct Target {
    pub(crate) name: &'static str,
    pub(crate) run: Run,
    /// Programs may ask for more than there is time for; parsers may not.
    pub(crate) may_be_slow: bool,
}

pub(crate) const TARGETS: &[Target] = &[
    Target { name: "parse", run: parse, may_be_slow: false },
    Target { name: "compile", run: compile, may_be_slow: false },
    Target { name: "load", run: load, may_be_slow: true },
    Target { name: "run", run, may_be_slow: true },
    Target { name: "slices", run: slices, may_be_slow: true },
    Target { name: "float-text", run: float_text, may_be_slow: false },
];

/// Jumps and calls that a program gets.
const BUDGET: u64 = 20_000;
/// The heap that a program gets.
const HEAP_BYTES: usize = 16 << 20;

/// Any text parses or gives an error that lies within the text.
fn parse(input: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(input);
    let source = Source::new(text.as_ref());
    for mode in [ferropy_syntax::Mode::File, ferropy_syntax::Mode::Single] {
        if let Err(error) = ferropy_syntax::parse(&source, mode, &Options::default()) {
            if error.message().is_empty() {
                return Err("an error without words".to_owned());
            }
            drop(ferropy_syntax::render(&error, &source, "fuzz"));
        }
    }
    let _ = ferropy_syntax::completeness(&text, &Options::default());
    Ok(())
}

/// Any program that parses compiles or gives an error.
fn compile(input: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(input);
    let source = Source::new(text.as_ref());
    for optimize in [0, 2] {
        if let Ok(parsed) = ferropy_syntax::parse(&source, ferropy_syntax::Mode::File, &Options::default()) {
            let options = ferropy_compiler::Options { filename: "fuzz", optimize, future_annotations: false };
            ferropy_compiler::compile(parsed, &source, options).ok();
        }
    }
    Ok(())
}

/// A compiled file with changed bytes is refused, or runs without breaking anything.
fn load(input: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(input);
    let source = Source::new(text.as_ref());
    let Ok(parsed) = ferropy_syntax::parse(&source, ferropy_syntax::Mode::File, &Options::default()) else {
        return Ok(());
    };
    let options = ferropy_compiler::Options { filename: "fuzz", optimize: 0, future_annotations: false };
    let Ok(compiled) = ferropy_compiler::compile(parsed, &source, options) else { return Ok(()) };
    let file = file_format::encode(&compiled.code);
    let mut random = Random::new(input.iter().fold(1, |seed, &byte| seed * 31 % 1_000_003 + u64::from(byte)));
    for _ in 0..20 {
        let mut changed = file.clone();
        for _ in 0..=random.below(3) {
            // Behind magic, hash and checksum.
            let place = 12 + random.below(changed.len() - 12);
            let byte = match random.below(3) {
                0 => random.below(256) as u8,
                1 => changed[place].wrapping_add(1),
                _ => changed[place] ^ (1 << random.below(8)),
            };
            changed[place] = byte;
        }
        file_format::mend_checksum(&mut changed);
        execute(&changed, &[BUDGET / 20])?;
    }
    Ok(())
}

/// Any program runs within its budget.
fn run(input: &[u8]) -> Result<(), String> {
    execute(input, &[BUDGET]).map(drop)
}

/// A program prints the same in one run and in slices of any length.
fn slices(input: &[u8]) -> Result<(), String> {
    let whole = execute(input, &[BUDGET])?;
    let short = execute(input, &[1, 2, 3, 5, 7, 11, 13])?;
    match (whole, short) {
        (Some(whole), Some(short)) if whole != short => Err(format!("in one run {whole:?}, in slices {short:?}")),
        _ => Ok(()),
    }
}

/// Runs a program with the budgets in turn; what it printed, if it came to its end.
fn execute(input: &[u8], budgets: &[u64]) -> Result<Option<String>, String> {
    let limits = Limits { heap_bytes: HEAP_BYTES, recursion: 200, native_depth: 100, ..Limits::default() };
    let platform = Quiet::default();
    let output = platform.output();
    let mut isolate = Isolate::new(Box::new(platform), limits, ferropy_stdlib::MODULES, Some(0))
        .map_err(|_| "the isolate does not start")?;
    let Ok(namespace) = isolate.new_dict() else { return Ok(None) };
    isolate.root(namespace);
    let Ok(code) = isolate.load_file(input, "fuzz") else { return Ok(None) };
    if isolate.start(code, namespace).is_err() {
        return Ok(None);
    }
    let mut spent = 0;
    for budget in budgets.iter().cycle() {
        match isolate.run(Some(*budget)) {
            Outcome::OutOfBudget => spent += budget,
            Outcome::Finished(_) | Outcome::Raised(_) => return Ok(Some(output.text())),
        }
        if spent >= BUDGET {
            break;
        }
    }
    Ok(None)
}

/// Text to float agrees with Rust's, float to text comes back.
fn float_text(input: &[u8]) -> Result<(), String> {
    for chunk in input.chunks(8) {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        let value = f64::from_bits(u64::from_le_bytes(bytes));
        if value.is_nan() {
            continue;
        }
        let text = float::repr(value);
        if float::parse_float(&text).map(f64::to_bits) != Some(value.to_bits()) {
            return Err(format!("{value:e} is written {text}, and that is read as another number"));
        }
    }
    let text = String::from_utf8_lossy(input);
    for word in text.split_whitespace() {
        let plain = word.bytes().all(|byte| byte.is_ascii_digit() || b".eE+-".contains(&byte));
        if plain
            && let (Some(ours), Ok(theirs)) = (float::parse_float(word), word.parse::<f64>())
            && ours.to_bits() != theirs.to_bits()
        {
            return Err(format!("{word} is read as {ours:e}, not {theirs:e}"));
        }
    }
    Ok(())
}
