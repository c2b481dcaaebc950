# Dialects: their attributes, names, classes and what is wrong with them; dicts.
import csv
import io


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


def read(*lines, **options):
    return list(csv.reader(lines, **options))


class Semicolon(csv.Dialect):
    delimiter = ";"
    quotechar = "'"
    doublequote = True
    skipinitialspace = True
    lineterminator = "\n"
    quoting = csv.QUOTE_ALL


class Plain:
    delimiter = "|"


for options in (
    {"delimiter": ""},
    {"delimiter": "ab"},
    {"delimiter": None},
    {"delimiter": 1},
    {"delimiter": "\n"},
    {"delimiter": "\r"},
    {"delimiter": "é"},
    {"delimiter": " "},
    {"quotechar": ""},
    {"quotechar": None},
    {"quotechar": None, "quoting": 3},
    {"quotechar": None, "quoting": 0},
    {"quotechar": "ab"},
    {"quotechar": 5},
    {"quotechar": "\n"},
    {"quotechar": ","},
    {"escapechar": ""},
    {"escapechar": "ab"},
    {"escapechar": '"'},
    {"escapechar": ","},
    {"escapechar": "\n"},
    {"escapechar": " ", "skipinitialspace": True},
    {"quotechar": " ", "skipinitialspace": True},
    {"escapechar": " "},
    {"lineterminator": None},
    {"lineterminator": 5},
    {"lineterminator": ","},
    {"lineterminator": '"'},
    {"lineterminator": ""},
    {"lineterminator": "ab"},
    {"quoting": 6},
    {"quoting": -1},
    {"quoting": "x"},
    {"quoting": None},
    {"strict": "x"},
    {"doublequote": []},
    {"foo": 1},
    {"dialect": "none"},
    {"dialect": 5},
    {"dialect": csv.excel},
    {"dialect": csv.excel()},
    {"dialect": Semicolon},
    {"dialect": Semicolon()},
    {"dialect": Plain},
    {"dialect": {}},
    {"dialect": None},
    {"dialect": "excel-tab", "quotechar": "'"},
):
    print(
        {name: value if name != "dialect" else type(value).__name__ for name, value in options.items()},
        attempt(read, "a,b;'c;d'|e", **options),
    )
dialect = csv.get_dialect("excel")
print(
    [(name, getattr(dialect, name)) for name in dir(dialect) if not name.startswith("_")],
    type(dialect).__name__,
    type(dialect).__module__,
)
for name in "delimiter", "quoting", "strict", "foo":
    print(attempt(setattr, dialect, name, "x"), attempt(delattr, dialect, name) if name != "foo" else "")
print(
    csv.register_dialect("mine", Semicolon),
    csv.register_dialect("other", "mine", quotechar="!"),
    sorted(csv.list_dialects()),
    csv.get_dialect("other").quotechar,
    csv.get_dialect("other").delimiter,
    csv.get_dialect("mine") is csv.get_dialect("mine"),
)
print(
    read("'a;b' ; c", dialect="mine"),
    csv.unregister_dialect("mine"),
    attempt(csv.get_dialect, "mine"),
    attempt(csv.unregister_dialect, "mine"),
    attempt(csv.register_dialect, 5),
    attempt(csv.register_dialect, "m", delimiter="ab"),
)
for changes in {"delimiter": None}, {"quotechar": "''"}, {"lineterminator": 5}, {"quoting": 7}, {"strict": 5}:
    print(changes, attempt(type("Changed", (Semicolon,), changes))[:60].split(" at ")[0])
print(
    attempt(csv.Dialect),
    csv.excel.delimiter,
    csv.excel_tab().delimiter,
    csv.unix_dialect.quoting,
    csv.unix_dialect.lineterminator == "\n",
    csv.Error.__mro__[1].__name__,
)

text = "name,size\nbox,1\n\nbag,2,3,4\npan\n"
print(
    list(csv.DictReader(io.StringIO(text))),
    list(csv.DictReader(io.StringIO(text), ["a", "b", "c"], restkey="more", restval="-")),
    list(csv.DictReader(io.StringIO(""))),
    list(csv.DictReader([], iter("ab"))),
)
reader = csv.DictReader(io.StringIO("a;b\n1;2\n3;4"), dialect="other", quotechar="'")
print(
    reader.line_num,
    reader.fieldnames,
    reader.line_num,
    next(reader),
    reader.line_num,
    setattr(reader, "fieldnames", ["x", "y"]),
    next(reader),
    attempt(next, reader),
    iter(reader) is reader,
    reader.reader.dialect.delimiter,
    csv.DictReader([]).fieldnames,
)
stream = io.StringIO()
writer = csv.DictWriter(stream, ["a", "b"], restval="?")
print(
    writer.writeheader(),
    writer.writerow({"a": 1, "b": 2}),
    writer.writerow({"b": 3}),
    attempt(writer.writerow, {"c": 4}),
    writer.writerows([{"a": 5}, {}]),
    attempt(writer.writerow, 5),
    repr(stream.getvalue()),
)
writer = csv.DictWriter(stream, iter("ab"), extrasaction="IGNORE", dialect="excel-tab")
print(
    writer.writerow({"a": 1, "z": 2}),
    attempt(csv.DictWriter, stream, "ab", extrasaction="x"),
    csv.DictReader[int],
    sorted(csv.__all__),
)
