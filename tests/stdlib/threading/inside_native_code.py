# Threads that wait where native code has called them: sort keys, comparisons of dict keys, iterations, imports.
import sys
import threading
import time

lock = threading.Lock()


def in_thread(function, *args):
    thread = threading.Thread(target=function, args=args)
    thread.start()
    return thread


# A key that sleeps and takes a lock which others want too.
results = {}


def key(x):
    with lock:
        time.sleep(0.001)
    return -x


def sorter():
    results["sorted"] = sorted(range(5), key=key)


def counter():
    for _ in range(5):
        with lock:
            time.sleep(0.001)
    results["counted"] = True


threads = [in_thread(sorter), in_thread(counter), in_thread(counter)]
for thread in threads:
    thread.join()
print(sorted(results.items()))

# __eq__ in a dict look-up that waits for a lock which another thread releases.
log = []
gate = threading.Lock()


class Key:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        log.append("asked")
        with gate:
            pass
        log.append("answered")
        return True


table = {Key(): "found"}
gate.acquire()
thread = in_thread(lambda: log.append(table[Key()]))
time.sleep(0.01)
log.append("released")
gate.release()
thread.join()
print(log)
log.clear()
gate.acquire()


def release():
    time.sleep(0.01)
    log.append("released")
    gate.release()


thread = in_thread(release)
log.append(table[Key()])
thread.join()
print(log)


# Generators handed between threads.
def numbers():
    yield 1
    time.sleep(0.02)
    yield 2
    yield 3


shared = numbers()
print(next(shared))
got = []


def step():
    try:
        got.append(next(shared))
    except ValueError as error:
        got.append(str(error))


threads = [in_thread(step), in_thread(step)]
for thread in threads:
    thread.join()
print(sorted(map(str, got)))
in_thread(lambda: got.append(list(shared))).join()
print(got[-1])


# Each thread sums a generator that sleeps; the sums are nested.
def slow(count):
    for i in range(count):
        time.sleep(0.0005)
        yield i


sums = []
threads = [in_thread(lambda n=n: sums.append(sum(slow(n)))) for n in range(1, 4)]
for thread in threads:
    thread.join()
print(sorted(sums))


# Threads in threads in native code.
def nest(depth):
    if depth:
        in_thread(lambda: list(map(nest, [depth - 1]))).join()
    else:
        log.append("bottom")


log.clear()
list(map(nest, [3]))
print(log)


# repr of a list that another thread shows at the same time.
class Slow:
    def __repr__(self):
        time.sleep(0.002)
        return "Slow"


both = [Slow()]
texts = []
thread = in_thread(lambda: texts.append(repr(both)))
texts.append(repr(both))
thread.join()
print(texts)


# Objects of the running thread: its frames, what it handles, its recursion.
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


def own():
    try:
        1 / 0
    except ZeroDivisionError:
        time.sleep(0.001)
        log.append(sys.exc_info()[0].__name__)
    log.append(sys._getframe().f_code.co_name)
    log.append(deep(50))


log.clear()
threads = [in_thread(own), in_thread(own)]
log.append(sys.exc_info()[0])
for thread in threads:
    thread.join()
print(sorted(map(str, log)))

# What a busy generator, a sum of which is native, leaves to others.
seen = []
thread = in_thread(lambda: seen.append("turn"))
total = sum(i for i in range(30000))
thread.join()
print(total, seen)
