//! Expressions.

use crate::generator::{Done, Generator};
use crate::unit::Reg;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_bytecode::{Constant, Opcode};
use ferropy_syntax::tree::{
    BoolOperator, Compare, CompareOperator, DictItem, Expression, ExpressionKind, Operator, Subscript, UnaryOperator,
};

/// How many items a display evaluates into registers before it puts them away.
pub(crate) const CHUNK: usize = 30;
/// Chains of operators, calls and attributes with more links are compiled in a loop.
const LONG_CHAIN: usize = 24;

impl<'a> Generator<'a> {
    /// A register with the expression's value, to be read only: the variable itself for a local, that of a constant in a
    /// loop, else a fresh temporary.
    pub(crate) fn operand(&mut self, expression: &'a Expression) -> Done<Reg> {
        if let ExpressionKind::Name(name) = expression.kind {
            let register = self.within(expression.range, |this| this.local_in_place(name));
            if let Some(register) = register {
                return Ok(register);
            }
        }
        if let Some(register) = self.loop_constant(expression) {
            return Ok(register);
        }
        let target = self.unit.temp();
        self.expression(expression, target)?;
        Ok(target)
    }

    /// As [`Generator::operand`], for an operand that is read after `later` was evaluated.
    pub(crate) fn early_operand(&mut self, expression: &'a Expression, later: &[&Expression]) -> Done<Reg> {
        if matches!(expression.kind, ExpressionKind::Name(_)) && later.iter().any(|later| self.may_rebind(later)) {
            let target = self.unit.temp();
            self.expression(expression, target)?;
            return Ok(target);
        }
        self.operand(expression)
    }

    /// As [`Generator::early_operand`], for the operand that is evaluated first of those that make `target`: it may lie
    /// there meanwhile, so that a long chain of operations takes no more registers than a short one.
    fn left_operand(&mut self, expression: &'a Expression, later: &[&Expression], target: Reg) -> Done<Reg> {
        if let ExpressionKind::Name(name) = expression.kind
            && !later.iter().any(|later| self.may_rebind(later))
            && let Some(register) = self.within(expression.range, |this| this.local_in_place(name))
        {
            return Ok(register);
        }
        if let Some(register) = self.loop_constant(expression) {
            return Ok(register);
        }
        let place = self.private(target);
        self.expression(expression, place)?;
        Ok(place)
    }

    /// Whether evaluating the expression may bind a local variable anew.
    pub(crate) fn may_rebind(&self, expression: &Expression) -> bool {
        let walrus = self.table.scopes.get(self.unit.scope).is_some_and(|scope| scope.has_walrus);
        walrus && !matches!(expression.kind, ExpressionKind::Name(_) | ExpressionKind::Constant(_))
    }

    /// Evaluates an expression into a register.
    ///
    /// The register may be that of a variable which the expression reads: it is written by the last instruction only,
    /// or by the last of each branch.
    pub(crate) fn expression(&mut self, expression: &'a Expression, target: Reg) -> Done {
        self.check_machine(expression.range)?;
        let before = self.unit.position;
        self.at(expression.range);
        let mark = self.unit.next;
        let done = self.expression_kind(expression, target);
        self.unit.release(mark);
        self.unit.position = before;
        done
    }

