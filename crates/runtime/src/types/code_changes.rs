//! Code objects compared, and copies of them with other attributes: `code.replace`.
//!
//! Instructions have to be what the compiler made or the verifier passed, so a copy keeps them, and with them the numbers
//! of what they rely on.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::interpreter::LoadedCode;
use crate::interpreter::tracing::IS_BUILT;
use crate::native::TypeId;
use crate::types::str::argument_kind;
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;
use ferropy_bytecode::CodeFlags;

/// The signature of `replace`.
pub(super) const REPLACE: &str = "($self, /, **changes)";

/// The signature of the constructor.
pub(super) const NEW: &str = "($type, argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, \
                              constants, names, varnames, filename, name, qualname, firstlineno, linetable, \
                              exceptiontable, freevars=(), cellvars=(), /)";

/// The places of the constructor's arguments in [`NAMES`].
const PLACES: [usize; 18] = [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 13, 14, 15, 6, 16, 17, 11, 12];

/// The names that `replace` takes, in the order in which [`Arguments`] keeps their values.
const NAMES: &[&str] = &[
    "co_argcount",
    "co_posonlyargcount",
    "co_kwonlyargcount",
    "co_nlocals",
    "co_stacksize",
    "co_flags",
    "co_firstlineno",
    "co_code",
    "co_consts",
    "co_names",
    "co_varnames",
    "co_freevars",
    "co_cellvars",
    "co_filename",
    "co_name",
    "co_qualname",
    "co_linetable",
    "co_exceptiontable",
];

/// Flags that a copy may have or not, as CPython numbers them, and what they are here. The first two are remembered by
/// nobody.
const FREE_FLAGS: i64 = 0x1 | 0x2 | 0x10 | 0x100 | 0x100_0000 | 0x400_0000 | 0x800_0000;

/// The flags of a code as CPython numbers them.
pub(super) fn flags_of(iso: &Isolate, code: &LoadedCode) -> i64 {
    let own = code.flags;
    // A class body in between does not make a function a nested one.
    let is_local = code.details().qualified_text(&iso.heap).contains("<locals>");
    let bits = [
        (!own.has(CodeFlags::NAMESPACE), 0x3),
        (own.has(CodeFlags::VARARGS), 0x4),
        (own.has(CodeFlags::VARKEYWORDS), 0x8),
        (own.has(CodeFlags::NESTED) && is_local, 0x10),
        (own.has(CodeFlags::GENERATOR) && !own.has_any(CodeFlags::COROUTINE.with(CodeFlags::ASYNC_GENERATOR)), 0x20),
        (own.has(CodeFlags::COROUTINE), 0x80),
        (own.has(CodeFlags::ITERABLE_COROUTINE), 0x100),
        (own.has(CodeFlags::ASYNC_GENERATOR), 0x200),
        (own.has(CodeFlags::FUTURE_ANNOTATIONS), 0x100_0000),
        (own.has(CodeFlags::HAS_DOCSTRING) && !own.has(CodeFlags::NAMESPACE), 0x400_0000),
        (own.has(CodeFlags::METHOD), 0x800_0000),
    ];
    bits.into_iter().filter(|(set, _)| *set).fold(0, |flags, (_, bit)| flags | bit)
}

/// What was given for each of [`NAMES`]; Unbound for nothing.
struct Arguments {
    values: [Value; NAMES.len()],
    /// What errors call the function, and whether they call arguments by their numbers.
    constructs: bool,
}

impl Arguments {
    fn new(iso: &mut Isolate, changes: Value) -> Completion<Arguments> {
        let mut values = [Value::UNBOUND; NAMES.len()];
        for (name, value) in iso.heap.entries(changes).collect::<Vec<_>>() {
            let text = iso.name_text(name);
            let place = NAMES.iter().position(|known| *known == text).and_then(|index| values.get_mut(index));
            match place {
                Some(place) => *place = value,
                None => {
                    let message = format!("replace() got an unexpected keyword argument '{text}'");
                    return Err(raise::type_error(iso, &message));
                }
            }
        }
        Ok(Arguments { values, constructs: false })
    }

