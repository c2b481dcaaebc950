//! A view's layout, and how it is made, looked through and released.
//!
//! ```text
//! fields   0 the object shown as `obj`, Unbound once released   1 the bytes or bytearray behind it
//!          2 offset of the first item in bytes   3 length of the first dimension   4 bytes from step to step of it
//!          5 the format's text   6 the dimensions after the first, see `dimensions`
//! number   size of an item | READONLY
//! ```

use crate::exceptions::raise;
use crate::heap::{Heap, Kind};
use crate::native::TypeId;
use crate::value::Immediate;
use crate::{Completion, Isolate, Value, names};
use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;

/// The flag of a view that can't be written through.
const READONLY: u32 = 1 << 8;

const OBJECT: usize = 0;
const STORAGE: usize = 1;
const COUNT: usize = 3;
const INNER: usize = 6;
/// Fields that only some have: the object whose `__buffer__` was asked, and the memoryview that it gave.
const EXPORTER: usize = 7;
const GIVEN: usize = 8;

/// What a view shows; a copy of its fields.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    /// `obj`.
    pub(crate) object: Value,
    /// The bytes or bytearray that holds the items.
    pub(crate) storage: Value,
    /// Where the first item lies in it.
    pub(crate) offset: usize,
    /// The length of the first dimension.
    pub(crate) count: usize,
    /// The bytes from one step of it to the next; negative in a reversed view.
    pub(crate) stride: i64,
    /// How many items a step holds: 1 in a view of one dimension.
    pub(crate) row: usize,
    /// The lengths of the other dimensions: unbound if there are none, `None` if there is not even the first.
    pub(crate) inner: Value,
    /// The bytes of an item.
    pub(crate) itemsize: usize,
    /// The format's text.
    pub(crate) format: Value,
    /// Whether it can't be written through.
    pub(crate) readonly: bool,
}

impl View {
    /// What the memoryview shows; nothing if the value is none or was released.
    pub(crate) fn of(iso: &Isolate, value: Value) -> Option<View> {
        View::in_heap(&iso.heap, value)
    }

    /// As [`View::of`], for who has only the region. There are no subclasses of memoryviews.
    pub(super) fn in_heap(heap: &Heap, value: Value) -> Option<View> {
        let (number, fields) = heap.record_fields::<{ INNER + 1 }>(value, TypeId::MEMORYVIEW.number())?;
        let [object, storage, offset, count, stride, format, inner] = fields;
        let row = if inner.is_unbound() { 1 } else { View::row_of(heap, inner) };
        Some(View {
            object: object.given()?,
            storage,
            offset: usize::try_from(offset.as_small_int()?).ok()?,
            count: usize::try_from(count.as_small_int()?).ok()?,
            stride: stride.as_small_int()?,
            row,
            inner,
            itemsize: (number & 0xff) as usize,
            format,
            readonly: number & READONLY != 0,
        })
    }

