//! Frozen code: it runs where it lies, in static data.
//!
//! A function of frozen code is made with the number of the code in its module. Only when it is called for the first time
//! does the code get an entry in the table, with its constants and caches; most functions of an imported module are
//! never called.
//!
//! ```text
//! number of code:    0 | place in the table                                   loaded
//!                    1 | 0 | module, 10 bits | place in the module, 14 bits    frozen
//! ```

use super::code::{CodeTable, FrozenInstructions, Instructions, LoadedCode, NO_CACHES, NO_OBJECT, arity_of};
use super::details::Details;
use crate::exceptions::raise;
use crate::value::Immediate;
use crate::{Completion, Isolate, Value, names};
use alloc::vec::Vec;
use ferropy_bytecode::CodeFlags;
use ferropy_bytecode::frozen::{ConstantReader, FrozenCode, FrozenConstant};
use ferropy_numeric::Integer;

/// The bit of numbers of code that is not loaded.
pub(super) const FROZEN: u32 = 1 << 31;
const CODE_BITS: u32 = 14;

/// The number of code `index` of a frozen module.
pub(crate) const fn frozen_number(module: usize, index: u32) -> u32 {
    FROZEN | (module as u32) << CODE_BITS | index
}

impl CodeTable {
    /// The number under which frozen code is loaded.
    fn loaded(&self, number: u32) -> Option<u32> {
        let place = self.frozen.binary_search_by_key(&number, |&(frozen, _)| frozen).ok()?;
        self.frozen.get(place).map(|&(_, loaded)| loaded)
    }
}

