# cpython: differs — it has no such module
# What the modules for boards have, and how a board is at first.
import dht
import ds18x20
import machine
import neopixel
import onewire
import rp2
from machine import ADC, I2C, PWM, SPI, UART, Pin, Timer


def names(of):
    return [name for name in dir(of) if not name.startswith("__")]


print(dir(Pin.board), dir(Pin.cpu))
for module in machine, rp2, neopixel, onewire, ds18x20, dht:
    print(module.__name__, names(module))
for kind in Pin, ADC, PWM, Timer, UART, I2C, SPI, rp2.PIO, rp2.StateMachine:
    print(kind.__name__, names(kind))
print(Pin(25), Pin(29), Pin.board.GP5)
clocked = []
for number in range(30):
    try:
        Pin(number, Pin.ALT, alt=Pin.ALT_GPCK)
        clocked.append(number)
    except ValueError as error:
        wrong = error
print(clocked, wrong)
print(ADC(ADC.CORE_TEMP).read_u16() // 100, rp2.bootsel_button())
