//! The instructions without a fast case in the loop, and the slow cases that need nothing but the instruction.

use super::variables::free_cell;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::object::{CompareOp, UnaryOp};
use crate::{Completion, Isolate, Value, names};
use ferropy_bytecode::encoding::{field_a, field_b, field_c, field_d};
use ferropy_bytecode::{Intrinsic, Opcode};

impl Isolate {
    /// Executes the instruction `word` with the extension word `x`. The frame's `pc` stands behind it.
    #[inline(never)]
    pub(crate) fn execute_rare(&mut self, word: u32, x: u32) -> Completion<()> {
        // What takes little time goes past the table; the loop lets go of what is kept.
        match Opcode::of(word) {
            Opcode::Raise => {
                let exception = self.reg(field_a(word));
                return Err(self.raise(exception));
            }
            Opcode::CallUnpack => {
                let callable = self.reg(field_a(word));
                return self.call_unpacked(field_a(word), callable);
            }
            _ => {}
        }
        let mark = self.kept.len();
        let done = self.execute_rare_kept(word, x);
        self.kept.truncate(mark);
        done
    }

    #[expect(clippy::too_many_lines, reason = "a table: one line for each rare instruction")]
    fn execute_rare_kept(&mut self, word: u32, x: u32) -> Completion<()> {
        let (a, b, c) = (field_a(word), field_b(word), field_c(word));
        let count = c as usize;
        let result = match Opcode::of(word) {
            Opcode::Trace => {
                self.stop_for_trace();
                return Ok(());
            }
            Opcode::LoadConstWide => self.constant_at(x as usize),
            Opcode::GetSlot => self.slot_at(field_d(word) as usize),
            Opcode::SetSlot => {
                let value = self.reg(a);
                self.set_slot_at(field_d(word) as usize, value);
                return Ok(());
            }
            Opcode::MakeCell => {
                let content = self.reg(a);
                self.new_cell(content)?
            }
            Opcode::DeleteCell => {
                if self.heap.cell(self.reg(a)).is_unbound() {
                    return self.raise_unbound_cell(a);
                }
                self.heap.set_cell(self.reg(a), Value::UNBOUND);
                return Ok(());
            }
            Opcode::SetFree => {
                let cell = free_cell(&self.heap, self.frame_function(), field_d(word));
                let value = self.reg(a);
                self.heap.set_cell(cell, value);
                return Ok(());
            }
            Opcode::DeleteFree => {
                let cell = free_cell(&self.heap, self.frame_function(), field_d(word));
                if self.heap.cell(cell).is_unbound() {
                    return self.raise_unbound_free(field_d(word));
                }
                self.heap.set_cell(cell, Value::UNBOUND);
                return Ok(());
            }
            Opcode::GetFreeCell => free_cell(&self.heap, self.frame_function(), field_d(word)),
            Opcode::GetClassFree => {
                let namespace = self.reg(0);
                return self.get_from_dict_or_free(a, namespace, field_d(word));
            }
            Opcode::GetFromDictOrFree => {
                let mapping = self.reg(b);
                return self.get_from_dict_or_free(a, mapping, x as u16);
            }
            Opcode::DeleteGlobal => return self.delete_global(x),
            Opcode::DeleteName => return self.delete_name(x),
            Opcode::GetFromDictOrGlobal => return self.get_from_dict_or_global(a, b, x),
            Opcode::DeleteAttr => {
                let (object, name) = (self.reg(a), self.name_at(x));
                return self.delete_attr(object, name);
            }
            Opcode::DeleteItem => {
                let (container, key) = (self.reg(a), self.reg(b));
                return self.delete_item(container, key);
            }
            Opcode::GetSlice => return self.get_slice(a, b),
            Opcode::SetSlice => return self.set_slice(a, b),
            Opcode::NewSlice => {
                let parts = self.regs(b, 3);
                self.new_record(crate::native::TypeId::SLICE, 0, &parts)?
            }
            Opcode::Neg => return self.unary_slow(UnaryOp::Neg, a, self.reg(b)),
            Opcode::Pos => return self.unary_slow(UnaryOp::Pos, a, self.reg(b)),
            Opcode::Invert => return self.unary_slow(UnaryOp::Invert, a, self.reg(b)),
            Opcode::Not => {
                let value = self.reg(b);
                Value::bool(!self.is_true(value)?)
            }
            Opcode::In => {
                let (item, container) = (self.reg(b), self.reg(c));
                Value::bool(self.contains(container, item)?)
            }
            Opcode::NotIn => {
                let (item, container) = (self.reg(b), self.reg(c));
                Value::bool(!self.contains(container, item)?)
            }
            Opcode::CallKeywords => return self.call_with_names(word, x),
            Opcode::CallMethodKeywords => {
                let keywords = self.constant_at(x as usize);
                return self.call_method_slow(a as usize, b as usize, keywords);
            }
            Opcode::CallApart => return self.call_apart(a as usize, b as usize),
            Opcode::MakeFunction => {
                let code = self.constant_at(x as usize);
                return self.make_function(a, b, code);
            }
            Opcode::BuildClass => {
                let build = self.build_class_function()?;
                self.set_reg(a, build);
                return self.call_slow(a as usize, b as usize, Value::UNBOUND);
            }
            Opcode::BuildClassKeywords => {
                let build = self.build_class_function()?;
                self.set_reg(a, build);
                let keywords = self.constant_at(x as usize);
                return self.call_slow(a as usize, b as usize, keywords);
            }
            Opcode::BuildClassUnpack => {
                let build = self.build_class_function()?;
                return self.call_unpacked(a, build);
            }
            Opcode::GetYieldFromIter => {
                let value = self.reg(b);
                self.yield_from_iterator(value)?
            }
            Opcode::GetAwaitable => {
                let value = self.reg(b);
                self.awaitable(value, c)?
            }
            Opcode::GetAsyncIter => {
                let value = self.reg(b);
                self.async_iterator(value)?
            }
            Opcode::GetAsyncNext => {
                let value = self.reg(b);
                self.async_next(value)?
            }
            Opcode::EndAsyncFor => {
                let exception = self.reg(a);
                if self.is_instance_of(exception, crate::native::TypeId::STOP_ASYNC_ITERATION) {
                    return Ok(());
                }
                return Err(self.reraise(exception));
            }
            Opcode::GetIter => {
                let value = self.reg(b);
                if self.loops_without_iterator(value) { value } else { self.iterate(value)? }
            }
            Opcode::ForPrepare => {
                let value = self.reg(b);
                return self.for_prepare(a, value);
            }
            Opcode::UnpackSequence => {
                let value = self.reg(b);
                return self.unpack(a, value, count);
            }
            Opcode::UnpackStar => {
                let value = self.reg(b);
                return self.unpack_star(a, value, count, x as usize);
            }
            Opcode::NewTuple => {
                let items = self.regs(b, count);
                self.new_tuple(&items)?
            }
            Opcode::NewList => {
                let items = self.regs(b, count);
                self.new_list(&items)?
            }
            Opcode::NewSet => {
                let items = self.regs(b, count);
                self.build_set(&items)?
            }
            Opcode::NewDict => {
                let pairs = self.regs(b, 2 * count);
                self.build_dict(&pairs)?
            }
            Opcode::ListAppend => {
                let (list, item) = (self.reg(a), self.reg(b));
                self.heap.list_append(list, item)?;
                return Ok(());
            }
            Opcode::ListExtend => {
                let (list, iterable) = (self.reg(a), self.reg(b));
                return self.extend_display(list, iterable);
            }
            Opcode::ListToTuple => {
                let made = self.heap.tuple_of_list(self.reg(b))?;
                self.keep(made)
            }
            Opcode::SetAdd => {
                let (set, item) = (self.reg(a), self.reg(b));
                return self.set_add(set, item).map(|_| ());
            }
            Opcode::SetUpdate => {
                let (set, iterable) = (self.reg(a), self.reg(b));
                return self.set_update(set, iterable);
            }
            Opcode::DictSet => {
                let (dict, key, value) = (self.reg(a), self.reg(b), self.reg(c));
                return self.dict_set(dict, key, value);
            }
            Opcode::DictUpdate => {
                let (dict, mapping) = (self.reg(a), self.reg(b));
                return self.update_display(dict, mapping);
            }
            Opcode::DictMerge => {
                let (dict, mapping, callable) = (self.reg(a), self.reg(b), self.reg(c));
                return self.merge_keywords(dict, mapping, callable);
            }
            Opcode::BuildString => {
                let parts = self.regs(b, count);
                self.build_string(&parts)?
            }
            Opcode::Convert => {
                let value = self.reg(b);
                self.convert(value, c)?
            }
            Opcode::Format => {
                let value = self.reg(b);
                if self.heap.is_str(value) { value } else { self.format(value, names::EMPTY)? }
            }
            Opcode::FormatSpec => {
                let (value, spec) = (self.reg(b), self.reg(c));
                self.format(value, spec)?
            }
            Opcode::NewInterpolation => self.new_interpolation(b)?,
            Opcode::NewTemplate => self.new_template(b)?,
            Opcode::RaiseFrom => {
                let (exception, cause) = (self.reg(a), self.reg(b));
                return Err(self.raise_from(exception, cause));
            }
            Opcode::RaiseAgain => return Err(self.raise_again()),
            Opcode::Reraise => {
                let exception = self.reg(a);
                return Err(self.reraise(exception));
            }
            Opcode::RaiseAssertion => {
                let message = self.reg(a);
                return Err(self.raise_assertion(message));
            }
            Opcode::JumpIfNotMatch => {
                let (exception, pattern) = (self.reg(a), self.reg(b));
                if !self.exception_matches(exception, pattern)? {
                    self.take_jump();
                }
                return Ok(());
            }
            Opcode::MatchGroup => {
                let (exception, pattern) = (self.reg(b), self.reg(c));
                let (matched, rest) = self.match_group(exception, pattern)?;
                self.set_reg(a.wrapping_add(1), rest);
                matched
            }
            Opcode::RaiseGroup => {
                let (list, original) = (self.reg(b), self.reg(c));
                self.exception_after_star(list, original)?
            }
            Opcode::GetSpecial => {
                let manager = self.reg(b);
                return self.get_special(a, manager, (c, x));
            }
            Opcode::CallExit => {
                let (exit, exception) = ([self.reg(b), self.reg(b.wrapping_add(1))], self.reg(c));
                self.call_exit(exit, exception)?
            }
            Opcode::MatchSequence => {
                let value = self.reg(b);
                Value::bool(self.is_sequence_pattern(value)?)
            }
            Opcode::MatchMapping => {
                let value = self.reg(b);
                Value::bool(self.is_mapping_pattern(value)?)
            }
            Opcode::MatchKeys => {
                let (mapping, keys) = (self.reg(b), self.reg(c));
                self.match_keys(mapping, keys)?.unwrap_or(Value::NONE)
            }
            Opcode::MatchClass => {
                let (subject, class) = (self.reg(b), self.reg(c));
                let keywords = self.constant_at((x & 0xFFFF) as usize);
                self.match_class(subject, class, (x >> 16) as usize, keywords)?.unwrap_or(Value::NONE)
            }
            Opcode::MatchRest => {
                let (mapping, keys) = (self.reg(b), self.reg(c));
                self.match_rest(mapping, keys)?
            }
            Opcode::GetLength => {
                let value = self.reg(b);
                let length = self.len(value)?;
                Value::small_int(length as i64)
            }
            Opcode::ImportName => return self.import_name(a, b, x),
            Opcode::ImportFrom => {
                let module = self.reg(b);
                return self.import_from(a, module, x);
            }
            Opcode::ImportStar => {
                let module = self.reg(a);
                return self.import_star(module);
            }
            Opcode::Intrinsic => self.intrinsic(c, b)?,
            Opcode::LShift
            | Opcode::RShift
            | Opcode::Pow
            | Opcode::MatMul
            | Opcode::InplaceLShift
            | Opcode::InplaceRShift
            | Opcode::InplacePow
            | Opcode::InplaceMatMul => return self.execute_operator(word),
            _ => return Err(raise::system_error(self, "unknown opcode")),
        };
        self.set_reg(a, result);
        Ok(())
    }

