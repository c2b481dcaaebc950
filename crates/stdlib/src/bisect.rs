//! `_bisect`: places in sorted sequences.

use ferropy_runtime::heap::Kind;
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{CompareOp, Completion, Isolate, Value, names, raise};

/// `_bisect`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_bisect",
    doc: "Places in sorted sequences.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const SIGNATURE: &str = "($module, /, a, x, lo=0, hi=None, *, key=None)";

const ROWS: &[Row] = &[
    function(
        "bisect_right",
        SIGNATURE,
        "Return the index where to insert item x in list a, assuming a is sorted.\n\n\
         If x is in the list already, the index is that behind the last x.",
        |iso, args| place(iso, args, true),
    ),
    function(
        "bisect_left",
        SIGNATURE,
        "Return the index where to insert item x in list a, assuming a is sorted.\n\n\
         If x is in the list already, the index is that of the first x.",
        |iso, args| place(iso, args, false),
    ),
    function(
        "insort_right",
        SIGNATURE,
        "Insert item x in list a, and keep it sorted assuming a is sorted.\n\n\
         If x is in the list already, it is put behind the last x.",
        |iso, args| insert(iso, args, true),
    ),
    function(
        "insort_left",
        SIGNATURE,
        "Insert item x in list a, and keep it sorted assuming a is sorted.\n\n\
         If x is in the list already, it is put before the first x.",
        |iso, args| insert(iso, args, false),
    ),
];

/// What stands for None where an upper end is a number.
const TO_THE_END: i64 = -1;

fn upper_end(iso: &mut Isolate, value: Value) -> Completion<i64> {
    if value.is_none() {
        return Ok(TO_THE_END);
    }
    if iso.lookup_special(value, names::__index__).is_none() {
        let kind = iso.type_name(value);
        let message = alloc::format!("argument should be integer or None, not '{kind}'");
        return Err(raise::type_error(iso, &message));
    }
    let int = iso.index(value)?;
    match iso.as_i64(int) {
        Some(int) => Ok(int),
        None => {
            let kind = iso.type_name(value);
            let message = alloc::format!("cannot fit '{kind}' into an index-sized integer");
            Err(raise::overflow_error(iso, &message))
        }
    }
}

/// The place of an item whose rank is known, between two indices.
fn search(iso: &mut Isolate, args: &[Value], rank: Value, right: bool) -> Completion<i64> {
    let &[sequence, _, low, high, key] = args else { return Err(raise::internal(iso)) };
    if iso.heap.kind(iso.unwrap(sequence)) == Some(Kind::Dict) {
        let kind = iso.type_name(sequence);
        return Err(raise::type_error(iso, &alloc::format!("{kind} is not a sequence")));
    }
    let low = match low.given() {
        Some(low) => iso.to_isize(low)?,
        None => 0,
    };
    let high = upper_end(iso, high.or(Value::NONE))?;
    if low < 0 {
        return Err(raise::value_error(iso, "lo must be non-negative"));
    }
    let high = if high == TO_THE_END { iso.len(sequence)? as i64 } else { high };
    if iso.lookup_special(sequence, names::__getitem__).is_none() {
        let kind = iso.type_name(sequence);
        return Err(raise::type_error(iso, &alloc::format!("'{kind}' object does not support indexing")));
    }
    let key = key.or(Value::NONE);
    let (mut low, mut high) = (low, high);
    while low < high {
        let middle = low + (high - low) / 2;
        let before = iso.scope(|iso| {
            let index = iso.new_int(middle)?;
            let item = match iso.heap.kind(sequence) {
                Some(Kind::List | Kind::Tuple) => iso.heap.sequence_item(sequence, middle as usize),
                _ => None,
            };
            let item = match item {
                Some(item) => iso.keep(item),
                None => iso.get_item(sequence, index)?,
            };
            let other = if key.is_none() { item } else { iso.call(key, &[item])? };
            let answer =
                if right { iso.compare(CompareOp::Lt, rank, other)? } else { iso.compare(CompareOp::Lt, other, rank)? };
            Completion::Ok(iso.is_true(answer)? != right)
        })?;
        if before {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

fn place(iso: &mut Isolate, args: &[Value], right: bool) -> Completion {
    let Some(&rank) = args.get(1) else { return Err(raise::internal(iso)) };
    let place = search(iso, args, rank, right)?;
    iso.new_int(place)
}

fn insert(iso: &mut Isolate, args: &[Value], right: bool) -> Completion {
    let &[sequence, item, _, _, key] = args else { return Err(raise::internal(iso)) };
    let rank = match key.or(Value::NONE) {
        Value::NONE => item,
        key => iso.call(key, &[item])?,
    };
    let place = search(iso, args, rank, right)?;
    if iso.heap.kind(sequence) == Some(Kind::List) {
        let place = usize::try_from(place).unwrap_or(0).min(iso.heap.sequence_len(sequence));
        iso.heap.splice_list(sequence, place, place, &[item])?;
        return Ok(Value::NONE);
    }
    let place = iso.new_int(place)?;
    iso.call_method(sequence, names::insert, &[place, item])?;
    Ok(Value::NONE)
}
