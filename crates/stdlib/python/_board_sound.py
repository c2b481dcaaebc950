"""Streams of samples of a simulated board. They take no time: what a program sends is heard at once."""
from _board_time import catch_up as _catch_up


class Stream:
    """What a program sends over I2S, and what it will receive."""

    def __init__(self):
        self.written = bytearray()
        self.waiting = bytearray()

    def feed(self, samples):
        """Give the program samples to receive; behind them there is silence."""
        self.waiting += samples


streams = [Stream(), Stream()]


def open(number, sends, room):
    """Start a stream; nothing that waits is lost."""
    _catch_up()


def read(number, count):
    """Samples that came in, or silence."""
    _catch_up()
    waiting = streams[number].waiting
    samples = bytes(waiting[:count])
    del waiting[:count]
    return samples + bytes(count - len(samples))


def write(number, samples):
    """Send samples."""
    _catch_up()
    streams[number].written += samples
    return len(samples)
