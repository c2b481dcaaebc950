# requires: files
# Where zones are looked for.
import os
import sys
import warnings
import zoneinfo

here = os.path.realpath(".")
os.makedirs("zones/Area")
DATA = b"TZif2" + bytes(15) + b"\0\0\0\0" * 3 + b"\0\0\0\0" + b"\0\0\0\1" + b"\0\0\0\4" + b"\0\0\0\0\0\0" + b"UTC\0"
with open("zones/Area/Made", "wb") as file:
    file.write(DATA + DATA + b"\nUTC0\n")
zoneinfo.reset_tzpath([here + "/zones"])
print(zoneinfo.TZPATH == (here + "/zones",), zoneinfo.available_timezones() >= {"Area/Made"})
print(zoneinfo.ZoneInfo("Area/Made").key)
for wrong in (lambda: zoneinfo.reset_tzpath("zones"), lambda: zoneinfo.reset_tzpath(["relative"])):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
os.environ["PYTHONTZPATH"] = here + os.pathsep + "relative"
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    zoneinfo.reset_tzpath()
print([warning.category is zoneinfo.InvalidTZPathWarning for warning in caught], zoneinfo.TZPATH == (here,))
zoneinfo.ZoneInfo.clear_cache()
try:
    zoneinfo.ZoneInfo.no_cache("Area/Made")
except zoneinfo.ZoneInfoNotFoundError as error:
    print(error)
