# requires: threads
# Names of earlier days, and of threads that end early.
import _thread

print(_thread.allocate is not None, _thread.start_new is not None, _thread.exit_thread is not None)
lock = _thread.allocate()
print(lock.acquire(), lock.locked(), lock.acquire_lock(False), lock.locked_lock(), lock.release_lock(), lock.locked())
print(_thread.daemon_threads_allowed(), _thread.LockType is type(lock), _thread.error is RuntimeError)
ended = _thread.allocate_lock()
ended.acquire()


def leaves():
    try:
        _thread.exit_thread()
    finally:
        ended.release()


print(_thread.start_new(leaves, ()) != _thread.get_ident())
ended.acquire()
handle = _thread.start_joinable_thread(lambda: None)
handle.join()
print(handle.is_done(), handle.ident != _thread.get_ident())
for call in (_thread.exit, _thread.exit_thread):
    try:
        call()
    except SystemExit as error:
        print(error.code)
print(_thread.stack_size(), _thread.TIMEOUT_MAX > 1e6)
try:
    lock.release()
except RuntimeError as error:
    print(error)
