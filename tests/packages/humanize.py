"""Numbers, sizes and times as people say them."""

import datetime as dt

import humanize

for number in (0, 7, 999, 12345, 10**6, 1234567890, 10**100, -5000):
    print(
        humanize.intcomma(number),
        humanize.intword(number),
        humanize.ordinal(number),
        humanize.naturalsize(abs(number)),
        humanize.apnumber(number),
    )
print(
    humanize.naturalsize(3_000_000, binary=True),
    humanize.naturalsize(3000, gnu=True),
    humanize.metric(1500, "V"),
    humanize.fractional(0.3),
)
for seconds in (0, 1, 59, 61, 3600, 86400 * 3, 86400 * 400):
    span = dt.timedelta(seconds=seconds)
    print(
        humanize.naturaldelta(span),
        "|",
        humanize.precisedelta(span),
        "|",
        humanize.naturaltime(span, when=dt.datetime(2020, 1, 1)),
    )
print(
    humanize.naturalday(dt.date(2001, 2, 3)),
    humanize.natural_list(["a", "b", "c"]),
    humanize.scientific(12345),
    humanize.clamp(5, ceil=3),
)
