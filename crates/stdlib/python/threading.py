"""Threads: functions that run beside the rest of the program, and what they need to get along with each other."""
import _thread
import sys
from _later import later
from _thread import TIMEOUT_MAX, get_ident, get_native_id, stack_size
from _thread import RLock as _RLock
from _thread import _local as local
from _thread import allocate_lock as _allocate_lock
from _thread import error as ThreadError
from _thread import lock as Lock

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event",
    "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError",
    "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "getprofile", "gettrace",
    "setprofile_all_threads", "settrace_all_threads", "get_native_id",
]

__getattr__, __dir__ = later(
    globals(),
    {
        "_threading_tools": [
            "Semaphore", "BoundedSemaphore", "Barrier", "BrokenBarrierError", "Timer", "ExceptHookArgs", "activeCount",
            "currentThread",
        ]
    },
)

RLock = _RLock

# What threads are given when they start: see settrace() and setprofile().
_trace = _profile = None


def setprofile(func):
    """Set a profile function for all threads started from the threading module: each passes it to sys.setprofile()."""
    global _profile
    _profile = func


def setprofile_all_threads(func):
    """Set a profile function for the running thread and those that are started."""
    setprofile(func)
    sys.setprofile(func)


def getprofile():
    """Get the profiler function as set by threading.setprofile()."""
    return _profile


def settrace(func):
    """Set a trace function for all threads started from the threading module: each passes it to sys.settrace()."""
    global _trace
    _trace = func


def settrace_all_threads(func):
    """Set a trace function for the running thread and those that are started."""
    settrace(func)
    sys.settrace(func)


def gettrace():
    """Get the trace function as set by threading.settrace()."""
    return _trace


class Condition:
    """A condition variable: threads wait until another one notifies them. It stands on a lock, an RLock if none is given."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        for name in ("_release_save", "_is_owned", "locked"):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        if hasattr(lock, "_restore"):
            self._restore = lock._restore
        elif hasattr(lock, "_acquire_restore"):
            self._acquire_restore = lock._acquire_restore
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _release_save(self):
        self._lock.release()

    def _restore(self, state):
        pass

    def _acquire_restore(self, state):
        self._lock.acquire()
        self._restore(state)

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        """Wait until notified or until a timeout occurs: whether it was the first."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        state = self._release_save()
        notified = False
        try:
            if timeout is None:
                notified = waiter.acquire()
            else:
                notified = waiter.acquire(True, timeout) if timeout > 0 else waiter.acquire(False)
            return notified
        finally:
            self._acquire_restore(state)
            if not notified and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        """Wait until a condition evaluates to True, or until the timeout: the predicate's last value."""
        end = None if timeout is None else _now() + timeout
        result = predicate()
        while not result:
            left = None
            if end is not None:
                left = end - _now()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        """Wake up one or more threads waiting on this condition, if any."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        for waiter in self._waiters[:n]:
            waiter.release()
        del self._waiters[:n]

    def notify_all(self):
        """Wake up all threads waiting on this condition."""
        self.notify(len(self._waiters))

    def notifyAll(self):
        """Wake up all threads waiting on this condition. This method is deprecated, use notify_all() instead."""
        _deprecated("notifyAll() is deprecated, use notify_all() instead")
        self.notify_all()


def _now():
    from time import monotonic

    return monotonic()


def _deprecated(message):
    from warnings import warn

    warn(message, DeprecationWarning, stacklevel=3)


class Event:
    """A flag that threads may wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        cls = self.__class__
        status = "set" if self._flag else "unset"
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {status}>"

    def is_set(self):
        """Return true if and only if the internal flag is true."""
        return self._flag

    def isSet(self):
        """Return true if and only if the internal flag is true. This method is deprecated, use is_set() instead."""
        _deprecated("isSet() is deprecated, use is_set() instead")
        return self.is_set()

    def set(self):
        """Set the internal flag to true, and wake up all threads that wait for it."""
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        """Reset the internal flag to false."""
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        """Block until the internal flag is true, or until the timeout: the flag."""
        with self._cond:
            signaled = self._flag
            if not signaled:
                signaled = self._cond.wait(timeout)
            return signaled


_count = 0


def _newname(template):
    global _count
    _count += 1
    return template % _count


# The threads that run, by their numbers, and those that are about to.
_active = {}
_limbo = {}


