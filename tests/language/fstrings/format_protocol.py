class F:
    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


f = F()
print(f"{f} {f:abc} {f!s} {f!r} {f!s:>6} {f:{1 + 1}x} {f::} {f:{'{'}}")


class NoSpec:
    def __str__(self):
        return "plain"


print(f"{NoSpec()} {NoSpec():}")
for text in ("f'{NoSpec():x}'", "f'{[]:>5}'", "f'{None:5}'", "f'{5:s}'", "f'{\"a\":d}'", "f'{1.5:d}'", "f'{5:zz}'", "f'{{}:{{}}}'",
             "f'{undefined}'", "f'{1/0}'", "f'{5:.2}'", "f'{\"x\":=5}'", "f'{\"x\":+}'", "f'{5:,s}'"):
    try:
        print(eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
order = []


def t(v):
    order.append(v)
    return v


f"{t(1)} {t(2):{t(3)}} {t(4)}"
print(order)
