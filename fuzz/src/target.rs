//! What is fuzzed. A target gets any bytes and must come back; an `Err` says which promise was broken.

use std::sync::atomic::Ordering;

use ferropy_bytecode::{CodeObject, file_format, verifier};
use ferropy_numeric::float;
use ferropy_runtime::{Isolate, Limits, Outcome};
use ferropy_syntax::{Machine, Options, Source};

use crate::formats;
use crate::instructions;
use crate::mutation::Style;
use crate::platform::Quiet;
use crate::random::Random;
use crate::worker::Run;

pub(crate) struct Target {
    pub(crate) name: &'static str,
    pub(crate) run: Run,
    /// How programs are changed for it.
    pub(crate) style: Style,
}

pub(crate) const TARGETS: &[Target] = &[
    Target { name: "parse", run: parse, style: Style::Text },
    Target { name: "compile", run: compile, style: Style::Text },
    Target { name: "load", run: load, style: Style::Program },
    Target { name: "instructions", run: changed_instructions, style: Style::Program },
    Target { name: "run", run, style: Style::Program },
    Target { name: "slices", run: slices, style: Style::Program },
    Target { name: "collect", run: collect, style: Style::Program },
    Target { name: "regex", run: crate::patterns::run, style: Style::Text },
    Target { name: "json", run: formats::json, style: Style::Text },
    Target { name: "struct", run: formats::structs, style: Style::Text },
    Target { name: "pickle", run: formats::pickle, style: Style::Text },
    Target { name: "marshal", run: formats::marshal, style: Style::Text },
    Target { name: "zlib", run: formats::zlib, style: Style::Text },
    Target { name: "gzip", run: formats::gzip, style: Style::Text },
    Target { name: "zip", run: formats::zip, style: Style::Text },
    Target { name: "float-text", run: float_text, style: Style::Text },
];

/// Jumps and calls that a program gets.
const BUDGET: u64 = 4_000;
/// The heap that a program gets.
const HEAP_BYTES: usize = 4 << 20;

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
            let options = ferropy_compiler::Options {
                filename: "fuzz",
                optimize,
                machine: Machine::PLENTY,
                future_annotations: false,
                knows_const: true,
            };
            ferropy_compiler::compile(parsed, &source, options).ok();
        }
    }
    Ok(())
}

/// The code of a program, and random numbers that hang on its text alone.
fn compiled(input: &[u8]) -> Option<(CodeObject, Random)> {
    let text = String::from_utf8_lossy(input);
    let source = Source::new(text.as_ref());
    let parsed = ferropy_syntax::parse(&source, ferropy_syntax::Mode::File, &Options::default()).ok()?;
    let options = ferropy_compiler::Options {
        filename: "fuzz",
        optimize: 0,
        machine: Machine::PLENTY,
        future_annotations: false,
        knows_const: true,
    };
    let compiled = ferropy_compiler::compile(parsed, &source, options).ok()?;
    let seed = input.iter().fold(1, |seed, &byte| seed * 31 % 1_000_003 + u64::from(byte));
    Some((compiled.code, Random::new(seed)))
}

/// Code with changed instructions is refused, or runs without breaking anything.
fn changed_instructions(input: &[u8]) -> Result<(), String> {
    let Some((code, mut random)) = compiled(input) else { return Ok(()) };
    for _ in 0..20 {
        let mut changed = code.clone();
        instructions::mutate(&mut changed, &mut random);
        if verifier::verify(&changed).is_ok() {
            let collecting = if random.below(4) == 0 { Collecting::Always } else { Collecting::Seldom };
            execute(&file_format::encode(&changed), &[BUDGET / 4], collecting)?;
        }
    }
    Ok(())
}

/// A compiled file with changed bytes is refused, or runs without breaking anything.
fn load(input: &[u8]) -> Result<(), String> {
    let Some((code, mut random)) = compiled(input) else { return Ok(()) };
    let file = file_format::encode(&code);
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
        execute(&changed, &[BUDGET / 4], Collecting::Seldom)?;
    }
    Ok(())
}

