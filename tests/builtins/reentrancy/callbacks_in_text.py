# Tables of str.translate, iterators of join, mappings and objects of format and %: they change what is read, collect,
# raise or call the same again.
import gc


def show(what, function):
    try:
        print(what, "->", ascii(function()))
    except Exception as error:
        print(what, "->", type(error).__name__, ascii(str(error)))


class Table:
    def __init__(self, function):
        self.function = function

    def __getitem__(self, key):
        return self.function(key)


def fails(key):
    raise IndexError(key)


def again(key):
    return "abc".translate(Table(again))


class Forgets(dict):
    def __missing__(self, key):
        self.clear()
        gc.collect()
        return "<%s>" % key


class Grows(list):
    def __getitem__(self, key):
        self.append(key)
        return list.__getitem__(self, key - 97)


class Text(str):
    pass


show("translate, some", lambda: "abc".translate(Table(lambda key: {97: "X", 98: None, 99: 100}[key])))
show("translate, missing", lambda: "abcd".translate(Table(lambda key: {97: "X"}[key])))
show("translate, IndexError", lambda: "abc".translate(Table(fails)))
show("translate, error", lambda: "abc\xe9".translate(Table(lambda key: {}["no"])))
show("translate, -1", lambda: "abc".translate(Table(lambda key: -1)))
show("translate, too large", lambda: "abc".translate(Table(lambda key: 0x110000)))
show("translate, float", lambda: "abc".translate(Table(lambda key: 1.5)))
show("translate, collects", lambda: "ab".translate(Table(lambda key: (gc.collect(), "z" * (key - 95))[1])))
show("translate, forgets", lambda: "abca".translate(Forgets({97: "x"})))
show("translate, grows", lambda: "abc".translate(Grows(["q"])))
show("translate, subclass", lambda: "abc".translate(Table(lambda key: Text("sub"))))
try:
    "abc".translate(Table(again))
except RecursionError:
    print("translate, again -> RecursionError")


class Clears:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        for item in self.items:
            self.items.clear()
            gc.collect()
            yield item


def joins_itself():
    def give():
        yield "a"
        yield ",".join(generator)

    generator = give()
    return "-".join(generator)


def grows_while_joined():
    buffer = bytearray(b"x")

    def give():
        yield buffer
        buffer.extend(b"yyyy")
        yield buffer

    return b",".join(give())


show("join, clears", lambda: ",".join(Clears(["a", "b"])))
show("join, error", lambda: ",".join("ab"[each] for each in range(4)))
show("join, itself", joins_itself)
show("join, bytes", grows_while_joined)
show("format_map", lambda: "{a}{b}{c}{a}".format_map(Forgets(a=1)))


class Any:
    def __getattr__(self, name):
        gc.collect()
        return name * 2

    def __getitem__(self, key):
        gc.collect()
        return [key]

    def __format__(self, specification):
        gc.collect()
        return "F<" + specification + ">"

    def __str__(self):
        return "str"


class Wrong:
    def __format__(self, specification):
        return 3

    def __str__(self):
        return 4


class Clearing:
    """Clears what it lies in."""

    def __init__(self, container):
        self.container = container

    def __format__(self, specification):
        self.container.clear()
        gc.collect()
        return "x"

    def __repr__(self):
        self.container.clear()
        gc.collect()
        return "r"

    __str__ = __repr__


def filled(container, *values):
    for value in values:
        if isinstance(container, list):
            container.append(value)
        elif isinstance(container, set):
            container.add(value)
        else:
            container["abc"[len(container)]] = value
    return container


def formats_itself():
    class Itself:
        def __format__(self, specification):
            return format(self, specification)

    try:
        return f"{Itself()}"
    except RecursionError:
        return "RecursionError"


items = []
show("format, any", lambda: "{0.x} {0[1]} {0[a]} {0:spec} {0!s:>5}".format(Any()))
show("format, wrong", lambda: f"{Wrong()}")
show("format, wrong str", lambda: f"{Wrong()!s}")
show("format, itself", formats_itself)
show("format, clears", lambda: "{0[0]}{0[1]}".format(filled(items, Clearing(items), 2)))
show("format, cleared", lambda: (f"{filled(items, Clearing(items), 2)[0]}", items))
show("format, nested", lambda: f"{Any():{Any():{Any()!s}}x}")
show("repr, list", lambda: repr(filled(items, Clearing(items), Clearing(items))))
table = {}
show("repr, dict", lambda: repr(filled(table, Clearing(table), Clearing(table))))
elements = set()
show("repr, set", lambda: repr(filled(elements, Clearing(elements), Clearing(elements))))
show("%, dict", lambda: "%(a)s %(b)s" % filled(table, Clearing(table), 2))
show("%, any", lambda: "%(a)s %(b)r" % Any())
show("%, wrong", lambda: "%s" % Wrong())


class Releases:
    def __init__(self, view, value):
        self.view = view
        self.value = value

    def __index__(self):
        self.view.release()
        gc.collect()
        return self.value


def released(use):
    view = memoryview(bytearray(b"abc"))
    return use(view, Releases(view, 1))


def set_item(view, index):
    view[index] = 5


def set_value(view, value):
    view[0] = value


def set_slice(view, index):
    view[index:] = b"xy"


show("memoryview, item", lambda: released(lambda view, index: view[index]))
show("memoryview, set", lambda: released(set_item))
show("memoryview, value", lambda: released(set_value))
show("memoryview, slice set", lambda: released(set_slice))
