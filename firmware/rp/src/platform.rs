//! What the language sees of the board.

use crate::files::{BoardFiles, NoFiles};
use crate::flash::Flash;
use crate::{board, clock, console, hardware};
use alloc::vec::Vec;
use ferropy_platform::{BlockDevice, Clock, Console, Entropy, Error, Files, Hardware, Platform, Process, Stream};
use ferropy_protocol::with_carriage_returns;

/// The board: all of the platform's traits but the files, which have a volume.
pub(crate) struct Board {
    files: BoardFiles,
    flash: Flash,
}

impl Board {
    /// The board for one life of the interpreter, with what mounting its files came to; the one before it has ended.
    pub(crate) fn new(files: Result<BoardFiles, Error>) -> Board {
        let files = files.unwrap_or_else(|_| {
            console::write(
                b"\r\nThe files in the flash are damaged. To begin anew: import vfs, rp2; \
                             vfs.VfsLfs2.mkfs(rp2.Flash(), progsize=256)\r\n",
            );
            BoardFiles::Missing(NoFiles)
        });
        Board { files, flash: Flash::new() }
    }
}

impl Platform for Board {
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
        self.files.as_dyn()
    }

    fn process(&mut self) -> &mut dyn Process {
        self
    }

    fn hardware(&mut self) -> Option<&mut dyn Hardware> {
        Some(self)
    }

    fn flash(&mut self) -> Option<&mut dyn BlockDevice> {
        Some(&mut self.flash)
    }

    fn set_mounted(&mut self, mounted: bool) -> Result<(), Error> {
        // What was mounted before writes what it holds back first.
        self.files = BoardFiles::Missing(NoFiles);
        if mounted {
            self.files = BoardFiles::mount()?;
        }
        Ok(())
    }

    fn name(&self) -> &'static str {
        "rp2"
    }
}

impl Console for Board {
    fn write(&mut self, _: Stream, bytes: &[u8]) -> Result<(), Error> {
        console::write(bytes);
        Ok(())
    }

    fn write_text(&mut self, _: Stream, text: &[u8]) -> Result<(), Error> {
        with_carriage_returns(text, &mut |piece| {
            console::write(piece);
            Ok(())
        })
    }

    fn flush(&mut self, _: Stream) -> Result<(), Error> {
        console::flush();
        Ok(())
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Error> {
        console::wait_input(None).ok_or(Error::INTERRUPTED)?;
        Ok(console::read(buffer))
    }

    fn wait_input(&mut self, nanoseconds: u64) -> Result<bool, Error> {
        let end = clock::microseconds().saturating_add(nanoseconds.div_ceil(1000));
        console::wait_input(Some(end)).ok_or(Error::INTERRUPTED)
    }

    fn set_interrupt_byte(&mut self, byte: Option<u8>) {
        console::set_interrupt_byte(byte);
    }

    fn interrupt_by_typed(&mut self) {
        console::interrupt_by_typed();
    }

    fn is_terminal(&self, _: u32) -> bool {
        true
    }

    fn is_serial(&self) -> bool {
        true
    }

    fn take_interrupt(&mut self) -> bool {
        console::take_interrupt()
    }

    fn interrupt_flag(&self) -> Option<fn() -> bool> {
        Some(console::is_interrupted)
    }
}

impl Clock for Board {
    fn monotonic_ns(&mut self) -> u64 {
        clock::microseconds() * 1000
    }

    fn wall_ns(&mut self) -> i128 {
        clock::wall_ns().into()
    }

    fn set_clock_ns(&mut self, clock: i32, nanoseconds: i128) -> Result<(), Error> {
        match (clock, i64::try_from(nanoseconds)) {
            (ferropy_platform::clock::id::REAL_TIME, Ok(now)) => {
                clock::set_wall_ns(now);
                Ok(())
            }
            _ => Err(Error::INVALID),
        }
    }

    fn resolution_ns(&mut self) -> u64 {
        1000
    }

    fn sleep_ns(&mut self, nanoseconds: u64) -> Result<(), Error> {
        let end = clock::microseconds() + nanoseconds.div_ceil(1000);
        while clock::microseconds() < end {
            if console::is_interrupted() || hardware::events::wait() {
                return Err(Error::INTERRUPTED);
            }
            clock::wait_until(end);
        }
        Ok(())
    }

    fn doze_ns(&mut self, nanoseconds: u64) -> Result<(), Error> {
        if console::is_interrupted() || hardware::events::wait() {
            return Err(Error::INTERRUPTED);
        }
        // Each interrupt ends it: of a line that has received something, among others.
        clock::wait_until(clock::microseconds() + nanoseconds.div_ceil(1000));
        Ok(())
    }
}

impl Entropy for Board {
    fn fill(&mut self, buffer: &mut [u8]) -> Result<(), Error> {
        // The ring oscillator gives a bit that is hardly biased; eight of them make a byte.
        for place in buffer {
            *place =
                (0..8).fold(0, |byte, _| byte << 1 | u8::from(embassy_rp::pac::ROSC.randombit().read().randombit()));
        }
        Ok(())
    }
}

impl Process for Board {
    fn system_names(&mut self) -> Result<[Vec<u8>; 5], Error> {
        const VERSION: &str = env!("CARGO_PKG_VERSION");
        Ok(["rp2", "rp2", VERSION, VERSION, board::MACHINE].map(Vec::from))
    }
}
