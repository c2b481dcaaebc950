"""Objects as text in lines of a readable length."""

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):  # fmt: skip
    """Print an object, by default on sys.stdout."""
    options = {"compact": compact, "sort_dicts": sort_dicts, "underscore_numbers": underscore_numbers}
    PrettyPrinter(indent, width, depth, stream, **options).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """The text that pprint() prints."""
    options = {"compact": compact, "sort_dicts": sort_dicts, "underscore_numbers": underscore_numbers}
    return PrettyPrinter(indent, width, depth, **options).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """As pprint(), with the items of dicts in their order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """The repr() of an object, which may contain itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether eval() makes an equal object of what saferepr() returns."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Whether an object contains itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _safe_key:
    """An object that can be ordered among others: where its own order fails, by type and identity."""

    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _pair_key(pair):
    return _safe_key(pair[0]), _safe_key(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


_SCALARS = frozenset({str, bytes, bytearray, float, complex, bool, type(None)})


class PrettyPrinter:
    """Writes objects as text: indent for each level, lines up to width, no more levels than depth.

    compact puts as many items on a line as fit. A subclass may change format(), which says how an object is written
    that fits on a line, whether that is readable and whether the object contains itself.
    """

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):  # fmt: skip
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        if stream is None:
            import sys

            stream = sys.stdout
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        """Print an object and a line end."""
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write("\n")

    def pformat(self, object):
        """The text of an object."""
        from io import StringIO

        stream = StringIO()
        self._format(object, stream, 0, 0, {}, 0)
        return stream.getvalue()

    def isrecursive(self, object):
        """Whether an object contains itself."""
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        """Whether eval() makes an equal object of the text."""
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """The text of an object on one line, whether it is readable, and whether it is recursive.

        context holds the identities of the objects around this one; maxlevels is the depth, or 0.
        """
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        self._readable = getattr(self, "_readable", True) and readable
        self._recursive = getattr(self, "_recursive", False) or recursive
        return text

    def _format(self, object, stream, indent, allowance, context, level):
        """Write an object that starts in column `indent`; `allowance` characters follow it on its last line."""
        key = id(object)
        if key in context:
            stream.write(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            write = self._writer(object)
            if write is not None:
                context[key] = 1
                write(self, object, stream, indent, allowance, context, level + 1)
                del context[key]
                return
        stream.write(text)

    def _writer(self, object):
        """What writes an object on several lines: depends on its __repr__, so that a subclass's own one counts."""
        from _pprint_types import is_shown_dataclass, more_writers, write_dataclass

        shows = type(object).__repr__
        try:
            found = self._dispatch.get(shows) or more_writers().get(shows)
        except TypeError:
            # A __repr__ that can't be hashed.
            return None
        return found or (write_dataclass if is_shown_dataclass(object) else None)

    def _start_items(self, stream):
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * " ")

    def _format_items(self, items, stream, indent, allowance, context, level):
        """Write items with commas between them."""
        self._start_items(stream)
        indent += self._indent_per_level
        items = list(items)
        separator = ",\n" + " " * indent
        before = ""
        line = self._width - indent + 1
        left = line
        for number, item in enumerate(items):
            is_last = number + 1 == len(items)
            if is_last:
                line -= allowance
                left -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                size = len(text) + 2
                if left < size:
                    left = line
                    if before:
                        before = separator
                if left >= size:
                    left -= size
                    stream.write(before + text)
                    before = ", "
                    continue
            stream.write(before)
            before = separator
            self._format(item, stream, indent, allowance if is_last else 1, context, level)

    def _format_dict_items(self, items, stream, indent, allowance, context, level):
        """Write pairs with colons and commas."""
        indent += self._indent_per_level
        separator = ",\n" + " " * indent
        for number, (key, value) in enumerate(items):
            is_last = number + 1 == len(items)
            text = self._repr(key, context, level)
            stream.write(text + ": ")
            self._format(value, stream, indent + len(text) + 2, allowance if is_last else 1, context, level)
            if not is_last:
                stream.write(separator)

    def _format_namespace_items(self, items, stream, indent, allowance, context, level):
        """Write pairs as keyword arguments."""
        separator = ",\n" + " " * indent
        for number, (name, value) in enumerate(items):
            is_last = number + 1 == len(items)
            stream.write(name + "=")
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, indent + len(name) + 1, allowance if is_last else 1, context, level)
            if not is_last:
                stream.write(separator)

    def _pprint_dict(self, object, stream, indent, allowance, context, level):
        stream.write("{")
        self._start_items(stream)
        if object:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else list(object.items())
            self._format_dict_items(items, stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _pprint_list(self, object, stream, indent, allowance, context, level):
        stream.write("[")
        self._format_items(object, stream, indent, allowance + 1, context, level)
        stream.write("]")

    def _pprint_tuple(self, object, stream, indent, allowance, context, level):
        end = ",)" if len(object) == 1 else ")"
        stream.write("(")
        self._format_items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _pprint_set(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = "" if type(object) is set else type(object).__name__
        start, end = ("{", "}") if not name else (name + "({", "})")
        stream.write(start)
        items = sorted(object, key=_safe_key)
        self._format_items(items, stream, indent + len(start) - 1, allowance + len(end), context, level)
        stream.write(end)

    _dispatch = {
        dict.__repr__: _pprint_dict,
        list.__repr__: _pprint_list,
        tuple.__repr__: _pprint_tuple,
        set.__repr__: _pprint_set,
        frozenset.__repr__: _pprint_set,
    }

    def _safe_repr(self, object, context, maxlevels, level):
        """As repr(), for objects that contain themselves: the text, whether it is readable, whether it is recursive."""
        cls = type(object)
        if cls in _SCALARS:
            return repr(object), True, False
        shows = cls.__repr__
        if shows is int.__repr__:
            return f"{object:_d}" if self._underscore_numbers else repr(object), True, False
        is_dict = shows is dict.__repr__
        if not is_dict and shows is not list.__repr__ and shows is not tuple.__repr__:
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if not object:
            return "{}" if is_dict else "[]" if issubclass(cls, list) else "()", True, False
        left, right = "{}" if is_dict else "[]" if issubclass(cls, list) else "()"
        if left == "(" and len(object) == 1:
            right = ",)"
        if maxlevels and level >= maxlevels:
            return f"{left}...{right}", False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        level += 1
        readable, recursive = True, False
        if is_dict:
            pairs = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
            parts = [part for pair in pairs for part in pair]
        else:
            parts = object
        texts = []
        for part in parts:
            text, is_readable, is_recursive = self.format(part, context, maxlevels, level)
            texts.append(text)
            readable = readable and is_readable
            recursive = recursive or is_recursive
        del context[id(object)]
        if is_dict:
            texts = [f"{key}: {value}" for key, value in zip(texts[::2], texts[1::2])]
        return left + ", ".join(texts) + right, readable, recursive
