//! Numbers to and from text in any base.
//!
//! Bases that are powers of two copy bits. The others halve the number at powers `base ^ (width · 2^i)` and
//! recurse, so that the work is that of a few large divisions or products; the powers are computed once.

#![expect(clippy::indexing_slicing, reason = "all lengths are fixed by the widths of the levels a few lines above")]

use super::divide::divide;
use super::linear::{add_assign, bit_length, divide_digit, multiply_digit, trim, trim_vec};
use super::multiply::{multiply, square};
use super::{Digit, Unfinished, Watch, copy, zeros};
use alloc::vec::Vec;

/// Below this many digits a number is printed digit by digit.
const PRINT: usize = 24;
/// Below this many chunks text is read chunk by chunk.
const PARSE: usize = 48;

const SYMBOLS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// A base together with the largest power of it that fits in a digit.
struct Radix<D> {
    base: u32,
    /// `base ^ chunk_width`
    chunk: D,
    chunk_width: usize,
    watch: Watch,
}

impl<D: Digit> Radix<D> {
    fn new(base: u32, watch: Watch) -> Self {
        let (mut chunk, mut chunk_width) = (u64::from(base), 1);
        let largest = D::MAX.to_u64();
        while let Some(next) = chunk.checked_mul(u64::from(base)).filter(|next| *next <= largest) {
            chunk = next;
            chunk_width += 1;
        }
        Self { base, chunk: D::from_u64(chunk), chunk_width, watch }
    }

    /// `chunk ^ count` by repeated multiplication.
    fn first_power(&self, count: usize) -> Result<Vec<D>, Unfinished> {
        let mut power: Vec<D> = zeros(1)?;
        power[0] = D::ONE;
        power.try_reserve(count)?;
        for _ in 0..count {
            let carry = multiply_digit(&mut power, self.chunk, D::ZERO);
            power.push(carry);
        }
        trim_vec(&mut power);
        Ok(power)
    }

    /// The powers `chunk ^ (first · 2^i)` up to the one whose square is longer than `length` digits.
    fn powers(&self, first: usize, length: usize) -> Result<Vec<Vec<D>>, Unfinished> {
        let mut power = self.first_power(first)?;
        let mut powers = Vec::new();
        loop {
            let next = if power.len() * 2 <= length + 1 { Some(square(&power, self.watch)?) } else { None };
            powers.try_reserve(1)?;
            powers.push(power);
            match next {
                Some(next) if next.len() <= length => power = next,
                _ => return Ok(powers),
            }
        }
    }
}

/// The text of the number in lower case without leading zeros; "0" for zero. The base is 2 to 36.
pub(crate) fn print<D: Digit>(number: &[D], base: u32, watch: Watch) -> Result<Vec<u8>, Unfinished> {
    let number = trim(number);
    if base.is_power_of_two() {
        return print_bits(number, base.trailing_zeros());
    }
    let radix = Radix::<D>::new(base, watch);
    let mut out;
    if number.len() < PRINT {
        // A digit is at most 6/5 of a chunk: the chunk of base 36 is the smallest, a digit divided by at most 36.
        out = zeros((number.len() + number.len() / 4 + 1) * radix.chunk_width)?;
        radix.print_simple(number, &mut out)?;
    } else {
        // The square of the last power exceeds the number, so each power is needed once on the way down.
        let powers = radix.powers(PRINT / 2, number.len())?;
        out = zeros((radix.chunk_width * (PRINT / 2)) << powers.len())?;
        radix.print_halves(number, &powers, &mut out)?;
    }
    let zeros = out.iter().take_while(|symbol| **symbol == b'0').count().min(out.len() - 1);
    out.drain(..zeros);
    Ok(out)
}

impl<D: Digit> Radix<D> {
    /// Fills `out` from its end, with zeros in front.
    fn print_simple(&self, number: &[D], out: &mut [u8]) -> Result<(), Unfinished> {
        let mut number = copy(trim(number), 0)?;
        for chunk in out.rchunks_mut(self.chunk_width) {
            if number.is_empty() {
                chunk.fill(b'0');
                continue;
            }
            let value = divide_digit(&mut number, self.chunk).to_u64();
            trim_vec(&mut number);
            match self.base {
                10 => print_chunk(value, 10, 9, chunk),
                base => print_chunk(value, base, 6, chunk),
            }
        }
        Ok(())
    }

