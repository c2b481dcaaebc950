# python: 3.14
import time
a = time.monotonic()
b = time.monotonic()
print(b >= a, isinstance(a, float), time.time() > 1.0e9, isinstance(time.time_ns(), int), time.perf_counter() <= time.perf_counter(), isinstance(time.perf_counter_ns(), int), time.process_time() >= 0, isinstance(time.monotonic_ns(), int))
time.sleep(0)
time.sleep(0.001)
g = time.gmtime(0)
print(g[:], g.tm_year, g.tm_mon, g.tm_mday, g.tm_hour, g.tm_wday, g.tm_yday, g.tm_isdst, len(g))
print(time.gmtime(1000000000)[:6], time.gmtime(951782400)[:8], time.gmtime(-1)[:6])
print(time.strftime("%Y-%m-%d %H:%M:%S %j %w %a %b %A %B %y %I %p %%", time.gmtime(1000000000)))
print(time.mktime(time.localtime(1000000000)), time.asctime(time.gmtime(0)), time.ctime(0) if time.timezone == 0 else "-", time.strptime("2001-09-09 01:46:40", "%Y-%m-%d %H:%M:%S")[:6])
for f in (lambda: time.sleep(-1), lambda: time.sleep("a"), lambda: time.gmtime("x"), lambda: time.strftime(5), lambda: time.mktime((1, 2))):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
