# Values got, converted, set and written; references in them; sections as mappings.
import configparser
import io
from configparser import BasicInterpolation, ConfigParser, ExtendedInterpolation, RawConfigParser


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


text = """
[DEFAULT]
home = /h
[a]
x = 1
f = 1.5
on = Yes
off = FALSE
bad = maybe
path = %(home)s/%(x)s/%%
deep = %(path)s!
missing = %(nothing)s
loop = %(loop)s
syntax = %x
syntax2 = %(x
syntax3 = %(x)d
syntax4 = %()s
UP = %(X)s
multi = one
  two %(x)s
[b]
x = 2
home = /b
path = %(home)s
"""
parser = ConfigParser()
parser.read_string(text)
for option in parser["a"]:
    print(
        option,
        attempt(parser.get, "a", option),
        attempt(parser.get, "a", option, raw=True),
        attempt(parser.get, "a", option, vars={"x": "V", "home": "W"}),
        attempt(parser.getint, "a", option),
        attempt(parser.getfloat, "a", option),
        attempt(parser.getboolean, "a", option),
    )
for arguments, options in (
    (("a", "none"), {}),
    (("none", "x"), {}),
    (("a", "none"), {"fallback": "F"}),
    (("none", "x"), {"fallback": None}),
    (("DEFAULT", "home"), {}),
    (("a", "X"), {}),
    (("a", "x"), {"vars": {"X": "v"}}),
    (("a", "new"), {"vars": {"new": 5}}),
    (("a", "x", "y"), {}),
    (("", "home"), {}),
):
    print(
        arguments,
        options,
        attempt(parser.get, *arguments, **options),
        attempt(parser.getint, *arguments, **options),
    )
print(
    attempt(parser.items, "b"),
    attempt(parser.items, "b", True),
    attempt(parser.items, "b", vars={"home": "v"}),
    attempt(parser.items, "none"),
    [name for name, _ in parser.items()],
    attempt(parser.items, "a"),
)
print(
    parser.sections(),
    parser.options("b"),
    attempt(parser.options, "none"),
    parser.has_section("a"),
    parser.has_section("DEFAULT"),
    parser.has_option("a", "HOME"),
    parser.has_option("", "home"),
    parser.has_option("none", "x"),
    parser.defaults(),
)
for arguments in (
    ("a", "new", "1"),
    ("a", "new", 1),
    ("a", 1, "x"),
    ("none", "x", "y"),
    ("a", "p", "%"),
    ("a", "p", "100%%"),
    ("a", "p", "%(x)s"),
    ("a", "p", "%(x"),
    ("DEFAULT", "q", "r"),
    ("a", "n", None),
    ("", "e", "f"),
):
    print(
        arguments,
        attempt(parser.set, *arguments),
        attempt(parser.get, *arguments[:2]) if isinstance(arguments[1], str) else "",
    )
for section in "new", "new", "DEFAULT", 5, "":
    print(section, attempt(parser.add_section, section))
print(
    parser.remove_option("a", "x"),
    parser.remove_option("a", "x"),
    attempt(parser.remove_option, "none", "x"),
    parser.remove_section("new"),
    parser.remove_section("new"),
    parser.remove_option("DEFAULT", "q"),
)

section = parser["b"]
print(
    section,
    section.name,
    section.parser is parser,
    list(section),
    len(section),
    section["x"],
    section["HOME"],
    attempt(section.__getitem__, "none"),
    "x" in section,
    section.get("none"),
    section.get("none", "F"),
    section.getint("x"),
    section.getint("none", 5),
    section.getint("none"),
    section.getboolean("none", fallback=True),
    dict(section),
)
section["y"] = "new"
print(
    attempt(section.__setitem__, "z", 5),
    attempt(section.__delitem__, "none"),
    section.pop("y"),
    "y" in section,
    section.setdefault("s", "t"),
    section.keys() == set(section),
    attempt(section.__delitem__, "home"),
    section["home"],
)
print(
    list(parser),
    len(parser),
    "a" in parser,
    "DEFAULT" in parser,
    attempt(parser.__getitem__, "none"),
    attempt(parser.__delitem__, "none"),
    attempt(parser.__delitem__, "DEFAULT"),
    parser.get("b", "x"),
    attempt(parser.pop, "b"),
    list(parser),
    parser["DEFAULT"],
)
parser["c"] = {"k": "v", "n": 5}
parser["c"] = {"m": "w"}
parser["DEFAULT"] = {"only": "1"}
print(
    dict(parser["c"]),
    parser.defaults(),
    attempt(parser.popitem),
    parser == parser,
    parser.setdefault("d", {"x": "1"}),
)

