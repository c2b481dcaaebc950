print(hash(0), hash(1), hash(-1), hash(2 ** 31), hash(2 ** 61 - 1), hash(2 ** 61), hash(-(2 ** 61 - 1)), hash(10 ** 30), hash(1.0), hash(1.5), hash(-0.0), hash(1e20), hash(float("inf")), hash(True), hash(3 + 0j), hash(1 + 2j))
print(hash("") == hash(b""), hash("a") == hash("a"), hash(()) == hash(()), hash((1, 2)) == hash((1, 2)), hash((1, 2)) != hash((2, 1)), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(range(3)) == hash(range(0, 3, 1)))
print(hash((1, 2, 3)), hash(()), hash((1.0, "")) == hash((1, "")), hash(None) == hash(None), hash(int) == hash(int), hash(len) == hash(len), hash(0.1), hash(1e-10))
for v in ([], {}, set(), bytearray(), ([],), {1: 2}.keys()):
    try:
        print(hash(v))
    except TypeError as e:
        print(e)
