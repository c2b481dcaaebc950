//! Generators' frames that stay on the stack between a `yield` and the next resumption.
//!
//! A generator that yields leaves the stack, and comes back to the same place if the loop that it yielded to goes on with
//! it. As long as nothing else wants the place, its registers are not copied to the heap and back: the frame is parked.
//!
//! ```text
//! frames:  … | loop's frame | generator | generator that it yielded from … |
//!              top            top + 1     …                       parked
//! ```
//!
//! Of a parked generator only the frame on the stack tells how it is: it is suspended (or delegates) at the frame's `pc`,
//! handles no exception, and the frame's `ret` is its state. The object in the heap says that it is running. So
//! * who pushes a frame or writes to the stack above the running frame settles what is parked first
//!   ([`Isolate::make_way`]); [`FrameStack::prepared`](super::FrameStack::prepared) gives no room until that is done;
//! * who leaves the running frame otherwise than by parking it settles first: plain calls whose frames have been below
//!   parked ones are of a kind of their own, so that their return takes the slow way;
//! * who looks at a generator's registers or its place settles first. While any generator's frame has an object, which
//!   looks at any time, no frame is parked.
//!
//! A generator that had to move several times, because the loop around it calls functions, moves at once from then on.

use super::dispatch::window_at;
use super::frame::{Frame, WINDOW, mark};
use super::generator::{BELOW, field, place, save_registers, state};
use super::{FrameKind, FrameStack, Thread};
use crate::heap::GeneratorParts;
use crate::value::IS_SMALL;
use crate::{Isolate, Value};
use ferropy_bytecode::encoding::field_a;

/// So many moves tell that parking a generator's frame does not pay.
pub(super) const MOST_MOVES: u16 = 3;

/// Where the loop goes on: what it has to know of a frame.
pub(super) struct Place<'a> {
    pub(super) code: u32,
    pub(super) pc: u32,
    pub(super) globals: u32,
    /// The registers.
    pub(super) window: &'a mut [Value; WINDOW],
}

/// Parks the running frame if it is that of a generator which a loop or a call resumed, and gives the value to those.
/// Nothing: it is not so simple, and nothing was done. No generator's frame has an object.
#[inline(always)]
pub(super) fn park<'a>(
    stack: &'a mut [Value],
    frames: &mut FrameStack,
    handled: Value,
    value: Value,
    pc: u32,
) -> Option<Place<'a>> {
    let [caller, frame] = frames.last_two_mut()?;
    let is_simple = matches!(frame.kind, FrameKind::GeneratorFor | FrameKind::GeneratorCall);
    if !is_simple || frame.marks & mark::MOVES != 0 {
        return None;
    }
    if *stack.get((frame.base as usize).wrapping_sub(BELOW))? != handled {
        return None;
    }
    let window = window_at(stack, caller.base)?;
    match caller.kind {
        FrameKind::Call => caller.kind = FrameKind::CallBelow,
        FrameKind::Init | FrameKind::Operator | FrameKind::Step => return None,
        _ => {}
    }
    window[frame.ret as usize] = value;
    frame.pc = pc;
    frame.ret = state::SUSPENDED as u8;
    let place = Place { code: caller.code, pc: caller.pc, globals: caller.globals, window };
    frames.park();
    Some(place)
}

/// Resumes a generator whose frame is the one that was parked last for the `for` loop of the running frame, which goes on
/// at `pc`. Nothing: it is not so simple, and nothing was done.
#[inline(always)]
pub(super) fn resume<'a>(
    stack: &'a mut [Value],
    frames: &mut FrameStack,
    handled: Value,
    generator: Value,
    (target, pc): (u8, u32),
) -> Option<Place<'a>> {
    let [running, frame] = frames.next_parked_and_running()?;
    let places = stack.get_mut((frame.base as usize).wrapping_sub(BELOW)..)?;
    let [before, found, _, window @ ..] = places.first_chunk_mut::<{ BELOW + WINDOW }>()?;
    if *found != generator {
        return None;
    }
    *before = handled;
    running.pc = pc;
    (frame.ret, frame.kind, frame.marks) = (target, FrameKind::GeneratorFor, 0);
    let place = Place { code: frame.code, pc: frame.pc, globals: frame.globals, window };
    frames.enter_parked();
    Some(place)
}

