//! What the loop does with plain values without being left: calls of native functions by their short cuts, calls of
//! builtin types, steps of iterators. Nothing here runs Python, raises or collects; what is not as simple as that is
//! refused, and goes the general way.

use super::frame::WINDOW;
use crate::Value;
use crate::builtins::shortcuts::construct;
use crate::heap::Heap;
use crate::native::{Reach, Row, RowKind, TypeId};
use crate::object::ShapeTable;
use crate::types::iterators::{Step, step_pair, step_plain};
use crate::value::Immediate;
use ferropy_bytecode::Opcode;
use ferropy_bytecode::encoding::{field_a, field_b, field_c};

/// `R(a)(R(a+1) …)` for a native function or a builtin type. The result, if it was done.
#[inline(never)]
pub(super) fn call(
    tables: &[&'static [Row]],
    heap: &mut Heap,
    shapes: &ShapeTable,
    window: &[Value; WINDOW],
    word: u32,
) -> Option<Value> {
    let (a, count) = (field_a(word) as usize, field_b(word) as usize);
    let callable = window[a];
    let args = window.get(a + 1..a + 1 + count)?;
    if heap.wants_collection() {
        return None;
    }
    let mut reach = Reach { heap, shapes };
    match callable.as_native() {
        Some((table, row)) => match tables.get(table)?.get(row)?.kind {
            RowKind::Function(_, shortcut) => shortcut?(&mut reach, args),
            _ => None,
        },
        None => construct(&mut reach, TypeId(callable.payload_of(Immediate::Type)? as u16), args),
    }
}

/// `R(a)(R(a+1), R(a+2) …)` for a native method, and for a function of a module where `R(a+1)` is Unbound. The result,
/// if it was done.
#[inline(never)]
pub(super) fn call_method(
    tables: &[&'static [Row]],
    heap: &mut Heap,
    shapes: &ShapeTable,
    window: &[Value; WINDOW],
    word: u32,
) -> Option<Value> {
    let (a, count) = (field_a(word) as usize, field_b(word) as usize);
    let (table, row) = window[a].as_native()?;
    let args = window.get(a + 1..a + 2 + count)?;
    if heap.wants_collection() {
        return None;
    }
    let mut reach = Reach { heap, shapes };
    let (receiver, others) = args.split_first()?;
    match tables.get(table)?.get(row)?.kind {
        RowKind::Method(_, shortcut) if !receiver.is_unbound() => shortcut?(&mut reach, args),
        RowKind::Function(_, shortcut) if receiver.is_unbound() => shortcut?(&mut reach, others),
        _ => None,
    }
}

/// What a step of a loop came to.
pub(super) enum Stepped {
    /// The item is in its register.
    Item,
    /// The two parts of the item are in the registers into which the next instruction would have unpacked it.
    Pair,
    /// There are no more items.
    End,
    /// Nothing was done.
    Other,
}

/// A step of the loop over an iterator in `R(a)`, whose item goes to `R(b)`. `next` is the instruction after `ForIter`.
#[inline(never)]
pub(super) fn step(heap: &mut Heap, window: &mut [Value; WINDOW], word: u32, next: u32) -> Stepped {
    let (iterator, target) = (window[field_a(word) as usize], field_b(word));
    match step_plain(heap, iterator) {
        Step::Item(item) => {
            window[target as usize] = item;
            return Stepped::Item;
        }
        Step::End => return Stepped::End,
        Step::Other => {}
    }
    let unpacks = Opcode::of(next) == Opcode::UnpackSequence && field_b(next) == target && field_c(next) == 2;
    if !unpacks {
        return Stepped::Other;
    }
    match step_pair(heap, iterator) {
        Step::Item((first, second)) => {
            window[field_a(next) as usize] = first;
            window[field_a(next).wrapping_add(1) as usize] = second;
            Stepped::Pair
        }
        Step::End => Stepped::End,
        Step::Other => Stepped::Other,
    }
}
