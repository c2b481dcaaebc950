# What time.strptime() does: fields out of text, by a format. Loaded when it is first called.
#
# A format becomes a list of steps. A step gives the places where it may end, the one that it likes best first, so that
# "%d%m" finds the 1st of November in "111". The first way through all steps counts.
import time

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)
_FORMATS = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}

# Directives of digits: how many there are at most, whether all of them are needed, the least and greatest number.
_NUMBERS = {
    "d": (2, False, 1, 31), "f": (6, False, 0, 999999), "G": (4, True, 0, 9999), "H": (2, False, 0, 23),
    "I": (2, False, 1, 12), "j": (3, False, 1, 366), "m": (2, False, 1, 12), "M": (2, False, 0, 59),
    "S": (2, False, 0, 61), "U": (2, False, 0, 53), "W": (2, False, 0, 53), "V": (2, False, 1, 53),
    "w": (1, True, 0, 6), "u": (1, True, 1, 7), "y": (2, True, 0, 99), "Y": (4, True, 0, 9999),
}


def _number_ends(kind):
    most, all_needed, least, greatest = _NUMBERS[kind]

    def ends(text, start):
        spaced = kind == "d" and text[start:start + 1] == " "
        for length in (2,) if spaced else range(most, most - 1 if all_needed else 0, -1):
            digits = text[start + spaced:start + length]
            if len(digits) != length - spaced or not digits.isdecimal():
                continue
            # Years may be of any script's digits.
            if (kind in "GyY" or digits.isascii()) and least <= int(digits) <= greatest:
                yield start + length

    return ends


def _word_ends(words):
    # Longer names first: a short one may be the beginning of a long one.
    words = sorted(words, key=len, reverse=True)

    def ends(text, start):
        for word in words:
            if text.startswith(word, start):
                yield start + len(word)

    return ends


def _space_ends(text, start):
    end = start
    while text[end:end + 1].isspace():
        end += 1
    return range(end, start, -1)


def _offset_ends(text, start):
    # Hours and minutes, and perhaps seconds, and parts of them; colons between them are optional.
    def pair(at, greatest):
        digits = text[at:at + 2]
        return len(digits) == 2 and digits.isdecimal() and int(digits) <= greatest

    if text[start:start + 1] == "z":
        return [start + 1]
    if text[start:start + 1] not in ("+", "-") or not pair(start + 1, 99):
        return []
    found = []
    end = start + 3
    end += text[end:end + 1] == ":"
    if pair(end, 59):
        end += 2
        found.append(end)
        end += text[end:end + 1] == ":"
        if pair(end, 59):
            end += 2
            found.append(end)
            if text[end:end + 1] == ".":
                for length in range(1, 7):
                    if text[end + 1:end + 1 + length].isdecimal() and len(text) > end + length:
                        found.append(end + 1 + length)
    return reversed(found)


def _zone_names():
    standard, daylight = time.tzname
    return {"utc", "gmt", standard.lower()}, {daylight.lower()}


def _ends_of(kind):
    if kind in _NUMBERS:
        return _number_ends(kind)
    if kind == "z":
        return _offset_ends
    if kind == "Z":
        standard, daylight = _zone_names()
        return _word_ends(standard | daylight)
    if kind in "aA":
        return _word_ends([day[:3] if kind == "a" else day for day in _DAYS])
    if kind in "bB":
        return _word_ends([month[:3] if kind == "b" else month for month in _MONTHS])
    if kind == "p":
        return _word_ends(["am", "pm"])
    return None


def _compile(format, whole, steps):
    """Appends the steps of a format: pairs of a directive, None for what only has to be there, and its ends()."""
    place = 0
    while place < len(format):
        char = format[place]
        place += 1
        if char.isspace():
            while format[place:place + 1].isspace():
                place += 1
            steps.append((None, _space_ends))
        elif char != "%":
            steps.append((None, _word_ends([char.lower()])))
        elif place == len(format):
            raise ValueError(f"stray % in format '{whole}'") from None
        else:
            kind = format[place]
            place += 1
            if kind in _FORMATS:
                _compile(_FORMATS[kind], whole, steps)
            elif kind == "%":
                steps.append((None, _word_ends(["%"])))
            else:
                ends = _ends_of(kind)
                if ends is None:
                    raise ValueError(f"{kind!r} is a bad directive in format {whole!r}") from None
                steps.append((kind, ends))


