"""The chip of a simulated board as a whole: identity, clock, sleep, resets."""
import _board_time as _time
from _board_time import Stop as _Stop, at as _at, now as _now

hertz = 125_000_000
_USB, _FASTEST, _CRYSTAL = 48_000_000, 266_000_000, 12_000_000
peripheral_hertz = hertz

identity = b"\xe6\x61\x18\x60\0\0\0\x01"
# Whether the watchdog made the last reset; whether the boot button is held. A world may change them.
by_watchdog = False
boot_button = False
# Called with what resets the board, before the program ends.
on_reset = None

_meal = None
_dog = None


def unique_id():
    """The number that no other board has."""
    return identity


def frequency():
    """Cycles in a second."""
    return hertz


def _can_be(wanted):
    """Whether the PLL can make a frequency: RP2040 datasheet 2.18.2."""
    for first in range(1, 8):
        for second in range(1, first + 1):
            fast = wanted * first * second
            if fast % _CRYSTAL == 0 and 750_000_000 <= fast <= 1_600_000_000 and 16 <= fast // _CRYSTAL <= 320:
                return True
    return False


def set_frequency(wanted, peripherals):
    """Set the cycles in a second, and those of the peripherals."""
    global hertz, peripheral_hertz
    if wanted > _FASTEST or not _can_be(wanted):
        raise OSError(22)
    if peripherals is not None and peripherals not in (_USB, wanted):
        raise OSError(34)
    hertz = wanted
    peripheral_hertz = wanted if peripherals == wanted else _USB


def _leave(why, message=None):
    if on_reset is not None:
        on_reset(why)
    raise _Stop(message)


def reset():
    """End the program, as the board would."""
    _leave("reset")


def start_boot_loader():
    """End the program for the boot loader."""
    _leave("bootloader")


def was_reset_by_watchdog():
    """What was said about the last reset."""
    return by_watchdog


def start_watchdog(milliseconds):
    """Let the program end if it doesn't feed the watchdog."""
    global _meal
    _meal = milliseconds
    feed_watchdog()


def feed_watchdog():
    """Feed it."""
    global _dog
    _time.catch_up()
    if _dog is not None:
        _dog.cancel()
        _dog = None
    if _meal is not None:
        _dog = _at(_now() + _meal * 1_000_000, _bite)


def _bite():
    global _meal
    _meal = None
    _leave("watchdog", "the watchdog has reset the simulated board")


def idle():
    """Wait until something happens, a millisecond at most."""
    _time.doze(_now() + 1_000_000)


def light_sleep(milliseconds):
    """Wait until something happens or the time is over."""
    end = None if milliseconds is None else _now() + milliseconds * 1_000_000
    while True:
        # What only changes the world wakes nobody.
        happens, events = _time.first_moment(), _time.events
        woken = _time.doze(_now() + 1_000_000_000 if end is None else end)
        if _time.events != events or woken and (happens is None or happens > _now()):
            return
        if end is not None and _now() >= end:
            return


def is_boot_button_held():
    """Whether the button is held that starts the boot loader."""
    return boot_button
