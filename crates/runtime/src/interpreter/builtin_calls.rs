//! Calls of builtin methods that need no binding and no checks: of objects of builtin types that can be called, and for what
//! lies inside of instances of classes that derive from builtin types.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{NativeFunction, Reach, RowKind, TypeId};
use crate::value::IS_SMALL;
use crate::{Completion, Isolate, Value, names};

/// The place of `__call__` in a type's slot table.
const CALL: Option<usize> = names::special_index_of("__call__");

impl Isolate {
    /// Calls an object of a builtin type whose `__call__` takes just these arguments. Nothing: it is not so simple, and
    /// nothing was done.
    #[inline]
    pub(crate) fn call_record(&mut self, callable: Value, args: &[Value]) -> Option<Completion> {
        /// More arguments go the general way.
        const FEW: usize = 4;
        if IS_SMALL {
            return None;
        }
        let spec = self.types.get(usize::from(self.heap.record_type(callable)?))?;
        let row = spec.special(CALL)?;
        let RowKind::Method(native, shortcut, _) = row.kind else { return None };
        let mut all = [callable; FEW];
        all.get_mut(1..=args.len())?.copy_from_slice(args);
        let all = all.get(..=args.len())?;
        if let Some(shortcut) = shortcut
            && !self.heap.wants_collection()
            && let Some(result) = shortcut(&mut Reach { heap: &mut self.heap, shapes: &self.shapes }, all)
        {
            return Some(Ok(result));
        }
        if !row.signature().is_exactly(all.len()) || !self.may_enter_native() {
            return None;
        }
        self.native_depth += 1;
        let mark = self.kept.len();
        let result = native(self, all);
        self.kept.truncate(mark);
        self.native_depth -= 1;
        match result {
            Ok(value) if value.is_unbound() => Some(Err(raise::stop_iteration(self, Value::NONE))),
            result => Some(result),
        }
    }

    /// The Rust function of a native method and what it is to be called with, if the receiver is exactly of the type that
    /// declares it, or has such an object inside, and so many arguments are what it takes: then nothing has to be checked
    /// or bound.
    #[inline]
    pub(super) fn exact_native(
        &self,
        function: Value,
        receiver: Value,
        count: usize,
    ) -> Option<(NativeFunction, Value)> {
        let (table, row) = function.as_native()?;
        let row = self.tables.get(table)?.get(row)?;
        let (RowKind::Method(native, ..) | RowKind::RawMethod(native, _)) = row.kind else { return None };
        if !row.signature().is_exactly(count) {
            return None;
        }
        let owner = TypeId(table as u16).value();
        if self.type_of(receiver) == owner {
            return Some((native, receiver));
        }
        let inner = self.inner_of(receiver, owner)?;
        Some((native, if matches!(row.kind, RowKind::Method(..)) { inner } else { receiver }))
    }

    /// The object inside an instance, if it is just of that builtin type.
    #[inline]
    pub(crate) fn inner_of(&self, receiver: Value, owner: Value) -> Option<Value> {
        if IS_SMALL || self.heap.kind(receiver) != Some(Kind::Instance) {
            return None;
        }
        let inner = self.unwrap(receiver);
        (inner != receiver && self.type_of(inner) == owner).then_some(inner)
    }

    /// The result of a native method that was called with the object inside of its receiver. One that gives itself back,
    /// such as `__iadd__`, means the object that Python sees. What can't be changed gives itself back where nothing
    /// changed, and then it is the builtin object.
    #[inline]
    pub(crate) fn seen_from_outside(&self, result: Value, inner: Value, receiver: Value) -> Value {
        if result != inner || inner == receiver {
            return result;
        }
        let mutable = !matches!(
            self.heap.kind(inner),
            None | Some(Kind::Str | Kind::Bytes | Kind::Tuple | Kind::Int | Kind::Float | Kind::Complex)
        );
        if mutable { receiver } else { result }
    }
}
