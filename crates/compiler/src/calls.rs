//! Calls.

use crate::expressions::has_starred;
use crate::generator::{Done, Generator};
use crate::unit::Reg;
use alloc::vec::Vec;
use ferropy_bytecode::{Constant, Opcode};
use ferropy_syntax::tree::{Attribute, Call, Expression, ExpressionKind, Keyword, SourceRange};

/// More arguments than this go through a list.
const MOST_ARGUMENTS: usize = 50;

/// Which instructions make a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CallForm {
    /// A callable in the first register.
    Plain,
    /// `__build_class__`, which the instruction loads itself.
    BuildClass,
}

impl<'a> Generator<'a> {
    pub(crate) fn call(&mut self, call: &'a Call, range: SourceRange, target: Reg) -> Done {
        self.check_keywords(&call.keywords)?;
        let base = if self.unit.is_top(target) { target } else { self.unit.temp() };
        if let Some(attribute) = self.method_of(call) {
            let receiver = self.unit.temp();
            let object = self.early_operand(&attribute.value, &[])?;
            self.call_method(attribute, call, base, receiver, object)?;
        } else {
            self.expression(&call.func, base)?;
            self.call_arguments(call, range, base)?;
        }
        self.unit.move_to(target, base);
        Ok(())
    }

    fn call_arguments(&mut self, call: &'a Call, range: SourceRange, base: Reg) -> Done {
        self.at(range);
        if self.is_plain(call) {
            self.plain_arguments(&call.args, &call.keywords, base, CallForm::Plain)
        } else {
            self.unpacked_arguments(&[], &call.args, &call.keywords, base, CallForm::Plain)
        }
    }

    /// Whether all arguments may lie side by side in registers.
    fn is_plain(&self, call: &Call) -> bool {
        !has_starred(&call.args)
            && call.keywords.iter().all(|keyword| keyword.name.is_some())
            && call.args.len() + call.keywords.len() <= MOST_ARGUMENTS
            && (call.keywords.is_empty() || !self.unit.is_wide())
    }

