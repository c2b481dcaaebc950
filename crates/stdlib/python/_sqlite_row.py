"""Rows with names."""

from collections.abc import Sequence


class Row:
    """A row whose values are found by place and by the names of columns, which need not be in the same case."""

    __module__ = "sqlite3"
    __slots__ = ("_cursor_columns", "_row", "__weakref__")

    def __new__(cls, cursor, data, /):
        """A row of the cursor with the values of a tuple."""
        if not issubclass(type(cursor), _cursor_class()):
            raise TypeError(f"Row() argument 1 must be sqlite3.Cursor, not {type(cursor).__name__}")
        if not isinstance(data, tuple):
            raise TypeError(f"Row() argument 2 must be tuple, not {type(data).__name__}")
        self = object.__new__(cls)
        self._cursor_columns = cursor.description
        self._row = data
        return self

    def keys(self, /):
        """The names of the columns."""
        return [column[0] for column in self._cursor_columns or ()]

    def __len__(self, /):
        return len(self._row)

    def __iter__(self, /):
        return iter(self._row)

    def __getitem__(self, key, /):
        if isinstance(key, str):
            folded = key.lower() if key.isascii() else key
            for place, column in enumerate(self._cursor_columns or ()):
                name = column[0]
                if name == key or (name.isascii() and name.lower() == folded):
                    return self._row[place]
            raise IndexError("No item with that key")
        if isinstance(key, slice):
            return self._row[key]
        if isinstance(key, int):
            return self._row[key]
        raise IndexError("Index must be int or string")

    def __hash__(self, /):
        return hash(self._cursor_columns) ^ hash(self._row)

    def __eq__(self, other, /):
        if not isinstance(other, Row):
            return NotImplemented
        return self._cursor_columns == other._cursor_columns and self._row == other._row


def _cursor_class():
    from _sqlite_cursor import Cursor

    return Cursor


Sequence.register(Row)
