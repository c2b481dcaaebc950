"""Time zones by name, as the system knows them.

    >>> from datetime import datetime
    >>> from zoneinfo import ZoneInfo
    >>> datetime(2024, 7, 1, tzinfo=ZoneInfo("Europe/Berlin")).isoformat()
    '2024-07-01T00:00:00+02:00'
"""

import os
import weakref
from datetime import datetime, tzinfo

__all__ = [
    "ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning",
]  # fmt: skip

_DEFAULT_PATH = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")
_STRONGLY_HELD = 8


class ZoneInfoNotFoundError(KeyError):
    """Exception raised when a ZoneInfo key is not found."""


class InvalidTZPathWarning(RuntimeWarning):
    """Warning raised if an invalid path is specified in PYTHONTZPATH."""


def reset_tzpath(to=None):
    """Set the folders in which zones are sought: the given ones, or those of PYTHONTZPATH, or the usual ones."""
    global TZPATH
    if to is not None:
        if isinstance(to, (str, bytes)):
            raise TypeError(f"tzpaths must be a list or tuple, not {type(to)}: {to!r}")
        if not all(map(os.path.isabs, to)):
            raise ValueError(_relative_paths(to))
        TZPATH = tuple(to)
        return
    given = os.environ.get("PYTHONTZPATH") if hasattr(os, "environ") else None
    if given is None:
        TZPATH = _DEFAULT_PATH
        return
    paths = given.split(os.pathsep) if given else []
    wrong = [path for path in paths if not os.path.isabs(path)]
    if wrong:
        __import__("warnings").warn(
            "Invalid paths specified in PYTHONTZPATH environment variable. " + _relative_paths(wrong),
            InvalidTZPathWarning,
            # Where it was called, or imported.
            stacklevel=2,
            skip_file_prefixes=("<frozen ",),
        )
    TZPATH = tuple([path for path in paths if path not in wrong])


def _relative_paths(paths):
    wrong = "\n    ".join([path for path in paths if not os.path.isabs(path)])
    return f"Paths should be absolute but found the following relative paths:\n    {wrong}"


reset_tzpath()


def _find(key):
    """The path of a zone's file."""
    if os.path.isabs(key):
        raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
    normal = os.path.normpath(key)
    if len(normal) != len(key):
        raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {key}")
    if normal.startswith(".."):
        raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}")
    for folder in TZPATH:
        path = os.path.join(folder, key)
        if os.path.isfile(path):
            return path
    raise ZoneInfoNotFoundError(f"No time zone found with key {key}")


def available_timezones():
    """Returns a set containing all available time zones."""
    found = set()
    for root in TZPATH:
        for folder, folders, files in os.walk(root) if os.path.isdir(root) else ():
            if folder == root:
                # The same zones once more, and files for the system.
                for other in ("right", "posix"):
                    if other in folders:
                        folders.remove(other)
            for name in files:
                path = os.path.join(folder, name)
                if name != "posixrules":
                    with open(path, "rb") as file:
                        if file.read(4) == b"TZif":
                            found.add(os.path.relpath(path, root))
    return found


def _seconds(moment):
    """The seconds from 1970 that the clock shows."""
    return ((moment.toordinal() - 719_163) * 24 + moment.hour) * 3600 + moment.minute * 60 + moment.second


class ZoneInfo(tzinfo):
    """A time zone of the system's database, by its key: "Europe/Berlin". There is one object for each key."""

    _weak = weakref.WeakValueDictionary()
    _strong = {}

    def __init_subclass__(cls):
        cls._weak, cls._strong = weakref.WeakValueDictionary(), {}

    def __new__(cls, key):
        zone = cls._weak.get(key)
        if zone is None:
            zone = cls._weak.setdefault(key, cls._made(key))
            zone._is_cached = True
        cls._strong.pop(key, None)
        cls._strong[key] = zone
        if len(cls._strong) > _STRONGLY_HELD:
            del cls._strong[next(iter(cls._strong))]
        return zone

    @classmethod
    def _made(cls, key):
        with open(_find(key), "rb") as file:
            zone = cls._of_file(file, key)
        zone._is_from_file = False
        return zone

    @classmethod
    def _of_file(cls, file, key):
        zone = tzinfo.__new__(cls)
        zone._key, zone._is_from_file, zone._is_cached = key, True, False
        zone._shown_file = repr(file)
        zone._rules = __import__("_zone_rules").read(file)
        return zone

    @classmethod
    def no_cache(cls, key):
        """Get a new instance of ZoneInfo, bypassing the cache."""
        return cls._made(key)

    @classmethod
    def from_file(cls, file_obj, /, key=None):
        """Create a ZoneInfo file from a file object."""
        return cls._of_file(file_obj, key)

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Clear the ZoneInfo cache."""
        if only_keys is None:
            cls._weak.clear()
            cls._strong.clear()
            return
        for key in only_keys:
            cls._weak.pop(key, None)
            cls._strong.pop(key, None)

    @property
    def key(self):
        return self._key

    def _at(self, moment):
        """What holds at a moment: offset, saved time and name."""
        rules = self._rules
        if moment is None:
            return rules.fixed
        if not isinstance(moment, datetime):
            raise TypeError(f"fromutc: argument must be a datetime instance, not {type(moment).__name__}")
        return rules.local(_seconds(moment), moment.year, moment.fold)

    def utcoffset(self, dt, /):
        """Retrieve a timedelta representing the UTC offset in a zone at the given datetime."""
        found = self._at(dt)
        return None if found is None else found[0]

    def dst(self, dt, /):
        """Retrieve a timedelta representing the amount of DST applied in a zone at the given datetime."""
        found = self._at(dt)
        return None if found is None else found[1]

    def tzname(self, dt, /):
        """Retrieve a string containing the abbreviation for the time zone that applies in a zone at a given datetime."""
        found = self._at(dt)
        return None if found is None else found[2]

    def fromutc(self, dt, /):
        """Given a datetime with local time in UTC, retrieve an adjusted datetime in local time."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset, fold = self._rules.utc(_seconds(dt), dt.year)
        local = dt + offset
        return local.replace(fold=1) if fold else local

    def __str__(self):
        return repr(self) if self._key is None else f"{self._key}"

    def __repr__(self):
        cls = type(self)
        name = f"{cls.__module__}.{cls.__qualname__}"
        return f"{name}(key={self._key!r})" if self._key is not None else f"{name}.from_file({self._shown_file})"

    def __reduce__(self):
        if self._is_from_file:
            raise __import__("pickle").PicklingError("Cannot pickle a ZoneInfo file from a file stream.")
        return type(self)._unpickle, (self._key, int(self._is_cached))

    @classmethod
    def _unpickle(cls, key, from_cache, /):
        return cls(key) if from_cache else cls.no_cache(key)
