//! Pumps: samples between a program and the FIFO of a state machine, by two channels of DMA that start each other.
//!
//! Each channel has half of a buffer and begins anew at its start by itself, so that one that is served late repeats what
//! it did and goes nowhere else. RP2040 datasheet 2.5.

use super::ring::Ring;
use super::{dma, events};
use alloc::boxed::Box;
use core::cell::RefCell;
use critical_section::Mutex;
use embassy_rp::interrupt::{self, InterruptExt};
use embassy_rp::pac;
use ferropy_platform::Error;
use ferropy_platform::hardware::{Pump, source};

/// Words of half a buffer, and the number of bits of its length in bytes.
const WORDS: usize = 32;
const LENGTH_BITS: u32 = 7;

#[repr(C, align(128))]
struct Half([u32; WORDS]);

struct Running {
    setup: Pump,
    channels: [u8; 2],
    halves: Box<[Half; 2]>,
    ring: Ring,
    /// Whether the program waits for room or for samples.
    wanted: bool,
}

static PUMPS: Mutex<RefCell<[Option<Running>; 2]>> = Mutex::new(RefCell::new([None, None]));

fn with_pump<T: Default>(number: u8, work: impl FnOnce(&mut Running) -> T) -> T {
    critical_section::with(|section| {
        let mut pumps = PUMPS.borrow_ref_mut(section);
        pumps.get_mut(usize::from(number)).and_then(Option::as_mut).map(work).unwrap_or_default()
    })
}

impl Running {
    /// Samples of half a buffer that the program gave: silence where it gave none.
    fn fill(&mut self, half: usize) {
        let Running { setup, halves, ring, .. } = self;
        let Some(Half(words)) = halves.get_mut(half) else { return };
        let width = usize::from(setup.width);
        let step = if setup.is_mono { 2 } else { 1 };
        let enough = ring.len() >= width * WORDS / step;
        for place in words.chunks_exact_mut(step) {
            let mut sample = [0; 4];
            if enough {
                // A sample of 16 bits is the upper half of its word.
                ring.read(sample.get_mut(4 - width..).unwrap_or(&mut []));
            }
            place.fill(u32::from_le_bytes(sample));
        }
    }

    /// Gives samples of half a buffer to the program, if it has room for all of them.
    fn empty(&mut self, half: usize) {
        let Running { setup, halves, ring, .. } = self;
        let Some(Half(words)) = halves.get(half) else { return };
        let width = usize::from(setup.width);
        let step = if setup.is_mono { 2 } else { 1 };
        if ring.room() >= width * WORDS / step {
            for word in words.iter().step_by(step) {
                ring.write(word.to_le_bytes().get(4 - width..).unwrap_or(&[]));
            }
        }
    }
}

#[embassy_rp::interrupt]
fn DMA_IRQ_1() {
    let done = pac::DMA.ints(1).read();
    pac::DMA.ints(1).write_value(done);
    for number in 0..2 {
        let is_time = with_pump(number, |pump| {
            for half in 0..2 {
                if done & 1 << pump.channels[half] != 0 {
                    if pump.setup.sends { pump.fill(half) } else { pump.empty(half) }
                }
            }
            let (there, free) = (pump.ring.len(), pump.ring.room());
            let is_time = pump.wanted && if pump.setup.sends { free } else { there } >= (there + free) / 4;
            pump.wanted &= !is_time;
            is_time
        });
        if is_time {
            events::leave(source::I2S + u16::from(number), 1);
        }
    }
    cortex_m::asm::sev();
}

/// Stops a pump.
fn close(number: u8) {
    let pump = critical_section::with(|section| {
        PUMPS.borrow_ref_mut(section).get_mut(usize::from(number)).and_then(Option::take)
    });
    if let Some(pump) = pump {
        pump.channels.into_iter().for_each(dma::release);
    }
}

/// Stops all pumps.
pub(crate) fn close_all() {
    close(0);
    close(1);
}

pub(crate) fn open(number: u8, setup: &Pump) -> Result<(), Error> {
    close(number);
    if setup.room == 0 {
        return Ok(());
    }
    let ring = Ring::new(setup.room)?;
    let first = dma::claim().ok_or(Error::BUSY)?;
    let Some(second) = dma::claim() else {
        dma::release(first);
        return Err(Error::BUSY);
    };
    let channels = [first, second];
    let halves = Box::new([const { Half([0; WORDS]) }; 2]);
    let machine = u32::from(setup.machine);
    let fifo = 0x5020_0010 + (machine >> 2 << 20) + ((machine & 3) << 2) + if setup.sends { 0 } else { 0x10 };
    let request = (machine >> 2 << 3) + (machine & 3) + if setup.sends { 0 } else { 4 };
    for (at, half) in halves.iter().enumerate() {
        let channel = pac::DMA.ch(channels[at].into());
        let buffer = half.0.as_ptr() as u32;
        let (from, to) = if setup.sends { (buffer, fifo) } else { (fifo, buffer) };
        channel.read_addr().write_value(from);
        channel.write_addr().write_value(to);
        channel.trans_count().write_value(WORDS as u32);
        // Enabled, words, the buffer's side wraps and goes on; the other channel is started at the end.
        let side = if setup.sends { 1 << 4 } else { 1 << 5 | 1 << 10 };
        let control = 1 | 2 << 2 | side | LENGTH_BITS << 6 | u32::from(channels[1 - at]) << 11 | request << 15;
        channel.al1_ctrl().write_value(control);
        pac::DMA.inte(1).modify(|enabled| *enabled |= 1 << channels[at]);
    }
    let pump = Running { setup: *setup, channels, halves, ring, wanted: false };
    critical_section::with(|section| {
        if let Some(place) = PUMPS.borrow_ref_mut(section).get_mut(usize::from(number)) {
            *place = Some(pump);
        }
    });
    // SAFETY: the handler shares nothing with the program but what is behind a lock.
    unsafe { interrupt::DMA_IRQ_1.enable() };
    pac::DMA.multi_chan_trigger().write_value(embassy_rp::pac::dma::regs::MultiChanTrigger(1 << first));
    Ok(())
}

/// Reads what has arrived. If that is less than there is room for, an event tells when there is more.
pub(crate) fn read(number: u8, buffer: &mut [u8]) -> usize {
    with_pump(number, |pump| {
        let count = pump.ring.read(buffer);
        pump.wanted = count < buffer.len();
        count
    })
}

/// Writes as much as there is room for. If that is not all, an event tells when there is more.
pub(crate) fn write(number: u8, bytes: &[u8]) -> usize {
    with_pump(number, |pump| {
        let count = pump.ring.write(bytes);
        pump.wanted = count < bytes.len();
        count
    })
}
