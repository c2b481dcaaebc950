# Positional arguments that take several or none, other prefixes.
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
# nargs
p = argparse.ArgumentParser(prog="n")
p.add_argument("a", nargs=2)
p.add_argument("b", nargs="*")
p.add_argument("c", nargs="?")
p.add_argument("-o")
p.print_usage()
for l in ["1 2", "1", "1 2 3 4", "1 2 -o 5 6", "-o 1 2 3 4 5", "1 -o 2 3"]:
    run(p, l)
p = argparse.ArgumentParser(prog="r")
p.add_argument("cmd")
p.add_argument("rest", nargs=argparse.REMAINDER)
p.add_argument("-x", action="store_true")
p.print_usage()
for l in ["c -x a", "c", "-x c -x", "c -- -x"]:
    run(p, l)
p = argparse.ArgumentParser(
    prog="+",
    prefix_chars="+-",
    fromfile_prefix_chars="@",
    argument_default=argparse.SUPPRESS,
    allow_abbrev=False,
    exit_on_error=False,
)
p.add_argument("+f", "++foo")
p.add_argument("--bar", type=int)
p.add_argument("x", nargs="*", type=int, choices=range(5))
for l in ["+f 1", "++foo 2", "--ba 3", "--bar x", "1 2", "9", "@nofile", "--bar 1 2", "--nope"]:
    run(p, l)
