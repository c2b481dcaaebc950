//! Type parameters and the `type` statement: hidden functions around what they belong to, and functions that compute
//! bounds, defaults and aliases when they are asked for.

use crate::crowded::MOST_TOGETHER;
use crate::generator::{Done, Generator};
use crate::scope::part;
use crate::unit::Reg;
use alloc::string::String;
use ferropy_bytecode::{Constant, Intrinsic, Opcode};
use ferropy_syntax::Name;
use ferropy_syntax::tree::{Expression, ExpressionKind, FunctionDef, SourceRange, TypeAlias, TypeParam, TypeParamKind};

impl<'a> Generator<'a> {
    /// A function with type parameters: a hidden function around it binds those.
    pub(crate) fn generic_function(
        &mut self,
        function: &'a FunctionDef,
        range: SourceRange,
        target: Reg,
        parts: u8,
    ) -> Done {
        let scope = self.table.find(function, part::TYPE_PARAMS);
        let name = alloc::format!("<generic parameters of {}>", self.names.text(function.name));
        self.open(scope, &name, range);
        self.set_parameters(2);
        self.unit.positional = 2;
        let list = self.type_parameters(&function.type_params)?;
        let inner = self.unit.temp();
        for (register, bit) in [(0u8, 1u8), (1, 2)] {
            if parts & bit != 0 {
                let place = self.unit.temp();
                self.unit.move_to(place, register);
            }
        }
        let mut parts_here = parts;
        self.function_object(function, range, inner, &mut parts_here)?;
        let pair = self.unit.temps(2);
        self.unit.move_to(pair, inner);
        self.unit.move_to(pair + 1, list);
        self.intrinsic(Intrinsic::SetFunctionTypeParameters, inner, pair);
        self.unit.abc(Opcode::Return, inner, 0, 0);
        self.unit.reachable = false;
        let code = self.close()?;
        // The defaults lie behind the target: they become the arguments of the hidden function.
        let call = self.unit.temp();
        self.make_function(code, scope, call, 0);
        self.unit.release(call as usize + 1);
        let arguments = self.unit.temps(2);
        let mut place = target + 1;
        for (index, bit) in [1u8, 2].into_iter().enumerate() {
            if parts & bit != 0 {
                self.unit.move_to(arguments + index as u8, place);
                place += 1;
            } else {
                self.unit.load_none(arguments + index as u8);
            }
        }
        self.unit.abc(Opcode::Call, call, 2, 0);
        self.unit.move_to(target, call);
        Ok(())
    }

    /// Makes and binds the type parameters: a register with the tuple of them.
    pub(crate) fn type_parameters(&mut self, params: &'a [TypeParam]) -> Done<Reg> {
        let tuple = self.unit.temp();
        let many = params.len() > MOST_TOGETHER;
        if many {
            self.unit.abc(Opcode::NewList, tuple, 0, 0);
        }
        let first = self.unit.next as Reg;
        for param in params {
            self.at(param.range);
            let start = self.unit.next;
            let register = self.unit.temp();
            let mark = self.unit.next;
            let pair = self.unit.temps(2);
            let text = String::from(self.names.text(param.name));
            self.unit.load(pair, &Constant::Str(text.as_bytes().into()));
            let intrinsic = match &param.kind {
                TypeParamKind::TypeVar { bound: None } => Intrinsic::TypeVar,
                TypeParamKind::TypeVar { bound: Some(bound) } => {
                    let scope = self.table.find(param, part::BOUND);
                    self.lazy_value(scope, &text, bound, pair + 1)?;
                    match bound.kind {
                        ExpressionKind::Tuple(_) => Intrinsic::TypeVarWithConstraints,
                        _ => Intrinsic::TypeVarWithBound,
                    }
                }
                TypeParamKind::ParamSpec => Intrinsic::ParamSpec,
                TypeParamKind::TypeVarTuple => Intrinsic::TypeVarTuple,
            };
            self.intrinsic(intrinsic, register, pair);
            if let Some(default) = &param.default {
                let scope = self.table.find(param, part::DEFAULT);
                self.unit.move_to(pair, register);
                self.lazy_value(scope, &text, default, pair + 1)?;
                self.intrinsic(Intrinsic::SetTypeParameterDefault, register, pair);
            }
            self.store_name(param.name, register);
            self.unit.release(mark);
            if many {
                self.unit.abc(Opcode::ListAppend, tuple, register, 0);
                self.unit.release(start);
            }
        }
        if many {
            self.unit.abc(Opcode::ListToTuple, tuple, tuple, 0);
        } else {
            self.unit.abc(Opcode::NewTuple, tuple, first, params.len() as u8);
        }
        self.unit.release(tuple as usize + 1);
        let hidden = self.names.intern(".type_params");
        self.store_name(hidden, tuple);
        Ok(tuple)
    }

