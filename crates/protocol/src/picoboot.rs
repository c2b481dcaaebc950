//! PICOBOOT, the vendor's interface of the RP2040's and RP2350's boot ROM on USB (RP2040 datasheet 2.8.5).
//!
//! ```text
//! command of 32 bytes, to the OUT endpoint
//!   0  0x431FD10B    4  token    8  command    9  bytes of arguments    12  bytes of data    16  arguments
//! then the data in its direction, then an empty packet in the other one.
//! ```

/// The vendor of the boot ROM.
pub const VENDOR: u16 = 0x2e8a;
/// The boot ROMs: the device's number, the name that its drive tells, and the families of UF2 that it takes.
pub const DEVICES: [(u16, &str, &[u32]); 2] = [
    (0x0003, "RPI-RP2", &[0xe48b_ff56]),
    (0x000f, "RP2350", &[0xe48b_ff57, 0xe48b_ff58, 0xe48b_ff59, 0xe48b_ff5a, 0xe48b_ff5b]),
];
/// Bytes that are erased at once.
pub const SECTOR: u32 = 4096;
/// Bytes that are programmed at once.
pub const PAGE: u32 = 256;
/// The request to the interface that makes it forget what was begun.
pub const RESET_INTERFACE: u8 = 0x41;
/// The request to the interface that asks how the last command went: [`status`].
pub const STATUS: u8 = 0x42;

const MAGIC: u32 = 0x431f_d10b;

/// What the boot ROM is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Nobody but us: the drive takes no files meanwhile.
    Exclusive,
    /// Makes the flash writable: it can't be run from then.
    LeaveExecution,
    /// Erases a range of whole sectors.
    Erase(u32, u32),
    /// Writes so many bytes, whole pages, that follow.
    Write(u32, u32),
    /// Reads so many bytes, which follow.
    Read(u32, u32),
    /// Starts the program in the flash after so many milliseconds; the RP2040's way.
    Reboot(u32),
    /// The same; the RP2350's way.
    Reboot2(u32),
}

impl Command {
    /// The bytes to send; the token tells commands apart.
    #[must_use]
    pub fn encode(self, token: u32) -> [u8; 32] {
        // The number of a command has bit 7 set where data comes from the board.
        let (number, length, data, arguments): (u8, u8, u32, [u32; 4]) = match self {
            Command::Exclusive => (1, 1, 0, [2, 0, 0, 0]),
            Command::Reboot(delay) => (2, 12, 0, [0, 0, delay, 0]),
            Command::Erase(address, size) => (3, 8, 0, [address, size, 0, 0]),
            Command::Read(address, size) => (0x84, 8, size, [address, size, 0, 0]),
            Command::Write(address, size) => (5, 8, size, [address, size, 0, 0]),
            Command::LeaveExecution => (6, 0, 0, [0; 4]),
            Command::Reboot2(delay) => (10, 16, 0, [0, delay, 0, 0]),
        };
        let words = [MAGIC, token, u32::from_le_bytes([number, length, 0, 0]), data];
        let mut bytes = [0; 32];
        for (place, word) in bytes.chunks_exact_mut(4).zip(words.iter().chain(&arguments)) {
            place.copy_from_slice(&word.to_le_bytes());
        }
        bytes
    }

    /// Whether the data, or the empty packet where there is none, comes from the board.
    #[must_use]
    pub fn reads(self) -> bool {
        matches!(self, Command::Read(..))
    }
}

/// Why a command failed, from the 16 bytes of the answer to [`STATUS`]; nothing if it did not.
#[must_use]
pub fn status(answer: &[u8]) -> Option<&'static str> {
    let code = answer.get(4..).and_then(<[u8]>::first_chunk).map_or(0, |&four| u32::from_le_bytes(four));
    let reasons = [
        "unknown command",
        "wrong length of arguments",
        "wrong length of data",
        "address outside of the memory",
        "address in the middle of a page or sector",
        "interleaved write",
        "the chip is rebooting",
        "unknown error",
    ];
    let index = usize::try_from(code).ok()?.checked_sub(1)?;
    Some(reasons.get(index).copied().unwrap_or("unknown error"))
}

#[cfg(test)]
mod tests {
    use super::{Command, status};

    #[test]
    fn commands_are_32_bytes() {
        let erase = Command::Erase(0x1000_0000, 0x2000).encode(7);
        assert_eq!(erase[..16], [0x0b, 0xd1, 0x1f, 0x43, 7, 0, 0, 0, 3, 8, 0, 0, 0, 0, 0, 0]);
        assert_eq!(erase[16..], [0, 0, 0, 0x10, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        let write = Command::Write(0x1000_0100, 256).encode(0);
        assert_eq!(write[8..24], [5, 8, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0x10, 0, 1, 0, 0]);
        assert_eq!(Command::Exclusive.encode(0)[8..17], [1, 1, 0, 0, 0, 0, 0, 0, 2]);
    }

    #[test]
    fn errors_have_words() {
        assert_eq!(status(&[0; 16]), None);
        assert_eq!(status(&[1, 0, 0, 0, 4, 0, 0, 0, 0]), Some("address outside of the memory"));
        assert_eq!(status(&[1]), None);
        assert_eq!(status(&[0xff; 16]), Some("unknown error"));
    }
}