impl Isolate {
    /// Parks the running frame, a generator's that is to be in the state `next`, continued at `pc`. The frame as it was;
    /// nothing if it has to move to the heap.
    #[inline(always)]
    pub(super) fn park_generator(&mut self, pc: u32, next: i64) -> Option<Frame> {
        let Thread { stack, frames, handled, objects, .. } = &mut self.thread;
        let [caller, frame] = frames.last_two_mut()?;
        let before = stack.get((frame.base as usize).wrapping_sub(BELOW))?;
        if frame.marks & mark::MOVES != 0
            || before != handled
            || objects.has_generators()
            || frame.kind == FrameKind::GeneratorSink
        {
            return None;
        }
        match caller.kind {
            FrameKind::Call => caller.kind = FrameKind::CallBelow,
            FrameKind::Init | FrameKind::Operator | FrameKind::Step => return None,
            _ => {}
        }
        let left = *frame;
        frame.pc = pc;
        frame.ret = next as u8;
        frames.park();
        Some(left)
    }

    /// Resumes a generator whose frame is the one that was parked last; whether it was.
    #[inline(always)]
    pub(super) fn resume_parked(&mut self, generator: Value, sent: Value, ret: u8, kind: FrameKind) -> bool {
        let Thread { stack, frames, handled, .. } = &mut self.thread;
        let Some(frame) = frames.next_parked() else { return false };
        let below = stack.get_mut((frame.base as usize).wrapping_sub(BELOW)..);
        let Some((below, registers)) = below.and_then(|places| places.split_first_chunk_mut::<BELOW>()) else {
            return false;
        };
        let [before, found, _] = below;
        if *found != generator {
            return false;
        }
        if !sent.is_none() {
            let word =
                self.codes.get(frame.code).and_then(|code| code.instructions.get(frame.pc.wrapping_sub(1) as usize));
            match word.and_then(|&word| registers.get_mut(field_a(word) as usize)) {
                Some(place) if i64::from(frame.ret) == state::SUSPENDED => *place = sent,
                _ => return false,
            }
        }
        *before = *handled;
        (frame.ret, frame.kind, frame.marks) = (ret, kind, 0);
        frames.enter_parked();
        true
    }

    /// Does what [`park`] does. A parked frame counts as a loop's, whoever resumed it.
    #[inline(always)]
    pub(super) fn park_in_loop(&mut self, value: Value, pc: u32) -> Option<FrameKind> {
        // Small machines' loop has tried.
        if IS_SMALL || self.thread.objects.has_generators() {
            return None;
        }
        let Thread { stack, frames, handled, .. } = &mut self.thread;
        park(stack, frames, *handled, value, pc).map(|_| FrameKind::GeneratorFor)
    }

    /// Does what [`resume`] does.
    #[inline(always)]
    pub(super) fn resume_parked_in_loop(&mut self, generator: Value, target: u8, pc: u32) -> Option<()> {
        if IS_SMALL || self.fuel <= 1 {
            return None;
        }
        let Thread { stack, frames, handled, .. } = &mut self.thread;
        resume(stack, frames, *handled, generator, (target, pc)).map(|_| ())
    }

    /// Moves parked frames to the heap because their places are needed.
    #[inline(always)]
    pub(crate) fn make_way(&mut self) {
        if self.thread.frames.has_parked() {
            self.move_parked(true);
        }
    }

    /// Moves parked frames to the heap because their generators are looked at.
    #[inline(always)]
    pub(crate) fn settle_parked(&mut self) {
        if self.thread.frames.has_parked() {
            self.move_parked(false);
        }
    }

    #[inline(never)]
    fn move_parked(&mut self, counts: bool) {
        let Isolate { heap, thread, .. } = self;
        for frame in thread.frames.parked_frames() {
            let below = thread.stack.get((frame.base as usize).wrapping_sub(BELOW)..);
            let Some((&[_, generator, _], values)) = below.and_then(|places| places.split_first_chunk::<BELOW>())
            else {
                continue;
            };
            if counts {
                heap.count_move(generator);
            }
            let Some(GeneratorParts { fixed, registers, .. }) = heap.generator::<{ field::REGISTERS }>(generator)
            else {
                continue;
            };
            fixed[field::HANDLED] = Value::NONE.to_word();
            fixed[field::PLACE] = place(frame.pc, i64::from(frame.ret));
            save_registers(registers, values);
        }
        thread.frames.forget_parked();
    }

    /// The state of a generator whose frame is parked.
    pub(super) fn parked_state(&self, generator: Value) -> Option<i64> {
        let frame = self.thread.frames.parked_frames().iter().find(|frame| {
            self.thread.stack.get((frame.base as usize).wrapping_sub(2)).is_some_and(|&found| found == generator)
        })?;
        debug_assert!(matches!(i64::from(frame.ret), state::SUSPENDED | state::DELEGATING), "it has yielded");
        Some(i64::from(frame.ret))
    }
}
