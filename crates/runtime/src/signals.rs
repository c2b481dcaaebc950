//! Functions of a program that are called when a signal comes.
//!
//! The platform notes signals ([`ferropy_platform::Signals`]). The main thread calls their functions between two
//! instructions and in its waits, which go on afterwards; what a function raises, the main thread raises there. A signal
//! that is blocked waits.

use crate::exceptions::raise;
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;
use ferropy_platform::signals::{Disposition, INTERRUPT, LAST};
use ferropy_platform::{Error, FileId};

/// Whether programs can deal with signals at all.
const ARE_THERE: bool = cfg!(feature = "signals");

/// What a program does about signals.
#[derive(Debug, Default)]
pub(crate) struct ProgramSignals {
    /// Numbers and what is called.
    functions: Vec<(u32, Value)>,
    /// The set of those that came, and of those that wait for better times.
    came: u64,
    blocked: u64,
    /// What is to happen to those that are blocked and would not be noted else, when they are not blocked any more.
    held: Vec<(u32, Disposition)>,
    /// Whether the program deals with signals at all.
    is_used: bool,
    /// Somebody waits until some function was called.
    is_pausing: bool,
    /// Gets the number of each signal as a byte.
    wakeup: Option<FileId>,
}

impl ProgramSignals {
    /// Whether the program deals with signals: never where there are none.
    #[inline]
    pub(crate) fn are_used(&self) -> bool {
        ARE_THERE && self.is_used
    }

    /// Whether one of a set came; without a set, whether a pause is over.
    pub(crate) fn is_there(&self, set: Option<u64>) -> bool {
        set.map_or(!self.is_pausing, |set| self.came & set != 0)
    }

    /// The first signal of a set that came, which is forgotten.
    fn take(&mut self, set: u64) -> Option<u32> {
        let place = (self.came & set).trailing_zeros();
        self.came &= !1u64.checked_shl(place)?;
        Some(place + 1)
    }
}

/// The set of one signal.
fn bit(signal: u32) -> u64 {
    signal.checked_sub(1).and_then(|place| 1u64.checked_shl(place)).unwrap_or(0)
}

impl Isolate {
    /// Whether the program has ever said what shall happen when signals come.
    #[must_use]
    pub fn deals_with_signals(&self) -> bool {
        self.signals.are_used()
    }

    /// What is called for a signal.
    #[must_use]
    pub fn signal_function(&self, signal: u32) -> Option<Value> {
        self.signals.functions.iter().find(|&&(number, _)| number == signal).map(|&(_, function)| function)
    }

    /// Lets that happen when a signal comes; a function is called if there is one.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where there are no signals; what the platform reports.
    pub fn set_signal(&mut self, signal: u32, how: Disposition, function: Option<Value>) -> Result<(), Error> {
        let is_blocked = self.signals.blocked & bit(signal) != 0;
        let is_held = is_blocked && matches!(how, Disposition::Default | Disposition::Interrupt);
        let signals = self.platform.signals().ok_or(Error::UNSUPPORTED)?;
        signals.set_disposition(signal, if is_held { Disposition::Note } else { how })?;
        self.signals.is_used = true;
        self.signals.held.retain(|&(number, _)| number != signal);
        self.signals.held.extend(is_held.then_some((signal, how)));
        self.signals.functions.retain(|&(number, _)| number != signal);
        self.signals.functions.extend(function.map(|function| (signal, function)));
        Ok(())
    }

    /// The set of signals that wait until they are not blocked any more.
    #[must_use]
    pub fn blocked_signals(&self) -> u64 {
        self.signals.blocked
    }

    /// Sets it. What came of those that are not blocked any more happens now, but for the calls of functions.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where there are no signals; what the platform reports.
    pub fn block_signals(&mut self, set: u64) -> Result<(), Error> {
        self.signals.is_used = true;
        let before = core::mem::replace(&mut self.signals.blocked, set);
        for signal in (1..=LAST).filter(|&signal| set & !before & bit(signal) != 0) {
            let signals = self.platform.signals().ok_or(Error::UNSUPPORTED)?;
            let how = signals.disposition(signal);
            // Those that can't be blocked are not.
            if matches!(how, Disposition::Default | Disposition::Interrupt)
                && signals.set_disposition(signal, Disposition::Note).is_ok()
            {
                self.signals.held.push((signal, how));
            }
        }
        self.note_signals();
        let (held, ended) =
            core::mem::take(&mut self.signals.held).into_iter().partition(|held| set & bit(held.0) != 0);
        self.signals.held = held;
        for (signal, how) in ended {
            let came = self.signals.take(bit(signal)).is_some();
            let signals = self.platform.signals().ok_or(Error::UNSUPPORTED)?;
            signals.set_disposition(signal, how)?;
            match how {
                Disposition::Default if came => signals.act_by_default(signal),
                Disposition::Interrupt if came => self.interrupt_main(),
                _ => {}
            }
        }
        Ok(())
    }

