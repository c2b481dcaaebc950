//! Exceptions: the classes, how they are raised, tracebacks and how they are shown.

pub(crate) mod attributes;
mod creation;
pub(crate) mod display;
pub(crate) mod hierarchy;
mod os_error;
pub mod raise;
pub(crate) mod suggestions;
mod syntax_text;
mod traceback_text;

pub(crate) use traceback_text::SourceFiles;
pub use traceback_text::{Limited, marked_lines};

use crate::heap::{Heap, Kind, OutOfMemory};
use crate::native::TypeId;
use crate::value::Immediate;
use crate::{Completion, Isolate, Raised, Value};

/// The fields of an exception's payload.
pub(crate) mod field {
    /// The class.
    pub(crate) const CLASS: usize = 0;
    /// `args`, a tuple.
    pub(crate) const ARGS: usize = 1;
    /// `__traceback__`: a traceback object or None.
    pub(crate) const TRACEBACK: usize = 2;
    /// `__context__`: an exception or None.
    pub(crate) const CONTEXT: usize = 3;
    /// `__cause__`: an exception or None.
    pub(crate) const CAUSE: usize = 4;
    /// `__suppress_context__`: a bool.
    pub(crate) const SUPPRESS_CONTEXT: usize = 5;
    /// `__dict__`: a dict or Unbound.
    pub(crate) const DICT: usize = 6;
    /// The first field that the class gives a meaning to.
    pub(crate) const EXTRA: usize = 7;
}

/// A new exception with a tuple of arguments, of a class that adds `extra` fields.
#[inline]
pub(crate) fn new_exception(heap: &mut Heap, class: Value, args: Value, extra: usize) -> Result<Value, OutOfMemory> {
    // In the order of `field`; written out, which takes fewer cycles than changing what is filled.
    let own: [Value; field::EXTRA] = [class, args, Value::NONE, Value::NONE, Value::NONE, Value::FALSE, Value::UNBOUND];
    if extra == 0 {
        return heap.new_exception(&own);
    }
    let mut fields = [Value::NONE; field::EXTRA + hierarchy::MOST_EXTRA];
    fields[..field::EXTRA].copy_from_slice(&own);
    heap.new_exception(fields.get(..field::EXTRA + extra).unwrap_or(&fields))
}

impl Isolate {
    /// A new exception of a class, builtin or not, with its arguments; `__init__` is not called.
    pub fn new_exception(&mut self, class: Value, args: &[Value]) -> Completion {
        let args = self.heap.despite_lock(|heap| heap.new_tuple(args))?;
        self.new_exception_of(class, args)
    }

    /// As [`Isolate::new_exception`], with the tuple of arguments.
    pub(crate) fn new_exception_of(&mut self, class: Value, args: Value) -> Completion {
        if let Some(number) = class.payload_of(Immediate::Type)
            && hierarchy::is_plain(TypeId(number as u16))
        {
            let made = new_exception(&mut self.heap, class, args, 0)?;
            return Ok(self.keep(made));
        }
        let extra = hierarchy::extra_fields(self.layout_of(class));
        let made = new_exception(&mut self.heap, class, args, extra)?;
        if self.class_flags(class) & crate::object::class::flag::HAS_DEL != 0 {
            self.watch_end(made);
        }
        Ok(self.keep(made))
    }

    /// Sets an exception on its way. Its context becomes the exception that is being handled, if there is one.
    pub fn raise_exception(&mut self, exception: Value) -> Raised {
        self.set_context(exception);
        self.in_flight = exception;
        Raised::EXCEPTION
    }

    /// `exception.__context__` = the exception being handled, without making a circle.
    pub(crate) fn set_context(&mut self, exception: Value) {
        let handled = self.thread.handled;
        if handled.is_none() || handled.is_unbound() || handled == exception {
            return;
        }
        // Cut the chain where it would come back to the exception itself. A program may have made a circle before: a
        // second walker at half the pace meets the first one there (Floyd).
        let (mut current, mut slow) = (handled, handled);
        let mut steps = 0u32;
        loop {
            let next = self.heap.field(current, field::CONTEXT);
            if next.is_none() || next.is_unbound() {
                break;
            }
            if next == exception {
                self.heap.set_field(current, field::CONTEXT, Value::NONE);
                break;
            }
            current = next;
            if current == slow {
                break;
            }
            steps = steps.wrapping_add(1);
            if steps.is_multiple_of(2) {
                slow = self.heap.field(slow, field::CONTEXT);
            }
        }
        self.heap.set_field(exception, field::CONTEXT, handled);
    }

    /// Takes the exception on its way: the caller deals with it. Made now if memory was short.
    pub fn take_exception(&mut self) -> Value {
        let exception = self.materialize();
        self.in_flight = Value::NONE;
        exception
    }

    /// The exception on its way: a `MemoryError`, put in flight now, if none is there.
    pub(crate) fn materialize(&mut self) -> Value {
        if self.in_flight.is_none() {
            let exception = self.memory_error();
            self.set_context(exception);
            self.in_flight = exception;
        }
        self.in_flight
    }

    /// A `MemoryError`: the one made at the start if there is no room for another.
    fn memory_error(&mut self) -> Value {
        self.heap.open_reserve();
        match self.new_exception(TypeId::MEMORY_ERROR.value(), &[]) {
            Ok(exception) => exception,
            Err(_) => self.reserve_error,
        }
    }

    /// Whether the exception on its way is an instance of the builtin class.
    #[must_use]
    pub fn raised_is(&self, id: TypeId) -> bool {
        let exception = self.in_flight;
        if exception.is_none() {
            return self.is_subtype(TypeId::MEMORY_ERROR.value(), id.value());
        }
        self.is_instance_of(exception, id)
    }

    /// `raise value`: an exception, or a class that is called.
    pub fn raise(&mut self, value: Value) -> Raised {
        match self.exception_from(value) {
            Ok(exception) => self.raise_exception(exception),
            Err(raised) => raised,
        }
    }

    /// The exception that `raise value` raises.
    pub(crate) fn exception_from(&mut self, value: Value) -> Completion {
        if self.heap.kind(value) == Some(Kind::Exception) {
            return Ok(value);
        }
        // Most classes that are raised without a call are plain ones.
        if let Some(number) = value.payload_of(Immediate::Type)
            && hierarchy::is_plain(TypeId(number as u16))
        {
            let args = self.heap.despite_lock(|heap| heap.new_tuple(&[]))?;
            let made = new_exception(&mut self.heap, value, args, 0)?;
            return Ok(self.keep(made));
        }
        if self.is_class(value) && self.is_subtype(value, TypeId::BASE_EXCEPTION.value()) {
            let made = self.call(value, &[])?;
            if self.is_instance_of(made, TypeId::BASE_EXCEPTION) {
                return Ok(made);
            }
            let kind = self.type_of(made);
            let (class, kind) = (self.repr_text(value)?, self.repr_text(kind)?);
            let message =
                alloc::format!("calling {class} should have returned an instance of BaseException, not {kind}");
            return Err(raise::type_error(self, &message));
        }
        if self.is_instance_of(value, TypeId::BASE_EXCEPTION) {
            return Ok(value);
        }
        Err(raise::type_error(self, "exceptions must derive from BaseException"))
    }
}
