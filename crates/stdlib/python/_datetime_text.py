"""What the classes of datetime do with text, and with the system's local time."""

import time as _clock

import datetime as _datetime
from _datetime_spans import as_int, check_tzinfo, from_micros, offset_text, timedelta, timezone, to_micros
from datetime import MAXYEAR, MINYEAR, _date_of, _ordinal, _WEEKDAYS, datetime

_EPOCH = _ordinal(1970, 1, 1)


# Weeks of ISO 8601.


def _first_monday(year):
    """The ordinal of the Monday of the year's first week, the one with the 4th of January."""
    fourth = _ordinal(year, 1, 4)
    return fourth - (fourth - 1) % 7


def iso_ordinal(year, week, day):
    """The ordinal of a day that is given by the year, week and day of ISO 8601."""
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year must be in {MINYEAR}..{MAXYEAR}, not {year}")
    first = _first_monday(year)
    if not 0 < week < (53 if _first_monday(year + 1) - first == 364 else 54):
        raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return first + (week - 1) * 7 + day - 1


class IsoCalendarDate(tuple):
    """The result of date.isocalendar() or datetime.isocalendar()

    This object may be accessed either as a tuple of
      ((year, week, weekday))
    or via the object attributes as named in the above tuple."""

    __module__ = "datetime"
    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"

    def __reduce__(self):
        return tuple, (tuple(self),)


def iso_calendar(day):
    """Year, week and day of ISO 8601."""
    ordinal, year = _ordinal(day._year, day._month, day._day), day._year
    if ordinal < _first_monday(year):
        year -= 1
    elif ordinal >= _first_monday(year + 1):
        year += 1
    week, weekday = divmod(ordinal - _first_monday(year), 7)
    return IsoCalendarDate(year, week + 1, weekday + 1)


# Moments as numbers of seconds.


def time_tuple(day, hour, minute, second, flag):
    """The struct_time of a day and a time of day."""
    year, month = day._year, day._month
    ordinal = _ordinal(year, month, day._day)
    yearday = ordinal - _ordinal(year, 1, 1) + 1
    return _clock.struct_time((year, month, day._day, hour, minute, second, (ordinal - 1) % 7, yearday, flag))


