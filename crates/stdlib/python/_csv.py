# Dialects, readers and writers: what csv has of the functions that read and write a line.

__version__ = "1.0"

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)

_dialects = {}
# How many characters a field may have: what reads records looks here.
_limit = [131072]


class Error(Exception):
    pass


_USUAL = {
    "delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"',
    "quoting": QUOTE_MINIMAL, "skipinitialspace": False, "strict": False,
}  # fmt: skip


def _character(name, value, may_be_none):
    if value is None and may_be_none:
        return
    if not isinstance(value, str):
        wanted = "string or None" if may_be_none else "string"
        raise TypeError(f'"{name}" must be {wanted}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')


def _check_meaning(values):
    """Characters must not mean two things."""
    marks = [name for name in ("delimiter", "escapechar", "quotechar") if values[name] is not None]
    for name in marks:
        character = values[name]
        if character in "\r\n" or name != "delimiter" and character == " " and values["skipinitialspace"]:
            raise ValueError(f"bad {name} value")
    for first, second in ("delimiter", "escapechar"), ("delimiter", "quotechar"), ("escapechar", "quotechar"):
        if values[first] is not None and values[first] == values[second]:
            raise ValueError(f"bad {first} or {second} value")
    for name in marks:
        if values[name] in values["lineterminator"]:
            raise ValueError(f"bad {name} or lineterminator value")


class Dialect:
    """CSV dialect: the characters that separate, quote and escape, and when fields are quoted."""

    __module__ = "_csv"
    __slots__ = ("_values",)

    def __new__(cls, dialect=None, **fmtparams):
        for name in fmtparams:
            if name not in _USUAL:
                raise TypeError(f"this function got an unexpected keyword argument {name!r}")
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        if isinstance(dialect, Dialect) and not fmtparams:
            return dialect
        values = {}
        missing = object()
        for name, usual in _USUAL.items():
            value = fmtparams.get(name, missing)
            if value is missing:
                value = getattr(dialect, name, missing) if dialect is not None else missing
            if value is missing and name == "quoting" and values["quotechar"] is None:
                # Nothing can be quoted.
                value = QUOTE_NONE
            values[name] = usual if value is missing else value
        cls._check(values)
        self = object.__new__(cls)
        object.__setattr__(self, "_values", values)
        return self

    @staticmethod
    def _check(values):
        for name in "doublequote", "skipinitialspace", "strict":
            values[name] = bool(values[name])
        _character("delimiter", values["delimiter"], False)
        _character("escapechar", values["escapechar"], True)
        _character("quotechar", values["quotechar"], True)
        if values["lineterminator"] is None:
            raise TypeError("lineterminator must be set")
        if not isinstance(values["lineterminator"], str):
            raise TypeError('"lineterminator" must be a string')
        quoting = values["quoting"]
        if type(quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not QUOTE_MINIMAL <= quoting <= QUOTE_NOTNULL:
            raise TypeError('bad "quoting" value')
        if quoting != QUOTE_NONE and values["quotechar"] is None:
            raise TypeError("quotechar must be set if quoting enabled")
        _check_meaning(values)

    def __setattr__(self, name, value):
        if name in _USUAL:
            if name in ("delimiter", "escapechar", "lineterminator", "quotechar", "quoting"):
                raise AttributeError(f"attribute {name!r} of '_csv.Dialect' objects is not writable")
            raise AttributeError("readonly attribute")
        raise AttributeError(
            f"'_csv.Dialect' object has no attribute {name!r} and no __dict__ for setting new attributes"
        )

    def __delattr__(self, name):
        self.__setattr__(name, None)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")

    def _settings(self, last):
        values = self._values
        return (
            values["delimiter"], values["quotechar"], values["escapechar"], values["doublequote"],
            values["skipinitialspace"], values["quoting"], values["strict"], last,
        )  # fmt: skip


def _value(name):
    return property(lambda self: self._values[name])


for _name in _USUAL:
    setattr(Dialect, _name, _value(_name))


_Reader = reader  # noqa: F821


class _Writer:
    __module__ = "_csv"
    __slots__ = ("dialect", "_write", "_settings")

    def __init__(self, file, dialect):
        write = getattr(file, "write", None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write = write
        self.dialect = dialect
        self._settings = dialect._settings(dialect.lineterminator)

    def writerow(self, row, /):
        """Write a record: what the file's write() returns."""
        if type(row) is not list and type(row) is not tuple:
            try:
                items = iter(row)
            except TypeError:
                raise Error(f"iterable expected, not {type(row).__name__}") from None
            row = tuple(items)
        return self._write(_format(row, self._settings))

    def writerows(self, rows, /):
        """Write records."""
        for row in rows:
            self.writerow(row)


# Under this name it is shown.
_Writer.__name__ = _Writer.__qualname__ = "writer"


def reader(iterable, /, dialect=None, **fmtparams):
    """A reader of the records in lines that an iterable returns."""
    lines = iter(iterable)
    dialect = Dialect(dialect, **fmtparams)
    # What the streams of io give away at once need not be asked of their __next__().
    quick = "_quick" if hasattr(type(lines), "_quick") else None
    return _make_reader(lines, dialect, dialect._settings(None), _limit, quick)


def writer(fileobj, /, dialect=None, **fmtparams):
    """A writer of records to a file."""
    return _Writer(fileobj, Dialect(dialect, **fmtparams))


def register_dialect(name, /, dialect=None, **fmtparams):
    """Give a dialect a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = Dialect(dialect, **fmtparams)


def unregister_dialect(name):
    """Take away a dialect's name."""
    try:
        del _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def get_dialect(name):
    """The dialect of a name."""
    try:
        return _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def list_dialects():
    """The names of all dialects."""
    return list(_dialects)


_not_given = object()


def field_size_limit(new_limit=_not_given):
    """The longest field that is read, which can be set."""
    before = _limit[0]
    if new_limit is not _not_given:
        if not isinstance(new_limit, int):
            raise TypeError("limit must be an integer")
        _limit[0] = new_limit
    return before
