"""Months and years in weeks, as text and HTML.

    >>> import calendar
    >>> print(calendar.month(2024, 2), end="")
       February 2024
    Mo Tu We Th Fr Sa Su
              1  2  3  4
     5  6  7  8  9 10 11
    12 13 14 15 16 17 18
    19 20 21 22 23 24 25
    26 27 28 29
"""

import datetime

from _later import later
from enum import IntEnum, global_enum
from itertools import repeat

__all__ = [
    "IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays", "weekday",
    "monthrange", "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name", "month_abbr",
    "day_name", "day_abbr", "Calendar", "TextCalendar", "HTMLCalendar", "LocaleTextCalendar", "LocaleHTMLCalendar",
    "weekheader", "Day", "Month", "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST",
    "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY",
    "SUNDAY",
]  # fmt: skip

error = ValueError


class IllegalMonthError(ValueError, IndexError):
    """Raised for numbers of months outside of 1 to 12."""

    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


class IllegalWeekdayError(ValueError):
    """Raised for numbers of weekdays outside of 0 to 6."""

    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f"bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)"


@global_enum
class Month(IntEnum):
    """The months, from January as 1."""

    JANUARY = 1
    FEBRUARY = 2
    MARCH = 3
    APRIL = 4
    MAY = 5
    JUNE = 6
    JULY = 7
    AUGUST = 8
    SEPTEMBER = 9
    OCTOBER = 10
    NOVEMBER = 11
    DECEMBER = 12


@global_enum
class Day(IntEnum):
    """The days of the week, from Monday as 0."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
EPOCH = 1970
_EPOCH_ORD = datetime.date(EPOCH, 1, 1).toordinal()


class _Names:
    """A sequence of names."""

    def __init__(self, names):
        self._names = names

    def __getitem__(self, index):
        return self._names[index]

    def __len__(self):
        return len(self._names)


day_name = _Names([day.name.capitalize() for day in Day])
day_abbr = _Names([name[:3] for name in day_name])
month_name = _Names(["", *[month.name.capitalize() for month in Month]])
month_abbr = _Names([name[:3] for name in month_name])


def isleap(year):
    """Whether a year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """The number of leap years from y1 up to, but without, y2."""
    y1 -= 1
    y2 -= 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    """The day of the week of a date."""
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        # Every 400 years are alike.
        year = 2000 + year % 400
    return Day(datetime.date(year, month, day).weekday())


def _check_month(month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)


def monthrange(year, month):
    """The day of the week on which a month begins, and how many days it has."""
    _check_month(month)
    return weekday(year, month, 1), _monthlen(year, month)


def _monthlen(year, month):
    return mdays[month] + (month == 2 and isleap(year))


def _neighbour(year, month, step):
    """The month before or after another one."""
    years, month = divmod(month - 1 + step, 12)
    return year + years, month + 1


