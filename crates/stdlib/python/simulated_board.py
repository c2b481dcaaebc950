"""The world around a simulated board: what its pins are wired to, what hangs at its buses, what happens when.

On a computer `machine` is a Raspberry Pi Pico that is not there. A test, or the world file of `ferropy --world FILE`,
says here what the board would have around it, and looks at what a program does with it.
"""
import time as _time

import _board
import _board_pins as _pins
import _board_power as _power
import _board_time
from _board_time import Stop, WorldError
from _later import later as _later
from machine import Pin as _Pin

# (microseconds, what, how it is since then), for all that happened.
timeline = _pins.timeline

__getattr__, __dir__ = _later(globals(), {
    "_board_devices": ("Registers", "OneWireDevice", "DS18B20", "DHT11", "DHT22", "crc8"),
})  # fmt: skip


def _number(pin):
    return hash(_Pin(pin))


class Wire:
    """What is at a pin, seen from outside of the board."""

    def __init__(self, pad):
        self._pad = pad
        self._record = None

    def __repr__(self):
        return f"<pin GP{self._pad.number} of the simulated board>"

    @property
    def level(self):
        """0 or 1, as a meter at the pin would say."""
        _board_time.catch_up()
        return self._pad.net.find_level()

    @property
    def is_driven(self):
        """Whether the board drives the pin."""
        return self._pad.own() is not None

    def drive(self, level):
        """Drive the pin from outside: 0 or 1; None lets it go."""
        _board_time.catch_up()
        self._pad.outside = None if level is None else int(bool(level))
        self._pad.net.settle()

    def high(self):
        """Drive the pin high from outside."""
        self.drive(1)

    def low(self):
        """Drive the pin low from outside."""
        self.drive(0)

    def release(self):
        """Let the pin go."""
        self.drive(None)

    def press(self, milliseconds=None):
        """Press a button between the pin and ground, for a time if that is given; release() ends it."""
        self.drive(0)
        if milliseconds is not None:
            after(milliseconds, self.release)

    def pulses(self, *microseconds, level=1):
        """Drive the pin for these times, alternately at a level and at the other, and let it go then."""
        moment = _board_time.now()
        for time in microseconds:
            _board_time.at(moment, self.drive, level)
            moment += time * 1000
            level = 1 - level
        _board_time.at(moment, self.drive, None)
        _board_time.catch_up()

    def on_change(self, function):
        """Call function(level) whenever the level changes."""
        self._pad.net.listeners.append(function)
        self._pad.net.settle()

    @property
    def changes(self):
        """(microseconds, level) for each time the level has changed."""
        name = f"GP{self._pad.number}"
        return [(moment, value) for moment, what, value in timeline if what == name]

    @property
    def pwm(self):
        """Pulses in a second and the part of the time in which the pin is high; None if it has no pulses."""
        source = self._pad.source
        if isinstance(source, (int, type(None))) or not source.slice.runs:
            return None
        import _board_analog

        return _board_analog.pwm(self._pad.number)[0], source.average()


_wires = {}


def pin(pin):
    """A pin, by its number or name, seen from outside."""
    number = _number(pin)
    if number not in _wires:
        _wires[number] = Wire(_pins.pads[number])
    return _wires[number]


def wire(first, second, *more):
    """Connect pins by a wire."""
    for other in second, *more:
        _pins.wire(_pins.pads[_number(first)], _pins.pads[_number(other)])


def adc(channel):
    """A channel of the converter by its number or pin, 4 is the chip's temperature: set its `volts`, a number or a function."""
    import _board_analog

    if not (isinstance(channel, int) and channel < 5):
        channel = _number(channel) - 26
    return _board_analog.inputs[channel]


def set_temperature(celsius):
    """Let the chip have a temperature."""
    adc(4).volts = 0.706 - (celsius - 27) * 0.001721


def i2c(id=None, *, scl=None, sda=None):
    """An I2C bus by its controller or by its pins: attach(address, device), where a device has write(data) and read(n)."""
    import _board_i2c

    return _board_i2c.bus(id if id is not None else (_number(scl), _number(sda)))


def controller(id):
    """Who speaks to an I2CTarget of the board: writeto, readfrom, readfrom_mem. What they return is `done` later."""
    import _board_i2c_target

    return _board_i2c_target.controllers[id]


