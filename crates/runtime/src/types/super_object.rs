//! `super`: attributes found along the method resolution order behind a class.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::interpreter::table_place;
use crate::native::{Row, TypeId, TypeSpec, getter, method, raw_method, static_method};
use crate::object::class::field;
use crate::types::descriptors::check_descriptor_arguments;
use crate::types::str::argument_kind;
use crate::value::IS_SMALL;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use ferropy_bytecode::Opcode;
use ferropy_bytecode::encoding::{field_a, field_b};

/// What a `super` object found: its class, the class of its object, the name, and the function.
type Found = [Value; 4];

/// Functions that `super` objects found; a direct-mapped table.
#[derive(Debug)]
pub(crate) struct KnownSupers([Found; KNOWN]);

const KNOWN: usize = if IS_SMALL { 4 } else { 32 };

impl KnownSupers {
    pub(crate) const fn new() -> KnownSupers {
        KnownSupers([[Value::UNBOUND; 4]; KNOWN])
    }

    pub(crate) fn clear(&mut self) {
        self.0 = [[Value::UNBOUND; 4]; KNOWN];
    }

    /// The place for what is found by these.
    #[inline]
    fn place(&mut self, of: Value, start: Value, name: Value) -> &mut Found {
        &mut self.0[table_place(of.spread() ^ (start.spread() << 1), name, KNOWN) % KNOWN]
    }
}

/// `super`: fields are the class, the object (or Unbound), and the object's class.
pub(crate) static SUPER: TypeSpec = TypeSpec::new(
    "super",
    "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)",
    ROWS,
);

const ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, type=<unrepresentable>, object_or_type=<unrepresentable>, /)",
        "Create and return a new object.",
        new,
    ),
    method(
        "__init__",
        "($self, type=<unrepresentable>, object_or_type=<unrepresentable>, /)",
        "Initialize self.",
        init,
    ),
    raw_method(
        "__get__",
        "($self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        get,
    ),
    method("__getattribute__", "($self, name, /)", "Return getattr(self, name).", get_attribute),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    getter("__thisclass__", "the class invoking super()", this_class),
    getter("__self__", "the instance invoking super(); may be None", this_object),
    getter("__self_class__", "the type of the instance invoking super(); may be None", object_class),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, of, object] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::SUPER)?;
    let fields = fields_of(iso, of, object, "a type")?;
    let made = iso.heap.despite_lock(|heap| heap.new_record(TypeId::SUPER.0, 0, &fields))?;
    iso.keep(made);
    iso.wrap_new(class, TypeId::SUPER, made)
}

/// Calling the class has set the fields already; another call of `__init__` sets them anew.
fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, of, object] = args else { return Err(raise::internal(iso)) };
    let fields = fields_of(iso, of, object, "type")?;
    for (index, value) in fields.into_iter().enumerate() {
        iso.heap.set_field(this, index, value);
    }
    Ok(Value::NONE)
}

fn fields_of(iso: &mut Isolate, of: Value, object: Value, wanted: &str) -> Completion<[Value; 3]> {
    let (of, object) = if of.is_unbound() { from_frame(iso)? } else { (of, object) };
    if !iso.is_class(of) {
        let kind = if wanted == "type" { argument_kind(iso, of) } else { iso.type_name(of) };
        return Err(raise::type_error(iso, &format!("super() argument 1 must be {wanted}, not {kind}")));
    }
    let object = if object.is_none() { Value::UNBOUND } else { object };
    let start = if object.is_unbound() { Value::NONE } else { start_class(iso, of, object)? };
    Ok([of, object, start])
}

/// Binds one without an object to the instance that it is found on.
pub(crate) fn get(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, object, owner] = args else { return Err(raise::internal(iso)) };
    check_descriptor_arguments(iso, object, owner)?;
    let inner = iso.unwrap(this);
    let of = iso.heap.field(inner, 0);
    if object.is_none() || !iso.heap.field(inner, 1).is_unbound() {
        return Ok(this);
    }
    if inner != this {
        // One of a subclass makes another of it.
        return iso.call(iso.type_of(this), &[of, object]);
    }
    let start = start_class(iso, of, object)?;
    iso.new_record(TypeId::SUPER, 0, &[of, object, start])
}

/// `super()`: the class from the cell `__class__`, the object from the first parameter.
fn from_frame(iso: &mut Isolate) -> Completion<(Value, Value)> {
    let Some(code) = iso.frame().and_then(|frame| iso.codes.get(frame.code)) else {
        return Err(raise::runtime_error(iso, "super(): no current frame"));
    };
    if code.positional == 0 {
        return Err(raise::runtime_error(iso, "super(): no arguments"));
    }
    let is_cell = code.details().cell_slots().contains(&0);
    let index = code.details().free_names().position(names::__class__, 0);
    let Some(index) = index else {
        return Err(raise::runtime_error(iso, "super(): __class__ cell not found"));
    };
    let mut object = iso.slot_at(0);
    if is_cell && iso.heap.kind(object) == Some(Kind::Cell) {
        object = iso.heap.cell(object);
    }
    if object.is_unbound() {
        return Err(raise::runtime_error(iso, "super(): arg[0] deleted"));
    }
    let class = iso.heap.cell(iso.closure_cell(iso.frame_function(), index));
    if class.is_unbound() {
        return Err(raise::runtime_error(iso, "super(): empty __class__ cell"));
    }
    Ok((class, object))
}

