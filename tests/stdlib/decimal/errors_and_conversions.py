# python: 3.13
# What is refused and how, conversions, and attributes of contexts.
import decimal
from decimal import *

D = Decimal
C = Context


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__ + ":", e, e.args if not isinstance(e.args and e.args[0], str) else "")


c = getcontext()


def sa(n, v):
    def f():
        x = C()
        setattr(x, n, v)
        return x

    return f


for n, v in [
    ("prec", 0),
    ("prec", "a"),
    ("prec", 10**30),
    ("prec", 1.5),
    ("Emin", 1),
    ("Emin", -(10**30)),
    ("Emax", -1),
    ("rounding", "x"),
    ("rounding", 5),
    ("capitals", 2),
    ("clamp", 2),
    ("clamp", "a"),
    ("flags", 1),
    ("flags", []),
    ("flags", {}),
    ("traps", {Inexact: True}),
    ("Emin", -5.0),
]:
    print(n, v, end=" ")
    t(sa(n, v))
t(lambda: C(prec=5, flags=[Inexact], traps=[Rounded]))
t(lambda: C(flags=[5]))
t(lambda: C(flags={Inexact: True}))
t(lambda: C(traps=5))
t(lambda: C(5, ROUND_UP, -3, 3, 0, 1, [], []))
t(lambda: delattr(C(), "prec"))
t(lambda: c.flags)
t(lambda: c.traps[Inexact])
t(lambda: c.traps[ValueError])
t(lambda: c.traps.__setitem__(Inexact, "a"))
t(lambda: c.traps.__setitem__(5, 1))
t(lambda: c.traps.__delitem__(Inexact))
t(lambda: c.traps.pop(Inexact))
t(lambda: sorted(map(str, c.traps)))
t(lambda: c.traps == DefaultContext.traps)
t(lambda: len(c.traps))
t(lambda: c.traps.copy())
t(lambda: list(c.traps) == list(c.flags))
t(lambda: [k.__name__ for k in c.traps])
t(lambda: C() == C())
t(lambda: C(prec=5).__reduce__())
t(lambda: C().copy().__reduce_ex__(2)[0])
for a in [
    "x",
    "",
    "1_0",
    " 5 ",
    "--1",
    "1e",
    "nan12",
    "sNaN",
    "-Infinity",
    "inf",
    "iNf",
    "1e9999999999999999999",
    "1e-99999999999999999999",
    "0e9999999999999999999",
    "0e-9999999999999999999999",
    "\u0663.5",
    "1 2",
    "nan1a",
    "NaN99999999999999999999999999999999999999",
    "+.5e-3",
    "1.",
    ".",
    " ",
    "1__0",
    "_",
    "1e1_0",
    "1E+5",
    "-0",
    "00012.50",
]:
    print(repr(a), end=" ")
    t(lambda: D(a))
for a in ["1_0", " 5", "5 ", "123456789012345678901234567890.5"]:
    print(repr(a), end=" ")
    t(lambda: c.create_decimal(a))
for a in [
    (0, (1, 2), -1),
    (1, (), 0),
    (0, (), "F"),
    (1, (1, 2), "F"),
    (0, (1, 2), "n"),
    (0, (), "N"),
    (2, (1,), 0),
    (0, (10,), 0),
    (0, (1,), "x"),
    (0, (1,), 1.5),
    (0, 1, 0),
    (0, (1,)),
    [0, [1], 0],
    (0, ("1",), 0),
    (0, (-1,), 0),
    (0, (0, 0, 1), 2),
    (True, (1,), 0),
    ("0", (1,), 0),
    (0, (1,), 10**30),
]:
    print(a, end=" ")
    t(lambda: D(a))
for a in [None, 1j, b"1", True, 1.5, float("nan"), float("-inf"), -0.0, [], object]:
    print(a if a != object else "", end=" ")
    t(lambda: D(a))
