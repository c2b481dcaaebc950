//! `_operator`: the operators of the language as functions, and objects that get items, attributes or call methods.

mod functions;
mod getters;
mod method_caller;

use alloc::vec::Vec;
use ferropy_runtime::native::{ModuleSpec, Reach, Row, Shortcut, function};
use ferropy_runtime::{BinaryOp, CompareOp, Completion, Isolate, UnaryOp, Value, raise};
use functions::{
    binary, call, compare, compare_digest, concat, concat_in_place, contains, count_of, delete_item, get_item,
    identical, in_place, index, index_of, is_none, length_hint, set_item, size, truth, unary,
};

/// `_operator`; `operator` shows all of it.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_operator",
    doc: "Operator interface.\n\nThis module exports a set of functions corresponding to the operators of Python: \
          operator.add(x, y) is x + y.",
    rows: ROWS,
    types: &[&getters::ITEM_GETTER, &getters::ATTRIBUTE_GETTER, &method_caller::METHOD_CALLER],
    initialize: Some(initialize),
    frozen: None,
};

const TWO: &str = "($module, a, b, /)";
const ONE: &str = "($module, a, /)";

/// Whether there are short cuts: boards would pay with flash.
const HAS_SHORTCUTS: bool = cfg!(not(target_os = "none"));

/// A row with a short cut.
const fn quick(row: Row, shortcut: Shortcut) -> Row {
    if HAS_SHORTCUTS { row.with_shortcut(shortcut) } else { row }
}

/// An operator on plain values.
fn operate(reach: &mut Reach<'_>, args: &[Value], op: BinaryOp) -> Option<Value> {
    match *args {
        [a, b] => reach.binary(op, a, b),
        _ => None,
    }
}

