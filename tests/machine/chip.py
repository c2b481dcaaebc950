# cpython: differs — it has no such module
import time
from machine import ADC, RTC, WDT, Pin, Timer, freq, idle, lightsleep, mem8, mem16, mem32, reset_cause, unique_id
from machine import PWRON_RESET, WDT_RESET

print(len(unique_id()), freq(), reset_cause() in (PWRON_RESET, WDT_RESET))
for hertz in 48_000_000, 133_000_000, 133_000_001, 300_000_000, 0, 125_000_000:
    try:
        freq(hertz)
        print(freq())
    except ValueError as error:
        print(error)
for wrong in 9000, -1:
    try:
        WDT(timeout=wrong)
    except ValueError as error:
        print(error)
try:
    WDT(1)
except ValueError as error:
    print(error)

for memory in mem8, mem16, mem32:
    print(memory)
    try:
        memory[0x60000000]
    except OSError as error:
        print(error)
print(mem32[0x40054028] > 0)

clock = RTC()
clock.datetime((2024, 2, 29, 3, 23, 59, 58, 0))
print(clock.datetime()[:4], time.gmtime()[:3])
time.sleep(2.1)
print(clock.datetime()[:3])
try:
    clock.datetime((1, 2))
except ValueError as error:
    print(error)


def takes(function, *args):
    start = time.ticks_ms()
    function(*args)
    return time.ticks_diff(time.ticks_ms(), start)


print(takes(idle) < 1000, 48 <= takes(lightsleep, 50) < 1000)
calls = []
Timer(mode=Timer.ONE_SHOT, period=20, callback=calls.append)
print(18 <= takes(lightsleep, 20_000) < 10_000, len(calls))
try:
    lightsleep(5_000_000)
except ValueError as error:
    print(error)
print(ADC(26), 0 <= ADC(26).read_u16() <= 65535, Pin(26))
