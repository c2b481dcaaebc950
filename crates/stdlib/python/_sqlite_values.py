"""Values of programs as SQLite has them, and back: adapters and converters."""

from _sqlite_errors import ProgrammingError

adapters = {}
converters = {}
_PLAIN = (int, float, str, bytes, bytearray, type(None))


class PrepareProtocol:
    """What an object is asked for that has to become a value of the database."""

    __module__ = "sqlite3"


class _Plain:
    """Whether values of the basic types go to the database as they are: as long as nobody adapts them."""

    __slots__ = ("is_plain",)


plain = _Plain()
plain.is_plain = True


def register_adapter(type, adapter, /):
    """Let adapter make values of the database out of objects of the type."""
    if type in _PLAIN:
        plain.is_plain = False
    adapters[type, PrepareProtocol] = adapter


def register_converter(typename, converter, /):
    """Let converter make objects out of bytes of columns that are declared with the name."""
    if not isinstance(typename, str):
        raise TypeError(f"register_converter() argument 1 must be str, not {type(typename).__name__}")
    converters[typename.upper()] = converter


_MISSING = object()


def adapt(obj, proto=PrepareProtocol, alt=_MISSING, /):
    """What obj becomes by the protocol: by an adapter, __adapt__ or __conform__; else alt."""
    adapter = adapters.get((type(obj), proto))
    if adapter is not None:
        return adapter(obj)
    for owner, name, argument in ((proto, "__adapt__", obj), (obj, "__conform__", proto)):
        method = getattr(owner, name, None)
        if method is not None:
            try:
                adapted = method(argument)
            except TypeError as error:
                if error.__traceback__ is not None and error.__traceback__.tb_next is not None:
                    raise
                continue
            if adapted is not None:
                return adapted
    if alt is not _MISSING:
        return alt
    raise ProgrammingError("can't adapt")


def to_plain(value, place):
    """A value that the database has, of exactly one of its types; place names the parameter."""
    if plain.is_plain is False or type(value) not in (int, float, str, bytearray):
        value = adapt(value, PrepareProtocol, value)
    if value is None or type(value) is bytes:
        return value
    if isinstance(value, int):
        value = int.__index__(value)
        if not -0x8000000000000000 <= value < 0x8000000000000000:
            raise OverflowError("Python int too large to convert to SQLite INTEGER")
        return value
    if isinstance(value, float):
        return float.__float__(value)
    if isinstance(value, str):
        return str.encode(value).decode()
    try:
        view = memoryview(value)
    except TypeError:
        message = f"Error binding parameter {place}: type '{type(value).__name__}' is not supported"
        raise ProgrammingError(message) from None
    with view:
        return _bytes_of(view)


def content(value):
    """The bytes of an object that has some."""
    try:
        view = memoryview(value)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'") from None
    with view:
        return _bytes_of(view)


def _bytes_of(view):
    if not view.c_contiguous:
        raise BufferError("memoryview: underlying buffer is not C-contiguous")
    return view.tobytes()


def result(value):
    """What a function of a program gives as a value of the database: exactly one, or a TypeError."""
    if value is None or type(value) in (float, str, bytes):
        return value
    if isinstance(value, int):
        value = int.__index__(value)
        if not -0x8000000000000000 <= value < 0x8000000000000000:
            raise OverflowError
        return value
    if isinstance(value, float):
        return float.__float__(value)
    return str.encode(value).decode() if isinstance(value, str) else content(value)


_DEPRECATED = (
    "The default {} is deprecated as of Python 3.12; see the sqlite3 documentation for suggested replacement recipes"
)


def _deprecated(what):
    import warnings

    # The frame that is to blame called execute() or a fetch, of which the library's own frames don't count.
    warnings.warn(_DEPRECATED.format(what), DeprecationWarning, stacklevel=1)


def _adapt_date(value):
    _deprecated("date adapter")
    return value.isoformat()


def _adapt_datetime(value):
    _deprecated("datetime adapter")
    return value.isoformat(" ")


def _convert_date(value):
    import datetime

    _deprecated("date converter")
    return datetime.date(*map(int, value.split(b"-")))


def _convert_timestamp(value):
    import datetime

    _deprecated("timestamp converter")
    day, time = value.split(b" ")
    time, _, fraction = time.partition(b".")
    hour, minute, second = map(int, time.split(b":"))
    micros = int(fraction[:6].ljust(6, b"0")) if fraction else 0
    return datetime.datetime(*map(int, day.split(b"-")), hour, minute, second, micros)


converters["DATE"] = _convert_date
converters["TIMESTAMP"] = _convert_timestamp


def _add_date_adapters():
    import datetime

    register_adapter(datetime.date, _adapt_date)
    register_adapter(datetime.datetime, _adapt_datetime)


_add_date_adapters()
