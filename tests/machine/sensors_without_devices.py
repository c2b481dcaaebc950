# cpython: differs — it has no such module
import dht
import ds18x20
import neopixel
import onewire
from machine import Pin, bitstream

wire = onewire.OneWire(Pin(17))
print(wire.scan(), wire.reset(), wire.readbit(), wire.readbyte())
try:
    wire.reset(True)
except onewire.OneWireError as error:
    print(repr(error))
sensors = ds18x20.DS18X20(wire)
print(sensors.scan())
try:
    sensors.convert_temp()
except onewire.OneWireError as error:
    print(repr(error))
for kind in dht.DHT11, dht.DHT22:
    try:
        kind(Pin(15)).measure()
    except OSError as error:
        print(error)

leds = neopixel.NeoPixel(Pin(16), 3)
leds[0] = (255, 0, 1)
leds.fill((1, 2, 3))
leds.write()
print(len(leds), leds[2], bytes(leds.buf), Pin(16))
for args in (1, (1, 2, 3, 4), b""), (0, (1, 2, 3), b""), (0, (400, 850, 800, 450), b"abc"):
    try:
        print(bitstream(Pin(16), *args))
    except ValueError as error:
        print(error)
