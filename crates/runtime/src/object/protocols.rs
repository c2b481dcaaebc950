//! The protocols: truth, length, iteration, indexing, hashing, text, calls by name. Each runs Python code only
//! where the value's type defines the special method in Python.

use crate::exceptions::raise;
use crate::heap::{Kind, OutOfMemory};
use crate::native::TypeId;
use crate::types::iterators::plain_iterator;
use crate::types::plain_format::text_of_plain;
use crate::types::range;
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::format;
use alloc::string::String;
use core::ops::ControlFlow;

/// The special methods whose absence a class can declare by setting them to `None` (data model 3.3). Where another one
/// is `None`, calling it is the error.
const CAN_BE_DECLARED_ABSENT: [Value; 6] = [
    names::__hash__,
    names::__iter__,
    names::__contains__,
    names::__reversed__,
    names::__fspath__,
    names::__class_getitem__,
];

/// A number of things: 0 for negative ones, the largest for those that no memory could hold.
pub(crate) fn size_of_count(count: i64) -> usize {
    usize::try_from(count.max(0)).unwrap_or(usize::MAX)
}

impl Isolate {
    /// The special method of the value's type, not bound; nothing if the type lacks it or declares it absent.
    pub fn lookup_special(&mut self, value: Value, name: Value) -> Option<Value> {
        let class = self.type_of(value);
        self.lookup(class, name).filter(|found| !found.is_none() || !CAN_BE_DECLARED_ABSENT.contains(&name))
    }

    /// Calls the special method of the value's type; nothing if the type lacks it.
    pub fn call_special(&mut self, value: Value, name: Value, args: &[Value]) -> Completion<Option<Value>> {
        match self.lookup_special(value, name) {
            Some(function) => self.call_unbound(function, value, args).map(Some),
            None => Ok(None),
        }
    }

    /// `value.name(*args)`.
    pub fn call_method(&mut self, value: Value, name: Value, args: &[Value]) -> Completion {
        let method = self.get_attr(value, name)?;
        self.call(method, args)
    }

    /// `len(value)`.
    pub fn len(&mut self, value: Value) -> Completion<usize> {
        let length = self.length(value)?;
        usize::try_from(length).map_err(|_| self.too_long())
    }

    /// `len(value)` of what need not lie in memory: on 32-bit machines a range may be longer than anything that does.
    pub(crate) fn length(&mut self, value: Value) -> Completion<i64> {
        match self.heap.kind(value) {
            Some(Kind::List | Kind::Tuple) => return Ok(self.heap.sequence_len(value) as i64),
            Some(Kind::Dict | Kind::Set) => return Ok(self.heap.table_len(value) as i64),
            _ => {}
        }
        if let Some(text) = self.heap.text(value) {
            return Ok(text.chars as i64);
        }
        let Some(answer) = self.call_special(value, names::__len__, &[])? else {
            let kind = self.type_name(value);
            return Err(raise::type_error(self, &format!("object of type '{kind}' has no len()")));
        };
        self.length_of_answer(answer)
    }

    /// What a `__len__` has answered.
    pub(crate) fn length_of_answer(&mut self, answer: Value) -> Completion<i64> {
        let length = self.index(answer)?;
        match self.as_i64(length) {
            Some(length @ 0..) => Ok(length),
            _ if self.as_int(length).is_some_and(|length| !length.as_ref().is_negative()) => Err(self.too_long()),
            _ => Err(raise::value_error(self, "__len__() should return >= 0")),
        }
    }

    #[cold]
    fn too_long(&mut self) -> Raised {
        raise::overflow_error(self, "cannot fit 'int' into an index-sized integer")
    }

    /// A guess at the number of items, for reserving room; 0 if there is none.
    pub fn length_hint(&mut self, value: Value) -> Completion<usize> {
        if self.lookup_special(value, names::__len__).is_some()
            && let Some(length) = self.unless_type_error(Isolate::len, value)?
        {
            return Ok(length);
        }
        let ask = |iso: &mut Isolate, value| iso.call_special(value, names::__length_hint__, &[]);
        let Some(Some(hint)) = self.unless_type_error(ask, value)? else { return Ok(0) };
        if hint == Value::NOT_IMPLEMENTED {
            return Ok(0);
        }
        let Some(int) = self.as_int(hint) else {
            let kind = self.type_name(hint);
            return Err(raise::type_error(self, &format!("__length_hint__ must be an integer, not {kind}")));
        };
        if int.as_ref().is_negative() {
            return Err(raise::value_error(self, "__length_hint__() should return >= 0"));
        }
        match int.as_ref().to_i64() {
            Some(hint) => Ok(size_of_count(hint)),
            None => Err(raise::overflow_error(self, "Python int too large to convert to C ssize_t")),
        }
    }

