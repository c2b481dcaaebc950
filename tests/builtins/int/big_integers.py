a, b = 12345678901234567890123456789, -98765432109876543210
print(a + b, a - b, a * b, a // b, a % b, -a, abs(b), ~a)
print(a & b, a | b, a ^ b, a << 13, b >> 13, a >> 200, b >> 200, (1 << 200) - 1)
print(a == a + 0, a < b, a > b, a == float(a), hash(a) == hash(a + 0), hash(2 ** 61 - 1), hash(2 ** 61), hash(-(2 ** 61)))
print(a * a * a * a, (a * a) // a == a, a ** 5 % 1000007)
print(hex(a), oct(b), bin(1 << 70), f"{a:,} {b:_} {a:x} {a:e}", str(a)[::-1])
print(int(str(a)) == a, int(hex(a), 16) == a, float(2 ** 60), int(1e30), 2 ** 53 + 1 == float(2 ** 53 + 1), 2 ** 53 == float(2 ** 53))
n = 1
for i in range(1, 60):
    n *= i
print(n)
for i in range(59, 0, -1):
    n //= i
print(n)
fib = [0, 1]
for _ in range(300):
    fib.append(fib[-1] + fib[-2])
print(fib[300])
for k in (30, 31, 32, 46, 47, 48, 61, 62, 63, 64):
    print(k, 2 ** k, -(2 ** k), 2 ** k - 1, (2 ** k) * (2 ** k - 1), -(2 ** k) // 3, (2 ** k + 1) ^ (2 ** (k - 1)))