    fn given(&self, index: usize) -> Option<Value> {
        self.values.get(index).and_then(|value| value.given())
    }

    fn number(&self, iso: &mut Isolate, index: usize) -> Completion<Option<i64>> {
        let Some(value) = self.given(index) else { return Ok(None) };
        let number = iso.index(value)?;
        match iso.as_i64(number).and_then(|number| i32::try_from(number).ok()) {
            Some(number) => Ok(Some(i64::from(number))),
            None => Err(raise::overflow_error(iso, "Python int too large to convert to C int")),
        }
    }

    fn of_kind(
        &self,
        iso: &mut Isolate,
        index: usize,
        kind: Kind,
        name: &str,
        what: &str,
    ) -> Completion<Option<Value>> {
        let Some(value) = self.given(index) else { return Ok(None) };
        let inner = iso.unwrap(value);
        if iso.heap.kind(inner) == Some(kind) || kind == Kind::Str && iso.heap.is_str(inner) {
            return Ok(Some(inner));
        }
        let given = argument_kind(iso, value);
        let place = PLACES.iter().position(|&place| place == index).unwrap_or(0) + 1;
        let message = if self.constructs {
            format!("code() argument {place} must be {what}, not {given}")
        } else {
            format!("replace() argument '{name}' must be {what}, not {given}")
        };
        Err(raise::type_error(iso, &message))
    }

    fn text(&self, iso: &mut Isolate, index: usize, name: &str) -> Completion<Option<Value>> {
        let text = self.of_kind(iso, index, Kind::Str, name, "str")?;
        text.map(|text| iso.intern_value(text).map_err(crate::Raised::from)).transpose()
    }

    fn bytes(&self, iso: &mut Isolate, index: usize, name: &str) -> Completion<Option<Value>> {
        self.of_kind(iso, index, Kind::Bytes, name, "bytes")
    }

    /// The items of a tuple.
    fn items(&self, iso: &mut Isolate, index: usize, name: &str) -> Completion<Option<Vec<Value>>> {
        let tuple = self.of_kind(iso, index, Kind::Tuple, name, "tuple")?;
        Ok(tuple.map(|tuple| iso.heap.items(tuple).collect()))
    }

    fn names(&self, iso: &mut Isolate, index: usize, name: &str) -> Completion<Option<Vec<Value>>> {
        let Some(items) = self.items(iso, index, name)? else { return Ok(None) };
        let mut names = Vec::with_capacity(items.len());
        for item in items {
            let Some(text) = iso.as_str(item) else {
                if !self.constructs {
                    let message = "non-string found in code slot";
                    return Err(raise::exception(iso, TypeId::SYSTEM_ERROR, message));
                }
                let kind = iso.type_name(item);
                let message = format!("name tuples must contain only strings, not '{kind}'");
                return Err(raise::type_error(iso, &message));
            };
            names.push(iso.intern_value(text)?);
        }
        Ok(Some(names))
    }
}

/// `types.CodeType(…)`: there must be code with these instructions, of which the new one is a copy.
pub(super) fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let Some((_, given)) = args.split_first() else { return Err(raise::internal(iso)) };
    let mut arguments = Arguments { values: [Value::UNBOUND; NAMES.len()], constructs: true };
    for (&value, place) in given.iter().zip(PLACES) {
        if let Some(known) = arguments.values.get_mut(place) {
            *known = value;
        }
    }
    for index in [0, 1, 2, 3, 4, 5] {
        arguments.number(iso, index)?;
    }
    let instructions = arguments.bytes(iso, 7, "co_code")?.unwrap_or(Value::NONE);
    let words: Vec<u32> = match iso.heap.bytes(instructions) {
        Some(bytes) => bytes.as_chunks::<4>().0.iter().map(|&bytes| u32::from_le_bytes(bytes)).collect(),
        None => Vec::new(),
    };
    // The other fields say it too, where several functions do the same.
    let wanted = arguments.given(14).or(arguments.given(13));
    match iso.code_with(&words, wanted) {
        Some(number) => {
            let code = iso.code_object(number)?;
            changed(iso, code, &arguments)
        }
        None => Err(raise::value_error(iso, "code: codestring holds no instructions of a function that is there")),
    }
}

