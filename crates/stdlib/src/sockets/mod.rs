//! `_socket`: sockets as functions of file numbers, and waiting for open files. `socket`, `select` and `selectors` are
//! Python on top of it.
//!
//! No function waits for a socket: `BlockingIOError` says that one would have to, and [`readiness`] waits for many at once,
//! while other threads go on. Addresses are tuples of an IP address as bytes and a port (and a flow and a scope, version
//! 6), or bytes that name a path.

mod addresses;
pub(crate) mod readiness;

use crate::posix::{argument, c_int, failed, open_file};
use addresses::{address_of, to_address};
use alloc::vec::Vec;
use ferropy_platform::sockets::Shutdown;
use ferropy_platform::{Error, FileId, Sockets};
use ferropy_runtime::buffers::{copied, with_room};
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};

/// `_socket`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_socket",
    doc: "Sockets by their numbers.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function("new", "(family, kind, protocol, /)", "Make a socket.", new),
    function("pair", "(family, kind, protocol, /)", "Make two sockets that are connected.", pair),
    function("bind", "(fd, address, /)", "Give a socket its address.", bind),
    function("connect", "(fd, address, /)", "Connect a socket: 0, or the number of an error.", connect),
    function("listen", "(fd, backlog, /)", "Let others connect.", listen),
    function("accept", "(fd, /)", "Take a connection: its number, and whose it is.", accept),
    function("send", "(fd, data, flags, address, /)", "Send bytes, to an address or None: how many.", send),
    function("receive", "(fd, size, flags, /)", "Receive bytes, and an address or None.", receive),
    function(
        "receive_into",
        "(fd, buffer, size, flags, /)",
        "Receive into a buffer: count, and address.",
        receive_into,
    ),
    function("shutdown", "(fd, how, /)", "End a connection.", shutdown),
    function("local_address", "(fd, /)", "The socket's own address.", local_address),
    function("peer_address", "(fd, /)", "The address of the other end.", peer_address),
    function("option", "(fd, level, name, /)", "An option that is a number.", option),
    function("set_option", "(fd, level, name, value, /)", "Set an option that is a number.", set_option),
    function("linger", "(fd, /)", "How long closing waits, or None.", linger),
    function("set_linger", "(fd, seconds, /)", "Wait with closing for so long, or None.", set_linger),
    function("set_membership", "(fd, group, interface, member, /)", "Join or leave a group.", set_membership),
    function("resolve", "(host, port, /)", "The addresses of a host, or None.", addresses::resolve),
    function("host_name", "()", "The name of this host.", addresses::host_name),
    function("parse_ip", "(text, version, /)", "An IP address as bytes, or None.", addresses::parse),
    function("format_ip", "(address, /)", "An IP address as text.", addresses::format),
    function("ready", "(files, /)", "What the watched files of a tuple are ready for.", readiness::ready),
    function("wait", "(files, nanoseconds, /)", "Wait until one of the watched files is ready.", readiness::wait),
];

/// The most that is received at once.
const MOST_AT_ONCE: usize = 1 << 20;

/// Does something with the platform's sockets.
fn on<T>(iso: &mut Isolate, work: impl FnOnce(&mut dyn Sockets) -> Result<T, Error>) -> Completion<T> {
    let result = match iso.platform.sockets() {
        Some(sockets) => work(sockets),
        None => Err(Error::UNSUPPORTED),
    };
    result.map_err(|error| failed(iso, error))
}

/// The platform's number of the socket that an argument means.
fn socket_of(iso: &mut Isolate, args: &[Value]) -> Completion<FileId> {
    open_file(iso, argument(args, 0))
}

fn three(iso: &mut Isolate, args: &[Value]) -> Completion<[i32; 3]> {
    Ok([c_int(iso, argument(args, 0))?, c_int(iso, argument(args, 1))?, c_int(iso, argument(args, 2))?])
}

