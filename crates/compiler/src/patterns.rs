//! `match` (PEP 634).

use crate::crowded::{Held, MOST_TOGETHER};
use crate::generator::{Done, Generator};
use crate::unit::{Label, Reg};
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_bytecode::encoding::{encode_abc, encode_ad};
use ferropy_bytecode::{Constant, Opcode};
use ferropy_syntax::Name;
use ferropy_syntax::tree::{
    Expression, ExpressionKind, Match, MatchClass, MatchMapping, Pattern, PatternKind, SourceRange,
};

/// The names that a pattern captures so far, with the places of their values. They are bound when the whole pattern
/// matches.
type Captures = Vec<(Name, Held)>;

impl<'a> Generator<'a> {
    pub(crate) fn match_statement(&mut self, inner: &'a Match) -> Done {
        let subject = self.unit.temp();
        self.expression(&inner.subject, subject)?;
        let end = self.unit.label();
        let mut states = Vec::new();
        for (index, case) in inner.cases.iter().enumerate() {
            let last = index + 1 == inner.cases.len();
            if !last && case.guard.is_none() {
                self.check_refutable(&case.pattern)?;
            }
            let (mark, held) = (self.unit.next, self.unit.held);
            let before = self.unit.bound_state();
            let next = self.unit.label();
            let mut captures = Captures::new();
            self.at(case.pattern.range);
            self.pattern(&case.pattern, subject, next, &mut captures)?;
            for (name, place) in captures {
                let register = self.held_value(place);
                self.store_name(name, register);
            }
            self.unit.held = held;
            if let Some(guard) = &case.guard {
                self.jump_unless(guard, next)?;
            }
            self.unit.release(mark);
            self.body(&case.body)?;
            states.push(self.unit.bound_state());
            self.unit.jump(end);
            self.unit.place(next);
            if let Some(before) = before {
                self.unit.bound = before;
            }
        }
        states.push(self.unit.bound_state());
        self.unit.place(end);
        self.unit.join(&states);
        Ok(())
    }

