//! Combinations of items: `product`, `permutations`, `combinations` and `combinations_with_replacement`.
//!
//! Each keeps a list of indices into its pool, which it moves on to the next combination before it gives that one. The
//! number tells where it is: [`FRESH`], [`RUNNING`] or [`ENDED`].

use super::{ITER, iterator, itself, make, next_row, this};
use alloc::vec::Vec;
use ferropy_runtime::heap::{Heap, OutOfMemory};
use ferropy_runtime::native::{Reach, Row, TypeSpec, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// A record: the tuple of pools, which are tuples, and the indices.
pub(super) static PRODUCT: TypeSpec = iterator(
    "product",
    "product(*iterables, repeat=1)\n--\n\nCartesian product of input iterables.  Equivalent to nested for-loops.\n\n\
     The rightmost iterable advances fastest. repeat=n stands for the iterables n times over.",
    &[
        static_method("__new__", "($type, /, *iterables, repeat=1)", "Combine items of several pools.", new_product),
        method("__iter__", "($self, /)", ITER, itself),
        STEP_PRODUCT,
    ],
);

/// A record: the pool, the indices, of which the first ones are given, and how far each place is from being through.
pub(super) static PERMUTATIONS: TypeSpec = iterator(
    "permutations",
    "Return successive r-length permutations of elements in the iterable.",
    &[
        static_method("__new__", "($type, /, iterable, r=None)", "Order items in all ways.", new_permutations),
        method("__iter__", "($self, /)", ITER, itself),
        STEP_PERMUTATION,
    ],
);

/// A record: the pool, the indices.
pub(super) static COMBINATIONS: TypeSpec = iterator(
    "combinations",
    "Return successive r-length combinations of elements in the iterable.",
    &[
        static_method("__new__", "($type, /, iterable, r)", "Choose items in all ways.", |iso, args| {
            new_combinations(iso, args, &COMBINATIONS)
        }),
        method("__iter__", "($self, /)", ITER, itself),
        STEP_COMBINATION,
    ],
);

/// A record: the pool, the indices.
pub(super) static COMBINATIONS_WITH_REPLACEMENT: TypeSpec = iterator(
    "combinations_with_replacement",
    "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.",
    &[
        static_method("__new__", "($type, /, iterable, r)", "Choose items in all ways.", |iso, args| {
            new_combinations(iso, args, &COMBINATIONS_WITH_REPLACEMENT)
        }),
        method("__iter__", "($self, /)", ITER, itself),
        STEP_COMBINATION_WITH_REPLACEMENT,
    ],
);

/// A step needs nothing but the heap.
macro_rules! steps {
    ($($name:ident = $step:expr;)*) => {
        $(
            const $name: Row = next_row(
                |iso, args| {
                    let this = this(iso, args)?;
                    Ok(($step)(&mut iso.heap, this)?)
                },
                |reach: &mut Reach<'_>, args| {
                    let &[this] = args else { return None };
                    reach.heap.record_type(this)?;
                    ($step)(reach.heap, this).ok().and_then(Value::given)
                },
            );
        )*
    };
}

steps! {
    STEP_PRODUCT = next_product;
    STEP_PERMUTATION = next_permutation;
    STEP_COMBINATION = |heap: &mut Heap, this| next_combination(heap, this, false);
    STEP_COMBINATION_WITH_REPLACEMENT = |heap: &mut Heap, this| next_combination(heap, this, true);
}

const FRESH: u32 = 0;
const RUNNING: u32 = 1;
const ENDED: u32 = 2;

/// A fresh tuple of what an iterable gives.
fn pool(iso: &mut Isolate, iterable: Value) -> Completion {
    let list = iso.collect_items(iterable)?;
    let items: Vec<Value> = iso.heap.items(list).collect();
    iso.new_tuple(&items)
}

/// So many indices, each made by a function.
fn index_list(iso: &mut Isolate, count: usize, index: impl Fn(usize) -> usize) -> Completion {
    let mut indices = Vec::new();
    indices.try_reserve_exact(count).map_err(|_| raise::memory_error(iso))?;
    indices.extend((0..count).map(|place| Value::small_int(index(place) as i64)));
    iso.new_list(&indices)
}

