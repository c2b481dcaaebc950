//! A platform that has nothing.

use ferropy_platform::{Clock, Console, Entropy, Error, Files, Process, Stream, Whole};

/// All of the platform's traits in one.
pub(crate) struct Nothing;

impl Whole for Nothing {
    const NAME: &'static str = "nothing";
}

impl Console for Nothing {
    fn write(&mut self, _: Stream, _: &[u8]) -> Result<(), Error> {
        Ok(())
    }

    fn read(&mut self, _: &mut [u8]) -> Result<usize, Error> {
        Ok(0)
    }

    fn is_terminal(&self, _: u32) -> bool {
        false
    }

    fn take_interrupt(&mut self) -> bool {
        false
    }
}

impl Clock for Nothing {
    fn monotonic_ns(&mut self) -> u64 {
        0
    }

    fn wall_ns(&mut self) -> i128 {
        0
    }

    fn sleep_ns(&mut self, _: u64) -> Result<(), Error> {
        Ok(())
    }
}

impl Entropy for Nothing {
    fn fill(&mut self, _: &mut [u8]) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }
}

impl Files for Nothing {}

impl Process for Nothing {}
