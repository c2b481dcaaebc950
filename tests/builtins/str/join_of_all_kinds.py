# Strings of all lengths joined: characters, names of the interpreter's own, short and long ones, parts, beyond ASCII.
LONG = "".join(chr(97 + i % 26) for i in range(1500))
ITEMS = [
    "", "a", "append", "__init__", "ab", "twelve bytes", "thirteen byte", "é", "ünï", "日本語", "\ud800", LONG,
    LONG[3:1400], LONG[:900], "€" * 40, str(12345), chr(0), "\0\0", "𝄞",
]


class Text(str):
    pass


def by_hand(separator, items):
    result = ""
    for index, item in enumerate(items):
        if index:
            result += separator
        result += item
    return result


wrong = []
for separator in ["", ",", ", ", "é", "twelve bytes", "thirteen byte", LONG, "append", "日本", "\0"]:
    for first in range(len(ITEMS)):
        for count in (0, 1, 2, 3, 5, len(ITEMS)):
            items = ITEMS[first:] + ITEMS[:first]
            for kind in (list, tuple):
                joined = separator.join(kind(items[:count]))
                expected = by_hand(separator, items[:count])
                if joined != expected or len(joined) != len(expected) or hash(joined) != hash(expected):
                    wrong.append((separator[:9], first, count))
print(wrong)

print("-".join(["a", Text("b"), "c"]), Text("-").join("xyz"), "".join(Text("one")), type("".join([Text("s")])) is str)
for bad in (["a", 1], ("a", b"b"), [None], 5):
    try:
        print(",".join(bad))
    except TypeError as error:
        print(error)

# Parts of long ASCII strings, and parts of those.
wrong = []
for start in (0, 1, 5, 700, 1400, 1499, 1500):
    for length in (0, 1, 2, 11, 12, 13, 16, 17, 400, 511, 512, 513, 1500):
        part = LONG[start : start + length]
        expected = "".join(list(LONG)[start : start + length])
        if part != expected or len(part) != len(expected) or part[1:-1] != expected[1:-1] or part[:] != expected:
            wrong.append((start, length))
        if part[2:14].upper() != expected[2:14].upper() or part[-13:] != expected[-13:]:
            wrong.append((start, length, "inner"))
print(wrong)
print(LONG[1498:], LONG[:1], repr(LONG[7:7]), LONG[3:1] == "", LONG[-3:-1], LONG[1490:9999])
for n in (0, 7, 10, 99, 100, 9999, 10_000, 99_999_999, 100_000_000, -1, -99, 2**60, True):
    print(str(n), len(str(n)), f"{n}", end=" ")
print()
print(1 + True, 5 + False, True + True, True + 1, -1 + True, 2**47 - 1 + True, 0.5 + True)
print("-" * 40, "ab" * 20 == "abababab" * 5, "x" * 0 == "", "x" * -3, "é" * 30, b"z" * 20, 3 * "q", [0] * 3, (1,) * 2)