fn unchangeable(iso: &mut Isolate, name: &str) -> crate::Raised {
    raise::value_error(iso, &format!("code: {name} belongs to the instructions and can't be replaced"))
}

/// `code.replace`.
pub(super) fn replace(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, changes] = args else { return Err(raise::internal(iso)) };
    let given = Arguments::new(iso, changes)?;
    changed(iso, this, &given)
}

/// All that can be changed where debuggers are not thought of: the flags, of which `types.coroutine` sets one.
fn changed_flags(iso: &mut Isolate, this: Value, given: &Arguments) -> Completion {
    let Some(original) = iso.heap.code(this) else { return Err(raise::internal(iso)) };
    let flags = check_flags(iso, given, this)?;
    iso.derive_code(original, |code, _| code.flags = flags.unwrap_or(code.flags))
}

fn changed(iso: &mut Isolate, this: Value, given: &Arguments) -> Completion {
    if !IS_BUILT {
        return changed_flags(iso, this, given);
    }
    for (index, name) in [(0, NAMES[0]), (1, NAMES[1]), (2, NAMES[2]), (3, NAMES[3]), (4, NAMES[4]), (6, NAMES[6])] {
        if given.number(iso, index)?.is_some_and(|number| number < 0) {
            return Err(raise::value_error(iso, &format!("{name} must be a positive integer")));
        }
    }
    let Some(original) = iso.heap.code(this) else { return Err(raise::internal(iso)) };
    let positional_only = check_counts(iso, given, this)?;
    let flags = check_flags(iso, given, this)?;
    let first_line = given.number(iso, 6)?;
    let slots = given.number(iso, 4)?.and_then(|size| u16::try_from(size).ok()).unwrap_or(0);
    check_tables(iso, given, this)?;
    let constants = given.items(iso, 8, "co_consts")?;
    let names = given.names(iso, 9, "co_names")?;
    let local_names = given.names(iso, 10, "co_varnames")?;
    let free_names = given.names(iso, 11, "co_freevars")?;
    let cell_names = given.names(iso, 12, "co_cellvars")?;
    let [filename, name, qualname] = [(13, "co_filename"), (14, "co_name"), (15, "co_qualname")]
        .map(|(index, attribute)| given.text(iso, index, attribute));
    let (filename, name, qualname) = (filename?, name?, qualname?);
    let local_names = match (local_names, cell_names) {
        (None, None) => None,
        (names, cells) => Some(renamed(iso, this, names, cells)?),
    };
    let counts = iso.code_of(this).map(|code| {
        (code.constants.len(), code.details().names().len(), code.details().free_names().len(), code.flags)
    });
    let Some((most_constants, most_names, most_free, own_flags)) = counts else { return Err(raise::internal(iso)) };
    let too_few = [
        (constants.as_ref().is_some_and(|list| list.len() < most_constants), "co_consts"),
        (names.as_ref().is_some_and(|list| list.len() < most_names), "co_names"),
        (free_names.as_ref().is_some_and(|list| list.len() != most_free), "co_freevars"),
    ];
    if let Some((_, name)) = too_few.into_iter().find(|(wrong, _)| *wrong) {
        return Err(unchangeable(iso, name));
    }
    if own_flags.has(CodeFlags::NAMESPACE) && constants.is_some() {
        check_codes(iso, this, constants.as_deref().unwrap_or(&[]))?;
    }
    iso.derive_code(original, |code, details| {
        if let Some(list) = constants {
            code.constants = list.into_boxed_slice();
        }
        details.set_names([names, local_names, free_names]);
        details.filename = filename.unwrap_or(details.filename);
        details.name = name.unwrap_or(details.name);
        if let Some(qualname) = qualname {
            (details.qualified_name, details.has_qualifier) = (qualname, false);
        }
        details.first_line = first_line.map_or(details.first_line, |line| line.max(0) as u32);
        details.positional_only = positional_only.unwrap_or(details.positional_only);
        code.flags = flags.unwrap_or(code.flags);
        // The registers that the instructions use must be there.
        code.slots = code.slots.max(slots);
    })
}

