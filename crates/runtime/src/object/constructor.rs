//! What calling a class does: most classes make an instance and run an `__init__` that stores its arguments, and for
//! those a call needs neither lookups nor a frame.

use super::class::{MethodCache, field, flag};
use crate::exceptions::hierarchy::is_plain;
use crate::heap::Heap;
use crate::interpreter::{LoadedCode, WINDOW, special_value, window_at};
use crate::native::TypeId;
use crate::types::function::field as function_field;
use crate::value::IS_SMALL;
use crate::{Isolate, Value, names};
use alloc::vec::Vec;
use ferropy_bytecode::Opcode;
use ferropy_bytecode::encoding::{field_a, field_b, field_d};

/// What calling a class does, if it is no more than to make an instance and to run a Python `__init__`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Constructor {
    class: Value,
    /// The `__init__`. Unbound where a call does more.
    pub(crate) init: Value,
    /// The shape of fresh instances.
    pub(crate) shape: u32,
    /// The number of fields that instances get room for.
    pub(crate) capacity: u32,
    /// The shape that an `__init__` leaves that does nothing but store arguments and constants in new attributes, one
    /// after the other; 0 for others.
    filled: u32,
    /// The number of arguments, if that `__init__` fills all fields that there is room for with them in their order;
    /// [`IN_NO_ORDER`] else.
    in_order: u32,
    /// Instances are exceptions with no more to them than `BaseException` has. None as `init` is the builtin one then.
    pub(crate) is_exception: bool,
}

impl Constructor {
    const UNKNOWN: Constructor = Constructor {
        class: Value::UNBOUND,
        init: Value::UNBOUND,
        shape: 0,
        capacity: 0,
        filled: 0,
        in_order: IN_NO_ORDER,
        is_exception: false,
    };
}

/// The constructors of classes that were called; a direct-mapped table.
#[derive(Debug)]
pub(crate) struct Constructors(Vec<Constructor>);

const SIZE: usize = if IS_SMALL { 8 } else { 64 };
/// No number of arguments.
const IN_NO_ORDER: u32 = u32::MAX;
/// Arguments that are completed with defaults without memory of their own.
const FEW: usize = 8;

impl Constructors {
    pub(crate) fn new() -> Constructors {
        Constructors(alloc::vec![Constructor::UNKNOWN; SIZE])
    }

    pub(crate) fn clear(&mut self) {
        self.0.fill(Constructor::UNKNOWN);
    }

    #[inline(always)]
    fn place(class: Value) -> usize {
        class.spread() as usize & (SIZE - 1)
    }

    /// The constructor of a class, if it is known.
    #[inline(always)]
    fn known(&self, class: Value) -> Option<&Constructor> {
        self.0.get(Constructors::place(class)).filter(|found| found.class == class)
    }
}

/// The values that an `__init__` stores, in order.
struct Fields<'a> {
    instructions: core::slice::Iter<'a, u32>,
    constants: &'a [Value],
    arguments: &'a [Value],
}

impl Iterator for Fields<'_> {
    type Item = Value;

    #[inline(always)]
    fn next(&mut self) -> Option<Value> {
        let mut loaded = Value::UNBOUND;
        loop {
            let word = *self.instructions.next()?;
            match Opcode::of(word) {
                Opcode::SetAttr => {
                    self.instructions.next();
                    let argument = (field_b(word) as usize).wrapping_sub(1);
                    return Some(self.arguments.get(argument).copied().unwrap_or(loaded));
                }
                Opcode::LoadInt => loaded = Value::small_int(i64::from(field_d(word) as i16)),
                Opcode::LoadSpecial => loaded = special_value(word),
                Opcode::LoadConst => loaded = self.constants.get(field_d(word) as usize).copied()?,
                _ => return None,
            }
        }
    }
}

/// The instance that a `Call` of a class gives, where its `__init__` is known to do no more than fill fields. A call
/// that has to be made step by step gives nothing: the class is new here, arguments are missing, there is no room.
#[inline(never)]
pub(crate) fn make_instance(
    heap: &mut Heap,
    methods: &MethodCache,
    codes: &[LoadedCode],
    window: &[Value; WINDOW],
    word: u32,
) -> Option<Value> {
    instance(heap, methods, codes, window, word)
}

