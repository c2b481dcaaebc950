"""DMA, and the flash below the files."""
import _flash
import _rp2
from machine import mem32 as _mem
from rp2 import StateMachine as _StateMachine, _nothing

# Registers: RP2040 datasheet 2.5.7.
_READ, _WRITE, _COUNT, _CTRL = 0, 4, 8, 16
_INTE, _TRIGGER, _ABORT = 0x50000404, 0x50000430, 0x50000444

# Bytes of flash that are erased at once.
_BLOCK = 4096
# Names of bits in the control register: where they are and how many.
_FIELDS = {
    "enable": (0, 1), "high_pri": (1, 1), "size": (2, 2), "inc_read": (4, 1), "inc_write": (5, 1), "ring_size": (6, 4),
    "ring_sel": (10, 1), "chain_to": (11, 4), "treq_sel": (15, 6), "irq_quiet": (21, 1), "bswap": (22, 1),
    "sniff_en": (23, 1), "busy": (24, 1), "write_err": (29, 1), "read_err": (30, 1), "ahb_err": (31, 1),
}  # fmt: skip


class _Registers:
    """The words of a channel's registers."""

    def __init__(self, base):
        self._base = base

    def __len__(self):
        return 16

    def _address(self, index):
        return self._base + 4 * range(16)[index]

    def __getitem__(self, index):
        return _mem[self._address(index)]

    def __setitem__(self, index, value):
        _mem[self._address(index)] = value


