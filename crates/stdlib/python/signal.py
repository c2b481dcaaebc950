# Signals: names, handlers, sets and timers. Nothing of the handlers' work is done here: the runtime calls them in the main
# thread, between two instructions or in its waits.
import _signal
import os
import sys
from _signal import default_int_handler, pause, raise_signal
from _structseq import structseq as _structseq
from enum import IntEnum as _IntEnum

NSIG = 65
ITIMER_REAL = 0
ITIMER_VIRTUAL = 1
ITIMER_PROF = 2


class ItimerError(OSError):
    """A timer can't be set like that."""


ItimerError.__name__ = ItimerError.__qualname__ = "itimer_error"


# The numbers of those that not all systems give the same ones.
_HERE = {"SIGBUS": 7, "SIGUSR1": 10, "SIGUSR2": 12, "SIGSTKFLT": 16, "SIGCHLD": 17, "SIGCONT": 18, "SIGSTOP": 19}
_HERE |= {"SIGTSTP": 20, "SIGURG": 23, "SIGIO": 29, "SIGPWR": 30, "SIGSYS": 31, "SIGCLD": 17, "SIGPOLL": 29}
_HERE |= {"SIGRTMIN": 34, "SIGRTMAX": 64}
if sys.platform == "darwin":
    _HERE = {"SIGEMT": 7, "SIGBUS": 10, "SIGSYS": 12, "SIGURG": 16, "SIGSTOP": 17, "SIGTSTP": 18, "SIGCONT": 19}
    _HERE |= {"SIGCHLD": 20, "SIGIO": 23, "SIGINFO": 29, "SIGUSR1": 30, "SIGUSR2": 31}
_NUMBERS = {"SIGHUP": 1, "SIGINT": 2, "SIGQUIT": 3, "SIGILL": 4, "SIGTRAP": 5, "SIGABRT": 6, "SIGIOT": 6, "SIGFPE": 8}
_NUMBERS |= {"SIGKILL": 9, "SIGSEGV": 11, "SIGPIPE": 13, "SIGALRM": 14, "SIGTERM": 15, "SIGTTIN": 21, "SIGTTOU": 22}
_NUMBERS |= {"SIGXCPU": 24, "SIGXFSZ": 25, "SIGVTALRM": 26, "SIGPROF": 27, "SIGWINCH": 28}
_NUMBERS |= _HERE

Signals = _IntEnum("Signals", _NUMBERS, module=__name__)
Handlers = _IntEnum("Handlers", {"SIG_DFL": 0, "SIG_IGN": 1}, module=__name__)
Sigmasks = _IntEnum("Sigmasks", {"SIG_BLOCK": 0, "SIG_UNBLOCK": 1, "SIG_SETMASK": 2}, module=__name__)
for _names in Signals, Handlers, Sigmasks:
    globals().update(_names.__members__)

# What the runtime calls KeyboardInterrupt's handler.
_KEYBOARD_INTERRUPT = 2
# Nobody may use these: the C library does.
_RESERVED = range(32, 34)

_DESCRIPTIONS = {
    "SIGHUP": "Hangup",
    "SIGINT": "Interrupt",
    "SIGQUIT": "Quit",
    "SIGILL": "Illegal instruction",
    "SIGTRAP": "Trace/breakpoint trap",
    "SIGABRT": "Aborted",
    "SIGBUS": "Bus error",
    "SIGFPE": "Floating point exception",
    "SIGKILL": "Killed",
    "SIGUSR1": "User defined signal 1",
    "SIGSEGV": "Segmentation fault",
    "SIGUSR2": "User defined signal 2",
    "SIGPIPE": "Broken pipe",
    "SIGALRM": "Alarm clock",
    "SIGTERM": "Terminated",
    "SIGSTKFLT": "Stack fault",
    "SIGCHLD": "Child exited",
    "SIGCONT": "Continued",
    "SIGSTOP": "Stopped (signal)",
    "SIGTSTP": "Stopped",
    "SIGTTIN": "Stopped (tty input)",
    "SIGTTOU": "Stopped (tty output)",
    "SIGURG": "Urgent I/O condition",
    "SIGXCPU": "CPU time limit exceeded",
    "SIGXFSZ": "File size limit exceeded",
    "SIGVTALRM": "Virtual timer expired",
    "SIGPROF": "Profiling timer expired",
    "SIGWINCH": "Window changed",
    "SIGIO": "I/O possible",
    "SIGPWR": "Power failure",
    "SIGSYS": "Bad system call",
}


struct_siginfo = _structseq(
    "signal.struct_siginfo",
    ("si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band"),
    "What is known of a signal that came. Who sent it is known only if this process did.",
)
del _names


def _as(names, value):
    """A number by its name, if it has one."""
    try:
        return names(value)
    except (ValueError, TypeError):
        return value


def _check_main_thread(function):
    import _thread

    if _thread.get_ident() != _thread._get_main_thread_ident():
        raise ValueError(f"{function} only works in main thread of the main interpreter")


def _check_number(signalnum):
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")


def _check_known(signalnum):
    _check_number(signalnum)
    if signalnum in _RESERVED:
        raise OSError(22, os.strerror(22))


# Handlers


