"""The event loop: calls that are made soon, at a time, or when something can be read or written."""

import sys
import time
from _thread import allocate_lock, get_ident
from asyncio import events, futures, tasks
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.events import Handle, TimerHandle, _get_running_loop, _set_running_loop
from heapq import heapify, heappop, heappush

__all__ = ("BaseEventLoop", "EventLoop", "Server")

# The longest wait at once, in seconds; a loop that waits for nothing is not at its end.
_LONGEST = 3600
# Timers that were cancelled are thrown out when there are so many, and they are half of all.
_MANY_CANCELLED = 100


class BaseEventLoop(events.AbstractEventLoop):
    """An event loop, without sockets."""

    slow_callback_duration = 0.1

    def __init__(self):
        self._ready = []
        self._scheduled_calls = []
        self._timer_count = 0
        self._cancelled_count = 0
        self._closed = self._stopping = self._is_waiting = False
        self._thread_id = None
        self._debug = _looks_for_mistakes()
        self._exception_handler = self._task_factory = self._default_executor = None
        self._executor_is_closed = self._asyncgens_are_closed = False
        self._asyncgens = None
        # Held, but when another thread wants the loop to look at what there is.
        self._wake_lock = allocate_lock()
        self._wake_lock.acquire()

    def __repr__(self):
        state = f"running={self.is_running()} closed={self.is_closed()} debug={self.get_debug()}"
        return f"<{self.__class__.__name__} {state}>"

    # Futures and tasks

    def create_future(self):
        """A future of this loop."""
        return futures.Future(loop=self)

    def create_task(self, coro, **kwargs):
        """Run a coroutine."""
        self._check_closed()
        if self._task_factory is not None:
            return self._task_factory(self, coro, **kwargs)
        return tasks.Task(coro, loop=self, **kwargs)

    def set_task_factory(self, factory):
        """Let a function make the tasks; None: Task."""
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        """What makes the tasks, or None."""
        return self._task_factory

    # Calls

    def time(self):
        """The loop's clock, in seconds."""
        return time.monotonic()

    def call_soon(self, callback, *args, context=None):
        """Make a call in the loop's next round."""
        if self._closed:
            self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_soon")
        handle = Handle(callback, args, self, context, self._debug)
        self._ready.append(handle)
        if self._is_waiting:
            # A handler of an interrupt calls.
            self._wake()
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        """As call_soon(), for other threads."""
        self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_soon_threadsafe")
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        self._wake()
        return handle

    def call_later(self, delay, callback, *args, context=None):
        """Make a call in so many seconds."""
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        """Make a call at a time of the loop's clock."""
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_at")
        handle = TimerHandle(when, callback, args, self, context)
        self._timer_count += 1
        # Calls of the same time keep their order.
        heappush(self._scheduled_calls, (when, self._timer_count, handle))
        handle._scheduled = True
        return handle

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._cancelled_count += 1

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_thread(self):
        if self._thread_id is not None and self._thread_id != get_ident():
            raise RuntimeError("Non-thread-safe operation invoked on an event loop other than the current one")

    def _check_callback(self, callback, method):
        if iscoroutine(callback) or iscoroutinefunction(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")

    # Running

    def run_forever(self):
        """Run until stop() is called."""
        self._check_may_run()
        self._run(None, None)

    def run_until_complete(self, future):
        """Run until a future is done, or a coroutine at its end: its result."""
        return self._run_until_complete(future, None)

    def _run_until_complete(self, future, on_interrupt):
        self._check_may_run()
        is_new = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        future.add_done_callback(self._stop_for)
        try:
            self._run(future, on_interrupt)
        except:
            if is_new and future.done() and not future.cancelled():
                # It is raised: nobody has to be told again.
                future.exception()
            raise
        finally:
            future.remove_done_callback(self._stop_for)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _stop_for(self, future):
        if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
            # The loop ends with that.
            return
        self.stop()

    def _run(self, future, on_interrupt):
        self._thread_id = get_ident()
        hooks = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_begins, finalizer=self._asyncgen_ends)
        _set_running_loop(self)
        try:
            while True:
                try:
                    self._run_once()
                except KeyboardInterrupt:
                    if on_interrupt is None or not on_interrupt(future):
                        raise
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._thread_id = None
            _set_running_loop(None)
            sys.set_asyncgen_hooks(*hooks)

    def _check_may_run(self):
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def _run_once(self):
        timers = self._scheduled_calls
        self._drop_cancelled()
        if self._ready or self._stopping:
            wait = 0
        elif timers:
            wait = min(max(timers[0][0] - self.time(), 0), _LONGEST)
        else:
            wait = _LONGEST
        if wait > 0:
            self._is_waiting = True
        try:
            self._wait(wait)
        finally:
            self._is_waiting = False
        if timers:
            now = self.time()
            while timers and timers[0][0] <= now:
                handle = heappop(timers)[2]
                handle._scheduled = False
                self._ready.append(handle)
        # What these calls add comes in the next round.
        handles, self._ready = iter(self._ready), []
        try:
            for handle in handles:
                if not handle._cancelled:
                    if self._debug:
                        self._run_watched(handle)
                    else:
                        handle._run()
        except BaseException:
            # The loop may go on: with those that are left.
            self._ready[:0] = handles
            raise

    def _run_watched(self, handle):
        """Makes a call, and says so if it takes long."""
        from asyncio._debug import tell_of_slow

        begin = self.time()
        handle._run()
        tell_of_slow(handle, self.time() - begin, self.slow_callback_duration)

    def _drop_cancelled(self):
        timers = self._scheduled_calls
        if len(timers) > _MANY_CANCELLED and self._cancelled_count * 2 > len(timers):
            for _, _, handle in timers:
                handle._scheduled = not handle._cancelled
            timers[:] = [timer for timer in timers if not timer[2]._cancelled]
            heapify(timers)
            self._cancelled_count = 0
        while timers and timers[0][2]._cancelled:
            self._cancelled_count -= 1
            heappop(timers)[2]._scheduled = False

    def _wait(self, seconds):
        """Wait for so many seconds, or until another thread wants something."""
        if seconds > 0:
            self._wake_lock.acquire(True, seconds)

    def _wake(self):
        """End the wait."""
        try:
            self._wake_lock.release()
        except RuntimeError:
            # Somebody was faster.
            pass

    def stop(self):
        """End run_forever() after this round."""
        self._stopping = True

    def is_running(self):
        """Whether it runs."""
        return self._thread_id is not None

    def is_closed(self):
        """Whether it was closed."""
        return self._closed

    def close(self):
        """Close it: nothing is called any more."""
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._scheduled_calls.clear()
        self._executor_is_closed = True
        executor, self._default_executor = self._default_executor, None
        if executor is not None:
            executor.shutdown(wait=False)

    # Asynchronous generators

    def _asyncgen_begins(self, generator):
        if self._asyncgens_are_closed:
            import warnings

            what = f"asynchronous generator {generator!r} was scheduled after loop.shutdown_asyncgens() call"
            warnings.warn(what, ResourceWarning, source=self)
        if self._asyncgens is None:
            import weakref

            self._asyncgens = weakref.WeakSet()
        self._asyncgens.add(generator)

    def _asyncgen_ends(self, generator):
        self._asyncgens.discard(generator)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, generator.aclose())

    async def shutdown_asyncgens(self):
        """Close all asynchronous generators that are not at their ends."""
        self._asyncgens_are_closed = True
        if not self._asyncgens:
            return
        closing = list(self._asyncgens)
        self._asyncgens.clear()
        results = await tasks.gather(*[each.aclose() for each in closing], return_exceptions=True)
        for result, generator in zip(results, closing):
            if isinstance(result, Exception):
                what = f"an error occurred during closing of asynchronous generator {generator!r}"
                self.call_exception_handler({"message": what, "exception": result, "asyncgen": generator})

    # Threads

    def run_in_executor(self, executor, func, *args):
        """Call a function in a pool of threads: a future."""
        self._check_closed()
        if self._debug:
            self._check_callback(func, "run_in_executor")
        if executor is None:
            if self._executor_is_closed:
                raise RuntimeError("Executor shutdown has been called")
            if self._default_executor is None:
                from concurrent.futures import ThreadPoolExecutor

                self._default_executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
            executor = self._default_executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        """Let a pool of threads be that of run_in_executor(None, ...)."""
        from concurrent.futures import ThreadPoolExecutor

        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        """Wait until the threads of the pool are done."""
        self._executor_is_closed = True
        executor, self._default_executor = self._default_executor, None
        if executor is None:
            return
        future = self.create_future()

        def work():
            executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(futures.set_result_unless_cancelled, future, None)

        import threading

        threading.Thread(target=work, daemon=True).start()
        try:
            async with _deadline(timeout):
                await future
        except TimeoutError:
            import warnings

            warnings.warn(f"The executor did not finish joining its threads within {timeout} seconds.", RuntimeWarning)
            executor.shutdown(wait=False)

    # What goes wrong

    def get_debug(self):
        """Whether mistakes are looked for."""
        return self._debug

    def set_debug(self, enabled):
        """Look for mistakes."""
        self._debug = bool(enabled)

    def get_exception_handler(self):
        """What is called with what went wrong, or None."""
        return self._exception_handler

    def set_exception_handler(self, handler):
        """Let a function be called, with the loop and a dict, when something went wrong."""
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Say on the stream for errors what went wrong."""
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key in ("source_traceback", "handle_traceback"):
                from asyncio._debug import told

                lines.append(told((key, context[key])))
            elif key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        problem = context.get("exception")
        logging = sys.modules.get("logging")
        if logging is not None:
            info = False if problem is None else (type(problem), problem, problem.__traceback__)
            logging.getLogger("asyncio").error("\n".join(lines), exc_info=info)
            return
        if problem is not None:
            from traceback import format_exception

            lines.append("".join(format_exception(problem)).rstrip("\n"))
        print("\n".join(lines), file=sys.stderr)

    def call_exception_handler(self, context):
        """Something went wrong: let the handler know."""
        handler = self._exception_handler
        try:
            if handler is None:
                self.default_exception_handler(context)
            else:
                run = _context_of(context)
                if run is None:
                    handler(self, context)
                else:
                    run.run(handler, self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as problem:
            if handler is None:
                print("Exception in default exception handler", file=sys.stderr)
                return
            self.default_exception_handler(
                {"message": "Unhandled error in exception handler", "exception": problem, "context": context}
            )


def _context_of(context):
    """The context of the task or call that went wrong, if it isn't the one that runs."""
    for key in "task", "future", "handle":
        wrong = context.get(key)
        if wrong is not None:
            found = wrong.get_context() if hasattr(wrong, "get_context") else None
            return None if found is None or found._is_entered() else found
    return None


def _looks_for_mistakes():
    """Whether PYTHONASYNCIODEBUG or the development mode asks for it."""
    if sys.flags.dev_mode:
        return True
    os = sys.modules.get("os")
    return bool(os and not sys.flags.ignore_environment and os.environ.get("PYTHONASYNCIODEBUG"))


def _deadline(seconds):
    from asyncio.timeouts import timeout

    return timeout(seconds)


try:
    import _socket
except ImportError:
    EventLoop, Server = BaseEventLoop, None
else:
    from asyncio.selector_events import EventLoop, Server