    /// Prints the quotient by the highest power into the front and the remainder behind it.
    fn print_halves(&self, number: &[D], powers: &[Vec<D>], out: &mut [u8]) -> Result<(), Unfinished> {
        if number.is_empty() {
            out.fill(b'0');
            return Ok(());
        }
        let Some((power, lower)) = powers.split_last() else {
            return self.print_simple(number, out);
        };
        let (front, back) = out.split_at_mut(out.len() / 2);
        let (quotient, remainder) = divide(number, power, self.watch)?;
        self.print_halves(&quotient, lower, front)?;
        self.print_halves(&remainder, lower, back)
    }
}

/// Fills a chunk from its end, in groups whose value fits 32 bits: small machines divide those much faster.
#[inline(always)]
fn print_chunk(value: u64, base: u32, group: usize, chunk: &mut [u8]) {
    let group_power = u64::from(base.pow(group as u32));
    let mut rest = value;
    for places in chunk.rchunks_mut(group) {
        let mut small = (rest % group_power) as u32;
        rest /= group_power;
        for place in places.iter_mut().rev() {
            *place = SYMBOLS[(small % base) as usize];
            small /= base;
        }
    }
}

/// A base of `2 ^ bits`: groups of bits become symbols.
fn print_bits<D: Digit>(number: &[D], bits: u32) -> Result<Vec<u8>, Unfinished> {
    let length = usize::try_from(bit_length(number).div_ceil(u64::from(bits))).map_err(|_| Unfinished::OutOfMemory)?;
    let mut out = zeros(length.max(1))?;
    out.fill(b'0');
    let mask = (1u64 << bits) - 1;
    let (mut window, mut available) = (0u64, 0u32);
    let mut limbs = number.iter().flat_map(|digit| {
        let value = digit.to_u64();
        [value & 0xffff_ffff, value >> 32].into_iter().take(D::LIMBS)
    });
    for symbol in out.iter_mut().rev() {
        if available < bits {
            window |= limbs.next().unwrap_or(0) << available;
            available += 32;
        }
        *symbol = SYMBOLS[(window & mask) as usize];
        window >>= bits;
        available -= bits;
    }
    Ok(out)
}

/// What each byte is worth as a digit, 255 for those that are none.
const VALUES: [u8; 256] = {
    let mut values = [u8::MAX; 256];
    let mut value = 0;
    while value < 36 {
        values[SYMBOLS[value] as usize] = value as u8;
        values[SYMBOLS[value].to_ascii_uppercase() as usize] = value as u8;
        value += 1;
    }
    values
};

/// What the byte is worth as a digit, 255 if it is none.
pub(crate) fn symbol_value(symbol: u8) -> u8 {
    VALUES[usize::from(symbol)]
}

/// The number of up to 16 hexadecimal digits, eight at a time.
fn hex_word(symbols: &[u8]) -> u64 {
    let (first, rest) = symbols.split_at(symbols.len() % 8);
    let first = first.iter().fold(0, |number, symbol| number << 4 | u64::from(symbol_value(*symbol)));
    rest.as_chunks::<8>().0.iter().fold(first, |number, eight| {
        let eight = u64::from_be_bytes(*eight);
        // Letters have this bit, and their low four count from one.
        let values = (eight & 0x0f0f_0f0f_0f0f_0f0f) + (eight >> 6 & 0x0101_0101_0101_0101) * 9;
        let pairs = (values | values >> 4) & 0x00ff_00ff_00ff_00ff;
        let fours = (pairs | pairs >> 8) & 0x0000_ffff_0000_ffff;
        number << 32 | (fours | fours >> 16) & 0xffff_ffff
    })
}

/// The number that digits of base `2 ^ bits` spell, where whole groups of them make a digit of ours; nothing if there
/// are others among them, or none.
pub(crate) fn parse_symbols<D: Digit>(symbols: &[u8], bits: u32) -> Option<Result<Vec<D>, Unfinished>> {
    if symbols.is_empty() || !D::BITS.is_multiple_of(bits) {
        return None;
    }
    let groups = symbols.rchunks((D::BITS / bits) as usize);
    let mut number: Vec<D> = Vec::new();
    if number.try_reserve_exact(groups.len()).is_err() {
        return Some(Err(Unfinished::OutOfMemory));
    }
    if bits == 4 {
        let is_hex = symbols.iter().fold(true, |is_hex, symbol| is_hex & symbol.is_ascii_hexdigit());
        if !is_hex {
            return None;
        }
        number.extend(groups.map(|group| D::from_u64(hex_word(group))));
        trim_vec(&mut number);
        return Some(Ok(number));
    }
    // All bits of all values: one too many of them shows.
    let mut all = 0u8;
    for group in groups {
        let digit = group.iter().fold(0u64, |digit, symbol| {
            let value = symbol_value(*symbol);
            all |= value;
            digit << bits | u64::from(value)
        });
        number.push(D::from_u64(digit));
    }
    if all >> bits != 0 {
        return None;
    }
    trim_vec(&mut number);
    Some(Ok(number))
}

