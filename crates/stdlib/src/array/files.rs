//! Arrays to files and back.

use super::items::{append_bytes, argument, bytes_of, letter_of, size_of_letter};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};

/// Bytes that are written in one go.
const BLOCK: usize = 64 << 10;

/// `fromfile`: what was read before the end of the file stays in the array.
pub(super) fn from_file(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (array, file, count) = (argument(args, 0), argument(args, 1), iso.to_isize(argument(args, 2))?);
    let Ok(count) = usize::try_from(count) else { return Err(raise::value_error(iso, "negative count")) };
    let wanted = count.checked_mul(size_of_letter(letter_of(iso, array))).and_then(|bytes| i64::try_from(bytes).ok());
    let Some(wanted) = wanted else { return Err(raise::memory_error(iso)) };
    let wanted = iso.new_int(wanted)?;
    let bytes = call(iso, file, "read", wanted)?;
    let Some(read) = iso.heap.byte_string(iso.unwrap(bytes)).map(<[u8]>::len) else {
        return Err(raise::type_error(iso, "read() didn't return bytes"));
    };
    append_bytes(iso, array, bytes)?;
    if iso.to_isize(wanted)? as usize != read {
        return Err(raise::eof_error(iso, "read() didn't return enough bytes"));
    }
    Ok(Value::NONE)
}

/// `tofile`, in blocks, as the array may be long.
pub(super) fn to_file(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (array, file) = (argument(args, 0), argument(args, 1));
    let mut at = 0;
    loop {
        // `write` is somebody's function: it may change the array.
        let block = bytes_of(iso, array).get(at..).unwrap_or_default();
        let block = block.get(..BLOCK).unwrap_or(block).to_vec();
        if block.is_empty() {
            return Ok(Value::NONE);
        }
        at += block.len();
        let block = iso.new_bytes(&block)?;
        call(iso, file, "write", block)?;
    }
}

fn call(iso: &mut Isolate, file: Value, method: &str, value: Value) -> Result<Value, Raised> {
    let name = iso.intern(method)?;
    iso.call_method(file, name, &[value])
}