/// The numbers of parameters must stay; how many of them are positional-only may change.
fn check_counts(iso: &mut Isolate, given: &Arguments, this: Value) -> Completion<Option<u16>> {
    let Some(known) = iso.code_of(this) else { return Err(raise::internal(iso)) };
    let counts = [
        (0, "co_argcount", i64::from(known.positional)),
        (2, "co_kwonlyargcount", i64::from(known.keyword_only)),
        (3, "co_nlocals", super::code::locals(known).len() as i64),
    ];
    let positional = i64::from(known.positional);
    for (index, name, known) in counts {
        if given.number(iso, index)?.is_some_and(|number| number != known) {
            if index == 3 {
                return Err(raise::value_error(iso, "code: co_nlocals != len(co_varnames)"));
            }
            return Err(unchangeable(iso, name));
        }
    }
    match given.number(iso, 1)? {
        Some(count) if (0..=positional).contains(&count) => Ok(u16::try_from(count).ok()),
        Some(_) => Err(raise::value_error(iso, "code: varnames is too small")),
        None => Ok(None),
    }
}

fn check_flags(iso: &mut Isolate, given: &Arguments, this: Value) -> Completion<Option<CodeFlags>> {
    let Some(flags) = given.number(iso, 5)? else { return Ok(None) };
    let Some(code) = iso.code_of(this) else { return Err(raise::internal(iso)) };
    let (known, mut own) = (flags_of(iso, code), code.flags);
    if (flags ^ known) & !FREE_FLAGS != 0 {
        return Err(unchangeable(iso, "co_flags"));
    }
    let future = CodeFlags::FUTURE_ANNOTATIONS;
    own = if flags & 0x100_0000 != 0 { own.with(future) } else { CodeFlags(own.0 & !future.0) };
    if flags & 0x100 != 0 && own.has(CodeFlags::GENERATOR) {
        own = own.with(CodeFlags::ITERABLE_COROUTINE);
    } else {
        own = CodeFlags(own.0 & !CodeFlags::ITERABLE_COROUTINE.0);
    }
    if flags & 0x400_0000 == 0 {
        own = CodeFlags(own.0 & !CodeFlags::HAS_DOCSTRING.0);
    }
    Ok(Some(own))
}

fn check_tables(iso: &mut Isolate, given: &Arguments, this: Value) -> Completion<()> {
    for (index, name) in [(7, "co_code"), (16, "co_linetable"), (17, "co_exceptiontable")] {
        let Some(bytes) = given.bytes(iso, index, name)? else { continue };
        let Some(code) = iso.code_of(this) else { return Err(raise::internal(iso)) };
        let known = match index {
            7 => super::code::instruction_bytes(code),
            16 => code.details().position_bytes().to_vec(),
            _ => super::code::handler_bytes(code),
        };
        if iso.heap.bytes(bytes) != Some(known.as_slice()) {
            return Err(unchangeable(iso, name));
        }
    }
    Ok(())
}

/// Where instructions make functions of constants, these must be code still.
fn check_codes(iso: &mut Isolate, this: Value, constants: &[Value]) -> Completion<()> {
    let Some(code) = iso.code_of(this) else { return Err(raise::internal(iso)) };
    let is_code = |value: Value| iso.code_constant(value).is_some();
    let fits = code.constants.iter().zip(constants).all(|(&old, &new)| is_code(old) == is_code(new));
    if fits { Ok(()) } else { Err(unchangeable(iso, "co_consts")) }
}