    fn expression_kind(&mut self, expression: &'a Expression, target: Reg) -> Done {
        if let Some(constant) = self.fold(expression) {
            self.unit.load(target, &constant);
            return Ok(());
        }
        if self.expression_apart(expression, target)? {
            return Ok(());
        }
        if expression.is_chain_longer_than(LONG_CHAIN) {
            return self.chain(expression, target);
        }
        match &expression.kind {
            ExpressionKind::Constant(_) => {}
            ExpressionKind::Name(name) => self.load_name(*name, target),
            ExpressionKind::BinOp(inner) => {
                let left = self.left_operand(&inner.left, &[&inner.right], target)?;
                if let Some((opcode, value)) = small_operand(inner.op, &inner.right, false) {
                    self.unit.abc(opcode, target, left, value as u8);
                } else {
                    let right = self.operand(&inner.right)?;
                    self.unit.abc(binary_opcode(inner.op, false), target, left, right);
                }
            }
            ExpressionKind::UnaryOp(inner) => {
                let operand = self.left_operand(&inner.operand, &[], target)?;
                let opcode = match inner.op {
                    UnaryOperator::Invert => Opcode::Invert,
                    UnaryOperator::Not => Opcode::Not,
                    UnaryOperator::UAdd => Opcode::Pos,
                    UnaryOperator::USub => Opcode::Neg,
                };
                self.unit.abc(opcode, target, operand, 0);
            }
            ExpressionKind::BoolOp(inner) => self.bool_op(inner.op, &inner.values, target)?,
            ExpressionKind::IfExp(inner) => self.if_expression(&inner.test, &inner.body, &inner.orelse, target)?,
            ExpressionKind::NamedExpr(inner) => self.named_expression(&inner.target, &inner.value, target)?,
            ExpressionKind::Lambda(_) => self.lambda(expression, target)?,
            ExpressionKind::Dict(items) => self.dict(items, target)?,
            ExpressionKind::Set(items) => self.set(items, target)?,
            ExpressionKind::List(items) => self.list(items, target)?,
            ExpressionKind::Tuple(items) => self.tuple(items, target)?,
            ExpressionKind::ListComp(_) | ExpressionKind::SetComp(_) | ExpressionKind::DictComp(_) => {
                self.comprehension(expression, target)?;
            }
            ExpressionKind::GeneratorExp(_) => self.generator_expression(expression, target)?,
            ExpressionKind::Await(inner) => self.await_value(inner, expression.range, target)?,
            ExpressionKind::Yield(value) => self.yield_value(value.as_deref(), expression.range, target)?,
            ExpressionKind::YieldFrom(value) => self.yield_from(value, expression.range, target)?,
            ExpressionKind::Compare(inner) => self.compare(inner, target)?,
            ExpressionKind::Call(inner) => self.call(inner, expression.range, target)?,
            ExpressionKind::JoinedStr(parts) => self.joined_string(parts, target)?,
            ExpressionKind::TemplateStr(parts) => self.template_string(parts, target)?,
            ExpressionKind::FormattedValue(_) => self.formatted(expression, target)?,
            ExpressionKind::Interpolation(_) => self.interpolation(expression, target)?,
            ExpressionKind::Attribute(inner) => {
                let object = self.left_operand(&inner.value, &[], target)?;
                self.start_at_name(expression.range, inner.attr);
                let text = self.mangled_text(inner.attr);
                let x = self.unit.name_cache(&text);
                self.unit.abcx(Opcode::GetAttr, target, object, 0, x);
            }
            ExpressionKind::Subscript(inner) => self.subscript(inner, target)?,
            ExpressionKind::Slice(_) => self.slice(expression, target)?,
            ExpressionKind::Starred(_) => {
                return self.error("can't use starred expression here", expression.range);
            }
        }
        Ok(())
    }

    /// A link of a long chain, on what stands in front of it: that lies in the topmost register, and so will the value.
    pub(crate) fn link(&mut self, link: &'a Expression, place: Reg) -> Done {
        match &link.kind {
            ExpressionKind::BinOp(inner) => {
                if let Some((opcode, value)) = small_operand(inner.op, &inner.right, false) {
                    self.unit.abc(opcode, place, place, value as u8);
                } else {
                    let right = self.operand(&inner.right)?;
                    self.unit.abc(binary_opcode(inner.op, false), place, place, right);
                }
            }
            ExpressionKind::Attribute(inner) => {
                self.start_at_name(link.range, inner.attr);
                let text = self.mangled_text(inner.attr);
                let x = self.unit.name_cache(&text);
                self.unit.abcx(Opcode::GetAttr, place, place, 0, x);
            }
            ExpressionKind::Subscript(inner) => match &inner.slice.kind {
                ExpressionKind::Slice(slice) if slice.step.is_none() => {
                    let bounds = self.unit.temps(2);
                    self.optional(slice.lower.as_ref(), bounds)?;
                    self.optional(slice.upper.as_ref(), bounds + 1)?;
                    self.unit.abc(Opcode::GetSlice, place, place, 0);
                }
                _ => {
                    let key = self.operand(&inner.slice)?;
                    self.unit.abc(Opcode::GetItem, place, place, key);
                }
            },
            ExpressionKind::Call(inner) => self.call_on(inner, link.range, place)?,
            _ => {}
        }
        Ok(())
    }

