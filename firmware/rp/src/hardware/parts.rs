//! Interrupts of the parts that programs use by their registers: each leaves an event, and what has to go on before the
//! program can look at it is turned off until then.

use super::events;
use embassy_rp::interrupt::{self, InterruptExt};
use embassy_rp::pac;
use ferropy_platform::hardware::source;

/// Lets the interrupts come through.
pub(super) fn start() {
    // SAFETY: the handlers touch nothing but the parts' own registers and the ring of events.
    unsafe {
        interrupt::PIO0_IRQ_0.enable();
        interrupt::PIO1_IRQ_0.enable();
        interrupt::DMA_IRQ_0.enable();
        interrupt::I2C0_IRQ.enable();
        interrupt::I2C1_IRQ.enable();
    }
}

/// No part interrupts, and no state machine runs.
pub(super) fn quiet() {
    for block in [pac::PIO0, pac::PIO1] {
        block.ctrl().write_value(pac::pio::regs::Ctrl(0));
        block.irqs(0).inte().write_value(pac::pio::regs::Intr(0));
    }
    for bus in [pac::I2C0, pac::I2C1] {
        bus.ic_intr_mask().write_value(pac::i2c::regs::IcIntrMask(0));
    }
}

/// The flags of the state machines are taken back; a FIFO interrupts no more, for it would again at once.
fn serve_pio(number: u16, block: pac::pio::Pio) {
    let causes = block.irqs(0).ints().read().0;
    block.irq().write_value(pac::pio::regs::Irq(causes >> 8));
    block.irqs(0).inte().modify(|enabled| enabled.0 &= !(causes & 0xff));
    events::leave(source::PIO + number, causes as u16);
    for machine in 0..4 {
        if causes & 0x100 << machine != 0 {
            events::leave(source::STATE_MACHINE + number * 4 + machine, 1);
        }
    }
}

#[embassy_rp::interrupt]
fn PIO0_IRQ_0() {
    serve_pio(0, pac::PIO0);
}

#[embassy_rp::interrupt]
fn PIO1_IRQ_0() {
    serve_pio(1, pac::PIO1);
}

#[embassy_rp::interrupt]
fn DMA_IRQ_0() {
    let done = pac::DMA.ints(0).read();
    pac::DMA.ints(0).write_value(done);
    (0..12).filter(|channel| done & 1 << channel != 0).for_each(|channel| events::leave(source::DMA + channel, 1));
}

/// A controller waits for its target with the clock held: it can be served between two instructions of the program.
fn serve_i2c(number: u16, bus: pac::i2c::I2c) {
    bus.ic_intr_mask().write_value(pac::i2c::regs::IcIntrMask(0));
    events::leave(source::I2C + number, 1);
}

#[embassy_rp::interrupt]
fn I2C0_IRQ() {
    serve_i2c(0, pac::I2C0);
}

#[embassy_rp::interrupt]
fn I2C1_IRQ() {
    serve_i2c(1, pac::I2C1);
}