fn index_at(heap: &Heap, indices: Value, place: usize) -> usize {
    heap.list_item(indices, place).and_then(Value::as_small_int).unwrap_or(0) as usize
}

fn set_index(heap: &mut Heap, indices: Value, place: usize, index: usize) {
    heap.set_list_item(indices, place, Value::small_int(index as i64));
}

/// A tuple of so many items, which a function finds.
fn tuple_of(heap: &mut Heap, count: usize, item: impl Fn(&Heap, usize) -> Value) -> Result<Value, OutOfMemory> {
    /// More need memory of their own on the way.
    const FEW: usize = 8;
    let mut few = [Value::NONE; FEW];
    if let Some(items) = few.get_mut(..count) {
        for (place, to) in items.iter_mut().enumerate() {
            *to = item(heap, place);
        }
        return heap.new_tuple(items);
    }
    let items: Vec<Value> = (0..count).map(|place| item(heap, place)).collect();
    heap.new_tuple(&items)
}

/// The items of a pool that the first indices choose.
fn chosen(heap: &mut Heap, this: Value, count: usize) -> Result<Value, OutOfMemory> {
    let (pool, indices) = (heap.field(this, 0), heap.field(this, 1));
    tuple_of(heap, count, |heap, place| heap.tuple_item(pool, index_at(heap, indices, place)).unwrap_or(Value::NONE))
}

fn end(heap: &mut Heap, this: Value) -> Result<Value, OutOfMemory> {
    heap.set_number(this, ENDED);
    Ok(Value::UNBOUND)
}

fn new_product(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, repeat, iterables] = args else { return Err(raise::internal(iso)) };
    let repeat = match repeat.given() {
        Some(repeat) => iso.to_isize(repeat)?,
        None => 1,
    };
    let Ok(repeat) = usize::try_from(repeat) else {
        return Err(raise::value_error(iso, "repeat argument cannot be negative"));
    };
    let given: Vec<Value> = if repeat == 0 { Vec::new() } else { iso.heap.items(iterables).collect() };
    let Some(total) = given.len().checked_mul(repeat).filter(|&total| u32::try_from(total).is_ok()) else {
        return Err(raise::overflow_error(iso, "repeat argument too large"));
    };
    let mut pools = Vec::new();
    pools.try_reserve_exact(total).map_err(|_| raise::memory_error(iso))?;
    for iterable in given {
        pools.push(pool(iso, iterable)?);
    }
    let once = pools.clone();
    for _ in 1..repeat.min(total) {
        pools.extend_from_slice(&once);
    }
    let pools = iso.new_tuple(&pools)?;
    let indices = index_list(iso, total, |_| 0)?;
    make(iso, class, &PRODUCT, FRESH, &[pools, indices])
}

fn next_product(heap: &mut Heap, this: Value) -> Result<Value, OutOfMemory> {
    let (pools, indices) = (heap.field(this, 0), heap.field(this, 1));
    let count = heap.sequence_len(pools);
    let size = |heap: &Heap, place: usize| heap.tuple_item(pools, place).map_or(0, |pool| heap.sequence_len(pool));
    match heap.number(this) {
        FRESH => {
            if (0..count).any(|place| size(heap, place) == 0) {
                return end(heap, this);
            }
            heap.set_number(this, RUNNING);
        }
        RUNNING => {
            // As an odometer: the last wheel that is not at its end goes on, those behind it start again.
            let Some(place) = (0..count).rev().find(|&place| index_at(heap, indices, place) + 1 < size(heap, place))
            else {
                return end(heap, this);
            };
            let next = index_at(heap, indices, place) + 1;
            set_index(heap, indices, place, next);
            for behind in place + 1..count {
                set_index(heap, indices, behind, 0);
            }
        }
        _ => return Ok(Value::UNBOUND),
    }
    tuple_of(heap, count, |heap, place| {
        let pool = heap.tuple_item(pools, place).unwrap_or(Value::NONE);
        heap.tuple_item(pool, index_at(heap, indices, place)).unwrap_or(Value::NONE)
    })
}

/// How many items are wanted.
fn length(iso: &mut Isolate, value: Value) -> Completion<usize> {
    let length = iso.to_isize(value)?;
    match usize::try_from(length) {
        Ok(length) => Ok(length),
        Err(_) => Err(raise::value_error(iso, "r must be non-negative")),
    }
}

