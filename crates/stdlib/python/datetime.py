"""Dates, times of day, moments, and the spans between them.

    >>> from datetime import date, timedelta
    >>> date(2024, 2, 28) + timedelta(days=2)
    datetime.date(2024, 3, 1)
"""

from operator import attrgetter

import _datetime_spans
import _datetime_steps as _steps
import _datetime_times as _times
from _datetime_spans import (
    _DAY, _MISSING, UTC, as_int, check_tzinfo, from_micros, read_only, shown_class, timedelta, timezone, to_micros,
    tzinfo,
)  # fmt: skip
from _datetime_times import is_saved, later, load_time, set_time, time, time_state, time_text

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR, MAXYEAR = 1, 9999
_LAST_ORDINAL = 3_652_059
_DAYS_IN_MONTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


# Days are counted by Howard Hinnant's algorithms ("chrono-Compatible Low-Level Date Algorithms"): years begin in March,
# so that a leap day is the last of its year.
def _ordinal(year, month, day):
    """The day's number; that of 0001-01-01 is 1."""
    if month < 3:
        year -= 1
        month += 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5 + day - 306


def _date_of(ordinal):
    """Year, month and day of a day's number."""
    era, day = divmod(ordinal + 305, 146_097)
    year = (day - day // 1460 + day // 36_524 - day // 146_096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5 - 1
    year += era * 400
    return (year, month + 3, day) if month < 10 else (year + 1, month - 9, day)


def _days_in_month(year, month):
    return 29 if month == 2 and year % 4 == 0 and (year % 100 or year % 400 == 0) else _DAYS_IN_MONTH[month]


def _refuse_date(year, month, day):
    for value in (year, month, day):
        as_int(value)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year must be in {MINYEAR}..{MAXYEAR}, not {year}")
    if not 1 <= month <= 12:
        raise ValueError(f"month must be in 1..12, not {month}")
    last = _days_in_month(year, month)
    raise ValueError(f"day {day} must be in range 1..{last} for month {month} in year {year}")


def _given_date(year, month, day):
    """The three, which must be there, as ints."""
    given = []
    for name, value in (("year", year), ("month", month), ("day", day)):
        if value is _MISSING:
            raise TypeError(f"function missing required argument '{name}' (pos {len(given) + 1})")
        given.append(as_int(value))
    return given


class date:
    """date(year, month, day) --> date object"""

    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=_MISSING, month=_MISSING, day=_MISSING):
        if not type(year) is type(month) is type(day) is int:
            if month is _MISSING and (state := is_saved(year, 4, 2)):
                year, month, day = state[0] * 256 + state[1], state[2], state[3]
            else:
                year, month, day = _given_date(year, month, day)
        if not (0 < year < 10000 and 0 < month < 13 and 0 < day and (day < 29 or day <= _days_in_month(year, month))):
            _refuse_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    year = read_only("year", None)
    month = read_only("month", None)
    day = read_only("day", None)

    @classmethod
    def today(cls):
        """Current date or datetime:  same as self.__class__.fromtimestamp(time.time())."""
        return cls.fromtimestamp(__import__("time").time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """Create a date from a POSIX timestamp.

        The timestamp is a number, e.g. created via time.time(), that is interpreted as local time."""
        seconds, _ = later("split_timestamp")(timestamp, down=True)
        return cls(*later("local_fields")(seconds)[:3])

    @classmethod
    def fromordinal(cls, ordinal, /):
        """int -> date corresponding to a proleptic Gregorian ordinal."""
        ordinal = as_int(ordinal)
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        return cls(*_date_of(ordinal))

    @classmethod
    def fromisoformat(cls, date_string, /):
        """Construct a date from a string in ISO 8601 format."""
        return cls(*later("read_date")(date_string))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """int, int, int -> Construct a date from the ISO year, week number and weekday.

        This is the inverse of the function date.isocalendar()"""
        try:
            fields = as_int(year), as_int(week), as_int(day)
        except OverflowError:
            raise ValueError("ISO calendar component out of range") from None
        return cls(*_date_of(later("iso_ordinal")(*fields)))

    @classmethod
    def strptime(cls, date_string, format, /):
        """string, format -> new date parsed from a string (like time.strptime())."""
        return later("strptime_date")(cls, date_string, format)

    def __repr__(self):
        return f"{shown_class(self)}({self._year}, {self._month}, {self._day})"

    def isoformat(self):
        """Return string in ISO 8601 format, YYYY-MM-DD."""
        return f"{self._year:04}-{self._month:02}-{self._day:02}"

    __str__ = isoformat

    def ctime(self):
        """Return ctime() style string."""
        return f"{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2} 00:00:00 {self._year:04}"

    def strftime(self, format):
        """format -> strftime() style string."""
        if type(self) is datetime or type(self) is date:
            text = _steps.format(self, format)
            if text is not None:
                return text
        return later("strftime")(self, format, self.timetuple())

    def __format__(self, format_spec, /):
        """Formats self with strftime."""
        if not isinstance(format_spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(format_spec).__name__}")
        return self.strftime(format_spec) if format_spec else str(self)

    def timetuple(self):
        """Return time tuple, compatible with time.localtime()."""
        return later("time_tuple")(self, 0, 0, 0, -1)

    def toordinal(self):
        """Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1."""
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        """Return the day of the week represented by the date.
        Monday == 0 ... Sunday == 6"""
        return (_ordinal(self._year, self._month, self._day) - 1) % 7

    def isoweekday(self):
        """Return the day of the week represented by the date.
        Monday == 1 ... Sunday == 7"""
        return self.weekday() + 1

    def isocalendar(self):
        """Return a named tuple containing ISO year, week number, and weekday."""
        return later("iso_calendar")(self)

    def replace(self, year=_MISSING, month=_MISSING, day=_MISSING):
        """Return date with new specified fields."""
        return type(self)(
            self._year if year is _MISSING else year,
            self._month if month is _MISSING else month,
            self._day if day is _MISSING else day,
        )

    __replace__ = replace

    def __eq__(self, other):
        if not isinstance(other, date) or isinstance(other, datetime):
            return NotImplemented
        return _date_fields(self) == _date_fields(other)

    def __lt__(self, other):
        if not isinstance(other, date) or isinstance(other, datetime):
            return NotImplemented
        return _date_fields(self) < _date_fields(other)

    def __le__(self, other):
        if not isinstance(other, date) or isinstance(other, datetime):
            return NotImplemented
        return _date_fields(self) <= _date_fields(other)

    def __gt__(self, other):
        if not isinstance(other, date) or isinstance(other, datetime):
            return NotImplemented
        return _date_fields(self) > _date_fields(other)

    def __ge__(self, other):
        if not isinstance(other, date) or isinstance(other, datetime):
            return NotImplemented
        return _date_fields(self) >= _date_fields(other)

    def __hash__(self):
        return hash(_date_fields(self))

    def _moved(self, days):
        ordinal = self.toordinal() + days
        if not 0 < ordinal <= _LAST_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self)(*_date_of(ordinal))

    def __add__(self, other):
        return self._moved(other._days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other._days)
        if isinstance(other, _date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        """__reduce__() -> (cls, state)"""
        return type(self), (bytes((*divmod(self._year, 256), self._month, self._day)),)


_date_fields = attrgetter("_year", "_month", "_day")
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)


