# What pprint writes on several lines beside lists, tuples, dicts and sets.
import sys

_writers = {}
_done = set()


def _writes(module, name):
    """Marks what writes the objects of a type: whatever has that type's __repr__."""

    def add(function):
        _known.append((module, name, function))
        return function

    return add


_known = []


def _unless_empty(write):
    """What writes an object unless it is empty: that is shown by its repr()."""

    def write_or_show(self, object, stream, *place):
        if object:
            write(self, object, stream, *place)
        else:
            stream.write(repr(object))

    return write_or_show


def more_writers():
    """Writers by the __repr__ of the types; those of modules that nobody has loaded aren't needed."""
    for entry in _known:
        module, name, function = entry
        if name not in _done and module in sys.modules:
            _done.add(name)
            _writers[getattr(sys.modules[module], name).__repr__] = function
    return _writers


def is_shown_dataclass(object):
    """Whether the dataclass's own __repr__ shows an object."""
    cls = type(object)
    parameters = getattr(cls, "__dataclass_params__", None)
    return parameters is not None and parameters.repr and hasattr(cls.__repr__, "__wrapped__")


def write_dataclass(self, object, stream, indent, allowance, context, level):
    from dataclasses import fields

    name = type(object).__name__
    items = [(field.name, getattr(object, field.name)) for field in fields(object) if field.repr]
    stream.write(name + "(")
    self._format_namespace_items(items, stream, indent + len(name) + 1, allowance, context, level)
    stream.write(")")


def _words(line):
    """Pieces of a line: each ends behind white space."""
    start = at = 0
    while at < len(line):
        while at < len(line) and not line[at].isspace():
            at += 1
        while at < len(line) and line[at].isspace():
            at += 1
        yield line[start:at]
        start = at


def _lines_of(text, width, allowance):
    """The pieces of a text whose repr() fits; `allowance` characters less are left for the last one."""
    lines = text.splitlines(True)
    for number, line in enumerate(lines):
        is_last = number + 1 == len(lines)
        shown = repr(line)
        if len(shown) <= width - (allowance if is_last else 0):
            yield shown
            continue
        words = list(_words(line))
        current = ""
        for place, word in enumerate(words):
            left = width - (allowance if is_last and place + 1 == len(words) else 0)
            if len(repr(current + word)) > left:
                if current:
                    yield repr(current)
                current = word
            else:
                current += word
        if current:
            yield repr(current)


@_writes("builtins", "str")
@_unless_empty
def _write_text(self, object, stream, indent, allowance, context, level):
    if level == 1:
        indent += 1
        allowance += 1
    pieces = list(_lines_of(object, self._width - indent, allowance))
    content = ("\n" + " " * indent).join(pieces)
    stream.write(f"({content})" if level == 1 and len(pieces) > 1 else content)


@_writes("builtins", "bytes")
def _write_bytes(self, object, stream, indent, allowance, context, level):
    if len(object) <= 4:
        stream.write(repr(object))
        return
    if level == 1:
        indent += 1
        allowance += 1
    pieces = []
    current = b""
    width = self._width - indent
    # Four bytes at a time, so that the lines of similar texts look alike.
    for at in range(0, len(object), 4):
        part = object[at : at + 4]
        if at == len(object) // 4 * 4:
            width -= allowance
        if len(repr(current + part)) > width:
            if current:
                pieces.append(repr(current))
            current = part
        else:
            current += part
    if current:
        pieces.append(repr(current))
    content = ("\n" + " " * indent).join(pieces)
    stream.write(f"({content})" if level == 1 else content)


@_writes("builtins", "bytearray")
def _write_bytearray(self, object, stream, indent, allowance, context, level):
    stream.write("bytearray(")
    _write_bytes(self, bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
    stream.write(")")


@_writes("types", "MappingProxyType")
def _write_proxy(self, object, stream, indent, allowance, context, level):
    stream.write("mappingproxy(")
    self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
    stream.write(")")


@_writes("types", "SimpleNamespace")
def _write_namespace(self, object, stream, indent, allowance, context, level):
    name = type(object).__name__
    if type(object) is sys.modules["types"].SimpleNamespace:
        name = "namespace"
    stream.write(name + "(")
    items = list(object.__dict__.items())
    self._format_namespace_items(items, stream, indent + len(name) + 1, allowance, context, level)
    stream.write(")")


@_writes("collections", "OrderedDict")
@_unless_empty
def _write_ordered(self, object, stream, indent, allowance, context, level):
    name = type(object).__name__
    stream.write(name + "(")
    self._format(list(object.items()), stream, indent + len(name) + 1, allowance + 1, context, level)
    stream.write(")")


@_writes("collections", "defaultdict")
@_unless_empty
def _write_default(self, object, stream, indent, allowance, context, level):
    name = type(object).__name__
    indent += len(name) + 1
    factory = self._repr(object.default_factory, context, level)
    stream.write(f"{name}({factory},\n{' ' * indent}")
    self._pprint_dict(object, stream, indent, allowance + 1, context, level)
    stream.write(")")


@_writes("collections", "Counter")
@_unless_empty
def _write_counter(self, object, stream, indent, allowance, context, level):
    name = type(object).__name__
    stream.write(name + "({")
    self._start_items(stream)
    self._format_dict_items(object.most_common(), stream, indent + len(name) + 1, allowance + 2, context, level)
    stream.write("})")


@_writes("collections", "ChainMap")
def _write_chain(self, object, stream, indent, allowance, context, level):
    if not object.maps:
        stream.write(repr(object))
        return
    name = type(object).__name__
    stream.write(name + "(")
    indent += len(name) + 1
    for number, mapping in enumerate(object.maps):
        is_last = number + 1 == len(object.maps)
        self._format(mapping, stream, indent, allowance + 1 if is_last else 1, context, level)
        stream.write(")" if is_last else ",\n" + " " * indent)


@_writes("collections", "deque")
@_unless_empty
def _write_deque(self, object, stream, indent, allowance, context, level):
    name = type(object).__name__
    stream.write(name + "([")
    indent += len(name) + 1
    if object.maxlen is None:
        self._format_items(object, stream, indent, allowance + 2, context, level)
        stream.write("])")
    else:
        self._format_items(object, stream, indent, 2, context, level)
        stream.write(f"],\n{' ' * indent}maxlen={self._repr(object.maxlen, context, level)})")


@_writes("collections", "UserDict")
@_writes("collections", "UserList")
@_writes("collections", "UserString")
def _write_data(self, object, stream, indent, allowance, context, level):
    self._format(object.data, stream, indent, allowance, context, level - 1)
