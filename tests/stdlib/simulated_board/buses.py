# cpython: differs — it has no such module
# Devices on I2C, SPI and UART, as objects of the program.
import simulated_board as board
from machine import I2C, SPI, UART, Pin, SoftI2C, SoftSPI

board.virtual_time()


class Thermometer(board.Registers):
    def read_register(self, at):
        return self.memory[at] if at else 42

    def write_register(self, at, value):
        print("register", at, value)
        super().write_register(at, value)


bus = I2C(0, scl=Pin(5), sda=Pin(4))
board.i2c(0).attach(0x48, Thermometer(b"\1\2\3\4"))
print(bus.scan(), bus.readfrom_mem(0x48, 0, 6))
bus.writeto_mem(0x48, 2, b"xy")
print(bus.readfrom_mem(0x48, 3, 3), bus.writeto(0x48, b"\1"), bus.readfrom(0x48, 2))
buffer = bytearray(2)
bus.writevto(0x48, (b"\3", b"z"))
bus.readfrom_mem_into(0x48, 3, buffer)
print(buffer)


class Display:
    def __init__(self):
        self.got = []

    def write(self, data):
        self.got.append(len(data))
        return min(len(data), 100)


display = board.i2c(0).attach(0x3C, Display())
print(bus.writeto(0x3C, bytes(90)), bus.writeto(0x3C, bytes(130)), bus.readfrom(0x3C, 2), display.got)


class Broken:
    def write(self, data):
        raise OSError(5)

    def read(self, count):
        return 1 // 0


board.i2c(0).attach(0x11, Broken())
for call in (lambda: bus.writeto(0x11, b"x")), (lambda: bus.readfrom(0x11, 1)), (lambda: bus.readfrom(0x12, 1)):
    try:
        call()
    except (OSError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
board.i2c(0).detach(0x11)
print(bus.scan())

# The same pins without a controller, and others.
print(SoftI2C(scl=5, sda=4).scan())
board.i2c(scl=15, sda=14).attach(0x20, board.Registers(4))
soft = SoftI2C(scl=15, sda=14)
print(soft.scan(), I2C(0, scl=Pin(5), sda=Pin(4)).scan())
soft.start()
print(soft.write(b"\x40\x01\x77"))
soft.stop()
print(soft.readfrom_mem(0x20, 0, 3))
wide = board.i2c(1).attach(0x50, board.Registers(1024, address_size=2))
I2C(1).writeto_mem(0x50, 0x123, b"deep", addrsize=16)
print(bytes(wide.memory[0x123:0x127]), I2C(1).readfrom_mem(0x50, 0x124, 2, addrsize=16))


class Flash:
    def select(self):
        print("selected")

    def deselect(self):
        print("deselected")

    def transfer(self, data):
        return bytes(byte ^ 255 for byte in data)


spi = SPI(0, 1_000_000)
board.spi(0).attach(Flash(), cs=17)
cs = Pin(17, Pin.OUT, value=1)
print(spi.read(3))
cs(0)
both = bytearray(3)
spi.write_readinto(b"\1\2\3", both)
print(spi.read(3, 0x55), both)
cs(1)
board.wire(19, 16)
spi.write_readinto(b"abc", both)
print(both)
soft = SoftSPI(sck=Pin(10), mosi=Pin(11), miso=Pin(12))
board.spi(sck=10).attach(Flash())
print(soft.read(2, 0xF0))


class Modem:
    def receive(self, data):
        return b"OK\r\n" if data.startswith(b"AT") else None


board.uart(1).attach(Modem())
uart = UART(1, 9600, timeout=100)
print(uart.write("AT\r\n"), uart.any(), uart.txdone(), uart.readline(), uart.txdone())
uart.write(b"hello")
uart.flush()
print(uart.any(), bytes(board.uart(1).written))
board.uart(1).feed(b"one\ntwo")
print(uart.readline(), uart.read(), uart.read())

# Wired to each other, and to itself.
other = UART(0, 9600, timeout=100, rxbuf=32)
board.wire(0, 5)
board.wire(1, 4)
heard = []
uart.irq(lambda uart: heard.append(uart.read()), UART.IRQ_RXIDLE)
other.write(b"there")
board.advance(20)
print(heard)
uart.irq(None)
uart.write(bytes(200))
board.advance(500)
print(other.any(), len(other.read()))
start = board.now()
uart.write(bytes(96))
uart.flush()
print(abs(board.now() - start - 100) < 2)
