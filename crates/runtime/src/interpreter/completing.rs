//! Calls of Python functions that leave arguments to their defaults or name some: the arguments are laid out where they lie,
//! in the loop as well, where it can enter the function as any other then. What is not plain goes the general way,
//! [`arguments`](super::arguments).

use super::LoadedCode;
use super::frame::WINDOW;
use crate::Value;
use crate::heap::Heap;
use crate::types::function::field;
use crate::value::IS_SMALL;
use ferropy_bytecode::encoding::{field_a, field_b};

/// Puts the last defaults of a function behind its arguments, where `places` are. Whether there are so many.
#[inline]
pub(super) fn add_defaults(heap: &Heap, function: Value, places: &mut [Value]) -> bool {
    let defaults = heap.field(function, field::DEFAULTS);
    let Some(first) = heap.sequence_len(defaults).checked_sub(places.len()) else { return false };
    for (index, place) in (first..).zip(places) {
        let Some(default) = heap.tuple_item(defaults, index) else { return false };
        *place = default;
    }
    true
}

/// Puts defaults behind the `count` arguments of a function in a register, which takes `arity` arguments. Whether it has all
/// now.
#[inline(never)]
pub(super) fn add_defaults_in(
    heap: &Heap,
    window: &mut [Value; WINDOW],
    at: usize,
    count: usize,
    arity: usize,
) -> bool {
    let function = window[at & 0xFF];
    window.get_mut(at + 1 + count..at + 1 + arity).is_some_and(|places| add_defaults(heap, function, places))
}

/// Lays the arguments of a `CallKeywords` out, of which the last have the names of a tuple, for a function that takes each of
/// them by itself; how many it has then. Nothing where it is not so simple; nothing was done then.
#[inline(never)]
pub(super) fn bind_names_in(
    heap: &mut Heap,
    codes: &[LoadedCode],
    window: &mut [Value; WINDOW],
    word: u32,
    names: Option<Value>,
) -> Option<usize> {
    let (at, count) = (usize::from(field_a(word)), usize::from(field_b(word)));
    let function = window[at];
    let (code, arity, _) = heap.function(function)?;
    // What has to be put together has an arity beyond all others.
    let arity = Some(usize::from(arity)).filter(|&arity| arity <= PARAMETERS)?;
    bind_names(heap, codes.get(code as usize)?, function, window.get_mut(at + 1..)?, count, names?)?;
    Some(arity)
}

/// The most names, and the most parameters where there are any, that are bound where the arguments lie.
const NAMES: usize = if IS_SMALL { 4 } else { 12 };
const PARAMETERS: usize = 16;

/// Lays `count` arguments out, of which the last have the names of a tuple, for a function whose parameters take one each.
/// Nothing where there are many, where names are not interned, and where something is wrong; nothing was done then.
#[inline]
pub(super) fn bind_names(
    heap: &mut Heap,
    code: &LoadedCode,
    function: Value,
    registers: &mut [Value],
    count: usize,
    names: Value,
) -> Option<()> {
    let (positional, arity) = (usize::from(code.positional), code.parameters());
    let names = names.given().map_or(Some(&[][..]), |names| heap.tuple_items(names))?;
    let named = names.len();
    let given = count.checked_sub(named)?;
    if arity > PARAMETERS || given > positional || named > NAMES {
        return None;
    }
    let details = code.details();
    let (parameters, start) = (details.local_names(), given.max(details.positional_only().into()));
    let (mut places, mut values) = ([0; NAMES], [Value::UNBOUND; NAMES]);
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
        let defaults = heap.field(function, field::DEFAULTS);
        let without = positional.checked_sub(heap.sequence_len(defaults))?;
        let needed = (1 << without) - 1;
        if bound & needed != needed {
            return None;
        }
        if arity > positional && add_named_defaults(heap, code, function, registers, bound).is_none() {
            // What was given by name may have lain there.
            registers.get_mut(given..count)?.copy_from_slice(values.get(..named)?);
            return None;
        }
        for (index, &default) in (without..).zip(heap.tuple_items(defaults).unwrap_or(&[])) {
            if bound >> index & 1 == 0 {
                *registers.get_mut(index)? = Value::from_word(default);
            }
        }
    }
    for (&place, &value) in places.iter().zip(&values).take(named) {
        *registers.get_mut(place)? = value;
    }
    Some(())
}

/// Puts the defaults of keyword-only parameters where they are not bound. Nothing where one has none.
fn add_named_defaults(
    heap: &mut Heap,
    code: &LoadedCode,
    function: Value,
    registers: &mut [Value],
    bound: u32,
) -> Option<()> {
    let first = usize::from(code.positional);
    let parameters = code.details().local_names();
    for index in first..code.parameters() {
        if bound >> index & 1 != 0 {
            continue;
        }
        let (defaults, name) = (heap.field(function, field::KWDEFAULTS).given()?, parameters.get(index)?);
        // Where all have defaults, they are in the order of the parameters.
        let is_there = !IS_SMALL && heap.table_key(defaults, index - first) == Some(name);
        *registers.get_mut(index)? =
            if is_there { heap.dict_value(defaults, index - first) } else { heap.dict_get_name(defaults, name)? };
    }
    Some(())
}
