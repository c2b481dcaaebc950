# The part of doctest that looks for documentation.
import inspect
import linecache
import re
import sys

import doctest as d

__name__ = "doctest"


class DocTestFinder:
    """Finds the examples in the documentation of an object and of what is in it."""

    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self._parser = d.DocTestParser() if parser is None else parser
        self._verbose, self._recurse, self._exclude_empty = verbose, recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The DocTests of an object; those of modules and classes with those of their functions, classes and __test__."""
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError(
                    f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}"
                )
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        lines = self._source_of(obj, module)
        if globs is None:
            globs = {} if module is None else dict(module.__dict__)
        globs = {**globs, **(extraglobs or {})}
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, lines, globs, set())
        tests.sort()
        return tests

    def _source_of(self, obj, module):
        """The lines of the file in which the object is, or None."""
        try:
            file = inspect.getsourcefile(obj)
        except TypeError:
            return None
        if not file:
            # It may be known under the name of a prompt.
            file = inspect.getfile(obj)
            if (file[:1], file[-2:]) != ("<", "]>"):
                return None
        return linecache.getlines(file, *() if module is None else (module.__dict__,)) or None

    def _is_from(self, module, obj):
        """Whether the object is defined in the module."""
        if module is None:
            return True
        if inspect.getmodule(obj) is not None:
            return module is inspect.getmodule(obj)
        if inspect.isfunction(obj):
            return module.__dict__ is obj.__globals__
        if inspect.ismethoddescriptor(obj) or inspect.ismethodwrapper(obj):
            place = getattr(obj, "__objclass__", None)
            return module.__name__ == (place.__module__ if place else getattr(obj, "__module__", module.__name__))
        if inspect.isclass(obj) or hasattr(obj, "__module__"):
            return module.__name__ == obj.__module__
        if isinstance(obj, property):
            return True
        raise ValueError("object must be a class or function")

    @staticmethod
    def _is_routine(obj):
        try:
            unwrapped = inspect.unwrap(obj)
        except (AttributeError, ValueError):
            unwrapped = obj
        return inspect.isroutine(unwrapped)

    def _find(self, tests, obj, name, module, lines, globs, seen):
        if self._verbose:
            print(f"Finding tests in {name}")
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._test_of(obj, name, module, globs, lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        inside = []
        if inspect.ismodule(obj):
            for key, value in obj.__dict__.items():
                if (self._is_routine(value) or inspect.isclass(value)) and self._is_from(module, value):
                    inside.append((f"{name}.{key}", value))
            for key, value in getattr(obj, "__test__", {}).items():
                if not isinstance(key, str):
                    raise ValueError(f"DocTestFinder.find: __test__ keys must be strings: {type(key)!r}")
                if not (self._is_routine(value) or inspect.isclass(value) or inspect.ismodule(value) or isinstance(value, str)):
                    raise ValueError(
                        f"DocTestFinder.find: __test__ values must be strings, functions, methods, classes, or modules: {type(value)!r}"
                    )
                inside.append((f"{name}.__test__.{key}", value))
        elif inspect.isclass(obj):
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                is_wanted = self._is_routine(value) or inspect.isclass(value) or isinstance(value, property)
                if is_wanted and self._is_from(module, value):
                    inside.append((f"{name}.{key}", value))
        for inner, value in inside:
            self._find(tests, value, inner, module, lines, globs, seen)

    def _test_of(self, obj, name, module, globs, lines):
        text = obj if isinstance(obj, str) else getattr(obj, "__doc__", None) or ""
        text = text if isinstance(text, str) else str(text)
        if self._exclude_empty and not text:
            return None
        lineno = self._line_of(obj, text, lines)
        filename = None
        if module is not None:
            filename = getattr(module, "__file__", None) or module.__name__
            filename = filename[:-1] if filename.endswith(".pyc") else filename
        return self._parser.get_doctest(text, globs, name, filename, lineno)

    def _line_of(self, obj, text, lines):
        """The line before the documentation's first one, or None."""
        lineno = None
        if inspect.ismodule(obj) and text:
            lineno = 0
        if inspect.isclass(obj) and text:
            try:
                lineno = inspect.findsource(obj)[1]
            except (OSError, TypeError):
                lineno = None
        obj = getattr(obj, "__func__", obj) if inspect.ismethod(obj) else obj
        obj = obj.fget if isinstance(obj, property) else obj
        if self._is_routine(obj) and getattr(obj, "__doc__", None):
            obj = inspect.unwrap(obj)
            obj = getattr(obj, "__code__", obj)
        if inspect.istraceback(obj):
            obj = obj.tb_frame
        if inspect.isframe(obj):
            obj = obj.f_code
        if inspect.iscode(obj):
            lineno = obj.co_firstlineno - 1
        if lineno is None or lines is None:
            return None if lineno is None else lineno + 1
        # It begins where the first quotes are.
        for number in range(lineno, len(lines)):
            if re.match(r"(^|.*:)\s*\w*(\"|')", lines[number]):
                return number
        return None
