import io
with (
    io.StringIO("a") as a,
    io.StringIO("b") as b,
):
    print(a.read() + b.read())
with (io.StringIO("c")) as c, (io.StringIO("d")) as d: print(c.read(), d.read())
with (yield_ := io.StringIO("w")): print(yield_.read())
with (io.StringIO("t"), io.StringIO("u")): print("tuple-like")
total = (1
         + 2 -
         3)
text = "a" \
       "b"
print(total, text, [
    1,
    2,
][0], {
    "k":
        "v"
}["k"])
if (total == 0 and
        text):
    print("continued")
def f(
    a,
    b=(
        1,
    ),
    *,
    c=None,
): return a, b, c
print(f(
    1,
    c=2,
))
from os import (
    path,
    sep,
)
assert (
    path
)
