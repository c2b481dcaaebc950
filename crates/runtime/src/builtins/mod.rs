//! The module `builtins`: functions by group, and the names of types and exceptions.

pub(crate) mod compile;
pub(crate) mod construct;
mod execution;
mod functions;
mod reductions;
mod serial_line;
pub(crate) mod shortcuts;
mod warnings;

pub(crate) use functions::{len, next};
pub(crate) use reductions::lost_in_sum;

use crate::native::{ModuleSpec, TypeFlags, TypeId};
use crate::types;
use crate::{Completion, Isolate, Value, names};

/// `builtins`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "builtins",
    doc: "Built-in functions, types, exceptions, and other objects.",
    rows: functions::ROWS,
    types: &[],
    initialize: Some(initialize),
    frozen: None,
};

/// The rest of the functions: a table of their own, so that each file keeps its rows.
pub(crate) static EXECUTION: ModuleSpec = ModuleSpec {
    name: "_execution",
    doc: "The functions of builtins that compile and execute.",
    rows: execution::ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

/// What `builtins` has beside functions and types: `__debug__`, singletons, aliases, what a prompt adds.
const OTHERS: usize = 20;

/// Types that `builtins` shows although they are no exceptions.
const TYPES: [TypeId; 26] = [
    TypeId::OBJECT,
    TypeId::TYPE,
    TypeId::INT,
    TypeId::BOOL,
    TypeId::FLOAT,
    TypeId::COMPLEX,
    TypeId::STR,
    TypeId::BYTES,
    TypeId::BYTEARRAY,
    TypeId::MEMORYVIEW,
    TypeId::LIST,
    TypeId::TUPLE,
    TypeId::DICT,
    TypeId::SET,
    TypeId::FROZENSET,
    TypeId::RANGE,
    TypeId::SLICE,
    TypeId::ENUMERATE,
    TypeId::ZIP,
    TypeId::MAP,
    TypeId::FILTER,
    TypeId::REVERSED,
    TypeId::CLASS_METHOD,
    TypeId::STATIC_METHOD,
    TypeId::PROPERTY,
    TypeId::SUPER,
];

fn initialize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[module] = args else { return Ok(Value::NONE) };
    let dict = iso.module_dict(module);
    let exceptions = types::CORE.iter().filter(|spec| spec.flags.has(TypeFlags::EXCEPTION)).count();
    iso.heap.reserve_entries(dict, execution::ROWS.len() + TYPES.len() + exceptions + OTHERS)?;
    if let Some(index) = iso.modules.iter().position(|&spec| core::ptr::eq(spec, &EXECUTION)) {
        let table = iso.module_table(index);
        for (number, row) in execution::ROWS.iter().enumerate() {
            let name = iso.intern(row.name)?;
            iso.heap.dict_set_plain(dict, name, Value::native(table as u16, number as u16))?;
        }
    }
    for id in TYPES {
        add_type(iso, dict, id)?;
    }
    for number in 0..types::CORE.len() as u16 {
        let id = TypeId(number);
        if iso.is_subtype(id.value(), TypeId::BASE_EXCEPTION.value()) {
            add_type(iso, dict, id)?;
        }
    }
    for alias in ["EnvironmentError", "IOError"] {
        let name = iso.intern(alias)?;
        iso.heap.dict_set_plain(dict, name, TypeId::OS_ERROR.value())?;
    }
    for (name, value) in [("Ellipsis", Value::ELLIPSIS), ("NotImplemented", Value::NOT_IMPLEMENTED)] {
        let name = iso.intern(name)?;
        iso.heap.dict_set_plain(dict, name, value)?;
    }
    for (name, value) in [("None", Value::NONE), ("True", Value::TRUE), ("False", Value::FALSE)] {
        let name = iso.intern(name)?;
        iso.heap.dict_set_plain(dict, name, value)?;
    }
    let debug = Value::bool(iso.optimize == 0);
    iso.heap.dict_set_plain(dict, names::__debug__, debug)?;
    Ok(Value::NONE)
}

fn add_type(iso: &mut Isolate, dict: Value, id: TypeId) -> Completion<()> {
    let Some(spec) = iso.type_spec(id.value()) else { return Ok(()) };
    let name = iso.intern(spec.name)?;
    iso.heap.dict_set_plain(dict, name, id.value())?;
    Ok(())
}
