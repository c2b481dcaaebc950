//! The UARTs, with what waits on both sides of them. RP2040 datasheet 4.2.
//!
//! UART0 is a line of the prompt until a program opens it, and again when the program has ended.

use super::buses::{function, give_pin, part, reset};
use super::events;
use super::power::peripheral_hertz;
use super::ring::Ring;
use crate::console;
use core::cell::RefCell;
use critical_section::Mutex;
use embassy_rp::interrupt::{self, InterruptExt};
use embassy_rp::pac;
use embassy_rp::pac::uart::{Uart as Registers, regs};
use ferropy_platform::Error;
use ferropy_platform::hardware::{Uart, UartState, source};
use portable_atomic::Ordering;

/// Bits of the flag register.
const BUSY: u32 = 1 << 3;
const NOTHING_RECEIVED: u32 = 1 << 4;
const CANNOT_SEND: u32 = 1 << 5;
const ALL_SENT: u32 = 1 << 7;
/// Bits of the interrupt registers.
const RECEIVED: u32 = 1 << 4;
const SENT: u32 = 1 << 5;
const IDLE: u32 = 1 << 6;
const BREAK: u32 = 1 << 9;
/// A received word is a break.
const IS_BREAK: u32 = 1 << 10;

struct Line {
    received: Ring,
    sending: Ring,
    /// Of which interrupts the program wants to know.
    watched: u32,
    is_console: bool,
}

static LINES: [Mutex<RefCell<Line>>; 2] = [const { Mutex::new(RefCell::new(Line::CLOSED)) }; 2];

const fn registers(number: u8) -> Registers {
    if number == 0 { pac::UART0 } else { pac::UART1 }
}

fn with_line<T>(number: u8, work: impl FnOnce(&mut Line) -> T) -> T {
    critical_section::with(|section| work(&mut LINES[usize::from(number & 1)].borrow_ref_mut(section)))
}

impl Line {
    const CLOSED: Line = Line { received: Ring::EMPTY, sending: Ring::EMPTY, watched: 0, is_console: false };

    /// Takes what has arrived, but for so many bytes.
    fn drain(&mut self, registers: Registers, mut most: u8) {
        while most > 0 && registers.uartfr().read().0 & NOTHING_RECEIVED == 0 {
            if !self.is_console && self.received.room() == 0 {
                return;
            }
            most -= 1;
            let word = registers.uartdr().read().0;
            if word & IS_BREAK != 0 {
                continue;
            }
            let mut byte = [word as u8];
            if !self.is_console {
                self.received.push(byte[0]);
            } else {
                console::UART_IN_USE.store(true, Ordering::Relaxed);
                if console::typed(&mut byte) > 0 {
                    // What nobody reads is lost.
                    let _ = console::INPUT.try_write(&byte);
                }
            }
        }
    }

    /// Sends what waits, as much as fits the FIFO.
    fn fill(&mut self, registers: Registers) {
        while registers.uartfr().read().0 & CANNOT_SEND == 0 {
            let mut byte = [0];
            let count = if self.is_console {
                console::UART.try_read(&mut byte).unwrap_or(0)
            } else {
                self.sending.read(&mut byte)
            };
            if count == 0 {
                return;
            }
            registers.uartdr().write_value(regs::Uartdr(byte[0].into()));
        }
    }
}

/// The interrupt of a UART.
fn serve(number: u8) {
    let registers = registers(number);
    let causes = registers.uartmis().read().0;
    registers.uarticr().write_value(regs::Uarticr(causes));
    let flags = with_line(number, |line| {
        let mut flags = causes & (IDLE | BREAK);
        // Silence is noticed only while something is left in the FIFO.
        let keeps = line.watched & IDLE != 0 && causes & IDLE == 0;
        line.drain(registers, if keeps { 23 } else { 33 });
        if causes & SENT != 0 && line.sending.len() == 0 {
            flags |= SENT;
        }
        line.fill(registers);
        flags & line.watched
    });
    if flags != 0 {
        events::leave(source::UART + u16::from(number), flags as u16);
    }
    cortex_m::asm::sev();
}

#[embassy_rp::interrupt]
fn UART0_IRQ() {
    serve(0);
}

#[embassy_rp::interrupt]
fn UART1_IRQ() {
    serve(1);
}

/// Makes UART0 a line of the prompt, and closes the other one.
pub(crate) fn give_to_console() {
    close(1);
    let setup = Uart { pins: [Some(0), Some(1), None, None], baudrate: 115_200, bits: 8, stop: 1, ..Uart::default() };
    if !with_line(0, |line| line.is_console) && open(0, &setup).is_ok() {
        console::UART.clear();
        with_line(0, |line| line.is_console = true);
    }
}

