//! A code object in the making: instructions, labels, constants, registers.
//!
//! Registers: the first named locals, up to [`NEAR`](crate::slots::NEAR), then temporaries as a stack, up to 250.
//! Locals beyond live in slots from 256 on and are moved in and out; parameters among them are moved there first thing.
//! Everything that lives at a call lies below the call's first register, so a callee's window may overlap the arguments.

use crate::constant_key::constant_key;
use crate::crowded::Held;
use crate::loop_constants::LoopConstants;
use crate::sorted::{Map, Set};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_bytecode::encoding::{encode_abc, encode_ad, encode_j};
use ferropy_bytecode::positions::{Position, PositionsBuilder};
use ferropy_bytecode::{CodeFlags, CodeObject, Constant, Handler, LineMark, Opcode, ScopedName};
use ferropy_syntax::Name;

/// The number of a cache that does not exist.
const NO_CACHE: u32 = 0xFFFF;

/// A register number.
pub(crate) type Reg = u8;

/// A place in the code that jumps go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Label(usize);

/// What is around the current statement.
#[derive(Debug)]
pub(crate) enum Block {
    /// A loop: where `continue` and `break` go.
    Loop { next: Label, end: Label },
    /// A region whose exceptions go to a handler. `start` is where the open part of the region begins.
    Protected { start: u32, handler: Label, register: Reg },
    /// Leaving runs the statements of a `finally`, whose number in the list of pending ones is here.
    Finally(usize),
    /// Leaving restores the handled exception that lies in `register + 1`.
    Handler { register: Reg },
    /// Leaving calls the exit method in the register and the one behind it.
    With { exit: Reg, is_async: bool },
    /// Leaving unbinds the name of an `except … as name`.
    HandlerName(Name),
    /// In a `finally` or `except*` block, for errors.
    StarHandler,
}

/// A code object in the making.
#[derive(Debug)]
pub(crate) struct Unit {
    pub(crate) scope: usize,
    /// The comprehension scopes open in this frame, innermost last, with the registers of their names.
    pub(crate) comprehensions: Vec<(usize, Map<Name, Held>)>,
    pub(crate) name: String,
    pub(crate) qualified_name: String,
    pub(crate) flags: CodeFlags,
    pub(crate) first_line: u32,
    pub(crate) positional_only: u16,
    pub(crate) positional: u16,
    pub(crate) keyword_only: u16,
    pub(crate) parameters: usize,
    /// Named locals in order with their names' texts.
    pub(crate) locals: Map<Name, usize>,
    pub(crate) local_texts: Vec<String>,
    pub(crate) cells: Vec<usize>,
    pub(crate) free: Map<Name, u16>,
    pub(crate) free_texts: Vec<String>,
    pub(crate) words: Vec<u32>,
    /// How many words each instruction has, and its place: those since [`Unit::settle`].
    pub(crate) spans: Vec<(u32, Position)>,
    /// The places of the instructions before.
    settled: Option<PositionsBuilder>,
    pub(crate) position: Position,
    pub(crate) labels: Vec<Option<u32>>,
    /// For each label whether something goes there.
    reached: Vec<bool>,
    pub(crate) fixups: Vec<(u32, Label, bool)>,
    constants: Vec<Constant>,
    constant_index: BTreeMap<Vec<u8>, u32>,
    names: Vec<Box<str>>,
    name_index: BTreeMap<Vec<u8>, u32>,
    caches: u32,
    pub(crate) handlers: Vec<(u32, u32, Label, Reg)>,
    pub(crate) scoped_names: Vec<ScopedName>,
    pub(crate) line_marks: Vec<LineMark>,
    /// Where a jump would be all that stands for a statement, so that it has to be told of.
    pub(crate) jump_of_line: Option<u32>,
    pub(crate) next: usize,
    pub(crate) highest: usize,
    /// The constants of the outermost loop around.
    pub(crate) loop_constants: Option<LoopConstants>,
    /// How many named locals have a register of their own.
    pub(crate) near: usize,
    /// The unit needs more registers than there are.
    pub(crate) crowded: bool,
    /// Registers from here on belong to the running statement alone, so that they may be put aside.
    pub(crate) floor: usize,
    /// The floors outside of the open protected regions.
    floors: Vec<usize>,
    /// Slots behind those of the locals that hold something now, and the most that ever do.
    pub(crate) held: usize,
    pub(crate) most_held: usize,
    /// Blocks around the current statement.
    pub(crate) nesting: usize,
    pub(crate) blocks: Vec<Block>,
    /// Locals that are certainly bound here, as bits.
    pub(crate) bound: Vec<u64>,
    /// Locals that are read where they may be unbound.
    pub(crate) unbound_reads: Vec<u64>,
    pub(crate) reachable: bool,
    pub(crate) too_complex: bool,
    pub(crate) in_class: Option<Name>,
    pub(crate) static_attributes: Vec<String>,
}

