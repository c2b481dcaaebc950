//! The chip as a whole: identity, clocks, sleep, resets.

use super::events;
use crate::platform::Board;
use crate::{clock, console, flash};
use alloc::vec::Vec;
use core::sync::atomic::{AtomicU32, Ordering};
use embassy_rp::pac;
use ferropy_platform::Error;
use ferropy_platform::hardware::{Power, rp2040};

/// The crystal's cycles in a second.
const CRYSTAL: u32 = 12_000_000;
/// The cycles of USB's clock, which peripherals may have as well.
const USB: u32 = 48_000_000;
/// What the flash chip can follow: it gets half the processor's clock.
const FASTEST: u32 = 266_000_000;

/// What a program has set, or 0.
static HERTZ: AtomicU32 = AtomicU32::new(0);
static PERIPHERAL_HERTZ: AtomicU32 = AtomicU32::new(0);

/// The watchdog's count, which it gets with each meal.
static MEAL: AtomicU32 = AtomicU32::new(0);
const LONGEST: u32 = rp2040::LONGEST_WATCHDOG;

/// The processor's cycles in a second.
pub(crate) fn hertz() -> u32 {
    match HERTZ.load(Ordering::Relaxed) {
        0 => embassy_rp::clocks::clk_sys_freq(),
        hertz => hertz,
    }
}

/// The cycles in a second of UART and SPI.
pub(crate) fn peripheral_hertz() -> u32 {
    match PERIPHERAL_HERTZ.load(Ordering::Relaxed) {
        0 => embassy_rp::clocks::clk_peri_freq(),
        hertz => hertz,
    }
}

/// The settings of the PLL for a frequency: by how much the crystal's is multiplied, and the two divisors.
fn settings(hertz: u32) -> Option<(u32, u32, u32)> {
    let factors = (16..=320).rev().filter(|factor| (750_000_000..=1_600_000_000).contains(&(factor * CRYSTAL)));
    for factor in factors {
        for first in (1..=7).rev() {
            for second in (1..=first).rev() {
                if hertz.checked_mul(first * second) == Some(factor * CRYSTAL) {
                    return Some((factor, first, second));
                }
            }
        }
    }
    None
}

/// Lets the processor run by the crystal, and stops its PLL.
fn slow_down() {
    let control = pac::CLOCKS.clk_sys_ctrl();
    control.modify(|control| control.set_src(pac::clocks::vals::ClkSysCtrlSrc::CLK_REF));
    while pac::CLOCKS.clk_sys_selected().read() != 1 {}
    pac::PLL_SYS.pwr().write_value(pac::pll::regs::Pwr(u32::MAX));
}

/// Starts the processor's PLL and lets it run by that.
fn speed_up((factor, first, second): (u32, u32, u32)) {
    let pll = pac::PLL_SYS;
    pll.cs().write(|control| control.set_refdiv(1));
    pll.fbdiv_int().write(|value| value.set_fbdiv_int(factor as u16));
    pll.pwr().write(|power| {
        power.set_postdivpd(true);
        power.set_dsmpd(true);
    });
    while !pll.cs().read().lock() {}
    pll.prim().write(|divisors| {
        divisors.set_postdiv1(first as u8);
        divisors.set_postdiv2(second as u8);
    });
    pll.pwr().write(|power| power.set_dsmpd(true));
    let control = pac::CLOCKS.clk_sys_ctrl();
    control.modify(|control| control.set_src(pac::clocks::vals::ClkSysCtrlSrc::CLKSRC_CLK_SYS_AUX));
    while pac::CLOCKS.clk_sys_selected().read() != 2 {}
}

/// Lets UART and SPI run by the processor's clock or by USB's.
fn clock_peripherals(by_usb: bool) {
    use pac::clocks::vals::ClkPeriCtrlAuxsrc as Source;
    let control = pac::CLOCKS.clk_peri_ctrl();
    control.modify(|control| control.set_enable(false));
    // The old clock needs a few cycles to stop.
    cortex_m::asm::delay(64);
    control.modify(|control| control.set_auxsrc(if by_usb { Source::CLKSRC_PLL_USB } else { Source::CLK_SYS }));
    control.modify(|control| control.set_enable(true));
}

