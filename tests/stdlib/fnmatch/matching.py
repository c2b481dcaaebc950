# Names against patterns with stars, question marks and sets of all kinds; text and bytes.
import random
from fnmatch import filter, fnmatch, fnmatchcase


def attempt(function, *args):
    try:
        print(function.__name__, args, repr(function(*args)))
    except Exception as error:
        print(function.__name__, args, type(error).__name__, error)


names = [
    "",
    "a",
    "b",
    "ab",
    "a.b",
    "abc",
    "a-b",
    "-",
    "]",
    "[",
    "[a",
    "[]",
    "!",
    "^",
    "\\",
    "a\nb",
    "\n",
    "é",
    "aXbXc",
    ".a",
    "a\\b",
]
patterns = [
    "",
    "*",
    "?",
    "??",
    "*?",
    "a*",
    "*b",
    "*a*",
    "[abc]",
    "[!abc]",
    "[a-c]",
    "[!a-c]",
    "[]]",
    "[!]]",
    "[]",
    "[!]",
    "[",
    "[a",
    "[^a]",
    "[c-a]",
    "[!c-a]",
    "[a-]",
    "[-a]",
    "[\\]",
    "[[]",
    "[]a-]",
    "a[!x]b",
    "*.*",
    "a*b*c",
    "a*[!a]",
    "[a-c-e]",
    "\\*",
    "[!!]",
    "[é-ü]",
    "[a\nb]",
    "*[]]",
    "[[-]]",
    "a?b",
    "*\n*",
]
for pattern in patterns:
    print(repr(pattern), [name for name in names if fnmatchcase(name, pattern)])
    encoded = [name.encode("latin-1") for name in names]
    assert filter(encoded, pattern.encode("latin-1")) == [
        name.encode("latin-1") for name in filter(names, pattern)
    ]

chance = random.Random(5)
for _ in range(300):
    pattern = "".join(
        chance.choices(
            ["a", "b", "c", "*", "?", "[ab]", "[!c]", "[b-c]", "-", "]", "["], k=chance.randrange(8)
        )
    )
    found = ["".join(chance.choices("abc-][", k=chance.randrange(9))) for _ in range(40)]
    print(pattern, *filter(found, pattern))

print(
    fnmatch("a" * 5000, "*a" * 30),
    fnmatch("a" * 5000, "*a" * 30 + "b"),
    fnmatch("FOO", "foo"),
    fnmatchcase("FOO", "f*"),
)
for function in fnmatch, fnmatchcase:
    for pair in (
        (1, "a"),
        ("a", 1),
        ("a", b"a"),
        (b"a", "a"),
        (None, "*"),
        ("x", None),
        (bytearray(b"abc"), b"a*"),
        ("a", ["a"]),
    ):
        attempt(function, *pair)
attempt(filter, [1], "a")
attempt(filter, ["a"], b"a")
attempt(filter, "abc", "[ab]")
attempt(filter, 5, "a")
attempt(filter, ["a"], None)


class Name(str):
    pass


class Place:
    def __fspath__(self):
        return "place.py"


print(
    filter([Name("x.py"), "y.txt"], Name("*.py")),
    type(filter([Name("x.py")], "*")[0]),
    fnmatch(Place(), "*.py"),
)