const ROWS: &[Row] = &[
    function("lt", TWO, "Same as a < b.", |iso, args| compare(iso, args, CompareOp::Lt)),
    function("le", TWO, "Same as a <= b.", |iso, args| compare(iso, args, CompareOp::Le)),
    function("eq", TWO, "Same as a == b.", |iso, args| compare(iso, args, CompareOp::Eq)),
    function("ne", TWO, "Same as a != b.", |iso, args| compare(iso, args, CompareOp::Ne)),
    function("gt", TWO, "Same as a > b.", |iso, args| compare(iso, args, CompareOp::Gt)),
    function("ge", TWO, "Same as a >= b.", |iso, args| compare(iso, args, CompareOp::Ge)),
    function("not_", ONE, "Same as not a.", |iso, args| truth(iso, args, true)),
    function("truth", ONE, "Return True if a is true, False otherwise.", |iso, args| truth(iso, args, false)),
    function("is_", TWO, "Same as a is b.", |iso, args| identical(iso, args, true)),
    function("is_not", TWO, "Same as a is not b.", |iso, args| identical(iso, args, false)),
    function("is_none", ONE, "Same as a is None.", |iso, args| is_none(iso, args, true)),
    function("is_not_none", ONE, "Same as a is not None.", |iso, args| is_none(iso, args, false)),
    function("abs", ONE, "Same as abs(a).", size),
    quick(function("add", TWO, "Same as a + b.", |iso, args| binary(iso, args, BinaryOp::Add)), |reach, args| {
        operate(reach, args, BinaryOp::Add)
    }),
    quick(function("and_", TWO, "Same as a & b.", |iso, args| binary(iso, args, BinaryOp::And)), |reach, args| {
        operate(reach, args, BinaryOp::And)
    }),
    quick(
        function("floordiv", TWO, "Same as a // b.", |iso, args| binary(iso, args, BinaryOp::FloorDiv)),
        |reach, args| operate(reach, args, BinaryOp::FloorDiv),
    ),
    function("index", ONE, "Same as a.__index__().", index),
    function("inv", ONE, "Same as ~a.", |iso, args| unary(iso, args, UnaryOp::Invert)),
    function("invert", ONE, "Same as ~a.", |iso, args| unary(iso, args, UnaryOp::Invert)),
    function("lshift", TWO, "Same as a << b.", |iso, args| binary(iso, args, BinaryOp::LShift)),
    quick(function("mod", TWO, "Same as a % b.", |iso, args| binary(iso, args, BinaryOp::Mod)), |reach, args| {
        operate(reach, args, BinaryOp::Mod)
    }),
    quick(function("mul", TWO, "Same as a * b.", |iso, args| binary(iso, args, BinaryOp::Mul)), |reach, args| {
        operate(reach, args, BinaryOp::Mul)
    }),
    function("matmul", TWO, "Same as a @ b.", |iso, args| binary(iso, args, BinaryOp::MatMul)),
    function("neg", ONE, "Same as -a.", |iso, args| unary(iso, args, UnaryOp::Neg)),
    quick(function("or_", TWO, "Same as a | b.", |iso, args| binary(iso, args, BinaryOp::Or)), |reach, args| {
        operate(reach, args, BinaryOp::Or)
    }),
    function("pos", ONE, "Same as +a.", |iso, args| unary(iso, args, UnaryOp::Pos)),
    function("pow", TWO, "Same as a ** b.", |iso, args| binary(iso, args, BinaryOp::Pow)),
    function("rshift", TWO, "Same as a >> b.", |iso, args| binary(iso, args, BinaryOp::RShift)),
    quick(function("sub", TWO, "Same as a - b.", |iso, args| binary(iso, args, BinaryOp::Sub)), |reach, args| {
        operate(reach, args, BinaryOp::Sub)
    }),
    quick(
        function("truediv", TWO, "Same as a / b.", |iso, args| binary(iso, args, BinaryOp::TrueDiv)),
        |reach, args| operate(reach, args, BinaryOp::TrueDiv),
    ),
    quick(function("xor", TWO, "Same as a ^ b.", |iso, args| binary(iso, args, BinaryOp::Xor)), |reach, args| {
        operate(reach, args, BinaryOp::Xor)
    }),
    function("concat", TWO, "Same as a + b, for a and b sequences.", concat),
    function("contains", TWO, "Same as b in a (note reversed operands).", contains),
    function("countOf", TWO, "Return the number of items in a which are, or which equal, b.", count_of),
    function("delitem", TWO, "Same as del a[b].", delete_item),
    quick(function("getitem", TWO, "Same as a[b].", get_item), |reach, args| match *args {
        [object, key] => reach.get_item(object, key),
        _ => None,
    }),
    function("indexOf", TWO, "Return the first index of b in a.", index_of),
    function("setitem", "($module, a, b, c, /)", "Same as a[b] = c.", set_item),
    function(
        "length_hint",
        "($module, obj, default=0, /)",
        "Return an estimate of the number of items in obj, or the default value.",
        length_hint,
    ),
    function("call", "(obj, /, *args, **kwargs)", "Same as obj(*args, **kwargs).", call),
    function("iadd", TWO, "Same as a += b.", |iso, args| in_place(iso, args, BinaryOp::Add)),
    function("iand", TWO, "Same as a &= b.", |iso, args| in_place(iso, args, BinaryOp::And)),
    function("iconcat", TWO, "Same as a += b, for a and b sequences.", concat_in_place),
    function("ifloordiv", TWO, "Same as a //= b.", |iso, args| in_place(iso, args, BinaryOp::FloorDiv)),
    function("ilshift", TWO, "Same as a <<= b.", |iso, args| in_place(iso, args, BinaryOp::LShift)),
    function("imod", TWO, "Same as a %= b.", |iso, args| in_place(iso, args, BinaryOp::Mod)),
    function("imul", TWO, "Same as a *= b.", |iso, args| in_place(iso, args, BinaryOp::Mul)),
    function("imatmul", TWO, "Same as a @= b.", |iso, args| in_place(iso, args, BinaryOp::MatMul)),
    function("ior", TWO, "Same as a |= b.", |iso, args| in_place(iso, args, BinaryOp::Or)),
    function("ipow", TWO, "Same as a **= b.", |iso, args| in_place(iso, args, BinaryOp::Pow)),
    function("irshift", TWO, "Same as a >>= b.", |iso, args| in_place(iso, args, BinaryOp::RShift)),
    function("isub", TWO, "Same as a -= b.", |iso, args| in_place(iso, args, BinaryOp::Sub)),
    function("itruediv", TWO, "Same as a /= b.", |iso, args| in_place(iso, args, BinaryOp::TrueDiv)),
    function("ixor", TWO, "Same as a ^= b.", |iso, args| in_place(iso, args, BinaryOp::Xor)),
    function(
        "_compare_digest",
        TWO,
        "Return 'a == b', in a time that does not tell how much of them is equal.",
        compare_digest,
    ),
];

/// What has no name with underscores.
const PLAIN: &[&str] =
    &["truth", "is_", "is_not", "is_none", "is_not_none", "countOf", "indexOf", "length_hint", "_compare_digest"];

/// The names with underscores of the special methods, and `__all__`.
fn initialize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[module] = args else { return Err(raise::internal(iso)) };
    let dict = iso.module_dict(module);
    let mut all = Vec::new();
    for row in ROWS {
        let name = iso.intern(row.name)?;
        let Some(function) = iso.heap.dict_get_name(dict, name) else { continue };
        if !row.name.starts_with('_') {
            all.push(name);
        }
        if !PLAIN.contains(&row.name) {
            let special = iso.intern(&alloc::format!("__{}__", row.name.trim_end_matches('_')))?;
            iso.heap.dict_set_plain(dict, special, function)?;
        }
    }
    for name in ["itemgetter", "attrgetter", "methodcaller"] {
        all.push(iso.intern(name)?);
    }
    let (name, all) = (iso.intern("__all__")?, iso.new_list(&all)?);
    iso.heap.dict_set_plain(dict, name, all)?;
    Ok(Value::NONE)
}