    /// The attribute that a call gets its function from, if it is made as a method call.
    fn method_of(&self, call: &'a Call) -> Option<&'a Attribute> {
        match &call.func.kind {
            ExpressionKind::Attribute(attribute) if self.is_plain(call) && !self.unit.is_wide() => Some(attribute),
            _ => None,
        }
    }

    /// What a link of a long chain is applied to, if that is not simply what stands first in it: a method's object.
    pub(crate) fn receiver(&self, link: &'a Expression) -> Option<&'a Expression> {
        match &link.kind {
            ExpressionKind::Call(call) => self.method_of(call).map(|attribute| &attribute.value),
            _ => None,
        }
    }

    /// A call in a long chain: the callable, or the object whose method is called, lies in `base`, the topmost register.
    pub(crate) fn call_on(&mut self, call: &'a Call, range: SourceRange, base: Reg) -> Done {
        self.check_keywords(&call.keywords)?;
        let Some(attribute) = self.method_of(call) else { return self.call_arguments(call, range, base) };
        let receiver = self.unit.temp();
        let object = self.unit.temp();
        self.unit.move_to(object, base);
        self.call_method(attribute, call, base, receiver, object)
    }

    pub(crate) fn check_keywords(&mut self, keywords: &'a [Keyword]) -> Done {
        for (index, keyword) in keywords.iter().enumerate() {
            let Some(name) = keyword.name else { continue };
            if self.names.text(name) == "__debug__" {
                return self.error("cannot assign to __debug__", keyword.range);
            }
            if let Some(again) = keywords.iter().skip(index + 1).find(|other| other.name == Some(name)) {
                let text = self.names.text(name);
                return self.error(alloc::format!("keyword argument repeated: {text}"), again.range);
            }
        }
        Ok(())
    }

    /// A method call: `base` and `receiver` behind it are for the function and what it is bound to.
    fn call_method(&mut self, attribute: &'a Attribute, call: &'a Call, base: Reg, receiver: Reg, object: Reg) -> Done {
        debug_assert!(self.unit.too_complex || receiver == base.wrapping_add(1), "a register between the two");
        let range = self.unit.position;
        self.at(call.func.range);
        self.start_at_name(call.func.range, attribute.attr);
        let text = self.mangled_text(attribute.attr);
        let x = self.unit.name_cache(&text);
        self.unit.abcx(Opcode::GetMethod, base, object, 0, x);
        self.unit.position = range;
        self.start_at_name(call.func.range, attribute.attr);
        self.unit.release(receiver as usize + 1);
        let count = self.positional(&call.args)? + self.keyword_values(&call.keywords)?;
        if count == 0 || matches!(text.as_str(), "eval" | "exec") {
            self.unit.note_visible_locals();
        }
        match self.keyword_names(&call.keywords) {
            None => self.unit.abc(Opcode::CallMethod, base, count as u8, 0),
            Some(names) => self.unit.abcx(Opcode::CallMethodKeywords, base, count as u8, 0, names),
        }
        Ok(())
    }

    fn positional(&mut self, args: &'a [Expression]) -> Done<usize> {
        self.consecutive(args)?;
        Ok(args.len())
    }

    fn keyword_values(&mut self, keywords: &'a [Keyword]) -> Done<usize> {
        for keyword in keywords {
            let register = self.unit.temp();
            self.expression(&keyword.value, register)?;
        }
        Ok(keywords.len())
    }

    /// The constant with the names of keyword arguments.
    fn keyword_names(&mut self, keywords: &[Keyword]) -> Option<u32> {
        if keywords.is_empty() {
            return None;
        }
        let names: Vec<Constant> = keywords
            .iter()
            .filter_map(|keyword| keyword.name)
            .map(|name| {
                let text = self.mangled_text(name);
                Constant::Str(text.as_bytes().into())
            })
            .collect();
        Some(self.unit.constant(Constant::Tuple(names.into())))
    }

    /// Arguments side by side behind `base`, and the call.
    pub(crate) fn plain_arguments(
        &mut self,
        args: &'a [Expression],
        keywords: &'a [Keyword],
        base: Reg,
        form: CallForm,
    ) -> Done {
        // What is between the callable and its arguments already counts as arguments.
        let before = self.unit.next - base as usize - 1;
        let count = before + self.positional(args)? + self.keyword_values(keywords)?;
        let names = self.keyword_names(keywords);
        self.unit.note_visible_locals();
        match (form, names) {
            (CallForm::Plain, None) => self.unit.abc(Opcode::Call, base, count as u8, 0),
            (CallForm::Plain, Some(names)) => self.unit.abcx(Opcode::CallKeywords, base, count as u8, 0, names),
            (CallForm::BuildClass, None) => self.unit.abc(Opcode::BuildClass, base, count as u8, 0),
            (CallForm::BuildClass, Some(names)) => {
                self.unit.abcx(Opcode::BuildClassKeywords, base, count as u8, 0, names);
            }
        }
        Ok(())
    }

    /// Arguments in a list and a dict, and the call. `first` are registers with leading arguments.
    pub(crate) fn unpacked_arguments(
        &mut self,
        first: &[Reg],
        args: &'a [Expression],
        keywords: &'a [Keyword],
        base: Reg,
        form: CallForm,
    ) -> Done {
        let mark = self.unit.next;
        let list = base + 1;
        let dict = base + 2;
        if mark <= base as usize + 2 {
            self.unit.temps(base as usize + 3 - mark);
        }
        match (first, args, form) {
            // The leading arguments of a class lie where list and dict go: pack them first.
            ([start, ..], ..) => {
                self.unit.abc(Opcode::NewList, list, *start, first.len() as u8);
                self.list_items(args, list)?;
            }
            // One iterable alone is taken apart by the call, after the keywords were evaluated.
            ([], [Expression { kind: ExpressionKind::Starred(only), .. }], CallForm::Plain) => {
                self.expression(only, list)?;
            }
            _ => {
                self.unit.abc(Opcode::NewList, list, 0, 0);
                self.list_items(args, list)?;
            }
        }
        if keywords.is_empty() {
            self.unit.load_unbound(dict);
        } else {
            self.unit.abc(Opcode::NewDict, dict, 0, 0);
            for keyword in keywords {
                let mark = self.unit.next;
                match keyword.name {
                    Some(name) => {
                        let text = self.mangled_text(name);
                        // A mapping with one key, so that a key given twice is noticed.
                        let pair = self.unit.temps(2);
                        self.unit.load(pair, &Constant::Str(text.as_bytes().into()));
                        self.expression(&keyword.value, pair + 1)?;
                        self.unit.abc(Opcode::NewDict, pair, pair, 1);
                        self.unit.abc(Opcode::DictMerge, dict, pair, base);
                    }
                    None => {
                        let mapping = self.operand(&keyword.value)?;
                        self.unit.abc(Opcode::DictMerge, dict, mapping, base);
                    }
                }
                self.unit.release(mark);
            }
        }
        self.unit.note_visible_locals();
        let opcode = match form {
            CallForm::Plain => Opcode::CallUnpack,
            CallForm::BuildClass => Opcode::BuildClassUnpack,
        };
        self.unit.abc(opcode, base, 0, 0);
        Ok(())
    }
}
