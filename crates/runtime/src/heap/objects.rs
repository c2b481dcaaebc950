//! Functions, cells, instances and the other objects whose payload is a block of values.

use super::header::{HEADER, size_in};
use super::slot::{Kind, Slot};
use super::text::bytes_to_words;
use super::{Heap, OutOfMemory};
use crate::value::{IS_SMALL, Value, Word};

/// How many fields of an instance lie in its slot at most, where a word has 32 bits.
const INSIDE: usize = 2;

/// Whether so many fields of an instance of a shape lie in its slot. The collector may have to keep the shape's number in the
/// 16 bits that instances don't use.
#[inline(always)]
const fn lie_inside(shape: u32, fields: usize) -> bool {
    IS_SMALL && fields <= INSIDE && shape <= u16::MAX as u32
}

/// In the count of a generator's moves: its function is its own and has its names.
const NAMED: u16 = 1 << 15;

/// What a generator is made of.
pub(crate) struct GeneratorParts<'a, const FIXED: usize> {
    /// The number of its code.
    pub(crate) code: u32,
    /// How often its frame had to move off the stack; see `interpreter::parked`.
    pub(crate) moves: u16,
    /// The fields that all have.
    pub(crate) fixed: &'a mut [Word; FIXED],
    /// The registers behind them.
    pub(crate) registers: &'a mut [Word],
}

impl Heap {
    /// An object of `kind` whose payload is `fields`; `a`, `aux` and `c` are the numbers of the slot that the kind's
    /// owner gives a meaning to.
    #[inline]
    fn new_fields(&mut self, kind: Kind, aux: u16, (a, c): (u32, u32), fields: &[Value]) -> Result<Value, OutOfMemory> {
        self.new_object(Slot::new(kind, 0, aux, [a, 0, c]), fields.len(), |payload| {
            payload.extend_from_slice(Value::words(fields));
        })
    }

    /// A field of an object whose payload is values; Unbound if there is none.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    #[must_use]
    pub fn field(&self, value: Value, index: usize) -> Value {
        self.field_inline(value, index)
    }

    /// A field of an object, for the interpreter's loop.
    #[inline(always)]
    pub(crate) fn field_inline(&self, value: Value, index: usize) -> Value {
        match self.slot(value) {
            Some(slot) if slot.kind.payload_is_values() => {
                if slot.has_fields_inside() {
                    return slot.fields_inside().get(index).map_or(Value::UNBOUND, |&word| Value::from_word(word));
                }
                self.value_at_checked(slot.b(), index)
            }
            _ => Value::UNBOUND,
        }
    }

    #[inline(always)]
    fn value_at_checked(&self, offset: u32, index: usize) -> Value {
        if index < self.block_size(offset) { self.value_at(offset as usize + index) } else { Value::UNBOUND }
    }

