//! Frames, threads and inline caches: the interpreter's own state, all plain words.

use super::FrameStack;
use super::frame_objects::FrameObjects;
use super::tracing::Tracing;
use crate::buffers::shrink;
use crate::heap::Heap;
use crate::value::IS_SMALL;
use crate::{Isolate, Value};
use alloc::vec::Vec;

/// What happens with the value that a frame returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum FrameKind {
    /// It goes to the caller's register.
    Call,
    /// The function of a `map` that a `for` loop goes over: its result goes to the loop's variable; `StopIteration` ends the
    /// loop.
    Step,
    /// It must be None; the instance below the frame goes to the caller's register.
    Init,
    /// It goes to the caller's register unless it is `NotImplemented`: then the operator there goes on with what comes
    /// after that method.
    Operator,
    /// The caller's jump is taken if its truth is the one that the jump wants.
    Condition,
    /// The `__len__` of the object that the caller's jump asks for its truth.
    Filled,
    /// The loop stops with it.
    Entry,
    /// A generator that a `for` loop resumed: a yielded value goes to the caller's register, a return ends the loop.
    GeneratorFor,
    /// A generator that `Delegate` resumed.
    GeneratorDelegate,
    /// A generator that native code resumed: the loop stops with what it yields or returns.
    GeneratorEntry,
    /// A generator that a call of its `send` or `__next__` in the loop resumed: a yielded value goes to the caller's
    /// register, a return raises `StopIteration` there.
    GeneratorCall,
    /// A generator that native code resumed and whose items go where the places below the frame say; see `sinks`.
    GeneratorSink,
    /// The function of a `filter` that a `for` loop goes over: it says whether the item, which lies below
    /// the frame, goes to the loop's variable.
    Choice,
    /// The `__bool__` that a call of `bool` in the loop entered: a bool goes to the caller's register.
    Truth,
    /// The `__len__` that a call of `len` in the loop entered: a length goes to the caller's register.
    Length,
    /// A function that native code applies to one item after the other; see `applying`.
    Applied,
    /// A plain call, above whose frame generators' frames have been parked; see `parked`.
    CallBelow,
    /// The frame has an object: what happens with the result is written there. See `frame_objects`.
    Observed,
}

impl FrameKind {
    /// Whether the frame is a generator's.
    #[inline(always)]
    pub(crate) fn is_generator(self) -> bool {
        matches!(
            self,
            FrameKind::GeneratorFor
                | FrameKind::GeneratorDelegate
                | FrameKind::GeneratorEntry
                | FrameKind::GeneratorCall
                | FrameKind::GeneratorSink
        )
    }

    /// Whether the loop was entered with this frame.
    #[inline(always)]
    pub(crate) fn is_entry(self) -> bool {
        matches!(self, FrameKind::Entry | FrameKind::GeneratorEntry | FrameKind::GeneratorSink | FrameKind::Applied)
    }
}

/// An activation of a code object.
///
/// The bytes come first: small processors reach no bytes that lie further away without a sum.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub(crate) struct Frame {
    /// What happens with the result.
    pub(crate) kind: FrameKind,
    /// The bits of [`mark`] that hold.
    pub(crate) marks: u8,
    /// The caller's register for the result.
    pub(crate) ret: u8,
    /// Number of the code.
    pub(crate) code: u32,
    /// The next word to execute, as far as the loop has written it back.
    pub(crate) pc: u32,
    /// Where `R(0)` lies in the value stack.
    pub(crate) base: u32,
    /// The slot of the globals dict.
    pub(crate) globals: u32,
}

/// What a frame is marked with: bits of [`Frame::marks`].
pub(crate) mod mark {
    /// A trace function has been told of the call.
    pub(crate) const KNOWN: u8 = 1;
    /// A generator whose frame is not to be parked.
    pub(crate) const MOVES: u8 = 2;
}

/// An inline cache: what an instruction found last time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cache {
    /// What must be the same for the rest to hold: a shape, a type, a dict's version. 0 for an empty cache.
    pub(crate) key: u32,
    /// Where the thing lies, or one of the marks below.
    pub(crate) index: u32,
    /// The thing itself, where it is constant.
    pub(crate) value: Value,
}

