# cpython: differs — it has no micropython
# requires: threads
# Who locks memory does it for himself: other threads go on.
import _thread
import micropython

first, second = _thread.allocate_lock(), _thread.allocate_lock()
made = []


def work():
    first.acquire()
    made.append([1, 2, 3] * 2)
    made.append(micropython.heap_locked())
    second.release()


first.acquire()
second.acquire()
_thread.start_new_thread(work, ())
micropython.heap_lock()
first.release()
second.acquire()
locks = micropython.heap_locked()
try:
    list(range(100))
    failed = False
except MemoryError:
    failed = True
micropython.heap_unlock()
print(made, locks, failed, micropython.heap_locked())
