"""Times of day: the class time, and what datetime shares with it."""

from operator import attrgetter

from _datetime_spans import (
    _MISSING, as_int, ask_name, ask_offset, check_tzinfo, offset_text, read_only, shown_class, timedelta, to_micros, tzinfo,
)  # fmt: skip


def later(name):
    """A function of the module with what is seldom needed."""
    return getattr(__import__("_datetime_text"), name)


def is_saved(state, length, month_at=None):
    """The bytes of a pickled object, if that is what a constructor got; else None."""
    if isinstance(state, str):
        # From a pickle of Python 2, read as Latin-1.
        try:
            state = state.encode("latin-1") if len(state) == length else None
        except UnicodeEncodeError:
            return None
    if isinstance(state, bytes) and len(state) == length:
        if 1 <= state[month_at] & 127 <= 12 if month_at is not None else state[0] & 127 < 24:
            return state
    return None


fields = [read_only(name, None) for name in ("hour", "minute", "second", "microsecond", "tzinfo", "fold")]


def set_time(self, hour, minute, second, microsecond, tzinfo, fold):
    """Check and store the fields."""
    if not type(hour) is type(minute) is type(second) is type(microsecond) is type(fold) is int:
        hour, minute, second = as_int(hour), as_int(minute), as_int(second)
        microsecond, fold = as_int(microsecond), as_int(fold)
    if not (
        0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60 and 0 <= microsecond < 1_000_000 and 0 <= fold < 2
    ):
        _refuse_time(hour, minute, second, microsecond, fold)
    if tzinfo is not None:
        check_tzinfo(tzinfo)
    self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
    self._tzinfo, self._fold = tzinfo, fold


def _refuse_time(hour, minute, second, microsecond, fold):
    for value in (hour, minute, second, microsecond, fold):
        as_int(value)
    parts = (("hour", hour, 23), ("minute", minute, 59), ("second", second, 59), ("microsecond", microsecond, 999999))
    for name, value, most in parts:
        if not 0 <= value <= most:
            raise ValueError(f"{name} must be in 0..{most}, not {value}")
    raise ValueError(f"fold must be either 0 or 1, not {fold}")


def time_state(self):
    """What a pickle holds: a byte each, and three for the microseconds."""
    return self._hour, self._minute, self._second, *self._microsecond.to_bytes(3)


def load_time(self, state, zone, fold):
    """The inverse of time_state()."""
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("bad tzinfo state arg")
    self._hour, self._minute, self._second = state[:3]
    self._microsecond = int.from_bytes(state[3:])
    self._tzinfo, self._fold = zone, fold


def time_text(self, timespec):
    """The time of day as isoformat() shows it, without the offset."""
    if not isinstance(timespec, str):
        raise TypeError(f"isoformat() argument 'timespec' must be str, not {type(timespec).__name__}")
    if timespec == "auto":
        timespec = "microseconds" if self._microsecond else "seconds"
    hour, minute, second, micros = self._hour, self._minute, self._second, self._microsecond
    match timespec:
        case "microseconds":
            return f"{hour:02}:{minute:02}:{second:02}.{micros:06}"
        case "milliseconds":
            return f"{hour:02}:{minute:02}:{second:02}.{micros // 1000:03}"
        case "seconds":
            return f"{hour:02}:{minute:02}:{second:02}"
        case "minutes":
            return f"{hour:02}:{minute:02}"
        case "hours":
            return f"{hour:02}"
    raise ValueError("Unknown timespec value")


def offset_of(self):
    """The offset as isoformat() shows it."""
    offset = self.utcoffset()
    return "" if offset is None else offset_text(offset)


def shown_end(self):
    """The end of repr(), but for the bracket: a zone and a fold, where there are."""
    zone = "" if self._tzinfo is None else f", tzinfo={self._tzinfo!r}"
    return zone, ", fold=1" if self._fold else ""


def day_micros(self):
    """The microseconds since midnight."""
    return ((self._hour * 60 + self._minute) * 60 + self._second) * 1_000_000 + self._microsecond


def _utcoffset(self):
    """Return self.tzinfo.utcoffset(self)."""
    return ask_offset(self._tzinfo, "utcoffset", self)


