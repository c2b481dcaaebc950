//! Assignment in all its forms, and `del`.

use crate::expressions::{binary_opcode, small_operand};
use crate::generator::{Done, Generator};
use crate::unit::Reg;
use ferropy_bytecode::Opcode;
use ferropy_bytecode::positions::Position;
use ferropy_syntax::tree::{AnnAssign, Assign, AugAssign, Expression, ExpressionKind};

impl<'a> Generator<'a> {
    /// `a = b = value`.
    pub(crate) fn assignment(&mut self, assign: &'a Assign) -> Done {
        if let [target] = &*assign.targets {
            if self.declaration(assign)? {
                return Ok(());
            }
            if let ExpressionKind::Name(name) = target.kind
                && let Some(register) = self.target_register(name)
            {
                self.expression(&assign.value, register)?;
                self.mark_bound(name);
                return Ok(());
            }
            if let Some(done) = self.parallel(target, &assign.value) {
                return done;
            }
        }
        let value = self.operand(&assign.value)?;
        // A variable may be rebound by an earlier target: `a = b[a] = a`.
        let value = if assign.targets.len() > 1 && self.is_variable(&assign.value) {
            let copy = self.unit.temp();
            self.unit.move_to(copy, value);
            copy
        } else {
            value
        };
        for target in &assign.targets {
            self.assign(target, value)?;
        }
        Ok(())
    }

    fn is_variable(&self, expression: &Expression) -> bool {
        matches!(expression.kind, ExpressionKind::Name(_))
    }

    /// Assigns the value in a register to a target.
    pub(crate) fn assign(&mut self, target: &'a Expression, value: Reg) -> Done {
        let before = self.unit.position;
        self.at(target.range);
        let mark = self.unit.next;
        let done = self.assign_kind(target, value);
        self.unit.release(mark);
        self.unit.position = before;
        done
    }

    fn assign_kind(&mut self, target: &'a Expression, value: Reg) -> Done {
        match &target.kind {
            ExpressionKind::Name(name) => {
                self.check_no_constant(target)?;
                self.store_name(*name, value);
            }
            ExpressionKind::Attribute(attribute) => {
                let object = self.operand(&attribute.value)?;
                self.note_attribute(&attribute.value, attribute.attr);
                self.start_at_name(target.range, attribute.attr);
                let text = self.mangled_text(attribute.attr);
                let x = self.unit.name_cache(&text);
                self.unit.abcx(Opcode::SetAttr, object, value, 0, x);
            }
            ExpressionKind::Subscript(subscript) => {
                if let ExpressionKind::Slice(slice) = &subscript.slice.kind
                    && slice.step.is_none()
                {
                    let first = self.unit.temps(3);
                    self.expression(&subscript.value, first)?;
                    self.optional(slice.lower.as_ref(), first + 1)?;
                    self.optional(slice.upper.as_ref(), first + 2)?;
                    self.unit.abc(Opcode::SetSlice, value, first, 0);
                    return Ok(());
                }
                let container = self.early_operand(&subscript.value, &[&subscript.slice])?;
                let key = self.operand(&subscript.slice)?;
                self.unit.abc(Opcode::SetItem, container, key, value);
            }
            ExpressionKind::Tuple(items) | ExpressionKind::List(items) => self.unpack(items, target, value)?,
            ExpressionKind::Starred(_) => {
                return self.error("starred assignment target must be in a list or tuple", target.range);
            }
            _ => return self.error("cannot assign to expression", target.range),
        }
        Ok(())
    }

    /// Remembers `self.name = …` in methods, for `__static_attributes__`.
    fn note_attribute(&mut self, object: &Expression, attribute: ferropy_syntax::Name) {
        if self.name_of(object).as_deref() == Some("self") {
            let text = self.mangled_text(attribute);
            if !self.unit.static_attributes.contains(&text) {
                self.unit.static_attributes.push(text);
            }
        }
    }

    fn unpack(&mut self, items: &'a [Expression], target: &'a Expression, value: Reg) -> Done {
        let star = items.iter().position(|item| matches!(item.kind, ExpressionKind::Starred(_)));
        if let Some(star) = star
            && items.iter().skip(star + 1).any(|item| matches!(item.kind, ExpressionKind::Starred(_)))
        {
            return self.error("multiple starred expressions in assignment", target.range);
        }
        if star.is_some_and(|star| star >= 256) {
            return self.error("too many expressions in star-unpacking assignment", target.range);
        }
        if self.unit.too_many_together(items.len()) {
            return self.unpack_one_by_one(items, star, value);
        }
        let together = self.variables_side_by_side(items);
        let first = together.unwrap_or_else(|| self.unit.temps(items.len().max(1)));
        match star {
            None => self.unit.abc(Opcode::UnpackSequence, first, value, items.len() as u8),
            Some(star) => {
                let after = (items.len() - star - 1) as u32;
                self.unit.abcx(Opcode::UnpackStar, first, value, star as u8, after);
            }
        }
        for (index, item) in items.iter().enumerate() {
            let register = first + index as Reg;
            let target = without_star(item);
            match target.kind {
                ExpressionKind::Name(name) if together.is_some() => self.mark_bound(name),
                _ => self.assign(target, register)?,
            }
        }
        Ok(())
    }

    /// Unpacks into a list first, as there are too many targets for registers.
    fn unpack_one_by_one(&mut self, items: &'a [Expression], star: Option<usize>, value: Reg) -> Done {
        let list = self.unpack_into_list(value, items.len(), star);
        let register = self.unit.temp();
        for (index, item) in items.iter().enumerate() {
            self.item(list, index, register);
            self.assign(without_star(item), register)?;
        }
        Ok(())
    }

