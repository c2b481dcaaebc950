"""What zones do when: the files of the time zone database (RFC 9636), and rules for the years behind them.

What holds at a time is a tuple of the offset, the time that is saved, and the abbreviation.
"""

from bisect import bisect_right
from datetime import date, timedelta
from struct import calcsize, unpack

_DAYS_BEFORE_1970 = 719_163


def read(file):
    """The rules in a file."""
    version, counts = _head(file)
    width = "l"
    if version >= 2:
        # The same follows with longer numbers.
        file.read(_size(counts, 4))
        _, counts = _head(file)
        width = "q"
    _, _, leap_count, time_count, type_count, name_size = counts

    def numbers(format):
        return unpack(">" + format, file.read(calcsize(">" + format)))

    times = numbers(f"{time_count}{width}")
    kinds = numbers(f"{time_count}B")
    types = [numbers("lbB") for _ in range(type_count)]
    names = file.read(name_size)
    footer = b""
    if version >= 2:
        file.read(leap_count * 12 + counts[1] + counts[0])
        file.readline()
        footer = file.readline().rstrip(b"\n")
    saved = _saved_times(types, kinds)
    known = []
    for (offset, _, start), save in zip(types, saved):
        name = names[start : names.index(b"\0", start)].decode("ascii")
        known.append((timedelta(seconds=offset), timedelta(seconds=save), name))
    return _Rules(times, [known[kind] for kind in kinds], _before(types, known), footer.decode("ascii"))


def _head(file):
    """The version and the counts at the start of a part."""
    head = file.read(44)
    if head[:4] != b"TZif":
        raise ValueError("Invalid TZif file: magic not found")
    return int(head[4:5]) if head[4] else 1, unpack(">6l", head[20:])


def _size(counts, width):
    universal, standard, leaps, times, types, names = counts
    return times * (width + 1) + types * 6 + names + leaps * (width + 4) + standard + universal


def _before(types, known):
    """What held before the first change: the first standard time."""
    for (_, is_saving, _), found in zip(types, known):
        if not is_saving:
            return found
    return known[0] if known else None


def _saved_times(types, kinds):
    """How much time is saved by each type: the difference to standard time before or after it, or an hour."""
    saved = [0] * len(types)
    for place, kind in enumerate(kinds):
        if not types[kind][1] or saved[kind]:
            continue
        for neighbor in (place - 1, place + 1):
            if 0 <= neighbor < len(kinds) and not types[kinds[neighbor]][1]:
                saved[kind] = types[kind][0] - types[kinds[neighbor]][0]
                if saved[kind]:
                    break
    return [3600 if kind[1] and not save else save for kind, save in zip(types, saved)]


class _Rules:
    """Changes that are known, and what comes behind the last of them."""

    def __init__(self, times, kinds, before, footer):
        self._times, self._kinds, self._before = times, kinds, before
        self._later = _parse(footer) if footer else None
        last = kinds[-1] if kinds else before
        if self._later is None:
            self._later = _Always(last) if last is not None else None
        if self._later is None:
            raise ValueError("No time zone information found.")
        always = self._later.local(0, 0, 0) if isinstance(self._later, _Always) else None
        self.fixed = always if all(kind == always for kind in kinds) and before in (None, always) else None
        # When clocks on the wall show the changes: first or last of the times that are shown twice or never.
        first, last = [], []
        offset = before[0] if before else timedelta(0)
        for time, kind in zip(times, kinds):
            seconds = [int(each.total_seconds()) for each in (offset, kind[0])]
            first.append(time + max(seconds))
            last.append(time + min(seconds))
            offset = kind[0]
        self._walls = first, last

    def local(self, seconds, year, fold):
        """What holds when clocks show a time."""
        walls = self._walls[fold]
        place = bisect_right(walls, seconds)
        if place == len(walls):
            return self._later.local(seconds, year, fold)
        return self._kinds[place - 1] if place else self._before

    def utc(self, seconds, year):
        """The offset at a time in UTC, and whether clocks show its local time for the second time."""
        place = bisect_right(self._times, seconds)
        if place == len(self._times):
            offset, fold = self._later.utc(seconds, year)
            # The last change that is known may be the last one of the rules, too, or one that they don't know.
            return offset, fold or place > 0 and self._is_fold(place, seconds)
        if not place:
            return self._before[0], False
        return self._kinds[place - 1][0], self._is_fold(place, seconds)

    def _is_fold(self, place, seconds):
        before = self._kinds[place - 2] if place > 1 else self._before
        back = before[0] - self._kinds[place - 1][0]
        return seconds - self._times[place - 1] < back.total_seconds()


class _Always:
    """The same for all times."""

    def __init__(self, found):
        self._found = found

    def local(self, seconds, year, fold):
        """What holds when clocks show a time."""
        return self._found

    def utc(self, seconds, year):
        """The offset, and that no time is shown twice."""
        return self._found[0], False


