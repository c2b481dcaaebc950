//! `_heapq`: heaps in lists. The item at `n` is not larger than those at `2n + 1` and `2n + 2`; in a max-heap it is not
//! smaller.

use ferropy_runtime::heap::Kind;
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{CompareOp, Completion, Isolate, Value, raise};

/// `_heapq`.
pub(crate) static MODULE: ModuleSpec =
    ModuleSpec { name: "_heapq", doc: "Heaps in lists.", rows: ROWS, types: &[], initialize: None, frozen: None };

const ONE: &str = "($module, heap, /)";
const TWO: &str = "($module, heap, item, /)";

const ROWS: &[Row] = &[
    function("heappush", TWO, "Push item onto heap, maintaining the heap invariant.", |iso, args| {
        push(iso, args, false)
    }),
    function("heappop", ONE, "Pop the smallest item off the heap, maintaining the heap invariant.", |iso, args| {
        pop(iso, args, false)
    }),
    function("heapify", ONE, "Transform list into a heap, in-place, in O(len(heap)) time.", |iso, args| {
        heapify(iso, args, false)
    }),
    function(
        "heapreplace",
        TWO,
        "Pop and return the current smallest value, and add the new item.\n\nThe value returned may be larger than item.",
        |iso, args| replace(iso, args, false),
    ),
    function(
        "heappushpop",
        TWO,
        "Push item on the heap, then pop and return the smallest item from the heap.",
        |iso, args| push_pop(iso, args, false),
    ),
    function("heappush_max", TWO, "Push item onto max heap, maintaining the heap invariant.", |iso, args| {
        push(iso, args, true)
    }),
    function("heappop_max", ONE, "Maxheap variant of heappop.", |iso, args| pop(iso, args, true)),
    function("heapify_max", ONE, "Maxheap variant of heapify.", |iso, args| heapify(iso, args, true)),
    function("heapreplace_max", TWO, "Maxheap variant of heapreplace.", |iso, args| replace(iso, args, true)),
    function("heappushpop_max", TWO, "Maxheap variant of heappushpop.", |iso, args| push_pop(iso, args, true)),
];

/// The list inside the first argument, and the second one.
fn heap_and_item(iso: &mut Isolate, args: &[Value], function: &str, max: bool) -> Completion<(Value, Value)> {
    let Some(&heap) = args.first() else { return Err(raise::internal(iso)) };
    let inner = iso.unwrap(heap);
    if iso.heap.kind(inner) != Some(Kind::List) {
        let kind = if heap.is_none() { "None".into() } else { iso.type_name(heap) };
        let (suffix, number) = (if max { "_max" } else { "" }, if args.len() > 1 { " 1" } else { "" });
        let message = alloc::format!("{function}{suffix}() argument{number} must be list, not {kind}");
        return Err(raise::type_error(iso, &message));
    }
    Ok((inner, args.get(1).copied().unwrap_or(Value::NONE)))
}

fn at(iso: &Isolate, heap: Value, index: usize) -> Value {
    iso.heap.list_item(heap, index).unwrap_or(Value::NONE)
}

/// Whether `a` belongs above `b`. The comparison may be Python code, which must not change the list's length.
fn is_above(iso: &mut Isolate, heap: Value, a: Value, b: Value, max: bool) -> Completion<bool> {
    let length = iso.heap.sequence_len(heap);
    let above = belongs_above(iso, a, b, max)?;
    if iso.heap.sequence_len(heap) != length {
        return Err(raise::runtime_error(iso, "list changed size during iteration"));
    }
    Ok(above)
}

fn belongs_above(iso: &mut Isolate, a: Value, b: Value, max: bool) -> Completion<bool> {
    let (a, b) = if max { (b, a) } else { (a, b) };
    iso.scope(|iso| {
        iso.keep(a);
        iso.keep(b);
        let answer = iso.compare(CompareOp::Lt, a, b)?;
        iso.is_true(answer)
    })
}

