//! The loop over instructions.
//!
//! What the loop needs at each instruction lies in local variables: `pc`, the instructions, the register window.
//! Each arm is the fast case of its instruction; what it can't do it hands to a function of `ops`, which reads and
//! writes registers through the isolate. Around such a call the frame's `pc` is written back, and afterwards
//! everything is loaded again from the top frame, which may be another one.
//!
//! What measurements taught:
//!
//! - A fused compare-and-jump reads its offset *inside* the taken branch: a load that may fail can't become a conditional
//!   move, which would make the next dispatch wait for the data.
//! - Every slow case is a call of a function that is never inlined, behind a `cold_path`. Operators give it the
//!   instruction's word and not the values: a value that lies ready for a call costs the fast case a machine register.
//! - Short cuts for operands that an arm has nothing for are called from one place behind the arms, and not after the way out:
//!   writing back and loading again took as long as the short cut.
//! - There is one way out of the fast path, where it ends in a `break`. With all of it repeated at each slow case, the
//!   isolate's fields had so many uses that the compiler kept their addresses on the stack, a load more for each use.
//! - The loop keeps in local variables only what each instruction needs. The fuel and the frame's base are read where
//!   they lie.

use super::frame::{Cache, WINDOW};
use super::known_attributes::Site;
use super::ops::operators::operator;
use super::ops::variables::{cache_key, cached_global, free_cell, inline_cache, item_at, set_cached_global};
use super::shortcuts::{self, Operated, Stepped};
use super::{Exit, Frame, FrameKind, LoadedCode, completing, pairs, parked, room, walks};
use crate::heap::Kind;
use crate::object::constructor::make_instance;
use crate::object::truth::quick_truth;
use crate::object::{BinaryOp, CompareOp};
use crate::value::{IS_SMALL, Immediate};
use crate::{Completion, Isolate, Value};
use core::cmp::Ordering;
use ferropy_bytecode::encoding::{encode_abc, field_a, field_b, field_c, field_d, field_j};
use ferropy_bytecode::{CodeFlags, Opcode};

/// How many jumps and calls the loop makes before it looks at the world.
pub(crate) const FUEL: u32 = 20_000;

