# Numbers: loops over ints and floats, primes, matrices, bits, and ints of many digits.
def collatz(limit):
    longest = best = 0
    for start in range(1, limit):
        n, steps = start, 0
        while n != 1:
            n = 3 * n + 1 if n & 1 else n >> 1
            steps += 1
        if steps > longest:
            longest, best = steps, start
    return longest, best


def primes(limit):
    found = []
    for n in range(2, limit):
        for p in found:
            if p * p > n:
                found.append(n)
                break
            if n % p == 0:
                break
        else:
            found.append(n)
    return found


def newton(count):
    total = 0.0
    for i in range(1, count):
        x = float(i)
        for _ in range(8):
            x = 0.5 * (x + i / x)
        total += x - int(x) if x > 2.5 else abs(-x) ** 2
    return round(total, 6)


def product(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def determinant(rows):
    rows = [row[:] for row in rows]
    result = 1.0
    for i in range(len(rows)):
        pivot = max(range(i, len(rows)), key=lambda r: abs(rows[r][i]))
        if rows[pivot][i] == 0:
            return 0.0
        if pivot != i:
            rows[i], rows[pivot] = rows[pivot], rows[i]
            result = -result
        result *= rows[i][i]
        for j in range(i + 1, len(rows)):
            factor = rows[j][i] / rows[i][i]
            for k in range(i, len(rows)):
                rows[j][k] -= factor * rows[i][k]
    return result


def bits(count):
    state, total = 0x2545F491, 0
    for _ in range(count):
        state ^= state << 13 & 0xFFFFFFFF
        state ^= state >> 17
        state ^= state << 5 & 0xFFFFFFFF
        total += (state & 0xFF) | (state >> 24)
        total ^= state.bit_count()
    return total & 0xFFFF


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def digits(count):
    a, b = 0, 1
    for _ in range(count):
        a, b = b, a + b
    power = pow(3, count) // 7 + a * b
    return len(str(power)), power % 1_000_007, pow(7, power, 10**20 + 39), gcd(a, b)


def decimals(count):
    # The digits of e by long division, and a square root by Newton's method.
    one = 10**count
    term = total = one
    n = 1
    while term:
        term //= n
        total += term
        n += 1
    root = one
    while (following := (root + 2 * one * one // root) >> 1) < root or following > root + 1:
        root = following
    return str(total)[-5:], root % 1_000_003, (total * root >> count) % 997, (total & root).bit_count()


square = [[(i * j + i) % 7 - 3 for j in range(12)] for i in range(12)]
print(collatz(2500), len(primes(12000)), newton(3000), sum(map(sum, product(square, product(square, square)))))
print(round(determinant([[float(x) for x in row] for row in square]), 3), bits(30_000))
print([decimals(n) for n in (30, 60, 100, 150, 200, 300, 500, 800, 2000)])
print([digits(n) for n in range(50, 400, 10)], divmod(-7, 2), 7 // -2, -7 % 3, 2**0.5, min(3, 4.5), max(1, 2, 3))