# The steps of the latest formats; the names of the zone are part of them.
_known = {}


def _steps_of(format):
    key = format, time.tzname
    if key in _known:
        return _known[key]
    steps = []
    _compile(format, format, steps)
    kinds = [kind for kind, _ in steps if kind is not None]
    if "d" in kinds and not {"Y", "y", "G"} & {*kinds}:
        _warn_of_leap_days()
    for place, kind in enumerate(kinds):
        if kind in kinds[:place]:
            raise ValueError(f"redefinition of group name {kind!r}")
    if len(_known) > 5:
        _known.clear()
    _known[key] = steps
    return steps


def _warn_of_leap_days():
    # Shown where the program's own call is.
    __import__("warnings").warn(
        "Parsing dates involving a day of month without a year specified is ambiguious\n"
        "and fails to parse leap day. The default behavior will change in Python 3.15\n"
        "to either always raise an exception or to use a different default year (TBD).\n"
        "To avoid trouble, add a specific year to the input & format.\n"
        "See https://github.com/python/cpython/issues/70647.",
        DeprecationWarning,
        skip_file_prefixes=("<frozen ",),
    )


def _match(steps, text):
    """Where the text of each directive is, and where the match ends; None without one."""
    starts, tries = [0], []
    while len(tries) < len(steps):
        tries.append(iter(steps[len(tries)][1](text, starts[-1])))
        while (end := next(tries[-1], None)) is None:
            tries.pop()
            starts.pop()
            if not tries:
                return None
        starts.append(end)
    found = {}
    for (kind, _), start, end in zip(steps, starts, starts[1:]):
        if kind is not None:
            found[kind] = start, end
    return found, starts[-1]


def _days_before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before_month(year, month):
    days = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)[month - 1]
    return days + (month > 2 and _is_leap(year))


