# cpython: differs — it has no such module
# slow: measures real time
# Pulses: what becomes of frequencies and lengths, and how long they are.
from machine import PWM, Pin, time_pulse_us

p = PWM(Pin(2))
print(p, p.freq(), p.duty_u16(), p.duty_ns())
for hertz in 8, 10, 50, 1000, 1907, 1908, 20_000, 333_333, 1_000_000, 62_500_000:
    p.freq(hertz)
    lengths = []
    for duty in 0, 1, 1000, 32768, 65535:
        p.duty_u16(duty)
        lengths.append((p.duty_u16(), p.duty_ns()))
    print(hertz, p.freq(), lengths)
p.init(freq=50, duty_ns=1_500_000)
print(p.freq(), p.duty_ns(), p.duty_u16())
p.freq(100)
print(p.freq(), p.duty_ns(), p.duty_u16())

# Two outputs of a slice share the period.
other = PWM(Pin(3), freq=1000, duty_u16=32768, invert=True)
print(other, p.freq(), p.duty_ns(), other.duty_u16())
print(PWM(Pin(18)), PWM(Pin(19), freq=500).freq())
for wrong in {"freq": 0}, {"freq": 7}, {"freq": 125_000_001, "duty_u16": 1}, {"duty": 3}:
    try:
        PWM(Pin(4), **wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error if "freq" in wrong else "")


def pulse(pin, level, expected):
    # One that has begun already is shorter, and the first one may be of another length.
    time = max([time_pulse_us(pin, level) for _ in range(5)][1:])
    return abs(time - expected) <= 20 or time


# A pin can hear itself.
measured = PWM(Pin(8), freq=200, duty_u16=16384)
print(pulse(Pin(8), 1, 1250), pulse(Pin(8), 0, 3750))
measured.init(freq=250, duty_ns=1_000_000, invert=True)
print(pulse(Pin(8), 1, 3000), pulse(Pin(8), 0, 1000))
measured.deinit()
still = Pin(9, Pin.IN, Pin.PULL_UP)
print(time_pulse_us(still, 0, 1000), time_pulse_us(still, 1, 1000))
