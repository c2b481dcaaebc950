# python: 3.13
# What the constructors of OSError, SyntaxError and ImportError take, and what becomes of it.
import errno


def attempt(what, action, *args):
    try:
        print(what, "->", repr(action(*args))[:100])
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


FIELDS = ("errno", "strerror", "filename", "filename2", "characters_written")
for arguments in [(), (1,), (1, 2), (2, "no", "f"), (2, "no", "f", None, "g"), (1, 2, 3, 4, 5, 6), ("a", "b")]:
    for kind in (OSError, FileNotFoundError, BlockingIOError):
        error = kind(*arguments)
        print(repr(error), str(error), error.args, [getattr(error, name, "none") for name in FIELDS])
for number in sorted(errno.errorcode):
    if type(OSError(number, "text")) is not OSError:
        print(errno.errorcode[number], type(OSError(number, "text")).__name__)
for count in (5, "five"):
    error = BlockingIOError(11, "would block", count)
    print(error.args, error.filename, getattr(error, "characters_written", "none"))
for kind in (OSError, PermissionError, ValueError, SyntaxError, TabError, KeyError, StopIteration, SystemExit):
    attempt(kind.__name__, lambda: kind(1, name=2))


class WithInit(OSError):
    def __init__(self, first, second=None):
        self.first = first


class WithBoth(OSError):
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, *args):
        super().__init__(5, "five")


class WithSuper(OSError):
    def __init__(self, first, *, second):
        super().__init__(2, second)


for error in (WithInit(2), WithBoth(2, "two"), WithSuper(1, second="zwei")):
    print(repr(error), error.args, error.errno, str(error))

error = OSError(2, "text")
error.filename = "later"
print(error)
error.errno = None
print(error)
for details in [("f", 1, 2, "text"), ("dir/f", 1, 2, "text", 3, 4), (None,) * 4, ("f", "line", 2, "x"), ("f", 1), 5]:
    attempt(f"SyntaxError {details}", SyntaxError, "message", details)
    try:
        error = SyntaxError("message", details)
        print(str(error), error.filename, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset)
    except TypeError:
        pass
error = ImportError("message", name="n", path="p")
print(error, error.msg, error.name, error.path, error.args)
for error in (
    ValueError(1),
    OSError(2, "x", "f"),
    OSError(2, "x", "f", None, "g"),
    ImportError("m", name="n"),
    ImportError("m"),
    AttributeError("x", name="q", obj=3),
    KeyError(1),
    NameError("x", name="n"),
    ExceptionGroup("m", [ValueError(1)]),
):
    print(error.__reduce__())
error = ImportError("m", path="p")
error.more = 1
print(error.__reduce__())
try:
    exec("from .y import x", {"__package__": 5})
except TypeError as error:
    print(error)
for sequence in ("ab", {1}, {}, iter([ValueError()]), range(2), (KeyError(),)):
    try:
        print(repr(ExceptionGroup("m", sequence)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
group = ExceptionGroup("m", [ValueError(1), KeyError(2)])
group.__notes__ = 5
print(hasattr(group.split(ValueError)[0], "__notes__"))
group.__notes__ = ("a", "b")
print(group.split(ValueError)[0].__notes__)