/// Sends what the prompt shows, if UART0 is its line.
pub(crate) fn show() {
    with_line(0, |line| {
        if line.is_console {
            line.fill(registers(0));
        } else {
            console::UART.clear();
        }
    });
}

pub(crate) fn open(number: u8, setup: &Uart) -> Result<(), Error> {
    let divisor = (8 * u64::from(peripheral_hertz())).checked_div(setup.baudrate.into()).ok_or(Error::INVALID)?;
    let (whole, part) = match divisor >> 7 {
        0 => (1, 0),
        1..65535 => ((divisor >> 7) as u32, (divisor & 0x7f).div_ceil(2) as u32),
        _ => (65535, 0),
    };
    let line =
        Line { sending: Ring::new(setup.room[0])?, received: Ring::new(setup.room[1])?, watched: 0, is_console: false };
    let registers = registers(number);
    wait_sent(number);
    reset(part::UART0 + u32::from(number));
    with_line(number, |place| *place = line);
    // A half's carry belongs to the whole.
    registers.uartibrd().write_value(regs::Uartibrd(whole + (part >> 6)));
    registers.uartfbrd().write_value(regs::Uartfbrd(part & 63));
    let parity = setup.parity.map_or(0, |is_odd| 1 << 1 | u32::from(!is_odd) << 2);
    let stop = u32::from(setup.stop == 2) << 3;
    let length = u32::from(setup.bits.clamp(5, 8) - 5) << 5;
    registers.uartlcr_h().write_value(regs::UartlcrH(parity | stop | 1 << 4 | length));
    registers.uartifls().write_value(regs::Uartifls(0));
    let [_, _, cts, rts] = setup.pins;
    let flow = u32::from(rts.is_some()) << 14 | u32::from(cts.is_some()) << 15;
    registers.uartcr().write_value(regs::Uartcr(1 | 3 << 8 | flow));
    for (at, pin) in setup.pins.iter().enumerate() {
        let Some(pin) = *pin else { continue };
        give_pin(pin, function::UART, false);
        pac::IO_BANK0.gpio(pin.into()).ctrl().modify(|control| match at {
            0 => control.0 |= u32::from(setup.invert & 1) << 8,
            1 => control.0 |= u32::from(setup.invert >> 1 & 1) << 16,
            _ => {}
        });
    }
    registers.uartimsc().write_value(regs::Uartimsc(RECEIVED | SENT | IDLE));
    // SAFETY: the handlers share nothing with the program but what is behind a lock.
    unsafe { if number == 0 { interrupt::UART0_IRQ.enable() } else { interrupt::UART1_IRQ.enable() } }
    Ok(())
}

/// Waits until the FIFO is empty, a tenth of a second at most.
fn wait_sent(number: u8) {
    let end = crate::clock::microseconds() + 100_000;
    let is_on = || registers(number).uartcr().read().0 & 1 != 0;
    while is_on() && registers(number).uartfr().read().0 & BUSY != 0 && crate::clock::microseconds() < end {}
}

pub(crate) fn close(number: u8) {
    wait_sent(number);
    reset(part::UART0 + u32::from(number));
    with_line(number, |line| *line = Line::CLOSED);
}

pub(crate) fn state(number: u8) -> UartState {
    let registers = registers(number);
    with_line(number, |line| {
        line.drain(registers, 33);
        let sent = registers.uartfr().read().0 & (ALL_SENT | BUSY) == ALL_SENT;
        UartState { readable: line.received.len(), room: line.sending.room(), is_done: sent && line.sending.len() == 0 }
    })
}

pub(crate) fn read(number: u8, buffer: &mut [u8]) -> usize {
    with_line(number, |line| {
        let mut count = line.received.read(buffer);
        if count < buffer.len() {
            line.drain(registers(number), 33);
            count += line.received.read(buffer.get_mut(count..).unwrap_or(&mut []));
        }
        count
    })
}

pub(crate) fn write(number: u8, bytes: &[u8]) -> usize {
    with_line(number, |line| {
        let count = line.sending.write(bytes);
        line.fill(registers(number));
        count
    })
}

pub(crate) fn set_break(number: u8, begins: bool) {
    registers(number).uartlcr_h().modify(|control| control.set_brk(begins));
}

pub(crate) fn watch(number: u8, flags: u16) {
    let registers = registers(number);
    let flags = u32::from(flags);
    with_line(number, |line| line.watched = flags);
    registers.uartimsc().write_value(regs::Uartimsc(RECEIVED | SENT | IDLE | flags & BREAK));
    // Where silence is waited for, bytes are left in the FIFO longer.
    registers.uartifls().write_value(regs::Uartifls(if flags & IDLE != 0 { 3 << 3 } else { 0 }));
}
