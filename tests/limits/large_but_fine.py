# slow: moves tens of megabytes
n = 300000
l = list(range(n))
d = {i: i for i in range(n)}
s = "x" * 3000000
b = bytearray(3000000)
print(len(l), len(d), len(s), len(b), sum(l), d[n - 1], s[-1], b[-1], len(str(2 ** 10000)))
t = tuple(l)
st = set(l)
print(t == tuple(d), len(st & set(range(0, n, 2))), len(",".join(map(str, l))))
text = "".join(chr(97 + i % 26) for i in range(200000))
print(text.count("abc"), len(text.split("z")), text[::-1][0], hash(text) == hash(text))
del l, d
print(sum(1 for _ in st))
m = [[i] for i in range(100000)]
print(sum(x[0] for x in m))
