//! `code`: compiled code.

use super::code_changes;
use crate::exceptions::raise;
use crate::interpreter::LoadedCode;
use crate::native::{Row, TypeFlags, TypeSpec, getter, method, static_method};
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;
use ferropy_bytecode::CodeFlags;
use ferropy_bytecode::positions::Position;
use ferropy_numeric::sort::sort_by;

/// `code`.
pub(crate) static CODE: TypeSpec =
    TypeSpec::new("code", "code(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n     flags, codestring, constants, names, varnames, filename, name,\n     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n     cellvars=(), /)\n--\n\nCreate a code object.  Not for the faint of heart.", ROWS).with_flags(TypeFlags(0));

const ROWS: &[Row] = &[
    static_method("__new__", code_changes::NEW, "Create a code object.", code_changes::new),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    getter("co_name", "the name", name),
    getter("co_qualname", "the qualified name", qualname),
    getter("co_filename", "the file", filename),
    getter("co_firstlineno", "the first line", first_line),
    getter("co_argcount", "number of positional parameters", argument_count),
    getter("co_posonlyargcount", "number of positional-only parameters", positional_only_count),
    getter("co_kwonlyargcount", "number of keyword-only parameters", keyword_only_count),
    getter("co_nlocals", "number of local variables", local_count),
    getter("co_varnames", "names of parameters and local variables", variable_names),
    getter("co_cellvars", "names of variables that inner functions capture", cell_names),
    getter("co_freevars", "names of captured variables", free_names),
    getter("co_names", "names of globals and attributes", other_names),
    getter("co_consts", "constants", constants),
    getter("co_flags", "flags", flags),
    getter("co_stacksize", "number of registers", stack_size),
    getter("co_code", "the instructions", instructions),
    getter("co_linetable", "the table of places, packed", line_table),
    getter("co_exceptiontable", "the table of exception handlers, packed", handler_table),
    getter("co_lnotab", "the table of lines in an old form: empty", |iso, _| iso.new_bytes(&[])),
    method("__eq__", "($self, value, /)", "Return self==value.", eq),
    method("__ne__", "($self, value, /)", "Return self!=value.", ne),
    method("__hash__", "($self, /)", "Return hash(self).", hash),
    method("__sizeof__", "($self, /)", "Return the size of the code in memory, in bytes.", size_of),
    method(
        "replace",
        code_changes::REPLACE,
        "Return a copy of the code object with new values for the specified fields.",
        code_changes::replace,
    ),
    method("__replace__", code_changes::REPLACE, "The same as replace().", code_changes::replace),
    method("co_branches", "($self, /)", "An iterator over branches: nothing is known of them.", branches),
    method("co_lines", "($self, /)", "An iterator over (first byte, last byte, line) of the instructions.", lines),
    method(
        "co_positions",
        "($self, /)",
        "An iterator over (line, end line, column, end column) of each instruction.",
        positions,
    ),
];

fn read<T>(iso: &mut Isolate, args: &[Value], what: impl FnOnce(&LoadedCode) -> T) -> Completion<T> {
    let code = args.first().and_then(|&this| iso.code_of(this));
    match code.map(what) {
        Some(result) => Ok(result),
        None => Err(raise::internal(iso)),
    }
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (name, file, line) =
        read(iso, args, |code| (code.details().name(), code.details().filename(), code.details().first_line()))?;
    let address = args.first().map_or(0, |&this| iso.address_of(this));
    let (name, file) = (iso.name_text(name), iso.name_text(file));
    iso.new_str(&format!("<code object {name} at 0x{address:x}, file \"{file}\", line {line}>"))
}

fn name(iso: &mut Isolate, args: &[Value]) -> Completion {
    read(iso, args, |code| code.details().name())
}

fn qualname(iso: &mut Isolate, args: &[Value]) -> Completion {
    match args.first().and_then(|&this| iso.heap.code(this)) {
        Some(number) => iso.qualified_name(number),
        None => Err(raise::internal(iso)),
    }
}

