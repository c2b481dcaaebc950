# cpython: differs — it has no such module
# Sensors and lights, with the modules that programs for boards use.
import time

import dht
import ds18x20
import neopixel
import onewire
import simulated_board as board
from machine import ADC, I2S, Pin

board.virtual_time()
bus = board.one_wire(17)
bus.attach(board.DS18B20(21.5))
cold = bus.attach(board.DS18B20(-3.25, serial=0xABCDEF))
sensors = ds18x20.DS18X20(onewire.OneWire(Pin(17)))
roms = sorted(sensors.scan())
print(roms)
sensors.convert_temp()
time.sleep_ms(750)
print([sensors.read_temp(rom) for rom in roms])
cold.temperature = lambda: board.now() // 1_000_000 - 40
sensors.write_scratch(roms[1], b"\1\2\x1f")
sensors.convert_temp()
print(sensors.read_temp(roms[1]), bytes(sensors.read_scratch(roms[1])[2:5]), board.crc8(roms[0]))
for device in list(bus.devices):
    bus.detach(device)
print(sensors.scan())


class Switch(board.OneWireDevice):
    def serve(self):
        command = yield from self.hear()
        yield from self.say(bytes([command ^ 255, 7]))


bus.attach(Switch(b"\x05" + bytes(7)))
wire = onewire.OneWire(Pin(17))
print(wire.scan(), wire.reset())
wire.writebyte(0xCC)
wire.writebyte(0x0F)
print(wire.readbyte(), wire.readbyte(), wire.readbyte())

board.dht(15, board.DHT22(-1.5, 44.2))
sensor = dht.DHT22(Pin(15))
sensor.measure()
print(sensor.temperature(), round(sensor.humidity(), 3))
board.dht(15).temperature = lambda: 30.25
sensor.measure()
print(round(sensor.temperature(), 3))
board.dht(16, board.DHT11(21, 40))
sensor = dht.DHT11(Pin(16))
sensor.measure()
print(sensor.temperature(), sensor.humidity())

leds = neopixel.NeoPixel(Pin(18), 3)
leds[1] = (255, 1, 2)
print(board.pixels(18))
leds.write()
print(board.pixels(18))
leds = neopixel.NeoPixel(Pin(19), 2, bpp=4)
leds.fill((1, 2, 3, 4))
leds.write()
print(board.pixels(19, bpp=4))

light = ADC(26)
print(light.read_u16())
for volts in 0, 1.65, 3.3, 5, -1:
    board.adc(26).volts = volts
    print(light.read_u16())
board.adc(Pin(27)).volts = lambda: 3.3 if board.now() > 0 else 0
print(ADC(27).read_u16())
board.set_temperature(30)
print(27 - (ADC(ADC.CORE_TEMP).read_u16() * 3.3 / 65535 - 0.706) / 0.001721)

sound = I2S(0, sck=Pin(10), ws=Pin(11), sd=Pin(12), mode=I2S.TX, bits=16, format=I2S.MONO, rate=8000, ibuf=100)
print(sound.write(b"abcd"), bytes(board.i2s(0).written))
sound.deinit()
board.i2s(1).feed(b"1234")
sound = I2S(1, sck=Pin(10), ws=Pin(11), sd=Pin(12), mode=I2S.RX, bits=16, format=I2S.MONO, rate=8000, ibuf=100)
samples = bytearray(6)
print(sound.readinto(samples), samples)
