//! What the loop does with plain values without being left: calls of native functions by their short cuts, calls of
//! builtin types, steps of iterators, operators on what does not fit a machine word, slices. Nothing here runs Python,
//! raises or collects; what is not as simple as that is refused, and goes the general way.

use super::dispatch::window_at;
use super::frame::WINDOW;
use super::ops::iteration::plain_loop_state;
use super::ops::operators::{Operator, operator};
use super::pairs;
use super::slices::{set_slice, take_slice};
use crate::builtins::construct::construct;
use crate::heap::{Heap, Kind, Put};
use crate::native::{Reach, RowKind, RowTable, TypeId};
use crate::object::{BinaryOp, CompareOp, ShapeTable, UnaryOp, machine_arithmetic};
use crate::types::int::direct;
use crate::types::iterators::{Step, step_applied, step_pair, step_plain};
use crate::types::numbers::plain_operation;
use crate::types::sequence::plain_order;
use crate::types::set::add_plain;
use crate::value::{IS_SMALL, Immediate};
use crate::{Isolate, Value};
use ferropy_bytecode::Opcode;
use ferropy_bytecode::encoding::{field_a, field_b, field_c};

/// `R(a)(R(a+1) …)` for a native function or a builtin type. The result, if it was done. `next` is the instruction behind
/// the call.
#[inline(never)]
pub(super) fn call(
    tables: &[RowTable],
    heap: &mut Heap,
    shapes: &ShapeTable,
    window: &[Value; WINDOW],
    word: u32,
    next: u32,
) -> Option<Value> {
    let (a, count) = (field_a(word) as usize, field_b(word) as usize);
    let callable = window[a];
    let args = window.get(a + 1..a + 1 + count)?;
    if heap.wants_collection() {
        return None;
    }
    if callable.payload_of(Immediate::Type).is_some()
        && Opcode::of(next) == Opcode::ForPrepare
        && field_b(next) as usize == a
        && let Some(state) = pairs::start(heap, callable, args)
    {
        return Some(state);
    }
    by_shortcut(tables, &mut Reach { heap, shapes }, callable, args)
}

/// What a native function's short cut or a builtin type gives for the arguments.
#[inline(always)]
fn by_shortcut(tables: &[RowTable], reach: &mut Reach<'_>, callable: Value, args: &[Value]) -> Option<Value> {
    match callable.as_native() {
        Some((table, row)) => match tables.get(table)?.get(row)?.kind {
            RowKind::Function(_, shortcut, _) => shortcut?(reach, args),
            _ => None,
        },
        None => {
            if let &[number] = args
                && let Some(int) = number.as_small_int()
                && callable == TypeId::STR.value()
            {
                return reach.heap.new_decimal(int).ok();
            }
            construct(reach, TypeId(callable.payload_of(Immediate::Type)? as u16), args)
        }
    }
}

impl Isolate {
    /// A call of a native function or builtin type from native code. The result, if it was done.
    #[inline]
    pub(crate) fn call_shortcut(&mut self, callable: Value, args: &[Value]) -> Option<Value> {
        by_shortcut(&self.tables, &mut Reach { heap: &mut self.heap, shapes: &self.shapes }, callable, args)
    }
}

