//! The boot ROM on USB: PICOBOOT over its vendor interface.

use super::failure::{Done, Failure};
use super::progress::Progress;
use super::{remote, say};
use ferropy_protocol::picoboot::{self, Command, DEVICES, PAGE, RESET_INTERFACE, SECTOR, STATUS, VENDOR};
use ferropy_protocol::uf2::Image;
use nusb::transfer::{Bulk, ControlIn, ControlOut, ControlType, In, Out, Recipient};
use nusb::{Endpoint, Interface, MaybeFuture};
use std::time::Duration;

/// Erasing a sector may take 400 ms.
const PATIENCE: Duration = Duration::from_secs(3);
/// The class of an interface that the vendor has defined.
const VENDORS_OWN: u8 = 0xff;
/// Milliseconds before the board restarts, so that it can answer.
const RESTART: u32 = 500;

/// A boot ROM that waits for commands.
pub(super) struct BootRom {
    interface: Interface,
    output: Endpoint<Bulk, Out>,
    input: Endpoint<Bulk, In>,
    token: u32,
    device: (u16, &'static str, &'static [u32]),
}

impl BootRom {
    /// The first one that is found; the text says why it can't be used.
    pub(super) fn open() -> Option<Result<BootRom, String>> {
        let is_rom = |number: u16| DEVICES.into_iter().find(|device| device.0 == number);
        let devices = nusb::list_devices().wait().ok()?;
        let (info, device) = devices
            .filter(|info| info.vendor_id() == VENDOR)
            .find_map(|info| is_rom(info.product_id()).map(|device| (info, device)))?;
        let advice = "is in its boot loader, but it may not be opened.\n\
            Add this line to /etc/udev/rules.d/60-boards.rules:\n  \
            SUBSYSTEM==\"usb\", ATTRS{idVendor}==\"2e8a\", MODE=\"0660\", TAG+=\"uaccess\"\n\
            and run `sudo udevadm control --reload && sudo udevadm trigger`, or mount its drive.";
        Some(Self::claim(&info, device).map_err(|error| format!("the board {} {advice}\n({error})", device.1)))
    }

    fn claim(info: &nusb::DeviceInfo, device: (u16, &'static str, &'static [u32])) -> Result<BootRom, String> {
        let lacks = || "it has no PICOBOOT".to_string();
        let told = |error: nusb::Error| error.to_string();
        let opened = info.open().wait().map_err(told)?;
        let configuration = opened.active_configuration().map_err(|_| lacks())?;
        let setting = configuration.interface_alt_settings().find(|setting| setting.class() == VENDORS_OWN);
        let setting = setting.ok_or_else(lacks)?;
        let addresses: Vec<u8> = setting.endpoints().map(|endpoint| endpoint.address()).collect();
        let input = addresses.iter().find(|&&address| address & 0x80 != 0).ok_or_else(lacks)?;
        let output = addresses.iter().find(|&&address| address & 0x80 == 0).ok_or_else(lacks)?;
        let interface = opened.claim_interface(setting.interface_number()).wait().map_err(told)?;
        let output = interface.endpoint::<Bulk, Out>(*output).map_err(told)?;
        let input = interface.endpoint::<Bulk, In>(*input).map_err(told)?;
        Ok(BootRom { interface, output, input, token: 1, device })
    }

