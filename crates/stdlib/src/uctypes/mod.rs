//! `uctypes`: data in buffers, and a chip's registers, by descriptions of their layout, as MicroPython has it.
//!
//! What MicroPython's programs take for an address is a number that leads into a buffer or nowhere (see
//! [`Isolate::buffer_address`]); only addresses of the chip itself are real, on boards. The constants are Python.

mod access;
mod descriptor;
mod place;

use access::{equal, get_attribute, get_item, length, set_attribute, set_item};
use alloc::format;
use descriptor::{ARRAY, Shape, shape, size};
use ferropy_runtime::native::{ModuleSpec, Row, TypeFlags, TypeSpec, constant, function, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};
use place::Place;

/// `uctypes`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "uctypes",
    doc: "Data in memory by descriptions of their layout.",
    rows: MODULE_ROWS,
    types: &[&STRUCT],
    initialize: None,
    frozen: Some(&crate::frozen::image::UCTYPES),
};

const MODULE_ROWS: &[Row] = &[
    function("sizeof", "(struct, layout_type=NATIVE, /)", "How many bytes a structure has.", byte_count),
    function("addressof", "(obj, /)", "The address of what is in a buffer.", address_of),
    function("bytes_at", "(addr, size, /)", "A copy of memory.", bytes_at),
    function("bytearray_at", "(addr, size, /)", "Memory as an array of bytes.", bytearray_at),
];

const LITTLE: i64 = 0;
const BIG: i64 = 1;
const NATIVE: i64 = 2;
/// Whether this machine has the highest byte first.
const IS_BIG_MACHINE: bool = cfg!(target_endian = "big");
const LAYOUT: u32 = 3;
/// In the number of a structure object: it stands for an array of bytes, and looks like one.
const IS_BYTES: u32 = 4;

/// A record: field 0 is the descriptor; 1 the bytes object or bytearray, or None; 2 the place in it, or an address of the chip.
/// The number is the layout.
static STRUCT: TypeSpec = TypeSpec::new(
    "struct",
    "struct(addr, descriptor, layout_type=NATIVE, /)\n--\n\nData at an address with the layout that a descriptor says.",
    ROWS,
)
.in_module("uctypes")
.with_flags(TypeFlags(0));

const ROWS: &[Row] = &[
    static_method("__new__", "($type, addr, descriptor, layout_type=NATIVE, /)", "Data at an address.", new),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method("__getattr__", "($self, name, /)", "A field.", get_attribute),
    method("__setattr__", "($self, name, value, /)", "Set a field.", set_attribute),
    method("__getitem__", "($self, key, /)", "An item of an array, or what is pointed to.", get_item),
    method("__setitem__", "($self, key, value, /)", "Set an item of an array.", set_item),
    method("__len__", "($self, /)", "How many items an array has.", length),
    method("__bool__", "($self, /)", "Whether it is no empty array.", |iso, args| {
        let structure = Structure::of(iso, argument(args, 0));
        let shape = shape(iso, structure.descriptor)?;
        Ok(Value::bool(!matches!(shape, Shape::Array(_, 0) | Shape::Structures(_, 0))))
    }),
    method("__eq__", "($self, value, /)", "Return self==value.", equal),
    constant("__hash__", "", |_, _| Ok(Value::NONE)),
    method("__int__", "($self, /)", "The address that a pointer holds.", |iso, args| {
        let structure = Structure::of(iso, argument(args, 0));
        match shape(iso, structure.descriptor)? {
            Shape::Pointer(_) => {
                let address = structure.pointer(iso)?;
                iso.new_big_int(false, &[address as u32, (address >> 32) as u32])
            }
            _ => Err(raise::type_error(iso, "this structure is no pointer")),
        }
    }),
    method("__buffer__", "($self, flags, /)", "The bytes of the structure.", buffer),
];

fn argument(args: &[Value], place: usize) -> Value {
    args.get(place).copied().unwrap_or(Value::UNBOUND)
}

/// What a structure object is.
#[derive(Clone, Copy)]
struct Structure {
    descriptor: Value,
    place: Place,
    /// The layout, and whether it looks like bytes.
    flags: u32,
}

impl Structure {
    fn of(iso: &Isolate, object: Value) -> Structure {
        let storage = iso.heap.field(object, 1);
        let number = iso.heap.field(object, 2);
        let place = if storage.is_none() {
            Place::Chip(address(iso, number).unwrap_or(0))
        } else {
            Place::Inside(storage, number.as_small_int().unwrap_or(0) as usize)
        };
        Structure { descriptor: iso.heap.field(object, 0), place, flags: iso.heap.number(object) }
    }

    fn object(self, iso: &mut Isolate) -> Completion {
        let (storage, number) = match self.place {
            Place::Inside(storage, place) => (storage, Value::small_int(place as i64)),
            Place::Chip(address) => (Value::NONE, iso.new_big_int(false, &[address as u32, (address >> 32) as u32])?),
        };
        let Some(id) = iso.find_type(&STRUCT) else { return Err(raise::internal(iso)) };
        iso.new_record(id, self.flags, &[self.descriptor, storage, number])
    }

    const fn layout(&self) -> i64 {
        (self.flags & LAYOUT) as i64
    }

    /// Whether the highest byte comes first.
    const fn is_big(&self) -> bool {
        match self.layout() {
            BIG => true,
            NATIVE => IS_BIG_MACHINE,
            _ => false,
        }
    }

