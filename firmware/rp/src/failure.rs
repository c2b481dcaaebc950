//! What is done when our own code fails: where it was is kept over a reset, and shown when the board starts again.

use crate::console;
use core::fmt::Write;
use core::mem::MaybeUninit;
use core::panic::PanicInfo;
use core::sync::atomic::{AtomicU32, Ordering};

/// The message that a reset leaves in RAM.
#[repr(C)]
struct Message {
    /// [`MARK`] where there is one.
    mark: u32,
    length: u32,
    text: [u8; 240],
}

const MARK: u32 = 0xFE44_0001;
const RAM_START: u32 = 0x2000_0000;
/// Bytes of an address in a message.
const ADDRESS: usize = 11;

unsafe extern "C" {
    /// Where the code begins: from the linker.
    static __stext: u8;
    /// Where the code ends: from the linker.
    static __etext: u8;
    /// The end of the stack: from the linker.
    static _stack_start: u8;
}

#[unsafe(link_section = ".uninit.FAILURE")]
static mut FAILURE: MaybeUninit<Message> = MaybeUninit::uninit();

/// [`MARK`] while `boot.py` or `main.py` runs. A reset does not clear it.
#[unsafe(link_section = ".uninit.STARTING")]
static STARTING: AtomicU32 = AtomicU32::new(0);

/// Whether `boot.py` or `main.py` runs now.
pub(crate) fn note_starting(is_starting: bool) {
    STARTING.store(if is_starting { MARK } else { 0 }, Ordering::Relaxed);
}

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

/// What lies where the message is. Asked for at the start, and at the end by who does not return.
fn last_message() -> &'static mut Message {
    let place = &raw mut FAILURE;
    // SAFETY: nobody else has the message, and any bytes are one.
    unsafe { (&mut *place).assume_init_mut() }
}

/// Keeps a message and starts the board again.
fn fail(write: impl FnOnce(&mut Message)) -> ! {
    cortex_m::interrupt::disable();
    // Interrupts are off and there is one core, so nobody else has the message.
    let message = last_message();
    message.length = 0;
    write(message);
    message.mark = MARK;
    cortex_m::peripheral::SCB::sys_reset()
}

/// A panic's message and place are left out of the image, with all texts that only they use: that is 45 KB. The addresses say
/// where it was: `addr2line -pifCe ferropy-pico.elf ADDRESS …`.
#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    let stack = cortex_m::register::msp::read();
    fail(|message| {
        let _ = message.write_str("panic, called from");
        write_callers(message, stack);
    })
}

// SAFETY: never returns.
#[cortex_m_rt::exception]
unsafe fn HardFault(frame: &cortex_m_rt::ExceptionFrame) -> ! {
    let (pc, lr) = (frame.pc(), frame.lr());
    let stack = cortex_m::register::msp::read();
    fail(|message| {
        let _ = message.write_str("fault at");
        write_address(message, pc);
        let _ = message.write_str(", called from");
        write_address(message, lr);
        write_callers(message, stack);
    })
}

/// Writes the addresses on the stack that calls may return to, as far as there is room: some of them may be left over from
/// calls that are done.
fn write_callers(message: &mut Message, stack: u32) {
    let code = (&raw const __stext) as u32..(&raw const __etext) as u32;
    let end = (&raw const _stack_start) as u32;
    // A stack that grew too deep is below the RAM.
    for place in (stack.max(RAM_START)..end).step_by(4) {
        // SAFETY: the stack's words; any bytes are a number.
        let address = unsafe { (place as *const u32).read_volatile() } & !1;
        if address.checked_sub(4).is_some_and(|before| code.contains(&before) && is_call(before)) {
            write_address(message, address);
        }
        if message.text.len() - message.length as usize <= ADDRESS {
            break;
        }
    }
}

/// Whether a call is in the four bytes at an address: `bl`, or `blx` in the last two.
fn is_call(address: u32) -> bool {
    // SAFETY: the caller looked that there is code at the address, which is even.
    let [first, second] = unsafe { (address as *const [u16; 2]).read() };
    (first & 0xF800 == 0xF000 && second & 0xD000 == 0xD000) || second & 0xFF87 == 0x4780
}

/// Writes ` 0x` and the eight digits of an address.
fn write_address(message: &mut Message, address: u32) {
    let _ = message.write_str(" 0x");
    for digit in (0..8).rev().map(|place| (address >> (4 * place)) as u8 & 15) {
        let _ = message.write_char(char::from(if digit < 10 { b'0' + digit } else { b'a' - 10 + digit }));
    }
}

/// Shows why the board started again, if it was for a failure. Whether `boot.py` and `main.py` are to be left out: one of
/// them led to the failure, and would do so for ever.
pub(crate) fn report_last() -> bool {
    let message = last_message();
    let failed = message.mark == MARK;
    let leaves_out = failed && STARTING.load(Ordering::Relaxed) == MARK;
    if failed {
        let length = (message.length as usize).min(message.text.len());
        console::write(b"\r\nFerropy failed and started again: ");
        console::write(message.text.get(..length).unwrap_or(&[]));
        console::write(b"\r\n");
    }
    if leaves_out {
        console::write(b"That was in boot.py or main.py: both are left out this time.\r\n");
    }
    message.mark = 0;
    leaves_out
}
