//! Which constants of a code are one.

use alloc::vec::Vec;
use ferropy_bytecode::Constant;

/// Bytes that are equal for constants that may be shared; empty for those that may not.
pub(crate) fn constant_key(constant: &Constant, key: &mut Vec<u8>) {
    match constant {
        Constant::None => key.push(0),
        Constant::Bool(value) => key.extend([1, u8::from(*value)]),
        Constant::Ellipsis => key.push(2),
        Constant::Int(value) => {
            key.push(3);
            key.extend(value.to_le_bytes());
        }
        Constant::Float(value) => {
            key.push(4);
            key.extend(value.to_bits().to_le_bytes());
        }
        Constant::Complex(real, imaginary) => {
            key.push(5);
            key.extend(real.to_bits().to_le_bytes());
            key.extend(imaginary.to_bits().to_le_bytes());
        }
        Constant::Str(bytes) | Constant::Bytes(bytes) => {
            key.push(if matches!(constant, Constant::Str(_)) { 6 } else { 7 });
            key.extend((bytes.len() as u32).to_le_bytes());
            key.extend_from_slice(bytes);
        }
        Constant::Tuple(items) => {
            key.push(8);
            key.extend((items.len() as u32).to_le_bytes());
            for item in items {
                let before = key.len();
                constant_key(item, key);
                if key.len() == before {
                    key.clear();
                    return;
                }
            }
        }
        Constant::BigInt(value) => {
            key.extend([9, u8::from(value.is_negative())]);
            for limb in value.limbs() {
                key.extend(limb.to_le_bytes());
            }
        }
        Constant::FrozenSet(_) | Constant::Slice(_) | Constant::Code(_) | Constant::Loaded(_) => key.clear(),
    }
}