#[inline(always)]
fn instance(
    heap: &mut Heap,
    methods: &MethodCache,
    codes: &[LoadedCode],
    window: &[Value; WINDOW],
    word: u32,
) -> Option<Value> {
    let class = field_a(word) as usize;
    let constructor = methods.constructors.known(window[class])?;
    let count = field_b(word);
    let arguments = window.get(class + 1..)?.get(..count as usize)?;
    if heap.wants_collection() {
        return None;
    }
    if constructor.in_order == u32::from(count) {
        return heap.new_full_instance(constructor.filled, arguments).ok();
    }
    make_from_code(heap, constructor, codes, arguments)
}

/// As [`make_instance`], by what the instructions of the `__init__` say.
#[inline(never)]
fn make_from_code(
    heap: &mut Heap,
    constructor: &Constructor,
    codes: &[LoadedCode],
    arguments: &[Value],
) -> Option<Value> {
    if constructor.filled == 0 {
        return None;
    }
    let (number, arity, _) = heap.function(constructor.init)?;
    let mut completed;
    let arguments = if arity as usize == arguments.len() + 1 {
        arguments
    } else {
        completed = [Value::UNBOUND; FEW];
        completed_arguments(heap, constructor.init, arity, arguments, &mut completed)?
    };
    let code = codes.get(number as usize)?;
    let fields = Fields { instructions: code.instructions.iter(), constants: &code.constants, arguments };
    heap.new_filled_instance(constructor.filled, constructor.capacity as usize, fields).ok()
}

/// The arguments of an `__init__`, and the defaults of those that are not given.
fn completed_arguments<'a>(
    heap: &Heap,
    init: Value,
    arity: u16,
    given: &[Value],
    completed: &'a mut [Value; FEW],
) -> Option<&'a [Value]> {
    let completed = completed.get_mut(..(arity as usize).checked_sub(1)?)?;
    let defaults = heap.field(init, function_field::DEFAULTS);
    let without = completed.len().checked_sub(heap.sequence_len(defaults))?;
    for (index, place) in completed.iter_mut().enumerate() {
        *place = match given.get(index) {
            Some(&argument) => argument,
            None => heap.tuple_item(defaults, index.checked_sub(without)?)?,
        };
    }
    (given.len() <= completed.len()).then_some(&*completed)
}

impl Isolate {
    /// As [`make_instance`], where the loop has given back its registers.
    #[inline(never)]
    pub(crate) fn make_instance(&mut self, word: u32) -> Option<Value> {
        if self.thread.frames.is_full() {
            return None;
        }
        let window = window_at(&mut self.thread.stack, self.thread.frames.last()?.base)?;
        instance(&mut self.heap, &self.methods, &self.codes.list, window, word)
    }

    /// What calling a class does; an Unbound `__init__` where it is more than running one.
    #[inline(always)]
    pub(crate) fn constructor(&mut self, class: Value) -> Constructor {
        match self.methods.constructors.known(class) {
            Some(&known) => known,
            None => self.find_constructor(class),
        }
    }

    #[cold]
    #[inline(never)]
    fn find_constructor(&mut self, class: Value) -> Constructor {
        const SPECIAL: i64 = flag::ABSTRACT | flag::EXCEPTION | flag::METACLASS | flag::HAS_INNER | flag::HAS_DEL;
        let plain = self.heap.field(class, field::METACLASS) == TypeId::TYPE.value()
            && self.class_flags(class) & SPECIAL == 0
            && self
                .lookup(class, names::__new__)
                .and_then(Value::as_native)
                .is_some_and(|(table, _)| table == TypeId::OBJECT.number() as usize);
        let init = self.lookup(class, names::__init__).filter(|_| plain).unwrap_or(Value::UNBOUND);
        let number = |field: usize| self.heap.field(class, field).as_small_int().unwrap_or(0) as u32;
        let (shape, capacity) = (number(field::SHAPE), number(field::CAPACITY));
        let (filled, in_order) = self.shape_after(class, init, shape, capacity as usize).unwrap_or((0, IN_NO_ORDER));
        let mut found = Constructor { class, init, shape, capacity, filled, in_order, is_exception: false };
        if let Some(init) = self.plain_exception_init(class) {
            (found.init, found.is_exception) = (init, true);
        }
        if let Some(entry) = self.methods.constructors.0.get_mut(Constructors::place(class)) {
            *entry = found;
        }
        found
    }

