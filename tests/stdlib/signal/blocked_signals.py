# Signals that are blocked, and waiting for signals.
import os
import signal

log = []


def h(n, f):
    log.append((n, f.f_code.co_name if f else None))


def refused(function, *args):
    try:
        print(function(*args))
    except BaseException as error:
        print(type(error).__name__, error)


signal.signal(signal.SIGUSR1, h)
print(signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1, signal.SIGTERM}))
signal.raise_signal(signal.SIGUSR1)
signal.raise_signal(signal.SIGTERM)
print(log, signal.sigpending())
print(repr(signal.sigwait({signal.SIGTERM})), signal.sigpending())
print(signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR1, signal.SIGTERM}), [n for n, _ in log])
log.clear()
print(signal.sigtimedwait([signal.SIGHUP], 0.01))
print(signal.struct_siginfo(range(7)))
refused(signal.struct_siginfo, range(3))
signal.pthread_sigmask(signal.SIG_BLOCK, [10])
os.kill(os.getpid(), 10)
i = signal.sigwaitinfo([10])
print(i.si_signo, i.si_pid == os.getpid())
