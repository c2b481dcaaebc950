//! An allocator that hands out one block from its beginning and takes nothing back.

use core::alloc::{GlobalAlloc, Layout};
use core::cell::{Cell, UnsafeCell};

const BYTES: usize = 128 * 1024;

struct Block {
    bytes: UnsafeCell<[u8; BYTES]>,
    used: Cell<usize>,
}

// SAFETY: the image has one core, one thread and no interrupt handlers.
unsafe impl Sync for Block {}

#[global_allocator]
static BLOCK: Block = Block { bytes: UnsafeCell::new([0; BYTES]), used: Cell::new(0) };

// SAFETY: every allocation is a part of the block that no other allocation has, aligned as asked.
unsafe impl GlobalAlloc for Block {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let base = self.bytes.get() as usize;
        let start = (base + self.used.get()).next_multiple_of(layout.align()) - base;
        let end = start.saturating_add(layout.size());
        if end > BYTES {
            return core::ptr::null_mut();
        }
        self.used.set(end);
        // SAFETY: `start` is within the block.
        unsafe { self.bytes.get().cast::<u8>().add(start) }
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}
