import json

SEEDS = [
    b'{"a": [1, -2.5e3, true, false, null, "x\\u00e9\\n"], "b": {"c": {}, "d": []}}',
    '["\u00e9\u20ac\U0001f600", "\\ud83d\\ude00", 1e999, -0, -0.0, 123456789012345678901234567890]'.encode(),
    json.dumps({"k": "v"}).encode("utf-16"),
    json.dumps(["wide"]).encode("utf-32-le"),
    b"[NaN, Infinity, -Infinity]",
]
PIECES = [b"[" * 3000, b'{"a":' * 2000, b"9" * 5000, b"1e", b"-", b"\\u", b"\\ud800", b'"', b"\\", b"\x00", b"]", b"}", b",",
          b":", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"1" + b"0" * 400 + b".0", b" " * 5000]
ALLOWED = (ValueError, RecursionError)


def take(data):
    value = json.loads(data)
    try:
        text = json.dumps(value)
    except RecursionError:
        return
    # Two surrogates that were apart are one character when they are read again.
    if "\\ud" in text:
        return
    again = json.loads(text)
    assert repr(again) == repr(value), (again, value)
