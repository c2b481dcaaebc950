//! `struct`: numbers and bytes strings as they lie in files, messages and the memory of other programs.

mod complex;
mod format;
mod shortcuts;

use crate::quick;
use alloc::format;
use alloc::vec::Vec;
use ferropy_numeric::float::{from_half, to_half};
use ferropy_runtime::buffers::with_room;
use ferropy_runtime::native::{ModuleSpec, Row, TypeId, TypeSpec, function, getter, method, raw_method, static_method};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};
use format::{Code, Format};

/// `struct`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "struct",
    doc: "Functions to convert between Python values and C structs.",
    rows: ROWS,
    types: &[&STRUCT, &UNPACK_ITERATOR],
    initialize: None,
    frozen: Some(&crate::frozen::image::STRUCT),
};

const ROWS: &[Row] = &[
    function(
        "calcsize",
        "($module, format, /)",
        "Return size in bytes of the struct described by the format string.",
        calcsize,
    ),
    quick(
        function("pack", "(format, /, *v)", "Return bytes that contain the values, packed as the format says.", pack),
        shortcuts::pack,
    ),
    function(
        "pack_into",
        "(format, buffer, offset, /, *v)",
        "Pack the values and write them into a buffer.",
        pack_into,
    ),
    quick(
        function("unpack", "($module, format, buffer, /)", "Return a tuple of the values that the bytes hold.", unpack),
        shortcuts::unpack,
    ),
    quick(
        function(
            "unpack_from",
            "($module, format, /, buffer, offset=0)",
            "Return a tuple of the values at an offset of a buffer.",
            unpack_from,
        ),
        shortcuts::unpack_from,
    ),
    function(
        "iter_unpack",
        "($module, format, buffer, /)",
        "Return an iterator over the structs that lie side by side.",
        iter_unpack,
    ),
];

/// A compiled format: field 0 is its text, field 1 the number of the record's type, by which short cuts know it.
static STRUCT: TypeSpec =
    TypeSpec::new("Struct", "Struct(fmt) --> compiled struct object", STRUCT_ROWS).in_module("_struct");

const STRUCT_ROWS: &[Row] = &[
    static_method("__new__", "($type, /, *args, **kwargs)", "Create and return a new object.", new),
    method("__init__", "($self, format)", "Keep a format.", initialize),
    quick(
        method("pack", "($self, /, *v)", "As struct.pack() with the format of this object.", struct_pack),
        shortcuts::struct_pack,
    ),
    method("pack_into", "($self, buffer, offset, /, *v)", "As struct.pack_into().", struct_pack_into),
    quick(method("unpack", "($self, buffer, /)", "As struct.unpack().", struct_unpack), shortcuts::struct_unpack),
    quick(
        method("unpack_from", "($self, /, buffer, offset=0)", "As struct.unpack_from().", struct_unpack_from),
        shortcuts::struct_unpack_from,
    ),
    method("iter_unpack", "($self, buffer, /)", "As struct.iter_unpack().", struct_iter_unpack),
    raw_method("__repr__", "($self, /)", "Return repr(self).", repr),
    getter("format", "struct format string", struct_format),
    getter("size", "struct size in bytes", struct_size),
];

/// Walks over a buffer: fields format, buffer; the number is the next offset.
static UNPACK_ITERATOR: TypeSpec = TypeSpec::new(
    "unpack_iterator",
    "Structs side by side.",
    &[
        method("__iter__", "($self, /)", "Implement iter(self).", |iso, args| {
            args.first().copied().ok_or_else(|| raise::internal(iso))
        }),
        method("__next__", "($self, /)", "Implement next(self).", next_struct),
        method("__length_hint__", "($self, /)", "Private method returning an estimate of len(list(it)).", structs_left),
    ],
)
.in_module("_struct");

/// Raises `struct.error`.
fn error(iso: &mut Isolate, message: &str) -> Raised {
    let Ok(module) = iso.import_dotted("struct") else { return raise::value_error(iso, message) };
    let dict = iso.module_dict(module);
    let class = iso.intern("error").ok().and_then(|name| iso.heap.dict_get_name(dict, name));
    let (Some(class), Ok(text)) = (class, iso.new_str(message)) else { return raise::value_error(iso, message) };
    match iso.call(class, &[text]) {
        Ok(exception) => iso.raise(exception),
        Err(raised) => raised,
    }
}

