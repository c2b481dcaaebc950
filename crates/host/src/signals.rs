//! Signals of the operating system. Each that somebody cares for gets a hook, for good, which does what its disposition
//! says: the process has one set of them, whatever isolates there are.

use crate::timers;
use ferropy_platform::signals::{Disposition, INTERRUPT, LAST, SignalTimer, TimerState};
use ferropy_platform::{Error, Signals};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{FORBIDDEN, SIGKILL, SIGSTOP};
use signal_hook::{flag, low_level};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A signal that is dealt with.
#[derive(Debug)]
struct Hook {
    came: Arc<AtomicBool>,
    /// Whether the system's own action is to be taken.
    by_default: Arc<AtomicBool>,
    disposition: Disposition,
}

/// What the signals' handlers reach.
struct Shared {
    /// Somebody wants to interrupt.
    interrupt: Arc<AtomicBool>,
    /// A signal came that has a hook, and nobody has looked which.
    came: Arc<AtomicBool>,
    /// The set of those that came and are to be noted.
    noted: AtomicU64,
    /// One byte for each signal comes out of the first, so that waits end.
    wake: Option<(UnixStream, UnixStream)>,
    hooks: Mutex<Vec<Option<Hook>>>,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let wake = UnixStream::pair().ok().map(|(out, into)| (out_of_the_way(out), out_of_the_way(into)));
    for end in wake.iter().flat_map(|(out, into)| [out, into]) {
        // A byte that finds no room is one too many.
        let _ = end.set_nonblocking(true);
    }
    Shared {
        interrupt: Arc::default(),
        came: Arc::default(),
        noted: AtomicU64::new(0),
        wake,
        hooks: Mutex::new((0..=LAST).map(|_| None).collect()),
    }
});

/// Programs don't get numbers from here on for their first files.
const HIGH: i32 = 200;

/// The same under such a number.
fn out_of_the_way(end: UnixStream) -> UnixStream {
    rustix::io::fcntl_dupfd_cloexec(&end, HIGH).map_or(end, UnixStream::from)
}

/// Makes Ctrl-C a wish that the running isolate learns of, instead of the end of the process. Where whoever started the
/// process wants it to ignore Ctrl-C, as shells do for programs in the background, it stays so.
pub fn install_interrupt_handler() {
    if ignored_at_start() >> (INTERRUPT - 1) & 1 == 1 {
        return;
    }
    // Where that is refused, Ctrl-C ends the process.
    let _ = set_disposition(INTERRUPT, Disposition::Interrupt);
}

/// As if the user had pressed Ctrl-C.
pub fn request_interrupt() {
    SHARED.interrupt.store(true, Ordering::Relaxed);
    wake();
}

/// Ends the process as the interrupt would have that nobody deals with, so that whoever started it learns of that.
pub fn end_by_interrupt() {
    let _ = low_level::emulate_default_handler(INTERRUPT as i32);
}

/// Waits until a signal comes that has a hook, somebody calls [`wake`], or the time is over.
pub fn pause(time: Duration) {
    let Some(end) = wake_end() else { return std::thread::sleep(time) };
    let time = Timespec { tv_sec: time.as_secs() as i64, tv_nsec: time.subsec_nanos().into() };
    if !SHARED.came.load(Ordering::Relaxed) && poll(&mut [PollFd::new(end, PollFlags::IN)], Some(&time)) != Ok(0) {
        forget_wakes();
    }
}

/// Ends a wait that somebody else is in.
pub fn wake() {
    if let Some((_, into)) = &SHARED.wake {
        let _ = std::io::Write::write(&mut &*into, b"\0");
    }
}

/// What can be read when a signal came or somebody called [`wake`].
pub(crate) fn wake_end() -> Option<&'static UnixStream> {
    SHARED.wake.as_ref().map(|(out, _)| out)
}

/// Takes out of [`wake_end`] what is there.
pub(crate) fn forget_wakes() {
    if let Some(mut out) = wake_end() {
        let mut bytes = [0; 64];
        while matches!(std::io::Read::read(&mut out, &mut bytes), Ok(count) if count == bytes.len()) {}
    }
}

/// Whether an interrupt waits to be taken.
pub(crate) fn interrupt_waits() -> bool {
    sort();
    SHARED.interrupt.load(Ordering::Relaxed)
}

/// Whether an interrupt waits; it is taken.
pub fn take_interrupt() -> bool {
    interrupt_waits() && SHARED.interrupt.swap(false, Ordering::Relaxed)
}

/// Whether something waits that a wait must end for.
pub(crate) fn attention_waits() -> bool {
    interrupt_waits() || SHARED.noted.load(Ordering::Relaxed) != 0
}

/// Forgets the signals that nobody will ask for any more.
pub(crate) fn forget_noted() {
    SHARED.noted.store(0, Ordering::Relaxed);
}

/// Looks which signals came.
#[inline]
fn sort() {
    if SHARED.came.load(Ordering::Relaxed) {
        sort_signals();
    }
}

