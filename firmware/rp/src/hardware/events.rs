//! What interrupts leave for the program: a ring of events, and an alarm.
//!
//! Who leaves something ends the program's waits, and takes the interpreter's fuel away so that it looks here at its next jump
//! or call. The interpreter counts the fuel down without a lock: what is stored just between its reading and its writing is
//! lost, and so an alarm stores once more a few microseconds later.

use crate::clock;
use core::cell::{Cell, RefCell};
use core::ptr::null_mut;
use core::sync::atomic::{AtomicBool, AtomicPtr, AtomicU32, Ordering};
use critical_section::Mutex;
use embassy_rp::interrupt::{self, InterruptExt};
use embassy_rp::pac;
use ferropy_platform::hardware::{Event, Interrupts};

/// Events that nobody has taken. What comes when it is full is lost, as in MicroPython, whose queue holds eight.
struct Ring {
    events: [Event; 16],
    start: u8,
    used: u8,
}

const NONE: Event = Event { source: 0, flags: 0 };

static RING: Mutex<RefCell<Ring>> = Mutex::new(RefCell::new(Ring { events: [NONE; 16], start: 0, used: 0 }));

/// Whether there is an event, or the alarm's moment has come: a look at it needs no lock.
static WAITS: AtomicBool = AtomicBool::new(false);

/// The moment of the alarm, in microseconds since the board started.
static ALARM_AT: Mutex<Cell<u64>> = Mutex::new(Cell::new(u64::MAX));

/// Where the interpreter counts the steps to its next look at the world; null for nowhere.
static FUEL: AtomicPtr<AtomicU32> = AtomicPtr::new(null_mut());

/// The alarm of the chip's timer that is used here.
const ALARM: usize = 2;

/// After so many microseconds the interpreter is called once more, if it has not come. It needs a few to get here.
const AGAIN: u32 = 24;

/// Makes the alarm work.
pub(super) fn start() {
    pac::TIMER.inte().modify(|enabled| enabled.set_alarm(ALARM, true));
    // SAFETY: the handler below only sets the alarm anew and leaves a sign.
    unsafe { interrupt::TIMER_IRQ_2.enable() };
}

/// Leaves an event for the program. For interrupts.
pub(crate) fn leave(source: u16, flags: u16) {
    critical_section::with(|section| {
        let ring = &mut *RING.borrow_ref_mut(section);
        if usize::from(ring.used) < ring.events.len() {
            let place = usize::from(ring.start + ring.used) % ring.events.len();
            ring.events[place] = Event { source, flags };
            ring.used += 1;
        }
    });
    call_attention();
}

/// Ends waits and calls the interpreter, now and once more.
fn call_attention() {
    WAITS.store(true, Ordering::Relaxed);
    take_fuel();
    pac::TIMER.alarm(ALARM).write_value(pac::TIMER.timerawl().read().wrapping_add(AGAIN));
    cortex_m::asm::sev();
}

fn take_fuel() {
    // SAFETY: null, or the counter of the interpreter that lives, which does not move: `clear` comes before its end. A
    // counter is written by storing only.
    if let Some(fuel) = unsafe { FUEL.load(Ordering::Relaxed).as_ref() } {
        fuel.store(1, Ordering::Relaxed);
    }
}

/// Whether there is something to tell.
pub(crate) fn wait() -> bool {
    WAITS.load(Ordering::Relaxed)
}

/// Forgets everything.
pub(super) fn clear() {
    FUEL.store(null_mut(), Ordering::Relaxed);
    set_alarm(u64::MAX);
    critical_section::with(|section| RING.borrow_ref_mut(section).used = 0);
    WAITS.store(false, Ordering::Relaxed);
}

fn take() -> Option<Event> {
    critical_section::with(|section| {
        let ring = &mut *RING.borrow_ref_mut(section);
        if ring.used == 0 {
            let at = ALARM_AT.borrow(section).get();
            WAITS.store(clock::microseconds() >= at, Ordering::Relaxed);
            // The alarm may have been used to call once more.
            arm(at);
            return None;
        }
        let event = ring.events[usize::from(ring.start)];
        ring.start = (ring.start + 1) % ring.events.len() as u8;
        ring.used -= 1;
        Some(event)
    })
}

fn set_alarm(at: u64) {
    critical_section::with(|section| ALARM_AT.borrow(section).set(at));
    arm(at);
    if at <= clock::microseconds() {
        call_attention();
    }
}

fn arm(at: u64) {
    if at == u64::MAX {
        pac::TIMER.armed().write_value(pac::timer::regs::Armed(1 << ALARM));
    } else {
        pac::TIMER.alarm(ALARM).write_value(at as u32);
    }
}

#[embassy_rp::interrupt]
fn TIMER_IRQ_2() {
    pac::TIMER.intr().write(|pending| pending.set_alarm(ALARM, true));
    let at = critical_section::with(|section| ALARM_AT.borrow(section).get());
    if wait() {
        take_fuel();
    } else if at <= clock::microseconds() {
        call_attention();
    } else {
        // The alarm compares the lower half: this one was for an earlier hour.
        arm(at);
    }
}

impl Interrupts for crate::platform::Board {
    fn take_event(&mut self) -> Option<Event> {
        if wait() { take() } else { None }
    }

    fn has_event(&self) -> bool {
        wait()
    }

    fn set_alarm(&mut self, monotonic_ns: Option<u64>) {
        set_alarm(monotonic_ns.map_or(u64::MAX, |at| at.div_ceil(1000)));
    }

    fn set_attention(&mut self, fuel: &AtomicU32) {
        FUEL.store(core::ptr::from_ref(fuel).cast_mut(), Ordering::Relaxed);
    }
}
