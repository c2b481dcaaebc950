//! Classes.

use crate::calls::CallForm;
use crate::expressions::has_starred;
use crate::generator::{Done, Generator};
use crate::scope::part;
use crate::unit::Reg;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_bytecode::{CodeFlags, Constant, Intrinsic, Opcode};
use ferropy_syntax::tree::{ClassDef, SourceRange};

impl<'a> Generator<'a> {
    pub(crate) fn class(&mut self, class: &'a ClassDef, range: SourceRange) -> Done {
        let decorators = self.decorators(&class.decorators)?;
        let target = self.unit.temp();
        if class.type_params.is_empty() {
            self.class_object(class, range, target, None)?;
        } else {
            let scope = self.table.find(class, part::TYPE_PARAMS);
            let title = alloc::format!("<generic parameters of {}>", self.names.text(class.name));
            self.open(scope, &title, range);
            let params = self.type_parameters(&class.type_params)?;
            let base = self.unit.temp();
            let pair = self.unit.temps(2);
            self.unit.move_to(pair, params);
            self.intrinsic(Intrinsic::SubscriptGeneric, base, pair);
            let result = self.unit.temp();
            self.class_object(class, range, result, Some(base))?;
            self.unit.abc(Opcode::Return, result, 0, 0);
            self.unit.reachable = false;
            let code = self.close()?;
            let call = self.unit.temp();
            self.make_function(code, scope, call, 0);
            self.unit.abc(Opcode::Call, call, 0, 0);
            self.unit.move_to(target, call);
        }
        self.apply_decorators(&class.decorators, decorators, target);
        self.store_name(class.name, target);
        Ok(())
    }

    /// `__build_class__(body, name, *bases, **keywords)`. `generic` holds a further base.
    fn class_object(&mut self, class: &'a ClassDef, range: SourceRange, target: Reg, generic: Option<Reg>) -> Done {
        self.check_keywords(&class.keywords)?;
        let base = self.unit.temp();
        let parts = self.unit.temps(2);
        let name = String::from(self.names.text(class.name));
        self.class_body(class, range, parts, &name, generic.is_some())?;
        self.unit.load(parts + 1, &Constant::Str(name.as_bytes().into()));
        let plain = !has_starred(&class.bases)
            && class.keywords.iter().all(|keyword| keyword.name.is_some())
            && class.bases.len() + class.keywords.len() <= 50
            && !self.unit.is_wide()
            && generic.is_none();
        if plain {
            self.plain_arguments(&class.bases, &class.keywords, base, CallForm::BuildClass)?;
        } else {
            let list = self.unit.temps(3);
            self.unit.move_to(list + 1, parts);
            self.unit.move_to(list + 2, parts + 1);
            // The list goes where the body function lies now.
            self.unpacked_class(class, base, list + 1, generic)?;
        }
        self.unit.move_to(target, base);
        Ok(())
    }

    fn unpacked_class(&mut self, class: &'a ClassDef, base: Reg, first: Reg, generic: Option<Reg>) -> Done {
        self.unpacked_arguments_with(&[first, first + 1], class, base, generic)
    }

    fn unpacked_arguments_with(&mut self, first: &[Reg], class: &'a ClassDef, base: Reg, generic: Option<Reg>) -> Done {
        let Some(generic) = generic else {
            return self.unpacked_arguments(first, &class.bases, &class.keywords, base, CallForm::BuildClass);
        };
        // Bases, then `Generic[…]`: as a list of its own, because keywords come behind it.
        let list = self.unit.temp();
        self.unit.abc(Opcode::NewList, list, first.first().copied().unwrap_or(0), first.len() as u8);
        self.list_items(&class.bases, list)?;
        self.unit.abc(Opcode::ListAppend, list, generic, 0);
        let dict = self.unit.temp();
        self.unit.abc(Opcode::NewDict, dict, 0, 0);
        for keyword in &class.keywords {
            let mark = self.unit.next;
            match keyword.name {
                Some(name) => {
                    let key = self.unit.temp();
                    let text = self.mangled_text(name);
                    self.unit.load(key, &Constant::Str(text.as_bytes().into()));
                    let value = self.operand(&keyword.value)?;
                    self.unit.abc(Opcode::DictSet, dict, key, value);
                }
                None => {
                    let mapping = self.operand(&keyword.value)?;
                    self.unit.abc(Opcode::DictMerge, dict, mapping, base);
                }
            }
            self.unit.release(mark);
        }
        self.unit.move_to(base + 1, list);
        self.unit.move_to(base + 2, dict);
        self.unit.abc(Opcode::BuildClassUnpack, base, 0, 0);
        Ok(())
    }

