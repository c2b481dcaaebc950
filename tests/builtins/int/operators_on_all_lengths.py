# Operators on ints of all lengths, from one word to a hundred, by a checksum of what they give.
import math

state = 12345
def rnd(bits):
    global state
    r = 0
    while bits > 0:
        state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        k = min(bits, 32)
        r = r << k | (state >> 32) & ((1 << k) - 1)
        bits -= k
    return r
def some():
    kind = rnd(8) % 8
    bits = [3, 31, 48, 64, 65, 130, 200, 700][rnd(8) % 8]
    if rnd(8) < 20: bits = 3500
    n = rnd(bits)
    if kind == 0: n = 1 << bits
    if kind == 1: n = (1 << bits) - 1
    if kind == 2: n = n << (rnd(8) % 70)
    return -n if rnd(1) else n
def h(x):
    return x if not isinstance(x, int) or abs(x) < 10**30 else (x % (10**9+7), x.bit_length(), x < 0)
check = 0
for i in range(1500):
    a, b = some(), some()
    s = rnd(8)
    r = [a + b, a - b, a * b, a & b, a | b, a ^ b, a << s, a >> s, -a, ~a, +a, abs(a), a == b, a < b, a <= b, a > b, a >= b, a != b, hash(a), a.bit_length(), a == a + 0, a * a, bool(a)]
    if b:
        r += [a // b, a % b, divmod(a, b)[0], divmod(a, b)[1], math.gcd(a, b)]
    if i % 20 == 0:
        r += [str(a), int(str(a)), int(" %d " % a), int(str(a).encode()), int(hex(a), 16), int(hex(a), 0), int(oct(a), 8), int(bin(a), 2), repr(a), "%d" % a, "{:,}".format(a), int("%x" % abs(a), 16)]
    if b > 1 and i % 10 == 0:
        try: r.append(pow(a, -1, b))
        except ValueError as e: r.append(str(e))
        try: r.append(pow(a, -3, b))
        except ValueError as e: r.append(str(e))
        r.append(pow(a, 5, b)); r.append(pow(a, 5, -b))
    try: r += [float(a), a < 1e20, a == float(a), float(b) <= a, a > 3.5, int(float(a))]
    except OverflowError as e: r.append(str(e))
    if a >= 0: r += [math.isqrt(a)]
    r = [h(x) for x in r]
    if i % 500 == 0:
        print(i, a if abs(a) < 10**50 else 0, r)
    for x in r:
        t = repr(x)
        for c in t: check = (check * 31 + ord(c)) % 1000000007
    if i % 50 == 0:
        print(i, check)
