# What a reader is, and what it leaves alone; rows that are no lists.
import csv, io

r = csv.reader(io.StringIO('a,b\n"c\nd",e\n\nf'))
print(r.line_num, next(r), r.line_num, next(r), r.line_num, next(r), next(r), r.line_num)
for _ in range(2):
    try:
        next(r)
    except StopIteration as e:
        print("stop", e.args, r.line_num)
print(
    type(r).__name__,
    type(r).__module__,
    r.dialect.delimiter,
    iter(r) is r,
    list(csv.reader([])),
    next(csv.reader([]), "d"),
)
for n in ("dialect", "line_num"):
    for f in (lambda: setattr(r, n, 1), lambda: delattr(r, n)):
        try:
            f()
        except Exception as e:
            print(type(e), e)
for f in (
    lambda: csv.reader(5),
    lambda: csv.reader(5, delimiter="xx"),
    lambda: type(r)(),
    lambda: list(csv.reader([1])),
    lambda: list(csv.reader(['"a'], strict=True)),
    lambda: list(csv.reader(['a"b"c'])),
):
    try:
        print(f())
    except Exception as e:
        print(type(e), e)


class R(type(r)):
    pass


old = csv.field_size_limit(3)
rr = csv.reader(["abc", "abcd"])
print(next(rr))
try:
    next(rr)
except csv.Error as e:
    print(e)
csv.field_size_limit(10)
rr = csv.reader(["abcd", "a"])
print(list(rr))
print(csv.field_size_limit(old))


def lines():
    yield "a,b"
    yield 'c,"d'
    print(rd.line_num, "inner")
    yield 'e"'
    raise KeyError("x")


rd = csv.reader(lines())
try:
    for row in rd:
        print(row, rd.line_num)
except KeyError as e:
    print("key", e, rd.line_num)
s = io.StringIO()
w = csv.writer(s)


class T:
    def __init__(s, l):
        s.l = l

    def __str__(s):
        s.l.clear()
        return "t"


l = []
l += [T(l), "x", "y" * 3]
w.writerow(("a", "b"))
w.writerow(["a", None, 1.5])
w.writerow({"k": 1})
w.writerow(x for x in "ab")
print(repr(s.getvalue()))
try:
    w.writerow(5)
except csv.Error as e:
    print(e)
print([dict(x) for x in csv.DictReader(["x,y", "1,2", "", "3", "4,5,6"])])
