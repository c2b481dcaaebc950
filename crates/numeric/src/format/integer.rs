//! Integers in a field.

use super::field::{MachineDigits, append, pad, plain_fill, positive_sign};
use super::layout::Parts;
use super::{FormatError, FormatSpec, format_float};
use crate::integer::IntegerRef;
use crate::watch::Watch;
use alloc::string::String;
use alloc::vec::Vec;

/// Formats an integer. The caller applies the limit on decimal digits before.
pub fn format_integer(value: IntegerRef<'_>, spec: &FormatSpec, watch: Watch) -> Result<String, FormatError> {
    let code = spec.code.unwrap_or('d');
    let (base, prefix) = match code {
        'd' | 'n' => (10, ""),
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        'c' => return format_character(value, spec),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => return format_float(value.to_f64()?, spec),
        _ => return Err(FormatError::UnknownCode(code)),
    };
    check_plain(spec)?;
    let machine;
    let mut long;
    let digits = match value.to_i64() {
        Some(small) => {
            machine = MachineDigits::new(small.unsigned_abs(), base, code == 'X');
            // All ASCII.
            core::str::from_utf8(machine.as_bytes()).unwrap_or_default()
        }
        None => {
            long = value.abs().to_text(base, watch)?;
            if code == 'X' {
                long.make_ascii_uppercase();
            }
            long.as_str()
        }
    };
    let parts = Parts {
        negative: value.is_negative(),
        prefix: if spec.alternate { prefix } else { "" },
        digits,
        fraction: None,
        rest: "",
        group: if base == 10 { 3 } else { 4 },
    };
    let mut out = String::new();
    parts.write(&mut out, spec)?;
    Ok(out)
}

/// Appends what [`format_integer`] gives.
pub fn write_integer(
    out: &mut Vec<u8>,
    value: IntegerRef<'_>,
    spec: &FormatSpec,
    watch: Watch,
) -> Result<(), FormatError> {
    let plain = match spec.code.unwrap_or('d') {
        'd' | 'n' => Some((10, "", false)),
        'b' => Some((2, "0b", false)),
        'o' => Some((8, "0o", false)),
        'x' => Some((16, "0x", false)),
        'X' => Some((16, "0X", true)),
        _ => None,
    };
    let (Some((base, prefix, upper)), Some(small), Some(fill)) = (plain, value.to_i64(), plain_fill(spec)) else {
        return append(out, format_integer(value, spec, watch)?.as_bytes());
    };
    check_plain(spec)?;
    let start = out.len();
    if small < 0 {
        append(out, b"-")?;
    } else if let Some(sign) = positive_sign(spec.sign) {
        append(out, &[sign])?;
    }
    if spec.alternate {
        append(out, prefix.as_bytes())?;
    }
    let inside = out.len();
    append(out, MachineDigits::new(small.unsigned_abs(), base, upper).as_bytes())?;
    Ok(pad(out, start, inside, spec.width, (fill, spec.align))?)
}

/// Appends a machine integer in decimal.
pub fn write_decimal(out: &mut Vec<u8>, number: i64) -> Result<(), FormatError> {
    if number < 0 {
        append(out, b"-")?;
    }
    append(out, MachineDigits::new(number.unsigned_abs(), 10, false).as_bytes())
}

/// What no integer presentation has.
const fn check_plain(spec: &FormatSpec) -> Result<(), FormatError> {
    if spec.precision.is_some() {
        return Err(FormatError::PrecisionInInteger);
    }
    if spec.no_negative_zero {
        return Err(FormatError::CoercionInInteger);
    }
    Ok(())
}

fn format_character(value: IntegerRef<'_>, spec: &FormatSpec) -> Result<String, FormatError> {
    check_plain(spec)?;
    if spec.sign.is_some() {
        return Err(FormatError::SignInCharacter);
    }
    if spec.alternate {
        return Err(FormatError::AlternateInCharacter);
    }
    let code = value.to_i64().ok_or(FormatError::CharacterTooLarge)?;
    let code = u32::try_from(code).ok().filter(|code| *code <= 0x10_ffff);
    let code = code.ok_or(FormatError::CharacterRange)?;
    let character = char::from_u32(code).ok_or(FormatError::Surrogate(code))?;
    // A character counts as one column, whatever its bytes: the width is made up for the rest of them.
    let mut buffer = [0u8; 4];
    let text: &str = character.encode_utf8(&mut buffer);
    let extra = text.len().saturating_sub(1);
    let width = if spec.width > 1 { spec.width.saturating_add(extra) } else { 0 };
    let parts = Parts { negative: false, prefix: "", digits: "", fraction: None, rest: text, group: 3 };
    let mut out = String::new();
    parts.write(&mut out, &FormatSpec { width, ..*spec })?;
    Ok(out)
}
