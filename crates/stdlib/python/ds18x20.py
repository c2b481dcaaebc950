"""Temperature sensors on the 1-Wire bus: DS18S20, DS1822, DS18B20."""


class DS18X20:
    """All such sensors on a bus."""

    def __init__(self, onewire):
        self.ow = onewire
        self.buf = bytearray(9)

    def scan(self):
        """The addresses of the sensors."""
        return [rom for rom in self.ow.scan() if rom[0] in (0x10, 0x22, 0x28)]

    def convert_temp(self):
        """Let all of them measure, which takes up to 750 ms."""
        self.ow.reset(True)
        self.ow.writebyte(self.ow.SKIP_ROM)
        self.ow.writebyte(0x44)

    def _command(self, rom, command):
        self.ow.reset(True)
        self.ow.select_rom(rom)
        self.ow.writebyte(command)

    def read_scratch(self, rom):
        """The memory of a sensor."""
        self._command(rom, 0xBE)
        self.ow.readinto(self.buf)
        if self.ow.crc8(self.buf):
            raise Exception("CRC error")
        return self.buf

    def write_scratch(self, rom, buf):
        """Set limits and resolution."""
        self._command(rom, 0x4E)
        self.ow.write(buf)

    def read_temp(self, rom):
        """Degrees Celsius."""
        buf = self.read_scratch(rom)
        value = int.from_bytes(buf[:2], "little", signed=True)
        if rom[0] != 0x10:
            return value / 16
        # The counter of the older sensors refines their half degrees.
        return (value >> 1) - 0.25 + (buf[7] - buf[6]) / buf[7]