/// The UARTs go on at the speed they had.
fn keep_speeds(old: u32, new: u32) {
    for uart in [pac::UART0, pac::UART1] {
        // In parts of 64.
        let divisor = u64::from(uart.uartibrd().read().0) * 64 + u64::from(uart.uartfbrd().read().0);
        let divisor = (divisor * u64::from(new) + u64::from(old) / 2) / u64::from(old.max(1));
        uart.uartibrd().write_value(pac::uart::regs::Uartibrd((divisor / 64) as u32));
        uart.uartfbrd().write_value(pac::uart::regs::Uartfbrd((divisor % 64) as u32));
        // Writing to this register makes the divisor count.
        uart.uartlcr_h().modify(|_| {});
    }
}

/// Starts the watchdog, which resets all but the oscillators.
fn watch(count: u32) {
    pac::WATCHDOG.ctrl().modify(|control| control.set_enable(false));
    pac::PSM.wdsel().write_value(pac::psm::regs::Wdsel(0x1_FFFF & !3));
    // The boot ROM would take other values for an address to start at.
    pac::WATCHDOG.scratch4().write_value(0);
    MEAL.store(count, Ordering::Relaxed);
    pac::WATCHDOG.load().write_value(pac::watchdog::regs::Load(count));
    pac::WATCHDOG.ctrl().modify(|control| control.set_enable(true));
}

impl Power for Board {
    fn unique_id(&mut self) -> Vec<u8> {
        flash::unique_id().to_vec()
    }

    fn frequency(&mut self) -> u32 {
        hertz()
    }

    fn set_frequency(&mut self, hertz: u32, peripherals: Option<u32>) -> Result<(), Error> {
        let settings = settings(hertz).filter(|_| hertz <= FASTEST).ok_or(Error::INVALID)?;
        if peripherals.is_some_and(|peripherals| peripherals != USB && peripherals != hertz) {
            return Err(Error::OUT_OF_RANGE);
        }
        let by_usb = peripherals != Some(hertz);
        let (old, new) = (peripheral_hertz(), if by_usb { USB } else { hertz });
        critical_section::with(|_| {
            clock_peripherals(true);
            slow_down();
            speed_up(settings);
            clock_peripherals(by_usb);
            keep_speeds(old, new);
        });
        HERTZ.store(hertz, Ordering::Relaxed);
        PERIPHERAL_HERTZ.store(new, Ordering::Relaxed);
        Ok(())
    }

    fn reset(&mut self) {
        watch(0xFF_FFFF);
        pac::WATCHDOG.ctrl().modify(|control| control.set_trigger(true));
        loop {
            cortex_m::asm::wfe();
        }
    }

    fn start_boot_loader(&mut self) {
        embassy_rp::rom_data::reset_to_usb_boot(0, 0);
    }

    fn was_reset_by_watchdog(&mut self) -> bool {
        pac::WATCHDOG.reason().read().0 != 0
    }

    fn start_watchdog(&mut self, milliseconds: u32) -> Result<(), Error> {
        watch(milliseconds.min(LONGEST) * 2000);
        Ok(())
    }

    fn longest_watchdog(&self) -> u32 {
        LONGEST
    }

    fn feed_watchdog(&mut self) {
        pac::WATCHDOG.load().write_value(pac::watchdog::regs::Load(MEAL.load(Ordering::Relaxed)));
    }

    fn idle(&mut self) {
        if !events::wait() {
            clock::wait_until(clock::microseconds() + 1000);
        }
    }

    fn light_sleep(&mut self, milliseconds: Option<u32>) -> Result<(), Error> {
        let end = milliseconds.map_or(u64::MAX, |time| clock::microseconds() + u64::from(time) * 1000);
        let settings = settings(hertz()).ok_or(Error::INVALID)?;
        // By the crystal the processor takes a tenth of the power. USB keeps its clock, so that the host keeps the device.
        clock_peripherals(true);
        let old = peripheral_hertz();
        keep_speeds(old, USB);
        slow_down();
        let happened = loop {
            if events::wait() || console::is_interrupted() {
                break true;
            }
            if clock::microseconds() >= end {
                break false;
            }
            clock::wait_until(end);
        };
        speed_up(settings);
        clock_peripherals(old == USB);
        keep_speeds(USB, old);
        if happened { Err(Error::INTERRUPTED) } else { Ok(()) }
    }
}