fn filename(iso: &mut Isolate, args: &[Value]) -> Completion {
    read(iso, args, |code| code.details().filename())
}

fn number(iso: &mut Isolate, args: &[Value], what: impl FnOnce(&LoadedCode) -> usize) -> Completion {
    read(iso, args, |code| Value::small_int(what(code) as i64))
}

fn first_line(iso: &mut Isolate, args: &[Value]) -> Completion {
    number(iso, args, |code| code.details().first_line() as usize)
}

fn argument_count(iso: &mut Isolate, args: &[Value]) -> Completion {
    number(iso, args, |code| code.positional as usize)
}

fn positional_only_count(iso: &mut Isolate, args: &[Value]) -> Completion {
    number(iso, args, |code| code.details().positional_only() as usize)
}

fn keyword_only_count(iso: &mut Isolate, args: &[Value]) -> Completion {
    number(iso, args, |code| code.keyword_only as usize)
}

fn stack_size(iso: &mut Isolate, args: &[Value]) -> Completion {
    number(iso, args, |code| code.slots as usize)
}

/// The named locals: parameters, and what is not in cells. A parameter that the code moves away from the registers has
/// its name twice.
pub(super) fn locals(code: &LoadedCode) -> Vec<Value> {
    let namespace = usize::from(code.flags.has(CodeFlags::NAMESPACE));
    let (parameters, others) = code.details().local_names().split_at(code.parameters());
    let is_cell =
        |slot: usize| u16::try_from(slot).is_ok_and(|slot| code.details().cell_slots().binary_search(&slot).is_ok());
    let others = others
        .iter()
        .enumerate()
        .filter(|&(index, name)| !is_cell(parameters.len() + index) && !parameters.contains(name));
    let names = parameters.iter().chain(others.map(|(_, name)| name)).skip(namespace);
    names.filter(|&name| name != crate::names::EMPTY).collect()
}

fn local_count(iso: &mut Isolate, args: &[Value]) -> Completion {
    number(iso, args, |code| locals(code).len())
}

fn tuple(iso: &mut Isolate, args: &[Value], what: impl FnOnce(&LoadedCode) -> Vec<Value>) -> Completion {
    let list = read(iso, args, what)?;
    iso.new_tuple(&list)
}

fn variable_names(iso: &mut Isolate, args: &[Value]) -> Completion {
    tuple(iso, args, locals)
}

/// The names of variables that inner functions capture: parameters first, the others as the places come.
pub(super) fn cells(code: &LoadedCode) -> Vec<Value> {
    let names = code.details().cell_slots().iter().filter_map(|&slot| code.details().local_names().get(slot as usize));
    let mut names: Vec<Value> = names.collect();
    // In the order of the names' first places: a parameter may have been moved.
    let place = |name: &Value| code.details().local_names().position(*name, 0);
    sort_by(&mut names, |a, b| place(a) < place(b));
    names
}

fn cell_names(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mut names = read(iso, args, cells)?;
    let parameters = read(iso, args, |code| {
        let (parameters, _) = code.details().local_names().split_at(code.parameters());
        names.iter().take_while(|&&name| parameters.contains(name)).count()
    })?;
    if let Some(others) = names.get_mut(parameters..) {
        sort_by(others, |a, b| iso.heap.str_bytes(*a) < iso.heap.str_bytes(*b));
    }
    iso.new_tuple(&names)
}

fn free_names(iso: &mut Isolate, args: &[Value]) -> Completion {
    tuple(iso, args, |code| code.details().free_names().to_vec())
}

fn other_names(iso: &mut Isolate, args: &[Value]) -> Completion {
    tuple(iso, args, |code| code.details().names().to_vec())
}

fn constants(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mut list = read(iso, args, |code| match &*code.constants {
        // A function that uses none has at least what it returns at its end.
        [] if !code.flags.has(CodeFlags::NAMESPACE) => [Value::NONE].into(),
        constants => constants.to_vec(),
    })?;
    for constant in &mut list {
        *constant = iso.shown_constant(*constant)?;
    }
    iso.new_tuple(&list)
}