def signal(signalnum, handler, /):
    """Set what happens when a signal comes: SIG_DFL, SIG_IGN, or a function of its number and a frame. What was before."""
    signalnum = int(signalnum)
    how = handler
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    _check_main_thread("signal")
    _check_known(signalnum)
    if signalnum == SIGINT and handler is default_int_handler:
        how = _KEYBOARD_INTERRUPT
    elif not callable(handler):
        how = int(handler)
    before = getsignal(signalnum)
    _signal.set_handler(signalnum, how)
    return before


def getsignal(signalnum, /):
    """What happens when a signal comes."""
    _check_number(signalnum)
    handler = _signal.handler(signalnum)
    if not isinstance(handler, int):
        return handler
    return default_int_handler if handler == _KEYBOARD_INTERRUPT else Handlers(handler)


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """Let the number of each signal be written to a file that is not waited for, -1 for none: the file before."""
    global _wakeup
    _check_main_thread("set_wakeup_fd")
    if fd != -1:
        os.fstat(fd)
        if os.get_blocking(fd):
            raise ValueError(f"the fd {fd} must be in non-blocking mode")
    before, _wakeup = _wakeup, fd
    _signal.set_wakeup_file(fd)
    return before


_wakeup = -1


def siginterrupt(signalnum, flag, /):
    """Does nothing: no signal ends a wait without an exception of its handler."""
    _check_known(signalnum)


def strsignal(signalnum, /):
    """A signal in words."""
    _check_number(signalnum)
    if hasattr(Signals, "SIGRTMIN") and SIGRTMIN <= signalnum <= SIGRTMAX:
        return f"Real-time signal {signalnum - SIGRTMIN}"
    known = _as(Signals, signalnum)
    return _DESCRIPTIONS.get(known.name) if isinstance(known, Signals) else None


def valid_signals():
    """All signals of this system."""
    last = NSIG if hasattr(Signals, "SIGRTMIN") else 32
    return {_as(Signals, number) for number in range(1, last) if number not in _RESERVED}


# Sets: here of numbers, below of bits.


def _bits(numbers):
    bits = 0
    for number in numbers:
        if not 1 <= number < NSIG:
            raise ValueError(f"signal number {number} out of range [1; {NSIG - 1}]")
        bits |= 1 << number - 1
    return bits - (1 << 64) if bits >> 63 else bits


def _numbers(bits):
    return {_as(Signals, number) for number in range(1, NSIG) if bits >> number - 1 & 1}


def pthread_sigmask(how, mask, /):
    """Block signals, stop blocking them, or block these only: those that were blocked. Goes for all threads."""
    bits, before = _bits(mask), _signal.blocked()
    if how == SIG_BLOCK:
        bits |= before
    elif how == SIG_UNBLOCK:
        bits = before & ~bits
    elif how != SIG_SETMASK:
        raise OSError(22, os.strerror(22))
    return _numbers(_signal.block(bits))


def sigpending():
    """The signals that came and are blocked."""
    return _numbers(_signal.pending())


def sigwait(sigset, /):
    """Wait for a signal of a set, which is not handled then: which came."""
    return _as(Signals, _wait(_bits(sigset), None))


def sigwaitinfo(sigset, /):
    """Wait for a signal of a set: what is known of it."""
    return _info(_wait(_bits(sigset), None))


def sigtimedwait(sigset, timeout, /):
    """As sigwaitinfo(), but None after so many seconds."""
    if timeout < 0:
        raise ValueError("timeout must be non-negative")
    number = _wait(_bits(sigset), _nanoseconds(timeout))
    return None if number is None else _info(number)


def _wait(bits, nanoseconds):
    # As sigwait(3) has it for those that are not blocked: they are while somebody waits for them.
    before = _signal.block(_signal.blocked() | bits)
    try:
        return _signal.wait(bits, nanoseconds)
    finally:
        _signal.block(before)


def _info(number):
    return struct_siginfo((number, 0, 0, os.getpid(), os.getuid(), 0, 0))


def pthread_kill(thread_id, signalnum, /):
    """Send a signal to the process, whose main thread handles it whichever thread is named."""
    _check_number(signalnum) if signalnum else None
    raise_signal(signalnum)


# Timers


def _nanoseconds(seconds):
    return round(seconds * 1e9)


def _check_timer(which, *nanoseconds):
    if not ITIMER_REAL <= which <= ITIMER_PROF or any(time < 0 for time in nanoseconds):
        raise ItimerError(22, os.strerror(22))


def setitimer(which, seconds, interval=0.0, /):
    """Let a signal come after so many seconds, and again after each interval: how the timer stood."""
    first, period = _nanoseconds(seconds), _nanoseconds(interval)
    _check_timer(which, first, period)
    return tuple(time / 1e9 for time in _signal.set_timer(which, first, period))


def getitimer(which, /):
    """The seconds that are left of a timer, and its interval."""
    _check_timer(which)
    return tuple(time / 1e9 for time in _signal.timer(which))


def alarm(seconds, /):
    """Let SIGALRM come after so many seconds, 0 for never: how many were left."""
    if not isinstance(seconds, int):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    left, _ = _signal.set_timer(ITIMER_REAL, seconds * 1_000_000_000, 0)
    return -(-left // 1_000_000_000)
