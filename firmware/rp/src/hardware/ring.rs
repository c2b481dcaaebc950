//! Bytes that wait: first in, first out, and no more than there is room for.

use alloc::vec::Vec;
use ferropy_platform::Error;

pub(crate) struct Ring {
    bytes: Vec<u8>,
    first: usize,
    count: usize,
}

impl Ring {
    pub(crate) const EMPTY: Ring = Ring { bytes: Vec::new(), first: 0, count: 0 };

    /// One with room for so many bytes.
    pub(crate) fn new(room: usize) -> Result<Ring, Error> {
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(room).map_err(|_| Error::NO_MEMORY)?;
        bytes.resize(room, 0);
        Ok(Ring { bytes, ..Ring::EMPTY })
    }

    /// How many bytes wait.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    /// For how many more there is room.
    pub(crate) fn room(&self) -> usize {
        self.bytes.len() - self.count
    }

    /// Puts a byte behind the others, if there is room.
    pub(crate) fn push(&mut self, byte: u8) -> bool {
        let mut place = self.first + self.count;
        if place >= self.bytes.len() {
            place -= self.bytes.len();
        }
        let has_room = self.room() > 0;
        if has_room && let Some(free) = self.bytes.get_mut(place) {
            *free = byte;
            self.count += 1;
        }
        has_room
    }

    /// Takes the first byte.
    pub(crate) fn pop(&mut self) -> Option<u8> {
        self.count = self.count.checked_sub(1)?;
        let byte = self.bytes.get(self.first).copied();
        self.first += 1;
        if self.first == self.bytes.len() {
            self.first = 0;
        }
        byte
    }

    /// Puts in as many bytes as there is room for: how many.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> usize {
        bytes.iter().take_while(|&&byte| self.push(byte)).count()
    }

    /// Takes as many bytes as there are, but no more than fit: how many.
    pub(crate) fn read(&mut self, buffer: &mut [u8]) -> usize {
        let mut count = 0;
        for place in buffer {
            let Some(byte) = self.pop() else { break };
            *place = byte;
            count += 1;
        }
        count
    }
}
