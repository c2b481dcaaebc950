//! `_io`: what the streams of `io` leave to Rust.

mod ahead;

#[cfg(feature = "csv")]
pub(crate) use ahead::line_at_once;

use ferropy_runtime::buffers::with_room;
use ferropy_runtime::native::{ModuleSpec, Row, TypeSpec, function};
use ferropy_runtime::{Completion, Isolate, Value, codecs, raise};

/// `_io`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_io",
    doc: "What the streams of io leave to Rust.",
    rows: ROWS,
    types: &[&GUARD, &ahead::AHEAD],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function(
        "ahead",
        "(data, ends, /)",
        "What a stream has read: nothing yet. Lines end with \\n (1), any (2), else (0).",
        ahead::ahead,
    ),
    function(
        "gather_bytes",
        GATHER,
        "Add bytes to those that wait to be written: how many; None if that takes more.",
        |_, _| Ok(Value::NONE),
    )
    .with_shortcut(ahead::gather_bytes),
    function(
        "overwrite",
        "(place, data, /)",
        "Write bytes at the end of a bytearray: how many; None if that takes more.",
        |_, _| Ok(Value::NONE),
    )
    .with_shortcut(ahead::overwrite),
    function("gather_text", GATHER, "The same with ASCII text.", |_, _| Ok(Value::NONE))
        .with_shortcut(ahead::gather_text),
    function(
        "decode",
        "(data, encoding, errors, last, /)",
        "Decode bytes as far as they are complete, all of them if last: the text, and how many bytes it took.",
        decode,
    ),
    function("guard", "(fd, /)", "An object that closes the file when nobody holds it any more.", guard),
    function("release", "(guard, /)", "The guarded file is closed by somebody else.", release),
    function(
        "translate_newlines",
        "(text, pending, last, /)",
        "Turn '\\r\\n' and '\\r' into '\\n': the text, and whether a '\\r' at its end was kept back.",
        translate_newlines,
    ),
];

const GATHER: &str = "(pending, data, room, /)";

fn decode(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[data, encoding, errors, last] = args else { return Err(raise::internal(iso)) };
    let last = iso.is_true(last)?;
    let (text, consumed) = codecs::decode_prefix(iso, data, encoding, errors, last)?;
    let consumed = iso.new_int(consumed as i64)?;
    iso.new_tuple(&[text, consumed])
}

fn translate_newlines(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[text, pending, last] = args else { return Err(raise::internal(iso)) };
    let (pending, last) = (iso.is_true(pending)?, iso.is_true(last)?);
    let inner = iso.unwrap(text);
    let Some(bytes) = iso.heap.str_bytes(inner) else { return Err(raise::type_error(iso, "text must be a str")) };
    if !pending && !bytes.contains(&b'\r') {
        return iso.new_tuple(&[text, Value::FALSE]);
    }
    let mut translated = with_room(bytes.len() + 2)?;
    let mut return_seen = pending;
    for &byte in bytes {
        match (return_seen, byte) {
            (true, b'\n') => {
                translated.push(b'\n');
                return_seen = false;
            }
            (true, b'\r') => translated.push(b'\n'),
            (true, _) => {
                translated.extend_from_slice(&[b'\n', byte]);
                return_seen = false;
            }
            (false, b'\r') => return_seen = true,
            (false, _) => translated.push(byte),
        }
    }
    if return_seen && last {
        translated.push(b'\n');
        return_seen = false;
    }
    let text = iso.new_text(&translated)?;
    iso.new_tuple(&[text, Value::bool(return_seen)])
}

/// Closes a file when the collector finds that nobody holds it. The number is that of the file, 0 after its release.
static GUARD: TypeSpec = TypeSpec::new("Guard", "Closes a file that nobody holds any more.", &[]).in_module("_io");

fn guard(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[fd] = args else { return Err(raise::internal(iso)) };
    let fd = iso.to_isize(fd)?;
    let Some(id) = iso.find_type(&GUARD) else { return Err(raise::internal(iso)) };
    let guard = iso.new_record(id, u32::try_from(fd).unwrap_or(0), &[])?;
    iso.when_dead(guard, crate::posix::close_unheld);
    Ok(guard)
}

fn release(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[guard] = args else { return Err(raise::internal(iso)) };
    iso.heap.set_number(guard, 0);
    Ok(Value::NONE)
}

/// Writes what programs left in the buffers of files that they did not close. Errors have nobody to go to. Front ends call
/// it before objects come to their ends, which closes files, and once more for what was written meanwhile.
pub fn flush_files(iso: &mut Isolate) {
    let modules = iso.modules_dict();
    let (Ok(io), Ok(flush)) = (iso.intern("io"), iso.intern("_flush_all")) else { return };
    if let Some(module) = iso.heap.dict_get_name(modules, io)
        && iso.call_method(module, flush, &[]).is_err()
    {
        iso.take_exception();
    }
}
