# The codecs by their names: the registry behind `codecs`, and what str.encode() and bytes.decode() ask where the
# runtime does not know an encoding.
from _codecs import canonical_name as _canonical_name

_search_functions = []
_known = {}

# Where the codecs are that are written in Python: names, module, function that makes the CodecInfo.
_WRITTEN = {
    "utf_7": "utf_7", "utf7": "utf_7", "u7": "utf_7", "unicode_1_1_utf_7": "utf_7",
    "punycode": "punycode", "idna": "idna",
    "rot_13": "rot_13", "rot13": "rot_13",
    "hex": "hex", "hex_codec": "hex",
    "base64": "base64", "base_64": "base64", "base64_codec": "base64",
    "quopri": "quopri", "quopri_codec": "quopri", "quotedprintable": "quopri", "quoted_printable": "quopri",
    "uu": "uu", "uu_codec": "uu",
    "zlib": "zlib", "zip": "zlib", "zlib_codec": "zlib", "bz2": "bz2", "bz2_codec": "bz2",
    "charmap": "charmap", "undefined": "undefined",
}


def register(search_function, /):
    """Register a codec search function.

    It gets the name of an encoding in lower case and returns a CodecInfo, or None where it knows no such encoding.
    """
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _search_functions.append(search_function)


def unregister(search_function, /):
    """Unregister a codec search function. If it isn't registered, do nothing."""
    if search_function in _search_functions:
        _search_functions.remove(search_function)
        _known.clear()


def _normal_name(encoding):
    """Letters, digits and points in lower case, with one underscore between what else separates them."""
    name = ""
    separated = False
    for character in encoding:
        if character.isalnum() and character.isascii() or character == ".":
            if separated and name:
                name += "_"
            name += character
            separated = False
        else:
            separated = True
    return name.lower()


def lookup(encoding, /):
    """Looks up a codec tuple in the Python codec registry and returns a CodecInfo object."""
    if not isinstance(encoding, str):
        kind = "None" if encoding is None else type(encoding).__name__
        raise TypeError(f"lookup() argument must be str, not {kind}")
    if "\0" in encoding:
        raise ValueError("embedded null character")
    info = _known.get(encoding)
    if info is not None:
        return info
    name = _normal_name(encoding)
    if (info := _known.get(name)) is not None:
        _known[encoding] = info
        return info
    info = _builtin_codec(encoding, name)
    if info is None:
        for search in _search_functions:
            info = search(name)
            if info is not None:
                if not isinstance(info, tuple) or len(info) != 4:
                    raise TypeError("codec search functions must return 4-tuples")
                break
        else:
            raise LookupError(f"unknown encoding: {encoding}")
    _known[name] = _known[encoding] = info
    return info


def _builtin_codec(encoding, name):
    if not encoding.isascii():
        encoding = name
    known = _canonical_name(encoding)
    if known is not None:
        import codecs

        return codecs._text_codec(known)
    written = _WRITTEN.get(name)
    if written is None:
        try:
            import _code_pages
        except ImportError:
            return None
        return _code_pages.codec(name)
    import _morecodecs

    return getattr(_morecodecs, written)()


def _noted(error, operation, encoding):
    error.add_note(f"{operation} with '{encoding}' codec failed")


def _run(function, operation, encoding, arguments, what):
    try:
        result = function(*arguments)
    except Exception as error:
        _noted(error, operation, encoding)
        raise
    if not isinstance(result, tuple) or len(result) != 2:
        space = " " if what == "encoder" else ""
        raise TypeError(f"{what} must return a tuple (object,{space}integer)")
    return result[0]


def encode(obj, encoding="utf-8", errors="strict"):
    """Encodes obj using the codec registered for encoding.

    The default encoding is 'utf-8'.  errors may be given to set a
    different error handling scheme.  Default is 'strict' meaning that encoding
    errors raise a ValueError.  Other possible values are 'ignore', 'replace'
    and 'backslashreplace' as well as any other name registered with
    codecs.register_error that can handle ValueErrors.
    """
    return _run(lookup(encoding)[0], "encoding", encoding, (obj, errors), "encoder")


def decode(obj, encoding="utf-8", errors="strict"):
    """Decodes obj using the codec registered for encoding.

    Default encoding is 'utf-8'.  errors may be given to set a
    different error handling scheme.  Default is 'strict' meaning that encoding
    errors raise a ValueError.  Other possible values are 'ignore', 'replace'
    and 'backslashreplace' as well as any other name registered with
    codecs.register_error that can handle ValueErrors.
    """
    return _run(lookup(encoding)[1], "decoding", encoding, (obj, errors), "decoder")


def _lookup_text(encoding, verb):
    info = lookup(encoding)
    if type(info) is not tuple and not getattr(info, "_is_text_encoding", True):
        raise LookupError(f"'{encoding}' is not a text encoding; use codecs.{verb}() to handle arbitrary codecs")
    return info


# Pickles find it by that name.
encode.__module__ = "_codecs"


def encode_text(text, encoding, *errors):
    """What str.encode() gives."""
    function = _lookup_text(encoding, "encode")[0]
    data = _run(function, "encoding", encoding, (text, *errors), "encoder")
    if isinstance(data, bytearray):
        import warnings

        warnings.warn(f"encoder {encoding} returned bytearray instead of bytes; use codecs.encode() to encode to "
                      "arbitrary types", RuntimeWarning)
        return bytes(data)
    if not isinstance(data, bytes):
        kind = type(data).__name__
        raise TypeError(
            f"'{encoding}' encoder returned '{kind}' instead of 'bytes'; use codecs.encode() to encode to arbitrary "
            "types"
        )
    return data


def decode_text(data, encoding, *errors):
    """What bytes.decode() gives."""
    function = _lookup_text(encoding, "decode")[1]
    text = _run(function, "decoding", encoding, (memoryview(data), *errors), "decoder")
    if not isinstance(text, str):
        kind = type(text).__name__
        raise TypeError(
            f"'{encoding}' decoder returned '{kind}' instead of 'str'; use codecs.decode() to decode to arbitrary types"
        )
    return text
