"""Differences that are known and right: CPython versions differ in words, and some of its words name its insides.

Each rule rewrites lines of both outputs, or only CPython's, before they are compared. A rule for a version applies
when the CPython at hand is older than it: Ferropy says what 3.14 says.
"""

import re

# (before this version of CPython, pattern in its line, what later versions say, reason).
OLDER_WORDS = [
    ((3, 14), r"argument of type '(\w+)' is not iterable", r"argument of type '\1' is not a container or iterable", "3.14 words"),
    ((3, 14), r"ValueError: .* is not in list", "ValueError: list.index(x): x not in list", "3.14 does not show the item"),
    ((3, 14), r"ValueError: .* is not in range", "ValueError: range.index(x): x not in range", "3.14 does not show the item"),
    ((3, 14), r"complex\(\) first argument must be a string or a number, not '(\w+)'",
     r"complex() argument must be a string or a number, not \1", "3.14 words"),
    ((3, 14), r"fromhex\(\) argument must be str, not (\w+)", r"fromhex() argument must be str or bytes-like, not \1",
     "3.14 takes bytes as well"),
    ((3, 14), r"TypeError: unhashable type: ('\w+')", r"TypeError: (unhashable type: \1)", "3.14 says what for, in front"),
    ((3, 14), r"ZeroDivisionError: (integer division or modulo by zero|integer modulo by zero|float divmod\(\)"
     r"|float floor division by zero|float modulo by zero|float modulo|float division by zero|complex division by zero|integer division by zero)",
     "ZeroDivisionError: division by zero", "3.14 has one message"),
    ((3, 14), r"%c requires int or char", "%c requires an int or a unicode character", "3.14 says what it got, see below"),
    ((3, 14), r"0\.0( cannot be raised)? to a negative", "zero to a negative", "3.14 words"),
]  # fmt: skip

# (pattern, what it becomes in both lines, reason).
BOTH = [
    (r"\bat 0x[0-9A-Fa-f]+", "at 0x…", "addresses"),
    (r"(%c requires an? int[^,]*), not .*", r"\1", "3.14 says what it got"),
    (r"(center|ljust|rjust)\(\):? (argument 2 must be a byte string of length 1), not .*", r"\1 \2", "3.14 tells the length"),
    (r"(format\(\) argument 2 must be str, not None)Type", r"\1", "CPython's own functions differ among each other"),
    (r"cannot use '\w+' as a (set element|dict key) \(", "(", "see above: only newer versions say it"),
    (r"\bstr_ascii_iterator\b", "str_iterator", "CPython's choice of iterator rests on how it stores the text"),
]

# (pattern of the call, pattern of CPython's line, pattern of ours, versions before this one, reason): pairs that count
# as equal.
PAIRS = [
    (r"index", r"ValueError: [0-9]+\.\.\. [0-9]+$", r"ValueError: range.index\(x\): x not in range", (3, 14), "3.14 does not show the item"),
    (r"__r?pow__", r"TypeError:  expected at most", r"TypeError: __r?pow__ expected at most", (9, 9), "CPython leaves the name out"),
    (r"complex.*\*\*", r"complex \(nan\+nanj\)", r"OverflowError: complex exponentiation", (3, 14), "products of 3.14 keep infinities"),
    (r"__doc__", r"^str ", r"^str ", (9, 9), "the texts of the documentation are our own"),
    (r"\.[0-9]*[,_]", r"ValueError: (Unknown format code '[,_]'|Invalid format specifier|Format specifier missing|Cannot specify '[,_]')", r"", (3, 14),
     "3.14 groups the digits of a fraction"),
    (r"^(?=.*(complex|j\b)).*(__r?(add|sub|mul|truediv)__|\) [-+*/] \(|x [-+*/]=|^complex\()", r"^complex|\| x complex", r"", (3, 14), "3.14 lets real numbers be real in arithmetic with complex ones"),
    (r"^complex\(", r"^(TypeError|ValueError)", r"^TypeError: complex\(\) argument '", (3, 14), "3.14 words"),
    (r"__hash__|^hash", r"^int ", r"^int ", (9, 9), "hashes of texts and bytes"),
    (r"__(add|mul|rmul|imul)__\(", r"^TypeError: (can only concat|can't concat|'\w+' object cannot be interpreted)",
     r"^NotImplementedType", (9, 9), "CPython's sequences raise in the method, ours in the operator"),
    (r"\* ?=|\*", r"unsupported operand type\(s\) for \*", r"can't multiply sequence", (9, 9), "names the other operand"),
    (r"2\*\*6[23]", r"^(MemoryError|OverflowError)", r"^(MemoryError|OverflowError)", (9, 9), "more than any memory, in two words"),
    (r"x\[", r"IndexError: cannot fit 'int'", r"does(n't| not) support item", (9, 9), "two errors, either may come first"),
    (r"__init__\([\[(]", r"byte must be in range", r"byte must be in range", (9, 9), "CPython leaves rubbish in a bytearray"),
    (r"\(", r"str\(\) argument '\w+' must be str, not NoneType", r"must be str, not None$", (9, 9), "CPython says both"),
    (r"fromhex", r"non-hexadecimal number|argument must be", r"", (3, 14), "3.14 takes bytes, counts digits"),
]  # fmt: skip


def normal(line, ours, version):
    """The line without what may differ."""
    for pattern, becomes, _ in BOTH:
        line = re.sub(pattern, becomes, line)
    if not ours:
        for before, pattern, becomes, _ in OLDER_WORDS:
            if version < before:
                line = re.sub(pattern, becomes, line)
    return line


def agree(call, theirs, ours, version):
    """Whether the outcomes of a call are the same, by CPython's version."""
    theirs, ours = normal(theirs, False, version), normal(ours, True, version)
    if theirs == ours:
        return True
    return any(
        version < before and re.search(of, call) and re.search(cpython, theirs) and re.search(ferropy, ours)
        for of, cpython, ferropy, before, _ in PAIRS
    )
