"""The assembler for PIO programs: a decorated function is called once, and each instruction in it is a call."""
from array import array as _array

# Names in a program and what they stand for: sources and destinations, conditions, flags.
_NAMES = {
    "gpio": 0, "pins": 0, "x": 1, "y": 2, "null": 3, "pindirs": 4, "pc": 5, "status": 5, "isr": 6, "osr": 7, "exec": 8,
    "not_x": 1, "x_dec": 2, "not_y": 3, "y_dec": 4, "x_not_y": 5, "pin": 6, "not_osre": 7,
    "noblock": 1, "block": 0x21, "iffull": 0x40, "ifempty": 0x40, "clear": 0x40,
    "invert": lambda source: source | 8, "reverse": lambda source: source | 16, "rel": lambda index: index | 16,
}  # fmt: skip
_INSTRUCTIONS = "word", "nop", "jmp", "wait", "in_", "out", "push", "pull", "mov", "irq", "set"
_DIRECTIVES = "wrap_target", "wrap", "label"


class PIOASMError(Exception):
    """A program that can't be assembled."""


class PIOASMEmit:
    """Takes instructions in; each is noted as word, label, side-set value and delay until all are known."""

    def __init__(
        self, *, out_init=None, set_init=None, sideset_init=None, side_pindir=False, in_shiftdir=0, out_shiftdir=0,
        autopush=False, autopull=False, push_thresh=32, pull_thresh=32, fifo_join=0,
    ):  # fmt: skip
        self.labels = {}
        self.wraps = False
        self.execctrl = side_pindir << 29
        shiftctrl = fifo_join << 30 | (pull_thresh & 31) << 25 | (push_thresh & 31) << 20
        shiftctrl |= out_shiftdir << 19 | in_shiftdir << 18 | autopull << 17 | autopush << 16
        self.rest = shiftctrl, out_init, set_init, sideset_init
        self.notes = []
        if sideset_init is None:
            self.sideset_count = 0
        else:
            self.sideset_count = 1 if isinstance(sideset_init, int) else len(sideset_init)

    def names(self):
        """The names that a program sees."""
        return _NAMES | {name: getattr(self, name) for name in _INSTRUCTIONS + _DIRECTIVES}

    def finish(self):
        """The program: its words, where it lies in each PIO, registers, and what its pins are at first."""
        notes, count = self.notes, self.sideset_count
        if notes and not self.wraps:
            self.wrap()
        optional = False
        if count:
            # A side-set that some instructions leave out has a bit that says whether it is there.
            optional = any(note[2] is None for note in notes)
            count += optional
            self.execctrl |= optional << 30
        words = self.words(count, optional, 31 >> count)
        shiftctrl, *pins = self.rest
        return [words, -1, -1, -1, self.execctrl, shiftctrl, *pins]

    def words(self, count, optional, longest):
        """The words: the bits of the side-set, its own bit among them, lie above those of the delay."""
        words = _array("H")
        for word, label, side, delay in self.notes:
            if label is not None:
                if label not in self.labels:
                    raise PIOASMError(f"unknown label {label}")
                word |= self.labels[label]
            if side is not None:
                if not count:
                    raise PIOASMError("no sideset")
                if side >= 1 << count:
                    raise PIOASMError("sideset too large")
                word |= optional << 12 | side << 13 - count
            if delay > longest:
                raise PIOASMError("delay too large")
            words.append(word | delay << 8)
        return words

    def __getitem__(self, delay):
        return self.delay(delay)

    def delay(self, delay):
        """Wait so many cycles behind the instruction."""
        self.notes[-1][3] |= delay
        return self

    def side(self, value):
        """Set the side-set pins meanwhile."""
        self.notes[-1][2] = value
        return self

    def wrap_target(self):
        """Go on here behind wrap()."""
        self.execctrl |= len(self.notes) << 7

    def wrap(self):
        """Go on at wrap_target()."""
        assert self.notes
        self.execctrl |= len(self.notes) - 1 << 12
        self.wraps = True

    def label(self, label):
        """Name the place."""
        if label in self.labels:
            raise PIOASMError(f"duplicate label {label}")
        self.labels[label] = len(self.notes)

    def word(self, instr, label=None):
        """An instruction as a number."""
        self.notes.append([instr, label, None, 0])
        return self

    def nop(self):
        """mov(y, y)."""
        return self.word(0xA042)

    def jmp(self, cond, label=None):
        """Go on at a label, if the condition holds."""
        if label is None:
            cond, label = 0, cond
        return self.word(cond << 5, label)

    def wait(self, polarity, src, index):
        """Wait for a level."""
        src = 1 if src == 6 else src and 2
        return self.word(0x2000 | polarity << 7 | src << 5 | index)

    def _shift(self, word, place, bits):
        if not 0 < bits <= 32:
            raise PIOASMError(f"invalid bit count {bits}")
        return self.word(word | place << 5 | bits & 31)

    def in_(self, src, data):
        """Shift bits into isr."""
        return self._shift(0x4000, src, data)

    def out(self, dest, data):
        """Shift bits out of osr."""
        return self._shift(0x6000, 7 if dest == 8 else dest, data)

    def _fifo(self, word, flags):
        return self.word(word | (flags if flags & 1 else flags | 32) & 0x60)

    def push(self, value=0, value2=0):
        """Hand isr to the receive FIFO."""
        return self._fifo(0x8000, value | value2)

    def pull(self, value=0, value2=0):
        """Load osr from the transmit FIFO."""
        return self._fifo(0x8080, value | value2)

    def mov(self, dest, src):
        """Copy."""
        return self.word(0xA000 | (4 if dest == 8 else dest) << 5 | src)

    def irq(self, mod, index=None):
        """Set or clear a flag, or wait for it."""
        if index is None:
            mod, index = 0, mod
        return self.word(0xC000 | mod & 0x60 | index)

    def set(self, dest, data):
        """Set to a number."""
        return self.word(0xE000 | dest << 5 | data)


def asm_pio(**options):
    """Make a PIO program of a function."""
    emit = PIOASMEmit(**options)

    def assemble(function):
        kind = type(function)
        kind(function.__code__, emit.names(), function.__name__, None, function.__closure__)()
        return emit.finish()

    return assemble


def asm_pio_encode(instr, sideset_count, sideset_opt=False):
    """The word of an instruction; the side-set's bits are counted with the one that says whether it is there."""
    emit = PIOASMEmit()
    exec(instr, emit.names() | {"jmp": None})
    optional = sideset_opt != 0
    words = emit.words(sideset_count, optional, 31 >> sideset_count + optional)
    if len(words) != 1:
        raise PIOASMError("expecting exactly 1 instruction")
    return words[0]
