//! `FrameLocalsProxy`: the variables of a function's frame as a mapping (PEP 667). Setting an item sets the variable. A
//! record: the frame.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::interpreter::assigned::is_assigned_before;
use crate::interpreter::frame_objects::{field as frame_field, flag};
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, constant, method, static_method};
use crate::object::BinaryOp;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;
use ferropy_numeric::sort::sort_by;

/// `FrameLocalsProxy`.
pub(crate) static FRAME_LOCALS: TypeSpec =
    TypeSpec::new("FrameLocalsProxy", "The variables of a frame, as a mapping.", ROWS).with_flags(TypeFlags(0));

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";

static ROWS: &[Row] = &[
    static_method("__new__", "($type, frame, /)", "The variables of a frame.", new),
    method("__repr__", UNARY, "Return repr(self).", repr),
    method("__len__", UNARY, "Return len(self).", len),
    method("__getitem__", "($self, key, /)", "Return self[key].", get_item),
    method("__setitem__", "($self, key, value, /)", "Set self[key] to value.", set_item),
    method("__delitem__", "($self, key, /)", "Delete self[key].", delete_item),
    method("__contains__", "($self, key, /)", "Return bool(key in self).", contains),
    method("__iter__", UNARY, "Implement iter(self).", iter),
    method("__reversed__", UNARY, "Return a reverse iterator over the keys.", reversed),
    method("__eq__", BINARY, "Return self==value.", eq),
    method("__ne__", BINARY, "Return self!=value.", ne),
    constant("__hash__", "", |_, _| Ok(Value::NONE)),
    method("__or__", BINARY, "Return self|value.", or),
    method("__ror__", BINARY, "Return value|self.", ror),
    method("__ior__", BINARY, "Return self|=value.", ior),
    method("copy", UNARY, "Return a dict with the variables.", copy),
    method("keys", UNARY, "Return the names as a list.", keys),
    method("values", UNARY, "Return the values as a list.", values),
    method("items", UNARY, "Return pairs of name and value as a list.", items),
    method("update", "($self, object, /)", "Set the variables that a mapping names.", update),
    method("get", "($self, key, default=None, /)", "Return the value of key, or default if there is none.", get),
    method("pop", "($self, key, default=<unrepresentable>, /)", "Remove a key that is no variable.", pop),
    method(
        "setdefault",
        "($self, key, default=None, /)",
        "Return the value of key, after setting it if need be.",
        set_default,
    ),
];

/// Where a variable is.
#[derive(Clone, Copy)]
enum Place {
    Slot(usize),
    Free(usize),
}

impl Isolate {
    /// The variables of a code that programs see: names and places, captured ones last.
    fn variables_of_code(&self, code: Value) -> Vec<(Value, Place)> {
        let Some(code) = self.code_of(code) else { return Vec::new() };
        let details = code.details();
        let is_cell =
            |slot: usize| u16::try_from(slot).is_ok_and(|slot| details.cell_slots().binary_search(&slot).is_ok());
        let shown =
            |name: Value| self.heap.str_bytes(name).is_some_and(|text| !text.is_empty() && !text.starts_with(b"."));
        let parameters = code.parameters();
        let mut list: Vec<(Value, Place)> = Vec::new();
        let slots = || details.local_names().iter().enumerate().filter(|&(_, name)| shown(name));
        let first = slots().filter(|&(slot, _)| slot < parameters || !is_cell(slot));
        let mut cells: Vec<(usize, Value)> = slots().filter(|&(slot, _)| slot >= parameters && is_cell(slot)).collect();
        sort_by(&mut cells, |a, b| self.heap.str_bytes(a.1) < self.heap.str_bytes(b.1));
        for (slot, name) in first.chain(cells) {
            // A parameter that the code moves away has its name twice: the later place counts.
            match list.iter_mut().find(|(other, _)| *other == name) {
                Some(known) => known.1 = Place::Slot(slot),
                None => list.push((name, Place::Slot(slot))),
            }
        }
        list.extend(details.free_names().iter().enumerate().map(|(index, name)| (name, Place::Free(index))));
        list
    }

