//! `frame`: a running call, or one that is over; see `interpreter::frame_objects`.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::interpreter::frame_objects::{field, flag};
use crate::interpreter::generator::state;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, getset, getter, method};
use crate::{Completion, Isolate, Value, names};
use alloc::format;

/// `frame`.
pub(crate) static FRAME: TypeSpec = TypeSpec::new("frame", "", ROWS).with_flags(TypeFlags::NOT_CALLABLE);

static ROWS: &[Row] = &[
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method("__sizeof__", "($self, /)", "Return the size of the frame in memory, in bytes.", size_of),
    method("clear", "($self, /)", "Clear all references held by the frame.", clear),
    getter("f_back", "the calling frame, or None", back),
    getter("f_code", "the code object", code),
    getter("f_builtins", "the builtins", builtins),
    getter("f_globals", "the global variables", globals),
    getter("f_locals", "the local variables: setting an item sets the variable", locals),
    getset("f_lineno", "the line", line, set_line),
    getter("f_lasti", "the place of the last instruction in the code's bytes", instruction),
    getset("f_trace", "the function that is told of what happens in the frame", trace, set_trace),
    getset("f_trace_lines", "whether that function is told of each line", trace_lines, set_trace_lines),
    getset("f_trace_opcodes", "whether that function is told of each instruction", trace_opcodes, set_trace_opcodes),
    getter("f_generator", "the generator or coroutine whose frame it is, or None", generator),
];

/// Bytes that an instruction word takes in `co_code`.
pub(crate) const WORD_BYTES: i64 = (u32::BITS / 8) as i64;

fn this(iso: &mut Isolate, args: &[Value]) -> Completion {
    args.first().copied().ok_or_else(|| raise::internal(iso))
}

fn part(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    let this = this(iso, args)?;
    Ok(iso.heap.field(this, index).or(Value::NONE))
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    let line = line_of(iso, this);
    let (file, name) = match iso.code_of(iso.heap.field(this, field::CODE)) {
        Some(code) => (code.details().filename(), code.details().name()),
        None => (names::EMPTY, names::EMPTY),
    };
    let (file, name) = (iso.repr_text(file)?, iso.name_text(name));
    let address = iso.address_of(this);
    iso.new_str(&format!("<frame at 0x{address:x}, file {file}, line {line}, code {name}>"))
}

fn size_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    Ok(Value::small_int(iso.heap.size_of(this) as i64))
}

fn clear(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    let place = iso.heap.field(this, field::PLACE);
    if iso.stack_index_of(this).is_some() {
        return Err(raise::runtime_error(iso, "cannot clear an executing frame"));
    }
    if iso.heap.kind(place) == Some(Kind::Generator) {
        if iso.generator_state(place) != state::CREATED {
            return Err(raise::runtime_error(iso, "cannot clear a suspended frame"));
        }
        iso.close_generator(place)?;
    }
    iso.clear_frame_variables(this);
    Ok(Value::NONE)
}

fn back(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    iso.frame_behind(this)
}

fn code(iso: &mut Isolate, args: &[Value]) -> Completion {
    part(iso, args, field::CODE)
}

fn globals(iso: &mut Isolate, args: &[Value]) -> Completion {
    part(iso, args, field::GLOBALS)
}

fn builtins(iso: &mut Isolate, args: &[Value]) -> Completion {
    let globals = part(iso, args, field::GLOBALS)?;
    Ok(iso.builtins_of(globals))
}

fn locals(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    iso.locals_of_frame(this)
}

fn line_of(iso: &Isolate, frame: Value) -> i64 {
    let code = iso.heap.field(frame, field::CODE);
    match iso.frame_pc(frame) {
        // What has not started stands on its first line.
        0 => iso.code_of(code).map_or(0, |code| i64::from(code.details().first_line())),
        pc => i64::from(iso.position_of(code, pc).line),
    }
}

fn line(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    // A function that is told of a line sees it, though nothing of it has run.
    let told = iso.heap.field(this, field::LINE);
    if !told.is_unbound() && iso.is_being_traced(this) {
        return Ok(told);
    }
    Ok(Value::small_int(line_of(iso, this)))
}

fn set_line(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    if value.is_unbound() {
        return Err(raise::attribute_error_text(iso, "cannot delete attribute"));
    }
    if iso.type_of(value) != TypeId::INT.value() {
        return Err(raise::value_error(iso, "lineno must be an integer"));
    }
    let event = iso.told_event();
    if event != Some("line") || !iso.is_being_traced(this) {
        return Err(iso.refuse_jump(event));
    }
    match iso.as_i64(value).filter(|&line| i32::try_from(line).is_ok()) {
        Some(line) => iso.jump_to_line(this, line).map(|()| Value::NONE),
        None => Err(raise::value_error(iso, "lineno out of range")),
    }
}

fn instruction(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    Ok(last_instruction(i64::from(iso.frame_pc(this))))
}

/// The place in `co_code` of the word before a place.
pub(crate) fn last_instruction(pc: i64) -> Value {
    Value::small_int(pc.saturating_sub(1).max(0).saturating_mul(WORD_BYTES))
}

fn trace(iso: &mut Isolate, args: &[Value]) -> Completion {
    part(iso, args, field::TRACE)
}

fn set_trace(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    let value = if value.is_none() { Value::UNBOUND } else { value };
    iso.heap.set_field(this, field::TRACE, value);
    Ok(Value::NONE)
}

fn bit(iso: &mut Isolate, args: &[Value], bit: u32) -> Completion<bool> {
    let this = this(iso, args)?;
    Ok(iso.heap.number(this) & bit != 0)
}

fn set_bit(iso: &mut Isolate, args: &[Value], bit: u32, inverted: bool) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    if value.is_unbound() {
        return Err(raise::type_error(iso, "cannot delete attribute"));
    }
    if !value.is_bool() {
        return Err(raise::type_error(iso, "attribute value type must be bool"));
    }
    let flags = iso.heap.number(this);
    let on = (value == Value::TRUE) != inverted;
    iso.heap.set_number(this, if on { flags | bit } else { flags & !bit });
    Ok(Value::NONE)
}

fn trace_lines(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(Value::bool(!bit(iso, args, flag::NO_LINES)?))
}

fn set_trace_lines(iso: &mut Isolate, args: &[Value]) -> Completion {
    set_bit(iso, args, flag::NO_LINES, true)
}

fn trace_opcodes(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(Value::bool(bit(iso, args, flag::OPCODES)?))
}

fn set_trace_opcodes(iso: &mut Isolate, args: &[Value]) -> Completion {
    set_bit(iso, args, flag::OPCODES, false)
}

fn generator(iso: &mut Isolate, args: &[Value]) -> Completion {
    let place = part(iso, args, field::PLACE)?;
    Ok(if iso.heap.kind(place) == Some(Kind::Generator) { place } else { Value::NONE })
}
