# python: 3.14
# What is said of tuples that are no fields, field by field.
import time

good = (2000, 1, 1, 0, 0, 0, 5, 1, 0)


def attempt(function, *args):
    try:
        return function(*args)
    except (TypeError, ValueError, OverflowError) as error:
        return f"{type(error).__name__}: {error}"


for place, name in enumerate(("year", "month", "day", "hour", "minute", "second", "weekday", "yearday", "dst")):
    for value in (-2**31, -2, -1, 0, 1, 12, 13, 24, 32, 60, 61, 62, 366, 367, 2**31 - 1):
        fields = good[:place] + (value,) + good[place + 1:]
        print(name, value, attempt(time.asctime, fields), attempt(time.strftime, "%Y-%m-%d", fields), sep=" | ")
for fields in ((), good[:8], good + (1,), list(good), good[:8] + ("x",), good[:8] + (1.0,), None, "123456789"):
    print(attempt(time.asctime, fields), attempt(time.strftime, "%Y", fields), attempt(time.mktime, fields), sep=" | ")
for year in (2**31, -2**31 - 1, 2**70):
    print(attempt(time.asctime, (year,) + good[1:]))
print(attempt(time.strftime, 5), attempt(time.strftime, b"%Y"), sep="\n")
for delay in (-1, -0.5, "1", None, float("nan"), 1e300, float("inf"), 10**30, 1j):
    print(delay, attempt(time.sleep, delay))
print(time.sleep(0), time.sleep(0.0001), time.sleep(True and 0))
print(attempt(time.get_clock_info, "sundial"), attempt(time.get_clock_info, 5))
for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    info = time.get_clock_info(name)
    print(name, info.monotonic, info.adjustable, 0 < info.resolution < 0.1)
print(time.clock_gettime(time.CLOCK_MONOTONIC) <= time.monotonic(), time.clock_getres(time.CLOCK_REALTIME) < 0.1)
print(abs(time.clock_gettime_ns(time.CLOCK_REALTIME) - time.time_ns()) < 10**9, time.thread_time() <= time.process_time())
for clock, moment in ((time.CLOCK_MONOTONIC, 0), (-1, 0.5), (time.CLOCK_REALTIME, "x"), ("x", 0), (2**40, 0)):
    try:
        time.clock_settime(clock, moment)
    except (OSError, TypeError, OverflowError) as error:
        print(clock, type(error).__name__, error)
for clock in (-1, 99, "x", 2**40):
    try:
        time.clock_gettime(clock)
    except (OSError, TypeError, OverflowError) as error:
        print(clock, type(error).__name__, error)
print(attempt(time.strftime, None))
