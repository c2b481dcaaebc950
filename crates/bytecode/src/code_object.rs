//! Code objects: what the compiler makes, the file format stores, the verifier checks and the runtime loads.

use alloc::boxed::Box;
use ferropy_numeric::Integer;

/// What a code object is, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodeFlags(pub u16);

impl CodeFlags {
    /// The function takes `*args`.
    pub const VARARGS: CodeFlags = CodeFlags(1);
    /// The function takes `**keywords`.
    pub const VARKEYWORDS: CodeFlags = CodeFlags(1 << 1);
    /// Calling makes a generator.
    pub const GENERATOR: CodeFlags = CodeFlags(1 << 2);
    /// Calling makes a coroutine.
    pub const COROUTINE: CodeFlags = CodeFlags(1 << 3);
    /// Calling makes an asynchronous generator.
    pub const ASYNC_GENERATOR: CodeFlags = CodeFlags(1 << 4);
    /// Names are looked up in a namespace that `R(0)` holds: module, class body, `exec`, `eval`.
    pub const NAMESPACE: CodeFlags = CodeFlags(1 << 5);
    /// The body of a class.
    pub const CLASS_BODY: CodeFlags = CodeFlags(1 << 6);
    /// The first constant is the docstring.
    pub const HAS_DOCSTRING: CodeFlags = CodeFlags(1 << 7);
    /// A function nested in another one.
    pub const NESTED: CodeFlags = CodeFlags(1 << 8);
    /// Compiled under `from __future__ import annotations`.
    pub const FUTURE_ANNOTATIONS: CodeFlags = CodeFlags(1 << 9);
    /// A function defined in a class body (its qualified name goes through a class).
    pub const METHOD: CodeFlags = CodeFlags(1 << 10);
    /// The generators that calling makes can be awaited: what `types.coroutine` marks.
    pub const ITERABLE_COROUTINE: CodeFlags = CodeFlags(1 << 11);

    /// Whether all bits of `other` are set.
    #[must_use]
    pub const fn has(self, other: CodeFlags) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any bit of `other` is set.
    #[must_use]
    pub const fn has_any(self, other: CodeFlags) -> bool {
        self.0 & other.0 != 0
    }

    /// The bits of both.
    #[must_use]
    pub const fn with(self, other: CodeFlags) -> CodeFlags {
        CodeFlags(self.0 | other.0)
    }
}

/// A constant of a code object.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// `None`.
    None,
    /// `True` or `False`.
    Bool(bool),
    /// `Ellipsis`.
    Ellipsis,
    /// An int of 64 bits.
    Int(i64),
    /// A longer int.
    BigInt(Integer),
    /// A float. Compared by its bits where constants are shared (`0.0` is not `-0.0`).
    Float(f64),
    /// A complex number: real and imaginary part.
    Complex(f64, f64),
    /// A string, as generalised UTF-8 (lone surrogates are encoded like other characters).
    Str(Box<[u8]>),
    /// Bytes.
    Bytes(Box<[u8]>),
    /// A tuple of constants.
    Tuple(Box<[Constant]>),
    /// A frozen set of constants, for `in {…}`.
    FrozenSet(Box<[Constant]>),
    /// A slice of constants: start, stop, step.
    Slice(Box<[Constant; 3]>),
    /// The code of a function, class body, generator expression.
    Code(Box<CodeObject>),
    /// Code that somebody took from the compiler as soon as it was there, who knows what the number means. In code that is
    /// nowhere else.
    Loaded(u32),
}

/// A range of instructions that an exception handler protects.
///
/// An exception raised by an instruction whose first word lies in `start..end` goes to `target` with the exception
/// in `R(register)`. The first entry that covers the instruction counts: inner ranges come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// First word protected.
    pub start: u32,
    /// First word no longer protected.
    pub end: u32,
    /// Where the handler starts.
    pub target: u32,
    /// The register that receives the exception.
    pub register: u8,
}

/// A name that means a slot in a part of the code only: a variable of a comprehension, for those who look at the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopedName {
    /// The name.
    pub name: Box<str>,
    /// The slot with its value.
    pub slot: u16,
    /// Whether the value lies in a cell there.
    pub in_cell: bool,
    /// The first word where the slot has the value.
    pub start: u32,
    /// The word behind the last one.
    pub end: u32,
}

/// A line with a statement that needs no instruction, as `try:` does: who traces the code is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineMark {
    /// The word in front of which the line is passed.
    pub word: u32,
    /// The line.
    pub line: u32,
    /// Jumps back to the word don't pass the line: a loop begins behind it.
    pub in_front_of_loop: bool,
}

/// A piece of compiled code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodeObject {
    /// `co_name`.
    pub name: Box<str>,
    /// `co_qualname`.
    pub qualified_name: Box<str>,
    /// `co_filename`.
    pub filename: Box<str>,
    /// `co_firstlineno`, from 1 (0 for code without a source line).
    pub first_line: u32,
    /// What kind of code it is.
    pub flags: CodeFlags,
    /// Number of positional-only parameters.
    pub positional_only: u16,
    /// Number of positional parameters, positional-only ones included.
    pub positional: u16,
    /// Number of keyword-only parameters.
    pub keyword_only: u16,
    /// Number of frame slots that code may touch. Slots from 256 on are reached by `GetSlot` and `SetSlot` only.
    pub slots: u16,
    /// Number of inline caches that instructions name. Where there are 0xFFFF, those without one name cache 0xFFFF, which
    /// is not counted.
    pub caches: u16,
    /// The named locals; the slot of a local is its index here. Parameters come first: positional, keyword-only,
    /// `*args`, `**keywords`. For namespace code entry 0 is `""`: the namespace itself.
    pub local_names: Box<[Box<str>]>,
    /// The slots of those locals that live in cells (`co_cellvars`), ascending.
    pub cell_slots: Box<[u16]>,
    /// The names of captured variables, in the order of the closure tuple (`co_freevars`).
    pub free_names: Box<[Box<str>]>,
    /// The instructions.
    pub instructions: Box<[u32]>,
    /// The constants.
    pub constants: Box<[Constant]>,
    /// Names of globals and attributes.
    pub names: Box<[Box<str>]>,
    /// Exception handlers, inner ones first.
    pub handlers: Box<[Handler]>,
    /// Names of parts of the code, outer ones behind inner ones.
    pub scoped_names: Box<[ScopedName]>,
    /// Lines without instructions, by their words.
    pub line_marks: Box<[LineMark]>,
    /// Source positions of the instructions, packed; see [`positions`](crate::positions).
    pub positions: Box<[u8]>,
}
