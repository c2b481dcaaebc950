# Big integers: factorials, powers, remainders, greatest common divisors, to text and back.
def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


total = 0
for n in range(200, 3000, 20):
    total ^= factorial(n) % (10**9 + 7)
print(total)

p = 2**1279 - 1
print(pow(3, p - 1, p), pow(7, p // 3, p) % 1000003)

a, b = 3**6000, factorial(2500)
print(gcd(a * 7, b), (a // b) % 10**20, (a << 77 >> 33) & 0xFFFF)

text = str(factorial(1400))
print(len(text), sum([int(c) for c in text]), int(text) == factorial(1400))

x, y = 0, 1
for _ in range(90_000):
    x, y = y, x + y
print(x % 10**15)
