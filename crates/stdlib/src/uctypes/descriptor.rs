//! Descriptors: what programs write to say how data are laid out.
//!
//! Scalars are an int: the offset, and the type in the highest four of 31 bits. Fields of bits have their position and length
//! in the bits between. Aggregates are tuples that begin with an int: the offset, and what it is in the highest two of 31 bits.
//!
//! ```text
//! scalar       type:4 | offset:27
//! bit-field    type:4 | length:5 | position:5 | offset:17
//! structure    (0:2 | offset:29, dict)
//! pointer      (1:2 | offset:29, scalar or dict)
//! array        (2:2 | offset:29, type:4 | length:27)    (2:2 | offset:29, length, dict)
//! ```

use alloc::vec::Vec;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};

/// Where the position of a bit-field stands.
const POSITION: u32 = 17;
/// Where its length stands.
const LENGTH: u32 = 22;

/// A structure may lie in others that many times.
const DEEPEST: usize = 16;

/// A type of scalars, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scalar(u8);

impl Scalar {
    pub(super) const UINT8: Scalar = Scalar(0);

    /// The type in a number of a descriptor.
    const fn of(number: i64) -> Scalar {
        Scalar((number >> 27 & 15) as u8)
    }

    const fn is_bits(self) -> bool {
        matches!(self.0, 8..=13)
    }

    pub(super) const fn is_float(self) -> bool {
        self.0 >= 14
    }

    /// The type that a bit-field lies in.
    const fn container(self) -> Scalar {
        if self.is_bits() { Scalar(self.0 & 7) } else { self }
    }

    /// Whether the highest bit is a sign.
    pub(super) const fn is_signed(self) -> bool {
        !self.is_float() && self.0 & 1 != 0
    }

    /// Its letter in the struct module.
    pub(super) fn letter(self) -> u8 {
        b"BbHhIiQqBbHhIifd".get(usize::from(self.0)).copied().unwrap_or(b'B')
    }

    /// How many bytes it has.
    pub(super) const fn size(self) -> usize {
        match self.0 {
            14 => 4,
            15 => 8,
            number => 1 << ((number & 7) >> 1),
        }
    }
}

/// What programs say for an array at offset 0.
pub(super) const ARRAY: i64 = (0x8000_0000_u32 as i32 >> 1) as i64;

/// Some of the bits of a scalar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bits {
    pub(super) position: u32,
    pub(super) length: u32,
}

/// What a field is, or what a structure object shows.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    Scalar(Scalar),
    Bits(Scalar, Bits),
    /// A dict of fields.
    Structure(Value),
    /// What it points to.
    Pointer(Value),
    /// An array of scalars.
    Array(Scalar, usize),
    /// An array of structures.
    Structures(Value, usize),
}

#[cold]
fn syntax_error(iso: &mut Isolate) -> Raised {
    raise::type_error(iso, "syntax error in uctypes descriptor")
}

/// The dict that a value is; a subclass of dict will do.
pub(super) fn as_dict(iso: &Isolate, value: Value) -> Option<Value> {
    let inner = iso.unwrap(value);
    (iso.heap.kind(inner) == Some(Kind::Dict)).then_some(inner)
}

/// What the descriptor of a scalar says.
fn scalar(number: i64) -> (Shape, usize) {
    let scalar = Scalar::of(number);
    let offset = number & 0x7ff_ffff;
    if !scalar.is_bits() {
        return (Shape::Scalar(scalar), offset as usize);
    }
    let bits = Bits { position: (number >> POSITION & 31) as u32, length: (number >> LENGTH & 31) as u32 };
    (Shape::Bits(scalar.container(), bits), (offset & ((1 << POSITION) - 1)) as usize)
}