t(lambda: D(1, 2))
t(lambda: D(1, context=C()))
t(lambda: D("1", "2"))
t(lambda: D(value=3))
t(lambda: D.from_float(3))
t(lambda: D.from_float("a"))
t(lambda: D.from_float(0.1))
t(lambda: c.create_decimal_from_float(0.1))
t(lambda: c.create_decimal_from_float("a"))
t(lambda: D(1) / 0)
t(lambda: D(0) / 0)
t(lambda: D(1) // 0)
t(lambda: D(0) // 0)
t(lambda: D(1) % 0)
t(lambda: D(0) % 0)
t(lambda: divmod(D(1), 0))
t(lambda: divmod(D(0), 0))
t(lambda: D("inf") - D("inf"))
t(lambda: D("snan") + 1)
t(lambda: D(10) ** 400 // 1)
t(lambda: D(0) ** 0)
t(lambda: D(-1) ** D(".5"))
t(lambda: D("inf") * 0)
t(lambda: D("1e999999") * 10)
t(lambda: D(-1).ln())
t(lambda: D(0).ln())
t(lambda: D(-1).sqrt())
t(lambda: pow(D(2), 3, 5))
t(lambda: pow(D(2), 3, 0))
t(lambda: pow(D(2), -3, 5))
t(lambda: pow(D(0), 0, 5))
t(lambda: pow(D("2.5"), 3, 5))
t(lambda: pow(D(2), 10**30, 7))
t(lambda: pow(D(5), 2, 10**30))
t(lambda: D(1) + "a")
t(lambda: D(1) + 1.5)
t(lambda: D(1) < "a")
t(lambda: D(1) < 1.5)
t(lambda: D(1) == 1.0)
t(lambda: D("nan") < 1)
t(lambda: D("nan") == 1)
t(lambda: D("snan") == 1)
t(lambda: hash(D("snan")))
t(lambda: hash(D("inf")))
t(lambda: int(D("nan")))
t(lambda: int(D("inf")))
t(lambda: float(D("snan")))
t(lambda: float(D("-nan12")))
t(lambda: round(D("nan")))
t(lambda: round(D("inf")))
t(lambda: round(D("2.5")))
t(lambda: round(D("2.545"), 2))
t(lambda: round(D("2.545"), -2))
t(lambda: round(D(1), 1.5))
t(lambda: round(D(1), 50))
t(lambda: D("nan").as_integer_ratio())
t(lambda: D("inf").as_integer_ratio())
t(lambda: D("-2.50").as_integer_ratio())
t(lambda: D(1j) if 0 else complex(D("1.5")))
t(lambda: __import__("math").floor(D("-1.5")))
t(lambda: __import__("math").ceil(D("nan")))
t(lambda: D("1").quantize(D("1e-50")))
t(lambda: D("1").quantize("0.1"))
t(lambda: D("1").quantize(D("0.1"), "x"))
t(lambda: D("1").quantize(D("0.1"), rounding=None))
t(lambda: D("inf").quantize(D("0.1")))
t(lambda: D("inf").quantize(D("inf")))
t(lambda: D("1.25").quantize(D("0.1"), ROUND_UP))
t(lambda: D(1).compare("a"))
t(lambda: D(1).exp(5))
t(lambda: c.add(1, "a"))
t(lambda: c.add(1, 2.5))
t(lambda: c.power(2, 3, 5))
t(lambda: c.quantize(1, D("0.1")))
t(lambda: D(1).logical_and(2))
t(lambda: D("1.5").rotate(1))
t(lambda: D(1).rotate(50))
t(lambda: D(1).shift("a"))
t(lambda: D(1).scaleb(D("1.5")))
t(lambda: D(0).logb())
t(lambda: setcontext(5))
t(lambda: localcontext(5))
t(lambda: localcontext(prec=0))
t(lambda: D(1).as_tuple())
t(lambda: D("-nan5").as_tuple())
t(lambda: D("inf").as_tuple())
t(lambda: DecimalTuple(1, 2, 3))
t(lambda: D(1).__reduce__())
t(lambda: D(1).__format__(5))
t(lambda: format(D(1), "q"))
t(lambda: format(D(1), ",_"))
print(DefaultContext, BasicContext, ExtendedContext, sep="\n")
print(
    [
        e.__mro__[1:-1]
        for e in (
            Clamped,
            InvalidOperation,
            DivisionByZero,
            Overflow,
            Underflow,
            FloatOperation,
            DivisionUndefined,
        )
    ]
)
print(
    D(1).real,
    D(1).imag,
    D(5).conjugate(),
    D(1).canonical(),
    D(1).radix(),
    c.radix(),
    c.Etiny(),
    c.Etop(),
    c.canonical(D(1)),
)
t(lambda: c.canonical(1))
t(lambda: c.is_canonical(1))
t(lambda: c.number_class("a"))
t(lambda: c.to_sci_string(5))
t(lambda: c.copy_sign(1, -2))
t(lambda: c.is_nan(1.5))
t(lambda: c.divmod(7, 2))
t(lambda: c.same_quantum(1, 2))
t(lambda: D(1).sqrt(context=None))
t(lambda: D.__floordiv__(D(1), "a"))