class Calendar:
    """Weeks, months and years as lists; firstweekday is the day on which weeks begin, 0 for Monday."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    @property
    def firstweekday(self):
        """The day on which weeks begin."""
        return self._firstweekday % 7

    @firstweekday.setter
    def firstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    def getfirstweekday(self):
        """The day on which weeks begin."""
        return self.firstweekday

    def setfirstweekday(self, firstweekday):
        """Set the day on which weeks begin."""
        self.firstweekday = firstweekday

    def iterweekdays(self):
        """The days of a week."""
        for day in range(self.firstweekday, self.firstweekday + 7):
            yield day % 7

    def itermonthdates(self, year, month):
        """All dates in the weeks of a month."""
        for date in self.itermonthdays3(year, month):
            yield datetime.date(*date)

    def itermonthdays(self, year, month):
        """The days of a month in whole weeks; 0 for those of other months."""
        first, size = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        yield from repeat(0, before)
        yield from range(1, size + 1)
        yield from repeat(0, (self.firstweekday - first - size) % 7)

    def itermonthdays2(self, year, month):
        """As itermonthdays(), as pairs of day and day of the week."""
        for number, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, number % 7

    def itermonthdays3(self, year, month):
        """All dates in the weeks of a month, as (year, month, day)."""
        first, size = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        if before:
            other_year, other_month = _neighbour(year, month, -1)
            last = _monthlen(other_year, other_month) + 1
            for day in range(last - before, last):
                yield other_year, other_month, day
        for day in range(1, size + 1):
            yield year, month, day
        other_year, other_month = _neighbour(year, month, 1)
        for day in range(1, (self.firstweekday - first - size) % 7 + 1):
            yield other_year, other_month, day

    def itermonthdays4(self, year, month):
        """As itermonthdays3(), with the day of the week."""
        for number, (other_year, other_month, day) in enumerate(self.itermonthdays3(year, month)):
            yield other_year, other_month, day, (self.firstweekday + number) % 7

    @staticmethod
    def _weeks(days):
        days = list(days)
        return [days[start : start + 7] for start in range(0, len(days), 7)]

    def monthdatescalendar(self, year, month):
        """The weeks of a month as lists of dates."""
        return self._weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        """The weeks of a month as lists of (day, day of the week)."""
        return self._weeks(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        """The weeks of a month as lists of days."""
        return self._weeks(self.itermonthdays(year, month))

    @staticmethod
    def _rows(months, width):
        months = list(months)
        return [months[start : start + width] for start in range(0, 12, width)]

    def yeardatescalendar(self, year, width=3):
        """The months of a year, as monthdatescalendar() gives them, in rows of `width`."""
        return self._rows((self.monthdatescalendar(year, month) for month in range(1, 13)), width)

    def yeardays2calendar(self, year, width=3):
        """The months of a year, as monthdays2calendar() gives them, in rows of `width`."""
        return self._rows((self.monthdays2calendar(year, month) for month in range(1, 13)), width)

    def yeardayscalendar(self, year, width=3):
        """The months of a year, as monthdayscalendar() gives them, in rows of `width`."""
        return self._rows((self.monthdayscalendar(year, month) for month in range(1, 13)), width)


def formatstring(cols, colwidth=20, spacing=6):
    """Texts in the middle of columns."""
    return (" " * spacing).join([text.center(colwidth) for text in cols])


def format(cols, colwidth=20, spacing=6):
    """Print texts in the middle of columns."""
    print(formatstring(cols, colwidth, spacing))


class TextCalendar(Calendar):
    """Months and years as text."""

    def prweek(self, theweek, width):
        """Print a week."""
        print(self.formatweek(theweek, width), end="")

    def formatday(self, day, weekday, width):
        """The text of a day; blanks for 0."""
        return (f"{day:2d}" if day else "").center(width)

    def formatweek(self, theweek, width):
        """The text of a week, as monthdays2calendar() gives it."""
        return " ".join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        """The name of a day of the week, as long as there is room."""
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        """The names of the days of a week."""
        return " ".join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        """The name of a month."""
        _check_month(themonth)
        name = month_name[themonth]
        return (f"{name} {theyear!r}" if withyear else name).center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        """Print a month."""
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """The text of a month: days of w columns, weeks of l lines."""
        w, end = max(2, w), "\n" * max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return "".join([line.rstrip() + end for line in lines])

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """The text of a year: m months in a row, with c blanks between them."""
        w, c, end = max(2, w), max(2, c), "\n" * max(1, l)
        width = (w + 1) * 7 - 1
        parts = [repr(theyear).center(width * m + c * (m - 1)).rstrip(), end]
        header = self.formatweekheader(w)
        for number, row in enumerate(self.yeardays2calendar(theyear, m)):
            months = range(m * number + 1, min(m * (number + 1) + 1, 13))
            names = [self.formatmonthname(theyear, month, width, False) for month in months]
            lines = [names, [header] * len(months)]
            for week in range(max(map(len, row))):
                lines.append([self.formatweek(month[week], w) if week < len(month) else "" for month in row])
            parts.append(end)
            parts += [formatstring(line, width, c).rstrip() + end for line in lines]
        return "".join(parts)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        """Print a year."""
        print(self.formatyear(theyear, w, l, c, m), end="")


__getattr_later, __dir__ = later(
    globals(), {"_calendar_html": ("HTMLCalendar", "LocaleHTMLCalendar", "LocaleTextCalendar", "different_locale")}
)


def __getattr__(name):
    if name in ("January", "February"):
        import warnings

        warnings.warn(
            f"The {name!r} attribute is deprecated, use {name.upper()!r} instead", DeprecationWarning, stacklevel=2
        )
        return Month[name.upper()].value
    return __getattr_later(name)


# What the functions of the module work with.
c = TextCalendar()

firstweekday = c.getfirstweekday
monthcalendar = c.monthdayscalendar
prweek = c.prweek
week = c.formatweek
weekheader = c.formatweekheader
prmonth = c.prmonth
month = c.formatmonth
calendar = c.formatyear
prcal = c.pryear


def setfirstweekday(firstweekday):
    """Set the day on which the weeks of the module's functions begin."""
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


def timegm(tuple):
    """The seconds since 1970 of a time in UTC: the opposite of time.gmtime()."""
    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - _EPOCH_ORD + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


def main(args=None):
    """What `python -m calendar` does."""
    from _calendar_html import main

    return main(args)


if __name__ == "__main__":
    main()
