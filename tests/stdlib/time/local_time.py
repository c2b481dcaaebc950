# Local time by rules of POSIX: summer and winter, the hour that is skipped and the one that comes twice.
import os
import time

zones = ("CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0", "AEST-10AEDT,M10.1.0,M4.1.0/3", "<+0530>-5:30", "UTC0")
moments = (0, 1585443600 - 1, 1585443600, 1593561600, 1603587600 - 1, 1603587600, 1583650800, 1604210400, -86400 * 365 * 60)
walls = (
    (2020, 1, 1, 0, 0, 0), (2020, 7, 1, 0, 0, 0), (2020, 3, 29, 2, 30, 0), (2020, 10, 25, 2, 30, 0),
    (2020, 3, 8, 2, 30, 0), (2020, 11, 1, 1, 30, 0), (2020, 10, 4, 2, 30, 0), (2020, 14, 40, 25, 61, 61), (1960, -3, -3, -3, -3, -3),
)
for zone in zones:
    os.environ["TZ"] = zone
    time.tzset()
    print(zone, time.tzname, time.timezone, time.altzone, time.daylight)
    for moment in moments:
        fields = time.localtime(moment)
        print(moment, tuple(fields), fields.tm_zone, fields.tm_gmtoff, time.mktime(fields) == moment)
        print(time.ctime(moment), time.strftime("%z %Z %s", fields))
    for wall in walls:
        # In the hour that comes twice a flag says which one is meant.
        print(wall, [time.mktime(wall + (0, 0, flag)) for flag in ((0, 1) if zone != "<+0530>-5:30" and zone != "UTC0" else (0, -1))])
del os.environ["TZ"]
time.tzset()
print(time.mktime(time.localtime(1000000000)), time.localtime().tm_year >= 2024)
try:
    time.mktime((2**31 - 1, 2**31 - 1, 1, 0, 0, 0, 0, 0, 0))
except OverflowError as error:
    print(error)
from time import *
print(struct_time is time.struct_time if hasattr(time, "struct_time") else struct_time.__name__, len(tzname))
