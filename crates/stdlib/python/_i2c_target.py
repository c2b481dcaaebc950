"""A board that answers on the I2C bus, as sensors and memories do."""
import _rp2
from machine import Pin as _Pin, mem32 as _mem

# Registers: RP2040 datasheet 4.3.17.
_CON, _OWN_ADDRESS, _DATA, _CAUSES, _MASK, _LEVEL, _ENABLE, _STATUS, _COUNT = 0, 8, 0x10, 0x34, 0x30, 0x38, 0x6C, 0x70, 0x78
# Interrupts, and the registers that clear them: a byte is there, one is asked for, gave up, asked for no more, stop, start.
_FULL, _ASKED, _ABORT, _DONE, _STOP, _START = 4, 0x20, 0x40, 0x80, 0x200, 0x400
_CLEAR = {_ASKED: 0x50, _ABORT: 0x54, _DONE: 0x58, _STOP: 0x60, _START: 0x64}
# In the status: a transfer with this target goes on.
_ACTIVE = 0x40
_nothing = object()


class I2CTarget:
    """A target with an address. With a memory, controllers read and write that without the program's doing.

    The program looks after the bus between two of its instructions; the clock is held until then.
    """

    IRQ_ADDR_MATCH_READ, IRQ_ADDR_MATCH_WRITE, IRQ_READ_REQ, IRQ_WRITE_REQ = 1, 2, 4, 8
    IRQ_END_READ, IRQ_END_WRITE = 16, 32

    def __init__(self, id=0, addr=None, *, addrsize=7, mem=None, mem_addrsize=8, scl=None, sda=None):
        if id not in (0, 1):
            raise ValueError(f"I2CTarget({id}) doesn't exist")
        if addr is None:
            raise TypeError("'addr' argument required")
        scl = _rp2.pin((5, 7)[id] if scl is None else scl)
        sda = _rp2.pin((4, 6)[id] if sda is None else sda)
        if scl & 3 != 2 * id + 1:
            raise ValueError("bad SCL pin")
        if sda & 3 != 2 * id:
            raise ValueError("bad SDA pin")
        if mem is not None and mem_addrsize not in (0, 8, 16, 24, 32):
            raise ValueError("mem_addrsize must be 0, 8, 16, 24 or 32")
        self._id, self._scl, self._sda = id, scl, sda
        self._base = base = 0x40044000 + 0x4000 * id
        self._memory = mem if mem is None else memoryview(mem).cast("B")
        self._size = mem_addrsize // 8
        self.memaddr = self._place = self._left = 0
        # What is going on: None, or the flag of the request; whether the place in memory is being told.
        self._state = None
        self._telling = False
        self._handler, self._trigger, self._flags = None, 0, 0
        _mem[base + _ENABLE] = 0
        # The clock is held while the FIFO is full; stops of other targets' transfers are not told.
        _mem[base + _CON] = 0x280 | (8 if addrsize == 10 else 0)
        _mem[base + _OWN_ADDRESS] = addr
        _mem[base + _LEVEL] = 0
        _mem[base + 0x40]
        _mem[base + _ENABLE] = 1
        for pin in (scl, sda):
            _Pin(pin, _Pin.ALT, _Pin.PULL_UP, alt=_Pin.ALT_I2C)
        _rp2.irq(0x210 + id, self, I2CTarget._serve, 0, False)
        self._listen()

    def __repr__(self):
        return f"I2CTarget({self._id}, addr={_mem[self._base + _OWN_ADDRESS]}, scl={self._scl}, sda={self._sda})"

    def _listen(self):
        _mem[self._base + _MASK] = _FULL | _ASKED | _ABORT | _DONE | _STOP | _START

    def deinit(self):
        """Answer no more."""
        if self._base:
            _mem[self._base + _MASK] = 0
            _mem[self._base + _ENABLE] = 0
            _rp2.irq(0x210 + self._id, self, None, 0, False)
            self._base = 0

    __del__ = deinit

    def _tell(self, flag):
        """Calls the handler if it wants to know: whether it did."""
        if not self._trigger & flag or self._handler is None:
            return False
        self._flags = flag
        self._handler(self)
        return True

    def _end(self):
        state, self._state = self._state, None
        if state is not None:
            self._tell(self.IRQ_END_READ if state == self.IRQ_READ_REQ else self.IRQ_END_WRITE)

    def _begin(self, state):
        if self._state != state:
            self._end()
            self._tell(self.IRQ_ADDR_MATCH_READ if state == self.IRQ_READ_REQ else self.IRQ_ADDR_MATCH_WRITE)
            self._state = state
            if state == self.IRQ_WRITE_REQ and self._size:
                self._place, self._left = 0, self._size
                self._telling = True

    def _serve(self):
        base = self._base
        if not base:
            return
        # Those that are turned off in the interrupt are still there.
        causes = _mem[base + _CAUSES]
        # What comes later may belong to the next transfer, and waits for its own turn.
        count = _mem[base + _COUNT]
        for cause, register in _CLEAR.items():
            if causes & cause:
                _mem[base + register]
        # A start behind a stop: the transfer before is over, and the next one may be as well.
        is_next = causes & _START and causes & _STOP and self._state is not None
        if is_next or causes & _START and not causes & _FULL and self._state is not None:
            self._end()
        while count and _mem[base + _STATUS] & 8:
            count -= 1
            self._begin(self.IRQ_WRITE_REQ)
            told = self._tell(self.IRQ_WRITE_REQ)
            if self._memory is None:
                if not told:
                    _mem[base + _DATA]
                elif _mem[base + _STATUS] & 8:
                    # The handler takes the rest later.
                    break
            else:
                self._store(_mem[base + _DATA] & 255)
        if causes & _ASKED:
            self._begin(self.IRQ_READ_REQ)
            told = self._tell(self.IRQ_READ_REQ)
            if self._memory is not None:
                self._know_place()
                self.write(self._memory[self._place:self._place + 1])
                self._place = (self._place + 1) % len(self._memory)
            elif not told:
                self.write(b"\0")
        is_over = causes & _STOP and not is_next
        if self._state is not None:
            if not is_over and not _mem[base + _STATUS] & (_ACTIVE | 8):
                # Its stop came just now, and needs not be told again.
                _mem[base + _CLEAR[_STOP]]
                is_over = True
            if is_over:
                self._end()
        elif is_over:
            self._tell(self.IRQ_ADDR_MATCH_WRITE)
            self._tell(self.IRQ_END_WRITE)
        self._listen()

    def _know_place(self):
        if self._telling:
            self._telling = False
            self._place %= len(self._memory)
            self.memaddr = self._place

    def _store(self, byte):
        if self._telling and self._left:
            self._place = self._place << 8 | byte
            self._left -= 1
            if not self._left:
                self._know_place()
            return
        self._memory[self._place] = byte
        self._place = (self._place + 1) % len(self._memory)

    def readinto(self, buf, /):
        """Take what a controller has written: how many bytes."""
        view = memoryview(buf).cast("B")
        count = 0
        while count < len(view) and _mem[self._base + _STATUS] & 8:
            view[count] = _mem[self._base + _DATA] & 255
            count += 1
        return count

    def write(self, buf, /):
        """Give a controller bytes to read: how many there was room for."""
        count = 0
        for byte in memoryview(buf).cast("B"):
            if not _mem[self._base + _STATUS] & 2:
                break
            _mem[self._base + _DATA] = byte
            count += 1
        return count

    def irq(self, handler=_nothing, trigger=48, hard=False):
        """Call handler(target) when a controller has read or written; irq().flags() says which."""
        if handler is not _nothing:
            self._handler, self._trigger = handler, trigger
        return _Irq(self)


class _Irq:
    """What I2CTarget.irq() gives."""

    def __init__(self, target):
        self._target = target

    def flags(self):
        """What happened last, by bits."""
        return self._target._flags

    def trigger(self, trigger=_nothing, /):
        """What calls the handler, by bits; or set it."""
        old = self._target._trigger
        if trigger is not _nothing:
            self._target._trigger = trigger
        return old