impl Default for Unit {
    fn default() -> Unit {
        Unit::new(0, String::new(), String::new(), 0)
    }
}

impl Unit {
    pub(crate) fn new(scope: usize, name: String, qualified_name: String, first_line: u32) -> Unit {
        Unit {
            scope,
            comprehensions: Vec::new(),
            name,
            qualified_name,
            flags: CodeFlags::default(),
            first_line,
            positional_only: 0,
            positional: 0,
            keyword_only: 0,
            parameters: 0,
            locals: Map::new(),
            local_texts: Vec::new(),
            cells: Vec::new(),
            free: Map::new(),
            free_texts: Vec::new(),
            words: Vec::new(),
            spans: Vec::new(),
            settled: None,
            position: Position::default(),
            labels: Vec::new(),
            reached: Vec::new(),
            fixups: Vec::new(),
            constants: Vec::new(),
            constant_index: BTreeMap::new(),
            names: Vec::new(),
            name_index: BTreeMap::new(),
            caches: 0,
            handlers: Vec::new(),
            scoped_names: Vec::new(),
            line_marks: Vec::new(),
            jump_of_line: None,
            loop_constants: None,
            next: 0,
            highest: 0,
            near: crate::slots::NEAR,
            crowded: false,
            floor: 0,
            floors: Vec::new(),
            held: 0,
            most_held: 0,
            nesting: 0,
            blocks: Vec::new(),
            bound: Vec::new(),
            unbound_reads: Vec::new(),
            reachable: true,
            too_complex: false,
            in_class: None,
            static_attributes: Vec::new(),
        }
    }

    /// The next word's place.
    pub(crate) fn here(&self) -> u32 {
        self.words.len() as u32
    }

    pub(crate) fn push(&mut self, words: &[u32]) {
        if !self.reachable {
            return;
        }
        self.words.extend_from_slice(words);
        self.spans.push((words.len() as u32, self.position));
    }

    /// The statements of a program up to here are done: what they leave is packed.
    pub(crate) fn settle(&mut self) {
        // The first line may have changed until here: to that of a decorator.
        let settled = self.settled.get_or_insert_with(|| PositionsBuilder::new(self.first_line));
        for (words, position) in self.spans.drain(..) {
            settled.add(words, position);
        }
        self.fix_jumps();
        self.fixups.clear();
        if self.handlers.is_empty() {
            self.labels.clear();
            self.reached.clear();
        }
    }

    /// Emits an instruction of three bytes.
    pub(crate) fn abc(&mut self, opcode: Opcode, a: Reg, b: Reg, c: u8) {
        let opcode = if opcode == Opcode::Call && self.is_wide() { Opcode::CallApart } else { opcode };
        self.push(&[encode_abc(opcode, a, b, c)]);
    }

    /// Emits an instruction of three bytes and an extension word.
    pub(crate) fn abcx(&mut self, opcode: Opcode, a: Reg, b: Reg, c: u8, x: u32) {
        self.push(&[encode_abc(opcode, a, b, c), x]);
    }

