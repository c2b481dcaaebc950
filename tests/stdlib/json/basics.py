# python: 3.13
import json

data = {"a": [1, 2.5, None, True, False, 'é\n"q"'], "b": {"c": []}, "d": -1e100, "e": {}}
text = json.dumps(data)
print(text, json.loads(text) == data)
print(
    json.dumps([1, "é"], ensure_ascii=False),
    json.dumps({"b": 1, "a": 2}, sort_keys=True),
    json.dumps([1, 2], separators=(",", ":")),
    json.dumps({1: 2, None: 3, True: 4, 1.5: 5}),
    json.dumps((1, 2)),
    json.dumps("\u2028\x00😀"),
)
print(json.dumps({"a": [1, {"b": 2}], "c": []}, indent=2), json.dumps(float("inf")), json.dumps("x"))
print(
    json.loads(' [1, 2.0, "\\u00e9\\n\\ud83d\\ude00", null, true, -0, 1e5] '),
    json.loads('{"a": {"b": [ ]}}'),
    json.loads("NaN") != 0,
    json.loads(b"[1]"),
)
for t in (
    "",
    "[",
    "[1,]",
    "{a: 1}",
    '{"a" 1}',
    '"abc',
    "[1] x",
    "nul",
    '"\\x"',
    "{'a': 1}",
    "01",
    '["\t"]',
    '{"a":1,}',
    "[1 2]",
    "-",
):
    try:
        print(json.loads(t))
    except json.JSONDecodeError as e:
        print(repr(t), type(e).__name__, e.msg, e.pos, e.lineno, e.colno)
for v in ({1, 2}, object, {(1, 2): 3}, b"x"):
    try:
        print(json.dumps(v))
    except TypeError as e:
        print(e)
print(
    json.dumps(
        {
            1,
        },
        default=list,
    ),
    json.loads("[1, 2]", parse_int=str),
    json.loads('{"a": 1}', object_hook=lambda d: sorted(d.items())),
)
l = []
l.append(l)
try:
    json.dumps(l)
except ValueError as e:
    print(e)
import io

f = io.StringIO()
json.dump([1], f)
print(f.getvalue(), json.load(io.StringIO('{"x": 1}')))
