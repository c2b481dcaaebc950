# Threads as objects: names, states, what is refused, and what becomes of exceptions.
import sys
import threading
from threading import Thread, current_thread, main_thread


def work():
    pass


def shown(thread):
    text = repr(thread)
    return text if thread.ident is None else text.replace(str(thread.ident), "N")


t = Thread(target=work)
print(shown(t), t.ident, t.native_id, t.is_alive(), t.daemon)
t.start()
t.join()
print(shown(t), t.ident is not None, t.is_alive())
print(Thread(target=work).name, Thread().name, Thread(name="x", daemon=True), Thread(name=5).name)
print(shown(main_thread()), current_thread() is main_thread(), threading.active_count())
print([thread.name for thread in threading.enumerate()])


def refused(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)


class Unready(Thread):
    def __init__(self):
        pass


refused(t.start)
refused(Thread().join)
refused(current_thread().join)
refused(lambda: setattr(current_thread(), "daemon", True))
refused(Unready().start)
refused(Unready().join)


class Loud(Thread):
    def run(self):
        print("run", self.name, self.daemon, self.is_alive(), current_thread() is self)
        inner = Thread(target=lambda: print("inner", current_thread().daemon))
        inner.start()
        inner.join()
        sys.exit(3)


loud = Loud(name="loud", daemon=True)
loud.start()
loud.join()
print(loud.is_alive(), shown(loud))
loud.name = "renamed"
print(loud.name)


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


threading.excepthook = hook
bad = Thread(target=lambda: 1 / 0, name="bad")
bad.start()
bad.join()
threading.excepthook = threading.__excepthook__

# A thread may not be joined by itself, and a join may be short.
told = []


def join_itself():
    refused(current_thread().join)
    told.append(threading.active_count())


t = Thread(target=join_itself)
t.start()
t.join()
print(told)
gate = threading.Lock()
gate.acquire()
t = Thread(target=gate.acquire, name="waits")
t.start()
t.join(0.01)
print(t.is_alive(), shown(t))
gate.release()
t.join()
print(t.is_alive())
print(threading.ExceptHookArgs((ValueError, ValueError("x"), None, None)))
