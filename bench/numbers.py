# Number theory on small ints: divisors, collatz, powers modulo, gcd, bit counting.
def collatz(limit):
    best = where = 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        if steps > best:
            best, where = steps, start
    return best, where


def is_prime(n):
    if n % 2 == 0:
        return n == 2
    d, twos = n - 1, 0
    while d % 2 == 0:
        d //= 2
        twos += 1
    for base in (2, 3, 5, 7):
        if n == base:
            return True
        x = pow(base, d, n)
        if x == 1 or x == n - 1:
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return n > 1


def bits(limit):
    total = 0
    for n in range(limit):
        while n:
            n &= n - 1
            total += 1
    return total


print(*collatz(30_000))
print(sum([n for n in range(3, 40_000) if is_prime(n)]))
print(bits(150_000))