/// The names of the slots with other names for variables, for those in cells, or both.
fn renamed(
    iso: &mut Isolate,
    this: Value,
    names: Option<Vec<Value>>,
    cells: Option<Vec<Value>>,
) -> Completion<Vec<Value>> {
    let Some(code) = iso.code_of(this) else { return Err(raise::internal(iso)) };
    let parameters = code.parameters();
    let old_names = super::code::locals(code);
    let old_cells = super::code::cells(code);
    let mut all = code.details().local_names().to_vec();
    let pairs = [(old_names, names, "co_varnames"), (old_cells, cells, "co_cellvars")];
    for (old, new, what) in pairs {
        let Some(new) = new else { continue };
        if new.len() != old.len() {
            return Err(match what {
                "co_varnames" if new.len() < parameters => raise::value_error(iso, "code: co_varnames is too small"),
                "co_varnames" => raise::value_error(iso, "code: co_nlocals != len(co_varnames)"),
                _ => unchangeable(iso, what),
            });
        }
        for (old, new) in old.into_iter().zip(new) {
            all.iter_mut().filter(|name| **name == old).for_each(|name| *name = new);
        }
    }
    Ok(all)
}

/// `code == code`: all that decides what the code does, and its name and first line.
pub(super) fn equal(iso: &mut Isolate, this: Value, other: Value) -> Completion<bool> {
    if this == other {
        return Ok(true);
    }
    let (Some(a), Some(b)) = (iso.code_of(this), iso.code_of(other)) else { return Ok(false) };
    let same = a.details().name() == b.details().name()
        && a.details().first_line() == b.details().first_line()
        && (a.positional, a.details().positional_only(), a.keyword_only)
            == (b.positional, b.details().positional_only(), b.keyword_only)
        && a.flags == b.flags
        && a.compiled() == b.compiled()
        && a.details().names() == b.details().names()
        && a.details().local_names() == b.details().local_names()
        && a.details().free_names() == b.details().free_names()
        && a.details().position_bytes() == b.details().position_bytes()
        && a.constants.len() == b.constants.len();
    if !same {
        return Ok(false);
    }
    let pairs: Vec<(Value, Value)> = a.constants.iter().copied().zip(b.constants.iter().copied()).collect();
    for (left, right) in pairs {
        let (left, right) = (iso.shown_constant(left)?, iso.shown_constant(right)?);
        if !iso.one_level_deeper(|iso| same_constant(iso, left, right))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether two constants are of the same type and equal: 1 is not 1.0, and 0.0 is not -0.0.
fn same_constant(iso: &mut Isolate, left: Value, right: Value) -> Completion<bool> {
    if left == right {
        return Ok(true);
    }
    if iso.type_of(left) != iso.type_of(right) {
        return Ok(false);
    }
    match iso.heap.kind(left) {
        Some(Kind::Code) => equal(iso, left, right),
        Some(Kind::Tuple) => {
            let (a, b): (Vec<Value>, Vec<Value>) = (iso.heap.items(left).collect(), iso.heap.items(right).collect());
            if a.len() != b.len() {
                return Ok(false);
            }
            for (left, right) in a.into_iter().zip(b) {
                if !iso.one_level_deeper(|iso| same_constant(iso, left, right))? {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        _ if iso.type_of(left) == TypeId::FLOAT.value() || iso.type_of(left) == TypeId::COMPLEX.value() => {
            Ok(iso.repr_text(left)? == iso.repr_text(right)?)
        }
        _ => iso.equal(left, right),
    }
}

/// A hash that agrees with [`equal`].
pub(super) fn hash(iso: &mut Isolate, this: Value) -> Completion<i64> {
    let Some(code) = iso.code_of(this) else { return Err(raise::internal(iso)) };
    let mut words: Vec<u8> = super::code::instruction_bytes(code);
    words.extend(code.details().first_line().to_le_bytes());
    words.extend(code.flags.0.to_le_bytes());
    words.extend(code.positional.to_le_bytes());
    let name = code.details().name();
    let hash = iso.heap.hash_bytes(&words) as i64;
    let name = iso.hash(name)?;
    Ok((hash ^ name.rotate_left(7)).max(-i64::MAX) >> 3)
}
