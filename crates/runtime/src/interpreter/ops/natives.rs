//! Calls of native functions and builtin types from the loop, where nothing has to be bound, unwrapped or checked
//! beyond the number of arguments. What is not as simple goes the general way, `call_slow`.

use crate::heap::Kind;
use crate::interpreter::FrameKind;
use crate::native::{NativeFunction, Reach, Row, RowKind, Shortcut, TypeFlags, TypeId};
use crate::types::generator;
use crate::value::{IS_SMALL, Immediate};
use crate::{Completion, Isolate, Value, names};
use ferropy_bytecode::encoding::{field_a, field_b};

/// Arguments that fit an array on the machine's stack.
const FEW: usize = 6;
/// The places of the constructors in a type's slot table.
const NEW: Option<usize> = names::special_index_of("__new__");
const INIT: Option<usize> = names::special_index_of("__init__");

impl Isolate {
    /// `R(a)(R(a+1) …)` for a callable that is no Python function.
    #[inline(never)]
    pub(crate) fn call_immediate(&mut self, callable: Value, word: u32) -> Completion<()> {
        let (a, count) = (field_a(word) as usize, field_b(word) as usize);
        let base = self.frame().map_or(0, |frame| frame.base as usize);
        if let Some((table, row)) = callable.as_native() {
            let row = self.tables.get(table).and_then(|table| table.get(row));
            if let Some(row) = row
                && let RowKind::Function(function, ..) | RowKind::StaticMethod(function, _) = row.kind
                && takes(row, count)
            {
                if count == 1
                    && let Some(&generator) = self.thread.stack.get(base + a + 1)
                    && self.heap.kind(generator) == Some(Kind::Generator)
                    && core::ptr::fn_addr_eq(function, crate::builtins::next as NativeFunction)
                    && self.resume_in_call(generator, Value::NONE, a as u8)
                {
                    return Ok(());
                }
                if !IS_SMALL
                    && count == 1
                    && let Some(&iterator) = self.thread.stack.get(base + a + 1)
                    && core::ptr::fn_addr_eq(function, crate::builtins::next as NativeFunction)
                    && self.enter_next(iterator, a as u8)
                {
                    return Ok(());
                }
                if count == 1
                    && let Some(&container) = self.thread.stack.get(base + a + 1)
                    && core::ptr::fn_addr_eq(function, crate::builtins::len as NativeFunction)
                    && self.enter_length(container, a as u8, FrameKind::Length)
                {
                    return Ok(());
                }
                return self.call_with(function, row, base + a, base + a + 1, count);
            }
        } else if count == 0 && callable == TypeId::SUPER.value() && self.enter_super(a as u8) {
            return Ok(());
        } else if let Some(number) = callable.payload_of(Immediate::Type)
            && self.construct_builtin(TypeId(number as u16), base + a, count)?
        {
            return Ok(());
        }
        self.call_slow(a, count, Value::UNBOUND)
    }

