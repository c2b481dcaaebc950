# requires: files
# Local time near the first and the last moment, and what constructors and replace() say.
import os
import time
from datetime import date, datetime, time as clock, timedelta, timezone, tzinfo


def ask(call):
    try:
        return call()
    except (OverflowError, TypeError, ValueError) as error:
        # Newer versions say which year.
        return f"{type(error).__name__} {str(error).partition('year')[0]}"


day = timedelta(days=1)
for zone in ("UTC", "XYZ-3", "XYZ+5"):
    os.environ["TZ"] = zone
    time.tzset()
    for moment in (datetime.min, datetime.min + day, datetime.max - day, datetime.max):
        for fold in (0, 1):
            print(zone, moment, fold, ask(moment.replace(fold=fold).timestamp))
    print(ask(lambda: date.fromtimestamp(253402300799)), ask(lambda: date.fromtimestamp(-62135596800)))

os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
time.tzset()
for hour in (1, 2, 3):
    for month, last in ((3, 26), (10, 29)):
        moment = datetime(2023, month, last, hour, 30)
        print(moment, moment.timestamp(), moment.replace(fold=1).timestamp())

for big in (2**31, 2**40, -(2**70)):
    print(ask(lambda: date.fromisocalendar(big, 1, 1)), ask(lambda: date.fromisocalendar(2020, big, 1)))
print(repr(datetime(2020, 1, 1, tzinfo=timezone.utc, fold=1)), repr(clock(1, tzinfo=timezone.utc, fold=1)))
print(ask(lambda: timezone(day / 2, None)), ask(lambda: timezone(day / 2, 5)))
for value in (date(2020, 1, 2), datetime(2020, 1, 2), clock(3)):
    for name in ("day", "hour", "fold"):
        if hasattr(value, name):
            print(ask(lambda: value.replace(**{name: None})))


class Silent(tzinfo):
    def utcoffset(self, moment):
        return None


class Odd(tzinfo):
    class Name(str):
        def replace(self, *args):
            return 5

    def utcoffset(self, moment):
        return day / 24

    def dst(self, moment):
        return None

    def tzname(self, moment):
        return self.Name("x")


print(ask(datetime(2020, 1, 1, tzinfo=Silent()).timestamp))
print(ask(lambda: datetime(2020, 1, 1, tzinfo=Odd()).strftime("%Z")))