    /// A register that may be written before the expression is complete: the target, if it is a temporary.
    pub(crate) fn private(&mut self, target: Reg) -> Reg {
        if self.unit.is_top(target) || target as usize >= self.first_temp() { target } else { self.unit.temp() }
    }

    /// The first register that is no named local.
    fn first_temp(&self) -> usize {
        self.unit.local_texts.len().min(self.unit.near)
    }

    fn bool_op(&mut self, op: BoolOperator, values: &'a [Expression], target: Reg) -> Done {
        let result = self.private(target);
        let end = self.unit.label();
        let mut states = Vec::new();
        for (index, value) in values.iter().enumerate() {
            self.expression(value, result)?;
            if index + 1 < values.len() {
                let opcode = if op == BoolOperator::And { Opcode::JumpIfFalse } else { Opcode::JumpIfTrue };
                let word = ferropy_bytecode::encoding::encode_abc(opcode, result, 0, 0);
                self.unit.jump_if(word, end);
                states.push(self.unit.bound_state());
            }
        }
        states.push(self.unit.bound_state());
        self.unit.place(end);
        self.unit.join(&states);
        self.unit.move_to(target, result);
        Ok(())
    }

    fn if_expression(
        &mut self,
        test: &'a Expression,
        body: &'a Expression,
        orelse: &'a Expression,
        target: Reg,
    ) -> Done {
        let (otherwise, end) = (self.unit.label(), self.unit.label());
        self.jump_unless(test, otherwise)?;
        let before = self.unit.bound_state();
        self.expression(body, target)?;
        let after_body = self.unit.bound_state();
        self.unit.jump(end);
        self.unit.place(otherwise);
        if let Some(before) = before {
            self.unit.bound = before;
        }
        self.expression(orelse, target)?;
        let after_else = self.unit.bound_state();
        self.unit.place(end);
        self.unit.join(&[after_body, after_else]);
        Ok(())
    }

    fn named_expression(&mut self, target: &'a Expression, value: &'a Expression, into: Reg) -> Done {
        let ExpressionKind::Name(name) = target.kind else { return Ok(()) };
        let result = self.private(into);
        self.expression(value, result)?;
        self.store_name(name, result);
        self.unit.move_to(into, result);
        Ok(())
    }

    /// Evaluates expressions into consecutive fresh registers: the first of them.
    pub(crate) fn consecutive(&mut self, items: &'a [Expression]) -> Done<Reg> {
        let first = self.unit.next as Reg;
        for item in items {
            let register = self.unit.temp();
            self.expression(item, register)?;
        }
        Ok(first)
    }

    fn tuple(&mut self, items: &'a [Expression], target: Reg) -> Done {
        if has_starred(items) || items.len() > CHUNK {
            let list = self.unit.temp();
            self.list(items, list)?;
            self.unit.abc(Opcode::ListToTuple, target, list, 0);
            return Ok(());
        }
        let first = self.consecutive(items)?;
        self.unit.abc(Opcode::NewTuple, target, first, items.len() as u8);
        Ok(())
    }

