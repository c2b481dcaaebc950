# What help(object) prints: signature and documentation, for a class with all that it has.
import builtins
import sys

_RULER = "-" * 70
_FUNCTION = type(lambda: None)
_METHOD = type(classmethod(lambda cls: None).__get__(None, int))
_BUILTIN = type(len)
_MODULE = type(sys)


def _text_signature(text, bound):
    """A builtin's signature without what is filled in by the call."""
    hidden = ("$module", "$type") if not bound else ("$module", "$type", "$self")
    parts = text[1:-1].split(", ") if text != "()" else []
    if parts and parts[0] in hidden:
        del parts[0]
        if parts and parts[0] == "/":
            del parts[0]
    return "(" + ", ".join(parts).replace("$", "") + ")"


def _annotation(value):
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else f"{value.__module__}.{value.__qualname__}"
    return repr(value)


def _code_signature(function, code, bound):
    names = code.co_varnames
    count, keyword_only = code.co_argcount, code.co_kwonlyargcount
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    try:
        annotations = function.__annotations__
    except Exception:
        annotations = {}

    def parameter(name, *default):
        text = name
        if name in annotations:
            text += f": {_annotation(annotations[name])}"
        if default:
            text += (" = " if name in annotations else "=") + repr(default[0])
        return text

    parts = []
    for index, name in enumerate(names[:count]):
        at = index - (count - len(defaults))
        parts.append(parameter(name, defaults[at]) if at >= 0 else parameter(name))
        if index + 1 == code.co_posonlyargcount:
            parts.append("/")
    following = count + keyword_only
    if code.co_flags & 4:
        parts.append("*" + parameter(names[following]))
        following += 1
    elif keyword_only:
        parts.append("*")
    for name in names[count : count + keyword_only]:
        known = name in keyword_defaults
        parts.append(parameter(name, keyword_defaults[name]) if known else parameter(name))
    if code.co_flags & 8:
        parts.append("**" + parameter(names[following]))
    if bound and parts:
        del parts[0]
        if parts and parts[0] == "/":
            del parts[0]
    text = "(" + ", ".join(parts) + ")"
    if "return" in annotations:
        text += f" -> {_annotation(annotations['return'])}"
    return text


def _signature(value, bound=False):
    """The signature of something that can be called, or nothing."""
    if type(value) is _METHOD:
        return _signature(value.__func__, True)
    code = getattr(value, "__code__", None)
    if code is not None and hasattr(value, "__defaults__"):
        return _code_signature(value, code, bound)
    text = getattr(value, "__text_signature__", None)
    if isinstance(text, str) and text.startswith("("):
        return _text_signature(text, bound or hasattr(value, "__self__") and type(value) is not type(int.__add__))
    return None


def _indented(text, space):
    return "\n".join([space + line if line else "" for line in text.split("\n")])


