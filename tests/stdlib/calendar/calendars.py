# Months and years as lists, text and HTML; functions of dates; what is wrong.
import calendar
import warnings
from calendar import Calendar, HTMLCalendar, LocaleHTMLCalendar, LocaleTextCalendar, TextCalendar


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


for year, month in (
    (2024, 2),
    (2023, 2),
    (2021, 2),
    (1900, 2),
    (2024, 12),
    (1, 1),
    (9999, 12),
    (10000, 1),
    (0, 3),
    (1582, 10),
):
    print(year, month, calendar.monthrange(year, month), calendar.isleap(year))
    for first in 0, 6, 3:
        each = Calendar(first)
        print(
            "  ",
            list(each.iterweekdays()),
            each.monthdayscalendar(year, month),
            list(each.itermonthdays2(year, month))[:9],
            list(each.itermonthdays3(year, month))[::6],
            list(each.itermonthdays4(year, month))[-2:],
            attempt(lambda: [str(day) for day in each.itermonthdates(year, month)][::9]).partition(" year")[
                0
            ],
        )
    print(
        calendar.month(year, month),
        calendar.TextCalendar(6).formatmonth(year, month, 4, 2),
        TextCalendar(2).formatmonth(year, month, 9),
    )
for arguments in (2024,), (2024, 3, 2, 3, 4), (2023, 1, 1, 1, 1), (2021, 2, 1, 6, 5), (2020, 2, 1, 6, 12):
    print(calendar.calendar(*arguments))
for width in 1, 2, 3, 5, 9, 11:
    print(
        repr(calendar.weekheader(width)),
        repr(TextCalendar().formatday(5, 1, width)),
        repr(TextCalendar().formatmonthname(2024, 2, width, False)),
        repr(TextCalendar(6).formatweek([(1, 1), (0, 2)], width)),
    )
html = HTMLCalendar(6)
print(
    html.formatmonth(2024, 2),
    html.formatmonth(2024, 2, False),
    html.formatyear(2024, 5),
    html.formatyear(2023, 0)[:300],
)
print(
    html.formatyearpage(2024),
    html.formatyearpage(2024, 4, None, "ascii")[:300],
    HTMLCalendar().formatweekheader(),
)


class Marked(HTMLCalendar):
    cssclasses = [each + " day" for each in HTMLCalendar.cssclasses]
    cssclass_noday = "empty"
    cssclass_month = "m"
    cssclass_month_head = "h"

    def formatday(self, day, weekday):
        return super().formatday(day, weekday).replace("td", "TD")


print(
    Marked().formatmonth(2024, 2),
    LocaleTextCalendar().formatmonth(2024, 2),
    LocaleHTMLCalendar().formatmonthname(2024, 2),
)
each = Calendar()
print(
    [len(row) for row in each.yeardatescalendar(2024)],
    [len(row) for row in each.yeardays2calendar(2024, 5)],
    each.yeardayscalendar(2024, 7)[1][4],
    [str(day) for day in each.monthdatescalendar(2024, 2)[0]],
    each.monthdays2calendar(2024, 2)[0],
    each.getfirstweekday(),
    each.setfirstweekday(9),
    each.firstweekday,
)
for function in (
    lambda: calendar.monthrange(2024, 0),
    lambda: calendar.monthrange(2024, 13),
    lambda: calendar.setfirstweekday(7),
    lambda: calendar.setfirstweekday(-1),
    lambda: calendar.weekday(2024, 2, 29),
    lambda: calendar.weekday(10000, 1, 1),
    lambda: calendar.timegm((2024, 2, 30, 0, 0, 0)),
    lambda: calendar.timegm((1970, 1, 1, 0, 0, 0, 0, 0, 0)),
    lambda: calendar.timegm((1969, 12, 31, 23, 59, 59)),
    lambda: calendar.leapdays(1900, 2001),
    lambda: calendar.leapdays(2000, 1900),
    lambda: calendar.day_name[7],
    lambda: calendar.month_name[-1],
    lambda: calendar.firstweekday(),
    lambda: calendar.setfirstweekday(calendar.SUNDAY),
    lambda: calendar.firstweekday(),
    lambda: calendar.monthcalendar(2024, 2)[0],
    lambda: calendar.week([(1, 1)], 3),
    lambda: calendar.none,
):
    print(attempt(function))
calendar.prmonth(2024, 6)
calendar.prcal(2024, c=2, m=6)
calendar.prweek([(1, 1), (2, 2)], 3)
calendar.format(["a", "b"], 5, 2)
print(
    list(calendar.day_name),
    list(calendar.day_abbr),
    list(calendar.month_name),
    list(calendar.month_abbr),
    calendar.day_name[1:3],
    len(calendar.month_name),
    calendar.formatstring(["x"], 5),
    calendar.mdays,
    calendar.EPOCH,
)
print(
    calendar.Month.MAY,
    repr(calendar.MAY),
    calendar.Day(6),
    list(calendar.Month)[:2],
    calendar.MAY + 1,
    calendar.IllegalMonthError(5),
    isinstance(calendar.IllegalMonthError(5), ValueError),
    calendar.IllegalWeekdayError(9).weekday,
    sorted(calendar.__all__),
)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(calendar.January, calendar.February, [str(each.message) for each in caught])
calendar.main(["2024", "2", "-f", "6"])
calendar.main(["2024", "-m", "6", "-w", "3"])
