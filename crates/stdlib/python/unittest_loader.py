"""Finding tests: in classes, in modules, by name, and in folders."""

import os
import sys
import types
from unittest import case, suite, util

__unittest = True


class _FailedTest(case.TestCase):
    """A test that only says why there are no others."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattr__(name)

        def testFailure():
            raise self._exception

        return testFailure


def _failed(name, exception, message, suite_class):
    return suite_class((_FailedTest(name, exception),)), message


def _format_exc():
    import traceback

    return traceback.format_exc()


def _import_failed(name, suite_class):
    message = f"Failed to import test module: {name}\n{_format_exc()}"
    return _failed(name, ImportError(message), message, suite_class)


def _skipped(methodname, exception, suite_class):
    @case.skip(str(exception))
    def testSkipped(self):
        pass

    return suite_class((type("ModuleSkipped", (case.TestCase,), {methodname: testSkipped})(methodname),))


def _without_extension(path):
    if path.lower().endswith("$py.class"):
        return path[:-9]
    return os.path.splitext(path)[0]


def _matches(name, pattern):
    """Whether a name is like a pattern in which "*" stands for any text, "?" for a character, "[…]" for one of several."""
    if "?" in pattern or "[" in pattern:
        from fnmatch import fnmatchcase

        return fnmatchcase(name, pattern)
    first, *parts = pattern.split("*")
    if not parts:
        return name == pattern
    if not name.startswith(first):
        return False
    name = name[len(first) :]
    for part in parts[:-1]:
        found = name.find(part)
        if found < 0:
            return False
        name = name[found + len(part) :]
    return name.endswith(parts[-1])


class TestLoader:
    """Makes suites of tests."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    def loadTestsFromTestCase(self, testCaseClass):
        """The tests of a class."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = []
        if testCaseClass not in (case.TestCase, case.FunctionTestCase):
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """The tests of a module, or those that its load_tests(loader, tests, pattern) gives."""
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if self._is_case(obj):
                tests.append(self.loadTestsFromTestCase(obj))
        tests = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as error:
            message = f"Failed to call load_tests:\n{_format_exc()}"
            made, message = _failed(module.__name__, error, message, self.suiteClass)
            self.errors.append(message)
            return made

    @staticmethod
    def _is_case(obj):
        return isinstance(obj, type) and issubclass(obj, case.TestCase) and obj not in (case.TestCase, case.FunctionTestCase)

    def loadTestsFromName(self, name, module=None):
        """The tests of a module, class or method with a dotted name, or what a function of that name gives."""
        parts = name.split(".")
        error_case = error_message = None
        if module is None:
            left = parts[:]
            while left:
                try:
                    module = __import__(".".join(left))
                    break
                except ImportError:
                    last = left.pop()
                    error_case, error_message = _import_failed(last, self.suiteClass)
                    if not left:
                        self.errors.append(error_message)
                        return error_case
            parts = parts[1:]
        obj = module
        parent = None
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as error:
                if getattr(obj, "__path__", None) is not None and error_case is not None:
                    # The package was found, but a module in it could not be imported.
                    self.errors.append(error_message)
                    return error_case
                error_case, error_message = _failed(
                    part, error, f"Failed to access attribute:\n{_format_exc()}", self.suiteClass
                )
                self.errors.append(error_message)
                return error_case
        return self._tests_of(obj, parent, parts)

    def _tests_of(self, obj, parent, parts):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if self._is_case(obj):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            name = parts[-1]
            made = parent(name)
            # A static method is called without the test.
            if not isinstance(getattr(made, name), types.FunctionType):
                return self.suiteClass([made])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if callable(obj):
            test = obj()
            if isinstance(test, suite.TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError(f"calling {obj} returned {test}, not a test")
        raise TypeError(f"don't know how to make test from: {obj}")

    def loadTestsFromNames(self, names, module=None):
        """The tests of several names."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """The names of a class's test methods, sorted."""

        def is_wanted(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            if self.testNamePatterns is None:
                return True
            whole = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
            return any(_matches(whole, pattern) for pattern in self.testNamePatterns)

        names = list(filter(is_wanted, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            from functools import cmp_to_key

            names.sort(key=cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """The tests in all modules below a folder whose file names are like the pattern."""
        original = self._top_level_dir
        if top_level_dir is None:
            top_level_dir = self._top_level_dir or start_dir
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            # Its modules have to be imported by their names.
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir
        importable = True
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            if start_dir != top_level_dir:
                importable = os.path.isfile(os.path.join(start_dir, "__init__.py"))
        else:
            start_dir, importable = self._folder_of_module(start_dir)
        if not importable:
            raise ImportError(f"Start directory is not importable: {start_dir!r}")
        tests = list(self._find_tests(start_dir, pattern))
        self._top_level_dir = original
        return self.suiteClass(tests)

    def _folder_of_module(self, name):
        try:
            __import__(name)
        except ImportError:
            return name, False
        module = sys.modules[name]
        try:
            folder = os.path.abspath(os.path.dirname(module.__file__))
        except (AttributeError, TypeError):
            if module.__name__ in sys.builtin_module_names:
                raise TypeError("Can not use builtin modules as dotted module names") from None
            raise TypeError(f"don't know how to discover from {module!r}") from None
        top = sys.modules[name.partition(".")[0]]
        self._top_level_dir = os.path.dirname(os.path.abspath(os.path.dirname(top.__file__)))
        return folder, True

    def _get_name_from_path(self, path):
        if path == self._top_level_dir:
            return "."
        path = _without_extension(os.path.normpath(path))
        path = os.path.relpath(path, self._top_level_dir)
        assert not path.startswith(os.path.pardir), "Path must be within the project"
        return path.replace(os.path.sep, ".")

    def _get_module_from_name(self, name):
        __import__(name)
        return sys.modules[name]

    def _match_path(self, path, full_path, pattern):
        """Whether the tests of a file are wanted. Subclasses may override it."""
        return _matches(path, pattern)

    def _find_tests(self, start_dir, pattern):
        name = self._get_name_from_path(start_dir)
        if name != "." and name not in self._loading_packages:
            tests, should_recurse = self._find_test_path(start_dir, pattern)
            if tests is not None:
                yield tests
            if not should_recurse:
                return  # load_tests() has done it.
        for path in sorted(os.listdir(start_dir)):
            full_path = os.path.join(start_dir, path)
            tests, should_recurse = self._find_test_path(full_path, pattern)
            if tests is not None:
                yield tests
            if should_recurse:
                name = self._get_name_from_path(full_path)
                self._loading_packages.add(name)
                try:
                    yield from self._find_tests(full_path, pattern)
                finally:
                    self._loading_packages.discard(name)

    def _find_test_path(self, full_path, pattern):
        """The tests of a file or package, or None, and whether the folder has to be looked through."""
        base = os.path.basename(full_path)
        if os.path.isfile(full_path):
            stem, extension = os.path.splitext(base)
            if extension != ".py" or not stem.isidentifier() or not self._match_path(base, full_path, pattern):
                return None, False
            return self._load_file(full_path, pattern), False
        if not os.path.isdir(full_path) or not os.path.isfile(os.path.join(full_path, "__init__.py")):
            return None, False
        name = self._get_name_from_path(full_path)
        try:
            package = self._get_module_from_name(name)
        except case.SkipTest as error:
            return _skipped(name, error, self.suiteClass), False
        except:
            made, message = _import_failed(name, self.suiteClass)
            self.errors.append(message)
            return made, False
        load_tests = getattr(package, "load_tests", None)
        self._loading_packages.add(name)
        try:
            return self.loadTestsFromModule(package, pattern=pattern), load_tests is None
        finally:
            self._loading_packages.discard(name)

    def _load_file(self, full_path, pattern):
        name = self._get_name_from_path(full_path)
        try:
            module = self._get_module_from_name(name)
        except case.SkipTest as error:
            return _skipped(name, error, self.suiteClass)
        except:
            made, message = _import_failed(name, self.suiteClass)
            self.errors.append(message)
            return made
        found = _without_extension(os.path.realpath(os.path.abspath(getattr(module, "__file__", full_path))))
        wanted = _without_extension(os.path.realpath(full_path))
        if found.lower() != wanted.lower():
            where, expected = os.path.dirname(found), os.path.dirname(wanted)
            stem = _without_extension(os.path.basename(full_path))
            raise ImportError(
                f"{stem!r} module incorrectly imported from {where!r}. Expected {expected!r}. Is this module globally "
                "installed?"
            )
        return self.loadTestsFromModule(module, pattern=pattern)


defaultTestLoader = TestLoader()
