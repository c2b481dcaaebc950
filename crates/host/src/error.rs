//! From the standard library's errors to the platform's.

use ferropy_platform::Error;
use std::io;

/// The platform's error for one of the standard library's.
pub(crate) fn convert(error: &io::Error) -> Error {
    if let Some(code) = error.raw_os_error() {
        return Error::new(code);
    }
    match error.kind() {
        io::ErrorKind::NotFound => Error::NOT_FOUND,
        io::ErrorKind::PermissionDenied => Error::PERMISSION,
        io::ErrorKind::AlreadyExists => Error::EXISTS,
        io::ErrorKind::Interrupted => Error::INTERRUPTED,
        io::ErrorKind::BrokenPipe => Error::BROKEN_PIPE,
        io::ErrorKind::InvalidInput => Error::INVALID,
        _ => Error::IO,
    }
}

/// The platform's error for one of the system's numbers.
pub(crate) fn from_number(error: rustix::io::Errno) -> Error {
    Error::new(error.raw_os_error())
}
