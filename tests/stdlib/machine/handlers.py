# cpython: differs — it has no such module
import gc
import micropython
import time
from machine import Pin, Timer, disable_irq, enable_irq

p = Pin(5, Pin.OUT, value=0)
seen = []


def wait(until):
    end = time.ticks_ms() + 30_000
    while not until() and time.ticks_ms() < end:
        pass


def handler(pin):
    seen.append((pin == p, irq.flags() == Pin.IRQ_RISING, pin()))


irq = p.irq(handler, Pin.IRQ_RISING)
print(irq.trigger() == Pin.IRQ_RISING, p.irq().trigger() == Pin.IRQ_RISING)
for i in range(3):
    p(1)
    wait(lambda: len(seen) > i)
    p(0)
print(seen)

# While one runs no other does.
order = []


def outer(n):
    micropython.schedule(lambda n: order.append(n), 2)
    for i in range(100):
        [i]
    time.sleep_ms(1)
    order.append(1)


p.irq(None)
micropython.schedule(outer, 0)
wait(lambda: len(order) == 2)
print(order)


def fill(n):
    for i in range(10):
        try:
            micropython.schedule(order.append, i)
        except RuntimeError as error:
            print(i, error)


order.clear()
micropython.schedule(fill, 0)
wait(lambda: len(order) == 8)
print(order)

# Turned off, they wait.
order.clear()
state = disable_irq()
micropython.schedule(order.append, 1)
time.sleep_ms(1)
print(order)
enable_irq(state)
wait(lambda: order)
print(order)


# A handler may be called in a generator, in a sort, in a comprehension, during a collection's work.
def numbers():
    for i in range(2000):
        if i % 500 == 0:
            micropython.schedule(order.append, i)
            gc.collect()
        yield i


order.clear()
print(sum(sorted(numbers(), key=lambda n: -n)))
wait(lambda: len(order) == 4)
print(order)

# Timers.
ticks = []
t = Timer(period=2, callback=ticks.append)
print(t)
wait(lambda: len(ticks) >= 5)
t.deinit()
count = len(ticks)
time.sleep_ms(10)
print(count >= 5, len(ticks) == count, all(tick is t for tick in ticks))
ticks.clear()
Timer(mode=Timer.ONE_SHOT, freq=500, callback=lambda t: ticks.append(1))
time.sleep_ms(30)
print(ticks, Timer(-1))
try:
    Timer(3)
except ValueError as error:
    print(error)

# One that sets itself anew, and one that is interrupted by the user.
left = [3]


def again(t):
    left[0] -= 1
    if left[0]:
        t.init(mode=Timer.ONE_SHOT, period=1, callback=again)


Timer(mode=Timer.ONE_SHOT, period=1, callback=again)
wait(lambda: left[0] == 0)
print(left)


def stop(n):
    raise KeyboardInterrupt


try:
    micropython.schedule(stop, 0)
    time.sleep_ms(100)
    print("not stopped")
except KeyboardInterrupt:
    print("stopped")
