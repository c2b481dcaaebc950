//! Addresses: between the platform and Python, and as text.

use super::internal;
use super::readiness::until_readable;
use crate::posix::{argument, c_int};
use alloc::string::ToString;
use alloc::vec::Vec;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use ferropy_platform::sockets::Address;
use ferropy_runtime::buffers::copied;
use ferropy_runtime::{Completion, Isolate, Value};

/// The platform's form of an address.
pub(super) fn to_address(iso: &mut Isolate, value: Value) -> Completion<Address> {
    if let Some(path) = iso.heap.bytes(value) {
        return Ok(Address::Path(copied(path)?));
    }
    let fields: Vec<Value> = iso.heap.items(value).collect();
    let &[ip, port, ref rest @ ..] = fields.as_slice() else { return Err(internal(iso)) };
    let port = u16::try_from(c_int(iso, port)?).map_err(|_| internal(iso))?;
    let bytes = iso.heap.bytes(ip).unwrap_or_default();
    if let Ok(ip) = <[u8; 4]>::try_from(bytes) {
        return Ok(Address::V4(ip, port));
    }
    let ip = <[u8; 16]>::try_from(bytes).map_err(|_| internal(iso))?;
    let &[flow, scope] = rest else { return Err(internal(iso)) };
    let (flow, scope) = (iso.to_isize(flow)? as u32, iso.to_isize(scope)? as u32);
    Ok(Address::V6(ip, port, flow, scope))
}

/// Python's form of an address.
pub(super) fn address_of(iso: &mut Isolate, address: &Address) -> Completion {
    match address {
        Address::V4(ip, port) => {
            let ip = iso.new_bytes(ip)?;
            iso.new_tuple(&[ip, Value::small_int(i64::from(*port))])
        }
        Address::V6(ip, port, flow, scope) => {
            let ip = iso.new_bytes(ip)?;
            let (flow, scope) = (iso.new_int(i64::from(*flow))?, iso.new_int(i64::from(*scope))?);
            iso.new_tuple(&[ip, Value::small_int(i64::from(*port)), flow, scope])
        }
        Address::Path(path) => iso.new_bytes(path),
    }
}

/// `resolve(host, port)`: a list of addresses, or None where nobody knows the host.
pub(super) fn resolve(iso: &mut Isolate, args: &[Value]) -> Completion {
    let host = iso.to_text(argument(args, 0)).unwrap_or_default();
    let port = u16::try_from(c_int(iso, argument(args, 1))?).map_err(|_| internal(iso))?;
    let Some(Ok(answer)) = iso.platform.sockets().map(|sockets| sockets.start_resolving(&host)) else {
        return Ok(Value::NONE);
    };
    let waited = until_readable(iso, answer);
    let found = match waited {
        Ok(()) => iso.platform.sockets().and_then(|sockets| sockets.resolved(answer, port).ok()),
        Err(_) => None,
    };
    let _ = iso.platform.files().close(answer);
    waited?;
    let found = found.unwrap_or_default();
    if found.is_empty() {
        return Ok(Value::NONE);
    }
    let mut addresses = Vec::new();
    for address in &found {
        addresses.push(address_of(iso, address)?);
    }
    iso.new_list(&addresses)
}

/// `host_name()`
pub(super) fn host_name(iso: &mut Isolate, _: &[Value]) -> Completion {
    let name = iso.platform.sockets().map(|sockets| sockets.host_name()).unwrap_or_default();
    iso.new_str(&name)
}

/// `parse_ip(text, version)`: the bytes of an address of version 4 or 6, or None.
pub(super) fn parse(iso: &mut Isolate, args: &[Value]) -> Completion {
    let text = iso.to_text(argument(args, 0)).unwrap_or_default();
    if argument(args, 1).as_small_int() == Some(4) {
        match text.parse::<Ipv4Addr>() {
            Ok(ip) => iso.new_bytes(&ip.octets()),
            Err(_) => Ok(Value::NONE),
        }
    } else {
        match text.parse::<Ipv6Addr>() {
            Ok(ip) => iso.new_bytes(&ip.octets()),
            Err(_) => Ok(Value::NONE),
        }
    }
}

/// `format_ip(address)`
pub(super) fn format(iso: &mut Isolate, args: &[Value]) -> Completion {
    let bytes = iso.heap.bytes(argument(args, 0)).unwrap_or_default();
    let ip = match (<[u8; 4]>::try_from(bytes), <[u8; 16]>::try_from(bytes)) {
        (Ok(ip), _) => IpAddr::from(ip),
        (_, Ok(ip)) => IpAddr::from(ip),
        _ => return Err(internal(iso)),
    };
    iso.new_str(&ip.to_string())
}