    fn build_class_function(&mut self) -> Completion {
        let globals = self.frame_globals();
        let builtins = self.builtins_of(globals);
        match self.heap.dict_get_name(builtins, names::__build_class__) {
            Some(function) => Ok(function),
            None => Err(raise::undefined(self, names::__build_class__)),
        }
    }

    /// `Intrinsic`.
    fn intrinsic(&mut self, number: u8, first: u8) -> Completion {
        let (first, second) = (self.reg(first), self.reg(first.wrapping_add(1)));
        const fn is(number: u8, intrinsic: Intrinsic) -> bool {
            number == intrinsic as u8
        }
        match number {
            n if is(n, Intrinsic::PrintExpression) => self.display(first),
            n if is(n, Intrinsic::Identity) || is(n, Intrinsic::Locals) => Ok(first),
            n if is(n, Intrinsic::AssertionErrorClass) => Ok(crate::native::TypeId::ASSERTION_ERROR.value()),
            n if is(n, Intrinsic::CheckAnnotationFormat) => {
                let result = self.compare(CompareOp::Gt, first, Value::small_int(2))?;
                if self.is_true(result)? {
                    return Err(raise::exception_with(self, crate::native::TypeId::NOT_IMPLEMENTED_ERROR, &[]));
                }
                Ok(Value::NONE)
            }
            n if is(n, Intrinsic::FrozenSet) => {
                let set = self.new_set(true)?;
                if self.heap.kind(first) == Some(Kind::Set) {
                    self.heap.copy_table(set, first)?;
                }
                Ok(set)
            }
            n if is(n, Intrinsic::UnpackIntoList) => self.unpack_into_list(first, second),
            _ => self.type_parameter_intrinsic(number, first, second),
        }
    }

    /// Shows a value as the prompt does: through `sys.displayhook`.
    fn display(&mut self, value: Value) -> Completion {
        match self.heap.dict_get_name(self.sys_dict, names::displayhook) {
            Some(hook) => {
                self.call(hook, &[value])?;
                Ok(Value::NONE)
            }
            None => Err(raise::runtime_error(self, "lost sys.displayhook")),
        }
    }
}
