//! How functions and types written in Rust are declared and called.
//!
//! A builtin is one row: its name, its signature as CPython prints it, its documentation for a learner, and its
//! Rust function. From the signature's text come argument binding, CPython's error messages, `help()` and
//! `inspect.signature`.
//!
//! A native function gets one value for each parameter of its signature, in the order positional, keyword-only,
//! `*args` (a tuple), `**keywords` (a dict); an argument that was not given is `Value::UNBOUND`. A method's first
//! argument is `self`: for an instance of a Python subclass of a builtin type it is the builtin object inside,
//! except for rows made with `raw_method`.
//!
//! Rules for native code:
//! * what it allocated itself, and what a call of Python gave it, stays alive until it returns (the isolate keeps
//!   a list); values it read out of containers do not, if Python code ran in between: use [`Isolate::keep`];
//! * it must not hold anything about a container (length, entry number) over a call of Python.
//!
//! [`Isolate::keep`]: crate::Isolate::keep

mod arguments;
mod reach;
pub(crate) mod signature;
mod spec;

pub use arguments::Keywords;
pub use reach::Reach;
pub use signature::{Parameter, ParameterKind, Signature, parameters};
pub use spec::{
    ModuleSpec, NativeFunction, Row, RowKind, Shortcut, TypeFlags, TypeId, TypeSpec, class_method, constant, function,
    getset, getter, method, raw_method, static_method,
};
pub(crate) use spec::{RowTable, row_table};