fn is_signed(letter: u8) -> bool {
    letter.is_ascii_lowercase()
}

/// Packs one number.
fn pack_number(iso: &mut Isolate, format: &Format, code: Code, value: Value, out: &mut Vec<u8>) -> Completion<()> {
    match code.letter {
        b'?' => {
            out.push(u8::from(iso.is_true(value)?));
            return Ok(());
        }
        b'c' => {
            let inner = iso.unwrap(value);
            let byte = match iso.heap.byte_string(inner) {
                Some(&[byte]) => byte,
                _ => return Err(error(iso, "char format requires a bytes object of length 1")),
            };
            out.push(byte);
            return Ok(());
        }
        b'F' | b'D' if complex::HAS_CODES => return complex::pack(iso, format, code.letter, value, out),
        b'f' | b'd' | b'e' => {
            let float = match iso.to_f64(value) {
                Ok(float) => float,
                Err(_) => {
                    iso.take_exception();
                    return Err(error(iso, "required argument is not a float"));
                }
            };
            match code.letter {
                b'd' => format.put(out, float.to_bits(), 8),
                b'f' => pack_single(iso, format, float, out)?,
                _ => match to_half(float) {
                    Some(bits) => format.put(out, u64::from(bits), 2),
                    None => return Err(raise::overflow_error(iso, "float too large to pack with e format")),
                },
            }
            return Ok(());
        }
        _ => {}
    }
    pack_integer(iso, format, code, value, out)
}

fn pack_single(iso: &mut Isolate, format: &Format, float: f64, out: &mut Vec<u8>) -> Completion<()> {
    let single = float as f32;
    if single.is_infinite() && float.is_finite() && !format.native {
        return Err(raise::overflow_error(iso, "float too large to pack with f format"));
    }
    format.put(out, u64::from(single.to_bits()), 4);
    Ok(())
}

fn pack_integer(iso: &mut Isolate, format: &Format, code: Code, value: Value, out: &mut Vec<u8>) -> Completion<()> {
    let (letter, size) = (code.letter, code.size());
    if let Some(small) = value.as_small_int() {
        // What is shifted out and in again is the same if it fits.
        let rest = 64 - 8 * size as u32;
        let shifted = small << rest;
        let fits = if is_signed(letter) {
            shifted >> rest == small
        } else {
            small >= 0 && shifted as u64 >> rest == small as u64
        };
        if fits {
            format.put(out, small as u64, size);
            return Ok(());
        }
    }
    let int = match iso.index(value) {
        Ok(int) => int,
        Err(raised) => {
            if !iso.raised_is(TypeId::TYPE_ERROR) {
                return Err(raised);
            }
            iso.take_exception();
            return Err(error(iso, "required argument is not an integer"));
        }
    };
    let width = 8 * size as u32;
    let number = iso.as_int(int).and_then(|view| {
        let view = view.as_ref();
        if let Some(small) = view.to_i64() { Some(i128::from(small)) } else { view.to_u64().map(i128::from) }
    });
    let (low, high) = if is_signed(letter) {
        (-(1i128 << (width - 1)), (1i128 << (width - 1)) - 1)
    } else {
        // An address may be given as a signed number.
        (if letter == b'P' { -(1i128 << (width - 1)) } else { 0 }, (1i128 << width) - 1)
    };
    match number.filter(|number| (low..=high).contains(number)) {
        Some(number) => {
            format.put(out, number as u64, size);
            Ok(())
        }
        None => {
            let name = char::from(letter);
            let message = if letter == b'P' {
                "int too large to convert".into()
            } else {
                // They fit machine words, whose printing is in the image already.
                format!("'{name}' format requires {} <= number <= {}", low as i64, high as u64)
            };
            Err(error(iso, &message))
        }
    }
}