def _dst(self):
    """Return self.tzinfo.dst(self)."""
    return ask_offset(self._tzinfo, "dst", self)


def _tzname(self):
    """Return self.tzinfo.tzname(self)."""
    return ask_name(self._tzinfo, self)


questions = _utcoffset, _dst, _tzname
for _each in questions:
    _each.__name__ = _each.__name__[1:]
    _each.__qualname__ = f"datetime.{_each.__name__}"


class time:
    """time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object

    All arguments are optional. tzinfo may be None, or an instance of
    a tzinfo subclass. The remaining arguments may be ints."""

    __module__ = "datetime"
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        if state := is_saved(hour, 6):
            load_time(self, (state[0] & 127, *state[1:]), None if minute == 0 else minute, state[0] >> 7)
        else:
            set_time(self, hour, minute, second, microsecond, tzinfo, fold)
        return self

    hour, minute, second, microsecond, tzinfo, fold = fields

    def utcoffset(self):
        """Return self.tzinfo.utcoffset(self)."""
        return ask_offset(self._tzinfo, "utcoffset", None)

    def dst(self):
        """Return self.tzinfo.dst(self)."""
        return ask_offset(self._tzinfo, "dst", None)

    def tzname(self):
        """Return self.tzinfo.tzname(self)."""
        return ask_name(self._tzinfo, None)

    @classmethod
    def fromisoformat(cls, time_string, /):
        """Construct a time from a string in one of the formats of ISO 8601."""
        return later("read_time")(cls, time_string)

    @classmethod
    def strptime(cls, time_string, format, /):
        """string, format -> new time parsed from a string (like time.strptime())."""
        return later("strptime_time")(cls, time_string, format)

    def replace(
        self, hour=_MISSING, minute=_MISSING, second=_MISSING, microsecond=_MISSING, tzinfo=_MISSING, *, fold=_MISSING
    ):
        """Return time with new specified fields."""
        return type(self)(
            self._hour if hour is _MISSING else hour,
            self._minute if minute is _MISSING else minute,
            self._second if second is _MISSING else second,
            self._microsecond if microsecond is _MISSING else microsecond,
            self._tzinfo if tzinfo is _MISSING else tzinfo,
            fold=self._fold if fold is _MISSING else fold,
        )

    __replace__ = replace

    def __repr__(self):
        fields = [*time_fields(self)]
        while len(fields) > 2 and not fields[-1]:
            fields.pop()
        zone, fold = shown_end(self)
        return f"{shown_class(self)}({', '.join(map(str, fields))}{zone}{fold})"

    def isoformat(self, timespec="auto"):
        """Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].

        The optional argument timespec specifies the number of additional terms
        of the time to include. Valid options are 'auto', 'hours', 'minutes',
        'seconds', 'milliseconds' and 'microseconds'."""
        return time_text(self, timespec) + offset_of(self)

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        """format -> strftime() style string."""
        # The day is one that all systems know.
        fields = (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)
        return later("strftime")(self, format, fields)

    def __format__(self, format_spec, /):
        """Formats self with strftime."""
        if not isinstance(format_spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(format_spec).__name__}")
        return self.strftime(format_spec) if format_spec else str(self)

    def _compare(self, other, is_equality=False):
        """A number below 0, 0, or above 0."""
        ours = theirs = None
        if self._tzinfo is not other._tzinfo:
            ours, theirs = self.utcoffset(), other.utcoffset()
            if (ours is None) != (theirs is None):
                if is_equality:
                    return 1
                raise TypeError("can't compare offset-naive and offset-aware times")
        between = day_micros(self) - day_micros(other)
        return between if ours is None else between + to_micros(theirs) - to_micros(ours)

    def __eq__(self, other):
        return self._compare(other, True) == 0 if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        return hash(day_micros(self) - (0 if offset is None else to_micros(offset)))

    def __reduce_ex__(self, protocol, /):
        """__reduce_ex__(proto) -> (cls, state)"""
        hour, *rest = time_state(self)
        state = bytes((hour | self._fold << 7 if protocol > 3 else hour, *rest))
        return type(self), (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        """__reduce__() -> (cls, state)"""
        return self.__reduce_ex__(2)


time_fields = attrgetter("_hour", "_minute", "_second", "_microsecond")
time.min = time(0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
