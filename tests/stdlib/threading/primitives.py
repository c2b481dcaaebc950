# _thread: what threading stands on.
import _thread
import sys
import time

done = _thread.allocate_lock()
done.acquire()


def work(a, b=0):
    print("work", a, b)
    done.release()


ident = _thread.start_new_thread(work, (1,), {"b": 2})
done.acquire()
print(isinstance(ident, int), ident != _thread.get_ident(), _thread.get_ident() == _thread._get_main_thread_ident())
print(_thread.LockType is type(done), _thread.error is RuntimeError, _thread.TIMEOUT_MAX)


def refused(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)


refused(lambda: _thread.start_new_thread(1, ()))
refused(lambda: _thread.start_new_thread(work, []))
refused(lambda: _thread.start_new_thread(work, (), 3))
refused(lambda: _thread.start_joinable_thread(1))
refused(lambda: _thread.start_joinable_thread(work, handle=1))
refused(lambda: _thread.stack_size(-1))
try:
    _thread.exit()
except SystemExit as error:
    print(repr(error))

handle = _thread.start_joinable_thread(lambda: time.sleep(0.005))
print(handle.is_done(), handle.ident != _thread.get_ident())
handle.join(0.0001)
handle.join()
print(handle.is_done())
refused(_thread._ThreadHandle().join)


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.err_msg.split(" <")[0])


sys.unraisablehook = hook


def fails():
    try:
        1 / 0
    finally:
        done.release()


def leaves():
    done.release()
    _thread.exit()


for function in (fails, leaves):
    _thread.start_new_thread(function, ())
    done.acquire()
time.sleep(0.005)

# Turns: neither of two busy threads keeps the other from running.
counts = [0, 0]


def count(index):
    while min(counts) < 1000:
        counts[index] += 1
    if counts[1 - index] >= 1000:
        pass
    ended.append(index)


ended = []
for index in range(2):
    _thread.start_new_thread(count, (index,))
while len(ended) < 2:
    pass
print(sorted(ended), min(counts) >= 1000)

# KeyboardInterrupt is the main thread's.
try:
    _thread.start_new_thread(_thread.interrupt_main, ())
    time.sleep(5)
except KeyboardInterrupt:
    print("interrupted")
try:
    _thread.start_new_thread(_thread.interrupt_main, ())
    while True:
        pass
except KeyboardInterrupt:
    print("interrupted")
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())