def spi(id=None, *, sck=None):
    """An SPI bus by its controller or its clock's pin: attach(device, cs=pin), where a device has transfer(data)."""
    import _board_spi

    return _board_spi.bus(id if id is not None else ("sck", _number(sck)))


def uart(id):
    """The other end of a UART: feed(data), written, attach(device), where a device has receive(data)."""
    import _board_uart

    return _board_uart.lines[id]


def one_wire(pin):
    """The 1-Wire bus at a pin: attach(device)."""
    import _board_wires

    return _board_wires.onewire_buses.setdefault(_number(pin), _board_wires.OneWireBus())


def dht(pin, sensor=None):
    """Put a DHT11 or DHT22 at a pin; or the one that is there."""
    import _board_wires

    if sensor is not None:
        _board_wires.dht_sensors[_number(pin)] = sensor
    return _board_wires.dht_sensors.get(_number(pin))


def pixels(pin, bpp=3):
    """The colours that a string of NeoPixels shows."""
    import _board_wires

    data = _board_wires.strips.get(_number(pin), b"")
    order = (1, 0, 2, 3)
    return [tuple(data[at + order[colour]] for colour in range(bpp)) for at in range(0, len(data) - bpp + 1, bpp)]


def i2s(id):
    """The other end of an I2S bus: feed(samples), written."""
    import _board_sound

    return _board_sound.streams[id]


def now():
    """Milliseconds since the board began."""
    return _board_time.now() / 1_000_000


def after(milliseconds, function, *args):
    """Call a function after a time."""
    return _board_time.at(_board_time.now() + round(milliseconds * 1_000_000), function, *args)


def at(milliseconds, function, *args):
    """Call a function at a moment, in milliseconds since the board began."""
    return _board_time.at(round(milliseconds * 1_000_000), function, *args)


def every(milliseconds, function, *args):
    """Call a function again and again; what it gives ends that if it is False."""

    def again():
        nonlocal moment
        if function(*args) is not False:
            moment += period
            _board_time.at(moment, again)

    period = round(milliseconds * 1_000_000)
    moment = _board_time.now() + period
    return _board_time.at(moment, again)


def virtual_time():
    """From now on time stands still but for waits, which take none; the board begins now."""
    _board.stand(True)
    _board_time.begin_anew()


def real_time():
    """From now on time is real."""
    _board.stand(False)


def advance(milliseconds):
    """Let time pass, and handlers run."""
    _time.sleep_us(round(milliseconds * 1000))


def stop(code=None):
    """End the program, as if it were at its end."""
    raise Stop(code)


def stop_after(milliseconds, code=None):
    """End the program after a time."""
    after(milliseconds, stop, code)


def _execute(path, name, variables):
    with open(path, "rb") as file:
        code = compile(file.read(), path, "exec")
    variables.update(__name__=name, __file__=path)
    exec(code, variables)


def load(path):
    """Run a file that sets the world up: its variables."""
    variables = {}
    _execute(path, "__world__", variables)
    return variables


def run(path, milliseconds=None):
    """Run a program on the board to its end, or for a time: its variables."""
    variables = {}
    end = None if milliseconds is None else after(milliseconds, stop)
    try:
        _execute(path, "__main__", variables)
    except SystemExit:
        pass
    finally:
        if end is not None:
            end.cancel()
    return variables


def on_reset(function):
    """Call function(why) when "reset", "bootloader" or "watchdog" ends the program; None for no function."""
    _power.on_reset = function


def set_reset_cause(by_watchdog):
    """Say whether the watchdog made the last reset."""
    _power.by_watchdog = by_watchdog


def set_unique_id(identity):
    """Give the board a number, of eight bytes."""
    _power.identity = identity


def hold_boot_button(held=True):
    """Hold BOOTSEL, or let it go."""
    _power.boot_button = held


def memory():
    """The board's RAM, from 0x20000000 on."""
    import _board_memory

    return _board_memory.ram


def show_timeline(file=None):
    """Print what happened."""
    for moment, what, value in timeline:
        print(f"{moment / 1000:12.3f} ms  {what:12} {value!r}", file=file)
