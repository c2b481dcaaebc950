//! Handlers: functions of a program that are called when something happens outside of it: an edge at a pin, the end of a
//! timer's period, a call put off by `micropython.schedule`.
//!
//! The platform's interrupts leave events ([`ferropy_platform::hardware::Interrupts`]); the handlers run between two
//! instructions of whatever runs, and in its waits ([`Isolate::run_handlers`]). So they may do all that other code may. One
//! runs at a time, and none while the program has turned them off.

use crate::exceptions::raise;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value};
use alloc::collections::VecDeque;
use alloc::vec::Vec;
use ferropy_platform::Simulated;
use ferropy_platform::hardware::{Event, source};

/// How many calls may be put off at a time, as in MicroPython.
const MOST_SCHEDULED: usize = 8;

/// How many events are handled before what runs gets its turn, and how many jumps and calls that has if there are more.
const MOST_AT_ONCE: u64 = 8;
const STEPS_BETWEEN: u32 = 50;

/// How often the loop looks at the world until it raises a `KeyboardInterrupt` that a program asked for.
const LOOKS_TO_INTERRUPT: u8 = 20;

/// How many of these looks a sleep does not shorten.
const LOOKS_TO_PREPARE: u8 = 2;

/// What is to be called when a source has something to tell.
#[derive(Clone, Copy, Debug)]
pub struct Handler {
    /// The source's number; see [`ferropy_platform::hardware::source`].
    pub source: u16,
    /// What the source has to tell about, as the program gave it.
    pub trigger: u16,
    /// What the event said that is being handled, or was handled last.
    pub flags: u16,
    /// Whether an exception in the function is its end, as in interrupts proper.
    pub is_hard: bool,
    /// The function; None for none.
    pub function: Value,
    /// What it is called with.
    pub argument: Value,
}

/// A moment at which a source has something to tell.
#[derive(Clone, Copy, Debug)]
struct Alarm {
    source: u16,
    at_ns: u64,
    /// The time to the next one; 0 for none.
    period_ns: u64,
}

/// The handlers of an isolate, and what waits to be called.
#[derive(Debug, Default)]
pub(crate) struct Handlers {
    handlers: Vec<Handler>,
    alarms: Vec<Alarm>,
    scheduled: VecDeque<(Value, Value)>,
    is_running: bool,
    are_off: bool,
    /// How often the loop looks at the world until it raises a `KeyboardInterrupt` that was put off; 0 without one.
    until_interrupt: u8,
}

impl Isolate {
    /// Lets a function be called for each event of a source, instead of the one before.
    pub fn set_handler(&mut self, handler: Handler) {
        match self.handler_mut(handler.source) {
            Some(known) => *known = handler,
            None => self.interrupts.handlers.push(handler),
        }
    }

    /// What is called for a source's events.
    pub fn handler_mut(&mut self, source: u16) -> Option<&mut Handler> {
        self.interrupts.handlers.iter_mut().find(|handler| handler.source == source)
    }

    /// Forgets what is called for a source's events.
    pub fn remove_handler(&mut self, source: u16) {
        self.interrupts.handlers.retain(|handler| handler.source != source);
    }

    /// Lets a source have an event at a moment of the clock that never goes back, and again after each period if that is
    /// not 0. It has none any more without a moment.
    pub fn set_alarm(&mut self, source: u16, at_ns: Option<u64>, period_ns: u64) {
        let alarms = &mut self.interrupts.alarms;
        alarms.retain(|alarm| alarm.source != source);
        if let Some(at_ns) = at_ns {
            alarms.push(Alarm { source, at_ns, period_ns });
        }
        self.hand_alarm_on();
    }

    /// Whether a source has an alarm.
    #[must_use]
    pub fn has_alarm(&self, source: u16) -> bool {
        self.interrupts.alarms.iter().any(|alarm| alarm.source == source)
    }