def _documentation(value):
    """The documentation without the margin that its lines have in common."""
    doc = getattr(value, "__doc__", None)
    if not isinstance(doc, str) or not doc.strip():
        return ""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip()] + [line[margin:].rstrip() for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _described(name, value, bound=False, note=""):
    shown = name + (_signature(value, bound) or "(...)")
    own = getattr(value, "__name__", name)
    if own == "<lambda>":
        shown = f"{name} lambda " + shown[len(name) + 1 : -1]
    elif own != name and hasattr(value, "__code__"):
        shown = f"{name} = {own}" + shown[len(name) :]
    doc = _documentation(value)
    return shown + note + ("\n" + _indented(doc, "    ") if doc else "")


def _named(name, value):
    doc = _documentation(value)
    return name + ("\n" + _indented(doc, "    ") if doc else "")


_HIDDEN = {
    "__doc__", "__module__", "__qualname__", "__name__", "__slots__", "__firstlineno__", "__static_attributes__",
    "__annotate_func__", "__annotate__", "__annotations_cache__", "__annotations__", "__abstractmethods__",
    "__classcell__", "__builtins__", "__file__", "__spec__", "__loader__", "__cached__", "__package__", "__path__",
}


def _is_shown(name):
    if name in _HIDDEN:
        return False
    return not name.startswith("_") or name.startswith("__") and name.endswith("__")


_GROUPS = (
    "Methods", "Class methods", "Static methods", "Readonly properties", "Data descriptors", "Data and other attributes",
)


def _entry(cls, name, value):
    """The group of an attribute in a class's namespace, and its text."""
    if isinstance(value, staticmethod) or name == "__new__" and type(value) is _BUILTIN:
        return "Static methods", _described(name, getattr(value, "__func__", value))
    if isinstance(value, classmethod) or type(value).__name__ == "classmethod_descriptor":
        return "Class methods", _described(name, getattr(cls, name), True)
    if isinstance(value, property):
        return ("Readonly properties" if value.fset is None else "Data descriptors"), _named(name, value)
    if type(value).__name__ in ("getset_descriptor", "member_descriptor"):
        return "Data descriptors", _named(name, value)
    if isinstance(value, _FUNCTION) or type(value).__name__ in ("method_descriptor", "wrapper_descriptor"):
        return "Methods", _described(name, value)
    if isinstance(value, type):
        return "Data and other attributes", f"{name} = {value!r}"
    if not isinstance(value, type) and hasattr(type(value), "__get__"):
        return "Data descriptors", _named(name, value)
    return "Data and other attributes", f"{name} = {value!r}"


def _class_name(cls, module):
    return cls.__qualname__ if cls.__module__ == module else f"{cls.__module__}.{cls.__qualname__}"


def _class_text(cls):
    module = cls.__module__
    bases = ", ".join([_class_name(base, module) for base in cls.__bases__])
    parts = []
    own_init = [base for base in cls.__mro__ if "__init__" in vars(base) and base is not object]
    signature = getattr(cls, "__text_signature__", None)
    if isinstance(signature, str):
        parts.append(cls.__name__ + _text_signature(signature, True))
    elif own_init and hasattr(own_init[0].__init__, "__code__"):
        parts.append(cls.__name__ + _signature(own_init[0].__init__, True))
    doc = _documentation(cls) if vars(cls).get("__doc__") else ""
    if doc:
        parts.append(doc)
    order = cls.__mro__
    if len(order) > 2:
        lines = ["Method resolution order:"] + ["    " + _class_name(base, module) for base in order]
        parts.append("\n".join(lines))
    seen = set()
    sections = []
    for base in order:
        if base is object and cls is not object:
            break
        groups = {title: [] for title in _GROUPS}
        for name, value in sorted(vars(base).items()):
            if not _is_shown(name) or name in seen:
                continue
            seen.add(name)
            title, text = _entry(base, name, value)
            groups[title].append((name, text))
        where = "defined here" if base is cls else f"inherited from {_class_name(base, module)}"
        for title in _GROUPS:
            if groups[title]:
                entries = [text for _, text in groups[title]]
                sections.append("\n\n".join([f"{title} {where}:"] + entries))
    parts.append(("\n\n" + _RULER + "\n").join(sections))
    body = "\n\n".join([part for part in parts if part])
    lines = [f"class {cls.__qualname__}({bases})" if bases else f"class {cls.__qualname__}"]
    lines += [f" |  {line}".rstrip() for line in body.split("\n")] if body else []
    return "\n".join(lines)


def _module_text(module):
    parts = ["NAME", _indented(module.__name__, "    ")]
    doc = _documentation(module)
    if doc:
        parts[-1] += " - " + doc.split("\n", 1)[0]
        rest = doc.split("\n", 1)[1:]
        if rest and rest[0].strip():
            parts += ["", "DESCRIPTION", _indented(rest[0].strip("\n"), "    ")]
    public = getattr(module, "__all__", None)
    names = sorted(public) if public is not None else [name for name in dir(module) if not name.startswith("_")]
    found = [(name, getattr(module, name)) for name in names if hasattr(module, name)]
    classes = [value for name, value in found if isinstance(value, type)]
    functions = [(name, value) for name, value in found if callable(value) and not isinstance(value, type)]
    data = [(name, value) for name, value in found if not callable(value) and type(value) is not _MODULE]
    if classes:
        parts += ["", "CLASSES"]
        parts.append(_indented("\n\n".join([_class_text(cls) for cls in classes]), "    "))
    if functions:
        parts += ["", "FUNCTIONS"]
        parts.append(_indented("\n\n".join([_described(name, value) for name, value in functions]), "    "))
    if data:
        parts += ["", "DATA"]
        parts.append("\n".join([f"    {name} = {value!r}" for name, value in data]))
    return "\n".join(parts)


def _kind(value):
    """What is said about an object in the first line, and the text for it."""
    name = getattr(value, "__name__", None)
    where = getattr(value, "__module__", None)
    inside = f" in module {where}" if isinstance(where, str) else ""
    if isinstance(value, type):
        return f"class {name}{inside}", _class_text(value)
    if type(value) is _MODULE:
        what = "package" if hasattr(value, "__path__") else "module"
        return f"{what} {name}", _module_text(value)
    if type(value) is _METHOD:
        owner = value.__self__
        cls = owner if isinstance(owner, type) else type(owner)
        note = f" class method of {_class_name(cls, None)}" if owner is cls else f" method of {_class_name(cls, None)} instance"
        return f"method {name}{inside}", _described(name, value, True, note)
    if isinstance(value, _FUNCTION):
        return f"function {name}{inside}", _described(name, value)
    if type(value) is _BUILTIN:
        owner = getattr(value, "__self__", None)
        note = ""
        if owner is not None and type(owner) is not _MODULE:
            cls = owner if isinstance(owner, type) else type(owner)
            note = f" class method of {_class_name(cls, None)}" if owner is cls else f" method of {_class_name(cls, None)} instance"
        return f"built-in function {name}{inside}", _described(name, value, True, note)
    kind = type(value).__name__
    if kind in ("method_descriptor", "wrapper_descriptor", "method-wrapper", "classmethod_descriptor"):
        return kind, _described(name, value, kind == "method-wrapper")
    if kind in ("property", "getset_descriptor", "member_descriptor"):
        return kind, _indented(_documentation(value), "    ") or ""
    cls = type(value)
    return f"{cls.__name__}{' in module ' + cls.__module__ if cls.__module__ else ''} object", _class_text(cls)


def _found(name):
    """What a dotted name stands for: a builtin, or something in a module. Nothing where there is no such thing."""
    parts = name.split(".")
    if hasattr(builtins, parts[0]):
        value, rest = getattr(builtins, parts[0]), parts[1:]
    else:
        try:
            value, rest = __import__(parts[0]), parts[1:]
        except ImportError:
            return None
    for index, part in enumerate(rest):
        if not hasattr(value, part) and type(value) is _MODULE:
            try:
                __import__(".".join(parts[: index + 2]))
            except ImportError:
                return None
        if not hasattr(value, part):
            return None
        value = getattr(value, part)
    return (value,)


def show(value):
    """Print what is known about an object, or about what a name stands for."""
    if isinstance(value, str):
        found = _found(value)
        if found is None:
            print(
                f"No Python documentation found for {value!r}.\n"
                "Use help() to get the interactive help utility.\n"
                "Use help(str) for help on the str class."
            )
            return
        (value,) = found
    title, text = _kind(value)
    print(f"Help on {title}:\n\n{text}\n")
