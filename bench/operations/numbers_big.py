"""Ints of 40, of 1 000 and of 10 000 digits."""

import math
import sys

try:
    sys.set_int_max_str_digits(0)
except AttributeError:
    pass

A40, B40 = 7 ** 47, 3 ** 83
A1K, B1K = 7 ** 1183, 3 ** 2096
A, B = 7 ** 11833, 3 ** 20959
PRODUCT = A * B
DIGITS40, DIGITS1K, DIGITS = str(A40), str(A1K), str(A)
HEX = hex(A)
BYTES = A.to_bytes(5000, "big")
POWER = 10 ** 61 + 7

OPERATIONS = {
    "big 40 +": "A40 + B40",
    "big 40 *": "A40 * B40",
    "big 40 //": "A40 // 10 ** 20",
    "big 40 % small": "A40 % 1000007",
    "big 40 ==": "A40 == B40",
    "big 40 str": "str(A40)",
    "big 40 int": "int(DIGITS40)",
    "big 40 hash": "hash(A40)",
    "big 40 <<": "A40 << 13",
    "big 40 &": "A40 & B40",
    "big 40 neg": "-A40",
    "big 40 float": "float(A40)",
    "big 1000 +": "A1K + B1K",
    "big 1000 *": "A1K * B1K",
    "big 1000 //": "A1K * B1K // A1K",
    "big 1000 str": "str(A1K)",
    "big 1000 int": "int(DIGITS1K)",
    "big +": "A + B",
    "big + small": "A + 5",
    "big -": "A - B",
    "big *": "A * B",
    "big * small": "A * 12345",
    "big square": "A * A",
    "big //": "PRODUCT // A",
    "big // small": "A // 12345",
    "big %": "B % POWER",
    "big divmod": "divmod(PRODUCT, B)",
    "big /": "B / A",
    "big &": "A & B",
    "big & negative": "A & -B",
    "big |": "A | B",
    "big ^": "A ^ B",
    "big ~": "~A",
    "big <<": "A << 1000",
    "big >>": "A >> 1000",
    "big <": "A < B",
    "big ==": "A == B",
    "big == copy": "A == A + 1",
    "big **": "3 ** 5000",
    "big pow, modulus": "pow(3, 10 ** 60, POWER)",
    "big pow, wide modulus": "pow(3, A40, A1K)",
    "big pow, inverse": "pow(3, -1, POWER)",
    "big neg": "-A",
    "big hash": "hash(A)",
    "big bool": "not A",
    "big str": "str(A)",
    "big int": "int(DIGITS)",
    "big hex": "hex(A)",
    "big int of hex": "int(HEX, 16)",
    "big bin": "bin(A)",
    "big oct": "oct(A)",
    "big bit_length": "A.bit_length()",
    "big bit_count": "A.bit_count()",
    "big to_bytes": "A.to_bytes(5000, 'big')",
    "big from_bytes": "int.from_bytes(BYTES, 'big')",
    "big float": "float(A1K >> 2500)",
    "big gcd": "math.gcd(A1K, B1K)",
    "big isqrt": "math.isqrt(A)",
    "big factorial": "math.factorial(1000)",
}
