//! Ferropy on boards with Raspberry Pi's RP2040.
//!
//! The language runs in the thread of the first core. USB is served by tasks in an interrupt of low
//! priority ([`serial`]); between both lie the pipes of [`console`], so that a program that runs does not keep the host
//! waiting, and Ctrl-C reaches it. [`platform`] is what the language sees of the board.
#![no_std]
#![no_main]

extern crate alloc;

mod board {
    include!(concat!(env!("OUT_DIR"), "/board.rs"));
}
mod clock;
mod console;
mod copying;
mod failure;
mod files;
mod flash;
mod hardware;
mod memory;
mod platform;
mod prompt;
mod serial;
mod usb;

#[cortex_m_rt::entry]
fn main() -> ! {
    let peripherals = embassy_rp::init(embassy_rp::config::Config::default());
    memory::start();
    clock::start();
    hardware::start();
    // The first start makes a volume. Erasing stops interrupts, and a host that has begun to ask what is on the bus takes a
    // board that is silent so long for none: so this comes before USB.
    let files = files::BoardFiles::mount();
    serial::start(peripherals.USB);
    hardware::uart::give_to_console();
    let leaves_out = failure::report_last();
    prompt::run(files, leaves_out)
}
