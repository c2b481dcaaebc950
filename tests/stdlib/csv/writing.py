# Records written with all kinds of dialects; what can't be written.
import csv
import io


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


def write(*rows, **options):
    stream = io.StringIO()
    csv.writer(stream, **options).writerows(rows)
    return stream.getvalue()


class Shown:
    def __str__(self):
        return 'shown, "as" text'


class Number:
    def __float__(self):
        return 1.5

    def __str__(self):
        return "number"


rows = [
    [""],
    [None],
    ["", ""],
    [" "],
    [" a"],
    ["a "],
    ["a\\b"],
    ['"'],
    ["'"],
    [1.0, "1"],
    [None, 1, "x"],
    ["é", "☃"],
    ["a,b", "c"],
    ["\n"],
    ["\r"],
    ["\0"],
    ["", "", ""],
    [1],
    [],
    [b"a", (1, 2)],
    [True, 1e300, 10**30, 2j],
    [Shown(), Number()],
    ['say "hi"', "it's"],
    "abc",
    (1, "2"),
    ["a;b", "c d", "x!y"],
    ["a\\,b"],
    [None, None],
    [" ", None, ""],
    range(3),
    {"k": 1, "l": 2},
]
for row in rows:
    print(row if "object" not in repr(row) else "objects")
    for options in (
        {},
        {"quoting": 1},
        {"quoting": 2},
        {"quoting": 3},
        {"quoting": 4},
        {"quoting": 5},
        {"quoting": 3, "escapechar": "\\"},
        {"doublequote": False},
        {"doublequote": False, "escapechar": "\\"},
        {"quotechar": None, "quoting": 3, "escapechar": "^"},
        {"delimiter": " ", "skipinitialspace": True},
        {"lineterminator": "!\n"},
        {"skipinitialspace": True},
        {"skipinitialspace": True, "delimiter": " ", "quoting": 3},
        {"skipinitialspace": True, "delimiter": " ", "quoting": 4},
        {"dialect": "unix"},
        {"dialect": "excel-tab"},
        {"delimiter": "☃", "quotechar": "é", "quoting": 1},
        {"escapechar": "\\"},
        {"quotechar": "'", "escapechar": "'"[:0] or None},
    ):
        print("  ", *options.items(), attempt(write, row, **options))
stream = io.StringIO()
writer = csv.writer(stream)
for argument in 5, None, "abc", [], ["x"], iter([1, 2]):
    print(attempt(writer.writerow, argument))
print(
    attempt(writer.writerows, 5),
    attempt(writer.writerows, [[1], 5, [2]]),
    repr(stream.getvalue()),
    writer.dialect.quotechar,
    type(writer).__name__,
)


class File:
    def write(self, text):
        return [text]


class Row:
    def __iter__(self):
        yield 1
        raise KeyError("inside")


writer = csv.writer(File(), delimiter=";")
print(
    writer.writerow([1, 2]),
    writer.writerows([[1]]),
    attempt(writer.writerow, Row()),
    attempt(csv.writer, 5),
    attempt(csv.writer, File(), "none"),
)
table = [["a", "b,c", 'd"e'], ["", " x ", "f\ng"], ["é", "\\", "'"]]
for options in (
    {},
    {"quoting": 1},
    {"delimiter": "\t"},
    {"escapechar": "\\", "doublequote": False},
    {"quotechar": "'"},
):
    print(list(csv.reader(io.StringIO(write(*table, **options), newline=""), **options)) == table)
