//! Counting in dicts: what `collections.Counter` does most.

use crate::heap::{Kind, Put};
use crate::native::TypeId;
use crate::object::BinaryOp;
use crate::{Completion, Isolate, Value, names};
use core::ops::ControlFlow;

impl Isolate {
    /// Adds one to the count of each item that an iterable gives.
    ///
    /// A dict of a class that reads and writes as dicts do is not asked to. May call Python.
    pub fn count_elements(&mut self, counts: Value, iterable: Value) -> Completion<()> {
        let (dict, class) = (self.unwrap(counts), self.type_of(counts));
        let is_plain = self.heap.kind(dict) == Some(Kind::Dict)
            && [names::get, names::__setitem__]
                .into_iter()
                .all(|name| self.lookup(class, name) == self.lookup(TypeId::DICT.value(), name));
        self.for_each(iterable, |iso, key| {
            if is_plain {
                iso.count_plainly(dict, key)?;
            } else {
                let count = iso.call_method(counts, names::get, &[key, Value::small_int(0)])?;
                let count = iso.binary(BinaryOp::Add, count, Value::small_int(1))?;
                iso.set_item(counts, key, count)?;
            }
            Ok(ControlFlow::Continue(()))
        })
    }

    fn count_plainly(&mut self, dict: Value, key: Value) -> Completion<()> {
        let one = Value::small_int(1);
        let found = match self.heap.dict_find_plain(dict, key) {
            Some(found) => found,
            None => self.dict_get(dict, key)?,
        };
        let count = match found {
            Some(count) => match count.as_small_int().and_then(|count| Value::try_small_int(count + 1)) {
                Some(count) => count,
                None => self.binary(BinaryOp::Add, count, one)?,
            },
            None => one,
        };
        match self.heap.put(dict, key, count)? {
            Put::Unknown => self.dict_set(dict, key, count),
            _ => Ok(()),
        }
    }
}
