# Characters of URLs quoted and back, and the fields of queries.
from urllib.parse import *


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


every = "".join(map(chr, range(256)))
print(
    quote(every),
    quote_plus(every),
    quote(every, safe=every),
    quote(bytes(range(256)), safe=b"\x00/\xff"),
    quote_plus(bytes(range(128)), b"&"),
)
for text in "", "a b", "a+b", "é☃😀", "a/b?c", b"\xff a", bytearray(b"x y"), "~._-":
    print(
        repr(text),
        attempt(quote, text),
        attempt(quote, text, ""),
        attempt(quote_plus, text),
        attempt(quote, text, "é ~?"),
    )
print(
    attempt(quote, "é", encoding="latin-1"),
    attempt(quote, "☃", "", "latin-1", "xmlcharrefreplace"),
    attempt(quote, "☃", encoding="ascii"),
    attempt(quote, b"a", encoding="x"),
    attempt(quote, b"a", errors="x"),
    attempt(quote, 5),
    attempt(quote, None),
    attempt(quote_from_bytes, "x"),
    attempt(quote_plus, 5),
    attempt(quote, "\ud800"),
)
for text in (
    "",
    "%",
    "%4",
    "%41",
    "%4x",
    "%zz%41",
    "a%20b+c",
    "%C3%A9",
    "%c3%a9é%C3",
    "%ff",
    "é%",
    "%%41",
    "100%",
    b"%41%ff",
    "%E2%98%83☃%F0%9F%98%80",
):
    print(
        repr(text),
        attempt(unquote, text),
        attempt(unquote_plus, text),
        attempt(unquote_to_bytes, text),
        attempt(unquote, text, "latin-1"),
        attempt(unquote, text, errors="strict"),
        attempt(unquote, text, None, "ignore"),
    )
print(
    attempt(unquote_to_bytes, 5),
    attempt(unquote_to_bytes, None),
    attempt(unquote, [1]),
    attempt(unquote_plus, b"a"),
)
for query in (
    "a=1&b=2&a=3",
    "a=&b",
    "=1",
    "&&a=1&",
    "a=b=c",
    "a=%20+x&%C3%A9=%FF",
    b"a=1&b=%ff&c",
    "",
    b"",
    "a;b=1;c",
    "a=1;b=2&c=3",
):
    for options in (
        {},
        {"keep_blank_values": True},
        {"strict_parsing": True},
        {"separator": ";", "keep_blank_values": 1},
        {"max_num_fields": 2},
        {"encoding": "latin-1"},
    ):
        print(query, options, attempt(parse_qsl, query, **options), attempt(parse_qs, query, **options))
for separator in "", None, b"&", "&&", 5:
    print(
        separator,
        attempt(parse_qsl, "a=1&b=2&&c=3", separator=separator),
        attempt(parse_qsl, b"a=1&b=2", separator=separator),
    )
print(
    attempt(parse_qs, None),
    attempt(parse_qsl, bytearray(b"a=1")),
    attempt(parse_qsl, 5),
    attempt(parse_qsl, ["a"]),
)
for query in (
    {"a": 1, "b": "x y&"},
    [("a", "é"), (b"b", b"\xff")],
    {"a": [1, 2], "b": "xy", "c": (), "d": b"z"},
    {},
    [],
    (),
    "",
    "ab",
    ["ab"],
    5,
    None,
    [("a",)],
    {"n": None, "f": 1.5},
    ((1, 2),),
    {"s": {3}},
):
    print(
        repr(query),
        attempt(urlencode, query),
        attempt(urlencode, query, True),
        attempt(urlencode, query, doseq=1, safe="&", quote_via=quote),
        attempt(urlencode, query, encoding="latin-1", errors="replace"),
    )