impl Isolate {
    /// Runs the top frame, and those it calls, until the frame that was entered from native code is left or the budget
    /// is used up.
    #[expect(clippy::too_many_lines, reason = "one short arm for each hot instruction; see the module's text")]
    pub(crate) fn execute(&mut self) -> Exit {
        // Between instructions no native function runs that was called from here: what is kept beyond this is garbage.
        let kept = self.kept.len();
        // What runs between the end of the fuel and its refill, a finalizer, has none: the first jump would wrap around.
        if self.fuel <= 1
            && let Err(raised) = self.enter_without_fuel()
            && let Some(exit) = self.unwind(raised)
        {
            return exit;
        }
        let mut pc: usize;
        let mut globals: u32;
        let mut code: &LoadedCode;
        let mut instructions: &[u32];
        let mut window: &mut [Value; WINDOW];

        // What verified code never gets to.
        macro_rules! lost {
            () => {{
                core::hint::cold_path();
                return Exit::Finished(Value::NONE);
            }};
        }
        // Loads everything from a frame.
        macro_rules! load {
            ($frame:ident) => {{
                pc = $frame.pc as usize;
                globals = $frame.globals;
                let Some(loaded) = self.codes.list.get($frame.code as usize) else {
                    lost!();
                };
                code = loaded;
                instructions = &code.instructions;
                let Some(found) = window_at(&mut self.thread.stack, $frame.base) else {
                    lost!();
                };
                window = found;
            }};
        }
        macro_rules! save_pc {
            () => {
                if let Some(frame) = self.thread.frames.last_mut() {
                    frame.pc = pc as u32;
                }
            };
        }
        macro_rules! next_word {
            () => {{
                let Some(&word) = instructions.get(pc) else { lost!() };
                pc += 1;
                word
            }};
        }
        macro_rules! reg {
            ($index:expr) => {
                window[$index as usize]
            };
        }
        // Takes a jump whose offset lies in the word before `pc`.
        macro_rules! jump_back_from_word {
            () => {{
                let offset = match instructions.get(pc - 1) {
                    Some(&word) => word as i32,
                    None => lost!(),
                };
                pc = (pc as isize - 1 + offset as isize) as usize;
                if self.fuel.burn() {
                    slow!(Ok(()));
                }
            }};
        }
        // Where an attribute instruction's inline cache has another answer: what all sites know.
        macro_rules! known_site {
            ($x:ident) => {{
                core::hint::cold_path();
                Site {
                    heap: &mut self.heap,
                    methods: &self.methods,
                    shapes: &self.shapes,
                    caches: &mut self.caches,
                    code,
                    x: $x,
                }
            }};
        }
        macro_rules! arithmetic {
            ($word:ident, $small:ident, $sign:tt, $op:ident) => {{
                let (x, y) = (reg!(field_b($word)), reg!(field_c($word)));
                if let Some(result) = x.$small(y) {
                    reg!(field_a($word)) = result;
                } else if let (Some(a), Some(b)) = (x.as_immediate_float(), y.as_immediate_float()) {
                    reg!(field_a($word)) = Value::arithmetic_float(a $sign b);
                } else if let (Some(a), Some(b)) = (x.as_immediate_float(), y.as_small_int()) {
                    reg!(field_a($word)) = Value::arithmetic_float(a $sign b as f64);
                } else if let (Some(a), Some(b)) = (x.as_small_int(), y.as_immediate_float()) {
                    reg!(field_a($word)) = Value::arithmetic_float(a as f64 $sign b);
                } else if !Value::FLOATS_ARE_IMMEDIATE
                    && let Some(result) = shortcuts::operate_on_floats(&mut self.heap, BinaryOp::$op, x, y)
                {
                    reg!(field_a($word)) = result;
                } else {
                    operator!();
                }
            }};
        }
        // The int that is the right operand in the instruction itself.
        macro_rules! int_operand {
            ($word:ident) => {
                Value::small_int(i64::from(field_c($word) as i8))
            };
        }
        macro_rules! arithmetic_int {
            ($word:ident, $small:ident, $sign:tt) => {{
                let x = reg!(field_b($word));
                let c = field_c($word) as i8;
                if let Some(result) = x.$small(int_operand!($word)) {
                    reg!(field_a($word)) = result;
                } else if let Some(a) = x.as_immediate_float() {
                    reg!(field_a($word)) = Value::arithmetic_float(a $sign f64::from(c));
                } else {
                    operator!();
                }
            }};
        }
        macro_rules! bitwise {
            ($word:ident, $right:expr, $sign:tt) => {{
                let (x, y) = (reg!(field_b($word)), $right);
                match x.both_small_ints(y) {
                    Some((a, b)) => reg!(field_a($word)) = Value::small_int(a $sign b),
                    None => operator!(),
                }
            }};
        }
        macro_rules! shift {
            ($word:ident, $right:expr, $function:ident) => {{
                let (x, y) = (reg!(field_b($word)), $right);
                match x.both_small_ints(y).and_then(|(a, b)| $function(a, b)) {
                    Some(result) => reg!(field_a($word)) = result,
                    None => operator!(),
                }
            }};
        }
        macro_rules! divide {
            ($word:ident, $right:expr, $function:ident) => {{
                let (x, y) = (reg!(field_b($word)), $right);
                match x.both_small_ints(y) {
                    Some((a, b)) if b > 0 => reg!(field_a($word)) = Value::small_int($function(a, b)),
                    _ => operator!(),
                }
            }};
        }
        macro_rules! true_divide {
            ($word:ident) => {{
                let (x, y) = (reg!(field_b($word)), reg!(field_c($word)));
                let float = |value: Value| {
                    value.as_immediate_float().or_else(|| {
                        if Value::FLOATS_ARE_IMMEDIATE { value.as_small_int().map(|int| int as f64) } else { None }
                    })
                };
                match (float(x), float(y)) {
                    (Some(a), Some(b)) if b != 0.0 => reg!(field_a($word)) = Value::arithmetic_float(a / b),
                    _ if !Value::FLOATS_ARE_IMMEDIATE
                        && let Some(result) = shortcuts::operate_on_floats(&mut self.heap, BinaryOp::TrueDiv, x, y) =>
                    {
                        reg!(field_a($word)) = result;
                    }
                    _ => operator!(),
                }
            }};
        }
        macro_rules! compare {
            ($word:ident, $sign:tt, $op:ident) => {{
                let (x, y) = (reg!(field_b($word)), reg!(field_c($word)));
                if let Some((a, b)) = x.both_small_ints(y) {
                    reg!(field_a($word)) = Value::bool(a $sign b);
                } else if let (Some(a), Some(b)) = (x.as_immediate_float(), y.as_immediate_float()) {
                    reg!(field_a($word)) = Value::bool(a $sign b);
                } else if CompareOp::$op.is_equality()
                    && let Some(equal) = self.heap.quick_equal(x, y)
                {
                    reg!(field_a($word)) = Value::bool(equal $sign true);
                } else if !CompareOp::$op.is_equality()
                    && let Some(order) = self.heap.quick_order(x, y)
                {
                    reg!(field_a($word)) = Value::bool(order $sign Ordering::Equal);
                } else {
                    operator!();
                }
            }};
        }
        macro_rules! jump_compare {
            ($x:expr, $y:expr, $sign:tt, $op:ident, $sense:literal, $may_be_text:literal) => {{
                let (x, y) = ($x, $y);
                pc += 1;
                let holds = if let Some((a, b)) = x.both_small_ints(y) {
                    a $sign b
                } else if let (Some(a), Some(b)) = (x.as_immediate_float(), y.as_immediate_float()) {
                    a $sign b
                } else if CompareOp::$op.is_equality()
                    && let Some(equal) = self.heap.quick_equal(x, y)
                {
                    equal $sign true
                } else if $may_be_text
                    && !CompareOp::$op.is_equality()
                    && let Some(order) = self.heap.quick_order(x, y)
                {
                    order $sign Ordering::Equal
                } else {
                    operator!();
                };
                if holds == $sense {
                    jump_back_from_word!();
                }
            }};
        }
        macro_rules! jump_registers {
            ($word:ident, $sign:tt, $op:ident, $sense:literal) => {
                jump_compare!(reg!(field_a($word)), reg!(field_b($word)), $sign, $op, $sense, true)
            };
        }
        macro_rules! jump_int {
            ($word:ident, $sign:tt, $op:ident, $sense:literal) => {
                jump_compare!(
                    reg!(field_a($word)),
                    Value::small_int(i64::from(field_d($word) as i16)),
                    $sign,
                    $op,
                    $sense,
                    false
                )
            };
        }
        macro_rules! jump_if {
            ($condition:expr) => {{
                let taken = $condition;
                pc += 1;
                if taken {
                    jump_back_from_word!();
                }
            }};
        }

        // Goes on in another frame, whose place has been looked up. Where a call takes more time than the work, what enters
        // or leaves a frame is part of the loop.
        macro_rules! go_to {
            ($place:ident) => {{
                let Some(loaded) = self.codes.list.get($place.code as usize) else { lost!() };
                pc = $place.pc as usize;
                globals = $place.globals;
                code = loaded;
                instructions = &code.instructions;
                window = $place.window;
                continue;
            }};
        }

        // What is read of the cell of a captured variable, which the function before the registers knows.
        macro_rules! free {
            ($cell:ident, $index:expr, $read:expr) => {{
                let Some(frame) = self.thread.frames.last() else { lost!() };
                let base = frame.base;
                if IS_SMALL {
                    let Some((function, found)) = function_and_window(&mut self.thread.stack, base) else { lost!() };
                    window = found;
                    let $cell = free_cell(&self.heap, function, $index);
                    $read
                } else {
                    let function = self.thread.stack.get(base.wrapping_sub(1) as usize).copied();
                    let $cell = free_cell(&self.heap, function.unwrap_or(Value::UNBOUND), $index);
                    let read = $read;
                    let Some(found) = window_at(&mut self.thread.stack, base) else { lost!() };
                    window = found;
                    read
                }
            }};
        }

        // Enters a Python function that takes the `count` registers behind `R(a)` as they are. What has more to it goes
        // on with what follows.
        macro_rules! enter_function {
            ($callable:ident, $a:ident, $count:expr, $condition:expr) => {
                if let Some((number, arity, function_globals)) = self.heap.function($callable)
                    && $condition
                    && self.fuel > 1
                    // On desktops another way out of here costs every call more than the others gain.
                    && (arity as usize == $count
                        || IS_SMALL
                            && completing::add_defaults(&self.heap, window, $a, $count, arity as usize))
                    && let Some([caller, callee]) = self.thread.frames.prepared()
                    && let base = caller.base + $a as u32 + 1
                    && let Some(found) = window_at(&mut self.thread.stack, base)
                    && let Some(loaded) = self.codes.list.get(number as usize)
                {
                    caller.pc = pc as u32;
                    let (ret, kind) = ($a as u8, FrameKind::Call);
                    *callee = Frame { code: number, pc: 0, base, globals: function_globals, ret, kind, marks: 0 };
                    self.thread.frames.enter_prepared();
                    self.fuel -= 1;
                    pc = 0;
                    globals = function_globals;
                    code = loaded;
                    instructions = &code.instructions;
                    window = found;
                    continue;
                }
            };
        }

        // Desktops enter a function that leaves arguments to their defaults, or gets some by name, without leaving the loop.
        macro_rules! enter_completed {
            ($a:expr, $count:expr, $keywords:expr) => {
                if !IS_SMALL {
                    save_pc!();
                    if self.enter_completed($a, $count, $keywords).is_some() {
                        let Some(frame) = self.thread.frames.last() else { lost!() };
                        load!(frame);
                        continue;
                    }
                }
            };
        }

        // Leaves the running frame with a value.
        macro_rules! leave_frame {
            ($value:expr) => {{
                let mut value = $value;
                if let Some([caller, callee]) = self.thread.frames.last_two()
                    && (callee.kind == FrameKind::Call
                        || callee.kind == FrameKind::Step
                        || callee.kind == FrameKind::Init && value.is_none()
                        || callee.kind == FrameKind::Operator && value != Value::NOT_IMPLEMENTED)
                {
                    if callee.kind == FrameKind::Init {
                        let object = self.thread.stack.get(callee.base.wrapping_sub(2) as usize);
                        value = object.copied().unwrap_or(Value::NONE);
                    }
                    let ret = callee.ret;
                    load!(caller);
                    window[ret as usize] = value;
                    self.thread.frames.leave();
                    continue;
                }
                let kind = self.thread.frames.last().map_or(FrameKind::Entry, |frame| frame.kind);
                save_pc!();
                go_on!(self.return_slow(kind, value));
            }};
        }

        loop {
            let Some(frame) = self.thread.frames.last() else { lost!() };
            load!(frame);
            let mut word;
            let left = 'run: loop {
                // Leaves the fast path: what follows may run anything and change the frames.
                macro_rules! slow {
                    ($work:expr) => {{
                        core::hint::cold_path();
                        save_pc!();
                        break 'run Left::Done($work);
                    }};
                }
                // Operands that the loop has no fast case for.
                macro_rules! operator {
                    () => {{
                        core::hint::cold_path();
                        break;
                    }};
                }
                // An instruction, or a case of one, that the loop has nothing for.
                macro_rules! rare {
                    ($x:expr) => {{
                        core::hint::cold_path();
                        save_pc!();
                        break 'run Left::Rare($x);
                    }};
                }
                // Goes on after a frame was left or resumed, unless the loop ends with that.
                macro_rules! go_on {
                    ($work:expr) => {
                        match $work {
                            Ok(Some(exit)) => return exit,
                            done => break 'run Left::Done(done.map(|_| ())),
                        }
                    };
                }
                loop {
                    word = next_word!();
                    // On desktops the comparison that this saves becomes another one.
                    match if IS_SMALL { Opcode::running(word) } else { Opcode::of(word) } {
                        Opcode::Nop => {}
                        Opcode::Move => reg!(field_a(word)) = reg!(field_b(word)),
                        Opcode::LoadConst => {
                            reg!(field_a(word)) =
                                code.constants.get(field_d(word) as usize).copied().unwrap_or(Value::NONE);
                        }
                        Opcode::LoadInt => reg!(field_a(word)) = Value::small_int(i64::from(field_d(word) as i16)),
                        Opcode::LoadSpecial => reg!(field_a(word)) = special_value(word),
                        Opcode::CheckBound => {
                            if reg!(field_a(word)).is_unbound() {
                                slow!(self.raise_unbound_local(field_d(word)));
                            }
                        }
                        Opcode::GetCell => {
                            let content = self.heap.cell(reg!(field_b(word)));
                            if content.is_unbound() {
                                slow!(self.raise_unbound_cell(field_b(word)));
                            }
                            reg!(field_a(word)) = content;
                        }
                        Opcode::SetCell => self.heap.set_cell(reg!(field_a(word)), reg!(field_b(word))),
                        Opcode::GetFree => {
                            let index = field_d(word);
                            let content = free!(cell, index, self.heap.cell(cell));
                            if content.is_unbound() {
                                slow!(self.raise_unbound_free(index));
                            }
                            reg!(field_a(word)) = content;
                        }
                        Opcode::SetFree => {
                            let cell = free!(cell, field_d(word), cell);
                            self.heap.set_cell(cell, reg!(field_a(word)));
                        }
                        Opcode::GetGlobal => {
                            let x = next_word!();
                            match cached_global(inline_cache(&self.caches, code.cache_base, x), &self.heap, globals) {
                                Some(value) => {
                                    reg!(field_a(word)) = value;
                                }
                                None => slow!(self.get_global_slow(field_a(word), x)),
                            }
                        }
                        Opcode::GetName => {
                            let x = next_word!();
                            if reg!(0).as_handle() == Some(globals)
                                && let Some(value) =
                                    cached_global(inline_cache(&self.caches, code.cache_base, x), &self.heap, globals)
                            {
                                reg!(field_a(word)) = value;
                            } else {
                                slow!(self.get_name_slow(field_a(word), x));
                            }
                        }
                        Opcode::SetGlobal => {
                            let x = next_word!();
                            let value = reg!(field_a(word));
                            let cache = inline_cache(&self.caches, code.cache_base, x);
                            if !set_cached_global(cache, &mut self.heap, globals, value) {
                                slow!(self.set_global_slow(value, x));
                            }
                        }
                        Opcode::SetName => {
                            let x = next_word!();
                            let value = reg!(field_a(word));
                            let cache = inline_cache(&self.caches, code.cache_base, x);
                            if reg!(0).as_handle() != Some(globals)
                                || !set_cached_global(cache, &mut self.heap, globals, value)
                            {
                                slow!(self.set_name_slow(value, x));
                            }
                        }
                        Opcode::GetAttr => {
                            let x = next_word!();
                            let object = reg!(field_b(word));
                            if let Some(cache) = inline_cache(&self.caches, code.cache_base, x)
                                && self.heap.shape(object) == Some(cache.key)
                            {
                                if cache.index < Cache::TRANSITION {
                                    if let Some(value) =
                                        self.heap.instance_field(object, cache.key, cache.index as usize)
                                    {
                                        reg!(field_a(word)) = value;
                                        continue;
                                    }
                                } else if cache.index == Cache::PROPERTY {
                                    let getter = cache.value;
                                    slow!(self.enter_getter(getter, object, field_a(word)));
                                }
                            }
                            if let Some(value) = known_site!(x).get(object) {
                                reg!(field_a(word)) = value;
                                continue;
                            }
                            slow!(self.get_attr_slow(field_a(word), object, x));
                        }
                        Opcode::SetAttr => {
                            let x = next_word!();
                            let (object, value) = (reg!(field_a(word)), reg!(field_b(word)));
                            if let Some(cache) = inline_cache(&self.caches, code.cache_base, x)
                                && cache.store(&mut self.heap, object, value)
                            {
                                continue;
                            }
                            if known_site!(x).set(object, value) {
                                continue;
                            }
                            slow!(self.set_attr_slow(object, value, x));
                        }
                        Opcode::GetMethod => {
                            let x = next_word!();
                            let object = reg!(field_b(word));
                            if let Some(cache) = inline_cache(&self.caches, code.cache_base, x)
                                && cache.key != 0
                                && cache.index == Cache::VALUE
                                && cache_key(&self.heap, object) == cache.key
                            {
                                reg!(field_a(word)) = cache.value;
                                reg!(field_a(word).wrapping_add(1)) = object;
                                continue;
                            }
                            if let Some((function, receiver)) = known_site!(x).method(object) {
                                reg!(field_a(word)) = function;
                                reg!(field_a(word).wrapping_add(1)) = receiver;
                                continue;
                            }
                            slow!(self.get_method_slow(field_a(word), object, x));
                        }
                        // Desktops keep their loop as it is.
                        Opcode::GetSpecial if IS_SMALL => {
                            let x = next_word!();
                            let object = reg!(field_b(word));
                            if let Some(cache) = inline_cache(&self.caches, code.cache_base, x)
                                && cache.key != 0
                                && cache_key(&self.heap, object) == cache.key
                            {
                                reg!(field_a(word)) = cache.value;
                                reg!(field_a(word).wrapping_add(1)) = object;
                                continue;
                            }
                            rare!(x);
                        }
                        Opcode::GetItem => {
                            let (container, key) = (reg!(field_b(word)), reg!(field_c(word)));
                            if let Some(index) = key.as_small_int()
                                && let Some(item) = item_at(&self.heap, container, index)
                            {
                                reg!(field_a(word)) = item;
                                continue;
                            }
                            let found = if self.heap.kind(container) == Some(Kind::Dict) {
                                self.heap.dict_get_plain(container, key)
                            } else {
                                self.heap.byte_at(container, key)
                            };
                            if let Some(item) = found {
                                reg!(field_a(word)) = item;
                                continue;
                            }
                            slow!(self.get_item_slow(field_a(word), container, key));
                        }
                        Opcode::GetItemInt => {
                            let (container, index) = (reg!(field_b(word)), i64::from(field_c(word) as i8));
                            if let Some(item) = item_at(&self.heap, container, index) {
                                reg!(field_a(word)) = item;
                                continue;
                            }
                            if let Some(item) = self.heap.byte_at(container, Value::small_int(index)) {
                                reg!(field_a(word)) = item;
                                continue;
                            }
                            slow!(self.get_item_slow(field_a(word), container, Value::small_int(index)));
                        }
                        Opcode::SetItem => {
                            let (container, key, value) =
                                (reg!(field_a(word)), reg!(field_b(word)), reg!(field_c(word)));
                            if let Some(index) = key.as_small_int()
                                && index >= 0
                                && self.heap.set_list_item(container, index as usize, value)
                            {
                                continue;
                            }
                            let done = if self.heap.kind(container) == Some(Kind::ByteArray) {
                                self.heap.set_byte(container, key, value)
                            } else {
                                shortcuts::set_entry(&mut self.heap, container, key, value)
                            };
                            if done {
                                continue;
                            }
                            slow!(self.set_item_slow(container, key, value));
                        }
                        Opcode::Add | Opcode::InplaceAdd => arithmetic!(word, add_small, +, Add),
                        Opcode::Sub | Opcode::InplaceSub => arithmetic!(word, sub_small, -, Sub),
                        Opcode::Mul | Opcode::InplaceMul => arithmetic!(word, mul_small, *, Mul),
                        Opcode::AddInt | Opcode::InplaceAddInt => arithmetic_int!(word, add_small, +),
                        Opcode::SubInt | Opcode::InplaceSubInt => arithmetic_int!(word, sub_small, -),
                        Opcode::MulInt | Opcode::InplaceMulInt => arithmetic_int!(word, mul_small, *),
                        Opcode::FloorDivInt | Opcode::InplaceFloorDivInt => {
                            divide!(word, int_operand!(word), floor_div)
                        }
                        Opcode::ModInt | Opcode::InplaceModInt => divide!(word, int_operand!(word), floor_mod),
                        Opcode::LShiftInt | Opcode::InplaceLShiftInt => shift!(word, int_operand!(word), shift_left),
                        Opcode::RShiftInt | Opcode::InplaceRShiftInt => shift!(word, int_operand!(word), shift_right),
                        Opcode::AndInt | Opcode::InplaceAndInt => bitwise!(word, int_operand!(word), &),
                        Opcode::TrueDiv | Opcode::InplaceTrueDiv => true_divide!(word),
                        Opcode::FloorDiv | Opcode::InplaceFloorDiv => divide!(word, reg!(field_c(word)), floor_div),
                        Opcode::Mod | Opcode::InplaceMod => divide!(word, reg!(field_c(word)), floor_mod),
                        Opcode::LShift | Opcode::InplaceLShift => shift!(word, reg!(field_c(word)), shift_left),
                        Opcode::RShift | Opcode::InplaceRShift => shift!(word, reg!(field_c(word)), shift_right),
                        Opcode::And | Opcode::InplaceAnd => bitwise!(word, reg!(field_c(word)), &),
                        Opcode::Or | Opcode::InplaceOr => bitwise!(word, reg!(field_c(word)), |),
                        Opcode::Xor | Opcode::InplaceXor => bitwise!(word, reg!(field_c(word)), ^),
                        Opcode::Neg => match reg!(field_b(word)) {
                            x if x.is_immediate_float() => {
                                reg!(field_a(word)) = Value::arithmetic_float(-x.as_immediate_float().unwrap_or(0.0));
                            }
                            x => match Value::small_int(0).sub_small(x) {
                                Some(result) => reg!(field_a(word)) = result,
                                None => operator!(),
                            },
                        },
                        Opcode::Lt => compare!(word, <, Lt),
                        Opcode::Le => compare!(word, <=, Le),
                        Opcode::Eq => compare!(word, ==, Eq),
                        Opcode::Ne => compare!(word, !=, Ne),
                        Opcode::Gt => compare!(word, >, Gt),
                        Opcode::Ge => compare!(word, >=, Ge),
                        Opcode::Is => reg!(field_a(word)) = Value::bool(reg!(field_b(word)) == reg!(field_c(word))),
                        Opcode::IsNot => reg!(field_a(word)) = Value::bool(reg!(field_b(word)) != reg!(field_c(word))),
                        Opcode::Not => match reg!(field_b(word)) {
                            Value::TRUE => reg!(field_a(word)) = Value::FALSE,
                            Value::FALSE | Value::NONE => reg!(field_a(word)) = Value::TRUE,
                            _ => rare!(0),
                        },
                        Opcode::Jump => {
                            pc = (pc as isize - 1 + field_j(word) as isize) as usize;
                            if self.fuel.burn() {
                                slow!(Ok(()));
                            }
                        }
                        Opcode::JumpIfTrue => match reg!(field_a(word)) {
                            Value::TRUE => jump_if!(true),
                            Value::FALSE | Value::NONE => pc += 1,
                            value => match value.as_small_int() {
                                Some(int) => jump_if!(int != 0),
                                None => match quick_truth(&self.heap, &self.methods, &self.shapes, value) {
                                    Some(truth) => jump_if!(truth),
                                    None => {
                                        pc += 1;
                                        slow!(self.jump_truth_slow(value, true));
                                    }
                                },
                            },
                        },
                        Opcode::JumpIfFalse => match reg!(field_a(word)) {
                            Value::TRUE => pc += 1,
                            Value::FALSE | Value::NONE => jump_if!(true),
                            value => match value.as_small_int() {
                                Some(int) => jump_if!(int == 0),
                                None => match quick_truth(&self.heap, &self.methods, &self.shapes, value) {
                                    Some(truth) => jump_if!(!truth),
                                    None => {
                                        pc += 1;
                                        slow!(self.jump_truth_slow(value, false));
                                    }
                                },
                            },
                        },
                        Opcode::JumpIfNone => jump_if!(reg!(field_a(word)).is_none()),
                        Opcode::JumpIfNotNone => jump_if!(!reg!(field_a(word)).is_none()),
                        Opcode::JumpIfIs => jump_if!(reg!(field_a(word)) == reg!(field_b(word))),
                        Opcode::JumpIfIsNot => jump_if!(reg!(field_a(word)) != reg!(field_b(word))),
                        Opcode::JumpIfLt => jump_registers!(word, <, Lt, true),
                        Opcode::JumpIfLe => jump_registers!(word, <=, Le, true),
                        Opcode::JumpIfEq => jump_registers!(word, ==, Eq, true),
                        Opcode::JumpIfNe => jump_registers!(word, !=, Ne, true),
                        Opcode::JumpIfGt => jump_registers!(word, >, Gt, true),
                        Opcode::JumpIfGe => jump_registers!(word, >=, Ge, true),
                        Opcode::JumpIfNotLt => jump_registers!(word, <, Lt, false),
                        Opcode::JumpIfNotLe => jump_registers!(word, <=, Le, false),
                        Opcode::JumpIfNotEq => jump_registers!(word, ==, Eq, false),
                        Opcode::JumpIfNotNe => jump_registers!(word, !=, Ne, false),
                        Opcode::JumpIfNotGt => jump_registers!(word, >, Gt, false),
                        Opcode::JumpIfNotGe => jump_registers!(word, >=, Ge, false),
                        Opcode::JumpIfLtInt => jump_int!(word, <, Lt, true),
                        Opcode::JumpIfLeInt => jump_int!(word, <=, Le, true),
                        Opcode::JumpIfEqInt => jump_int!(word, ==, Eq, true),
                        Opcode::JumpIfNeInt => jump_int!(word, !=, Ne, true),
                        Opcode::JumpIfGtInt => jump_int!(word, >, Gt, true),
                        Opcode::JumpIfGeInt => jump_int!(word, >=, Ge, true),
                        Opcode::JumpIfNotLtInt => jump_int!(word, <, Lt, false),
                        Opcode::JumpIfNotLeInt => jump_int!(word, <=, Le, false),
                        Opcode::JumpIfNotEqInt => jump_int!(word, ==, Eq, false),
                        Opcode::JumpIfNotNeInt => jump_int!(word, !=, Ne, false),
                        Opcode::JumpIfNotGtInt => jump_int!(word, >, Gt, false),
                        Opcode::JumpIfNotGeInt => jump_int!(word, >=, Ge, false),
                        Opcode::Call => {
                            let a = field_a(word) as usize;
                            let callable = window[a];
                            if callable.as_handle().is_none() {
                                let next = instructions.get(pc).copied().unwrap_or(0);
                                let done =
                                    shortcuts::call(&self.tables, &mut self.heap, &self.shapes, window, word, next);
                                if let Some(result) = done {
                                    window[a] = result;
                                    continue;
                                }
                                slow!(self.call_immediate(callable, word));
                            }
                            // Boards have the kind at hand and make the instance while the loop holds its registers; desktops
                            // go on with the loop in a better shape if they do it in the other order, and lend nothing.
                            if IS_SMALL && self.heap.kind(callable) == Some(Kind::Type) && self.fuel > 1 {
                                self.fuel -= 1;
                                if !self.thread.frames.is_full()
                                    && let Some(instance) =
                                        make_instance(&mut self.heap, &self.methods, &self.codes.list, window, word)
                                {
                                    // What is returned at once needs no way through this frame.
                                    if instructions.get(pc) == Some(&encode_abc(Opcode::Return, a as u8, 0, 0)) {
                                        pc += 1;
                                        leave_frame!(instance);
                                    }
                                    window[a] = instance;
                                    continue;
                                }
                                slow!(self.call_class(callable, word));
                            }
                            enter_function!(callable, a, field_b(word) as usize, true);
                            if !IS_SMALL && self.heap.kind(callable) == Some(Kind::Type) && self.fuel > 1 {
                                self.fuel -= 1;
                                let is_returned =
                                    instructions.get(pc) == Some(&encode_abc(Opcode::Return, a as u8, 0, 0));
                                save_pc!();
                                if let Some(instance) = self.make_instance(word) {
                                    if is_returned {
                                        pc += 1;
                                        leave_frame!(instance);
                                    }
                                    let Some(frame) = self.thread.frames.last() else { lost!() };
                                    load!(frame);
                                    window[a] = instance;
                                    continue;
                                }
                                slow!(self.call_class(callable, word));
                            }
                            enter_completed!(a, field_b(word) as usize, Value::UNBOUND);
                            slow!(self.call_slow(a, field_b(word) as usize, Value::UNBOUND));
                        }
                        Opcode::CallMethod => {
                            let a = field_a(word) as usize;
                            let callable = window[a];
                            if callable.as_handle().is_none() {
                                let done =
                                    shortcuts::call_method(&self.tables, &mut self.heap, &self.shapes, window, word);
                                if let Some(result) = done {
                                    window[a] = result;
                                    continue;
                                }
                                slow!(self.call_native_method_at(word));
                            }
                            let count = field_b(word) as usize + 1;
                            let has_receiver = !reg!(a as u8 + 1).is_unbound();
                            enter_function!(callable, a, count, has_receiver);
                            if has_receiver {
                                enter_completed!(a, count, Value::UNBOUND);
                            }
                            slow!(self.call_native_method_at(word));
                        }
                        // Boards save the way through a table of all that is rare.
                        Opcode::CallKeywords if IS_SMALL => {
                            let x = next_word!();
                            let names = code.constants.get(x as usize).copied();
                            if let Some(count) =
                                completing::bind_names(&self.heap, &self.codes.list, window, word, names)
                            {
                                let a = field_a(word) as usize;
                                let callable = window[a];
                                enter_function!(callable, a, count, true);
                                slow!(self.call_slow(a, count, Value::UNBOUND));
                            }
                            slow!(self.call_with_names(word, x));
                        }
                        Opcode::CallKeywords => {
                            let x = next_word!();
                            let names = code.constants.get(x as usize).copied().unwrap_or(Value::UNBOUND);
                            enter_completed!(field_a(word) as usize, field_b(word) as usize, names);
                            slow!(self.call_with_names(word, x));
                        }
                        Opcode::CallMethodKeywords if !IS_SMALL => {
                            let x = next_word!();
                            let names = code.constants.get(x as usize).copied().unwrap_or(Value::UNBOUND);
                            if !reg!(field_a(word).wrapping_add(1)).is_unbound() {
                                enter_completed!(field_a(word) as usize, field_b(word) as usize + 1, names);
                            }
                            rare!(x);
                        }
                        Opcode::Return => leave_frame!(reg!(field_a(word))),
                        Opcode::ReturnInt => leave_frame!(Value::small_int(i64::from(field_d(word) as i16))),
                        Opcode::ReturnSpecial => leave_frame!(special_value(word)),
                        Opcode::ForIter => {
                            let state = field_a(word) as usize;
                            pc += 1;
                            if window[state] == Value::LOOP_BY_ONE {
                                // Only loops write these registers: both hold small ints.
                                let (current, stop) = (window[(state + 1) & 0xFF], window[(state + 2) & 0xFF]);
                                if current.small_int_bits() < stop.small_int_bits() {
                                    reg!(field_b(word)) = current;
                                    window[(state + 1) & 0xFF] = Value::small_int(current.small_int_bits() + 1);
                                    continue;
                                }
                                jump_back_from_word!();
                                continue;
                            }
                            if let Some(step) = window[state].as_loop_range() {
                                let (current, stop) = (window[(state + 1) & 0xFF], window[(state + 2) & 0xFF]);
                                if let Some((current, stop)) = current.both_small_ints(stop) {
                                    let goes_on = if step >= 0 { current < stop } else { current > stop };
                                    if goes_on {
                                        reg!(field_b(word)) = Value::small_int(current);
                                        window[(state + 1) & 0xFF] = Value::small_int(current + i64::from(step));
                                        continue;
                                    }
                                }
                                jump_back_from_word!();
                                continue;
                            }
                            let stepped = if let Some(walk) = window[state].payload_of(Immediate::LoopWalk) {
                                let container = window[(state + 1) & 0xFF];
                                let index = window[(state + 2) & 0xFF].as_small_int().unwrap_or(0);
                                let item = match walk {
                                    walks::LIST => self.heap.list_item_inline(container, index as usize),
                                    walks::TUPLE => self.heap.tuple_item(container, index as usize),
                                    _ => None,
                                };
                                if let Some(item) = item {
                                    reg!(field_b(word)) = item;
                                    window[(state + 2) & 0xFF] = Value::small_int(index + 1);
                                    continue;
                                }
                                let following = instructions.get(pc).copied().unwrap_or(0);
                                walks::step(&mut self.heap, window, word, following, walk)
                            } else if let Some(index) = window[state].payload_of(Immediate::LoopPairs) {
                                let following = instructions.get(pc).copied().unwrap_or(0);
                                pairs::step(&mut self.heap, window, word, following, index)
                            } else {
                                let iterator = window[state];
                                if self.heap.kind(iterator) == Some(Kind::Generator) {
                                    if IS_SMALL && self.fuel > 1 {
                                        let (stack, frames) = (&mut self.thread.stack, &mut self.thread.frames);
                                        let (handled, back) = (self.thread.handled, (field_b(word), pc as u32));
                                        if let Some(place) = parked::resume(stack, frames, handled, iterator, back) {
                                            go_to!(place);
                                        }
                                    }
                                    if self.resume_in_loop(iterator, field_b(word), pc as u32) {
                                        let Some(frame) = self.thread.frames.last() else { lost!() };
                                        load!(frame);
                                        continue;
                                    }
                                    // A generator's `__next__` is not looked up.
                                    slow!(self.for_iter_slow(iterator, Value::NONE, word));
                                }
                                let following = instructions.get(pc).copied().unwrap_or(0);
                                shortcuts::step(&self.tables, &mut self.heap, &self.shapes, window, word, following)
                            };
                            match stepped {
                                Stepped::Item => continue,
                                Stepped::Pair => {
                                    pc += 1;
                                    continue;
                                }
                                Stepped::End => {
                                    jump_back_from_word!();
                                    continue;
                                }
                                Stepped::Other => {}
                            }
                            let (iterator, next) = (window[state], window[(state + 1) & 0xFF]);
                            slow!(self.for_iter_slow(iterator, next, word));
                        }
                        Opcode::Yield => {
                            let value = reg!(field_b(word));
                            reg!(field_a(word)) = Value::NONE;
                            if !code.flags.has(CodeFlags::ASYNC_GENERATOR) {
                                if IS_SMALL && !self.thread.objects.has_generators() {
                                    let (stack, frames) = (&mut self.thread.stack, &mut self.thread.frames);
                                    if let Some(place) =
                                        parked::park(stack, frames, self.thread.handled, value, pc as u32)
                                    {
                                        go_to!(place);
                                    }
                                }
                                match self.yield_to_caller(value, pc as u32) {
                                    Some(FrameKind::GeneratorEntry) => return Exit::Yielded(value),
                                    Some(_) => {
                                        let Some(frame) = self.thread.frames.last() else { lost!() };
                                        load!(frame);
                                        continue;
                                    }
                                    None => {}
                                }
                            }
                            save_pc!();
                            go_on!(self.yield_value(value));
                        }
                        Opcode::Delegate => {
                            save_pc!();
                            go_on!(self.delegate(field_a(word), field_b(word)));
                        }
                        Opcode::ListAppend => {
                            let (list, item) = (reg!(field_a(word)), reg!(field_b(word)));
                            if !self.heap.append_in_room(list, item) && !shortcuts::append(&mut self.heap, list, item) {
                                rare!(0);
                            }
                        }
                        Opcode::SetAdd => {
                            if !shortcuts::add_element(&mut self.heap, reg!(field_a(word)), reg!(field_b(word))) {
                                rare!(0);
                            }
                        }
                        Opcode::DictSet => {
                            let (dict, key, value) = (reg!(field_a(word)), reg!(field_b(word)), reg!(field_c(word)));
                            if !shortcuts::set_entry(&mut self.heap, dict, key, value) {
                                rare!(0);
                            }
                        }
                        Opcode::ForPrepare => {
                            if !shortcuts::prepare_loop(&mut self.heap, window, word) {
                                rare!(0);
                            }
                        }
                        Opcode::MakeRoom => room::make_room(&mut self.heap, window, word),
                        Opcode::NewTuple | Opcode::NewList => {
                            let first = field_b(word) as usize;
                            let items = window.get(first..first + field_c(word) as usize);
                            if !self.heap.wants_collection()
                                && let Some(items) = items
                            {
                                let made = if Opcode::of(word) == Opcode::NewTuple {
                                    self.heap.new_tuple(items)
                                } else {
                                    self.heap.new_list(items)
                                };
                                if let Ok(made) = made {
                                    reg!(field_a(word)) = made;
                                    continue;
                                }
                            }
                            rare!(0);
                        }
                        Opcode::UnpackSequence => {
                            let (first, count) = (field_a(word) as usize, field_c(word) as usize);
                            let source = reg!(field_b(word));
                            if let Some(places) = window.get_mut(first..first + count)
                                && self.heap.copy_items(source, places)
                            {
                                continue;
                            }
                            rare!(0);
                        }
                        Opcode::Format => {
                            let value = reg!(field_b(word));
                            if self.heap.is_str(value) {
                                reg!(field_a(word)) = value;
                                continue;
                            }
                            if let Some(int) = value.as_small_int()
                                && !self.heap.wants_collection()
                                && let Ok(text) = self.heap.new_decimal(int)
                            {
                                reg!(field_a(word)) = text;
                                continue;
                            }
                            rare!(0);
                        }
                        Opcode::PushHandled => {
                            let now = self.heap.exception_or_none(reg!(field_a(word)));
                            reg!(field_a(word).wrapping_add(1)) = core::mem::replace(&mut self.thread.handled, now);
                        }
                        Opcode::PopHandled => {
                            self.thread.handled = self.heap.exception_or_none(reg!(field_a(word).wrapping_add(1)));
                        }
                        // An arm more costs desktops more than it gains.
                        Opcode::JumpIfNotMatch if IS_SMALL => {
                            // Mostly it is the very class.
                            let x = next_word!();
                            if self.heap.exception_class(reg!(field_a(word))) != Some(reg!(field_b(word))) {
                                rare!(x);
                            }
                        }
                        opcode @ (Opcode::In | Opcode::NotIn) => {
                            let (item, container) = (reg!(field_b(word)), reg!(field_c(word)));
                            match self.heap.contains_plain(container, item) {
                                Some(found) => reg!(field_a(word)) = Value::bool(found == (opcode == Opcode::In)),
                                None => operator!(),
                            }
                        }
                        Opcode::BuildString => {
                            let first = field_b(word) as usize;
                            let parts = window.get(first..first + field_c(word) as usize).unwrap_or(&[]);
                            if !self.heap.wants_collection()
                                && parts.iter().all(|&part| self.heap.is_str(part))
                                && let Ok(joined) = self.heap.concat_strings(parts.iter().copied())
                            {
                                reg!(field_a(word)) = joined;
                                continue;
                            }
                            rare!(0);
                        }
                        Opcode::GetSlice
                        | Opcode::SetSlice
                        | Opcode::NewDict
                        | Opcode::NewSet
                        | Opcode::Invert
                        | Opcode::Pow
                        | Opcode::InplacePow
                        | Opcode::MatMul
                        | Opcode::InplaceMatMul => operator!(),
                        opcode => {
                            let x = if opcode.is_wide() { next_word!() } else { 0 };
                            rare!(x);
                        }
                    }
                }
                // Nothing runs, raises or collects where a short cut is taken, so the loop goes on with what it has.
                match shortcuts::operate(&mut self.heap, window, word) {
                    Operated::Done => {}
                    Operated::Jump => jump_back_from_word!(),
                    Operated::Other => {
                        save_pc!();
                        break if operator(word).is_some() { Left::Operator } else { Left::Rare(0) };
                    }
                }
            };
            let done = match left {
                Left::Done(done) => done,
                Left::Operator if self.enter_operator(word) => continue,
                Left::Operator => self.execute_operator(word),
                Left::Rare(x) => self.execute_rare(word, x),
            };
            if let Err(raised) = done
                && !(self.in_flight.is_none() && self.try_again(word))
                && let Some(exit) = self.unwind(raised)
            {
                return exit;
            }
            self.kept.truncate(kept);
            self.collect_between_instructions();
            if self.finalization.is_due() {
                self.run_finalizers();
                self.kept.truncate(kept);
            }
            if self.fuel <= 1 {
                match self.refuel() {
                    Ok(true) => {}
                    Ok(false) => return Exit::OutOfBudget,
                    Err(raised) => {
                        if let Some(exit) = self.unwind(raised) {
                            return exit;
                        }
                    }
                }
            }
        }
    }
}