    /// A pattern that always matches must be the last one.
    fn check_refutable(&mut self, pattern: &Pattern) -> Done {
        match &pattern.kind {
            PatternKind::MatchAs(None, Some(name)) => {
                let text = self.names.text(*name);
                let message = alloc::format!("name capture '{text}' makes remaining patterns unreachable");
                self.error(message, pattern.range)
            }
            PatternKind::MatchAs(None, None) => {
                self.error("wildcard makes remaining patterns unreachable", pattern.range)
            }
            PatternKind::MatchAs(Some(inner), _) => self.check_refutable(inner),
            PatternKind::MatchOr(patterns) => match patterns.last() {
                Some(last) => self.check_refutable(last),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// A register with a captured value.
    fn held_value(&mut self, place: Held) -> Reg {
        match place {
            Held::Register(register) => register,
            Held::Slot(slot) => {
                let mark = self.unit.next;
                let register = self.unit.temp();
                self.unit.ad(Opcode::GetSlot, register, slot);
                self.unit.release(mark);
                register
            }
        }
    }

    fn capture(&mut self, name: Name, place: Held, range: SourceRange, captures: &mut Captures) -> Done {
        if captures.iter().any(|(known, _)| *known == name) {
            let text = self.names.text(name);
            return self.error(alloc::format!("multiple assignments to name '{text}' in pattern"), range);
        }
        captures.push((name, place));
        Ok(())
    }

    /// Goes to `fail` unless the subject matches.
    fn pattern(&mut self, pattern: &'a Pattern, subject: Reg, fail: Label, captures: &mut Captures) -> Done {
        match &pattern.kind {
            PatternKind::MatchValue(value)
                if matches!(value.kind, ExpressionKind::JoinedStr(_) | ExpressionKind::TemplateStr(_)) =>
            {
                self.error("patterns may only match literals and attribute lookups", pattern.range)
            }
            PatternKind::MatchValue(value) => {
                let mark = self.unit.next;
                let value = self.operand(value)?;
                self.unit.jump_if(encode_abc(Opcode::JumpIfNotEq, subject, value, 0), fail);
                self.unit.release(mark);
                Ok(())
            }
            PatternKind::MatchSingleton(constant) => {
                let mark = self.unit.next;
                let value = self.unit.temp();
                if let Some(constant) = crate::fold::literal(constant) {
                    self.unit.load(value, &constant);
                }
                self.unit.jump_if(encode_abc(Opcode::JumpIfIsNot, subject, value, 0), fail);
                self.unit.release(mark);
                Ok(())
            }
            PatternKind::MatchSequence(patterns) => {
                self.sequence_pattern(patterns, pattern.range, subject, fail, captures)
            }
            PatternKind::MatchMapping(mapping) => self.mapping_pattern(mapping, pattern.range, subject, fail, captures),
            PatternKind::MatchClass(class) => self.class_pattern(class, subject, fail, captures),
            PatternKind::MatchStar(_) => Ok(()),
            PatternKind::MatchAs(inner, name) => {
                if let Some(inner) = inner {
                    self.pattern(inner, subject, fail, captures)?;
                }
                match name {
                    Some(name) => self.capture(*name, Held::Register(subject), pattern.range, captures),
                    None => Ok(()),
                }
            }
            PatternKind::MatchOr(patterns) => self.or_pattern(patterns, pattern.range, subject, fail, captures),
        }
    }

    fn sequence_pattern(
        &mut self,
        patterns: &'a [Pattern],
        range: SourceRange,
        subject: Reg,
        fail: Label,
        captures: &mut Captures,
    ) -> Done {
        let is_star = |pattern: &&Pattern| matches!(pattern.kind, PatternKind::MatchStar(_));
        let stars = patterns.iter().filter(is_star).count();
        if stars > 1 {
            return self.error("multiple starred names in sequence pattern", range);
        }
        let test = self.unit.temp();
        self.unit.abc(Opcode::MatchSequence, test, subject, 0);
        self.unit.jump_if(encode_abc(Opcode::JumpIfFalse, test, 0, 0), fail);
        let star = patterns.iter().position(|pattern| is_star(&pattern));
        self.unit.abc(Opcode::GetLength, test, subject, 0);
        let wanted = patterns.len() - stars;
        let opcodes = if star.is_some() {
            (Opcode::JumpIfLtInt, Opcode::JumpIfLt)
        } else {
            (Opcode::JumpIfNeInt, Opcode::JumpIfNe)
        };
        self.jump_by_length(opcodes, test, wanted, fail);
        // `[*_]` needs no items.
        if matches!(patterns, [Pattern { kind: PatternKind::MatchStar(None), .. }]) {
            return Ok(());
        }
        self.unit.release(test as usize);
        if self.unit.too_many_together(patterns.len()) {
            let list = self.unpack_into_list(subject, patterns.len(), star);
            return self.items_one_by_one(list, patterns.iter(), fail, captures);
        }
        let first = self.unit.temps(patterns.len().max(1));
        match star {
            None => self.unit.abc(Opcode::UnpackSequence, first, subject, patterns.len() as u8),
            Some(star) => {
                let after = (patterns.len() - star - 1) as u32;
                self.unit.abcx(Opcode::UnpackStar, first, subject, star as u8, after);
            }
        }
        for (index, pattern) in patterns.iter().enumerate() {
            self.item_pattern(pattern, first.wrapping_add(index as Reg), fail, captures)?;
        }
        Ok(())
    }

    fn item_pattern(&mut self, pattern: &'a Pattern, item: Reg, fail: Label, captures: &mut Captures) -> Done {
        match &pattern.kind {
            PatternKind::MatchStar(Some(name)) => self.capture(*name, Held::Register(item), pattern.range, captures),
            _ => self.pattern(pattern, item, fail, captures),
        }
    }

    /// Matches the items of a list or tuple one after the other, each in the same register; what they capture goes to
    /// slots.
    fn items_one_by_one(
        &mut self,
        list: Reg,
        patterns: impl Iterator<Item = &'a Pattern>,
        fail: Label,
        captures: &mut Captures,
    ) -> Done {
        for (index, pattern) in patterns.enumerate() {
            if matches!(pattern.kind, PatternKind::MatchAs(None, None) | PatternKind::MatchStar(None)) {
                continue;
            }
            let mark = self.unit.next;
            let item = self.unit.temp();
            self.item(list, index, item);
            let mut own = Captures::new();
            self.item_pattern(pattern, item, fail, &mut own)?;
            for (name, place) in own {
                let place = match place {
                    Held::Register(register) => Held::Slot(self.unit.hold(register)),
                    Held::Slot(_) => place,
                };
                self.capture(name, place, pattern.range, captures)?;
            }
            self.unit.release(mark);
        }
        Ok(())
    }

    /// Goes to `fail` by comparing a length with a number. `opcodes` are those for a number in the instruction, and for
    /// one in a register.
    fn jump_by_length(&mut self, opcodes: (Opcode, Opcode), length: Reg, number: usize, fail: Label) {
        if let Ok(number) = i16::try_from(number) {
            self.unit.jump_if(encode_ad(opcodes.0, length, number as u16), fail);
            return;
        }
        let mark = self.unit.next;
        let register = self.unit.temp();
        self.unit.load(register, &Constant::Int(number as i64));
        self.unit.jump_if(encode_abc(opcodes.1, length, register, 0), fail);
        self.unit.release(mark);
    }

    fn mapping_pattern(
        &mut self,
        mapping: &'a MatchMapping,
        range: SourceRange,
        subject: Reg,
        fail: Label,
        captures: &mut Captures,
    ) -> Done {
        let test = self.unit.temp();
        self.unit.abc(Opcode::MatchMapping, test, subject, 0);
        self.unit.jump_if(encode_abc(Opcode::JumpIfFalse, test, 0, 0), fail);
        let count = mapping.keys.len();
        if count > 0 {
            self.unit.abc(Opcode::GetLength, test, subject, 0);
            self.jump_by_length((Opcode::JumpIfLtInt, Opcode::JumpIfLt), test, count, fail);
        }
        self.check_keys(&mapping.keys, range)?;
        self.unit.release(test as usize);
        let keys = self.unit.temp();
        let mark = self.unit.next;
        if count > MOST_TOGETHER {
            self.list(&mapping.keys, keys)?;
            self.unit.abc(Opcode::ListToTuple, keys, keys, 0);
        } else {
            let first = self.consecutive(&mapping.keys)?;
            self.unit.abc(Opcode::NewTuple, keys, first, count as u8);
        }
        self.unit.release(mark);
        if count > 0 {
            let values = self.unit.temp();
            self.unit.abc(Opcode::MatchKeys, values, subject, keys);
            self.unit.jump_if(encode_abc(Opcode::JumpIfNone, values, 0, 0), fail);
            self.values_patterns(values, count, mapping.patterns.iter(), fail, captures)?;
        }
        if let Some(rest) = mapping.rest {
            let register = self.unit.temp();
            self.unit.abc(Opcode::MatchRest, register, subject, keys);
            self.capture(rest, Held::Register(register), range, captures)?;
        }
        Ok(())
    }

    /// Matches the values of a tuple that has as many as there are patterns.
    fn values_patterns(
        &mut self,
        values: Reg,
        count: usize,
        patterns: impl Iterator<Item = &'a Pattern>,
        fail: Label,
        captures: &mut Captures,
    ) -> Done {
        if self.unit.too_many_together(count) {
            return self.items_one_by_one(values, patterns, fail, captures);
        }
        let items = self.unit.temps(count.max(1));
        if count > 0 {
            self.unit.abc(Opcode::UnpackSequence, items, values, count as u8);
        }
        for (index, pattern) in patterns.enumerate() {
            self.pattern(pattern, items.wrapping_add(index as Reg), fail, captures)?;
        }
        Ok(())
    }

    fn check_keys(&mut self, keys: &'a [Expression], range: SourceRange) -> Done {
        let mut seen: Vec<Constant> = Vec::new();
        for key in keys {
            if matches!(key.kind, ExpressionKind::JoinedStr(_) | ExpressionKind::TemplateStr(_)) {
                let message = "mapping pattern keys may only match literals and attribute lookups";
                return self.error(message, range);
            }
            let Some(constant) = self.fold(key) else { continue };
            let number = number_of(&constant);
            if seen.iter().any(|earlier| *earlier == constant || (number.is_some() && number_of(earlier) == number)) {
                let text = match &constant {
                    Constant::Int(int) => alloc::format!("{int}"),
                    Constant::Float(float) => ferropy_numeric::float::repr(*float),
                    Constant::Bool(true) => "True".into(),
                    Constant::Bool(false) => "False".into(),
                    Constant::Str(bytes)
                        if bytes.iter().all(|byte| matches!(byte, b' '..=b'~' if !b"'\\".contains(byte))) =>
                    {
                        alloc::format!("'{}'", String::from_utf8_lossy(bytes))
                    }
                    _ => String::from(self.source.slice(key.range)),
                };
                let message = alloc::format!("mapping pattern checks duplicate key ({text})");
                return self.error(message, range);
            }
            seen.push(constant);
        }
        Ok(())
    }

    fn class_pattern(&mut self, class: &'a MatchClass, subject: Reg, fail: Label, captures: &mut Captures) -> Done {
        for (index, (name, pattern)) in class.kwd_attrs.iter().zip(&class.kwd_patterns).enumerate() {
            if class.kwd_attrs.iter().take(index).any(|earlier| earlier == name) {
                let text = self.names.text(*name);
                let message = alloc::format!("attribute name repeated in class pattern: {text}");
                return self.error(message, pattern.range);
            }
        }
        let total = class.patterns.len() + class.kwd_patterns.len();
        let values = self.unit.temp();
        let mark = self.unit.next;
        let found = self.operand(&class.cls)?;
        let names = class.kwd_attrs.iter().map(|name| Constant::Str(self.names.text(*name).as_bytes().into()));
        let names: Vec<Constant> = names.collect();
        let names = self.unit.constant(Constant::Tuple(names.into()));
        if names > 0xFFFF {
            self.unit.too_complex = true;
        }
        let word = (class.patterns.len() as u32) << 16 | names & 0xFFFF;
        self.unit.abcx(Opcode::MatchClass, values, subject, found, word);
        self.unit.release(mark);
        self.unit.jump_if(encode_abc(Opcode::JumpIfNone, values, 0, 0), fail);
        self.values_patterns(values, total, class.patterns.iter().chain(&class.kwd_patterns), fail, captures)
    }

    /// Alternatives: each must capture the same names; their values are brought to common registers.
    fn or_pattern(
        &mut self,
        patterns: &'a [Pattern],
        range: SourceRange,
        subject: Reg,
        fail: Label,
        captures: &mut Captures,
    ) -> Done {
        let done = self.unit.label();
        let mut common: Option<Captures> = None;
        for (index, pattern) in patterns.iter().enumerate() {
            let last = index + 1 == patterns.len();
            if !last {
                self.check_refutable(pattern)?;
            }
            let next = if last { fail } else { self.unit.label() };
            let mut own = Captures::new();
            let (mark, held) = (self.unit.next, self.unit.held);
            self.pattern(pattern, subject, next, &mut own)?;
            match &common {
                None => {
                    // These places must outlive the alternatives' temporaries: they come first for those that follow.
                    let many = own.len() > MOST_TOGETHER;
                    let places: Captures = own.iter().map(|(name, _)| (*name, self.fresh_place(many))).collect();
                    self.move_captures(&own, &places);
                    common = Some(places);
                }
                Some(places) => {
                    let same = own.len() == places.len()
                        && own.iter().all(|(name, _)| places.iter().any(|(other, _)| other == name));
                    if !same {
                        return self.error("alternative patterns bind different names", range);
                    }
                    let places = places.clone();
                    self.move_captures(&own, &places);
                    self.unit.release(mark);
                    self.unit.held = held;
                }
            }
            if !last {
                self.unit.jump(done);
                self.unit.place(next);
            }
        }
        self.unit.place(done);
        for (name, place) in common.unwrap_or_default() {
            self.capture(name, place, range, captures)?;
        }
        Ok(())
    }

    fn fresh_place(&mut self, in_slot: bool) -> Held {
        if in_slot { Held::Slot(self.unit.slots(1)) } else { Held::Register(self.unit.temp()) }
    }

    fn move_captures(&mut self, own: &Captures, places: &Captures) {
        for (name, target) in places {
            if let Some(&(_, source)) = own.iter().find(|(other, _)| other == name) {
                let source = self.held_value(source);
                match *target {
                    Held::Register(register) => self.unit.move_to(register, source),
                    Held::Slot(slot) => self.unit.ad(Opcode::SetSlot, source, slot),
                }
            }
        }
    }
}

/// What a number among the keys is equal to: `1`, `1.0` and `True` are the same key.
fn number_of(constant: &Constant) -> Option<f64> {
    match constant {
        Constant::Int(int) => Some(*int as f64).filter(|number| *number as i64 == *int),
        Constant::Float(float) => Some(*float),
        Constant::Bool(bool) => Some(f64::from(u8::from(*bool))),
        _ => None,
    }
}
