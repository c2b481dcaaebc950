# concurrent.futures: calls in a pool of threads.
import threading
import time
from concurrent.futures import (
    FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, Future, InvalidStateError, ThreadPoolExecutor, TimeoutError,
    as_completed, wait,
)


def refused(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)


def slow(n):
    time.sleep(n / 100)
    return n


with ThreadPoolExecutor(3) as pool:
    print([future.result() for future in [pool.submit(pow, 2, n) for n in range(5)]])
    print(list(pool.map(lambda a, b: a + b, [1, 2, 3], [4, 5, 6])))
    failed = pool.submit(lambda: 1 / 0)
    print(repr(failed.exception()), failed.done(), failed.running(), failed.cancelled())
    refused(failed.result)
    print([future.result() for future in as_completed([pool.submit(slow, n) for n in (6, 1, 3)])])
    waited = wait([pool.submit(slow, n) for n in (9, 1)], return_when=FIRST_COMPLETED)
    print(len(waited.done), len(waited.not_done), [future.result() for future in waited.done])
    waited = wait([pool.submit(slow, 9), failed], return_when=FIRST_EXCEPTION)
    print(len(waited.done), len(waited.not_done))
    late = pool.submit(slow, 5)
    try:
        late.result(0.001)
    except TimeoutError as error:
        print("late", repr(error))
    called = []
    late.add_done_callback(lambda future: called.append(future.result()))
    late.result()
    time.sleep(0.005)
    late.add_done_callback(lambda future: called.append("at once"))
    print(called)
    try:
        list(pool.map(slow, [1, 20], timeout=0.05))
    except TimeoutError as error:
        print("map", repr(error))
refused(lambda: pool.submit(print))

future = Future()
print(repr(future).split("state=")[1], future.cancel(), future.cancelled(), future.done())
print(repr(future).split("state=")[1])
refused(lambda: future.result())
future = Future()
print(future.set_running_or_notify_cancel(), future.cancel(), repr(future).split("state=")[1])
future.set_result(5)
print(future.result(), repr(future).split("state=")[1])

single = ThreadPoolExecutor(1, thread_name_prefix="pool")
print(single.submit(lambda: threading.current_thread().name).result())
blocked = threading.Event()
first = single.submit(blocked.wait)
rest = [single.submit(slow, 0) for _ in range(3)]
print(rest[0].cancel(), rest[0].cancelled())
blocked.set()
print(rest[1].result())
single.shutdown(wait=True, cancel_futures=True)
print(first.result(), rest[2].done())
refused(lambda: ThreadPoolExecutor(0))
refused(lambda: ThreadPoolExecutor(initializer=1))
names = []
with ThreadPoolExecutor(2, initializer=names.append, initargs=("started",)) as pool:
    pool.submit(print, "in the pool").result()
print(names)
try:
    future = Future()
    future.cancel()
    future.result()
except CancelledError as error:
    print(type(error).__module__, type(error).__name__)
