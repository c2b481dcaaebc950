# Sums, products and quotients of floats of all sizes, to the last bit: processors without a unit for floats have routines for
# the middle of the range and others for its ends.
import struct

state = 12345


def bits():
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return state >> 32


def number(lowest, highest):
    exponent = lowest + bits() % (highest - lowest + 1)
    mantissa = bits() << 20 | bits() >> 12
    if bits() % 3 == 0:
        mantissa &= -1 << bits() % 52
    word = (bits() & 1) << 63 | exponent << 52 | mantissa & (1 << 52) - 1
    return struct.unpack("<d", struct.pack("<Q", word))[0]


def show(*results):
    print(*[struct.pack(">d", result).hex() for result in results])


for lowest, highest in [(1020, 1026), (510, 514), (1533, 1537), (766, 770), (1277, 1281), (0, 3), (2043, 2046), (0, 2046)]:
    print("exponents from", lowest, "to", highest)
    for _ in range(12):
        a, b = number(lowest, highest), number(lowest, highest)
        show(a + b, a - b, a * b, a / b if b else 0.0)

print("cancelled")
for _ in range(6):
    a = number(600, 1400)
    show(a - a, -a + a, a - a * (1 + 2**-52), a + -a * (1 - 2**-53))

ends = [0.0, -0.0, 5e-324, 2.0**-1022, 2.0**-511, 2.0**-512, 2.0**512, 2.0**513, 1.7976931348623157e308, 1e400, -1e400]
for a in ends:
    print([repr(a + b) for b in ends])
    print([repr(a - b) for b in ends])
    print([repr(a * b) for b in ends])
    print([repr(a / b) for b in ends if b])
print([repr(x + 1.0) for x in [float("nan"), -float("nan")]], float("nan") * 0.0, 1e400 - 1e400)
