# Equal numbers are equal keys, whatever their type.
# python: 3.13
for v in (0, 1, -1, 2, 10 ** 10, 2 ** 61 - 1, 2 ** 53):
    print(v, hash(v) == hash(float(v)) == hash(complex(v)), v == float(v) == complex(v))
d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
d[1 + 0j] = "complex"
print(d, len({0, 0.0, False, 0j, -0.0}), {1, 1.0}, [1.0].index(1), (1, 2).count(True))
print(hash(1), hash(-1), hash(-2), hash(0), hash(True), hash(1.5), hash(-1.0), hash(0.1) == hash(0.1), hash(1e300) == hash(int(1e300)))
print(2 ** 70 == 2.0 ** 70, hash(2 ** 70) == hash(2.0 ** 70), 2 ** 70 + 1 == 2.0 ** 70, {2 ** 70: "x"}.get(2.0 ** 70))
print(1 == "1", 1 != "1", None == 0, [] == (), "" == b"" if False else "-", {} == set(), 0 == None)
print(True == 1, False < True, sorted([True, 0, 2, False, 1.5]), True + True, isinstance(True, int))
nan = float("nan")
print(nan in {nan: 1}, len({nan, nan}), nan == nan)
