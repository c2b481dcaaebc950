"""What moments are moved by: spans of time, and time zones."""

from operator import attrgetter, index

import _datetime_steps as _steps

_DAY = 86_400_000_000  # microseconds
_MAX_DAYS = 999_999_999
_MISSING = object()
# datetime.datetime, once it is there.
datetime = None


def read_only(name, doc):
    """A property for the slot of that name with an underscore before it."""
    return property(attrgetter("_" + name), doc=doc)


def shown_class(value):
    """The name of a value's class as repr() shows it."""
    cls = type(value)
    return f"datetime.{cls.__name__}" if cls.__module__ == "datetime" else cls.__name__


def _rounded(numerator, denominator):
    """The quotient as the nearest int, the even one of two."""
    quotient, rest = divmod(numerator, denominator)
    twice = abs(rest) * 2
    denominator = abs(denominator)
    return quotient + (twice > denominator or twice == denominator and quotient & 1)


def offset_text(offset, separator=":"):
    """An offset as isoformat() shows it: seconds and their parts only where there are any."""
    micros = to_micros(offset)
    sign, micros = ("-", -micros) if micros < 0 else ("+", micros)
    seconds, micros = divmod(micros, 1_000_000)
    minutes, seconds = divmod(seconds, 60)
    text = f"{sign}{minutes // 60:02}{separator}{minutes % 60:02}"
    if seconds or micros:
        text += f"{separator}{seconds:02}"
    return f"{text}.{micros:06}" if micros else text


def check_tzinfo(zone):
    """Refuse what is no tzinfo, nor None."""
    if zone is not None and not isinstance(zone, tzinfo):
        kind = type(zone).__name__
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{kind}'")


def ask_offset(zone, name, moment):
    """What utcoffset() or dst() of a zone says of a moment; None without a zone."""
    if zone is None:
        return None
    offset = getattr(zone, name)(moment)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or timedelta, not '{type(offset).__name__}'")
    if not -_DAY < to_micros(offset) < _DAY:
        raise ValueError(
            "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)."
        )
    return offset


def ask_name(zone, moment):
    """What tzname() of a zone says of a moment; None without a zone."""
    if zone is None:
        return None
    name = zone.tzname(moment)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{type(name).__name__}'")
    return name


def to_micros(span):
    """A span in microseconds."""
    return (span._days * 86_400 + span._seconds) * 1_000_000 + span._microseconds


def from_micros(micros, cls=None):
    """A span of so many microseconds."""
    days, rest = divmod(micros, _DAY)
    if not -_MAX_DAYS <= days <= _MAX_DAYS:
        if not -(2**31) <= days < 2**31:
            raise OverflowError("Python int too large to convert to C int")
        raise OverflowError(f"days={days}; must have magnitude <= {_MAX_DAYS}")
    span = object.__new__(cls or timedelta)
    span._days = days
    span._seconds, span._microseconds = divmod(rest, 1_000_000)
    return span


_UNITS = (
    ("days", _DAY), ("seconds", 1_000_000), ("microseconds", 1), ("milliseconds", 1000), ("minutes", 60_000_000),
    ("hours", 3_600_000_000), ("weeks", 7 * _DAY),
)  # fmt: skip


