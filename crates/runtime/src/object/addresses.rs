//! Numbers that stand for the bytes of buffers as addresses do.
//!
//! Bytes move when memory is tidied up, so they have no address to show. A program gets a number made of the object's slot, which
//! never moves once it was shown, and of the place in its bytes; sums of it and of offsets are numbers of bytes behind. Who looks
//! a number up gets the living bytes object or bytearray in that slot, or nothing: no number leads into other memory.
//!
//! ```text
//! 64 bits     1 << 60 | slot << 32 | place
//! 32 bits     0x6000_0000 + (slot << 17 | place), below 0xD000_0000: where no chip that we know has anything
//! ```

use crate::heap::Kind;
use crate::value::IS_SMALL;
use crate::{Isolate, Value};

const FIRST: u64 = if IS_SMALL { 0x6000_0000 } else { 1 << 60 };
const END: u64 = if IS_SMALL { 0xD000_0000 } else { 1 << 61 };
const PLACE_BITS: u32 = if IS_SMALL { 17 } else { 32 };

impl Isolate {
    /// The number that stands for the byte at a place of a bytes object or bytearray; nothing if the numbers don't suffice.
    pub fn buffer_address(&mut self, storage: Value, place: usize) -> Option<u64> {
        let slot = u64::from(storage.as_handle()?);
        self.heap.identify(storage);
        let place = u64::try_from(place).ok().filter(|&place| place < 1 << PLACE_BITS)?;
        let address = FIRST.checked_add(slot << PLACE_BITS | place)?;
        (address < END).then_some(address)
    }

    /// The bytes object or bytearray that a number of [`Isolate::buffer_address`] stands for, and the place in it.
    #[must_use]
    pub fn buffer_at(&self, address: u64) -> Option<(Value, usize)> {
        let offset = address.checked_sub(FIRST).filter(|_| address < END)?;
        let storage = Value::handle(u32::try_from(offset >> PLACE_BITS).ok()?);
        let is_buffer = matches!(self.heap.kind(storage), Some(Kind::Bytes | Kind::ByteArray));
        is_buffer.then_some((storage, (offset & ((1 << PLACE_BITS) - 1)) as usize))
    }
}
