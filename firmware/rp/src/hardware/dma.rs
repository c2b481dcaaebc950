//! Channels of DMA: who has which, and memory for them that stays where it is, which that of programs does not.

use alloc::vec::Vec;
use core::cell::RefCell;
use critical_section::Mutex;
use embassy_rp::pac::DMA;
use embassy_rp::pac::dma::regs::ChanAbort;
use ferropy_platform::Error;

/// Memory of a channel: it reads from the first and writes to the second.
#[derive(Default)]
struct Channel {
    number: u8,
    memory: [Room; 2],
}

/// Words, more of them than are used where the beginning has to have a certain address.
#[derive(Default)]
struct Room {
    words: Vec<u32>,
    start: usize,
    length: usize,
}

/// The channels that somebody has.
static CLAIMED: Mutex<RefCell<Vec<Channel>>> = Mutex::new(RefCell::new(Vec::new()));

/// Channels of the chip.
const COUNT: u8 = 12;
/// In a channel's control register: it works.
const BUSY: u32 = 1 << 24;

fn with_channels<T>(work: impl FnOnce(&mut Vec<Channel>) -> T) -> T {
    critical_section::with(|section| work(&mut CLAIMED.borrow_ref_mut(section)))
}

/// A channel that nobody has.
pub(crate) fn claim() -> Option<u8> {
    with_channels(|channels| {
        let number = (0..COUNT).find(|&number| channels.iter().all(|channel| channel.number != number))?;
        channels.try_reserve(1).ok()?;
        channels.push(Channel { number, ..Channel::default() });
        Some(number)
    })
}

/// Ends what a channel does.
fn abort(number: u8) {
    let bit = 1u32 << number;
    DMA.chan_abort().write_value(ChanAbort(bit));
    // What was on its way takes a few cycles.
    (0..1000).find(|_| DMA.ch(number.into()).al1_ctrl().read() & BUSY == 0);
}

fn stop(number: u8) {
    let bit = 1u32 << number;
    DMA.inte(0).modify(|enabled| *enabled &= !bit);
    DMA.inte(1).modify(|enabled| *enabled &= !bit);
    // One that is not enabled can't be started again by another one while it is stopped.
    DMA.ch(number.into()).al1_ctrl().write_value(0);
    abort(number);
}

/// Stops a channel, and gives it back with its memory.
pub(crate) fn release(number: u8) {
    stop(number);
    with_channels(|channels| channels.retain(|channel| channel.number != number));
}

/// Stops all channels that somebody has.
pub(crate) fn release_all() {
    with_channels(|channels| {
        channels.iter().for_each(|channel| stop(channel.number));
        *channels = Vec::new();
    });
}

/// Takes memory for a channel: its address. Lengths that are powers of two begin at a multiple of them, for rings.
pub(super) fn take_memory(number: u8, which: u8, length: usize) -> Result<u32, Error> {
    let extra = if length.is_power_of_two() && length <= 1 << 15 { length.saturating_sub(4) } else { 0 };
    let mut words = Vec::new();
    let count = length.saturating_add(extra).div_ceil(4);
    words.try_reserve_exact(count).map_err(|_| Error::NO_MEMORY)?;
    words.resize(count, 0);
    let address = words.as_ptr() as usize;
    let start = if extra > 0 { address.next_multiple_of(length) - address } else { 0 };
    with_memory(number, which, |room| {
        if DMA.ch(number.into()).al1_ctrl().read() & BUSY != 0 {
            // It has the memory that there was.
            abort(number);
        }
        *room = Room { words, start, length };
        (address + start) as u32
    })
    .ok_or(Error::INVALID)
}

fn with_memory<T>(number: u8, which: u8, work: impl FnOnce(&mut Room) -> T) -> Option<T> {
    with_channels(|channels| {
        let channel = channels.iter_mut().find(|channel| channel.number == number)?;
        channel.memory.get_mut(usize::from(which)).map(work)
    })
}

/// Does something with the bytes of a channel's memory.
fn with_bytes(number: u8, which: u8, at: usize, work: impl FnOnce(&mut [u8]) -> usize) -> usize {
    let done = with_memory(number, which, |room| {
        let bytes = room.words.as_mut_ptr().cast::<u8>();
        // SAFETY: the words are bytes as well, and the part lies within them. That a channel may write there meanwhile
        // changes the bytes and nothing else.
        let bytes = unsafe { core::slice::from_raw_parts_mut(bytes.add(room.start), room.length) };
        work(bytes.get_mut(at..).unwrap_or(&mut []))
    });
    done.unwrap_or(0)
}

pub(super) fn write(number: u8, which: u8, at: usize, bytes: &[u8]) -> usize {
    with_bytes(number, which, at, |all| all.iter_mut().zip(bytes).map(|(place, &byte)| *place = byte).count())
}

pub(super) fn read(number: u8, which: u8, at: usize, buffer: &mut [u8]) -> usize {
    with_bytes(number, which, at, |all| buffer.iter_mut().zip(all).map(|(place, &mut byte)| *place = byte).count())
}
