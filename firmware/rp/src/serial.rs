//! The tasks that serve USB and the UART, in an interrupt of low priority.

use crate::{console, usb};
use embassy_executor::InterruptExecutor;
use embassy_rp::Peri;
use embassy_rp::interrupt::{self, InterruptExt, Priority};
use embassy_rp::peripherals::{PIN_0, PIN_1, UART0, USB};
use embassy_rp::uart::{BufferedInterruptHandler, BufferedUart, BufferedUartRx, BufferedUartTx, Config};
use embedded_io_async::{Read, Write};
use portable_atomic::Ordering;
use static_cell::StaticCell;

embassy_rp::bind_interrupts!(struct Interrupts {
    UART0_IRQ => BufferedInterruptHandler<UART0>;
});

static EXECUTOR: InterruptExecutor = InterruptExecutor::new();

#[embassy_rp::interrupt]
unsafe fn SWI_IRQ_1() {
    // SAFETY: this is the interrupt that the executor was started for.
    unsafe { EXECUTOR.on_interrupt() }
}

/// Starts the tasks.
pub(crate) fn start(
    usb: Peri<'static, USB>,
    uart: Peri<'static, UART0>,
    tx: Peri<'static, PIN_0>,
    rx: Peri<'static, PIN_1>,
) {
    interrupt::SWI_IRQ_1.set_priority(Priority::P3);
    let spawner = EXECUTOR.start(interrupt::SWI_IRQ_1);
    static OUT: StaticCell<[u8; 64]> = StaticCell::new();
    static IN: StaticCell<[u8; 64]> = StaticCell::new();
    let lines = BufferedUart::new(uart, tx, rx, Interrupts, OUT.init([0; 64]), IN.init([0; 64]), Config::default());
    let (out, input) = lines.split();
    if let (Ok(show), Ok(read)) = (show_on_uart(out), read_uart(input)) {
        spawner.spawn(show);
        spawner.spawn(read);
    }
    if let Ok(serve) = usb::serve(usb) {
        spawner.spawn(serve);
    }
}

#[embassy_executor::task]
async fn show_on_uart(mut line: BufferedUartTx) {
    let mut chunk = [0; 32];
    loop {
        let count = console::UART.read(&mut chunk).await;
        // The UART itself never fails to send.
        let _ = line.write_all(chunk.get(..count).unwrap_or(&[])).await;
        cortex_m::asm::sev();
    }
}

#[embassy_executor::task]
async fn read_uart(mut line: BufferedUartRx) {
    let mut chunk = [0; 32];
    loop {
        // Noise on the line is no reason to stop listening.
        let Ok(count) = line.read(&mut chunk).await else { continue };
        console::UART_IN_USE.store(true, Ordering::Relaxed);
        let Some(bytes) = chunk.get_mut(..count) else { continue };
        let kept = console::typed(bytes);
        console::INPUT.write_all(bytes.get(..kept).unwrap_or(&[])).await;
        cortex_m::asm::sev();
    }
}
