# Locks, conditions, events, semaphores, barriers and timers.
from threading import (
    Barrier, BoundedSemaphore, BrokenBarrierError, Condition, Event, Lock, RLock, Semaphore, Thread, Timer, get_ident,
    TIMEOUT_MAX,
)


def refused(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)


def in_thread(function):
    thread = Thread(target=function)
    thread.start()
    return thread


def without_places(text):
    return text.split(" at ")[0].replace(f"owner={get_ident()}", "owner=ID")


lock = Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.001), without_places(repr(lock)))
lock.release()
print(lock.locked(), without_places(repr(lock)))
refused(lock.release)
refused(lambda: lock.acquire(False, 1))
refused(lambda: lock.acquire(True, -2))
refused(lambda: lock.acquire(timeout=1e20))
refused(lambda: lock.acquire(timeout=TIMEOUT_MAX * 1.01))
refused(lambda: lock.acquire(timeout=float("nan")))
refused(lambda: lock.acquire(timeout="1"))
with lock:
    print(lock.locked())
# Another thread may release it.
lock.acquire()
in_thread(lock.release).join()
print(lock.locked())

r = RLock()
refused(r.release)
with r:
    with r:
        print(without_places(repr(r)))
        in_thread(lambda: print(r.acquire(False), r.acquire(timeout=0.001))).join()
        in_thread(lambda: refused(r.release)).join()
    print(without_places(repr(r)))
print(without_places(repr(r)))

c = Condition()
items = []
waited = Event()


def consumer():
    with c:
        print(c.wait_for(lambda: items, 5), c.wait_for(lambda: len(items) > 1, 0.001))
        waited.set()
        while len(items) < 2:
            c.wait()
        print("got", items)


thread = in_thread(consumer)
with c:
    items.append(1)
    c.notify_all()
waited.wait()
with c:
    items.append(2)
    c.notify()
thread.join()
refused(c.wait)
refused(c.notify)
with c:
    print(c.wait(0.001))
own = Condition(Lock())
with own:
    print(own._is_owned(), own.wait(0.001))
print(repr(own).split(" at ")[0], repr(own)[-4:])

e = Event()
print(e.is_set(), e.wait(0.001), repr(e).split()[-1])
seen = []
waiters = [in_thread(lambda: seen.append(e.wait())) for _ in range(2)]
e.set()
for waiter in waiters:
    waiter.join()
print("event", seen)
print(e.wait(), e.wait(0), repr(e).split()[-1])
e.clear()
print(e.is_set())

s = Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(False), s.acquire(timeout=0.001))
thread = in_thread(lambda: print("semaphore", s.acquire()))
s.release(3)
thread.join()
print(repr(s).split()[-1])
b = BoundedSemaphore(1)
refused(b.release)
with b:
    print(repr(b).split()[-1])
refused(lambda: Semaphore(-1))
refused(lambda: s.release(0))
refused(lambda: s.acquire(False, 1))

numbers = []
barrier = Barrier(3, action=lambda: numbers.append("action"))
for turn in range(2):
    threads = [in_thread(lambda: numbers.append(barrier.wait())) for _ in range(2)]
    numbers.append(barrier.wait())
    for thread in threads:
        thread.join()
    print(numbers[0], sorted(numbers[1:]))
    numbers.clear()
print(barrier.parties, barrier.n_waiting, barrier.broken, repr(barrier).split()[-1])
try:
    barrier.wait(0.001)
except BrokenBarrierError as error:
    print("broken", repr(error), barrier.broken, repr(barrier).split()[-1])
refused(barrier.wait)
barrier.reset()
print(barrier.broken)

done = Event()
timer = Timer(0.001, lambda *args, **kwargs: (print("timer", args, kwargs), done.set()), [1], {"a": 2})
timer.start()
done.wait()
timer.join()
cancelled = Timer(30, print)
cancelled.start()
cancelled.cancel()
cancelled.join()
print(cancelled.finished.is_set())
