# cpython: differs — it has no such module
# Pins that are driven, let go and watched by the same program.
import time
from machine import Pin, disable_irq, enable_irq, mem32

p = Pin(3, Pin.OUT, value=0)
seen = []
irq = p.irq(lambda pin: seen.append(irq.flags()), Pin.IRQ_RISING | Pin.IRQ_FALLING)
for level in 1, 1, 0, 1:
    p(level)
    time.sleep_ms(1)
print(seen, irq.trigger())
irq.trigger(Pin.IRQ_FALLING)
for level in 0, 1, 0:
    p(level)
    time.sleep_ms(1)
print(seen)
irq()
time.sleep_ms(1)
print(len(seen))
p.irq(None)
p(1)
time.sleep_ms(1)
print(len(seen))

# Handlers that are off are called later.
seen.clear()
p.irq(lambda pin: seen.append(pin()), Pin.IRQ_FALLING)
state = disable_irq()
p(0)
time.sleep_ms(1)
print(seen)
enable_irq(state)
time.sleep_ms(1)
print(seen)
p.irq(None)

# A level is told once.
levels = []
q = Pin(4, Pin.IN, Pin.PULL_UP)
irq = q.irq(lambda pin: levels.append(irq.flags()), Pin.IRQ_LOW_LEVEL)
time.sleep_ms(1)
print(levels)
q.pull(Pin.PULL_DOWN)
time.sleep_ms(2)
print(levels)
irq.trigger(Pin.IRQ_LOW_LEVEL)
time.sleep_ms(1)
print(levels)
q.irq(None)

# Open drains are driven low or let go.
d = Pin(5, Pin.OPEN_DRAIN, Pin.PULL_UP, value=0)
print(d, d())
d(1)
print(d, d())
d.toggle()
print(d())
d.init(Pin.IN, Pin.PULL_DOWN)
print(d, d())

# The same by registers: levels, outputs, who drives.
r = Pin(6, Pin.OUT, value=1)
print(mem32[0xD0000004] >> 6 & 1, mem32[0xD0000010] >> 6 & 1, mem32[0xD0000020] >> 6 & 1)
mem32[0xD0000018] = 1 << 6
print(r())
mem32[0xD000001C] = 1 << 6
print(r())
mem32[0xD0000028] = 1 << 6
print(r)
r.init(Pin.ALT, alt=Pin.ALT_PWM)
print(r, mem32[0x40014000 + 8 * 6 + 4] & 31)
