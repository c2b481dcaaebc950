# Calendars in HTML, and what `python -m calendar` does: what calendar loads when a program asks for it.
from calendar import Calendar, TextCalendar, _check_month, day_abbr, month_name

__name__ = "calendar"


class HTMLCalendar(Calendar):
    """Months and years as tables of HTML, whose cells have classes for style sheets."""

    cssclasses = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    cssclasses_weekday_head = cssclasses
    cssclass_noday = "noday"
    cssclass_month_head = "month"
    cssclass_month = "month"
    cssclass_year_head = "year"
    cssclass_year = "year"

    def formatday(self, day, weekday):
        """The cell of a day; an empty one for 0."""
        if day == 0:
            return f'<td class="{self.cssclass_noday}">&nbsp;</td>'
        return f'<td class="{self.cssclasses[weekday]}">{day}</td>'

    def formatweek(self, theweek):
        """The row of a week."""
        return f"<tr>{''.join([self.formatday(day, weekday) for day, weekday in theweek])}</tr>"

    def formatweekday(self, day):
        """The cell of a day's name."""
        return f'<th class="{self.cssclasses_weekday_head[day]}">{day_abbr[day]}</th>'

    def formatweekheader(self):
        """The row of the days' names."""
        return f"<tr>{''.join(map(self.formatweekday, self.iterweekdays()))}</tr>"

    def formatmonthname(self, theyear, themonth, withyear=True):
        """The row of a month's name."""
        _check_month(themonth)
        name = f"{month_name[themonth]} {theyear}" if withyear else month_name[themonth]
        return f'<tr><th colspan="7" class="{self.cssclass_month_head}">{name}</th></tr>'

    def _table(self, kind):
        return f'<table border="0" cellpadding="0" cellspacing="0" class="{kind}">'

    def formatmonth(self, theyear, themonth, withyear=True):
        """The table of a month."""
        lines = [
            self._table(self.cssclass_month), self.formatmonthname(theyear, themonth, withyear), self.formatweekheader(),
            *[self.formatweek(week) for week in self.monthdays2calendar(theyear, themonth)], "</table>", "",
        ]  # fmt: skip
        return "\n".join(lines)

    def formatyear(self, theyear, width=3):
        """The table of a year, with `width` months in a row."""
        width = max(width, 1)
        parts = [
            f'{self._table(self.cssclass_year)}\n<tr><th colspan="{width}" class="{self.cssclass_year_head}">'
            f"{theyear}</th></tr>"
        ]
        for start in range(1, 13, width):
            months = range(start, min(start + width, 13))
            cells = [f"<td>{self.formatmonth(theyear, month, withyear=False)}</td>" for month in months]
            parts.append(f"<tr>{''.join(cells)}</tr>")
        parts.append("</table>")
        return "".join(parts)

    def formatyearpage(self, theyear, width=3, css="calendar.css", encoding=None):
        """A whole page with a year, as bytes."""
        if encoding is None:
            encoding = "utf-8"
        lines = [
            f'<?xml version="1.0" encoding="{encoding}"?>',
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
            '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
            "<html>", "<head>", f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />',
            *([f'<link rel="stylesheet" type="text/css" href="{css}" />'] if css is not None else []),
            f"<title>Calendar for {theyear}</title>", "</head>", "<body>",
        ]  # fmt: skip
        text = "\n".join(lines) + "\n" + self.formatyear(theyear, width) + "</body>\n</html>\n"
        return text.encode(encoding, "xmlcharrefreplace")


class different_locale:
    """Names of other languages are not known: whatever the locale is, nothing changes."""

    def __init__(self, locale):
        self.locale = locale

    def __enter__(self):
        return None

    def __exit__(self, *args):
        return None


class LocaleTextCalendar(TextCalendar):
    """A TextCalendar of a locale; names are always those of the C locale."""

    def __init__(self, firstweekday=0, locale=None):
        TextCalendar.__init__(self, firstweekday)
        self.locale = "C" if locale is None else locale


class LocaleHTMLCalendar(HTMLCalendar):
    """An HTMLCalendar of a locale; names are always those of the C locale."""

    def __init__(self, firstweekday=0, locale=None):
        HTMLCalendar.__init__(self, firstweekday)
        self.locale = "C" if locale is None else locale


class _Today(int):
    """The number of a day that is today."""


class _Highlighting(TextCalendar):
    """Calendars for the command line, which show today in colour."""

    def __init__(self, firstweekday, today):
        super().__init__(firstweekday)
        self._today = today

    def monthdays2calendar(self, year, month):
        weeks = super().monthdays2calendar(year, month)
        if (year, month) != (self._today.year, self._today.month):
            return weeks
        today = self._today.day
        return [[(_Today(day) if day == today else day, weekday) for day, weekday in week] for week in weeks]

    def formatday(self, day, weekday, width):
        shown = super().formatday(day, weekday, width)
        if not isinstance(day, _Today):
            return shown
        from _colorize import ANSIColors as colours

        return f"{colours.BLACK}{colours.BACKGROUND_YELLOW}{shown}{colours.RESET}"


def main(args=None):
    import argparse
    import datetime
    import sys

    parser = argparse.ArgumentParser()
    text = parser.add_argument_group("text only arguments")
    html = parser.add_argument_group("html only arguments")
    text.add_argument("-w", "--width", type=int, default=2, help="width of date column (default 2)")
    text.add_argument("-l", "--lines", type=int, default=1, help="number of lines for each week (default 1)")
    text.add_argument("-s", "--spacing", type=int, default=6, help="spacing between months (default 6)")
    text.add_argument("-m", "--months", type=int, default=3, help="months per row (default 3)")
    html.add_argument("-c", "--css", default="calendar.css", help="CSS to use for page")
    parser.add_argument("-L", "--locale", default=None, help="locale to use for month and weekday names")
    parser.add_argument("-e", "--encoding", default=None, help="encoding to use for output")
    parser.add_argument("-t", "--type", default="text", choices=("text", "html"), help="output type (text or html)")
    days = "weekday (0 is Monday, 6 is Sunday) to start each week (default 0)"
    parser.add_argument("-f", "--first-weekday", type=int, default=0, help=days)
    parser.add_argument("year", nargs="?", type=int, help="year number")
    parser.add_argument("month", nargs="?", type=int, help="month number (1-12, text only)")
    options = parser.parse_args(args)
    if options.locale and not options.encoding:
        parser.error("if --locale is specified --encoding is required")
    today = datetime.date.today()
    year = today.year if options.year is None else options.year
    if options.type == "html":
        if options.month:
            parser.error("incorrect number of arguments")
        calendar = HTMLCalendar(options.first_weekday)
        encoding = options.encoding or sys.getdefaultencoding()
        sys.stdout.buffer.write(calendar.formatyearpage(year, css=options.css, encoding=encoding))
        return
    from _colorize import can_colorize

    first = options.first_weekday
    calendar = _Highlighting(first, today) if can_colorize() else TextCalendar(first)
    if options.month is None:
        result = calendar.formatyear(year, options.width, options.lines, options.spacing, options.months)
    else:
        result = calendar.formatmonth(year, options.month, options.width, options.lines)
    if options.encoding:
        sys.stdout.buffer.write(result.encode(options.encoding))
    else:
        sys.stdout.write(result)
