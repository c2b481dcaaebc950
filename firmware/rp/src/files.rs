//! The files of the board, on a volume at the end of its flash.
//!
//! Each life of the interpreter mounts it anew and closes its files at its end, as in MicroPython.

use crate::clock;
use crate::flash::Flash;
use ferropy_platform::{Error, Files};
use ferropy_storage::FlashFiles;
use portable_atomic::{AtomicU32, Ordering};

/// [`MARK`] while the volume is mounted: files so damaged that mounting ends in a failure must not start the board again for
/// ever. It is somewhere in RAM that a reset does not clear.
#[unsafe(link_section = ".uninit.MOUNTING")]
static MOUNTING: AtomicU32 = AtomicU32::new(0);

const MARK: u32 = 0xFE44_0002;

/// The files, or none if the flash can't be used.
pub(crate) enum BoardFiles {
    Mounted(FlashFiles),
    Missing(NoFiles),
}

/// Nothing is found and nothing can be made.
pub(crate) struct NoFiles;

impl Files for NoFiles {}

impl BoardFiles {
    /// Mounts the volume; makes one if there is none, as at the first start.
    pub(crate) fn mount() -> Result<BoardFiles, Error> {
        if MOUNTING.swap(MARK, Ordering::Relaxed) == MARK {
            MOUNTING.store(0, Ordering::Relaxed);
            return Err(Error::IO);
        }
        let files = FlashFiles::mount(Flash::new(), clock::wall_ns);
        MOUNTING.store(0, Ordering::Relaxed);
        files.map(BoardFiles::Mounted)
    }

    pub(crate) fn as_dyn(&mut self) -> &mut dyn Files {
        match self {
            BoardFiles::Mounted(files) => files,
            BoardFiles::Missing(files) => files,
        }
    }
}