/// The number of an open file as programs know it.
fn number(file: FileId) -> Value {
    crate::posix::number_of(file)
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [family, kind, protocol] = three(iso, args)?;
    on(iso, |sockets| sockets.socket(family, kind, protocol)).map(number)
}

fn pair(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [family, kind, protocol] = three(iso, args)?;
    let (one, other) = on(iso, |sockets| sockets.socket_pair(family, kind, protocol))?;
    iso.new_tuple(&[number(one), number(other)])
}

fn bind(iso: &mut Isolate, args: &[Value]) -> Completion {
    let socket = socket_of(iso, args)?;
    let address = to_address(iso, argument(args, 1))?;
    on(iso, |sockets| sockets.bind(socket, &address)).map(|()| Value::NONE)
}

fn connect(iso: &mut Isolate, args: &[Value]) -> Completion {
    let socket = socket_of(iso, args)?;
    let address = to_address(iso, argument(args, 1))?;
    let result = iso.platform.sockets().map_or(Err(Error::UNSUPPORTED), |sockets| sockets.connect(socket, &address));
    Ok(Value::small_int(result.map_or_else(|error| i64::from(error.code()), |()| 0)))
}

fn listen(iso: &mut Isolate, args: &[Value]) -> Completion {
    let socket = socket_of(iso, args)?;
    let backlog = c_int(iso, argument(args, 1))?;
    on(iso, |sockets| sockets.listen(socket, backlog)).map(|()| Value::NONE)
}

fn accept(iso: &mut Isolate, args: &[Value]) -> Completion {
    let socket = socket_of(iso, args)?;
    let (made, from) = on(iso, |sockets| sockets.accept(socket))?;
    let address = address_of(iso, &from)?;
    iso.new_tuple(&[number(made), address])
}

fn flags(iso: &mut Isolate, value: Value) -> Completion<u32> {
    Ok(c_int(iso, value)?.cast_unsigned())
}

fn send(iso: &mut Isolate, args: &[Value]) -> Completion {
    let socket = socket_of(iso, args)?;
    let flags = flags(iso, argument(args, 2))?;
    let to = match argument(args, 3) {
        none if none.is_none() => None,
        address => Some(to_address(iso, address)?),
    };
    let data = iso.to_buffer(argument(args, 1))?;
    let bytes = copied(&iso.bytes_like(data).unwrap_or_default())?;
    let count = on(iso, |sockets| sockets.send(socket, &bytes, flags, to.as_ref()))?;
    iso.new_int(count as i64)
}

/// Receives into a vector of that size: the bytes, the length that the message had, and an address or None.
fn received(iso: &mut Isolate, args: &[Value], size: usize, flags: u32) -> Completion<(Vec<u8>, usize, Value)> {
    let socket = socket_of(iso, args)?;
    let mut buffer = with_room(size)?;
    buffer.resize(size, 0);
    let (count, from) = on(iso, |sockets| sockets.receive(socket, &mut buffer, flags))?;
    buffer.truncate(count);
    let address = match from {
        Some(address) => address_of(iso, &address)?,
        None => Value::NONE,
    };
    Ok((buffer, count, address))
}

fn receive(iso: &mut Isolate, args: &[Value]) -> Completion {
    let size = iso.to_isize(argument(args, 1))?;
    let flags = flags(iso, argument(args, 2))?;
    let Ok(size) = usize::try_from(size) else {
        return Err(raise::value_error(iso, "negative buffersize in recv"));
    };
    let (bytes, _, address) = received(iso, args, size.min(MOST_AT_ONCE), flags)?;
    let bytes = iso.new_bytes(&bytes)?;
    iso.new_tuple(&[bytes, address])
}

