# Queues between threads.
import queue
import threading


def refused(function):
    try:
        function()
    except Exception as error:
        # In one piece, as threads print at the same time.
        print(f"{type(error)} {error}\n", end="")


q = queue.Queue(2)
got = []


def worker():
    while (item := q.get()) is not None:
        got.append(item * item)
        q.task_done()


thread = threading.Thread(target=worker)
thread.start()
for i in range(10):
    q.put(i)
q.join()
q.put(None)
thread.join()
print(got, q.empty(), q.qsize(), q.full())
refused(queue.Queue().get_nowait)
refused(lambda: queue.Queue().get(timeout=0.001))
refused(lambda: queue.Queue().get(timeout=-1))
refused(queue.Queue().task_done)
q = queue.Queue(1)
q.put(1)
refused(lambda: q.put_nowait(2))
refused(lambda: q.put(2, timeout=0.001))
print(q.full(), q.maxsize)
p = queue.PriorityQueue()
for item in (3, 1, 2):
    p.put(item)
print([p.get() for _ in range(3)])
p = queue.LifoQueue()
for item in (3, 1, 2):
    p.put(item)
print([p.get() for _ in range(3)])
s = queue.SimpleQueue()
thread = threading.Thread(target=lambda: print("simple", s.get()))
thread.start()
s.put("item")
thread.join()
print(s.empty(), s.qsize())
refused(s.get_nowait)
refused(lambda: s.get(timeout=0.001))
refused(lambda: s.get(timeout=-1))
q.shutdown()
print(q.get())
refused(q.get)
refused(lambda: q.put(1))
q = queue.Queue()
threads = [threading.Thread(target=lambda: refused(q.get)) for _ in range(2)]
for thread in threads:
    thread.start()
q.shutdown(immediate=True)
for thread in threads:
    thread.join()
print(queue.Queue[int])
