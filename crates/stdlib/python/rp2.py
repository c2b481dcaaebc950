"""The parts that only Raspberry Pi's microcontrollers have: programmable I/O, DMA, and the flash below the files."""
from _later import later as _later
from _rp2 import bootsel_button, get as _get, irq as _irq, pin as _pin, put as _put
from machine import freq as _freq, mem32 as _mem

# Registers by their places: RP2040 datasheet 3.7. Those of a block, and of a state machine in it.
_FSTAT, _FDEBUG, _FLEVEL, _FIFOS, _MEMORY, _MACHINES, _INTE = 4, 8, 12, 16, 0x48, 0xC8, 0x12C
_EXEC, _SHIFT, _INSTR, _PINS = 4, 8, 16, 20
# What is written there flips, sets and clears bits.
_FLIP, _SET, _CLEAR = 0x1000, 0x2000, 0x3000
# What an argument is that was not given.
_nothing = object()

# Words of the memory that programs take, by bits, in each block; where each state machine's program starts.
_used = [0, 0]
_starts = [0] * 8
# State machines that somebody has, by bits.
_claimed = 0


class PIO:
    """A block of programmable I/O: four state machines and memory for 32 instructions."""

    IN_LOW, IN_HIGH, OUT_LOW, OUT_HIGH = 0, 1, 2, 3
    SHIFT_LEFT, SHIFT_RIGHT = 0, 1
    JOIN_NONE, JOIN_TX, JOIN_RX = 0, 1, 2
    IRQ_SM0, IRQ_SM1, IRQ_SM2, IRQ_SM3 = 0x100, 0x200, 0x400, 0x800

    def __init__(self, id, /):
        if id not in (0, 1):
            raise ValueError("invalid PIO")
        self._id = id
        self._base = 0x50200000 + (id << 20)

    def __repr__(self):
        return f"PIO({self._id})"

    def __eq__(self, other):
        return isinstance(other, PIO) and self._id == other._id

    def add_program(self, prog, /):
        """Put a program into the block's memory, as far behind as there is room."""
        words = prog[0]
        mask = (1 << len(words)) - 1
        for start in range(32 - len(words), -1, -1):
            if not _used[self._id] & mask << start:
                break
        else:
            raise OSError(12)
        _used[self._id] |= mask << start
        for place, word in enumerate(words, start):
            # Jumps count from the beginning of the memory.
            _mem[self._base + _MEMORY + 4 * place] = word + start if word < 0x2000 else word
        prog[1 + self._id] = start

    def remove_program(self, prog=None, /):
        """Give back the memory of a program, or of all."""
        mask, start = 0xFFFFFFFF, 0
        if prog is not None:
            mask, start = (1 << len(prog[0])) - 1, prog[1 + self._id]
            if start < 0:
                raise ValueError("prog not in instruction memory")
            prog[1 + self._id] = -1
        _used[self._id] &= ~(mask << start)

    def state_machine(self, id, /, *args, **options):
        """One of the four state machines."""
        if not 0 <= id < 4:
            raise ValueError("invalid StateMachine")
        return StateMachine(4 * self._id + id, *args, **options)

    def irq(self, handler=_nothing, trigger=0xF00, hard=False):
        """Call handler(pio) when a program sets an interrupt flag."""
        if handler is not _nothing:
            _mem[self._base + _INTE] = 0 if handler is None else trigger
        return _irq(0x220 + self._id, self, self if handler is _nothing else handler, trigger, hard)


