//! Fields of structures, items of arrays, and what pointers point to.

use super::descriptor::{Bits, Scalar, Shape, as_dict, field, shape, size};
use super::place::Place;
use super::{IS_BIG_MACHINE, IS_BYTES, NATIVE, Structure, argument};
use alloc::format;
use ferropy_numeric::slice::normalize_index;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Completion, Isolate, Value, memory_items, raise};

/// The bytes of a number in the order of a structure.
fn ordered(mut bytes: [u8; 8], count: usize, is_reversed: bool) -> [u8; 8] {
    if is_reversed && let Some(bytes) = bytes.get_mut(..count) {
        bytes.reverse();
    }
    bytes
}

impl Structure {
    /// Whether numbers lie in another order than this machine's.
    fn is_foreign(&self) -> bool {
        self.is_big() != IS_BIG_MACHINE
    }

    fn read_scalar(&self, iso: &mut Isolate, scalar: Scalar, place: Place) -> Completion {
        let mut bytes = [0; 8];
        let size = scalar.size();
        place.read_into(iso, bytes.get_mut(..size).unwrap_or_default())?;
        let bytes = ordered(bytes, size, self.is_foreign());
        memory_items::unpack(iso, scalar.letter(), bytes.get(..size).unwrap_or_default())
    }

    /// Writes a number. Of ints that don't fit the lowest bits are written.
    fn write_scalar(&self, iso: &mut Isolate, scalar: Scalar, place: Place, value: Value) -> Completion<()> {
        let size = scalar.size();
        let bytes = if scalar.is_float() {
            memory_items::pack(iso, scalar.letter(), value)?.0
        } else {
            let bits = lowest_bits(iso, value)?.to_le_bytes();
            ordered(bits, size, IS_BIG_MACHINE)
        };
        let bytes = ordered(bytes, size, self.is_foreign());
        place.write(iso, bytes.get(..size).unwrap_or_default())
    }

    /// The number that a bit-field lies in.
    fn read_container(&self, iso: &mut Isolate, scalar: Scalar, place: Place) -> Completion<u64> {
        let mut bytes = [0; 8];
        let size = scalar.size();
        place.read_into(iso, bytes.get_mut(..size).unwrap_or_default())?;
        Ok(u64::from_le_bytes(ordered(bytes, size, self.is_big())))
    }

    fn read_bits(&self, iso: &mut Isolate, scalar: Scalar, bits: Bits, place: Place) -> Completion {
        let number = self.read_container(iso, scalar, place)? >> bits.position & ((1 << bits.length) - 1);
        let number = number as i64;
        if scalar.is_signed() && bits.length > 0 && number >> (bits.length - 1) != 0 {
            return iso.new_int(number - (1 << bits.length));
        }
        iso.new_int(number)
    }

    fn write_bits(&self, iso: &mut Isolate, scalar: Scalar, bits: Bits, place: Place, value: Value) -> Completion<()> {
        let mask = ((1u64 << bits.length) - 1) << bits.position;
        let wanted = lowest_bits(iso, value)? << bits.position & mask;
        let number = self.read_container(iso, scalar, place)? & !mask | wanted;
        let size = scalar.size();
        let bytes = ordered(number.to_le_bytes(), size, self.is_big());
        place.write(iso, bytes.get(..size).unwrap_or_default())
    }

    /// What lies at a place: a number, or a structure object.
    fn read(&self, iso: &mut Isolate, descriptor: Value, shape: Shape, place: Place) -> Completion {
        let layout = self.flags & !IS_BYTES;
        match shape {
            Shape::Scalar(scalar) => self.read_scalar(iso, scalar, place),
            Shape::Bits(scalar, bits) => self.read_bits(iso, scalar, bits, place),
            Shape::Structure(descriptor) => Structure { descriptor, place, flags: layout }.object(iso),
            Shape::Array(Scalar::UINT8, _) => Structure { descriptor, place, flags: layout | IS_BYTES }.object(iso),
            _ => Structure { descriptor, place, flags: layout }.object(iso),
        }
    }

    /// Writes a number.
    fn write(&self, iso: &mut Isolate, shape: Shape, place: Place, value: Value) -> Completion {
        match shape {
            Shape::Scalar(scalar) => self.write_scalar(iso, scalar, place, value)?,
            Shape::Bits(scalar, bits) => self.write_bits(iso, scalar, bits, place, value)?,
            _ => return Err(raise::type_error(iso, "only numbers can be set in a structure")),
        }
        Ok(Value::NONE)
    }

