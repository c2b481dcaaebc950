# slow: many thousand dates are made
# python: 3.13
# Zones out of files in memory: changes that are known, rules for later years, and repeated hours.
import io
import struct
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def part(letter, times, kinds, types, names):
    head = b"TZif2" + bytes(15) + struct.pack(">6l", 0, 0, 0, len(times), len(types), len(names))
    body = struct.pack(f">{len(times)}{letter}", *times) + bytes(kinds)
    return head + body + b"".join(struct.pack(">lbB", *each) for each in types) + names


def made(times, kinds, types, names, footer):
    data = part("l", [], [], [(0, 0, 0)], b"UTC\0") + part("q", times, kinds, types, names)
    return ZoneInfo.from_file(io.BytesIO(data + b"\n" + footer + b"\n"), key="Test/Zone")


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


TYPES = [(3208, 0, 0), (3600, 0, 4), (7200, 1, 8)]
NAMES = b"LMT\0CET\0CEST\0"
TIMES = [-2422054408, 1585443600, 1603587600, 1616893200, 1635642000]
zones = [
    made(TIMES, [1, 2, 1, 2, 1], TYPES, NAMES, b"CET-1CEST,M3.5.0,M10.5.0/3"),
    made(TIMES, [1, 2, 1, 2, 1], TYPES, NAMES, b""),
    made([], [], TYPES[1:2], b"LMT\0CET\0", b"<+0330>-3:30"),
    made([], [], TYPES[:1], NAMES, b"AEST-10AEDT,M10.1.0,M4.1.0/3"),
    made([], [], TYPES[:1], NAMES, b"IST-1GMT0,M10.5.0,M3.5.0/1"),
    made([], [], TYPES[:1], NAMES, b"EST5EDT,J60/2:30,J300/-1"),
    made([], [], TYPES[:1], NAMES, b"<-03>3<-02>,M3.5.0/-2,M10.5.0/-1"),
]
for zone in zones:
    print(zone, zone.key, zone.utcoffset(None), zone.dst(None), zone.tzname(None))
    for year in (1880, 1950, 2020, 2021, 2024, 2050, 9999):
        for month, day, hour in (
            (1, 1, 0),
            (3, 29, 2),
            (3, 28, 2),
            (3, 31, 2),
            (4, 7, 2),
            (7, 1, 12),
            (10, 25, 2),
            (10, 27, 2),
        ):
            for fold in (0, 1):
                moment = datetime(year, month, day, hour, 30, tzinfo=zone, fold=fold)
                print(moment, moment.dst(), moment.tzname(), end=" | ")
        print()
    moment = datetime(2024, 1, 1, tzinfo=timezone.utc)
    last = None
    while moment.year == 2024:
        local = moment.astimezone(zone)
        if (local.utcoffset(), local.fold) != last:
            print(moment, local, local.fold, local.dst(), local.tzname())
            last = local.utcoffset(), local.fold
        is_quiet = moment.month in (2, 5, 6, 7, 8, 9, 12)
        moment += timedelta(days=1) if is_quiet else timedelta(hours=1)
for key in ("/etc/x", "../x", "a/../b", "No/Such"):
    print(key, attempt(lambda: ZoneInfo(key)))
print(
    attempt(lambda: ZoneInfo.from_file(io.BytesIO(b"nothing"))), issubclass(ZoneInfoNotFoundError, KeyError)
)
print(attempt(lambda: zones[0].fromutc(5)), attempt(lambda: zones[0].fromutc(datetime(2020, 1, 1))))
for footer in (
    b"X",
    b"CET-1CEST",
    b"CET-25",
    b"CET-1CEST,M13.1.0,M1.1.0",
    b"CET-1CEST,M3.5.0",
    b"CET-1CEST,J0,J5",
    b"CET-1x",
):
    print(footer, attempt(lambda: made([], [], TYPES, NAMES, footer)).split(":")[0])
