"""Devices that can be attached to a simulated board, and classes to make others of."""


class Registers:
    """An I2C device that is a memory, as most sensors are: who writes says first where.

    `memory` is a bytearray or a number of bytes. Subclasses may have read_register(at), which gives a byte, and
    write_register(at, value).
    """

    def __init__(self, memory=256, address_size=1):
        self.memory = bytearray(memory)
        self.address_size = address_size
        self.at = 0

    def write(self, data):
        """What a controller has written: an address, and bytes from there on."""
        place = data[: self.address_size]
        if len(place) == self.address_size:
            self.at = int.from_bytes(place, "big") % len(self.memory)
        for value in data[self.address_size:]:
            self.write_register(self.at, value)
            self.at = (self.at + 1) % len(self.memory)

    def read(self, count):
        """What a controller reads, from the address on."""
        data = bytearray()
        for _ in range(count):
            data.append(self.read_register(self.at) & 255)
            self.at = (self.at + 1) % len(self.memory)
        return bytes(data)

    def read_register(self, at):
        """The byte at an address."""
        return self.memory[at]

    def write_register(self, at, value):
        """A byte for an address."""
        self.memory[at] = value


def crc8(data):
    """The checksum of 1-Wire devices."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0x8C if crc & 1 else crc >> 1
    return crc


class OneWireDevice:
    """A device on a 1-Wire bus.

    Its part of the talk is a generator, begun anew by each reset: it yields the bit that it puts on the line, 1 to listen,
    and gets the one that was there. Subclasses have serve(), which goes on when the device has been selected.
    """

    SEARCH, READ, MATCH, SKIP = 0xF0, 0x33, 0x55, 0xCC

    def __init__(self, rom):
        self.rom = bytes(rom)

    def hear(self):
        """A byte from the bus."""
        byte = 0
        for place in range(8):
            byte |= (yield 1) << place
        return byte

    def say(self, data):
        """Bytes for the bus."""
        for byte in data:
            for place in range(8):
                yield byte >> place & 1

    def talk(self):
        """What the device does after a reset."""
        command = yield from self.hear()
        bits = [byte >> place & 1 for byte in self.rom for place in range(8)]
        if command == self.SEARCH:
            for bit in bits:
                yield bit
                yield 1 - bit
                if (yield 1) != bit:
                    return
        elif command == self.MATCH:
            for bit in bits:
                if (yield 1) != bit:
                    return
        elif command == self.READ:
            yield from self.say(self.rom)
        elif command != self.SKIP:
            return
        yield from self.serve()

    def serve(self):
        """What the device does when it is spoken to."""
        return
        yield


class DS18B20(OneWireDevice):
    """A temperature sensor; `temperature` may be a number or a function that gives one."""

    def __init__(self, temperature=20.0, serial=1):
        rom = b"\x28" + serial.to_bytes(6, "little")
        super().__init__(rom + bytes([crc8(rom)]))
        self.temperature = temperature
        # As after power came on: 85 degrees, limits, 12 bits.
        self.scratch = bytearray(b"\x50\x05\x4b\x46\x7f\xff\x0c\x10")

    def serve(self):
        """Measure, be read, be set up."""
        command = yield from self.hear()
        if command == 0x44:
            measured = self.temperature() if callable(self.temperature) else self.temperature
            self.scratch[:2] = round(measured * 16).to_bytes(2, "little", signed=True)
        elif command == 0xBE:
            yield from self.say(self.scratch + bytes([crc8(self.scratch)]))
        elif command == 0x4E:
            for at in 2, 3, 4:
                self.scratch[at] = yield from self.hear()


class _Humid:
    def __init__(self, temperature=20.0, humidity=50.0):
        self.temperature, self.humidity = temperature, humidity

    def measured(self):
        """The five bytes that it sends."""
        values = [value() if callable(value) else value for value in (self.humidity, self.temperature)]
        data = self.encode(*values)
        return data + bytes([sum(data) & 255])


class DHT11(_Humid):
    """A sensor for whole degrees and percents."""

    def encode(self, humidity, temperature):
        """The first four bytes."""
        return bytes([round(humidity), 0, round(temperature), 0])


class DHT22(_Humid):
    """A sensor for tenths of degrees and percents."""

    def encode(self, humidity, temperature):
        """The first four bytes."""
        cold = 0x8000 if temperature < 0 else 0
        return round(humidity * 10).to_bytes(2, "big") + (round(abs(temperature) * 10) | cold).to_bytes(2, "big")
