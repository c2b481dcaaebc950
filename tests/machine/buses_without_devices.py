# cpython: differs — it has no such module
# Buses on which nobody answers: how they are set up, and what is wrong with them.
from machine import I2C, SPI, UART, Pin, SoftI2C, SoftSPI


def show(function, *args, **named):
    try:
        print(function(*args, **named))
    except (ValueError, TypeError, OSError, NotImplementedError) as error:
        print(type(error).__name__, error)


for number in 0, 1, 2, -1:
    for kind in I2C, SPI, UART:
        show(kind, number)
show(I2C, 0, scl=Pin(9), sda=Pin(8), freq=100_000)
show(I2C, 0, scl=Pin(8), sda=Pin(9))
show(I2C, 1, freq=0)
show(I2C, 1, freq=1_000_000)
show(SoftI2C, scl=Pin(15), sda=Pin(14))
show(SoftI2C, scl=15, sda=14, freq=50_000)
show(SoftI2C, 15)

for bus in I2C(0), SoftI2C(15, 14):
    print(bus.scan())
    show(bus.readfrom, 0x20, 1)
    show(bus.writeto, 0x20, b"x")
    show(bus.writeto, 0x20, b"")
    show(bus.readfrom_mem, 0x20, 0, 1)
    show(bus.writeto_mem, 0x20, 0, b"x")
    show(bus.readfrom_mem, 0x20, 0, 1, addrsize=9)
    show(bus.readfrom, -1, 1)
    show(bus.readfrom, 0x20, -1)
show(I2C(0).start)

spi = SPI(0, 1_000_000, sck=Pin(18), mosi=Pin(19), miso=Pin(16))
print(spi, spi.read(3), spi.write(b"abc"))
buffer = bytearray(b"abc")
spi.readinto(buffer, 0x55)
print(buffer)
show(spi.write_readinto, b"ab", buffer)
for hertz in 1, 100_000, 1_000_000, 10_000_000, 62_500_000, 100_000_000:
    spi.init(baudrate=hertz)
    print(spi)
show(SPI, 0, sck=Pin(19))
show(SPI, 0, firstbit=0)
show(SoftSPI, sck=Pin(10), mosi=Pin(11), miso=Pin(12))
show(SoftSPI, sck=Pin(10))
show(SoftSPI, 100_000, sck=Pin(10), mosi=Pin(11), miso=Pin(12), bits=7)

uart = UART(1, 9600, tx=Pin(4), rx=Pin(5))
print(uart, uart.any(), uart.read(), uart.read(3), uart.readline(), uart.readinto(buffer), uart.txdone())
print(uart.write(b"hello"), uart.flush(), uart.txdone())
show(UART, 1, tx=Pin(5))
show(UART, 1, 9600, invert=7)
show(UART, 1, 9600, rxbuf=100_000)
show(uart.irq, print, 1)