    /// The address that it holds as a pointer.
    fn pointer(&self, iso: &mut Isolate) -> Completion<u64> {
        let mut bytes = [0; size_of::<usize>()];
        self.place.read_into(iso, &mut bytes)?;
        Ok(usize::from_ne_bytes(bytes) as u64)
    }

    /// How many bytes it has.
    fn size(&self, iso: &mut Isolate) -> Completion<usize> {
        let shape = shape(iso, self.descriptor)?;
        size(iso, shape, self.layout() == NATIVE)
    }
}

/// An address as a number.
fn address(iso: &Isolate, value: Value) -> Option<u64> {
    if let Some(number) = iso.as_i64(value) {
        return Some(number as u64);
    }
    iso.as_int(value).and_then(|int| int.as_ref().to_u64())
}

/// The place that an argument is the address of.
fn place(iso: &mut Isolate, value: Value) -> Completion<Place> {
    let int = iso.index(value)?;
    match address(iso, int) {
        Some(address) => Ok(Place::at(iso, address)),
        None => Err(raise::overflow_error(iso, "the address is too large")),
    }
}

fn layout(iso: &mut Isolate, value: Value) -> Completion<u32> {
    match value.given() {
        None => Ok(NATIVE as u32),
        Some(layout) => match iso.to_isize(layout)? {
            layout @ LITTLE..=NATIVE => Ok(layout as u32),
            _ => Err(raise::value_error(iso, "invalid layout type")),
        },
    }
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let place = place(iso, argument(args, 1))?;
    let flags = layout(iso, argument(args, 3))?;
    Structure { descriptor: argument(args, 2), place, flags }.object(iso)
}

/// The structure object that a value is.
fn as_structure(iso: &Isolate, value: Value) -> Option<Structure> {
    let id = iso.find_type(&STRUCT)?;
    (iso.type_of(value) == id.value()).then(|| Structure::of(iso, value))
}

fn byte_count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (what, layout) = (argument(args, 0), argument(args, 1));
    let bytes = if let Some(structure) = as_structure(iso, what) {
        if layout.given().is_some() {
            return Err(raise::type_error(iso, "a structure has its layout already"));
        }
        structure.size(iso)?
    } else {
        let is_native = self::layout(iso, layout)? == NATIVE as u32;
        if iso.is_int(what) {
            return Err(raise::type_error(iso, "can't unambiguously get sizeof scalar"));
        }
        let shape = shape(iso, what)?;
        size(iso, shape, is_native)?
    };
    iso.new_int(bytes as i64)
}

fn address_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let object = argument(args, 0);
    let place = match as_structure(iso, object) {
        Some(structure) => structure.place,
        None => {
            let (storage, range) = iso.buffer_place(object)?;
            Place::Inside(storage, range.start)
        }
    };
    let address = place.address(iso)?;
    iso.new_big_int(false, &[address as u32, (address >> 32) as u32])
}

fn bytes_at(iso: &mut Isolate, args: &[Value]) -> Completion {
    let place = place(iso, argument(args, 0))?;
    let count = iso.to_size(argument(args, 1))?;
    let bytes = place.read(iso, count)?;
    iso.new_bytes(&bytes)
}

fn bytearray_at(iso: &mut Isolate, args: &[Value]) -> Completion {
    let place = place(iso, argument(args, 0))?;
    let count = i64::try_from(iso.to_size(argument(args, 1))?).unwrap_or(i64::MAX);
    if count >= 1 << 27 {
        return Err(raise::value_error(iso, "too many bytes"));
    }
    let descriptor = iso.new_tuple(&[Value::small_int(ARRAY), Value::small_int(count)])?;
    Structure { descriptor, place, flags: LITTLE as u32 | IS_BYTES }.object(iso)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let structure = Structure::of(iso, argument(args, 0));
    if structure.flags & IS_BYTES != 0 {
        let count = structure.size(iso)?;
        let bytes = structure.place.read(iso, count)?;
        let array = iso.new_bytearray(&bytes)?;
        let text = iso.repr_text(array)?;
        return iso.new_str(&text);
    }
    let kind = match shape(iso, structure.descriptor) {
        Ok(Shape::Structure(_)) => "STRUCT",
        Ok(Shape::Pointer(_)) => "PTR",
        Ok(Shape::Array(..) | Shape::Structures(..)) => "ARRAY",
        Ok(_) => "ERROR",
        Err(_) => {
            iso.take_exception();
            "ERROR"
        }
    };
    let address = structure.place.address(iso)?;
    iso.new_str(&format!("<struct {kind} {address:x}>"))
}

fn buffer(iso: &mut Isolate, args: &[Value]) -> Completion {
    let structure = Structure::of(iso, argument(args, 0));
    let count = structure.size(iso)?;
    match structure.place {
        Place::Inside(storage, place) => {
            let view = iso.new_memoryview(storage)?;
            let (start, end) = (Value::small_int(place as i64), Value::small_int(place.saturating_add(count) as i64));
            let part = iso.new_slice(start, end, Value::NONE)?;
            iso.get_item(view, part)
        }
        Place::Chip(_) => {
            let bytes = structure.place.read(iso, count)?;
            let bytes = iso.new_bytes(&bytes)?;
            iso.new_memoryview(bytes)
        }
    }
}