def split_timestamp(timestamp, down=False):
    """Seconds, and microseconds rounded to an even number, or down to seconds."""
    if not isinstance(timestamp, float):
        try:
            return timestamp.__index__(), 0
        except AttributeError:
            kind = type(timestamp).__name__
            raise TypeError(f"'{kind}' object cannot be interpreted as an integer") from None
    if timestamp != timestamp:
        raise ValueError("Invalid value NaN (not a number)")
    if not -(2**63) <= timestamp < 2**63:
        raise OverflowError("timestamp out of range for platform time_t")
    if down:
        return int(timestamp // 1), 0
    seconds = int(timestamp)
    return divmod(seconds * 1_000_000 + round((timestamp - seconds) * 1e6), 1_000_000)


def _fields(seconds):
    """The fields of a number of seconds after 1970."""
    days, rest = divmod(seconds, 86_400)
    minutes, second = divmod(rest, 60)
    ordinal = days + _EPOCH
    if not 0 < ordinal <= _datetime._LAST_ORDINAL:
        if not -(2**55) < seconds < 2**55:
            raise OverflowError("timestamp out of range for platform time_t")
        raise ValueError(f"year must be in {MINYEAR}..{MAXYEAR}, not {_date_of(ordinal)[0]}")
    return *_date_of(ordinal), *divmod(minutes, 60), second


def _local_offset(seconds):
    """The seconds that local time is ahead of UTC at a moment."""
    # At the ends of the calendar only local time must be within it.
    _fields(seconds if abs(seconds) > 2**38 else 0)
    return _clock.localtime(seconds).tm_gmtoff


def local_fields(seconds):
    """What a clock on the wall shows at a moment."""
    return _fields(seconds + _local_offset(seconds))


def from_timestamp(cls, timestamp, tz, utc=False):
    """The moment of a timestamp: in local time, or in that of a zone, or of UTC without a zone."""
    check_tzinfo(tz)
    seconds, micros = split_timestamp(timestamp)
    if tz is not None:
        return tz.fromutc(cls(*_fields(seconds), micros, tz))
    if utc:
        return cls(*_fields(seconds), micros)
    offset = _local_offset(seconds)
    moment = cls(*_fields(seconds + offset), micros)
    if seconds >= 86_400 - (_EPOCH - 1) * 86_400:
        before = _local_offset(seconds - 86_400)
        # Clocks were put back within a day: was the same time shown before that?
        if before > offset and _local_offset(seconds + offset - before) == before:
            moment = moment.replace(fold=1)
    return moment


def _wall_seconds(moment):
    days = _ordinal(moment._year, moment._month, moment._day) - _EPOCH
    return ((days * 24 + moment._hour) * 60 + moment._minute) * 60 + moment._second


def _local_seconds(seconds):
    """What _wall_seconds() gives of what a clock on the wall shows at a moment."""
    shown = seconds + _local_offset(seconds)
    _fields(shown)
    return shown


def local_timestamp(moment):
    """The seconds after 1970 of a moment that is given in local time (PEP 495)."""
    wall = _wall_seconds(moment)
    # The offset of a moment nearby is right, unless clocks are changed in between.
    first = wall - (_local_seconds(wall) - wall)
    shown = _local_seconds(first)
    offset = shown - first
    if shown == wall:
        # Is there another such moment within a day, on the side that the fold asks for?
        beside = first + (86_400 if moment._fold else -86_400)
        offset = _local_seconds(beside) - beside
    second = wall - offset
    if second == first or _local_seconds(second) == wall:
        return second
    if shown == wall:
        return first
    # Clocks left this time out.
    return min(first, second) if moment._fold else max(first, second)


def local_zone(seconds):
    """The zone of local time at a moment."""
    fields = _clock.localtime(seconds)
    return timezone(timedelta(seconds=fields.tm_gmtoff), fields.tm_zone)


def local_offset(moment):
    """The offset from UTC of a moment that is given in local time."""
    return timedelta(seconds=_wall_seconds(moment) - local_timestamp(moment))


def warn_of_naive(name, better):
    """Moments in UTC that don't say so are easily taken for local ones."""
    arguments = "datetime.UTC" if better == "now" else "timestamp, datetime.UTC"
    __import__("warnings").warn(
        f"datetime.datetime.{name}() is deprecated and scheduled for removal in a future version. "
        f"Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.{better}({arguments}).",
        DeprecationWarning,
        3,
    )


# Text by a format.


def _offset_part(offset, separator):
    return "" if offset is None else offset_text(offset, separator)


def _directive(moment, directive, fields):
    """The text for a directive that strftime() of the system doesn't know; None for all others."""
    match directive:
        case "f":
            return f"{getattr(moment, '_microsecond', 0):06}"
        case "z" | ":z":
            offset = moment.utcoffset() if hasattr(moment, "utcoffset") else None
            return _offset_part(offset, directive[:-1])
        case "Z":
            name = moment.tzname() if hasattr(moment, "tzname") else None
            if name is None:
                return ""
            name = name.replace("%", "%%")
            if not isinstance(name, str):
                raise TypeError("tzname.replace() did not return a string")
            return name
    # Systems don't agree on the zeros before a short year.
    if fields[0] < 1000:
        match directive:
            case "Y":
                return f"{fields[0]:04}"
            case "G":
                return f"{iso_calendar(moment)[0]:04}" if hasattr(moment, "_year") else None
            case "C":
                return f"{fields[0] // 100:02}"
            case "F":
                return f"{fields[0]:04}-{fields[1]:02}-{fields[2]:02}"
    return None


def strftime(moment, format, fields):
    """A date, time or datetime as text, by a format."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    parts = []
    place = 0
    while (percent := format.find("%", place)) >= 0:
        parts.append(format[place:percent])
        place = percent + (3 if format.startswith(":z", percent + 1) else 2)
        directive = format[percent + 1 : place]
        text = _directive(moment, directive, fields)
        parts.append(format[percent:place] if text is None else text)
    parts.append(format[place:])
    return _clock.strftime("".join(parts), fields)


def _parsed(text, format):
    for value, what in ((text, 1), (format, 2)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {what} must be str, not {type(value).__name__}")
    fields, micros, offset_micros = __import__("_strptime")._strptime(text, format)
    name, offset = fields[-2:]
    if offset is None:
        return fields, micros, None
    offset = timedelta(seconds=offset, microseconds=offset_micros)
    return fields, micros, timezone(offset, name) if name else timezone(offset)


def strptime_date(cls, text, format):
    """date.strptime()."""
    return cls(*_parsed(text, format)[0][:3])


def strptime_time(cls, text, format):
    """time.strptime()."""
    fields, micros, zone = _parsed(text, format)
    return cls(*fields[3:6], micros, zone)


def strptime_datetime(cls, text, format):
    """datetime.strptime()."""
    fields, micros, zone = _parsed(text, format)
    return cls(*fields[:6], micros) if zone is None else cls(*fields[:6], micros, zone)


# Text in the formats of ISO 8601.


def _check_text(text):
    if not isinstance(text, str):
        raise TypeError("fromisoformat: argument must be str")
    return text


def _number(text, start, end):
    """The number of the digits there."""
    digits = text[start:end]
    if len(digits) != end - start or not (digits.isascii() and digits.isdigit()):
        raise _Malformed
    return int(digits)


class _Malformed(Exception):
    """The text is not in any of the formats."""


def _malformed(text):
    return ValueError(f"Invalid isoformat string: {text!r}")


def _read_date(text):
    """Year, month and day of a text that is a date and nothing else."""
    if len(text) not in (7, 8, 10):
        raise _Malformed
    year = _number(text, 0, 4)
    dash = text[4] == "-"
    place = 4 + dash
    if text[place] == "W":
        week = _number(text, place + 1, place + 3)
        rest = text[place + 3 :]
        if rest and dash:
            if rest[0] != "-":
                raise _Malformed
            rest = rest[1:]
            if not rest:
                raise _Malformed
        day = _number(rest, 0, len(rest)) if rest else 1
        if len(rest) > 1:
            raise _Malformed
        try:
            return _date_of(iso_ordinal(year, week, day))
        except ValueError:
            raise _Malformed from None
    month = _number(text, place, place + 2)
    if dash:
        if text[7:8] != "-":
            raise _Malformed
        place += 1
    if len(text) != place + 4:
        raise _Malformed
    return year, month, _number(text, place + 2, place + 4)


def _date_end(text):
    """Where the date ends in a text that may go on with a time."""
    if len(text) == 7:
        return 7
    if text[4:5] == "-":
        if text[5:6] != "W":
            return 10
        # A dash behind the week may stand before the day, or before the time.
        if text[8:9] != "-":
            return 8
        return 8 if "0" <= text[10:11] <= "9" else 10
    if text[4:5] != "W":
        return 8
    end = 7
    while "0" <= text[end : end + 1] <= "9":
        end += 1
    if end < 9:
        return end
    # Digits are hours, minutes and so on in pairs; one that is left over is the day.
    return 7 if end % 2 == 0 else 8


def _clock_fields(text):
    """Hour, minute, second and microsecond, with colons between them or without."""
    found = [_number(text, 0, 2)]
    place = 2
    colon = text[2:3] == ":"
    while place < len(text) and len(found) < 3 and text[place] not in ".,":
        if colon:
            if text[place] != ":":
                raise _Malformed
            place += 1
        found.append(_number(text, place, place + 2))
        place += 2
    micros = 0
    if place < len(text):
        fraction = text[place + 1 :]
        if text[place] not in ".," or len(found) < 3 or not (fraction.isascii() and fraction.isdigit()):
            raise _Malformed
        micros = int((fraction + "00000")[:6])
    return *found, *(0,) * (3 - len(found)), micros


def _read_time(text):
    """Hour, minute, second, microsecond, zone, and whether the time is the end of the day."""
    places = [place for place in (text.find("+"), text.find("-"), text.find("Z")) if place >= 0]
    at = min(places, default=len(text))
    fields, zone = _clock_fields(text[:at]), None
    if text[at:] == "Z":
        zone = timezone.utc
    elif at < len(text):
        if text[at] == "Z":
            raise _Malformed
        hour, minute, second, micros = _clock_fields(text[at + 1 :])
        if hour > 23 or minute > 59 or second > 59:
            _datetime.time(hour, minute, second)
        offset = ((hour * 60 + minute) * 60 + second) * 1_000_000 + micros
        zone = timezone(from_micros(-offset if text[at] == "-" else offset))
    ends_day = fields[0] == 24
    if ends_day:
        if any(fields[1:]):
            raise ValueError("minute, second, and microsecond must be 0 when hour is 24")
        fields = (0, 0, 0, 0)
    return fields, zone, ends_day


def read_date(text):
    """The fields for date.fromisoformat()."""
    try:
        return _read_date(_check_text(text))
    except _Malformed:
        raise _malformed(text) from None


def read_time(cls, text):
    """time.fromisoformat()."""
    try:
        fields, zone, _ = _read_time(_check_text(text).removeprefix("T"))
    except _Malformed:
        raise _malformed(text) from None
    return cls(*fields, zone)


def read_datetime(cls, text):
    """datetime.fromisoformat()."""
    _check_text(text)
    try:
        end = _date_end(text)
        day = _read_date(text[:end])
        if len(text) <= end:
            return cls(*day)
        fields, zone, ends_day = _read_time(text[end + 1 :])
    except _Malformed:
        raise _malformed(text) from None
    if ends_day:
        _datetime.date(*day)
        day = _date_of(_ordinal(*day) + 1)
    return cls(*day, *fields, zone)