    /// A function that computes an expression when it is asked for. Like `__annotate__` it takes a format, the ordinary
    /// one unless it is given.
    fn lazy_value(&mut self, scope: usize, name: &str, value: &'a Expression, target: Reg) -> Done {
        self.open(scope, name, value.range);
        self.unit.positional = 1;
        self.unit.positional_only = 1;
        self.set_parameters(1);
        let mark = self.unit.next;
        let pair = self.unit.temps(2);
        self.unit.move_to(pair, 0);
        self.intrinsic(Intrinsic::CheckAnnotationFormat, pair, pair);
        self.unit.release(mark);
        let result = self.operand(value)?;
        self.unit.abc(Opcode::Return, result, 0, 0);
        self.unit.reachable = false;
        let code = self.close()?;
        let mark = self.unit.next;
        let function = self.unit.temp();
        let defaults = self.unit.temp();
        let format = self.unit.temp();
        self.unit.load(format, &Constant::Int(1));
        self.unit.abc(Opcode::NewTuple, defaults, format, 1);
        self.unit.release(format as usize);
        self.make_function(code, scope, function, 1);
        self.unit.move_to(target, function);
        self.unit.release(mark);
        Ok(())
    }

    /// `type name[params] = value`.
    pub(crate) fn type_alias(&mut self, alias: &'a TypeAlias, range: SourceRange) -> Done {
        let ExpressionKind::Name(name) = alias.name.kind else { return Ok(()) };
        let target = self.unit.temp();
        if alias.type_params.is_empty() {
            self.alias_object(alias, name, None, target)?;
        } else {
            let scope = self.table.find(alias, part::TYPE_PARAMS);
            let title = alloc::format!("<generic parameters of {}>", self.names.text(name));
            self.open(scope, &title, range);
            let params = self.type_parameters(&alias.type_params)?;
            let result = self.unit.temp();
            self.alias_object(alias, name, Some(params), result)?;
            self.unit.abc(Opcode::Return, result, 0, 0);
            self.unit.reachable = false;
            let code = self.close()?;
            let call = self.unit.temp();
            self.make_function(code, scope, call, 0);
            self.unit.abc(Opcode::Call, call, 0, 0);
            self.unit.move_to(target, call);
        }
        self.store_name(name, target);
        Ok(())
    }

    fn alias_object(&mut self, alias: &'a TypeAlias, name: Name, params: Option<Reg>, target: Reg) -> Done {
        let tuple = self.unit.temp();
        let parts = self.unit.temps(3);
        let text = String::from(self.names.text(name));
        self.unit.load(parts, &Constant::Str(text.as_bytes().into()));
        match params {
            Some(params) => self.unit.move_to(parts + 1, params),
            None => self.unit.load_none(parts + 1),
        }
        let scope = self.table.find(alias, part::BODY);
        self.lazy_value(scope, &text, &alias.value, parts + 2)?;
        self.unit.abc(Opcode::NewTuple, tuple, parts, 3);
        self.intrinsic(Intrinsic::TypeAlias, target, tuple);
        Ok(())
    }
}
