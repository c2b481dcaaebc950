"""The 1-Wire bus."""
import _onewire as _bus


class OneWireError(Exception):
    """Nobody answers."""


class OneWire:
    """A bus on a pin."""

    SEARCH_ROM, MATCH_ROM, SKIP_ROM = 0xF0, 0x55, 0xCC

    def __init__(self, pin):
        self.pin = pin
        pin.init(pin.OPEN_DRAIN, pin.PULL_UP)

    def reset(self, required=False):
        """Reset the bus: whether a device is there."""
        found = _bus.reset(self.pin)
        if required and not found:
            raise OneWireError
        return found

    def readbit(self):
        """Read a bit."""
        return _bus.readbit(self.pin)

    def readbyte(self):
        """Read a byte."""
        return _bus.readbyte(self.pin)

    def readinto(self, buf):
        """Fill a buffer."""
        for at in range(len(buf)):
            buf[at] = _bus.readbyte(self.pin)

    def writebit(self, value):
        """Write a bit."""
        _bus.writebit(self.pin, value)

    def writebyte(self, value):
        """Write a byte."""
        _bus.writebyte(self.pin, value)

    def write(self, buf):
        """Write bytes."""
        for byte in buf:
            _bus.writebyte(self.pin, byte)

    def select_rom(self, rom):
        """Speak to one device from now on."""
        self.reset()
        self.writebyte(self.MATCH_ROM)
        self.write(rom)

    def scan(self):
        """The addresses of all devices."""
        found, path = [], 0
        # The bits at which 0 was taken though there are devices with 1 there: the last of them leads to the next device.
        branch = 0
        while branch >= 0 and len(found) < 255:
            taken = path & (1 << branch) - 1 | (1 << branch if found else 0)
            path, branch = self._search(taken, branch if found else -1)
            if path is None:
                break
            found.append(bytearray(path.to_bytes(8, "little")))
        return found

    def _search(self, wanted, known):
        """Follows the wanted bits up to a known one, then the devices; the address and the last bit to try 1 at."""
        if not self.reset():
            return None, -1
        self.writebyte(self.SEARCH_ROM)
        path, branch = 0, -1
        for place in range(64):
            bit, complement = self.readbit(), self.readbit()
            if bit and complement:
                return None, -1
            if not bit and not complement:
                bit = wanted >> place & 1 if place <= known else 0
                if not bit:
                    branch = place
            self.writebit(bit)
            path |= bit << place
        return path, branch

    def crc8(self, data):
        """The checksum of bytes; 0 if the last one is their checksum."""
        return _bus.crc8(data)
