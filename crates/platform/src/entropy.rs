//! Random bytes.

use crate::Error;

/// A source of random bytes fit for secrets, where the host has one.
pub trait Entropy {
    /// Fills the buffer.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where there is no source.
    fn fill(&mut self, buffer: &mut [u8]) -> Result<(), Error>;
}
