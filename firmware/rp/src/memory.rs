//! The memory for what Rust allocates: all RAM behind the program's own data.

use core::alloc::{GlobalAlloc, Layout};
use core::cell::RefCell;
use core::ptr::{NonNull, null_mut};
use critical_section::Mutex;
use talc::{ErrOnOom, Span, Talc};

/// The allocator, behind a lock: interrupts don't allocate, but nothing else says so.
struct Memory(Mutex<RefCell<Talc<ErrOnOom>>>);

#[global_allocator]
static MEMORY: Memory = Memory(Mutex::new(RefCell::new(Talc::new(ErrOnOom))));

unsafe extern "C" {
    /// The end of the program's own data: from the linker.
    static __sheap: u8;
    /// The end of RAM: from the linker.
    static _ram_end: u8;
}

/// Hands the free RAM to the allocator. Called once, before anything is allocated.
pub(crate) fn start() {
    let start = (&raw const __sheap).cast_mut();
    let end = (&raw const _ram_end).cast_mut();
    critical_section::with(|section| {
        // SAFETY: nothing else uses the RAM between the program's data and its end: the stack lies below the data.
        let claimed = unsafe { MEMORY.0.borrow_ref_mut(section).claim(Span::new(start, end)) };
        // It fails only for a span too small for the allocator's own notes.
        claimed.unwrap_or_default();
    });
}

// SAFETY: `Talc` gives blocks that don't overlap, aligned as asked.
unsafe impl GlobalAlloc for Memory {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        critical_section::with(|section| {
            // SAFETY: the caller promises a size that is not zero.
            let block = unsafe { self.0.borrow_ref_mut(section).malloc(layout) };
            block.map_or(null_mut(), NonNull::as_ptr)
        })
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        let Some(block) = NonNull::new(block) else { return };
        // SAFETY: the caller promises that the block is from here, with that layout.
        critical_section::with(|section| unsafe { self.0.borrow_ref_mut(section).free(block, layout) });
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let Some(old) = NonNull::new(block) else { return null_mut() };
        critical_section::with(|section| {
            let mut talc = self.0.borrow_ref_mut(section);
            if size <= layout.size() {
                // SAFETY: the caller promises that the block is from here; the new size is not greater, and not zero.
                unsafe { talc.shrink(old, layout, size) };
                return block;
            }
            // SAFETY: the caller promises that the block is from here, and the new size is greater.
            unsafe { talc.grow(old, layout, size) }.map_or(null_mut(), NonNull::as_ptr)
        })
    }
}