    /// The byte at an index of a memoryview that is a row of bytes with nothing between them; nothing for others.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn plain_byte(heap: &Heap, value: Value, index: u32) -> Option<u8> {
        const LETTER: Value = Value::immediate(Immediate::Name, b'B' as u32);
        let (_, fields) = heap.record_fields::<{ INNER + 1 }>(value, TypeId::MEMORYVIEW.number())?;
        let [object, storage, offset, count, stride, format, inner] = fields;
        let is_plain = format == LETTER && inner.is_unbound() && !object.is_unbound() && stride == Value::small_int(1);
        if !is_plain || i64::from(index) >= count.as_small_int()? {
            return None;
        }
        let place = usize::try_from(offset.as_small_int()?).ok()? + index as usize;
        heap.byte_string(storage)?.get(place).copied()
    }

    /// Whether the value is a memoryview whose items [`View::plain_byte`] gives.
    pub(crate) fn is_plain_row(heap: &Heap, value: Value) -> bool {
        match View::in_heap(heap, value) {
            Some(view) => view.inner.is_unbound() && view.stride == 1 && view.format.as_single_ascii() == Some(b'B'),
            None => false,
        }
    }

    /// Whether a memoryview that has or had a row of items ends before that index.
    pub(crate) fn ends_before(heap: &Heap, value: Value, index: i64) -> bool {
        heap.field(value, COUNT).as_small_int().is_none_or(|count| index >= count)
    }

    /// How many items the lengths of the inner dimensions make.
    fn row_of(heap: &Heap, inner: Value) -> usize {
        let lengths = heap.items(inner).filter_map(Value::as_small_int);
        lengths.fold(1usize, |row, length| row.saturating_mul(usize::try_from(length).unwrap_or(0)))
    }

    /// What the memoryview shows, or `ValueError` if it was released.
    pub(crate) fn check(iso: &mut Isolate, value: Value) -> Completion<View> {
        match View::of(iso, value) {
            Some(view) => Ok(view),
            None => Err(raise::value_error(iso, "operation forbidden on released memoryview object")),
        }
    }

    /// A new memoryview that shows this.
    pub(crate) fn build(&self, iso: &mut Isolate) -> Completion {
        let fields = [
            self.object,
            self.storage,
            Value::small_int(self.offset as i64),
            Value::small_int(self.count as i64),
            Value::small_int(self.stride),
            self.format,
            self.inner,
        ];
        let number = self.itemsize as u32 | if self.readonly { READONLY } else { 0 };
        iso.heap.change_bytearray_exports(self.storage, 1);
        iso.new_record(TypeId::MEMORYVIEW, number, &fields)
    }

    /// Lets go of the object.
    pub(crate) fn release(iso: &mut Isolate, value: Value) {
        if let Some(view) = View::of(iso, value) {
            iso.heap.set_field(value, OBJECT, Value::UNBOUND);
            iso.heap.change_bytearray_exports(view.storage, -1);
        }
    }

    /// Whether the memoryview shows the bytearray and was not released.
    pub(crate) fn looks_at(heap: &Heap, view: Value, storage: Value) -> bool {
        heap.field(view, STORAGE) == storage && !heap.field(view, OBJECT).is_unbound()
    }

    /// How many items there are in all dimensions.
    pub(crate) const fn items(&self) -> usize {
        self.count.saturating_mul(self.row)
    }

    /// Whether the items lie side by side, in order.
    pub(crate) const fn is_contiguous(&self) -> bool {
        self.count <= 1 || self.stride == (self.itemsize * self.row) as i64
    }

    /// The offset in the storage of the step at an index that exists.
    pub(crate) const fn step_position(&self, step: usize) -> usize {
        (self.offset as i64 + self.stride * step as i64) as usize
    }

    /// The offset in the storage of the item at an index that exists, counted through all dimensions.
    pub(crate) const fn position(&self, index: usize) -> usize {
        if self.row == 1 {
            return self.step_position(index);
        }
        match (index.checked_div(self.row), index.checked_rem(self.row)) {
            (Some(step), Some(rest)) => self.step_position(step) + rest * self.itemsize,
            _ => self.offset,
        }
    }

    /// The bytes of the item at an index that exists.
    pub(crate) fn item<'a>(&self, iso: &'a Isolate, index: usize) -> &'a [u8] {
        let start = self.position(index);
        let bytes = iso.heap.byte_string(self.storage).unwrap_or(&[]);
        bytes.get(start..start + self.itemsize).unwrap_or(&[])
    }

    /// The bytes of all items; nothing if the storage became too short.
    pub(crate) fn bytes<'a>(&self, iso: &'a Isolate) -> Option<Cow<'a, [u8]>> {
        let bytes = iso.heap.byte_string(self.storage)?;
        if self.is_contiguous() {
            return bytes.get(self.offset..self.offset + self.items() * self.itemsize).map(Cow::Borrowed);
        }
        let mut copied = Vec::with_capacity(self.items() * self.itemsize);
        for index in 0..self.items() {
            let start = self.position(index);
            copied.extend_from_slice(bytes.get(start..start + self.itemsize)?);
        }
        Some(Cow::Owned(copied))
    }

    /// Writes the bytes of an item.
    pub(crate) fn write(&self, iso: &mut Isolate, index: usize, item: &[u8]) {
        let start = self.position(index);
        let place = iso.heap.bytearray_mut(self.storage).and_then(|bytes| bytes.get_mut(start..start + item.len()));
        if let Some(place) = place {
            place.copy_from_slice(item);
        }
    }

    /// The letter of the format; `B` for one that has none.
    pub(crate) fn letter(&self, iso: &Isolate) -> u8 {
        self.letter_in(&iso.heap)
    }

    /// As [`View::letter`], for who has only the region.
    #[inline]
    pub(super) fn letter_in(&self, heap: &Heap) -> u8 {
        match heap.str_bytes(self.format) {
            Some([b'@', letter] | [letter]) => *letter,
            _ => 0,
        }
    }
}

