"""Test cases: one for each method test… of a subclass of TestCase."""

import sys
from _unittest_asserts import DIFF_OMITTED, Assertions
from unittest.util import strclass

__unittest = True

_subtest_msg_sentinel = object()


class SkipTest(Exception):
    """Raised in a test that shall be skipped; skipTest() does it."""


class _ShouldStop(Exception):
    """The test shall stop: a part of it failed, and the result wants no more."""


class _UnexpectedSuccess(Exception):
    """The test was expected to fail."""


def _addSkip(result, test, reason):
    add = getattr(result, "addSkip", None)
    if add is not None:
        add(test, reason)
        return
    _warn("TestResult has no addSkip method, skips not reported", RuntimeWarning)
    result.addSuccess(test)


def _warn(message, category, stacklevel=3):
    import warnings

    warnings.warn(message, category, stacklevel + 1)


def _addError(result, test, exc_info):
    if result is not None and exc_info is not None:
        if issubclass(exc_info[0], test.failureException):
            result.addFailure(test, exc_info)
        else:
            result.addError(test, exc_info)


class _Outcome:
    """How a test is going."""

    def __init__(self, result=None):
        self.expecting_failure = False
        self.result = result
        self.result_supports_subtests = hasattr(result, "addSubTest")
        self.success = True
        self.expectedFailure = None

    def testPartExecutor(self, test_case, subTest=False):
        """A context manager that takes in what a part of the test raises."""
        return _Part(self, test_case, subTest)


class _Part:
    def __init__(self, outcome, test_case, is_subtest):
        self._outcome = outcome
        self._test = test_case
        self._is_subtest = is_subtest

    def __enter__(self):
        self._before = self._outcome.success
        self._outcome.success = True

    def __exit__(self, kind, error, traceback):
        outcome, test = self._outcome, self._test
        try:
            if kind is None:
                if self._is_subtest and outcome.success:
                    outcome.result.addSubTest(test.test_case, test, None)
                return False
            if issubclass(kind, KeyboardInterrupt):
                return False
            if issubclass(kind, SkipTest):
                outcome.success = False
                _addSkip(outcome.result, test, str(error))
            elif issubclass(kind, _ShouldStop):
                pass  # Somebody has reported it already.
            elif outcome.expecting_failure:
                outcome.expectedFailure = kind, error, traceback
            else:
                outcome.success = False
                info = kind, error, traceback
                if self._is_subtest:
                    outcome.result.addSubTest(test.test_case, test, info)
                else:
                    _addError(outcome.result, test, info)
            return True
        finally:
            outcome.success = outcome.success and self._before


_module_cleanups = []


def _enter_context(cm, addCleanup):
    cls = type(cm)
    try:
        enter, exit = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(
            f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol"
        ) from None
    result = enter(cm)
    addCleanup(exit, cm, None, None, None)
    return result


def addModuleCleanup(function, /, *args, **kwargs):
    """Call a function when the tests of the module are done, also if setUpModule() fails."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Enter a context that is left when the tests of the module are done."""
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    """Call what addModuleCleanup() was given, the last first."""
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]


def _id(obj):
    return obj


def skip(reason):
    """Decorator: skip a test or all of a class."""

    def decorator(test_item):
        if not isinstance(test_item, type):
            function = test_item

            def test_item(*args, **kwargs):
                raise SkipTest(reason)

            for name in ("__module__", "__name__", "__qualname__", "__doc__"):
                if hasattr(function, name):
                    setattr(test_item, name, getattr(function, name))
            test_item.__dict__.update(function.__dict__)
            test_item.__wrapped__ = function
        test_item.__unittest_skip__ = True
        test_item.__unittest_skip_why__ = reason
        return test_item

    if callable(reason) and hasattr(reason, "__code__"):
        function, reason = reason, ""
        return decorator(function)
    return decorator


def skipIf(condition, reason):
    """Decorator: skip a test if a condition holds."""
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    """Decorator: skip a test unless a condition holds."""
    return _id if condition else skip(reason)


