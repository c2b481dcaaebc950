//! Streams of bytes that come and go while the program does something else: UARTs, and the FIFOs of state machines.

use crate::Error;

/// How a UART is set up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uart {
    /// The pins: what is sent, what is received, and those that hold the other side's and its own sending, if they are
    /// used.
    pub pins: [Option<u8>; 4],
    /// Bits in a second.
    pub baudrate: u32,
    /// Data bits in a frame.
    pub bits: u8,
    /// Whether a frame has a parity bit, and if it is odd.
    pub parity: Option<bool>,
    /// Stop bits.
    pub stop: u8,
    /// Whether what is sent, 1, and received, 2, is inverted.
    pub invert: u8,
    /// Bytes that wait to be sent, and that wait to be read.
    pub room: [usize; 2],
}

/// What a UART does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UartState {
    /// Bytes that can be read.
    pub readable: usize,
    /// Bytes that can be written.
    pub room: usize,
    /// Whether all was sent that was written.
    pub is_done: bool,
}

/// Moves words between the program and the FIFO of a state machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pump {
    /// The state machine, counted through all blocks.
    pub machine: u8,
    /// Whether the program writes.
    pub sends: bool,
    /// Bytes of a sample: 2 or 4.
    pub width: u8,
    /// Whether both channels carry the same.
    pub is_mono: bool,
    /// Bytes that may wait.
    pub room: usize,
}

/// UARTs and pumps, by number. What is read and written never waits.
pub trait Serial {
    /// Starts a UART, or changes it: what waits in it is lost.
    ///
    /// # Errors
    /// [`Error::INVALID`] for a speed that can't be had, [`Error::NO_MEMORY`].
    fn open_uart(&mut self, _number: u8, _setup: &Uart) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Stops a UART.
    fn close_uart(&mut self, _number: u8) {}

    /// What a UART does.
    fn uart_state(&mut self, _number: u8) -> UartState {
        UartState::default()
    }

    /// Reads what has arrived: how many bytes.
    fn read_uart(&mut self, _number: u8, _buffer: &mut [u8]) -> usize {
        0
    }

    /// Writes as many bytes as there is room for.
    fn write_uart(&mut self, _number: u8, _bytes: &[u8]) -> usize {
        0
    }

    /// Begins or ends a break.
    fn break_uart(&mut self, _number: u8, _begins: bool) {}

    /// From now on an event ([`source::UART`](super::source::UART) and the UART's number) tells when one of these happens:
    /// nothing more arrives, 0x40, all was sent, 0x20, a break arrives, 0x200.
    fn watch_uart(&mut self, _number: u8, _flags: u16) {}

    /// Starts a pump; 0 as room stops it.
    ///
    /// # Errors
    /// [`Error::NO_MEMORY`]
    fn open_pump(&mut self, _number: u8, _setup: &Pump) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Reads what a pump has brought: how many bytes. If there is room for more, an event
    /// ([`source::I2S`](super::source::I2S) and the pump's number) tells when it has brought a good deal more.
    fn read_pump(&mut self, _number: u8, _buffer: &mut [u8]) -> usize {
        0
    }

    /// Writes as much as a pump has room for: how many bytes. If that is not all, an event tells when it has a good deal
    /// more room.
    fn write_pump(&mut self, _number: u8, _bytes: &[u8]) -> usize {
        0
    }
}
