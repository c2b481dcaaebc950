# requires: files
# Files of settings: headers, options, comments, values of several lines, and what is wrong with them.
import configparser
import io


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


def shown(parser):
    return {name: dict(parser.items(name, raw=True)) for name in parser.sections()}, dict(parser.defaults())


def read(text, **options):
    parser = configparser.RawConfigParser(**options)
    parser.read_string(text)
    return shown(parser)


texts = [
    "",
    "[a]\nx=1\ny = 2\nz: 3\nw : a = b\n",
    "[a]\nX Y = Z\n",
    "[a]\nx\n",
    "[a]\nx=\ny:\n",
    "x=1\n",
    "[a]\nx=1\n[a]\ny=2\n",
    "[a]\nx=1\nX=2\n",
    "[DEFAULT]\nd=1\n[a]\nx=%(d)s\n[DEFAULT]\ne=2\n",
    "# comment\n; other\n[a]\n# x\nx=1 # no\ny=2 ; no\n",
    "[a]\nx=1\n  2\n\n  3\ny=4\n",
    "[a]\nx=1\n\n\ny=2\n\n",
    "[a]\nx = line\n\tmore\n\t# comment\n\tend\n",
    "  [a]\n  x = 1\n  y = 2\n    z\n",
    "[a]\n=1\n",
    "[a]\n:1\nx=2\n!\n",
    "[a] trailing\nx=1\n",
    "[a]b]\nx=1\n",
    "[]\nx=1\n",
    "[a\nx=1\n",
    "[ a ]\nx=1\n",
    "[a]\nx=1\n [b]\n y=2\n",
    "[a]\nx\n  more\n",
    "[a]\nx=1;2#3\n",
    "[a]\r\nx=1\r\n",
    "[a]\nx==1\ny:=2\nz=:3\n",
    "\n\n[a]\n\nx=1",
    "[a]\né☃ = ü\n",
    "[a]\nx = 1\nbad one\nbad two\n[b]\ny\n",
    "[a]\nx=1 ; comment\ny=#2\nz= #3\n",
    "[a]\nx =\n  1\n  2\n\n",
]
for text in texts:
    print(repr(text))
    for options in (
        {},
        {"allow_no_value": True},
        {"delimiters": ("=",)},
        {"inline_comment_prefixes": ("#", ";")},
        {"strict": False},
        {"empty_lines_in_values": False},
        {"comment_prefixes": ("!",)},
        {"default_section": "a"},
        {"delimiters": ("==", "=")},
        {"allow_unnamed_section": True},
        {"comment_prefixes": None},
    ):
        print("  ", *options.items(), attempt(read, text, **options))
with open("a.ini", "w") as file:
    file.write("[s]\nx=1\ny=2\n")
with open("b.ini", "w") as file:
    file.write("[s]\ny=3\n[t]\nz=4\n")
parser = configparser.ConfigParser()
print(
    parser.read(["a.ini", "none.ini", "b.ini"]),
    shown(parser),
    parser.read("none.ini"),
    parser.read(b"a.ini"),
    parser.read_file(io.StringIO("[u]\nq=1")),
    parser.read_file(["[v]\n", "r=2"], "lines"),
    shown(parser),
)
for wrong in "x", "[a]\nx", "[a]\n[a]":
    print(
        attempt(configparser.ConfigParser().read_file, wrong.splitlines(True), "name"),
        attempt(configparser.ConfigParser().read_file, io.StringIO(wrong)),
        attempt(configparser.ConfigParser().read_string, wrong, "text"),
    )
parser = configparser.ConfigParser()
parser.read_dict({"a": {"x": 1, "Y": None if False else "q"}, "DEFAULT": {"d": 2.5}, "b": {}})
print(
    shown(parser),
    attempt(parser.read_dict, {"c": {"x": 1, "X": 2}}),
    attempt(parser.read_dict, {1: {"x": 1}}),
    attempt(parser.read_dict, {"e": {"x": "%"}}),
)
try:
    configparser.ConfigParser().read_string("[a]\nx\ny\n")
except configparser.ParsingError as error:
    print(error.errors, error.source, error.args, error.message == str(error) == repr(error))
for error in (
    configparser.NoSectionError("s"),
    configparser.NoOptionError("o", "s"),
    configparser.DuplicateSectionError("s"),
    configparser.DuplicateSectionError("s", "f"),
    configparser.DuplicateSectionError("s", "f", 3),
    configparser.DuplicateOptionError("s", "o", "f", 12),
    configparser.DuplicateOptionError("s", "o"),
    configparser.MissingSectionHeaderError("f", 1, "x"),
    configparser.InterpolationDepthError("o", "s", "r"),
    configparser.InterpolationMissingOptionError("o", "s", "r", "k"),
    configparser.InterpolationSyntaxError("o", "s", "m"),
    configparser.ParsingError("f"),
    configparser.Error("m"),
    configparser.MultilineContinuationError("f", 2, "l"),
):
    print(type(error).__mro__[1].__name__, error, error.args, sorted(vars(error)))