fn receive_into(iso: &mut Isolate, args: &[Value]) -> Completion {
    let size = iso.to_isize(argument(args, 2))?;
    let flags = flags(iso, argument(args, 3))?;
    let (storage, range) = iso.writable_buffer(argument(args, 1), "recv_into() argument 1")?;
    let Ok(wanted) = usize::try_from(size) else {
        return Err(raise::value_error(iso, "negative buffersize in recv_into"));
    };
    if wanted > range.len() {
        return Err(raise::value_error(iso, "buffer too small for requested bytes"));
    }
    let wanted = if wanted == 0 { range.len() } else { wanted };
    let (bytes, count, address) = received(iso, args, wanted.min(MOST_AT_ONCE), flags)?;
    if let Some(place) = iso.heap.bytearray_mut(storage)
        && let Some(place) = place.get_mut(range.start..range.start + bytes.len())
    {
        place.copy_from_slice(&bytes);
    }
    let count = iso.new_int(count as i64)?;
    iso.new_tuple(&[count, address])
}

fn shutdown(iso: &mut Isolate, args: &[Value]) -> Completion {
    let socket = socket_of(iso, args)?;
    let how = match c_int(iso, argument(args, 1))? {
        0 => Shutdown::Read,
        1 => Shutdown::Write,
        2 => Shutdown::Both,
        _ => return Err(failed(iso, Error::INVALID)),
    };
    on(iso, |sockets| sockets.shutdown(socket, how)).map(|()| Value::NONE)
}

fn local_address(iso: &mut Isolate, args: &[Value]) -> Completion {
    let socket = socket_of(iso, args)?;
    let address = on(iso, |sockets| sockets.local_address(socket))?;
    address_of(iso, &address)
}

fn peer_address(iso: &mut Isolate, args: &[Value]) -> Completion {
    let socket = socket_of(iso, args)?;
    let address = on(iso, |sockets| sockets.peer_address(socket))?;
    address_of(iso, &address)
}

fn option(iso: &mut Isolate, args: &[Value]) -> Completion {
    let socket = socket_of(iso, args)?;
    let (level, name) = (c_int(iso, argument(args, 1))?, c_int(iso, argument(args, 2))?);
    let value = on(iso, |sockets| sockets.option(socket, level, name))?;
    iso.new_int(i64::from(value))
}

fn set_option(iso: &mut Isolate, args: &[Value]) -> Completion {
    let socket = socket_of(iso, args)?;
    let (level, name) = (c_int(iso, argument(args, 1))?, c_int(iso, argument(args, 2))?);
    let value = c_int(iso, argument(args, 3))?;
    on(iso, |sockets| sockets.set_option(socket, level, name, value)).map(|()| Value::NONE)
}

fn linger(iso: &mut Isolate, args: &[Value]) -> Completion {
    let socket = socket_of(iso, args)?;
    let seconds = on(iso, |sockets| sockets.linger(socket))?;
    Ok(seconds.map_or(Value::NONE, |seconds| Value::small_int(i64::from(seconds))))
}

fn set_linger(iso: &mut Isolate, args: &[Value]) -> Completion {
    let socket = socket_of(iso, args)?;
    let seconds = match argument(args, 1) {
        none if none.is_none() => None,
        seconds => Some(u16::try_from(c_int(iso, seconds)?).unwrap_or(u16::MAX)),
    };
    on(iso, |sockets| sockets.set_linger(socket, seconds)).map(|()| Value::NONE)
}

fn set_membership(iso: &mut Isolate, args: &[Value]) -> Completion {
    let socket = socket_of(iso, args)?;
    let group = four_bytes(iso, argument(args, 1))?;
    let interface = four_bytes(iso, argument(args, 2))?;
    let member = argument(args, 3) == Value::TRUE;
    on(iso, |sockets| sockets.set_membership(socket, group, interface, member)).map(|()| Value::NONE)
}

fn four_bytes(iso: &mut Isolate, value: Value) -> Completion<[u8; 4]> {
    let bytes = iso.heap.bytes(value).and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or_else(|| internal(iso))
}

/// The Python side passed what it should not.
fn internal(iso: &mut Isolate) -> Raised {
    raise::internal(iso)
}
