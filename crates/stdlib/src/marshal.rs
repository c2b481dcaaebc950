//! `marshal`: the part that writes and reads code. The rest is Python.

use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, buffers, raise};

/// `marshal`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "marshal",
    doc: "Plain data in CPython's format, and code in our own.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: Some(&crate::frozen::image::MARSHAL),
};

const ROWS: &[Row] = &[
    function("_code_bytes", "(code, /)", "A code object as bytes; None if that can't be.", |iso, args| {
        let bytes = args.first().and_then(|&code| iso.code_bytes(code));
        match bytes {
            Some(bytes) => iso.new_bytes(&bytes),
            None => Ok(Value::NONE),
        }
    }),
    function("_code_of", "(data, /)", "The code object in bytes; None if there is none.", code_of),
];

fn code_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[data] = args else { return Err(raise::internal(iso)) };
    let buffer = iso.to_buffer(data)?;
    let bytes = buffers::owned(iso.bytes_like(buffer).unwrap_or_default())?;
    Ok(iso.code_from_bytes(&bytes)?.unwrap_or(Value::NONE))
}
