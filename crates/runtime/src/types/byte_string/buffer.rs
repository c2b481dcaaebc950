//! Bytes-like objects: `bytes`, `bytearray`, `memoryview`, and whatever has `__buffer__`.
//!
//! A native function first turns its argument into a *buffer* with [`Isolate::to_buffer`], which may run Python, and
//! then borrows its bytes with [`Isolate::bytes_like`], which doesn't. To write, it asks for the bytearray behind
//! the buffer with [`Isolate::writable_buffer`].

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::TypeId;
use crate::types::memoryview::View;
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::borrow::Cow;
use alloc::format;
use core::ops::Range;

/// The flags that Python code sees in `__buffer__` where the bytes are only read: `PyBUF_FULL_RO`.
const READ_FLAGS: i64 = 0x11c;

impl Isolate {
    /// The bytes of a `bytes`, `bytearray` or `memoryview` (or an instance of a subclass); nothing for other values
    /// and for views that were released. Bytes that don't lie side by side are copied.
    #[must_use]
    pub fn bytes_like(&self, value: Value) -> Option<Cow<'_, [u8]>> {
        let inner = self.unwrap(value);
        if let Some(bytes) = self.heap.byte_string(inner) {
            return Some(Cow::Borrowed(bytes));
        }
        View::of(self, inner)?.bytes(self)
    }

    /// What [`Isolate::bytes_like`] finds bytes in: the value itself, or what its `__buffer__` gives; nothing if it
    /// is not bytes-like. `BufferError` if the bytes don't lie side by side.
    pub fn opt_buffer(&mut self, value: Value) -> Completion<Option<Value>> {
        let buffer = self.opt_any_buffer(value)?;
        match buffer {
            Some(buffer) if !self.lies_side_by_side(buffer) => {
                Err(raise::buffer_error(self, "memoryview: underlying buffer is not C-contiguous"))
            }
            buffer => Ok(buffer),
        }
    }

    /// Whether the bytes of a buffer lie side by side, in order.
    pub(crate) fn lies_side_by_side(&self, buffer: Value) -> bool {
        View::of(self, buffer).is_none_or(|view| view.is_contiguous())
    }

    /// As [`Isolate::opt_buffer`], for functions that can do with bytes that don't lie side by side.
    pub fn opt_any_buffer(&mut self, value: Value) -> Completion<Option<Value>> {
        let inner = self.unwrap(value);
        if matches!(self.heap.kind(inner), Some(Kind::Bytes | Kind::ByteArray)) {
            return Ok(Some(inner));
        }
        if self.is_instance_of(inner, TypeId::MEMORYVIEW) {
            View::check(self, inner)?;
            return Ok(Some(inner));
        }
        let flags = Value::small_int(READ_FLAGS);
        let Some(view) = self.call_special(value, names::__buffer__, &[flags])? else { return Ok(None) };
        if !self.is_instance_of(view, TypeId::MEMORYVIEW) {
            return Err(raise::type_error(self, "__buffer__ returned non-memoryview object"));
        }
        View::check(self, view)?;
        Ok(Some(view))
    }

    /// As [`Isolate::opt_buffer`], or `TypeError`.
    pub fn to_buffer(&mut self, value: Value) -> Completion {
        match self.opt_buffer(value)? {
            Some(buffer) => Ok(buffer),
            None => Err(self.no_buffer(value)),
        }
    }

    /// As [`Isolate::opt_any_buffer`], or `TypeError`.
    pub(crate) fn any_buffer(&mut self, value: Value) -> Completion {
        match self.opt_any_buffer(value)? {
            Some(buffer) => Ok(buffer),
            None => Err(self.no_buffer(value)),
        }
    }

    fn no_buffer(&mut self, value: Value) -> Raised {
        let kind = self.type_name(value);
        raise::type_error(self, &format!("a bytes-like object is required, not '{kind}'"))
    }

    /// The bytearray behind a bytes-like object, and where its bytes lie in it:
    /// `heap.bytearray_mut(storage)?.get_mut(range)`. `TypeError` if it can't be written to; `what` says which
    /// function wants that, as in "readinto() argument".
    pub fn writable_buffer(&mut self, value: Value, what: &str) -> Completion<(Value, Range<usize>)> {
        if let Some(buffer) = self.opt_any_buffer(value)? {
            if let Some(bytes) = self.heap.bytearray(buffer) {
                return Ok((buffer, 0..bytes.len()));
            }
            if let Some(view) = View::of(self, buffer)
                && !view.readonly
                && view.is_contiguous()
            {
                return Ok((view.storage, view.offset..view.offset + view.items() * view.itemsize));
            }
        }
        let kind = self.type_name(value);
        Err(raise::type_error(self, &format!("{what} must be read-write bytes-like object, not {kind}")))
    }

    /// The bytes object or bytearray behind a bytes-like object, and where its bytes lie in it; `TypeError` if there is none.
    pub fn buffer_place(&mut self, value: Value) -> Completion<(Value, Range<usize>)> {
        let buffer = self.to_buffer(value)?;
        match View::of(self, buffer) {
            Some(view) => Ok((view.storage, view.offset..view.offset + view.items() * view.itemsize)),
            None => Ok((buffer, 0..self.heap.byte_string(buffer).map_or(0, <[u8]>::len))),
        }
    }

    /// Makes sure that no memoryview looks at the bytearray `args[0]`, whose length is going to change. What the
    /// caller holds otherwise has to be in `args` or kept: views that nobody holds any more are collected first.
    pub fn check_resizable(&mut self, args: &[Value]) -> Completion<()> {
        if self.is_resizable(args) {
            return Ok(());
        }
        Err(raise::buffer_error(self, "Existing exports of data: object cannot be re-sized"))
    }

    /// As [`Isolate::check_resizable`], for those who have other words for the error.
    pub fn is_resizable(&mut self, args: &[Value]) -> bool {
        let Some(&this) = args.first() else { return true };
        if self.heap.bytearray_exports(this) == 0 {
            return true;
        }
        for &value in args {
            self.keep(value);
        }
        // A view that a function had, which has returned, may still stand in a register.
        self.clear_old_temporaries();
        self.collect();
        let length = |iso: &Isolate| iso.heap.bytearray(this).map_or(0, <[u8]>::len);
        let before = length(self);
        if self.is_looked_at(this) {
            // Perhaps from something that is told of its end first, as a generator that nobody will resume.
            self.run_finalizers();
            self.collect();
        }
        if self.is_looked_at(this) || length(self) != before {
            return false;
        }
        self.heap.clear_bytearray_exports(this);
        true
    }

    /// Whether a memoryview looks at the bytearray.
    fn is_looked_at(&self, this: Value) -> bool {
        self.heap.any_record(TypeId::MEMORYVIEW.number(), |heap, view| View::looks_at(heap, view, this))
    }
}
