# requires: files
# The rules for the years behind the last change in a zone's file.
import io
import struct
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

HEAD = b"TZif2" + bytes(15)


def part(changes, offset, name, width):
    counts = struct.pack(">6l", 0, 0, 0, len(changes), 1, len(name) + 1)
    times = struct.pack(f">{len(changes)}{width}", *changes) + bytes(len(changes))
    return HEAD + counts + times + struct.pack(">lbB", offset, 0, 0) + name + b"\0"


def zone(rules, changes=(), offset=0, name=b"UTC"):
    data = part(changes, offset, name, "l") + part(changes, offset, name, "q")
    return ZoneInfo.from_file(io.BytesIO(data + b"\n" + rules.encode() + b"\n"))


# Saved all the year.
always = zone("EST5EDT,0/0,J365/25")
for moment in (datetime(2019, 1, 1), datetime(2020, 6, 1), datetime(2020, 12, 31, 23, 59), datetime(2400, 1, 1)):
    here = moment.replace(tzinfo=always)
    print(here, here.tzname(), here.dst())
print(time(1, tzinfo=always).tzname())

# A change that changes nothing.
fixed = zone("UTC0", (0,))
print(time(1, tzinfo=fixed).tzname(), datetime(2020, 1, 1, tzinfo=fixed), time(1, tzinfo=zone("AAA3")).tzname())

yearly = zone("AAA3BBB,J60/12,J305/12")
for hours in (0, 11.5, 12, 12.5, 13):
    for month in (3, 11):
        for fold in (0, 1):
            here = (datetime(2020, month, 1) + timedelta(hours=hours)).replace(tzinfo=yearly, fold=fold)
            print(here, fold, here.tzname(), end="; ")
    print()

for rules in (
    "AAA4:0BBB,J60/2,J300/2", "AAA4BBB5:0,J60/2,J300/2", "AAA4BBB,J60/2:0,J300/2", "AAA4BBB,J60/2,J300/2:00:0",
    "AAA4BBB,M1.1,M2.2.2", "AAA", "AAA25", "AAA4BBB,M1.1.1,M2.2.2x", "AAA4BBB,J0,J5", "AAA4BBB,366,5", "+3",
):
    try:
        print(rules, zone(rules))
    except ValueError:
        print(rules, "ValueError")
for rules in ("A3", "AAA+3", "AAA3:05", "<+03>-3", "AAA3BBB,M01.1.1,M2.1.1/-5", "AAA003"):
    print(rules, datetime(2020, 1, 1, tzinfo=zone(rules)).utcoffset())