    /// Replaces a field of an object whose payload is values; nothing happens if there is none.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub fn set_field(&mut self, value: Value, index: usize, field: Value) {
        if let Some(slot) = self.slot(value)
            && slot.kind.payload_is_values()
        {
            if slot.has_fields_inside() {
                self.set_field_inside(value, index, field);
                return;
            }
            let offset = slot.b();
            if index < self.block_size(offset) {
                self.set_value(offset as usize + index, field);
            }
        }
    }

    /// Replaces a field that lies in the slot itself.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn set_field_inside(&mut self, value: Value, index: usize, field: Value) {
        self.shade_content(value);
        if let Some(place) = self.slot_mut(value).and_then(|slot| slot.fields_inside_mut().get_mut(index)) {
            *place = field.to_word();
        }
    }

    /// The number of fields of an object whose payload is values.
    #[must_use]
    pub fn field_count(&self, value: Value) -> usize {
        self.fields(value).len()
    }

    /// All fields, as long as nothing else is done with the heap.
    pub fn fields(&self, value: Value) -> impl ExactSizeIterator<Item = Value> + '_ {
        let words = match self.slot(value) {
            Some(slot) if slot.kind.payload_is_values() => {
                if slot.has_fields_inside() {
                    slot.fields_inside()
                } else {
                    self.block(slot.b())
                }
            }
            _ => &[],
        };
        words.iter().map(|&word| Value::from_word(word))
    }

    /// Makes room for fields up to `count`; further ones are Unbound.
    pub fn grow_fields(&mut self, value: Value, count: usize) -> Result<(), OutOfMemory> {
        let Some(slot) = self.slot(value).filter(|slot| slot.kind.payload_is_values()) else { return Ok(()) };
        let slot = *slot;
        if slot.has_fields_inside() {
            return if count <= INSIDE { Ok(()) } else { self.move_fields_out(value, &slot, count) };
        }
        let old = self.block_size(slot.b());
        if count <= old {
            return Ok(());
        }
        let offset = self.resize_block(value, count, old)? as usize;
        if let Some(rest) = self.payload.get_mut(offset + old..offset + count) {
            rest.fill(Value::UNBOUND.to_word());
        }
        Ok(())
    }

    /// Gives an instance whose fields lie in its slot a block with room for `count` fields.
    #[cold]
    #[inline(never)]
    fn move_fields_out(&mut self, value: Value, old: &Slot, count: usize) -> Result<(), OutOfMemory> {
        if let Some(slot) = self.slot_mut(value) {
            *slot = Slot::new(Kind::Instance, old.flags & !Slot::INLINE, 0, [old.a(), 0, 0]);
        }
        let made = self.resize_block(value, count, 0);
        if made.is_err()
            && let Some(slot) = self.slot_mut(value)
        {
            *slot = *old;
        }
        let offset = made? as usize;
        if let Some(block) = self.payload.get_mut(offset..offset + count) {
            block.fill(Value::UNBOUND.to_word());
            for (place, &word) in block.iter_mut().zip(old.fields_inside()) {
                *place = word;
            }
        }
        Ok(())
    }

    /// A record: an object of a builtin type that needs no layout of its own. `number` is free for the type.
    #[inline]
    pub fn new_record(&mut self, type_id: u16, number: u32, fields: &[Value]) -> Result<Value, OutOfMemory> {
        self.new_fields(Kind::Record, 0, (u32::from(type_id), number), fields)
    }

    /// The type of a record.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    #[must_use]
    pub fn record_type(&self, value: Value) -> Option<u16> {
        self.slot_of_kind(value, Kind::Record).map(|slot| slot.a() as u16)
    }

    /// The type, the number and the first field of a record.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn record_start(&self, value: Value) -> Option<(u16, u32, Value)> {
        let slot = self.slot_of_kind(value, Kind::Record)?;
        Some((slot.a() as u16, slot.c(), self.value_at_checked(slot.b(), 0)))
    }

    /// The type and the first `N` fields of a record; nothing for other values and for less fields.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn record_typed<const N: usize>(&self, value: Value) -> Option<(u16, [Value; N])> {
        let slot = self.slot_of_kind(value, Kind::Record)?;
        let (_, fields) = self.numbered_fields(slot)?;
        Some((slot.a() as u16, fields))
    }

    /// The number and the first `N` fields of a record; nothing for other values and for less fields.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn record_numbered<const N: usize>(&self, value: Value) -> Option<(u32, [Value; N])> {
        self.slot_of_kind(value, Kind::Record).and_then(|slot| self.numbered_fields(slot))
    }

    /// The number and the first `N` fields of a record of a type; nothing for other values and for less fields.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn record_fields<const N: usize>(&self, value: Value, type_id: u16) -> Option<(u32, [Value; N])> {
        let slot = self.slot_of_kind(value, Kind::Record).filter(|slot| slot.a() == u32::from(type_id))?;
        self.numbered_fields(slot)
    }

    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn numbered_fields<const N: usize>(&self, slot: &Slot) -> Option<(u32, [Value; N])> {
        let words = self.block(slot.b()).first_chunk::<N>()?;
        Some((slot.c(), words.map(Value::from_word)))
    }

    /// The first `N` fields of an exception; nothing for other values and for less fields.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn exception_start<const N: usize>(&self, value: Value) -> Option<[Value; N]> {
        let slot = self.slot_of_kind(value, Kind::Exception)?;
        Some(self.numbered_fields(slot)?.1)
    }

    /// The number of a record, a generator or another object with a free number; 0 if it has none.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    #[must_use]
    pub fn number(&self, value: Value) -> u32 {
        match self.slot(value) {
            Some(slot) if slot.kind.payload_is_values() && !slot.has_fields_inside() => slot.c(),
            _ => 0,
        }
    }

    /// Sets what [`Heap::number`] gives.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub fn set_number(&mut self, value: Value, number: u32) {
        if let Some(slot) = self.slot_mut(value)
            && slot.kind.payload_is_values()
            && !slot.has_fields_inside()
        {
            slot.words[2] = number;
        }
    }

    /// A function: code number, arity (see [`Heap::function`]), globals, and the values of its payload.
    #[inline]
    pub fn new_function(
        &mut self,
        code: u32,
        arity: u16,
        globals: Value,
        fields: &[Value],
    ) -> Result<Value, OutOfMemory> {
        self.new_fields(Kind::Function, arity, (code, globals.as_handle().unwrap_or(0)), fields)
    }

    /// Code number, arity and globals of a function. The arity is the number of arguments that a plain positional
    /// call has to give, `u16::MAX` if calls need more care.
    #[inline(always)]
    #[must_use]
    pub fn function(&self, value: Value) -> Option<(u32, u16, u32)> {
        let slot = self.slot_of_kind(value, Kind::Function)?;
        Some((slot.a(), slot.aux, slot.c()))
    }

    /// A cell of a closure: it is a tuple of cells, or a single cell.
    #[inline(always)]
    pub(crate) fn cell_of_closure(&self, closure: Value, index: usize) -> Option<Value> {
        let slot = self.slot(closure)?;
        match slot.kind {
            Kind::Cell => Some(closure),
            _ => self.tuple_item(closure, index),
        }
    }

    /// A cell of the closure that is the first field of a function; nothing for other values.
    #[inline(always)]
    pub(crate) fn closure_item(&self, function: Value, index: usize) -> Option<Value> {
        let slot = self.slot_of_kind(function, Kind::Function)?;
        if slot.b() == 0 {
            return None;
        }
        self.cell_of_closure(self.value_at(slot.b() as usize), index)
    }

    /// The numbers of a function that an arity or code change sets anew.
    pub fn set_function(&mut self, value: Value, code: u32, arity: u16) {
        if let Some(slot) = self.slot_of_kind_mut(value, Kind::Function) {
            slot.words[0] = code;
            slot.aux = arity;
        }
    }

    /// A cell.
    #[inline]
    pub fn new_cell(&mut self, content: Value) -> Result<Value, OutOfMemory> {
        let word = u128::from(content.to_word());
        self.new_slot(Slot::new(Kind::Cell, 0, 0, [0, word as u32, (word >> 32) as u32]))
    }

    /// The content of a cell: Unbound if it is empty or the value is no cell.
    #[inline(always)]
    #[must_use]
    pub fn cell(&self, value: Value) -> Value {
        match self.slot_of_kind(value, Kind::Cell) {
            Some(slot) => Value::from_word((u64::from(slot.b()) | u64::from(slot.c()) << 32) as Word),
            None => Value::UNBOUND,
        }
    }

    /// Sets the content of a cell.
    #[inline(always)]
    pub fn set_cell(&mut self, value: Value, content: Value) {
        self.shade_content(value);
        if let Some(slot) = self.slot_of_kind_mut(value, Kind::Cell) {
            let word = u128::from(content.to_word());
            slot.words[1] = word as u32;
            slot.words[2] = (word >> 32) as u32;
        }
    }

    /// An instance of the class that the shape belongs to, with room for `capacity` fields, all Unbound.
    #[inline]
    pub fn new_instance(&mut self, shape: u32, capacity: usize) -> Result<Value, OutOfMemory> {
        if lie_inside(shape, capacity) {
            return self.new_small_instance(shape, Value::UNBOUND, Value::UNBOUND);
        }
        self.new_filled_object(Slot::new(Kind::Instance, 0, 0, [shape, 0, 0]), capacity, Value::UNBOUND.to_word())
    }

    /// An instance whose fields lie in the slot itself.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn new_small_instance(&mut self, shape: u32, first: Value, second: Value) -> Result<Value, OutOfMemory> {
        let words = [shape, first.to_word() as u32, second.to_word() as u32];
        self.new_slot(Slot::new(Kind::Instance, Slot::INLINE, 0, words))
    }

    /// An instance of the class that the shape belongs to, whose first fields are given; the rest of the `capacity` is
    /// Unbound.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub fn new_filled_instance(
        &mut self,
        shape: u32,
        capacity: usize,
        mut fields: impl Iterator<Item = Value>,
    ) -> Result<Value, OutOfMemory> {
        if lie_inside(shape, capacity) {
            let [first, second] = [0, 1].map(|_| fields.next().unwrap_or(Value::UNBOUND));
            return self.new_small_instance(shape, first, second);
        }
        let instance = self.new_instance(shape, capacity)?;
        // Its block is the last one.
        let block = self.payload.len().wrapping_sub(capacity);
        if let Some(places) = self.payload.get_mut(block..block + capacity) {
            for place in places {
                let Some(field) = fields.next() else { break };
                *place = field.to_word();
            }
        }
        Ok(instance)
    }

    /// An instance of the class that the shape belongs to, with these fields and no room for more. Written out, as
    /// `new_object` with a closure became a call for each instance.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub fn new_full_instance(&mut self, shape: u32, fields: &[Value]) -> Result<Value, OutOfMemory> {
        if lie_inside(shape, fields.len()) {
            let first = fields.first().copied().unwrap_or(Value::UNBOUND);
            let second = fields.get(1).copied().unwrap_or(Value::UNBOUND);
            return self.new_small_instance(shape, first, second);
        }
        if fields.is_empty() {
            return self.new_slot(Slot::new(Kind::Instance, 0, 0, [shape, 0, 0]));
        }
        self.prepare_object(fields.len())?;
        self.payload.extend_from_slice(&super::header::header(self.next_slot(), fields.len()));
        let offset = self.payload.len() as u32;
        self.payload.extend_from_slice(Value::words(fields));
        Ok(self.fill_slot(Slot::new(Kind::Instance, 0, 0, [shape, offset, 0])))
    }

    /// The shape of an instance.
    #[inline(always)]
    #[must_use]
    pub fn shape(&self, value: Value) -> Option<u32> {
        self.slot_of_kind(value, Kind::Instance).map(|slot| slot.a())
    }

    /// A field of an instance whose shape the caller has checked.
    #[inline(always)]
    #[must_use]
    pub fn instance_field(&self, value: Value, shape: u32, index: usize) -> Option<Value> {
        let slot = self.slot_of_kind(value, Kind::Instance)?;
        if slot.a() != shape {
            return None;
        }
        let (words, place) = if slot.has_fields_inside() {
            (slot.fields_inside(), index)
        } else {
            (&*self.payload, slot.b() as usize + index)
        };
        Value::from_word(*words.get(place)?).given()
    }

    /// Replaces a field of an instance if it has the shape; whether it had.
    #[inline(always)]
    pub fn set_instance_field(&mut self, value: Value, shape: u32, index: usize, field: Value) -> bool {
        if IS_SMALL {
            self.shade_content(value);
        }
        let Some(slot) = self.slot_of_kind_mut(value, Kind::Instance).filter(|slot| slot.a() == shape) else {
            return false;
        };
        if slot.has_fields_inside() {
            if let Some(place) = slot.fields_inside_mut().get_mut(index) {
                *place = field.to_word();
            }
            return true;
        }
        let place = slot.b() as usize + index;
        self.set_value(place, field);
        true
    }

    /// Adds a field to an instance of shape `shape`, which becomes `next`; false if it has another shape or no room.
    #[inline(always)]
    pub fn add_instance_field(&mut self, value: Value, shape: u32, next: u32, index: usize, field: Value) -> bool {
        let Some(slot) = self.slot_of_kind(value, Kind::Instance) else { return false };
        if slot.has_fields_inside() {
            return self.add_field_inside(value, shape, next, index, field);
        }
        let offset = slot.b();
        if slot.a() != shape || index >= self.block_size(offset) {
            return false;
        }
        self.set_word(offset as usize + index, field.to_word());
        if let Some(slot) = self.slot_mut(value) {
            slot.words[0] = next;
        }
        true
    }

    /// As [`Heap::add_instance_field`], where the fields lie in the slot itself.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn add_field_inside(&mut self, value: Value, shape: u32, next: u32, index: usize, field: Value) -> bool {
        let Some(slot) = self.slot_mut(value) else { return false };
        let fits = slot.a() == shape && lie_inside(next, 0);
        match slot.fields_inside_mut().get_mut(index) {
            Some(place) if fits => *place = field.to_word(),
            _ => return false,
        }
        slot.words[0] = next;
        true
    }

    /// Gives an instance another shape, and room for `fields` fields.
    pub fn set_shape(&mut self, value: Value, shape: u32, fields: usize) -> Result<(), OutOfMemory> {
        let fields = if IS_SMALL && !lie_inside(shape, 0) { fields.max(INSIDE + 1) } else { fields };
        self.grow_fields(value, fields)?;
        if let Some(slot) = self.slot_of_kind_mut(value, Kind::Instance) {
            slot.words[0] = shape;
        }
        Ok(())
    }

    /// The value if it is an exception: compiled files may bring instructions that confuse registers.
    #[inline(always)]
    pub(crate) fn exception_or_none(&self, value: Value) -> Value {
        if self.kind(value) == Some(Kind::Exception) { value } else { Value::NONE }
    }

    /// The class of an exception: its first field.
    #[inline(always)]
    pub(crate) fn exception_class(&self, value: Value) -> Option<Value> {
        let slot = self.slot_of_kind(value, Kind::Exception)?;
        self.value_at(slot.b() as usize).given()
    }

    /// Whether a value that a class has is what its instances have under that name: no descriptor.
    #[inline]
    #[must_use]
    pub fn is_plain(&self, value: Value) -> bool {
        match self.kind(value) {
            None => value.as_native().is_none(),
            Some(kind) => matches!(
                kind,
                Kind::Int | Kind::Float | Kind::Str | Kind::Bytes | Kind::Tuple | Kind::List | Kind::Dict | Kind::Set
            ),
        }
    }

    /// A class written in Python, with its fields (see `object::class`).
    pub fn new_type(&mut self, fields: &[Value]) -> Result<Value, OutOfMemory> {
        self.new_fields(Kind::Type, 0, (0, 0), fields)
    }

    /// A function bound to its first argument.
    #[inline]
    pub fn new_bound_method(&mut self, function: Value, receiver: Value) -> Result<Value, OutOfMemory> {
        self.despite_lock(|heap| heap.new_fields(Kind::BoundMethod, 0, (0, 0), &[function, receiver]))
    }

    /// An exception, with its fields (see `exceptions`).
    pub fn new_exception(&mut self, fields: &[Value]) -> Result<Value, OutOfMemory> {
        self.despite_lock(|heap| heap.new_fields(Kind::Exception, 0, (0, 0), fields))
    }

    /// A generator of that flavor for a code with that number, with its fields.
    pub fn new_generator(&mut self, code: u32, flavor: u32, fields: &[Value]) -> Result<Value, OutOfMemory> {
        self.new_fields(Kind::Generator, 0, (code, flavor), fields)
    }

    /// A generator's parts.
    #[inline(always)]
    pub(crate) fn generator<const FIXED: usize>(&mut self, value: Value) -> Option<GeneratorParts<'_, FIXED>> {
        self.shade_content(value);
        let slot = self.slot_of_kind(value, Kind::Generator)?;
        let (code, moves, start) = (slot.a(), slot.aux & !NAMED, slot.b() as usize);
        let (header, block) = self.payload.get_mut(start.wrapping_sub(HEADER)..)?.split_first_chunk_mut::<HEADER>()?;
        let size = size_in(header[HEADER - 1]);
        let (fixed, rest) = block.split_first_chunk_mut()?;
        let registers = rest.get_mut(..size.wrapping_sub(FIXED))?;
        Some(GeneratorParts { code, moves, fixed, registers })
    }

    /// Counts that a generator's frame had to move off the stack.
    pub(crate) fn count_move(&mut self, generator: Value) {
        if let Some(slot) = self.slot_of_kind_mut(generator, Kind::Generator) {
            let moves = (slot.aux & !NAMED).saturating_add(1).min(NAMED - 1);
            slot.aux = slot.aux & NAMED | moves;
        }
    }

    /// The number of a generator's code.
    pub(crate) fn generator_code(&self, generator: Value) -> Option<u32> {
        self.slot_of_kind(generator, Kind::Generator).map(|slot| slot.a())
    }

    /// Whether the generator's function is its own and has its names.
    pub(crate) fn is_named_generator(&self, generator: Value) -> bool {
        self.slot_of_kind(generator, Kind::Generator).is_some_and(|slot| slot.aux & NAMED != 0)
    }

    /// Notes that the generator's function is its own and has its names.
    pub(crate) fn mark_named_generator(&mut self, generator: Value) {
        if let Some(slot) = self.slot_of_kind_mut(generator, Kind::Generator) {
            slot.aux |= NAMED;
        }
    }

    /// A module, with its fields.
    pub fn new_module(&mut self, fields: &[Value]) -> Result<Value, OutOfMemory> {
        self.new_fields(Kind::Module, 0, (0, 0), fields)
    }

    /// A code object: its number in the isolate's code table.
    pub fn new_code(&mut self, code: u32) -> Result<Value, OutOfMemory> {
        self.new_fields(Kind::Code, 0, (code, 0), &[])
    }

    /// The number of a code object.
    #[must_use]
    pub fn code(&self, value: Value) -> Option<u32> {
        self.slot_of_kind(value, Kind::Code).map(|slot| slot.a())
    }

    /// The bytes that an object takes: its slot and its block.
    #[must_use]
    pub fn size_of(&self, value: Value) -> usize {
        match self.slot(value) {
            None => 0,
            Some(slot) => {
                let owns_block = !matches!(slot.kind, Kind::Cell | Kind::Float) && !(self.lies_in_slot(slot));
                let words = match slot.kind {
                    // It may lie in the block of a longer one.
                    Kind::Bytes if owns_block => bytes_to_words(slot.a() as usize),
                    Kind::Str if owns_block && slot.has(Slot::ASCII) => bytes_to_words(slot.a() as usize),
                    _ if owns_block => self.block_size(slot.b()),
                    _ => 0,
                };
                size_of::<Slot>() + words * size_of::<Word>()
            }
        }
    }

    fn lies_in_slot(&self, slot: &Slot) -> bool {
        matches!(slot.kind, Kind::Str | Kind::Bytes | Kind::Instance) && slot.has(Slot::INLINE)
    }
}