    /// `R(a)(R(a+1), R(a+2) …)` for a method that an attribute look-up found: the receiver is the first argument.
    #[inline(never)]
    pub(crate) fn call_native_method_at(&mut self, word: u32) -> Completion<()> {
        let (a, count) = (field_a(word) as usize, field_b(word) as usize);
        let base = self.frame().map_or(0, |frame| frame.base as usize);
        let callable = self.thread.stack.get(base + a).copied().unwrap_or(Value::UNBOUND);
        let Some((table, number)) = callable.as_native() else {
            return self.call_method_slow(a, count, Value::UNBOUND);
        };
        let Some(row) = self.tables.get(table).and_then(|table| table.get(number)) else {
            return self.call_method_slow(a, count, Value::UNBOUND);
        };
        let receiver = self.thread.stack.get(base + a + 1).copied().unwrap_or(Value::UNBOUND);
        if self.heap.kind(receiver) == Some(Kind::Generator) {
            // What a generator is sent in a call gets there without a loop inside of this one.
            let is_method = |one: NativeFunction| matches!(row.kind, RowKind::Method(function, ..) if core::ptr::fn_addr_eq(function, one));
            let sent = if count == 1 && is_method(generator::send) {
                self.thread.stack.get(base + a + 2).copied()
            } else if count == 0 && is_method(generator::next) {
                Some(Value::NONE)
            } else {
                None
            };
            if TypeId(table as u16) == TypeId::GENERATOR
                && let Some(sent) = sent
                && self.resume_in_call(receiver, sent, a as u8)
            {
                return Ok(());
            }
        }
        if receiver.is_unbound() {
            // A function of a module.
            if let RowKind::Function(function, ..) = row.kind
                && takes(row, count)
            {
                return self.call_with(function, row, base + a, base + a + 2, count);
            }
        } else if let RowKind::Method(function, ..) | RowKind::RawMethod(function, _) = row.kind
            && takes(row, count + 1)
            && TypeId(table as u16).value() == self.type_of(receiver)
        {
            return self.call_with(function, row, base + a, base + a + 1, count + 1);
        } else if let RowKind::Method(function, shortcut, _) = row.kind
            && let Some(inner) = self.inner_of(receiver, TypeId(table as u16).value())
            && (shortcut.is_some() || takes(row, count + 1))
            && self.call_inside(function, shortcut, row, base + a, [receiver, inner], count)?
        {
            return Ok(());
        }
        self.call_method_slow(a, count, Value::UNBOUND)
    }

    /// Calls a method of a builtin type for the object inside of an instance, which takes the instance's place in the stack.
    /// Whether it was done.
    fn call_inside(
        &mut self,
        function: NativeFunction,
        shortcut: Option<Shortcut>,
        row: &Row,
        target: usize,
        [receiver, inner]: [Value; 2],
        count: usize,
    ) -> Completion<bool> {
        let mut result = None;
        if let Some(shortcut) = shortcut
            && count < FEW
            && !self.heap.wants_collection()
        {
            let mut values = self.few_values(target + 1, count + 1);
            values[0] = inner;
            let mut reach = Reach { heap: &mut self.heap, shapes: &self.shapes };
            result = shortcut(&mut reach, values.get(..=count).unwrap_or(&[]));
        }
        if let Some(result) = result {
            let result = self.seen_from_outside(result, inner, receiver);
            self.put(target, result);
            return Ok(true);
        }
        if !takes(row, count + 1) {
            return Ok(false);
        }
        let mark = self.kept.len();
        self.keep(receiver);
        self.put(target + 1, inner);
        let done = self.call_with(function, row, target, target + 1, count + 1);
        self.kept.truncate(mark);
        done?;
        let result = self.thread.stack.get(target).copied().unwrap_or(Value::NONE);
        let result = self.seen_from_outside(result, inner, receiver);
        self.put(target, result);
        Ok(true)
    }

    /// Calls a Rust function with `count` values of the stack, from `first` on; those not given are Unbound.
    #[inline(always)]
    fn call_with(
        &mut self,
        function: NativeFunction,
        row: &Row,
        target: usize,
        first: usize,
        count: usize,
    ) -> Completion<()> {
        let mark = self.kept.len();
        let places = self.thread.stack.get(first..).and_then(|rest| rest.first_chunk::<2>()).copied();
        let result = match (values_of(row), places) {
            // Most take no more than the receiver and one argument.
            (1, Some([only, _])) => function(self, &[if count > 0 { only } else { Value::UNBOUND }]),
            (2, Some([one, other])) if count > 0 => {
                function(self, &[one, if count > 1 { other } else { Value::UNBOUND }])
            }
            (wanted, _) => {
                let values = self.few_values(first, count);
                function(self, values.get(..wanted).unwrap_or(&[]))
            }
        };
        self.kept.truncate(mark);
        let mut value = result?;
        if value.is_unbound() {
            value = self.without_value(Some(target))?;
        }
        self.put(target, value);
        Ok(())
    }

    /// Sets a place of the stack.
    #[inline(always)]
    fn put(&mut self, place: usize, value: Value) {
        if let Some(place) = self.thread.stack.get_mut(place) {
            *place = value;
        }
    }