    fn next_alarm(&self) -> Option<u64> {
        self.interrupts.alarms.iter().map(|alarm| alarm.at_ns).min()
    }

    /// Whether handlers may run at all.
    fn may_handle(&self) -> bool {
        let Handlers { is_running, are_off, .. } = self.interrupts;
        !is_running && !are_off && self.native_depth < self.limits.native_depth
    }

    fn hand_alarm_on(&mut self) {
        let next = self.next_alarm();
        if let Some(hardware) = self.platform.hardware() {
            hardware.set_alarm(next);
        }
    }

    /// Calls a function with an argument soon: whether there was room for that.
    pub fn schedule(&mut self, function: Value, argument: Value) -> bool {
        let has_room = self.interrupts.scheduled.len() < MOST_SCHEDULED;
        if has_room {
            self.interrupts.scheduled.push_back((function, argument));
            self.call_attention();
        }
        has_room
    }

    /// Raises `KeyboardInterrupt` soon in what runs, once however often this is called until then: when it sleeps, or after
    /// some jumps and calls, so that who asks for it can prepare for it.
    pub fn schedule_interrupt(&mut self) {
        self.interrupts.until_interrupt = LOOKS_TO_INTERRUPT;
        self.call_attention();
    }

    /// Lets the loop look at the world at its next jump or call.
    fn call_attention(&mut self) {
        self.fuel.limit(1);
    }

    /// Leaves an event as the board's interrupts do, where a program simulates the board.
    pub fn leave_event(&mut self, event: Event) {
        if let Some(hardware) = self.platform.hardware() {
            hardware.leave_event(event);
        }
        self.call_attention();
    }

    /// A program has asked for the time, or something of the board. Where time stands still but for waits that takes some
    /// of it, so that a loop which asks again and again gets on.
    pub fn pass_time(&mut self, nanoseconds: u64) {
        let passed = self.platform.clock().simulate(Simulated::Passes(nanoseconds));
        if passed.is_ok() && self.time_to_alarm() == 0 {
            self.call_attention();
        }
    }

    /// Whether there is something for a handler.
    pub fn has_event(&mut self) -> bool {
        !self.interrupts.scheduled.is_empty()
            || self.interrupts.until_interrupt > 0
            || self.platform.hardware().is_some_and(|hardware| hardware.has_event())
    }

    /// Lets the board's interrupts reach the loop at once. The isolate must not move from now on, and
    /// [`set_attention`](ferropy_platform::hardware::Interrupts::set_attention) says how long.
    pub fn share_attention(&mut self) {
        if let Some(hardware) = self.platform.hardware() {
            self.fuel.share(hardware);
        }
    }

    /// Turns handlers on or off: whether they were on. What happens meanwhile is told later.
    pub fn enable_handlers(&mut self, on: bool) -> bool {
        let were_on = !core::mem::replace(&mut self.interrupts.are_off, !on);
        if on {
            self.call_attention();
        }
        were_on
    }

    /// Calls the handlers of what happened, and what was put off, but nothing that comes meanwhile through
    /// [`Isolate::schedule`]. What they raise is shown, and what runs goes on; except that a `KeyboardInterrupt` is meant
    /// for what runs.
    ///
    /// Calls Python, so it may only be called where native code may. Not while an exception is on its way.
    ///
    /// # Errors
    /// `KeyboardInterrupt`.
    #[cold]
    #[inline(never)]
    pub fn run_handlers(&mut self) -> Completion<()> {
        if !self.may_handle() {
            return Ok(());
        }
        let mut scheduled = self.interrupts.scheduled.len();
        let is_interrupted = self.interrupts.until_interrupt == 1;
        self.interrupts.until_interrupt = self.interrupts.until_interrupt.saturating_sub(1);
        let mut left = MOST_AT_ONCE;
        while left > 0
            && let Some(event) = self.take_event()
        {
            left -= 1;
            if let Some(handler) = self.handler_mut(event.source) {
                handler.flags = event.flags;
                let Handler { function, argument, is_hard, .. } = *handler;
                if !function.is_none() && !self.handle(function, argument, is_hard)? && is_hard {
                    self.end_hard(event.source);
                }
                if (source::TIMER..source::UART).contains(&event.source) && !self.has_alarm(event.source) {
                    self.remove_handler(event.source);
                }
            }
        }
        while scheduled > 0
            && let Some((function, argument)) = self.interrupts.scheduled.pop_front()
        {
            scheduled -= 1;
            self.handle(function, argument, false)?;
        }
        if left == 0 {
            self.fuel.limit(STEPS_BETWEEN);
        }
        if self.interrupts.until_interrupt > 0 {
            self.call_attention();
        }
        if is_interrupted { Err(raise::keyboard_interrupt(self)) } else { Ok(()) }
    }

