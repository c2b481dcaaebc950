# `+` and `*` of sequences: reflected methods of the other operand are asked before the sequence is, and the methods of
# a sequence raise where others would say NotImplemented.
class Reflected:
    def __init__(self, answer):
        self.answer = answer

    def __radd__(self, other):
        print("    asked by", type(other).__name__)
        return self.answer

    __rmul__ = __radd__


class Index:
    def __index__(self):
        return 2


def attempt(text, **names):
    try:
        print(text, "=", eval(text, None, names))
    except (TypeError, OverflowError, MemoryError) as error:
        print(text, type(error).__name__, error)


def attempt_in_place(text, **names):
    try:
        exec(text, None, names)
        print(text, "=", names["x"])
    except (TypeError, OverflowError) as error:
        print(text, type(error).__name__, error)


for x in [1, 2], bytearray(b"a"), (1,), "a", b"a":
    for answer in "answer", NotImplemented:
        y = Reflected(answer)
        for text in "x * y", "x + y", "y * x", "y + x":
            attempt(text, x=x, y=y)
        for text in "x *= y", "x += y":
            attempt_in_place(text, x=x, y=y)
            attempt_in_place(text, x=y, y=x)
    for text in "x.__add__(5)", "x.__mul__('a')", "x.__rmul__(None)", "x * y", "y * x", "x * 1.5", "x.__mul__(2**100)":
        attempt(text, x=x, y=Index())
for x in 5, {}, None, 1.5, frozenset(), range(2), {}.keys(), memoryview(b"a"), Reflected(1), object():
    for y in [1, 2], "a":
        attempt_in_place("x *= y", x=x, y=y)
        attempt_in_place("x += y", x=x, y=y)


class List(list):
    def __add__(self, other):
        return List(super().__add__(other))

    def __mul__(self, other):
        return NotImplemented


print(List([1]) + [2])
attempt("x + 5", x=List())
attempt("x * 5", x=List())
attempt("5 * x", x=List([1]))
attempt("x + y", x=b"", y=Reflected("bytes"))
attempt("x + y", x=bytearray(), y=type("Bytes", (bytes,), {"__radd__": lambda self, other: "radd"})(b"b"))
for statement in "x[2**100] = 1", "del x[2**100]", "del x[1]", "del x['a']", "x['a'] = 1":
    for x in "a", (1,), range(3), {1}, 5, None, {}.values():
        try:
            exec(statement)
        except (TypeError, IndexError) as error:
            print(statement, type(error).__name__, error)
