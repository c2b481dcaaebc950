"""The converter of a simulated board, and the makers of pulses: RP2040 datasheet 4.5 and 4.9."""
import _board_power as _power
from _board_pins import give as _give, note as _note, pads as _pads
from _board_time import catch_up as _catch_up, now as _now

# The largest number that a slice counts to, one less than it could so that there is a duty of all.
_TOP = 65_534
_REFERENCE = 3.3
_FIRST_PIN, _TEMPERATURE = 26, 4


class Input:
    """A channel of the converter. What it measures is a voltage, or a function that gives one."""

    def __init__(self, volts=None):
        self.volts = volts

    def raw(self, pad):
        """The measured number, of 12 bits."""
        volts = self.volts() if callable(self.volts) else self.volts
        if volts is None:
            volts = _wired_volts(pad)
        return min(max(round(volts / _REFERENCE * 4096), 0), 4095)


def _wired_volts(pad):
    """The voltage of a pin that the world says nothing about: what is wired to it, or the middle."""
    drivers = [driver for other in pad.net.pads for driver in other.drivers()]
    if not drivers:
        return _REFERENCE / 2
    return _REFERENCE * min(driver if isinstance(driver, int) else driver.average() for driver in drivers)


inputs = [Input() for _ in range(4)] + [Input(0.706 - (25 - 27) * 0.001721)]


def start(channel, pin):
    """Prepare a channel; the pin reads nothing any more."""
    if pin is not None:
        pad = _pads[pin]
        pad.up = pad.down = False
        _give(pad, 31)
        pad.reads = False


def read(channel):
    """Measure: 0 to 65535."""
    _catch_up()
    raw = inputs[channel].raw(_pads[_FIRST_PIN + channel] if channel < _TEMPERATURE else None)
    return raw << 4 | raw >> 8


class Slice:
    """What makes the pulses of two pins, which have the same period."""

    def __init__(self):
        # The divider is in parts of 16.
        self.divider, self.period = 16, 65_536
        self.is_set = self.runs = False
        self.began = 0
        # For both outputs: what was asked for, in parts or in nanoseconds; counts; whether it is inverted.
        self.asked = [None, None]
        self.levels = [0, 0]
        self.inverted = [False, False]

    def counts(self):
        """Counts in a second."""
        return (_power.hertz * 16 + self.divider // 2) // self.divider

    def period_ns(self):
        """The length of a period."""
        return self.period * self.divider * 1_000_000_000 // (16 * _power.hertz)

    def set_frequency(self, hertz):
        """Set divider and period, for as long a period as there may be."""
        source = _power.hertz
        if hertz == 0:
            raise OSError(22)
        counts = (source + hertz // 2) // hertz
        if counts < _TOP:
            divider, period = 16, counts
        else:
            divider = -(-source * 16 // (_TOP * hertz))
            period = (source * 16 + divider * hertz // 2) // (divider * hertz)
        if period == 0:
            raise OSError(34)
        if divider >= 256 * 16:
            raise OSError(22)
        self.divider, self.period, self.is_set = divider, period, True
        for channel in 0, 1:
            self.set_level(channel)

    def set_level(self, channel):
        """Set what was asked for an output."""
        asked = self.asked[channel]
        if asked is None:
            return
        parts, nanoseconds = asked
        if parts is not None:
            level = (parts * self.period + 65_535 // 2) // 65_535
        else:
            level = min((nanoseconds * self.counts() + 500_000_000) // 1_000_000_000, self.period)
        self.levels[channel] = level


class Pulses:
    """What an output of a slice does."""

    def __init__(self, slice, channel):
        self.slice, self.channel = slice, channel

    def average(self):
        """The part of the time in which it is high."""
        slice = self.slice
        part = slice.levels[self.channel] / slice.period if slice.runs else 0
        return 1 - part if slice.inverted[self.channel] else part

    def level(self, moment):
        """Whether it is high at a moment."""
        slice = self.slice
        period = slice.period_ns()
        high = slice.levels[self.channel] * period // slice.period
        is_high = slice.runs and (moment - slice.began) % period < high
        return int(is_high != slice.inverted[self.channel])

    def next_edge(self, moment):
        """When it changes next; None if it doesn't."""
        slice = self.slice
        if not slice.runs or not 0 < slice.levels[self.channel] < slice.period:
            return None
        period = slice.period_ns()
        high = slice.levels[self.channel] * period // slice.period
        phase = (moment - slice.began) % period
        return moment - phase + (high if phase < high else period)


slices = [Slice() for _ in range(8)]


def _output(pin):
    return slices[pin // 2 % 8], pin % 2


def _changed(slice):
    for pad in _pads:
        if isinstance(pad.source, Pulses) and pad.source.slice is slice:
            pad.net.settle()


def start_pwm(pin):
    """Give a pin to its slice, without pulses."""
    _catch_up()
    slice, channel = _output(pin)
    slice.asked[channel] = None
    slice.inverted[channel] = False
    _give(_pads[pin], 4, Pulses(slice, channel))


def set_pwm(pin, hertz, parts, nanoseconds, invert):
    """Change what is given of a pin's pulses."""
    _catch_up()
    slice, channel = _output(pin)
    if hertz is not None:
        slice.set_frequency(hertz)
    if parts is not None or nanoseconds is not None:
        slice.asked[channel] = parts, nanoseconds
    slice.set_level(channel)
    if invert is not None:
        slice.inverted[channel] = bool(invert)
    if slice.is_set and slice.asked[channel] is not None and not slice.runs:
        slice.runs, slice.began = True, _now()
    _changed(slice)
    _note(f"PWM GP{pin}", pwm(pin)[:2])


def pwm(pin):
    """Pulses in a second, their length in parts and in nanoseconds, and whether they are inverted."""
    slice, channel = _output(pin)
    inverted = slice.inverted[channel]
    if not slice.is_set:
        return 0, 0, 0, inverted
    counts, period = slice.counts(), slice.period
    hertz = (counts + period // 2) // period
    if slice.asked[channel] is None:
        return hertz, 0, 0, inverted
    level = slice.levels[channel]
    return hertz, (level * 65_535 + period // 2) // period, (level * 1_000_000_000 + counts // 2) // counts, inverted


def stop_pwm(pin):
    """Stop the pulses of a pin, and of what shares their period."""
    _catch_up()
    slice, _ = _output(pin)
    slice.runs = False
    _changed(slice)
    _note(f"PWM GP{pin}", None)
