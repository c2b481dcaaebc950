# Records read with all kinds of dialects, over several lines, and what is no record.
import csv


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


def read(lines, **options):
    return list(csv.reader(lines, **options))


texts = [
    ["a,b"],
    ["a,b\nc"],
    ["a\rb"],
    ['"a\nb"'],
    ['"a'],
    ['"a\n', 'b"'],
    ['"a\n'],
    ["a\0b"],
    ['"a"b,c'],
    ['"a" ,b'],
    ['a"b'],
    ['a""b'],
    ['""'],
    ['"'],
    ['"a""b"'],
    ["\n"],
    [""],
    ["\r\n"],
    [",\n"],
    ["a,\n"],
    ["a\n\n"],
    ["a\n\r"],
    ['"a"\r'],
    ['"a"\nb'],
    ["a\\"],
    ["a\\,b"],
    ['"a\\"b"'],
    ["a\\\n", "b"],
    ["a\\\r\n", "b,c"],
    ['\\"a'],
    ['"a\\'],
    ["\\"],
    ['"\\\n', 'b"'],
    ["a\\\nb"],
    ["é;☃,😀"],
    ["  a,  b , c"],
    ['1,"2",,"",a"b",-3.5,"nan"'],
    ["1,2.5,-3,1e5"],
    ['1, "2" , 3'],
    ['"x,y",,""', "", "z"],
    ['"a"', '"b\n', 'c",d\n', "e"],
    [",,,"],
    ["a;b|c\td"],
    ["''", "'a'',b'"],
    ['"1"2', "3"],
    ["a" * 300 + ',"' + "b" * 300 + '"'],
    ['"a"",b"'],
    ['"a\r\n', "\r\n", 'b"\r\n'],
]
for text in texts:
    print(text)
    for options in (
        {},
        {"strict": True},
        {"doublequote": False},
        {"escapechar": "\\"},
        {"quoting": csv.QUOTE_NONE},
        {"quoting": csv.QUOTE_NONNUMERIC},
        {"quoting": csv.QUOTE_STRINGS},
        {"quoting": csv.QUOTE_NOTNULL},
        {"escapechar": "\\", "quoting": 3},
        {"escapechar": "\\", "strict": True},
        {"skipinitialspace": True},
        {"delimiter": ";", "quotechar": "'"},
        {"delimiter": "☃", "quotechar": "é"},
        {"quotechar": None, "delimiter": "\t"},
        {"dialect": "unix"},
        {"delimiter": " ", "skipinitialspace": True},
    ):
        print("  ", *options.items(), attempt(read, text, **options))
reader = csv.reader(["a,b\n", '"c\n', 'd"\n', "\n", "e"])
print(
    reader.line_num,
    [(row, reader.line_num) for row in reader],
    attempt(next, reader),
    reader.line_num,
    iter(reader) is reader,
    reader.dialect.delimiter,
    type(reader).__name__,
    type(reader).__module__,
)
for function in (
    lambda: csv.reader(5),
    lambda: read([b"a"]),
    lambda: read([1]),
    lambda: setattr(csv.reader([]), "line_num", 5),
    lambda: read(["a"], dialect="none"),
    lambda: read("ab"),
    lambda: read(iter(["1"])),
    lambda: csv.field_size_limit(),
    lambda: csv.field_size_limit("x"),
    lambda: csv.field_size_limit(10),
    lambda: csv.field_size_limit(1.5),
    lambda: read(["abcdefghijk"]),
    lambda: read(["abcdefghij,éééééééééé"]),
    lambda: read(['"abcdef', 'ghijk"']),
    lambda: csv.field_size_limit(131072),
    lambda: read(["x" * 131073]),
    lambda: read(["1,x"], quoting=csv.QUOTE_NONNUMERIC),
    lambda: read(['"a'], strict=True),
    lambda: read(['"a"b'], strict=True, delimiter=";"),
):
    print(attempt(function))


class Text(str):
    pass


def lines():
    yield Text("a,b\n")
    raise KeyError("inside")


reader = csv.reader(lines())
print(next(reader), attempt(next, reader), attempt(next, reader))
