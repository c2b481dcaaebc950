//! What interrupts leave for the program: a ring of events, and an alarm.

use crate::clock;
use core::cell::{Cell, RefCell};
use core::sync::atomic::{AtomicBool, Ordering};
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

/// The alarm of the chip's timer that is used here.
const ALARM: usize = 2;

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

/// Ends waits.
fn call_attention() {
    WAITS.store(true, Ordering::Relaxed);
    cortex_m::asm::sev();
}

/// Whether there is something to tell.
pub(crate) fn wait() -> bool {
    WAITS.load(Ordering::Relaxed)
}

/// Forgets everything.
pub(super) fn clear() {
    set_alarm(u64::MAX);
    critical_section::with(|section| RING.borrow_ref_mut(section).used = 0);
    WAITS.store(false, Ordering::Relaxed);
}

fn take() -> Option<Event> {
    critical_section::with(|section| {
        let ring = &mut *RING.borrow_ref_mut(section);
        if ring.used == 0 {
            WAITS.store(clock::microseconds() >= ALARM_AT.borrow(section).get(), Ordering::Relaxed);
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
    pac::TIMER.alarm(ALARM).write_value(at as u32);
    if at <= clock::microseconds() {
        call_attention();
    }
}

#[embassy_rp::interrupt]
fn TIMER_IRQ_2() {
    pac::TIMER.intr().write(|pending| pending.set_alarm(ALARM, true));
    let at = critical_section::with(|section| ALARM_AT.borrow(section).get());
    if at <= clock::microseconds() {
        call_attention();
    } else if at != u64::MAX {
        // The alarm compares the lower half: this one was for an earlier hour.
        pac::TIMER.alarm(ALARM).write_value(at as u32);
    }
}

impl Interrupts for crate::platform::Board {
    fn take_event(&mut self) -> Option<Event> {
        if wait() { take() } else { None }
    }

    fn set_alarm(&mut self, monotonic_ns: Option<u64>) {
        set_alarm(monotonic_ns.map_or(u64::MAX, |at| at.div_ceil(1000)));
    }
}
