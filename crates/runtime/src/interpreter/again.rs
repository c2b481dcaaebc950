//! Instructions that are tried again: one that found no memory has done nothing, and perhaps a collection finds some. There can be
//! none while it is executed, for native code holds objects that nobody knows of.

use super::dispatch::window_at;
use super::shortcuts;
use crate::Isolate;
use crate::heap::Kind;
use ferropy_bytecode::Opcode;
use ferropy_bytecode::encoding::{field_a, field_b};

impl Isolate {
    /// Collects, and executes the instruction again for which there was no memory, if it runs no Python and does all or nothing:
    /// whether it is done. Others raise `MemoryError`.
    #[cold]
    #[inline(never)]
    pub(super) fn try_again(&mut self, word: u32) -> bool {
        let opcode = Opcode::of(word);
        let is_call = matches!(opcode, Opcode::Call | Opcode::CallMethod);
        let is_operator = (Opcode::Add..=Opcode::NotIn).contains(&opcode);
        let makes_container = (Opcode::NewTuple..=Opcode::ListAppend).contains(&opcode);
        if self.heap.locks() > 0 || !(is_call || is_operator || makes_container || opcode == Opcode::GetSlice) {
            return false;
        }
        // What it reads is still to be kept.
        self.move_pc(-1);
        self.heap.request_whole();
        self.collect_in_loop();
        self.move_pc(1);
        let is_done = self.execute_again(word, opcode);
        if !is_done {
            // Who catches the error may let go of much.
            self.heap.request_whole();
        }
        is_done
    }

    fn execute_again(&mut self, word: u32, opcode: Opcode) -> bool {
        match opcode {
            Opcode::Call | Opcode::CallMethod => self.call_builtin_again(word),
            _ if self.execute_by_shortcut(word) => true,
            Opcode::NewTuple | Opcode::NewList | Opcode::ListAppend => self.execute_rare(word, 0).is_ok(),
            Opcode::Add | Opcode::Mul | Opcode::MulInt
                if matches!(self.heap.kind(self.reg(field_b(word))), Some(Kind::List | Kind::Tuple)) =>
            {
                self.execute_operator(word).is_ok()
            }
            _ => false,
        }
    }

    /// Calls a native function or builtin type by its short cut, which does all or nothing.
    fn call_builtin_again(&mut self, word: u32) -> bool {
        let Some(frame) = self.thread.frames.last() else { return false };
        let Some(window) = window_at(&mut self.thread.stack, frame.base) else { return false };
        let (tables, heap, shapes) = (&self.tables, &mut self.heap, &self.shapes);
        let result = if Opcode::of(word) == Opcode::Call {
            shortcuts::call(tables, heap, shapes, window, word, 0)
        } else {
            shortcuts::call_method(tables, heap, shapes, window, word)
        };
        let Some(result) = result else { return false };
        self.set_reg(field_a(word), result);
        true
    }

    fn move_pc(&mut self, words: i32) {
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.pc = frame.pc.wrapping_add_signed(words);
        }
    }
}
