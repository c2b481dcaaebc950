# Reading JSON: the settings, and what is around the value. The value itself is read in Rust.
from _json import parse_constant as _parse_constant, scanstring
from json.scanner import make_scanner

__all__ = ["JSONDecoder", "JSONDecodeError"]

NaN = float("nan")
PosInf = float("inf")
NegInf = float("-inf")

_SPACE = " \t\n\r"


class JSONDecodeError(ValueError):
    """JSON that is not right: msg says what is wrong, doc is the document, pos the place, lineno and colno where that
    is."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _skip_space(text, at):
    """The first place from at on where no white space stands."""
    end = len(text)
    while at < end and text[at] in _SPACE:
        at += 1
    return at


class JSONDecoder:
    """Reads JSON: objects become dicts, arrays lists, null None; strings, numbers, true and false what they are.

    Unless strict, control characters may stand in strings.
    """

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):  # fmt: skip
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.parse_string = scanstring
        self.memo = {}
        self.scan_once = make_scanner(self)

    def decode(self, s):
        """The object that the whole text stands for."""
        value, end = self.raw_decode(s, _skip_space(s, 0))
        end = _skip_space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The object whose text starts at the index, and the index behind that text: more may follow."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as stop:
            place = stop.value
        raise JSONDecodeError("Expecting value", s, place)
