//! `errno`: the names of error numbers.

use ferropy_platform::error::TABLE;
use ferropy_runtime::native::ModuleSpec;
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `errno`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "errno",
    doc: "This module makes available standard errno system symbols.",
    rows: &[],
    types: &[],
    initialize: Some(initialize),
    frozen: None,
};

fn initialize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[module] = args else { return Err(raise::internal(iso)) };
    let dict = iso.module_dict(module);
    let codes = iso.new_dict()?;
    for &(code, name, _) in TABLE {
        let name = iso.intern(name)?;
        let code = Value::small_int(i64::from(code));
        iso.heap.dict_set_plain(dict, name, code)?;
        iso.heap.dict_set_plain(codes, code, name)?;
    }
    for (alias, name) in [("EWOULDBLOCK", "EAGAIN"), ("EDEADLK", "EDEADLOCK"), ("EOPNOTSUPP", "ENOTSUP")] {
        let name = iso.intern(name)?;
        let alias = iso.intern(alias)?;
        if let Some(code) = iso.heap.dict_get_name(dict, name) {
            iso.heap.dict_set_plain(dict, alias, code)?;
        }
    }
    let name = iso.intern("errorcode")?;
    iso.heap.dict_set_plain(dict, name, codes)?;
    Ok(Value::NONE)
}
