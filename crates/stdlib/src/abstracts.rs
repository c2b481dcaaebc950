//! `_abc_answers`: what abstract base classes have found out, where the interpreter looks before it asks them again.

use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `_abc_answers`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_abc_answers",
    doc: "Answers of abstract base classes.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function(
        "remember",
        "(cls, of, instancecheck, subclasscheck, answer, /)",
        "Remember whether a class is a subclass of one with these two methods.",
        remember,
    ),
    function("forget", "()", "Forget all answers.", |iso, _| {
        iso.forget_answers();
        Ok(Value::NONE)
    }),
];

fn remember(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, of, instance_hook, subclass_hook, answer] = args else { return Err(raise::internal(iso)) };
    iso.remember_answer(class, of, [instance_hook, subclass_hook], answer == Value::TRUE);
    Ok(Value::NONE)
}