impl Isolate {
    fn frozen_code(&self, number: u32) -> Option<&'static FrozenCode> {
        let module = self.modules.get(((number & !FROZEN) >> CODE_BITS) as usize)?.frozen?;
        module.codes.get((number & ((1 << CODE_BITS) - 1)) as usize)
    }

    /// The number and the arity of the code that a constant is.
    pub(crate) fn code_constant(&self, constant: Value) -> Option<(u32, u16)> {
        if let Some(number) = self.heap.code(constant) {
            return Some((number, self.codes.get(number)?.arity()));
        }
        let number = FROZEN | constant.payload_of(Immediate::FrozenCode)?;
        let code = self.frozen_code(number)?;
        let arity = arity_of(code.flags(), code.slots().into(), code.keyword_only().into(), code.positional().into());
        Some((self.codes.loaded(number).unwrap_or(number), arity))
    }

    /// Makes sure that a function's code is loaded: before whatever looks at the code or runs it.
    ///
    /// # Errors
    /// When memory is short.
    #[inline]
    pub(crate) fn settle(&mut self, function: Value) -> Completion<()> {
        match self.heap.function(function) {
            Some((number, arity, _)) if number & FROZEN != 0 => self.settle_frozen(function, number, arity),
            _ => Ok(()),
        }
    }

    /// As [`Heap::function`](crate::heap::Heap::function), of a function whose code is loaded. Nothing without memory.
    #[inline(always)]
    pub(crate) fn settled(&mut self, function: Value) -> Option<(u32, u16, u32)> {
        let (number, arity, globals) = self.heap.function(function)?;
        if number & FROZEN == 0 {
            return Some((number, arity, globals));
        }
        self.settle_frozen(function, number, arity).ok()?;
        self.heap.function(function)
    }

    #[cold]
    #[inline(never)]
    fn settle_frozen(&mut self, function: Value, number: u32, arity: u16) -> Completion<()> {
        let loaded = self.load_frozen(number)?;
        self.heap.set_function(function, loaded, arity);
        Ok(())
    }

    /// Loads frozen code, unless it is loaded.
    pub(crate) fn load_frozen(&mut self, number: u32) -> Completion<u32> {
        if let Some(loaded) = self.codes.loaded(number) {
            self.shade_code(loaded);
            return Ok(loaded);
        }
        let Some(code) = self.frozen_code(number) else { return Err(raise::internal(self)) };
        let mark = self.kept.len();
        let mut constants = Vec::with_capacity(code.constant_count());
        let mut reader = code.constants();
        for _ in 0..code.constant_count() {
            constants.push(self.frozen_constant(&mut reader, number)?);
        }
        self.kept.truncate(mark);
        // The body of a module or class runs once: nothing that caches know would be used.
        let caches = if code.flags().has(CodeFlags::NAMESPACE) { 0 } else { code.caches().into() };
        let cache_base = if caches == 0 { NO_CACHES } else { self.first_caches(caches) };
        let instructions =
            Instructions::Frozen(FrozenInstructions { code, object: NO_OBJECT, words: code.instructions() });
        let loaded = self.codes.add(LoadedCode::new(
            instructions,
            constants.into(),
            (cache_base, caches),
            code.flags(),
            [code.positional().into(), code.keyword_only().into(), code.slots().into()],
        ));
        let place = self.codes.frozen.partition_point(|&(frozen, _)| frozen < number);
        self.codes.frozen.insert(place, (number, loaded));
        Ok(loaded)
    }

    fn frozen_constant(&mut self, reader: &mut ConstantReader, number: u32) -> Completion {
        let value = match reader.read() {
            FrozenConstant::None => Value::NONE,
            FrozenConstant::Bool(value) => Value::bool(value),
            FrozenConstant::Ellipsis => Value::ELLIPSIS,
            FrozenConstant::Int(value) => self.new_int(value)?,
            FrozenConstant::BigInt(is_negative, bytes) => {
                let limbs = bytes.as_chunks::<4>().0.iter().map(|&limb| u32::from_le_bytes(limb)).collect();
                self.new_integer(&Integer::new(is_negative, limbs))?
            }
            FrozenConstant::Float(value) => self.new_float(value)?,
            FrozenConstant::Complex(real, imaginary) => self.new_complex(real, imaginary)?,
            FrozenConstant::Text(number) => names::numbered(number),
            FrozenConstant::Str(bytes) => self.new_text(bytes)?,
            FrozenConstant::Bytes(bytes) => self.new_bytes(bytes)?,
            FrozenConstant::Tuple(count) => {
                let items = self.frozen_constants(reader, number, count)?;
                self.new_tuple(&items)?
            }
            FrozenConstant::FrozenSet(count) => {
                let items = self.frozen_constants(reader, number, count)?;
                let set = self.new_set(true)?;
                for item in items {
                    self.set_add(set, item)?;
                }
                set
            }
            FrozenConstant::Slice => match self.frozen_constants(reader, number, 3)?.as_slice() {
                &[start, stop, step] => self.new_slice(start, stop, step)?,
                _ => Value::NONE,
            },
            FrozenConstant::Code(index) => {
                let first = number & !FROZEN & !((1 << CODE_BITS) - 1);
                Value::immediate(Immediate::FrozenCode, first | index)
            }
        };
        Ok(self.keep(value))
    }

    fn frozen_constants(&mut self, reader: &mut ConstantReader, number: u32, count: usize) -> Completion<Vec<Value>> {
        (0..count).map(|_| self.frozen_constant(reader, number)).collect()
    }

    /// A constant as programs see it: code objects are made when somebody looks.
    pub(crate) fn shown_constant(&mut self, constant: Value) -> Completion {
        match constant.payload_of(Immediate::FrozenCode) {
            Some(number) => {
                let number = self.load_frozen(FROZEN | number)?;
                self.code_object(number)
            }
            None => Ok(constant),
        }
    }

    /// The documentation of a function whose code need not be loaded: its first constant, if that is one.
    pub(crate) fn code_documentation(&mut self, function: Value) -> Completion {
        if let Some((number, ..)) = self.heap.function(function)
            && let Some(code) = self.frozen_code(number).filter(|_| number & FROZEN != 0)
        {
            return match code.constants().read() {
                FrozenConstant::Text(number) if code.flags().has(CodeFlags::HAS_DOCSTRING) => {
                    Ok(names::numbered(number))
                }
                FrozenConstant::Str(bytes) if code.flags().has(CodeFlags::HAS_DOCSTRING) => self.new_text(bytes),
                _ => Ok(Value::NONE),
            };
        }
        let Some(code) = self.code_of(function) else { return Ok(Value::NONE) };
        let doc = code.constants.first().copied().filter(|_| code.flags.has(CodeFlags::HAS_DOCSTRING));
        Ok(doc.unwrap_or(Value::NONE))
    }

    /// The details of a function's code, which need not be loaded.
    pub(crate) fn function_details(&self, function: Value) -> Option<Details<'_>> {
        let (number, ..) = self.heap.function(function)?;
        if number & FROZEN != 0 {
            return self.frozen_code(number).map(Details::Frozen);
        }
        self.codes.get(number).map(LoadedCode::details)
    }
}
