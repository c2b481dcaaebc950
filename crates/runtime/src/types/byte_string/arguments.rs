//! What the methods of the text and bytes types take: bounds and counts. Slices are read in [`sequence`].
//!
//! [`sequence`]: crate::types::sequence

use crate::exceptions::raise;
use crate::{Completion, Isolate, Value, names};

impl Isolate {
    /// Whether the value can be an index.
    pub(crate) fn has_index(&mut self, value: Value) -> bool {
        self.is_int(value) || self.lookup_special(value, names::__index__).is_some()
    }

    /// A bound of a slice or of the part that is searched; `default` where it isn't given or `None`.
    pub(crate) fn slice_bound(&mut self, value: Value, default: i64) -> Completion<i64> {
        if value.or(Value::NONE).is_none() {
            return Ok(default);
        }
        if !self.has_index(value) {
            let message = "slice indices must be integers or None or have an __index__ method";
            return Err(raise::type_error(self, message));
        }
        self.to_index(value)
    }

    /// A count where a negative one, or none, means all.
    pub(crate) fn count_argument(&mut self, value: Value) -> Completion<usize> {
        if value.is_unbound() {
            return Ok(usize::MAX);
        }
        Ok(usize::try_from(self.to_isize(value)?).unwrap_or(usize::MAX))
    }

    /// The width of a field; negative ones count as zero.
    pub(crate) fn width_argument(&mut self, value: Value) -> Completion<usize> {
        Ok(usize::try_from(self.to_isize(value)?.max(0)).unwrap_or(usize::MAX))
    }

    /// The most bytes that a native function may put together: what the heap may take, and no object can have more
    /// than 32 bits count.
    pub(crate) fn most_bytes(&self) -> usize {
        self.heap.statistics().limit_bytes.min(u32::MAX as usize)
    }

    /// The right side of `sequence * n` for a sequence of `length` bytes; nothing if it is no integer.
    pub(crate) fn repetition(&mut self, value: Value, length: usize, too_long: &str) -> Completion<Option<usize>> {
        let count = self.repetitions(value)?;
        let fits = |count: usize| (length as i64).checked_mul(i64::try_from(count).ok()?);
        if count.is_some_and(|count| fits(count).is_none()) {
            return Err(raise::overflow_error(self, too_long));
        }
        Ok(count)
    }
}
