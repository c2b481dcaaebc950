//! Time: the microseconds since the board started, and how far the date is ahead of them.

use core::cell::Cell;
use critical_section::Mutex;
use embassy_rp::interrupt::{self, InterruptExt};
use embassy_rp::pac;
use embassy_time::Instant;

/// Nanoseconds from 1970 to when the board started; 2021-01-01 until somebody sets the clock, as MicroPython has it.
static EPOCH: Mutex<Cell<i64>> = Mutex::new(Cell::new(1_609_459_200_000_000_000));

/// The alarm that ends a sleep; the driver of `embassy_time` uses the first one.
const ALARM: usize = 1;

/// Makes the alarm work.
pub(crate) fn start() {
    pac::TIMER.inte().modify(|enabled| enabled.set_alarm(ALARM, true));
    // SAFETY: the handler below only clears the alarm.
    unsafe { interrupt::TIMER_IRQ_1.enable() };
}

/// Microseconds since the board started.
pub(crate) fn microseconds() -> u64 {
    Instant::now().as_micros()
}

/// Nanoseconds since 1970.
pub(crate) fn wall_ns() -> i64 {
    critical_section::with(|section| EPOCH.borrow(section).get()) + microseconds() as i64 * 1000
}

/// Sets the date.
pub(crate) fn set_wall_ns(now: i64) {
    let epoch = now - microseconds() as i64 * 1000;
    critical_section::with(|section| EPOCH.borrow(section).set(epoch));
}

/// Sleeps until something happens (an interrupt), or the time comes.
pub(crate) fn wait_until(microseconds: u64) {
    // The alarm compares the lower half: a longer sleep wakes early, and its caller sleeps again.
    pac::TIMER.alarm(ALARM).write_value(microseconds as u32);
    if self::microseconds() < microseconds {
        cortex_m::asm::wfe();
    }
}

#[embassy_rp::interrupt]
fn TIMER_IRQ_1() {
    pac::TIMER.intr().write(|pending| pending.set_alarm(ALARM, true));
    cortex_m::asm::sev();
}