/// `R(a)(R(a+1), R(a+2) …)` for a native method, and for a function of a module where `R(a+1)` is Unbound. The result,
/// if it was done.
#[inline(never)]
pub(super) fn call_method(
    tables: &[RowTable],
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
        RowKind::Method(_, shortcut, _) if !receiver.is_unbound() => shortcut?(&mut reach, args),
        RowKind::Function(_, shortcut, _) if receiver.is_unbound() => shortcut?(&mut reach, others),
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
pub(super) fn step(
    tables: &[RowTable],
    heap: &mut Heap,
    shapes: &ShapeTable,
    window: &mut [Value; WINDOW],
    word: u32,
    next: u32,
) -> Stepped {
    let (iterator, target) = (window[field_a(word) as usize], field_b(word));
    let unpacks = Opcode::of(next) == Opcode::UnpackSequence && field_b(next) == target && field_c(next) == 2;
    if unpacks {
        match step_pair(heap, iterator) {
            Step::Item((first, second)) => {
                window[field_a(next) as usize] = first;
                window[field_a(next).wrapping_add(1) as usize] = second;
                return Stepped::Pair;
            }
            Step::End => return Stepped::End,
            // Pairs may also lie in a list.
            Step::Other => {}
        }
    }
    let stepped = match step_plain(heap, iterator) {
        Step::Other => step_applied(tables, &mut Reach { heap, shapes }, iterator),
        stepped => stepped,
    };
    match stepped {
        Step::Item(item) => {
            window[target as usize] = item;
            Stepped::Item
        }
        Step::End => Stepped::End,
        Step::Other => Stepped::Other,
    }
}

/// What an operation came to.
pub(super) enum Operated {
    /// It was done.
    Done,
    /// It was done: the jump is to be taken whose offset lies in the word before `pc`.
    Jump,
    /// Nothing was done.
    Other,
}

impl Operated {
    #[inline(always)]
    fn done(was_done: bool) -> Operated {
        if was_done { Operated::Done } else { Operated::Other }
    }
}

/// Executes an instruction that the loop has no case for, if its operands are plain. There is nothing to look after then, and
/// the loop goes on at once.
///
/// What programs that work on text do most comes first, and needs no more than a few machine registers.
#[inline(never)]
pub(super) fn operate(heap: &mut Heap, window: &mut [Value; WINDOW], word: u32) -> Operated {
    if matches!(Opcode::of(word), Opcode::GetSlice | Opcode::SetSlice) {
        return Operated::done(if Opcode::of(word) == Opcode::GetSlice {
            take_slice(heap, window, word)
        } else {
            set_slice(heap, window, word)
        });
    }
    let operator = operator(word);
    if IS_SMALL
        && let Some(Operator::Binary(op, _) | Operator::BinaryInt(op, _)) = operator
        && matches!(op, BinaryOp::LShift | BinaryOp::RShift | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor)
    {
        let right = match operator {
            Some(Operator::Binary(..)) => window[field_c(word) as usize],
            _ => Value::small_int(i64::from(field_c(word) as i8)),
        };
        if let Some(result) = heap.combine_bits(op, window[field_b(word) as usize], right) {
            window[field_a(word) as usize] = result;
            return Operated::Done;
        }
    }
    if let Some(Operator::Binary(op, _)) = operator {
        let [a, b] = [field_b(word), field_c(word)].map(|register| window[register as usize]);
        if let Some(result) = operate_on_ints(heap, op, a, b) {
            window[field_a(word) as usize] = result;
            return Operated::Done;
        }
    }
    if matches!(Opcode::of(word), Opcode::Add | Opcode::InplaceAdd | Opcode::Mod) {
        let [a, b] = [field_b(word), field_c(word)].map(|register| window[register as usize]);
        let is_str = heap.is_str(a);
        if is_str || !IS_SMALL && heap.kind(a) == Some(Kind::Bytes) {
            // Formatting may run Python.
            if Opcode::of(word) == Opcode::Mod || heap.wants_collection() {
                return Operated::Other;
            }
            let sum = if is_str { heap.concat_str(a, b) } else { heap.concat_bytes_objects(a, b) };
            let Ok(Some(sum)) = sum else { return Operated::Other };
            window[field_a(word) as usize] = sum;
            return Operated::Done;
        }
        // Truths are counted by adding them.
        if Opcode::of(word) != Opcode::Mod
            && let (Some(a), Some(truth)) = (a.as_small_int(), truth(b))
            && let Some(sum) = Value::try_small_int(a + truth)
        {
            window[field_a(word) as usize] = sum;
            return Operated::Done;
        }
    }
    if let Some(Operator::Compare(op)) = operator {
        let [a, b] = [field_b(word), field_c(word)].map(|register| window[register as usize]);
        if let (Some(a), Some(b)) = (a.as_single_ascii(), b.as_single_ascii()) {
            window[field_a(word) as usize] = Value::bool(op.holds(a.cmp(&b)));
            return Operated::Done;
        }
    }
    if let Some(Operator::Jump(op, sense)) = operator {
        let [a, b] = [field_a(word), field_b(word)].map(|register| window[register as usize]);
        return match compare(heap, op, a, b) {
            Some(holds) if holds == sense => Operated::Jump,
            Some(_) => Operated::Done,
            None => Operated::Other,
        };
    }
    if let Some(Operator::Binary(op, _)) = operator {
        let [a, b] = [field_b(word), field_c(word)].map(|register| window[register as usize]);
        if let Some(result) = operate_on_long_int(heap, op, a, b) {
            window[field_a(word) as usize] = result;
            return Operated::Done;
        }
    }
    Operated::done(execute_other(heap, window, word))
}

impl Isolate {
    /// As [`operate`], in the running frame, outside of the loop; whether it was done.
    pub(super) fn execute_by_shortcut(&mut self, word: u32) -> bool {
        let Some(frame) = self.thread.frames.last() else { return false };
        let Some(window) = window_at(&mut self.thread.stack, frame.base) else { return false };
        match operate(&mut self.heap, window, word) {
            Operated::Done => true,
            // The jump uses fuel, and without any the loop has to look at the world.
            Operated::Jump if self.fuel > 1 => {
                self.take_jump();
                true
            }
            _ => false,
        }
    }
}

/// A sum, difference, product or quotient of two floats, or of a float and a small int, where floats are objects: elsewhere
/// the loop itself has done it.
#[inline(never)]
pub(super) fn operate_on_floats(heap: &mut Heap, op: BinaryOp, a: Value, b: Value) -> Option<Value> {
    let of_int = |value: Value| value.as_small_int().map(|int| int as f64);
    let (x, y) = match (heap.float_inline(a), heap.float_inline(b)) {
        (Some(x), Some(y)) => (x, y),
        (Some(x), None) => (x, of_int(b)?),
        (None, Some(y)) => (of_int(a)?, y),
        (None, None) => return None,
    };
    if heap.wants_collection() {
        return None;
    }
    let result = match op {
        BinaryOp::Add => x + y,
        BinaryOp::Sub => x - y,
        BinaryOp::Mul => x * y,
        BinaryOp::TrueDiv if y != 0.0 => x / y,
        _ => return None,
    };
    heap.new_float_inline(result).ok()
}

/// Executes another instruction, if its operands are plain; whether it was done.
#[inline(never)]
fn execute_other(heap: &mut Heap, window: &mut [Value; WINDOW], word: u32) -> bool {
    let [b, c] = [field_b(word), field_c(word)].map(|register| window[register as usize]);
    if heap.wants_collection() {
        return false;
    }
    let result = match Opcode::of(word) {
        Opcode::Neg => direct::unary(heap, UnaryOp::Neg, b),
        Opcode::Invert => direct::unary(heap, UnaryOp::Invert, b),
        Opcode::NewDict => {
            registers(window, field_b(word), 2 * field_c(word) as usize).and_then(|pairs| heap.new_dict_of(pairs))
        }
        Opcode::NewSet => {
            registers(window, field_b(word), field_c(word) as usize).and_then(|items| heap.new_set_of(items))
        }
        Opcode::In => contains(heap, c, b).map(Value::bool),
        Opcode::NotIn => contains(heap, c, b).map(|found| Value::bool(!found)),
        _ if heap.kind(b) == Some(Kind::Instance) => None,
        _ => match operator(word) {
            Some(Operator::Binary(BinaryOp::Add, inplace)) => add(heap, inplace, b, c),
            Some(Operator::Binary(BinaryOp::Mul, _)) if !b.is_small_int() => multiply(heap, b, c),
            Some(Operator::Binary(op, _)) => compute(heap, op, b, c),
            Some(Operator::BinaryInt(BinaryOp::Mul, _)) if !b.is_small_int() => {
                multiply(heap, b, Value::small_int(i64::from(field_c(word) as i8)))
            }
            Some(Operator::BinaryInt(op, _)) => compute(heap, op, b, Value::small_int(i64::from(field_c(word) as i8))),
            Some(Operator::Compare(op)) => compare_plain(heap, op, b, c).map(Value::bool),
            _ => None,
        },
    };
    match result {
        Some(result) => {
            window[field_a(word) as usize] = result;
            true
        }
        None => false,
    }
}

/// So many registers from `first` on; nothing where they go beyond the window.
fn registers(window: &[Value; WINDOW], first: u8, count: usize) -> Option<&[Value]> {
    let first = usize::from(first);
    window.get(first..first + count)
}

/// An operator on ints of 64 bits.
#[inline(always)]
fn operate_on_ints(heap: &mut Heap, op: BinaryOp, x: Value, y: Value) -> Option<Value> {
    let result = machine_arithmetic(op, heap.int64(x)?, heap.int64(y)?)?;
    if heap.wants_collection() { None } else { heap.new_int(result).ok() }
}

/// An operator on an int of many digits and another int.
#[inline(always)]
fn operate_on_long_int(heap: &mut Heap, op: BinaryOp, x: Value, y: Value) -> Option<Value> {
    if heap.kind(x) != Some(Kind::Int) || heap.wants_collection() {
        return None;
    }
    direct::operate(heap, op, x, y)
}

/// An operator on numbers.
#[inline(always)]
fn compute(heap: &mut Heap, op: BinaryOp, x: Value, y: Value) -> Option<Value> {
    // A truth value beside an int counts as one; two of them may give another.
    if let (Some(a), Some(b)) = (small_or_truth(x), small_or_truth(y)) {
        let are_truths = x.is_bool() && y.is_bool();
        return if are_truths { None } else { heap.new_int(machine_arithmetic(op, a, b)?).ok() };
    }
    if let (Some(a), Some(b)) = (heap.int64(x), heap.int64(y))
        && let Some(result) = machine_arithmetic(op, a, b)
    {
        return heap.new_int(result).ok();
    }
    direct::operate(heap, op, x, y).or_else(|| plain_operation(heap, op, x, y))
}

/// An operator on numbers, and sums of texts and sequences, for native functions.
#[inline(never)]
pub(crate) fn plain_binary(heap: &mut Heap, op: BinaryOp, x: Value, y: Value) -> Option<Value> {
    if heap.kind(x) == Some(Kind::Instance) || heap.kind(y) == Some(Kind::Instance) || heap.wants_collection() {
        return None;
    }
    match op {
        BinaryOp::Add if heap.is_str(x) => heap.concat_str(x, y).ok()?,
        BinaryOp::Add => add(heap, false, x, y),
        _ => compute(heap, op, x, y),
    }
}

/// A truth value as an int.
#[inline(always)]
fn truth(value: Value) -> Option<i64> {
    match value {
        Value::FALSE => Some(0),
        Value::TRUE => Some(1),
        _ => None,
    }
}

/// A small int, or a truth value as one.
#[inline(always)]
fn small_or_truth(value: Value) -> Option<i64> {
    truth(value).or_else(|| value.as_small_int())
}

/// `+` of ints, bytes objects, lists and tuples.
#[inline(always)]
fn add(heap: &mut Heap, inplace: bool, x: Value, y: Value) -> Option<Value> {
    if let Some(sum) = compute(heap, BinaryOp::Add, x, y) {
        return Some(sum);
    }
    match heap.kind(x) {
        Some(Kind::Bytes) => heap.concat_bytes_objects(x, y).ok()?,
        // `+=` changes a list.
        Some(Kind::List) if inplace => None,
        _ => heap.concat_sequences(x, y).ok()?,
    }
}

/// `*` of a number, string or bytes object.
#[inline(always)]
fn multiply(heap: &mut Heap, x: Value, y: Value) -> Option<Value> {
    // What gets longer has to be looked at for the limits.
    const LONG: usize = 1 << 16;
    let Some(length) = heap.str_bytes(x).or_else(|| heap.bytes(x)).map(<[u8]>::len) else {
        return compute(heap, BinaryOp::Mul, x, y);
    };
    let count = usize::try_from(y.as_small_int()?).ok()?;
    length.checked_mul(count).filter(|&total| total <= LONG)?;
    if heap.is_str(x) { heap.repeat_string(x, count).ok() } else { heap.repeat_bytes(x, count).ok() }
}

/// Whether a list, tuple or dict's values have an item that is compared without running Python.
fn contains(heap: &Heap, container: Value, item: Value) -> Option<bool> {
    // A long search has to listen to Ctrl-C.
    const LONG: usize = 1 << 16;
    if let Some((kind, _, dict)) = heap.record_start(container)
        && TypeId(kind) == TypeId::DICT_VALUES
        && heap.kind(dict) == Some(Kind::Dict)
        && heap.table_entries(dict) <= LONG
    {
        for (_, candidate) in heap.entries(dict) {
            if candidate == item || heap.plain_equal(candidate, item)? {
                return Some(true);
            }
        }
        return Some(false);
    }
    if !matches!(heap.kind(container), Some(Kind::List | Kind::Tuple)) || heap.sequence_len(container) > LONG {
        return None;
    }
    for candidate in heap.items(container) {
        if candidate == item || heap.plain_equal(candidate, item)? {
            return Some(true);
        }
    }
    Some(false)
}

/// A comparison of single characters, or of other plain values.
#[inline(always)]
fn compare(heap: &Heap, op: CompareOp, x: Value, y: Value) -> Option<bool> {
    match (x.as_single_ascii(), y.as_single_ascii()) {
        (Some(a), Some(b)) => Some(op.holds(a.cmp(&b))),
        _ => compare_plain(heap, op, x, y),
    }
}

/// A comparison of any strings, and of tuples or lists of plain values.
#[inline(never)]
fn compare_plain(heap: &Heap, op: CompareOp, x: Value, y: Value) -> Option<bool> {
    const DEEPEST: u32 = 4;
    // Most tuples that are compared begin with different numbers.
    if let Some(first) = heap.tuple_item(x, 0)
        && first.is_small_int()
        && let Some((first, second)) = first.both_small_ints(heap.tuple_item(y, 0).unwrap_or(Value::UNBOUND))
        && first != second
    {
        return Some(op.holds(first.cmp(&second)));
    }
    if heap.kind(x) == Some(Kind::Instance) {
        return None;
    }
    if !matches!(heap.kind(x), Some(Kind::Tuple | Kind::List | Kind::Str))
        && let Some(answer) = direct::compare(heap, op, x, y)
    {
        return Some(answer);
    }
    if let (Some(a), Some(b)) = (heap.bytes(x), heap.bytes(y)) {
        let differs = op.is_equality() && a.len() != b.len();
        return Some(if differs { op == CompareOp::Ne } else { op.holds(a.cmp(b)) });
    }
    if !op.is_equality() {
        return plain_order(heap, x, y, DEEPEST).map(|order| op.holds(order));
    }
    if heap.kind(x) != Some(Kind::Tuple) || heap.kind(y) != Some(Kind::Tuple) {
        return None;
    }
    heap.plain_equal(x, y).map(|equal| equal == (op == CompareOp::Eq))
}

/// `dict[key] = value` for a dict and a key that is compared without running Python; whether it was done.
#[inline(never)]
pub(super) fn set_entry(heap: &mut Heap, dict: Value, key: Value, value: Value) -> bool {
    heap.kind(dict) == Some(Kind::Dict)
        && !heap.wants_collection()
        && heap.put(dict, key, value).is_ok_and(|put| put != Put::Unknown)
}

/// `list.append(item)`; whether it was done.
#[inline(never)]
pub(super) fn append(heap: &mut Heap, list: Value, item: Value) -> bool {
    !heap.wants_collection() && heap.kind(list) == Some(Kind::List) && heap.list_append(list, item).is_ok()
}

/// `set.add(element)` for an element that is compared without running Python; whether it was done.
#[inline(never)]
pub(super) fn add_element(heap: &mut Heap, set: Value, element: Value) -> bool {
    !heap.wants_collection() && add_plain(heap, set, element).is_some()
}

/// `ForPrepare` for what can be iterated over without running Python; whether it was done.
#[inline(never)]
pub(super) fn prepare_loop(heap: &mut Heap, window: &mut [Value; WINDOW], word: u32) -> bool {
    let iterable = window[field_b(word) as usize];
    if iterable.payload_of(Immediate::LoopPairs).is_some() {
        pairs::prepare(heap, window, word);
        return true;
    }
    if heap.wants_collection() {
        return false;
    }
    let Some(state) = plain_loop_state(heap, iterable) else { return false };
    for (offset, value) in (0..).zip(state) {
        window[field_a(word).wrapping_add(offset) as usize] = value;
    }
    true
}