class StateMachine:
    """A state machine: it runs a program on its own."""

    def __init__(self, id, /, *args, **options):
        if not 0 <= id < 8:
            raise ValueError("invalid StateMachine")
        global _claimed
        _claimed |= 1 << id
        self._id = id
        self._base = 0x50200000 + (id >> 2 << 20)
        self._place = id & 3
        self._own = self._base + _MACHINES + 24 * self._place
        if args or options:
            self.init(*args, **options)

    def __repr__(self):
        return f"StateMachine({self._id})"

    def init(
        self, prog, freq=-1, *, in_base=None, out_base=None, set_base=None, jmp_pin=None, sideset_base=None,
        in_shiftdir=None, out_shiftdir=None, push_thresh=None, pull_thresh=None,
    ):  # fmt: skip
        """Load a program and set the machine up for it; it stands still then."""
        block, own = self._id >> 2, self._own
        if prog[1 + block] < 0:
            PIO(block).add_program(prog)
        start = _starts[self._id] = prog[1 + block]
        divider = 256 if freq < 0 else freq and _freq() * 256 // freq
        if freq > 0 and not 256 <= divider <= 1 << 24:
            raise ValueError("freq out of range")
        exec = prog[4] + (start << 12) + (start << 7)
        shift = prog[5]
        for value, place, mask in (
            (in_shiftdir, 18, 1), (out_shiftdir, 19, 1), (push_thresh, 20, 31), (pull_thresh, 25, 31),
        ):  # fmt: skip
            if value is not None:
                shift = shift & ~(mask << place) | (value & mask) << place
        if jmp_pin is not None:
            exec = exec & ~(31 << 24) | _pin(jmp_pin) << 24
        pins = 0 if in_base is None else _pin(in_base) << 15
        settings = []
        for base, values, place, count_at in ((out_base, prog[6], 0, 20), (set_base, prog[7], 5, 26), (sideset_base, prog[8], 10, 29)):
            if base is None:
                continue
            base = _pin(base)
            values = () if values is None else (values,) if isinstance(values, int) else values
            # The bit that says whether there is a side-set counts.
            count = len(values) + (exec >> 30 & 1 if place == 10 else 0)
            pins |= base << place | count << count_at
            settings += [(base + at & 31, value) for at, value in enumerate(values)]
        bit = 1 << self._place
        _mem[self._base + _CLEAR] = bit
        _mem[own] = divider << 8 & 0xFFFFFF00
        _mem[own + _EXEC] = exec
        _mem[own + _SHIFT] = shift
        # A change of how the FIFOs are joined empties them.
        _mem[own + _SHIFT + _FLIP] = _mem[own + _SHIFT + _FLIP] = 1 << 31
        _mem[self._base + _FDEBUG] = 0x01010101 << self._place
        _mem[self._base + _SET] = 0x110 << self._place
        _mem[own + _INSTR] = start
        for pin, value in settings:
            # set(pins, …) and set(pindirs, …) for this pin only.
            _mem[own + _PINS] = 1 << 26 | pin << 5
            _mem[own + _INSTR] = 0xE000 | value & 1
            _mem[own + _INSTR] = 0xE080 | value >> 1
        _mem[own + _PINS] = pins
        for pin, _ in settings:
            pad = 0x4001C004 + 4 * pin
            _mem[pad] = _mem[pad] & ~0x80 | 0x40
            _mem[0x40014004 + 8 * pin] = 6 + block

    def active(self, value=_nothing, /):
        """Whether the machine runs; or start or stop it."""
        if value is not _nothing:
            _mem[self._base + (_SET if value else _CLEAR)] = 1 << self._place
        return bool(_mem[self._base] >> self._place & 1)

    def restart(self):
        """Begin the program anew."""
        _mem[self._base + _SET] = 16 << self._place
        _mem[self._own + _INSTR] = _starts[self._id]

    def exec(self, instr, /):
        """Execute an instruction, as a number or as text."""
        if not isinstance(instr, int):
            from _pioasm import asm_pio_encode

            count, optional = _mem[self._own + _PINS] >> 29 & 7, _mem[self._own + _EXEC] >> 30 & 1
            instr = asm_pio_encode(instr, count, optional)
        _mem[self._own + _INSTR] = instr

    def get(self, buf=None, shift=0, /):
        """Wait for a word, or for as many items as a buffer holds."""
        size = 4
        if buf is not None:
            view = memoryview(buf)
            size = view.itemsize
            if view.format not in "BHIbhi":
                raise ValueError("unsupported buffer type")
            if not view.nbytes:
                return buf
        return _get(self._base + _FSTAT, 0x100 << self._place, self._fifo(True), buf, size, shift)

    def put(self, value, shift=0, /):
        """Hand a word over, or the items of a buffer, waiting until there is room."""
        if isinstance(value, int):
            value, size = (value & 0xFFFFFFFF).to_bytes(4, "little"), 4
        else:
            value = memoryview(value)
            size = value.itemsize
            if value.format not in "BHI":
                raise ValueError("unsupported buffer type")
        _put(self._base + _FSTAT, 0x10000 << self._place, self._fifo(False), value, size, shift)

    def _fifo(self, reads):
        return self._base + _FIFOS + 4 * self._place + 16 * reads

    def rx_fifo(self):
        """How many words can be had."""
        return _mem[self._base + _FLEVEL] >> 8 * self._place + 4 & 15

    def tx_fifo(self):
        """How many words wait for the machine."""
        return _mem[self._base + _FLEVEL] >> 8 * self._place & 15

    def irq(self, handler=_nothing, trigger=1, hard=False):
        """Call handler(machine) when the program sets the flag with the machine's number."""
        if handler is not _nothing:
            _mem[self._base + _INTE + (_CLEAR if handler is None else _SET)] = 0x100 << self._place
        return _irq(0x230 + self._id, self, self if handler is _nothing else handler, trigger, hard)


__getattr__, __dir__ = _later(globals(), {
    "_pioasm": ("asm_pio", "asm_pio_encode", "PIOASMEmit", "PIOASMError"),
    "_rp2_dma": ("DMA", "Flash"),
})
