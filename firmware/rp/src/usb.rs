//! The serial line over USB.

use crate::{board, console, flash};
use core::sync::atomic::{AtomicU32, Ordering};
use embassy_futures::join::join4;
use embassy_rp::Peri;
use embassy_rp::peripherals::USB;
use embassy_rp::usb::{Driver, InterruptHandler};
use embassy_usb::class::cdc_acm::{CdcAcmClass, ControlChanged, Receiver, Sender, State};
use embassy_usb::control::{OutResponse, Request};
use embassy_usb::{Builder, Config, Handler};
use static_cell::StaticCell;

embassy_rp::bind_interrupts!(struct Interrupts {
    USBCTRL_IRQ => InterruptHandler<USB>;
});

type Bus<'d> = Driver<'d, USB>;

/// Bytes of a packet.
const PACKET: usize = 64;

/// The speed that asks for the boot loader when the host lets go of the line.
const BOOT_LOADER_SPEED: u32 = 1200;

/// The speed that the host has set.
static SPEED: AtomicU32 = AtomicU32::new(0);

/// Listens to what the host says about the line before the class itself answers: that keeps the speed to itself.
struct SpeedListener;

impl Handler for SpeedListener {
    fn control_out(&mut self, request: Request, data: &[u8]) -> Option<OutResponse> {
        const SET_LINE_CODING: u8 = 0x20;
        if request.request == SET_LINE_CODING
            && let Some(speed) = data.first_chunk()
        {
            SPEED.store(u32::from_le_bytes(*speed), Ordering::Relaxed);
        }
        None
    }
}

/// The flash chip's number in hexadecimal, by which hosts tell boards apart.
fn serial_number() -> [u8; 16] {
    let id = flash::unique_id();
    core::array::from_fn(|place| {
        let digit = id[place / 2] >> (4 - place % 2 * 4) & 15;
        b"0123456789abcdef"[usize::from(digit)]
    })
}

/// Serves the device for ever.
#[embassy_executor::task]
pub(crate) async fn serve(usb: Peri<'static, USB>) {
    // The numbers by which tools know boards with an interactive Python.
    let mut config = Config::new(0x2e8a, 0x0005);
    config.manufacturer = Some("Ferropy");
    config.product = Some(board::MACHINE);
    static SERIAL: StaticCell<[u8; 16]> = StaticCell::new();
    config.serial_number = core::str::from_utf8(SERIAL.init(serial_number())).ok();

    let (mut configuration, mut control) = ([0; 128], [0; 64]);
    let (mut state, mut listener) = (State::new(), SpeedListener);
    let mut builder =
        Builder::new(Driver::new(usb, Interrupts), config, &mut configuration, &mut [], &mut [], &mut control);
    builder.handler(&mut listener);
    let class = CdcAcmClass::new(&mut builder, &mut state, PACKET as u16);
    let (out, input, control) = class.split_with_control();
    let mut device = builder.build();
    join4(device.run(), show(out), read(input), watch(control)).await;
}

async fn show<'d>(mut line: Sender<'d, Bus<'d>>) {
    let mut chunk = [0; PACKET];
    loop {
        line.wait_connection().await;
        loop {
            let count = console::USB.read(&mut chunk).await;
            if line.write_packet(chunk.get(..count).unwrap_or(&[])).await.is_err() {
                break;
            }
            // A full packet says that more follows: an empty one ends the message if nothing does.
            if count == PACKET && console::USB.is_empty() && line.write_packet(&[]).await.is_err() {
                break;
            }
            console::count_sent();
            cortex_m::asm::sev();
        }
    }
}

async fn read<'d>(mut line: Receiver<'d, Bus<'d>>) {
    let mut packet = [0; PACKET];
    loop {
        line.wait_connection().await;
        while let Ok(count) = line.read_packet(&mut packet).await {
            let Some(bytes) = packet.get_mut(..count) else { continue };
            let kept = console::typed(bytes);
            console::INPUT.write_all(bytes.get(..kept).unwrap_or(&[])).await;
            cortex_m::asm::sev();
        }
    }
}

/// Looks whether a host listens, and for the sign that it wants the boot loader.
async fn watch(control: ControlChanged<'_>) {
    loop {
        control.control_changed().await;
        console::USB_LISTENS.store(control.dtr(), Ordering::Relaxed);
        if !control.dtr() && SPEED.load(Ordering::Relaxed) == BOOT_LOADER_SPEED {
            embassy_rp::rom_data::reset_to_usb_boot(0, 0);
        }
    }
}
