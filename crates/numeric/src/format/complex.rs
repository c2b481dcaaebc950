//! Complex numbers in a field.

use super::layout::{Parts, push, repeat};
use super::{Align, FormatError, FormatSpec, Sign, float};
use alloc::string::String;

/// Formats a complex number.
pub fn format_complex(real: f64, imaginary: f64, spec: &FormatSpec) -> Result<String, FormatError> {
    if let Some(code) = spec.code
        && !matches!(code, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n')
    {
        return Err(FormatError::UnknownCode(code));
    }
    if spec.fill == '0' {
        return Err(FormatError::ZeroInComplex);
    }
    if spec.align == Align::AfterSign {
        return Err(FormatError::AlignInComplex);
    }
    // Without a type it looks like `repr`: a positive zero as real part is left out, else there are parentheses.
    let plain = spec.code.is_none();
    let only_imaginary = plain && real == 0.0 && real.is_sign_positive();
    let part_spec = FormatSpec { width: 0, align: Align::Left, ..*spec };
    let mut number = String::new();
    let parentheses = plain && !only_imaginary;
    push(&mut number, if parentheses { "(" } else { "" })?;
    let mut sign = spec.sign;
    if !only_imaginary {
        let digits = float::part_digits(real, spec)?;
        Parts::of_float(&digits).write(&mut number, &part_spec)?;
        sign = Some(Sign::Plus);
    }
    let digits = float::part_digits(imaginary, spec)?;
    Parts::of_float(&digits).write(&mut number, &FormatSpec { sign, ..part_spec })?;
    push(&mut number, if parentheses { "j)" } else { "j" })?;
    let padding = spec.width.saturating_sub(number.len());
    let (left, right) = match spec.align {
        Align::Left => (0, padding),
        Align::Center => (padding / 2, padding.div_ceil(2)),
        _ => (padding, 0),
    };
    let mut out = String::new();
    repeat(&mut out, spec.fill, left)?;
    push(&mut out, &number)?;
    repeat(&mut out, spec.fill, right)?;
    Ok(out)
}
