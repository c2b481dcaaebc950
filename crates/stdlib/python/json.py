"""JSON: the text format in which programs exchange lists, objects, strings and numbers.

    >>> import json
    >>> json.dumps({"pin": 25, "values": [1, 2.5, None]})
    '{"pin": 25, "values": [1, 2.5, null]}'
    >>> json.loads('{"pin": 25}')["pin"]
    25
"""

from json.decoder import JSONDecodeError, JSONDecoder
from json.encoder import JSONEncoder

__version__ = "2.0.9"
__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]

# The longer ones first: one starts with another.
_MARKS = [
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\xfe\xff", "utf-16"),
    (b"\xff\xfe", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
]

_default_encoder = JSONEncoder()
_default_decoder = JSONDecoder()


def _encoder(cls, options, keywords):
    """The encoder for the arguments of dump() or dumps()."""
    skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys = options
    usual = not skipkeys and ensure_ascii and check_circular and allow_nan and not sort_keys and not keywords
    if usual and cls is indent is separators is default is None:
        return _default_encoder
    return (JSONEncoder if cls is None else cls)(
        skipkeys=skipkeys,
        ensure_ascii=ensure_ascii,
        check_circular=check_circular,
        allow_nan=allow_nan,
        indent=indent,
        separators=separators,
        default=default,
        sort_keys=sort_keys,
        **keywords,
    )


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):  # fmt: skip
    """Write obj as JSON to a file, piece by piece: fp needs nothing but a method write() that takes text."""
    options = (skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys)
    for piece in _encoder(cls, options, kw).iterencode(obj):
        fp.write(piece)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):  # fmt: skip
    """The JSON text of obj.

    skipkeys leaves out keys that are no strings, numbers or constants; ensure_ascii=False keeps characters outside
    ASCII; indent (a number of spaces, or text) puts each item on a line of its own; separators=(",", ":") makes the
    text short; default is a function that turns other objects into ones that can be written.
    """
    options = (skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys)
    return _encoder(cls, options, kw).encode(obj)


def detect_encoding(b):
    """The encoding of JSON in bytes: marked at their start, or seen by where the zeros are."""
    for mark, encoding in _MARKS:
        if b.startswith(mark):
            return encoding
    # The first two characters of JSON are ASCII, unless it is a single character.
    zeros = [not byte for byte in b[:4]]
    if len(zeros) >= 4:
        if zeros[0]:
            return "utf-16-be" if not zeros[1] else "utf-32-be"
        if zeros[1]:
            return "utf-16-le" if not (zeros[2] and zeros[3]) else "utf-32-le"
    elif len(zeros) == 2:
        if zeros[0]:
            return "utf-16-be"
        if zeros[1]:
            return "utf-16-le"
    return "utf-8"


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
         object_pairs_hook=None, **kw):  # fmt: skip
    """The object that a file holds as JSON, read to its end."""
    return loads(
        fp.read(),
        cls=cls,
        object_hook=object_hook,
        parse_float=parse_float,
        parse_int=parse_int,
        parse_constant=parse_constant,
        object_pairs_hook=object_pairs_hook,
        **kw,
    )


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):  # fmt: skip
    """The object that a text or bytes hold as JSON.

    object_hook is called with the dict of each object, object_pairs_hook with a list of its pairs; parse_float,
    parse_int and parse_constant with the text of numbers and of NaN, Infinity and -Infinity. What they return stands
    for what they got.
    """
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode(detect_encoding(s), "surrogatepass")
    else:
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
    settings = {
        "object_hook": object_hook,
        "object_pairs_hook": object_pairs_hook,
        "parse_float": parse_float,
        "parse_int": parse_int,
        "parse_constant": parse_constant,
    }
    given = {name: value for name, value in settings.items() if value is not None}
    if cls is None:
        if not given and not kw:
            return _default_decoder.decode(s)
        cls = JSONDecoder
    return cls(**given, **kw).decode(s)

# A package: json.decoder, json.encoder and json.scanner.
__path__ = []
