//! Tracebacks and frames, as objects.

use crate::exceptions::raise;
use crate::interpreter::traceback_field as field;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, getset, getter, method};
use crate::{Completion, Isolate, Value};
use alloc::format;

/// `traceback`; its fields are in `interpreter::unwind`.
pub(crate) static TRACEBACK: TypeSpec =
    TypeSpec::new("traceback", "Create a new traceback object.", TRACEBACK_ROWS).with_flags(TypeFlags::NOT_CALLABLE);
/// `frame`: fields are the code, the word behind the instruction, the globals, the frame before. A snapshot.
pub(crate) static FRAME: TypeSpec = TypeSpec::new("frame", "", FRAME_ROWS).with_flags(TypeFlags::NOT_CALLABLE);

const TRACEBACK_ROWS: &[Row] = &[
    getset("tb_next", "the next traceback, nearer to where it was raised", next, set_next),
    getter("tb_lineno", "the line", line),
    getter("tb_lasti", "the instruction", instruction),
    getter("tb_frame", "the frame", frame),
];

const FRAME_ROWS: &[Row] = &[
    method("__repr__", "($self, /)", "Return repr(self).", frame_repr),
    method("clear", "($self, /)", "Clear all references held by the frame.", nothing),
    getter("f_code", "the code object", frame_code),
    getter("f_lineno", "the line", frame_line),
    getter("f_lasti", "the instruction", frame_instruction),
    getter("f_globals", "the global variables", frame_globals),
    getter("f_builtins", "the builtins", frame_builtins),
    getter("f_back", "the calling frame", frame_back),
];

fn of(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    Ok(iso.heap.field(this, index).or(Value::NONE))
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

fn place(iso: &mut Isolate, code: Value, pc: Value) -> Completion {
    let pc = pc.as_small_int().unwrap_or(0) as u32;
    let line = iso.position_of(code, pc).line;
    Ok(Value::small_int(i64::from(line)))
}

fn line(iso: &mut Isolate, args: &[Value]) -> Completion {
    let own = of(iso, args, field::LINE)?;
    if !own.is_none() {
        return Ok(own);
    }
    let (code, pc) = (of(iso, args, field::CODE)?, of(iso, args, field::PC)?);
    place(iso, code, pc)
}

fn instruction(iso: &mut Isolate, args: &[Value]) -> Completion {
    of(iso, args, field::PC)
}

fn frame(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    if let Some(frame) = iso.heap.field(this, field::FRAME).given() {
        return Ok(frame);
    }
    let part = |iso: &Isolate, index: usize| iso.heap.field(this, index);
    let fields = [part(iso, field::CODE), part(iso, field::PC), part(iso, field::GLOBALS), Value::NONE];
    let frame = iso.new_record(TypeId::FRAME, 0, &fields)?;
    iso.heap.set_field(this, field::FRAME, frame);
    Ok(frame)
}

impl Isolate {
    /// A frame object for a running frame, `depth` calls outwards of the innermost; None if there are fewer. It shows
    /// where the frames stand now, not where they will stand later.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn frame_object(&mut self, depth: usize) -> Completion<Option<Value>> {
        let Some(count) = self.thread.frames.len().checked_sub(depth) else { return Ok(None) };
        let mut object = None;
        for index in 0..count {
            let Some(&frame) = self.thread.frames.get(index) else { break };
            let code = self.codes.get(frame.code).map_or(Value::NONE, |code| code.object);
            let (pc, globals) = (Value::small_int(i64::from(frame.pc)), Value::handle(frame.globals));
            let fields = [code, pc, globals, object.unwrap_or(Value::NONE)];
            object = Some(self.new_record(TypeId::FRAME, 0, &fields)?);
        }
        Ok(object)
    }
}

fn nothing(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::NONE)
}

fn frame_repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    let line = frame_line(iso, args)?.as_small_int().unwrap_or(0);
    let (file, name) = match iso.code_of(iso.heap.field(this, 0)) {
        Some(code) => (iso.name_text(code.details.filename), iso.name_text(code.details.name)),
        None => Default::default(),
    };
    let address = iso.address_of(this);
    iso.new_str(&format!("<frame at 0x{address:x}, file '{file}', line {line}, code {name}>"))
}

fn frame_code(iso: &mut Isolate, args: &[Value]) -> Completion {
    of(iso, args, 0)
}

fn frame_line(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (code, pc) = (of(iso, args, 0)?, of(iso, args, 1)?);
    // A generator that has not started stands on its first line.
    if pc == Value::small_int(0)
        && let Some(code) = iso.code_of(code)
    {
        return Ok(Value::small_int(i64::from(code.details.first_line)));
    }
    place(iso, code, pc)
}

fn frame_instruction(iso: &mut Isolate, args: &[Value]) -> Completion {
    of(iso, args, 1)
}

fn frame_globals(iso: &mut Isolate, args: &[Value]) -> Completion {
    of(iso, args, 2)
}

fn frame_builtins(iso: &mut Isolate, args: &[Value]) -> Completion {
    let globals = of(iso, args, 2)?;
    Ok(iso.builtins_of(globals))
}

fn frame_back(iso: &mut Isolate, args: &[Value]) -> Completion {
    of(iso, args, 3)
}
