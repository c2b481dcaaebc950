"""The I2C buses of a simulated board, whole transfers at a time."""
import _board_power as _power
from _board_pins import give as _give, note as _note, pads as _pads
from _board_time import catch_up as _catch_up, take as _take

_FUNCTION, _PROCESSOR = 3, 5
_EIO, _ENODEV, _EINVAL = 5, 19, 22


class Bus:
    """Devices by their addresses."""

    def __init__(self):
        self.devices = {}
        # What goes on: the device that is addressed, and what was written to it so far.
        self.device = self.written = None
        # Whether the next byte is an address, as after a start that the program made itself.
        self.starts = False

    def attach(self, address, device):
        """Let a device answer at an address."""
        if not 0 <= address <= 0x7F:
            raise ValueError("addresses have 7 bits")
        self.devices[address] = device
        return device

    def detach(self, address):
        """Take a device off the bus."""
        del self.devices[address]


# What a world has attached, by the number of a controller or by the pins of clock and data; the buses that programs use.
by_place = {}
_used = {}


def bus(place):
    """The bus at a place; it is made when it is first asked for."""
    return by_place.setdefault(place, Bus())


def _transfer(number, scl, sda):
    """What goes on at a bus."""
    return _used.setdefault((number, scl, sda), Bus())


def _find(number, scl, sda, address):
    for place in number, (scl, sda):
        known = by_place.get(place)
        if known is not None and address in known.devices:
            return known.devices[address]
    others = [pad.number & 3 for pad in _pads[scl].net.pads if pad.number != scl and pad.function == _FUNCTION]
    if others:
        from _board_i2c_target import own_target

        return own_target([clock >> 1 for clock in others if clock & 1], address)
    return None


def open(number, scl, sda, hertz):
    """Set a bus up: the speed that it really has."""
    _catch_up()
    if hertz == 0:
        raise OSError(_EINVAL)
    for pin in scl, sda:
        pad = _pads[pin]
        pad.up, pad.down = True, False
        if number is None:
            pad.drives, pad.out = False, 0
        _give(pad, _PROCESSOR if number is None else _FUNCTION)
    _used.pop((number, scl, sda), None)
    if number is None:
        return 500_000 // max(500_000 // hertz, 1)
    system = _power.hertz
    period = (system + hertz // 2) // hertz
    low = period * 3 // 5
    hold = (system // 10_000_000 * 3 if hertz < 1_000_000 else system // 25_000_000 * 3) + 1
    if low < 8 or period > 0xFFFF or hold > low - 2:
        raise OSError(_EINVAL)
    return system // period


def _deliver(transfer):
    """Hands over what was written: how many bytes the device took, or None if it took all."""
    device, written = transfer.device, transfer.written
    transfer.device = transfer.written = None
    if device is None or not written:
        return None
    return device.write(bytes(written))


def _address(transfer, number, scl, sda, address):
    """Begins a transfer with a device."""
    _deliver(transfer)
    if number is not None and address > 0x7F:
        raise OSError(_EINVAL)
    device = _find(number, scl, sda, address)
    if device is not None:
        transfer.device, transfer.written = device, bytearray()
    return device


def signal(scl, sda, starts):
    """Make the condition that starts a transfer, or the one that ends it."""
    _catch_up()
    transfer = _transfer(None, scl, sda)
    _deliver(transfer)
    transfer.starts = bool(starts)


def write(number, scl, sda, hertz, address, data, stops):
    """Write to a device, or on to the one that was addressed before: how many bytes were acknowledged."""
    _catch_up()
    transfer = _transfer(number, scl, sda)
    before = 0
    if address is not None:
        if _address(transfer, number, scl, sda, address) is None:
            raise OSError(_ENODEV if number is None or not data else _EIO)
        if data:
            _note(f"I2C {address:#04x} written", data)
    elif transfer.starts and data:
        transfer.starts = False
        if _address(transfer, None, scl, sda, data[0] >> 1) is None:
            return 0
        before, data = 1, data[1:]
    if transfer.device is None or not hasattr(transfer.device, "write"):
        return before
    _take((len(data) + (address is not None)) * 9_000_000_000 // max(hertz, 1))
    earlier = len(transfer.written)
    transfer.written += data
    taken = len(data)
    if stops:
        told = _deliver(transfer)
        if told is not None:
            taken = min(max(told - earlier, 0), taken)
    return before + taken


def read(number, scl, sda, hertz, address, count, stops):
    """Read from a device, or on from the one that was addressed before."""
    _catch_up()
    transfer = _transfer(number, scl, sda)
    if address is not None:
        if _address(transfer, number, scl, sda, address) is None:
            raise OSError(_ENODEV if number is None else _EIO)
    # Nine bits a byte, and those of the address.
    _take((count + (address is not None)) * 9_000_000_000 // max(hertz, 1))
    device = transfer.device
    data = device.read(count) if hasattr(device, "read") else b""
    if address is not None:
        _note(f"I2C {address:#04x} read", bytes(data[:count]))
    if stops:
        transfer.device = transfer.written = None
    # Nobody drives the line for what is missing.
    return bytes(data[:count]) + b"\xff" * (count - len(data))
