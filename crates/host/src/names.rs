//! Looking up the names of hosts: a thread of its own asks the system, which may take long, and writes what it finds into a
//! pipe that others wait for.

use ferropy_platform::Error;
use ferropy_platform::sockets::Address;
use std::io::{Read, Write};
use std::net::{SocketAddr, ToSocketAddrs};
use std::os::unix::net::UnixStream;

/// An address in the pipe: 16 bytes of an IP address, of which version 4 uses the last four, the version, flow and scope.
const SIZE: usize = 16 + 1 + 4 + 4;

/// Begins to look a host up: what can be read when that is done.
pub(crate) fn start(host: &str) -> Result<UnixStream, Error> {
    let failed = |error: std::io::Error| crate::error::convert(&error);
    let (from, mut to) = UnixStream::pair().map_err(failed)?;
    let host = host.to_owned();
    let thread = std::thread::Builder::new().name("names".into()).spawn(move || {
        let mut bytes = Vec::new();
        for address in (host.as_str(), 0).to_socket_addrs().into_iter().flatten() {
            push(&mut bytes, address);
        }
        // Who does not want to know any more has closed the other end.
        let _ = to.write_all(&bytes);
    });
    thread.map(|_| from).map_err(failed)
}

fn push(bytes: &mut Vec<u8>, address: SocketAddr) {
    let mut record = Vec::with_capacity(SIZE);
    match address {
        SocketAddr::V4(address) => {
            record.extend_from_slice(&[0; 12]);
            record.extend_from_slice(&address.ip().octets());
            record.extend_from_slice(&[4; 1]);
            record.extend_from_slice(&[0; 8]);
        }
        SocketAddr::V6(address) => {
            record.extend_from_slice(&address.ip().octets());
            record.extend_from_slice(&[6; 1]);
            record.extend_from_slice(&address.flowinfo().to_be_bytes());
            record.extend_from_slice(&address.scope_id().to_be_bytes());
        }
    }
    // The system gives an address once for each kind of socket.
    if !bytes.chunks(SIZE).any(|known| known == record) {
        bytes.extend_from_slice(&record);
    }
}

/// What was found, with that port.
pub(crate) fn finish(mut from: impl Read, port: u16) -> Result<Vec<Address>, Error> {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes).map_err(|error| crate::error::convert(&error))?;
    let mut addresses = Vec::new();
    for record in bytes.chunks_exact(SIZE) {
        let number = |at: usize| record.get(at..at + 4).and_then(|part| part.try_into().ok()).map(u32::from_be_bytes);
        let ip = |from: usize| record.get(from..16);
        addresses.extend(if record.get(16) == Some(&4) {
            ip(12).and_then(|ip| ip.try_into().ok()).map(|ip| Address::V4(ip, port))
        } else {
            let ip = ip(0).and_then(|ip| ip.try_into().ok());
            ip.map(|ip| Address::V6(ip, port, number(17).unwrap_or(0), number(21).unwrap_or(0)))
        });
    }
    Ok(addresses)
}
