//! The names of objects in a document that is read: the same few come again and again, so they are made once.

use core::ops::Range;
use ferropy_runtime::{Completion, Isolate, Value};

const PLACES: usize = 64;
/// Longer names are seldom names that come again.
const LONGEST: usize = 40;

/// Strings made lately, each at a place that its text chooses.
#[derive(Debug)]
pub(super) struct Keys([Value; PLACES]);

impl Keys {
    /// None yet.
    pub(super) fn new() -> Keys {
        Keys([Value::UNBOUND; PLACES])
    }

    /// The string that stands in a document. With `keep` the isolate keeps it, as it has to where Python may run before
    /// the string is asked for again.
    pub(super) fn get(&mut self, iso: &mut Isolate, document: Value, range: Range<usize>, keep: bool) -> Completion {
        let text = iso.heap.str_bytes(document).and_then(|text| text.get(range.clone())).unwrap_or(&[]);
        let spread = |number: usize, byte: &u8| number.wrapping_mul(31).wrapping_add(usize::from(*byte));
        let number = text.iter().take(LONGEST).fold(text.len(), spread);
        let place = if text.len() > LONGEST { None } else { self.0.get_mut(number % PLACES) };
        if let Some(&mut known) = place
            && iso.heap.str_bytes(known) == Some(text)
        {
            return Ok(known);
        }
        let made = iso.heap.new_substring(document, range)?;
        if keep {
            iso.keep(made);
        }
        if let Some(place) = place {
            *place = made;
        }
        Ok(made)
    }
}
