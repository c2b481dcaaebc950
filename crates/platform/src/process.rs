//! The process around an isolate.

use crate::Error;
use alloc::vec::Vec;

/// Environment and identity of the process.
pub trait Process {
    /// All environment variables: names and values as the host has them, bytes.
    fn environment(&mut self) -> Vec<(Vec<u8>, Vec<u8>)> {
        Vec::new()
    }

    /// Sets an environment variable, or removes it.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where there is no environment.
    fn set_environment(&mut self, _name: &[u8], _value: Option<&[u8]>) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// The path of the running program; empty if unknown.
    fn executable(&mut self) -> Vec<u8> {
        Vec::new()
    }

    /// The process number; 0 where there are none.
    fn id(&mut self) -> u32 {
        0
    }

    /// Number of processors.
    fn processors(&mut self) -> usize {
        1
    }
}