    /// The next event: of those that interrupts left first, then of the alarms.
    fn take_event(&mut self) -> Option<Event> {
        if let Some(event) = self.platform.hardware().and_then(|hardware| hardware.take_event()) {
            return Some(event);
        }
        if self.interrupts.alarms.is_empty() {
            return None;
        }
        let now = self.platform.clock().monotonic_ns();
        let (place, alarm) = self.interrupts.alarms.iter_mut().enumerate().min_by_key(|(_, alarm)| alarm.at_ns)?;
        if alarm.at_ns > now {
            return None;
        }
        let source = alarm.source;
        if alarm.period_ns == 0 {
            self.interrupts.alarms.swap_remove(place);
        } else {
            // The next moment follows from this one and not from now, so that nothing adds up. Who is too far behind
            // does not catch up.
            let behind = now - alarm.at_ns;
            if behind / MOST_AT_ONCE > alarm.period_ns {
                alarm.at_ns = now - behind % alarm.period_ns;
            }
            alarm.at_ns = alarm.at_ns.saturating_add(alarm.period_ns);
        }
        self.hand_alarm_on();
        Some(Event { source, flags: 0 })
    }

    /// A handler that was to run in the interrupt itself has raised: it is not called again.
    fn end_hard(&mut self, source: u16) {
        if let Some(handler) = self.handler_mut(source) {
            handler.function = Value::NONE;
        }
        self.interrupts.alarms.retain(|alarm| alarm.source != source);
    }

    /// Calls a handler: whether it raised nothing.
    fn handle(&mut self, function: Value, argument: Value, is_hard: bool) -> Completion<bool> {
        self.interrupts.is_running = true;
        let done = self.call_between(function, &[argument]);
        self.interrupts.is_running = false;
        match done {
            Err(_) if !self.raised_is(TypeId::KEYBOARD_INTERRUPT) => {
                let exception = self.take_exception();
                if is_hard {
                    self.write_standard_error("Uncaught exception in IRQ callback handler\n");
                }
                let text = self.format_exception(exception);
                self.write_standard_error(&text);
                Ok(false)
            }
            Err(raised) => Err(raised),
            Ok(()) => Ok(true),
        }
    }

    /// Calls a function between two instructions of what runs, which notices nothing of it.
    ///
    /// # Errors
    /// What the function raises.
    pub(crate) fn call_between(&mut self, function: Value, args: &[Value]) -> Completion<()> {
        let handled = core::mem::replace(&mut self.thread.handled, Value::NONE);
        let result = self.generator_result;
        let done = self.scope(|iso| {
            for &value in [handled, result, function].iter().chain(args) {
                iso.keep(value);
            }
            iso.call(function, args).map(|_| ())
        });
        (self.thread.handled, self.generator_result) = (handled, result);
        done
    }

