//! What functions of complex numbers give where a part is infinite or no number (C99, Annex G).
//!
//! A table has a row for each kind of real part, with a pair for each kind of imaginary part: -inf, below 0, -0, 0, above
//! 0, inf, NaN. A pair is two letters: `I` for infinity, `Z` for zero, `O` for one, `N` for what is no number, `P`, `H`, `Q`
//! and `T` for pi, its half, its quarter and three quarters of it; small letters for the negative. `E` is a domain error,
//! and `U` stands where the result depends on more than the kinds.

use core::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};

pub(super) const ACOS: &[u8; 98] = b"\
    TIPIPIPiPiTiNI\
    HIUUUUUUUUHiNN\
    HIUUUUUUUUHiHN\
    HIUUUUUUUUHiHN\
    HIUUUUUUUUHiNN\
    QIZIZIZiZiQiNI\
    NINNNNNNNNNiNN\
    ";

pub(super) const ACOSH: &[u8; 98] = b"\
    ItIpIpIPIPITIN\
    IhUUUUUUUUIHNN\
    IhUUUUUUUUIHNN\
    IhUUUUUUUUIHNN\
    IhUUUUUUUUIHNN\
    IqIzIzIZIZIQIN\
    INNNNNNNNNINNN\
    ";

pub(super) const ASINH: &[u8; 98] = b"\
    iqiziziZiZiQiN\
    ihUUUUUUUUiHNN\
    ihUUUUUUUUiHNN\
    IhUUUUUUUUIHNN\
    IhUUUUUUUUIHNN\
    IqIzIzIZIZIQIN\
    INNNNzNZNNINNN\
    ";

pub(super) const ATANH: &[u8; 98] = b"\
    zhzhzhzHzHzHzN\
    zhUUUUUUUUzHNN\
    zhUUUUUUUUzHzN\
    ZhUUUUUUUUZHZN\
    ZhUUUUUUUUZHNN\
    ZhZhZhZHZHZHZN\
    ZhNNNNNNNNZHNN\
    ";

pub(super) const COSH: &[u8; 98] = b"\
    EEIIIZIzIiEEIN\
    EEUUUUUUUUEENN\
    EEUUUUUUUUEENZ\
    EEUUUUUUUUEENZ\
    EEUUUUUUUUEENN\
    EEIiIzIZIIEEIN\
    NNNNNZNZNNNNNN\
    ";

pub(super) const SINH: &[u8; 98] = b"\
    EEiiiziZiIEEIN\
    EEUUUUUUUUEENN\
    EEUUUUUUUUEEZN\
    EEUUUUUUUUEEZN\
    EEUUUUUUUUEENN\
    EEIiIzIZIIEEIN\
    NNNNNzNZNNNNNN\
    ";

pub(super) const TANH: &[u8; 98] = b"\
    oZozozoZoZoZoZ\
    EEUUUUUUUUEENN\
    EEUUUUUUUUEENN\
    EEUUUUUUUUEENN\
    EEUUUUUUUUEENN\
    OZOzOzOZOZOZOZ\
    NNNNNzNZNNNNNN\
    ";

pub(super) const EXP: &[u8; 98] = b"\
    ZZZzZzZZZZZZZZ\
    EEUUUUUUUUEENN\
    EEUUUUUUUUEENN\
    EEUUUUUUUUEENN\
    EEUUUUUUUUEENN\
    EEIiIzIZIIEEIN\
    NNNNNzNZNNNNNN\
    ";

pub(super) const LOG: &[u8; 98] = b"\
    ItIpIpIPIPITIN\
    IhUUUUUUUUIHNN\
    IhUUUUUUUUIHNN\
    IhUUUUUUUUIHNN\
    IhUUUUUUUUIHNN\
    IqIzIzIZIZIQIN\
    INNNNNNNNNINNN\
    ";

pub(super) const SQRT: &[u8; 98] = b"\
    IiZiZiZIZIIINI\
    IiUUUUUUUUIINN\
    IiUUUUUUUUIINN\
    IiUUUUUUUUIINN\
    IiUUUUUUUUIINN\
    IiIzIzIZIZIIIN\
    IiNNNNNNNNIINN\
    ";

pub(super) const RECT: &[u8; 98] = b"\
    EEiIiZiziiEEIN\
    EEUUUUUUUUEENN\
    ZZUUUUUUUUZZZZ\
    ZZUUUUUUUUZZZZ\
    EEUUUUUUUUEENN\
    EEIiIzIZIIEEIN\
    NNNNNZNZNNNNNN\
    ";

/// What a table says.
pub(super) enum Special {
    Value(f64, f64),
    DomainError,
    /// The function has to reckon.
    Unspecified,
}

fn kind(x: f64) -> usize {
    let below = usize::from(x.is_sign_negative());
    match x {
        _ if x.is_nan() => 6,
        _ if x.is_infinite() => 5 - 5 * below,
        _ if x == 0.0 => 3 - below,
        _ => 4 - 3 * below,
    }
}

fn part(letter: u8) -> f64 {
    let size = match letter.to_ascii_uppercase() {
        b'I' => f64::INFINITY,
        b'Z' => 0.0,
        b'O' => 1.0,
        b'P' => PI,
        b'H' => FRAC_PI_2,
        b'Q' => FRAC_PI_4,
        b'T' => 3.0 * FRAC_PI_4,
        _ => f64::NAN,
    };
    if letter.is_ascii_lowercase() { -size } else { size }
}

/// What a table says of a number, which may be finite.
pub(super) fn special(table: &[u8; 98], real: f64, imaginary: f64) -> Special {
    let place = kind(real) * 14 + kind(imaginary) * 2;
    match table.get(place..place + 2) {
        Some(b"EE") => Special::DomainError,
        Some(&[first, second]) if first != b'U' && second != b'U' => Special::Value(part(first), part(second)),
        _ => Special::Unspecified,
    }
}
