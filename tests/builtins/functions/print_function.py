# python: 3.13
import io
import sys
print()
print(1, "a", None, [1], sep="-", end="!\n")
print("a", "b", sep="")
print(*range(3), sep=", ")
print("no newline", end="")
print()
print(1, 2, sep=None, end=None)
out = io.StringIO()
print("to file", 5, file=out)
print("more", file=out, flush=True)
print(repr(out.getvalue()))
for kw in ({"sep": 1}, {"end": 1}, {"foo": 1}, {"file": 5}):
    try:
        print("x", **kw)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class W:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)


w = W()
print("a", 1, file=w)
print(w.parts)
old, sys.stdout = sys.stdout, w
print("captured")
sys.stdout = old
print(w.parts[-2:], print("x", end=""))
print("é☃😀\u200b", "\ttab")
