# Handlers: setting and calling them, what they raise, and what is refused.
import os
import signal
import sys
import threading
import time

log = []


def h(n, f):
    log.append((n, f.f_code.co_name if f else None))


def bad(n, f):
    raise LookupError(n)


def refused(function, *args):
    try:
        print(function(*args))
    except BaseException as error:
        print(type(error).__name__, error)


print(repr(signal.signal(signal.SIGUSR1, h)), signal.getsignal(signal.SIGUSR1) is h)


def here():
    os.kill(os.getpid(), signal.SIGUSR1)
    print(log)
    signal.raise_signal(signal.SIGUSR1)
    print(log)


here()
log.clear()
signal.signal(signal.SIGUSR2, bad)
refused(os.kill, os.getpid(), signal.SIGUSR2)
refused(signal.raise_signal, signal.SIGINT)
refused(signal.signal, 1000, h)
refused(signal.signal, 0, h)
refused(signal.signal, signal.SIGTERM, "x")
refused(signal.signal, signal.SIGTERM, 5)
refused(signal.signal, signal.SIGKILL, h)
refused(signal.signal, 32, h)
refused(signal.getsignal, 0)
refused(signal.getsignal, 65)
refused(signal.strsignal, 0)
refused(signal.strsignal, 65)
refused(signal.alarm, 1.5)
refused(signal.setitimer, 9, 1)
refused(signal.setitimer, 0, -1)
refused(signal.getitimer, 9)
refused(signal.siginterrupt, 0, True)
refused(signal.siginterrupt, signal.SIGUSR1, False)
refused(signal.pthread_sigmask, 9, [1])
refused(signal.pthread_sigmask, 0, [0])
refused(signal.pthread_sigmask, 0, [65])
refused(signal.sigtimedwait, [10], -1)
refused(signal.set_wakeup_fd, 999)
refused(signal.set_wakeup_fd, "x")
refused(signal.raise_signal, 0)
refused(signal.raise_signal, 65)
refused(signal.default_int_handler, 2, None)
refused(lambda: threading.Thread(target=refused, args=(signal.signal, 10, h)).start() or time.sleep(0.05))
print([signal.strsignal(n) for n in range(1, 65)])
print(sorted(signal.valid_signals())[:8], len(signal.valid_signals()))
print([repr(s) for s in sorted(signal.valid_signals())])
print(
    list(signal.Signals.__members__.items()) == sorted(signal.Signals.__members__.items()),
    signal.SIGINT,
    repr(signal.SIGCLD),
    repr(signal.SIG_BLOCK),
    repr(signal.SIG_IGN),
    signal.NSIG,
)
signal.signal(signal.SIGINT, h)
log.clear()
signal.raise_signal(signal.SIGINT)
print(log[0][0])
import _thread

_thread.interrupt_main()
print(len(log))
_thread.interrupt_main(signal.SIGALRM)
print(len(log))
refused(_thread.interrupt_main, 0)
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.raise_signal(signal.SIGINT)
_thread.interrupt_main()
print("ignored")
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("interrupt")


log.clear()
signal.signal(signal.SIGUSR1, h)
signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)
print(log[0][0], signal.ItimerError.__name__, issubclass(signal.ItimerError, OSError))


def nested(n, f):
    try:
        raise ValueError
    except ValueError:
        pass


signal.signal(signal.SIGUSR1, nested)
try:
    1 / 0
except ZeroDivisionError:
    signal.raise_signal(signal.SIGUSR1)
    print(sys.exc_info()[0])
