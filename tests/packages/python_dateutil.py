"""Dates parsed from many forms, relative differences, recurrences and time zones."""

from datetime import date, datetime, timedelta

from dateutil import easter, parser, rrule, tz
from dateutil.relativedelta import MO, relativedelta

default = datetime(2003, 9, 25)
for text in ("Thu Sep 25 10:36:28 2003", "10h36m28.5s", "2003-09-25T10:49:41.5-03:00", "25 September 2003 10pm", "9/25/03",
             "20030925T104941Z", "Sep of 03", "1st of May 2003", "noon"):
    try:
        print(text, "->", parser.parse(text, default=default).isoformat())
    except parser.ParserError as error:
        print(text, "->", type(error).__name__, error)
print(parser.isoparse("2010-W05-3"), parser.parse("01/02/03", dayfirst=True), parser.parse("Today is May 5, 2003", fuzzy=True))
print(datetime(2003, 1, 31) + relativedelta(months=+1), date(2003, 9, 25) + relativedelta(weekday=MO(-1)))
print(relativedelta(datetime(2003, 10, 24), datetime(2001, 2, 28, 12)), relativedelta(years=1, months=14).normalized())
rule = rrule.rrule(rrule.MONTHLY, count=5, byweekday=rrule.FR(-1), dtstart=datetime(1997, 9, 1, 9))
print([str(moment.date()) for moment in rule], rule)
print([moment.day for moment in rrule.rrulestr("DTSTART:19970902T090000\nRRULE:FREQ=DAILY;INTERVAL=10;COUNT=4")])
both = rrule.rruleset()
both.rrule(rrule.rrule(rrule.DAILY, count=5, dtstart=datetime(2000, 1, 1)))
both.exdate(datetime(2000, 1, 3))
print([moment.day for moment in both], rule.after(datetime(1997, 11, 1)), len(rule[1:3]))
zone = tz.tzoffset("X", timedelta(hours=2))
print(datetime(2000, 1, 1, tzinfo=zone).astimezone(tz.UTC), zone, tz.tzstr("EST5EDT").utcoffset(datetime(2003, 7, 1)))
print([str(easter.easter(year)) for year in (1999, 2024, 2025)], tz.tzutc() is tz.UTC)
