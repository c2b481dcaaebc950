//! Calls of Python functions that leave arguments to their defaults or name some: the arguments are laid out where they lie,
//! so that the loop can enter the function as any other. What is not plain goes the general way,
//! [`arguments`](super::arguments).

use super::LoadedCode;
use super::frame::WINDOW;
use crate::Value;
use crate::heap::Heap;
use crate::types::function::field;
use ferropy_bytecode::encoding::{field_a, field_b};

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

/// Lays the arguments of a `CallKeywords` out, of which the last have the names of a tuple, for a function that takes each of
/// them by itself; how many it has then. Nothing where it is not so simple; nothing was done then.
#[inline(never)]
pub(super) fn bind_names(
    heap: &Heap,
    codes: &[LoadedCode],
    window: &mut [Value; WINDOW],
    word: u32,
    names: Option<Value>,
) -> Option<usize> {
    const MOST: usize = 4;
    const PARAMETERS: usize = 16;
    let (at, count) = (usize::from(field_a(word)), usize::from(field_b(word)));
    let function = window[at];
    let (code, arity, _) = heap.function(function)?;
    let arity = usize::from(arity);
    let names = heap.tuple_items(names?)?;
    let given = count.checked_sub(names.len())?;
    // What has to be put together has an arity beyond all others.
    if arity > PARAMETERS || given > arity || names.len() > MOST {
        return None;
    }
    let details = codes.get(code as usize)?.details();
    let (parameters, start) = (details.local_names(), given.max(details.positional_only().into()));
    let registers = window.get_mut(at + 1..at + 1 + arity)?;
    let (mut places, mut values) = ([0; MOST], [Value::UNBOUND; MOST]);
    let mut bound = (1u32 << given) - 1;
    for (index, &name) in names.iter().enumerate() {
        let place = parameters.position(Value::from_word(name), start)?;
        if place >= arity || bound >> place & 1 != 0 {
            return None;
        }
        bound |= 1 << place;
        *places.get_mut(index)? = place;
        *values.get_mut(index)? = *registers.get(given + index)?;
    }
    if bound != (1 << arity) - 1 {
        let defaults = heap.tuple_items(heap.field(function, field::DEFAULTS))?;
        let without = arity.checked_sub(defaults.len())?;
        let needed = (1 << without) - 1;
        if bound & needed != needed {
            return None;
        }
        for (index, &default) in (without..).zip(defaults) {
            if bound >> index & 1 == 0 {
                *registers.get_mut(index)? = Value::from_word(default);
            }
        }
    }
    for (&place, &value) in places.iter().zip(&values).take(names.len()) {
        *registers.get_mut(place)? = value;
    }
    Some(arity)
}