    /// What the function gives; nothing where it raises `TypeError`.
    fn unless_type_error<T>(
        &mut self,
        function: impl FnOnce(&mut Isolate, Value) -> Completion<T>,
        value: Value,
    ) -> Completion<Option<T>> {
        match function(self, value) {
            Ok(answer) => Ok(Some(answer)),
            Err(_) if self.raised_is(TypeId::TYPE_ERROR) => {
                self.take_exception();
                Ok(None)
            }
            Err(raised) => Err(raised),
        }
    }

    /// What a list asks an object of a Python class before it takes its items: how many there will be. Programs see the
    /// question, an answer that is no length is an error, and so is one that no list can have.
    pub(crate) fn ask_length(&mut self, iterable: Value) -> Completion<()> {
        let class = self.type_of(iterable);
        if self.type_id(class).is_none() {
            let count = self.length_hint(iterable)?;
            return self.check_room(count);
        }
        self.check_range(iterable)
    }

    /// A range too long for any list is refused before its items fill the memory.
    pub(crate) fn check_range(&mut self, iterable: Value) -> Completion<()> {
        if self.heap.record_type(iterable) != Some(TypeId::RANGE.number()) {
            return Ok(());
        }
        match self.as_i64(self.heap.field(iterable, range::LENGTH)) {
            Some(count) => self.check_room(size_of_count(count)),
            None => self.len(iterable).map(|_| ()),
        }
    }

    fn check_room(&self, count: usize) -> Completion<()> {
        let bytes = count.checked_mul(size_of::<Value>());
        let limit = self.heap.statistics().limit_bytes;
        if u32::try_from(count).is_err() || bytes.is_none_or(|bytes| bytes > limit) {
            return Err(OutOfMemory.into());
        }
        Ok(())
    }

    /// `iter(value)`.
    pub fn iterate(&mut self, value: Value) -> Completion {
        if let Some(iterator) = plain_iterator(&mut self.heap, value) {
            return Ok(self.keep(iterator));
        }
        let class = self.type_of(value);
        match self.lookup(class, names::__iter__) {
            Some(function) if !function.is_none() => {
                let iterator = self.call_unbound(function, value, &[])?;
                if self.native_row(function).is_none() && self.lookup_special(iterator, names::__next__).is_none() {
                    let kind = self.type_name(iterator);
                    return Err(raise::type_error(self, &format!("iter() returned non-iterator of type '{kind}'")));
                }
                Ok(iterator)
            }
            None if class != TypeId::UNION.value() && self.lookup(class, names::__getitem__).is_some() => {
                self.new_record(TypeId::SEQUENCE_ITERATOR, 0, &[value, Value::small_int(0)])
            }
            _ => {
                let kind = self.class_name(class);
                Err(raise::type_error(self, &format!("'{kind}' object is not iterable")))
            }
        }
    }

    /// The next item of an iterator; nothing at its end.
    pub fn next(&mut self, iterator: Value) -> Completion<Option<Value>> {
        self.native_step()?;
        self.collect_if_wanted();
        if self.heap.kind(iterator) == Some(Kind::Generator) {
            return self.resume_generator(iterator, Value::NONE);
        }
        match self.step_iterator(iterator) {
            Ok(item) => Ok(item.given()),
            Err(raised) => self.end_of_iteration(raised),
        }
    }

    /// As [`Isolate::next`], for iterators that pass on what another gives: if that one ends with a `StopIteration` that
    /// holds a value, it goes on as an exception, so that the value is not lost.
    pub fn next_passed_on(&mut self, iterator: Value) -> Completion<Option<Value>> {
        if self.heap.kind(iterator) == Some(Kind::Generator) {
            let item = self.next(iterator)?;
            if item.is_none() {
                let result = self.take_generator_result(iterator);
                if !result.is_none() {
                    return Err(raise::stop_iteration(self, result));
                }
            }
            return Ok(item);
        }
        self.native_step()?;
        self.collect_if_wanted();
        self.step_iterator(iterator).map(Value::given)
    }

