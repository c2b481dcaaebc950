# Operators whose right operand is a small int in the source, on operands of all kinds.
class Operators:
    def __repr__(self):
        return "Operators()"

    def __mul__(self, other):
        return "mul", other

    def __imul__(self, other):
        return "imul", other

    def __mod__(self, other):
        return "mod", other

    def __floordiv__(self, other):
        return "floordiv", other

    def __ifloordiv__(self, other):
        return NotImplemented

    def __lshift__(self, other):
        return NotImplemented

    def __and__(self, other):
        return "and", other

    def __iand__(self, other):
        return self


class Nothing:
    pass


def short(text):
    return text if len(text) < 100 else (len(text), text[:30], text[-30:])


operands = [
    lambda: 0, lambda: 1, lambda: -1, lambda: 7, lambda: -7, lambda: True, lambda: False, lambda: 2**47 - 1,
    lambda: -(2**46), lambda: 2**62, lambda: -(2**63), lambda: 2**100, lambda: 3.5, lambda: -0.0,
    lambda: float("inf"), lambda: "ab", lambda: b"ab", lambda: bytearray(b"xy"), lambda: [1, 2], lambda: (1,),
    lambda: {1}, Operators, Nothing, lambda: None, lambda: 1j,
]
for sign in ("+", "-", "*", "//", "%", "<<", ">>", "&"):
    for constant in ("3", "-128", "128"):
        for source in (f"lambda x: x {sign} {constant}", f"def changed(x):\n x {sign}= {constant}\n return x"):
            names = {}
            exec(source if source.startswith("def") else "changed = " + source, names)
            for make in operands:
                try:
                    result = short(repr(names["changed"](make())))
                except Exception as error:
                    result = type(error).__name__, short(str(error))
                print(source.splitlines()[-2 if "\n" in source else 0], repr(make())[:20].split(" object")[0], result)
