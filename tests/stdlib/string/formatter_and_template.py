# python: 3.14
# Templates, and formatting in steps that a subclass can change.
import string
from string import *


def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)).split(" at 0x")[0])
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


T = Template
for t in (
    "$a ${b} $$",
    "$a$b",
    "${a}b",
    "$",
    "a $",
    "$ a",
    "$1",
    "${a",
    "${}",
    "$_x",
    "$a1 $A",
    "é$a",
    "$é",
    "$$a",
    "$a-$b",
    "line\n$a\n $!",
    "${a b}",
    "",
    "no",
    "$$$a",
    "$$$$",
    "${a}$",
    "\n\n${",
):
    t = T(t)
    show(t.substitute, a=1, b=2, _x=3, a1=4, A=5)
    show(t.safe_substitute, {"a": "m"}, b="k")
    show(t.safe_substitute)
    print(t.is_valid(), t.get_identifiers(), t.template == t.template)
show(T("$a").substitute, {"a": 1}, a=2)
show(T("$a $b").substitute, {"a": 1}, b=2)
show(T("$a").substitute, {"b": 1})
show(T("$self $mapping").substitute, self=1, mapping=2)
show(T(5).substitute)
show(T("$a").substitute, 5)


class P(Template):
    delimiter = "%"


show(P("%a %{b} %% $a").substitute, a=1, b=2)


class D(Template):
    delimiter = "@@"


show(D("@@a @@@@ @@{b} @x").substitute, a=1, b=2)
show(D("@@!").substitute)
print(D("@@! @@a").safe_substitute(a=1))
f = Formatter()
for a, k in [
    (("{} {}", 1, 2), {}),
    (("{0} {1} {0}", 1, 2), {}),
    (("{a.real} {b[0]} {c[k]}",), dict(a=5, b=[7], c={"k": 8})),
    (("{:>{w}}", 5), dict(w=6)),
    (("{!r:>6} {!s} {!a}", "é", "é", "é"), {}),
    (("{0} {}", 1, 2), {}),
    (("{} {0}", 1, 2), {}),
    (("{",), {}),
    (("}",), {}),
    (("{a}",), {}),
    (("{5}", 1), {}),
    (("{{}} {}", 1), {}),
    (("{:{}}", 3, 5), {}),
    (("{:{:{:{}}}}", 1, 2, 3, 4), {}),
    (("{!x}", 1), {}),
    ((), {}),
    (("{:d}", "a"), {}),
    (("{} {a} {}", 1, 2), dict(a=3)),
    (("{0[0]}", [1]), {}),
    (("{.real}", 5), {}),
    (("{[1]}", "ab"), {}),
    ((5,), {}),
    (("{:%Y}", 5), {}),
]:
    show(f.format, *a, **k)
show(f.vformat, "{a}{0}", (1,), {"a": 2})


class F(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(map(str, used)), args, sorted(kwargs))

    def format_field(self, v, spec):
        return f"[{super().format_field(v, spec)}]"

    def convert_field(self, v, c):
        return "X" if c == "x" else super().convert_field(v, c)


show(F().format, "{a} {b!x} {0:>5}", 1, 2, a=3)
print(list(f.parse("a{b!r:c}d{}")), f.get_field("a.b[c]", (), {"a": type("O", (), {"b": {"c": 1}})}))
show(lambda: list(f.parse("{")))
print(
    capwords("a  bc d"),
    capwords("a-bc-d", "-"),
    capwords("  x y "),
    sorted(string.__all__),
    printable,
    hexdigits,
    string.whitespace.encode(),
)