impl Cache {
    /// Knows nothing.
    pub(crate) const EMPTY: Cache = Cache { key: 0, index: 0, value: Value::UNBOUND };
    /// `index` of a cache whose `value` is the answer.
    pub(crate) const VALUE: u32 = u32::MAX;
    /// `index` of a cache whose `value` is the getter of a property.
    pub(crate) const PROPERTY: u32 = u32::MAX - 1;
    /// `index` where instances have no such attribute of their own: it is looked up in the class, and is no descriptor.
    pub(crate) const CLASS: u32 = u32::MAX - 2;
    /// `index` of a cache whose `value` is the place of an item in the tuple that the instance has inside.
    pub(crate) const ITEM: u32 = u32::MAX - 3;
    /// Bit of `index` for a field that the instance gets by changing to the shape in `value`.
    pub(crate) const TRANSITION: u32 = 1 << 30;
    /// Bit of the key of a builtin type, and of the version of a module's dict, where a shape's number would be. For a
    /// module `index` is the number of an entry.
    pub(crate) const TYPE: u32 = 1 << 31;
}

/// One thread of execution.
#[derive(Debug)]
pub(crate) struct Thread {
    /// Registers of all frames.
    pub(crate) stack: Vec<Value>,
    /// The frames, the running one last.
    pub(crate) frames: FrameStack,
    /// The exception that is being handled, or None.
    pub(crate) handled: Value,
    /// The frames that have objects.
    pub(crate) objects: FrameObjects,
    /// Trace functions.
    pub(crate) tracing: Tracing,
}

/// How many registers an 8-bit number reaches: the loop borrows that many at once.
pub(crate) const WINDOW: usize = 256;

impl Thread {
    /// For at most `recursion` frames.
    pub(crate) fn new(recursion: usize) -> Thread {
        let stack = alloc::vec![Value::UNBOUND; if IS_SMALL { WINDOW } else { 4 * WINDOW }];
        let (frames, objects) = (FrameStack::new(recursion), FrameObjects::default());
        Thread { stack, frames, handled: Value::NONE, objects, tracing: Tracing::default() }
    }

    /// For at most `recursion` frames, with room for a few calls; nothing if there is no memory.
    pub(crate) fn small(recursion: usize) -> Option<Thread> {
        let mut thread = Thread::without_room(recursion);
        let room = 2 * WINDOW + WINDOW / 4;
        thread.stack.try_reserve_exact(room).ok()?;
        thread.stack.resize(room, Value::UNBOUND);
        thread.frames.prepare_small().then_some(thread)
    }

    /// Takes no memory until it is used.
    pub(crate) fn without_room(recursion: usize) -> Thread {
        Thread {
            stack: Vec::new(),
            frames: FrameStack::empty(recursion),
            handled: Value::NONE,
            objects: FrameObjects::default(),
            tracing: Tracing::default(),
        }
    }

    /// Gives what is known of generators' frames to the thread that is to run: a generator belongs to none.
    pub(crate) fn lend_generators(&mut self, from: &mut Thread) {
        self.objects.swap_generators(&mut from.objects);
    }

    /// Makes the value stack reach `size`.
    #[inline(always)]
    pub(crate) fn ensure_stack(&mut self, size: usize) {
        if self.stack.len() < size {
            self.grow_stack(size);
        }
    }

    #[cold]
    #[inline(never)]
    fn grow_stack(&mut self, size: usize) {
        if IS_SMALL {
            // Without memory the frame has no registers, which the loop reports: so does only code with thousands of them.
            let size = size + (self.stack.len() / 8).max(64);
            if self.stack.try_reserve_exact(size - self.stack.len()).is_ok() {
                self.stack.resize(size, Value::UNBOUND);
            }
        } else {
            self.stack.resize((size + WINDOW).max(self.stack.len() * 2), Value::UNBOUND);
        }
    }
}

/// Bytes of memory that Rust code must have left for frames to be entered.
const LEFT_TO_RUST: usize = 8 << 10;

impl Isolate {
    /// Whether there may be no more frames: the program's recursion is at its limit, or memory is.
    #[inline(always)]
    pub(crate) fn has_no_frame_left(&mut self) -> bool {
        let frames = &self.thread.frames;
        frames.is_full()
            || IS_SMALL && (frames.needs_room() || self.registers_are_short()) && !self.makes_room_for_frames()
    }

    /// How far the registers should reach for what the running frame calls.
    #[inline(always)]
    fn registers_for_calls(&self) -> usize {
        self.frame().map_or(0, |frame| frame.base as usize) + 3 * WINDOW
    }

    /// Whether they don't: without registers a frame can't run.
    #[inline(always)]
    fn registers_are_short(&self) -> bool {
        self.thread.stack.len() < self.registers_for_calls()
    }

    /// Prepares room for one more frame; false if there may be none.
    pub(crate) fn prepare_frame(&mut self) -> bool {
        !self.has_no_frame_left() && self.thread.frames.prepare()
    }

