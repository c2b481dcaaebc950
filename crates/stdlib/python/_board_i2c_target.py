"""A controller in the world of a simulated board, which speaks to the board's own I2C targets: RP2040 datasheet 4.3.

The board answers between two of its instructions. So a transfer goes on whenever the program has looked after its registers,
and who asked for it learns later how it ended.
"""
from _board_time import doze as _doze, leave as _leave, now as _now

_SOURCE = 0x210
# Registers, and interrupts: a byte is there, one is asked for, no more is, stop, start.
_CON, _ADDRESS, _DATA, _STAT, _MASK, _RAW, _CLEAR_ALL, _ENABLE, _STATUS, _COUNT = (
    0, 8, 0x10, 0x2C, 0x30, 0x34, 0x40, 0x6C, 0x70, 0x78
)  # fmt: skip
_FULL, _ASKED, _DONE, _STOP, _START = 4, 0x20, 0x80, 0x200, 0x400
_CLEARS = {0x50: _ASKED, 0x54: 0x40, 0x58: _DONE, 0x60: _STOP, 0x64: _START}
_ROOM, _ETIMEDOUT = 16, 110


class Transfer:
    """A transfer that was asked for: `done`, and then `data`, which is None if nobody has the address."""

    def __init__(self, address, written, count, then):
        self.address, self.then = address, then
        self.left, self.count = bytearray(written), count
        self.data = None
        self.done = self.begun = self.asked = False
        self.received = bytearray()

    def end(self, data):
        """It is over."""
        self.data, self.done = data, True
        if self.then is not None:
            self.then(data)


class Controller:
    """Who speaks to a bus of the board."""

    def __init__(self, number):
        self.number = number
        self.registers = {}
        self.received = []
        self.raw = self.mask = 0
        self.active = False
        self.waiting = []

    def writeto(self, address, data, then=None):
        """Write to the board; then(data) is called at the end."""
        return self._ask(Transfer(address, data, 0, then))

    def readfrom(self, address, count, then=None):
        """Read from the board."""
        return self._ask(Transfer(address, b"", count, then))

    def readfrom_mem(self, address, place, count, then=None, address_size=1):
        """Read from a place in the board's memory."""
        return self._ask(Transfer(address, place.to_bytes(address_size, "big"), count, then))

    def _ask(self, transfer):
        self.waiting.append(transfer)
        self.go_on()
        return transfer

    def go_on(self):
        """Does what can be done without the program, and calls it where it can't."""
        while self.waiting:
            # The next one waits until the program has seen the end of the one before.
            transfer = self.waiting[0]
            if not transfer.begun and self.raw & (_STOP | _START | _FULL):
                break
            if not self._step(transfer):
                break
            self.waiting.pop(0)
        causes = self.raw | (_FULL if self.received else 0)
        if causes & self.mask and self.registers.get(_ENABLE, 0) & 1:
            self.mask = 0
            _leave(_SOURCE + self.number, causes)

    def _step(self, transfer):
        """Goes on with a transfer: whether it is over."""
        if not self.registers.get(_ENABLE, 0) & 1 or self.registers.get(_ADDRESS) != transfer.address:
            transfer.end(None)
            return True
        if not transfer.begun:
            transfer.begun = self.active = True
            self.raw |= _START
        while transfer.left and len(self.received) < _ROOM:
            self.received.append(transfer.left.pop(0))
        if transfer.left:
            return False
        if len(transfer.received) < transfer.count:
            # Between writing and reading there is another start; what was written is looked at first.
            if not self.received and not transfer.asked:
                transfer.asked = True
                self.raw |= _ASKED
            return False
        self.raw |= _STOP | (_DONE if transfer.count else 0)
        self.active = False
        transfer.end(bytes(transfer.received))
        return True

    def read(self, place):
        """Read a register."""
        if place == _DATA:
            value = self.received.pop(0) if self.received else 0
            self.go_on()
            return value
        if place in (_RAW, _STAT):
            causes = self.raw | (_FULL if self.received else 0)
            return causes if place == _RAW else causes & self.mask
        if place in _CLEARS or place == _CLEAR_ALL:
            self.raw &= ~_CLEARS.get(place, 0xFFFF)
            self.go_on()
            return 0
        if place == _STATUS:
            return 2 | (8 if self.received else 0) | (0x40 if self.active else 0)
        if place == _COUNT:
            return len(self.received)
        return self.mask if place == _MASK else self.registers.get(place, 0)

    def write(self, place, value):
        """Write a register."""
        if place == _DATA:
            if self.waiting and self.waiting[0].begun:
                self.waiting[0].received.append(value & 255)
                self.waiting[0].asked = False
        elif place == _MASK:
            self.mask = value
        else:
            self.registers[place] = value
            if place == _ENABLE and not value & 1:
                self.raw, self.received = 0, []
        self.go_on()


controllers = [Controller(0), Controller(1)]


class OwnTarget:
    """A target of the board, for a bus of the same board that is wired to it."""

    def __init__(self, controller, address):
        self.controller, self.address = controller, address

    def _wait(self, transfer):
        # The program looks after its target in handlers only, so none must be running.
        for _ in range(1000):
            if transfer.done:
                return transfer.data
            _doze(_now() + 50_000)
        raise OSError(_ETIMEDOUT)

    def write(self, data):
        """What the bus writes."""
        self._wait(self.controller.writeto(self.address, data))

    def read(self, count):
        """What the bus reads."""
        return self._wait(self.controller.readfrom(self.address, count))


def own_target(numbers, address):
    """What answers at an address at one of the board's own controllers; None if nothing does."""
    for number in numbers:
        registers = controllers[number].registers
        if registers.get(_ENABLE, 0) & 1 and registers.get(_ADDRESS) == address:
            return OwnTarget(controllers[number], address)
    return None
