//! The tables that declare builtin functions, types and modules: static data, in flash on a board.

use super::reach::Reach;
use super::signature::Signature;
use crate::names;
use crate::{Completion, Isolate, Value};
use ferropy_bytecode::documentation::{Documentation, signature_only};
use ferropy_bytecode::frozen::FrozenModule;

/// A function written in Rust; see the rules in the parent module.
pub type NativeFunction = fn(&mut Isolate, &[Value]) -> Completion;

/// What a native function does where its arguments are plain: the loop asks it first, and need not be left for it.
/// Nothing where there is more to do: then nothing was changed, and the function itself is called.
///
/// It gets the positional arguments as the program gave them, `self` first for methods: as many as there are, of any
/// kind. What it makes is not collected before it returns.
pub type Shortcut = fn(&mut Reach<'_>, &[Value]) -> Option<Value>;

/// What a row of a table declares; last the counts of its signature, which lie where the compiler would leave bytes unused.
#[derive(Clone, Copy, Debug)]
pub enum RowKind {
    /// A function of a module, perhaps with a short cut.
    Function(NativeFunction, Option<Shortcut>, Signature),
    /// A method, perhaps with a short cut; instances of Python subclasses are unwrapped first.
    Method(NativeFunction, Option<Shortcut>, Signature),
    /// A method that gets `self` as it is.
    RawMethod(NativeFunction, Signature),
    /// A class method: the first argument is the class.
    ClassMethod(NativeFunction, Signature),
    /// A static method. `__new__` is one: its first argument is the class.
    StaticMethod(NativeFunction, Signature),
    /// A read-only attribute.
    Getter(NativeFunction, Signature),
    /// An attribute that can be set (second function: self, value) and deleted (value Unbound).
    GetSet(NativeFunction, NativeFunction, Signature),
    /// A constant: the function makes it, once for each isolate where it matters.
    Constant(NativeFunction, Signature),
}

/// A row: one builtin function, method or attribute.
#[derive(Debug)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// Its signature as CPython prints it; empty for attributes.
    pub text: &'static str,
    /// Its documentation.
    pub doc: Documentation,
    /// What it is.
    pub kind: RowKind,
}

#[cfg(target_os = "none")]
const _: () = assert!(size_of::<RowKind>() == 3 * size_of::<usize>());

impl Row {
    /// What the signature's text says.
    #[inline(always)]
    #[must_use]
    pub const fn signature(&self) -> Signature {
        match self.kind {
            RowKind::Function(_, _, signature)
            | RowKind::Method(_, _, signature)
            | RowKind::RawMethod(_, signature)
            | RowKind::ClassMethod(_, signature)
            | RowKind::StaticMethod(_, signature)
            | RowKind::Getter(_, signature)
            | RowKind::GetSet(_, _, signature)
            | RowKind::Constant(_, signature) => signature,
        }
    }

    /// The same function or method with a short cut.
    #[must_use]
    pub const fn with_shortcut(mut self, shortcut: Shortcut) -> Row {
        self.kind = match self.kind {
            RowKind::Function(function, _, signature) => RowKind::Function(function, Some(shortcut), signature),
            RowKind::Method(function, _, signature) => RowKind::Method(function, Some(shortcut), signature),
            other => other,
        };
        self
    }
}

const fn row(name: &'static str, text: &'static str, doc: &'static str, kind: RowKind) -> Row {
    Row { name, text, doc: Documentation::new(doc), kind }
}

/// A function of a module.
#[must_use]
pub const fn function(name: &'static str, text: &'static str, doc: &'static str, function: NativeFunction) -> Row {
    row(name, text, doc, RowKind::Function(function, None, Signature::parse(text)))
}

/// A method. `self` is the builtin object itself, also for instances of Python subclasses.
#[must_use]
pub const fn method(name: &'static str, text: &'static str, doc: &'static str, function: NativeFunction) -> Row {
    row(name, text, doc, RowKind::Method(function, None, Signature::parse(text)))
}

/// A method that gets `self` as it is, also an instance of a Python subclass.
#[must_use]
pub const fn raw_method(name: &'static str, text: &'static str, doc: &'static str, function: NativeFunction) -> Row {
    row(name, text, doc, RowKind::RawMethod(function, Signature::parse(text)))
}

/// A class method.
#[must_use]
pub const fn class_method(name: &'static str, text: &'static str, doc: &'static str, function: NativeFunction) -> Row {
    row(name, text, doc, RowKind::ClassMethod(function, Signature::parse(text)))
}

/// A static method, `__new__` among them.
#[must_use]
pub const fn static_method(name: &'static str, text: &'static str, doc: &'static str, function: NativeFunction) -> Row {
    row(name, text, doc, RowKind::StaticMethod(function, Signature::parse(text)))
}

/// A read-only attribute.
#[must_use]
pub const fn getter(name: &'static str, doc: &'static str, get: NativeFunction) -> Row {
    row(name, "($self)", doc, RowKind::Getter(get, Signature::parse("($self)")))
}

/// An attribute that can be set.
#[must_use]
pub const fn getset(name: &'static str, doc: &'static str, get: NativeFunction, set: NativeFunction) -> Row {
    row(name, "($self)", doc, RowKind::GetSet(get, set, Signature::parse("($self)")))
}

/// A constant.
#[must_use]
pub const fn constant(name: &'static str, doc: &'static str, make: NativeFunction) -> Row {
    row(name, "()", doc, RowKind::Constant(make, Signature::parse("()")))
}

