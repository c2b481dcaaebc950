"""Contexts of decimal arithmetic: precision, rounding, and what happens when a result is not exact.

Operations name the conditions they meet as bits. Some conditions are kinds of InvalidOperation: their bits set its flag.
"""

from operator import index

ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR = "ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR"
ROUND_HALF_UP, ROUND_HALF_DOWN = "ROUND_HALF_UP", "ROUND_HALF_DOWN"
ROUND_HALF_EVEN, ROUND_05UP = "ROUND_HALF_EVEN", "ROUND_05UP"
ROUNDINGS = (
    ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP,
)  # fmt: skip
MAX_PREC = MAX_EMAX = 999_999_999_999_999_999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - MAX_PREC + 1


class DecimalException(ArithmeticError):
    """Base class of the conditions."""


class Clamped(DecimalException):
    """An exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """An operation has no result."""


class ConversionSyntax(InvalidOperation):
    """A text is not that of a number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """What is not zero was divided by zero."""


class DivisionImpossible(InvalidOperation):
    """An integer quotient has too many digits."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero was divided by zero."""


class InvalidContext(InvalidOperation):
    """A context asks for what can't be."""


class Inexact(DecimalException):
    """Digits other than zeros were lost."""


class Rounded(DecimalException):
    """Digits were lost, perhaps zeros only."""


class Subnormal(DecimalException):
    """An exponent is smaller than Emin."""


class Overflow(Inexact, Rounded):
    """A result is too large."""


class Underflow(Inexact, Rounded, Subnormal):
    """A result is so small that digits were lost."""


class FloatOperation(DecimalException, TypeError):
    """A float met a Decimal."""


INVALID, FLOAT, ZERO_DIVISION, OVERFLOW, UNDERFLOW, SUBNORMAL, INEXACT, ROUNDED, CLAMPED = [1 << n for n in range(9)]
SYNTAX, IMPOSSIBLE, UNDEFINED, INVALID_CONTEXT = [1 << n for n in range(9, 13)]
_KINDS_OF_INVALID = INVALID | SYNTAX | IMPOSSIBLE | UNDEFINED | INVALID_CONTEXT
_SIGNALS = {
    InvalidOperation: INVALID, FloatOperation: FLOAT, DivisionByZero: ZERO_DIVISION, Overflow: OVERFLOW,
    Underflow: UNDERFLOW, Subnormal: SUBNORMAL, Inexact: INEXACT, Rounded: ROUNDED, Clamped: CLAMPED,
}  # fmt: skip
_CONDITIONS = {
    InvalidOperation: INVALID, ConversionSyntax: SYNTAX, DivisionImpossible: IMPOSSIBLE, DivisionUndefined: UNDEFINED,
    InvalidContext: INVALID_CONTEXT,
}  # fmt: skip
# The order in which contexts show them.
_SHOWN = (
    Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow,
)  # fmt: skip
_NO_SIGNAL = (
    "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
    "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]"
)
_NO_ROUNDING = (
    "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
    "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"
)


def _bit(signal):
    try:
        return _SIGNALS[signal]
    except (KeyError, TypeError):
        raise KeyError(_NO_SIGNAL) from None


class SignalDict:
    """Which signals are set, by the classes: the flags or traps of a context."""

    __slots__ = ("_context", "_name")
    __hash__ = None

    def __init__(self, context, name):
        self._context, self._name = context, name

    def _bits(self):
        return getattr(self._context, self._name)

    def __getitem__(self, signal):
        return bool(self._bits() & _bit(signal))

    def __setitem__(self, signal, value):
        bit = _bit(signal)
        setattr(self._context, self._name, self._bits() | bit if value else self._bits() & ~bit)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(_SIGNALS)

    def __len__(self):
        return len(_SIGNALS)

    def __contains__(self, signal):
        return signal in _SIGNALS

    def keys(self):
        """The signals."""
        return _SIGNALS.keys()

    def values(self):
        """Whether each is set."""
        return self.copy().values()

    def items(self):
        """The signals, and whether they are set."""
        return self.copy().items()

    def get(self, signal, default=None):
        """Whether a signal is set; the default for what is none."""
        return self[signal] if signal in _SIGNALS else default

    def update(self, *args, **kwargs):
        """Set and clear several."""
        for signal, value in dict(*args, **kwargs).items():
            self[signal] = value

    def setdefault(self, signal, default=None):
        """Whether a signal is set."""
        return self[signal]

    def pop(self, signal, *default):
        """Signals can't be taken away."""
        del self[signal]

    popitem = clear = lambda self, *args: self.pop(None)

    def copy(self):
        """A dict of the same."""
        return {signal: bool(self._bits() & bit) for signal, bit in _SIGNALS.items()}

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return self._bits() == other._bits()
        if isinstance(other, dict):
            if len(other) != len(_SIGNALS):
                raise ValueError("invalid signal dict")
            return other.keys() == _SIGNALS.keys() and self._bits() == _bits_of(other)
        return NotImplemented

    def __repr__(self):
        pairs = [f"{signal!r}:{bool(self._bits() & bit)}" for signal, bit in _SIGNALS.items()]
        return f"{{{', '.join(pairs)}}}"