def _ordinal(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _month_and_day(year, yearday):
    month = 12
    while yearday <= _days_before_month(year, month):
        month -= 1
    return month, yearday - _days_before_month(year, month)


def _yearday_from_week(year, week, weekday, monday_first):
    first = (_ordinal(year, 1, 1) - 1) % 7
    if not monday_first:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    days_of_week_0 = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + days_of_week_0 + 7 * (week - 1) + weekday


def _year_and_day_from_iso(year, week, weekday):
    fourth = _ordinal(year, 1, 4)
    monday = fourth - (fourth - 1) % 7 + (week - 1) * 7
    if week == 53 and monday + 3 > _ordinal(year, 12, 31):
        raise ValueError(f"Invalid week: {week}")
    yearday = monday + weekday - _days_before_year(year)
    length = 365 + _is_leap(year)
    return (year + 1, yearday - length) if yearday > length else (year, yearday)


def _offset(text):
    """Seconds and microseconds east of UTC."""
    if text == "Z":
        return 0, 0
    digits = text[1:]
    if len(digits) > 5 and (digits[2] == ":") != (digits[4 + (digits[2] == ":")] == ":"):
        raise ValueError(f"Inconsistent use of : in {text}")
    digits = digits.replace(":", "")
    digits, _, fraction = digits.partition(".")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
    micros = int((fraction + "000000")[:6])
    return (-seconds, -micros) if text[0] == "-" else (seconds, micros)


def _check_directives(found, year, iso_year, iso_week, yearday, weekday):
    days = "('%A', '%a', '%w', or '%u')"
    if iso_year is not None:
        if yearday is not None:
            raise ValueError(
                "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead."
            )
        if iso_week is None or weekday is None:
            raise ValueError(
                f"ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive {days}."
            )
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError(
                f"ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive {days}."
            )
        raise ValueError(
            "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."
        )


def _parse(data_string, format):
    for place, argument in enumerate((data_string, format)):
        if not isinstance(argument, str):
            raise TypeError(f"strptime() argument {place} must be str, not {type(argument)}")
    steps = _steps_of(format)
    # Names are compared without case; a letter whose lower case is two characters stays as it is.
    lowered = "".join([char.lower() if len(char.lower()) == 1 else char for char in data_string])
    match = _match(steps, lowered)
    if match is None or "z" in match[0] and data_string[slice(*match[0]["z"])] == "z":
        raise ValueError(f"time data {data_string!r} does not match format {format!r}")
    found, end = match
    if end != len(data_string):
        raise ValueError(f"unconverted data remains: {data_string[end:]}")
    return {kind: data_string[start:end] for kind, (start, end) in found.items()}


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    """The fields that a text has in a format: those of struct_time, microseconds, and those of the offset."""
    found = _parse(data_string, format)

    def number(kind, missing=None):
        return int(found[kind]) if kind in found else missing

    def last(kinds):
        # Of directives for the same field the last one counts.
        return ([kind for kind in found if kind in kinds] or [None])[-1]

    year, iso_year, iso_week, yearday = number("Y"), number("G"), number("V"), number("j")
    if last("yY") == "y":
        year = number("y")
        # POSIX: 69 to 99 are of the century that was.
        year += 2000 if year <= 68 else 1900
    month, day, hour, weekday = number("m", 1), number("d", 1), number("H", 0), None
    if (kind := last("mbB")) in ("b", "B"):
        month = [name[:3] if kind == "b" else name for name in _MONTHS].index(found[kind].lower()) + 1
    if last("HI") == "I":
        hour = number("I") % 12 + 12 * (found.get("p", "").lower() == "pm")
    if (kind := last("aAwu")) == "w":
        weekday = (number("w") - 1) % 7
    elif kind == "u":
        weekday = number("u") - 1
    elif kind is not None:
        weekday = [name[:3] if kind == "a" else name for name in _DAYS].index(found[kind].lower())
    micros = int((found.get("f", "") + "000000")[:6])
    dst = -1
    zone = found.get("Z")
    if zone is not None:
        standard, daylight = _zone_names()
        # A zone whose two names are the same does not say which of them is meant.
        if zone.lower() in ("utc", "gmt") or standard != daylight | {"utc", "gmt"}:
            dst = 0 if zone.lower() in standard else 1
    offset, offset_micros = _offset(found["z"]) if "z" in found else (None, 0)
    _check_directives(found, year, iso_year, iso_week, yearday, weekday)
    leap_day = year is None and month == 2 and day == 29
    if year is None:
        # The first leap year after 1900: 1900 had no 29th of February.
        year = 1904 if leap_day else 1900
    if yearday is None and weekday is not None:
        if kind := last("UW"):
            yearday = _yearday_from_week(year, number(kind), weekday, kind == "W")
        elif iso_year is not None:
            year, yearday = _year_and_day_from_iso(iso_year, iso_week, weekday)
        if yearday is not None and yearday <= 0:
            year -= 1
            yearday += 366 if _is_leap(year) else 365
    if yearday is None:
        if day > (29 if month == 2 and _is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]):
            raise ValueError("day is out of range for month")
        yearday = _ordinal(year, month, day) - _days_before_year(year)
    else:
        # A day behind the year's last one keeps its number.
        length = 365 + _is_leap(year)
        month, day = _month_and_day(year, yearday) if yearday <= length else (1, yearday - length)
        year += yearday > length
    if weekday is None:
        weekday = (_ordinal(year, month, day) - 1) % 7
    if leap_day:
        year = 1900
    fields = (year, month, day, hour, number("M", 0), number("S", 0), weekday, yearday, dst, zone, offset)
    return fields, micros, offset_micros


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    """The fields that a text has in a format, as struct_time."""
    return time.struct_time(_strptime(data_string, format)[0])