class timedelta:
    """Difference between two datetime values.

    timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)

    All arguments are optional and default to 0. They may be ints or floats, positive or negative."""

    __module__ = "datetime"
    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        span = _steps.make_span(cls, (days, seconds, microseconds, milliseconds, minutes, hours, weeks))
        if span is not None:
            return span
        total, parts = 0, 0.0
        values = days, seconds, microseconds, milliseconds, minutes, hours, weeks
        for value, (name, factor) in zip(values, _UNITS):
            if isinstance(value, int):
                total += value * factor
            elif isinstance(value, float):
                whole = int(value)
                total += whole * factor
                if part := (value - whole) * factor:
                    whole = int(part)
                    total += whole
                    parts += part - whole
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        if parts:
            # Parts of microseconds are rounded once, to an even number if they are a half.
            whole = int(parts // 1)
            rest = parts - whole
            total += whole
            total += rest > 0.5 or rest == 0.5 and total & 1
        return from_micros(total, cls)

    days = read_only("days", "Number of days.")
    seconds = read_only("seconds", "Number of seconds (>= 0 and less than 1 day).")
    microseconds = read_only("microseconds", "Number of microseconds (>= 0 and less than 1 second).")

    def total_seconds(self):
        """Total seconds in the duration."""
        return to_micros(self) / 10**6

    def __repr__(self):
        parts = [f"{name}={value}" for (name, _), value in zip(_UNITS, _fields(self)) if value]
        return f"{shown_class(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return f"{text}.{self._microseconds:06}" if self._microseconds else text

    def __reduce__(self):
        return type(self), _fields(self)

    def __hash__(self):
        return hash(_fields(self))

    def __eq__(self, other):
        return _fields(self) == _fields(other) if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return _fields(self) < _fields(other) if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return _fields(self) <= _fields(other) if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return _fields(self) > _fields(other) if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return _fields(self) >= _fields(other) if isinstance(other, timedelta) else NotImplemented

    def __bool__(self):
        return any(_fields(self))

    def __add__(self, other):
        if type(other) is type(self) is timedelta:
            span = _steps.add_spans(self, other, 1)
            if span is not None:
                return span
        return from_micros(to_micros(self) + to_micros(other)) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if type(other) is type(self) is timedelta:
            span = _steps.add_spans(self, other, -1)
            if span is not None:
                return span
        return from_micros(to_micros(self) - to_micros(other)) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return from_micros(to_micros(other) - to_micros(self)) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return from_micros(-to_micros(self))

    def __pos__(self):
        return from_micros(to_micros(self))

    def __abs__(self):
        return from_micros(abs(to_micros(self)))

    def __mul__(self, other):
        if isinstance(other, int):
            return from_micros(to_micros(self) * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return from_micros(_rounded(to_micros(self) * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return to_micros(self) / to_micros(other)
        if isinstance(other, int):
            return from_micros(_rounded(to_micros(self), other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return from_micros(_rounded(to_micros(self) * denominator, numerator))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return to_micros(self) // to_micros(other)
        if isinstance(other, int):
            return from_micros(to_micros(self) // other)
        return NotImplemented

    def __mod__(self, other):
        return from_micros(to_micros(self) % to_micros(other)) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(to_micros(self), to_micros(other))
        return quotient, from_micros(rest)


_fields = attrgetter("_days", "_seconds", "_microseconds")
timedelta.min = timedelta(-_MAX_DAYS)
timedelta.max = from_micros((_MAX_DAYS + 1) * _DAY - 1)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    """Abstract base class for time zone info objects."""

    __module__ = "datetime"
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    def utcoffset(self, dt, /):
        """datetime -> timedelta showing offset from UTC, negative values indicating West of UTC."""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        """datetime -> DST offset as timedelta positive east of UTC."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def tzname(self, dt, /):
        """datetime -> string name of time zone."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def fromutc(self, dt, /):
        """datetime in UTC -> datetime in local time."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saved = dt.dst()
        if saved is None:
            raise ValueError("fromutc: non-None dst() result required")
        # In standard time first, which says whether daylight is saved then.
        standard = dt + (offset - saved)
        saved = standard.dst()
        if saved is None:
            raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return standard + saved

    def __reduce__(self):
        """-> (cls, args, state)"""
        arguments = getattr(self, "__getinitargs__", tuple)()
        return type(self), arguments, self.__getstate__()


class timezone(tzinfo):
    """Fixed offset from UTC implementation of tzinfo."""

    __module__ = "datetime"
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=_MISSING):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is _MISSING:
            if not offset:
                return cls.utc
            name = None
        elif not isinstance(name, str):
            kind = "None" if name is None else type(name).__name__
            raise TypeError(f"timezone() argument 2 must be str, not {kind}")
        if not -_DAY < to_micros(offset) < _DAY:
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                f"not {offset!r}."
            )
        return cls._create(offset, name)

    @classmethod
    def _create(cls, offset, name=None):
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def _check(self, name, dt):
        if dt is not None and not isinstance(dt, datetime):
            kind = type(dt).__name__
            raise TypeError(f"{name}(dt) argument must be a datetime instance or None, not {kind}")

    def utcoffset(self, dt, /):
        """Return fixed offset."""
        self._check("utcoffset", dt)
        return self._offset

    def dst(self, dt, /):
        """Return None."""
        self._check("dst", dt)

    def tzname(self, dt, /):
        """If name is specified when timezone is created, returns the name.  Otherwise returns offset as 'UTC(+|-)HH:MM'."""
        self._check("tzname", dt)
        return str(self)

    def fromutc(self, dt, /):
        """datetime in UTC -> datetime in local time."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __getinitargs__(self):
        """pickle support"""
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __getstate__(self):
        return None

    def __repr__(self):
        if self is UTC:
            return "datetime.timezone.utc"
        return f"datetime.timezone({', '.join(map(repr, self.__getinitargs__()))})"

    def __str__(self):
        if self._name is not None:
            return self._name
        return "UTC" + (offset_text(self._offset) if self._offset else "")

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)


UTC = timezone.utc = timezone._create(timedelta(0))
timezone.min = timezone._create(timedelta(minutes=-1439))
timezone.max = timezone._create(timedelta(minutes=1439))


def as_int(value):
    """The index of a value, if C's int has room for it."""
    number = index(value)
    if not -(2**31) <= number < 2**31:
        if not -(2**63) <= number < 2**63:
            raise OverflowError("Python int too large to convert to C long")
        raise OverflowError(f"signed integer is {'greater than maximum' if number > 0 else 'less than minimum'}")
    return number
