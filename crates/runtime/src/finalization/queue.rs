//! Telling Python code who has died or is about to.

use super::Event;
use crate::heap::Kind;
use crate::interpreter::generator::{flavor, state};
use crate::native::{NativeFunction, TypeId};
use crate::{Isolate, Value, names};
use alloc::format;

/// How often a collection looks again for what died because of what it did: objects can make new ones with `__del__` for
/// ever.
const FEWEST_ROUNDS: usize = 20;
/// The same where long chains of objects die one after the other: each needs a round.
const MOST_ROUNDS: usize = 10_000;

impl Isolate {
    /// Works off what is in the queue, not what comes into it meanwhile: that may be more each time. What Python code
    /// raises is shown by `sys.unraisablehook`. Can't be called while an exception is on its way.
    #[cold]
    #[inline(never)]
    pub fn run_finalizers(&mut self) {
        if self.finalization.is_running {
            return;
        }
        self.finalization.is_running = true;
        self.scope(|iso| {
            let result = iso.generator_result;
            iso.keep(result);
            for _ in 0..iso.finalization.queue.len() {
                let Some(event) = iso.finalization.queue.pop_front() else { break };
                iso.scope(|iso| {
                    iso.keep(event.value());
                    match event {
                        Event::End(value) if iso.heap.kind(value) == Some(Kind::Generator) => iso.end_generator(value),
                        Event::End(value) => iso.end_instance(value),
                        Event::Callback(reference) => iso.call_back(reference),
                    }
                });
            }
            iso.generator_result = result;
        });
        self.finalization.is_running = false;
    }

    /// Collects, and tells who has died, until nothing more dies. The number of objects freed.
    pub fn collect_and_finalize(&mut self) -> usize {
        self.collect_for(None)
    }

    /// As [`Isolate::collect_and_finalize`], for a native function that holds no objects.
    pub fn collect_for(&mut self, caller: Option<NativeFunction>) -> usize {
        // What moves at once needs no second collection.
        let moves = caller.is_some_and(|caller| self.allow_moves_in(caller));
        self.clear_old_temporaries();
        let most = self.finalization.watched.len().clamp(FEWEST_ROUNDS, MOST_ROUNDS);
        let mut freed = self.collect();
        let mut rounds = 0;
        while self.finalization.is_due() && rounds < most {
            self.run_finalizers();
            freed = freed.saturating_add(self.collect());
            rounds += 1;
        }
        if !moves || rounds > 0 {
            self.heap.request_moves();
        }
        freed
    }

    /// The end of the program: what was dropped is told first, then what is still alive, in the order in which it was
    /// made.
    pub fn finalize_all(&mut self) {
        self.abandon_frames();
        self.forget_tracing();
        self.thread.handled = Value::NONE;
        let last = self.intern("last_exc").ok().and_then(|name| self.heap.dict_get_name(self.sys_dict, name));
        if last.is_some() {
            for name in ["last_exc", "last_value", "last_traceback"] {
                if let Ok(name) = self.intern(name) {
                    self.heap.dict_remove_plain(self.sys_dict, name);
                }
            }
        }
        self.collect_and_finalize();
        self.queue_last_ends();
        let mut rounds = 0;
        while self.finalization.is_due() && rounds < FEWEST_ROUNDS {
            self.run_finalizers();
            rounds += 1;
        }
    }

    fn end_instance(&mut self, value: Value) {
        let class = self.type_of(value);
        let Some(function) = self.lookup(class, names::__del__) else { return };
        if self.call_unbound(function, value, &[]).is_err() {
            self.show_unraisable("calling deallocator", function);
        }
    }

    /// Runs what a generator has to run at its end: its `finally` and `with`.
    fn end_generator(&mut self, generator: Value) {
        if self.generator_state(generator) == state::RUNNING {
            return;
        }
        let hook = self.async_generator_hooks[1];
        if self.heap.number(generator) == flavor::ASYNC_GENERATOR && !hook.is_none() {
            if self.call(hook, &[generator]).is_err() {
                self.show_unraisable("finalizing async generator", generator);
            }
            return;
        }
        let created = self.generator_state(generator) == state::CREATED;
        if created && self.heap.number(generator) == flavor::COROUTINE {
            self.warn_never_awaited(generator);
        }
        if self.close_generator(generator).is_err() {
            self.show_unraisable("closing generator", generator);
        }
    }

    /// "coroutine 'x' was never awaited".
    fn warn_never_awaited(&mut self, coroutine: Value) {
        let Ok([_, name]) = self.generator_names(coroutine) else { return };
        let message = format!("coroutine '{}' was never awaited", self.name_text(name));
        if self.warn(TypeId::RUNTIME_WARNING, &message).is_err() {
            self.show_unraisable("finalizing coroutine", coroutine);
        }
    }

    fn call_back(&mut self, reference: Value) {
        let callback = self.reference_callback(reference);
        self.keep(callback);
        if self.call(callback, &[reference]).is_err() {
            self.show_unraisable("calling weakref callback", callback);
        }
    }
}
