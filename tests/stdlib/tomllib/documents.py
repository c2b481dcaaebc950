# python: 3.14
# slow: many documents
import io
import tomllib
import warnings
from decimal import Decimal

good = [
    '', 'a=1', 'a.b.c = 1\na.b.d=2', '[a]\nb=1\n[a.c]\nd=2', '[a.b]\n[a]\nx=1', '[[a]]\nx=1\n[[a]]\nx=2\n[a.b]\ny=3',
    "a='x\\y'", 'a="x\\ty\\u00e9\\U0001F600\\"\\\\"', 'a="""\nx\n  y\\\n   z"""', "a='''\nx'y\n'''",
    'a="""a"b""c"""""', "a=''''x'''''", 'a=[1,2,[3,"x"],\n # c\n 4,]', 'a={}', 'a={b=1, c.d="x", e={f=[]}}',
    'a=0x1F\nb=0o17\nc=0b101\nd=1_000\ne=-5\nf=+7\ng=0', 'a=1.5\nb=1e3\nc=-2.5E-3\nd=inf\ne=-inf\nf=+inf',
    'a=true\nb=false',
    'a=1979-05-27T07:32:00Z\nb=1979-05-27 07:32:00.123456789+01:30\nc=1979-05-27T07:32:00\nd=1979-05-27\ne=07:32:00.5\nf=1979-05-27T07:32:00-07:00',
    '# c\r\na = 1 # d\r\n', '"a b".\'c d\' = 1', '1.2 = 3', 'a = "é☃"', '[ a . "b" ]\nx=1',
    '[a]\n[a.b]\nc.d=1\n[a.e]', '-_ = 1', '[[a.b]]\n[[a.b]]\n[a.b.c]\n[[a.b.d]]', 'a=[{b=1},{b=2}]', 'a = [[[]]]',
    'a="""\\\n\n  x"""', 'x."" = 1', 'a=""', "a=''", 'a=1\n\n\n', 'b=[\n1,\n2\n]',
    'fruit.apple=1\nfruit.orange=2\n[x]\nfruit.apple=3',
]  # fmt: skip
for text in good:
    print(tomllib.loads(text))
bad = [
    'a', 'a=', '=1', 'a=1 b=2', 'a=1\na=2', '[a]\n[a]', 'a.b=1\na=2', 'a=1\na.b=2', '[a', '[a]]', '[[a]', '[]',
    'a=[1', 'a=[1 2]', 'a={b=1,}', 'a={b=1', 'a={b=1,b=2}', 'a={b=1\n}', 'a="x', "a='x", 'a="\\q"', 'a="\\u12"',
    'a="\\ud800"', 'a="\x01"', "a='\x01'", '#\x01', 'a=01', 'a=1__0', 'a=_1', 'a=0x', 'a=1.', 'a=.5', 'a=1e',
    'a=1979-13-01', 'a=1979-02-30', 'a=25:00:00', 'a=07:32', 'a=True', 'a=nope', '[a.b]\n[a]\nb.c=1', 'a={}\n[a.b]',
    '[[a]]\n[a]', '[a]\n[[a]]', 'a=[]\n[[a]]', 'a=1\n[a.b]', 'a.b=1\n[a]', '[a]\nb.c=1\n[a.b]', 'a="""x', "a='''x",
    'a="""\x01"""', 'a="""\\ x"""', 'a b=1', '"a', 'a="\n"', "a='\n'", 'a = "\\', 'a={b={}}\na.b.c=1',
    'a={b.c=1}\na.b.d=2', '\xa0=1', '[a]x=1', 'a=1\rb=2', 'x=[{a=1},]\n[x.b]', 'a={b=1 c=2}', 'a=1979-05-27T',
    'a={x.y=1, x={z=2}}', 'a={x={z=2}, x.y=1}',
]  # fmt: skip
for text in bad:
    try:
        print(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        print(repr(text), error)
print(tomllib.loads("a = 1.5\nb = inf\nc = 2", parse_float=Decimal))
for action in (
    lambda: tomllib.loads(b"x"), lambda: tomllib.loads(1), lambda: tomllib.loads("a=1.5", parse_float=lambda text: []),
    lambda: tomllib.load(io.StringIO("a=1")),
):  # fmt: skip
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(tomllib.load(io.BytesIO(b"a = 1")), tomllib.__all__)
try:
    tomllib.loads("a = 1\nb = [")
except tomllib.TOMLDecodeError as error:
    print(error.msg, error.pos, error.lineno, error.colno, error.doc == "a = 1\nb = [", isinstance(error, ValueError))
error = tomllib.TOMLDecodeError("wrong", "a\nbc", 3)
print(error, error.lineno, error.colno, error.args)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(repr(tomllib.TOMLDecodeError("x")), repr(tomllib.TOMLDecodeError()), repr(tomllib.TOMLDecodeError(1, "b", 3, 4)))
print([str(each.message) for each in caught][:1], len(caught))
