//! Integers in a field.

use super::layout::Parts;
use super::{FormatError, FormatSpec, format_float};
use crate::integer::IntegerRef;
use crate::watch::Watch;
use alloc::string::String;

/// The most digits of a machine word: those of base 2.
const MACHINE_DIGITS: usize = 64;

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
    let mut buffer = [0; MACHINE_DIGITS];
    let mut long;
    let digits = match value.to_i64() {
        Some(small) => machine_digits(small.unsigned_abs(), base, &mut buffer),
        None => {
            long = value.abs().to_text(base, watch)?;
            long.as_mut_str()
        }
    };
    if code == 'X' {
        digits.make_ascii_uppercase();
    }
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

/// The digits of a machine word, written to the end of the buffer.
fn machine_digits(mut value: u64, base: u32, buffer: &mut [u8; MACHINE_DIGITS]) -> &mut str {
    let mut start = buffer.len();
    loop {
        // The base is 2, 8, 10 or 16.
        let digit = (value % u64::from(base)) as u32;
        value /= u64::from(base);
        start -= 1;
        if let Some(place) = buffer.get_mut(start) {
            *place = char::from_digit(digit, base).map_or(b'0', |digit| digit as u8);
        }
        if value == 0 || start == 0 {
            break;
        }
    }
    // All ASCII.
    core::str::from_utf8_mut(buffer.get_mut(start..).unwrap_or_default()).unwrap_or_default()
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
