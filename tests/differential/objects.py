"""Calls about objects themselves: attributes of functions, classes and exceptions, classes made by `type`, groups.

Each function gives a group and a line, as those of calls.py do.
"""

from values import POOLS, any_value

# Attributes that are looked up, set and deleted, by kind of the object.
ATTRIBUTES = {
    "callable": [
        "__name__", "__qualname__", "__defaults__", "__kwdefaults__", "__annotations__", "__dict__", "__doc__", "__module__", "__code__",
        "__closure__", "__globals__", "__type_params__", "own", "__self__", "__func__", "__call__", "__class__", "__text_signature__",
    ],
    "class": [
        "__name__", "__qualname__", "__bases__", "__mro__", "__doc__", "__module__", "__dict__", "__annotations__", "own", "__class__",
        "__abstractmethods__", "__type_params__", "__base__", "__call__", "__eq__", "__hash__", "__slots__", "__weakref__",
    ],
    "exception": [
        "args", "__notes__", "__cause__", "__context__", "__suppress_context__", "__traceback__", "__dict__", "own", "value", "code", "name",
        "obj", "path", "msg", "errno", "strerror", "filename", "start", "end", "object", "reason", "encoding", "message", "exceptions",
        "lineno", "text", "characters_written",
    ],
    "strange": ["value", "double", "fixed", "shared", "full", "empty", "own", "__class__", "__dict__", "__doc__", "items", "answer", "inner"],
    "generator": ["__name__", "__qualname__", "gi_frame", "gi_running", "gi_code", "gi_yieldfrom", "gi_suspended", "own"],
    "descriptor": ["__doc__", "fget", "fset", "fdel", "__isabstractmethod__", "__func__", "__wrapped__", "__name__", "own", "__dict__", "__set_name__"],
    "namespace": ["a", "b", "own", "__dict__", "__class__"],
    "proxy": ["own", "__class__", "__dict__", "get"],
    "super": ["value", "double", "shared", "own", "__class__", "__self__", "__thisclass__", "__doc__", "__dict__"],
    "subclass": ["own", "real", "__dict__", "__class__", "start", "upper", "__doc__"],
    "int": ["real", "own", "__class__", "numerator", "__doc__"],
    "list": ["own", "__class__", "append", "__doc__", "__hash__"],
    "memoryview": ["format", "own", "obj", "shape", "readonly"],
    "range": ["start", "own", "step"],
    "slice": ["start", "own"],
    "alias": ["__origin__", "__args__", "own", "__parameters__", "__class__", "__name__", "__mro__", "__unpacked__"],
    "group": ["message", "exceptions", "args", "own", "__notes__"],
    "single": ["own", "__class__", "__doc__", "__bool__"],
}  # fmt: skip

UNSHOWN = ("__globals__", "__code__", "gi_frame", "gi_code", "__dict__", "__doc__", "__text_signature__", "__closure__")


def attributes(maker):
    """Attributes looked up, set and deleted, one after the other."""
    random = maker.random
    kind = random.choice(list(ATTRIBUTES))
    receiver = random.choice(POOLS[kind])
    lines = [f"y = {receiver}"]
    name = "__class__"
    for _ in range(random.choice([1, 2, 2, 3])):
        if random.random() < 0.7:
            name = random.choice(ATTRIBUTES[kind])
        value = any_value(random) if random.random() < 0.7 else random.choice(["None", "()", "{}", "'name'", "(1, 2)", "[]", "{'a': 1}", "int", "Derived"])
        action = random.choice(["get", "set", "set", "delete", "has"])
        if action == "set" and name == "__class__" and kind not in ("strange", "namespace"):
            action = "get"
        if action == "get":
            step = f"show(type(y.{name}).__name__)" if name in UNSHOWN else f"show(y.{name})"
        elif action == "set":
            step = f"y.{name} = {value}"
        elif action == "delete":
            step = f"del y.{name}"
        else:
            step = f"show(hasattr(y, '{name}'))"
        lines.append(attempt(step))
    # What other calls use must stay as it is: only objects of one's own are changed.
    if kind in ("callable", "class", "alias", "super", "descriptor") and any("y." in line and ("= " in line or "del" in line) for line in lines[1:]):
        owned = {
            "callable": "lambda a, *, b=1: a",
            "class": "type('A', (Plain,), {'a': 1})",
            "descriptor": "property(len)",
            "super": "super(Derived, Derived(1))",
            "alias": receiver,
        }
        if random.random() < 0.7 or receiver[0].isupper() or kind in ("class", "super") or receiver in ("function", "numbers"):
            lines[0] = f"y = {owned[kind]}"
    if kind == "exception" or kind == "group":
        lines.append(attempt("show(y, str(y))"))
    elif kind == "callable":
        lines.append(attempt("show(y(1))"))
    else:
        lines.append(attempt("show(y)"))
    return f"attribute {kind}", "\xb6".join(lines)


