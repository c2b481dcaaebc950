# python: 3.14
# PEP 750.
name, n = "World", 5
t = t"Hello {name}! {n + 1:>{n}} {name!r} end"
print(type(t).__name__, t.strings, t.values)
for i in t.interpolations:
    print(i.value, i.expression, i.conversion, i.format_spec)
print(list(t)[0], len(list(t)), [type(x).__name__ for x in t])
print(t"".strings, t"plain".strings, t"{n}{n}".strings, t"{n=}".strings, t"{{}}".strings, rt"\n{n}".strings)
from string.templatelib import Template, Interpolation


def render(template):
    parts = []
    for item in template:
        if isinstance(item, str):
            parts.append(item)
        else:
            value = item.value
            if item.conversion == "r":
                value = repr(value)
            parts.append(format(value, item.format_spec))
    return "".join(parts)


print(render(t))
both = t"a{n}" + t"b{name}c"
print(both.strings, both.values, isinstance(both, Template))
try:
    t"a" + "b"
except TypeError as e:
    print(type(e).__name__)
print(Interpolation(1, "x", "r", ">5").expression, Template("a", Interpolation(2, "y"), "b").values)
nested = t"{t'{n}'}"
print(type(nested.values[0]).__name__)
