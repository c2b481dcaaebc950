# What the prompt adds to the builtins: words to leave with, and help.
import builtins
import sys


class _Quitter:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f"Use {self._name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


class _Text:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text

    def __call__(self):
        print(self._text)


def _signature(value, name):
    text = getattr(value, "__text_signature__", None)
    if text:
        for hidden in ("$module, ", "$module", "$self, ", "$self", "$type, ", "$type"):
            text = text.replace(hidden, "")
        return name + text.replace("(/)", "()").replace("(/, ", "(")
    code = getattr(value, "__code__", None)
    if code is None:
        return name + "(...)"
    return name + _code_signature(value, code)


def _code_signature(function, code):
    names = code.co_varnames
    count, keyword_only = code.co_argcount, code.co_kwonlyargcount
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    parts = []
    for index, name in enumerate(names[:count]):
        at = index - (count - len(defaults))
        parts.append(f"{name}={defaults[at]!r}" if at >= 0 else name)
        if index + 1 == code.co_posonlyargcount:
            parts.append("/")
    following = count + keyword_only
    if code.co_flags & 4:
        parts.append("*" + names[following])
        following += 1
    elif keyword_only:
        parts.append("*")
    for name in names[count : count + keyword_only]:
        parts.append(f"{name}={keyword_defaults[name]!r}" if name in keyword_defaults else name)
    if code.co_flags & 8:
        parts.append("**" + names[following])
    return "(" + ", ".join(parts) + ")"


def _indented(text, depth):
    space = " " * depth
    return "\n".join([space + line if line else "" for line in text.split("\n")])


def _described(value, name, depth):
    lines = [_indented(_signature(value, name), depth)]
    doc = getattr(value, "__doc__", None)
    if isinstance(doc, str) and doc:
        lines.append(_indented(doc, depth + 4))
    return "\n".join(lines)


def _class_help(cls):
    bases = ", ".join([base.__name__ for base in cls.__bases__])
    yield f"Help on class {cls.__name__} in module {cls.__module__}:\n"
    yield f"class {cls.__name__}({bases})"
    if cls.__doc__:
        yield _indented(cls.__doc__, 4)
    yield ""
    yield " |  Methods defined here:"
    for name, value in sorted(vars(cls).items()):
        if name.startswith("_") and not (name.startswith("__") and name.endswith("__")):
            continue
        function = getattr(value, "__func__", value)
        if callable(function):
            yield ""
            yield "\n".join([" |  " + line for line in _described(function, name, 0).split("\n")])


def _module_help(module):
    yield f"Help on module {module.__name__}:\n"
    yield "NAME"
    yield f"    {module.__name__}\n"
    if module.__doc__:
        yield "DESCRIPTION"
        yield _indented(module.__doc__, 4) + "\n"
    names = [name for name in dir(module) if not name.startswith("_")]
    for title, chosen in (
        ("CLASSES", lambda value: isinstance(value, type)),
        ("FUNCTIONS", lambda value: callable(value) and not isinstance(value, type)),
        ("DATA", lambda value: not callable(value) and type(value) is not type(sys)),
    ):
        found = [(name, getattr(module, name)) for name in names]
        found = [(name, value) for name, value in found if chosen(value)]
        if not found:
            continue
        yield title
        for name, value in found:
            if title == "DATA":
                yield f"    {name} = {value!r}"
            elif title == "CLASSES":
                yield f"    class {name}"
            else:
                yield _described(value, name, 4) + "\n"
        yield ""


class _Helper:
    """help(object): what is known about an object; help() alone tells how to use it."""

    def __repr__(self):
        return "Type help() for interactive help, or help(object) for help about object."

    def __call__(self, *args):
        if not args:
            print(
                "help(object) shows what an object is and what can be done with it: help(str), help(str.split),\n"
                "help('math') for a module. dir(object) lists the names in it, Tab completes them."
            )
            return
        (value,) = args
        if isinstance(value, str):
            value = self._named(value)
            if value is None:
                return
        if isinstance(value, type):
            lines = _class_help(value)
        elif type(value) is type(sys):
            lines = _module_help(value)
        elif callable(value) and hasattr(value, "__name__"):
            kind = "function" if hasattr(value, "__code__") else "built-in function"
            where = f" in module {value.__module__}" if getattr(value, "__module__", None) else ""
            lines = [f"Help on {kind} {value.__name__}{where}:\n", _described(value, value.__name__, 0)]
        else:
            cls = type(value)
            print(f"Help on {cls.__name__} object:\n")
            lines = _class_help(cls)
        for line in lines:
            print(line)

    def _named(self, name):
        parts = name.split(".")
        value = getattr(builtins, parts[0], None)
        if value is None:
            try:
                value = __import__(parts[0])
            except ImportError:
                print(f"No help found for {name!r}: it names no builtin and no module.")
                return None
        for part in parts[1:]:
            value = getattr(value, part)
        return value


def install():
    builtins.exit = _Quitter("exit")
    builtins.quit = _Quitter("quit")
    builtins.copyright = _Text("Copyright (c) the Ferropy developers. Python is a trademark of its Foundation.")
    builtins.credits = _Text("Thanks to all who made Python, MicroPython and Rust.")
    builtins.license = _Text("Ferropy is licensed under MIT or Apache-2.0, at your choice.")
    builtins.help = _Helper()
