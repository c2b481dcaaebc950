"""Strings of LEDs with a controller each: WS2812 and their like."""
from machine import bitstream as _send

# Nanoseconds: high and low for a 0, for a 1, at 400 and 800 kHz.
_TIMINGS = (800, 1700, 1600, 900), (400, 850, 800, 450)


class NeoPixel:
    """A string of n LEDs, each of bpp colours."""

    # Where each colour of a tuple is sent.
    ORDER = 1, 0, 2, 3

    def __init__(self, pin, n, bpp=3, timing=1):
        self.pin, self.n, self.bpp = pin, n, bpp
        self.buf = bytearray(n * bpp)
        self.timing = _TIMINGS[timing != 0] if isinstance(timing, int) else timing
        pin.init(pin.OUT)

    def __len__(self):
        return self.n

    def __setitem__(self, i, v):
        for colour in range(self.bpp):
            self.buf[i * self.bpp + self.ORDER[colour]] = v[colour]

    def __getitem__(self, i):
        return tuple(self.buf[i * self.bpp + self.ORDER[colour]] for colour in range(self.bpp))

    def fill(self, v):
        """Give all the same colour."""
        for i in range(self.n):
            self[i] = v

    def write(self):
        """Show it."""
        _send(self.pin, 0, self.timing, self.buf)