def attempt(step):
    return "try:\xb6 " + step.replace("\xb6", "\xb6 ") + "\xb6except BaseException as error:\xb6 failed(error)"


def made_class(maker):
    """A class by `type` or by a statement, and what its instances do."""
    random = maker.random
    if random.random() < 0.6:
        values = [random.choice(POOLS[kind]) if random.random() < 0.93 else any_value(random) for kind in ("type_name", "bases", "namespace_dict")]
        keywords = random.choice(["", "", "", ", metaclass=Meta", ", x=1", ", **{'a': 1}"])
        create = f"y = {random.choice(['type', 'type', 'type', 'type.__new__', 'Meta'])}({', '.join(values)}{keywords})"
        if "__new__" in create:
            create = create.replace("__new__(", "__new__(type, ")
    else:
        bases = random.choice(POOLS["bases"])[1:-1].rstrip(",")
        bases += random.choice(["", "", "", ", metaclass=Meta", ", metaclass=type", ", metaclass=len", ", x=1", ", metaclass=lambda *a, **k: (a[:2], k)"])
        body = [
            random.choice(
                [
                    "pass", "a = 1", "__slots__ = ('a',)", "__slots__ = ()", "def __init__(self, *a): self.a = a", "a: int = 5", "__eq__ = None",
                    "def __new__(cls, *a): return 7", "def __len__(self): return self.a", "@property\xb6 def a(self): return 3",
                    "def __getattr__(self, n): return n", "def __call__(self, *a): return a", "__hash__ = None", "__iter__ = None",
                    "def __init_subclass__(cls, **k): show(k)", "def __set_name__(self, o, n): show(n)", "b = Answers(1)", "__bool__ = lambda s: 0",
                    "def __repr__(self): return super().__repr__()[:5]", "def __class_getitem__(cls, i): return (cls.__name__, i)",
                    "def method(self): return super().method(1)", "__contains__ = lambda s, i: i", "__match_args__ = ('a', 'b')",
                    "def __get__(self, o, t): return 'got'", "__add__ = lambda s, o: NotImplemented", "__radd__ = lambda s, o: 'radd'",
                ]
            )
            for _ in range(random.choice([1, 1, 2, 3]))
        ]  # fmt: skip
        create = f"class y({bases.lstrip(', ')}):\xb6 " + "\xb6 ".join(body)
    uses = [
        "show(y)", "show(y.__mro__)", "show(y.__name__, y.__qualname__, y.__module__)", "show(y())", "show(y(1))", "show(y(1, 2))", "show(y.__bases__)",
        "z = y(); z.a = 5; show(z.a)", "show(y().a)", "show(hash(y()) is None)", "show(y() == y(), y() != y())", "show(len(y()))", "show(bool(y()))",
        "show(y() + 1)", "show(1 + y())", "show(isinstance(y(), y), issubclass(y, int))", "show(y[1])", "show(y.__doc__, y.__slots__)", "show(list(y()))",
        "class w(y): pass\xb6show(w.__mro__)", "show(y.__dict__.get('__slots__'), y.__dictoffset__ != 0)", "show(1 in y())", "show(y().__dict__)",
        "match y():\xb6 case y(p): show(p)\xb6 case _: show('no')", "show(y() < y())", "show(str(y())[:20])", "show(y().method())", "show(y.__weakrefoffset__ != 0)",
        "z = y(); z.__class__ = Plain; show(z)", "z = Plain(); z.__class__ = y; show(z)", "y.__bases__ = (Plain,); show(y.__mro__)",
    ]  # fmt: skip
    lines = [create] + [attempt(random.choice(uses)) for _ in range(random.choice([1, 2, 3]))]
    return "class made", "\xb6".join(lines)


