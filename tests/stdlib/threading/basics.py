# requires: threads
import threading
log = []
lock = threading.Lock()


def work(n):
    for i in range(100):
        with lock:
            log.append(n)


threads = [threading.Thread(target=work, args=(i,), name=f"t{i}") for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(log), sorted(set(log)), [t.is_alive() for t in threads], threads[0].name)
e = threading.Event()
results = []


def waiter():
    e.wait()
    results.append("woken")


t = threading.Thread(target=waiter)
t.start()
e.set()
t.join()
print(results, e.is_set(), threading.current_thread().name, threading.main_thread() is threading.current_thread())
local = threading.local()
local.x = 1


def check():
    results.append(hasattr(local, "x"))


t = threading.Thread(target=check)
t.start()
t.join()
print(results, lock.locked(), lock.acquire(), lock.acquire(False), lock.release(), lock.locked())
r = threading.RLock()
with r:
    with r:
        print("reentrant")
try:
    lock.release()
except RuntimeError as err:
    print(err)
c = threading.Condition()
items = []


def consumer():
    with c:
        while not items:
            c.wait()
        results.append(items.pop())


t = threading.Thread(target=consumer)
t.start()
with c:
    items.append("item")
    c.notify()
t.join()
print(results[-1])
import queue
q = queue.Queue()


def producer():
    for i in range(3):
        q.put(i)


t = threading.Thread(target=producer)
t.start()
print([q.get() for _ in range(3)], q.empty())
t.join()
