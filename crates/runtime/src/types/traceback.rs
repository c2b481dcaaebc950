//! `traceback`: where an exception passed; its fields are in `interpreter::unwind`.

use super::frame::last_instruction;
use crate::exceptions::raise;
use crate::interpreter::frame_objects::field as frame_field;
use crate::interpreter::traceback_field as field;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, getset, getter, method, static_method};
use crate::{Completion, Isolate, Value};
use alloc::format;

/// `traceback`.
pub(crate) static TRACEBACK: TypeSpec =
    TypeSpec::new("traceback", "(tb_next, tb_frame, tb_lasti, tb_lineno)\n--\n\nCreate a new traceback object.", ROWS)
        .with_flags(TypeFlags(0));

static ROWS: &[Row] = &[
    static_method("__new__", "($type, tb_next, tb_frame, tb_lasti, tb_lineno)", "Create a new traceback object.", new),
    method("__dir__", "($self, /)", "The names of the attributes.", dir),
    getset("tb_next", "the next traceback, nearer to where it was raised", next, set_next),
    getter("tb_frame", "the frame", frame),
    getter("tb_lasti", "the place of the instruction in the code's bytes", instruction),
    getter("tb_lineno", "the line", line),
];

fn of(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    Ok(iso.heap.field(this, index).or(Value::NONE))
}

fn c_int(iso: &mut Isolate, value: Value) -> Completion<i64> {
    let number = iso.index(value)?;
    match iso.as_i64(number).and_then(|number| i32::try_from(number).ok()) {
        Some(number) => Ok(i64::from(number)),
        None => Err(raise::overflow_error(iso, "Python int too large to convert to C int")),
    }
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, next, frame, instruction, line] = args else { return Err(raise::internal(iso)) };
    if iso.type_of(frame) != TypeId::FRAME.value() {
        let kind = super::str::argument_kind(iso, frame);
        return Err(raise::type_error(iso, &format!("traceback() argument 'tb_frame' must be frame, not {kind}")));
    }
    let (instruction, line) = (c_int(iso, instruction)?, c_int(iso, line)?);
    if !next.is_none() && iso.type_of(next) != TypeId::TRACEBACK.value() {
        let kind = iso.type_name(next);
        return Err(raise::type_error(iso, &format!("expected traceback object or None, got '{kind}'")));
    }
    let mut fields = [Value::UNBOUND; field::DEPTH];
    fields[field::NEXT] = next;
    fields[field::CODE] = iso.heap.field(frame, frame_field::CODE);
    fields[field::GLOBALS] = iso.heap.field(frame, frame_field::GLOBALS);
    let word = instruction.div_euclid(super::frame::WORD_BYTES).saturating_add(1).max(0);
    fields[field::PC] = Value::small_int(word);
    fields[field::FRAME] = frame;
    // A line of -1 is computed when somebody asks.
    fields[field::LINE] = if line == -1 { Value::UNBOUND } else { Value::small_int(line) };
    iso.new_record(TypeId::TRACEBACK, instruction as u32, &fields)
}

fn dir(iso: &mut Isolate, _: &[Value]) -> Completion {
    let list = iso.new_list(&[])?;
    for name in ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"] {
        let name = iso.intern(name)?;
        iso.heap.list_append(list, name)?;
    }
    Ok(list)
}

fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    of(iso, args, field::NEXT)
}

fn set_next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    if value.is_unbound() {
        return Err(raise::type_error(iso, "can't delete tb_next attribute"));
    }
    if !value.is_none() && iso.type_of(value) != TypeId::TRACEBACK.value() {
        let kind = iso.type_name(value);
        return Err(raise::type_error(iso, &format!("expected traceback object, got '{kind}'")));
    }
    let mut current = value;
    while !current.is_none() {
        if current == this {
            return Err(raise::value_error(iso, "traceback loop detected"));
        }
        current = iso.heap.field(current, field::NEXT).or(Value::NONE);
    }
    iso.heap.set_field(this, field::NEXT, value);
    Ok(Value::NONE)
}

fn line(iso: &mut Isolate, args: &[Value]) -> Completion {
    let own = of(iso, args, field::LINE)?;
    if !own.is_none() {
        return Ok(own);
    }
    let (code, pc) = (of(iso, args, field::CODE)?, of(iso, args, field::PC)?);
    let line = iso.position_of(code, pc.as_small_int().unwrap_or(0) as u32).line;
    Ok(if line == 0 { Value::NONE } else { Value::small_int(i64::from(line)) })
}

fn instruction(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    // One that a program made says what it was told.
    if iso.heap.field_count(this) == field::DEPTH && iso.heap.field(this, field::FRAME).given().is_some() {
        return Ok(Value::small_int(i64::from(iso.heap.number(this) as i32)));
    }
    let pc = of(iso, args, field::PC)?;
    Ok(last_instruction(pc.as_small_int().unwrap_or(0)))
}

fn frame(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    iso.traceback_frame(this)
}