    /// Waits on the platform until that is done: events and Ctrl-C end its waits, and it is asked again after the handlers
    /// ran.
    ///
    /// # Errors
    /// `KeyboardInterrupt`; what the platform says as `OSError`.
    pub fn wait_for<T>(
        &mut self,
        mut wait: impl FnMut(&mut dyn ferropy_platform::Platform) -> Result<T, ferropy_platform::Error>,
    ) -> Completion<T> {
        loop {
            match wait(&mut *self.platform) {
                Err(ferropy_platform::Error::INTERRUPTED) => self.look_at_world()?,
                Err(error) => return Err(raise::os_error(self, error.code())),
                Ok(result) => return Ok(result),
            }
        }
    }

    /// Waits until a moment of the clock that never goes back; handlers run meanwhile.
    ///
    /// # Errors
    /// `KeyboardInterrupt`; what the platform says as `OSError`.
    pub fn sleep_until(&mut self, end_ns: u64) -> Completion<()> {
        let is_due = (1..=LOOKS_TO_INTERRUPT - LOOKS_TO_PREPARE).contains(&self.interrupts.until_interrupt);
        if is_due && self.may_handle() {
            self.interrupts.until_interrupt = 1;
            self.look_at_world()?;
        }
        loop {
            let now = self.platform.clock().monotonic_ns();
            // Not all platforms have an alarm that ends a wait.
            let next = self.next_alarm().filter(|_| self.may_handle()).map_or(end_ns, |at| at.min(end_ns));
            match self.platform.clock().sleep_ns(next.saturating_sub(now)) {
                Ok(()) if next == end_ns => return Ok(()),
                Ok(()) | Err(ferropy_platform::Error::INTERRUPTED) => self.look_at_world()?,
                Err(error) => return Err(raise::os_error(self, error.code())),
            }
        }
    }

    /// Waits until anything happens that a program may want to look at, but no longer than that many nanoseconds; handlers
    /// run then.
    ///
    /// # Errors
    /// `KeyboardInterrupt`; what the platform says as `OSError`.
    pub fn doze(&mut self, nanoseconds: u64) -> Completion<()> {
        /// Other threads want their turns, and nobody tells what they did.
        const TURN: u64 = 5_000_000;
        if self.has_other_threads() {
            return self.block_here(crate::WaitFor::Time, Some(nanoseconds.min(TURN))).map(drop);
        }
        let nanoseconds = nanoseconds.min(self.time_to_alarm());
        match self.platform.clock().doze_ns(nanoseconds) {
            Ok(()) | Err(ferropy_platform::Error::INTERRUPTED) => self.look_at_world(),
            Err(error) => Err(raise::os_error(self, error.code())),
        }
    }

    /// What a wait does when it is interrupted.
    ///
    /// # Errors
    /// `KeyboardInterrupt`.
    pub fn look_at_world(&mut self) -> Completion<()> {
        self.look_for_interrupt()?;
        self.look_for_signals()?;
        self.run_handlers()
    }

    /// Nanoseconds to the next alarm, which not all platforms let end a wait; 0 if a call is scheduled.
    pub fn time_to_alarm(&mut self) -> u64 {
        if !self.interrupts.scheduled.is_empty() && self.may_handle() {
            return 0;
        }
        let now = self.platform.clock().monotonic_ns();
        self.next_alarm().filter(|_| self.may_handle()).map_or(u64::MAX, |at| at.saturating_sub(now))
    }

    /// Whether something outside of the program may still make it go on.
    pub(crate) fn expects_events(&self) -> bool {
        let Handlers { handlers, alarms, scheduled, is_running, .. } = &self.interrupts;
        let nothing = handlers.is_empty() && alarms.is_empty() && scheduled.is_empty();
        !(nothing || *is_running) || self.signals.are_used()
    }

    /// The collector's part.
    pub(crate) fn mark_handlers(&mut self) {
        for handler in &self.interrupts.handlers {
            self.heap.mark(handler.function);
            self.heap.mark(handler.argument);
        }
        for &(function, argument) in &self.interrupts.scheduled {
            self.heap.mark(function);
            self.heap.mark(argument);
        }
    }
}
