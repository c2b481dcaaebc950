"""What hangs at single pins of a simulated board: 1-Wire buses, DHT sensors, LEDs that are sent bits."""
from _board_pins import note as _note, pads as _pads
from _board_time import catch_up as _catch_up


class OneWireBus:
    """Devices that share a wire: the line is low as soon as one of them holds it."""

    def __init__(self):
        self.devices = []
        self.talks = []

    def attach(self, device):
        """Put a device on the bus."""
        self.devices.append(device)
        return device

    def detach(self, device):
        """Take a device off the bus."""
        self.devices.remove(device)

    def reset(self):
        """Let all devices begin anew: whether there are any."""
        self.talks = []
        for device in self.devices:
            talk = device.talk()
            self.talks.append([talk, next(talk)])
        return bool(self.devices)

    def bit(self, written):
        """A slot of time: the bit that is on the line, where reading lets the line go."""
        line = 1 if written is None else int(written)
        for talk in self.talks:
            line &= talk[1]
        for talk in self.talks[:]:
            try:
                talk[1] = talk[0].send(line)
            except StopIteration:
                self.talks.remove(talk)
        return line


# By the number of the pin.
onewire_buses, dht_sensors, strips = {}, {}, {}


def _at_wire(known, pin):
    """What hangs at a pin, or at one that is wired to it."""
    return next((known[pad.number] for pad in _pads[pin].net.pads if pad.number in known), None)


def reset_onewire(pin):
    """Reset the devices at a pin."""
    _catch_up()
    bus = _at_wire(onewire_buses, pin)
    return bus is not None and bus.reset()


def onewire_bit(pin, written):
    """Read a bit, or write one."""
    bus = _at_wire(onewire_buses, pin)
    return bus.bit(written) if bus is not None else written is None or written


def read_dht(pin):
    """The five bytes of the sensor at a pin."""
    _catch_up()
    sensor = _at_wire(dht_sensors, pin)
    if sensor is None:
        raise OSError(110)
    return sensor.measured()


def send_bits(pin, high_0, low_0, high_1, low_1, data):
    """Send bits as pulses of exact lengths."""
    _catch_up()
    strips[pin] = bytes(data)
    _note(f"bits GP{pin}", bytes(data))
