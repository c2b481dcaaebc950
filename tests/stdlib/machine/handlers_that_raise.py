# cpython: differs — it has no such module
# stderr: yes
# What a handler raises is shown; what runs goes on, also while it handles an exception of its own.
import sys
import time
from machine import Pin, Timer

p = Pin(5, Pin.OUT, value=0)
p.irq(lambda pin: {}["nothing"])
try:
    raise ValueError("mine")
except ValueError:
    p(1)
    time.sleep_ms(2)
    print(sys.exception())
print(sys.exception())

# One that was to run in the interrupt is not called again.
calls = []


def once(timer):
    calls.append(timer)
    1 / 0


Timer(period=1, callback=once, hard=True)
time.sleep_ms(20)
print(len(calls))