    pub(crate) fn list(&mut self, items: &'a [Expression], target: Reg) -> Done {
        if !has_starred(items) && items.len() <= CHUNK {
            let first = self.consecutive(items)?;
            self.unit.abc(Opcode::NewList, target, first, items.len() as u8);
            return Ok(());
        }
        let constants: Option<Vec<Constant>> = items.iter().map(|item| self.fold(item)).collect();
        let list = self.private(target);
        self.unit.abc(Opcode::NewList, list, 0, 0);
        if let Some(constants) = constants {
            let part = self.unit.temp();
            self.unit.load(part, &Constant::Tuple(constants.into()));
            self.unit.abc(Opcode::ListExtend, list, part, 0);
        } else {
            self.list_items(items, list)?;
        }
        self.unit.move_to(target, list);
        Ok(())
    }

    /// Appends items to a list, starred ones in full.
    pub(crate) fn list_items(&mut self, items: &'a [Expression], list: Reg) -> Done {
        for item in items {
            let mark = self.unit.next;
            match &item.kind {
                ExpressionKind::Starred(inner) => {
                    let part = self.operand(inner)?;
                    self.unit.abc(Opcode::ListExtend, list, part, 0);
                }
                _ => {
                    let part = self.operand(item)?;
                    self.unit.abc(Opcode::ListAppend, list, part, 0);
                }
            }
            self.unit.release(mark);
        }
        Ok(())
    }

    fn set(&mut self, items: &'a [Expression], target: Reg) -> Done {
        if !has_starred(items) && items.len() <= CHUNK {
            let first = self.consecutive(items)?;
            self.unit.abc(Opcode::NewSet, target, first, items.len() as u8);
            return Ok(());
        }
        let set = self.private(target);
        self.unit.abc(Opcode::NewSet, set, 0, 0);
        for item in items {
            let mark = self.unit.next;
            match &item.kind {
                ExpressionKind::Starred(inner) => {
                    let part = self.operand(inner)?;
                    self.unit.abc(Opcode::SetUpdate, set, part, 0);
                }
                _ => {
                    let part = self.operand(item)?;
                    self.unit.abc(Opcode::SetAdd, set, part, 0);
                }
            }
            self.unit.release(mark);
        }
        self.unit.move_to(target, set);
        Ok(())
    }

    fn dict(&mut self, items: &'a [DictItem], target: Reg) -> Done {
        if items.len() <= CHUNK / 2 && items.iter().all(|item| item.key.is_some()) {
            let first = self.unit.next as Reg;
            for item in items {
                for part in item.key.iter().chain([&item.value]) {
                    let register = self.unit.temp();
                    self.expression(part, register)?;
                }
            }
            self.unit.abc(Opcode::NewDict, target, first, items.len() as u8);
            return Ok(());
        }
        let dict = self.private(target);
        self.unit.abc(Opcode::NewDict, dict, 0, 0);
        for item in items {
            let mark = self.unit.next;
            match &item.key {
                Some(key) => {
                    let key = self.early_operand(key, &[&item.value])?;
                    let value = self.operand(&item.value)?;
                    self.unit.abc(Opcode::DictSet, dict, key, value);
                }
                None => {
                    let mapping = self.operand(&item.value)?;
                    self.unit.abc(Opcode::DictUpdate, dict, mapping, 0);
                }
            }
            self.unit.release(mark);
        }
        self.unit.move_to(target, dict);
        Ok(())
    }

    fn compare(&mut self, compare: &'a Compare, target: Reg) -> Done {
        let [rest @ .., (last_op, last)] = &*compare.comparisons else { return Ok(()) };
        let later: Vec<&Expression> = compare.comparisons.iter().map(|(_, operand)| operand).collect();
        if rest.is_empty() {
            let left = self.left_operand(&compare.left, &later, target)?;
            let right = self.compared(*last_op, last)?;
            self.unit.abc(compare_opcode(*last_op), target, left, right);
            return Ok(());
        }
        let result = self.private(target);
        // Each operand is compared twice: two places take turns.
        let mut places = [self.unit.temp(), self.unit.temp()];
        let mut left = self.left_operand(&compare.left, &later, places[0])?;
        let end = self.unit.label();
        for (op, operand) in rest {
            places.swap(0, 1);
            let right = self.left_operand(operand, &later, places[0])?;
            self.unit.abc(compare_opcode(*op), result, left, right);
            let word = ferropy_bytecode::encoding::encode_abc(Opcode::JumpIfFalse, result, 0, 0);
            self.unit.jump_if(word, end);
            left = right;
        }
        let right = self.compared(*last_op, last)?;
        self.unit.abc(compare_opcode(*last_op), result, left, right);
        self.unit.place(end);
        self.unit.move_to(target, result);
        Ok(())
    }

