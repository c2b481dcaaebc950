# Assertions that containers and long texts are equal, with where they differ.

from unittest.util import _common_shorten_repr, _count_diff_all_purpose, _count_diff_hashable, safe_repr

__unittest = True


def _lines(value):
    try:
        from pprint import pformat
    except ImportError:
        return [repr(value)]
    return pformat(value).splitlines()


def _diff(first, second):
    """How to make one list of lines of another; nothing where difflib is missing."""
    try:
        from difflib import ndiff
    except ImportError:
        return []
    return ndiff(first, second)


def sequence_equal(test, first, second, msg, kind):
    """assertSequenceEqual()"""
    if kind is not None:
        name = kind.__name__
        for which, seq in (("First", first), ("Second", second)):
            if not isinstance(seq, kind):
                raise test.failureException(f"{which} sequence is not a {name}: {safe_repr(seq)}")
    else:
        name = "sequence"
    differing = None
    lengths = []
    for which, seq in (("First", first), ("Second", second)):
        try:
            lengths.append(len(seq))
        except (TypeError, NotImplementedError):
            differing = f"{which} {name} has no length.    Non-sequence?"
            break
    if differing is None:
        if first == second:
            return
        differing = f"{name.capitalize()}s differ: {' != '.join(_common_shorten_repr(first, second))}\n"
        where = _first_difference(first, second, name, lengths)
        if not where and kind is None and type(first) is not type(second):
            return  # The same items in sequences of different types.
        differing += where
    message = differing
    diff = "\n" + "\n".join(_diff(_lines(first), _lines(second)))
    test.fail(test._formatMessage(msg, test._truncateMessage(message, diff)))


def _first_difference(first, second, name, lengths):
    """Where two sequences begin to differ, and what one has more than the other."""
    text = ""
    for at in range(min(lengths)):
        items = []
        for which, seq in (("first", first), ("second", second)):
            try:
                items.append(seq[at])
            except (TypeError, IndexError, NotImplementedError):
                return text + f"\nUnable to index element {at} of {which} {name}\n"
        if items[0] != items[1]:
            shown = "\n%s\n%s\n" % _common_shorten_repr(*items)
            text += f"\nFirst differing element {at}:{shown}"
            break
    if lengths[0] != lengths[1]:
        which, longer = ("First", first) if lengths[0] > lengths[1] else ("Second", second)
        at = min(lengths)
        text += f"\n{which} {name} contains {abs(lengths[0] - lengths[1])} additional elements.\n"
        try:
            text += f"First extra element {at}:\n{safe_repr(longer[at])}\n"
        except (TypeError, IndexError, NotImplementedError):
            text += f"Unable to index element {at} of {which.lower()} {name}\n"
    return text


def set_equal(test, first, second, msg):
    """assertSetEqual()"""
    parts = []
    for which, one, other in (("first", first, second), ("second", second, first)):
        try:
            parts.append(one.difference(other))
        except TypeError as error:
            test.fail(f"invalid type when attempting set difference: {error}")
        except AttributeError as error:
            test.fail(f"{which} argument does not support set difference: {error}")
    if not any(parts):
        return
    lines = []
    for which, part in zip(("first", "second"), parts):
        if part:
            lines.append(f"Items in the {which} set but not the {'second' if which == 'first' else 'first'}:")
            lines.extend(map(repr, part))
    test.fail(test._formatMessage(msg, "\n".join(lines)))


def dict_equal(test, first, second, msg):
    """assertDictEqual()"""
    test.assertIsInstance(first, dict, "First argument is not a dictionary")
    test.assertIsInstance(second, dict, "Second argument is not a dictionary")
    if first != second:
        standard = "%s != %s" % _common_shorten_repr(first, second)
        diff = "\n" + "\n".join(_diff(_lines(first), _lines(second)))
        test.fail(test._formatMessage(msg, test._truncateMessage(standard, diff)))


def count_equal(test, first, second, msg):
    """assertCountEqual()"""
    first_items, second_items = list(first), list(second)
    try:
        differences = _count_diff_hashable(first_items, second_items)
    except TypeError:
        differences = _count_diff_all_purpose(first_items, second_items)
    if differences:
        lines = [f"First has {each.actual}, Second has {each.expected}:  {each.value!r}" for each in differences]
        message = test._truncateMessage("Element counts were not equal:\n", "\n".join(lines))
        test.fail(test._formatMessage(msg, message))


def multi_line_equal(test, first, second, msg):
    """assertMultiLineEqual()"""
    test.assertIsInstance(first, str, "First argument is not a string")
    test.assertIsInstance(second, str, "Second argument is not a string")
    if first == second:
        return
    if len(first) > test._diffThreshold or len(second) > test._diffThreshold:
        # It would take too long.
        test._baseAssertEqual(first, second, msg)
    one, other = first, second
    if first and first[-1] not in "\r\n" or second and second[-1] not in "\r\n":
        one, other = first and first + "\n", second and second + "\n"
    one, other = one.splitlines(keepends=True), other.splitlines(keepends=True)
    standard = "%s != %s" % _common_shorten_repr(first, second)
    diff = "\n" + "".join(_diff(one, other))
    test.fail(test._formatMessage(msg, test._truncateMessage(standard, diff)))
