# python: 3.13
# What texts stand for, and what is wrong with others: message, place, line and column.
import json


def show(*args, **keywords):
    try:
        print(ascii(args[0])[:60], ascii(json.loads(*args, **keywords)))
    except json.JSONDecodeError as error:
        assert error.doc is args[0] or isinstance(args[0], bytes)
        print(ascii(args[0])[:60], error.msg, error.pos, error.lineno, error.colno)
    except (TypeError, ValueError, RecursionError) as error:
        print(ascii(args[0])[:60], type(error).__name__, error)


numbers = (
    "0 -0 -0.0 1e5 1E+5 1e-3 1e 1e+ 1. .5 1.5e-3 - -- +1 01 0x10 1_000 1e999 -1e999 1.e1 -I -Infinity Infinity NaN nan Na "
    "123456789012345678 1234567890123456789 9223372036854775807 9223372036854775808 -9223372036854775809"
)
for text in numbers.split() + ["9" * 50, "9" * 5000, "1" * 30 + ".5", "[1,-]", "[1 2]", "[-1,1.5,2e1]"]:
    show(text)

strings = [
    '""', '"', '"abc', '"a\tb"', '"a\nb"', '"\x00"', '"\x7f"', '"é€😀"', '"\\u00e9"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ude00"',
    '"\\ud83d\\u0041"', '"\\ud83dx"', '"\\ud83d\\"', '"\\ud83d\\n"', '"\\ud83d\\u00"', '"\\ud83d\\u00zz"', '"\\ud83d\\ud83d\\ude00"',
    '"\\u12"', '"\\u12', '"\\u', '"\\', '"\\uD83D\\uDE00"', '"\\u00 1"', '"\\u+123"', '"\\u1_23"', '"\\U0041"', '"\\x41"', '"\\0"',
    '"\\u0000"', '"\\/\\b\\f\\n\\r\\t\\"\\\\"', '"\ud83d\\ude00"', '"€é\\q"', '["é\n"]', '["€", "\\u00é9"]', '"a" "b"', "'a'",
]  # fmt: skip
for text in strings:
    show(text)
    if "\\" not in text:
        show(text, cls=json.JSONDecoder, strict=False)

containers = [
    "", " ", "[", "]", "{", "}", "[]", "{}", "[ ]", "{ }", "[]]", "{}}", "[}", "{]", "[1}", '{"a":1]', "[1,]", "[,]", "[1,,2]", "[1", "[1,",
    "[1, ", "[ ", '{"', '{"a', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1, ', '{"a":1,"b"', "{,}", '{"a":}', '{"a" 1}', '{"a":1 "b":2}',
    "{1:2}", "{a:1}", "{'a':1}", '{"a":1,}', "[1,\n\n]", '{"a":1,\n}', '{"a": 1, "a": 2}', '{"": {}}', "[[[[]]]]", "[[], [1, [2]], {}]",
    '{"a": {"b": {"c": []}}, "d": null}', " \t\n\r[ \t\n\r1 \t\n\r, 2 ] \n", "\x0b1", "\xa01", "1\xa0", "\u20281", "1 2", "[1] x", "truefalse",
    "true", "false", "null", "nul", "True", "None", "[tru]", "\n\n  [1,\n 2,\n x]", '{"é": "€" "', "[1] // c", "\ufeff[]", "[" * 100000,
    '{"a":' * 100000,
]  # fmt: skip
for text in containers:
    show(text)

for data in (b"[1]", bytearray(b'{"a": 1}'), b"", b"1", b'"\xff"', b'"\xed\xa0\x80"', 5, None, range(1), [1]):
    show(data)
for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
    print(
        json.loads('[1, "é"]'.encode(encoding)),
        json.loads("7".encode(encoding)),
        json.detect_encoding("[]".encode(encoding)),
    )

decoder = json.JSONDecoder()
for text, index in (("[1] x", 0), ("xx [1]", 3), ('é€[1, "ü"]zz', 2), ("1", 5), (" 1", 0), ("123", 1)):
    try:
        print(text, decoder.raw_decode(text, index))
    except json.JSONDecodeError as error:
        print(text, error)
for call in (
    lambda: decoder.raw_decode("1", -1), lambda: decoder.scan_once("1", 0), lambda: decoder.scan_once("x", 0),
    lambda: decoder.scan_once(b"1", 0), lambda: json.decoder.scanstring('abc"def', 1), lambda: json.decoder.scanstring('é"a\tc"d', 2, False),
    lambda: json.decoder.scanstring('"abc', 1), lambda: json.decoder.scanstring("abc", 9),
):  # fmt: skip
    try:
        print(call())
    except (ValueError, StopIteration, TypeError) as error:
        print(type(error).__name__, error)

error = json.JSONDecodeError("message", "a\nbc", 3)
print(error, error.args, error.__reduce__()[1], repr(error), type(error).__mro__)