    /// The right operand of a comparison: a display of constants behind `in` is a constant.
    pub(crate) fn compared(&mut self, op: CompareOperator, operand: &'a Expression) -> Done<Reg> {
        if matches!(op, CompareOperator::In | CompareOperator::NotIn) {
            let (items, is_set) = match &operand.kind {
                ExpressionKind::List(items) => (items, false),
                ExpressionKind::Set(items) => (items, true),
                _ => return self.operand(operand),
            };
            let constants: Option<Vec<Constant>> = items.iter().map(|item| self.fold(item)).collect();
            if let Some(constants) = constants {
                let constants = constants.into_boxed_slice();
                let constant = if is_set { Constant::FrozenSet(constants) } else { Constant::Tuple(constants) };
                if let Some(register) = self.unit.constant_register(&constant) {
                    return Ok(register);
                }
                let register = self.unit.temp();
                self.unit.load(register, &constant);
                return Ok(register);
            }
        }
        self.operand(operand)
    }

    fn subscript(&mut self, subscript: &'a Subscript, target: Reg) -> Done {
        if let ExpressionKind::Slice(slice) = &subscript.slice.kind
            && slice.step.is_none()
        {
            let first = self.unit.temps(3);
            self.expression(&subscript.value, first)?;
            self.optional(slice.lower.as_ref(), first + 1)?;
            self.optional(slice.upper.as_ref(), first + 2)?;
            self.unit.abc(Opcode::GetSlice, target, first, 0);
            return Ok(());
        }
        let container = self.left_operand(&subscript.value, &[&subscript.slice], target)?;
        if let Some(Constant::Int(index)) = self.fold(&subscript.slice)
            && let Ok(index) = i8::try_from(index)
        {
            self.unit.abc(Opcode::GetItemInt, target, container, index as u8);
            return Ok(());
        }
        let key = self.operand(&subscript.slice)?;
        self.unit.abc(Opcode::GetItem, target, container, key);
        Ok(())
    }

    /// An expression, or None where there is none.
    pub(crate) fn optional(&mut self, expression: Option<&'a Expression>, target: Reg) -> Done {
        match expression {
            Some(expression) => self.expression(expression, target),
            None => {
                self.unit.load_none(target);
                Ok(())
            }
        }
    }

    fn slice(&mut self, expression: &'a Expression, target: Reg) -> Done {
        let ExpressionKind::Slice(slice) = &expression.kind else { return Ok(()) };
        let first = self.unit.temps(3);
        self.optional(slice.lower.as_ref(), first)?;
        self.optional(slice.upper.as_ref(), first + 1)?;
        self.optional(slice.step.as_ref(), first + 2)?;
        self.unit.abc(Opcode::NewSlice, target, first, 0);
        Ok(())
    }

    /// The text of an expression, for messages of errors that the compiler finds.
    pub(crate) fn name_of(&self, expression: &Expression) -> Option<String> {
        match expression.kind {
            ExpressionKind::Name(name) => Some(self.names.text(name).into()),
            _ => None,
        }
    }
}

/// Whether an item is starred.
pub(crate) fn has_starred(items: &[Expression]) -> bool {
    items.iter().any(|item| matches!(item.kind, ExpressionKind::Starred(_)))
}