def expectedFailure(test_item):
    """Decorator: the test fails, and that is right."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


class TestCase(Assertions):
    """A test: one of the methods test…, with setUp() before and tearDown() behind it."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2**16
    _classSetupFailed = False

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = "No test"
        try:
            method = getattr(self, methodName)
        except AttributeError:
            # runTest need not be there, so that a case can be made for its assertions only.
            if methodName != "runTest":
                raise ValueError(f"no such test method in {self.__class__}: {methodName}") from None
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {
            dict: "assertDictEqual",
            list: "assertListEqual",
            tuple: "assertTupleEqual",
            set: "assertSetEqual",
            frozenset: "assertSetEqual",
            str: "assertMultiLineEqual",
        }

    def addTypeEqualityFunc(self, typeobj, function):
        """Let assertEqual() compare two objects of a type with a function(first, second, msg)."""
        self._type_equality_funcs[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        """Call a function when the test is done, also if setUp() fails; the last one first."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enter a context that is left when the test is done."""
        return _enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """Call a function when all tests of the class are done, also if setUpClass() fails."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Enter a context that is left when all tests of the class are done."""
        return _enter_context(cm, cls.addClassCleanup)

    def setUp(self):
        """Prepares each test."""

    def tearDown(self):
        """Cleans up after each test."""

    @classmethod
    def setUpClass(cls):
        """Prepares the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """Cleans up after the tests of the class."""

    def countTestCases(self):
        """One."""
        return 1

    def defaultTestResult(self):
        """The result that run() makes if it is given none."""
        from unittest.result import TestResult

        return TestResult()

    def shortDescription(self):
        """The first line of the test's documentation, or None."""
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        """The whole name of the test."""
        return f"{strclass(self.__class__)}.{self._testMethodName}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f"{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} testMethod={self._testMethodName}>"

    def subTest(self, msg=_subtest_msg_sentinel, **params):
        """A context manager for a part of the test: if it fails, the test goes on behind it."""
        return _SubTestContext(self, msg, params)

    def skipTest(self, reason):
        """Skip the test."""
        raise SkipTest(reason)

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        result = method()
        if result is not None:
            message = f"It is deprecated to return a value that is not None from a test case ({method} returned "
            message += f"{type(result).__name__!r})"
            if hasattr(type(result), "__await__"):
                message += ". Maybe you forgot to use IsolatedAsyncioTestCase as the base class?"
            _warn(message, DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        """Run the test, and tell the result how it went."""
        stop_run = None
        if result is None:
            result = self.defaultTestResult()
            stop_run = getattr(result, "stopTestRun", None)
            getattr(result, "startTestRun", lambda: None)()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
                reason = getattr(self.__class__, "__unittest_skip_why__", "")
                _addSkip(result, self, reason or getattr(method, "__unittest_skip_why__", ""))
                return result
            self._run_method(result, method)
            return result
        finally:
            result.stopTest(self)
            if stop_run is not None:
                stop_run()

    def _run_method(self, result, method):
        import time

        expecting = getattr(self, "__unittest_expecting_failure__", False)
        expecting = expecting or getattr(method, "__unittest_expecting_failure__", False)
        outcome = _Outcome(result)
        start = time.perf_counter()
        try:
            self._outcome = outcome
            with outcome.testPartExecutor(self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting_failure = expecting
                with outcome.testPartExecutor(self):
                    self._callTestMethod(method)
                outcome.expecting_failure = False
                with outcome.testPartExecutor(self):
                    self._callTearDown()
            self.doCleanups()
            self._addDuration(result, time.perf_counter() - start)
            if outcome.success:
                if not expecting:
                    result.addSuccess(self)
                elif outcome.expectedFailure:
                    self._addExpectedFailure(result, outcome.expectedFailure)
                else:
                    self._addUnexpectedSuccess(result)
        finally:
            # What the traceback of a failure holds would hold the test.
            outcome.expectedFailure = None
            outcome = None
            self._outcome = None

    def _addDuration(self, result, elapsed):
        add = getattr(result, "addDuration", None)
        if add is not None:
            add(self, elapsed)
        else:
            _warn("TestResult has no addDuration method", RuntimeWarning)

    def _addExpectedFailure(self, result, exc_info):
        add = getattr(result, "addExpectedFailure", None)
        if add is not None:
            add(self, exc_info)
            return
        _warn("TestResult has no addExpectedFailure method, reporting as passes", RuntimeWarning)
        result.addSuccess(self)

    def _addUnexpectedSuccess(self, result):
        add = getattr(result, "addUnexpectedSuccess", None)
        if add is not None:
            add(self)
            return
        _warn("TestResult has no addUnexpectedSuccess method, reporting as failure", RuntimeWarning)
        try:
            raise _UnexpectedSuccess
        except _UnexpectedSuccess:
            result.addFailure(self, sys.exc_info())

    def doCleanups(self):
        """Call what addCleanup() was given. The result is whether all went well."""
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.testPartExecutor(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        """Call what addClassCleanup() was given; tearDown_exceptions lists what went wrong."""
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the test without taking in what it raises."""
        method = getattr(self, self._testMethodName)
        if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
            reason = getattr(self.__class__, "__unittest_skip_why__", "")
            raise SkipTest(reason or getattr(method, "__unittest_skip_why__", ""))
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)


TestCase._class_cleanups = []


class _SubTestContext:
    """What subTest() gives."""

    def __init__(self, test, msg, params):
        self._test = test
        self._msg = msg
        self._params = params

    def __enter__(self):
        test = self._test
        self._is_on = test._outcome is not None and test._outcome.result_supports_subtests
        if not self._is_on:
            return
        self._parent = test._subtest
        params = self._params
        if self._parent is not None:
            # Its own come first.
            params = {**params, **{name: value for name, value in self._parent.params.items() if name not in params}}
        test._subtest = _SubTest(test, self._msg, params)
        self._part = test._outcome.testPartExecutor(test._subtest, subTest=True)
        self._part.__enter__()

    def __exit__(self, kind, error, traceback):
        if not self._is_on:
            return False
        test = self._test
        try:
            done = self._part.__exit__(kind, error, traceback)
            if not test._outcome.success:
                if test._outcome.result is not None and test._outcome.result.failfast:
                    raise _ShouldStop
            elif test._outcome.expectedFailure:
                # There is no need to go on with what is expected to fail.
                raise _ShouldStop
            return done
        finally:
            test._subtest = self._parent


class FunctionTestCase(TestCase):
    """A test that is a function, with others to prepare it and to clean up."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._testFunc = testFunc
        self._description = description

    def setUp(self):
        """Prepares the test."""
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        """Cleans up after the test."""
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        """Calls the function."""
        self._testFunc()

    def id(self):
        """The name of the function."""
        return self._testFunc.__name__

    def _parts(self):
        return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self):
        return hash((type(self), *self._parts()))

    def __str__(self):
        return f"{strclass(self.__class__)} ({self._testFunc.__name__})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} tec={self._testFunc}>"

    def shortDescription(self):
        """The description, or the first line of the function's documentation."""
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc.split("\n")[0].strip() if doc else None


class _SubTest(TestCase):
    """A part of a test, as results see it."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        """Parts can't be run by themselves."""
        raise NotImplementedError("subtests cannot be run directly")

    def _subDescription(self):
        parts = []
        if self._message is not _subtest_msg_sentinel:
            parts.append(f"[{self._message}]")
        if self.params:
            parts.append(f"({', '.join(f'{name}={value!r}' for name, value in self.params.items())})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        """The name of the test and what is special about the part."""
        return f"{self.test_case.id()} {self._subDescription()}"

    def shortDescription(self):
        """That of the test."""
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._subDescription()}"
