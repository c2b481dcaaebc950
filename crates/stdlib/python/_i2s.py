"""Sound: samples to and from converters on the I2S bus, by a state machine and DMA."""
from array import array as _array
from time import sleep_us as _sleep_us

import _rp2
import rp2 as _rp2_module

# Programs of a state machine; the clock is the first pin of the side-set, the word select the second, which changes a
# bit early. For samples of 32 bits; those of 16 bits need 16 less in the counters.
#
#    set(x, 30).side(1); out(pins, 1).side(0); jmp(x_dec, …).side(1); out(pins, 1).side(2)
#    set(x, 30).side(3); out(pins, 1).side(2); jmp(x_dec, …).side(3); out(pins, 1).side(0)
#
# and with the clock the other way round for what is received, with in_(pins, 1).
_SEND = 0xE83E, 0x6001, 0x0841, 0x7001, 0xF83E, 0x7001, 0x1845, 0x6001
_RECEIVE = 0xE03E, 0x4801, 0x0041, 0x5801, 0xF03E, 0x5801, 0x1045, 0x4801


def _machine():
    """A state machine that nobody has."""
    for number in range(8):
        if not _rp2_module._claimed & 1 << number:
            return _rp2_module.StateMachine(number)
    raise OSError("no free state machines")


class I2S:
    """A stream of samples."""

    RX, TX = 0, 1
    MONO, STEREO = 0, 1

    def __init__(self, id, /, **options):
        if id not in (0, 1):
            raise ValueError("invalid id")
        self._id = id
        self._machine = None
        self.init(**options)

    def init(self, *, sck, ws, sd, mode, bits, format, rate, ibuf):
        """Set the stream up."""
        self.deinit()
        pins = sck, ws, sd = _rp2.pin(sck), _rp2.pin(ws), _rp2.pin(sd)
        for name, fits in (
            ("ws (must be sck+1)", ws == sck + 1), ("mode", mode in (0, 1)), ("bits", bits in (16, 32)),
            ("format", format in (0, 1)), ("ibuf", ibuf > 0),
        ):  # fmt: skip
            if not fits:
                raise ValueError(f"invalid {name}")
        self._shown = *pins, mode, bits, format, rate, ibuf
        self._handler = self._buffer = None
        # What is received has always 32 bits.
        width = bits if mode else 32
        words = [word - 16 if width == 16 and word & 0xE0FF == 0xE03E else word for word in (_SEND if mode else _RECEIVE)]
        # Filled and emptied by itself, one FIFO of double length, all eight words again and again.
        shift = 1 << 30 | 1 << 17 | (width & 31) << 25 if mode else 1 << 31 | 1 << 16
        self._program = [_array("H", words), -1, -1, -1, 7 << 12, shift, 2 if mode else None, None, (2, 2)]
        machine = _machine()
        machine.init(
            self._program, rate * 4 * width, sideset_base=sck, out_base=sd if mode else None, in_base=None if mode else sd
        )
        _rp2.pump(self._id, machine._id, mode, bits // 8, format == 0, ibuf)
        machine.active(True)
        self._machine = machine

    def __repr__(self):
        sck, ws, sd, mode, bits, format, rate, ibuf = self._shown
        return (
            f"I2S(id={self._id},\nsck={sck},\nws={ws},\nsd={sd},\nmode={mode},\n"
            f"bits={bits}, format={format},\nrate={rate}, ibuf={ibuf})"
        )

    def deinit(self):
        """Stop the stream."""
        machine, self._machine = self._machine, None
        if machine is not None:
            machine.active(False)
            _rp2.irq(0x250 + self._id, self, None, 0, False)
            _rp2.pump(self._id, 0, 0, 0, 0, 0)
            _rp2_module.PIO(machine._id >> 2).remove_program(self._program)
            _rp2_module._claimed &= ~(1 << machine._id)

    __del__ = deinit

    def irq(self, handler, /):
        """Don't wait from now on: call handler(i2s) when a buffer was written or filled."""
        if handler is not None and not callable(handler):
            raise ValueError("invalid callback")
        self._handler = handler
        _rp2.irq(0x250 + self._id, self, handler and I2S._go_on, 1, False)

    def _move(self):
        """Moves what can be moved: whether the buffer is done."""
        if self._shown[3]:
            self._at += _rp2.pump_write(self._id, self._buffer, self._at)
        else:
            self._at += _rp2.pump_read(self._id, self._buffer[self._at:])
        return self._at == len(self._buffer)

    def _go_on(self):
        if self._buffer is not None and self._move():
            self._buffer = None
            self._handler(self)

    def _begin(self, buf, mode):
        if self._machine is None or self._shown[3] != mode:
            raise OSError(1)
        self._buffer, self._at = memoryview(buf).cast("B"), 0
        done = self._move()
        if self._handler is None:
            while not done:
                _sleep_us(500)
                done = self._move()
            self._buffer = None
        elif done:
            # Even so the handler is called later, and not from here.
            from micropython import schedule

            schedule(I2S._go_on, self)
        return len(buf) if self._buffer is None else self._buffer.nbytes

    def write(self, buf, /):
        """Send samples: how many bytes."""
        return self._begin(buf, 1)

    def readinto(self, buf, /):
        """Fill a buffer with samples: how many bytes."""
        return self._begin(buf, 0)

    @staticmethod
    def shift(*, buf, bits, shift):
        """Shift samples left, or right if it is negative: make them louder or softer."""
        if bits not in (16, 32):
            raise ValueError("invalid bits")
        samples = memoryview(buf).cast("B").cast("h" if bits == 16 else "i")
        half = 1 << bits - 1
        for at, sample in enumerate(samples):
            sample = sample << shift if shift >= 0 else sample >> -shift
            samples[at] = (sample + half & 2 * half - 1) - half
