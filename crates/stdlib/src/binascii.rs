//! `binascii`: bytes as text and back. What is seldom needed is Python.

use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::buffers::{copied, owned, with_room};
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};

/// `binascii`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "binascii",
    doc: "Conversion between binary data and ASCII",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: Some(&crate::frozen::image::BINASCII),
};

const HEX: &str = "($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)";

const ROWS: &[Row] = &[
    function("hexlify", HEX, "Hexadecimal representation of binary data, as bytes.", hexlify),
    function("b2a_hex", HEX, "Hexadecimal representation of binary data, as bytes.", hexlify),
    function("unhexlify", "($module, hexstr, /)", "Binary data of hexadecimal representation.", unhexlify),
    function("a2b_hex", "($module, hexstr, /)", "Binary data of hexadecimal representation.", unhexlify),
    function("b2a_base64", "($module, data, /, *, newline=True)", "Base64-code line of data.", to_base64),
    function("a2b_base64", "($module, data, /, *, strict_mode=False)", "Decode a line of base64 data.", from_base64),
    function("crc32", "($module, data, crc=0, /)", "Compute CRC-32 incrementally.", crc32),
    function("crc_hqx", "($module, data, crc, /)", "Compute CRC-CCITT incrementally.", crc_hqx),
];

/// Raises `binascii.Error`.
#[cold]
fn error(iso: &mut Isolate, message: &str) -> Raised {
    let made = iso.import_dotted("binascii").and_then(|module| {
        let name = iso.intern("Error")?;
        let class = iso.get_attr(module, name)?;
        let text = iso.new_str(message)?;
        iso.call(class, &[text])
    });
    match made {
        Ok(exception) => iso.raise(exception),
        Err(raised) => raised,
    }
}

/// The bytes of a bytes-like object.
pub(crate) fn data(iso: &mut Isolate, value: Value) -> Completion<Vec<u8>> {
    let buffer = iso.to_buffer(value)?;
    match iso.bytes_like(buffer) {
        Some(bytes) => Ok(owned(bytes)?),
        None => Err(raise::internal(iso)),
    }
}

/// The bytes of a bytes-like object or of ASCII text.
fn ascii_data(iso: &mut Isolate, value: Value) -> Completion<Vec<u8>> {
    let Some(text) = iso.as_str(value) else {
        let Some(buffer) = iso.opt_buffer(value)? else {
            let kind = iso.type_name(value);
            let message = format!("argument should be bytes, buffer or ASCII string, not '{kind}'");
            return Err(raise::type_error(iso, &message));
        };
        return data(iso, buffer);
    };
    let text = copied(iso.heap.str_bytes(text).unwrap_or(&[]))?;
    if text.is_ascii() {
        Ok(text)
    } else {
        Err(raise::value_error(iso, "string argument should contain only ASCII characters"))
    }
}

/// As `bytes.hex`, but the result is bytes.
fn hexlify(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[value, separator, group] = args else { return Err(raise::internal(iso)) };
    let bytes = data(iso, value)?;
    let bytes = iso.new_bytes(&bytes)?;
    let name = iso.intern("hex")?;
    // Bytes may have what `hex` takes no separator to be: it is put where a colon is.
    let high = separator.given().and_then(|separator| high_byte(iso, separator));
    let separator = if high.is_some() { iso.new_str(":")? } else { separator };
    let text = match (separator.given(), group.given()) {
        (None, _) => iso.call_method(bytes, name, &[])?,
        (Some(separator), None) => iso.call_method(bytes, name, &[separator])?,
        (Some(separator), Some(group)) => iso.call_method(bytes, name, &[separator, group])?,
    };
    let mut text = copied(iso.heap.str_bytes(text).unwrap_or(&[]))?;
    if let Some(high) = high {
        text.iter_mut().filter(|byte| **byte == b':').for_each(|byte| *byte = high);
    }
    iso.new_bytes(&text)
}

/// The only character or byte of a separator, if it is one from 0x80 to 0xff.
fn high_byte(iso: &Isolate, separator: Value) -> Option<u8> {
    let byte = match (iso.as_str(separator), iso.bytes_like(separator)) {
        (Some(text), _) => {
            let mut characters = iso.heap.str(text)?.chars();
            let only = characters.next().filter(|_| characters.next().is_none())?;
            u8::try_from(u32::from(only)).ok()?
        }
        (None, Some(bytes)) => *bytes.first().filter(|_| bytes.len() == 1)?,
        _ => return None,
    };
    (byte >= 0x80).then_some(byte)
}

