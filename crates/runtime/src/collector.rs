//! Collections, as the isolate drives them: it knows the roots, and what lives outside of the heap. Small heaps are collected at
//! once, others in steps between instructions ([`crate::heap`] says how); what asks for a collection gets a whole one.

use crate::heap::{Collection, Phase};
use crate::isolate::AtDeath;
use crate::{Isolate, Value};
use alloc::vec::Vec;

/// Whether what was marked in steps can be compared with what a whole collection marks: boards have no room for that.
const CAN_CHECK: bool = cfg!(not(target_os = "none"));

impl Isolate {
    /// Collects, or goes on with a collection in steps, because enough was allocated.
    #[cold]
    #[inline(never)]
    pub(crate) fn collect_some(&mut self) {
        let is_tiny = self.collects_in_tiny_steps;
        if self.collect_always && !is_tiny || self.heap.collects_at_once(is_tiny) {
            self.collect();
            return;
        }
        let mut budget = if is_tiny { 8 } else { self.heap.step_budget() };
        match self.heap.phase() {
            Phase::Idle => {
                self.clear_unused();
                self.heap.begin_steps();
                self.codes.are_marked = true;
                self.mark_roots();
                self.shapes.mark_all_names(&mut self.heap);
            }
            Phase::Marking => {
                while let Some(found) = self.heap.mark_some(&mut budget) {
                    self.mark_found(found);
                }
                if self.heap.is_all_marked() {
                    self.end_marking_in_steps();
                }
            }
            Phase::Sweeping => self.heap.sweep_some(budget),
            Phase::Sliding => self.heap.slide_some(budget),
        }
        self.heap.await_step();
    }

    /// What lives is marked. The roots are looked at once more, which finds nothing where nobody forgot to show what he took.
    fn end_marking_in_steps(&mut self) {
        if self.heap.collects_at_once(true) {
            self.collect();
            return;
        }
        self.heap.end_marking_in_steps();
        self.clear_unused();
        if self.collects_in_tiny_steps && CAN_CHECK {
            self.check_marks();
        }
        self.mark_roots();
        self.mark_reachable();
        let ended = self.end_marking();
        self.codes.are_marked = false;
        self.heap.begin_sweep();
        for (number, action) in ended {
            action(self, number);
        }
    }

    /// Marks everything anew, and compares.
    fn check_marks(&mut self) {
        let marks = self.heap.take_marks();
        let codes: Vec<bool> = self.codes.list.iter_mut().map(|code| core::mem::take(&mut code.marked)).collect();
        self.mark_roots();
        self.mark_reachable();
        let missed = self.heap.check_marks(&marks);
        let mut missed_codes = 0;
        for (code, was_marked) in self.codes.list.iter_mut().zip(codes) {
            missed_codes += usize::from(code.marked && !was_marked);
            code.marked |= was_marked;
        }
        assert!(missed + missed_codes == 0, "{missed} objects and {missed_codes} codes live and were not marked");
    }

    /// Collects now; returns the number of objects freed. Must not be called by native code that holds values which
    /// nothing keeps.
    #[cold]
    #[inline(never)]
    pub fn collect(&mut self) -> usize {
        if self.heap.abandon_steps() {
            self.codes.list.iter_mut().for_each(|code| code.marked = false);
        }
        self.codes.are_marked = false;
        self.clear_unused();
        self.heap.begin_collection();
        self.mark_roots();
        self.mark_reachable();
        let ended = self.end_marking();
        let freed = self.heap.finish_collection(&mut self.thread.stack);
        for (number, action) in ended {
            action(self, number);
        }
        freed
    }

    /// Clears what is not in use of registers.
    #[inline(never)]
    fn clear_unused(&mut self) {
        self.for_each_thread(|iso| {
            iso.settle_parked();
            iso.clear_unused_stack();
        });
    }

    #[inline(never)]
    fn mark_roots(&mut self) {
        for value in
            [self.in_flight, self.generator_result, self.reserve_error, self.builtins, self.sys_modules, self.sys_dict]
        {
            self.heap.mark(value);
        }
        for value in [self.codec_handlers, self.async_generator_hooks[0], self.async_generator_hooks[1]] {
            self.heap.mark(value);
        }
        for list in [&self.kept, &self.permanent, &self.printing, &self.parts] {
            for &value in list {
                self.heap.mark(value);
            }
        }
        self.mark_handlers();
        self.mark_signals();
        for &(module, _) in &self.importing {
            self.heap.mark(module);
        }
        self.for_each_thread(Isolate::mark_thread);
        self.mark_threads();
        self.mark_events();
    }

    /// Does what has to be done when all that lives is marked, before the dead go. The watched records that nobody holds.
    fn end_marking(&mut self) -> Vec<(u32, AtDeath)> {
        self.mark_generator_frames();
        self.queue_ends();
        self.for_each_thread(Isolate::mark_traced_codes);
        self.mark_reachable();
        self.cut_weak_references();
        self.shapes.mark_names(&mut self.heap);
        self.interner.retain(&self.heap);
        self.methods.clear();
        let released = self.shapes.retain(&self.heap) | self.release_codes();
        if released {
            self.clear_caches();
            self.tidy_codes();
        }
        self.drop_dead_frame_objects();
        self.take_dead_watched()
    }

    /// Marks all that what is marked refers to.
    pub(crate) fn mark_reachable(&mut self) {
        while let Some(found) = self.heap.mark_next() {
            self.mark_found(found);
        }
    }

    #[inline(never)]
    fn mark_found(&mut self, found: Collection) {
        match found {
            Collection::Code(code) => self.mark_code(code),
            Collection::Shape(shape) => {
                let class = self.shapes.class(shape);
                self.heap.mark(class);
            }
        }
    }

    /// Shows code to the collector that a function loses, or that was held without being kept alive.
    #[inline]
    pub(crate) fn shade_code(&mut self, number: u32) {
        if self.heap.phase() == Phase::Marking {
            self.mark_code(number);
        }
    }

    /// When the collector finds that nobody holds the record, `action` is called with its number (see
    /// [`Heap::number`]). It must not call Python.
    pub fn when_dead(&mut self, record: Value, action: AtDeath) {
        self.heap.identify(record);
        self.watched.push((record, action));
    }

    /// The watched records that the collector did not reach: their numbers, and what is to be done.
    fn take_dead_watched(&mut self) -> Vec<(u32, AtDeath)> {
        let heap = &self.heap;
        let mut ended = Vec::new();
        self.watched.retain(|&(record, action)| {
            let held = heap.is_marked(record);
            if !held {
                ended.push((heap.number(record), action));
            }
            held
        });
        ended
    }
}