    fn variable(&self, frame: Value, place: Place) -> Value {
        match place {
            Place::Slot(slot) if !self.is_assigned(frame, slot) => Value::UNBOUND,
            Place::Slot(slot) => {
                let value = self.frame_slot(frame, slot);
                if self.heap.kind(value) == Some(Kind::Cell) && self.is_cell_slot(frame, slot) {
                    return self.heap.cell(value);
                }
                value
            }
            Place::Free(index) => {
                let function = self.heap.field(frame, frame_field::FUNCTION);
                self.heap.cell(self.closure_cell(function, index))
            }
        }
    }

    /// Whether a variable can have a value where the frame stands.
    fn is_assigned(&self, frame: Value, slot: usize) -> bool {
        if self.heap.number(frame) & flag::CLEARED != 0 {
            return true;
        }
        let Some(code) = self.code_of(self.heap.field(frame, frame_field::CODE)) else { return true };
        is_assigned_before(code, slot, self.frame_pc(frame))
    }

    fn is_cell_slot(&self, frame: Value, slot: usize) -> bool {
        let code = self.code_of(self.heap.field(frame, frame_field::CODE));
        code.is_some_and(|code| u16::try_from(slot).is_ok_and(|slot| code.details().cell_slots().contains(&slot)))
    }

    /// Makes the registers of variables without a value Unbound, so that one of them may get one.
    fn clear_unassigned(&mut self, frame: Value) {
        let count = self
            .code_of(self.heap.field(frame, frame_field::CODE))
            .map_or(0, |code| code.details().local_names().len());
        for slot in 0..count {
            if !self.is_assigned(frame, slot) {
                self.set_frame_slot(frame, slot, Value::UNBOUND);
            }
        }
        let flags = self.heap.number(frame);
        self.heap.set_number(frame, flags | flag::CLEARED);
    }

    fn set_variable(&mut self, frame: Value, place: Place, value: Value) {
        match place {
            Place::Slot(slot) => {
                let known = self.frame_slot(frame, slot);
                if self.heap.kind(known) == Some(Kind::Cell) && self.is_cell_slot(frame, slot) {
                    self.heap.set_cell(known, value);
                } else {
                    if !self.is_assigned(frame, slot) {
                        self.clear_unassigned(frame);
                    }
                    self.set_frame_slot(frame, slot, value);
                }
            }
            Place::Free(index) => {
                let function = self.heap.field(frame, frame_field::FUNCTION);
                let cell = self.closure_cell(function, index);
                self.heap.set_cell(cell, value);
            }
        }
    }

    /// The variables of the running function that have values, as a dict. Those that have none are known to be Unbound:
    /// the code is calling.
    pub(crate) fn snapshot_of_running(&mut self) -> Completion {
        let dict = self.new_dict()?;
        let Some(number) = self.frame().map(|frame| frame.code) else { return Ok(dict) };
        let object = self.code_object(number)?;
        let cells = self.codes.get(number).map_or(Vec::new(), |code| code.details().cell_slots().to_vec());
        let function = self.frame_function();
        for (name, place) in self.variables_of_code(object) {
            let mut value = match place {
                Place::Slot(slot) => self.slot_at(slot),
                Place::Free(index) => self.closure_cell(function, index),
            };
            let is_cell = match place {
                Place::Slot(slot) => u16::try_from(slot).is_ok_and(|slot| cells.contains(&slot)),
                Place::Free(_) => true,
            };
            if is_cell && self.heap.kind(value) == Some(Kind::Cell) {
                value = self.heap.cell(value);
            }
            if !value.is_unbound() {
                self.heap.dict_set_plain(dict, name, value)?;
            }
        }
        Ok(dict)
    }

    /// The variables of a function's frame that have values, as a dict.
    pub(crate) fn snapshot_of_frame(&mut self, frame: Value) -> Completion {
        let dict = self.new_dict()?;
        for (name, place) in self.variables_of_code(self.heap.field(frame, frame_field::CODE)) {
            let value = self.variable(frame, place);
            if !value.is_unbound() {
                self.heap.dict_set_plain(dict, name, value)?;
            }
        }
        let extra = self.heap.field(frame, frame_field::EXTRA);
        for (key, value) in self.heap.entries(extra).collect::<Vec<_>>() {
            self.dict_set(dict, key, value)?;
        }
        Ok(dict)
    }