fn unhexlify(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[value] = args else { return Err(raise::internal(iso)) };
    let text = ascii_data(iso, value)?;
    let (pairs, rest) = text.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(error(iso, "Odd-length string"));
    }
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let bytes: Option<Vec<u8>> =
        pairs.iter().map(|&[high, low]| Some((digit(high)? << 4 | digit(low)?) as u8)).collect();
    match bytes {
        Some(bytes) => iso.new_bytes(&bytes),
        None => Err(error(iso, "Non-hexadecimal digit found")),
    }
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn to_base64(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[value, newline] = args else { return Err(raise::internal(iso)) };
    let newline = newline.given().map_or(Ok(true), |newline| iso.is_true(newline))?;
    let bytes = data(iso, value)?;
    let mut out = with_room(bytes.len().div_ceil(3) * 4 + 1)?;
    for group in bytes.chunks(3) {
        let byte = |index: usize| u32::from(group.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = (bits >> (18 - 6 * place) & 63) as usize;
            // A group of n bytes has n + 1 digits.
            out.push(if place <= group.len() { ALPHABET.get(digit).copied().unwrap_or(b'=') } else { b'=' });
        }
    }
    if newline {
        out.push(b'\n');
    }
    iso.new_bytes(&out)
}

fn base64_digit(byte: u8) -> Option<u32> {
    Some(u32::from(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}

fn from_base64(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[value, strict] = args else { return Err(raise::internal(iso)) };
    let strict = strict.given().map_or(Ok(false), |strict| iso.is_true(strict))?;
    let text = ascii_data(iso, value)?;
    match decode_base64(&text, strict) {
        Ok(bytes) => iso.new_bytes(&bytes),
        Err(Base64Error::Text(message)) => Err(error(iso, message)),
        Err(Base64Error::Count(digits)) => {
            let message = format!(
                "Invalid base64-encoded string: number of data characters ({digits}) cannot be 1 more than a multiple of 4"
            );
            Err(error(iso, &message))
        }
    }
}

/// What is wrong with base64 text.
enum Base64Error {
    Text(&'static str),
    /// So many digits stand for no whole number of bytes.
    Count(usize),
}

/// Reads base64 text. Unless strict, characters that mean nothing are passed over, and what follows the padding is not
/// looked at.
fn decode_base64(text: &[u8], strict: bool) -> Result<Vec<u8>, Base64Error> {
    if strict && text.first() == Some(&b'=') {
        return Err(Base64Error::Text("Leading padding not allowed"));
    }
    let mut out = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let (mut bits, mut place, mut padding, mut padding_started) = (0u32, 0usize, 0usize, false);
    for (index, &byte) in text.iter().enumerate() {
        if byte == b'=' {
            padding_started = true;
            if strict && place == 0 {
                return Err(Base64Error::Text("Excess padding not allowed"));
            }
            padding += 1;
            if place >= 2 && place + padding >= 4 {
                if strict && index + 1 < text.len() {
                    return Err(Base64Error::Text("Excess data after padding"));
                }
                return Ok(out);
            }
            continue;
        }
        let Some(digit) = base64_digit(byte) else {
            if strict {
                return Err(Base64Error::Text("Only base64 data is allowed"));
            }
            continue;
        };
        if strict && padding_started {
            return Err(Base64Error::Text("Discontinuous padding not allowed"));
        }
        padding = 0;
        bits = bits << 6 | digit;
        place = (place + 1) % 4;
        match place {
            2 => out.push((bits >> 4) as u8),
            3 => out.push((bits >> 2) as u8),
            0 => out.push(bits as u8),
            _ => {}
        }
    }
    match place {
        0 => Ok(out),
        1 => Err(Base64Error::Count(out.len() / 3 * 4 + 1)),
        _ => Err(Base64Error::Text("Incorrect padding")),
    }
}

/// The number that a checksum goes on from: its lowest bits, as C takes them.
pub(crate) fn start(iso: &mut Isolate, value: Value) -> Completion<u32> {
    let int = iso.index(value)?;
    let Some(view) = iso.as_int(int) else { return Err(raise::internal(iso)) };
    Ok(view.as_ref().to_u64_wrapping() as u32)
}

pub(crate) fn crc32(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[value, crc] = args else { return Err(raise::internal(iso)) };
    let crc = crc.given().map_or(Ok(0), |crc| start(iso, crc))?;
    let bytes = data(iso, value)?;
    let crc = bytes.iter().fold(!crc, |crc, &byte| crc_step(crc, byte));
    iso.new_int(i64::from(!crc))
}

/// One byte more of a CRC-32 without its last step.
pub(crate) fn crc_step(crc: u32, byte: u8) -> u32 {
    let index = (crc ^ u32::from(byte)) & 0xff;
    crc >> 8 ^ CRC_TABLE.get(index as usize).copied().unwrap_or(0)
}

/// The checksums of single bytes, by the polynomial of IEEE 802.3.
static CRC_TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut index = 0;
    while index < 256 {
        let mut crc = index as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
            bit += 1;
        }
        table[index] = crc;
        index += 1;
    }
    table
};

/// The checksum of binhex4: x^16 + x^12 + x^5 + 1, highest bits first.
fn crc_hqx(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[value, crc] = args else { return Err(raise::internal(iso)) };
    let crc = start(iso, crc)? & 0xffff;
    let bytes = data(iso, value)?;
    let crc = bytes.iter().fold(crc, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte) << 8, |crc, _| {
            (if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 }) & 0xffff
        })
    });
    iso.new_int(i64::from(crc))
}
