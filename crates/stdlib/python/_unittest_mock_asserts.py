# What tests can say about the calls of a mock.

from _unittest_mock_calls import _Call, _CallList, _format_call_signature, _SentinelObject, call

__name__ = "unittest.mock"


def _pretty(value):
    try:
        from pprint import pformat
    except ImportError:
        return repr(value)
    return pformat(value)


def _extract_mock(obj):
    """The mock behind a function that stands for one."""
    try:
        return obj.mock if isinstance(obj, type(_pretty)) else obj
    except AttributeError:
        return obj


class MockAssertions:
    """The assertions of mocks."""

    def _format_mock_call_signature(self, args, kwargs):
        return _format_call_signature(self._mock_name or "mock", args, kwargs)

    def _format_mock_failure_message(self, args, kwargs, action="call"):
        expected = self._format_mock_call_signature(args, kwargs)
        given = self.call_args
        actual = self._format_mock_call_signature(*given[-2:])
        return f"expected {action} not found.\nExpected: {expected}\n  Actual: {actual}"

    def _get_call_signature_from_name(self, name):
        """The signature of the attribute that a name as "a.b()" leads to, if it is known."""
        if not name:
            return self._spec_signature
        signature = None
        children = self._mock_children
        for part in name.replace("()", "").split("."):
            child = children.get(part)
            if child is None or isinstance(child, _SentinelObject):
                break
            child = _extract_mock(child)
            children = getattr(child, "_mock_children", {})
            signature = getattr(child, "_spec_signature", None)
        return signature

    def _call_matcher(self, _call):
        """The call with its arguments as the signature binds them, so that it doesn't matter how they are given."""
        if isinstance(_call, tuple) and len(_call) > 2:
            signature = self._get_call_signature_from_name(_call[0])
        else:
            signature = self._spec_signature
        if signature is None:
            return _call
        name, args, kwargs = ("", *_call) if len(_call) == 2 else _call
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            return error.with_traceback(None)
        return call(name, bound.args, bound.kwargs)

    def _calls_text(self):
        return f"\nCalls: {_pretty(list(self.mock_calls))}." if self.mock_calls else ""

    def assert_not_called(self):
        """The mock was not called."""
        if self.call_count:
            name = self._mock_name or "mock"
            raise AssertionError(
                f"Expected '{name}' to not have been called. Called {self.call_count} times.{self._calls_text()}"
            )

    def assert_called(self):
        """The mock was called."""
        if not self.call_count:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to have been called.")

    def assert_called_once(self):
        """The mock was called once."""
        if self.call_count != 1:
            name = self._mock_name or "mock"
            raise AssertionError(
                f"Expected '{name}' to have been called once. Called {self.call_count} times.{self._calls_text()}"
            )

    def assert_called_with(self, /, *args, **kwargs):
        """The last call had these arguments."""
        if self.call_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n  Actual: not called.")
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        actual = self._call_matcher(self.call_args)
        if actual != expected:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(self._format_mock_failure_message(args, kwargs)) from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        """There was one call, and it had these arguments."""
        if self.call_count != 1:
            name = self._mock_name or "mock"
            raise AssertionError(
                f"Expected '{name}' to be called once. Called {self.call_count} times.{self._calls_text()}"
            )
        return self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        """These calls are among mock_calls, side by side, or with any_order anywhere."""
        expected = [self._call_matcher(each) for each in calls]
        cause = next((each for each in expected if isinstance(each, Exception)), None)
        actual = _CallList(self._call_matcher(each) for each in self.mock_calls)
        if not any_order:
            if expected not in actual:
                if cause is None:
                    problem = "Calls not found."
                else:
                    errors = [each if isinstance(each, Exception) else None for each in expected]
                    problem = f"Error processing expected calls.\nErrors: {errors}"
                shown = _pretty(list(self.mock_calls))
                raise AssertionError(f"{problem}\nExpected: {_CallList(calls)}\n  Actual: {shown}") from cause
            return
        left = list(actual)
        missing = []
        for each in expected:
            try:
                left.remove(each)
            except ValueError:
                missing.append(each)
        if missing:
            name = self._mock_name or "mock"
            raise AssertionError(
                f"{name!r} does not contain all of {tuple(missing)!r} in its call list, found {left!r} instead"
            ) from cause

    def assert_any_call(self, /, *args, **kwargs):
        """One of the calls had these arguments."""
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        if cause or not any(self._call_matcher(each) == expected for each in self.call_args_list):
            raise AssertionError(f"{self._format_mock_call_signature(args, kwargs)} call not found") from cause