class DMA:
    """A channel that moves memory while the program does something else.

    Buffers of a program move when memory is tidied up, so a channel has memory of its own: what it reads is copied there
    when it is set up and when it starts, and what it wrote is in the program's buffer once the channel is not active.
    """

    def __init__(self):
        channel = _rp2.claim()
        if channel is None:
            raise OSError(16)
        self.channel = channel
        self._base = 0x50000000 + 64 * channel
        # The program's buffers and the addresses of the memory for them.
        self._buffers = [None, None]
        self._rooms = [0, 0]

    def __repr__(self):
        return f"DMA({self.channel})"

    @property
    def registers(self):
        """The channel's registers, as words."""
        return _Registers(self._base)

    def _open(self):
        if self.channel == 255:
            raise ValueError("channel closed")
        return self._base

    def _set_address(self, which, value):
        base = self._open()
        buffer = None
        if isinstance(value, _StateMachine):
            value = value._fifo(not which)
        elif not isinstance(value, int):
            # Nobody may change its size meanwhile.
            buffer = memoryview(value)
            value = _rp2.room(self.channel, buffer.nbytes) if which else _rp2.load(self.channel, buffer, False)
            self._rooms[which] = value
        self._buffers[which] = buffer
        _mem[base + 4 * which] = value & 0xFFFFFFFF

    def _fetch(self):
        if self._buffers[1] is not None:
            _rp2.fetch(self.channel, self._buffers[1])

    def _start(self):
        base = self._base
        ctrl = _mem[base + _CTRL]
        length = _mem[base + _COUNT] << (ctrl >> 2 & 3)
        ring = ctrl >> 6 & 15
        for which, buffer in enumerate(self._buffers):
            if buffer is None:
                continue
            end = _mem[base + 4 * which] - self._rooms[which]
            if ring and ctrl >> 10 & 1 == which:
                end = 1 << ring
            elif ctrl >> 4 + which & 1:
                end += length
            if end > buffer.nbytes:
                raise ValueError("buffer too small")
        if self._buffers[0] is not None:
            _rp2.load(self.channel, self._buffers[0], True)
        _mem[_TRIGGER] = 1 << self.channel

    @property
    def read(self):
        """The address that is read next."""
        return _mem[self._open() + _READ]

    @read.setter
    def read(self, value):
        self._set_address(0, value)

    @property
    def write(self):
        """The address that is written next."""
        return _mem[self._open() + _WRITE]

    @write.setter
    def write(self, value):
        self._set_address(1, value)

    @property
    def count(self):
        """How many transfers are left."""
        return _mem[self._open() + _COUNT]

    @count.setter
    def count(self, value):
        _mem[self._open() + _COUNT] = value & 0xFFFFFFFF

    @property
    def ctrl(self):
        """The control register; see pack_ctrl()."""
        return _mem[self._open() + _CTRL]

    @ctrl.setter
    def ctrl(self, value):
        _mem[self._open() + _CTRL] = value & 0xFFFFFFFF

    def config(self, *, read=None, write=None, count=None, ctrl=None, trigger=False):
        """Set what is given, and start."""
        self._open()
        if read is not None:
            self.read = read
        if write is not None:
            self.write = write
        if count is not None:
            self.count = count
        if ctrl is not None:
            self.ctrl = ctrl
        if trigger:
            self._start()

    def active(self, value=_nothing, /):
        """Whether the channel works; or start or stop it."""
        base = self._open()
        if value is not _nothing:
            if value:
                self._start()
            else:
                _mem[_ABORT] = 1 << self.channel
        busy = bool(_mem[base + _CTRL] >> 24 & 1)
        if not busy:
            self._fetch()
        return busy

    def irq(self, handler=_nothing, hard=False):
        """Call handler(dma) when the channel has done its work."""
        self._open()
        call = self
        if handler is not _nothing:
            _mem[_INTE + (0x3000 if handler is None else 0x2000)] = 1 << self.channel
            call = handler and self._told(handler)
        return _rp2.irq(0x240 + self.channel, self, call, 1, hard)

    @staticmethod
    def _told(handler):
        def told(dma):
            dma._fetch()
            handler(dma)

        return told

    def close(self):
        """Stop the channel and give it back."""
        if self.channel != 255:
            self._fetch()
            self.irq(None)
            _rp2.release(self.channel)
            self._buffers = [None, None]
            self.channel = 255

    __del__ = close

    def pack_ctrl(self, *, default=None, **fields):
        """A value for the control register."""
        value = 0x3F8039 | (self.channel & 15) << 11 if default is None else default
        for name, field in fields.items():
            if name not in _FIELDS:
                raise TypeError(f"no field {name!r}")
            place, bits = _FIELDS[name]
            mask = (1 << bits) - 1
            if name not in ("busy", "ahb_err"):
                if field & mask != field:
                    raise ValueError("bad field value")
                value = value & ~(mask << place) | field << place
        return value

    @staticmethod
    def unpack_ctrl(value, /):
        """The fields of a control register's value."""
        return {name: value >> place & (1 << bits) - 1 for name, (place, bits) in _FIELDS.items()}


class Flash:
    """The part of the flash that holds files, as a device of blocks."""

    def __init__(self, start=-1, len=-1):
        size = _flash.size()
        self._start = max(start, 0)
        self._size = size - self._start if len < 0 else len
        if self._start % _BLOCK or self._size % _BLOCK or not 0 < self._size <= size - self._start:
            raise ValueError

    def _offset(self, block, offset, length):
        start = block * _BLOCK + offset
        if not 0 <= start <= self._size - length:
            raise OSError(5)
        return self._start + start

    def readblocks(self, block, buf, offset=0, /):
        """Fill a buffer."""
        _flash.read(self._offset(block, offset, len(buf)), buf)

    def writeblocks(self, block, buf, offset=None, /):
        """Write a buffer: without an offset the blocks are erased before."""
        start = self._offset(block, offset or 0, len(buf))
        if offset is None:
            _flash.erase(start, len(buf))
        _flash.program(start, buf)

    def ioctl(self, op, arg, /):
        """What file systems ask: 4 is the number of blocks, 5 their size, 6 erases one."""
        if op in (1, 2, 3):
            return 0
        if op == 4:
            return self._size // _BLOCK
        if op == 5:
            return _BLOCK
        if op == 6:
            _flash.erase(self._offset(arg, 0, _BLOCK), _BLOCK)
            return 0