class _Yearly:
    """Time is saved for a part of each year."""

    def __init__(self, standard, saving, start, end):
        self._standard, self._saving, self._start, self._end = standard, saving, start, end
        self._gain = int((saving[0] - standard[0]).total_seconds())

    def local(self, seconds, year, fold):
        """What holds when clocks show a time."""
        start, end = self._start(year), self._end(year)
        # Of an hour that is left out or shown twice, the fold says which of the two it is.
        if self._gain >= 0:
            start, end = start + (0 if fold else self._gain), end - (self._gain if fold else 0)
        else:
            start, end = start + (self._gain if fold else 0), end - (0 if fold else self._gain)
        is_saving = start <= seconds < end if start < end else not end <= seconds < start
        return self._saving if is_saving else self._standard

    def utc(self, seconds, year):
        """The offset at a time in UTC, and whether clocks show its local time for the second time."""
        standard, saving = [int(each[0].total_seconds()) for each in (self._standard, self._saving)]
        start, end = self._start(year) - standard, self._end(year) - saving
        is_saving = start <= seconds < end if start < end else not end <= seconds < start
        change = end if self._gain >= 0 else start
        fold = 0 <= seconds - change < abs(self._gain)
        return (self._saving if is_saving else self._standard)[0], fold


def _day_seconds(year, month, day):
    return (date(year, month, day).toordinal() - _DAYS_BEFORE_1970) * 86_400


def _parse(text):
    """The rules of a TZ string (POSIX)."""
    reader = _Reader(text)
    name, offset = reader.name(), -reader.offset(24)
    standard = (timedelta(seconds=offset), timedelta(0), name)
    if reader.is_over():
        return _Always(standard)
    name = reader.name()
    saving_offset = offset + 3600 if reader.peek() in ("", ",") else -reader.offset(24)
    if reader.is_over():
        raise ValueError(f"Missing transition rules in TZ string: {text!r}")
    saving = (timedelta(seconds=saving_offset), timedelta(seconds=saving_offset - offset), name)
    start, end = reader.rule(), reader.rule()
    if not reader.is_over():
        raise ValueError(f"Malformed TZ string: {text!r}")
    if all(end(year) - saving_offset >= start(year + 1) - offset for year in (2001, 2004)):
        # The time that is saved until the next year begins to save it is saved always.
        return _Always(saving)
    return _Yearly(standard, saving, start, end)


class _Reader:
    def __init__(self, text):
        self._text, self._at = text, 0

    def is_over(self):
        return self._at == len(self._text)

    def peek(self):
        return self._text[self._at : self._at + 1]

    def _skip(self, character):
        found = self.peek() == character
        self._at += found
        return found

    def _wrong(self):
        return ValueError(f"Malformed TZ string: {self._text!r}")

    def name(self):
        """An abbreviation, which may stand in angles."""
        start = self._at
        if self._skip("<"):
            self._at = self._text.find(">", start) + 1
            if not self._at:
                raise self._wrong()
            return self._text[start + 1 : self._at - 1]
        while self.peek().isalpha():
            self._at += 1
        if self._at == start:
            raise self._wrong()
        return self._text[start : self._at]

    def _number(self, digits=None):
        start = self._at
        while self.peek().isdigit():
            self._at += 1
        if self._at == start or digits is not None and self._at - start != digits:
            raise self._wrong()
        return int(self._text[start : self._at])

    def _part(self):
        """A number behind a point."""
        if not self._skip("."):
            raise self._wrong()
        return self._number()

    def offset(self, most):
        """Hours, and perhaps minutes and seconds, as seconds."""
        sign = -1 if self._skip("-") else 1
        self._skip("+")
        hours = self._number()
        minutes = self._number(2) if self._skip(":") else 0
        seconds = self._number(2) if self._skip(":") else 0
        if hours > most or minutes > 59 or seconds > 59:
            raise self._wrong()
        return sign * ((hours * 60 + minutes) * 60 + seconds)

    def rule(self):
        """A function from a year to the second of its change, in the time that held before."""
        if not self._skip(","):
            raise self._wrong()
        if self._skip("M"):
            month, week, day = self._number(), self._part(), self._part()
            if not (1 <= month <= 12 and 1 <= week <= 5 and 0 <= day <= 6):
                raise self._wrong()
            find = _weekday_rule(month, week, day)
        elif self._skip("J"):
            number = self._number()
            if not 1 <= number <= 365:
                raise self._wrong()
            find = _numbered_rule(number - 1, True)
        else:
            number = self._number()
            if number > 365:
                raise self._wrong()
            find = _numbered_rule(number, False)
        time = self.offset(167) if self._skip("/") else 7200
        return lambda year: find(year) + time


def _weekday_rule(month, week, day):
    """The n-th such day of the week in a month, or the last."""

    def find(year):
        first = date(year, month, 1)
        number = 1 + (day - first.isoweekday()) % 7 + 7 * (week - 1)
        length = (date(year + (month == 12), month % 12 + 1, 1) - first).days if year < 9999 or month < 12 else 31
        return _day_seconds(year, month, number - 7 if number > length else number)

    return find


def _numbered_rule(number, skips_leap_day):
    """The n-th day of the year; the 29th of February may have no number."""

    def find(year):
        is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return _day_seconds(year, 1, 1) + (number + (skips_leap_day and is_leap and number > 58)) * 86_400

    return find
