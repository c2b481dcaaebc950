//! All RAM behind the program's own data, shared by the isolate's region and what Rust itself allocates.
//!
//! ```text
//! program's data | region →          gap          ← what Rust allocates | end of RAM
//!                base    region_end          floor
//! ```
//!
//! The first block of [`REGION`] bytes or more is taken for the region: it lies at the beginning, and grows and shrinks
//! where it lies, up to the floor. All others lie as high as they can: the highest hole that fits is used, and the floor
//! sinks where none does, so that what is given back goes back to the gap. No block has a header: who gives it back says
//! how large it is. Holes are listed from the highest to the lowest, in themselves.

use core::alloc::{GlobalAlloc, Layout};
use core::cell::RefCell;
use core::ptr::null_mut;
use critical_section::Mutex;

/// A block of so many bytes is the region.
const REGION: usize = 16 << 10;
/// What sizes and addresses are multiples of: a hole has room for what is noted in it.
const GRAIN: usize = size_of::<Hole>();

/// What stands at the beginning of a hole.
#[repr(C)]
#[derive(Clone, Copy)]
struct Hole {
    size: usize,
    /// The next hole below; 0 for none.
    next: usize,
}

/// Where what lies.
struct Areas {
    base: usize,
    /// `base` where there is no region.
    region_end: usize,
    floor: usize,
    /// The highest hole; 0 for none.
    first: usize,
    /// Bytes in holes that are worth to be counted: who asks what is left shall find it.
    holes: usize,
}

/// The allocator, behind a lock: interrupts don't allocate, but nothing else says so.
struct Memory(Mutex<RefCell<Areas>>);

#[global_allocator]
static MEMORY: Memory =
    Memory(Mutex::new(RefCell::new(Areas { base: 0, region_end: 0, floor: 0, first: 0, holes: 0 })));

unsafe extern "C" {
    /// The end of the program's own data: from the linker.
    static __sheap: u8;
    /// The end of RAM: from the linker.
    static _ram_end: u8;
    /// The end of the machine's stack, which grows towards it: from the linker.
    static _stack_end: u8;
}

/// Hands the free RAM to the allocator. Called once, before anything is allocated.
pub(crate) fn start() {
    let base = (&raw const __sheap as usize).next_multiple_of(GRAIN);
    let end = &raw const _ram_end as usize / GRAIN * GRAIN;
    with_areas(|areas| *areas = Areas { base, region_end: base, floor: end, first: 0, holes: 0 });
}

/// Bytes that nobody has, in the gap and in holes.
pub(crate) fn left() -> usize {
    with_areas(|areas| areas.floor - areas.region_end + areas.holes)
}

/// Bytes of the machine's stack that are left below the caller.
#[inline(never)]
pub(crate) fn stack_left() -> usize {
    let here = 0u8;
    (&raw const here as usize).saturating_sub(&raw const _stack_end as usize)
}

/// Bytes between the region and the other blocks.
pub(crate) fn gap() -> usize {
    with_areas(|areas| areas.floor - areas.region_end)
}

/// Bytes of the largest block that can be had. Where there is much that is a guess, as looking into all holes takes time.
pub(crate) fn largest() -> usize {
    const MUCH: usize = 8 << 10;
    with_areas(|areas| {
        let (mut most, mut at) = (areas.floor - areas.region_end, areas.first);
        while at != 0 && most < MUCH {
            let Hole { size, next } = hole(at);
            (most, at) = (most.max(size), next);
        }
        most
    })
}

fn with_areas<T>(body: impl FnOnce(&mut Areas) -> T) -> T {
    critical_section::with(|section| body(&mut MEMORY.0.borrow_ref_mut(section)))
}

/// The bytes of a hole that count.
fn counted(size: usize) -> usize {
    const SMALL: usize = 64;
    if size < SMALL { 0 } else { size }
}

/// The note in a hole.
fn hole(address: usize) -> Hole {
    // SAFETY: every address in the list is that of a hole, which is RAM that nobody has.
    unsafe { *(address as *const Hole) }
}

impl Areas {
    /// Bytes that a block takes.
    fn rounded(size: usize) -> usize {
        size.checked_next_multiple_of(GRAIN).unwrap_or(usize::MAX)
    }

    /// Makes `address` the hole behind `before`, or the first one if that is 0.
    fn link(&mut self, before: usize, address: usize) {
        if before == 0 {
            self.first = address;
        } else {
            // SAFETY: `before` is a hole.
            unsafe { (*(before as *mut Hole)).next = address };
        }
    }

