//! The I2C controllers. RP2040 datasheet 4.3.

use super::super::power;
use super::{function, give_pin, part, reset, wait};
use embassy_rp::pac;
use embassy_rp::pac::i2c::{I2c as Registers, regs};
use ferropy_platform::Error;
use ferropy_platform::hardware::I2c;
use portable_atomic::{AtomicU8, Ordering};

/// Buses that were left without a stop: what comes next begins with another start. By bits.
static HELD: AtomicU8 = AtomicU8::new(0);

/// Master, 7-bit addresses, fast mode, restarts, no slave, "TX empty" when a byte is out.
const CONTROL: u32 = 1 | 2 << 1 | 1 << 5 | 1 << 6 | 1 << 8;
/// Bits of the command register, beside a byte.
const READ: u32 = 1 << 8;
const STOP: u32 = 1 << 9;
const RESTART: u32 = 1 << 10;
/// Raw interrupts.
const TX_EMPTY: u32 = 1 << 4;
const TX_ABORT: u32 = 1 << 6;
const STOP_SEEN: u32 = 1 << 9;
/// Why it gave up: a byte was not acknowledged.
const NO_DATA_ACKNOWLEDGE: u32 = 1 << 3;

pub(super) const fn registers(number: u8) -> Registers {
    if number == 0 { pac::I2C0 } else { pac::I2C1 }
}

pub(super) fn open(bus: &mut I2c) -> Result<(), Error> {
    if bus.hertz == 0 {
        return Err(Error::INVALID);
    }
    let Some(number) = bus.bus else {
        let wires = super::wires::I2cWires::of(bus);
        wires.take();
        bus.hertz = 500_000 / wires.delay;
        // What is wrong with the bus shows when it is used.
        let _ = wires.stop();
        return Ok(());
    };
    reset(part::I2C0 + u32::from(number));
    let registers = registers(number);
    registers.ic_con().write_value(regs::IcCon(CONTROL));
    // Three fifths of a period are low, and data is held for 300 ns, or 120 in fast mode plus.
    let system = power::hertz();
    let period = (system + bus.hertz / 2) / bus.hertz;
    let low = period * 3 / 5;
    let hold = if bus.hertz < 1_000_000 { system / 10_000_000 * 3 } else { system / 25_000_000 * 3 } + 1;
    if low < 8 || period > 0xffff || hold > low - 2 {
        return Err(Error::INVALID);
    }
    registers.ic_fs_scl_hcnt().write_value(regs::IcFsSclHcnt(period - low));
    registers.ic_fs_scl_lcnt().write_value(regs::IcFsSclLcnt(low));
    registers.ic_fs_spklen().write_value(regs::IcFsSpklen(if low < 16 { 1 } else { low / 16 }));
    registers.ic_sda_hold().modify(|register| register.0 = register.0 & !0xffff | hold);
    registers.ic_enable().write_value(regs::IcEnable(1));
    HELD.fetch_and(!(1 << number), Ordering::Relaxed);
    bus.hertz = system / period;
    give_pin(bus.scl, function::I2C, true);
    give_pin(bus.sda, function::I2C, true);
    Ok(())
}

/// Addresses a device: the bits that the first command has.
fn begin(number: u8, address: Option<u16>) -> Result<u32, Error> {
    let Some(address) = address else { return Ok(0) };
    if address > 0x7f {
        return Err(Error::INVALID);
    }
    let registers = registers(number);
    registers.ic_enable().write_value(regs::IcEnable(0));
    registers.ic_tar().write_value(regs::IcTar(address.into()));
    registers.ic_enable().write_value(regs::IcEnable(1));
    Ok(if HELD.load(Ordering::Relaxed) & 1 << number == 0 { 0 } else { RESTART })
}

/// Notes whether the bus was let go.
fn end(number: u8, stops: bool) {
    let bit = 1 << number;
    if stops {
        HELD.fetch_and(!bit, Ordering::Relaxed);
    } else {
        HELD.fetch_or(bit, Ordering::Relaxed);
    }
}

/// Why the controller gave up, if it has; it begins anew then.
fn abort(registers: Registers) -> u32 {
    let reason = registers.ic_tx_abrt_source().read().0;
    if registers.ic_raw_intr_stat().read().0 & TX_ABORT != 0 {
        registers.ic_clr_tx_abrt().read();
    }
    reason
}

pub(super) fn write(number: u8, bus: &I2c, address: Option<u16>, bytes: &[u8], stops: bool) -> Result<usize, Error> {
    let registers = registers(number);
    let raw = || registers.ic_raw_intr_stat().read().0;
    let start = super::now();
    let mut flags = begin(number, address)?;
    end(number, stops);
    for (at, &byte) in bytes.iter().enumerate() {
        let ends = stops && at + 1 == bytes.len();
        let command = u32::from(byte) | flags | if ends { STOP } else { 0 };
        registers.ic_data_cmd().write_value(regs::IcDataCmd(command));
        flags = 0;
        wait(start, bus.timeout, &|| raw() & (TX_EMPTY | TX_ABORT) != 0)?;
        let reason = abort(registers);
        if reason != 0 || ends {
            // The controller makes a stop when it gives up.
            wait(start, bus.timeout, &|| raw() & STOP_SEEN != 0)?;
            registers.ic_clr_stop_det().read();
        }
        if reason != 0 {
            end(number, true);
            return if reason & NO_DATA_ACKNOWLEDGE != 0 { Ok(at) } else { Err(Error::IO) };
        }
    }
    Ok(bytes.len())
}

pub(super) fn read(number: u8, bus: &I2c, address: Option<u16>, buffer: &mut [u8], stops: bool) -> Result<(), Error> {
    let registers = registers(number);
    let start = super::now();
    let mut flags = begin(number, address)? | READ;
    end(number, stops);
    let count = buffer.len();
    for (at, place) in buffer.iter_mut().enumerate() {
        let command = flags | if stops && at + 1 == count { STOP } else { 0 };
        registers.ic_data_cmd().write_value(regs::IcDataCmd(command));
        flags = READ;
        let is_aborted = || registers.ic_raw_intr_stat().read().0 & TX_ABORT != 0;
        let has_byte = || registers.ic_rxflr().read().0 != 0;
        wait(start, bus.timeout, &|| has_byte() || is_aborted())?;
        if is_aborted() {
            abort(registers);
            end(number, true);
            return Err(Error::IO);
        }
        *place = registers.ic_data_cmd().read().0 as u8;
    }
    Ok(())
}

/// Asks whether a device has an address, with the pins: they are the controller's again when it is known.
pub(super) fn address_only(number: u8, bus: &I2c, address: Option<u16>, stops: bool) -> Result<usize, Error> {
    let wires = super::wires::I2cWires::of(&I2c { hertz: 500_000 / (500_000 / bus.hertz.max(1) + 1), ..*bus });
    wires.take();
    let result = wires.write(address, &[], stops);
    give_pin(bus.scl, function::I2C, true);
    give_pin(bus.sda, function::I2C, true);
    end(number, stops);
    result
}
