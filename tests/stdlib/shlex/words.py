# requires: files
# Words as a shell reads them, in both modes and with all attributes; words quoted.
import io
import random
import shlex


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


texts = [
    "",
    " ",
    "a",
    "a b",
    "  a\tb\nc ",
    "'a b' c",
    '"a b" c',
    "a'b c'd",
    '"a\'b" x',
    "'a\"b'",
    "a\\ b",
    '"a\\"b"',
    '"a\\b"',
    "'a\\b'",
    "'a\\'",
    "a\\",
    '"a',
    "'a",
    '"a\\',
    "a#b c",
    "# x\ny",
    "a #b\nc",
    "''",
    '""',
    "a ''",
    "'' a",
    "a''b",
    '"" ""',
    "a&&b;c|d",
    "(a) <b >c",
    "a=b",
    "~/x *.py ?-y",
    "a--b",
    "é ü",
    "☃",
    "a\\\nb",
    "a;b;;c",
    "\\'a",
    "x:y@z%q",
    "a,b",
    "foo'bar'\"baz\"",
    "'a'b'c'",
    "a\\'b",
    "e'x' \"y\"z",
    "`a b`",
    "$x {a}",
    "1.5 -3",
    "a\rb",
    "a # b",
    "#",
    "a#",
    "'#'",
    "a \\# b",
]
chance = random.Random(2)
texts += ["".join(chance.choices("ab  '\"\\#;|&\n.é", k=chance.randrange(12))) for _ in range(60)]


def words(text, posix, punctuation, **attributes):
    reader = shlex.shlex(text, posix=posix, punctuation_chars=punctuation)
    for name, value in attributes.items():
        setattr(reader, name, value)
    found = []
    try:
        for word in reader:
            found.append((word, reader.lineno))
    except ValueError as error:
        found.append((str(error), reader.lineno, reader.token))
    return found


for text in texts:
    print(
        repr(text),
        attempt(shlex.split, text),
        attempt(shlex.split, text, True),
        attempt(shlex.split, text, posix=False),
    )
    for posix in False, True:
        for punctuation in False, True, "|a":
            print(
                "  ",
                words(text, posix, punctuation),
                words(text, posix, punctuation, whitespace_split=True, commenters=""),
            )
print(words("a.b=c 'd'", True, False, wordchars="abc", quotes="'", whitespace=" =", escape="."))
for text in "", "a", "a b", "it's", "a/b.c,d:e=f@g%h+i-j_k", "é", "$x", "a\nb", "'", "\\", "*":
    print(shlex.quote(text), end=" ")
    assert shlex.split(shlex.quote(text)) == [text]
print(
    shlex.join(["a", "b c", "", "d'e"]),
    attempt(shlex.join, "ab"),
    attempt(shlex.quote, b""),
    attempt(shlex.quote, None),
    attempt(shlex.split, None),
)

reader = shlex.shlex("a b c")
reader.push_token("x")
print(
    reader.get_token(),
    reader.get_token(),
    reader.read_token(),
    reader.error_leader(),
    reader.error_leader("f", 7),
    repr(reader.eof),
    reader.infile,
)
with open("included", "w") as file:
    file.write("i1 i2\n")
reader = shlex.shlex(io.StringIO("a source 'included' b"), "main.txt")
reader.source = "source"
print(attempt(list, reader), reader.lineno, reader.error_leader())
reader = shlex.shlex('one\nsource "included" two', posix=True)
reader.source = "source"
print([(word, reader.infile, reader.lineno) for word in reader])
reader = shlex.shlex("a")
reader.push_source("pushed text", "p")
print(reader.infile, list(reader), reader.infile)
reader = shlex.shlex("a 'b' c", posix=True)
reader.debug = 1
print(
    list(reader),
    shlex.shlex("x", punctuation_chars=True).punctuation_chars,
    attempt(setattr, reader, "punctuation_chars", "x"),
)