/// The bytes of the values of a tuple.
fn packed(iso: &mut Isolate, format: &Format, values: Value) -> Completion<Vec<u8>> {
    let (wanted, given) = (format.values, iso.heap.sequence_len(values));
    if given != wanted {
        return Err(error(iso, &format!("pack expected {wanted} items for packing (got {given})")));
    }
    iso.spare(format.size)?;
    let mut out = with_room(format.size)?;
    // A tuple, which stays as it is whatever the values do.
    let mut places = 0..;
    let mut next = |iso: &Isolate| places.next().and_then(|place| iso.heap.tuple_item(values, place));
    for code in format.codes() {
        out.resize(out.len() + code.padding(), 0);
        match code.letter {
            b'x' => out.resize(out.len() + code.count(), 0),
            b's' | b'p' => {
                let value = next(iso).unwrap_or(Value::NONE);
                let inner = iso.unwrap(value);
                let Some(bytes) = iso.heap.byte_string(inner) else {
                    let name = char::from(code.letter);
                    return Err(error(iso, &format!("argument for '{name}' must be a bytes object")));
                };
                let end = out.len() + code.count();
                if code.letter == b'p' && code.count() > 0 {
                    // What has no place in the byte of the length is stored all the same.
                    out.push(bytes.len().min(code.count() - 1).min(255) as u8);
                }
                let room = end.saturating_sub(out.len());
                out.extend_from_slice(bytes.get(..room).unwrap_or(bytes));
                out.resize(end, 0);
            }
            _ => {
                for _ in 0..code.count() {
                    let value = next(iso).unwrap_or(Value::NONE);
                    pack_number(iso, format, *code, value, &mut out)?;
                }
            }
        }
    }
    Ok(out)
}

/// How many values of a struct, and how many of its bytes, need no memory of their own on the way.
const NEAR_VALUES: usize = 12;
const NEAR_BYTES: usize = 64;

/// The values that bytes hold: a tuple.
fn unpacked(iso: &mut Isolate, format: &Format, bytes: &[u8]) -> Completion {
    let (mut near, mut far) = ([Value::UNBOUND; NEAR_VALUES], Vec::new());
    let values = match near.get_mut(..format.values) {
        Some(values) => values,
        None => {
            iso.spare(format.values * size_of::<Value>())?;
            far.resize(format.values, Value::UNBOUND);
            far.as_mut_slice()
        }
    };
    let mut places = values.iter_mut();
    let mut push = |value| {
        if let Some(place) = places.next() {
            *place = value;
        }
    };
    let mut at = 0;
    for code in format.codes() {
        at += code.padding();
        match code.letter {
            b'x' => at += code.count(),
            b's' | b'p' => {
                let field = bytes.get(at..at + code.count()).unwrap_or(&[]);
                at += code.count();
                let field = match field.split_first() {
                    Some((&length, rest)) if code.letter == b'p' => rest.get(..usize::from(length)).unwrap_or(rest),
                    _ => field,
                };
                push(iso.new_bytes(field)?);
            }
            letter => {
                for _ in 0..code.count() {
                    let field = bytes.get(at..at + code.size()).unwrap_or(&[]);
                    at += code.size();
                    push(unpack_number(iso, format, letter, field)?);
                }
            }
        }
    }
    iso.new_tuple(values)
}

fn unpack_number(iso: &mut Isolate, format: &Format, letter: u8, field: &[u8]) -> Completion {
    if complex::HAS_CODES && matches!(letter, b'F' | b'D') {
        return complex::unpack(iso, format, letter, field);
    }
    let bits = format.get(field);
    match letter {
        b'?' => Ok(Value::bool(bits != 0)),
        b'c' => iso.new_bytes(field),
        b'f' => iso.new_float(f64::from(f32::from_bits(bits as u32))),
        b'd' => iso.new_float(f64::from_bits(bits)),
        b'e' => iso.new_float(from_half(bits as u16)),
        _ if is_signed(letter) => {
            let shift = 64 - 8 * (field.len() as u32).clamp(1, 8);
            iso.new_int((bits << shift) as i64 >> shift)
        }
        _ => match i64::try_from(bits) {
            Ok(int) => iso.new_int(int),
            Err(_) => iso.new_big_int(false, &[bits as u32, (bits >> 32) as u32]),
        },
    }
}

fn argument(args: &[Value], place: usize) -> Value {
    args.get(place).copied().unwrap_or(Value::UNBOUND)
}

fn calcsize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let format = Format::read(iso, argument(args, 0))?;
    iso.new_int(format.size as i64)
}

