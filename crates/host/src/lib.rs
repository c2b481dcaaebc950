//! The desktop's implementation of the platform traits, over the standard library and well-kept crates.
#![forbid(unsafe_code)]

mod clock;
mod console;
mod databases;
mod error;
mod files;
mod hardware;
mod names;
mod process;
mod serial;
mod signals;
mod simulated_time;
mod sockets;
#[cfg(target_os = "linux")]
mod system;
mod timers;
mod tls;
mod waiting;
mod writing;

use ferropy_platform::{
    Clock, Console, Databases, Entropy, Error, Files, Hardware, Platform, Process, Signals, Sockets, Tls,
};

pub use serial::{SerialHost, SerialLine};
pub use signals::{end_by_interrupt, install_interrupt_handler, pause, request_interrupt, take_interrupt, wake};

/// The desktop.
#[derive(Debug, Default)]
pub struct Host {
    console: console::HostConsole,
    clock: clock::HostClock,
    files: files::HostFiles,
    process: process::HostProcess,
    entropy: HostEntropy,
    board: hardware::SimulatedBoard,
    signals: signals::HostSignals,
    tls: tls::Rustls,
}

impl Host {
    /// The desktop around this process.
    #[must_use]
    pub fn new() -> Host {
        Host::default()
    }

    /// The same, with output that is handed on piece by piece instead of being collected in a buffer.
    #[must_use]
    pub fn unbuffered(mut self) -> Host {
        self.console.set_unbuffered();
        self
    }
}

impl Platform for Host {
    fn console(&mut self) -> &mut dyn Console {
        &mut self.console
    }

    fn clock(&mut self) -> &mut dyn Clock {
        &mut self.clock
    }

    fn entropy(&mut self) -> &mut dyn Entropy {
        &mut self.entropy
    }

    fn files(&mut self) -> &mut dyn Files {
        &mut self.files
    }

    fn process(&mut self) -> &mut dyn Process {
        &mut self.process
    }

    fn hardware(&mut self) -> Option<&mut dyn Hardware> {
        Some(&mut self.board)
    }

    fn sockets(&mut self) -> Option<&mut dyn Sockets> {
        Some(&mut self.files)
    }

    #[cfg(target_os = "linux")]
    fn system(&mut self) -> Option<&mut dyn ferropy_platform::System> {
        Some(&mut self.files)
    }

    fn signals(&mut self) -> Option<&mut dyn Signals> {
        Some(&mut self.signals)
    }

    fn databases(&mut self) -> Option<&mut dyn Databases> {
        Some(&mut self.files)
    }

    fn tls(&mut self) -> Option<&mut dyn Tls> {
        Some(&mut self.tls)
    }

    fn name(&self) -> &'static str {
        match std::env::consts::OS {
            "macos" => "darwin",
            "windows" => "win32",
            other => other,
        }
    }
}

#[derive(Debug, Default)]
struct HostEntropy;

impl Entropy for HostEntropy {
    fn fill(&mut self, buffer: &mut [u8]) -> Result<(), Error> {
        getrandom::fill(buffer).map_err(|_| Error::UNSUPPORTED)
    }
}
