//! `tee`: several iterators over what one gives.
//!
//! What was read lies in a chain of links, one for each item. Each of the iterators holds the link whose item it gives
//! next; a link that all of them have passed is held by nobody.

use super::{ITER, NEXT, itself, make, this};
use alloc::vec::Vec;
use ferropy_runtime::native::{Row, TypeFlags, TypeSpec, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// One of the iterators: field 0 is its link.
pub(super) static TEE: TypeSpec = TypeSpec::new("_tee", "Iterator wrapped to make it copyable.", ROWS)
    .in_module("itertools")
    .with_flags(TypeFlags(0));

const ROWS: &[Row] = &[
    static_method("__new__", "($type, iterable, /)", "Make an iterator that can be copied.", new),
    method("__iter__", "($self, /)", ITER, itself),
    method("__next__", "($self, /)", NEXT, next),
    method("__copy__", "($self, /)", "Returns an independent iterator.", copy),
];

/// A link: the iterator below, its item (Unbound before it is read), the next link (None before). The number is 1 while
/// the item is being read.
pub(super) static LINK: TypeSpec = TypeSpec::new("_tee_dataobject", "Items that were read for several iterators.", &[])
    .in_module("itertools")
    .with_flags(TypeFlags::NOT_CALLABLE);

fn new_link(iso: &mut Isolate, iterator: Value) -> Completion {
    let Some(id) = iso.find_type(&LINK) else { return Err(raise::internal(iso)) };
    iso.new_record(id, 0, &[iterator, Value::UNBOUND, Value::NONE])
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, iterable] = args else { return Err(raise::internal(iso)) };
    let iterator = iso.iterate(iterable)?;
    let link = link_of(iso, iterator)?;
    make(iso, class, &TEE, 0, &[link])
}

/// The link to start from: that of another such iterator, or a fresh one.
fn link_of(iso: &mut Isolate, iterator: Value) -> Completion {
    let is_tee = iso.find_type(&TEE).is_some_and(|id| iso.is_instance_of(iterator, id));
    if is_tee { Ok(iso.heap.field(iterator, 0)) } else { new_link(iso, iterator) }
}

/// `tee(iterable, n=2)`.
pub(super) fn tee(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[iterable, count] = args else { return Err(raise::internal(iso)) };
    let count = match count.given() {
        Some(count) => iso.to_isize(count)?,
        None => 2,
    };
    let Ok(count) = usize::try_from(count) else { return Err(raise::value_error(iso, "n must be >= 0")) };
    if count == 0 {
        return iso.new_tuple(&[]);
    }
    let iterator = iso.iterate(iterable)?;
    let link = link_of(iso, iterator)?;
    let Some(id) = iso.find_type(&TEE) else { return Err(raise::internal(iso)) };
    let mut tees = Vec::new();
    tees.try_reserve_exact(count).map_err(|_| raise::memory_error(iso))?;
    for _ in 0..count {
        tees.push(iso.new_record(id, 0, &[link])?);
    }
    iso.new_tuple(&tees)
}

fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    let link = iso.heap.field(this, 0);
    if iso.heap.field(link, 1).is_unbound() {
        if iso.heap.number(link) == 1 {
            return Err(raise::runtime_error(iso, "cannot re-enter the tee iterator"));
        }
        let iterator = iso.heap.field(link, 0);
        iso.keep(link);
        iso.heap.set_number(link, 1);
        let read = iso.next(iterator);
        iso.heap.set_number(link, 0);
        let Some(item) = read? else { return Ok(Value::UNBOUND) };
        let following = new_link(iso, iterator)?;
        iso.heap.set_field(link, 1, item);
        iso.heap.set_field(link, 2, following);
    }
    let (item, following) = (iso.heap.field(link, 1), iso.heap.field(link, 2));
    iso.heap.set_field(this, 0, following);
    Ok(item)
}

fn copy(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    let link = iso.heap.field(this, 0);
    let Some(id) = iso.find_type(&TEE) else { return Err(raise::internal(iso)) };
    iso.new_record(id, 0, &[link])
}
