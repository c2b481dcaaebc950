"""The exceptions of sqlite3, and which of them an error of SQLite is."""

MISUSE = -1  # what SQLite was not asked


class Warning(Exception):
    """Not raised by sqlite3 itself."""

    __module__ = "sqlite3"


class Error(Exception):
    """Any error of the module."""

    __module__ = "sqlite3"


class InterfaceError(Error):
    """The way SQLite is called is wrong."""

    __module__ = "sqlite3"


class DatabaseError(Error):
    """An error of the database."""

    __module__ = "sqlite3"


class DataError(DatabaseError):
    """A value that can't be stored or processed."""

    __module__ = "sqlite3"


class OperationalError(DatabaseError):
    """What the database does failed, often for reasons outside of the program."""

    __module__ = "sqlite3"


class IntegrityError(DatabaseError):
    """A constraint does not hold."""

    __module__ = "sqlite3"


class InternalError(DatabaseError):
    """SQLite itself is in trouble."""

    __module__ = "sqlite3"


class ProgrammingError(DatabaseError):
    """The program uses the module wrongly."""

    __module__ = "sqlite3"


class NotSupportedError(DatabaseError):
    """This SQLite can't do it."""

    __module__ = "sqlite3"


_DATA, _INTEGRITY = {18}, {19, 20}
_INTERNAL, _INTERFACE = {2, 12}, {21, 25}
_OPERATIONAL = {1, 3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 16, 17}
_NO_MEMORY = 7


def _class_of(kind):
    if kind in _OPERATIONAL:
        return OperationalError
    if kind in _INTEGRITY:
        return IntegrityError
    if kind in _INTERNAL:
        return InternalError
    if kind in _INTERFACE:
        return InterfaceError
    return DataError if kind in _DATA else DatabaseError


def _name_of(code):
    import _sqlite_codes

    return next((name for name, value in vars(_sqlite_codes).items() if value == code), "unknown")


def exception(failure):
    """The exception for a failure: SQLite's number and words."""
    code, message = failure
    if code == MISUSE:
        return ProgrammingError(message)
    if code & 0xFF == _NO_MEMORY:
        return MemoryError()
    error = _class_of(code & 0xFF)(message)
    error.sqlite_errorcode = code
    error.sqlite_errorname = _name_of(code)
    return error