    /// The place of a variable by its name.
    fn place_of(&mut self, frame: Value, key: Value) -> Option<Place> {
        let wanted = self.heap.str_bytes(self.as_str(key)?)?;
        let code = self.heap.field(frame, frame_field::CODE);
        let list = self.variables_of_code(code);
        list.into_iter().find(|&(name, _)| self.heap.str_bytes(name) == Some(wanted)).map(|(_, place)| place)
    }
}

fn frame_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    Ok(iso.heap.field(this, 0))
}

fn snapshot(iso: &mut Isolate, args: &[Value]) -> Completion {
    let frame = frame_of(iso, args)?;
    iso.snapshot_of_frame(frame)
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, frame] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::FRAME_LOCALS)?;
    if iso.type_of(frame) != TypeId::FRAME.value() {
        let kind = iso.type_name(frame);
        return Err(raise::type_error(iso, &format!("expect frame, not {kind}")));
    }
    iso.new_record(TypeId::FRAME_LOCALS, 0, &[frame])
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    // A variable may hold the proxy itself; each access makes another one, so the frame is what is remembered.
    let frame = frame_of(iso, args)?;
    if iso.printing.contains(&frame) {
        return iso.new_str("{...}");
    }
    iso.printing.push(frame);
    let dict = snapshot(iso, &[this]);
    let text = dict.and_then(|dict| iso.repr(dict));
    iso.printing.pop();
    text
}

fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    let dict = snapshot(iso, args)?;
    Ok(Value::small_int(iso.heap.table_len(dict) as i64))
}

/// The value of a key, if there is one.
fn find(iso: &mut Isolate, this: Value, key: Value) -> Completion<Option<Value>> {
    let frame = iso.heap.field(this, 0);
    if let Some(place) = iso.place_of(frame, key)
        && let Some(value) = iso.variable(frame, place).given()
    {
        return Ok(Some(value));
    }
    let extra = iso.heap.field(frame, frame_field::EXTRA);
    if extra.is_unbound() {
        // Keys must be hashable all the same.
        iso.hash(key)?;
        return Ok(None);
    }
    iso.dict_get(extra, key)
}

fn set(iso: &mut Isolate, this: Value, key: Value, value: Value) -> Completion<()> {
    let frame = iso.heap.field(this, 0);
    if let Some(place) = iso.place_of(frame, key) {
        iso.set_variable(frame, place, value);
        return Ok(());
    }
    let mut extra = iso.heap.field(frame, frame_field::EXTRA);
    if extra.is_unbound() {
        extra = iso.new_dict()?;
        iso.heap.set_field(frame, frame_field::EXTRA, extra);
    }
    iso.dict_set(extra, key, value)
}

fn missing(iso: &mut Isolate, key: Value) -> crate::Raised {
    match iso.repr_text(key) {
        Ok(text) => raise::exception(iso, TypeId::KEY_ERROR, &format!("local variable '{text}' is not defined")),
        Err(raised) => raised,
    }
}

fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    match find(iso, this, key)? {
        Some(value) => Ok(value),
        None => Err(missing(iso, key)),
    }
}

fn set_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key, value] = args else { return Err(raise::internal(iso)) };
    set(iso, this, key, value)?;
    Ok(Value::NONE)
}

/// Takes out what is no variable.
fn remove(iso: &mut Isolate, this: Value, key: Value) -> Completion<Option<Value>> {
    let frame = iso.heap.field(this, 0);
    if iso.place_of(frame, key).is_some() {
        return Err(raise::value_error(iso, "cannot remove local variables from FrameLocalsProxy"));
    }
    let extra = iso.heap.field(frame, frame_field::EXTRA);
    if extra.is_unbound() { Ok(None) } else { iso.dict_remove(extra, key) }
}

fn delete_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    match remove(iso, this, key)? {
        Some(_) => Ok(Value::NONE),
        None => Err(raise::key_error(iso, key)),
    }
}

