# Differences of lines in all forms.
import difflib
import random


def attempt(function, *args, **options):
    try:
        return list(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


def lines(text):
    return text.splitlines(True)


texts = [
    "",
    "one\ntwo\nthree\n",
    "one\ntwo\nthree\nfour\n",
    "ore\ntree\nemu\n",
    "one\n\ttwo  x\nthree\n",
    "one\n\ttwo x\nthree\n",
    "a\n" * 12 + "b\n" + "c\n" * 12,
    "a\n" * 12 + "B\n" + "c\n" * 11 + "d\n",
    "no end",
    "no end\n",
    "#\n\nx\n",
    "x\n\n#\n",
    "the quick brown fox\njumps over\nthe lazy dog\n",
    "the quack brown fax\njumped over\na lazy cat\n",
    "é ü\n",
    "è ü\n",
]
for number, a in enumerate(texts):
    for b in texts[number:]:
        a_lines, b_lines = lines(a), lines(b)
        delta = list(difflib.ndiff(a_lines, b_lines))
        print(delta)
        print(
            list(difflib.unified_diff(a_lines, b_lines, "from", "to", "then", "now", 1)),
            list(difflib.unified_diff(a_lines, b_lines, n=0, lineterm="")),
        )
        print(
            list(difflib.context_diff(a_lines, b_lines, "from", "to", n=2)),
            list(difflib.context_diff(a_lines, b_lines, "f", "t", "d", "e", 0, "!")),
        )
        assert list(difflib.restore(delta, 1)) == a_lines and list(difflib.restore(delta, 2)) == b_lines
chance = random.Random(5)
for _ in range(40):
    a = [
        "".join(chance.choices("abc  ", k=chance.randrange(1, 12))) + "\n"
        for _ in range(chance.randrange(15))
    ]
    b = [
        line if chance.random() < 0.5 else line.replace(chance.choice("abc"), chance.choice("xyz"), 1)
        for line in a
        if chance.random() < 0.9
    ]
    b.insert(chance.randrange(len(b) + 1), "new line\n")
    print(
        "".join(difflib.ndiff(a, b)), "".join(difflib.Differ(difflib.IS_LINE_JUNK).compare(a, b)), sep="|\n"
    )
    print("".join(difflib.unified_diff(a, b)), "".join(difflib.context_diff(a, b)), sep="|\n")
print(
    list(difflib.ndiff(["ab c\n"], ["ab  c\n"], charjunk=None)),
    list(difflib.Differ(charjunk=str.isspace).compare(["a b\n"], ["a  b\n"])),
)
print(
    attempt(difflib.restore, [], 3),
    attempt(difflib.restore, ["  a", "- b", "+ c", "? d"], "2"),
    attempt(difflib.unified_diff, [1], ["a"]),
    attempt(difflib.unified_diff, ["a"], [b"a"]),
    attempt(difflib.unified_diff, ["a"], ["b"], b"x"),
    attempt(difflib.context_diff, ["a"], ["b"], lineterm=5),
)
print(
    attempt(difflib.diff_bytes, difflib.unified_diff, [b"a\xff\n"], [b"b\n"], b"f\xe9", b"t"),
    attempt(difflib.diff_bytes, difflib.context_diff, [b"a"], [b"a", b"c"], lineterm=b""),
    attempt(difflib.diff_bytes, difflib.unified_diff, ["a"], [b"b"]),
    attempt(difflib.diff_bytes, difflib.unified_diff, [b"a"], [b"b"], "x"),
)
