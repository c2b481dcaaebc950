//! `gc`: the collector.

use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `gc`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "gc",
    doc: "This module provides access to the garbage collector.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function(
        "collect",
        "(generation=2)",
        "Run the garbage collector.\n\nThe number of unreachable objects is returned.",
        collect,
    ),
    function("enable", "()", "Enable automatic garbage collection.", enable),
    function("disable", "()", "Disable automatic garbage collection.", disable),
    function("isenabled", "()", "Returns true if automatic garbage collection is enabled.", enabled),
    function("mem_alloc", "()", "Return the number of bytes of heap that are in use.", mem_alloc),
    function("mem_free", "()", "Return the number of bytes of heap that are free.", mem_free),
    function("get_count", "()", "Return a three-tuple of the current collection counts.", get_count),
    function(
        "threshold",
        "(amount=<unrepresentable>, /)",
        "After how many bytes of allocations a collection is due at the latest; -1 for no such limit.\n\n\
         With an amount, set it.",
        threshold,
    ),
];

fn collect(iso: &mut Isolate, _: &[Value]) -> Completion {
    let freed = iso.collect_and_finalize();
    iso.new_int(freed as i64)
}

fn enable(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.heap.set_collects_automatically(true);
    Ok(Value::NONE)
}

fn disable(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.heap.set_collects_automatically(false);
    Ok(Value::NONE)
}

fn enabled(iso: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::bool(iso.heap.collects_automatically()))
}

fn mem_alloc(iso: &mut Isolate, _: &[Value]) -> Completion {
    let used = iso.heap.statistics().used_bytes;
    iso.new_int(used as i64)
}

fn mem_free(iso: &mut Isolate, _: &[Value]) -> Completion {
    let statistics = iso.heap.statistics();
    let limit = if statistics.limit_bytes == usize::MAX { usize::MAX / 2 } else { statistics.limit_bytes };
    iso.new_int(limit.saturating_sub(statistics.used_bytes) as i64)
}

fn get_count(iso: &mut Isolate, _: &[Value]) -> Completion {
    let zero = Value::small_int(0);
    iso.new_tuple(&[zero, zero, zero])
}

fn threshold(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[amount] = args else { return Err(raise::internal(iso)) };
    if amount.is_unbound() {
        return match iso.heap.most_debt() {
            Some(bytes) => iso.new_int(bytes as i64),
            None => Ok(Value::small_int(-1)),
        };
    }
    let amount = iso.to_isize(amount)?;
    iso.heap.set_most_debt(usize::try_from(amount).ok());
    Ok(Value::NONE)
}