class datetime(date):
    """datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])

    The year, month and day arguments are required. tzinfo may be None, or an
    instance of a tzinfo subclass. The remaining arguments may be ints."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=_MISSING, month=_MISSING, day=_MISSING, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None, *, fold=0):  # fmt: skip
        if tzinfo is None:
            self = _steps.make_moment(cls, (year, month, day, hour, minute, second, microsecond, fold))
            if self is not None:
                return self
        if day is _MISSING and (state := is_saved(year, 10, 2)):
            self = _date.__new__(cls, state[0] * 256 + state[1], state[2] & 127, state[3])
            load_time(self, state[4:], None if month is _MISSING else month, state[2] >> 7)
        else:
            self = _date.__new__(cls, year, month, day)
            set_time(self, hour, minute, second, microsecond, tzinfo, fold)
        return self

    hour, minute, second, microsecond, tzinfo, fold = _times.fields
    utcoffset, dst, tzname = _times.questions

    @classmethod
    def now(cls, tz=None):
        """Returns new datetime object representing current time local to tz, or local time without one."""
        return later("from_timestamp")(cls, __import__("time").time(), tz)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """timestamp[, tz] -> tz's local time from POSIX timestamp."""
        return later("from_timestamp")(cls, timestamp, tz)

    @classmethod
    def utcnow(cls):
        """Return a new datetime representing UTC day and time."""
        later("warn_of_naive")("utcnow", "now")
        return later("from_timestamp")(cls, __import__("time").time(), None, utc=True)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """Construct a naive UTC datetime from a POSIX timestamp."""
        later("warn_of_naive")("utcfromtimestamp", "fromtimestamp")
        return later("from_timestamp")(cls, timestamp, None, utc=True)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """Construct a datetime from a string in one of the formats of ISO 8601."""
        return later("read_datetime")(cls, date_string)

    @classmethod
    def strptime(cls, date_string, format, /):
        """string, format -> new datetime parsed from a string (like time.strptime())."""
        return later("strptime_datetime")(cls, date_string, format)

    @classmethod
    def combine(cls, date, time, tzinfo=_MISSING):
        """date, time -> datetime with same date and time fields"""
        if not isinstance(date, _date):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
        if not isinstance(time, _time):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
        zone = time.tzinfo if tzinfo is _MISSING else tzinfo
        return cls(*_date_fields(date), *_time_fields(time), zone, fold=time._fold)

    def date(self):
        """Return date object with same year, month and day."""
        return _date(self._year, self._month, self._day)

    def time(self):
        """Return time object with same time but with tzinfo=None."""
        return _time(*_time_fields(self), fold=self._fold)

    def timetz(self):
        """Return time object with same time and tzinfo."""
        return _time(*_time_fields(self), self._tzinfo, fold=self._fold)

    def replace(self, year=_MISSING, month=_MISSING, day=_MISSING, hour=_MISSING, minute=_MISSING, second=_MISSING,
                microsecond=_MISSING, tzinfo=_MISSING, *, fold=_MISSING):  # fmt: skip
        """Return datetime with new specified fields."""
        return type(self)(
            self._year if year is _MISSING else year,
            self._month if month is _MISSING else month,
            self._day if day is _MISSING else day,
            self._hour if hour is _MISSING else hour,
            self._minute if minute is _MISSING else minute,
            self._second if second is _MISSING else second,
            self._microsecond if microsecond is _MISSING else microsecond,
            self._tzinfo if tzinfo is _MISSING else tzinfo,
            fold=self._fold if fold is _MISSING else fold,
        )

    __replace__ = replace

    def __repr__(self):
        fields = [*_date_fields(self), *_time_fields(self)]
        while len(fields) > 5 and not fields[-1]:
            fields.pop()
        zone, fold = _times.shown_end(self)
        return f"{shown_class(self)}({', '.join(map(str, fields))}{fold}{zone})"

    def isoformat(self, sep="T", timespec="auto"):
        """[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].
        sep is used to separate the year from the time, and defaults to 'T'.
        The optional argument timespec specifies the number of additional terms
        of the time to include. Valid options are 'auto', 'hours', 'minutes',
        'seconds', 'milliseconds' and 'microseconds'."""
        if timespec == "auto" and type(sep) is str and len(sep) == 1:
            text = _steps.text(self, sep)
            if text is not None:
                return text
        if not isinstance(sep, str) or len(sep) != 1:
            kind = type(sep).__name__ if not isinstance(sep, str) else f"a string of length {len(sep)}"
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {kind}")
        day = f"{self._year:04}-{self._month:02}-{self._day:02}"
        return f"{day}{sep}{time_text(self, timespec)}{_times.offset_of(self)}"

    def __str__(self):
        return self.isoformat(" ")

    def ctime(self):
        """Return ctime() style string."""
        day = f"{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2}"
        return f"{day} {self._hour:02}:{self._minute:02}:{self._second:02} {self._year:04}"

    def timetuple(self):
        """Return time tuple, compatible with time.localtime()."""
        saved = self.dst()
        flag = -1 if saved is None else int(bool(saved))
        return later("time_tuple")(self, self._hour, self._minute, self._second, flag)

    def utctimetuple(self):
        """Return UTC time tuple, compatible with time.localtime()."""
        moment = _without_zone(self, self.utcoffset())
        return later("time_tuple")(moment, moment._hour, moment._minute, moment._second, 0)

    def timestamp(self):
        """Return POSIX timestamp as float."""
        if self._tzinfo is None:
            return later("local_timestamp")(self) + self._microsecond / 1e6
        return (self - _epoch).total_seconds()

    def astimezone(self, tz=None):
        """tz -> convert to local time in new timezone tz"""
        if tz is not None:
            check_tzinfo(tz)
        own = self._tzinfo
        if own is not None and own is tz:
            return self
        offset = self.utcoffset()
        if offset is None:
            offset = later("local_offset")(self)
        utc = _without_zone(self, offset)
        if tz is None:
            tz = later("local_zone")((utc - _naive_epoch) // timedelta(seconds=1))
        return tz.fromutc(utc.replace(tzinfo=tz))

    def __eq__(self, other):
        return _compare(self, other, True) == 0 if isinstance(other, datetime) else NotImplemented

    def __lt__(self, other):
        return _compare(self, other) < 0 if isinstance(other, datetime) else NotImplemented

    def __le__(self, other):
        return _compare(self, other) <= 0 if isinstance(other, datetime) else NotImplemented

    def __gt__(self, other):
        return _compare(self, other) > 0 if isinstance(other, datetime) else NotImplemented

    def __ge__(self, other):
        return _compare(self, other) >= 0 if isinstance(other, datetime) else NotImplemented

    def __hash__(self):
        # Moments in a repeated hour are equal if their folds differ.
        offset = _first_offset(self)
        return hash(_micros(self) - (0 if offset is None else to_micros(offset)))

    def __add__(self, other):
        if type(other) is timedelta and type(self) is datetime:
            moment = _steps.move(self, other, 1)
            if moment is not None:
                return moment
        return _moved(self, to_micros(other)) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if type(other) is timedelta and type(self) is datetime:
            moment = _steps.move(self, other, -1)
            if moment is not None:
                return moment
        if isinstance(other, timedelta):
            return _moved(self, -to_micros(other))
        if not isinstance(other, datetime):
            return NotImplemented
        span = _steps.between(self, other, timedelta)
        if span is not None:
            return span
        between = _micros(self) - _micros(other)
        if self._tzinfo is not other._tzinfo:
            ours, theirs = self.utcoffset(), other.utcoffset()
            if (ours is None) != (theirs is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if ours is not None:
                between += to_micros(theirs) - to_micros(ours)
        return from_micros(between)

    def __reduce_ex__(self, protocol, /):
        """__reduce_ex__(proto) -> (cls, state)"""
        fold = self._fold << 7 if protocol > 3 else 0
        state = bytes((*divmod(self._year, 256), self._month | fold, self._day, *time_state(self)))
        return type(self), (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        """__reduce__() -> (cls, state)"""
        return self.__reduce_ex__(2)


_date, _time, _time_fields = date, time, _times.time_fields
_datetime_spans.datetime = datetime


def _micros(moment):
    """The microseconds that the clock shows, from the day before 0001-01-01 on."""
    return _ordinal(moment._year, moment._month, moment._day) * _DAY + _times.day_micros(moment)


def _moment(cls, micros, zone):
    """The moment of so many microseconds."""
    ordinal, rest = divmod(micros, _DAY)
    if not 0 < ordinal <= _LAST_ORDINAL:
        raise OverflowError("date value out of range")
    seconds, micros = divmod(rest, 1_000_000)
    minutes, seconds = divmod(seconds, 60)
    return cls(*_date_of(ordinal), *divmod(minutes, 60), seconds, micros, zone)


def _moved(moment, micros):
    return _moment(type(moment), _micros(moment) + micros, moment._tzinfo)


def _without_zone(moment, offset):
    """The moment as a clock shows it whose offset is 0."""
    micros = 0 if offset is None else to_micros(offset)
    return _moment(datetime, _micros(moment) - micros, None)


def _first_offset(moment):
    """The offset that is there if the hour is not repeated."""
    return (moment.replace(fold=0) if moment._fold else moment).utcoffset()


def _has_two_offsets(moment, offset):
    return moment.replace(fold=not moment._fold).utcoffset() != offset


def _compare(left, right, is_equality=False):
    """A number below 0, 0, or above 0."""
    between = _steps.order(left, right)
    if between is not None:
        return between
    ours = theirs = None
    if left._tzinfo is not right._tzinfo:
        ours, theirs = left.utcoffset(), right.utcoffset()
        if (ours is None) != (theirs is None):
            if is_equality:
                return 1
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        # Between zones nothing equals a moment that is repeated or left out (PEP 495).
        if is_equality and (_has_two_offsets(left, ours) or _has_two_offsets(right, theirs)):
            return 1
    between = _micros(left) - _micros(right)
    return between if ours is None else between + to_micros(theirs) - to_micros(ours)


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_naive_epoch = datetime(1970, 1, 1)
_epoch = _naive_epoch.replace(tzinfo=UTC)