    /// What happens when a signal comes, or would if it were not blocked.
    pub fn signal_disposition(&mut self, signal: u32) -> Disposition {
        let held = self.signals.held.iter().find(|held| held.0 == signal);
        let known = held.map(|held| held.1);
        known.or_else(|| Some(self.platform.signals()?.disposition(signal))).unwrap_or(Disposition::Default)
    }

    /// Each signal's number shall be written as a byte to an open file.
    pub fn set_signal_file(&mut self, file: Option<FileId>) {
        self.signals.wakeup = file;
    }

    /// The set of signals that came and wait.
    pub fn waiting_signals(&mut self) -> u64 {
        if !self.signals.are_used() {
            return 0;
        }
        self.note_signals();
        self.signals.came
    }

    /// The first signal of a set that came; its function is not called.
    pub fn take_signal(&mut self, set: u64) -> Option<u32> {
        self.waiting_signals();
        self.signals.take(set)
    }

    /// A pause begins: it lasts until the next call of a signal's function.
    pub fn begin_pause(&mut self) {
        self.signals.is_pausing = true;
    }

    /// As if the signal had come, if the program does something about it.
    pub fn simulate_signal(&mut self, signal: u32) {
        if self.signals.are_used() && self.signal_function(signal).is_some() {
            self.signals.came |= bit(signal);
            self.call_main();
        } else if signal == INTERRUPT
            && (!self.signals.are_used() || self.signal_disposition(signal) == Disposition::Interrupt)
        {
            self.interrupt_main();
        }
    }

    fn note_signals(&mut self) {
        if let Some(signals) = self.platform.signals() {
            self.signals.came |= signals.take_signals();
        }
    }

    /// Looks which signals came: calls their functions if the main thread runs, and lets it do so else.
    ///
    /// Calls Python, so it may only be called where native code may. Not while an exception is on its way.
    ///
    /// # Errors
    /// What a function raises.
    #[inline]
    pub fn look_for_signals(&mut self) -> Completion<()> {
        if self.signals.are_used() { self.deal_with_signals() } else { Ok(()) }
    }

    #[cold]
    fn deal_with_signals(&mut self) -> Completion<()> {
        if !self.has_signal() {
            return Ok(());
        }
        if self.main_is_running() {
            return self.call_signal_functions();
        }
        self.call_main();
        Ok(())
    }

    /// Whether a signal waits for its function. While the main thread is at a prompt it waits for it to come back.
    pub(crate) fn has_signal(&mut self) -> bool {
        self.signals.are_used() && !self.threads.main_is_away() && self.waiting_signals() & !self.signals.blocked != 0
    }

    /// The main thread shall call the functions of signals that came, if any did.
    pub(crate) fn tell_main_of_signals(&mut self) {
        if self.has_signal() {
            self.call_main();
        }
    }

    fn call_main(&mut self) {
        self.threads.main_is_called(true);
        self.fuel.limit(1);
    }

    /// Deals with Ctrl-C in the main thread.
    ///
    /// # Errors
    /// `KeyboardInterrupt`, but where the program wants something else.
    pub(crate) fn obey_interrupt(&mut self) -> Completion<()> {
        if self.signals.are_used() {
            if self.signal_function(INTERRUPT).is_some() {
                self.simulate_signal(INTERRUPT);
                return Ok(());
            }
            let how = self.platform.signals().map(|signals| signals.disposition(INTERRUPT));
            if how == Some(Disposition::Ignore) {
                return Ok(());
            }
        }
        Err(raise::keyboard_interrupt(self))
    }

    /// Calls the functions of the signals that came.
    ///
    /// # Errors
    /// What a function raises; the signals behind that one wait.
    pub(crate) fn call_signal_functions(&mut self) -> Completion<()> {
        self.threads.main_is_called(false);
        if !self.signals.are_used() {
            return Ok(());
        }
        while let Some(signal) = self.signals.take(!self.signals.blocked) {
            self.signals.is_pausing = false;
            if let Some(file) = self.signals.wakeup {
                // A file without room has been written to, which is what its reader waits for.
                let _ = self.platform.files().write(file, &[signal as u8]);
            }
            let Some(function) = self.signal_function(signal) else { continue };
            let frame = self.frame_object(0)?.unwrap_or(Value::NONE);
            self.call_between(function, &[Value::small_int(i64::from(signal)), frame])?;
        }
        Ok(())
    }

    /// The collector's part.
    pub(crate) fn mark_signals(&mut self) {
        for &(_, function) in &self.signals.functions {
            self.heap.mark(function);
        }
    }
}