    /// `count` values of the stack, and Unbound behind them.
    #[inline(always)]
    fn few_values(&self, first: usize, count: usize) -> [Value; FEW] {
        // As many as there may be are copied at once: there is always a window's room.
        let mut values = self
            .thread
            .stack
            .get(first..)
            .and_then(|rest| rest.first_chunk())
            .copied()
            .unwrap_or([Value::UNBOUND; FEW]);
        for (index, value) in values.iter_mut().enumerate() {
            if index >= count {
                *value = Value::UNBOUND;
            }
        }
        values
    }

    /// Calls a builtin type whose own `__new__`, and `__init__` if it has one, take what is given. Whether it was
    /// done.
    fn construct_builtin(&mut self, id: TypeId, at: usize, count: usize) -> Completion<bool> {
        if id == TypeId::BOOL && count == 1 {
            let value = self.thread.stack.get(at + 1).copied().unwrap_or(Value::UNBOUND);
            let ret = at.wrapping_sub(self.frame().map_or(0, |frame| frame.base as usize));
            if self.enter_truth(value, ret as u8, FrameKind::Truth) {
                return Ok(true);
            }
        }
        if id == TypeId::STR && count == 1 {
            let value = self.thread.stack.get(at + 1).copied().unwrap_or(Value::UNBOUND);
            if let Some(int) = value.as_small_int() {
                let text = self.heap.new_decimal(int)?;
                self.put(at, text);
                return Ok(true);
            }
            if self.heap.is_str(value) {
                self.put(at, value);
                return Ok(true);
            }
        }
        let Some(spec) = self.types.get(id.number() as usize).copied() else { return Ok(false) };
        let Some(new) = spec.special(NEW) else { return Ok(false) };
        let RowKind::StaticMethod(make, _) = new.kind else { return Ok(false) };
        let is_plain = spec.base == TypeId::OBJECT && !spec.flags.has(TypeFlags::NOT_CALLABLE) && id != TypeId::TYPE;
        // The `__init__` of these takes anything and does nothing.
        let init = spec.special(INIT).filter(|_| !matches!(id, TypeId::SUPER | TypeId::WEAK_REFERENCE));
        if !is_plain || !takes(init.unwrap_or(new), count + 1) {
            return Ok(false);
        }
        let mut values = self.few_values(at, count + 1);
        values[0] = id.value();
        let mark = self.kept.len();
        let made = match init {
            None => make(self, values.get(..values_of(new)).unwrap_or(&[])),
            Some(init) => self.make_and_initialize(make, init, &mut values),
        };
        self.kept.truncate(mark);
        let object = made?;
        self.put(at, object);
        Ok(true)
    }

    /// For types that are filled by `__init__`: their `__new__` ignores what comes behind the class.
    fn make_and_initialize(
        &mut self,
        make: NativeFunction,
        init: &'static Row,
        values: &mut [Value; FEW],
    ) -> Completion {
        let object = make(self, &[values[0], Value::UNBOUND, Value::UNBOUND])?;
        values[0] = self.keep(object);
        if let RowKind::Method(function, ..) | RowKind::RawMethod(function, _) = init.kind {
            function(self, values.get(..values_of(init)).unwrap_or(&[]))?;
        }
        Ok(object)
    }
}

/// How many values a row gets that [`takes`] its arguments. What can only be given by its name stands behind the others, and
/// is not given.
#[inline(always)]
fn values_of(row: &Row) -> usize {
    let signature = row.signature();
    if IS_SMALL || signature.is_positional() { signature.positional() } else { signature.values() }
}

/// Whether the row takes so many positional arguments, and nothing else has to be laid out for it.
#[inline(always)]
fn takes(row: &Row, count: usize) -> bool {
    let signature = row.signature();
    let positional = signature.positional();
    let fit = count <= positional && count >= signature.required();
    if signature.is_positional() {
        fit && positional <= FEW
    } else {
        !IS_SMALL && fit && signature.is_without_rest(count) && signature.values() <= FEW
    }
}