/// A table of rows, as the isolate refers to it: a thin reference where memory is counted in kilobytes.
#[cfg(not(any(target_pointer_width = "64", target_arch = "wasm32")))]
pub(crate) type RowTable = &'static &'static [Row];
/// A table of rows, as the isolate refers to it.
#[cfg(any(target_pointer_width = "64", target_arch = "wasm32"))]
pub(crate) type RowTable = &'static [Row];

/// The reference to a table.
pub(crate) const fn row_table(rows: &'static &'static [Row]) -> RowTable {
    #[allow(clippy::borrow_deref_ref, clippy::explicit_auto_deref, reason = "one of two forms")]
    rows
}

/// The number of a builtin type in the isolate. The core types have constants, made where they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypeId(pub(crate) u16);

impl TypeId {
    /// The type as a value.
    #[inline(always)]
    #[must_use]
    pub const fn value(self) -> Value {
        Value::immediate(crate::value::Immediate::Type, self.0 as u32)
    }

    /// The number.
    #[inline(always)]
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }
}

/// What may be done with a builtin type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TypeFlags(pub u8);

impl TypeFlags {
    /// Python classes may derive from it.
    pub const SUBCLASSABLE: TypeFlags = TypeFlags(1);
    /// Its instances are exceptions.
    pub const EXCEPTION: TypeFlags = TypeFlags(1 << 1);
    /// A call `T(…)` is an error ("cannot create 'x' instances").
    pub const NOT_CALLABLE: TypeFlags = TypeFlags(1 << 2);
    /// Instances of a Python subclass need no builtin object inside: `object` itself.
    pub const NO_INNER: TypeFlags = TypeFlags(1 << 3);
    /// Its `+` and `*` are those of a sequence: all other methods are asked before.
    pub const SEQUENCE: TypeFlags = TypeFlags(1 << 4);

    /// Whether all bits of `other` are set.
    #[inline(always)]
    #[must_use]
    pub const fn has(self, other: TypeFlags) -> bool {
        self.0 & other.0 == other.0
    }

    /// The bits of both.
    #[must_use]
    pub const fn with(self, other: TypeFlags) -> TypeFlags {
        TypeFlags(self.0 | other.0)
    }
}

/// A builtin type: its rows, and the special methods among them by number.
#[derive(Debug)]
pub struct TypeSpec {
    /// `__name__`.
    pub name: &'static str,
    /// `__module__`.
    pub module: &'static str,
    /// `__doc__`; may start with the constructor's signature, `name(…)\n--\n\n`.
    pub doc: &'static str,
    /// The base, by a function because numbers of types outside the core are known at run time only.
    pub base: TypeId,
    /// A second base, for the few types that have one.
    pub second_base: Option<TypeId>,
    /// The methods and attributes.
    pub rows: &'static [Row],
    /// For each special method one more than its row's number, 0 where the type has none.
    pub slots: [u8; names::SPECIAL_COUNT],
    /// What may be done with the type.
    pub flags: TypeFlags,
}

impl TypeSpec {
    /// A type that derives from `object` and can be subclassed by Python classes.
    #[must_use]
    pub const fn new(name: &'static str, doc: &'static str, rows: &'static [Row]) -> TypeSpec {
        let mut slots = [0; names::SPECIAL_COUNT];
        let mut index = 0;
        while index < rows.len() {
            if let Some(slot) = names::special_index_of(rows[index].name) {
                slots[slot] = index as u8 + 1;
            }
            index += 1;
        }
        TypeSpec {
            name,
            module: "builtins",
            doc: signature_only(doc),
            base: TypeId::OBJECT,
            second_base: None,
            rows,
            slots,
            flags: TypeFlags::SUBCLASSABLE,
        }
    }

    /// The same type with another base.
    #[must_use]
    pub const fn with_base(mut self, base: TypeId) -> TypeSpec {
        self.base = base;
        self
    }

    /// The same type with a second base.
    #[must_use]
    pub const fn with_second_base(mut self, base: TypeId) -> TypeSpec {
        self.second_base = Some(base);
        self
    }

    /// The same type with these flags instead.
    #[must_use]
    pub const fn with_flags(mut self, flags: TypeFlags) -> TypeSpec {
        self.flags = flags;
        self
    }

    /// The same type in another module.
    #[must_use]
    pub const fn in_module(mut self, module: &'static str) -> TypeSpec {
        self.module = module;
        self
    }

    /// The row of a special method in the type's own slot table.
    #[inline]
    #[must_use]
    pub fn special(&self, slot: Option<usize>) -> Option<&'static Row> {
        let row = usize::from(*self.slots.get(slot?)?).checked_sub(1)?;
        self.rows.get(row)
    }

    /// The number of the row with that name.
    #[must_use]
    pub fn find(&self, name: &[u8]) -> Option<usize> {
        self.rows.iter().position(|row| row.name.as_bytes() == name)
    }
}

/// A builtin module.
#[derive(Debug)]
pub struct ModuleSpec {
    /// Its name, dotted for a submodule.
    pub name: &'static str,
    /// `__doc__`.
    pub doc: &'static str,
    /// Functions and constants.
    pub rows: &'static [Row],
    /// Types that the module shows under their names.
    pub types: &'static [&'static TypeSpec],
    /// Called once after the module's dict is filled: (module).
    pub initialize: Option<NativeFunction>,
    /// The part that is written in Python: its code runs in the module's namespace after all the rest.
    pub frozen: Option<&'static FrozenModule>,
}