fn flags(iso: &mut Isolate, args: &[Value]) -> Completion {
    let code = args.first().and_then(|&this| iso.code_of(this));
    let Some(flags) = code.map(|code| code_changes::flags_of(iso, code)) else { return Err(raise::internal(iso)) };
    Ok(Value::small_int(flags))
}

/// The instructions as bytes.
pub(super) fn instruction_bytes(code: &LoadedCode) -> Vec<u8> {
    code.compiled().iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// The table of handlers as bytes: start, end and target in words, and the register, for each.
pub(super) fn handler_bytes(code: &LoadedCode) -> Vec<u8> {
    let mut bytes = Vec::new();
    for handler in code.details().handlers() {
        for number in [handler.start, handler.end, handler.target] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.push(handler.register);
    }
    bytes
}

fn instructions(iso: &mut Isolate, args: &[Value]) -> Completion {
    let bytes = read(iso, args, instruction_bytes)?;
    iso.new_bytes(&bytes)
}

fn handler_table(iso: &mut Isolate, args: &[Value]) -> Completion {
    let bytes = read(iso, args, handler_bytes)?;
    iso.new_bytes(&bytes)
}

fn equal(iso: &mut Isolate, args: &[Value]) -> Completion<Option<bool>> {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    if iso.heap.code(other).is_none() {
        return Ok(None);
    }
    code_changes::equal(iso, this, other).map(Some)
}

fn eq(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(equal(iso, args)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}

fn ne(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(equal(iso, args)?.map_or(Value::NOT_IMPLEMENTED, |equal| Value::bool(!equal)))
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let hash = code_changes::hash(iso, this)?;
    iso.new_int(hash)
}

fn size_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    number(iso, args, |code| size_of_val(&*code.instructions).saturating_add(core::mem::size_of::<LoadedCode>()))
}

fn branches(iso: &mut Isolate, _: &[Value]) -> Completion {
    let list = iso.new_list(&[])?;
    iso.iterate(list)
}

fn line_table(iso: &mut Isolate, args: &[Value]) -> Completion {
    let bytes = read(iso, args, |code| code.details().position_bytes().to_vec())?;
    iso.new_bytes(&bytes)
}

/// The entries of the table of places: first word, number of words, place.
fn entries(code: &LoadedCode) -> Vec<(u32, u32, Position)> {
    code.details().positions().collect()
}

fn lines(iso: &mut Isolate, args: &[Value]) -> Completion {
    const WORD: u32 = u32::BITS / 8;
    let mut ranges: Vec<(u32, u32, u32)> = Vec::new();
    for (start, words, place) in read(iso, args, entries)? {
        let end = start.saturating_add(words);
        match ranges.last_mut() {
            Some(last) if last.2 == place.line && last.1 == start => last.1 = end,
            _ => ranges.push((start, end, place.line)),
        }
    }
    let mut items = Vec::with_capacity(ranges.len());
    for (start, end, line) in ranges {
        let line = if line == 0 { Value::NONE } else { Value::small_int(i64::from(line)) };
        let [start, end] = [start, end].map(|word| Value::small_int(i64::from(word.saturating_mul(WORD))));
        items.push(iso.new_tuple(&[start, end, line])?);
    }
    let list = iso.new_list(&items)?;
    iso.iterate(list)
}

fn positions(iso: &mut Isolate, args: &[Value]) -> Completion {
    // A damaged table may name more words than there are.
    let mut left = read(iso, args, |code| code.instructions.len())?;
    let mut items = Vec::new();
    for (_, words, place) in read(iso, args, entries)? {
        let words = left.min(words as usize);
        left -= words;
        let numbers = [place.line, place.end_line, place.column, place.end_column];
        let numbers = numbers.map(|n| if place.line == 0 { Value::NONE } else { Value::small_int(i64::from(n)) });
        let tuple = iso.new_tuple(&numbers)?;
        // One for each two bytes of `co_code`.
        items.extend(core::iter::repeat_n(tuple, words.saturating_mul(2)));
    }
    let list = iso.new_list(&items)?;
    iso.iterate(list)
}
