# cpython: differs — it waits for ever
# A program whose threads all wait for each other ends with an exception.
import _thread
import threading

lock = threading.Lock()
lock.acquire()
try:
    lock.acquire()
except RuntimeError as error:
    print(error)

first, second = threading.Lock(), threading.Lock()
ready = threading.Event()


def other():
    with second:
        ready.set()
        with first:
            print("other has both")


with first:
    thread = threading.Thread(target=other)
    thread.start()
    ready.wait()
    try:
        second.acquire()
    except RuntimeError as error:
        print(error)
thread.join()

# Native code that waits.
first.acquire()
try:
    sorted([2, 1], key=lambda x: first.acquire())
except RuntimeError as error:
    print(error)
first.release()


def waits(x):
    try:
        first.acquire()
    except RuntimeError as error:
        print("in thread:", error)


first.acquire()
thread = threading.Thread(target=lambda: list(map(waits, [1])))
thread.start()
thread.join()
print(_thread._count())
