//! Calls of Python functions that leave arguments to their defaults, or name them: the arguments are laid out where the
//! function wants them, so that the loop can enter it as any other. What is not plain is left as it was, and goes the general
//! way, [`arguments`](super::arguments).

use super::LoadedCode;
use super::dispatch::window_at;
use super::frame::WINDOW;
use crate::heap::Heap;
use crate::types::function::field;
use crate::{Isolate, Value};
use ferropy_bytecode::encoding::{field_a, field_b};

/// The most parameters of a function whose arguments are named.
const FEW: usize = 8;

/// Puts defaults behind the `count` arguments of a function in a register, which takes `arity` arguments. Whether it has all
/// now.
#[inline(never)]
pub(super) fn add_defaults(heap: &Heap, window: &mut [Value; WINDOW], at: usize, count: usize, arity: usize) -> bool {
    let defaults = heap.field(window[at & 0xFF], field::DEFAULTS);
    let Some(first) = heap.sequence_len(defaults).checked_sub(arity.wrapping_sub(count)) else { return false };
    let Some(places) = window.get_mut(at + 1 + count..at + 1 + arity) else { return false };
    for (index, place) in (first..).zip(places) {
        let Some(default) = heap.tuple_item(defaults, index) else { return false };
        *place = default;
    }
    true
}

impl Isolate {
    /// Lays out the arguments of a `CallKeywords` of the running frame, the last of which `keywords` names, with defaults for
    /// those that are not given. How many the function has now, if it takes them so.
    pub(super) fn place_named(&mut self, word: u32, keywords: Value) -> Option<usize> {
        let Isolate { heap, thread, codes, .. } = self;
        let base = thread.frames.last()?.base;
        place_named(heap, &codes.list, window_at(&mut thread.stack, base)?, word, keywords)
    }
}

fn place_named(
    heap: &Heap,
    codes: &[LoadedCode],
    window: &mut [Value; WINDOW],
    word: u32,
    keywords: Value,
) -> Option<usize> {
    let (at, count) = (field_a(word) as usize, field_b(word) as usize);
    let function = window[at];
    let (number, arity, _) = heap.function(function)?;
    let arity = usize::from(arity);
    let details = codes.get(number as usize)?.details();
    let names = details.local_names();
    let mut values = [Value::UNBOUND; FEW];
    let values = values.get_mut(..arity)?;
    let given = count.checked_sub(heap.sequence_len(keywords))?;
    let (positional, named) = window.get(at + 1..at + 1 + count)?.split_at_checked(given)?;
    values.get_mut(..given)?.copy_from_slice(positional);
    for (index, &value) in named.iter().enumerate() {
        let name = heap.tuple_item(keywords, index)?;
        let place = values.get_mut(names.position(name, usize::from(details.positional_only()))?)?;
        if !place.is_unbound() {
            return None;
        }
        *place = value;
    }
    let defaults = heap.field(function, field::DEFAULTS);
    let without = arity.wrapping_sub(heap.sequence_len(defaults));
    for (index, place) in values.iter_mut().enumerate().skip(given) {
        if place.is_unbound() {
            *place = heap.tuple_item(defaults, index.wrapping_sub(without))?;
        }
    }
    window.get_mut(at + 1..at + 1 + arity)?.copy_from_slice(values);
    Some(arity)
}