    /// The address of a block; 0 if there is no room.
    fn allocate(&mut self, layout: Layout) -> usize {
        let (size, align) = (Self::rounded(layout.size()), layout.align().max(GRAIN));
        if size >= REGION && self.region_end == self.base && align == GRAIN {
            return self.resize_region(size);
        }
        let (mut before, mut at) = (0, self.first);
        while at != 0 {
            let Hole { size: room, next } = hole(at);
            if room >= size {
                let end = at + room;
                let address = (end - size) / align * align;
                if address >= at {
                    self.holes -= counted(room);
                    // What is left of the hole above the block, and below.
                    let mut link = next;
                    if address > at {
                        link = self.note(at, address - at, link);
                    }
                    if end > address + size {
                        link = self.note(address + size, end - address - size, link);
                    }
                    self.link(before, link);
                    return address;
                }
            }
            (before, at) = (at, next);
        }
        let Some(address) = self.floor.checked_sub(size).map(|address| address / align * align) else { return 0 };
        if address < self.region_end {
            return 0;
        }
        let above = self.floor - address - size;
        if above > 0 {
            let last = self.note(address + size, above, 0);
            self.link(before, last);
        }
        self.floor = address;
        address
    }

    /// Writes a hole's note. Returns its address.
    fn note(&mut self, address: usize, size: usize, next: usize) -> usize {
        self.holes += counted(size);
        // SAFETY: nobody has this RAM, and it is aligned and large enough, as all sizes are multiples of a note's.
        unsafe { *(address as *mut Hole) = Hole { size, next } };
        address
    }

    /// Takes a block back.
    fn release(&mut self, address: usize, size: usize) {
        if address == self.base && self.region_end > self.base {
            self.region_end = self.base;
            return;
        }
        let (mut above, mut before, mut at) = (0, 0, self.first);
        while at > address {
            (above, before, at) = (before, at, hole(at).next);
        }
        // `at` is the next hole below, `before` the next one above, and `above` the one above that.
        let (mut start, mut end, mut next) = (address, address + size, at);
        if at != 0 && at + hole(at).size == address {
            let below = hole(at);
            self.holes -= counted(below.size);
            (start, next) = (at, below.next);
        }
        if before == end && before != 0 {
            let merged = hole(before).size;
            self.holes -= counted(merged);
            end += merged;
        } else {
            above = before;
        }
        if start == self.floor {
            self.floor = end;
            self.link(above, 0);
        } else {
            let made = self.note(start, end - start, next);
            self.link(above, made);
        }
    }

    /// Gives the region another size; 0 if there is no room.
    fn resize_region(&mut self, size: usize) -> usize {
        if size > self.floor - self.base {
            return 0;
        }
        self.region_end = self.base + size;
        self.base
    }

    /// Gives a block another size where it lies, or next to it; 0 if that can't be.
    fn resize(&mut self, address: usize, layout: Layout, size: usize) -> usize {
        let (old, new) = (Self::rounded(layout.size()), Self::rounded(size));
        if address == self.base && self.region_end > self.base {
            return self.resize_region(new);
        }
        if new <= old {
            if new < old {
                self.release(address + new, old - new);
            }
            return address;
        }
        if new >= REGION && self.region_end == self.base {
            return 0;
        }
        let more = new - old;
        // The lowest block grows downwards, so that there need not be room for it twice.
        if address == self.floor && address.saturating_sub(more) >= self.region_end && layout.align() <= GRAIN {
            let target = address - more;
            // SAFETY: the block has `old` bytes, and below it is the gap.
            unsafe { core::ptr::copy(address as *const u8, target as *mut u8, layout.size()) };
            self.floor = target;
            return target;
        }
        0
    }
}

// SAFETY: blocks are cut from holes or from the gap, so they don't overlap, and are aligned as asked.
unsafe impl GlobalAlloc for Memory {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        with_areas(|areas| areas.allocate(layout)) as *mut u8
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        with_areas(|areas| areas.release(block as usize, Areas::rounded(layout.size())));
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let resized = with_areas(|areas| areas.resize(block as usize, layout, size));
        if resized != 0 {
            return resized as *mut u8;
        }
        // The region has one place only.
        if with_areas(|areas| block as usize == areas.base && areas.region_end > areas.base) {
            return null_mut();
        }
        // SAFETY: the size is not zero, and the alignment is one that was fine.
        let new = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !new.is_null() {
            // SAFETY: both blocks have so many bytes and don't overlap; the old one is the caller's.
            unsafe {
                core::ptr::copy_nonoverlapping(block, new, layout.size().min(size));
                self.dealloc(block, layout);
            }
        }
        new
    }
}