/// The instruction with a small constant as its right operand, where there is one.
pub(crate) fn small_operand(op: Operator, right: &Expression, inplace: bool) -> Option<(Opcode, i8)> {
    let ExpressionKind::Constant(ferropy_syntax::tree::Constant::Integer(value)) = right.kind else { return None };
    let value = i8::try_from(value).ok()?;
    let opcode = match (op, inplace) {
        (Operator::Add, false) => Opcode::AddInt,
        (Operator::Sub, false) => Opcode::SubInt,
        (Operator::Add, true) => Opcode::InplaceAddInt,
        (Operator::Sub, true) => Opcode::InplaceSubInt,
        (Operator::Mult, false) => Opcode::MulInt,
        (Operator::FloorDiv, false) => Opcode::FloorDivInt,
        (Operator::Mod, false) => Opcode::ModInt,
        (Operator::LShift, false) => Opcode::LShiftInt,
        (Operator::RShift, false) => Opcode::RShiftInt,
        (Operator::BitAnd, false) => Opcode::AndInt,
        (Operator::Mult, true) => Opcode::InplaceMulInt,
        (Operator::FloorDiv, true) => Opcode::InplaceFloorDivInt,
        (Operator::Mod, true) => Opcode::InplaceModInt,
        (Operator::LShift, true) => Opcode::InplaceLShiftInt,
        (Operator::RShift, true) => Opcode::InplaceRShiftInt,
        (Operator::BitAnd, true) => Opcode::InplaceAndInt,
        _ => return None,
    };
    Some((opcode, value))
}

/// The instruction of a binary operator.
pub(crate) fn binary_opcode(op: Operator, inplace: bool) -> Opcode {
    match (op, inplace) {
        (Operator::Add, false) => Opcode::Add,
        (Operator::Sub, false) => Opcode::Sub,
        (Operator::Mult, false) => Opcode::Mul,
        (Operator::MatMult, false) => Opcode::MatMul,
        (Operator::Div, false) => Opcode::TrueDiv,
        (Operator::Mod, false) => Opcode::Mod,
        (Operator::Pow, false) => Opcode::Pow,
        (Operator::LShift, false) => Opcode::LShift,
        (Operator::RShift, false) => Opcode::RShift,
        (Operator::BitOr, false) => Opcode::Or,
        (Operator::BitXor, false) => Opcode::Xor,
        (Operator::BitAnd, false) => Opcode::And,
        (Operator::FloorDiv, false) => Opcode::FloorDiv,
        (Operator::Add, true) => Opcode::InplaceAdd,
        (Operator::Sub, true) => Opcode::InplaceSub,
        (Operator::Mult, true) => Opcode::InplaceMul,
        (Operator::MatMult, true) => Opcode::InplaceMatMul,
        (Operator::Div, true) => Opcode::InplaceTrueDiv,
        (Operator::Mod, true) => Opcode::InplaceMod,
        (Operator::Pow, true) => Opcode::InplacePow,
        (Operator::LShift, true) => Opcode::InplaceLShift,
        (Operator::RShift, true) => Opcode::InplaceRShift,
        (Operator::BitOr, true) => Opcode::InplaceOr,
        (Operator::BitXor, true) => Opcode::InplaceXor,
        (Operator::BitAnd, true) => Opcode::InplaceAnd,
        (Operator::FloorDiv, true) => Opcode::InplaceFloorDiv,
    }
}

/// The instruction of a comparison whose value is wanted.
pub(crate) fn compare_opcode(op: CompareOperator) -> Opcode {
    match op {
        CompareOperator::Eq => Opcode::Eq,
        CompareOperator::NotEq => Opcode::Ne,
        CompareOperator::Lt => Opcode::Lt,
        CompareOperator::LtE => Opcode::Le,
        CompareOperator::Gt => Opcode::Gt,
        CompareOperator::GtE => Opcode::Ge,
        CompareOperator::Is => Opcode::Is,
        CompareOperator::IsNot => Opcode::IsNot,
        CompareOperator::In => Opcode::In,
        CompareOperator::NotIn => Opcode::NotIn,
    }
}
