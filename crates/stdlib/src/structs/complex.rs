//! The codes of complex numbers, `F` and `D`: two floats side by side.

use super::{Format, error, pack_single};
use alloc::vec::Vec;
use ferropy_runtime::{Completion, Isolate, Value};

/// Whether there are such codes: boards do without.
pub(super) const HAS_CODES: bool = cfg!(feature = "cmath");

/// Packs a number.
pub(super) fn pack(iso: &mut Isolate, format: &Format, letter: u8, value: Value, out: &mut Vec<u8>) -> Completion<()> {
    let inner = iso.unwrap(value);
    let (real, imaginary) = match iso.heap.complex(inner) {
        Some(parts) => parts,
        None => match iso.to_f64(value) {
            Ok(float) => (float, 0.0),
            Err(_) => {
                iso.take_exception();
                return Err(error(iso, "required argument is not a complex"));
            }
        },
    };
    for part in [real, imaginary] {
        if letter == b'D' {
            format.put(out, part.to_bits(), 8);
        } else {
            pack_single(iso, format, part, out)?;
        }
    }
    Ok(())
}

/// The number that bytes hold.
pub(super) fn unpack(iso: &mut Isolate, format: &Format, letter: u8, field: &[u8]) -> Completion {
    let (real, imaginary) = field.split_at(field.len() / 2);
    let part = |field| {
        let bits = format.get(field);
        if letter == b'D' { f64::from_bits(bits) } else { f64::from(f32::from_bits(bits as u32)) }
    };
    let made = iso.heap.new_complex(part(real), part(imaginary))?;
    Ok(iso.keep(made))
}