class Thread:
    """A thread: run() in it calls the target with the arguments, or does what a subclass says."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        assert group is None, "group argument must be None for now"
        if name:
            name = str(name)
        else:
            name = _newname("Thread-%d")
            if target is not None:
                try:
                    name += f" ({target.__name__})"
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._context = context
        self._ident = None
        self._native_id = None
        self._started = Event()
        self._initialized = True
        self._handle = _thread._ThreadHandle()
        self._stderr = sys.stderr
        # The function as it is now: the module's may be gone at the end.
        self._invoke_excepthook = _invoke_excepthook

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._started.is_set():
            status = "started"
        if self._handle.is_done():
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{self.__class__.__name__}({self._name}, {status})>"

    def start(self):
        """Start the thread's activity. It must be called at most once per thread object."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        _limbo[self] = self
        try:
            _thread.start_joinable_thread(self._bootstrap, handle=self._handle, daemon=self._daemonic)
        except Exception:
            del _limbo[self]
            raise
        self._started.wait()

    def run(self):
        """Method representing the thread's activity."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # Neither is needed any more, and the thread's object may live on.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        ident = self._ident = get_ident()
        self._native_id = get_native_id()
        try:
            _active[ident] = self
            _limbo.pop(self, None)
            self._started.set()
            if _trace:
                sys.settrace(_trace)
            if _profile:
                sys.setprofile(_profile)
            try:
                self.run()
            except:
                self._invoke_excepthook(self)
        finally:
            _active.pop(ident, None)

    def join(self, timeout=None):
        """Wait until the thread terminates, or until the timeout."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if timeout is not None:
            timeout = max(timeout, 0)
        self._handle.join(timeout)

    @property
    def name(self):
        """A string used for identification purposes only."""
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)

    @property
    def ident(self):
        """Thread identifier of this thread or None if it has not been started."""
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        """Native integral thread ID of this thread, or None if it has not been started."""
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    def is_alive(self):
        """Return whether the thread is alive."""
        assert self._initialized, "Thread.__init__() not called"
        return self._started.is_set() and not self._handle.is_done()

    @property
    def daemon(self):
        """Whether the program may end while this thread runs."""
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        """Return whether this thread is a daemon. Deprecated, use the daemon attribute instead."""
        _deprecated("isDaemon() is deprecated, get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        """Set whether this thread is a daemon. Deprecated, use the daemon attribute instead."""
        _deprecated("setDaemon() is deprecated, set the daemon attribute instead")
        self.daemon = daemonic

    def getName(self):
        """Return the thread's name. Deprecated, use the name attribute instead."""
        _deprecated("getName() is deprecated, get the name attribute instead")
        return self.name

    def setName(self, name):
        """Set the thread's name. Deprecated, use the name attribute instead."""
        _deprecated("setName() is deprecated, set the name attribute instead")
        self.name = name


class _MainThread(Thread):
    def __init__(self):
        Thread.__init__(self, name="MainThread", daemon=False)
        self._adopt()

    def _adopt(self):
        """Stand for the running thread, which nobody started by this module."""
        self._started.set()
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._handle = _thread._make_thread_handle(self._ident)
        _active[self._ident] = self


class _DummyThread(_MainThread):
    """Stands for a thread that was not started by this module: it can't be joined."""

    def __init__(self):
        Thread.__init__(self, name=_newname("Dummy-%d"), daemon=True)
        self._adopt()

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


def excepthook(args, /):
    """Handle uncaught Thread.run() exception."""
    if args.exc_type is not SystemExit:
        name = args.thread.name if args.thread is not None else get_ident()
        _thread._print_exception(f"Exception in thread {name}:", args.exc_value)


__excepthook__ = excepthook


def _invoke_excepthook(thread):
    hook = globals().get("excepthook") or __excepthook__
    args = sys.modules["threading"].ExceptHookArgs([*sys.exc_info(), thread])
    try:
        hook(args)
    except Exception as error:
        error.__suppress_context__ = True
        print("Exception in threading.excepthook:", file=sys.stderr, flush=True)
        sys.excepthook(*sys.exc_info())


def current_thread():
    """Return the current Thread object, corresponding to the caller's thread of control."""
    found = _active.get(get_ident())
    return _DummyThread() if found is None else found


def active_count():
    """Return the number of Thread objects currently alive."""
    return len(_active) + len(_limbo)


def enumerate():
    """Return a list of all Thread objects currently alive."""
    return [*_active.values(), *_limbo.values()]


def main_thread():
    """Return the main thread object."""
    return _main_thread


# What concurrent.futures wants to have done before threads are waited for.
_exit_calls = []


def _register_atexit(func, *args, **kwargs):
    _exit_calls.append((func, args, kwargs))


def _shutdown():
    """Waits for all threads that are no daemons: the program's end."""
    _main_thread._handle._set_done()
    for func, args, kwargs in reversed(_exit_calls):
        func(*args, **kwargs)
    # They may start others.
    while running := [thread for thread in enumerate() if not thread.daemon and thread.is_alive()]:
        running[0].join()


_main_thread = _MainThread() if get_ident() == 1 else None
if _main_thread is None:
    _main_thread = Thread.__new__(_MainThread)
    Thread.__init__(_main_thread, name="MainThread", daemon=False)
    _main_thread._started.set()
    _main_thread._ident = 1
    _main_thread._handle = _thread._make_thread_handle(1)
    _active[1] = _main_thread
