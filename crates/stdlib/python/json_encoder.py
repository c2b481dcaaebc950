# Writing JSON: the settings, and the writing in pieces. What is written in one piece is written in Rust.
from _json import Encoder as c_make_encoder, encode_basestring, encode_basestring_ascii

__all__ = ["JSONEncoder"]

INFINITY = float("inf")


class JSONEncoder:
    """Writes JSON: dicts as objects, lists and tuples as arrays, None as null; strings, numbers and bools as they are.

    A subclass can write more types: its method default() gets what is none of them, and returns what can be written.
    """

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):  # fmt: skip
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            # No space where a line ends.
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """What is to be written for an object of another type: here, nothing is."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The JSON text of an object."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        pieces = self.iterencode(o, _one_shot=True)
        return "".join(pieces)

    def iterencode(self, o, _one_shot=False):
        """The JSON text of an object in pieces, to be written one after the other."""
        markers = {} if self.check_circular else None
        quote = encode_basestring_ascii if self.ensure_ascii else encode_basestring
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        if _one_shot and c_make_encoder is not None:
            settings = (self.key_separator, self.item_separator, self.sort_keys, self.skipkeys, self.allow_nan)
            return c_make_encoder(markers, self.default, quote, indent, *settings)(o, 0)
        return _Pieces(self, markers, quote, indent).of(o, 0)


class _Pieces:
    """Writes the text of an object in pieces."""

    def __init__(self, settings, markers, quote, indent):
        self.settings = settings
        self.markers = markers
        self.quote = quote
        self.indent = indent

    def scalar(self, value):
        """The text of what is no container; None for containers and for objects of other types."""
        if isinstance(value, str):
            return self.quote(value)
        if value is None:
            return "null"
        if value is True:
            return "true"
        if value is False:
            return "false"
        if isinstance(value, int):
            # Subclasses may print otherwise, enumerations for one.
            return int.__repr__(value)
        if isinstance(value, float):
            return self.float(value)
        return None

    def float(self, value):
        if value - value == 0:
            return float.__repr__(value)
        if not self.settings.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(value))
        return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"

    def key(self, key):
        """The text of a key, or None if it is to be left out."""
        if isinstance(key, str):
            return key
        text = self.scalar(key)
        if text is None and not self.settings.skipkeys:
            kind = key.__class__.__name__
            raise TypeError(f"keys must be str, int, float, bool or None, not {kind}")
        return text

    def of(self, value, level):
        """The pieces of any object."""
        text = self.scalar(value)
        if text is not None:
            yield text
        elif isinstance(value, (list, tuple)):
            yield from self.array(value, level)
        elif isinstance(value, dict):
            yield from self.object(value, level)
        else:
            self.enter(value)
            other = self.settings.default(value)
            try:
                yield from self.of(other, level)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f"when serializing {type(value).__name__} object")
                raise
            self.leave(value)

    def enter(self, value):
        if self.markers is not None:
            if id(value) in self.markers:
                raise ValueError("Circular reference detected")
            self.markers[id(value)] = value

    def leave(self, value):
        if self.markers is not None:
            del self.markers[id(value)]

    def line(self, level):
        """The start of a line, or nothing where all is on one."""
        return "" if self.indent is None else "\n" + self.indent * level

    def array(self, items, level):
        if not items:
            yield "[]"
            return
        self.enter(items)
        before = "[" + self.line(level + 1)
        between = self.settings.item_separator + self.line(level + 1)
        for number, item in enumerate(items):
            try:
                text = self.scalar(item)
                if text is not None:
                    yield before + text
                else:
                    yield before
                    yield from self.of(item, level + 1)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f"when serializing {type(items).__name__} item {number}")
                raise
            before = between
        if self.indent is not None:
            yield self.line(level)
        yield "]"
        self.leave(items)

    def object(self, entries, level):
        if not entries:
            yield "{}"
            return
        self.enter(entries)
        yield "{"
        before = self.line(level + 1)
        between = self.settings.item_separator + before
        is_empty = True
        items = entries.items()
        for key, value in sorted(items) if self.settings.sort_keys else items:
            name = self.key(key)
            if name is None:
                continue
            if before:
                yield before
            before = between
            is_empty = False
            yield self.quote(name)
            yield self.settings.key_separator
            try:
                yield from self.of(value, level + 1)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f"when serializing {type(entries).__name__} item {key!r}")
                raise
        if self.indent is not None and not is_empty:
            yield self.line(level)
        yield "}"
        self.leave(entries)