#[cold]
fn sort_signals() {
    SHARED.came.store(false, Ordering::Relaxed);
    for (number, hook) in hooks().iter().enumerate().skip(1) {
        let Some(hook) = hook.as_ref().filter(|hook| hook.came.swap(false, Ordering::Relaxed)) else { continue };
        match hook.disposition {
            Disposition::Note => drop(SHARED.noted.fetch_or(1 << (number - 1), Ordering::Relaxed)),
            Disposition::Interrupt => SHARED.interrupt.store(true, Ordering::Relaxed),
            Disposition::Default | Disposition::Ignore => {}
        }
    }
}

fn hooks() -> MutexGuard<'static, Vec<Option<Hook>>> {
    SHARED.hooks.lock().unwrap_or_else(PoisonError::into_inner)
}

fn new_hook(signal: i32) -> Result<Hook, Error> {
    let failed = |error: std::io::Error| crate::error::convert(&error);
    let hook = Hook { came: Arc::default(), by_default: Arc::default(), disposition: Disposition::Ignore };
    // This comes first: who hears of the signal may set its disposition before the handler has ended.
    flag::register_conditional_default(signal, Arc::clone(&hook.by_default)).map_err(failed)?;
    flag::register(signal, Arc::clone(&hook.came)).map_err(failed)?;
    flag::register(signal, Arc::clone(&SHARED.came)).map_err(failed)?;
    if let Some((_, into)) = &SHARED.wake {
        let copy = rustix::io::fcntl_dupfd_cloexec(into, HIGH).map(UnixStream::from);
        low_level::pipe::register(signal, copy.map_err(crate::error::from_number)?).map_err(failed)?;
    }
    Ok(hook)
}

fn set_disposition(signal: u32, disposition: Disposition) -> Result<(), Error> {
    let number = signal as i32;
    let mut hooks = hooks();
    let place = hooks.get_mut(signal as usize).filter(|_| signal > 0).ok_or(Error::INVALID)?;
    // Those for faults of the machine itself are left to the system.
    if matches!(number, SIGKILL | SIGSTOP) {
        return Err(Error::INVALID);
    }
    if FORBIDDEN.contains(&number) || place.is_none() && disposition == Disposition::Default {
        return Ok(());
    }
    if place.is_none() {
        *place = Some(new_hook(number)?);
    }
    if let Some(hook) = place {
        if hook.disposition != disposition {
            let_arrive(signal);
        }
        hook.by_default.store(disposition == Disposition::Default, Ordering::Relaxed);
        hook.disposition = disposition;
    }
    Ok(())
}

/// A signal may have been sent that its thread, which does nothing else, has had no time to take: it still gets what was
/// meant for it.
fn let_arrive(signal: u32) {
    const LOOKS: u32 = 200;
    const PAUSE: Duration = Duration::from_micros(500);
    let bit = signal.checked_sub(1).and_then(|place| 1u64.checked_shl(place)).unwrap_or(0);
    for _ in 0..LOOKS {
        if set_in_status("ShdPnd:") & bit == 0 {
            return;
        }
        std::thread::sleep(PAUSE);
    }
}

/// A set of signals that Linux tells of this process; empty elsewhere.
fn set_in_status(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|digits| u64::from_str_radix(digits.trim(), 16).ok()).unwrap_or(0)
}

/// The signals that whoever started the process wanted it to ignore, and those that the language's start has it ignore.
fn ignored_at_start() -> u64 {
    set_in_status("SigIgn:")
}

/// The signals of the process.
#[derive(Debug, Default)]
pub(crate) struct HostSignals {
    ignored_at_start: Option<u64>,
}

impl Signals for HostSignals {
    fn disposition(&mut self, signal: u32) -> Disposition {
        if let Some(Some(hook)) = hooks().get(signal as usize) {
            return hook.disposition;
        }
        let ignored = *self.ignored_at_start.get_or_insert_with(ignored_at_start);
        let bit = signal.checked_sub(1).and_then(|place| 1u64.checked_shl(place)).unwrap_or(0);
        if ignored & bit != 0 { Disposition::Ignore } else { Disposition::Default }
    }

    fn set_disposition(&mut self, signal: u32, disposition: Disposition) -> Result<(), Error> {
        self.ignored_at_start.get_or_insert_with(ignored_at_start);
        set_disposition(signal, disposition)
    }

    fn take_signals(&mut self) -> u64 {
        sort();
        if SHARED.noted.load(Ordering::Relaxed) == 0 { 0 } else { SHARED.noted.swap(0, Ordering::Relaxed) }
    }

    fn act_by_default(&mut self, signal: u32) {
        let _ = low_level::emulate_default_handler(signal as i32);
    }

    fn set_timer(&mut self, timer: SignalTimer, state: TimerState) -> Result<TimerState, Error> {
        timers::set(timer, state)
    }

    fn timer(&mut self, timer: SignalTimer) -> TimerState {
        timers::state(timer)
    }
}