/// The class whose order is searched: that of the object, or the object itself if it is a class.
fn start_class(iso: &mut Isolate, of: Value, object: Value) -> Completion {
    if iso.is_class(object) && iso.is_subtype(object, of) {
        return Ok(object);
    }
    let class = iso.type_of(object);
    if iso.is_subtype(class, of) {
        return Ok(class);
    }
    // What stands for an object of another class has that one's `__class__`.
    if let Some(claimed) = iso.get_attr_opt(object, names::__class__)?
        && claimed != class
        && iso.is_class(claimed)
        && iso.is_subtype(claimed, of)
    {
        return Ok(claimed);
    }
    let (kind, object, of) = if iso.is_class(object) {
        ("type", iso.class_name(object), iso.class_name(of))
    } else {
        ("instance of", iso.class_name(class), iso.class_name(of))
    };
    let message = format!("super(type, obj): obj ({kind} {object}) is not an instance or subtype of type ({of}).");
    Err(raise::type_error(iso, &message))
}

fn get_attribute(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, name] = args else { return Err(raise::internal(iso)) };
    let name = iso.attribute_name(name)?;
    match iso.super_attribute(this, name)? {
        Some(found) => Ok(found),
        None => Err(raise::attribute_error(
            iso,
            this,
            name,
            &format!("'super' object has no attribute '{}'", iso.name_text(name)),
        )),
    }
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (class, start) = (iso.class_name(iso.heap.field(this, 0)), iso.heap.field(this, 2));
    let text = if start.is_none() {
        format!("<super: <class '{class}'>, NULL>")
    } else {
        format!("<super: <class '{class}'>, <{} object>>", iso.class_name(start))
    };
    iso.new_str(&text)
}

fn this_class(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, 0))
}

fn this_object(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, 1).or(Value::NONE))
}

fn object_class(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, 2))
}

impl Isolate {
    /// An attribute through a `super` object: found behind its class in the order, bound to its object.
    pub(crate) fn super_attribute(&mut self, this: Value, name: Value) -> Completion<Option<Value>> {
        let (of, object, start) = (self.heap.field(this, 0), self.heap.field(this, 1), self.heap.field(this, 2));
        if !object.is_unbound()
            && name != names::__class__
            && let Some(found) = self.find_behind(of, start, name)
        {
            self.keep(found);
            if object == start {
                return self.bind_to_class(found, start).map(Some);
            }
            return self.bind(found, object, start);
        }
        self.get_attr_generic(this, name)
    }

    /// What the first class behind `of` in the order of `start` that has the name has under it.
    fn find_behind(&mut self, of: Value, start: Value, name: Value) -> Option<Value> {
        if self.type_spec(start).is_some() {
            let order = self.mro(start);
            return order
                .iter()
                .skip_while(|&&class| class != of)
                .skip(1)
                .find_map(|&class| self.own_attribute(class, name));
        }
        let order = self.heap.field(start, field::MRO);
        let place = self.heap.items(order).position(|class| class == of)?;
        (place + 1..self.heap.sequence_len(order)).find_map(|index| {
            let class = self.heap.tuple_item(order, index)?;
            self.own_attribute(class, name)
        })
    }

    /// `super()` in `R(a)` of the running frame, if the instruction behind asks its result for a method that was found
    /// before: the method and its receiver go where that instruction would put them, and the frame goes on behind it.
    /// Whether it was done.
    pub(crate) fn enter_super(&mut self, a: u8) -> bool {
        self.super_method_in_frame(a).is_some()
    }

    fn super_method_in_frame(&mut self, a: u8) -> Option<()> {
        let frame = self.thread.frames.last()?;
        let code = self.codes.get(frame.code)?;
        let &[word, x] = code.instructions.get(frame.pc as usize..)?.first_chunk()?;
        if Opcode::of(word) != Opcode::GetMethod || field_b(word) != a || code.positional == 0 {
            return None;
        }
        let name = code.details().names().get((x & 0xFFFF) as usize)?;
        let index = code.details().free_names().position(names::__class__, 0)?;
        let (of, object) = (self.heap.cell(self.closure_cell(self.frame_function(), index)), self.slot_at(0));
        // Where the first parameter is captured, its cell is no instance.
        let start = self.shapes.class(self.heap.shape(object)?);
        let &mut [known_of, known_start, known_name, function] = self.methods.supers.place(of, start, name);
        if (known_of, known_start, known_name) != (of, start, name) || self.is_tracing() {
            return None;
        }
        let target = field_a(word);
        self.set_reg(target, function);
        self.set_reg(target.wrapping_add(1), object);
        self.thread.frames.last_mut()?.pc += 2;
        Some(())
    }

    /// The plain method that a `super` object finds under a name, and the object to call it with.
    pub(crate) fn super_method(&mut self, this: Value, name: Value) -> Option<(Value, Value)> {
        let (of, object, start) = (self.heap.field(this, 0), self.heap.field(this, 1), self.heap.field(this, 2));
        if object.is_unbound() || object == start || name == names::__class__ {
            return None;
        }
        if let &mut [known_of, known_start, known_name, function] = self.methods.supers.place(of, start, name)
            && (known_of, known_start, known_name) == (of, start, name)
        {
            return Some((function, object));
        }
        let found = self.find_behind(of, start, name).filter(|&found| self.heap.kind(found) == Some(Kind::Function))?;
        *self.methods.supers.place(of, start, name) = [of, start, name, found];
        Some((found, object))
    }
}
