//! Sockets. An open socket is an open file: it is closed, read, written and waited for as one. No operation waits: who
//! would have to gets [`Error::WOULD_BLOCK`], or [`Error::IN_PROGRESS`] from [`Sockets::connect`].
//!
//! Numbers of families, kinds, protocols, flags and options are Linux's on every platform, as those of errors are.

use crate::{Error, FileId};
use alloc::string::String;
use alloc::vec::Vec;

/// Numbers of families.
pub mod family {
    /// `AF_UNSPEC`
    pub const ANY: i32 = 0;
    /// `AF_UNIX`
    pub const UNIX: i32 = 1;
    /// `AF_INET`
    pub const INET: i32 = 2;
    /// `AF_INET6`
    pub const INET6: i32 = 10;
}

/// What a socket is bound or connected to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// IP, version 4: the bytes and the port.
    V4([u8; 4], u16),
    /// IP, version 6: the bytes, the port, the flow and the scope.
    V6([u8; 16], u16, u32, u32),
    /// A path of the file system, or a name that begins with a zero byte; empty for none.
    Path(Vec<u8>),
}

/// Which way a connection is ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shutdown {
    /// Nothing is read any more.
    Read,
    /// Nothing is written any more.
    Write,
    /// Both.
    Both,
}

/// Sockets.
pub trait Sockets {
    /// Makes a socket.
    ///
    /// # Errors
    /// What the host reports.
    fn socket(&mut self, family: i32, kind: i32, protocol: i32) -> Result<FileId, Error>;

    /// Makes two sockets that are connected with each other.
    ///
    /// # Errors
    /// What the host reports.
    fn socket_pair(&mut self, family: i32, kind: i32, protocol: i32) -> Result<(FileId, FileId), Error>;

    /// Gives a socket its own address.
    ///
    /// # Errors
    /// [`Error::ADDRESS_IN_USE`] and others.
    fn bind(&mut self, socket: FileId, address: &Address) -> Result<(), Error>;

    /// Connects a socket.
    ///
    /// # Errors
    /// [`Error::IN_PROGRESS`]: it can be written when it is connected or has failed; and others.
    fn connect(&mut self, socket: FileId, address: &Address) -> Result<(), Error>;

    /// Lets others connect to a socket.
    ///
    /// # Errors
    /// What the host reports.
    fn listen(&mut self, socket: FileId, backlog: i32) -> Result<(), Error>;

    /// Takes a connection that somebody made, and whose it is.
    ///
    /// # Errors
    /// [`Error::WOULD_BLOCK`] and others.
    fn accept(&mut self, socket: FileId) -> Result<(FileId, Address), Error>;

    /// Sends bytes, to an address if there is one: how many.
    ///
    /// # Errors
    /// [`Error::WOULD_BLOCK`], [`Error::BROKEN_PIPE`] and others.
    fn send(&mut self, socket: FileId, bytes: &[u8], flags: u32, to: Option<&Address>) -> Result<usize, Error>;

    /// Receives bytes: how many, and from whom, if that is known.
    ///
    /// # Errors
    /// [`Error::WOULD_BLOCK`] and others.
    fn receive(&mut self, socket: FileId, buffer: &mut [u8], flags: u32) -> Result<(usize, Option<Address>), Error>;

    /// Ends a connection in one way or in both.
    ///
    /// # Errors
    /// [`Error::NOT_CONNECTED`] and others.
    fn shutdown(&mut self, socket: FileId, how: Shutdown) -> Result<(), Error>;

    /// A socket's own address.
    ///
    /// # Errors
    /// What the host reports.
    fn local_address(&mut self, socket: FileId) -> Result<Address, Error>;

    /// The address of the other end.
    ///
    /// # Errors
    /// [`Error::NOT_CONNECTED`] and others.
    fn peer_address(&mut self, socket: FileId) -> Result<Address, Error>;

    /// An option whose value is a number.
    ///
    /// # Errors
    /// [`Error::NO_OPTION`] for one that the platform does not know.
    fn option(&mut self, socket: FileId, level: i32, name: i32) -> Result<i32, Error>;

    /// Sets an option whose value is a number.
    ///
    /// # Errors
    /// [`Error::NO_OPTION`] for one that the platform does not know.
    fn set_option(&mut self, socket: FileId, level: i32, name: i32, value: i32) -> Result<(), Error>;

    /// How many seconds closing waits for what was not sent yet, if it does; the option `SO_LINGER`.
    ///
    /// # Errors
    /// What the host reports.
    fn linger(&mut self, socket: FileId) -> Result<Option<u16>, Error>;

    /// Sets what [`Sockets::linger`] says.
    ///
    /// # Errors
    /// What the host reports.
    fn set_linger(&mut self, socket: FileId, seconds: Option<u16>) -> Result<(), Error>;

    /// Takes part in a group of receivers (version 4), or no longer, through the interface with an address.
    ///
    /// # Errors
    /// What the host reports.
    fn set_membership(&mut self, socket: FileId, group: [u8; 4], interface: [u8; 4], member: bool)
    -> Result<(), Error>;

    /// Begins to look up the addresses of a host: a file that can be read when they are known.
    ///
    /// # Errors
    /// What the host reports.
    fn start_resolving(&mut self, host: &str) -> Result<FileId, Error>;

    /// What [`Sockets::start_resolving`] has found, with that port; nothing where nobody knows the host. The file is to be
    /// closed then.
    ///
    /// # Errors
    /// What the host reports.
    fn resolved(&mut self, answer: FileId, port: u16) -> Result<Vec<Address>, Error>;

    /// The name of this host.
    fn host_name(&mut self) -> String;
}
