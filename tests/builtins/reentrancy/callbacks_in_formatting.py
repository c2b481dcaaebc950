# Formatting: what is asked for its text changes what is being formatted, raises, formats again or collects.

import gc


class State:
    action = None
    depth = 0
    target = None
    again = None


def hit():
    if State.depth:
        return
    State.depth += 1
    try:
        if State.action == "clear":
            State.target.clear()
        elif State.action == "grow":
            if isinstance(State.target, dict):
                State.target.update((f"new{number}", number) for number in range(50))
            else:
                State.target.extend(range(50))
        elif State.action == "raise":
            raise ValueError("callback")
        elif State.action == "again":
            State.again()
        elif State.action == "collect":
            gc.collect()
    finally:
        State.depth -= 1


class Shown:
    """Everything that formatting may ask for."""

    def __init__(self, value=3):
        self.value = value

    def __format__(self, spec):
        hit()
        return f"<{spec}>"

    def __repr__(self):
        hit()
        return "r"

    def __str__(self):
        hit()
        return "s"

    def __index__(self):
        hit()
        return self.value

    def __float__(self):
        hit()
        return float(self.value)

    @property
    def attribute(self):
        hit()
        return self

    def __getitem__(self, key):
        hit()
        return self

    def __len__(self):
        hit()
        return 2


class Mapping:
    def __init__(self, inner):
        self.inner = inner

    def __getitem__(self, key):
        hit()
        return self.inner.get(key, key)

    def keys(self):
        hit()
        return list(self.inner)


class Missing(dict):
    def __missing__(self, key):
        hit()
        return f"no {key}"


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        hit()
        self.parts.append(text)

    def flush(self):
        hit()


def printed(*values, **options):
    writer = Writer()
    print(*values, file=writer, **options)
    return "".join(writer.parts)[:60]


def new_list():
    return [1, Shown(), "x", Shown()]


def new_dict():
    return {"a": Shown(), "b": 2, "c": Shown()}


list_operations = [
    ("f-string", lambda x: f"{x[1]} {x[1]!r} {x[1]:{x[0]}}"),
    ("f-string of all", lambda x: f"{x}"),
    ("f-string nested", lambda x: f"{Shown():{Shown()}}"),
    ("format()", lambda x: format(x[1], "spec")),
    ("str.format", lambda x: "{0[1]} {0[2]} {0[3]:>{0[0]}}".format(x)),
    ("str.format attribute", lambda x: "{0.attribute.attribute} {0[k][l]!s:5}".format(Shown())),
    ("str.format star", lambda x: "{} {} {} {}".format(*x)),
    ("%s", lambda x: "%s %r %a" % (Shown(), Shown(), x)),
    ("% of a tuple of it", lambda x: "%s|%s|%s|%s" % tuple(x)),
    ("%d", lambda x: "%x %5.1f %d %c" % (Shown(), Shown(), Shown(2), Shown(65))),
    ("%*d", lambda x: "%*d|%.*f" % (4, 3, 2, Shown())),
    ("b%", lambda x: b"%b %d" % (bytes(str(Shown()), "ascii"), 5)),
    ("repr", lambda x: repr(x)[:60]),
    ("repr of a tuple", lambda x: repr((x, x))[:60]),
    ("ascii", lambda x: ascii(x)[:60]),
    ("str of a slice", lambda x: str(slice(x[1], x[3]))),
    ("print", lambda x: printed(*x)),
    ("print sep", lambda x: printed(1, x, 2, sep="-", end="!")),
    ("print flush", lambda x: printed(1, Shown(), flush=True)),
    ("join of map", lambda x: ",".join(map(str, x))[:60]),
    ("join of generator", lambda x: ",".join(str(item) for item in x)[:60]),
    ("str.translate", lambda x: "abc".translate(Mapping({97: "x"}))),
    ("exception", lambda x: str(ValueError(*x))[:60]),
    ("KeyError", lambda x: str(KeyError(x[1]))),
    ("range", lambda x: repr(range(Shown(), Shown(9)))),
    ("round", lambda x: round(12.345, Shown(1))),
    ("chr", lambda x: chr(Shown(66))),
    ("hex", lambda x: hex(Shown(10))),
]

dict_operations = [
    ("str.format **", lambda d: "{a} {b} {c}".format(**d)),
    ("format_map", lambda d: "{a} {b} {c}".format_map(d)),
    ("format_map mapping", lambda d: "{a} {b} {z}".format_map(Mapping(d))),
    ("format_map missing", lambda d: "{a} {b} {z}".format_map(Missing(d))),
    ("%", lambda d: "%(a)s %(b)s %(c)r" % d),
    ("% mapping", lambda d: "%(a)s %(b)s %(z)r" % Mapping(d)),
    ("% missing", lambda d: "%(a)s %(b)s %(z)r" % Missing(d)),
    ("repr", lambda d: repr(d)[:60]),
    ("repr of items", lambda d: repr(d.items())[:60]),
    ("repr of values", lambda d: repr(d.values())[:60]),
    ("print values", lambda d: printed(*d.values())),
    ("f-string", lambda d: f"{d['a']} {d.get('c')!r} {len(d) > 0}"),
    ("eval", lambda d: eval("f'{a} {c}'", {}, d)),
    ("exec", lambda d: exec("e = f'{a}'; d = str(c)", {}, d)),
]


def run(new, name, operation):
    print(f"  {name}")
    for action in (None, "clear", "grow", "raise", "again", "collect"):
        target = new()
        State.action, State.target, State.depth = action, target, 0
        State.again = lambda: operation(target)
        try:
            result = repr(operation(target))
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
        State.action = None
        print(f"    {action!s:8} {result[:90]} | {len(target)}")


for new, operations in ((new_list, list_operations), (new_dict, dict_operations)):
    print(new.__name__)
    for name, operation in operations:
        run(new, name, operation)