/// What an exporter of memory says about it: see [`Isolate::new_view`].
#[derive(Clone, Copy, Debug)]
pub struct Exported {
    /// What the view's `obj` is.
    pub object: Value,
    /// The bytes or bytearray that holds the items.
    pub storage: Value,
    /// The letter of the items' format, as the `struct` module writes it.
    pub format: u8,
    /// The bytes of an item.
    pub itemsize: usize,
    /// Whether it can't be written through.
    pub readonly: bool,
}

impl Isolate {
    /// `memoryview(value)`.
    pub fn new_memoryview(&mut self, value: Value) -> Completion {
        let inner = self.unwrap(value);
        let kind = self.heap.kind(inner);
        if matches!(kind, Some(Kind::Bytes | Kind::ByteArray)) {
            let readonly = kind == Some(Kind::Bytes);
            return self.new_view(Exported { object: value, storage: inner, format: b'B', itemsize: 1, readonly });
        }
        if self.is_instance_of(inner, TypeId::MEMORYVIEW) {
            return View::check(self, inner)?.build(self);
        }
        match self.opt_any_buffer(value)? {
            Some(view) => self.view_to_give_back(value, view),
            None => {
                let kind = self.type_name(value);
                let message = format!("memoryview: a bytes-like object is required, not '{kind}'");
                Err(raise::type_error(self, &message))
            }
        }
    }

    /// A view of what a `__buffer__` gave: its `__release_buffer__` is told when it is released.
    fn view_to_give_back(&mut self, exporter: Value, given: Value) -> Completion {
        if self.lookup_special(exporter, names::__release_buffer__).is_none() {
            return Ok(given);
        }
        let view = View::check(self, given)?.build(self)?;
        self.heap.grow_fields(view, GIVEN + 1)?;
        self.heap.set_field(view, EXPORTER, exporter);
        self.heap.set_field(view, GIVEN, given);
        Ok(view)
    }

    /// `memoryview.release`: who gave the memory is told, once.
    pub(super) fn give_back(&mut self, view: Value) {
        View::release(self, view);
        if self.heap.field_count(view) <= GIVEN {
            return;
        }
        let (exporter, given) = (self.heap.field(view, EXPORTER), self.heap.field(view, GIVEN));
        if exporter.is_unbound() {
            return;
        }
        self.heap.set_field(view, EXPORTER, Value::UNBOUND);
        self.keep(exporter);
        if self.call_special(exporter, names::__release_buffer__, &[given]).is_err() {
            let kind = self.type_name(exporter);
            self.tell_unraisable(&format!("Exception ignored in __release_buffer__ of {kind}"));
        }
    }

    /// Does something while the memory of a buffer can't change its size, whatever Python code does meanwhile.
    ///
    /// # Errors
    /// Those of `body`; `TypeError` if the value is no buffer.
    pub fn with_fixed_size<T>(
        &mut self,
        buffer: Value,
        body: impl FnOnce(&mut Isolate) -> Completion<T>,
    ) -> Completion<T> {
        let view = self.new_memoryview(buffer)?;
        self.keep(view);
        let result = body(self);
        View::release(self, view);
        result
    }

    /// A view of all items of an object that keeps them in a bytes object or bytearray: what the `__buffer__` of a
    /// type written in Rust gives.
    pub fn new_view(&mut self, exported: Exported) -> Completion {
        let Exported { object, storage, format, itemsize, readonly } = exported;
        let length = self.heap.byte_string(storage).map_or(0, <[u8]>::len);
        let format = names::single_ascii(&[format]).unwrap_or(names::EMPTY);
        let count = length.checked_div(itemsize).unwrap_or(0);
        let stride = itemsize as i64;
        let (row, inner) = (1, Value::UNBOUND);
        View { object, storage, offset: 0, count, stride, row, inner, itemsize, format, readonly }.build(self)
    }
}