/// The number whose places in `base` (2 to 36) are `values`, the most significant first.
pub(crate) fn parse<D: Digit>(values: &[u8], base: u32, watch: Watch) -> Result<Vec<D>, Unfinished> {
    let start = values.iter().take_while(|value| **value == 0).count();
    let values = &values[start..];
    if base.is_power_of_two() {
        return parse_bits(values, base.trailing_zeros());
    }
    let radix = Radix::<D>::new(base, watch);
    let mut powers = Vec::new();
    let mut width = radix.chunk_width * PARSE;
    if width < values.len() {
        powers = radix.powers_for_width(values.len())?;
        width <<= powers.len() - 1;
    }
    radix.parse_halves(values, &powers, width)
}

impl<D: Digit> Radix<D> {
    /// The powers `chunk ^ (PARSE · 2^i)` that have fewer places than `length`.
    fn powers_for_width(&self, length: usize) -> Result<Vec<Vec<D>>, Unfinished> {
        let mut power = self.first_power(PARSE)?;
        let mut powers = Vec::new();
        let mut width = self.chunk_width * PARSE;
        loop {
            width *= 2;
            let next = if width < length { Some(square(&power, self.watch)?) } else { None };
            powers.try_reserve(1)?;
            powers.push(power);
            match next {
                Some(next) => power = next,
                None => return Ok(powers),
            }
        }
    }

    /// `high · power + low`, where `low` is the last `width` places; the width belongs to the last power.
    fn parse_halves(&self, values: &[u8], powers: &[Vec<D>], width: usize) -> Result<Vec<D>, Unfinished> {
        let Some((power, lower)) = powers.split_last() else {
            return self.parse_simple(values);
        };
        if values.len() <= width {
            return self.parse_halves(values, lower, width / 2);
        }
        let (high, low) = values.split_at(values.len() - width);
        let high = self.parse_halves(high, lower, width / 2)?;
        let low = self.parse_halves(low, lower, width / 2)?;
        let mut number = multiply(&high, power, self.watch)?;
        if number.len() < low.len() {
            // Only when the high part is zero.
            return Ok(low);
        }
        // The low part is below the power, so the sum has no more digits than the product may have.
        number.try_reserve(1)?;
        number.push(D::ZERO);
        add_assign(&mut number, &low);
        trim_vec(&mut number);
        Ok(number)
    }

    fn parse_simple(&self, values: &[u8]) -> Result<Vec<D>, Unfinished> {
        let mut number = Vec::new();
        number.try_reserve_exact(values.len() / self.chunk_width + 1)?;
        let (first, rest) = values.split_at(values.len() % self.chunk_width);
        let value = |chunk: &[u8]| {
            D::from_u64(chunk.iter().fold(0, |value, place| value * u64::from(self.base) + u64::from(*place)))
        };
        number.push(value(first));
        for chunk in rest.chunks(self.chunk_width) {
            let carry = multiply_digit(&mut number, self.chunk, value(chunk));
            if carry != D::ZERO {
                number.push(carry);
            }
        }
        trim_vec(&mut number);
        Ok(number)
    }
}

/// A base of `2 ^ bits`: places become groups of bits.
fn parse_bits<D: Digit>(values: &[u8], bits: u32) -> Result<Vec<D>, Unfinished> {
    let total = (values.len() as u64) * u64::from(bits);
    let length = usize::try_from(total.div_ceil(u64::from(D::BITS))).map_err(|_| Unfinished::OutOfMemory)?;
    let mut number = zeros(length)?;
    if D::BITS.is_multiple_of(bits) {
        // Whole groups make a digit.
        for (digit, group) in number.iter_mut().zip(values.rchunks((D::BITS / bits) as usize)) {
            *digit = D::from_u64(group.iter().fold(0, |digit, place| digit << bits | u64::from(*place)));
        }
        trim_vec(&mut number);
        return Ok(number);
    }
    let mut places = values.iter().rev();
    let (mut window, mut available) = (0u128, 0u32);
    for digit in &mut number {
        while available < D::BITS
            && let Some(place) = places.next()
        {
            window |= u128::from(*place) << available;
            available += bits;
        }
        *digit = D::from_u64(window as u64);
        window >>= D::BITS;
        available = available.saturating_sub(D::BITS);
    }
    trim_vec(&mut number);
    Ok(number)
}
