"""The SPI buses of a simulated board."""
import _board_power as _power
from _board_pins import give as _give, note as _note, pads as _pads
from _board_time import catch_up as _catch_up, take as _take

_FUNCTION, _PROCESSOR = 1, 5


class Bus:
    """Devices, each with the pin that selects it."""

    def __init__(self):
        self.devices = []

    def attach(self, device, cs=None):
        """Let a device answer, always or while a pin is low."""
        pad = None if cs is None else _pads[cs]
        self.devices.append((device, pad))
        if pad is not None:
            pad.net.listeners.append(lambda level: _select(device, not level))
        return device

    def detach(self, device):
        """Take a device off the bus."""
        self.devices = [entry for entry in self.devices if entry[0] is not device]


def _select(device, begins):
    function = getattr(device, "select" if begins else "deselect", None)
    if function is not None:
        function()


# What a world has attached, by the number of a controller or by the pin of the clock.
by_place = {}


def bus(place):
    """The bus at a place; it is made when it is first asked for."""
    return by_place.setdefault(place, Bus())


def open(number, sck, mosi, miso, hertz):
    """Set a bus up: the speed that it really has."""
    _catch_up()
    if hertz == 0:
        raise OSError(22)
    for pin, drives in (sck, True), (mosi, True), (miso, False):
        if pin is None:
            continue
        if number is None:
            _pads[pin].drives = drives
            _give(_pads[pin], _PROCESSOR)
        else:
            _give(_pads[pin], _FUNCTION, 0 if drives else None)
    if number is None:
        return 500_000 // -(-500_000 // hertz)
    # The highest speed that is not above it, or the lowest of all: RP2040 datasheet 4.4.
    source = _power.peripheral_hertz
    first = next((first for first in range(2, 254, 2) if source < (first + 2) * 256 * hertz), 254)
    second = next((second for second in range(256, 1, -1) if source // (first * (second - 1)) > hertz), 1)
    return source // (first * second)


def _answer(number, sck, data):
    """What the devices answer, all that are selected at once; None if nobody is."""
    answer = None
    for place in number, ("sck", sck):
        known = by_place.get(place)
        for device, pad in () if known is None else known.devices:
            if pad is None or not pad.net.find_level():
                told = device.transfer(data)
                if told is not None and answer is None:
                    answer = told
    return answer


def exchange(number, sck, mosi, miso, hertz, data):
    """Send bytes: those that arrive meanwhile."""
    _catch_up()
    answer = _answer(number, sck, data)
    if answer is None:
        if miso is not None and mosi is not None and _pads[miso].net is _pads[mosi].net:
            answer = data
        else:
            answer = b"\xff" * len(data) if miso is not None and _pads[miso].net.find_level() else b""
    _take(len(data) * 8_000_000_000 // max(hertz, 1))
    _note(f"SPI GP{sck}", data)
    return bytes(answer[: len(data)]) + bytes(len(data) - len(answer))
