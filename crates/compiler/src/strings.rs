//! f-strings and t-strings.

use crate::expressions::CHUNK;
use crate::generator::{Done, Generator};
use crate::unit::Reg;
use alloc::vec::Vec;
use ferropy_bytecode::{Constant, Opcode};
use ferropy_syntax::tree::{self, Conversion, Expression, ExpressionKind};

impl<'a> Generator<'a> {
    pub(crate) fn joined_string(&mut self, parts: &'a [Expression], target: Reg) -> Done {
        if parts.is_empty() {
            self.unit.load(target, &Constant::Str(Vec::new().into()));
            return Ok(());
        }
        if let [only] = parts {
            return self.expression(only, target);
        }
        if parts.len() > CHUNK {
            let first = self.unit.next as Reg;
            let groups = parts.chunks(parts.len().div_ceil(CHUNK).max(CHUNK));
            let count = groups.len();
            for group in groups {
                let register = self.unit.temp();
                let mark = self.unit.next;
                self.joined_string(group, register)?;
                self.unit.release(mark);
            }
            self.unit.abc(Opcode::BuildString, target, first, count as u8);
            return Ok(());
        }
        let first = self.unit.next as Reg;
        for part in parts {
            let register = self.unit.temp();
            self.expression(part, register)?;
        }
        self.unit.abc(Opcode::BuildString, target, first, parts.len() as u8);
        Ok(())
    }

    pub(crate) fn formatted(&mut self, expression: &'a Expression, target: Reg) -> Done {
        let ExpressionKind::FormattedValue(inner) = &expression.kind else { return Ok(()) };
        let mut value = self.operand(&inner.value)?;
        let conversion = conversion_number(inner.conversion);
        if conversion != 0 {
            let converted = self.unit.temp();
            self.unit.abc(Opcode::Convert, converted, value, conversion);
            value = converted;
        }
        match &inner.format_spec {
            Some(spec) => {
                let spec = self.operand(spec)?;
                self.unit.abc(Opcode::FormatSpec, target, value, spec);
            }
            None => self.unit.abc(Opcode::Format, target, value, 0),
        }
        Ok(())
    }

    pub(crate) fn template_string(&mut self, parts: &'a [Expression], target: Reg) -> Done {
        // Strings and interpolations alternate, with a string at both ends.
        let mut strings: Vec<Constant> = Vec::new();
        let mut text: Vec<u8> = Vec::new();
        let pair = self.unit.temps(2);
        let list = self.unit.temp();
        self.unit.abc(Opcode::NewList, list, 0, 0);
        for part in parts {
            match &part.kind {
                ExpressionKind::Constant(tree::Constant::String(bytes)) => text.extend_from_slice(bytes),
                _ => {
                    strings.push(Constant::Str(core::mem::take(&mut text).into()));
                    let mark = self.unit.next;
                    let register = self.unit.temp();
                    self.expression(part, register)?;
                    self.unit.abc(Opcode::ListAppend, list, register, 0);
                    self.unit.release(mark);
                }
            }
        }
        strings.push(Constant::Str(text.into()));
        self.unit.load(pair, &Constant::Tuple(strings.into()));
        self.unit.abc(Opcode::ListToTuple, pair + 1, list, 0);
        self.unit.abc(Opcode::NewTemplate, target, pair, 0);
        Ok(())
    }

    pub(crate) fn interpolation(&mut self, expression: &'a Expression, target: Reg) -> Done {
        let ExpressionKind::Interpolation(inner) = &expression.kind else { return Ok(()) };
        let first = self.unit.temps(4);
        self.expression(&inner.value, first)?;
        self.unit.load(first + 1, &Constant::Str(inner.text.clone()));
        let conversion = match inner.conversion {
            Conversion::None => Constant::None,
            Conversion::Str => Constant::Str(b"s".as_slice().into()),
            Conversion::Repr => Constant::Str(b"r".as_slice().into()),
            Conversion::Ascii => Constant::Str(b"a".as_slice().into()),
        };
        self.unit.load(first + 2, &conversion);
        match &inner.format_spec {
            Some(spec) => self.expression(spec, first + 3)?,
            None => self.unit.load(first + 3, &Constant::Str(Vec::new().into())),
        }
        self.unit.abc(Opcode::NewInterpolation, target, first, 0);
        Ok(())
    }
}

fn conversion_number(conversion: Conversion) -> u8 {
    match conversion {
        Conversion::None => 0,
        Conversion::Str => 1,
        Conversion::Repr => 2,
        Conversion::Ascii => 3,
    }
}