fn new_permutations(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, iterable, wanted] = args else { return Err(raise::internal(iso)) };
    let pool = pool(iso, iterable)?;
    let size = iso.heap.sequence_len(pool);
    let wanted = match wanted.or(Value::NONE) {
        Value::NONE => size,
        wanted if iso.is_int(wanted) => length(iso, wanted)?,
        _ => return Err(raise::type_error(iso, "Expected int as r")),
    };
    let state = if wanted > size { ENDED } else { FRESH };
    let indices = index_list(iso, size, |place| place)?;
    let cycles = index_list(iso, if wanted > size { 0 } else { wanted }, |place| size - place)?;
    make(iso, class, &PERMUTATIONS, state, &[pool, indices, cycles])
}

/// Knuth's method of cycles: each place is turned through the items behind it, the last place fastest.
fn next_permutation(heap: &mut Heap, this: Value) -> Result<Value, OutOfMemory> {
    let [pool, indices, cycles] = [0, 1, 2].map(|index| heap.field(this, index));
    let (size, wanted) = (heap.sequence_len(pool), heap.sequence_len(cycles));
    match heap.number(this) {
        FRESH => heap.set_number(this, RUNNING),
        RUNNING => {
            let mut place = wanted;
            loop {
                let Some(before) = place.checked_sub(1) else { return end(heap, this) };
                place = before;
                let left = index_at(heap, cycles, place) - 1;
                if left > 0 {
                    set_index(heap, cycles, place, left);
                    let (a, b) = (index_at(heap, indices, place), index_at(heap, indices, size - left));
                    set_index(heap, indices, place, b);
                    set_index(heap, indices, size - left, a);
                    break;
                }
                // Through: the item that stood here goes to the end again.
                let first = index_at(heap, indices, place);
                for behind in place + 1..size {
                    let index = index_at(heap, indices, behind);
                    set_index(heap, indices, behind - 1, index);
                }
                set_index(heap, indices, size - 1, first);
                set_index(heap, cycles, place, size - place);
            }
        }
        _ => return Ok(Value::UNBOUND),
    }
    chosen(heap, this, wanted)
}

fn new_combinations(iso: &mut Isolate, args: &[Value], spec: &'static TypeSpec) -> Completion {
    let &[class, iterable, wanted] = args else { return Err(raise::internal(iso)) };
    let with_replacement = spec.name == COMBINATIONS_WITH_REPLACEMENT.name;
    let wanted = iso.to_isize(wanted)?;
    let pool = pool(iso, iterable)?;
    let Ok(wanted) = usize::try_from(wanted) else {
        return Err(raise::value_error(iso, "r must be non-negative"));
    };
    let size = iso.heap.sequence_len(pool);
    let is_empty = if with_replacement { size == 0 && wanted > 0 } else { wanted > size };
    let state = if is_empty { ENDED } else { FRESH };
    let count = if is_empty { 0 } else { wanted };
    let indices = index_list(iso, count, |place| if with_replacement { 0 } else { place })?;
    make(iso, class, spec, state, &[pool, indices])
}

fn next_combination(heap: &mut Heap, this: Value, with_replacement: bool) -> Result<Value, OutOfMemory> {
    let (pool, indices) = (heap.field(this, 0), heap.field(this, 1));
    let (size, wanted) = (heap.sequence_len(pool), heap.sequence_len(indices));
    match heap.number(this) {
        FRESH => heap.set_number(this, RUNNING),
        RUNNING => {
            // The last place that is not at its highest index goes on; those behind it follow as close as they may.
            let highest = |place: usize| if with_replacement { size - 1 } else { size + place - wanted };
            let Some(place) = (0..wanted).rev().find(|&place| index_at(heap, indices, place) != highest(place)) else {
                return end(heap, this);
            };
            let next = index_at(heap, indices, place) + 1;
            for behind in place..wanted {
                set_index(heap, indices, behind, if with_replacement { next } else { next + behind - place });
            }
        }
        _ => return Ok(Value::UNBOUND),
    }
    chosen(heap, this, wanted)
}
