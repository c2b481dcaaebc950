# python: 3.14
# slow: formats years
import calendar
import contextlib
import datetime
import io
import os

os.environ["PYTHON_COLORS"] = "1"


class Date(datetime.date):
    @classmethod
    def today(cls):
        return cls(2024, 2, 29)


datetime.date = Date


def shown(*arguments):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        calendar.main(arguments)
    return out.getvalue()


print(shown("2024", "2").replace("\x1b[", "{"))
year = shown("2024")
print(year.count("\x1b[30m\x1b[43m29\x1b[0m"), year.count("\x1b"), "\x1b" in shown("2023"))
plain = year.replace("\x1b[30m\x1b[43m", "").replace("\x1b[0m", "")
print(plain == calendar.TextCalendar().formatyear(2024))
print([issubclass(calendar.IllegalMonthError, kind) for kind in (ValueError, IndexError)])
try:
    calendar.month(2024, 13)
except IndexError as error:
    print(error)
