//! Whom the process belongs to, and what the system tells and changes about it.

use super::{argument, c_int, failed, name_object};
use alloc::vec::Vec;
use ferropy_platform::Identity;
use ferropy_runtime::{Completion, Isolate, Value};

/// One of the numbers of the process's identity.
pub(super) fn identity(iso: &mut Isolate, part: fn(&Identity) -> u32) -> Completion {
    match iso.platform.process().identity() {
        Ok(identity) => iso.new_int(i64::from(part(&identity))),
        Err(error) => Err(failed(iso, error)),
    }
}

pub(super) fn login_name(iso: &mut Isolate, _: &[Value]) -> Completion {
    match iso.platform.process().login_name() {
        Ok(name) => name_object(iso, &name, false),
        Err(error) => Err(failed(iso, error)),
    }
}

pub(super) fn names(iso: &mut Isolate, _: &[Value]) -> Completion {
    let names = match iso.platform.process().system_names() {
        Ok(names) => names,
        Err(error) => return Err(failed(iso, error)),
    };
    let mut items = Vec::with_capacity(names.len());
    for name in names {
        items.push(name_object(iso, &name, false)?);
    }
    iso.new_tuple(&items)
}

/// Seconds: for the process, and, last, since some moment in the past.
pub(super) fn times(iso: &mut Isolate, _: &[Value]) -> Completion {
    let times = match iso.platform.process().times_ns() {
        Ok(times) => times,
        Err(error) => return Err(failed(iso, error)),
    };
    let elapsed = iso.platform.clock().monotonic_ns();
    let mut items = Vec::with_capacity(times.len() + 1);
    // The system counts in hundredths of a second.
    for time in times.into_iter().chain([elapsed]) {
        items.push(iso.new_float((time / 10_000_000) as f64 / 100.0)?);
    }
    iso.new_tuple(&items)
}

pub(super) fn set_file_mask(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mask = c_int(iso, argument(args, 0))?;
    match iso.platform.process().set_file_mask(mask as u32 & 0o777) {
        Ok(before) => iso.new_int(i64::from(before)),
        Err(error) => Err(failed(iso, error)),
    }
}

pub(super) fn add_nice(iso: &mut Isolate, args: &[Value]) -> Completion {
    let increment = c_int(iso, argument(args, 0))?;
    match iso.platform.process().add_nice(increment) {
        Ok(niceness) => iso.new_int(i64::from(niceness)),
        Err(error) => Err(failed(iso, error)),
    }
}
