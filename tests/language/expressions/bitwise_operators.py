a, b = 0b1100, 0b1010
print(a & b, a | b, a ^ b, ~a, a << 3, a >> 2)
print(-1 >> 100, -5 >> 1, -5 << 3, 1 << 70, (1 << 70) >> 69)
print(-5 & 0xFF, -5 | 3, -5 ^ 3, -(1 << 65) & (1 << 64) - 1)
print(True & False, True | False, True ^ True, type(True & True).__name__, type(True & 1).__name__)
for op in ("1 << -1", "1 >> -1"):
    try:
        eval(op)
    except ValueError as e:
        print(op, e)