    /// Emits an instruction of a byte and 16 bits.
    pub(crate) fn ad(&mut self, opcode: Opcode, a: Reg, d: u16) {
        self.push(&[encode_ad(opcode, a, d)]);
    }

    /// A label to be placed later.
    pub(crate) fn label(&mut self) -> Label {
        self.labels.push(None);
        self.reached.push(false);
        Label(self.labels.len() - 1)
    }

    /// Places a label here: what follows can be reached.
    pub(crate) fn place(&mut self, label: Label) {
        let here = self.here();
        if let Some(place) = self.labels.get_mut(label.0) {
            *place = Some(here);
        }
        if self.reached.get(label.0).copied().unwrap_or(false) {
            self.reachable = true;
        }
    }

    fn mark_reached(&mut self, label: Label) {
        if let Some(reached) = self.reached.get_mut(label.0) {
            *reached = true;
        }
    }

    /// Places a label that a later jump goes back to.
    pub(crate) fn place_loop(&mut self, label: Label) {
        let here = self.here();
        let marks = self.line_marks.iter_mut().rev().take_while(|mark| mark.word == here);
        marks.for_each(|mark| mark.in_front_of_loop = true);
        if let Some(place) = self.labels.get_mut(label.0) {
            *place = Some(here);
        }
    }

    /// Jumps.
    pub(crate) fn jump(&mut self, label: Label) {
        if self.reachable {
            self.mark_reached(label);
            self.fixups.push((self.here(), label, false));
            let position = self.position;
            self.untold_if(self.jump_of_line != Some(self.here()));
            self.push(&[encode_j(Opcode::Jump, 0)]);
            self.position = position;
            self.reachable = false;
        }
    }

    /// Emits a conditional jump whose offset lies in the extension word.
    pub(crate) fn jump_if(&mut self, word: u32, label: Label) {
        if self.reachable {
            self.mark_reached(label);
            self.fixups.push((self.here() + 1, label, true));
            self.push(&[word, 0]);
        }
    }

    /// The number of a constant.
    pub(crate) fn constant(&mut self, constant: Constant) -> u32 {
        let mut key = Vec::new();
        constant_key(&constant, &mut key);
        if let Some(&index) = self.constant_index.get(&key) {
            return index;
        }
        let index = self.constants.len() as u32;
        self.constants.push(constant);
        if !key.is_empty() {
            self.constant_index.insert(key, index);
        }
        index
    }

    /// The number of a name.
    pub(crate) fn name_number(&mut self, text: &str) -> u32 {
        if let Some(&index) = self.name_index.get(text.as_bytes()) {
            return index;
        }
        let index = self.names.len() as u32;
        if index >= 0xFFFF {
            self.too_complex = true;
            return 0;
        }
        self.names.push(text.into());
        self.name_index.insert(text.into(), index);
        index
    }

    /// The extension word for a name with a cache of its own.
    pub(crate) fn name_cache(&mut self, text: &str) -> u32 {
        let name = self.name_number(text);
        self.cache() | name
    }

    /// The extension word for an instruction with an inline cache.
    pub(crate) fn cache(&mut self) -> u32 {
        if !self.reachable {
            return 0;
        }
        let cache = if self.caches < NO_CACHE { self.caches } else { NO_CACHE };
        if cache != NO_CACHE {
            self.caches += 1;
        }
        cache << 16
    }

    /// A fresh temporary.
    pub(crate) fn temp(&mut self) -> Reg {
        self.temps(1)
    }

    /// Fresh temporaries side by side: the first of them.
    pub(crate) fn temps(&mut self, count: usize) -> Reg {
        let first = self.next;
        self.next += count;
        if self.next > 250 {
            self.too_complex = true;
            self.next = self.next.min(250);
            return 0;
        }
        self.highest = self.highest.max(self.next);
        first as Reg
    }

    /// Gives back all temporaries from `mark` on.
    pub(crate) fn release(&mut self, mark: usize) {
        self.next = mark;
    }

