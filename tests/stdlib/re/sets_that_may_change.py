# Sets whose meaning may change are warned about, where the pattern is used.
import re
import warnings

for pattern in [
    "[[a]",
    "[a[b]",
    "[^[a]",
    "[a--b]",
    "[!--a]",
    "[a-z--b]",
    "[--a]",
    "[a&&b]",
    "[&&a]",
    "[a&&&]",
    "[a||b]",
    "[a~~b]",
    r"[\w&&a]",
]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            re.compile(pattern)
        except re.error as error:
            print(error)
        print(pattern, [(each.category.__name__, str(each.message), each.lineno) for each in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(re.sub("a", "b", "aa", 1), re.subn("a", "b", "A", 0, re.I), re.split("a", "bac", 1))
    print([(each.category.__name__, str(each.message), each.lineno) for each in caught])
