"""Records that go over several lines: what they hold, how lines are counted, and where they end without being complete."""

import csv


def lines(*texts):
    for number, text in enumerate(texts):
        print("line", number)
        yield text


reader = csv.reader(lines('a,"b\n', "c\n", 'd",e\n', "\n", "f,g\n"))
for record in reader:
    print(reader.line_num, record)

for texts, options in [
    (['a,"b\n', "c"], {}),
    (['a,"b\n', "c"], {"strict": True}),
    (["a,b\\\n", "c,d\n"], {"escapechar": "\\"}),
    (["a,b\\\n"], {"escapechar": "\\"}),
    (["a,b\\"], {"escapechar": "\\"}),
    (['"a"b\n', "c\n"], {"strict": True}),
    (["a\n", b"b\n"], {}),
    (['"a\n', b"b\n"], {}),
    (["a\nb\n"], {}),
    (["1,2.5\n", '"3\n', '4",5\n'], {"quoting": csv.QUOTE_NONNUMERIC}),
    (["1,\\\n", "2"], {"quoting": csv.QUOTE_NONNUMERIC, "escapechar": "\\"}),
    ([',"",a\n'], {"quoting": csv.QUOTE_NOTNULL}),
    (['"'], {}),
    (['"', ""], {}),
    ([], {}),
]:
    reader = csv.reader(texts, **options)
    try:
        for record in reader:
            print(reader.line_num, record)
        print("end", reader.line_num)
    except (csv.Error, ValueError) as error:
        print(type(error).__name__, error, reader.line_num)

limit = csv.field_size_limit(5)
reader = csv.reader(['"abc\n', "de\n", 'f"\n', "g\n"])
try:
    print(next(reader))
except csv.Error as error:
    print(error, reader.line_num)
csv.field_size_limit(limit)


def failing():
    yield '"a\n'
    raise KeyError("no more")


reader = csv.reader(failing())
try:
    next(reader)
except KeyError as error:
    print(repr(error), reader.line_num)


class Wrong(csv.Dialect):
    delimiter = "\n"
    quotechar = '"'
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL


for value in "\n", "", None, "ab":
    Wrong.delimiter = value
    try:
        Wrong()
    except Exception as error:
        print(type(error).__name__, error)