/// Why the fast path was left.
enum Left {
    /// The instruction has been executed.
    Done(Completion<()>),
    /// The instruction is an operator on operands without a fast case.
    Operator,
    /// The instruction is one of the others; its extension word.
    Rare(u32),
}

/// The value that operand `b` of `LoadSpecial` and `ReturnSpecial` stands for: bytecode numbers them as values do.
#[inline(always)]
pub(crate) fn special_value(word: u32) -> Value {
    Value::immediate(Immediate::Singleton, u32::from(field_b(word)))
}

/// The registers of a frame whose first one is `base`. The sum can't overflow where words have 64 bits, which leaves one
/// check; elsewhere two checks without it are shorter.
#[inline(always)]
pub(crate) fn window_at(stack: &mut [Value], base: u32) -> Option<&mut [Value; WINDOW]> {
    let base = base as usize;
    let end = if IS_SMALL { stack.len() } else { base + WINDOW };
    stack.get_mut(base..end)?.first_chunk_mut()
}

/// The function of a frame whose first register is `base`, which lies before that, and the registers: with one check, where
/// the loop has few machine registers.
#[inline(always)]
fn function_and_window(stack: &mut [Value], base: u32) -> Option<(Value, &mut [Value; WINDOW])> {
    let start = (base as usize).wrapping_sub(1);
    let [function, window @ ..] = stack.get_mut(start..)?.first_chunk_mut::<{ WINDOW + 1 }>()?;
    Some((*function, window))
}

#[inline(always)]
fn floor_div(a: i64, b: i64) -> i64 {
    // The divisor is positive. Division of 32-bit numbers is several times faster on many processors.
    if (a | b) as u64 >> 32 == 0 { i64::from((a as u32).checked_div(b as u32).unwrap_or(0)) } else { a.div_euclid(b) }
}

#[inline(always)]
fn floor_mod(a: i64, b: i64) -> i64 {
    if (a | b) as u64 >> 32 == 0 { i64::from((a as u32).checked_rem(b as u32).unwrap_or(0)) } else { a.rem_euclid(b) }
}

/// Shifted to the left, if no bit gets lost.
#[inline(always)]
fn shift_left(value: i64, count: i64) -> Option<Value> {
    let shifted = value.checked_shl(u32::try_from(count).ok()?)?;
    if shifted >> count == value { Value::try_small_int(shifted) } else { None }
}

#[inline(always)]
fn shift_right(value: i64, count: i64) -> Option<Value> {
    if count < 0 {
        return None;
    }
    if IS_SMALL {
        return Some(Value::small_int(i64::from(value as i32 >> count.min(i64::from(i32::BITS) - 1))));
    }
    Some(Value::small_int(value >> count.min(i64::from(i64::BITS) - 1)))
}