/// What the descriptor of an aggregate says.
fn aggregate(iso: &mut Isolate, tuple: Value) -> Completion<(Shape, usize)> {
    let number = |iso: &Isolate, place: usize| iso.heap.tuple_item(tuple, place).and_then(|item| iso.as_i64(item));
    let length = iso.heap.items(tuple).len();
    let (Some(first), Some(second)) = (number(iso, 0), iso.heap.tuple_item(tuple, 1)) else {
        return Err(syntax_error(iso));
    };
    let offset = (first & 0x1fff_ffff) as usize;
    let shape = match (first >> 29 & 3, length) {
        (0, 2) if as_dict(iso, second).is_some() => Shape::Structure(second),
        (1, 2) => Shape::Pointer(second),
        (2, 2) => match number(iso, 1) {
            Some(size) => Shape::Array(Scalar::of(size), (size & 0x7ff_ffff) as usize),
            None => return Err(syntax_error(iso)),
        },
        (2, 3) => match (number(iso, 1), iso.heap.tuple_item(tuple, 2)) {
            (Some(size), Some(item)) => Shape::Structures(item, (size & 0x7ff_ffff) as usize),
            _ => return Err(syntax_error(iso)),
        },
        _ => return Err(syntax_error(iso)),
    };
    Ok((shape, offset))
}

/// What a descriptor in a structure says: the field, and where it lies.
pub(super) fn field(iso: &mut Isolate, descriptor: Value) -> Completion<(Shape, usize)> {
    if let Some(number) = iso.as_i64(descriptor) {
        return Ok(scalar(number));
    }
    if iso.heap.kind(descriptor) == Some(Kind::Tuple) {
        return aggregate(iso, descriptor);
    }
    Err(syntax_error(iso))
}

/// What a descriptor by itself says.
pub(super) fn shape(iso: &mut Isolate, descriptor: Value) -> Completion<Shape> {
    if as_dict(iso, descriptor).is_some() {
        return Ok(Shape::Structure(descriptor));
    }
    field(iso, descriptor).map(|(shape, _)| shape)
}

/// How many bytes something has, and how many the largest scalar in it.
#[derive(Clone, Copy, Debug, Default)]
struct Extent {
    bytes: usize,
    largest: usize,
}

/// How many bytes something has. In the native layout structures end on a boundary of their largest field.
pub(super) fn size(iso: &mut Isolate, shape: Shape, is_native: bool) -> Completion<usize> {
    extent(iso, shape, is_native, DEEPEST).map(|extent| extent.bytes)
}

fn extent(iso: &mut Isolate, shape: Shape, is_native: bool, depth: usize) -> Completion<Extent> {
    match shape {
        Shape::Scalar(scalar) | Shape::Bits(scalar, _) => Ok(Extent { bytes: scalar.size(), largest: scalar.size() }),
        Shape::Pointer(_) => Ok(Extent { bytes: size_of::<usize>(), largest: size_of::<usize>() }),
        Shape::Array(scalar, count) => Ok(Extent { bytes: scalar.size() * count, largest: scalar.size() }),
        Shape::Structures(item, count) => {
            let Some(depth) = depth.checked_sub(1) else { return Err(too_deep(iso)) };
            let item = self::shape(iso, item)?;
            let item = extent(iso, item, is_native, depth)?;
            Ok(Extent { bytes: item.bytes.saturating_mul(count), ..item })
        }
        Shape::Structure(descriptor) => {
            let Some(depth) = depth.checked_sub(1) else { return Err(too_deep(iso)) };
            let Some(dict) = as_dict(iso, descriptor) else { return Err(syntax_error(iso)) };
            let fields: Vec<Value> = iso.heap.entries(dict).map(|(_, value)| value).collect();
            let mut whole = Extent::default();
            for descriptor in fields {
                let (shape, offset) = field(iso, descriptor)?;
                let part = extent(iso, shape, is_native, depth)?;
                whole.bytes = whole.bytes.max(offset.saturating_add(part.bytes));
                whole.largest = whole.largest.max(part.largest);
            }
            if is_native && let Some(bytes) = whole.bytes.checked_next_multiple_of(whole.largest.max(1)) {
                whole.bytes = bytes;
            }
            Ok(whole)
        }
    }
}

#[cold]
fn too_deep(iso: &mut Isolate) -> Raised {
    raise::value_error(iso, "structures lie in each other too deeply")
}