fn pack(iso: &mut Isolate, args: &[Value]) -> Completion {
    let format = Format::read(iso, argument(args, 0))?;
    let bytes = packed(iso, &format, argument(args, 1))?;
    iso.new_bytes(&bytes)
}

/// `pack_into(format, buffer, offset, *values)`.
fn pack_into(iso: &mut Isolate, args: &[Value]) -> Completion {
    let format = Format::read(iso, argument(args, 0))?;
    let (storage, range) = iso.writable_buffer(argument(args, 1), "argument")?;
    let (start, bytes) = iso.with_fixed_size(storage, |iso| {
        let offset = iso.to_isize(argument(args, 2))?;
        let start = place_of(iso, &format, offset, range.len(), "pack_into")?;
        Ok((start, packed(iso, &format, argument(args, 3))?))
    })?;
    let start = range.start + start;
    let end = start.saturating_add(bytes.len());
    match iso.heap.bytearray_mut(storage).and_then(|all| all.get_mut(start..end)) {
        Some(place) => {
            place.copy_from_slice(&bytes);
            Ok(Value::NONE)
        }
        None => Err(raise::buffer_error(iso, "Existing exports of data: object cannot be re-sized")),
    }
}

/// Where a struct at an offset starts in a buffer that has room for it.
fn place_of(iso: &mut Isolate, format: &Format, offset: i64, length: usize, function: &str) -> Completion<usize> {
    let size = format.size;
    let verb = if function == "pack_into" { "pack into" } else { "unpack from" };
    if offset < 0 && size as i64 > offset.saturating_neg() {
        let message = match verb {
            "pack into" => format!("no space to pack {size} bytes at offset {offset}"),
            _ => format!("not enough data to unpack {size} bytes at offset {offset}"),
        };
        return Err(error(iso, &message));
    }
    let start = if offset < 0 { offset + length as i64 } else { offset };
    let Ok(start) = usize::try_from(start) else {
        let message = format!("offset {offset} out of range for {length}-byte buffer");
        return Err(error(iso, &message));
    };
    if length.checked_sub(start).is_none_or(|left| left < size) {
        let needed = start + size;
        let word = if function == "pack_into" { "packing" } else { "unpacking" };
        let message = format!(
            "{function} requires a buffer of at least {needed} bytes for {word} {size} bytes at offset {start} \
             (actual buffer size is {length})"
        );
        return Err(error(iso, &message));
    }
    Ok(start)
}

/// The values at a place of a buffer; nothing if it ends before.
fn unpacked_part(iso: &mut Isolate, format: &Format, buffer: Value, start: usize) -> Completion<Option<Value>> {
    let far;
    let mut near = [0; NEAR_BYTES];
    if format.size > NEAR_BYTES {
        iso.spare(format.size)?;
    }
    let bytes = iso.bytes_like(buffer).unwrap_or_default();
    let Some(part) = start.checked_add(format.size).and_then(|end| bytes.get(start..end)) else { return Ok(None) };
    let part = match near.get_mut(..part.len()) {
        Some(place) => {
            place.copy_from_slice(part);
            &*place
        }
        None => {
            far = part.to_vec();
            far.as_slice()
        }
    };
    drop(bytes);
    unpacked(iso, format, part).map(Some)
}

fn unpack(iso: &mut Isolate, args: &[Value]) -> Completion {
    let format = Format::read(iso, argument(args, 0))?;
    let buffer = iso.to_buffer(argument(args, 1))?;
    if iso.bytes_like(buffer).map_or(0, |bytes| bytes.len()) != format.size {
        return Err(error(iso, &format!("unpack requires a buffer of {} bytes", format.size)));
    }
    unpacked_part(iso, &format, buffer, 0)?.ok_or_else(|| raise::internal(iso))
}

fn unpack_from(iso: &mut Isolate, args: &[Value]) -> Completion {
    let format = Format::read(iso, argument(args, 0))?;
    let buffer = iso.to_buffer(argument(args, 1))?;
    let length = iso.bytes_like(buffer).map_or(0, |bytes| bytes.len());
    let offset = match argument(args, 2).given() {
        Some(offset) if iso.as_i64(offset).is_some() => iso.to_isize(offset)?,
        Some(offset) => iso.with_fixed_size(argument(args, 1), |iso| iso.to_isize(offset))?,
        None => 0,
    };
    let start = place_of(iso, &format, offset, length, "unpack_from")?;
    unpacked_part(iso, &format, buffer, start)?.ok_or_else(|| raise::internal(iso))
}