fn swap(iso: &mut Isolate, heap: Value, a: usize, b: usize) {
    let (first, second) = (at(iso, heap, a), at(iso, heap, b));
    iso.heap.set_list_item(heap, a, second);
    iso.heap.set_list_item(heap, b, first);
}

/// Lets the item at an index rise, not above `top`.
fn rise(iso: &mut Isolate, heap: Value, top: usize, index: usize, max: bool) -> Completion<()> {
    let mut index = index;
    while index > top {
        let parent = (index - 1) / 2;
        let (item, above) = (at(iso, heap, index), at(iso, heap, parent));
        if !is_above(iso, heap, item, above, max)? {
            break;
        }
        swap(iso, heap, index, parent);
        index = parent;
    }
    Ok(())
}

/// Lets the item at an index sink to a leaf, where it most likely belongs, and rise from there.
fn sink(iso: &mut Isolate, heap: Value, top: usize, max: bool) -> Completion<()> {
    let length = iso.heap.sequence_len(heap);
    let mut index = top;
    while 2 * index + 1 < length {
        let mut child = 2 * index + 1;
        if child + 1 < length {
            let (left, right) = (at(iso, heap, child), at(iso, heap, child + 1));
            if !is_above(iso, heap, left, right, max)? {
                child += 1;
            }
        }
        swap(iso, heap, index, child);
        index = child;
    }
    rise(iso, heap, top, index, max)
}

fn push(iso: &mut Isolate, args: &[Value], max: bool) -> Completion {
    let (heap, item) = heap_and_item(iso, args, "heappush", max)?;
    iso.heap.list_append(heap, item)?;
    let last = iso.heap.sequence_len(heap) - 1;
    rise(iso, heap, 0, last, max)?;
    Ok(Value::NONE)
}

fn pop(iso: &mut Isolate, args: &[Value], max: bool) -> Completion {
    let (heap, _) = heap_and_item(iso, args, "heappop", max)?;
    let length = iso.heap.sequence_len(heap);
    let Some(last) = length.checked_sub(1).and_then(|last| iso.heap.remove_list_item(heap, last)) else {
        return Err(raise::index_error(iso, "index out of range"));
    };
    iso.keep(last);
    if length == 1 {
        return Ok(last);
    }
    let first = at(iso, heap, 0);
    iso.keep(first);
    iso.heap.set_list_item(heap, 0, last);
    sink(iso, heap, 0, max)?;
    Ok(first)
}

fn replace(iso: &mut Isolate, args: &[Value], max: bool) -> Completion {
    let (heap, item) = heap_and_item(iso, args, "heapreplace", max)?;
    let Some(first) = iso.heap.list_item(heap, 0) else {
        return Err(raise::index_error(iso, "index out of range"));
    };
    iso.keep(first);
    iso.heap.set_list_item(heap, 0, item);
    sink(iso, heap, 0, max)?;
    Ok(first)
}

fn push_pop(iso: &mut Isolate, args: &[Value], max: bool) -> Completion {
    let (heap, item) = heap_and_item(iso, args, "heappushpop", max)?;
    let Some(first) = iso.heap.list_item(heap, 0) else { return Ok(item) };
    iso.keep(first);
    if !belongs_above(iso, first, item, max)? {
        return Ok(item);
    }
    if iso.heap.sequence_len(heap) == 0 {
        return Err(raise::index_error(iso, "index out of range"));
    }
    iso.heap.set_list_item(heap, 0, item);
    sink(iso, heap, 0, max)?;
    Ok(first)
}

fn heapify(iso: &mut Isolate, args: &[Value], max: bool) -> Completion {
    let (heap, _) = heap_and_item(iso, args, "heapify", max)?;
    for index in (0..iso.heap.sequence_len(heap) / 2).rev() {
        sink(iso, heap, index, max)?;
    }
    Ok(Value::NONE)
}
