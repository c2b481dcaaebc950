//! What programs reach below their language, and UARTs and pumps: the traits' methods, by the files that do it.

use super::{dma, pump, uart};
use crate::platform::Board;
use ferropy_platform::Error;
use ferropy_platform::hardware::{Chip, Pump, Serial, Uart, UartState};

impl Chip for Board {
    fn claim_channel(&mut self) -> Option<u8> {
        dma::claim()
    }

    fn release_channel(&mut self, channel: u8) {
        dma::release(channel);
    }

    fn channel_memory(&mut self, channel: u8, which: u8, length: usize) -> Result<u32, Error> {
        dma::take_memory(channel, which, length)
    }

    fn write_channel(&mut self, channel: u8, which: u8, at: usize, bytes: &[u8]) -> usize {
        dma::write(channel, which, at, bytes)
    }

    fn read_channel(&mut self, channel: u8, which: u8, at: usize, buffer: &mut [u8]) -> usize {
        dma::read(channel, which, at, buffer)
    }

    fn is_boot_button_held(&mut self) -> bool {
        // SAFETY: nobody else uses the button's peripheral.
        embassy_rp::bootsel::is_bootsel_pressed(unsafe { embassy_rp::peripherals::BOOTSEL::steal() })
    }
}

impl Serial for Board {
    fn open_uart(&mut self, number: u8, setup: &Uart) -> Result<(), Error> {
        uart::open(number, setup)
    }

    fn close_uart(&mut self, number: u8) {
        uart::close(number);
    }

    fn uart_state(&mut self, number: u8) -> UartState {
        uart::state(number)
    }

    fn read_uart(&mut self, number: u8, buffer: &mut [u8]) -> usize {
        uart::read(number, buffer)
    }

    fn write_uart(&mut self, number: u8, bytes: &[u8]) -> usize {
        uart::write(number, bytes)
    }

    fn break_uart(&mut self, number: u8, begins: bool) {
        uart::set_break(number, begins);
    }

    fn watch_uart(&mut self, number: u8, flags: u16) {
        uart::watch(number, flags);
    }

    fn open_pump(&mut self, number: u8, setup: &Pump) -> Result<(), Error> {
        pump::open(number, setup)
    }

    fn read_pump(&mut self, number: u8, buffer: &mut [u8]) -> usize {
        pump::read(number, buffer)
    }

    fn write_pump(&mut self, number: u8, bytes: &[u8]) -> usize {
        pump::write(number, bytes)
    }
}
