# What programs for MicroPython ask of their interpreter.
from _streams import set_interrupt_byte as _set_interrupt_byte


def const(x, /):
    """The value itself: what is constant is known without being told."""
    return x


def native(function, /):
    """The function itself: there is one way to run it."""
    return function


viper = bytecode = native


def kbd_intr(chr, /):
    """Set the character that interrupts: 3 is Ctrl-C, -1 is none."""
    _set_interrupt_byte(chr)


def mem_info(verbose=None, /):
    """Print how much memory is used."""
    import gc

    used, free = gc.mem_alloc(), gc.mem_free()
    print(f"GC: total: {used + free}, used: {used}, free: {free}")


def qstr_info(verbose=None, /):
    """Print nothing: names are objects like others."""


def help(*args):
    """What an object is and what it has; help('modules') lists what can be imported."""
    import sys

    if not args:
        print("help(object) tells what an object has, help('modules') what can be imported.")
        return
    (thing,) = args
    if isinstance(thing, str) and thing == "modules":
        names = sorted(name for name in sys.builtin_module_names if name[0] != "_")
        rows = -len(names) // -4
        for row in range(rows):
            print("".join(f"{name:<18}" for name in names[row::rows]).rstrip())
        print("and those in the files of the board")
        return
    print("object", thing, "is of type", type(thing).__name__)
    for name, value in vars(thing if isinstance(thing, (type, type(sys))) else type(thing)).items():
        if name[:2] != "__":
            print(" ", name, "--", value)


def stack_use():
    """How much of the machine's stack is used: programs use none of it."""
    return 0


def alloc_emergency_exception_buf(size, /):
    """Nothing to do: exceptions have a reserve."""


class RingIO:
    """A stream of bytes between two parts of a program: what one writes, the other reads."""

    def __init__(self, size, /):
        self._bytes = bytearray()
        # As in MicroPython a buffer that is given has one byte more than it can hold.
        self._size = size if isinstance(size, int) else len(size) - 1
        if not 0 < self._size < 65535:
            raise ValueError("a ring holds 1 to 65534 bytes")

    def __repr__(self):
        return "<RingIO>"

    def any(self):
        """How many bytes can be read."""
        return len(self._bytes)

    def _take(self, count):
        taken = bytes(self._bytes[:count])
        del self._bytes[:count]
        return taken

    def read(self, nbytes=-1, /):
        """Up to so many bytes, or all."""
        return self._take(len(self._bytes) if nbytes is None or nbytes < 0 else nbytes)

    def readline(self, nbytes=-1, /):
        """A line, or the part of it that is there."""
        end = self._bytes.find(b"\n") + 1 or len(self._bytes)
        return self._take(end if nbytes < 0 else min(end, nbytes))

    def readinto(self, buf, nbytes=-1, /):
        """Fill a buffer as far as there are bytes: how many."""
        data = self._take(len(buf) if nbytes < 0 else min(nbytes, len(buf)))
        memoryview(buf)[: len(data)] = data
        return len(data)

    def write(self, buf, /):
        """Put in as many bytes as there is room for: how many."""
        data = bytes(buf)[: self._size - len(self._bytes)]
        self._bytes += data
        return len(data)

    def ioctl(self, request, flags, /):
        """What select asks: what of the flags is so."""
        if request != 3:
            raise OSError(22)
        return flags & (bool(self._bytes) | (len(self._bytes) < self._size) << 2)

    def close(self):
        """Nothing to do."""