def _bits_of(signals, is_list=False):
    """The bits of a dict of all signals, or of a list of those that are set."""
    if isinstance(signals, SignalDict):
        return signals._bits()
    if is_list and isinstance(signals, list):
        bits = 0
        for signal in signals:
            bits |= _bit(signal)
        return bits
    if not isinstance(signals, dict):
        raise TypeError("argument must be a signal dict")
    if signals.keys() != _SIGNALS.keys():
        error = ValueError if is_list is None else KeyError
        raise error("invalid signal dict")
    return sum([bit for signal, bit in _SIGNALS.items() if signals[signal]])


def _size(value):
    if not isinstance(value, int):
        raise TypeError("an integer is required")
    if not -(2**63) <= value < 2**63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return index(value)


def _check(name, value):
    """A value for an attribute of a context, if it may have it."""
    if name == "rounding":
        if not isinstance(value, str) or value not in ROUNDINGS:
            raise TypeError(_NO_ROUNDING)
        return str(value)
    number = _size(value)
    least, most, text = _RANGES[name]
    if not least <= number <= most:
        raise ValueError(text)
    return number


_RANGES = {
    "prec": (1, MAX_PREC, "valid range for prec is [1, MAX_PREC]"),
    "Emin": (MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]"),
    "Emax": (0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]"),
    "capitals": (0, 1, "valid values for capitals are 0 or 1"),
    "clamp": (0, 1, "valid values for clamp are 0 or 1"),
}
_NAMES = ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps")


def _attribute(name):
    def get(self):
        return getattr(self, "_" + name)

    return property(get)


class ContextBase:
    """What a Context is, without the operations."""

    __slots__ = ("_prec", "_rounding", "_Emin", "_Emax", "_capitals", "_clamp", "_flags", "_traps")

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):  # fmt: skip
        default = DefaultContext
        for name, value in zip(_NAMES[:6], (prec, rounding, Emin, Emax, capitals, clamp)):
            value = getattr(default, "_" + name) if value is None and default is not None else _check(name, value)
            object.__setattr__(self, "_" + name, value)
        object.__setattr__(self, "_flags", 0 if flags is None else _bits_of(flags, True))
        object.__setattr__(self, "_traps", default._traps if traps is None else _bits_of(traps, True))

    prec, rounding, Emin, Emax = [_attribute(name) for name in _NAMES[:4]]
    capitals, clamp = [_attribute(name) for name in _NAMES[4:6]]

    @property
    def flags(self):
        return SignalDict(self, "_flags")

    @property
    def traps(self):
        return SignalDict(self, "_traps")

    def __setattr__(self, name, value):
        if name in ("_flags", "_traps"):
            object.__setattr__(self, name, value)
        elif name in ("flags", "traps"):
            object.__setattr__(self, "_" + name, _bits_of(value))
        elif name in _NAMES:
            object.__setattr__(self, "_" + name, _check(name, value))
        else:
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _NAMES:
            raise AttributeError("context attributes cannot be deleted")
        object.__delattr__(self, name)

    def __repr__(self):
        shown = [f"{name}={getattr(self, '_' + name)}" for name in _NAMES[:6]]
        for name in ("flags", "traps"):
            bits = getattr(self, "_" + name)
            shown.append(f"{name}=[{', '.join([signal.__name__ for signal in _SHOWN if bits & _SIGNALS[signal]])}]")
        return f"Context({', '.join(shown)})"

    def _signals(self, name):
        return [signal for signal in _SHOWN if getattr(self, name) & _SIGNALS[signal]]

    def __reduce__(self):
        values = [getattr(self, "_" + name) for name in _NAMES[:6]]
        return type(self), (*values, self._signals("_flags"), self._signals("_traps"))

    def copy(self):
        """A context with the same values."""
        new = object.__new__(type(self))
        for name in _NAMES:
            object.__setattr__(new, "_" + name, getattr(self, "_" + name))
        return new

    __copy__ = copy

    def clear_flags(self):
        """Reset all flags to False."""
        self._flags = 0

    def clear_traps(self):
        """Set all traps to False."""
        self._traps = 0

    def Etiny(self):
        """The smallest exponent of a number with all digits."""
        return self._Emin - self._prec + 1

    def Etop(self):
        """The largest exponent of a number with all digits."""
        return self._Emax - self._prec + 1

    def _with(self, **changes):
        """A copy with other values and nothing flagged, for the steps of a calculation."""
        new = self.copy()
        new._flags = new._traps = 0
        for name, value in changes.items():
            object.__setattr__(new, "_" + name, value)
        return new

    def _raise(self, status):
        """Set flags, and raise an exception for the conditions that are trapped."""
        flags = status & 0x1FF
        if status & _KINDS_OF_INVALID:
            flags |= INVALID
        self._flags |= flags
        trapped = flags & self._traps
        if trapped:
            found = []
            if trapped & INVALID:
                found += [condition for condition, bit in _CONDITIONS.items() if status & bit]
            found += [signal for signal, bit in _SIGNALS.items() if bit != INVALID and trapped & bit]
            raise next(signal for signal, bit in _SIGNALS.items() if trapped & bit)(found)


for _class in (DecimalException, *_SIGNALS, *_CONDITIONS, SignalDict):
    _class.__module__ = "decimal"

# Contexts that nobody shall change by accident: whoever makes one current gets a copy. The first is that of new contexts.
DefaultContext = None
TEMPLATES = []
