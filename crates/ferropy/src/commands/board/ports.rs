//! The serial ports of this computer, and which of them is a board.

use super::failure::{Done, Failure};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Vendors of boards that speak Python over USB: Raspberry Pi, MicroPython, Arduino, Adafruit, Espressif.
const VENDORS: [&str; 5] = ["2e8a", "f055", "2341", "239a", "303a"];

/// A serial port.
#[derive(Clone, Debug, Default)]
pub(super) struct Port {
    /// What it is opened by.
    pub(super) path: PathBuf,
    /// Vendor and product of the USB device, as `2e8a:0005`; empty where that is not known.
    pub(super) usb: String,
    pub(super) serial: String,
    pub(super) description: String,
}

impl Port {
    /// Whether a board may be behind it: any USB device, and where nothing is known a port that looks like one.
    fn may_be_board(&self) -> bool {
        let name = self.path.to_string_lossy();
        !self.usb.is_empty() || name.starts_with("/dev/cu.usb") || name.starts_with("COM")
    }

    fn is_known(&self) -> bool {
        VENDORS.iter().any(|vendor| self.usb.starts_with(vendor))
    }

    fn line(&self) -> String {
        let usb = if self.usb.is_empty() { "-" } else { &self.usb };
        let serial = if self.serial.is_empty() { "-" } else { &self.serial };
        format!("{}  {usb}  {serial}  {}", self.path.display(), self.description).trim_end().to_string()
    }
}

/// All ports, those that may be boards first.
pub(super) fn all() -> Vec<Port> {
    let mut ports: Vec<Port> =
        serial2::SerialPort::available_ports().unwrap_or_default().into_iter().map(described).collect();
    ports.sort_by_key(|port| (!port.may_be_board(), port.path.clone()));
    ports
}

/// The ports that may be boards, a line for each.
pub(super) fn list() -> String {
    let mut text = String::new();
    for port in all().iter().filter(|port| port.may_be_board()) {
        let _ = writeln!(text, "{}", port.line());
    }
    text
}

/// The port of the only board.
pub(super) fn only() -> Done<String> {
    let mut ports: Vec<Port> = all().into_iter().filter(Port::may_be_board).collect();
    if ports.iter().any(Port::is_known) {
        ports.retain(Port::is_known);
    }
    match ports.as_slice() {
        [] => Err(Failure::NoBoard(
            "no board found: is it plugged in, and not in its boot loader?\n\
             `--port' names another port, or socket://host:port for a board on the network or in the emulator."
                .into(),
        )),
        [port] => Ok(port.path.to_string_lossy().into_owned()),
        several => {
            let lines: Vec<String> = several.iter().map(|port| format!("  {}", port.line())).collect();
            let text = format!("there are {} boards; choose one with --port:\n{}", lines.len(), lines.join("\n"));
            Err(Failure::NoBoard(text))
        }
    }
}

/// What Linux tells of a port in `/sys`; elsewhere its name has to do.
fn described(path: PathBuf) -> Port {
    let mut port = Port { path, ..Port::default() };
    let Some(name) = port.path.file_name() else { return port };
    let Ok(mut device) = Path::new("/sys/class/tty").join(name).join("device").canonicalize() else { return port };
    // The interface of the port lies below the device, directly or with a converter between.
    for _ in 0..4 {
        let read = |file: &str| std::fs::read_to_string(device.join(file)).unwrap_or_default().trim().to_string();
        let vendor = read("idVendor");
        if !vendor.is_empty() {
            port.usb = format!("{vendor}:{}", read("idProduct"));
            port.serial = read("serial");
            port.description = format!("{} {}", read("manufacturer"), read("product")).trim().to_string();
            break;
        }
        if !device.pop() {
            break;
        }
    }
    port
}

/// The programs that hold a port open, as Linux tells: their names and numbers.
pub(super) fn holders(path: &str) -> Vec<String> {
    let Ok(wanted) = Path::new(path).canonicalize() else { return Vec::new() };
    // Who made a pseudo-terminal may keep its end open.
    if wanted.starts_with("/dev/pts") {
        return Vec::new();
    }
    let own = std::process::id().to_string();
    let mut holders = Vec::new();
    for process in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let number = process.file_name().to_string_lossy().into_owned();
        if number == own || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let files = std::fs::read_dir(process.path().join("fd")).into_iter().flatten().flatten();
        if files.flat_map(|file| std::fs::read_link(file.path())).any(|file| file == wanted) {
            let name = std::fs::read_to_string(process.path().join("comm")).unwrap_or_default();
            holders.push(format!("{} (process {number})", name.trim()));
        }
    }
    holders
}

/// What to do where a port may not be opened.
pub(super) fn permission_advice(path: &str) -> String {
    let advice = "Add this line to /etc/udev/rules.d/60-boards.rules:\n  \
         SUBSYSTEM==\"tty\", ATTRS{idVendor}==\"2e8a\", MODE=\"0660\", TAG+=\"uaccess\"\n\
         and run `sudo udevadm control --reload && sudo udevadm trigger`, or join the group that owns the port\n\
         (`sudo usermod -aG dialout $USER`, then log in again).";
    format!("no permission to open {path}\n{advice}")
}
