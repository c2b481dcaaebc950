# Requests for more than there is are refused.
for f in (lambda: [0] * (1 << 62), lambda: "x" * (1 << 62), lambda: b"x" * (1 << 62), lambda: bytearray(1 << 62), lambda: (0,) * (1 << 62), lambda: bytes(1 << 62), lambda: [0] * (1 << 70), lambda: "x" * (1 << 70), lambda: 1 << (1 << 70), lambda: list(range(1 << 62)) if False else [0] * (1 << 61),
          lambda: "a".ljust(1 << 62), lambda: "ab".replace("a", "x" * 1000).center(1 << 62), lambda: range(1 << 70)[1 << 69] and bytearray(1 << 63)):
    try:
        f()
        print("made it?")
    except (MemoryError, OverflowError) as e:
        print("refused")
a = [0] * 10
try:
    a *= 1 << 61
except (MemoryError, OverflowError):
    print("refused", len(a))
print("still alive", sum(range(1000)))
