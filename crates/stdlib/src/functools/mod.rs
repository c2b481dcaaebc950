//! `_functools`: the parts of `functools` that are called often. The rest is Python.

mod cache;
mod key;
mod partial;

use ferropy_runtime::native::{ModuleSpec, Row, TypeId, function};
use ferropy_runtime::{Completion, Isolate, Value, names, raise};

/// `_functools`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_functools",
    doc: "The parts of functools that are called often.",
    rows: ROWS,
    types: &[&partial::PARTIAL, &cache::CACHE, &key::KEY],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function(
        "reduce",
        "($module, function, iterable, /, initial=<unrepresentable>)",
        "Apply a function of two arguments cumulatively to the items of an iterable, from left to right.\n\n\
         This reduces the iterable to a single value. For example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5])\n\
         calculates ((((1 + 2) + 3) + 4) + 5). If initial is present, it is placed before the items.",
        reduce,
    ),
    function("find_result", "(cache, args, kwargs, /)", "What lru_cache remembers for arguments.", cache::find)
        .with_shortcut(cache::find_quickly),
    function("cmp_to_key", "($module, /, mycmp)", "Convert a cmp= function into a key= function.", key::cmp_to_key),
];

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[function, iterable, initial] = args else { return Err(raise::internal(iso)) };
    let iterator = match iso.iterate(iterable) {
        Ok(iterator) => iterator,
        Err(_) if iso.raised_is(TypeId::TYPE_ERROR) && iso.lookup_special(iterable, names::__iter__).is_none() => {
            iso.take_exception();
            return Err(raise::type_error(iso, "reduce() arg 2 must support iteration"));
        }
        Err(raised) => return Err(raised),
    };
    let mut total = initial.given();
    loop {
        let result = iso.scope(|iso| {
            if let Some(total) = total {
                iso.keep(total);
            }
            let Some(item) = iso.next(iterator)? else { return Ok(None) };
            match total {
                Some(before) => iso.call(function, &[before, item]).map(Some),
                None => Ok(Some(item)),
            }
        })?;
        match result {
            Some(result) => total = Some(result),
            None => break,
        }
    }
    total.ok_or_else(|| raise::type_error(iso, "reduce() of empty iterable with no initial value"))
}
