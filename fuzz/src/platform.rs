//! A world without files, input or time, that remembers what was printed.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use ferropy_platform::{Clock, Console, Entropy, Error, Files, Process, Stream, Whole};

/// Most bytes remembered.
const MOST_BYTES: usize = 1 << 20;
/// How often Ctrl-C is pressed before the program is given up.
const MOST_INTERRUPTS: u32 = 3;

/// How often a long computation may look for Ctrl-C before it is pressed.
const MOST_LOOKS: u64 = 200_000;

thread_local! {
    /// How often the running program's long computations have looked.
    static LOOKS: Cell<u64> = const { Cell::new(0) };
}

/// What a program is left with that Ctrl-C does not end: as in CPython, it may catch `KeyboardInterrupt` for ever.
pub(crate) struct Unstoppable;

#[derive(Default)]
pub(crate) struct Quiet {
    output: Output,
    ticks: u64,
    /// How often the isolate may ask still before the user presses Ctrl-C.
    patience: u64,
    interrupts: u32,
    interrupted: Arc<AtomicBool>,
}

/// What was printed, readable while the platform belongs to an isolate.
#[derive(Clone, Default)]
pub(crate) struct Output(Arc<Mutex<Vec<u8>>>);

impl Output {
    pub(crate) fn text(&self) -> String {
        self.0.lock().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }
}

impl Quiet {
    /// A world whose user waits until the isolate asked so often for an interrupt.
    pub(crate) fn new(patience: u64) -> Quiet {
        LOOKS.set(0);
        Quiet { patience, ..Quiet::default() }
    }

    pub(crate) fn output(&self) -> Output {
        self.output.clone()
    }

    /// Whether the program was interrupted, readable while the platform belongs to an isolate.
    pub(crate) fn interrupted(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.interrupted)
    }
}

impl Whole for Quiet {
    const NAME: &'static str = "fuzz";
}

impl Console for Quiet {
    fn write(&mut self, _: Stream, bytes: &[u8]) -> Result<(), Error> {
        if let Ok(mut output) = self.output.0.lock()
            && output.len() < MOST_BYTES
        {
            output.extend_from_slice(bytes);
        }
        Ok(())
    }

    fn read(&mut self, _: &mut [u8]) -> Result<usize, Error> {
        Ok(0)
    }

    fn is_terminal(&self, _: u32) -> bool {
        false
    }

    fn take_interrupt(&mut self) -> bool {
        self.patience = self.patience.saturating_sub(1);
        if self.patience > 0 && LOOKS.get() <= MOST_LOOKS {
            return false;
        }
        LOOKS.set(0);
        self.interrupted.store(true, Ordering::Relaxed);
        self.interrupts += 1;
        if self.interrupts > MOST_INTERRUPTS {
            // The program catches each one and goes on, in code called from Rust, which no budget stops.
            std::panic::resume_unwind(Box::new(Unstoppable));
        }
        true
    }

    fn interrupt_flag(&self) -> Option<fn() -> bool> {
        Some(look)
    }
}

/// Counts a look of a long computation; whether the user has lost patience.
fn look() -> bool {
    LOOKS.set(LOOKS.get() + 1);
    LOOKS.get() > MOST_LOOKS
}

impl Clock for Quiet {
    fn monotonic_ns(&mut self) -> u64 {
        self.ticks += 1000;
        self.ticks
    }

    fn wall_ns(&mut self) -> i128 {
        i128::from(self.monotonic_ns())
    }

    fn sleep_ns(&mut self, nanoseconds: u64) -> Result<(), Error> {
        self.ticks = self.ticks.saturating_add(nanoseconds);
        Ok(())
    }
}

impl Entropy for Quiet {
    fn fill(&mut self, buffer: &mut [u8]) -> Result<(), Error> {
        buffer.fill(7);
        Ok(())
    }
}

impl Files for Quiet {}

impl Process for Quiet {}
