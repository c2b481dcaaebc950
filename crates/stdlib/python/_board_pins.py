"""The pins of a simulated board, and the wires between them.

Pins that are wired together are a net. Its level follows from all who drive it, where low wins as it does on wires that
several share, and else from the resistors that pull it.
"""
from collections import deque as _deque

from _board_time import at as _at, catch_up as _catch_up, doze as _doze, leave as _leave, now as _now

PINS = 30
LOW_LEVEL, HIGH_LEVEL, FALLING, RISING = 1, 2, 4, 8
# Numbers of functions: the processor's, and none.
_PROCESSOR, _NOBODY = 5, 31

# What happened: (microseconds, what, how it is since then).
timeline = _deque(maxlen=100_000)


def note(what, value):
    """Write something into the timeline."""
    timeline.append((_now() // 1000, what, value))


class Pad:
    """A pin as the chip has it."""

    def __init__(self, number):
        self.number = number
        self.function, self.drives, self.out, self.drain = _NOBODY, False, 0, False
        self.up, self.down, self.drive, self.reads = False, True, 1, True
        # What another part of the chip makes of it, and what the world: a level, pulses, or None.
        self.source = self.outside = None
        self.edges = 0
        self.net = Net([self])
        self.shown = 0

    def own(self):
        """What the board drives the pin with, or None."""
        if self.function != _PROCESSOR:
            return self.source
        return self.out if self.drives else None

    def drivers(self):
        """Whatever drives the pin."""
        return [driver for driver in (self.own(), self.outside) if driver is not None]


class Net:
    """Pins that are wired together."""

    def __init__(self, pads):
        self.pads = pads
        self.level = 0
        self.listeners = []
        self.next = None

    def pulses(self):
        """The pulses that drive the net, if any do."""
        return [driver for pad in self.pads for driver in pad.drivers() if not isinstance(driver, int)]

    def find_level(self):
        """The level that the net has now."""
        drivers = [driver for pad in self.pads for driver in pad.drivers()]
        if not drivers:
            return int(any(pad.up for pad in self.pads))
        moment = _now()
        return min(driver if isinstance(driver, int) else driver.level(moment) for driver in drivers)

    def settle(self):
        """Let everybody know when the level has changed."""
        level = self.find_level()
        if level != self.level:
            self.level = level
            for pad in self.pads:
                self._tell(pad)
            for listener in list(self.listeners):
                listener(level)
        if self.next is not None:
            self.next.cancel()
            self.next = None
        # Pulses are followed edge by edge only if somebody wants to know.
        if self.listeners or any(pad.edges for pad in self.pads):
            moments = [pulses.next_edge(_now()) for pulses in self.pulses()]
            moments = [moment for moment in moments if moment is not None]
            if moments:
                self.next = _at(min(moments), self.settle)

    def _tell(self, pad):
        level = self.level
        if pad.reads and level != pad.shown:
            pad.shown = level
            note(f"GP{pad.number}", level)
        edges = (RISING if level else FALLING) & pad.edges
        if edges:
            _leave(pad.number, edges)
        self.tell_level(pad)

    def tell_level(self, pad):
        """A level is told once: the program asks anew when it has dealt with it."""
        edges = (HIGH_LEVEL if self.level else LOW_LEVEL) & pad.edges
        if edges:
            pad.edges = 0
            _leave(pad.number, edges)


pads = [Pad(number) for number in range(PINS)]


def wire(first, second):
    """Connect two pads."""
    one, other = first.net, second.net
    if one is other:
        return
    one.pads += other.pads
    one.listeners += other.listeners
    other.listeners = []
    other.settle()
    for pad in other.pads:
        pad.net = one
    one.settle()
    for pad in other.pads:
        if one.level != pad.shown and pad.reads:
            one._tell(pad)


def give(pad, function, source=None):
    """Give a pad to a part of the chip."""
    pad.function, pad.drain, pad.reads, pad.source = function, False, True, source
    pad.net.settle()


# What `machine` asks.


def state(pin):
    """Function, whether it drives, is an open drain, is pulled up, down, and how strongly it drives."""
    pad = pads[pin]
    return pad.function, pad.drives, pad.drain, pad.up, pad.down, pad.drive


def set_mode(pin, function, drives, drain, value):
    """Give a pin a function, where drives is None if that doesn't change."""
    _catch_up()
    pad = pads[pin]
    if drain:
        pad.drives, pad.out = value == 0, 0
    elif drives is not None:
        pad.drives = bool(drives)
        if drives and value is not None:
            pad.out = value
    give(pad, function)
    pad.drain = bool(drain)


def set_pad(pin, up, down, drive):
    """Change what is given of a pin's resistors and strength."""
    _catch_up()
    pad = pads[pin]
    if up is not None:
        pad.up, pad.down = bool(up), bool(down)
    if drive is not None:
        pad.drive = drive
    pad.net.settle()


def read(pin):
    """The level of a pin."""
    _catch_up()
    pad = pads[pin]
    return pad.net.find_level() if pad.reads else 0


def write(pin, high):
    """Drive a pin, or let an open drain go."""
    _catch_up()
    pad = pads[pin]
    if pad.drain:
        pad.drives = not high
    else:
        pad.out = high
    pad.net.settle()


def toggle(pin):
    """Drive a pin the other way."""
    pad = pads[pin]
    write(pin, pad.drives if pad.drain else 1 - pad.out)


def watch(pin, edges):
    """Leave events for edges and levels."""
    _catch_up()
    pad = pads[pin]
    pad.edges = edges
    pad.net.tell_level(pad)
    pad.net.settle()


def time_pulse(pin, high, microseconds):
    """How long a pin stays at a level; -2 if it doesn't get there in time, -1 if it doesn't leave."""
    _catch_up()
    net = pads[pin].net
    begin = _now()
    # When the level came, and when it left. Several edges may be told at once, where the computer is busy.
    moments = [begin] if net.find_level() == high else []

    def listen(level):
        if len(moments) < 2 and (level == high) == (not moments):
            moments.append(_now())

    net.listeners.append(listen)
    try:
        net.settle()
        for wanted in 1, 2:
            deadline = (moments[0] if moments else begin) + microseconds * 1000
            while len(moments) < wanted and _now() < deadline:
                _doze(deadline)
    finally:
        net.listeners.remove(listen)
    for at, moment in enumerate(moments):
        if moment - (moments[0] if at else begin) > microseconds * 1000:
            return at - 2
    return (moments[1] - moments[0]) // 1000 if len(moments) == 2 else len(moments) - 2