    /// The `__init__` of a class of exceptions that adds no fields and is made as `BaseException` is; None if that is the
    /// builtin one.
    fn plain_exception_init(&mut self, class: Value) -> Option<Value> {
        const SPECIAL: i64 = flag::ABSTRACT | flag::METACLASS | flag::HAS_INNER;
        let flags = self.class_flags(class);
        let plain = flags & flag::EXCEPTION != 0
            && flags & SPECIAL == 0
            && self.heap.field(class, field::METACLASS) == TypeId::TYPE.value()
            && is_plain(self.layout_of(class));
        let from_plain = |method: Value| method.as_native().is_some_and(|(table, _)| is_plain(TypeId(table as u16)));
        if !plain || !self.lookup(class, names::__new__).is_some_and(from_plain) {
            return None;
        }
        let init = self.lookup(class, names::__init__)?;
        if from_plain(init) { Some(Value::NONE) } else { self.heap.function(init).map(|_| init) }
    }

    /// The shape that `__init__` leaves, if it does nothing but fill up to `capacity` fields of a fresh instance; and
    /// the number of arguments, if these are all fields in their order.
    fn shape_after(&mut self, class: Value, init: Value, fresh: u32, capacity: usize) -> Option<(u32, u32)> {
        let flags = self.class_flags(class);
        if flags & flag::HAS_SETATTR != 0 || flags & flag::HAS_DICT == 0 || !self.shapes.get(fresh)?.names.is_empty() {
            return None;
        }
        let (number, arity, _) = self.settled(init)?;
        if arity == u16::MAX || !self.codes.get(number)?.details().cell_slots().is_empty() {
            return None;
        }
        let parameters = 0..arity as u8;
        let (mut shape, mut pc, mut loaded) = (fresh, 0, None);
        let (mut fields, mut in_order) = (0, true);
        loop {
            let code = self.codes.get(number)?;
            let word = *code.instructions.get(pc)?;
            pc += 1;
            match Opcode::of(word) {
                Opcode::LoadSpecial if special_value(word).is_unbound() => return None,
                Opcode::LoadInt | Opcode::LoadSpecial | Opcode::LoadConst => {
                    loaded = Some(field_a(word)).filter(|register| !parameters.contains(register));
                    loaded?;
                }
                Opcode::SetAttr => {
                    let value = field_b(word);
                    let known = loaded == Some(value) || value != 0 && parameters.contains(&value);
                    let name = code.details().names().get(*code.instructions.get(pc)? as usize & 0xFFFF)?;
                    if field_a(word) != 0 || !known || name == names::__dict__ {
                        return None;
                    }
                    if self.shapes.find(shape, name).is_some() || fields >= capacity {
                        return None;
                    }
                    if let Some(attribute) = self.lookup(class, name)
                        && self.is_data_descriptor(attribute)
                    {
                        return None;
                    }
                    shape = self.shapes.with(shape, name);
                    loaded = None;
                    fields += 1;
                    in_order &= value as usize == fields;
                    pc += 1;
                }
                Opcode::ReturnSpecial if special_value(word).is_none() => {
                    let in_order = in_order && fields == capacity && fields + 1 == arity as usize;
                    return Some((shape, if in_order { fields as u32 } else { IN_NO_ORDER }));
                }
                _ => return None,
            }
        }
    }

    /// Instances of the class get room for so many fields from now on.
    pub(crate) fn set_capacity(&mut self, class: Value, capacity: usize) {
        self.heap.set_field(class, field::CAPACITY, Value::small_int(capacity as i64));
        for entry in &mut self.methods.constructors.0 {
            if entry.class == class {
                *entry = Constructor::UNKNOWN;
            }
        }
    }
}
