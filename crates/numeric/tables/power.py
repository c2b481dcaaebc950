"""Writes src/float/power_tables.rs: the constants behind `float ** float`.

Run it in this folder with any CPython 3 and format the result with rustfmt. Everything is computed with
fifty decimal digits, then split into a leading float and the float nearest to what is left.
"""

from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 50


def exact(number):
    return Decimal(number.numerator) / Decimal(number.denominator)


def leading(value, bits):
    """The multiple of 2**-bits nearest to value, as an exact decimal."""
    return (value * 2**bits).to_integral_value() / 2**bits


def literal(value):
    return f"f64::from_bits({int.from_bytes(__import__('struct').pack('>d', float(value)), 'big'):#018x})"


def logarithms():
    """For each 64th of [1, 2), folded to [0.7, 1.41]: 256 / centre, and the logarithm of its reciprocal."""
    for index in range(64):
        centre = Fraction(2 * index + 129, 128)
        if index >= FOLD:
            centre /= 2
        inverse = 256 if index in (0, 63) else round(256 / centre)
        value = exact(Fraction(256, inverse)).ln()
        high = leading(value, 42)
        yield inverse, high, value - high


def exponentials():
    """2 ** (index / 64)"""
    for index in range(64):
        value = Decimal(2) ** (Decimal(index) / 64)
        high = Decimal(float(value))
        yield high, value - high


FOLD = 27  # From 1 + 27/64 on, a significand is halved so that it lies nearer to one.
LN2 = Decimal(2).ln()

with open("../src/float/power_tables.rs", "w") as out:
    print("//! Constants of `power`, written by `tables/power.py`: don't edit.", file=out)
    print(f"\n/// Significands in this 64th of [1, 2) and above are halved.\npub(super) const FOLD: usize = {FOLD};", file=out)
    high = leading(LN2, 42)
    print("\n/// The logarithm of two: a part short enough for exact small multiples, and the rest.", file=out)
    print(f"pub(super) const LN2: (f64, f64) = ({literal(high)}, {literal(LN2 - high)});", file=out)
    high = leading(LN2 / 64, 38)
    print("\n/// A 64th of it, likewise.", file=out)
    print(f"pub(super) const LN2_64TH: (f64, f64) = ({literal(high)}, {literal(LN2 / 64 - high)});", file=out)
    print("\n/// By 64ths of [1, 2): 256 over the middle, and the logarithm of 256 over that.", file=out)
    print("pub(super) static LOGARITHMS: [(f64, f64, f64); 64] = [", file=out)
    for inverse, high, low in logarithms():
        print(f"    ({inverse}.0, {literal(high)}, {literal(low)}),", file=out)
    print("];\n\n/// 2 ^ (index / 64), as the nearest float and the rest.", file=out)
    print("pub(super) static EXPONENTIALS: [(f64, f64); 64] = [", file=out)
    for high, low in exponentials():
        print(f"    ({literal(high)}, {literal(low)}),", file=out)
    print("];", file=out)
