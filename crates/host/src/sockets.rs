//! Sockets of the operating system, in the table of open files.

use crate::error::from_number;
use crate::files::HostFiles;
use crate::names;
use ferropy_platform::sockets::{Address, Shutdown, Sockets};
use ferropy_platform::{Error, FileId};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::io::Errno;
use rustix::net::{
    self, AddressFamily, RecvFlags, SendFlags, SocketAddrAny, SocketAddrUnix, SocketFlags, SocketType, sockopt,
};
use std::fs::File;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::NonZeroU32;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

/// What all sockets are: programs that this one starts don't get them. Whether others who have them wait is the program's
/// to say, but no operation of ours does.
const FLAGS: SocketFlags = SocketFlags::CLOEXEC;

/// Does something that would wait with a socket that has no flag for one operation.
fn at_once<T>(
    socket: BorrowedFd<'_>,
    work: impl FnOnce(BorrowedFd<'_>) -> rustix::io::Result<T>,
) -> rustix::io::Result<T> {
    let flags = fcntl_getfl(socket)?;
    if flags.contains(OFlags::NONBLOCK) {
        return work(socket);
    }
    fcntl_setfl(socket, flags | OFlags::NONBLOCK)?;
    let result = work(socket);
    fcntl_setfl(socket, flags)?;
    result
}

fn done<T>(result: rustix::io::Result<T>) -> Result<T, Error> {
    result.map_err(from_number)
}

/// An address as the system takes it.
enum SystemAddress {
    Ip(SocketAddr),
    Path(SocketAddrUnix),
}

impl SystemAddress {
    fn of(address: &Address) -> Result<SystemAddress, Error> {
        Ok(match address {
            Address::V4(ip, port) => SystemAddress::Ip(SocketAddrV4::new(Ipv4Addr::from(*ip), *port).into()),
            Address::V6(ip, port, flow, scope) => {
                SystemAddress::Ip(SocketAddrV6::new(Ipv6Addr::from(*ip), *port, *flow, *scope).into())
            }
            Address::Path(path) => SystemAddress::Path(done(match path.strip_prefix(b"\0") {
                Some(name) => SocketAddrUnix::new_abstract_name(name),
                None => SocketAddrUnix::new(path.as_slice()),
            })?),
        })
    }
}

fn address_of(address: SocketAddrAny) -> Address {
    match SocketAddr::try_from(address.clone()) {
        Ok(SocketAddr::V4(address)) => Address::V4(address.ip().octets(), address.port()),
        Ok(SocketAddr::V6(address)) => {
            Address::V6(address.ip().octets(), address.port(), address.flowinfo(), address.scope_id())
        }
        Err(_) => Address::Path(SocketAddrUnix::try_from(address).map_or_else(|_| Vec::new(), |path| path_of(&path))),
    }
}

fn path_of(address: &SocketAddrUnix) -> Vec<u8> {
    match (address.path_bytes(), address.abstract_name()) {
        (Some(path), _) => path.strip_suffix(b"\0").unwrap_or(path).to_vec(),
        (None, Some(name)) if !name.is_empty() => [b"\0", name].concat(),
        _ => Vec::new(),
    }
}

fn family_of(number: i32) -> Result<AddressFamily, Error> {
    u16::try_from(number).map(AddressFamily::from_raw).map_err(|_| Error::NO_FAMILY)
}

fn kind_of(number: i32) -> Result<SocketType, Error> {
    u32::try_from(number).map(SocketType::from_raw).map_err(|_| Error::INVALID)
}

fn protocol_of(number: i32) -> Option<net::Protocol> {
    u32::try_from(number).ok().and_then(NonZeroU32::new).map(net::Protocol::from_raw)
}

impl HostFiles {
    fn keep(&mut self, socket: OwnedFd) -> Result<FileId, Error> {
        self.insert(File::from(socket))
    }

    fn on<T>(
        &mut self,
        socket: FileId,
        work: impl FnOnce(BorrowedFd<'_>) -> rustix::io::Result<T>,
    ) -> Result<T, Error> {
        done(work(self.file(socket)?.as_fd()))
    }
}

impl Sockets for HostFiles {
    fn socket(&mut self, family: i32, kind: i32, protocol: i32) -> Result<FileId, Error> {
        let made = net::socket_with(family_of(family)?, kind_of(kind)?, FLAGS, protocol_of(protocol));
        self.keep(done(made)?)
    }

    fn socket_pair(&mut self, family: i32, kind: i32, protocol: i32) -> Result<(FileId, FileId), Error> {
        let made = net::socketpair(family_of(family)?, kind_of(kind)?, FLAGS, protocol_of(protocol));
        let (one, other) = done(made)?;
        Ok((self.keep(one)?, self.keep(other)?))
    }

    fn bind(&mut self, socket: FileId, address: &Address) -> Result<(), Error> {
        let address = SystemAddress::of(address)?;
        self.on(socket, |socket| match &address {
            SystemAddress::Ip(address) => net::bind(socket, address),
            SystemAddress::Path(path) => net::bind(socket, path),
        })
    }

    fn connect(&mut self, socket: FileId, address: &Address) -> Result<(), Error> {
        let address = SystemAddress::of(address)?;
        self.on(socket, |socket| {
            at_once(socket, |socket| match &address {
                SystemAddress::Ip(address) => net::connect(socket, address),
                SystemAddress::Path(path) => net::connect(socket, path),
            })
        })
    }

    fn listen(&mut self, socket: FileId, backlog: i32) -> Result<(), Error> {
        self.on(socket, |socket| net::listen(socket, backlog))
    }

    fn accept(&mut self, socket: FileId) -> Result<(FileId, Address), Error> {
        let (made, from) = self.on(socket, |socket| at_once(socket, |socket| net::acceptfrom_with(socket, FLAGS)))?;
        let address = from.map_or_else(|| Address::Path(Vec::new()), address_of);
        Ok((self.keep(made)?, address))
    }

    fn send(&mut self, socket: FileId, bytes: &[u8], flags: u32, to: Option<&Address>) -> Result<usize, Error> {
        // A connection that is gone is an error, not a signal.
        let flags = SendFlags::from_bits_retain(flags) | SendFlags::NOSIGNAL | SendFlags::DONTWAIT;
        let to = to.map(SystemAddress::of).transpose()?;
        self.on(socket, |socket| match &to {
            None => net::send(socket, bytes, flags),
            Some(SystemAddress::Ip(address)) => net::sendto(socket, bytes, flags, address),
            Some(SystemAddress::Path(path)) => net::sendto(socket, bytes, flags, path),
        })
    }

    fn receive(&mut self, socket: FileId, buffer: &mut [u8], flags: u32) -> Result<(usize, Option<Address>), Error> {
        let flags = RecvFlags::from_bits_retain(flags) | RecvFlags::DONTWAIT;
        let (count, length, from) = self.on(socket, |socket| net::recvfrom(socket, &mut *buffer, flags))?;
        // With MSG_TRUNC the length of the message may be more than there was room for.
        Ok((count.max(length), from.map(address_of)))
    }

    fn shutdown(&mut self, socket: FileId, how: Shutdown) -> Result<(), Error> {
        let how = match how {
            Shutdown::Read => net::Shutdown::Read,
            Shutdown::Write => net::Shutdown::Write,
            Shutdown::Both => net::Shutdown::Both,
        };
        self.on(socket, |socket| net::shutdown(socket, how))
    }

    fn local_address(&mut self, socket: FileId) -> Result<Address, Error> {
        self.on(socket, |socket| net::getsockname(socket)).map(address_of)
    }

    fn peer_address(&mut self, socket: FileId) -> Result<Address, Error> {
        let address = self.on(socket, |socket| net::getpeername(socket))?;
        Ok(address.map_or_else(|| Address::Path(Vec::new()), address_of))
    }

    fn option(&mut self, socket: FileId, level: i32, name: i32) -> Result<i32, Error> {
        self.on(socket, |socket| number_of(socket, level, name))
    }

    fn set_option(&mut self, socket: FileId, level: i32, name: i32, value: i32) -> Result<(), Error> {
        self.on(socket, |socket| set_number(socket, level, name, value))
    }

    fn linger(&mut self, socket: FileId) -> Result<Option<u16>, Error> {
        let time = self.on(socket, |socket| sockopt::socket_linger(socket))?;
        Ok(time.map(|time| u16::try_from(time.as_secs()).unwrap_or(u16::MAX)))
    }

    fn set_linger(&mut self, socket: FileId, seconds: Option<u16>) -> Result<(), Error> {
        let time = seconds.map(|seconds| Duration::from_secs(seconds.into()));
        self.on(socket, |socket| sockopt::set_socket_linger(socket, time))
    }

    fn set_membership(
        &mut self,
        socket: FileId,
        group: [u8; 4],
        interface: [u8; 4],
        member: bool,
    ) -> Result<(), Error> {
        let (group, interface) = (Ipv4Addr::from(group), Ipv4Addr::from(interface));
        self.on(socket, |socket| {
            if member {
                sockopt::set_ip_add_membership(socket, &group, &interface)
            } else {
                sockopt::set_ip_drop_membership(socket, &group, &interface)
            }
        })
    }

    fn start_resolving(&mut self, host: &str) -> Result<FileId, Error> {
        self.keep(names::start(host)?.into())
    }

    fn resolved(&mut self, answer: FileId, port: u16) -> Result<Vec<Address>, Error> {
        names::finish(self.file(answer)?, port)
    }

    fn host_name(&mut self) -> String {
        rustix::system::uname().nodename().to_string_lossy().into_owned()
    }
}

/// Numbers of levels and options: those of Linux.
mod number {
    pub(super) const SOCKET: i32 = 1;
    pub(super) const IP: i32 = 0;
    pub(super) const TCP: i32 = 6;
    pub(super) const IPV6: i32 = 41;
}

/// Options whose values are numbers: level, name, how it is read and how it is set.
type Get = fn(BorrowedFd<'_>) -> rustix::io::Result<i32>;
type Set = fn(BorrowedFd<'_>, i32) -> rustix::io::Result<()>;

fn as_size(value: i32) -> rustix::io::Result<usize> {
    usize::try_from(value).map_err(|_| Errno::INVAL)
}

fn as_count(value: i32) -> rustix::io::Result<u32> {
    u32::try_from(value).map_err(|_| Errno::INVAL)
}

fn as_time(value: i32) -> rustix::io::Result<Duration> {
    Ok(Duration::from_secs(as_count(value)?.into()))
}

fn size(value: usize) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}

fn count(value: u32) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}

fn seconds(time: Duration) -> i32 {
    i32::try_from(time.as_secs()).unwrap_or(i32::MAX)
}

/// Marks of rows that can't be set.
fn read_only(_: BorrowedFd<'_>, _: i32) -> rustix::io::Result<()> {
    Err(Errno::NOPROTOOPT)
}

macro_rules! switch {
    ($get:ident, $set:ident) => {
        (|socket| sockopt::$get(socket).map(i32::from), |socket, value| sockopt::$set(socket, value != 0))
    };
}

macro_rules! counted {
    ($get:ident, $set:ident) => {
        (|socket| sockopt::$get(socket).map(count), |socket, value| sockopt::$set(socket, as_count(value)?))
    };
}

macro_rules! timed {
    ($get:ident, $set:ident) => {
        (|socket| sockopt::$get(socket).map(seconds), |socket, value| sockopt::$set(socket, as_time(value)?))
    };
}

static OPTIONS: &[(i32, i32, (Get, Set))] = &[
    (number::SOCKET, 2, switch!(socket_reuseaddr, set_socket_reuseaddr)),
    (number::SOCKET, 3, (|socket| sockopt::socket_type(socket).map(|kind| count(kind.as_raw())), read_only)),
    (number::SOCKET, 4, (error_of, read_only)),
    (number::SOCKET, 6, switch!(socket_broadcast, set_socket_broadcast)),
    (
        number::SOCKET,
        7,
        (
            |socket| sockopt::socket_send_buffer_size(socket).map(size),
            |socket, value| sockopt::set_socket_send_buffer_size(socket, as_size(value)?),
        ),
    ),
    (
        number::SOCKET,
        8,
        (
            |socket| sockopt::socket_recv_buffer_size(socket).map(size),
            |socket, value| sockopt::set_socket_recv_buffer_size(socket, as_size(value)?),
        ),
    ),
    (number::SOCKET, 9, switch!(socket_keepalive, set_socket_keepalive)),
    (number::SOCKET, 10, switch!(socket_oobinline, set_socket_oobinline)),
    (number::SOCKET, 15, switch!(socket_reuseport, set_socket_reuseport)),
    (number::SOCKET, 30, (|socket| sockopt::socket_acceptconn(socket).map(i32::from), read_only)),
    (
        number::SOCKET,
        38,
        (|socket| Ok(sockopt::socket_protocol(socket)?.map_or(0, |known| count(known.as_raw().get()))), read_only),
    ),
    (number::SOCKET, 39, (|socket| Ok(sockopt::socket_domain(socket)?.as_raw().into()), read_only)),
    (
        number::IP,
        1,
        (
            |socket| sockopt::ip_tos(socket).map(i32::from),
            |socket, value| sockopt::set_ip_tos(socket, u8::try_from(value).map_err(|_| Errno::INVAL)?),
        ),
    ),
    (number::IP, 2, counted!(ip_ttl, set_ip_ttl)),
    (number::IP, 33, counted!(ip_multicast_ttl, set_ip_multicast_ttl)),
    (number::IP, 34, switch!(ip_multicast_loop, set_ip_multicast_loop)),
    (number::TCP, 1, switch!(tcp_nodelay, set_tcp_nodelay)),
    (number::TCP, 3, switch!(tcp_cork, set_tcp_cork)),
    (number::TCP, 4, timed!(tcp_keepidle, set_tcp_keepidle)),
    (number::TCP, 5, timed!(tcp_keepintvl, set_tcp_keepintvl)),
    (number::TCP, 6, counted!(tcp_keepcnt, set_tcp_keepcnt)),
    (number::TCP, 12, switch!(tcp_quickack, set_tcp_quickack)),
    (number::TCP, 18, counted!(tcp_user_timeout, set_tcp_user_timeout)),
    (number::IPV6, 18, counted!(ipv6_multicast_hops, set_ipv6_multicast_hops)),
    (number::IPV6, 19, switch!(ipv6_multicast_loop, set_ipv6_multicast_loop)),
    (number::IPV6, 26, switch!(ipv6_v6only, set_ipv6_v6only)),
];

/// The error that a socket has met; asking takes it away.
fn error_of(socket: BorrowedFd<'_>) -> rustix::io::Result<i32> {
    Ok(sockopt::socket_error(socket)?.map_or_else(Errno::raw_os_error, |()| 0))
}

fn known(level: i32, name: i32) -> rustix::io::Result<(Get, Set)> {
    let found = OPTIONS.iter().find(|known| (known.0, known.1) == (level, name));
    found.map(|found| found.2).ok_or(Errno::NOPROTOOPT)
}

fn number_of(socket: BorrowedFd<'_>, level: i32, name: i32) -> rustix::io::Result<i32> {
    known(level, name)?.0(socket)
}

fn set_number(socket: BorrowedFd<'_>, level: i32, name: i32, value: i32) -> rustix::io::Result<()> {
    known(level, name)?.1(socket, value)
}