/// Any program runs within its budget.
fn run(input: &[u8]) -> Result<(), String> {
    execute(input, &[BUDGET], Collecting::Seldom).map(drop)
}

/// A program prints the same in one run and in slices of any length.
fn slices(input: &[u8]) -> Result<(), String> {
    // How much garbage there is depends on where a collection happened before.
    if input.windows(3).any(|word| word == b"gc.") {
        return Ok(());
    }
    let whole = execute(input, &[BUDGET], Collecting::Seldom)?;
    let short = execute(input, &[1, 2, 3, 5, 7, 11, 13], Collecting::Seldom)?;
    match (whole, short) {
        (Some(whole), Some(short)) if without_addresses(&whole) != without_addresses(&short) => {
            Err(format!("in one run {whole:?}, in slices {short:?}"))
        }
        _ => Ok(()),
    }
}

/// When a program's garbage is collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Collecting {
    /// As usual.
    Seldom,
    /// Wherever a collection may happen.
    Always,
    /// In tiny steps, which are checked, wherever a collection may happen.
    InSteps,
}

/// A program prints the same when a collection, or a step of one, is forced wherever one may happen.
fn collect(input: &[u8]) -> Result<(), String> {
    // These show when objects die, which is what differs.
    let text = String::from_utf8_lossy(input);
    let has = |word| text.contains(word);
    if has("gc") || has("weakref") || has("__del__") || has("yield") && (has("finally") || has("with") || has("except"))
    {
        return Ok(());
    }
    let few = execute(input, &[BUDGET / 4], Collecting::Seldom)?;
    for collecting in [Collecting::Always, Collecting::InSteps] {
        let many = execute(input, &[BUDGET / 4], collecting)?;
        if let (Some(few), Some(many)) = (&few, many)
            && without_addresses(few) != without_addresses(&many)
        {
            return Err(format!("with few collections {few:?}, {collecting:?} {many:?}"));
        }
    }
    Ok(())
}

/// The text without the objects' addresses and the hashes made of them, which collections change: long words with digits.
fn without_addresses(text: &str) -> String {
    let is_short = |word: &&str| word.len() < 9 || !word.bytes().any(|byte| byte.is_ascii_digit());
    text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(is_short).collect()
}

/// Runs a program with the budgets in turn, and with collections as asked for; what it printed,
/// if it came to its end.
fn execute(input: &[u8], budgets: &[u64], collecting: Collecting) -> Result<Option<String>, String> {
    let limits = Limits { heap_bytes: HEAP_BYTES, recursion: 200, native_depth: 100, ..Limits::default() };
    let platform = Quiet::new(if collecting == Collecting::Seldom { 50_000 } else { 200 });
    let (output, interrupted) = (platform.output(), platform.interrupted());
    let mut isolate = Isolate::new(Box::new(platform), limits, ferropy_stdlib::MODULES, Some(0))
        .map_err(|_| "the isolate does not start")?;
    match collecting {
        Collecting::Seldom => {}
        Collecting::Always => isolate.set_collect_always(true),
        Collecting::InSteps => isolate.set_collect_steps(true),
    }
    let Ok(namespace) = isolate.new_dict() else { return Ok(None) };
    isolate.root(namespace);
    let Ok(code) = isolate.load_file(input, "fuzz") else { return Ok(None) };
    if isolate.start(code, namespace).is_err() {
        return Ok(None);
    }
    let most = if collecting == Collecting::Seldom { BUDGET } else { BUDGET / 4 };
    let mut spent = 0;
    for budget in budgets.iter().cycle() {
        match isolate.run(Some(*budget)) {
            Outcome::OutOfBudget => spent += budget,
            // A program that waits for ever is left.
            Outcome::Waiting { .. } => spent += BUDGET / 16,
            _ if interrupted.load(Ordering::Relaxed) => break,
            Outcome::Finished(_) | Outcome::Raised(_) => return Ok(Some(output.text())),
        }
        if spent >= most {
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
