"""Dates, times and durations as ISO 8601 writes them."""

import datetime as dt

import isodate

for text in ("2012-01-02", "20120102", "2012-W01-1", "2012-123", "2012-01"):
    print(isodate.parse_date(text))
for text in ("10:20:30", "102030Z", "10:20:30.123456+01:30", "10,5", "10:20.25"):
    print(isodate.parse_time(text))
for text in ("P1Y2M3DT4H5M6S", "PT36H", "P3W", "-P1D", "P0.5D", "P0001-02-03T04:05:06"):
    duration = isodate.parse_duration(text)
    print(repr(duration), isodate.duration_isoformat(duration))
print(
    isodate.parse_datetime("2012-01-02T10:20:30Z") + isodate.parse_duration("P1M"),
    isodate.datetime_isoformat(dt.datetime(2020, 1, 2, 3, 4, 5)),
)
for wrong in ("2012-13-01", "x", "P", "PT"):
    try:
        print(isodate.parse_duration(wrong) if wrong[0] == "P" else isodate.parse_date(wrong))
    except (isodate.ISO8601Error, ValueError) as error:
        print(type(error).__name__)
print(isodate.strftime(dt.datetime(2020, 12, 31), "%Y-W%W-%w %j"), isodate.parse_tzinfo("+05:30"))
