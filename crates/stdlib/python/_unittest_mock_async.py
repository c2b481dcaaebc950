# Mocks of what is awaited.

from _unittest_mock_calls import DEFAULT, _Call, _CallList
from _unittest_mock_magic import ASYNC_MAGICS, MagicMixin
from unittest.mock import Mock, _delegated, _is_exception

__name__ = "unittest.mock"


class AsyncMockMixin:
    """What mocks have whose calls are awaited."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        import inspect

        own = self.__dict__
        # As markcoroutinefunction() does, but past what forbids to set attributes.
        own["_is_coroutine_mark"] = inspect._mark
        own["_mock_await_count"] = 0
        own["_mock_await_args"] = None
        own["_mock_await_args_list"] = _CallList()
        own.setdefault("__name__", "AsyncMock")
        own.setdefault("__defaults__", ())
        own.setdefault("__kwdefaults__", {})
        own.setdefault("__annotations__", None)

    await_count = _delegated("await_count")
    await_args = _delegated("await_args")
    await_args_list = _delegated("await_args_list")

    async def _execute_mock_call(self, /, *args, **kwargs):
        found = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = found
        self.await_args_list.append(found)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    # It can't leave a coroutine.
                    raise StopAsyncIteration from None
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
                if hasattr(type(result), "__await__"):
                    result = await result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            result = self._mock_wraps(*args, **kwargs)
            return await result if hasattr(type(result), "__await__") else result
        return self.return_value

    def assert_awaited(self):
        """The mock was awaited."""
        if not self.await_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        """The mock was awaited once."""
        if self.await_count != 1:
            raise AssertionError(
                f"Expected {self._mock_name or 'mock'} to have been awaited once. Awaited {self.await_count} times."
            )

    def assert_awaited_with(self, /, *args, **kwargs):
        """The last call that was awaited had these arguments."""
        if self.await_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"Expected await: {expected}\nNot awaited")
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(self.await_args) != expected:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(self._format_mock_failure_message(args, kwargs, action="await")) from cause

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """The mock was awaited once, with these arguments."""
        if self.await_count != 1:
            raise AssertionError(
                f"Expected {self._mock_name or 'mock'} to have been awaited once. Awaited {self.await_count} times."
            )
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """One of the calls that were awaited had these arguments."""
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        if cause or not any(self._call_matcher(each) == expected for each in self.await_args_list):
            raise AssertionError(f"{self._format_mock_call_signature(args, kwargs)} await not found") from cause

    def assert_has_awaits(self, calls, any_order=False):
        """These calls were awaited, one after the other, or with any_order in any order."""
        expected = [self._call_matcher(each) for each in calls]
        cause = next((each for each in expected if isinstance(each, Exception)), None)
        actual = _CallList(self._call_matcher(each) for each in self.await_args_list)
        if not any_order:
            if expected not in actual:
                problem = "Awaits not found."
                if cause is not None:
                    errors = [each if isinstance(each, Exception) else None for each in expected]
                    problem = f"Error processing expected awaits.\nErrors: {errors}"
                raise AssertionError(
                    f"{problem}\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}"
                ) from cause
            return
        left = list(actual)
        missing = []
        for each in expected:
            try:
                left.remove(each)
            except ValueError:
                missing.append(each)
        if missing:
            raise AssertionError(f"{tuple(missing)!r} not all found in await list") from cause

    def assert_not_awaited(self):
        """The mock was not awaited."""
        if self.await_count:
            raise AssertionError(
                f"Expected {self._mock_name or 'mock'} to not have been awaited. Awaited {self.await_count} times."
            )

    def reset_mock(self, /, *args, **kwargs):
        """Forget all calls."""
        super().reset_mock(*args, **kwargs)
        self.await_count = 0
        self.await_args = None
        self.await_args_list = _CallList()


class AsyncMagicMixin(MagicMixin):
    """Gives a mock its special methods."""


class AsyncMock(AsyncMockMixin, AsyncMagicMixin, Mock):
    """A mock whose calls are awaited. It remembers how often and with what that was done."""
