//! What is done when our own code fails: the message is kept over a reset, and shown when the board starts again.

use crate::console;
use core::fmt::Write;
use core::mem::MaybeUninit;
use core::panic::PanicInfo;

/// The message that a reset leaves in RAM.
#[repr(C)]
struct Message {
    /// [`MARK`] where there is one.
    mark: u32,
    length: u32,
    text: [u8; 240],
}

const MARK: u32 = 0xFE44_0001;

#[unsafe(link_section = ".uninit.FAILURE")]
static mut FAILURE: MaybeUninit<Message> = MaybeUninit::uninit();

impl Write for Message {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        for &byte in text.as_bytes() {
            let Some(place) = self.text.get_mut(self.length as usize) else { break };
            *place = byte;
            self.length += 1;
        }
        Ok(())
    }
}

/// Keeps a message and starts the board again.
fn fail(write: impl FnOnce(&mut Message)) -> ! {
    cortex_m::interrupt::disable();
    // SAFETY: interrupts are off and there is one core, so nobody else has the message; any bytes are one.
    let message = unsafe { (&mut *(&raw mut FAILURE)).assume_init_mut() };
    message.length = 0;
    write(message);
    message.mark = MARK;
    cortex_m::peripheral::SCB::sys_reset()
}

#[panic_handler]
fn panic(info: &PanicInfo<'_>) -> ! {
    fail(|message| {
        let _ = write!(message, "{info}");
    })
}

// SAFETY: never returns.
#[cortex_m_rt::exception]
unsafe fn HardFault(frame: &cortex_m_rt::ExceptionFrame) -> ! {
    let (pc, lr) = (frame.pc(), frame.lr());
    fail(|message| {
        let _ = write!(message, "fault at {pc:#010x}, called from {lr:#010x}");
    })
}

/// Shows why the board started again, if it was for a failure.
pub(crate) fn report_last() {
    // SAFETY: nobody else has the message, and any bytes are one.
    let message = unsafe { (&mut *(&raw mut FAILURE)).assume_init_mut() };
    if message.mark == MARK {
        let length = (message.length as usize).min(message.text.len());
        console::write(b"\r\nFerropy failed and started again: ");
        console::write(message.text.get(..length).unwrap_or(&[]));
        console::write(b"\r\n");
    }
    message.mark = 0;
}
