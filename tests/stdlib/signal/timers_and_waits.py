# Timers, and handlers that are called while the main thread waits.
import os
import signal
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


signal.signal(signal.SIGALRM, h)
signal.setitimer(signal.ITIMER_REAL, 0.02)
start = time.monotonic()
time.sleep(0.1)
print(log[0][0], time.monotonic() - start >= 0.1)
log.clear()
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
while len(log) < 3:
    pass
print(signal.setitimer(signal.ITIMER_REAL, 0)[1])
log.clear()
signal.alarm(100)
print(signal.alarm(0), signal.alarm(0))


class Late(Exception):
    pass


def late(n, f):
    raise Late


signal.signal(signal.SIGALRM, late)
for wait in (
    lambda: time.sleep(5),
    lambda: threading.Event().wait(5),
    lambda: threading.Lock().acquire() and threading.Event().wait(),
    signal.pause,
    lambda: os.read(os.pipe()[0], 1),
    lambda: __import__("select").select([], [], [], 5),
    lambda: __import__("queue").Queue().get(),
):
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    start = time.monotonic()
    try:
        wait()
        print("??")
    except Late:
        print("late", time.monotonic() - start < 1)


def other():
    time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGALRM)
    done.wait()


done = threading.Event()
t = threading.Thread(target=other)
t.start()
try:
    t.join()
except Late:
    print("late in join")
done.set()
t.join()
signal.signal(signal.SIGALRM, h)
r, w = os.pipe()
os.set_blocking(w, False)
print(signal.set_wakeup_fd(w))
os.kill(os.getpid(), signal.SIGALRM)
print(os.read(r, 9), signal.set_wakeup_fd(-1) == w)
for timer, number in (signal.ITIMER_VIRTUAL, signal.SIGVTALRM), (signal.ITIMER_PROF, signal.SIGPROF):
    signal.signal(number, bad)
    signal.setitimer(timer, 0.01)
    refused(lambda: [0 for _ in iter(int, 1)])
    print(signal.getitimer(timer))