    /// What its drive is called.
    pub(super) fn name(&self) -> &'static str {
        self.device.1
    }

    /// The families of firmware that it takes.
    pub(super) fn families(&self) -> &'static [u32] {
        self.device.2
    }

    /// Writes an image, checks it, and starts it.
    pub(super) fn write(&mut self, image: &Image) -> Done {
        self.reset()?;
        self.perform(Command::Exclusive, &mut Vec::new())?;
        self.perform(Command::LeaveExecution, &mut Vec::new())?;
        let mut progress = Progress::new(self.name(), image.size());
        let mut done = 0;
        let mut erased = 0;
        for (&address, piece) in &image.pieces {
            for (sector, data) in sectors(address, piece) {
                remote::check_interrupt()?;
                let start = sector - sector % SECTOR;
                if start >= erased {
                    self.perform(Command::Erase(start, SECTOR), &mut Vec::new())?;
                    erased = start + SECTOR;
                }
                let mut pages = data.to_vec();
                pages.resize(data.len().next_multiple_of(PAGE as usize), 0);
                let size = u32::try_from(pages.len()).unwrap_or(0);
                self.perform(Command::Write(sector, size), &mut pages.clone())?;
                let mut found = vec![0; pages.len()];
                self.perform(Command::Read(sector, size), &mut found)?;
                if found != pages {
                    return Err(Failure::Refused(format!("the flash does not keep what is written to 0x{sector:x}")));
                }
                done += data.len();
                progress.show(done);
            }
        }
        drop(progress);
        let restart = if self.device.0 == 3 { Command::Reboot(RESTART) } else { Command::Reboot2(RESTART) };
        self.perform(restart, &mut Vec::new())?;
        say(&format!("{} bytes are written and checked; the board restarts\n", image.size()));
        Ok(())
    }

    fn reset(&mut self) -> Done {
        let request = ControlOut {
            control_type: ControlType::Vendor,
            recipient: Recipient::Interface,
            request: RESET_INTERFACE,
            value: 0,
            index: self.interface.interface_number().into(),
            data: &[],
        };
        self.interface.control_out(request, PATIENCE).wait().map_err(|error| broken(&error))
    }

    /// One command with its data, which it fills where the board sends it.
    fn perform(&mut self, command: Command, data: &mut Vec<u8>) -> Done {
        self.token += 1;
        self.send(command.encode(self.token).to_vec())?;
        if command.reads() {
            let wanted = data.len();
            data.clear();
            while data.len() < wanted {
                let part = self.receive(wanted - data.len())?;
                if part.is_empty() {
                    return Err(self.refused());
                }
                data.extend(part);
            }
            return self.send(Vec::new());
        }
        if !data.is_empty() {
            self.send(std::mem::take(data))?;
        }
        self.receive(0).map(drop)
    }

    fn send(&mut self, bytes: Vec<u8>) -> Done {
        let sent = self.output.transfer_blocking(bytes.into(), PATIENCE);
        if sent.status.is_ok() { Ok(()) } else { Err(self.refused()) }
    }

    fn receive(&mut self, count: usize) -> Done<Vec<u8>> {
        let size = count.max(1).next_multiple_of(self.input.max_packet_size().max(1));
        let buffer = self.input.allocate(size);
        let came = self.input.transfer_blocking(buffer, PATIENCE);
        if came.status.is_err() {
            return Err(self.refused());
        }
        Ok(came.buffer.get(..came.actual_len).unwrap_or_default().to_vec())
    }

    /// Why a command failed, as the boot ROM tells.
    fn refused(&mut self) -> Failure {
        let request = ControlIn {
            control_type: ControlType::Vendor,
            recipient: Recipient::Interface,
            request: STATUS,
            value: 0,
            index: self.interface.interface_number().into(),
            length: 16,
        };
        match self.interface.control_in(request, PATIENCE).wait() {
            Ok(answer) => {
                let reason = picoboot::status(&answer).unwrap_or("it does not say why");
                Failure::Refused(format!("the boot loader refuses: {reason}"))
            }
            Err(error) => broken(&error),
        }
    }
}

/// The parts of a piece in each sector, with their addresses.
fn sectors(address: u32, piece: &[u8]) -> Vec<(u32, &[u8])> {
    let mut parts = Vec::new();
    let (mut at, mut rest) = (address, piece);
    while !rest.is_empty() {
        let room = (SECTOR - at % SECTOR) as usize;
        let (part, next) = rest.split_at(room.min(rest.len()));
        parts.push((at, part));
        at = at.saturating_add(SECTOR - at % SECTOR);
        rest = next;
    }
    parts
}

fn broken(error: &impl std::fmt::Display) -> Failure {
    Failure::NoBoard(format!("the boot loader does not answer: {error}"))
}

#[cfg(test)]
mod tests {
    use super::sectors;

    #[test]
    fn pieces_are_cut_at_sectors() {
        let piece = [0; 5000];
        let sizes = |address| sectors(address, &piece).iter().map(|(at, part)| (*at, part.len())).collect::<Vec<_>>();
        assert_eq!(sizes(0x1000_0000), [(0x1000_0000, 4096), (0x1000_1000, 904)]);
        assert_eq!(sizes(0x1000_0f00), [(0x1000_0f00, 256), (0x1000_1000, 4096), (0x1000_2000, 648)]);
    }
}
