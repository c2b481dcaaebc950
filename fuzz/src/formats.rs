//! Readers of formats take any bytes: what they can't read they refuse with the documented exception, soon.
//!
//! A reader's program (`formats/*.py`) has well-formed data, pieces that do harm in its format, the exceptions that are
//! allowed, and the function `take` that reads. `harness.py` damages the data and gives it to the reader.

use ferropy_runtime::{Isolate, Limits, Outcome};

use crate::platform::Quiet;

const HARNESS: &str = include_str!("formats/harness.py");

/// Jumps and calls for one input, which is damaged some dozens of times.
const BUDGET: u64 = 40_000_000;
/// What a bomb may fill.
const HEAP_BYTES: usize = 64 << 20;
/// What the harness prints before a broken promise.
const PROBLEM: &str = "PROBLEM";

pub(crate) fn json(input: &[u8]) -> Result<(), String> {
    read(input, include_str!("formats/json.py"))
}

pub(crate) fn structs(input: &[u8]) -> Result<(), String> {
    read(input, include_str!("formats/struct.py"))
}

pub(crate) fn pickle(input: &[u8]) -> Result<(), String> {
    read(input, include_str!("formats/pickle.py"))
}

pub(crate) fn marshal(input: &[u8]) -> Result<(), String> {
    read(input, include_str!("formats/marshal.py"))
}

pub(crate) fn zlib(input: &[u8]) -> Result<(), String> {
    read(input, include_str!("formats/zlib.py"))
}

pub(crate) fn gzip(input: &[u8]) -> Result<(), String> {
    read(input, include_str!("formats/gzip.py"))
}

pub(crate) fn zip(input: &[u8]) -> Result<(), String> {
    read(input, include_str!("formats/zip.py"))
}

/// Runs a reader with data that hangs on the input alone.
fn read(input: &[u8], reader: &str) -> Result<(), String> {
    let digits: String = input.iter().map(|byte| format!("{byte:02x}")).collect();
    let program = format!("{reader}\nRAW = bytes.fromhex('{digits}')\n{HARNESS}");
    let platform = Quiet::new(u64::MAX);
    let output = platform.output();
    let limits = Limits { heap_bytes: HEAP_BYTES, ..Limits::default() };
    let mut isolate = Isolate::new(Box::new(platform), limits, ferropy_stdlib::MODULES, Some(0))
        .map_err(|_| "the isolate does not start")?;
    let namespace = isolate.new_dict().map_err(|_| "no room for a namespace")?;
    isolate.root(namespace);
    let code = isolate.load_file(program.as_bytes(), "fuzz").map_err(|_| "the harness does not compile")?;
    isolate.start(code, namespace).map_err(|_| "the harness does not start")?;
    let outcome = isolate.run(Some(BUDGET));
    let text = output.text();
    match outcome {
        _ if text.contains(PROBLEM) => Err(text),
        Outcome::Finished(_) => Ok(()),
        Outcome::Raised(_) => Err(format!("the harness itself fails: {text}")),
        Outcome::OutOfBudget | Outcome::Waiting { .. } => Err("a reader does not come to an end".to_owned()),
    }
}