    /// The item of an array or of what a pointer leads to: its descriptor, what that says, and where the item lies.
    fn item(&self, iso: &mut Isolate, key: Value) -> Completion<(Value, Shape, Place)> {
        let (descriptor, count) = match shape(iso, self.descriptor)? {
            Shape::Array(scalar, count) => {
                let place = self.place.plus(index(iso, key, count)? * scalar.size() as i64);
                return Ok((Value::NONE, Shape::Scalar(scalar), place));
            }
            Shape::Structures(item, count) => (item, Some(count)),
            Shape::Pointer(target) => (target, None),
            _ => return Err(raise::type_error(iso, "struct: can't index")),
        };
        let (start, index) = match count {
            Some(count) => (self.place, index(iso, key, count)?),
            None => {
                let index = iso.to_index(key)?;
                let address = self.pointer(iso)?;
                (Place::at(iso, address), index)
            }
        };
        let shape = shape(iso, descriptor)?;
        let size = size(iso, shape, self.layout() == NATIVE)?;
        Ok((descriptor, shape, start.plus((size as i64).wrapping_mul(index))))
    }
}

/// The lowest 64 bits of an int in two's complement.
fn lowest_bits(iso: &mut Isolate, value: Value) -> Completion<u64> {
    let int = iso.index(value)?;
    if let Some(number) = iso.as_i64(int) {
        return Ok(number as u64);
    }
    let Some(view) = iso.as_int(int) else { return Err(raise::internal(iso)) };
    let int = view.as_ref();
    let limb = |place: usize| u64::from(int.limbs().get(place).copied().unwrap_or(0));
    let bits = limb(0) | limb(1) << 32;
    Ok(if int.is_negative() { bits.wrapping_neg() } else { bits })
}

/// The descriptor of a field of a structure.
fn descriptor_of(iso: &mut Isolate, object: Value, structure: &Structure, name: Value) -> Completion {
    let Some(dict) = as_dict(iso, structure.descriptor) else {
        return Err(raise::type_error(iso, "struct: no fields"));
    };
    match iso.dict_get(dict, name)? {
        Some(descriptor) => Ok(descriptor),
        None => {
            let text = iso.to_text(name).unwrap_or_default();
            Err(raise::attribute_error(iso, object, name, &format!("struct has no field '{text}'")))
        }
    }
}

pub(super) fn get_attribute(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (object, name) = (argument(args, 0), argument(args, 1));
    let structure = Structure::of(iso, object);
    let descriptor = descriptor_of(iso, object, &structure, name)?;
    let (shape, offset) = field(iso, descriptor)?;
    structure.read(iso, descriptor, shape, structure.place.plus(offset as i64))
}

pub(super) fn set_attribute(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (object, name, value) = (argument(args, 0), argument(args, 1), argument(args, 2));
    let structure = Structure::of(iso, object);
    let descriptor = descriptor_of(iso, object, &structure, name)?;
    let (shape, offset) = field(iso, descriptor)?;
    structure.write(iso, shape, structure.place.plus(offset as i64), value)
}

/// The index of an item of an array.
fn index(iso: &mut Isolate, value: Value, count: usize) -> Completion<i64> {
    let index = iso.to_index(value)?;
    match normalize_index(index, count) {
        Some(place) => Ok(place as i64),
        None => Err(raise::index_error(iso, "struct: index out of range")),
    }
}

pub(super) fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (object, key) = (argument(args, 0), argument(args, 1));
    let structure = Structure::of(iso, object);
    if structure.flags & IS_BYTES != 0 && iso.type_of(key) == TypeId::SLICE.value() {
        let view = iso.new_memoryview(object)?;
        let part = iso.get_item(view, key)?;
        let bytes = iso.bytes_like(part).unwrap_or_default().into_owned();
        return iso.new_bytearray(&bytes);
    }
    let (descriptor, shape, place) = structure.item(iso, key)?;
    structure.read(iso, descriptor, shape, place)
}

pub(super) fn set_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (object, key, value) = (argument(args, 0), argument(args, 1), argument(args, 2));
    let structure = Structure::of(iso, object);
    if structure.flags & IS_BYTES != 0 && iso.type_of(key) == TypeId::SLICE.value() {
        let view = iso.new_memoryview(object)?;
        iso.set_item(view, key, value)?;
        return Ok(Value::NONE);
    }
    let (_, shape, place) = structure.item(iso, key)?;
    structure.write(iso, shape, place, value)
}

pub(super) fn length(iso: &mut Isolate, args: &[Value]) -> Completion {
    let structure = Structure::of(iso, argument(args, 0));
    match shape(iso, structure.descriptor)? {
        Shape::Array(_, count) | Shape::Structures(_, count) => iso.new_int(count as i64),
        _ => Err(raise::type_error(iso, "object of type 'struct' has no len()")),
    }
}

/// `==`: arrays of bytes are equal to what holds the same bytes.
pub(super) fn equal(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (object, other) = (argument(args, 0), argument(args, 1));
    let structure = Structure::of(iso, object);
    if structure.flags & IS_BYTES == 0 {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let Some(buffer) = iso.opt_buffer(other)? else { return Ok(Value::NOT_IMPLEMENTED) };
    let count = structure.size(iso)?;
    let bytes = structure.place.read(iso, count)?;
    Ok(Value::bool(iso.bytes_like(buffer).is_some_and(|other| *other == *bytes)))
}