fn pop(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key, default] = args else { return Err(raise::internal(iso)) };
    match remove(iso, this, key)?.or(default.given()) {
        Some(value) => Ok(value),
        None => Err(raise::key_error(iso, key)),
    }
}

fn contains(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(find(iso, this, key)?.is_some()))
}

fn iter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let list = keys(iso, args)?;
    iso.iterate(list)
}

fn reversed(iso: &mut Isolate, args: &[Value]) -> Completion {
    let list = keys(iso, args)?;
    iso.heap.reverse_list(list);
    iso.iterate(list)
}

fn equal(iso: &mut Isolate, args: &[Value]) -> Completion<Option<bool>> {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    if iso.type_of(other) == TypeId::FRAME_LOCALS.value() {
        return Ok(Some(iso.heap.field(this, 0) == iso.heap.field(other, 0)));
    }
    if !iso.is_instance_of(other, TypeId::DICT) {
        return Ok(None);
    }
    let dict = snapshot(iso, &[this])?;
    iso.equal(dict, other).map(Some)
}

fn eq(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(equal(iso, args)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}

fn ne(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(equal(iso, args)?.map_or(Value::NOT_IMPLEMENTED, |equal| Value::bool(!equal)))
}

/// The mapping behind a proxy as a dict; other dicts as they are, nothing for the rest.
fn as_dict(iso: &mut Isolate, value: Value) -> Completion<Option<Value>> {
    if iso.type_of(value) == TypeId::FRAME_LOCALS.value() {
        return snapshot(iso, &[value]).map(Some);
    }
    Ok(Some(value).filter(|&value| iso.is_instance_of(value, TypeId::DICT)))
}

fn merged(iso: &mut Isolate, left: Value, right: Value) -> Completion {
    match (as_dict(iso, left)?, as_dict(iso, right)?) {
        (Some(left), Some(right)) => iso.binary(BinaryOp::Or, left, right),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn or(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    merged(iso, this, other)
}

fn ror(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    merged(iso, other, this)
}

fn ior(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    if as_dict(iso, other)?.is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    update(iso, args)?;
    Ok(this)
}

fn copy(iso: &mut Isolate, args: &[Value]) -> Completion {
    snapshot(iso, args)
}

fn keys(iso: &mut Isolate, args: &[Value]) -> Completion {
    let dict = snapshot(iso, args)?;
    let keys: Vec<Value> = iso.heap.entries(dict).map(|(key, _)| key).collect();
    iso.new_list(&keys)
}

fn values(iso: &mut Isolate, args: &[Value]) -> Completion {
    let dict = snapshot(iso, args)?;
    let values: Vec<Value> = iso.heap.entries(dict).map(|(_, value)| value).collect();
    iso.new_list(&values)
}

fn items(iso: &mut Isolate, args: &[Value]) -> Completion {
    let dict = snapshot(iso, args)?;
    let list = iso.new_list(&[])?;
    for (key, value) in iso.heap.entries(dict).collect::<Vec<_>>() {
        let pair = iso.new_tuple(&[key, value])?;
        iso.heap.list_append(list, pair)?;
    }
    Ok(list)
}

fn update(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    let dict = match as_dict(iso, other)? {
        Some(dict) => dict,
        None if iso.get_attr_opt(other, names::keys)?.is_some() => iso.call(TypeId::DICT.value(), &[other])?,
        None => return Err(raise::type_error(iso, "update() argument must be dict or another FrameLocalsProxy")),
    };
    let dict = iso.unwrap(dict);
    for (key, value) in iso.heap.entries(dict).collect::<Vec<_>>() {
        set(iso, this, key, value)?;
    }
    Ok(Value::NONE)
}

fn get(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key, default] = args else { return Err(raise::internal(iso)) };
    Ok(find(iso, this, key)?.unwrap_or(default.or(Value::NONE)))
}

fn set_default(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key, default] = args else { return Err(raise::internal(iso)) };
    if let Some(value) = find(iso, this, key)? {
        return Ok(value);
    }
    let default = default.or(Value::NONE);
    set(iso, this, key, default)?;
    Ok(default)
}
