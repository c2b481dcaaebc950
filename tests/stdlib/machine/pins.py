# cpython: differs — it has no such module
from machine import ADC, PWM, Pin, RTC, Signal, mem32

print(Pin(2, Pin.OUT), Pin("GP3", Pin.IN, Pin.PULL_UP), Pin("GPIO4", Pin.OPEN_DRAIN))
p = Pin(5, Pin.OUT, value=1)
print(p(), p.value(), p.mode() == Pin.OUT, p.pull(), p.drive())
p.off()
print(p())
p.toggle()
print(p())
p(0)
p.on()
print(p.value(), p == Pin(5), p != Pin(6), hash(p) == hash(Pin(5)), p == 5)
p.init(Pin.IN, Pin.PULL_UP)
print(p, p(), p.pull() == Pin.PULL_UP)
p.pull(None)
print(p.pull())
p.mode(Pin.OUT)
p.drive(Pin.DRIVE_3)
print(p.drive(), p.alt() == Pin.ALT_SIO)
p.alt(Pin.ALT_PWM)
print(p)

print(Pin.board.LED == Pin("LED"), Pin.cpu.GPIO9 == Pin(9), "GP2" in dir(Pin.board), len(dir(Pin.cpu)))
for wrong in 30, -1, "GP99", "GPIO02", 2.5:
    try:
        Pin(wrong)
    except ValueError as error:
        print(error)
try:
    Pin(3, Pin.ALT, alt=30)
except ValueError as error:
    print(error)
try:
    Pin.board.nowhere
except AttributeError as error:
    print(error)


class Button(Pin):
    def pressed(self):
        return not self()


b = Button(7, Pin.IN, Pin.PULL_UP)
print(b.pressed(), isinstance(b, Pin), Pin(b) == Pin(7))

s = Signal(Pin(4, Pin.OUT), invert=True)
s.on()
print(s.value(), Pin(4)())
s(0)
print(s(), Pin(4)())
print(Signal(6, Pin.OUT, value=1)(), Signal(Pin(6)).value())


class Elsewhere:
    def value(self, *x):
        print("asked", x)
        return 1


s = Signal(Elsewhere(), invert=True)
s.off()
print(s())

print(ADC(0), ADC(27), ADC(Pin(28)), ADC(ADC.CORE_TEMP), 0 <= ADC(0).read_u16() <= 65535)
for wrong in 5, Pin(2):
    try:
        ADC(wrong)
    except ValueError as error:
        print(error)

w = PWM(Pin(2), freq=1000, duty_u16=32768)
print(w, w.freq(), w.duty_u16(), w.duty_ns() in (499999, 500007))
w.init(freq=50, duty_ns=1500000, invert=True)
print(w, w.freq(), w.duty_ns() // 100)
for wrong in 1, 268435455:
    try:
        w.freq(wrong)
    except ValueError as error:
        print(error)
w.deinit()
print(Pin(2))

print(mem32, len(RTC().datetime()))
try:
    mem32[1]
except ValueError as error:
    print(error)