parser = ConfigParser({"d": "1"}, interpolation=ExtendedInterpolation())
parser.read_string(
    "[a]\nx = ${d}\ny = ${b:z}${x}$$\nz = ${b:none}\nw = ${none:x}\nv = ${a:b:c}\nu = $x\nt = ${x\ns = ${}\nr = ${b:Z}\nq = ${q}\np = ${b:deep}\n[b]\nz = bz\ndeep = <${z}>\n"
)
for option in parser["a"]:
    print(option, attempt(parser.get, "a", option))
print(
    attempt(parser.set, "a", "x", "$"),
    attempt(parser.set, "a", "x", "${d}$$"),
    attempt(parser.set, "a", "x", "${d"),
)
for interpolation in None, 5, configparser.Interpolation(), BasicInterpolation:
    print(attempt(lambda: ConfigParser({"x": "%(y)s"}, interpolation=interpolation).get("DEFAULT", "x")))

parser = ConfigParser(allow_no_value=True)
parser.optionxform = str
parser.read_string("[A]\nKey = 1\nkey=2\nalone\nlong = a\n b\n\n c\n[DEFAULT]\nd=e\n")
for spaces in True, False:
    stream = io.StringIO()
    parser.write(stream, spaces)
    print(repr(stream.getvalue()))
again = ConfigParser(allow_no_value=True)
again.optionxform = str
again.read_string(stream.getvalue())
print(
    again == parser,
    parser["A"]["alone"],
    parser.get("A", "alone"),
    parser.set("A", "none"),
    dict(parser["A"]),
)
raw = RawConfigParser(delimiters=(":",), default_section="general")
raw.read_dict({"general": {"x": "%"}, "s": {"y": "1"}})
raw.set("s", "number", 5)
stream = io.StringIO()
raw.write(stream)
print(repr(stream.getvalue()), raw.get("s", "x"), raw.get("s", "number"), raw.default_section, raw.sections())

parser = ConfigParser(converters={"list": str.split})
parser.read_string("[a]\nx = 1 2 3\n")
print(
    parser.getlist("a", "x"),
    parser["a"].getlist("x"),
    parser["a"].getlist("none"),
    parser["a"].getlist("none", []),
    attempt(parser.getlist, "a", "none"),
    sorted(parser.converters),
    parser.converters["list"] is str.split,
)
parser.converters["len"] = len
print(
    parser.getlen("a", "x"),
    parser["a"].getlen("x"),
    len(parser.converters),
    attempt(parser.converters.__delitem__, "none"),
)
del parser.converters["len"]
print(
    hasattr(parser, "getlen"), hasattr(parser["a"], "getlen"), attempt(parser.converters.__setitem__, "", len)
)


class Mine(ConfigParser):
    BOOLEAN_STATES = {"ja": True, "nein": False}

    def getupper(self, section, option, *, raw=False, vars=None, fallback=None):
        return self._get_conv(section, option, str.upper, raw=raw, vars=vars, fallback=fallback)


mine = Mine()
mine.read_string("[a]\nx = ja\n")
print(mine.getboolean("a", "x"), mine["a"].getupper("x"), mine["a"].getupper("none", fallback="f"))
parser = ConfigParser(allow_unnamed_section=True)
parser.read_string("x = 1\n[a]\ny = 2\n")
stream = io.StringIO()
parser.write(stream)
print(
    parser.get(configparser.UNNAMED_SECTION, "x"),
    parser.sections()[1:],
    repr(stream.getvalue()),
    repr(parser[configparser.UNNAMED_SECTION]["x"]),
)
