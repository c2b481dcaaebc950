# SD cards on an SPI bus: a block device for vfs.mount(). After the SD Association's "Physical Layer Simplified
# Specification", chapter 7.
import time

# Bits of the first answer to a command, and what comes before data.
_IDLE = 1
_ILLEGAL = 4
_DATA = 0xFE
_DATA_OF_MANY = 0xFC
_NO_MORE = 0xFD
# Milliseconds that a card may take: to be ready after power-on, and for a block.
_START = 2000
_PATIENCE = 500


class SDCard:
    """A card on an SPI bus, chosen by a pin."""

    def __init__(self, spi, cs, baudrate=1320000):
        self.spi = spi
        self.cs = cs
        self._byte = bytearray(1)
        cs.init(cs.OUT, value=1)
        # Cards understand SPI after 74 clocks without being chosen, and are slow at first.
        self._speed(100000)
        spi.write(b"\xff" * 10)
        self._start()
        self.sectors = self._size()
        if self._command(16, 512):
            raise OSError(5, "the card takes no blocks of 512 bytes")
        self._release()
        self._speed(baudrate)

    def _speed(self, baudrate):
        self.spi.init(baudrate=baudrate, phase=0, polarity=0)

    def _next(self):
        self.spi.readinto(self._byte, 0xFF)
        return self._byte[0]

    def _command(self, number, argument=0, skip=0):
        """Chooses the card and gives it a command: its answer, or -1 if there is none."""
        # In this mode cards check the sums of these two only.
        check = 0x95 if number == 0 else 0x87
        self.cs(0)
        self.spi.write(b"\xff" + bytes((0x40 | number,)) + argument.to_bytes(4, "big") + bytes((check,)))
        if skip:
            self._next()
        for _ in range(100):
            answer = self._next()
            if not answer & 0x80:
                return answer
        return -1

    def _release(self):
        self.cs(1)
        # The card lets go of the line with the next clocks.
        self.spi.write(b"\xff")

    def _fail(self, message):
        self._release()
        raise OSError(5, message)

    def _until(self, done, patience, message):
        """Asks again until the answer is right."""
        end = time.monotonic_ns() + patience * 1000000
        while True:
            answer = done()
            if answer is not None:
                return answer
            if time.monotonic_ns() > end:
                self._fail(message)

    def _start(self):
        for _ in range(5):
            if self._command(0) == _IDLE:
                break
            self._release()
        else:
            self._release()
            raise OSError(19, "no SD card")
        self._release()
        answer = self._command(8, 0x1AA)
        is_old = answer == _IDLE | _ILLEGAL
        if not is_old and (answer != _IDLE or self.spi.read(4, 0xFF)[2:] != b"\x01\xaa"):
            self._fail("not an SD card")
        self._release()

        def ready():
            self._command(55)
            self._release()
            answer = self._command(41, 0 if is_old else 0x40000000)
            self._release()
            return None if answer else 0

        self._until(ready, _START, "the SD card does not start")
        # Large cards count blocks, small ones bytes.
        self._unit = 512
        if not is_old and self._command(58) == 0 and self.spi.read(4, 0xFF)[0] & 0x40:
            self._unit = 1
        self._release()

    def _size(self):
        if self._command(9):
            self._fail("the SD card does not tell its size")
        csd = bytearray(16)
        self._receive(csd)
        self._release()
        if csd[0] >> 6 == 1:
            return (int.from_bytes(csd[7:10], "big") + 1) * 1024
        size = (csd[6] & 3) << 10 | csd[7] << 2 | csd[8] >> 6
        multiplier = (csd[9] & 3) << 1 | csd[10] >> 7
        return (size + 1) << (multiplier + 2 + (csd[5] & 15) - 9)

    def _receive(self, buffer):
        def begins():
            byte = self._next()
            return None if byte == 0xFF else byte

        if self._until(begins, _PATIENCE, "the SD card sends nothing") != _DATA:
            self._fail("the SD card can't read that")
        self.spi.readinto(buffer, 0xFF)
        # The sum, which is not asked for.
        self.spi.read(2, 0xFF)

    def _send(self, mark, buffer):
        self.spi.write(bytes((0xFF, mark)))
        self.spi.write(buffer)
        self.spi.write(b"\xff\xff")
        if self._next() & 0x1F != 5:
            self._fail("the SD card did not take the data")
        self._wait()

    def _wait(self):
        self._until(lambda: self._next() or None, _PATIENCE, "the SD card stays busy")

    def _blocks(self, buffer):
        if not buffer or len(buffer) % 512:
            raise ValueError("buffers hold blocks of 512 bytes")
        view = memoryview(buffer)
        return [view[start : start + 512] for start in range(0, len(buffer), 512)]

    def readblocks(self, block_num, buf):
        """Read blocks into a buffer."""
        blocks = self._blocks(buf)
        if self._command(17 if len(blocks) == 1 else 18, block_num * self._unit):
            self._fail("the SD card can't read")
        for block in blocks:
            self._receive(block)
        if len(blocks) > 1:
            self._command(12, 0, 1)
            self._wait()
        self._release()

    def writeblocks(self, block_num, buf):
        """Write a buffer to blocks."""
        blocks = self._blocks(buf)
        if self._command(24 if len(blocks) == 1 else 25, block_num * self._unit):
            self._fail("the SD card can't write")
        for block in blocks:
            self._send(_DATA if len(blocks) == 1 else _DATA_OF_MANY, block)
        if len(blocks) > 1:
            self.spi.write(bytes((_NO_MORE, 0xFF)))
            self._wait()
        self._release()

    def ioctl(self, op, arg):
        """What vfs asks of block devices: their number and size of blocks."""
        if op == 4:
            return self.sectors
        if op == 5:
            return 512
        return 0
