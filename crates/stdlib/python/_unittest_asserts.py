# The assertions of test cases.

# Not later: a test may have replaced __import__() when it asserts something.
from _unittest_containers import count_equal, dict_equal, multi_line_equal, sequence_equal, set_equal
from _unittest_contexts import LogsContext, RaisesContext, WarnsContext, compiled
from unittest.util import _common_shorten_repr, safe_repr

__unittest = True

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


class Assertions:
    """What a test can say about values. A failed assertion raises failureException."""

    def _formatMessage(self, msg, standardMsg):
        """A message of the test's own, behind the usual one if longMessage is true."""
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return f"{standardMsg} : {msg}"
        except UnicodeDecodeError:
            return f"{safe_repr(standardMsg)} : {safe_repr(msg)}"

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def _truncateMessage(self, message, diff):
        limit = self.maxDiff
        return message + (diff if limit is None or len(diff) <= limit else DIFF_OMITTED % len(diff))

    def fail(self, msg=None):
        """Fail."""
        raise self.failureException(msg)

    def assertTrue(self, expr, msg=None):
        """The value is true."""
        if not expr:
            self._fail(msg, f"{safe_repr(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        """The value is false."""
        if expr:
            self._fail(msg, f"{safe_repr(expr)} is not false")

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            found = self._type_equality_funcs.get(type(first))
            if found is not None:
                return getattr(self, found) if isinstance(found, str) else found
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, "%s != %s" % _common_shorten_repr(first, second))

    def assertEqual(self, first, second, msg=None):
        """Both are equal."""
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        """They are not equal."""
        if not first != second:
            self._fail(msg, f"{safe_repr(first)} == {safe_repr(second)}")

    def _almost(self, first, second, places, delta):
        """Whether two numbers are as near to each other as places or delta say, and how to say by how much not."""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        if delta is not None:
            return diff <= delta, f"{safe_repr(delta)} delta ({safe_repr(diff)} difference)", f"{safe_repr(delta)} delta"
        places = 7 if places is None else places
        is_near = round(diff, places) == 0
        return is_near, f"{places} places ({safe_repr(diff)} difference)", f"{places} places"

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Two numbers are equal when rounded to some decimal places, or differ by no more than delta."""
        if first == second:
            return
        is_near, far, _ = self._almost(first, second, places, delta)
        if not is_near:
            self._fail(msg, f"{safe_repr(first)} != {safe_repr(second)} within {far}")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Two numbers are not equal when rounded to some decimal places, or differ by more than delta."""
        is_near, far, near = self._almost(first, second, places, delta)
        if delta is not None:
            if not (first == second) and not is_near:
                return
            near = far
        elif not (first == second) and not is_near:
            return
        self._fail(msg, f"{safe_repr(first)} == {safe_repr(second)} within {near}")

    def assertIs(self, expr1, expr2, msg=None):
        """Both are the same object."""
        if expr1 is not expr2:
            self._fail(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        """They are not the same object."""
        if expr1 is expr2:
            self._fail(msg, f"unexpectedly identical: {safe_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        """It is None."""
        if obj is not None:
            self._fail(msg, f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        """It is not None."""
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        """The container contains it."""
        if member not in container:
            self._fail(msg, f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        """The container doesn't contain it."""
        if member in container:
            self._fail(msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}")

    def assertLess(self, a, b, msg=None):
        """a < b"""
        if not a < b:
            self._fail(msg, f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        """a <= b"""
        if not a <= b:
            self._fail(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        """a > b"""
        if not a > b:
            self._fail(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        """a >= b"""
        if not a >= b:
            self._fail(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    def assertIsInstance(self, obj, cls, msg=None):
        """It is an instance of the class, or of one of several."""
        if not isinstance(obj, cls):
            kind = f"any of {cls!r}" if isinstance(cls, tuple) else repr(cls)
            self._fail(msg, f"{safe_repr(obj)} is not an instance of {kind}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        """It is no instance of the class."""
        if isinstance(obj, cls):
            if isinstance(cls, tuple):
                cls = next(each for each in cls if isinstance(obj, each))
            self._fail(msg, f"{safe_repr(obj)} is an instance of {cls!r}")

    def _check_class(self, cls, msg):
        if not isinstance(cls, type):
            self._fail(msg, f"{cls!r} is not a class")

    def assertIsSubclass(self, cls, superclass, msg=None):
        """It is a subclass of the class, or of one of several."""
        try:
            if issubclass(cls, superclass):
                return
        except TypeError:
            self._check_class(cls, msg)
            raise
        kind = f"any of {superclass!r}" if isinstance(superclass, tuple) else repr(superclass)
        self._fail(msg, f"{cls!r} is not a subclass of {kind}")

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        """It is no subclass of the class."""
        try:
            if not issubclass(cls, superclass):
                return
        except TypeError:
            self._check_class(cls, msg)
            raise
        if isinstance(superclass, tuple):
            superclass = next(each for each in superclass if issubclass(cls, each))
        self._fail(msg, f"{cls!r} is a subclass of {superclass!r}")

    def assertHasAttr(self, obj, name, msg=None):
        """The object has the attribute."""
        if not hasattr(obj, name):
            self._fail(msg, f"{_shown_owner(obj)} has no attribute {name!r}")

    def assertNotHasAttr(self, obj, name, msg=None):
        """The object hasn't the attribute."""
        if hasattr(obj, name):
            self._fail(msg, f"{_shown_owner(obj)} has unexpected attribute {name!r}")

    def assertStartsWith(self, s, prefix, msg=None):
        """Text or bytes start with a prefix, or one of several."""
        self._check_end(s, prefix, msg, "startswith", "start", False)

    def assertNotStartsWith(self, s, prefix, msg=None):
        """Text or bytes don't start with a prefix."""
        self._check_end(s, prefix, msg, "startswith", "start", True)

    def assertEndsWith(self, s, suffix, msg=None):
        """Text or bytes end with a suffix, or one of several."""
        self._check_end(s, suffix, msg, "endswith", "end", False)

    def assertNotEndsWith(self, s, suffix, msg=None):
        """Text or bytes don't end with a suffix."""
        self._check_end(s, suffix, msg, "endswith", "end", True)

    def _check_end(self, s, part, msg, method, verb, is_unwanted):
        try:
            if getattr(s, method)(part) != is_unwanted:
                return
        except (AttributeError, TypeError):
            name = type(s).__name__
            if not isinstance(s, (str, bytes)):
                self._fail(msg, f"Expected str, not {name}" if isinstance(part, str) else f"Expected bytes, not {name}")
            kind = type(s)
            for each in part if isinstance(part, tuple) else (part,):
                if not isinstance(each, kind):
                    self._fail(msg, f"Expected {kind.__name__}, not {type(each).__name__}")
            raise
        if is_unwanted:
            part = next((each for each in part if getattr(s, method)(each)), part) if isinstance(part, tuple) else part
            self._fail(msg, f"{safe_repr(s, short=True)} {verb}s with {safe_repr(part)}")
        kind = f"any of {safe_repr(part)}" if isinstance(part, tuple) else safe_repr(part)
        self._fail(msg, f"{safe_repr(s, short=True)} doesn't {verb} with {kind}")

    # Assertions about containers, which compare piece by piece.

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """Two sequences have the same items in the same order."""
        sequence_equal(self, seq1, seq2, msg, seq_type)

    def assertListEqual(self, list1, list2, msg=None):
        """Two lists are equal."""
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """Two tuples are equal."""
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """Two sets are equal."""
        set_equal(self, set1, set2, msg)

    def assertDictEqual(self, d1, d2, msg=None):
        """Two dicts are equal."""
        dict_equal(self, d1, d2, msg)

    def assertCountEqual(self, first, second, msg=None):
        """Two iterables have the same items, each as often, in any order."""
        count_equal(self, first, second, msg)

    def assertMultiLineEqual(self, first, second, msg=None):
        """Two texts are equal."""
        multi_line_equal(self, first, second, msg)

    # Assertions about what code does: with a function and its arguments, or as context managers.

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Code raises an exception: that of the context or of a function's call."""
        return RaisesContext(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """Code raises an exception in whose text a pattern is found."""
        return RaisesContext(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """Code gives a warning."""
        return WarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """Code gives a warning in whose text a pattern is found."""
        return WarnsContext(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None, formatter=None):
        """A context manager: code in it logs something of a level, INFO if none is given, or above."""
        return LogsContext(self, logger, level, no_logs=False, formatter=formatter)

    def assertNoLogs(self, logger=None, level=None):
        """A context manager: code in it logs nothing of a level or above."""
        return LogsContext(self, logger, level, no_logs=True)

    def assertRegex(self, text, expected_regex, msg=None):
        """A pattern is found in the text."""
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
        expected_regex = compiled(expected_regex)
        if not expected_regex.search(text):
            self._fail(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """A pattern is not found in the text."""
        unexpected_regex = compiled(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            found = text[match.start() : match.end()]
            self._fail(msg, f"Regex matched: {found!r} matches {unexpected_regex.pattern!r} in {text!r}")


def _shown_owner(obj):
    import types

    if isinstance(obj, types.ModuleType):
        return f"module {obj.__name__!r}"
    if isinstance(obj, type):
        return f"type object {obj.__name__!r}"
    return f"{type(obj).__name__!r} object"