def exceptional(maker):
    """Exceptions raised, chained, caught and grouped."""
    random = maker.random
    error = random.choice(POOLS[random.choice(["exception", "exception", "group", "exception_class"])])
    other = random.choice(POOLS["exception"] + ["None", "5", "ValueError", "int"])
    matcher = random.choice(["ValueError", "(ValueError, KeyError)", "Exception", "OSError", "int", "5", "()", "BaseException", "LookupError", "[ValueError]"])
    lines = {
        "raise": f"raise {error}",
        "raise from": f"raise {error} from {other}",
        "raise in except": f"try:\xb6 raise {other}\xb6except BaseException as first:\xb6 raise {error}",
        "raise from in except": f"try:\xb6 raise {other}\xb6except BaseException as first:\xb6 raise {error} from first",
        "reraise": f"try:\xb6 raise {error}\xb6except {matcher}:\xb6 show(1)\xb6 raise",
        "finally": f"try:\xb6 raise {error}\xb6finally:\xb6 show('finally')",
        "finally raises": f"try:\xb6 raise {error}\xb6finally:\xb6 raise {other}",
        "except": f"try:\xb6 raise {error}\xb6except {matcher} as e:\xb6 show(e)\xb6else:\xb6 show('else')",
        "except*": f"try:\xb6 raise {error}\xb6except* {matcher} as e:\xb6 show(e)",
        "except* twice": f"try:\xb6 raise {error}\xb6except* {matcher} as e:\xb6 show(e)\xb6except* Exception as e:\xb6 show(e)\xb6 raise",
        "except* raises": f"try:\xb6 raise {error}\xb6except* {matcher} as e:\xb6 show(e)\xb6 raise {other}",
        "throw": f"g = relay(2); next(g); show(g.throw({error}))",
        "with": f"class C:\xb6 def __enter__(self): return 4\xb6 def __exit__(self, *a): show(a[0], a[1]); return {random.choice(['True', 'False', 'None', '1', 'Fails()', 'a'])}\xb6with C() as c:\xb6 show(c); raise {error}",
        "add_note": f"e = {error}; e.add_note('n'); e.add_note({random.choice(POOLS['str'])}); raise e",
        "group of": f"show(ExceptionGroup('g', [{error}, {other}]))",
        "split": f"e = ExceptionGroup('g', [{error}, {other}]); show(e.split({random.choice(POOLS['matcher'])}))",
        "subgroup": f"e = BaseExceptionGroup('g', [{error}, ExceptionGroup('h', [ValueError(1)])]); show(e.subgroup({random.choice(POOLS['matcher'])}))",
        "str": f"e = {error}; show(str(e), repr(e), e.args)",
        "arguments": f"show({random.choice(POOLS['exception_class'] + ['ImportError', 'SyntaxError', 'UnicodeDecodeError', 'AttributeError', 'ExceptionGroup'])}({maker.arguments(['?any', '?any', '?any', '?any', '=name:any'])}))",
        "stop": f"def f():\xb6 yield 1\xb6 raise {error}\xb6x = f(); next(x)\xb6next(x)",
        "copy": f"e = {error}; r = e.__reduce__(); show(r); f = r[0](*r[1]); show(f)",
        "same": f"e = {error}\xb6try:\xb6 raise e\xb6except BaseException as a:\xb6 show(a is e)\xb6 raise e from e",
        "init": f"e = {error}; e.__init__({maker.arguments(['?any', '?any', '?any'])}); show(e)",
    }
    name = random.choice(list(lines))
    return f"exception {name}", attempt(lines[name]) + "\xb6 if 'e' not in globals(): show(error)\xb6x = 0"
