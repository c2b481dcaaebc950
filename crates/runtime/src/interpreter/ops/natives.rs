//! Calls of native functions and builtin types from the loop, where nothing has to be bound, unwrapped or checked
//! beyond the number of arguments. What is not as simple goes the general way, `call_slow`.

use crate::exceptions::raise;
use crate::native::{NativeFunction, Row, RowKind, TypeFlags, TypeId};
use crate::value::Immediate;
use crate::{Completion, Isolate, Value, names};

/// Arguments that fit an array on the machine's stack.
const FEW: usize = 6;
/// The places of the constructors in a type's slot table.
const NEW: Option<usize> = names::special_index_of("__new__");
const INIT: Option<usize> = names::special_index_of("__init__");

impl Isolate {
    /// `R(a)(R(a+1) …)` for a callable that is no Python function.
    #[inline(never)]
    pub(crate) fn call_immediate(&mut self, callable: Value, a: usize, count: usize) -> Completion<()> {
        if let Some((table, row)) = callable.as_native() {
            let row = self.tables.get(table).and_then(|table| table.get(row));
            if let Some(row) = row
                && let RowKind::Function(function) | RowKind::StaticMethod(function) = row.kind
                && takes(row, count)
            {
                return self.call_with(function, row.signature.positional as usize, a, a + 1, count);
            }
        } else if let Some(number) = callable.payload_of(Immediate::Type)
            && self.construct_builtin(TypeId(number as u16), a, count)?
        {
            return Ok(());
        }
        self.call_slow(a, count, Value::UNBOUND)
    }

    /// `R(a)(R(a+1), R(a+2) …)` for a method that an attribute look-up found: the receiver is the first argument.
    #[inline(never)]
    pub(crate) fn call_native_method_at(&mut self, callable: Value, a: usize, count: usize) -> Completion<()> {
        let Some((table, number)) = callable.as_native() else {
            return self.call_method_slow(a, count, Value::UNBOUND);
        };
        let Some(row) = self.tables.get(table).and_then(|table| table.get(number)) else {
            return self.call_method_slow(a, count, Value::UNBOUND);
        };
        let receiver = self.slot_at(a + 1);
        if receiver.is_unbound() {
            // A function of a module.
            if let RowKind::Function(function) = row.kind
                && takes(row, count)
            {
                return self.call_with(function, row.signature.positional as usize, a, a + 2, count);
            }
        } else if let RowKind::Method(function) | RowKind::RawMethod(function) = row.kind
            && takes(row, count + 1)
            && TypeId(table as u16).value() == self.type_of(receiver)
        {
            return self.call_with(function, row.signature.positional as usize, a, a + 1, count + 1);
        }
        self.call_method_slow(a, count, Value::UNBOUND)
    }

    /// Calls a Rust function with `count` registers from `first` on; those not given are Unbound.
    #[inline(always)]
    fn call_with(
        &mut self,
        function: NativeFunction,
        positional: usize,
        target: usize,
        first: usize,
        count: usize,
    ) -> Completion<()> {
        let mut values = [Value::UNBOUND; FEW];
        self.copy_registers(first, values.get_mut(..count).unwrap_or(&mut []));
        let mark = self.kept.len();
        let result = function(self, values.get(..positional).unwrap_or(&[]));
        self.kept.truncate(mark);
        let value = result?;
        if value.is_unbound() {
            return Err(raise::stop_iteration(self, Value::NONE));
        }
        self.set_slot_at(target, value);
        Ok(())
    }

    #[inline(always)]
    fn copy_registers(&self, first: usize, place: &mut [Value]) {
        let base = self.thread.frames.last().map_or(0, |frame| frame.base as usize) + first;
        if let Some(from) = self.thread.stack.get(base..base + place.len()) {
            place.copy_from_slice(from);
        }
    }

    /// Calls a builtin type whose own `__new__`, and `__init__` if it has one, take what is given. Whether it was
    /// done.
    fn construct_builtin(&mut self, id: TypeId, a: usize, count: usize) -> Completion<bool> {
        if id == TypeId::STR && count == 1 {
            let value = self.slot_at(a + 1);
            if let Some(int) = value.as_small_int() {
                let text = self.heap.new_decimal(int)?;
                self.set_slot_at(a, text);
                return Ok(true);
            }
            if self.heap.is_str(value) {
                self.set_slot_at(a, value);
                return Ok(true);
            }
        }
        let Some(spec) = self.types.get(id.number() as usize).copied() else { return Ok(false) };
        let Some(new) = spec.special(NEW) else { return Ok(false) };
        let RowKind::StaticMethod(make) = new.kind else { return Ok(false) };
        let is_plain = spec.base == TypeId::OBJECT && !spec.flags.has(TypeFlags::NOT_CALLABLE) && id != TypeId::TYPE;
        // The `__init__` of `super` takes anything and does nothing.
        let init = spec.special(INIT).filter(|_| id != TypeId::SUPER);
        if !is_plain || !takes(init.unwrap_or(new), count + 1) {
            return Ok(false);
        }
        let mut values = [Value::UNBOUND; FEW];
        values[0] = id.value();
        self.copy_registers(a + 1, values.get_mut(1..=count).unwrap_or(&mut []));
        let mark = self.kept.len();
        let made = match init {
            None => make(self, values.get(..new.signature.positional as usize).unwrap_or(&[])),
            Some(init) => self.make_and_initialize(make, init, &mut values),
        };
        self.kept.truncate(mark);
        let object = made?;
        self.set_slot_at(a, object);
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
        if let RowKind::Method(function) | RowKind::RawMethod(function) = init.kind {
            function(self, values.get(..init.signature.positional as usize).unwrap_or(&[]))?;
        }
        Ok(object)
    }
}

/// Whether the row takes so many positional arguments and nothing else.
#[inline(always)]
fn takes(row: &Row, count: usize) -> bool {
    let signature = row.signature;
    let positional = signature.positional as usize;
    signature.values() == positional && count <= positional && count >= signature.required as usize && positional <= FEW
}