    /// The function of a class's body, into `target`.
    fn class_body(
        &mut self,
        class: &'a ClassDef,
        range: SourceRange,
        target: Reg,
        name: &str,
        is_generic: bool,
    ) -> Done {
        let before = self.class.replace(class.name);
        let scope = self.table.find(class, part::BODY);
        self.open(scope, name, range);
        self.unit.flags = self.unit.flags.with(CodeFlags::NAMESPACE).with(CodeFlags::CLASS_BODY);
        self.unit.local_texts.insert(0, String::new());
        self.unit.parameters = 1;
        self.unit.temps(1);
        let (needs_class, needs_dict) =
            self.table.scopes.get(scope).map_or((false, false), |scope| (scope.needs_class, scope.needs_class_dict));
        for (needed, text) in [(needs_class, "__class__"), (needs_dict, "__classdict__")] {
            if needed {
                let cell = self.names.intern(text);
                let index = self.unit.local_texts.len();
                self.unit.locals.insert(cell, index);
                self.unit.local_texts.push(text.into());
                self.unit.cells.push(index);
                self.unit.temps(1);
            }
        }
        if needs_dict && let Some(cell) = self.names.find("__classdict__").and_then(|n| self.unit.locals.get(&n)) {
            let cell = *cell as Reg;
            self.unit.abc(Opcode::SetCell, cell, 0, 0);
        }
        let register = self.unit.temp();
        let x = self.unit.name_cache("__name__");
        self.unit.abcx(Opcode::GetName, register, 0, 0, x);
        self.store_namespace("__module__", register);
        let qualified = self.unit.qualified_name.clone();
        self.unit.load(register, &Constant::Str(qualified.as_bytes().into()));
        self.store_namespace("__qualname__", register);
        let line = self.source.line_of(class.decorators.first().map_or(range.start, |first| first.range.start));
        self.unit.load(register, &Constant::Int(i64::from(line)));
        self.store_namespace("__firstlineno__", register);
        if is_generic {
            let hidden = self.names.intern(".type_params");
            self.load_name(hidden, register);
            self.store_namespace("__type_params__", register);
        }
        if let Some(docstring) = self.docstring(&class.body) {
            self.unit.load(register, &Constant::Str(docstring));
            self.store_namespace("__doc__", register);
        }
        self.unit.release(register as usize);
        self.module_annotations(&class.body)?;
        let finally_bodies = core::mem::take(&mut self.finally_bodies);
        self.body(&class.body)?;
        self.finally_bodies = finally_bodies;
        self.class_end(needs_class, needs_dict);
        let code = self.close()?;
        self.class = before;
        let mark = self.unit.next;
        let function = self.unit.temp();
        self.make_function(code, scope, function, 0);
        self.unit.move_to(target, function);
        self.unit.release(mark);
        Ok(())
    }

    fn class_end(&mut self, needs_class: bool, needs_dict: bool) {
        let register = self.unit.temp();
        let attributes: Vec<Constant> =
            self.unit.static_attributes.iter().map(|text| Constant::Str(text.as_bytes().into())).collect();
        self.unit.load(register, &Constant::Tuple(attributes.into()));
        self.store_namespace("__static_attributes__", register);
        for (needed, text, name) in
            [(needs_dict, "__classdict__", "__classdictcell__"), (needs_class, "__class__", "__classcell__")]
        {
            if needed && let Some(cell) = self.names.find(text).and_then(|n| self.unit.locals.get(&n)) {
                let cell = *cell as Reg;
                self.unit.move_to(register, cell);
                self.store_namespace(name, register);
            }
        }
        if !needs_class {
            self.unit.load_none(register);
        }
        self.unit.abc(Opcode::Return, register, 0, 0);
        self.unit.reachable = false;
    }
}