fn iter_unpack(iso: &mut Isolate, args: &[Value]) -> Completion {
    let format = Format::read(iso, argument(args, 0))?;
    let buffer = iso.to_buffer(argument(args, 1))?;
    let length = iso.bytes_like(buffer).unwrap_or_default().len();
    if format.size == 0 {
        return Err(error(iso, "cannot iteratively unpack with a struct of length 0"));
    }
    if !length.is_multiple_of(format.size) {
        return Err(error(
            iso,
            &format!("iterative unpacking requires a buffer of a multiple of {} bytes", format.size),
        ));
    }
    let Some(id) = iso.find_type(&UNPACK_ITERATOR) else { return Err(raise::internal(iso)) };
    iso.new_record(id, 0, &[argument(args, 0), buffer])
}

fn next_struct(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    let (format, buffer) = (iso.heap.field(this, 0), iso.heap.field(this, 1));
    let format = Format::read(iso, format)?;
    let start = iso.heap.number(this) as usize;
    let made = match shortcuts::unpacked(&mut iso.heap, &format, buffer, start) {
        Some(values) => Some(iso.keep(values)),
        None => unpacked_part(iso, &format, buffer, start)?,
    };
    if made.is_some() {
        iso.heap.set_number(this, (start + format.size) as u32);
    }
    Ok(made.unwrap_or(Value::UNBOUND))
}

fn structs_left(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    let (format, buffer) = (iso.heap.field(this, 0), iso.heap.field(this, 1));
    let format = Format::read(iso, format)?;
    let all = iso.bytes_like(buffer).map_or(0, |bytes| bytes.len());
    let left = all.saturating_sub(iso.heap.number(this) as usize);
    Ok(Value::small_int(left.checked_div(format.size).unwrap_or(0) as i64))
}

/// An object without a format, as a subclass may want other arguments.
fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let Some(id) = iso.find_type(&STRUCT) else { return Err(raise::internal(iso)) };
    let made = iso.new_record(id, 0, &[Value::NONE, Value::small_int(i64::from(id.number()))])?;
    iso.wrap_new(argument(args, 0), id, made)
}

fn initialize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (this, format) = (iso.unwrap(argument(args, 0)), argument(args, 1));
    Format::read(iso, format)?;
    let text = iso.unwrap(format);
    let text = match iso.heap.bytes(text).map(<[u8]>::to_vec) {
        Some(bytes) => iso.new_text(&bytes)?,
        None => text,
    };
    iso.heap.set_field(this, 0, text);
    Ok(Value::NONE)
}

/// The arguments of a method with the object's format in place of the object.
fn with_format(iso: &mut Isolate, args: &[Value]) -> Completion<[Value; 4]> {
    let mut all = [Value::UNBOUND; 4];
    for (place, &argument) in all.iter_mut().zip(args) {
        *place = argument;
    }
    let [first, ..] = &mut all;
    *first = iso.heap.field(*first, 0);
    if first.is_none() {
        return Err(raise::runtime_error(iso, "Struct object is not initialized"));
    }
    Ok(all)
}

macro_rules! methods {
    ($($name:ident = $function:ident;)*) => {
        $(
            fn $name(iso: &mut Isolate, args: &[Value]) -> Completion {
                let args = with_format(iso, args)?;
                $function(iso, &args)
            }
        )*
    };
}

methods! {
    struct_pack = pack;
    struct_pack_into = pack_into;
    struct_unpack = unpack;
    struct_unpack_from = unpack_from;
    struct_iter_unpack = iter_unpack;
    struct_size = calcsize;
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    let (kind, inner) = (iso.class_qualname(iso.type_of(this)), iso.unwrap(this));
    let format = iso.heap.field(inner, 0);
    let shown = iso.ascii(format)?;
    let shown = iso.to_text(shown).unwrap_or_default();
    iso.new_str(&format!("{kind}({shown})"))
}

fn struct_format(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(iso.heap.field(argument(args, 0), 0))
}
