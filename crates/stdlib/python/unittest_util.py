"""Texts for messages of test cases, and comparisons of lists."""

__unittest = True

_MAX_LENGTH = 80
_PLACEHOLDER_LEN = 12
_MIN_BEGIN_LEN = 5
_MIN_END_LEN = 5
_MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - (_MIN_BEGIN_LEN + _MIN_COMMON_LEN + _MIN_END_LEN + 2 * _PLACEHOLDER_LEN)


def _shorten(text, prefix, suffix):
    """The text with the number of characters in the place of its middle, if that is shorter."""
    skipped = len(text) - prefix - suffix
    if skipped > _PLACEHOLDER_LEN:
        return f"{text[:prefix]}[{skipped} chars]{text[len(text) - suffix :]}"
    return text


def _common_length(texts):
    first, last = min(texts), max(texts)
    for at, character in enumerate(first):
        if at >= len(last) or character != last[at]:
            return at
    return len(first)


def _common_shorten_repr(*args):
    """The texts of objects, shortened where they are alike so that the difference can be seen."""
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    length = _common_length(texts)
    prefix = texts[0][:length]
    common = _MAX_LENGTH - (longest - length + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if common > _MIN_COMMON_LEN:
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, common)
        return tuple(prefix + text[length:] for text in texts)
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple(prefix + _shorten(text[length:], _MIN_DIFF_LEN, _MIN_END_LEN) for text in texts)


def safe_repr(obj, short=False):
    """The repr() of an object, or that of object where its own fails."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _MAX_LENGTH:
        return text
    return text[:_MAX_LENGTH] + " [truncated]..."


def strclass(cls):
    """The name of a class with its module."""
    return f"{cls.__module__}.{cls.__qualname__}"


def sorted_list_difference(expected, actual):
    """What is only in the first of two sorted lists, and what is only in the second."""
    missing, unexpected = [], []
    i = j = 0
    while i < len(expected) and j < len(actual):
        left, right = expected[i], actual[j]
        if left < right:
            missing.append(left)
        elif left > right:
            unexpected.append(right)
        if left <= right:
            while i < len(expected) and expected[i] == left:
                i += 1
        if right <= left:
            while j < len(actual) and actual[j] == right:
                j += 1
    return missing + expected[i:], unexpected + actual[j:]


def unorderable_list_difference(expected, actual):
    """The same for lists that can't be sorted. The second list is left without what it has in common with the first."""
    missing = []
    while expected:
        item = expected.pop()
        try:
            actual.remove(item)
        except ValueError:
            missing.append(item)
    return missing, actual


def three_way_cmp(x, y):
    """-1, 0 or 1: whether the first is less, equal or greater."""
    return (x > y) - (x < y)


def _count_diff_all_purpose(actual, expected):
    """How often items are in two lists, for those where it differs: triples of both numbers and the item."""
    left, right = list(actual), list(expected)
    missing = object()
    result = []
    for at, item in enumerate(left):
        if item is missing:
            continue
        first = second = 0
        for place in range(at, len(left)):
            if left[place] == item:
                first += 1
                left[place] = missing
        for place, other in enumerate(right):
            if other == item:
                second += 1
                right[place] = missing
        if first != second:
            result.append(_Mismatch(first, second, item))
    for at, item in enumerate(right):
        if item is not missing:
            second = 0
            for place in range(at, len(right)):
                if right[place] == item:
                    second += 1
                    right[place] = missing
            result.append(_Mismatch(0, second, item))
    return result


def _count_diff_hashable(actual, expected):
    """The same, for items that can be hashed."""
    from collections import Counter

    left, right = Counter(actual), Counter(expected)
    result = [_Mismatch(count, right.get(item, 0), item) for item, count in left.items() if count != right.get(item, 0)]
    result += [_Mismatch(0, count, item) for item, count in right.items() if item not in left]
    return result


class _Mismatch(tuple):
    """How often an item is in two lists."""

    def __new__(cls, actual, expected, value):
        return super().__new__(cls, (actual, expected, value))

    actual = property(lambda self: self[0])
    expected = property(lambda self: self[1])
    value = property(lambda self: self[2])