    /// The register of the first of some targets, if they are local variables that lie side by side in their order: what
    /// is unpacked goes there at once.
    fn variables_side_by_side(&mut self, targets: &[Expression]) -> Option<Reg> {
        // Who traces the code is told of each line.
        let Position { line, end_line, .. } = self.unit.position;
        let mut places = targets.iter().map(|target| match without_star(target).kind {
            ExpressionKind::Name(name) => self.target_register(name).map(usize::from),
            _ => None,
        });
        let first = places.next()??;
        let together = places.zip(first + 1..).all(|(place, expected)| place == Some(expected));
        (together && line == end_line).then_some(first as Reg)
    }

    /// `target op= value`.
    pub(crate) fn augmented(&mut self, assign: &'a AugAssign) -> Done {
        match &assign.target.kind {
            ExpressionKind::Name(name) => {
                self.check_no_constant(&assign.target)?;
                let direct = self.target_register(*name);
                let left = self.within(assign.target.range, |this| match this.local_in_place(*name) {
                    Some(register) => register,
                    None => {
                        let register = this.unit.temp();
                        this.load_name(*name, register);
                        register
                    }
                });
                let result = direct.unwrap_or(left);
                self.operate(assign, left, result)?;
                if direct.is_some() {
                    self.mark_bound(*name);
                } else {
                    self.store_name(*name, result);
                }
            }
            ExpressionKind::Attribute(attribute) => {
                let object = self.operand(&attribute.value)?;
                self.note_attribute(&attribute.value, attribute.attr);
                let text = self.mangled_text(attribute.attr);
                let left = self.unit.temp();
                self.within(assign.target.range, |this| {
                    this.start_at_name(assign.target.range, attribute.attr);
                    let x = this.unit.name_cache(&text);
                    this.unit.abcx(Opcode::GetAttr, left, object, 0, x);
                });
                self.operate(assign, left, left)?;
                self.within(assign.target.range, |this| {
                    this.start_at_name(assign.target.range, attribute.attr);
                    let x = this.unit.name_cache(&text);
                    this.unit.abcx(Opcode::SetAttr, object, left, 0, x);
                });
            }
            ExpressionKind::Subscript(subscript) => {
                let container = self.early_operand(&subscript.value, &[&subscript.slice, &assign.value])?;
                let key = self.early_operand(&subscript.slice, &[&assign.value])?;
                let left = self.unit.temp();
                self.within(assign.target.range, |this| this.unit.abc(Opcode::GetItem, left, container, key));
                self.operate(assign, left, left)?;
                self.within(assign.target.range, |this| this.unit.abc(Opcode::SetItem, container, key, left));
            }
            _ => return self.error("illegal expression for augmented assignment", assign.target.range),
        }
        Ok(())
    }

    fn operate(&mut self, assign: &'a AugAssign, left: Reg, result: Reg) -> Done {
        if let Some((opcode, value)) = small_operand(assign.op, &assign.value, true) {
            self.unit.abc(opcode, result, left, value as u8);
            return Ok(());
        }
        let right = self.operand(&assign.value)?;
        self.unit.abc(binary_opcode(assign.op, true), result, left, right);
        Ok(())
    }

    /// `target: annotation = value`. The annotation is computed when somebody asks.
    pub(crate) fn annotated(&mut self, assign: &'a AnnAssign) -> Done {
        if let Some(value) = &assign.value {
            if let ExpressionKind::Name(name) = assign.target.kind
                && let Some(register) = self.target_register(name)
            {
                self.expression(value, register)?;
                self.mark_bound(name);
                return Ok(());
            }
            let value = self.operand(value)?;
            return self.assign(&assign.target, value);
        }
        // The parts of an attribute or subscript are still evaluated.
        match &assign.target.kind {
            ExpressionKind::Attribute(attribute) => self.operand(&attribute.value).map(|_| ()),
            ExpressionKind::Subscript(subscript) => {
                self.operand(&subscript.value)?;
                self.operand(&subscript.slice).map(|_| ())
            }
            _ => Ok(()),
        }
    }

    /// `del target`.
    pub(crate) fn delete(&mut self, target: &'a Expression) -> Done {
        let before = self.unit.position;
        self.at(target.range);
        let mark = self.unit.next;
        let done = match &target.kind {
            ExpressionKind::Name(name) => self.delete_name(*name),
            ExpressionKind::Attribute(attribute) => self.operand(&attribute.value).map(|object| {
                self.start_at_name(target.range, attribute.attr);
                let text = self.mangled_text(attribute.attr);
                let x = self.unit.name_cache(&text);
                self.unit.abcx(Opcode::DeleteAttr, object, 0, 0, x);
            }),
            ExpressionKind::Subscript(subscript) => (|| {
                let container = self.early_operand(&subscript.value, &[&subscript.slice])?;
                let key = self.operand(&subscript.slice)?;
                self.unit.abc(Opcode::DeleteItem, container, key, 0);
                Ok(())
            })(),
            ExpressionKind::Tuple(items) | ExpressionKind::List(items) => {
                items.iter().try_for_each(|item| self.delete(item))
            }
            _ => self.error("cannot delete expression", target.range),
        };
        self.unit.release(mark);
        self.unit.position = before;
        done
    }
}

/// What a starred target is, or the target itself.
fn without_star(target: &Expression) -> &Expression {
    match &target.kind {
        ExpressionKind::Starred(inner) => inner,
        _ => target,
    }
}
