//! The functions that measure and make pulses on pins.

use super::pin::pin_argument;
use super::{argument, ask, reach, reach_with};
use ferropy_platform::Error;
use ferropy_platform::hardware::PinMode;
use ferropy_runtime::{Completion, Isolate, Value, raise};

pub(super) fn time_pulse_us(iso: &mut Isolate, args: &[Value]) -> Completion {
    let pin = pin_argument(iso, argument(args, 0))?;
    let high = iso.is_true(argument(args, 1))?;
    let timeout = iso.to_isize(argument(args, 2).or(Value::small_int(1_000_000)))?;
    let timeout = u32::try_from(timeout.max(0)).unwrap_or(u32::MAX);
    match reach(iso, |hardware| hardware.time_pulse(pin, high, timeout))? {
        Ok(time) => iso.new_int(time.into()),
        Err(Error::INTERRUPTED) => iso.look_at_world().map(|()| Value::small_int(-2)),
        Err(error) => Err(raise::os_error(iso, error.code())),
    }
}

pub(super) fn bitstream(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[pin, encoding, timing, data] = args else { return Err(raise::internal(iso)) };
    let pin = pin_argument(iso, pin)?;
    let encoding = iso.to_isize(encoding)?;
    let data = iso.to_buffer(data)?;
    if encoding != 0 {
        return Err(raise::value_error(iso, "encoding"));
    }
    let timing = iso.collect_items(timing)?;
    let mut times = [0; 4];
    if iso.heap.sequence_len(timing) != times.len() {
        return Err(raise::value_error(iso, "requested length 4 but object has another"));
    }
    for (place, time) in times.iter_mut().enumerate() {
        let item = iso.heap.sequence_item(timing, place).unwrap_or(Value::NONE);
        *time = u32::try_from(iso.to_isize(item)?).unwrap_or(0);
    }
    ask(iso, |hardware| hardware.set_pin_state(pin, Some((PinMode::Out, None)), None, None))?;
    match reach_with(iso, data, |hardware, bytes| hardware.send_bits(pin, times, bytes))? {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(raise::os_error(iso, error.code())),
    }
}

pub(super) fn dht_readinto(iso: &mut Isolate, args: &[Value]) -> Completion {
    let pin = pin_argument(iso, argument(args, 0))?;
    let (storage, range) = iso.writable_buffer(argument(args, 1), "argument")?;
    if range.len() < 5 {
        return Err(raise::value_error(iso, "buffer too small"));
    }
    // The sensor wants the line high for a while, then low, and answers when it is let go.
    for (high, nanoseconds) in [(true, 250_000_000), (false, 18_000_000)] {
        ask(iso, |hardware| hardware.set_pin_state(pin, Some((PinMode::OpenDrain, Some(high))), None, None))?;
        let end = iso.platform.clock().monotonic_ns().saturating_add(nanoseconds);
        iso.sleep_until(end)?;
    }
    let bytes = ask(iso, |hardware| hardware.read_dht(pin))?;
    // A handler may have made the buffer shorter meanwhile.
    let place = iso.heap.bytearray_mut(storage).and_then(|buffer| buffer.get_mut(range)?.first_chunk_mut());
    if let Some(place) = place {
        *place = bytes;
    }
    Ok(Value::NONE)
}
