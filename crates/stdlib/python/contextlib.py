"""Context managers: made of generators, joined, and a few useful ones.

    >>> from contextlib import contextmanager
    >>> @contextmanager
    ... def tag(name):
    ...     print(f"<{name}>")
    ...     yield
    ...     print(f"</{name}>")
    >>> with tag("b"):
    ...     print("text")
    <b>
    text
    </b>
"""

import os
import sys
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import _check_methods
from functools import wraps
from types import GenericAlias, MethodType

__all__ = [
    "asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
    "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout",
    "redirect_stderr", "suppress", "aclosing", "chdir",
]  # fmt: skip


class AbstractContextManager(ABC):
    """What has __enter__ and __exit__. The first returns the object itself unless a subclass has another."""

    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """What is done at the end; something true if the exception is dealt with."""
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractContextManager:
            return _check_methods(other, "__enter__", "__exit__")
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    """What has __aenter__ and __aexit__. The first returns the object itself unless a subclass has another."""

    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """What is done at the end; something true if the exception is dealt with."""
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractAsyncContextManager:
            return _check_methods(other, "__aenter__", "__aexit__")
        return NotImplemented


class ContextDecorator:
    """Lets a context manager stand above a function as a decorator: each call runs inside it."""

    def _recreate_cm(self):
        """The context manager for the next call: the same one, unless it can be used only once."""
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class AsyncContextDecorator:
    """As ContextDecorator, for asynchronous context managers and functions."""

    def _recreate_cm(self):
        """The context manager for the next call: the same one, unless it can be used only once."""
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return inner


class _GeneratorBase:
    """A context manager made of a generator, synchronous or not."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        # What help() shows of the object.
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def _is_handled(self, error, value, traceback, ends):
        """What __exit__ returns when the generator raised an exception after it was given one; None to raise it.

        ends is the exception that the kind of generator ends with.
        """
        if isinstance(error, ends):
            # Raised by the generator's end, unless it is the one that was thrown in.
            return error is not value
        if isinstance(error, RuntimeError) and error is not value:
            # An exception that means the end is wrapped when it comes out of a generator.
            if isinstance(value, ends) and error.__cause__ is value:
                value.__traceback__ = traceback
                return False
            return None
        if error is not value:
            return None
        error.__traceback__ = traceback
        return False


class _GeneratorContextManager(_GeneratorBase, AbstractContextManager, ContextDecorator):
    """What contextmanager() makes of a call of the generator function."""

    def __enter__(self):
        # They may hold much, and are not needed any more.
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except BaseException as error:
            handled = self._is_handled(error, value, traceback, StopIteration)
            if handled is None:
                raise
            return handled
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """What asynccontextmanager() makes of a call of the generator function."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except BaseException as error:
            # Both kinds of ends are wrapped when they come out of an asynchronous generator.
            ends = (StopIteration, StopAsyncIteration) if isinstance(error, RuntimeError) else StopAsyncIteration
            handled = self._is_handled(error, value, traceback, ends)
            if handled is None:
                raise
            return handled
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """A decorator for generator functions: with func(): runs it to its yield, then the block, then the rest.

    What is yielded is bound by as. An exception of the block is raised at the yield.
    """

    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


def asynccontextmanager(func):
    """As contextmanager(), for asynchronous generator functions and async with."""

    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return helper


class closing(AbstractContextManager):
    """Calls the method close() of an object at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits the method aclose() of an object at the end."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    """Puts another object in place of a stream of sys."""

    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        # The same object may be entered several times.
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Lets what is printed go to another file."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Lets what goes to standard error go to another file."""

    _stream = "stderr"


class suppress(AbstractContextManager):
    """Ends the block at exceptions of these classes, and goes on behind it. Of a group those that are left go on."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._exceptions):
            return True
        if issubclass(exctype, BaseExceptionGroup):
            _, rest = excinst.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


def _no_context_manager(cls, kind=""):
    return TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {kind}context manager protocol")


class _BaseExitStack:
    """What both kinds of stacks share: a list of pairs of whether the function is synchronous, and the function."""

    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        """Move all that is to be done at the end to another stack, and return that."""
        made = type(self)()
        made._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = deque()
        return made

    def push(self, exit):
        """Let an __exit__ method, or a function with its arguments, be called at the end. The argument is returned."""
        try:
            method = type(exit).__exit__
        except AttributeError:
            self._push_exit_callback(exit)
        else:
            self._push_exit_callback(MethodType(method, exit))
        return exit

    def enter_context(self, cm):
        """Enter a context manager, which is left at the end, and return what it gives."""
        cls = type(cm)
        try:
            enter, leave = cls.__enter__, cls.__exit__
        except AttributeError:
            raise _no_context_manager(cls) from None
        result = enter(cm)
        self._push_exit_callback(MethodType(leave, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Let a function be called with these arguments at the end. The function is returned."""

        def wrapper(exc_type, exc, tb):
            callback(*args, **kwds)

        wrapper.__wrapped__ = callback
        self._push_exit_callback(wrapper)
        return callback

    def _push_exit_callback(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))


def _context_mender(outer):
    """A function that lets exceptions of what is done at the end have the context that nested blocks would give."""

    def mend(new, old):
        while True:
            context = new.__context__
            if context is None or context is old:
                return
            if context is outer:
                break
            new = context
        new.__context__ = old

    return mend


def _raise(error):
    """Raise an exception with the context that it has."""
    fixed = error.__context__
    try:
        raise error
    except BaseException:
        error.__context__ = fixed
        raise


class ExitStack(_BaseExitStack, AbstractContextManager):
    """A context manager that holds others: what was entered or pushed last is left first.

    What is true in the result of one of them ends the exception for those below.
    """

    def __enter__(self):
        return self

    def __exit__(self, *details):
        error = details[1]
        received = error is not None
        mend = _context_mender(sys.exception())
        suppressed = pending = False
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                arguments = (None, None, None) if error is None else (type(error), error, error.__traceback__)
                if callback(*arguments):
                    suppressed = True
                    pending = False
                    error = None
            except BaseException as raised:
                mend(raised, error)
                pending = True
                error = raised
        if pending:
            _raise(error)
        return received and suppressed

    def close(self):
        """Do at once what is to be done at the end."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """As ExitStack, for asynchronous context managers as well."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager, which is left at the end, and return what it gives."""
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise _no_context_manager(cls, "asynchronous ") from None
        result = await enter(cm)
        self._push_exit_callback(MethodType(leave, cm), False)
        return result

    def push_async_exit(self, exit):
        """Let an __aexit__ method, or a coroutine function with its arguments, be awaited at the end."""
        try:
            method = type(exit).__aexit__
        except AttributeError:
            self._push_exit_callback(exit, False)
        else:
            self._push_exit_callback(MethodType(method, exit), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Let a coroutine function be awaited with these arguments at the end. The function is returned."""

        async def wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)

        wrapper.__wrapped__ = callback
        self._push_exit_callback(wrapper, False)
        return callback

    async def aclose(self):
        """Do at once what is to be done at the end."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        error = details[1]
        received = error is not None
        mend = _context_mender(sys.exception())
        suppressed = pending = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                arguments = (None, None, None) if error is None else (type(error), error, error.__traceback__)
                result = callback(*arguments)
                if not is_sync:
                    result = await result
                if result:
                    suppressed = True
                    pending = False
                    error = None
            except BaseException as raised:
                mend(raised, error)
                pending = True
                error = raised
        if pending:
            _raise(error)
        return received and suppressed


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """A context manager that does nothing; as binds what it was made with."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Makes a folder the working directory, and the one before again at the end."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        os.chdir(self._old_cwd.pop())