    /// Whether the register is the topmost temporary.
    pub(crate) fn is_top(&self, register: Reg) -> bool {
        register as usize + 1 == self.next && register as usize >= self.local_texts.len().min(self.near)
    }

    /// Moves a value unless it is there already.
    pub(crate) fn move_to(&mut self, target: Reg, source: Reg) {
        if target != source {
            self.abc(Opcode::Move, target, source, 0);
        }
    }

    /// Loads a constant.
    pub(crate) fn load(&mut self, target: Reg, constant: &Constant) {
        if let Some(number) = special_value(constant) {
            return self.abc(Opcode::LoadSpecial, target, number, 0);
        }
        match constant {
            Constant::Int(value) if i16::try_from(*value).is_ok() => {
                self.ad(Opcode::LoadInt, target, *value as i16 as u16);
            }
            _ => {
                if !self.reachable {
                    return;
                }
                let index = self.constant(constant.clone());
                match u16::try_from(index) {
                    Ok(index) => self.ad(Opcode::LoadConst, target, index),
                    Err(_) => self.abcx(Opcode::LoadConstWide, target, 0, 0, index),
                }
            }
        }
    }

    /// Loads `None`.
    pub(crate) fn load_none(&mut self, target: Reg) {
        self.load(target, &Constant::None);
    }

    /// Loads the mark for "nothing".
    pub(crate) fn load_unbound(&mut self, target: Reg) {
        self.abc(Opcode::LoadSpecial, target, 4, 0);
    }

    /// Opens a protected region.
    pub(crate) fn protect(&mut self, handler: Label, register: Reg) {
        let start = self.here();
        self.blocks.push(Block::Protected { start, handler, register });
        self.floors.push(self.floor);
        self.floor = self.next;
    }

    /// Closes the innermost protected region.
    pub(crate) fn unprotect(&mut self) {
        if let Some(Block::Protected { start, handler, register }) = self.blocks.pop() {
            self.close_range(start, handler, register);
        }
        if let Some(floor) = self.floors.pop() {
            self.floor = floor;
        }
    }

    /// Enters a range into the handler table.
    pub(crate) fn close_range(&mut self, start: u32, handler: Label, register: Reg) {
        let end = self.here();
        if start < end {
            self.mark_reached(handler);
            self.handlers.push((start, end, handler, register));
        }
    }

    /// Whether the local is certainly bound.
    pub(crate) fn is_bound(&self, local: usize) -> bool {
        !self.reachable || self.bound.get(local / 64).is_some_and(|bits| bits >> (local % 64) & 1 == 1)
    }

    /// The local is bound from here on.
    pub(crate) fn set_bound(&mut self, local: usize) {
        if self.bound.len() <= local / 64 {
            self.bound.resize(local / 64 + 1, 0);
        }
        if let Some(bits) = self.bound.get_mut(local / 64) {
            *bits |= 1 << (local % 64);
        }
    }

    /// The local is unbound from here on.
    pub(crate) fn clear_bound(&mut self, local: usize) {
        if let Some(bits) = self.bound.get_mut(local / 64) {
            *bits &= !(1 << (local % 64));
        }
    }

    /// The local is read where it may be unbound.
    pub(crate) fn note_unbound_read(&mut self, local: usize) {
        if self.unbound_reads.len() <= local / 64 {
            self.unbound_reads.resize(local / 64 + 1, 0);
        }
        if let Some(bits) = self.unbound_reads.get_mut(local / 64) {
            *bits |= 1 << (local % 64);
        }
    }

    /// What is called here may be `locals`, `eval` or the like, by whatever name, and look at all locals.
    pub(crate) fn note_visible_locals(&mut self) {
        if self.reachable {
            for local in self.parameters..self.local_texts.len() {
                if !self.is_bound(local) {
                    self.note_unbound_read(local);
                }
            }
        }
    }

    /// The state of bound locals, or nothing where the place can't be reached.
    pub(crate) fn bound_state(&self) -> Option<Vec<u64>> {
        self.reachable.then(|| self.bound.clone())
    }

