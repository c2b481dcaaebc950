//! Places in memory: in the bytes of an object, or in the chip's address space, as far as the platform has one.

use alloc::vec::Vec;
use ferropy_platform::Error;
use ferropy_runtime::{Completion, Isolate, Raised, Value, buffers, raise};

/// A place in memory.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// In a bytes object or bytearray.
    Inside(Value, usize),
    /// By its address.
    Chip(u64),
}

impl Place {
    /// The place with an address.
    pub(super) fn at(iso: &Isolate, address: u64) -> Place {
        match iso.buffer_at(address) {
            Some((storage, place)) => Place::Inside(storage, place),
            None => Place::Chip(address),
        }
    }

    /// Its address.
    pub(super) fn address(self, iso: &mut Isolate) -> Completion<u64> {
        match self {
            Place::Chip(address) => Ok(address),
            Place::Inside(storage, place) => {
                iso.buffer_address(storage, place).ok_or_else(|| raise::os_error(iso, Error::NO_MEMORY.code()))
            }
        }
    }

    /// The place so many bytes further.
    pub(super) fn plus(self, bytes: i64) -> Place {
        match self {
            Place::Inside(storage, place) => Place::Inside(storage, (place as i64).wrapping_add(bytes) as usize),
            Place::Chip(address) => Place::Chip(address.wrapping_add(bytes as u64)),
        }
    }

    /// Copies bytes from here.
    pub(super) fn read_into(self, iso: &mut Isolate, bytes: &mut [u8]) -> Completion<()> {
        match self {
            Place::Inside(storage, place) => {
                let end = place.saturating_add(bytes.len());
                let Some(there) = iso.heap.byte_string(storage).and_then(|all| all.get(place..end)) else {
                    return Err(outside(iso));
                };
                bytes.copy_from_slice(there);
                Ok(())
            }
            Place::Chip(address) => {
                let mut done = 0;
                while done < bytes.len() {
                    let at = address.wrapping_add(done as u64);
                    let size = access(at, bytes.len() - done);
                    let word = ask(iso, at, |hardware, at| hardware.read_memory(at, size as u8))?.to_le_bytes();
                    for (byte, from) in bytes.iter_mut().skip(done).zip(word).take(size) {
                        *byte = from;
                    }
                    done += size;
                }
                Ok(())
            }
        }
    }

    /// So many bytes from here.
    pub(super) fn read(self, iso: &mut Isolate, count: usize) -> Completion<Vec<u8>> {
        let mut bytes = buffers::with_room(count)?;
        bytes.resize(count, 0);
        self.read_into(iso, &mut bytes)?;
        Ok(bytes)
    }

    /// Copies bytes to here.
    pub(super) fn write(self, iso: &mut Isolate, bytes: &[u8]) -> Completion<()> {
        match self {
            Place::Inside(storage, place) => {
                let end = place.saturating_add(bytes.len());
                if let Some(all) = iso.heap.bytearray_mut(storage) {
                    if let Some(there) = all.get_mut(place..end) {
                        there.copy_from_slice(bytes);
                        return Ok(());
                    }
                    return Err(outside(iso));
                }
                Err(raise::type_error(iso, "the bytes of this structure can't be changed"))
            }
            Place::Chip(address) => {
                let mut done = 0;
                while done < bytes.len() {
                    let at = address.wrapping_add(done as u64);
                    let size = access(at, bytes.len() - done);
                    let mut word = [0; 4];
                    for (byte, &from) in word.iter_mut().zip(bytes.iter().skip(done)).take(size) {
                        *byte = from;
                    }
                    let word = u32::from_le_bytes(word);
                    ask(iso, at, |hardware, at| hardware.write_memory(at, size as u8, word))?;
                    done += size;
                }
                Ok(())
            }
        }
    }
}

/// How many bytes may be read at once: registers want as many as they have.
fn access(address: u64, wanted: usize) -> usize {
    [4, 2].into_iter().find(|&size| size <= wanted && address.is_multiple_of(size as u64)).unwrap_or(1)
}

#[cold]
fn outside(iso: &mut Isolate) -> Raised {
    raise::value_error(iso, "the structure goes beyond the end of its buffer")
}

/// Looks into the chip's address space. A desktop has none that a program may see.
fn ask<T>(
    iso: &mut Isolate,
    address: u64,
    question: impl FnOnce(&mut dyn ferropy_platform::Hardware, u32) -> Result<T, Error>,
) -> Completion<T> {
    let answer = match (u32::try_from(address), iso.platform.hardware()) {
        (Ok(address), Some(hardware)) => question(hardware, address),
        (Err(_), _) => Err(Error::FAULT),
        (_, None) => Err(Error::UNSUPPORTED),
    };
    answer.map_err(|error| raise::os_error(iso, error.code()))
}
