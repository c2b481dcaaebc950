//! Loaded code as the bytes that `ferropy compile` writes, and back: for `marshal`.

use super::code::{Instructions, LoadedCode, OwnInstructions};
use super::details::{Details, NameList};
use crate::heap::Kind;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value};
use alloc::boxed::Box;
use alloc::vec::Vec;
use ferropy_bytecode::{CodeObject, Constant, ScopedName, file_format, verifier};
use ferropy_numeric::Integer;

/// As deep as loading goes.
const DEEPEST: u32 = 200;

impl Isolate {
    /// A code object as bytes; nothing for code of the library, for code with constants that no source text has, and where memory
    /// was too short to keep the places in the source.
    #[must_use]
    pub fn code_bytes(&self, code: Value) -> Option<Vec<u8>> {
        self.written_code(code, 0).map(|code| file_format::encode(&code))
    }

    /// The code object that bytes hold; nothing if they hold none, or one that the verifier refuses.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn code_from_bytes(&mut self, bytes: &[u8]) -> Completion<Option<Value>> {
        match file_format::decode(bytes) {
            Ok(code) if verifier::verify(&code).is_ok() => self.load_code(code).map(Some),
            _ => Ok(None),
        }
    }

    fn written_code(&self, value: Value, depth: u32) -> Option<CodeObject> {
        let code: &LoadedCode = self.codes.get(self.heap.code(value)?).filter(|_| depth < DEEPEST)?;
        let Instructions::Own(OwnInstructions { details: own, .. }) = &code.instructions else { return None };
        let details: Details<'_> = code.details();
        let text = |value: Value| self.heap.str(value).map(Box::<str>::from);
        let texts = |list: NameList<'_>| list.iter().map(text).collect::<Option<Box<[_]>>>();
        let scoped = |name: super::details::ScopedSlot| {
            let super::details::ScopedSlot { name, slot, in_cell, start, end } = name;
            Some(ScopedName { name: text(name)?, slot, in_cell, start, end })
        };
        Some(CodeObject {
            name: text(details.name())?,
            qualified_name: details.qualified_text(&self.heap).into(),
            filename: text(details.filename())?,
            first_line: details.first_line(),
            flags: code.flags,
            positional_only: own.positional_only,
            positional: code.positional,
            keyword_only: code.keyword_only,
            slots: code.slots,
            caches: code.caches(),
            local_names: texts(details.local_names())?,
            cell_slots: details.cell_slots().into(),
            free_names: texts(details.free_names())?,
            instructions: code.compiled().into(),
            constants: self.written_constants(code.constants.iter().copied(), depth)?,
            names: texts(details.names())?,
            handlers: own.handlers.clone(),
            scoped_names: details.scoped_names().into_iter().map(scoped).collect::<Option<_>>()?,
            line_marks: details.line_marks().into(),
            positions: own.has_columns.then(|| own.positions.clone())?,
        })
    }

    fn written_constants(&self, values: impl Iterator<Item = Value>, depth: u32) -> Option<Box<[Constant]>> {
        values.map(|value| self.written_constant(value, depth + 1)).collect()
    }

    fn written_constant(&self, value: Value, depth: u32) -> Option<Constant> {
        if depth > DEEPEST {
            return None;
        }
        if value.is_bool() {
            return Some(Constant::Bool(value == Value::TRUE));
        }
        Some(match value {
            Value::NONE => Constant::None,
            Value::ELLIPSIS => Constant::Ellipsis,
            _ if self.type_of(value) == TypeId::INT.value() => match self.as_i64(value) {
                Some(number) => Constant::Int(number),
                None => {
                    let int = self.as_int(value)?;
                    Constant::BigInt(Integer::new(int.as_ref().is_negative(), int.as_ref().limbs().to_vec()))
                }
            },
            _ if self.type_of(value) == TypeId::FLOAT.value() => Constant::Float(self.as_float(value)?),
            _ if self.type_of(value) == TypeId::SLICE.value() => {
                let part = |place| self.written_constant(self.heap.field(value, place), depth + 1);
                Constant::Slice(Box::new([part(0)?, part(1)?, part(2)?]))
            }
            _ if self.heap.is_frozen_set(value) => {
                Constant::FrozenSet(self.written_constants(self.heap.entries(value).map(|(item, _)| item), depth)?)
            }
            _ => match self.heap.kind(value) {
                _ if self.heap.text(value).is_some() => Constant::Str(self.heap.text(value)?.bytes.into()),
                Some(Kind::Bytes) => Constant::Bytes(self.heap.bytes(value)?.into()),
                Some(Kind::Tuple) => Constant::Tuple(self.written_constants(self.heap.items(value), depth)?),
                Some(Kind::Code) => Constant::Code(Box::new(self.written_code(value, depth + 1)?)),
                _ => {
                    let (real, imaginary) = self.heap.complex(value)?;
                    Constant::Complex(real, imaginary)
                }
            },
        })
    }
}