    /// Goes on with what is bound in both states.
    pub(crate) fn join(&mut self, states: &[Option<Vec<u64>>]) {
        let mut reached = states.iter().flatten();
        let Some(first) = reached.next() else { return };
        let mut joined = first.clone();
        for state in reached {
            for (index, bits) in joined.iter_mut().enumerate() {
                *bits &= state.get(index).copied().unwrap_or(0);
            }
        }
        self.bound = joined;
    }

    /// The finished code object.
    /// That of a program, where nothing is yet.
    pub(crate) fn of_program() -> Box<Unit> {
        let mut unit = Box::new(Unit::new(0, "<module>".into(), "<module>".into(), 1));
        unit.flags = CodeFlags::NAMESPACE;
        unit.local_texts.push(String::new());
        unit.next = 1;
        unit.floor = 1;
        unit.parameters = 1;
        unit.temps(0);
        unit
    }

    pub(crate) fn finish(mut self: Box<Self>, filename: &str) -> CodeObject {
        let mut prologue = self.prologue();
        let shift = prologue.len() as u32;
        self.settle();
        let position = |labels: &[Option<u32>], label: Label| labels.get(label.0).copied().flatten().unwrap_or(0);
        let handlers = self
            .handlers
            .iter()
            .map(|&(start, end, label, register)| Handler {
                start: start + shift,
                end: end + shift,
                target: position(&self.labels, label) + shift,
                register,
            })
            .collect();
        for scoped in &mut self.scoped_names {
            scoped.start += shift;
            scoped.end += shift;
        }
        self.line_marks.iter_mut().for_each(|mark| mark.word += shift);
        let mut positions = PositionsBuilder::new(self.first_line);
        positions.add(shift, Position { line: self.first_line, end_line: self.first_line, column: 0, end_column: 0 });
        let mut positions = positions.finish();
        positions.append(&mut self.settled.take().map_or(Vec::new(), PositionsBuilder::finish));
        let words = if shift == 0 {
            core::mem::take(&mut self.words)
        } else {
            prologue.append(&mut self.words);
            prologue
        };
        let (local_names, slots) = (self.local_names(), self.slot_count());
        let cell_slots: Set<u16> = self.cells.iter().map(|&cell| (self.slot_of(cell) as u16, ())).collect();
        CodeObject {
            name: self.name.into(),
            qualified_name: self.qualified_name.into(),
            filename: filename.into(),
            first_line: self.first_line,
            flags: self.flags,
            positional_only: self.positional_only,
            positional: self.positional,
            keyword_only: self.keyword_only,
            slots: slots as u16,
            caches: self.caches as u16,
            cell_slots: cell_slots.keys().copied().collect(),
            local_names,
            free_names: self.free_texts.iter().map(|text| text.as_str().into()).collect(),
            instructions: words.into(),
            constants: self.constants.into(),
            names: self.names.into(),
            handlers,
            scoped_names: self.scoped_names.into(),
            line_marks: self.line_marks.into(),
            positions: positions.into(),
        }
    }

    fn fix_jumps(&mut self) {
        for &(at, label, wide) in &self.fixups {
            let target = self.labels.get(label.0).copied().flatten().unwrap_or(0);
            let offset = target as i32 - at as i32;
            if !wide && !(-(1 << 23)..1 << 23).contains(&offset) {
                self.too_complex = true;
            }
            if let Some(word) = self.words.get_mut(at as usize) {
                *word = if wide { offset as u32 } else { encode_j(Opcode::Jump, offset) };
            }
        }
    }
}

/// The number of a constant among the operands of `LoadSpecial` and `ReturnSpecial`.
pub(crate) fn special_value(constant: &Constant) -> Option<u8> {
    match constant {
        Constant::None => Some(0),
        Constant::Bool(false) => Some(1),
        Constant::Bool(true) => Some(2),
        Constant::Ellipsis => Some(3),
        _ => None,
    }
}