    /// What the `__next__` of an iterator gives that is no generator: Unbound or `StopIteration` at its end.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn step_iterator(&mut self, iterator: Value) -> Completion {
        if let Some(result) = self.next_native(iterator) {
            return result;
        }
        let class = self.type_of(iterator);
        let Some(function) = self.lookup(class, names::__next__) else {
            let kind = self.class_name(class);
            return Err(raise::type_error(self, &format!("'{kind}' object is not an iterator")));
        };
        self.call_unbound_raw(function, iterator, &[])
    }

    /// `StopIteration` is the end; other exceptions go on.
    #[cold]
    pub(crate) fn end_of_iteration(&mut self, raised: Raised) -> Completion<Option<Value>> {
        if self.raised_is(TypeId::STOP_ITERATION) {
            self.take_exception();
            return Ok(None);
        }
        Err(raised)
    }

    /// Calls `body` with each item. What the body keeps is let go after each item.
    pub fn for_each(
        &mut self,
        iterable: Value,
        mut body: impl FnMut(&mut Isolate, Value) -> Completion<ControlFlow<()>>,
    ) -> Completion<()> {
        if matches!(self.heap.kind(iterable), Some(Kind::List | Kind::Tuple)) {
            // A list may change its length meanwhile: the index is checked each time.
            let mut index = 0;
            while let Some(item) = self.heap.sequence_item(iterable, index) {
                index += 1;
                let flow = self.scope(|iso| {
                    iso.keep(item);
                    body(iso, item)
                })?;
                if flow.is_break() {
                    break;
                }
            }
            return Ok(());
        }
        let iterator = self.iterate(iterable)?;
        loop {
            let flow = self.scope(|iso| match iso.next(iterator)? {
                Some(item) => body(iso, item),
                None => Ok(ControlFlow::Break(())),
            })?;
            if flow.is_break() {
                return Ok(());
            }
        }
    }

    /// A fresh list of all items.
    pub fn collect_items(&mut self, iterable: Value) -> Completion {
        if matches!(self.heap.kind(iterable), Some(Kind::List | Kind::Tuple)) {
            self.spare_items(iterable)?;
            let items: alloc::vec::Vec<Value> = self.heap.items(iterable).collect();
            return self.new_list(&items);
        }
        self.check_range(iterable)?;
        let list = self.new_list(&[])?;
        let iterator = self.iterate(iterable)?;
        self.keep(iterator);
        self.extend_from_iterator(list, iterator)?;
        Ok(list)
    }

    /// `operator.index(value)`: an int object (a bool stays one).
    pub fn index(&mut self, value: Value) -> Completion {
        if self.is_int(value) {
            return Ok(self.unwrap(value));
        }
        let Some(answer) = self.call_special(value, names::__index__, &[])? else {
            let kind = self.type_name(value);
            let message = format!("'{kind}' object cannot be interpreted as an integer");
            return Err(raise::type_error(self, &message));
        };
        if !self.is_int(answer) {
            let kind = self.type_name(answer);
            return Err(raise::type_error(self, &format!("__index__ returned non-int (type {kind})")));
        }
        self.check_exact(answer, TypeId::INT, "__index__ returned non-int (type", ")")?;
        Ok(self.unwrap(answer))
    }

    /// The value as a machine integer; raises `OverflowError` if it does not fit, `TypeError` if it is no integer.
    pub fn to_isize(&mut self, value: Value) -> Completion<i64> {
        if let Some(int) = value.as_small_int() {
            return Ok(int);
        }
        let int = self.index(value)?;
        match self.as_i64(int) {
            Some(int) => Ok(int),
            None => Err(raise::overflow_error(self, "Python int too large to convert to C ssize_t")),
        }
    }

    /// A number of things or bytes: 0 for negative ones, the largest for those that no memory could hold.
    ///
    /// # Errors
    /// As [`Isolate::to_isize`].
    pub fn to_size(&mut self, value: Value) -> Completion<usize> {
        self.to_isize(value).map(size_of_count)
    }

    /// An int as the state of an iterator.
    pub(crate) fn iterator_state(&mut self, value: Value) -> Completion<i64> {
        if self.as_int(value).is_none() {
            return Err(raise::type_error(self, "an integer is required"));
        }
        self.to_isize(value)
    }

    /// The value as a machine integer for indexing and slicing: values too large are cut to the range.
    pub fn to_index(&mut self, value: Value) -> Completion<i64> {
        if let Some(int) = value.as_small_int() {
            return Ok(int);
        }
        let int = self.index(value)?;
        Ok(match self.as_i64(int) {
            Some(int) => int,
            None if self.heap.big_int(int).is_some_and(|big| big.is_negative()) => i64::MIN,
            None => i64::MAX,
        })
    }

    /// The value as a float: floats, `__float__`, `__index__`.
    pub fn to_f64(&mut self, value: Value) -> Completion<f64> {
        if let Some(float) = self.as_float(value) {
            return Ok(float);
        }
        if let Some(int) = value.as_small_int() {
            return Ok(int as f64);
        }
        // A subclass of int may have a `__float__` of its own.
        if self.is_int(value) && !self.has_own_method(value, names::__float__) {
            let inner = self.unwrap(value);
            if let Some(int) = self.as_i64(inner) {
                return Ok(int as f64);
            }
            return match self.heap.big_int(inner).and_then(|big| big.to_f64().ok()) {
                Some(float) => Ok(float),
                None => Err(raise::overflow_error(self, "int too large to convert to float")),
            };
        }
        if let Some(answer) = self.call_special(value, names::__float__, &[])? {
            return self.given_float(value, answer);
        }
        if self.lookup_special(value, names::__index__).is_some() {
            let int = self.index(value)?;
            return self.to_f64(int);
        }
        let kind = self.type_name(value);
        Err(raise::type_error(self, &format!("must be real number, not {kind}")))
    }

    /// Whether a method comes from a class written in Python.
    fn has_own_method(&mut self, value: Value, name: Value) -> bool {
        self.unwrap(value) != value
            && self.lookup_special(value, name).is_some_and(|found| self.native_row(found).is_none())
    }

    /// `container[key]`.
    pub fn get_item(&mut self, container: Value, key: Value) -> Completion {
        if let Some(function) = self.lookup_special(container, names::__getitem__) {
            return self.call_unbound(function, container, &[key]);
        }
        if self.is_class(container) {
            if container == TypeId::TYPE.value() {
                return self.new_generic_alias(container, key);
            }
            if let Some(hook) = self.get_attr_opt(container, names::__class_getitem__)? {
                return self.call(hook, &[key]);
            }
            let name = self.class_name(container);
            return Err(raise::type_error(self, &format!("type '{name}' is not subscriptable")));
        }
        let kind = self.type_name(container);
        Err(raise::type_error(self, &format!("'{kind}' object is not subscriptable")))
    }

    /// `container[key] = item`.
    pub fn set_item(&mut self, container: Value, key: Value, item: Value) -> Completion<()> {
        match self.call_special(container, names::__setitem__, &[key, item])? {
            Some(_) => Ok(()),
            None => {
                let _ = self.sequence_index(container, key)?;
                let kind = self.type_name(container);
                Err(raise::type_error(self, &format!("'{kind}' object does not support item assignment")))
            }
        }
    }

    /// `del container[key]`.
    pub fn delete_item(&mut self, container: Value, key: Value) -> Completion<()> {
        match self.call_special(container, names::__delitem__, &[key])? {
            Some(_) => Ok(()),
            None => {
                // As CPython has it: types with a table of sequence functions say it shorter.
                let not = if self.sequence_index(container, key)? { "doesn't" } else { "does not" };
                let kind = self.type_name(container);
                Err(raise::type_error(self, &format!("'{kind}' object {not} support item deletion")))
            }
        }
    }

    /// Whether items of the container could be found by number, and the key is one; it is looked at before the
    /// container says that it can't be changed.
    #[cold]
    fn sequence_index(&mut self, container: Value, key: Value) -> Completion<bool> {
        if !self.has_sequence_table(container) || !self.is_index(key) {
            return Ok(false);
        }
        let index = self.index(key)?;
        if self.as_i64(index).is_none() {
            let kind = self.type_name(key);
            return Err(raise::index_error(self, &format!("cannot fit '{kind}' into an index-sized integer")));
        }
        Ok(true)
    }

    /// `item in container`.
    pub fn contains(&mut self, container: Value, item: Value) -> Completion<bool> {
        let class = self.type_of(container);
        match self.lookup(class, names::__contains__) {
            Some(function) if function.is_none() => {
                let kind = self.class_name(class);
                return Err(raise::type_error(self, &format!("'{kind}' object is not a container")));
            }
            Some(function) => {
                let answer = self.call_unbound(function, container, &[item])?;
                return self.is_true(answer);
            }
            None => {}
        }
        if !self.looks_iterable(container) {
            let kind = self.class_name(class);
            let message = format!("argument of type '{kind}' is not a container or iterable");
            return Err(raise::type_error(self, &message));
        }
        let mut found = false;
        self.for_each(container, |iso, candidate| {
            found = iso.same_or_equal(candidate, item)?;
            Ok(if found { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        })?;
        Ok(found)
    }

    /// `hash(value)`.
    pub fn hash(&mut self, value: Value) -> Completion<i64> {
        if let Some(hash) = self.heap.plain_hash(value) {
            return Ok(hash as i64);
        }
        match self.lookup_special(value, names::__hash__) {
            Some(function) => {
                let is_of_object =
                    function.as_native().is_some_and(|(table, _)| TypeId(table as u16) == TypeId::OBJECT);
                if is_of_object && self.native_row(function).is_some_and(|row| row.name == "__hash__") {
                    return Ok(self.heap.identity_hash(value) as i64);
                }
                let answer = self.call_unbound(function, value, &[])?;
                if let Some(hash) = self.as_i64(answer) {
                    return Ok(if hash == -1 { -2 } else { hash });
                }
                if !self.is_int(answer) {
                    return Err(raise::type_error(self, "__hash__ method should return an integer"));
                }
                let inner = self.unwrap(answer);
                Ok(self.heap.plain_hash(inner).unwrap_or(0) as i64)
            }
            None => {
                let kind = self.type_name(value);
                Err(raise::type_error(self, &format!("unhashable type: '{kind}'")))
            }
        }
    }

    /// `repr(value)`: a string object.
    pub fn repr(&mut self, value: Value) -> Completion {
        if let Some(text) = text_of_plain(&mut self.heap, value, true) {
            return Ok(self.keep(text));
        }
        self.text_by(value, names::__repr__)
    }

    /// `str(value)`: a string object, possibly of a subclass.
    pub fn str(&mut self, value: Value) -> Completion {
        if self.heap.is_str(value) {
            return Ok(value);
        }
        if let Some(text) = text_of_plain(&mut self.heap, value, false) {
            return Ok(self.keep(text));
        }
        self.text_by(value, names::__str__)
    }

    /// A small int in decimal.
    fn small_int_text(&mut self, int: i64) -> Completion {
        let made = self.heap.new_decimal(int)?;
        Ok(self.keep(made))
    }

    fn text_by(&mut self, value: Value, name: Value) -> Completion {
        let Some(answer) = self.call_special(value, name, &[])? else { return Err(raise::internal(self)) };
        if self.as_str(answer).is_none() {
            let (name, kind) = (self.name_text(name), self.type_name(answer));
            return Err(raise::type_error(self, &format!("{name} returned non-string (type {kind})")));
        }
        Ok(answer)
    }

    /// `repr(value)` as text for a message; lone surrogates are replaced.
    pub fn repr_text(&mut self, value: Value) -> Completion<String> {
        let text = self.repr(value)?;
        Ok(self.name_text(text))
    }

    /// `format(value, spec)`.
    pub fn format(&mut self, value: Value, spec: Value) -> Completion {
        if let (Some(int), names::EMPTY) = (value.as_small_int(), spec) {
            return self.small_int_text(int);
        }
        let mut out = self.take_scratch(0);
        if let Some(text) = self.heap.str_bytes(spec)
            && self.format_plain(&mut out, value, text)?
        {
            return self.text_of_scratch(out);
        }
        self.put_scratch(out);
        let Some(answer) = self.call_special(value, names::__format__, &[spec])? else {
            return Err(raise::internal(self));
        };
        if self.as_str(answer).is_none() {
            let kind = self.type_name(answer);
            return Err(raise::type_error(self, &format!("__format__ must return a str, not {kind}")));
        }
        Ok(answer)
    }

    /// Runs `body`, which prints a container, unless that container is being printed already: then nothing.
    pub fn recursive_repr(
        &mut self,
        value: Value,
        body: impl FnOnce(&mut Isolate) -> Completion,
    ) -> Completion<Option<Value>> {
        if self.printing.contains(&value) {
            return Ok(None);
        }
        self.printing.push(value);
        let result = body(self);
        self.printing.retain(|&printing| printing != value);
        result.map(Some)
    }
}
