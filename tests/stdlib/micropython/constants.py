# cpython: differs — it has no such module
from micropython import const

X = const(123)
Y = const(X + 456)
_HIDDEN = const(7)
_TEXT = const("a text that is too long to be copied")
_SHORT = const("short")
_ALL = const((_HIDDEN, _SHORT, _TEXT, None, -_HIDDEN, 1.5 * X))


def shown():
    return X, Y, _HIDDEN, _TEXT, _SHORT, _ALL


print(shown())
print([name in globals() for name in ("X", "Y", "_HIDDEN", "_TEXT", "_SHORT", "_ALL")])
AGAIN = const(X)
print(AGAIN)
if _HIDDEN == 7:
    print("seven")


class Sensor:
    RATE = const(3)
    _ADDRESS = const(RATE + _HIDDEN)

    def read(self):
        return _ADDRESS, RATE, self.RATE

    def variables_hide_constants(self, X):
        return X, [X for X in "ab"], (lambda Y: Y)(4)


print(
    Sensor().read(),
    Sensor().variables_hide_constants(5),
    hasattr(Sensor, "RATE"),
    hasattr(Sensor, "_ADDRESS"),
)


# A name that is bound otherwise than by an assignment stays what was declared, as in MicroPython.
def Y():
    return Y


print(globals()["Y"]())


def check(text):
    try:
        exec("from micropython import const\n" + text, {})
    except SyntaxError as error:
        print(error.msg)
    except Exception as error:
        print(type(error).__name__, error)


check("A = const(x)")
check("A = const(1); A = const(2)")
check("A = const(1); A = 2")
check("A = const(1); A += 2")
check("A = const(1)\nfor A in range(3): pass")
check("A = const(1)\ndef f():\n global A\n A = 2")
check("A = const(1)\ndef f():\n A = 2\n return A\nprint(f(), A)")
for expression in "1 @ 2", "1 << -2", "1 >> -2", "1 % 0", "1 // 0", "(1, x)":
    check(f"A = const({expression})")
# What the compiler does not compute is computed when the program runs.
check("A = const(1 << 200)\n_B = const([1])\nprint(A, _B)")
# Whose own function it is may do anything.
check("def const(x): return x + 1\nA = const(1)\nA += 5\nprint(A)")
check("const = str\n_A = const(x := 1)\nprint(globals()['_A'])")
