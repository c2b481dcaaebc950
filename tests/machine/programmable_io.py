# cpython: differs — it has no such module
# slow: state machines run in real time
# State machines: words in and out, pins, flags, and programs that don't fit.
import time
import rp2
from machine import Pin


@rp2.asm_pio()
def invert():
    pull()
    mov(x, osr)
    mov(isr, invert(x))
    push()


sm = rp2.StateMachine(0, invert)
sm.active(1)
for word in 0, 5, 0xFFFF0000:
    sm.put(word)
    print(hex(sm.get()))
print(sm, sm.active(), sm.rx_fifo(), sm.tx_fifo())
sm.active(0)
sm = rp2.StateMachine(3, invert)
for word in range(4):
    sm.put(word)
print(sm.tx_fifo(), sm.active())
sm.active(1)
print([hex(sm.get()) for word in range(4)], sm.tx_fifo())
sm.active(0)


@rp2.asm_pio(in_shiftdir=rp2.PIO.SHIFT_RIGHT, out_shiftdir=rp2.PIO.SHIFT_RIGHT, autopush=True, autopull=True)
def swap_halves():
    out(y, 16)
    out(x, 16)
    in_(x, 16)
    in_(y, 16)


sm = rp2.StateMachine(1, swap_halves)
sm.active(1)
sm.put(0x12345678)
print(hex(sm.get()))


@rp2.asm_pio()
def count():
    pull()
    mov(y, osr)
    set(x, 0)
    label("loop")
    jmp(y_dec, "more")
    mov(isr, invert(x))
    push()
    jmp("end")
    label("more")
    jmp(x_dec, "loop")
    jmp("loop")
    label("end")
    irq(rel(0))


calls = []
sm = rp2.StateMachine(2, count, freq=100_000)
sm.irq(calls.append)
sm.active(1)
sm.put(7)
print(sm.get())
time.sleep_ms(1)
print(calls)
sm.irq(None)


@rp2.asm_pio(set_init=rp2.PIO.OUT_LOW, sideset_init=rp2.PIO.OUT_HIGH)
def drive():
    set(pins, 1).side(0)
    wait(1, pin, 0).side(0)
    set(pins, 0).side(1)
    label("stay")
    jmp("stay").side(1)


button = Pin(7, Pin.IN, Pin.PULL_DOWN)
sm = rp2.StateMachine(4, drive, freq=100_000, set_base=Pin(5), sideset_base=Pin(6), in_base=Pin(7))
print(Pin(5)(), Pin(6)())
sm.active(1)
time.sleep_ms(2)
print(Pin(5)(), Pin(6)())
button.pull(Pin.PULL_UP)
time.sleep_ms(3)
print(Pin(5)(), Pin(6)(), Pin(5))

sm.active(0)
sm.exec("set(pins, 1).side(0)")
print(Pin(5)(), Pin(6)())
sm.exec(0xE000 | 1 << 12)
print(Pin(5)(), Pin(6)())
try:
    rp2.StateMachine(8, invert)
except ValueError as error:
    print(error)
try:
    rp2.StateMachine(5, invert, freq=1)
except ValueError as error:
    print(error)
