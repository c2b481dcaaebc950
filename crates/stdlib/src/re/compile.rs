//! Patterns made, and what is wrong with them.

use super::matches::MATCH;
use super::pattern::PATTERN;
use super::{arguments, pattern_error};
use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;
use ferropy_regex::{Compiled, Error, Kind, Message, Program, Warning};
use ferropy_runtime::buffers::owned;
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};
use ferropy_unicode::predicates;

/// How many groups may nest: less than the machine's stack has room for.
const DEPTH: usize = if cfg!(target_os = "none") { 20 } else { 200 };
/// Bytes that a character of a pattern may need while the program is made.
const BYTES_PER_CHARACTER: usize = 80;

/// `_sre.compile`
pub(super) fn compile(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [pattern, flags, warn] = arguments(iso, args)?;
    let mut warnings = Vec::new();
    let compiled = compiled(iso, pattern, flags, &mut warnings)?;
    give_warnings(iso, warn, &warnings)?;
    let compiled = compiled.map_err(|error| report(iso, pattern, *error))?;
    let names = iso.new_dict()?;
    for (name, number) in &compiled.names {
        let (name, number) = (iso.new_text(name)?, Value::small_int(i64::from(*number)));
        iso.heap.dict_set_plain(names, name, number)?;
    }
    let program = iso.new_bytes(Program::to_bytes(&compiled.words))?;
    let (Some(id), Some(of_matches)) = (iso.find_type(&PATTERN), iso.find_type(&MATCH)) else {
        return Err(raise::internal(iso));
    };
    let of_matches = Value::small_int(i64::from(of_matches.number()));
    iso.new_record(id, compiled.flags, &[pattern, program, names, of_matches])
}

/// `_sre.width`
pub(super) fn width(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [pattern, flags] = arguments(iso, args)?;
    let compiled = compiled(iso, pattern, flags, &mut Vec::new())?;
    let (least, most) = compiled.map_err(|error| report(iso, pattern, *error))?.width;
    let [least, most] = [limit(iso, least)?, limit(iso, most)?];
    iso.new_tuple(&[least, most])
}

/// A width as a number; None for what is as good as endless.
fn limit(iso: &mut Isolate, width: u64) -> Completion {
    i64::try_from(width).map_or(Ok(Value::NONE), |width| iso.new_int(width))
}

/// The program of a pattern, or what is wrong with it.
fn compiled(
    iso: &mut Isolate,
    pattern: Value,
    flags: Value,
    warnings: &mut Vec<Warning>,
) -> Completion<Result<Compiled, Box<Error>>> {
    let flags = iso.to_isize(flags)? as u32;
    let inner = iso.unwrap(pattern);
    let kind = if iso.heap.is_str(inner) { Kind::Text } else { Kind::Bytes };
    let source = match kind {
        Kind::Text => iso.heap.str_bytes(inner).unwrap_or(&[]).into(),
        Kind::Bytes => {
            let buffer = iso.to_buffer(pattern)?;
            iso.bytes_like(buffer).unwrap_or_default()
        }
    };
    let source = owned(source)?;
    iso.spare(source.len().saturating_mul(BYTES_PER_CHARACTER))?;
    Ok(ferropy_regex::compile(&source, kind, flags, DEPTH, warnings))
}

fn give_warnings(iso: &mut Isolate, warn: Value, warnings: &[Warning]) -> Completion<()> {
    for warning in warnings {
        let text = iso.new_str(&format!("Possible {} at position {}", warning.what, warning.position))?;
        iso.call(warn, &[text])?;
    }
    Ok(())
}

#[cold]
fn report(iso: &mut Isolate, pattern: Value, error: Error) -> Raised {
    match error {
        Error::Flags(message) => raise::value_error(iso, message),
        Error::Repetitions => raise::overflow_error(iso, "the repetition number is too large"),
        Error::TooDeep => raise::recursion(iso),
        Error::TooLong => raise::overflow_error(iso, "regular expression code size limit exceeded"),
        Error::Pattern(message, position) => match message_text(iso, message) {
            Ok(text) => {
                let pattern = if position.is_some() { pattern } else { Value::NONE };
                pattern_error(iso, text, pattern, position)
            }
            Err(raised) => raised,
        },
    }
}

/// The words of an error, with the name in them as `repr` shows it.
fn message_text(iso: &mut Isolate, message: Message) -> Completion {
    let Message { mut before, name, in_ascii, behind } = message;
    if let Some(name) = name {
        let name = iso.new_text(&name)?;
        let shown = if in_ascii { iso.ascii(name)? } else { iso.repr(name)? };
        before = format!("{before}{}{behind}", iso.to_text(shown).unwrap_or_default()).into();
    }
    iso.new_str(&before)
}

/// `_sre.unicode_iscased`
pub(super) fn is_cased(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [character] = arguments(iso, args)?;
    let code = u32::try_from(iso.to_isize(character)?).unwrap_or(0);
    Ok(Value::bool(predicates::is_cased(code)))
}
