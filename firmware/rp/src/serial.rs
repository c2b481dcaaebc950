//! The tasks that serve USB, in an interrupt of low priority.

use crate::usb;
use embassy_executor::InterruptExecutor;
use embassy_rp::Peri;
use embassy_rp::interrupt::{self, InterruptExt, Priority};
use embassy_rp::peripherals::USB;

static EXECUTOR: InterruptExecutor = InterruptExecutor::new();

#[embassy_rp::interrupt]
unsafe fn SWI_IRQ_1() {
    // SAFETY: this is the interrupt that the executor was started for.
    unsafe { EXECUTOR.on_interrupt() }
}

/// Starts the tasks.
pub(crate) fn start(usb: Peri<'static, USB>) {
    interrupt::SWI_IRQ_1.set_priority(Priority::P3);
    let spawner = EXECUTOR.start(interrupt::SWI_IRQ_1);
    if let Ok(serve) = usb::serve(usb) {
        spawner.spawn(serve);
    }
}