    /// Makes room for frames more; false where Rust code has little memory left, and the region can give none.
    #[cold]
    #[inline(never)]
    fn makes_room_for_frames(&mut self) -> bool {
        // Registers and frames may have to be copied to where there is more room.
        let copied = (self.thread.stack.len() * size_of::<Value>()).max(self.thread.frames.bytes());
        let prepared = self.leaves_block(copied + copied / 8 + LEFT_TO_RUST) && self.thread.frames.prepare() && {
            let registers = self.registers_for_calls();
            self.ensure_stack(registers);
            !self.registers_are_short()
        };
        if !prepared {
            // What these frames took comes back with a collection, when they have been left.
            self.heap.request_collection();
        }
        prepared
    }

    /// The running frame. There is always one while native code that bytecode called runs.
    #[inline(always)]
    pub(crate) fn frame(&self) -> Option<&Frame> {
        self.thread.frames.last()
    }

    /// Register `index` of the running frame.
    #[inline(always)]
    pub(crate) fn reg(&self, index: u8) -> Value {
        self.slot_at(index as usize)
    }

    /// Slot `index` of the running frame.
    #[inline(always)]
    pub(crate) fn slot_at(&self, index: usize) -> Value {
        let Some(frame) = self.thread.frames.last() else { return Value::UNBOUND };
        self.thread.stack.get(frame.base as usize + index).copied().unwrap_or(Value::UNBOUND)
    }

    /// Sets register `index` of the running frame.
    #[inline(always)]
    pub(crate) fn set_reg(&mut self, index: u8, value: Value) {
        self.set_slot_at(index as usize, value);
    }

    /// Sets slot `index` of the running frame.
    #[inline(always)]
    pub(crate) fn set_slot_at(&mut self, index: usize, value: Value) {
        let Some(frame) = self.thread.frames.last() else { return };
        if let Some(place) = self.thread.stack.get_mut(frame.base as usize + index) {
            *place = value;
        }
    }

    /// Copies `count` registers of the running frame from `first` on.
    pub(crate) fn regs(&self, first: u8, count: usize) -> Vec<Value> {
        let Some(frame) = self.thread.frames.last() else { return Vec::new() };
        let start = frame.base as usize + first as usize;
        self.thread.stack.get(start..start + count).map(<[Value]>::to_vec).unwrap_or_default()
    }

    /// The function (or generator's function) of the running frame.
    #[inline(always)]
    pub(crate) fn frame_function(&self) -> Value {
        let Some(frame) = self.thread.frames.last() else { return Value::UNBOUND };
        (frame.base as usize).checked_sub(1).and_then(|at| self.thread.stack.get(at)).copied().unwrap_or(Value::UNBOUND)
    }

    /// As [`Isolate::stack_top`], for who is going to write there.
    #[inline]
    pub(crate) fn free_stack(&mut self) -> usize {
        self.make_way();
        self.stack_top()
    }

    /// The first free place of the value stack above the running frame.
    #[inline]
    pub(crate) fn stack_top(&self) -> usize {
        match self.thread.frames.last() {
            Some(frame) => frame.base as usize + self.codes.slots(frame.code),
            None => 0,
        }
    }

    /// Makes the value stack reach `size`.
    #[inline(always)]
    pub(crate) fn ensure_stack(&mut self, size: usize) {
        self.thread.ensure_stack(size);
    }

    /// Clears what is above the running frame, so that the collector does not see it.
    pub(crate) fn clear_unused_stack(&mut self) {
        let top = self.stack_top();
        if IS_SMALL {
            self.thread.frames.shrink();
            if self.thread.stack.len() > 2 * (top + 2 * WINDOW) {
                shrink(&mut self.thread.stack, top + 2 * WINDOW);
            }
        }
        if let Some(rest) = self.thread.stack.get_mut(top..) {
            rest.fill(Value::UNBOUND);
        }
    }

    /// Marks what the thread refers to.
    pub(crate) fn mark_thread(&mut self) {
        let top = self.stack_top();
        let heap: &mut Heap = &mut self.heap;
        heap.mark(self.thread.handled);
        for &value in self.thread.stack.iter().take(top) {
            heap.mark_movable(value);
        }
        for index in 0..self.thread.frames.len() {
            let Some(&frame) = self.thread.frames.get(index) else { break };
            self.heap.mark(Value::handle(frame.globals));
            self.mark_code(frame.code);
        }
        self.mark_frame_objects();
        self.mark_tracing();
    }
}
