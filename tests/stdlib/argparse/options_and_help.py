# Options of all kinds, and the help about them.
# python: 3.14
import argparse, sys


def run(p, line, **k):
    try:
        r = p.parse_args(line.split() if isinstance(line, str) else line, **k)
        print(line, "=>", r)
    except SystemExit as e:
        print(line, "=> exit", e.code)
    except BaseException as e:
        print(line, "=>", type(e).__name__, e)


sys.stderr = sys.stdout
import os

os.environ["COLUMNS"] = "80"
p = argparse.ArgumentParser(
    prog="prog",
    description="A description that is long enough to be wrapped over more than one line of the help text, yes.",
    epilog="The end.",
)
p.add_argument("src", help="source file")
p.add_argument("dst", nargs="?", default="out", help="destination (default: %(default)s)")
p.add_argument("-v", "--verbose", action="count", default=0, help="more output")
p.add_argument("-q", "--quiet", action="store_true")
p.add_argument("--no-color", dest="color", action="store_false", help="no colour")
p.add_argument("-n", "--number", type=int, metavar="N", help="a number")
p.add_argument("--choice", choices=["a", "b", "c"], default="a", help="one of %(choices)s")
p.add_argument("--multi", nargs="+", type=float)
p.add_argument("--star", nargs="*")
p.add_argument("--two", nargs=2, metavar=("X", "Y"))
p.add_argument("--opt", nargs="?", const="C", default="D")
p.add_argument("-a", "--append", action="append")
p.add_argument("--const", action="append_const", const=5, dest="cc")
p.add_argument("--sc", action="store_const", const=7)
p.add_argument("--ext", action="extend", nargs="+")
p.add_argument("--bool", action=argparse.BooleanOptionalAction, default=True, help="a boolean")
p.add_argument("--version", action="version", version="%(prog)s 1.0")
p.add_argument("--hidden", help=argparse.SUPPRESS)
p.add_argument(
    "--long-option-name-that-is-long",
    help="its help goes to the next line, and is wrapped because it is too long for one",
)
p.print_help()
p.print_usage()
for l in [
    "x",
    "x y",
    "",
    "x -vvv",
    "x -v -q --no-color",
    "x -n 5",
    "x -n five",
    "x -n",
    "x --choice b",
    "x --choice z",
    "x --multi 1 2",
    "x --multi",
    "x --star",
    "x --two 1",
    "x --two 1 2",
    "x --opt",
    "x --opt=3",
    "x -a1 -a 2",
    "x --const --const --sc",
    "x --ext 1 2 --ext 3",
    "x --bool",
    "x --no-bool",
    "--version",
    "x --verb",
    "x --n",
    "x --ch b",
    "x --unknown",
    "x y z",
    "-h",
    " x -n5",
    "x -n=5",
    "x -qv",
    "x -qn5",
    "x -- -v",
    "-- -x",
    "x --quiet=1",
    "x -q1",
    "x --hidden 1",
    "x -1",
    "x -n -1",
    "x --no-bool=1",
]:
    run(p, l)
print(p.parse_known_args("x --foo -z 1 2 -q".split()))
print(p.parse_known_args(["x", "--", "y", "z"]))
ns = argparse.Namespace(a=1)
print(p.parse_args(["x"], ns) is ns, ns.a, "a" in ns, ns == argparse.Namespace(a=1))
p.set_defaults(extra=3, src=9)
print(p.get_default("extra"), p.parse_args(["q"]).extra)
