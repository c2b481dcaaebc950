"""The time of a simulated board, and what happens in its world by itself, moment by moment."""
from heapq import heappop as _pop, heappush as _push

import _board

# The moment at which the board began, and the one of the happening that is going on.
_began = _board.now()
_moment = None

_queue = []
# Nanoseconds that transfers have taken and nobody has waited for, and how many are waited for.
_owed, _LEAST = 0, 300_000
_count = 0
# The timer that wakes the interpreter for the first happening, and for which moment it is set.
_timer = None
_set_for = None


# How many events were left for handlers.
events = 0


class Stop(SystemExit, KeyboardInterrupt):
    """Ends the program. Handlers let it through because it is a wish to interrupt."""


class WorldError(KeyboardInterrupt):
    """Something in the simulated world has failed: the program ends instead of going on in a broken one."""


class Happening:
    """Something that will happen."""

    def __init__(self, moment, function, args):
        self.moment, self.function, self.args = moment, function, args

    def cancel(self):
        """Let it not happen."""
        self.function = None


def leave(source, flags):
    """Leave an event for a handler."""
    global events
    events += 1
    _board.leave(source, flags)


def now():
    """Nanoseconds since the board began."""
    return (_board.now() if _moment is None else _moment) - _began


def begin_anew():
    """Let the board begin now."""
    global _began
    _began = _board.now()


def at(moment, function, *args):
    """Let something happen at a moment, in nanoseconds since the board began."""
    global _count
    happening = Happening(moment + _began, function, args)
    _count += 1
    _push(_queue, (happening.moment, _count, happening))
    if _moment is None:
        _set_timer()
    return happening


def catch_up():
    """Let everything happen whose moment has come. Whoever asks the board for something does that first."""
    global _moment
    if not _queue or _moment is not None or _queue[0][0] > _board.now():
        return
    try:
        while _queue and _queue[0][0] <= _board.now():
            _moment, _, happening = _pop(_queue)
            if happening.function is not None:
                happening.function(*happening.args)
    except Exception as error:
        raise WorldError(f"{type(error).__name__} in the simulated world") from error
    finally:
        _moment = None
        _set_timer()


def _set_timer():
    global _timer, _set_for
    while _queue and _queue[0][2].function is None:
        _pop(_queue)
    first = _queue[0][0] if _queue else None
    if first == _set_for:
        return
    if _timer is None:
        from machine import Timer

        _timer = Timer()
    if first is None:
        _timer.deinit()
    else:
        wait = max(first - _board.now() + 999, 1000) // 1000
        _timer.init(mode=_timer.ONE_SHOT, period=wait, tick_hz=1_000_000, callback=_wake)
    _set_for = first


def _wake(_):
    global _set_for
    _set_for = None
    catch_up()
    if _moment is None:
        _set_timer()


def take(nanoseconds):
    """Let the board be busy for so long: nothing else happens meanwhile."""
    global _owed
    _owed += nanoseconds
    # Short times are not worth a wait of their own where time is real.
    if _owed >= _LEAST or _board.stands():
        owed, _owed = _owed, 0
        _board.busy(owed)


def first_moment():
    """When something happens next, in nanoseconds since the board began; None if nothing does."""
    return _queue[0][0] - _began if _queue else None


def doze(until):
    """Wait until a moment, or until something happens: whether it did."""
    woken = _board.doze(max(0, until - now()))
    catch_up()
    return woken
