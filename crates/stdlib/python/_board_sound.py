"""Streams of samples of a simulated board, at the rate at which a state machine moves them."""
import _board_pio as _pio
from _board_time import at as _at, catch_up as _catch_up, leave as _leave, now as _now

_SOURCE = 0x250


class Stream:
    """What a program sends over I2S, and what it will receive."""

    def __init__(self, number):
        self.number = number
        self.written = bytearray()
        self.waiting = bytearray()
        self.room = 0
        # Nanoseconds of a byte; how many bytes wait, and since when that is so.
        self.byte_ns, self.held, self.since = 1, 0, 0
        self.sends = True

    def feed(self, samples):
        """Give the program samples to receive; behind them there is silence."""
        self.waiting += samples

    def settle(self):
        """How many bytes wait now, to be heard or to be read."""
        moved = int((_now() - self.since) / self.byte_ns)
        self.since += moved * self.byte_ns
        self.held = max(self.held - moved, 0) if self.sends else min(self.held + moved, self.room)
        return self.held

    def call(self):
        """Tells the program later, when a good deal can be moved."""
        _at(_now() + int(self.room // 2 * self.byte_ns), _leave, _SOURCE + self.number, 1)


streams = [Stream(0), Stream(1)]


def open(number, machine, sends, width, frame, room):
    """Start a stream of samples of so many bytes on the line, and frames of so many in the program; without room stop it."""
    _catch_up()
    stream = streams[number]
    period = _pio.blocks[machine >> 2].machines[machine & 3].period()
    # Four cycles a bit, two for each channel.
    stream.byte_ns = period * 4 * 8 * width / max(frame, 1)
    stream.sends, stream.room, stream.held, stream.since = bool(sends), room, 0, _now()


def read(number, count):
    """Samples that came in, or silence."""
    _catch_up()
    stream = streams[number]
    some = min(count, stream.settle())
    stream.held -= some
    samples = bytes(stream.waiting[:some])
    del stream.waiting[:some]
    if some < count:
        stream.call()
    return samples + bytes(some - len(samples))


def write(number, samples):
    """Send samples as there is room: how many bytes."""
    _catch_up()
    stream = streams[number]
    some = max(min(len(samples), stream.room - stream.settle()), 0)
    stream.held += some
    stream.written += samples[:some]
    if some < len(samples):
        stream.call()
    return some
