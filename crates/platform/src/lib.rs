//! The traits through which the language runtime reaches the world: console, clock, entropy, files, process, and the
//! hardware of a board.
//!
//! Only traits and plain data live here. A desktop, a board, a web page and test doubles implement them; an isolate
//! holds one `Box<dyn Platform + Send>`. Default methods answer [`Error::UNSUPPORTED`], so that a small board
//! implements what it has and nothing else.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod blocks;
pub mod clock;
pub mod console;
pub mod databases;
pub mod entropy;
pub mod error;
pub mod files;
pub mod hardware;
pub mod process;
pub mod signals;
pub mod sockets;
pub mod system;
pub mod tls;

pub use blocks::BlockDevice;
pub use clock::{Clock, Simulated};
pub use console::{Console, Stream};
pub use databases::{Database, Databases};
pub use entropy::Entropy;
pub use error::Error;
pub use files::{DirectoryEntry, FileId, FileKind, FileSystem, Files, OpenFile, OpenOptions, SeekFrom, Stat, Watched};
pub use hardware::Hardware;
pub use process::{Command, Identity, Process, Program};
pub use signals::Signals;
pub use sockets::Sockets;
pub use system::System;
pub use tls::Tls;

/// The world of an isolate.
pub trait Platform {
    /// Standard input and output.
    fn console(&mut self) -> &mut dyn Console;

    /// Time.
    fn clock(&mut self) -> &mut dyn Clock;

    /// Random bytes.
    fn entropy(&mut self) -> &mut dyn Entropy;

    /// Files and directories.
    fn files(&mut self) -> &mut dyn Files;

    /// The process around the isolate: environment, identity.
    fn process(&mut self) -> &mut dyn Process;

    /// Pins and whatever else boards have; nothing on a computer.
    fn hardware(&mut self) -> Option<&mut dyn Hardware> {
        None
    }

    /// Connections to others; nothing where there is no network.
    fn sockets(&mut self) -> Option<&mut dyn Sockets> {
        None
    }

    /// Files and processes as systems share them; nothing where there is no such system.
    fn system(&mut self) -> Option<&mut dyn System> {
        None
    }

    /// What the system tells the process; nothing where it tells nothing.
    fn signals(&mut self) -> Option<&mut dyn Signals> {
        None
    }

    /// Databases; nothing where there are none.
    fn databases(&mut self) -> Option<&mut dyn Databases> {
        None
    }

    /// Encrypted connections; nothing where there is no implementation.
    fn tls(&mut self) -> Option<&mut dyn Tls> {
        None
    }

    /// The part of a board's flash chip in which its files lie, for programs that know what they do.
    fn flash(&mut self) -> Option<&mut dyn BlockDevice> {
        None
    }

    /// Takes the platform's own file system out of use, or back into it with what is on its device then.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where it always is in use; what mounting it reports.
    fn set_mounted(&mut self, _mounted: bool) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// `sys.platform`: `"linux"`, `"rp2"`, `"emscripten"`.
    fn name(&self) -> &'static str;
}

/// A platform that is one object: it implements each of the traits itself, and is a [`Platform`] for that.
pub trait Whole: Console + Clock + Entropy + Files + Process {
    /// What [`Platform::name`] gives.
    const NAME: &'static str;
}

impl<T: Whole> Platform for T {
    fn console(&mut self) -> &mut dyn Console {
        self
    }

    fn clock(&mut self) -> &mut dyn Clock {
        self
    }

    fn entropy(&mut self) -> &mut dyn Entropy {
        self
    }

    fn files(&mut self) -> &mut dyn Files {
        self
    }

    fn process(&mut self) -> &mut dyn Process {
        self
    }

    fn name(&self) -> &'static str {
        T::NAME
    }
}
